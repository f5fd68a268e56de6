# SPDX-License-Identifier: MIT
"""The registry of actions holds together: no clash of keys, every action reachable, nothing on keys we keep
free.
"""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtGui import QKeySequence

from walkthrough.ui import actions
from walkthrough.ui.action_spec import keys_of


def _meet(one, other):
    return not one.screens or not other.screens or set(one.screens) & set(other.screens)


@pytest.mark.parametrize("on_mac", [False, True])
def test_no_two_actions_share_a_key_where_both_can_be_asked_for(on_mac):
    clashes = [
        (one.id, other.id, key)
        for one, other in combinations(actions.ACTIONS, 2)
        for key in set(keys_of(one, on_mac=on_mac)) & set(keys_of(other, on_mac=on_mac))
        if _meet(one, other)
    ]
    assert clashes == []


def test_ids_are_used_once_and_every_key_is_one_that_qt_knows():
    assert len(actions.BY_ID) == len(actions.ACTIONS)
    for spec in actions.ACTIONS:
        for key in (*spec.keys, *spec.mac):
            assert not QKeySequence(key).isEmpty(), (spec.id, key)
            assert QKeySequence(key).toString() == key, (spec.id, key)


def test_menu_keys_and_keys_of_other_keyboards_stay_free():
    for spec in actions.ACTIONS:
        for key in (*spec.keys, *spec.mac):
            parts = key.replace("++", "+Plus").split("+")
            assert not {"Ctrl", "Alt"} <= set(parts), spec.id
            assert parts[-1] not in {"F10", "[", "]", "{", "}", "\\", "|", "@"}, spec.id


def test_no_plain_letter_or_digit_is_a_shortcut():
    for spec in actions.ACTIONS:
        for key in spec.keys:
            assert len(key) > 1 or key == "?", spec.id


def test_every_action_stands_in_a_menu_or_on_the_key_sheet():
    menus = {name for name, _text in actions.MENUS}
    groups = {name for name, _text in actions.GROUPS}
    for spec in actions.ACTIONS:
        assert spec.menu in menus or spec.group in groups, spec.id
        assert not spec.keys or spec.group in groups, f"{spec.id} has a key that the key sheet does not show"


def test_no_menu_has_the_same_underlined_letter_twice():
    for menu, _text in actions.MENUS:
        letters = [
            spec.text[spec.text.index("&") + 1].lower()
            for spec in actions.ACTIONS
            if spec.menu == menu and "&" in spec.text
        ]
        assert sorted(letters) == sorted(set(letters)), menu


def test_screens_named_in_the_registry_are_pages_of_the_rail_or_the_live_meeting():
    for spec in actions.ACTIONS:
        assert set(spec.screens) <= {*actions.RAIL, "live"}, spec.id

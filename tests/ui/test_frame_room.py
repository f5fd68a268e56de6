# SPDX-License-Identifier: MIT
"""Room-safe: hidden first, shown only on a person's word, hidden again at every change of screens."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.fake_screens import LAPTOP as LAPTOP_AT_125
from tests.fake_screens import WALL as PROJECTOR
from walkthrough.ui.room import Display, PeekKeys, RoomState, ScreenWatch, differ, displays_now

LAPTOP = Display("eDP", "1", (0, 0, 1366, 768))
MIRROR = Display("HDMI", "2", (0, 0, 1366, 768))
WALL = Display("HDMI", "2", (1366, 0, 1920, 1080))


def test_one_screen_is_safe_and_cannot_be_confirmed(qapp):
    room = RoomState([LAPTOP])
    room.confirm_not_on_wall()
    assert room.safe
    assert not room.can_confirm


def test_one_screen_opens_only_on_the_word_that_nobody_else_sees_it_and_closes_at_any_change(qapp):
    room = RoomState([LAPTOP])
    room.confirm_alone()
    assert not room.safe
    room.see([LAPTOP, MIRROR])
    assert room.safe


def test_two_screens_at_one_place_mirror_and_so_stay_safe(qapp):
    room = RoomState([LAPTOP, MIRROR])
    room.confirm_not_on_wall()
    assert room.safe


def test_a_second_screen_elsewhere_is_safe_until_somebody_says_so(qapp):
    room = RoomState([LAPTOP, WALL])
    assert room.safe
    room.confirm_not_on_wall()
    assert not room.safe
    room.confirm_not_on_wall(False)
    assert room.safe


def test_any_change_of_screens_hides_first_and_tells(qapp, qtbot):
    for now in ([LAPTOP], [LAPTOP, MIRROR], [LAPTOP, WALL, Display("DP", "3", (9, 9, 9, 9))], []):
        room = RoomState([LAPTOP, WALL])
        room.confirm_not_on_wall()
        with qtbot.waitSignals([room.changed, room.screens_changed]):
            room.see(now)
        assert room.safe


def test_the_same_screens_again_change_nothing(qapp, qtbot):
    room = RoomState([LAPTOP, WALL])
    room.confirm_not_on_wall()
    with qtbot.assertNotEmitted(room.changed):
        room.see([WALL, LAPTOP])
    assert not room.safe


def test_moving_the_window_hides_again(qapp):
    room = RoomState([LAPTOP, WALL])
    room.confirm_not_on_wall()
    room.be_safe()
    assert room.safe


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has none for a window of fixed height
def test_private_fields_show_only_while_the_peek_keys_are_down(qtbot):
    room = RoomState([LAPTOP])
    keys = PeekKeys(room)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    field.setFocus()
    assert keys.parent() is None
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyPress(field, Qt.Key.Key_P, both)
    assert not room.safe
    qtbot.keyRelease(field, Qt.Key.Key_P, both)
    assert room.safe
    assert field.text() == ""


def test_the_real_screens_are_seen(qapp):
    room = RoomState()
    watch = ScreenWatch(room)
    assert watch is not None
    assert room.safe
    assert not room.can_confirm


def test_a_mirror_of_another_resolution_or_partly_beside_the_screen_is_still_a_mirror(qapp):
    for place in ((0, 0, 1024, 768), (0, 0, 1920, 1080), (1000, 500, 1920, 1080)):
        room = RoomState([LAPTOP, Display("HDMI", "2", place)])
        room.confirm_not_on_wall()
        assert room.safe


def test_of_three_screens_one_apart_is_enough_to_be_asked(qapp):
    assert RoomState([LAPTOP, MIRROR, WALL]).can_confirm


def test_screens_of_different_scale_are_compared_in_the_pixels_of_the_system(qapp, screens):
    screens(LAPTOP_AT_125, PROJECTOR.at(1000, 0))
    assert not differ(displays_now())
    screens(LAPTOP_AT_125, PROJECTOR)
    qapp.processEvents()
    assert differ(displays_now())

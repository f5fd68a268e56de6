# SPDX-License-Identifier: MIT
"""The wall on a second screen while the meeting goes on: turned by Page Down, and rid of words for good."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from tests.fake_screens import LAPTOP, WALL
from tests.fake_screens import screens as screens
from tests.journeys.keys import Fingers, Key, wait_until
from tests.settled import settle
from tests.ui.wall_looked_over import flat
from walkthrough.export.scene import spoken
from walkthrough.model.queries.wall.shapes import Walking
from walkthrough.model.words import AgendaKind
from walkthrough.ui.wall.projection import WallState

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "propagateSizeHints")
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def live(start, screens, tmp_path, sample_workbook_file):
    """A live meeting on the laptop, its wall in a deep room."""
    path = shutil.copyfile(sample_workbook_file, tmp_path / "county.walkthrough")
    windows = start(path, "--screen", "overview")
    screens(LAPTOP, WALL)
    windows.hand = Fingers(windows.window)
    windows.hand.ctrl(Key.Key_L)
    windows.wall, windows.page = windows.frame.projection, windows.window.stack.page
    windows.wall.set_room_size(200, 1100)
    windows.hand.press(Key.Key_F5)
    windows.page.bar.shared.click()
    settle()
    return windows


def says(wall) -> list[str]:
    return [shape.say for shape in spoken(wall.picture.scene)]


def read_by_accessibility(face) -> str:
    kinds = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)
    own = " ".join(face.text(kind) for kind in kinds)
    return " ".join((own, *(read_by_accessibility(face.child(n)) for n in range(face.childCount()))))


def pixels(wall):
    wall.audience.draw_now()
    return wall.audience.grab().toImage()


def test_page_down_shows_every_ground_rule_and_then_the_next_card(live):
    hand, wall = live.hand, live.wall
    assert wall.audience.screen().name() == "wall"
    hand.press(Key.Key_3)
    settle()
    card = live.page.part().showing()
    seen = list(says(wall))
    turns = 0
    while wall.picture.left:
        hand.press(Key.Key_PageDown)
        assert live.page.part().showing() == card
        assert "The wall was turned" in live.window.status.said()
        seen += says(wall)
        turns += 1
        assert turns < 10
    assert turns
    rules = [flat(rule.text) for rule in live.frame.opened.desk.shelf.ground_rules]
    assert [rule for rule in rules if not any(rule in flat(text) for text in seen)] == []
    hand.press(*[Key.Key_PageUp] * turns)
    assert wall.picture.skip == 0
    assert live.page.part().showing() == card
    hand.press(*[Key.Key_PageDown] * (turns + 1))
    assert live.page.part().showing() != card


def test_all_promises_are_reached_and_pages_of_the_part_come_after_the_rows(live):
    live.page.run.go_to_kind(AgendaKind.LAST_TIME)
    settle()
    wanted, seen = set(), set()
    for _ in range(20):
        view = live.wall.status.view
        wanted |= {row.id for row in view.rows}
        seen |= {shape.key for shape in spoken(live.wall.picture.scene) if shape.key}
        live.hand.press(Key.Key_PageDown)
        settle()
    assert wanted
    assert wanted <= seen


def test_a_frozen_wall_lets_the_page_keys_go_to_the_part(live):
    live.hand.press(Key.Key_3)
    settle()
    live.hand.press(Key.Key_F8)
    before = live.page.part().showing()
    live.hand.press(Key.Key_PageDown)
    assert live.page.part().showing() != before


@pytest.mark.parametrize("stands", ["live", "frozen", "blank"])
def test_what_is_removed_for_good_is_gone_from_the_wall_at_once(live, stands):
    hand, wall, page = live.hand, live.wall, live.page
    wall.set_room_size(None, None)
    page.run.go_to_kind(AgendaKind.WALK)
    assert wait_until(lambda: isinstance(wall.status.view, Walking))
    wall.blank()
    calm = pixels(wall)
    wall.blank()
    before = pixels(wall)
    hand.type("-")
    hand.enter("Zqanna Zqlopez was turned away")
    assert wait_until(lambda: pixels(wall) != before)
    assert "Zqanna" in read_by_accessibility(QAccessible.queryAccessibleInterface(wall.audience))
    if stands == "frozen":
        hand.press(Key.Key_F8)
        assert pixels(wall) != calm
    if stands == "blank":
        hand.press(Key.Key_F9)
    hand.press(Key.Key_Delete, with_=BOTH)
    assert "for good" in live.answers.said[-1]
    assert "Zq" not in read_by_accessibility(QAccessible.queryAccessibleInterface(wall.audience))
    assert (pixels(wall) == calm) == (stands != "live")
    if stands == "frozen":
        assert wall.state is WallState.FROZEN
        assert page.laid_out.head.wall.text() == "FROZEN – the room sees a calm page"
        assert "calm page" in live.window.status.said()
    wall.start()
    assert wait_until(lambda: pixels(wall) == before)
    assert "Zq" not in read_by_accessibility(QAccessible.queryAccessibleInterface(wall.audience))

# SPDX-License-Identifier: MIT
"""From Home to "on the wall: screen 2" by at most four keys: open the workbook, go live, show, confirm."""

from __future__ import annotations

import shutil

import pytest

from tests.fake_screens import LAPTOP, WALL
from tests.fake_screens import screens as screens
from tests.journeys.keys import SHIFT, Fingers, Key, focus
from walkthrough.model.commands.meeting import PlanMeeting
from walkthrough.model.words import AgendaKind
from walkthrough.model.workbook import Workbook
from walkthrough.ui.wall.projection import WallState

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "propagateSizeHints")


@pytest.fixture
def at_home(start, screens, tmp_path, sample_workbook_file):
    """Home on the laptop, a projector beside it, a county in the list."""
    folder = tmp_path / "data" / "workbooks"
    windows = start()
    folder = windows.places.workbooks
    folder.mkdir(parents=True, exist_ok=True)
    path = shutil.copyfile(sample_workbook_file, folder / "county.walkthrough")
    book = Workbook.open(path)
    book.do(PlanMeeting(book.clock.today(), {"starts": "09:00"}, ((AgendaKind.OPEN, "Welcome", 10),)))
    book.close()
    windows.window.stack.page.refresh()
    screens(LAPTOP, WALL)
    windows.hand = Fingers(windows.window)
    windows.window.stack.page.first_focus().setFocus()
    return windows


def test_four_keys_lead_from_home_to_the_wall(at_home):
    hand, wall = at_home.hand, at_home.frame.projection
    hand.begin("to the wall")
    hand.press(Key.Key_Return)
    hand.ctrl(Key.Key_L)
    hand.press(Key.Key_F5)
    page = at_home.window.stack.page
    assert wall.state is WallState.LIVE
    assert not wall.is_small
    assert page.laid_out.head.wall.text() == "On the wall: screen 2"
    assert at_home.window.room.safe
    assert page.bar.isVisible()
    hand.press(Key.Key_Return)
    assert not at_home.window.room.safe
    assert not page.bar.isVisible()
    assert page.part().isAncestorOf(focus())
    assert hand.part.keys == 4


def test_one_press_on_home_starts_the_meeting_of_the_marked_workbook(at_home):
    at_home.window.stack.page.findChild(object, "home.start").click()
    assert at_home.window.stack.page.name == "live"


def test_no_answer_keeps_the_window_fit_for_the_wall(at_home):
    hand = at_home.hand
    hand.press(Key.Key_Return)
    hand.ctrl(Key.Key_L)
    hand.press(Key.Key_F5)
    page = at_home.window.stack.page
    page.bar.shared.click()
    assert at_home.window.room.safe
    hand.press(Key.Key_F5)
    assert not page.bar.isVisible()
    hand.press(Key.Key_F9, with_=SHIFT)
    assert not at_home.window.room.safe


def test_while_somebody_types_the_question_takes_no_key(at_home):
    hand = at_home.hand
    hand.press(Key.Key_Return)
    hand.ctrl(Key.Key_L)
    hand.type("-")
    hand.write("half a ")
    hand.press(Key.Key_F5)
    page = at_home.window.stack.page
    hand.write("word")
    assert page.bar.isVisible()
    assert page.line.line.text == "half a word"
    assert at_home.window.room.safe


def test_a_change_of_screens_hides_first_and_asks_again(at_home, screens):
    hand, window = at_home.hand, at_home.window
    hand.press(Key.Key_Return)
    hand.ctrl(Key.Key_L)
    hand.press(Key.Key_F5, Key.Key_Return)
    assert not window.room.safe
    screens(LAPTOP)
    assert window.room.safe
    page = window.stack.page
    assert page.laid_out.head.wall.text() == "No screen for the wall"
    screens(LAPTOP, WALL)
    hand.settle()
    assert window.room.safe

# SPDX-License-Identifier: MIT
"""Ways around by keys: first start, sample, backup, looks, go to, key sheet, names in the room."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.journeys.keys import CTRL, SHIFT, Fingers, Key, at, focus, wait_until
from walkthrough.model.queries.plan import next_steps
from walkthrough.model.store.integrity import check
from walkthrough.ui.room import Display

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
SPOKEN = Qt.ItemDataRole.AccessibleTextRole
LAPTOP, WALL = Display("eDP", "1", (0, 0, 1366, 768)), Display("HDMI", "2", (1366, 0, 1920, 1080))


@pytest.fixture
def sample(sample_workbook_file, tmp_path) -> Path:
    return Path(shutil.copyfile(sample_workbook_file, tmp_path / "county.walkthrough"))


@pytest.mark.timeout(120)
def test_a_first_start_leads_by_enter_to_the_sample(start):
    windows = start()
    hand = Fingers(windows.window)
    assert at() == "door.sample"
    hand.press(Key.Key_Return)
    assert wait_until(lambda: windows.frame.opened is not None, 60)
    assert windows.window.stack.page.name == "overview"
    hand.alt(Key.Key_Home)
    assert at() == "workbooks"
    assert focus().currentIndex().data(SPOKEN).startswith("Sample, sample")
    hand.press(Key.Key_Return)
    assert windows.window.stack.page.name == "overview"


def test_a_first_start_leads_by_tab_and_enter_to_an_own_workbook(start):
    windows = start()
    hand = Fingers(windows.window)
    hand.press(Key.Key_Tab)
    assert at() == "door.new"
    hand.answer(lambda: hand.press(Key.Key_Return), lambda: hand.enter("Cedar County"))
    assert windows.window.windowTitle() == "Cedar County · Walkthrough"
    assert windows.window.stack.page.isAncestorOf(focus())


def test_a_new_workbook_thought_better_of_is_none(start):
    windows = start()
    hand = Fingers(windows.window)
    hand.answer(lambda: hand.ctrl(Key.Key_N), lambda: hand.press(Key.Key_Escape))
    assert windows.frame.opened is None
    assert at() == "door.sample"


def test_back_up_now_makes_a_sound_copy_and_says_so(start, sample):
    windows = start(sample)
    hand = Fingers(windows.window)
    hand.ctrl(Key.Key_S)
    assert "a backup was made" in windows.window.status.said()
    copies = [path for path in windows.places.backups.rglob("*") if path.is_file()]
    assert copies
    assert all(check(path).sound for path in copies)


def test_theme_and_size_change_by_key_and_the_focus_stays(start, sample):
    windows = start(sample, "--screen", "walk", "--theme", "light")
    hand = Fingers(windows.window)
    hand.press(Key.Key_L, with_=CTRL | SHIFT)
    assert windows.settings.now.theme == "dark"
    assert QApplication.palette().window().color().lightness() < 100
    hand.ctrl(Key.Key_Equal, Key.Key_Equal, Key.Key_Minus)
    assert windows.window.status.said() == "Text size 110 %"
    hand.ctrl(Key.Key_0)
    assert windows.window.status.said() == "Text size 100 %"
    hand.press(Key.Key_L, with_=CTRL | SHIFT)
    assert QApplication.palette().window().color().lightness() > 150
    assert at() == "capture"


def test_ctrl_k_goes_to_a_page_by_some_letters(start, sample):
    windows = start(sample, "--screen", "walk")
    hand = Fingers(windows.window)
    hand.answer(lambda: hand.ctrl(Key.Key_K), lambda: (hand.type("stage"), hand.press(Key.Key_Return)))
    assert windows.window.stack.page.name == "stage-check"
    assert windows.window.stack.page.isAncestorOf(focus())


def test_f1_shows_the_keys_and_escape_goes_back_to_the_line(start, sample):
    windows = start(sample, "--screen", "walk")
    hand = Fingers(windows.window)
    seen: list[str] = []

    def read() -> None:
        hand.press(Key.Key_Down)
        seen.append(focus().currentIndex().data(SPOKEN))
        hand.press(Key.Key_Escape)

    hand.answer(lambda: hand.press(Key.Key_F1), read)
    assert seen == ["Save the line: Enter"]
    assert at() == "capture"


def told(windows) -> str:
    """Everything that the list of the page tells a screen reader."""
    model = windows.window.stack.page.view.list.model()
    return "\n".join(str(model.index(row, 0).data(SPOKEN)) for row in range(model.rowCount()))


def test_names_are_hidden_until_somebody_says_that_this_is_not_the_wall(start, sample):
    windows = start(sample, "--screen", "plan")
    hand = Fingers(windows.window)
    owners = {step.owner for step in windows.frame.opened.workbook.read(next_steps) if step.owner}
    assert owners
    assert not [name for name in owners if name in told(windows)]
    hand.tab_to("room", most=80)
    # on the only screen it asks first, and a hasty Enter says no
    hand.answer(lambda: hand.press(Key.Key_Space), lambda: hand.press(Key.Key_Return))
    assert windows.window.status.said() == "Private fields are hidden."
    assert not [name for name in owners if name in told(windows)]
    windows.room.see([LAPTOP, WALL])
    hand.tab_to("room", most=80)
    hand.press(Key.Key_Space)
    assert windows.window.status.said() == "Private fields are shown."
    assert [name for name in owners if name in told(windows)]
    windows.room.see([LAPTOP])
    assert not [name for name in owners if name in told(windows)]
    assert windows.window.status.said() == "The screens have changed. Private fields are hidden."

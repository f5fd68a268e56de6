# SPDX-License-Identifier: MIT
"""The side where the ladder is changed, in the real window by keys: a copy, its words, another, a file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.tab_walk import complaints
from walkthrough.model.queries.ladders import ladder_page, ladders
from walkthrough.model.queries.stage import check_page

Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has none


def at() -> str:
    found = QApplication.focusWidget()
    assert found is not None, "nothing has the focus"
    return found.objectName()


def press(*keys, modifier=NONE):
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key, modifier)
        QTest.qWait(3)


def write(text):
    press(Key.Key_A, modifier=CTRL)
    QTest.keyClicks(QApplication.focusWidget(), text)


def tab_to(name, most=80):
    for _step in range(most):
        if at() == name:
            return
        press(Key.Key_Tab)
    raise AssertionError(f"Tab never came to {name}, it is at {at()}")


@pytest.fixture
def screen_of(start, tmp_path):
    def _screen_of(file: Path):
        path = tmp_path / "Harlan.walkthrough"
        shutil.copyfile(file, path)
        windows = start(path, "--screen", "stage-check")
        windows.window.resize(1093, 614)
        QTest.qWait(10)
        return windows.window.stack.page, windows

    return _screen_of


def test_a_copy_of_the_ladder_is_worded_moved_and_added_to_by_keys(screen_of, sample_workbook_file):
    screen, windows = screen_of(sample_workbook_file)
    read, side = screen.desk.workbook.read, screen.ladder
    earlier = screen.page
    tab_to("ladder_change")
    press(Key.Key_Space)
    assert screen.is_at_ladder()
    assert "stays as it is" in side.view.standing.text()
    assert list(complaints(windows.window, side.first())) == []
    tab_to("ladder_copy")
    press(Key.Key_Space)
    assert QApplication.focusWidget() is side.view.list
    press(*[Key.Key_Down] * 2, Key.Key_F2)
    assert at() == "ladder_stage_name"
    write("Knowing one another")
    press(Key.Key_Return)
    side.view.list.setFocus()
    press(Key.Key_Down, modifier=ALT)
    assert [stage.name for stage in side.page.stages][:2] == ["Joint projects", "Knowing one another"]
    press(*[Key.Key_Down] * 4)
    assert side.view.list.chosen_id() == side.page.dimensions[0].id
    press(Key.Key_N, modifier=CTRL | SHIFT)
    write("Housing")
    press(Key.Key_Return)
    assert "Still to be written: 4" in side.view.standing.text()
    assert list(complaints(windows.window, side.first())) == []
    for number in range(1, 5):
        tab_to("ladder_statement")
        QTest.keyClicks(QApplication.focusWidget(), f"We share homes at {number}.")
        press(Key.Key_Tab)
    tab_to("ladder_part_drop")
    part = side.page.dimensions[-1]
    assert (part.name, [one.text[-2] for one in part.criteria], part.holes) == ("Housing", list("1234"), ())
    press(Key.Key_Escape)
    QTest.qWait(150)  # a button is seen to go down before its key does something
    assert at() == "ladder_change"
    screen.head.new.click()
    assert [part.name for part in screen.page.dimensions][-1] == "Housing"
    assert read(check_page, earlier.id) == earlier
    assert [head.version for head in read(ladders) if head.checks] == ["1", "1-2"]


def test_a_statement_moves_to_another_stage_and_keeps_the_keyboard(screen_of, sample_workbook_file):
    screen, _windows = screen_of(sample_workbook_file)
    side = screen.ladder
    screen.head.ladders.change.click()
    side.view.copy.click()
    part = side.page.dimensions[2]
    side.view.list.choose(part.id)
    form = side.view.part.blocks[0].forms[0]
    form.text.setFocus()
    press(Key.Key_Down, modifier=ALT)
    moved = side.view.part.statement_with_focus()
    assert moved.row.id == part.criteria[0].id
    assert (moved.row.stage, side.page.dimensions[2].holes) == (2, (1,))
    assert [form.row is None for form in side.view.part.blocks[0].forms] == [True]


def test_another_ladder_is_typed_in_lines_or_read_from_a_file(screen_of, blank_workbook_file, tmp_path):
    screen, windows = screen_of(blank_workbook_file)
    read, side = screen.desk.workbook.read, screen.ladder
    tab_to("ladder_change")
    press(Key.Key_Space)
    tab_to("ladder_other")
    press(Key.Key_Space)
    assert at() == "ladder_new_name"
    assert list(complaints(windows.window, side.first())) == []
    side.view.other.click()
    QTest.qWait(5)
    write("Seven steps")
    tab_to("ladder_new_lines")
    QTest.keyClicks(QApplication.focusWidget(), "Talk: we meet")
    press(Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), ": nothing")
    side.view.new.make.click()
    assert "Line 2" in side.view.new.lines.error()
    assert [head.name for head in read(ladders) if head.is_own] == []
    write("Talk: we meet")
    press(Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "Act: we do")
    tab_to("ladder_make")
    press(Key.Key_Space)
    assert (side.page.head.name, len(side.page.stages)) == ("Seven steps", 2)
    file = tmp_path / "ladder.toml"
    file.write_text('kind = "ladder"\nid = "x"\nversion = 1\nname = "X"\nbased_on = ["Ours"]\nstages = []\n')
    windows.answers.path = file
    side.view.other.click()
    side.view.new.file.click()
    assert "Line 6" in side.view.new._file_faults.text()
    press(Key.Key_Escape)
    QTest.qWait(150)  # a button is seen to go down before its key does something
    assert at() == "ladder_change"
    assert "no parts" in screen.start._start.prose.text()
    screen.begin.click()
    assert (screen.page.ladder, screen.page.dimensions) == ("Seven steps", ())
    assert at() == "agreed_stage"
    assert list(complaints(windows.window, screen.first_focus())) == []
    assert read(ladder_page, screen.page.ladder_id).head.checks == 1

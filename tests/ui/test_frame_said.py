# SPDX-License-Identifier: MIT
"""What the foot of the window says goes when it holds no longer; "go to" and the key sheet show it whole."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from walkthrough.model.ballots import BoxHead, BoxQuestion
from walkthrough.model.words import RatingMethod
from walkthrough.ui.actions import RAIL
from walkthrough.ui.dialogs.go_to import GoToDialog
from walkthrough.ui.dialogs.new_workbook import NewWorkbook
from walkthrough.ui.key_sheet import rows_of
from walkthrough.ui.screens.home.library import SAMPLE


@pytest.fixture
def windows(start, sample_workbook_file, tmp_path):
    return start(shutil.copy(sample_workbook_file, tmp_path / "own.walkthrough"))


def test_what_was_said_goes_with_the_page(windows):
    windows.frame.go("meetings")
    windows.window.status.say("The meeting is planned.")
    windows.frame.go("meetings")
    assert windows.window.status.said() == "The meeting is planned."
    windows.frame.go("reports")
    assert windows.window.status.said() == ""


def test_after_esc_no_entry_is_said_to_be_on_the_line(windows):
    windows.frame.go("walk")
    line = windows.window.stack.page.first_focus()
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Up)
    assert "is on the line" in windows.window.status.said()
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert windows.window.status.said() == ""


def test_go_to_offers_the_pages_while_nothing_is_typed(windows, qtbot):
    dialog = GoToDialog(windows.window.actions_here.can_be_asked(), windows.window)
    qtbot.addWidget(dialog)
    offered = [
        dialog.list.topLevelItem(n).data(0, Qt.ItemDataRole.UserRole)
        for n in range(dialog.list.topLevelItemCount())
    ]
    assert offered == [f"go.{page}" for page in RAIL]
    qtbot.keyClicks(dialog.field.control, "dark")
    assert dialog.list.currentItem().text(0)


def test_the_key_sheet_says_the_sign_beside_each_kind():
    keys = {text: keys for keys, text, _where in rows_of("capture")}
    assert keys["Barrier"] == "Ctrl+1, or - first"
    assert keys["Decision"] == "Ctrl+6, or * first"


def _it_is_told_of_before_another_workbook_takes_its_place(windows, monkeypatch) -> None:
    folder, book = windows.places.workbooks, windows.frame.opened.workbook
    folder.mkdir(exist_ok=True)
    shutil.copyfile(book.path, folder / SAMPLE)  # never opened: its log is not needed
    wanted = NewWorkbook("Bell County", "", folder / "Bell County.walkthrough")
    monkeypatch.setattr("walkthrough.ui.file_actions.ask_new_workbook", lambda *_asked: wanted)
    windows.answers.said.clear()
    windows.window.actions_here.ask("file.new")
    windows.frame.go("home")
    windows.window.stack.page.sample_asked.emit()
    assert windows.answers.said == ["A ballot box is open"] * 2
    assert windows.frame.opened.workbook is book
    assert not wanted.path.exists()


def test_ballots_are_saved_without_a_time_and_closing_tells_of_their_open_box(windows, monkeypatch):
    book, status = windows.frame.opened.workbook, windows.window.status
    asked = {"for_table": "stage_check", "for_id": "c", "questions": (BoxQuestion("", 4),)}
    box = book.boxes.open_new(BoxHead(method=RatingMethod.PAPER, people=6, **asked))
    for told in ("1 of 6 is in, all saved", "2 of 6 are in, all saved"):
        box.cast((3,))
        assert status.saved_text() == told
    windows.answers.yes = False
    assert not windows.window.close()
    windows.window.actions_here.ask("file.close")
    assert windows.answers.said == ["A ballot box is open"] * 2
    assert windows.frame.opened is not None
    _it_is_told_of_before_another_workbook_takes_its_place(windows, monkeypatch)
    book.boxes.drop(box)
    assert status.saved_text() == "All saved"
    windows.window.actions_here.ask("file.close")
    assert windows.frame.opened is None, "with no box there is nothing to tell of"

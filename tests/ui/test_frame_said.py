# SPDX-License-Identifier: MIT
"""What the foot of the window says goes when it holds no longer; "go to" and the key sheet show it whole."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from walkthrough.ui.actions import RAIL
from walkthrough.ui.dialogs.go_to import GoToDialog
from walkthrough.ui.key_sheet import rows_of


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

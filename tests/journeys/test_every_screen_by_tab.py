# SPDX-License-Identifier: MIT
"""Every screen and dialog by Tab alone, forth and back, with the sample open, with an empty workbook, with
none: no trap, nothing left out, and everything has a name and a role for a screen reader.
"""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget

from tests.tab_walk import complaints
from walkthrough.ui.screen_makers import pages_here


def walked(windows, screen: str, qtbot) -> list[str]:
    """Go to a screen and walk it from where its focus is."""
    windows.frame.go(screen)
    QApplication.processEvents()
    page = windows.window.stack.page
    assert page.name == screen
    return sorted(set(complaints(windows.window, page.first_focus())))


pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has none


@pytest.mark.parametrize("book", ["sample", "empty"])
def test_every_screen_of_an_open_workbook(
    book, start, qtbot, tmp_path, sample_workbook_file, blank_workbook_file
):
    path = tmp_path / "county.walkthrough"
    shutil.copyfile(sample_workbook_file if book == "sample" else blank_workbook_file, path)
    windows = start(path, "--screen", "overview")
    found = {screen: walked(windows, screen, qtbot) for screen in pages_here()}
    assert len(found) == 9
    assert {screen: wrong for screen, wrong in found.items() if wrong} == {}


def test_home_without_a_workbook(start, qtbot):
    assert walked(start(), "home", qtbot) == []


@pytest.mark.parametrize("action", ["file.new", "go.anything", "help.keys", "help.about"])
def test_every_dialog(action, start, qtbot, tmp_path, blank_workbook_file):
    path = tmp_path / "county.walkthrough"
    shutil.copyfile(blank_workbook_file, path)
    windows = start(path, "--screen", "overview")
    found = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or not dialog.isActiveWindow():
            return
        again.stop()
        wrong = list(complaints(dialog, dialog.focusWidget()))
        found.append((type(dialog).__name__, dialog.windowTitle(), wrong))
        dialog.reject()

    again = QTimer(interval=20)
    again.timeout.connect(look)
    again.start()
    windows.window.actions_here.ask(action)
    again.stop()
    ((name, title, wrong),) = found
    assert title, name
    assert wrong == [], name


# The walk itself must be able to fail --------------------------------------------------------------------


class Trap(QLineEdit):
    """Keeps Tab for itself."""

    def event(self, event):
        if event.type() == event.Type.KeyPress and event.key() == Qt.Key.Key_Tab:
            return True
        return super().event(event)


@pytest.mark.parametrize(
    ("make", "complaint"),
    [
        (lambda: Trap(accessibleName="a"), "is a trap"),
        (lambda: QLineEdit(), "no name"),
        (lambda: QPushButton("b", focusPolicy=Qt.FocusPolicy.NoFocus), "never reached"),
    ],
)
def test_what_is_wrong_is_found(make, complaint, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first = QPushButton("a")
    for widget in (first, make(), QPushButton("c")):
        column.addWidget(widget)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert any(complaint in line for line in complaints(window, first))
    QTest.keyClick(first, Qt.Key.Key_Escape)

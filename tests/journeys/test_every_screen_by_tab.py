# SPDX-License-Identifier: MIT
"""Every screen and dialog by Tab alone, forth and back, with the sample open, with an empty workbook, with
none: no trap, nothing left out, and everything has a name and a role for a screen reader.
"""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tests.tab_walk import complaints
from walkthrough.model.commands.meeting import SetAgenda
from walkthrough.model.words import AgendaKind
from walkthrough.ui.screen_makers import pages_here


def walked(windows, screen: str) -> list[str]:
    """Go to a screen and walk it: as it opens, each of its parts, and the first row of each list opened."""
    windows.frame.go(screen)
    QApplication.processEvents()
    page = windows.window.stack.page
    assert page.name == screen
    found = set(complaints(windows.window, page.first_focus()))
    for switch in switches(page):
        switch.click()
        QApplication.processEvents()
        found |= {f"{switch.text()}: {line}" for line in complaints(windows.window, switch)}
    for view in page.findChildren(QAbstractItemView):
        if isinstance(view, QHeaderView) or not view.isVisible() or view.model() is None:
            continue
        if view.model().rowCount(view.rootIndex()):
            view.setFocus()
            QTest.keyClick(view, Qt.Key.Key_Down)
            QTest.keyClick(view, Qt.Key.Key_Return)
            QApplication.processEvents()
            if windows.window.stack.page is not page:
                windows.frame.go(screen)
            name = f"{view.accessibleName()}, a row opened"
            found |= {f"{name}: {line}" for line in complaints(windows.window, page.first_focus())}
    return sorted(found)


def switches(page: QWidget) -> list[QAbstractButton]:
    """The buttons that change which part of a page is shown; the one that is pressed comes last."""
    buttons = [
        one for one in page.findChildren(QAbstractButton) if one.isVisible() and "part_" in one.objectName()
    ]
    return sorted(buttons, key=lambda one: one.isChecked())


pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has none


@pytest.mark.parametrize("book", ["sample", "empty"])
def test_every_screen_of_an_open_workbook(
    book, start, qtbot, tmp_path, sample_workbook_file, blank_workbook_file
):
    path = tmp_path / "county.walkthrough"
    shutil.copyfile(sample_workbook_file if book == "sample" else blank_workbook_file, path)
    windows = start(path, "--screen", "overview")
    found = {screen: walked(windows, screen) for screen in pages_here()}
    assert len(found) == 10
    assert {screen: wrong for screen, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("book", ["sample", "empty"])
def test_the_live_screen_in_each_part_with_its_panels(
    book, start, qtbot, tmp_path, sample_workbook_file, blank_workbook_file
):
    path = tmp_path / "county.walkthrough"
    shutil.copyfile(sample_workbook_file if book == "sample" else blank_workbook_file, path)
    windows = start(path, "--screen", "overview")
    before = walked(windows, "live")
    windows.window.actions_here.ask("live.start")
    page, ask = windows.window.stack.page, windows.window.actions_here.ask
    book_now = windows.frame.opened.workbook
    parts = tuple((kind, str(kind), 10) for kind in AgendaKind)
    book_now.do(SetAgenda(book_now.live_meeting, parts))
    found = {"before": before}
    for at, kind in enumerate(AgendaKind):
        page.run.go(at)
        QApplication.processEvents()
        found[kind] = sorted(set(complaints(windows.window, page.first_focus())))
    for panel in ("live.roll", "help.keys"):
        ask(panel)
        found[panel] = sorted(set(complaints(windows.window, page.first_focus())))
        ask(panel)
    assert {place: wrong for place, wrong in found.items() if wrong} == {}


def test_home_without_a_workbook(start, qtbot):
    assert walked(start(), "home") == []


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

# SPDX-License-Identifier: MIT
"""A change of theme or text size dresses what is seen; pages out of sight wait for their next visit."""

from __future__ import annotations

import shutil
from collections import Counter

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from walkthrough.ui.actions import RAIL
from walkthrough.ui.theme import look_of

MOST_TIMES = 6
"""How often one widget may be told of one change: taking the sheet off, putting it on, and little more."""


class Told(QObject):
    """Counts how often each widget is told of a new style."""

    def __init__(self) -> None:
        super().__init__()
        self.times: Counter[QObject] = Counter()

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.StyleChange and isinstance(watched, QWidget):
            self.times[watched] += 1
        return False


@pytest.fixture
def visited(start, sample_workbook_file, tmp_path):
    """The windows over the sample with every page visited; Plan is shown."""
    own = shutil.copy(sample_workbook_file, tmp_path / "own.walkthrough")
    windows = start(own)
    for page in (*RAIL, "plan"):
        windows.frame.go(page)
        QCoreApplication.processEvents()
    yield windows
    windows.window.actions_here.ask("view.usual")
    windows.window.actions_here.ask("view.theme.light")


def told_of(action, windows):
    told = Told()
    QApplication.instance().installEventFilter(told)
    windows.window.actions_here.ask(action)
    QApplication.instance().removeEventFilter(told)
    return told.times


def test_only_what_is_seen_is_dressed_and_each_widget_a_few_times(visited):
    stack = visited.window.stack
    hidden = [stack.widget(n) for n in range(stack.count()) if stack.widget(n) is not stack.page]
    assert len(hidden) == len(RAIL) - 1
    for action in ("view.larger", "view.theme.dark"):
        times = told_of(action, visited)
        assert not [widget for widget in times if any(page.isAncestorOf(widget) for page in hidden)], action
        assert times[stack.page] >= 1, action
        assert max(times.values()) <= MOST_TIMES, action


def test_a_page_wears_the_new_theme_at_its_next_visit(visited):
    window = visited.window
    window.actions_here.ask("view.theme.dark")
    window.actions_here.ask("view.larger")
    visited.frame.go("partners")
    QCoreApplication.processEvents()
    first = window.stack.page.grab().toImage()
    with_look = [label for label in window.stack.page.findChildren(QLabel) if label.property("look") == "h1"]
    look = look_of(window)
    assert with_look
    assert all(label.font().pixelSize() == look.px(look.type_sizes["h1"]) for label in with_look)
    assert window.stack.page.palette().window().color() == look.color("ground")
    window.actions_here.ask("view.usual")
    window.actions_here.ask("view.larger")  # dressed while it is seen
    QCoreApplication.processEvents()
    assert window.stack.page.grab().toImage() == first


def test_what_is_typed_on_a_page_stays_over_a_change_of_theme(visited):
    visited.frame.go("walk")
    line = visited.window.stack.page.first_focus()
    assert isinstance(line, QWidget)
    QTest.keyClicks(line, "- half a thou")
    visited.frame.go("plan")
    visited.window.actions_here.ask("view.theme.dark")
    visited.frame.go("walk")
    assert "half a thou" in line.text()

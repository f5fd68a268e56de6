# SPDX-License-Identifier: MIT
"""Fingers on the keyboard of the real window over a workbook in which a walk has begun."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from walkthrough.model import Workbook
from walkthrough.model.commands.walk import StartWalk
from walkthrough.model.content import load_shelf
from walkthrough.model.queries.entries import entry_by_number, last_entries

Key = Qt.Key
CONTENT = Path(__file__).parents[2] / "resources" / "content"


def begin_walk(path):
    """Start route A with its first made-up family in the workbook at `path`."""
    book = Workbook.open(path)
    shelf = load_shelf(CONTENT, "en")
    route = shelf.route("five-points")
    book.do(StartWalk(route, shelf.general_prompts, shelf.families_of(route.id)[0]))
    book.close()


class Hands:
    """Fingers on the keyboard: every key goes to whatever has the focus."""

    def __init__(self, windows):
        self.windows = windows
        windows.window.resize(1093, 614)  # 1366 x 768 at 125 %
        QTest.qWait(1)
        self.keys = 0

    @property
    def screen(self):
        return self.windows.window.stack.page

    @property
    def line(self):
        return self.screen.line

    @property
    def book(self):
        return self.screen.desk.workbook

    def type(self, text):
        for letter in text:
            self.keys += 1
            QTest.keyClicks(QApplication.focusWidget(), letter)

    def press(self, *keys, modifier=Qt.KeyboardModifier.NoModifier):
        for key in keys:
            self.keys += 1
            QTest.keyClick(QApplication.focusWidget() or self.windows.window, key, modifier)

    def ctrl(self, key):
        self.press(key, modifier=Qt.KeyboardModifier.ControlModifier)

    def alt(self, key):
        self.press(key, modifier=Qt.KeyboardModifier.AltModifier)

    def enter(self, text):
        self.type(text)
        self.press(Key.Key_Return)

    def last(self):
        return self.book.read(last_entries)[0]

    def at(self, number):
        return self.book.read(entry_by_number, number)

    def said(self):
        return self.windows.window.status.said()


def has_focus(field):
    """Whether the field's control has the focus."""
    return QApplication.focusWidget() is field.control

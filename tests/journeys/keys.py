# SPDX-License-Identifier: MIT
"""Ten fingers on the keyboard of the real window, each key counted. They know no screen and call no method.

A chord like Ctrl+N is one key. Words are what somebody wants written; every other key is the program's cost.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@dataclass
class Part:
    """What one part of a journey cost."""

    name: str
    keys: int = 0
    words: int = 0

    @property
    def beyond(self) -> int:
        """Keys that were no letter of anybody's words."""
        return self.keys - self.words


def focus() -> QWidget:
    """What the keys go to now."""
    found = QApplication.focusWidget()
    assert found is not None, "nothing has the focus"
    return found


def at() -> str:
    """The name of what has the focus, or what it says."""
    found = focus()
    return found.objectName() or found.accessibleName()


def wait_until(holds: Callable[[], bool], seconds: float = 5) -> bool:
    """Wait while the program works; whether it came to hold in time."""
    end = time.monotonic() + seconds
    while not holds() and time.monotonic() < end:
        QTest.qWait(5)
    return holds()


class Fingers:
    """They send keys to whatever has the focus, and nothing else."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.parts = [Part("start")]
        window.resize(1093, 614)  # 1366 x 768 at 125 %
        self.settle()

    @property
    def part(self) -> Part:
        """The part being counted."""
        return self.parts[-1]

    def begin(self, name: str) -> None:
        """Count for another part from now on."""
        self.parts.append(Part(name))

    def write(self, words: str) -> None:
        """Type words that somebody wants written."""
        for letter in words:
            QTest.keyClicks(focus(), letter)
        self.part.keys += len(words)
        self.part.words += len(words)

    def type(self, letters: str) -> None:
        """Type letters that only steer."""
        for letter in letters:
            QTest.keyClicks(focus(), letter)
        self.part.keys += len(letters)

    def press(self, *keys: Key, with_: Qt.KeyboardModifier = NONE) -> None:
        """Press keys one after the other, each with the same modifier."""
        for key in keys:
            QTest.keyClick(focus(), key, with_)
            self.part.keys += 1
        self.settle()

    def ctrl(self, *keys: Key) -> None:
        """Press keys with Ctrl."""
        self.press(*keys, with_=CTRL)

    def alt(self, *keys: Key) -> None:
        """Press keys with Alt."""
        self.press(*keys, with_=ALT)

    def page(self, number: int) -> None:
        """Go to a page by its number on the rail."""
        self.press(Key(Key.Key_0 + number), with_=CTRL | SHIFT)

    def enter(self, words: str = "") -> None:
        """Write words and press Enter."""
        self.write(words)
        self.press(Key.Key_Return)

    def fill(self, *fields: str) -> None:
        """Write into fields that follow each other by Tab; the last is not left."""
        for number, words in enumerate(fields):
            if number:
                self.press(Key.Key_Tab)
            self.write(words)

    def tab_to(self, name: str, most: int = 40, *, back: bool = False) -> int:
        """Press Tab until the control of this name has the focus; the number of Tabs."""
        for step in range(most):
            if at() == name:
                return step
            self.press(Key.Key_Backtab if back else Key.Key_Tab, with_=SHIFT if back else NONE)
        raise AssertionError(f"Tab never came to {name}, but to {at()}")

    def part_to(self, widget: QWidget) -> None:
        """Go from part to part of the window by F6 until this widget has the keys."""
        for _part in range(8):
            if focus() is widget:
                return
            self.press(Key.Key_F6)
        raise AssertionError(f"F6 never came to {widget.objectName() or type(widget).__name__}")

    def answer(self, ask: Callable[[], None], type_answer: Callable[[], None]) -> None:
        """Press what opens a question (`ask`) and type into it; it must be closed by what is typed."""
        told = ["no question was asked"]

        def typing() -> None:
            asked = QApplication.activeModalWidget()
            if asked is None:
                return
            told[:] = ["the question was left open"]
            try:
                if wait_until(lambda: QApplication.focusWidget() in asked.findChildren(QWidget)):
                    type_answer()
                if not asked.isVisible():
                    told.clear()
            finally:
                asked.close()

        QTimer.singleShot(0, typing)
        ask()
        assert not told, told
        self._window.activateWindow()  # here no window manager does it
        assert wait_until(self._window.isActiveWindow)

    @staticmethod
    def settle() -> None:
        """Let what was asked for happen, as it does between two keys of a person."""
        QTest.qWait(1)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def table(self) -> str:
        """What each part cost, one line each."""
        rows = [part for part in self.parts if part.keys]
        rows.append(Part("all", sum(p.keys for p in rows), sum(p.words for p in rows)))
        lines = [f"{'part':<34}{'keys':>6}{'words':>7}{'beyond':>8}"]
        lines += [f"{row.name:<34}{row.keys:>6}{row.words:>7}{row.beyond:>8}" for row in rows]
        return "\n".join(lines)

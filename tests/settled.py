# SPDX-License-Identifier: MIT
"""Waits until the windows have done what was asked of them: by what is still due, never by a guessed time.

It knows no screen. A wait of a fixed length is too short on a busy machine and too long on any other.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

SOON_MS = 300
"""What is due later is no answer to a key: drafts, the rest after work, what hushes a message."""
_PATIENCE = 10.0


def settle() -> None:
    """Let everything happen that is due soon, and what follows from it."""
    end = time.monotonic() + _PATIENCE
    QTest.qWait(1)
    while any(_due_soon()):
        assert time.monotonic() < end, "something is always due: " + ", ".join(_due_soon())
        QTest.qWait(2)
    QTest.qWait(1)


def _due_soon() -> Iterator[str]:
    for window in QApplication.topLevelWidgets():
        for timer in window.findChildren(QTimer):
            if timer.isSingleShot() and timer.isActive() and timer.interval() <= SOON_MS:
                yield type(timer.parent()).__name__

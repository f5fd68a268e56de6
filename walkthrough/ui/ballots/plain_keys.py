# SPDX-License-Identifier: MIT
"""Which key was meant on a ballot: a digit is a digit on every keyboard, whatever key or script it is on.

It must not know what a key does.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def is_plain(event: QKeyEvent) -> bool:
    """Tell whether a key may write: with Shift, on the number pad, in another group of the keyboard too."""
    return not event.modifiers() & _COMMANDS


def digit_of(event: QKeyEvent) -> int | None:
    """Return the digit that a key writes; None for another key. French keyboards write digits with Shift."""
    text = event.text()
    return int(text) if is_plain(event) and len(text) == 1 and text.isdecimal() else None


def writes(event: QKeyEvent) -> bool:
    """Tell whether a key writes a letter, a digit or a sign."""
    return is_plain(event) and bool(event.text()) and event.text().isprintable()

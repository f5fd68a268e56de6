# SPDX-License-Identifier: MIT
"""Letters typed on a list go to the capture line: it is always ready. It must not know what they mean."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from walkthrough.ui.walking.capture_line import CaptureLine

_TYPES = (
    Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.KeypadModifier
    | Qt.KeyboardModifier.GroupSwitchModifier  # what AltGr is where "@" takes it
)


class LettersToLine(QObject):
    """Watches widgets that take no letters themselves."""

    def __init__(self, line: CaptureLine, parent: QObject) -> None:
        super().__init__(parent)
        self._line = line

    def watch(self, *widgets: QWidget) -> None:
        """Hand on the letters typed on these from now on."""
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the line the focus with its first letter."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _is_typing(event):
            self._line.text.control.setFocus()
            self._line.text.control.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)


def _is_typing(event: QKeyEvent) -> bool:
    others = event.modifiers() & ~_TYPES
    text = event.text()
    return not others and len(text) == 1 and text.isprintable() and text != " "

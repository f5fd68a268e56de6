# SPDX-License-Identifier: MIT
"""Keys of the live screen while no text field has the focus: digits answer, a kind character opens the line.

It must not know what any key means to a part.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from walkthrough.model import FileTrouble, Refused
from walkthrough.ui.focus_filter import FocusFilter

_TYPED_IN = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox)
_PRESS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select)
_HELD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class LiveKeys(FocusFilter):
    """Offers keys to `answer` before a widget of `place` gets them; `beside` keep theirs."""

    def __init__(
        self, place: QWidget, beside: Sequence[QWidget], answer: Callable[[QKeyEvent], bool]
    ) -> None:
        self._place, self._beside, self._answer = place, tuple(beside), answer
        super().__init__(place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A key that the part answers goes no further; nor is a kind character a shortcut here."""
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return False
        if not self._is_meant(watched, event):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            if event.text() == "?":  # a parked topic; the key sheet has F1
                event.accept()
            return False
        return event.type() == QEvent.Type.KeyPress and self._is_answered(event)

    def _is_answered(self, event: QKeyEvent) -> bool:
        """Ask the part. What goes wrong there is told here and now.

        An error that leaves an event filter stays pending while Qt calls the next override, and PySide 6.11
        on Python 3.11 then loses overrides and reads a message as if it were an exception: it crashes.
        """
        try:
            return self._answer(event)
        except (FileTrouble, Refused):
            sys.excepthook(*sys.exc_info())
            return True

    def _is_meant(self, watched: QWidget, event: QKeyEvent) -> bool:
        if isinstance(watched, _TYPED_IN) or not self._place.isAncestorOf(watched):
            return False
        if any(panel.isAncestorOf(watched) for panel in self._beside):
            return False
        if isinstance(watched, QAbstractButton) and event.key() in _PRESS:
            return False
        return not event.modifiers() & _HELD

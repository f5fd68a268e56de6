# SPDX-License-Identifier: MIT
"""Which keys belong to the text field that has the focus, and which to the program.

Undo is the text's own first, and the workbook's once the text has nothing to take back. Keys that some
systems give to text fields (Ctrl+E, Ctrl+K) stay the program's everywhere. It must not know what any action
does.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

from walkthrough.ui.focus_filter import FocusFilter

_Key = QKeySequence.StandardKey
_TO_PROGRAM = tuple(QKeySequence(keys) for keys in ("Ctrl+E", "Ctrl+K", "Ctrl+H", "Ctrl+J", "Ctrl+F"))
TextWidget = QLineEdit | QPlainTextEdit | QTextEdit


class TextKeys(FocusFilter):
    """Keeps a text field from claiming a key that is the program's at this moment."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ignore in the field's name what is meant for the program."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(watched, TextWidget):
            return False
        assert isinstance(event, QKeyEvent)
        if not is_for_program(watched, event):
            return False
        event.ignore()
        return True


def is_for_program(field: TextWidget, event: QKeyEvent) -> bool:
    """Tell whether this key is an action of the program although a text field has the focus."""
    if event.matches(_Key.Undo):
        return not can_undo_text(field)
    if event.matches(_Key.Redo):
        return not can_redo_text(field)
    pressed = QKeySequence(event.keyCombination())
    return any(pressed.matches(ours) == QKeySequence.SequenceMatch.ExactMatch for ours in _TO_PROGRAM)


def can_undo_text(field: TextWidget) -> bool:
    """Tell whether typing can be taken back in the field itself."""
    if field.isReadOnly():
        return False
    return field.isUndoAvailable() if isinstance(field, QLineEdit) else field.document().isUndoAvailable()


def can_redo_text(field: TextWidget) -> bool:
    """Tell whether typing that was taken back can be put back in the field itself."""
    if field.isReadOnly():
        return False
    return field.isRedoAvailable() if isinstance(field, QLineEdit) else field.document().isRedoAvailable()

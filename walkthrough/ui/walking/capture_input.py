# SPDX-License-Identifier: MIT
"""The line's own field: which keys it does not keep for itself. It must not know what they mean."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from walkthrough.ui.widgets.inputs import LineInput

_Key = Qt.Key
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_ENTER = (_Key.Key_Return, _Key.Key_Enter)


class CaptureInput(LineInput):
    """One line of text whose Enter, Tab, arrows and pastes are asked for as signals."""

    entered = Signal()
    second_line_asked = Signal()
    backspaced = Signal()
    """Backspace with nothing before it."""
    stepped = Signal(int)
    """Up (-1) or Down (+1)."""
    left = Signal()
    """Esc."""
    pasted = Signal(str)
    tabbed = Signal()
    """Tab, while `takes_tab` is set."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.takes_tab = False
        self.is_retyped = False
        """Whether what is being typed just now takes the place of all that stood here."""
        self._hints: tuple[str, ...] = ()
        self.setDragEnabled(False)
        self.setAcceptDrops(False)

    def set_hints(self, *hints: str) -> None:
        """Show the first of these that fits, where nothing is typed; the shortest comes last."""
        self._hints = hints
        self._fit_hint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_hint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_hint()

    def put_in(self, text: str) -> None:
        """Insert a text as if it were typed."""
        self._note_selection()
        self.insert(text)
        self.is_retyped = False

    def event(self, event: QEvent) -> bool:
        if self.takes_tab and event.type() == QEvent.Type.KeyPress and _is_tab(event):
            self.tabbed.emit()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QGuiApplication.clipboard().text())
            return
        if event.key() in _ENTER and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self.second_line_asked.emit()
            return
        if event.modifiers() in _PLAIN and self._took(event.key()):
            return
        self._note_selection()
        super().keyPressEvent(event)
        self.is_retyped = False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        clipboard = QGuiApplication.clipboard()
        if event.button() != Qt.MouseButton.MiddleButton or not clipboard.supportsSelection():
            super().mouseReleaseEvent(event)
            return
        self.setCursorPosition(self.cursorPositionAt(event.position().toPoint()))
        self.pasted.emit(clipboard.text(clipboard.Mode.Selection))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.ignore()  # its Paste would go past the line; the keys and the menus of the window have it all

    def _note_selection(self) -> None:
        self.is_retyped = bool(self.text()) and self.selectedText() == self.text()

    def _fit_hint(self) -> None:
        around = 2 * self.fontMetrics().averageCharWidth()
        room = self.contentsRect().width() - self.textMargins().left() - self.textMargins().right() - around
        fits = (hint for hint in self._hints if self.fontMetrics().horizontalAdvance(hint) <= room)
        hint = next(fits, self._hints[-1] if self._hints else "")
        if hint != self.placeholderText():
            self.setPlaceholderText(hint)

    def _took(self, key: int) -> bool:
        if key in _ENTER:
            self.entered.emit()
        elif key in (_Key.Key_Up, _Key.Key_Down):
            self.stepped.emit(-1 if key == _Key.Key_Up else 1)
        elif key == _Key.Key_Escape:
            self.left.emit()
        elif key == _Key.Key_Backspace and self.cursorPosition() == 0 and not self.hasSelectedText():
            self.backspaced.emit()
        else:
            return False
        return True


class SideInput(LineInput):
    """Who and by when: Enter saves the whole entry, Esc leaves it."""

    entered = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.entered.emit()
        elif event.key() == _Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _is_tab(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == _Key.Key_Tab and event.modifiers() in _PLAIN

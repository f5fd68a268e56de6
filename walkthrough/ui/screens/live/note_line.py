# SPDX-License-Identifier: MIT
"""One line that asks for a few words after a key was pressed on a row. Enter goes on, also when it is empty.

No dialog. It must not know what the words are for.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from walkthrough.ui.drafts import DraftKeeper
from walkthrough.ui.widgets.field import line_field
from walkthrough.ui.widgets.places import Column
from walkthrough.ui.widgets.spoken import Words, plain


class NoteLine(Column):
    """The line; `row_id` is the row it asks about, "" while it is away."""

    answered = Signal(str, str)
    """The row's key and what was typed, which may be empty."""
    given_up = Signal(str)
    """The row's key: Esc."""

    def __init__(self, name: str, drafts: DraftKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._name, self._drafts = name, drafts
        self.row_id = ""
        self.field = line_field(plain(""), name=name)
        self.field.control.returnPressed.connect(self._on_enter)
        self.add(self.field)
        self.hide()

    def ask(self, row_id: str, question: Words, hint: Words, text: str = "") -> None:
        """Ask about a row; what was typed for another one goes to it first."""
        if self.row_id:
            self.settle()
        self.row_id = row_id
        self.field.set_label(question, hint)
        self.field.set_value(text)
        self._drafts.watch(self._key(), self.field.control, text)
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """Hand out what stands there, because the attention goes elsewhere; nothing for an empty line."""
        row_id, text = self.row_id, str(self.field.value())
        self._forget()
        if row_id and text:
            self.answered.emit(row_id, text)
        self._hide_if_through()

    def put_away(self) -> None:
        """Ask no more."""
        self._forget()
        self._hide_if_through()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            row_id = self.row_id
            self._forget()
            self.given_up.emit(row_id)
            self._hide_if_through()
            return
        super().keyPressEvent(event)

    def _on_enter(self) -> None:
        row_id, text = self.row_id, str(self.field.value())
        self._forget()
        if row_id:
            self.answered.emit(row_id, text)
        self._hide_if_through()

    def _key(self) -> str:
        return f"live/{self._name}/{self.row_id}"

    def _forget(self) -> None:
        if self.row_id:
            self._drafts.saved(self._key())
            self._drafts.ignore(self._key())
        self.row_id = ""

    def _hide_if_through(self) -> None:
        """Last, when the focus is elsewhere: hiding with it would hand it to whatever comes next."""
        if not self.row_id:
            self.hide()

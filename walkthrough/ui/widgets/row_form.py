# SPDX-License-Identifier: MIT
"""Fields that stand for the columns of one row: each saves itself when it is left, and nothing typed is lost.

Must not know which row nor what saving means: it hands (column, value) to a callable that answers with a
refusal or None.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from walkthrough.model.errors import Refused
from walkthrough.ui.widgets.field import Field
from walkthrough.ui.wording_ui import refusal_text

if TYPE_CHECKING:
    from walkthrough.ui.drafts import DraftKeeper

Save = Callable[[str, Any], Refused | None]


class RowForm(QObject):
    """Joins fields to a row. `page` is the head of the drafts' keys: "plan/step"."""

    def __init__(self, page: str, drafts: DraftKeeper, save: Save, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page, self._drafts, self._save = page, drafts, save
        self.fields: dict[str, Field] = {}
        self._shown: dict[str, Any] = {}
        self._id = ""

    def add(self, column: str, field: Field) -> Field:
        """Let a field stand for a column; returns the field."""
        self.fields[column] = field
        field.committed.connect(lambda value, column=column: self._commit(column, value))
        return field

    def show(self, row_id: str, values: Mapping[str, Any]) -> None:
        """Show a row. What is being typed for the same row stays; drafts follow the row."""
        same = row_id == self._id
        if not same:
            self._watch_no_more()
            self._id = row_id
        for column, field in self.fields.items():
            value = values.get(column)
            is_typed = same and field.value() != self._shown.get(column)
            if not same or (not is_typed and field.value() != value):
                field.set_value(value)
            if not same:
                self._watch(column, field)
            if not is_typed:
                self._shown[column] = field.value()

    def keep(self) -> bool:
        """Save what is typed and not left yet, before another row takes the fields; False if refused."""
        for field in self.fields.values():
            field.commit()
        return not any(field.error() for field in self.fields.values())

    def key_of(self, column: str) -> str:
        """Return under which key what is typed for a column is kept."""
        return f"{self._page}/{column}/{self._id}"

    def _commit(self, column: str, value: Any) -> None:
        refused = self._save(column, value)
        if refused is not None:
            field = self.fields.get(str(refused.facts.get("field", column)), self.fields[column])
            field.set_error(lambda: refusal_text(refused))
            return
        self._shown[column] = value
        self._drafts.saved(self.key_of(column))

    def _watch(self, column: str, field: Field) -> None:
        control = field.control
        if not isinstance(control, QLineEdit | QPlainTextEdit):
            return
        shown = control.text() if isinstance(control, QLineEdit) else control.toPlainText()
        self._drafts.watch(self.key_of(column), control, shown)

    def _watch_no_more(self) -> None:
        for column in self.fields:
            self._drafts.ignore(self.key_of(column))

# SPDX-License-Identifier: MIT
"""Name and purpose of a questionnaire: each field saves itself when it is left.

It must not know the questions.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walkthrough.model import Refused
from walkthrough.model.commands.questionnaire import EditQuestionnaire
from walkthrough.model.queries.questionnaires import QuestionnaireRow
from walkthrough.ui.screens.groundwork.hands import Hands
from walkthrough.ui.widgets.field import line_field, text_field
from walkthrough.ui.widgets.places import Column
from walkthrough.ui.widgets.row_form import RowForm
from walkthrough.wording import N_


class NamingForm(Column):
    """The two fields."""

    version_made = Signal(str)
    """The change went into another version: its key."""

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(gap="gap", parent=parent)
        self._hands = hands
        self._id = ""
        self.form = RowForm("groundwork/questionnaire", hands.drafts, self._save, self)
        self.form.add("name", line_field(N_("Name of the questionnaire"), name="questionnaire_rename"))
        self.form.add(
            "about", text_field(N_("What it is for"), lines=2, optional=True, name="questionnaire_purpose")
        )
        self.add(*self.form.fields.values())

    def show_row(self, row: QuestionnaireRow) -> None:
        """Show whose name and purpose they are."""
        self._id = row.id
        self.form.show(row.id, {"name": row.name, "about": row.about})

    def _save(self, column: str, value: Any) -> Refused | None:
        command = EditQuestionnaire(self._id, {column: value})
        refused = self._hands.do(command)
        if refused is None and (version := command.facts()["questionnaire_id"]) != self._id:
            self.version_made.emit(version)
        return refused

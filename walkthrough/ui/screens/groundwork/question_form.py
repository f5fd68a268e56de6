# SPDX-License-Identifier: MIT
"""Typing a question: its words, how it is answered, its choices. For a new one, or for one to change.

It must not know the list beside it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from walkthrough.model import Refused
from walkthrough.model.commands.question import AddQuestion, EditQuestion
from walkthrough.model.queries.questionnaires import QuestionRow
from walkthrough.model.words import QuestionKind
from walkthrough.ui.screens.groundwork.hands import Hands
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import line_field, radio_group_field, text_field
from walkthrough.ui.widgets.places import Column, FlowRow
from walkthrough.ui.widgets.text import Heading
from walkthrough.ui.wording_ui import options, refusal_text
from walkthrough.wording import N_, _

_LATER = Qt.FocusReason.OtherFocusReason


class QuestionForm(Column):
    """The fields of one question."""

    written = Signal(str, str)
    """The key of the version that was changed, and of the question in it."""

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(gap="gap", parent=parent)
        self._hands = hands
        self._questionnaire = self._section = ""
        self.row: QuestionRow | None = None
        self._title = Heading(3, lambda: _("Change the question") if self.row else _("A new question"))
        self.text = line_field(N_("Statement or question"), name="question_text")
        self.kind = radio_group_field(N_("Answered by"), options(QuestionKind), name="question_kind")
        self.choices = text_field(
            N_("Choices"), lines=3, hint=N_("One on each line, two to nine."), name="question_choices"
        )
        self.save = Button(N_("Add the question"), "primary", sign="add", keys="Return", name="question_save")
        self.stop = Button(N_("Cancel"), "quiet", keys="Esc", name="question_stop")
        foot = FlowRow()
        foot.add(self.save, self.stop)
        self.add(self._title, self.text, self.kind, self.choices, foot)
        hands.drafts.watch("groundwork/question_new", self.text.control)
        self.text.control.returnPressed.connect(self._write)
        self.save.clicked.connect(self._write)
        self.stop.clicked.connect(self.clear)
        self.kind.committed.connect(lambda _kind: self._show_choices())
        self.clear()

    def show_place(self, questionnaire_id: str, section_id: str) -> None:
        """New questions go to the end of this section."""
        self._questionnaire, self._section = questionnaire_id, section_id

    def change(self, row: QuestionRow) -> None:
        """Put a question into the fields, to change it."""
        self.row = row
        self.text.set_value(row.text)
        self.kind.set_value(row.kind)
        self.choices.set_value("\n".join(row.choices))
        self._name()
        self.text.setFocus(_LATER)

    def clear(self) -> None:
        """The fields are empty and for a new question again."""
        self.row = None
        self.text.set_value("")
        self.kind.set_value(QuestionKind.AGREE)
        self.choices.set_value("")
        self._hands.drafts.saved("groundwork/question_new")
        self._name()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.row is not None:
            self.clear()
            self.text.setFocus(_LATER)
            return
        super().keyPressEvent(event)

    def _name(self) -> None:
        self._title.retranslate()
        self.save.set_words(N_("Save the change") if self.row else N_("Add the question"))
        self.stop.setVisible(self.row is not None)
        self._show_choices()

    def _show_choices(self) -> None:
        self.choices.setVisible(self.kind.value() is QuestionKind.CHOICE)

    def _write(self) -> None:
        text, kind = self.text.value(), self.kind.value()
        choices = tuple(self.choices.value().splitlines()) if kind is QuestionKind.CHOICE else ()
        command: AddQuestion | EditQuestion
        if self.row is None:
            command = AddQuestion(self._questionnaire, text, self._section, kind, choices)
        else:
            command = EditQuestion(self.row.id, text, kind, choices)
        if (refused := self._hands.do(command)) is not None:
            self._show_refusal(refused)
            return
        facts = command.facts()
        key = facts.get("question_id", self.row.id if self.row else "")
        self.clear()
        self.written.emit(facts.get("questionnaire_id", self._questionnaire), key)
        self.text.setFocus(_LATER)

    def _show_refusal(self, refused: Refused) -> None:
        field = self.choices if refused.facts.get("field") == "choices" else self.text
        field.set_error(lambda: refusal_text(refused))
        field.setFocus(_LATER)

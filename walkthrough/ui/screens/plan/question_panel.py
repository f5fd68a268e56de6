# SPDX-License-Identifier: MIT
"""A question that this table cannot decide: to which tier, by when, the answer, and the day it was told back.

It must not know the list beside it.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from walkthrough.model import Refused
from walkthrough.model.commands.plan import EditRaised, RaiseQuestion, RemoveRaised
from walkthrough.model.queries.plan import RaisedRow
from walkthrough.model.words import Tier
from walkthrough.ui.screens.plan.deeds import Hands
from walkthrough.ui.screens.plan.phrases import FOR_PAPER
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.due_input import Due, due_field
from walkthrough.ui.widgets.field import choice_field, line_field, text_field
from walkthrough.ui.widgets.places import FlowRow, Row, ScrollPage
from walkthrough.ui.widgets.row_form import RowForm
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.ui.wording_ui import options, refusal_text
from walkthrough.wording import N_, _

_NEW = "new"
_DAYS = ("by_day", "told_back_on")


class QuestionPanel(ScrollPage):
    """A form for a new question, or the fields of one that was raised, each of which saves itself."""

    closed = Signal()

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(gap="gap", margin="", parent=parent)
        self._hands = hands
        self.row: RaisedRow | None = None
        self.form = RowForm("plan/question", hands.drafts, self._save, self)
        self._title = Heading(2, self._title_words)
        self._on_hold = Prose(N_("The wording is on hold, so it is not shown while the room can see."))
        add = self.form.add
        add("question", text_field(N_("What is asked"), lines=2, name="question_text"))
        add("tier", choice_field(N_("Of which tier"), options(Tier), name="question_tier"))
        whom = line_field(N_("Of whom"), optional=True, hint=FOR_PAPER, name="question_whom")
        add("to_whom", whom)
        add("by_day", due_field(N_("Answer needed by"), hands.days, name="question_by"))
        add("answer", text_field(N_("The answer"), lines=2, name="question_answer"))
        add("told_back_on", due_field(N_("Told back to the table on"), hands.days, name="question_told"))
        self.raise_it = Button(N_("Raise it"), "primary", name="question_raise")
        self.raise_it.clicked.connect(self._raise)
        self.drop = Button(N_("Take out"), "quiet", sign="bin", name="question_drop")
        self.drop.clicked.connect(self._drop)
        self._lay_out()

    def show_question(self, row: RaisedRow | None, safe: bool) -> None:
        """Show a question, or an empty form for a new one."""
        self.row = row
        if row is None:
            self.form.show(_NEW, {"tier": Tier.STEERING})
        else:
            values = {name: getattr(row, name) for name in self.form.fields}
            days = {name: Due(getattr(row, name)) for name in _DAYS}
            self.form.show(row.id, values | days)
        held = safe and row is not None and row.held
        self._on_hold.setVisible(held)
        for name in ("question", "answer"):
            self.form.fields[name].setVisible(not held and (row is not None or name == "question"))
        self.form.fields["to_whom"].setVisible(not safe)
        self.form.fields["told_back_on"].setVisible(row is not None)
        self.raise_it.setVisible(row is None)
        self.drop.setVisible(row is not None)
        self._title.retranslate()

    def first(self) -> QWidget:
        """Return the field to begin with."""
        fields = self.form.fields
        return next(fields[name].control for name in ("question", "tier") if not fields[name].isHidden())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif enter and event.modifiers() == Qt.KeyboardModifier.ControlModifier and self.row is None:
            self._raise()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = Row()
        close = Button(N_("Close"), "quiet", sign="close", keys="Esc", name="question_close")
        close.clicked.connect(self.closed)
        head.add(self._title, stretch=1)
        head.add(close)
        foot = FlowRow()
        foot.add(self.raise_it, self.drop)
        self.add(head, self._on_hold, *self.form.fields.values(), foot)
        self.add_stretch()

    def _title_words(self) -> str:
        if self.row is None:
            return _("Raise a question")
        return _("Question #{number}").format(number=self.row.number)

    def _save(self, column: str, value: Any) -> Refused | None:
        if self.row is None:
            return None  # a new one is written whole, by its button
        return self._hands.do(EditRaised(self.row.id, {column: value.day if column in _DAYS else value}))

    def _raise(self) -> None:
        fields = self.form.fields
        values = {"to_whom": fields["to_whom"].value() or "", "by_day": fields["by_day"].value().day}
        command = RaiseQuestion(fields["question"].value(), fields["tier"].value(), values)
        refused = self._hands.do(command)
        if refused is not None:
            fields["question"].set_error(lambda: refusal_text(refused))
            fields["question"].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        for name in ("question", "to_whom", "by_day"):
            fields[name].set_value(Due() if name in _DAYS else "")
            self._hands.drafts.saved(self.form.key_of(name))
        self._hands.say(_("The question is raised."))
        self.closed.emit()

    def _drop(self) -> None:
        if self.row is not None and self._hands.do(RemoveRaised(self.row.id)) is None:
            self.closed.emit()

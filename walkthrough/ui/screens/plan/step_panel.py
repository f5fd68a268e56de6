# SPDX-License-Identifier: MIT
"""One next step with every field. Each field saves itself when it is left; there is no Save.

It must not know the list beside it.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from walkthrough.model import Command, Refused
from walkthrough.model.commands.plan import AcceptNextStep, AnswerFinding, EditNextStep
from walkthrough.model.queries.plan import NoteRow, StepRow
from walkthrough.model.words import Acceptance, StepState, Tier
from walkthrough.ui.screens.plan.deeds import Hands
from walkthrough.ui.screens.plan.links import LinkBox
from walkthrough.ui.screens.plan.phrases import FOR_PAPER
from walkthrough.ui.screens.plan.reading import PlanReading
from walkthrough.ui.step_words import STATE_BUTTONS, day_text, wording_of
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.due_input import Due, due_field
from walkthrough.ui.widgets.field import Field, choice_field, line_field, suggest_field, text_field
from walkthrough.ui.widgets.places import Column, FlowRow, Row, ScrollPage
from walkthrough.ui.widgets.row_form import RowForm
from walkthrough.ui.widgets.spoken import plain
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.ui.wording_ui import options, word
from walkthrough.wording import N_, _

_FOR_PAPER = ("owner", "needs", "ask_whom")
"""Who and with what is for paper: not on the wall."""
_WORDS = ("what", "because", "proof")
"""Text that may be held back."""
_ASKED = ("acceptance", "ask_whom", "ask_by")


class StepPanel(ScrollPage):
    """The panel; `show_step` puts a row in it."""

    state_asked = Signal(str, object)
    """A step's key and the state it is to get."""
    note_asked = Signal(str)
    closed = Signal()

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(gap="gap", margin="", parent=parent)
        self._hands = hands
        self.step: StepRow | None = None
        self.form = RowForm("plan/step", hands.drafts, self._save, self)
        self._title = Heading(2, self._title_words)
        self._on_hold = Prose(N_("The wording is on hold, so it is not shown while the room can see."))
        self.links = LinkBox()
        self.links.link_asked.connect(self._link)
        self._notes = Column(gap="half")
        self.note = Button(N_("Add a note"), "quiet", sign="add", keys="N", name="step_note")
        self.note.clicked.connect(lambda: self.note_asked.emit(self.step.id if self.step else ""))
        self._states = self._state_row()
        self._make_fields()
        self._lay_out()

    def show_step(self, step: StepRow, reading: PlanReading, notes: tuple[NoteRow, ...], safe: bool) -> None:
        """Show a step with what it can be joined to."""
        self.step = step
        self._offer(reading, safe)
        due = Due(step.due, "" if step.due else step.due_words)
        values = {name: getattr(step, name) for name in self.form.fields if name not in ("due", "ask_by")}
        self.form.show(step.id, {**values, "due": due, "ask_by": Due(step.ask_by)})
        self._show_fields(safe)
        self.links.show_links(step.findings, reading.findings, safe)
        for state, button in self._states.items():
            button.setChecked(state is step.state)
        self._title.retranslate()
        self._show_notes(notes, safe)

    def first(self) -> QWidget:
        """Return the field to begin with."""
        fields = self.form.fields
        return next(fields[name].control for name in ("what", "tier") if not fields[name].isHidden())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _title_words(self) -> str:
        return _("Next step #{number}").format(number=self.step.number) if self.step else ""

    def _state_row(self) -> dict[StepState, Button]:
        buttons = {}
        for state, words in STATE_BUTTONS:
            button = Button(words, "plain", name=f"step_{state}")
            button.setCheckable(True)
            button.clicked.connect(lambda _on=False, state=state: self._ask_state(state))
            buttons[state] = button
        return buttons

    def _ask_state(self, state: StepState) -> None:
        if self.step is not None:
            self._states[state].setChecked(state is self.step.state)
            self.state_asked.emit(self.step.id, state)

    def _make_fields(self) -> None:
        days, add = self._hands.days, self.form.add
        add("what", text_field(N_("What"), lines=2, name="edit_what"))
        add("owner_partner_id", choice_field(N_("Agency"), name="edit_agency"))
        add("owner", suggest_field(N_("Person"), hint=FOR_PAPER, name="edit_owner"))
        add("due", due_field(N_("By when"), days, name="edit_due"))
        add(
            "acceptance",
            choice_field(N_("Has the owner said yes?"), options(Acceptance), name="edit_acceptance"),
        )
        add("ask_whom", line_field(N_("Who asks whom"), optional=True, name="edit_ask_whom"))
        add("ask_by", due_field(N_("Ask by"), days, name="edit_ask_by"))
        add("tier", choice_field(N_("Tier"), [(None, N_("No tier")), *options(Tier)], name="edit_tier"))
        add("goal_id", choice_field(N_("Goal"), name="edit_goal"))
        add("because", text_field(N_("We will know because"), lines=2, name="edit_because"))
        add("indicator_id", choice_field(N_("Indicator that will show it"), name="edit_indicator"))
        add("needs", text_field(N_("What it needs"), lines=2, hint=FOR_PAPER, name="edit_needs"))
        add("proof", text_field(N_("Proof that it is done"), lines=2, name="edit_proof"))
        self.form.fields["acceptance"].control.edited.connect(lambda _text: self._show_asked())

    def _lay_out(self) -> None:
        head = Row()
        close = Button(N_("Close"), "quiet", sign="close", keys="Esc", name="step_close")
        close.clicked.connect(self.closed)
        head.add(self._title, stretch=1)
        head.add(close)
        states = FlowRow()
        states.add(*self._states.values())
        fields = dict(self.form.fields)
        proof = fields.pop("proof")
        self.add(head, states, self._on_hold, *fields.values(), self.links, proof)
        self.add(Prose(N_("How it went"), look="label"), self._notes, self.note)
        self.add_stretch()

    def _offer(self, reading: PlanReading, safe: bool) -> None:
        def rows(none: str, kind: Any, name: str) -> list[tuple[Any, Any]]:
            return [
                (None, none),
                *((row.id, plain(wording_of(getattr(row, name), row.held, safe))) for row in kind),
            ]

        fields = self.form.fields
        agencies = [(row.id, plain(row.name)) for row in reading.partners]
        _set_options(fields["owner_partner_id"], [(None, N_("No agency")), *agencies])
        _set_options(fields["goal_id"], rows(N_("Without a goal"), reading.goals, "text"))
        _set_options(fields["indicator_id"], rows(N_("No indicator"), reading.indicators, "name"))
        known = sorted({step.owner for step in reading.steps if step.owner}) if not safe else []
        fields["owner"].control.set_suggestions(known)

    def _show_fields(self, safe: bool) -> None:
        held = safe and self.step is not None and self.step.held
        for name in _WORDS:
            self.form.fields[name].setVisible(not held)
        for name in ("owner", "needs"):
            self.form.fields[name].setVisible(not safe)
        self.form.fields["ask_whom"].setProperty("for_paper", safe)
        self._on_hold.setVisible(held)
        self._show_asked()

    def _show_asked(self) -> None:
        asked = self.form.fields["acceptance"].value() is Acceptance.TO_ASK
        self.form.fields["ask_by"].setVisible(asked)
        self.form.fields["ask_whom"].setVisible(
            asked and not self.form.fields["ask_whom"].property("for_paper")
        )

    def _show_notes(self, notes: tuple[NoteRow, ...], safe: bool) -> None:
        self._notes.clear()
        for note in notes:
            held = self.step is not None and (note.held or self.step.held)
            told = wording_of(note.text, held, safe) if note.text else ""
            line = _("{day}: {state}. {note}").format(
                day=day_text(note.day), state=word(note.state), note=told
            )
            self._notes.add(Prose(plain(line.strip())))
        if not notes:
            self._notes.add(Prose(N_("Nothing noted yet."), look="soft"))

    def _save(self, column: str, value: Any) -> Refused | None:
        if self.step is None:
            return None
        if column in _ASKED:
            fields = self.form.fields
            return self._hands.do(
                AcceptNextStep(
                    self.step.id,
                    fields["acceptance"].value(),
                    fields["ask_whom"].value() or "",
                    (fields["ask_by"].value() or Due()).day,
                )
            )
        return self._hands.do(EditNextStep(self.step.id, _columns(column, value)))

    def _link(self, finding: str, linked: bool) -> None:
        if self.step is not None:
            command: Command = AnswerFinding(self.step.id, finding, linked)
            self._hands.do(command)


def _columns(column: str, value: Any) -> dict[str, Any]:
    if column == "due":
        return {"due": value.day, "due_words": value.words}
    return {column: value}


def _set_options(field: Field, offered: list[tuple[Any, Any]]) -> None:
    kept = field.value()
    field.control.set_options(offered)
    field.control.set_value(kept)

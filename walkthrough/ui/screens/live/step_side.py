# SPDX-License-Identifier: MIT
"""What stands beside the next steps: what has votes and no step, or one small form about a step.

It must not know the list of steps nor the capture line.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walkthrough.model import Command
from walkthrough.model.commands.plan import AcceptNextStep, EditNextStep, RaiseQuestion
from walkthrough.model.queries.plan import StepRow
from walkthrough.model.words import Acceptance, Tier
from walkthrough.ui.screens.live.part_hands import PartHands
from walkthrough.ui.screens.live.step_forms import (
    ASKED_BY,
    ASKED_BY_WHOM,
    StepForm,
    ask_form,
    because_form,
    day_of,
    raise_form,
)
from walkthrough.ui.widgets.due_input import Due
from walkthrough.ui.widgets.group_list import GroupCells, GroupList
from walkthrough.ui.widgets.places import Column, Stack
from walkthrough.ui.widgets.text import Prose
from walkthrough.wording import N_, _


class StepSide(Stack):
    """The list, and over it the form that was asked for."""

    closed = Signal()
    """A form was saved or left."""
    begun = Signal()
    """A step is wanted for the marked row without one."""

    def __init__(self, hands: PartHands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hands, self._safe = hands, True
        self.open = GroupList(
            N_("No step yet"),
            lines=2,
            empty=N_("Everything with votes has a next step, or nothing has votes."),
        )
        self.forms = {"ask": ask_form(hands), "raise": raise_form(hands), "because": because_form(hands)}
        beside = Column(gap="half")
        beside.add(Prose(N_("No step yet: Enter begins one for it"), look="label"))
        beside.add(self.open, stretch=1)
        self.addWidget(beside)
        saves: dict[str, Callable[[StepRow, dict[str, Any]], None]] = {
            "ask": self._save_ask,
            "raise": self._save_question,
            "because": self._save_because,
        }
        for name, form in self.forms.items():
            self.addWidget(form)
            form.saved.connect(partial(self._on_saved, form, saves[name]))
            form.given_up.connect(self._close_form)
        self.open.activated_row.connect(lambda _id: self.begun.emit())

    def show_rows(self, rows: Sequence[GroupCells]) -> None:
        """Show what has no step."""
        self.open.set_rows(rows)

    def set_safe(self, safe: bool) -> None:
        """Ask for no name while the room may look."""
        self._safe = safe
        for name, field in (("ask", "ask_whom"), ("raise", "to_whom")):
            self.forms[name].fields[field].setVisible(not safe)
        self.forms["ask"].set_title(ASKED_BY if safe else ASKED_BY_WHOM)

    def first(self) -> QWidget:
        """Return the widget to begin with."""
        shown = self.currentWidget()
        return shown.first().control if isinstance(shown, StepForm) else self.open

    def ask_who_asks(self, step: StepRow) -> None:
        """Ask who asks the owner, and by when."""
        whom = "" if self._safe else step.ask_whom
        self._open("ask", step, {"ask_whom": whom, "ask_by": Due(step.ask_by)})

    def ask_question(self, step: StepRow) -> None:
        """Ask what another tier must decide."""
        self._open("raise", step, {"tier": Tier.STEERING, "by_day": Due()})

    def ask_because(self, step: StepRow) -> None:
        """Ask how we will know that it worked."""
        if step.held and self._safe:
            self._hands.say(_("The wording is on hold, so it is not shown while the room can see."))
            return
        self._open("because", step, {"because": step.because})

    def _open(self, name: str, step: StepRow, values: dict[str, Any]) -> None:
        form = self.forms[name]
        self.setCurrentWidget(form)
        form.ask(step, values, self._safe)

    def _on_saved(
        self, form: StepForm, save: Callable[[StepRow, dict[str, Any]], None], values: dict[str, Any]
    ) -> None:
        if form.step is not None:
            save(form.step, values)

    def _save_ask(self, step: StepRow, values: dict[str, Any]) -> None:
        whom = step.ask_whom if self._safe else values["ask_whom"]
        by = day_of(values["ask_by"]).day
        self._settle(AcceptNextStep(step.id, Acceptance.TO_ASK, whom, by), _("#{number}: to be asked."), step)

    def _save_question(self, step: StepRow, values: dict[str, Any]) -> None:
        more = {
            "to_whom": "" if self._safe else values["to_whom"],
            "by_day": day_of(values["by_day"]).day,
            "step_id": step.id,
            "meeting_id": self._hands.meeting_id,
        }
        command = RaiseQuestion(values["question"] or "", values["tier"] or Tier.STEERING, more)
        self._settle(command, _("#{number}: the question is raised."), step)

    def _save_because(self, step: StepRow, values: dict[str, Any]) -> None:
        command = EditNextStep(step.id, {"because": values["because"] or ""})
        self._settle(command, _("Changed: #{number}."), step)

    def _settle(self, command: Command, said: str, step: StepRow) -> None:
        form = self.currentWidget()
        refused = self._hands.do(command)
        if refused is not None and isinstance(form, StepForm):
            form.show_refusal(refused)
            return
        self._close_form()
        self._hands.say(said.format(number=step.number))

    def _close_form(self) -> None:
        form = self.currentWidget()
        if isinstance(form, StepForm):
            form.forget()
        self.setCurrentIndex(0)
        self.closed.emit()

# SPDX-License-Identifier: MIT
"""What can be done to next steps from this page, each as one command with one sentence said after it.

It must not know how anything looks.
"""

from __future__ import annotations

from typing import Any

from walkthrough.model import Refused
from walkthrough.model.commands.entry import HoldEntry, ReleaseEntry
from walkthrough.model.commands.plan import (
    AddNextStep,
    MoveNextStep,
    RemoveNextStep,
    RemoveRaised,
    SetStepState,
)
from walkthrough.model.queries.plan import StepRow
from walkthrough.model.words import Kind, StepState
from walkthrough.ui.screen import Desk
from walkthrough.ui.screens.plan.deeds import Do
from walkthrough.ui.screens.plan.reading import PlanReading
from walkthrough.ui.step_words import owner_values
from walkthrough.ui.widgets.due_input import Due
from walkthrough.ui.wording_ui import refusal_text, word
from walkthrough.wording import _


class StepDeeds:
    """Does them at a desk."""

    def __init__(self, desk: Desk, do: Do) -> None:
        self._desk, self._do = desk, do

    def add(
        self, line: tuple[str, str, Due], goal_id: str | None, finding_id: str, reading: PlanReading
    ) -> tuple[str, Refused | None]:
        """Add a step from what was typed (what, who, by when); returns its key, and why it was refused."""
        what, who, due = line
        values: dict[str, Any] = {
            **owner_values(who, reading.partners),
            "due": due.day,
            "due_words": due.words,
            "goal_id": goal_id,
            "meeting_id": self._desk.workbook.live_meeting,
        }
        command = AddNextStep(what, values, (finding_id,) if finding_id else ())
        refused = self._do(command)
        if refused is None:
            self._desk.say(_("#{number} is in the plan.").format(number=command.facts()["number"]))
        return command.id, refused

    def set_state(self, step: StepRow, state: StepState, text: str = "") -> None:
        """Say how a step stands. What was typed is the proof of one that is done, else a note."""
        is_done = state is StepState.DONE
        command = SetStepState(
            step.id,
            state,
            self._desk.clock.today(),
            note="" if is_done else text,
            proof=text if is_done else "",
            meeting_id=self._desk.workbook.live_meeting,
        )
        if not self._was_refused(self._do(command)):
            said = _("#{number}: {state}.").format(number=step.number, state=word(state))
            no_proof = is_done and not text and not step.proof
            self._desk.say(_("{said} No proof noted.").format(said=said) if no_proof else said)

    def move(self, step: StepRow, places: int) -> None:
        """Move a step by so many places of the whole plan."""
        if places:
            self._was_refused(self._do(MoveNextStep(step.id, places)))

    def hold(self, step: StepRow) -> None:
        """Keep the wording off wall and paper, or let it out again."""
        kind = ReleaseEntry if step.held else HoldEntry
        if not self._was_refused(self._do(kind(Kind.NEXT_STEP, step.id))):
            told = (
                _("#{number} may be shown again.") if step.held else _("#{number}: the wording is on hold.")
            )
            self._desk.say(told.format(number=step.number))

    def take_out(self, step: StepRow) -> None:
        """Take a step off the plan; Undo brings it back."""
        if not self._was_refused(self._do(RemoveNextStep(step.id))):
            self._desk.say(_("#{number} is out of the plan. Undo brings it back.").format(number=step.number))

    def take_question_out(self, question_id: str) -> None:
        """Take a raised question out; Undo brings it back."""
        if not self._was_refused(self._do(RemoveRaised(question_id))):
            self._desk.say(_("The question is out. Undo brings it back."))

    def remove_for_good(self, step: StepRow, initiator: object) -> None:
        """Ask, and take the text out of everything."""
        yes = self._desk.ask.confirm(
            _("Remove #{number} for good?").format(number=step.number),
            _("Its text goes from this workbook, its history and its backups. This cannot be undone."),
            _("Remove for good"),
            danger=True,
        )
        if yes:
            self._desk.workbook.remove_for_good("next_step", step.id, initiator)
            self._desk.say(_("#{number} is removed for good.").format(number=step.number))

    def _was_refused(self, refused: Refused | None) -> bool:
        if refused is not None:
            self._desk.say(refusal_text(refused))
        return refused is not None

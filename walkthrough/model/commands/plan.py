# SPDX-License-Identifier: MIT
"""Next steps from the first word to the proof, and questions raised to a tier."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from walkthrough.model.commands.base import Deed, change, end_of, found, said, swap_places, take_number
from walkthrough.model.errors import Refused
from walkthrough.model.schema import Finding, NextStep, Raised, StepFinding, StepNote, new_id
from walkthrough.model.words import Acceptance, StepState, Tier

STEP_COLUMNS = frozenset(
    {
        "what",
        "owner",
        "owner_partner_id",
        "due",
        "due_words",
        "because",
        "tier",
        "needs",
        "goal_id",
        "indicator_id",
        "station_id",
        "lane_id",
        "meeting_id",
        "criterion_id",
        "proof",
        "held",
        "private_note",
    }
)
RAISED_COLUMNS = frozenset(
    {"question", "tier", "to_whom", "by_day", "answer", "told_back_on", "held", "step_id", "meeting_id"}
)
CLOSED = (StepState.DONE, StepState.DROPPED)


@dataclass(frozen=True)
class AddNextStep(Deed):
    """A new next step; `values` are further columns, `findings` the keys of the findings it answers."""

    what: str
    values: dict[str, Any] = field(default_factory=dict)
    findings: tuple[str, ...] = ()
    id: str = field(default_factory=new_id)
    made_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    _facts: dict[str, Any] = field(default_factory=dict, compare=False)

    def apply(self, session: Session) -> None:
        """Write the step, number it, link it."""
        number = take_number(session)
        step = NextStep(
            id=self.id,
            what=said(self.what, "what"),
            number=number,
            pos=end_of(session, NextStep),
            made_at=self.made_at,
        )
        change(step, self.values, STEP_COLUMNS)
        session.add(step)
        session.flush()
        for finding in self.findings:
            session.add(StepFinding(step_id=self.id, finding_id=found(session, Finding, finding).id))
        self._facts.update(number=number)

    def facts(self) -> dict[str, Any]:
        """The number it was given."""
        return dict(self._facts)


@dataclass(frozen=True)
class EditNextStep(Deed):
    """Change columns of a next step; where its owner had said no, a new one has no answer yet."""

    id: str
    values: dict[str, Any]
    _facts: dict[str, Any] = field(default_factory=dict, compare=False)

    def apply(self, session: Session) -> None:
        """Write the given columns; what has to be done may not become empty."""
        step = found(session, NextStep, self.id)
        if "what" in self.values:
            said(self.values["what"], "what")
        before = _owner_of(step)
        change(step, self.values, STEP_COLUMNS)
        if step.acceptance is Acceptance.DECLINED and _owner_of(step) != before:
            step.acceptance = Acceptance.OPEN  # whoever said no is not asked any more
        self._facts.update(number=step.number)

    def facts(self) -> dict[str, Any]:
        """Its number."""
        return dict(self._facts)


@dataclass(frozen=True)
class SetStepState(Deed):
    """Say how a next step stands today: its state, a note, and for a step that is done the proof."""

    id: str
    state: StepState
    day: date
    note: str = ""
    proof: str = ""
    meeting_id: str | None = None
    _facts: dict[str, Any] = field(default_factory=dict, compare=False)

    def apply(self, session: Session) -> None:
        """Write the state and remember the day and the note.

        What is noted after the key that said the same state, on the same day, completes that note.
        """
        step = found(session, NextStep, self.id)
        step.state = self.state
        step.closed_on = self.day if self.state in CLOSED else None
        if self.proof.strip():
            step.proof = self.proof.strip()
        self._note(session)
        self._facts.update(number=step.number, state=str(self.state))

    def facts(self) -> dict[str, Any]:
        """Its number and new state."""
        return dict(self._facts)

    def _note(self, session: Session) -> None:
        where = {"step_id": self.id, "day": self.day, "meeting_id": self.meeting_id}
        query = select(StepNote).filter_by(**where).order_by(StepNote.id.desc()).limit(1)
        last = session.scalar(query)
        if last is not None and last.state is self.state and not last.text:
            last.text = self.note.strip()
        else:
            session.add(StepNote(**where, state=self.state, text=self.note.strip()))


@dataclass(frozen=True)
class AcceptNextStep(Deed):
    """Whether the owner said yes in the room, is still to be asked (whom, by when), or said no."""

    id: str
    acceptance: Acceptance
    ask_whom: str = ""
    ask_by: date | None = None
    _facts: dict[str, Any] = field(default_factory=dict, compare=False)

    def apply(self, session: Session) -> None:
        """Write the answer.

        Raises:
            Refused: ask_by_missing where somebody is to be asked without a day.
        """
        step = found(session, NextStep, self.id)
        if self.acceptance is Acceptance.TO_ASK and self.ask_by is None:
            raise Refused("ask_by_missing", field="ask_by")
        step.acceptance, step.ask_whom, step.ask_by = self.acceptance, self.ask_whom.strip(), self.ask_by
        self._facts.update(number=step.number)

    def facts(self) -> dict[str, Any]:
        """Its number."""
        return dict(self._facts)


@dataclass(frozen=True)
class MoveNextStep(Deed):
    """Move a next step up (-1, -2 ...) or down (+1, +2 ...) so many places in the whole plan."""

    id: str
    by: int

    def apply(self, session: Session) -> None:
        """Deal the places anew."""
        rows = session.scalars(select(NextStep).order_by(NextStep.pos, NextStep.number)).all()
        swap_places(session, rows, self.id, self.by)


@dataclass(frozen=True)
class RemoveNextStep(Deed):
    """Take a next step off the plan (Undo brings it back)."""

    id: str
    _facts: dict[str, Any] = field(default_factory=dict, compare=False)

    def apply(self, session: Session) -> None:
        """Delete it with its notes and links."""
        step = found(session, NextStep, self.id)
        self._facts.update(number=step.number)
        session.delete(step)

    def facts(self) -> dict[str, Any]:
        """The number it had."""
        return dict(self._facts)


@dataclass(frozen=True)
class AnswerFinding(Deed):
    """Link a next step to a finding it answers, or take the link away."""

    step_id: str
    finding_id: str
    linked: bool = True
    _facts: dict[str, Any] = field(default_factory=dict, compare=False)

    def apply(self, session: Session) -> None:
        """Write or remove the link; doing it twice changes nothing."""
        here = (StepFinding.step_id == self.step_id, StepFinding.finding_id == self.finding_id)
        self._facts.update(number=found(session, NextStep, self.step_id).number)
        if not self.linked:
            session.execute(delete(StepFinding).where(*here))
            return
        found(session, Finding, self.finding_id)
        if session.scalar(select(StepFinding).where(*here)) is None:
            session.add(StepFinding(step_id=self.step_id, finding_id=self.finding_id))

    def facts(self) -> dict[str, Any]:
        """The number of the next step."""
        return dict(self._facts)


@dataclass(frozen=True)
class RaiseQuestion(Deed):
    """Raise a question that this table cannot decide to a tier."""

    question: str
    tier: Tier
    values: dict[str, Any] = field(default_factory=dict)
    id: str = field(default_factory=new_id)
    _facts: dict[str, Any] = field(default_factory=dict, compare=False)

    def apply(self, session: Session) -> None:
        """Write and number it."""
        row = Raised(
            id=self.id, question=said(self.question, "question"), tier=self.tier, number=take_number(session)
        )
        change(row, self.values, RAISED_COLUMNS)
        session.add(row)
        self._facts.update(number=row.number)

    def facts(self) -> dict[str, Any]:
        """The number it was given."""
        return dict(self._facts)


@dataclass(frozen=True)
class EditRaised(Deed):
    """Change a raised question: its answer, or the day it was told back."""

    id: str
    values: dict[str, Any]

    def apply(self, session: Session) -> None:
        """Write the given columns."""
        change(found(session, Raised, self.id), self.values, RAISED_COLUMNS)


@dataclass(frozen=True)
class RemoveRaised(Deed):
    """Take a raised question out (Undo brings it back)."""

    id: str

    def apply(self, session: Session) -> None:
        """Delete it."""
        session.delete(found(session, Raised, self.id))


def _owner_of(step: NextStep) -> tuple[str, str | None]:
    return step.owner, step.owner_partner_id

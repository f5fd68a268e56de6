# SPDX-License-Identifier: MIT
"""The facilitator's look back at a meeting: each check is judged, noted, made a next step."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from walkthrough.model.commands.base import Deed, end_of, found, said
from walkthrough.model.commands.plan import AddNextStep
from walkthrough.model.schema import Debrief, Meeting, new_id
from walkthrough.model.words import DebriefAnswer


@dataclass(frozen=True)
class BeginDebrief(Deed):
    """Take the checks over into a meeting, so that what was asked stays what it was.

    Args:
        meeting_id: which meeting.
        checks: code and text of each check, in their order.
    """

    meeting_id: str
    checks: tuple[tuple[str, str], ...]
    _told: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def apply(self, session: Session) -> None:
        """Write a row for each check that the meeting does not have yet; doing it twice changes nothing.

        Raises:
            Refused: gone; text_missing.
        """
        found(session, Meeting, self.meeting_id)
        here = set(session.scalars(select(Debrief.code).filter_by(meeting_id=self.meeting_id)))
        missing = [(code, text) for code, text in dict(self.checks).items() if code not in here]
        first = end_of(session, Debrief, meeting_id=self.meeting_id)
        for pos, (code, text) in enumerate(missing, start=first):
            row = Debrief(meeting_id=self.meeting_id, pos=pos, code=code, text=said(text, "text"))
            session.add(row)
        self._told.update(count=len(missing))

    def facts(self) -> dict[str, Any]:
        """How many were new."""
        return dict(self._told)


@dataclass(frozen=True)
class JudgeCheck(Deed):
    """How the facilitator judges a check; None takes it back."""

    debrief_id: str
    answer: DebriefAnswer | None

    def apply(self, session: Session) -> None:
        """Write the answer."""
        found(session, Debrief, self.debrief_id).answer = self.answer


@dataclass(frozen=True)
class NoteCheck(Deed):
    """The facilitator's note on a check; it may become empty."""

    debrief_id: str
    note: str

    def apply(self, session: Session) -> None:
        """Write the note."""
        found(session, Debrief, self.debrief_id).note = self.note.strip()


@dataclass(frozen=True)
class StepFromCheck(Deed):
    """A next step that follows from a check; it belongs to the check's meeting.

    Args:
        debrief_id: the check.
        what: what has to be done.
        values: further columns of the step, as in `AddNextStep`.
        id: the key of the new step.
    """

    debrief_id: str
    what: str
    values: dict[str, Any] = field(default_factory=dict)
    id: str = field(default_factory=new_id)
    _told: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def apply(self, session: Session) -> None:
        """Write the step, number it, link the check to it.

        Raises:
            Refused: gone; text_missing (facts: field).
        """
        check = found(session, Debrief, self.debrief_id)
        step = AddNextStep(self.what, {"meeting_id": check.meeting_id, **self.values}, id=self.id)
        step.apply(session)
        session.flush()
        check.step_id = self.id
        self._told.update(step.facts())

    def facts(self) -> dict[str, Any]:
        """The number of the step."""
        return dict(self._told)

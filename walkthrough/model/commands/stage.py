# SPDX-License-Identifier: MIT
"""The stage check: taking a ladder over from the content, answering with evidence, agreeing a stage."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from walkthrough.model import content
from walkthrough.model.commands.base import Deed, end_of, found
from walkthrough.model.commands.ladder_rows import ladder_in
from walkthrough.model.commands.stage_carry import carry_over, follow_ladder
from walkthrough.model.errors import Refused
from walkthrough.model.queries.ladders import ladder_for_next, ladders
from walkthrough.model.queries.stage import middle_of
from walkthrough.model.rules.stages import needs_reason
from walkthrough.model.schema import (
    Criterion,
    CriterionAnswer,
    Dimension,
    Ladder,
    Meeting,
    Stage,
    StageCheck,
    new_id,
)
from walkthrough.model.words import Agreement, Answer


@dataclass(frozen=True)
class UseLadder(Deed):
    """Copy a ladder into the workbook, once for each version, so that an old check never changes."""

    ladder: content.Ladder
    language: str = "en"

    def apply(self, session: Session) -> None:
        """Write the ladder with its stages, dimensions and criteria, unless this version is there."""
        ladder_in(session, self.ladder, self.language)

    def facts(self) -> dict[str, Any]:
        """Which ladder, in which version."""
        return {"ladder": self.ladder.id, "version": self.ladder.version}


@dataclass(frozen=True)
class BeginStageCheck(Deed):
    """Begin a round of asking. Answers and evidence of the last check come along with their own dates.

    Args:
        as_of: the day for which everything is judged.
        ladder: the shipped ladder, copied if need be; taken where `next_ladder` does not name another one.
        meeting_id: the meeting at which it is asked, if any. The dimensions chosen for it stay chosen.
        language: that of the shipped ladder.
        ladder_id: the ladder of the workbook that somebody chose, "" for the shipped one; None where nobody
            chose.
    """

    as_of: date
    ladder: content.Ladder | None = None
    meeting_id: str | None = None
    language: str = "en"
    ladder_id: str | None = None
    id: str = field(default_factory=new_id)
    _facts: dict[str, Any] = field(default_factory=dict, compare=False)

    def apply(self, session: Session) -> None:
        """Write the check and what is carried over.

        Raises:
            Refused: no_ladder, where none was given and the workbook has none; gone; statements_missing
                (facts: many), where a dimension of the ladder has no criterion at some stage.
        """
        ladder = self._ladder(session)
        if self.meeting_id is not None:
            found(session, Meeting, self.meeting_id)
        before = session.scalar(select(StageCheck).order_by(StageCheck.pos.desc()).limit(1))
        check = StageCheck(
            id=self.id,
            ladder_id=ladder.id,
            meeting_id=self.meeting_id,
            pos=end_of(session, StageCheck),
            as_of=self.as_of,
        )
        session.add(check)
        session.flush()
        if before is not None:
            self._facts.update(carry_over(session, before, check))
        if self.meeting_id is not None:
            follow_ladder(session, self.meeting_id, ladder.id)

    def facts(self) -> dict[str, Any]:
        """The check and its day; after the first, how many `answers` the last one had, how many `came`
        along, and how many statements have `changed` or are new.
        """
        return {"stage_check_id": self.id, "day": self.as_of.isoformat(), **self._facts}

    def _ladder(self, session: Session) -> Ladder:
        offered = self.ladder.id if self.ladder is not None else ""
        chosen = self.ladder_id
        if chosen is None:
            chosen = ladder_for_next(session.connection(), offered)
        if not chosen and self.ladder is not None:
            return ladder_in(session, self.ladder, self.language)
        if not chosen:
            raise Refused("no_ladder")
        heads = ladders(session.connection())
        if holes := next((one.holes for one in heads if one.id == chosen), 0):
            raise Refused("statements_missing", many=holes)
        return found(session, Ladder, chosen)


@dataclass(frozen=True)
class TakeUpStageCheck(Deed):
    """Go on at a meeting with a check that was begun outside one: it is the meeting's from now on."""

    check_id: str
    meeting_id: str

    def apply(self, session: Session) -> None:
        """Write the meeting; the dimensions chosen for it follow the ladder of the check."""
        check = found(session, StageCheck, self.check_id)
        check.meeting_id = found(session, Meeting, self.meeting_id).id
        follow_ladder(session, self.meeting_id, check.ladder_id)

    def facts(self) -> dict[str, Any]:
        """The check and the meeting."""
        return {"stage_check_id": self.check_id, "meeting_id": self.meeting_id}


@dataclass(frozen=True)
class DateStageCheck(Deed):
    """Judge a check as of another day."""

    check_id: str
    as_of: date

    def apply(self, session: Session) -> None:
        """Write the day."""
        found(session, StageCheck, self.check_id).as_of = self.as_of

    def facts(self) -> dict[str, Any]:
        """The check and its day."""
        return {"stage_check_id": self.check_id, "day": self.as_of.isoformat()}


@dataclass(frozen=True)
class RemoveStageCheck(Deed):
    """Take a check out with its answers and evidence (Undo brings it back)."""

    check_id: str
    _facts: dict[str, Any] = field(default_factory=dict, compare=False)

    def apply(self, session: Session) -> None:
        """Delete it."""
        check = found(session, StageCheck, self.check_id)
        self._facts.update(stage_check_id=check.id, day=check.as_of.isoformat())
        session.delete(check)

    def facts(self) -> dict[str, Any]:
        """The check and the day it had."""
        return dict(self._facts)


@dataclass(frozen=True)
class AnswerCriterion(Deed):
    """Say yes, partly, no or "we do not know" to one criterion; its evidence stays with it.

    `on` is the day it was said, if not the day of the check. For "does not apply" there is `SkipCriterion`.
    """

    check_id: str
    criterion_id: str
    answer: Answer
    note: str | None = None
    on: date | None = None
    _facts: dict[str, Any] = field(default_factory=dict, compare=False)

    def apply(self, session: Session) -> None:
        """Write the answer; the note only where one is given."""
        if self.answer is Answer.NA:
            raise ValueError(self.answer)
        row, facts = _answer_row(session, self.check_id, self.criterion_id, self.answer, self.on)
        if self.note is not None:
            row.note = self.note.strip()
        self._facts.update(facts, answer=str(self.answer))

    def facts(self) -> dict[str, Any]:
        """The criterion's code and stage, and the answer."""
        return dict(self._facts)


@dataclass(frozen=True)
class SkipCriterion(Deed):
    """Say that a criterion does not apply, and why. Without a reason it counts as not looked at (RULES 1)."""

    check_id: str
    criterion_id: str
    reason: str = ""
    on: date | None = None
    _facts: dict[str, Any] = field(default_factory=dict, compare=False)

    def apply(self, session: Session) -> None:
        """Write the answer and the reason."""
        row, facts = _answer_row(session, self.check_id, self.criterion_id, Answer.NA, self.on)
        row.na_reason = self.reason.strip()
        self._facts.update(facts, answer=str(Answer.NA), has_reason=bool(row.na_reason))

    def facts(self) -> dict[str, Any]:
        """The criterion's code and stage, and whether a reason was given."""
        return dict(self._facts)


@dataclass(frozen=True)
class ClearAnswer(Deed):
    """Make a criterion "not looked at" again: its answer and evidence go (Undo brings them back)."""

    check_id: str
    criterion_id: str
    _facts: dict[str, Any] = field(default_factory=dict, compare=False)

    def apply(self, session: Session) -> None:
        """Delete the answer; nothing happens where there is none."""
        criterion = found(session, Criterion, self.criterion_id)
        self._facts.update(criterion=criterion.code, stage=criterion.stage)
        if (row := answer_to(session, self.check_id, self.criterion_id)) is not None:
            session.delete(row)

    def facts(self) -> dict[str, Any]:
        """The criterion's code and stage."""
        return dict(self._facts)


@dataclass(frozen=True)
class AgreeStage(Deed):
    """Record how the talk ended: a stage, lower than last time or not, "not yet at 1", or not agreed."""

    check_id: str
    agreement: Agreement
    stage: int | None = None
    reason: str = ""

    def apply(self, session: Session) -> None:
        """Write stage and reason.

        Raises:
            Refused: stage_unknown (facts: stage), or reason_needed (facts: field, middle) where the
                stage differs from the middle of the dimensions or there is no middle.
        """
        check = found(session, StageCheck, self.check_id)
        stage = self.stage if self.agreement is Agreement.STAGE else None
        if self.agreement is Agreement.STAGE:
            _known_stage(session, check, stage)
        at_middle = middle_of(session.connection(), self.check_id)
        if needs_reason(self.agreement, stage, at_middle) and not self.reason.strip():
            raise Refused("reason_needed", field="agreed_reason", middle=at_middle)
        check.agreement, check.agreed_stage = self.agreement, stage
        check.agreed_reason = self.reason.strip()

    def facts(self) -> dict[str, Any]:
        """The check, and what was agreed."""
        return {"stage_check_id": self.check_id, "agreement": str(self.agreement), "stage": self.stage}


@dataclass(frozen=True)
class WantStage(Deed):
    """Record which stage this purpose needs, asked in the open; None takes it away."""

    check_id: str
    stage: int | None
    reason: str = ""

    def apply(self, session: Session) -> None:
        """Write stage and reason.

        Raises:
            Refused: stage_unknown (facts: stage).
        """
        check = found(session, StageCheck, self.check_id)
        if self.stage is not None:
            _known_stage(session, check, self.stage)
        check.wanted_stage, check.wanted_reason = self.stage, self.reason.strip()

    def facts(self) -> dict[str, Any]:
        """The check and the stage."""
        return {"stage_check_id": self.check_id, "stage": self.stage}


def answer_to(session: Session, check_id: str, criterion_id: str) -> CriterionAnswer | None:
    """The answer given to a criterion in a check, if any."""
    return session.scalar(
        select(CriterionAnswer).filter_by(stage_check_id=check_id, criterion_id=criterion_id)
    )


def _answer_row(
    session: Session, check_id: str, criterion_id: str, answer: Answer, on: date | None
) -> tuple[CriterionAnswer, dict[str, Any]]:
    check = found(session, StageCheck, check_id)
    criterion = found(session, Criterion, criterion_id)
    dimension = found(session, Dimension, criterion.dimension_id)
    if dimension.ladder_id != check.ladder_id:
        raise Refused("gone", table="criterion")
    row = answer_to(session, check_id, criterion_id)
    if row is None:
        row = CriterionAnswer(stage_check_id=check_id, criterion_id=criterion_id, answer=answer)
        session.add(row)
    row.answer, row.answered_on = answer, on or check.as_of
    return row, {"criterion": criterion.code, "stage": criterion.stage}


def _known_stage(session: Session, check: StageCheck, stage: int | None) -> None:
    known = session.scalars(select(Stage.number).filter_by(ladder_id=check.ladder_id)).all()
    if stage not in known:
        raise Refused("stage_unknown", field="stage", stage=stage)

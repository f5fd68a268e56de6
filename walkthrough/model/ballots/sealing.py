# SPDX-License-Identifier: MIT
"""Sealing a box: what may be shown of it goes into the workbook, in one step that Undo never crosses.

RULES 2: of fewer than five ballots only their number is kept. No row across questions, no order, no time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from walkthrough.model.ballots.box import BallotBox
from walkthrough.model.ballots.head import FOR_STAGE_CHECK
from walkthrough.model.commands.base import Deed, end_of, found
from walkthrough.model.commands.entry import this_day
from walkthrough.model.errors import Refused
from walkthrough.model.rules.ballots import may_show, split_of
from walkthrough.model.schema import (
    AnswerTally,
    AskedPart,
    Asking,
    Meeting,
    PartMiddle,
    Question,
    Questionnaire,
    Round,
    StageCheck,
    Tally,
    new_id,
)
from walkthrough.model.words import QuestionKind


@dataclass(frozen=True)
class SealBox(Deed):
    """Bring the tallies of a box into the workbook. `Workbook.seal` does it, and then destroys the box."""

    box: BallotBox

    def apply(self, session: Session) -> None:
        """Write a round for each question of a stage check, or one asking of a questionnaire.

        Raises:
            Refused: gone (facts: table), where what was asked about is not there any more, or the box was
                thrown away.
        """
        if not self.box.is_open:
            raise Refused("gone", table="ballot_box")
        if self.box.head.for_table == FOR_STAGE_CHECK:
            self._rounds(session)
        else:
            self._asking(session)

    def facts(self) -> dict[str, Any]:
        """What was asked about, how many ballots there were and how many questions."""
        head = self.box.head
        asked = {f"{head.for_table}_id": head.for_id, "questions": len(head.questions)}
        return asked | {"ballots": self.box.many_in}

    def _counted(self) -> dict[str, Any]:
        box = self.box
        return {
            "method": box.head.method,
            "people": box.head.people,
            "handed_out": box.handed_out,
            "returned": box.many_in,
            "spoilt": box.spoilt,
            "ballots": box.many_in,
            "box": box.head.name,
        }

    def _rounds(self, session: Session) -> None:
        head = self.box.head
        check = found(session, StageCheck, head.for_id)
        pos = end_of(session, Round, stage_check_id=check.id)
        for place, question in enumerate(head.questions):
            row = Round(
                id=new_id(),
                stage_check_id=check.id,
                pos=pos + place,
                question=head.question if not question.key else "",
                dimension_id=question.key or None,
                sealed=True,
                **self._counted(),
            )
            session.add(row)
            session.flush()
            if may_show(self.box.many_in):
                tally = enumerate(self.box.tally(question.key))
                session.add_all(Tally(round_id=row.id, stage=stage, ballots=many) for stage, many in tally)

    def _asking(self, session: Session) -> None:
        head = self.box.head
        asked = found(session, Questionnaire, head.for_id)
        is_there = head.meeting_id is not None and session.get(Meeting, head.meeting_id) is not None
        meeting = head.meeting_id if is_there else None  # taken out since: the ballots count all the same
        row = Asking(
            id=new_id(),
            questionnaire_id=asked.id,
            meeting_id=meeting,
            pos=end_of(session, Asking, questionnaire_id=asked.id),
            day=this_day(session, meeting),
            **self._counted(),
        )
        session.add(row)
        session.flush()
        if may_show(self.box.many_in):
            for question in head.questions:
                tally = enumerate(self.box.tally(question.key))
                session.add_all(
                    AnswerTally(asking_id=row.id, question_id=question.key, answer=answer, ballots=many)
                    for answer, many in tally
                )
            self._split(session, row)

    def _split(self, session: Session, asking: Asking) -> None:
        """Write the parts, where a split may be shown, with their middles: of questions to agree with only,
        since the choices of others have no order.
        """
        head = self.box.head
        to_agree = select(Question.id).where(Question.kind == QuestionKind.AGREE)
        ordered = set(session.scalars(to_agree))
        keys = [question.key for question in head.questions if question.key in ordered]
        told = {part: [self.box.tally(key, part) for key in keys] for part in (*head.parts, "")}
        for pos, part in enumerate(split_of(told)):
            row = AskedPart(id=new_id(), asking_id=asking.id, pos=pos, name=part.name, ballots=part.ballots)
            session.add(row)
            session.flush()
            session.add_all(
                PartMiddle(id=new_id(), asked_part_id=row.id, question_id=key, low=low, high=high)
                for key, (low, high) in zip(keys, part.middles, strict=True)
            )

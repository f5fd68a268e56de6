# SPDX-License-Identifier: MIT
"""Something to ask about in private: a stage check with a few parts, and a questionnaire. No window."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Any

import pytest
from sqlalchemy.orm import Session

from walkthrough.model.ballots import BallotBox, BoxHead, BoxQuestion
from walkthrough.model.ballots.head import FOR_QUESTIONNAIRE, FOR_STAGE_CHECK
from walkthrough.model.commands.base import Deed
from walkthrough.model.schema import (
    Dimension,
    Ladder,
    Question,
    Questionnaire,
    QuestionSection,
    Stage,
    StageCheck,
    new_id,
)
from walkthrough.model.words import QuestionKind, RatingMethod
from walkthrough.model.workbook import Workbook

STAGES, STEPS = 4, 5


@dataclass(frozen=True)
class Asked(Deed):
    """Writes a ladder with so many parts, a check on it, and a questionnaire with so many questions."""

    parts: int = 2
    questions: int = 3
    kind: QuestionKind = QuestionKind.AGREE
    ladder_id: str = field(default_factory=new_id)
    check_id: str = field(default_factory=new_id)
    questionnaire_id: str = field(default_factory=new_id)
    dimension_ids: list[str] = field(default_factory=list)
    question_ids: list[str] = field(default_factory=list)

    def apply(self, session: Session) -> None:
        self.dimension_ids[:] = [new_id() for _ in range(self.parts)]
        self.question_ids[:] = [new_id() for _ in range(self.questions)]
        session.add(Ladder(id=self.ladder_id, code="ours", version="1", name="Ours"))
        session.add(Questionnaire(id=self.questionnaire_id, pos=1, code="ours", name="How was it?"))
        session.flush()
        section = QuestionSection(id=new_id(), questionnaire_id=self.questionnaire_id, pos=1)
        session.add(section)
        for number in range(1, STAGES + 1):
            session.add(Stage(id=new_id(), ladder_id=self.ladder_id, number=number, name=f"Stage {number}"))
        for pos, key in enumerate(self.dimension_ids):
            one = Dimension(id=key, ladder_id=self.ladder_id, pos=pos, code=f"part-{pos}", name=f"Part {pos}")
            session.add(one)
        session.flush()
        for pos, key in enumerate(self.question_ids):
            session.add(
                Question(id=key, section_id=section.id, pos=pos, kind=self.kind, text=f"Number {pos}")
            )
        day = datetime.date(2026, 11, 1)
        session.add(StageCheck(id=self.check_id, ladder_id=self.ladder_id, pos=1, as_of=day))

    def check_head(self, people: int = 0) -> BoxHead:
        """What to ask of the stage as a whole and of each part, by passing the laptop."""
        return BoxHead(
            for_table=FOR_STAGE_CHECK,
            for_id=self.check_id,
            method=RatingMethod.PASS,
            questions=tuple(BoxQuestion(key, STAGES) for key in ("", *self.dimension_ids)),
            people=people,
        )

    def questionnaire_head(self, *parts: str) -> BoxHead:
        """What to ask on paper, with the agencies a sheet may name."""
        return BoxHead(
            for_table=FOR_QUESTIONNAIRE,
            for_id=self.questionnaire_id,
            method=RatingMethod.PAPER,
            questions=tuple(BoxQuestion(key, STEPS) for key in self.question_ids),
            parts=parts,
        )


def asked_in(book: Workbook, parts: int = 2, questions: int = 3) -> Asked:
    """Something to ask about in an open workbook."""
    asked = Asked(parts, questions)
    book.do(asked)
    return asked


def filled(box: BallotBox, ballots: int, *answers: int) -> BallotBox:
    """Put in so many ballots, all with the same answers, or else each with answers of its own."""
    many = len(box.head.questions)
    for number in range(ballots):
        box.cast(answers or [(number + place) % STAGES + 1 for place in range(many)])
    return box


def rows(book: Workbook, statement: str) -> list[tuple[Any, ...]]:
    return book.read(lambda c: [tuple(row) for row in c.exec_driver_sql(statement)])


def rounds(book: Workbook) -> list[tuple[Any, ...]]:
    return rows(book, "select ballots, handed_out, returned, spoilt, sealed, box from round order by pos")


def tallies(book: Workbook) -> list[tuple[int, ...]]:
    told = "select group_concat(t.ballots order by stage) from round r join tally t on round_id = r.id"
    return [tuple(map(int, row[0].split(","))) for row in rows(book, told + " group by r.pos order by r.pos")]


def state(box: BallotBox) -> tuple[Any, ...]:
    return (
        box.many_in, box.handed_out, box.spoilt, *(box.tally(one.key) for one in box.head.questions),
    )  # fmt: skip


def reread(box: BallotBox) -> BallotBox:
    return BallotBox.read(box.path)


def code_of(wrong: pytest.ExceptionInfo[Any]) -> str:
    return str(wrong.value.code)

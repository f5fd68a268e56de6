# SPDX-License-Identifier: MIT
"""Whether the same was asked before, so that a new result could show how somebody rated (RULES 2)."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from sqlalchemy.orm import Session

from tests.model.asked import asked_in, filled, rows
from tests.model.asked_questionnaires import ROOM, ask, made
from walkthrough.model.ballots.head import FOR_QUESTIONNAIRE, FOR_STAGE_CHECK
from walkthrough.model.commands.base import Deed
from walkthrough.model.commands.question import EditQuestion
from walkthrough.model.queries.ballots import AskedBefore, asked_before
from walkthrough.model.queries.questionnaires import questionnaire
from walkthrough.model.schema import StageCheck, new_id
from walkthrough.model.words import QuestionKind
from walkthrough.model.workbook import Workbook


def test_a_questionnaire_was_asked_before_in_every_version(workbook: Workbook):
    key, other = made(workbook), made(workbook, "Another")
    assert workbook.read(asked_before, FOR_QUESTIONNAIRE, key) is None
    ask(workbook, key, ROOM[:4])
    assert workbook.read(asked_before, FOR_QUESTIONNAIRE, key) is None
    ask(workbook, key, ROOM)
    ask(workbook, key, ROOM[:5])
    before = AskedBefore(workbook.clock.today(), 6, 6)
    assert workbook.read(asked_before, FOR_QUESTIONNAIRE, key) == before
    row = workbook.read(questionnaire, key)
    assert row is not None
    edit = EditQuestion(row.questions[0].id, "We share a goal.", QuestionKind.AGREE, ())
    workbook.do(edit)
    ((version,),) = rows(workbook, "select id from questionnaire where version = 2")
    assert version not in (key, other)
    assert workbook.read(asked_before, FOR_QUESTIONNAIRE, version) == before
    assert workbook.read(asked_before, FOR_QUESTIONNAIRE, other) is None


@dataclass(frozen=True)
class AnotherCheck(Deed):
    """Writes a check on the same ladder, on a day of its own."""

    id: str
    ladder_id: str
    day: datetime.date

    def apply(self, session: Session) -> None:
        session.add(StageCheck(id=self.id, ladder_id=self.ladder_id, pos=2, as_of=self.day))


def test_a_stage_was_asked_before_in_the_checks_of_that_day(workbook: Workbook):
    asked, day = asked_in(workbook), datetime.date(2026, 11, 1)
    same, later = new_id(), new_id()
    workbook.do(AnotherCheck(same, asked.ladder_id, day))
    workbook.do(AnotherCheck(later, asked.ladder_id, day + datetime.timedelta(1)))
    workbook.seal(filled(workbook.boxes.open_new(asked.check_head(people=9)), 4))
    assert workbook.read(asked_before, FOR_STAGE_CHECK, asked.check_id) is None
    workbook.seal(filled(workbook.boxes.open_new(asked.check_head(people=9)), 7))
    for key in (asked.check_id, same):
        before = workbook.read(asked_before, FOR_STAGE_CHECK, key)
        assert before == AskedBefore(day, 9, 7)
        assert before.before == 9
    assert workbook.read(asked_before, FOR_STAGE_CHECK, later) is None

# SPDX-License-Identifier: MIT
"""Half a character, as a broken paste leaves it, is never in the way of what was said with it."""

from __future__ import annotations

from tests.model.asked import rows
from walkthrough.model.commands.entry import RecordEntry
from walkthrough.model.commands.partner import AddPartner
from walkthrough.model.commands.question import AddQuestion
from walkthrough.model.commands.questionnaire import MakeQuestionnaire
from walkthrough.model.words import Kind, QuestionKind
from walkthrough.model.workbook import Workbook

HALF, SHOWN = "Juárez \ud83d court", "Juárez \ufffd court"


def test_half_a_character_becomes_the_sign_for_it(workbook: Workbook):
    made = MakeQuestionnaire(HALF, "", ())
    workbook.do(AddPartner(HALF, "courts"))
    workbook.do(RecordEntry(Kind.PARKED, HALF))
    workbook.do(made)
    workbook.do(AddQuestion(made.id, HALF, kind=QuestionKind.CHOICE, choices=(HALF, "\U0001f600")))
    workbook.drafts.keep("field", HALF)
    assert (
        rows(workbook, "select name from partner union all select text from parked_topic") == [(SHOWN,)] * 2
    )
    assert rows(workbook, "select choices from question") == [(f'["{SHOWN}","\U0001f600"]',)]
    assert [draft.text for draft in workbook.drafts.all()] == [SHOWN]
    workbook.undo()
    workbook.redo()
    assert rows(workbook, "select name from questionnaire") == [(SHOWN,)]

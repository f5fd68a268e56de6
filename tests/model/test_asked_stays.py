# SPDX-License-Identifier: MIT
"""While a box is open nothing changes what it asks: no answer may come to stand for other words."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from tests.model.asked import asked_in, code_of, filled, rounds, rows
from tests.model.asked_questionnaires import ROOM, head_of, made
from walkthrough.model import Refused
from walkthrough.model.ballots import BallotBox
from walkthrough.model.commands.meeting import PlanMeeting, RemoveMeeting
from walkthrough.model.commands.partner import AddPartner
from walkthrough.model.commands.question import AddQuestion, EditQuestion, RemoveQuestion
from walkthrough.model.commands.questionnaire import RemoveQuestionnaire
from walkthrough.model.commands.stage import RemoveStageCheck
from walkthrough.model.queries.questionnaires import questionnaire
from walkthrough.model.words import QuestionKind
from walkthrough.model.workbook import Workbook


def refused(workbook: Workbook, what: Callable[[], object]) -> None:
    """It is refused, nothing is written, and both stacks stay as they are."""
    before = rows(workbook, "select * from chg_step"), workbook.next_undo, workbook.next_redo
    with pytest.raises(Refused) as wrong:
        what()
    assert code_of(wrong) == "box_open"
    assert (rows(workbook, "select * from chg_step"), workbook.next_undo, workbook.next_redo) == before


def all_in(box: BallotBox) -> BallotBox:
    for ballot in ROOM:
        box.cast(ballot)
    return box


def test_nothing_changes_or_removes_a_question_while_its_box_is_open(workbook: Workbook):
    key, other = made(workbook), made(workbook, "Another")
    shown = workbook.read(questionnaire, key)
    assert shown is not None
    first = shown.questions[0].id
    edit = EditQuestion(first, "We share NO goal.", QuestionKind.AGREE, ())
    workbook.do(edit)
    box = all_in(workbook.boxes.open_new(head_of(workbook, key)))
    refused(workbook, workbook.undo)
    for command in (
        EditQuestion(first, "Something else", QuestionKind.AGREE, ()),
        RemoveQuestion(first),
        AddQuestion(key, "One more"),
        RemoveQuestionnaire(key),
    ):
        refused(workbook, lambda command=command: workbook.do(command))
    refused(workbook, lambda: workbook.remove_for_good("questionnaire", key))
    refused(workbook, lambda: workbook.remove_for_good("question", first))
    workbook.do(AddQuestion(other, "One more there"))
    workbook.undo()
    workbook.do(RemoveQuestionnaire(other))
    workbook.seal(box)
    assert rows(workbook, "select ballots from asking") == [(6,)]
    asked = "select text from question join answer_tally on question_id = question.id limit 1"
    assert rows(workbook, asked) == [("We share NO goal.",)]


def test_what_was_undone_before_is_not_done_again_while_the_box_is_open(workbook: Workbook):
    key = made(workbook)
    shown = workbook.read(questionnaire, key)
    assert shown is not None
    workbook.do(EditQuestion(shown.questions[0].id, "Other words", QuestionKind.AGREE, ()))
    workbook.undo()
    box = workbook.boxes.open_new(head_of(workbook, key))
    refused(workbook, workbook.redo)
    workbook.boxes.drop(box)
    assert workbook.redo() is not None


def test_a_stage_check_its_stages_and_parts_stay_while_its_box_is_open(workbook: Workbook):
    asked = asked_in(workbook)
    box = filled(workbook.boxes.open_new(asked.check_head()), 5)
    path = workbook.path
    workbook.close()
    book = Workbook.open(path)
    refused(book, book.undo)
    refused(book, lambda: book.do(RemoveStageCheck(asked.check_id)))
    for table, key in (
        ("stage_check", asked.check_id),
        ("ladder", asked.ladder_id),
        ("dimension", asked.dimension_ids[0]),
        ("stage", str(rows(book, "select id from stage")[0][0])),
    ):
        refused(book, lambda table=table, key=key: book.remove_for_good(table, key))
    book.do(AddPartner("Court", "courts"))
    book.undo()
    (box,) = book.boxes.found()
    book.seal(box)
    assert [one[0] for one in rounds(book)] == [5, 5, 5]
    book.close()


def test_a_meeting_taken_out_leaves_the_ballots_to_be_counted(workbook: Workbook):
    meeting, key = PlanMeeting(workbook.clock.today()), made(workbook)
    workbook.do(meeting)
    head = msgspec.structs.replace(head_of(workbook, key), meeting_id=meeting.id)
    box = all_in(workbook.boxes.open_new(head))
    workbook.do(RemoveMeeting(meeting.id))
    workbook.seal(box)
    today = workbook.clock.today().isoformat()
    assert rows(workbook, "select ballots, meeting_id, day from asking") == [(6, None, today)]

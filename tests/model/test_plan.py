# SPDX-License-Identifier: MIT
"""Next steps and raised questions, through the workbook: written, read back, undone."""

from __future__ import annotations

from datetime import date

import pytest

from walkthrough.model import Refused
from walkthrough.model.commands.entry import RecordEntry
from walkthrough.model.commands.indicator import AddGoal
from walkthrough.model.commands.plan import (
    AcceptNextStep,
    AddNextStep,
    AnswerFinding,
    EditNextStep,
    EditRaised,
    MoveNextStep,
    RaiseQuestion,
    RemoveNextStep,
    RemoveRaised,
    SetStepState,
)
from walkthrough.model.commands.walk import StartWalk
from walkthrough.model.content import load_shelf
from walkthrough.model.queries.plan import (
    findings_without_step,
    next_step,
    next_steps,
    notes_of,
    raised_questions,
)
from walkthrough.model.words import Acceptance, Kind, StepState, Tier
from walkthrough.paths import resources

DAY = date(2026, 3, 1)


def add(workbook, what="One form", **values):
    command = AddNextStep(what, values)
    workbook.do(command)
    return command.id


@pytest.fixture
def barrier(workbook):
    walk = StartWalk(load_shelf(resources() / "content", "en").routes[0])
    workbook.do(walk)
    entry = RecordEntry(Kind.BARRIER, "Five forms", walk_id=walk.walk_id)
    workbook.do(entry)
    return entry.entry_id


def test_a_step_needs_words(workbook):
    with pytest.raises(Refused) as refused:
        add(workbook, "  ")
    assert refused.value.code == "text_missing"
    assert refused.value.facts == {"field": "what"}
    assert workbook.read(next_steps) == ()


def test_a_step_that_answers_a_barrier_takes_it_off_the_list(workbook, barrier):
    assert [mark.id for mark in workbook.read(findings_without_step)] == [barrier]
    workbook.do(AddNextStep("One form", findings=(barrier,)))
    assert workbook.read(findings_without_step) == ()
    assert [mark.text for mark in workbook.read(next_steps)[0].findings] == ["Five forms"]
    workbook.undo()
    assert [mark.id for mark in workbook.read(findings_without_step)] == [barrier]


def test_a_link_made_twice_is_there_once_and_names_the_step(workbook, barrier):
    step = add(workbook)
    changes = workbook.do(AnswerFinding(step, barrier))
    assert changes.facts["number"] == workbook.read(next_step, step).number
    assert workbook.do(AnswerFinding(step, barrier)) is None
    assert len(workbook.read(next_step, step).findings) == 1
    workbook.do(AnswerFinding(step, barrier, linked=False))
    assert workbook.read(next_step, step).findings == ()


def test_done_keeps_the_day_and_the_proof_and_a_new_state_forgets_the_day(workbook):
    step = add(workbook)
    workbook.do(SetStepState(step, StepState.DONE, DAY, proof=" Signed on March 1 "))
    row = workbook.read(next_step, step)
    assert (row.state, row.closed_on, row.proof) == (StepState.DONE, DAY, "Signed on March 1")
    workbook.do(SetStepState(step, StepState.STUCK, DAY, note="union rules"))
    row = workbook.read(next_step, step)
    assert (row.closed_on, row.proof) == (None, "Signed on March 1")
    assert [(note.state, note.text) for note in workbook.read(notes_of, step)] == [
        (StepState.STUCK, "union rules"),
        (StepState.DONE, ""),
    ]


def test_to_ask_needs_a_day_and_nothing_is_written_without_one(workbook):
    step = add(workbook)
    with pytest.raises(Refused) as refused:
        workbook.do(AcceptNextStep(step, Acceptance.TO_ASK, "the chief"))
    assert (refused.value.code, refused.value.facts["field"]) == ("ask_by_missing", "ask_by")
    assert workbook.read(next_step, step).acceptance is Acceptance.OPEN
    changes = workbook.do(AcceptNextStep(step, Acceptance.TO_ASK, "the chief", DAY))
    assert changes.facts["number"] == workbook.read(next_step, step).number


@pytest.mark.parametrize(("by", "order"), [(-1, "acbd"), (-2, "cabd"), (-9, "cabd"), (1, "abdc")])
def test_a_step_moves_by_so_many_places(workbook, by, order):
    keys = {what: add(workbook, what) for what in "abcd"}
    workbook.do(MoveNextStep(keys["c"], by))
    assert "".join(step.what for step in workbook.read(next_steps)) == order
    workbook.undo()
    assert "".join(step.what for step in workbook.read(next_steps)) == "abcd"


def test_a_removed_step_comes_back_whole_with_its_number_and_notes(workbook, barrier):
    goal = AddGoal("Sooner")
    workbook.do(goal)
    command = AddNextStep("One form", {"goal_id": goal.id, "tier": Tier.CORE}, (barrier,))
    workbook.do(command)
    workbook.do(SetStepState(command.id, StepState.UNDER_WAY, DAY, note="begun"))
    before = workbook.read(next_step, command.id), workbook.read(notes_of, command.id)
    workbook.do(RemoveNextStep(command.id))
    assert workbook.read(next_step, command.id) is None
    workbook.undo()
    assert (workbook.read(next_step, command.id), workbook.read(notes_of, command.id)) == before
    add(workbook)
    assert workbook.read(next_steps)[-1].number > before[0].number


def test_overdue_is_open_and_past_its_day(workbook):
    step = add(workbook, due=DAY)
    row = workbook.read(next_step, step)
    assert not row.is_overdue(DAY)
    assert row.is_overdue(date(2026, 3, 2))
    workbook.do(SetStepState(step, StepState.DROPPED, DAY))
    assert not workbook.read(next_step, step).is_overdue(date(2026, 3, 2))


def test_what_a_step_says_may_change_but_not_go(workbook):
    step = add(workbook)
    workbook.do(EditNextStep(step, {"what": "One short form", "needs": " a printer "}))
    row = workbook.read(next_step, step)
    assert (row.what, row.needs) == ("One short form", "a printer")
    with pytest.raises(Refused):
        workbook.do(EditNextStep(step, {"what": " "}))


def test_a_question_is_raised_answered_told_back_and_taken_out(workbook):
    question = RaiseQuestion("May we share dates?", Tier.OVERSIGHT, {"by_day": DAY})
    workbook.do(question)
    other = RaiseQuestion("Who pays?", Tier.STEERING)
    workbook.do(other)
    workbook.do(EditRaised(question.id, {"answer": "Yes", "told_back_on": DAY}))
    assert [row.question for row in workbook.read(raised_questions)] == ["Who pays?", "May we share dates?"]
    workbook.do(RemoveRaised(other.id))
    assert [row.id for row in workbook.read(raised_questions)] == [question.id]
    workbook.undo()
    assert len(workbook.read(raised_questions)) == 2


def test_a_new_owner_of_a_step_that_was_refused_has_no_answer_yet(workbook):
    step = AddNextStep("Phone tree", {"owner": "R. Diaz"})
    workbook.do(step)
    workbook.do(AcceptNextStep(step.id, Acceptance.DECLINED))
    workbook.do(EditNextStep(step.id, {"what": "A phone tree", "owner": "R. Diaz"}))
    assert workbook.read(next_step, step.id).acceptance is Acceptance.DECLINED
    workbook.do(EditNextStep(step.id, {"owner": "J. Cole"}))
    assert workbook.read(next_step, step.id).acceptance is Acceptance.OPEN
    workbook.undo()
    assert workbook.read(next_step, step.id).acceptance is Acceptance.DECLINED

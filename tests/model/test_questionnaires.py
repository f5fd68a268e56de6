# SPDX-License-Identifier: MIT
"""Questionnaires: made, changed, asked; one that was asked never changes; what the answers say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.asked_questionnaires import ROOM, VALUES, ask, head_of, made
from walkthrough import paths
from walkthrough.model import Refused
from walkthrough.model.commands.question import (
    AddQuestion,
    AddSections,
    EditQuestion,
    MoveQuestion,
    MoveSection,
    RemoveQuestion,
    RemoveSection,
    RenameSection,
)
from walkthrough.model.commands.questionnaire import (
    EditQuestionnaire,
    MakeQuestionnaire,
    RemoveQuestionnaire,
    UseQuestionnaire,
)
from walkthrough.model.content import load_shelf
from walkthrough.model.queries.questionnaires import (
    asking_result,
    askings,
    questionnaire,
    questionnaires,
)
from walkthrough.model.rules.answers import Said, answered, said_of, worth_a_talk_first
from walkthrough.model.rules.questionnaire_text import GivenQuestion, GivenSection
from walkthrough.model.words import QuestionKind

tallies = st.lists(st.integers(0, 12), min_size=6, max_size=6)
CHOICE = QuestionKind.CHOICE


def texts(workbook, key):
    row = workbook.read(questionnaire, key)
    return [(section.name, [one.text for one in section.questions]) for section in row.sections]


def test_sections_and_questions_are_added_changed_moved_and_taken_out_again(workbook):
    key = made(workbook)
    purpose, trust = workbook.read(questionnaire, key).sections
    goal, parents = purpose.questions
    workbook.do(AddQuestion(key, "We meet in person."))
    workbook.do(AddSections(key, (GivenSection("Money", (GivenQuestion("We share costs."),)),)))
    workbook.do(EditQuestion(goal.id, "Who leads?", CHOICE, ("Courts", " ", "Parents ")))
    workbook.do(MoveQuestion(parents.id, 1))
    workbook.do(RenameSection(trust.id, "Trust and talk"))
    workbook.do(MoveSection(trust.id, -1))
    assert texts(workbook, key) == [
        (
            "Trust and talk",
            ["Parents can lead a team.", "We keep our word.", "What helps most?", "We meet in person."],
        ),
        ("Purpose", ["Who leads?"]),
        ("Money", ["We share costs."]),
    ]
    assert workbook.read(questionnaire, key).questions[4].choices == ("Courts", "Parents")
    workbook.do(RemoveQuestion(parents.id))
    workbook.do(RemoveSection(purpose.id))
    for _step in range(8):
        workbook.undo()
    assert texts(workbook, key) == [(one.name, [q.text for q in one.questions]) for one in VALUES]


def test_a_question_moves_through_the_sections_to_both_ends_and_stays_there(workbook):
    key = made(workbook)
    first = workbook.read(questionnaire, key).questions[0].id
    for _step in range(9):
        workbook.do(MoveQuestion(first, 1))
    assert workbook.read(questionnaire, key).questions[-1].id == first
    for _step in range(9):
        workbook.do(MoveQuestion(first, -1))
    assert texts(workbook, key) == [(one.name, [q.text for q in one.questions]) for one in VALUES]


@pytest.mark.parametrize(
    ("question", "code"),
    [
        (GivenQuestion(" "), "text_missing"),
        (GivenQuestion("Which?", CHOICE, ("One",)), "choices_few"),
        (GivenQuestion("Which?", CHOICE, ("One", "ONE ")), "choices_twice"),
        (GivenQuestion("Which?", CHOICE, tuple("abcdefghij")), "choices_many"),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused_and_nothing_is_written(workbook, question, code):
    with pytest.raises(Refused) as refused:
        workbook.do(MakeQuestionnaire("Ours", sections=(GivenSection("", (question,)),)))
    assert refused.value.code == code
    assert workbook.read(questionnaires) == ()


def test_one_that_was_asked_never_changes_a_change_makes_the_next_version(workbook):
    key = made(workbook)
    before = texts(workbook, key)
    ask(workbook, key)
    asked = workbook.read(questionnaire, key)
    command = EditQuestion(asked.questions[0].id, "We have one goal in writing.")
    workbook.do(command)
    newer = workbook.read(questionnaire, command.facts()["questionnaire_id"])
    assert (newer.version, newer.is_asked, newer.code) == (2, False, asked.code)
    assert newer.questions[0].text == "We have one goal in writing."
    assert texts(workbook, key) == before
    workbook.do(EditQuestionnaire(newer.id, {"name": "What we value"}))  # the new one is changed itself
    (head,) = workbook.read(questionnaires)
    assert (head.id, head.name, head.version, head.askings) == (newer.id, "What we value", 2, 1)
    same = EditQuestion(asked.questions[1].id, asked.questions[1].text)
    assert workbook.do(same) is None  # nothing is changed, so there is no third version


def test_one_that_ships_is_taken_over_once_and_stays_as_it_is(workbook):
    (pulse,) = load_shelf(paths.resources() / "content", "en").questionnaires
    workbook.do(UseQuestionnaire(pulse))
    again = UseQuestionnaire(pulse)
    workbook.do(again)
    (head,) = workbook.read(questionnaires)
    assert (head.is_shipped, head.questions) == (True, 10)
    assert again.facts() == {"questionnaire_id": head.id}
    with pytest.raises(Refused) as refused:
        workbook.do(AddQuestion(head.id, "One more."))
    assert refused.value.code == "shipped_fixed"


def test_the_answers_say_where_the_room_agrees_and_where_it_does_not(workbook):
    result = workbook.read(asking_result, ask(workbook, made(workbook)))
    assert [(row.question.text, row.said) for row in result.worth_a_talk_first()] == [
        ("Parents can lead a team.", Said.DIFFER),
        ("We keep our word.", Said.CLOSE),
        ("We share one goal.", Said.AGREE),
        ("What helps most?", Said.CHOICE),
    ]
    parents = result.worth_a_talk_first()[0]
    assert (parents.tallies, parents.told.tail) == ((0, 3, 0, 1, 0, 2), 3)
    assert result.answers[3].tallies == (1, 3, 1, 1)


def test_of_fewer_than_five_ballots_only_their_number_is_kept(workbook):
    key = made(workbook)
    result = workbook.read(asking_result, ask(workbook, key, ROOM[:4]))
    assert (result.asking.ballots, result.asking.is_shown, result.answers) == (4, False, ())


def test_the_time_before_of_the_same_version_stands_beside_the_answers(workbook):
    key = made(workbook)
    ask(workbook, key)
    ask(workbook, key, ROOM[:3])  # too few to be shown, so it is passed over
    latest = workbook.read(asking_result, ask(workbook, key, ROOM[::-1][:5]))
    assert latest.answers[0].before == (0, 0, 0, 0, 1, 5)
    assert len(workbook.read(askings, latest.questionnaire.code)) == 3
    workbook.do(RemoveQuestionnaire(key))
    assert workbook.read(questionnaires) == ()


def test_an_open_box_shows_nothing_in_the_workbook(workbook):
    key = made(workbook)
    box = workbook.boxes.open_new(head_of(workbook, key))
    for ballot in ROOM:
        box.cast(ballot)
    assert workbook.read(askings, workbook.read(questionnaire, key).code) == ()
    assert not workbook.read(questionnaire, key).is_asked
    assert workbook.boxes.found()[0].many_in == len(ROOM)


@given(st.lists(st.tuples(st.sampled_from(list(QuestionKind)), tallies), max_size=6))
def test_what_is_seen_most_differently_comes_first_and_every_question_comes_once(asked):
    order = worth_a_talk_first(asked)
    assert sorted(order) == list(range(len(asked)))
    headings = [list(Said).index(said_of(asked[at][0], answered(*asked[at]))) for at in order]
    assert headings == sorted(headings)


@given(tallies)
def test_choices_have_no_neighbours_so_nobody_is_far_from_anybody(counted):
    told = answered(CHOICE, counted)
    assert (told.tail, told.middle) == (0, ())
    assert told.rated + told.not_sure == sum(counted)
    assert all(counted[answer] == max(counted[1:]) for answer in told.stages)

# SPDX-License-Identifier: MIT
"""Every way in which up to eight people can rate, sealed for real: whoever sees all that the workbook holds
afterwards knows of no single ballot what it said, unless all said the same (RULES 2).
"""

from __future__ import annotations

from collections import defaultdict

import pytest
from msgspec.structs import replace

from tests.model.asked import STAGES, Asked
from tests.model.test_agreement import ways
from walkthrough.model.ballots import BoxQuestion, sealing
from walkthrough.model.rules.agreement import words_of
from walkthrough.model.rules.ballots import FEWEST_BALLOTS, warn_again
from walkthrough.model.workbook import Workbook

Tally = tuple[int, ...]
COUNTED = "json_array(r.ballots, r.returned, r.spoilt, r.handed_out, r.people, r.method, r.meeting_id)"
ROUNDS = (
    f"select d.pos, {COUNTED.replace('r.meeting_id', 'r.question')},"
    " (select group_concat(t.ballots order by t.stage) from tally t where t.round_id = r.id)"
    " from round r join dimension d on r.dimension_id = d.id where r.box = ?"
)
ASKINGS = (
    f"select q.pos, {COUNTED}, (select group_concat(t.ballots order by t.answer) from answer_tally t"
    " where t.question_id = q.id and t.asking_id = r.id) from asking r join question_section s"
    " on s.questionnaire_id = r.questionnaire_id join question q on q.section_id = s.id where r.box = ?"
)
"""All columns but keys, and the tallies, with the place of the question."""


def sealed(book: Workbook, people: int) -> dict[Tally, tuple[object, ...]]:
    """What is kept of every tally of so many people, each put into one box as a question of its own."""
    every = list(ways(people, STAGES + 1))
    answers = [[stage for stage, many in enumerate(tally) for _ in range(many)] for tally in every]
    asked = Asked(parts=0, questions=len(every))
    book.do(asked)
    questions = tuple(BoxQuestion(key, STAGES) for key in asked.question_ids)
    box = book.boxes.open_new(replace(asked.questionnaire_head(), questions=questions))
    for person in range(people):
        box.cast([said[person] for said in answers])
    book.seal(box)
    rows = book.read(lambda c: c.exec_driver_sql(ASKINGS, (box.head.name,)).all())
    assert len(rows) == len(every)
    return {every[place]: (counted, tallies, said_of(tallies)) for place, counted, tallies in rows}


def said_of(tallies: str | None) -> object:
    """The words, the tail and the middle that a screen would say."""
    return None if tallies is None else words_of([int(many) for many in tallies.split(",")])


def known(shown: dict[Tally, tuple[object, ...]]) -> dict[Tally, set[int]]:
    """For each tally what one ballot can have said, judged by all tallies that look just like it."""
    alike = defaultdict(set)
    for tally, looks in shown.items():
        alike[looks].add(tally)
    return {
        tally: {stage for like in alike[looks] for stage, many in enumerate(like) if many}
        for tally, looks in shown.items()
    }


@pytest.mark.parametrize("people", range(1, 9))
def test_whoever_sees_all_that_is_kept_knows_no_ballot(workbook: Workbook, people: int):
    could = known(sealed(workbook, people))
    for tally, answers in could.items():
        if people < FEWEST_BALLOTS:
            assert answers == set(range(STAGES + 1)), (tally, "even of people who agree nothing is known")
        elif max(tally) < people:
            assert len(answers) >= 2, tally
    assert min(map(len, could.values())) == (STAGES + 1 if people < FEWEST_BALLOTS else 1)


def test_that_look_finds_what_a_box_with_too_few_would_tell(
    workbook: Workbook, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sealing, "may_show", lambda ballots: True)
    could = known(sealed(workbook, 3))
    assert could[0, 0, 3, 0, 0] == {2}
    assert could[1, 0, 1, 1, 0] == {0, 2, 3}


def test_two_questions_of_one_box_do_not_tell_which_answers_are_of_one_ballot(workbook: Workbook):
    """Who pairs them up is seen nowhere: the two ways of pairing leave the very same rows."""
    looks = []
    for other in ((1, 2, 3, 4, 1, 2), (2, 1, 4, 3, 2, 1)):
        asked = Asked(parts=1)
        workbook.do(asked)
        box = workbook.boxes.open_new(asked.check_head())
        for first, second in zip((1, 1, 2, 2, 3, 3), other, strict=True):
            box.cast((first, second))
        content = box.path.read_bytes().replace(box.head.name.encode(), b"name")
        for key in (asked.check_id, *asked.dimension_ids):
            content = content.replace(key.encode(), b"key")
        workbook.seal(box)
        rows = workbook.read(lambda c, name=box.head.name: c.exec_driver_sql(ROUNDS, (name,)).all())
        looks.append((content, rows))
    assert looks[0] == looks[1]


def test_a_second_round_tells_what_somebody_said_who_left_and_only_then_is_there_a_warning():
    for tally in ways(6, STAGES + 1):
        for stage, many in enumerate(tally):
            if many:
                without = [other - (place == stage) for place, other in enumerate(tally)]
                difference = [one - two for one, two in zip(tally, without, strict=True)]
                assert (difference.index(1), sum(difference), warn_again(6, sum(without))) == (stage, 1, True)
    assert warn_again(6, 6, left=1), "somebody else came"
    assert not warn_again(6, 6)
    assert not warn_again(6, 8)
    assert not warn_again(6, 0), "nobody counted"

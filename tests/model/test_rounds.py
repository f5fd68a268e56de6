# SPDX-License-Identifier: MIT
"""What is shown of sealed rounds, the earlier rounds beneath, and what moved from check to check."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest

from tests.model.sealed_rounds import Sealed
from walkthrough.export.pictures.history import unmoved_line
from walkthrough.model.commands.stage import AgreeStage, AnswerCriterion, BeginStageCheck
from walkthrough.model.commands.stage_evidence import AddEvidence
from walkthrough.model.content import load_shelf
from walkthrough.model.queries.rounds import all_rounds, rounds_of_check
from walkthrough.model.queries.stage import check_page
from walkthrough.model.queries.stage_history import stage_history
from walkthrough.model.rules.stage_moves import Way
from walkthrough.model.words import Agreement, Answer, Proof, RatingMethod
from walkthrough.wording import Wording

CONTENT = Path(__file__).parents[2] / "resources" / "content"


@pytest.fixture(scope="module")
def ladder():
    return load_shelf(CONTENT, "en").ladder


def begin(workbook, ladder, day, version=1):
    command = BeginStageCheck(day, msgspec.structs.replace(ladder, version=version))
    workbook.do(command)
    return command.id


def test_the_parts_seen_most_differently_come_first_after_the_stage_as_a_whole(workbook, ladder):
    check = begin(workbook, ladder, date(2026, 5, 12))
    codes = [part.id for part in ladder.dimensions[:3]]
    split, agreed, close = (0, 4, 0, 0, 5), (0, 0, 9, 0, 0), (0, 4, 5, 0, 0)
    for code, tallies in zip(codes, (agreed, split, close), strict=True):
        workbook.do(Sealed(check, tallies, code))
    workbook.do(Sealed(check, (1, 1, 5, 2, 0)))
    asked = workbook.read(rounds_of_check, check)
    assert [one.newest.dimension_code for one in asked] == ["", codes[1], codes[2], codes[0]]
    assert asked[1].newest.told.code == "differ"
    assert [stage.number for stage in asked[0].stages] == [1, 2, 3, 4]
    assert asked[1].is_at(asked[1].newest.dimension_id)
    assert not asked[0].is_at("")


def test_fewer_than_five_ballots_show_their_number_only_and_hands_are_open(workbook, ladder):
    check = begin(workbook, ladder, date(2026, 5, 12))
    workbook.do(Sealed(check, (), ballots=4))
    workbook.do(Sealed(check, (0, 3, 0, 0, 0), ladder.dimensions[0].id))
    workbook.do(Sealed(check, (0, 2, 1, 0, 0), ladder.dimensions[1].id, RatingMethod.HANDS))
    whole, hands, private = (one.newest for one in workbook.read(rounds_of_check, check))
    assert (whole.ballots, whole.tallies, whole.told) == (4, (), None)
    assert (private.ballots, private.tallies) == (3, ())
    assert (hands.ballots, hands.tallies, hands.is_open) == (3, (0, 2, 1, 0, 0), True)


def test_a_round_of_too_few_hides_no_round_of_the_same_check_and_shows_none_of_another(workbook, ladder):
    first = begin(workbook, ladder, date(2026, 2, 3))
    workbook.do(Sealed(first, (0, 5, 4, 0, 0)))
    workbook.do(Sealed(first, (0, 2, 8, 0, 0)))
    workbook.do(Sealed(first, (), ballots=3))
    workbook.do(Sealed(first, (), ballots=4))
    second = begin(workbook, ladder, date(2026, 5, 12))
    workbook.do(Sealed(second, (), ballots=4))
    [shown], [none] = (workbook.read(rounds_of_check, check) for check in (first, second))
    assert (shown.newest.tallies, shown.again.ballots) == ((0, 2, 8, 0, 0), 4)
    assert shown.beneath.tallies == (0, 5, 4, 0, 0)
    assert shown.is_at(shown.again.id)
    assert (none.newest.ballots, none.newest.tallies, none.again) == (4, (), None)
    assert none.beneath.tallies == (0, 2, 8, 0, 0), "an earlier check is never shown as this one"


def test_earlier_rounds_are_of_the_same_question_and_the_same_version_of_the_ladder(workbook, ladder):
    other = begin(workbook, ladder, date(2025, 1, 7), version=7)
    workbook.do(Sealed(other, (0, 9, 0, 0, 0)))
    first = begin(workbook, ladder, date(2026, 2, 3))
    workbook.do(Sealed(first, (0, 5, 4, 0, 0)))
    workbook.do(Sealed(first, (0, 6, 0, 0, 0), ladder.dimensions[0].id))
    second = begin(workbook, ladder, date(2026, 5, 12))
    workbook.do(Sealed(second, (), ballots=3))
    workbook.do(Sealed(second, (0, 2, 8, 0, 0)))
    [whole] = workbook.read(rounds_of_check, second)
    assert [(one.day, one.ballots) for one in whole.earlier] == [
        (date(2026, 5, 12), 3),
        (date(2026, 2, 3), 9),
    ]
    assert whole.beneath.tallies == (0, 5, 4, 0, 0), "a round that shows nothing is passed over"
    before = workbook.read(rounds_of_check, first)
    assert [one.earlier for one in before] == [(), ()], "later rounds and other ladders stay out"
    assert [one.ballots for one in workbook.read(all_rounds)] == [9, 9, 6, 3, 10]
    assert workbook.read(rounds_of_check, "gone") == ()


def answer(workbook, check, code, stages, said, note="", what=""):
    page = workbook.read(check_page, check)
    part = next(one for one in page.dimensions if one.code == code)
    for criterion in part.criteria:
        if criterion.stage in stages:
            workbook.do(AnswerCriterion(check, criterion.id, said, note))
            if what:
                values = {"what": what, "place": "County site", "day": date(2026, 1, 5)}
                workbook.do(AddEvidence(check, criterion.id, Proof.DOCUMENT, values))


def test_what_moved_is_told_with_what_was_said_anew_and_never_across_ladders(workbook, ladder):
    money, goals = (part.id for part in ladder.dimensions[:2])
    first = begin(workbook, ladder, date(2026, 2, 3))
    answer(workbook, first, money, (1, 2), Answer.YES, "Told at the table", "Shared budget")
    answer(workbook, first, goals, (1,), Answer.YES, what="Written goals")
    workbook.do(AgreeStage(first, Agreement.STAGE, 2, "Most of us see it so"))
    second = begin(workbook, ladder, date(2026, 5, 12))
    answer(workbook, second, money, (2,), Answer.NO, "The grant ended")
    answer(workbook, second, goals, (2,), Answer.YES, what="Charter of May")
    workbook.do(AgreeStage(second, Agreement.STAGE, 1, "Money fell away"))
    begin(workbook, ladder, date(2026, 8, 4), version=8)
    one, two, three = workbook.read(stage_history)
    assert (one.moves, one.agreed_way, one.is_other_ladder) == ((), None, False)
    assert [(each.move.code, each.move.way, each.reasons) for each in two.moves] == [
        (money, Way.BACK, ("The grant ended",)),
        (goals, Way.UP, ("Charter of May",)),
    ]
    assert (two.agreed, two.agreed_way, two.agreed_reason) == (1, Way.BACK, "Money fell away")
    assert (three.is_other_ladder, three.moves, three.agreed_way) == (True, (), None)


def test_more_statements_are_told_where_no_part_moved(workbook, ladder):
    money = ladder.dimensions[0].id
    first = begin(workbook, ladder, date(2026, 2, 3))
    answer(workbook, first, money, (2,), Answer.YES, what="Shared budget")
    second = begin(workbook, ladder, date(2026, 5, 12))
    answer(workbook, second, money, (3,), Answer.YES, what="Law of May")
    _one, two = workbook.read(stage_history)
    assert (two.moves, two.more_met) == ((), 1)
    begin(workbook, ladder, date(2026, 8, 4), version=8)
    assert workbook.read(stage_history)[-1].more_met == 0, "another ladder has other statements"
    told = "No part has moved to another stage since May 1; 1 more statement is shown now."
    assert unmoved_line(Wording(), two, "May 1") == told


def test_the_history_says_of_each_check_what_the_check_says_itself(workbook, ladder):
    code = ladder.dimensions[3].id
    check = begin(workbook, ladder, date(2026, 2, 3))
    for part in ladder.dimensions[:6]:
        answer(workbook, check, part.id, (1,), Answer.YES, what="Minutes of May")
    answer(workbook, check, code, (2, 3), Answer.YES)
    page = workbook.read(check_page, check)
    [row] = workbook.read(stage_history)
    assert [(part.code, part.reached) for part in row.parts] == [
        (part.code, part.reached) for part in page.dimensions
    ]
    assert (row.middle, row.is_without_evidence, row.stages) == (
        page.middle,
        page.is_without_evidence,
        page.stages,
    )

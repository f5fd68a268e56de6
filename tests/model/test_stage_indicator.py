# SPDX-License-Identifier: MIT
"""A count that was given as evidence becomes an indicator, once for each statement."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkthrough.model import Refused
from walkthrough.model.commands.stage import AnswerCriterion, BeginStageCheck
from walkthrough.model.commands.stage_evidence import AddEvidence
from walkthrough.model.commands.stage_indicator import IndicatorFromEvidence
from walkthrough.model.content import load_shelf
from walkthrough.model.queries.indicators import indicators
from walkthrough.model.queries.stage import check_page
from walkthrough.model.queries.stage_rows import CriterionRow
from walkthrough.model.rules.amounts import Amount, amount_of
from walkthrough.model.words import Answer, Proof
from walkthrough.model.workbook import Workbook
from walkthrough.paths import resources

LADDER = load_shelf(resources() / "content", "en").ladder
DAY = date(2026, 5, 1)
COUNT = {"what": "Families seen by both agencies", "amount": "1,204", "source": "Joint team log", "day": DAY}


def first_of(workbook: Workbook, check_id: str) -> CriterionRow:
    page = workbook.read(check_page, check_id)
    assert page is not None
    return page.dimensions[0].criteria[0]


def with_count(workbook: Workbook, **values: Any) -> tuple[str, str]:
    """A check whose first statement has this count: the keys of both."""
    check = BeginStageCheck(date(2026, 5, 12), LADDER)
    workbook.do(check)
    criterion = first_of(workbook, check.id).id
    workbook.do(AnswerCriterion(check.id, criterion, Answer.YES))
    evidence = AddEvidence(check.id, criterion, Proof.COUNT, {**COUNT, **values})
    workbook.do(evidence)
    return check.id, evidence.id


def test_a_count_becomes_an_indicator_with_its_first_point_and_stays_linked(workbook: Workbook) -> None:
    check, evidence = with_count(workbook)
    changes = workbook.do(IndicatorFromEvidence(evidence))
    [made] = workbook.read(indicators)
    assert (made.name, made.source) == (COUNT["what"], COUNT["source"])
    assert (made.baseline, made.baseline_on, made.unit, made.held) == (1204.0, DAY, "", False)
    assert [(point.day, point.value) for point in made.points] == [(DAY, 1204.0)]
    criterion = first_of(workbook, check)
    assert made.definition == criterion.text
    assert [link.number for link in criterion.indicators] == [made.number]
    assert changes.facts == {"number": made.number}
    workbook.undo()
    assert workbook.read(indicators) == ()


def test_a_count_in_words_leaves_the_baseline_empty_and_a_held_one_stays_held(workbook: Workbook) -> None:
    _check, evidence = with_count(workbook, amount="11 of 11", what="", held=True)
    workbook.do(IndicatorFromEvidence(evidence))
    [made] = workbook.read(indicators)
    assert (made.baseline, made.baseline_on, made.points, made.held) == (None, None, (), True)
    assert made.name == LADDER.dimensions[0].criteria[0].text


def test_a_statement_has_one_indicator_also_in_a_later_version_of_its_ladder(workbook: Workbook) -> None:
    check, evidence = with_count(workbook)
    workbook.do(IndicatorFromEvidence(evidence))
    [made] = workbook.read(indicators)
    newer = BeginStageCheck(date(2026, 11, 24), msgspec.structs.replace(LADDER, version=2))
    workbook.do(newer)
    for key in (check, newer.id):
        criterion = first_of(workbook, key)
        assert [link.id for link in criterion.indicators] == [made.id]
        with pytest.raises(Refused) as refused:
            workbook.do(IndicatorFromEvidence(criterion.evidence[0].id))
        assert (refused.value.code, refused.value.facts) == ("indicator_there", {"number": made.number})


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("212", Amount(212)),
        (" 1,204 ", Amount(1204)),
        ("93 %", Amount(93, "%")),
        ("2.5", Amount(2.5)),
        ("2,5", Amount(2.5)),
        ("140 hours a month", Amount(140, "hours a month")),
    ],
)
def test_a_number_is_read_with_its_unit(text: str, amount: Amount) -> None:
    assert amount_of(text) == amount


@pytest.mark.parametrize(
    "text",
    ["", "many", "11 of 11", "4 times, then 2 times", "12 de 20", "3-5", "2026-05-01", "1,20,4", "8 or so"],
)
def test_what_is_not_one_number_is_not_guessed(text: str) -> None:
    assert amount_of(text) is None


@given(st.integers(0, 10**9))
def test_every_whole_number_is_read_with_and_without_commas(number: int) -> None:
    assert amount_of(str(number)) == amount_of(f"{number:,}") == Amount(float(number))


@given(st.text(max_size=30))
def test_no_text_breaks_the_reading_of_a_number(text: str) -> None:
    found = amount_of(text)
    assert found is None or found.value >= 0

# SPDX-License-Identifier: MIT
"""The stage rule: its properties over every ladder, and worked examples in words."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkthrough.model.rules.evidence import NEEDED, Shown, a_year_before, counts, is_old, missing
from walkthrough.model.rules.stages import (
    WEAKEST_FIRST,
    Reached,
    Said,
    Standing,
    Unplaced,
    cell,
    climb,
    is_without_evidence,
    middle,
    needs_reason,
    reached,
    standing,
)
from walkthrough.model.words import Agreement, Answer, Proof

DAY = date(2026, 5, 12)
DOCUMENT = Shown(Proof.DOCUMENT, what="Release form", place="Shared binder")
COUNT = Shown(Proof.COUNT, amount="340", source="County forms desk", day=date(2026, 3, 31))
EVENT = Shown(Proof.EVENT, what="Oversight voted for it", day=date(2026, 2, 2))
EXAMPLE = Shown(Proof.EXAMPLE, what="Called three partners", role="a new worker", day=date(2026, 4, 9))

SHORT = {
    "met": Standing.MET,
    "yes": Standing.YES,
    "part": Standing.PARTLY,
    "no": Standing.NO,
    "?": Standing.DONT_KNOW,
    "-": Standing.NONE,
    "na": Standing.NA,
}


def cells(line: str) -> tuple[Standing, ...]:
    return tuple(SHORT[word] for word in line.split())


# --- worked examples ---------------------------------------------------------------------------------------

EXAMPLES = {
    "every stage is shown": ("met met met met", Reached((), 4, 4)),
    "two stages are shown, one more is claimed": ("met met yes no", Reached((), 2, 3, next=3)),
    "a claim holds the evidence climb but not the claim climb": (
        "met yes met no",
        Reached((), 1, 3, ahead=(3,), next=2),
    ),
    "stage 1 is not shown yet though stage 2 is in place": (
        "no met - -",
        Reached((), 0, 0, ahead=(2,), next=1),
    ),
    "partly stops both climbs": ("met part met met", Reached((), 1, 1, ahead=(3, 4), next=2)),
    "not known stops both climbs": ("met ? yes yes", Reached((), 1, 1, next=2)),
    "what does not apply is stepped over and named": (
        "met na met no",
        Reached((), 3, 3, next=4, skipped=(2,)),
    ),
    "it is not named above the stage that is shown": ("met na no no", Reached((), 1, 1, next=3)),
    "the first stage may be the one that does not apply": (
        "na met - -",
        Reached((), 2, 2, next=3, skipped=(1,)),
    ),
    "nothing applies": ("na na na na", Reached((), 0, 0, unplaced=Unplaced.DOES_NOT_APPLY)),
    "nobody has looked": ("- - - -", Reached((), 0, 0, next=1, unplaced=Unplaced.NOT_LOOKED_AT)),
    "nobody has looked at what applies": (
        "na - - na",
        Reached((), 0, 0, next=2, unplaced=Unplaced.NOT_LOOKED_AT),
    ),
    "nobody knows": ("? - ? -", Reached((), 0, 0, next=1, unplaced=Unplaced.NOBODY_KNOWS)),
    "one no is a number": ("no - - -", Reached((), 0, 0, next=1)),
    "a seven-step ladder": ("met met met met met yes no", Reached((), 5, 6, next=6)),
}


@pytest.mark.parametrize(("line", "expected"), EXAMPLES.values(), ids=EXAMPLES)
def test_a_dimension_stands_where_the_rule_says(line, expected):
    assert climb(cells(line)) == msgspec.structs.replace(expected, cells=cells(line))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("met yes", "yes"),
        ("met part", "part"),
        ("part ?", "?"),
        ("? -", "-"),
        ("- no", "no"),
        ("met met", "met"),
        ("na met", "met"),
        ("na na", "na"),
        ("na -", "-"),
    ],
)
def test_several_criteria_in_a_cell_are_as_good_as_the_weakest_that_applies(line, expected):
    assert cell(cells(line)) is SHORT[expected]


def test_a_cell_without_any_criterion_was_not_looked_at():
    assert cell(()) is Standing.NONE


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (Said(1), Standing.NONE),
        (Said(1, Answer.NA, "no court in this county"), Standing.NA),
        (Said(1, Answer.NA, "  "), Standing.NONE),
        (Said(1, Answer.YES), Standing.YES),
        (Said(1, Answer.YES, shown=(DOCUMENT,)), Standing.MET),
        (Said(1, Answer.PARTLY, shown=(DOCUMENT,)), Standing.PARTLY),
        (Said(2, Answer.YES, shown=(EXAMPLE,)), Standing.MET),
        (Said(3, Answer.YES, shown=(EXAMPLE,)), Standing.YES),
        (Said(3, Answer.YES, shown=(EXAMPLE, EVENT)), Standing.MET),
        (Said(4, Answer.YES, shown=(COUNT,)), Standing.MET),
        (Said(1, Answer.DONT_KNOW), Standing.DONT_KNOW),
    ],
)
def test_an_answer_is_worth_what_its_evidence_makes_it(said, expected):
    assert standing(said, 4, DAY) is expected


def test_stage_three_of_seven_is_low_and_stage_four_is_not():
    assert counts(EXAMPLE, 3, 7, DAY)
    assert not counts(EXAMPLE, 4, 7, DAY)


@pytest.mark.parametrize("shown", [DOCUMENT, COUNT, EVENT, EXAMPLE], ids=lambda shown: str(shown.proof))
def test_evidence_is_complete_only_with_all_its_fields(shown):
    assert missing(shown) == ()
    for name in NEEDED[shown.proof]:
        empty = msgspec.structs.replace(shown, **{name: None if name == "day" else " "})
        assert missing(empty) == (name,)
        assert not counts(empty, 1, 4, DAY)


def test_evidence_of_a_later_day_does_not_count_yet():
    assert not counts(EVENT, 1, 4, EVENT.day - timedelta(days=1))
    assert counts(EVENT, 1, 4, EVENT.day)


def test_evidence_older_than_twelve_months_is_old_and_still_counts():
    assert not is_old(EVENT, date(2027, 2, 2))
    assert is_old(EVENT, date(2027, 2, 3))
    assert counts(EVENT, 4, 4, date(2030, 1, 1))
    assert not is_old(DOCUMENT, date(2050, 1, 1))
    assert a_year_before(date(2028, 2, 29)) == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["met no - -", "met met no -", "met met met met"], 2),
        (["met no - -", "met met no -"], 1),
        (["no - - -"], 0),
        (["met met no -", "- - - -"], 2),
        (["met met no -", "- - - -", "na na na na"], None),
        (["? ? ? ?"], None),
        ([], None),
    ],
)
def test_the_middle_is_the_lower_median_of_at_least_half_of_the_dimensions(lines, expected):
    assert middle([climb(cells(line)) for line in lines]) == expected


@pytest.mark.parametrize(
    ("agreement", "stage", "at_middle", "needed"),
    [
        (Agreement.STAGE, 2, 2, False),
        (Agreement.STAGE, 3, 2, True),
        (Agreement.STAGE, 1, 2, True),
        (Agreement.STAGE, 2, None, True),
        (Agreement.NOT_YET, None, 0, False),
        (Agreement.NOT_YET, None, 1, True),
        (Agreement.NOT_YET, None, None, True),
        (Agreement.NOT_AGREED, None, 2, True),
    ],
)
def test_an_agreed_stage_needs_a_reason_unless_it_is_the_middle(agreement, stage, at_middle, needed):
    assert needs_reason(agreement, stage, at_middle) is needed


def test_a_stage_agreed_while_nothing_is_shown_is_agreed_without_evidence():
    assert is_without_evidence(Agreement.STAGE, cells("yes yes no -"))
    assert not is_without_evidence(Agreement.STAGE, cells("yes met no -"))
    assert not is_without_evidence(Agreement.NOT_YET, cells("no no no no"))
    assert not is_without_evidence(None, cells("- - - -"))


# --- properties --------------------------------------------------------------------------------------------

DAYS = st.dates(date(2025, 1, 1), date(2027, 6, 1))
TEXTS = st.sampled_from(["", "x"])
POOL = [
    msgspec.structs.replace(shown, day=day, **{name: ""})
    for shown in (DOCUMENT, COUNT, EVENT, EXAMPLE)
    for day in (None, date(2024, 5, 1), DAY, date(2026, 12, 1))
    for name in ("role", "source")
]
PIECES = st.sampled_from(POOL)


@st.composite
def dimensions(draw: st.DrawFn) -> tuple[int, list[Said]]:
    stages = draw(st.integers(1, 6))
    said = st.builds(
        Said,
        stage=st.just(0),
        answer=st.none() | st.sampled_from([*Answer, Answer.YES, Answer.YES]),
        na_reason=TEXTS,
        shown=st.lists(PIECES, max_size=2).map(tuple),
    )
    rows = [
        msgspec.structs.replace(one, stage=stage)
        for stage in range(1, stages + 1)
        for one in draw(st.lists(said, min_size=1, max_size=2))
    ]
    return stages, rows


@given(dimensions(), DAYS)
def test_shown_is_never_above_claimed_and_both_stay_on_the_ladder(given_dimension, day):
    stages, rows = given_dimension
    here = reached(rows, stages, day)
    assert 0 <= here.evidenced <= here.claimed <= stages
    assert len(here.cells) == stages


@given(dimensions(), DAYS)
def test_every_stage_below_the_shown_one_is_met_or_does_not_apply(given_dimension, day):
    stages, rows = given_dimension
    here = reached(rows, stages, day)
    below = here.cells[: here.evidenced]
    assert set(below) <= {Standing.MET, Standing.NA}
    assert {stage for stage, one in enumerate(below, 1) if one is Standing.NA} == set(here.skipped)


@given(dimensions(), DAYS, st.data())
def test_taking_evidence_away_never_raises_a_stage(given_dimension, day, choice):
    stages, rows = given_dimension
    at = choice.draw(st.integers(0, len(rows) - 1))
    kept = choice.draw(
        st.lists(st.sampled_from(rows[at].shown), unique=True) if rows[at].shown else st.just([])
    )
    fewer = [*rows]
    fewer[at] = msgspec.structs.replace(
        rows[at], shown=tuple(piece for piece in rows[at].shown if piece in kept)
    )
    assert reached(fewer, stages, day).evidenced <= reached(rows, stages, day).evidenced


@given(dimensions(), DAYS, st.integers(0, 900))
def test_moving_the_day_forward_only_adds(given_dimension, day, later):
    stages, rows = given_dimension
    before, after = reached(rows, stages, day), reached(rows, stages, day + timedelta(days=later))
    assert before.evidenced <= after.evidenced
    assert before.claimed == after.claimed
    pairs = zip(before.cells, after.cells, strict=True)
    assert all(old is new or (old, new) == (Standing.YES, Standing.MET) for old, new in pairs)


@given(dimensions(), DAYS, st.randoms(use_true_random=False))
def test_the_order_of_criteria_and_of_evidence_changes_nothing(given_dimension, day, luck):
    stages, rows = given_dimension
    mixed = [
        msgspec.structs.replace(one, shown=tuple(luck.sample(one.shown, len(one.shown)))) for one in rows
    ]
    luck.shuffle(mixed)
    assert reached(mixed, stages, day) == reached(rows, stages, day)


@given(dimensions(), DAYS)
def test_next_is_the_lowest_open_stage_and_what_is_ahead_lies_above_it(given_dimension, day):
    stages, rows = given_dimension
    here = reached(rows, stages, day)
    live = [stage for stage in range(1, stages + 1) if here.cells[stage - 1] is not Standing.NA]
    lacking = [stage for stage in live if here.cells[stage - 1] is not Standing.MET]
    assert here.next == (lacking[0] if lacking else None)
    assert all(here.next is not None and stage > here.next for stage in here.ahead)


@given(dimensions(), DAYS)
def test_a_dimension_without_a_stage_says_why(given_dimension, day):
    stages, rows = given_dimension
    here = reached(rows, stages, day)
    if here.unplaced is not None:
        assert (here.evidenced, here.claimed, here.ahead, here.skipped) == (0, 0, (), ())
        assert Standing.MET not in here.cells


@given(st.lists(st.lists(st.sampled_from(Standing), min_size=4, max_size=4), max_size=12))
def test_the_middle_is_one_of_the_stages_that_were_reached(lines):
    every = [climb(line) for line in lines]
    numbers = sorted(one.evidenced for one in every if one.unplaced is None)
    found = middle(every)
    if found is None:
        assert 2 * len(numbers) < len(every) or not numbers
    else:
        assert 2 * sum(number <= found for number in numbers) >= len(numbers)
        assert 2 * sum(number >= found for number in numbers) > len(numbers)


def test_the_weakest_order_names_every_standing_but_one():
    assert {*WEAKEST_FIRST, Standing.NA} == set(Standing)

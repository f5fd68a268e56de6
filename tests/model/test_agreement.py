# SPDX-License-Identifier: MIT
"""Agreement in words: every way that up to eight people can rate, against the rule stated a second time."""

from __future__ import annotations

import itertools
from fractions import Fraction
from statistics import median_high, median_low

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkthrough.model.rules.agreement import Agreeing, words_of

PEOPLE = 8
STAGES = (2, 3, 4, 5)


def ways(people: int, answers: int):
    """Every way in which so many people can be spread over so many answers."""
    if answers == 1:
        yield (people,)
        return
    for first in range(people + 1):
        for rest in ways(people - first, answers - 1):
            yield first, *rest


def stated_again(not_sure: int, chose: tuple[int, ...]) -> tuple[str, tuple[int, ...]]:
    """The rule once more, by shares of people named one by one, instead of by counts."""
    raters = [stage for stage, many in enumerate(chose, start=1) for _ in range(many)]
    everybody = [None] * not_sure + raters
    if everybody.count(None) >= Fraction(len(everybody), 2):
        return "not_sure", ()
    if len(raters) < 5:
        return "too_few", ()
    stages = range(1, len(chose) + 1)
    for stage in stages:
        if Fraction(raters.count(stage), len(raters)) >= Fraction(3, 4):
            return "agree", (stage,)
    if len(chose) > 2:
        held = {(low, low + 1): sum(low <= rating <= low + 1 for rating in raters) for low in stages[:-1]}
        best = max(held, key=lambda pair: (held[pair], -pair[0]))
        if Fraction(held[best], len(raters)) >= Fraction(4, 5):
            return "close", best
    return "differ", ()


def tail_stated_again(chose: tuple[int, ...]) -> int:
    raters = [stage for stage, many in enumerate(chose, start=1) for _ in range(many)]
    favourites = {stage for stage in raters if raters.count(stage) == max(map(raters.count, raters))}
    return sum(all(abs(rating - favourite) >= 2 for favourite in favourites) for rating in raters)


@pytest.mark.parametrize("stages", STAGES)
def test_every_tally_of_up_to_eight_people_reads_as_the_rule_says(stages):
    codes = set()
    for people in range(PEOPLE + 1):
        for not_sure, *counts in ways(people, stages + 1):
            chose = tuple(counts)
            told = words_of((not_sure, *chose))
            assert (told.code, told.stages) == stated_again(not_sure, chose), (not_sure, chose)
            assert told.tail == tail_stated_again(chose), chose
            assert (told.not_sure, told.rated) == (not_sure, sum(chose))
            codes.add(told.code)
    assert codes == {"not_sure", "too_few", "agree", "differ"} | ({"close"} if stages > 2 else set())


@pytest.mark.parametrize("stages", STAGES)
def test_the_middle_is_one_stage_or_lies_between_two_and_half_of_us_are_on_each_side(stages):
    for people in range(1, PEOPLE + 1):
        for chose in ways(people, stages):
            raters = [stage for stage, many in enumerate(chose, start=1) for _ in range(many)]
            between = (median_low(raters), median_high(raters))
            assert words_of((0, *chose)).middle == tuple(dict.fromkeys(between))


@pytest.mark.parametrize(
    ("tallies", "told"),
    [
        ((5, 1, 1, 1, 2), Agreeing("not_sure", (), 2, 5, 5, (3,))),
        ((0, 0, 4, 0, 0), Agreeing("too_few", (), 0, 0, 4, (2,))),
        ((1, 0, 6, 2, 0), Agreeing("agree", (2,), 0, 1, 8, (2,))),
        ((0, 0, 3, 2, 0), Agreeing("close", (2, 3), 0, 0, 5, (2,))),
        ((0, 1, 4, 1, 0), Agreeing("close", (1, 2), 0, 0, 6, (2,))),
        ((0, 3, 0, 0, 3), Agreeing("differ", (), 0, 0, 6, (1, 4))),
        ((0, 4, 1, 2, 1), Agreeing("differ", (), 3, 0, 8, (1, 2))),
    ],
)  # fmt: skip
def test_some_rooms_as_they_are(tallies, told):
    assert words_of(tallies) == told


def test_of_two_pairs_that_hold_the_same_the_lower_is_named():
    assert words_of((0, 1, 8, 1, 4)).stages == ()
    assert words_of((0, 1, 4, 1, 0)).stages == (1, 2)
    assert words_of((0, 0, 2, 6, 2)).stages == (2, 3)


@given(st.lists(st.integers(0, 500), min_size=3, max_size=7), st.integers(1, 9))
def test_rooms_of_one_shape_read_alike_however_many_people_there_are(tallies, times):
    once, often = words_of(tallies), words_of([many * times for many in tallies])
    if once.rated >= 5:
        assert (once.code, once.stages, once.middle) == (often.code, often.stages, often.middle)
        assert often.tail == once.tail * times


@given(st.lists(st.integers(0, 60), min_size=3, max_size=7))
def test_turning_the_ladder_round_turns_the_words_round(tallies):
    not_sure, *chose = tallies
    stages = len(chose)
    one, turned = words_of(tallies), words_of([not_sure, *reversed(chose)])
    assert (one.code, one.tail) == (turned.code, turned.tail)
    assert tuple(sorted(stages + 1 - stage for stage in turned.middle)) == one.middle
    if one.code == "agree":
        assert one.stages == tuple(stages + 1 - stage for stage in turned.stages)


def test_nobody_has_a_middle_of_nothing():
    for counts in itertools.product([0], repeat=4):
        assert words_of((3, *counts)).middle == ()
        assert words_of((3, *counts)).tail == 0

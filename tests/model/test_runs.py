# SPDX-License-Identifier: MIT
"""The rules of run charts (RULES 4), held against a slow reading of the rules in words."""

from __future__ import annotations

from itertools import groupby, pairwise
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkthrough.model.rules.runs import LEAST_POINTS, SHIFT, TREND, Signal, read_run

VALUES = st.lists(st.one_of(st.none(), st.integers(-6, 6).map(float)), max_size=24)
MOVES = {Signal.SHIFT_UP, Signal.SHIFT_DOWN}


def longest(flags, wanted):
    return max((len(list(run)) for flag, run in groupby(flags) if flag is wanted), default=0)


def stretches(values):
    stretch = []
    for value in [*values, None]:
        if value is None:
            yield stretch
            stretch = []
        else:
            stretch.append(value)


def told_in_words(values):
    seen = [value for value in values if value is not None]
    if len(seen) < LEAST_POINTS:
        return set()
    middle, found = median(seen), set()
    for stretch in stretches(values):
        sides = [value > middle for value in stretch if value != middle]
        steps = [b - a for a, b in pairwise(stretch) if a != b]
        rises = [step > 0 for step in steps]
        for signal, reached in (
            (Signal.SHIFT_UP, longest(sides, True) >= SHIFT),
            (Signal.SHIFT_DOWN, longest(sides, False) >= SHIFT),
            (Signal.TREND_UP, longest(rises, True) + 1 >= TREND),
            (Signal.TREND_DOWN, longest(rises, False) + 1 >= TREND),
        ):
            if reached:
                found.add(signal)
    return found


@given(VALUES)
def test_signals_are_what_the_rules_say_in_words(values):
    assert read_run(values).signals == told_in_words(values)


@given(VALUES)
def test_nothing_is_judged_below_ten_points(values):
    reading = read_run(values)
    seen = sum(value is not None for value in values)
    assert reading.points == seen
    assert reading.too_few == (seen < LEAST_POINTS)
    assert not (reading.too_few and reading.signals)
    assert (reading.middle is None) == (seen == 0)


@given(st.lists(st.integers(-6, 6).map(float), min_size=10, max_size=24), st.data())
def test_a_point_on_the_middle_line_neither_counts_nor_breaks(values, data):
    middle = read_run(values).middle
    at = data.draw(st.integers(0, len(values)))
    with_one_more = [*values[:at], middle, *values[at:]]
    before, after = read_run(values, middle).signals, read_run(with_one_more, middle).signals
    assert before & MOVES == after & MOVES


@given(VALUES, st.data())
def test_equal_neighbours_count_once(values, data):
    if not values:
        return
    at = data.draw(st.integers(0, len(values) - 1))
    if values[at] is None:
        return
    trends = {Signal.TREND_UP, Signal.TREND_DOWN}
    doubled = [*values[: at + 1], values[at], *values[at + 1 :]]
    if not read_run(values).too_few:
        assert read_run(doubled).signals & trends == read_run(values).signals & trends


@given(st.lists(st.integers(-6, 6).map(float), min_size=10, max_size=24))
def test_turned_upside_down_the_signals_turn_too(values):
    turned = {
        Signal.SHIFT_UP: Signal.SHIFT_DOWN, Signal.SHIFT_DOWN: Signal.SHIFT_UP,
        Signal.TREND_UP: Signal.TREND_DOWN, Signal.TREND_DOWN: Signal.TREND_UP,
    }  # fmt: skip
    signals = {turned[signal] for signal in read_run(values).signals}
    assert read_run([-value for value in values]).signals == signals


def test_a_frozen_middle_line_stays_where_the_baseline_put_it():
    values = [5.0] * 10 + [9.0] * 6
    assert read_run(values, 5.0).middle == 5.0
    assert Signal.SHIFT_UP in read_run(values, 5.0).signals


@pytest.mark.parametrize("many", [5, 6])
def test_a_shift_takes_six_points_on_one_side(many):
    values = [1.0, 9.0] * 4 + [9.0] * (many - 1) + [1.0, 9.0] * 3
    assert (Signal.SHIFT_UP in read_run(values, 5.0).signals) == (many == 6)


def test_a_hidden_point_breaks_a_run():
    values = [1.0, 9.0, 1.0, 9.0, *[9.0] * 3, None, *[9.0] * 3, 1.0]
    assert not read_run(values, 5.0).signals & MOVES

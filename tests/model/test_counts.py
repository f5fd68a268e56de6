# SPDX-License-Identifier: MIT
"""Small counts of families (RULES 3): nobody who sees all that is shown can work out what is hidden."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import product
from operator import mul

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkthrough.model.queries.indicators import IndicatorRow, PointRow, may_leave
from walkthrough.model.rules.counts import InWords, Rung, in_words, is_small, ladder_is_hidden
from walkthrough.model.words import Better, Certainty

SMALL = 3  # a threshold at which everything can be tried
FIGURES = (None, *range(SMALL * 2 + 1))
COUNTS = st.one_of(st.none(), st.integers(0, 40))
RUNGS = st.builds(Rung, COUNTS, COUNTS, COUNTS)


def shown(ladder, threshold):
    """What leaves the presenter's window: all figures, or a word for each rung."""
    if ladder_is_hidden(ladder, threshold):
        return tuple(in_words(rung) for rung in ladder)
    return tuple((rung.families_in, rung.families_on, rung.families_lost) for rung in ladder)


def true_rungs():
    """Rungs as they can be counted: who went on and who was lost came in."""
    for went_in, on, lost in product(FIGURES, repeat=3):
        if went_in is not None and (on or 0) + (lost or 0) > went_in:
            continue
        if None not in (went_in, on, lost) and on + lost != went_in:
            continue
        yield Rung(went_in, on, lost)


def flows(most):
    """Where the families of two stations can have gone: each in one of six places, `most` of them at most."""
    return [places for places in product(range(most + 1), repeat=6) if sum(places) <= most]


def rungs_of(flow):
    lost, waits, between, lost_later, waits_later, on_later = flow
    later = lost_later + waits_later + on_later
    on = between + later
    return lost + waits + on, on, lost, later, on_later, lost_later


def test_no_small_number_of_families_can_be_worked_out_from_a_ladder_that_is_shown():
    could_be = defaultdict(list)
    for flow in flows(SMALL * 2):
        for known in product((True, False), repeat=6):
            figures = tuple(
                figure if told else None for figure, told in zip(rungs_of(flow), known, strict=True)
            )
            could_be[figures].append(flow)
    groups = [places for places in product((0, 1), repeat=6) if any(places)]
    for figures, found in could_be.items():
        if ladder_is_hidden((Rung(*figures[:3]), Rung(*figures[3:])), SMALL):
            continue
        for group in groups:
            sizes = {sum(map(mul, group, flow)) for flow in found}
            assert len(sizes) > 1 or not is_small(*sizes, SMALL), (figures, group, sizes)


@pytest.mark.parametrize(
    "ladder",
    [
        [Rung(100, 100, 0), Rung(None, 80, 15)],
        [Rung(100, 50, 45)],
        [Rung(100, 100, 0), Rung(None, None, 20), Rung(75, 75, 0)],
        [Rung(100, None, None), Rung(None, None, 95)],
    ],
    ids=["came in is on and lost", "neither on nor lost", "lost on the way", "what stays at the end"],
)
def test_a_small_number_that_only_taking_away_tells_hides_the_ladder(ladder):
    assert ladder_is_hidden(ladder)


def test_a_hidden_small_figure_always_has_two_values_it_could_be():
    could_be = defaultdict(lambda: defaultdict(set))
    ladders = [(rung,) for rung in true_rungs()]
    for ladder in ladders:
        for place, figure in enumerate(worked(ladder)):
            could_be[shown(ladder, SMALL)][place].add(figure)
    for ladder in ladders:
        for place, figure in enumerate(worked(ladder)):
            if is_small(figure, SMALL):
                assert len(could_be[shown(ladder, SMALL)][place]) > 1, ladder


def worked(ladder):
    return [f for rung in ladder for f in (rung.families_in, rung.families_on, rung.families_lost)]


@given(st.lists(RUNGS, max_size=4), st.integers(2, 11))
def test_a_ladder_with_a_small_figure_leaves_in_words(ladder, threshold):
    if any(is_small(figure, threshold) for figure in worked(ladder)):
        assert ladder_is_hidden(ladder, threshold)
        assert all(isinstance(part, InWords) for part in shown(ladder, threshold))


@given(st.lists(RUNGS, max_size=4))
def test_a_lower_threshold_never_hides_more(ladder):
    assert ladder_is_hidden(ladder, 5) <= ladder_is_hidden(ladder, 11)


@pytest.mark.parametrize(
    ("rung", "word"),
    [
        (Rung(None, 4, 1), InWords.NOBODY_KNOWS),
        (Rung(0, 0, 0), InWords.NONE),
        (Rung(20, None, 10), InWords.MANY_LOST),
        (Rung(20, 9, None), InWords.MANY_LOST),
        (Rung(20, 15, None), InWords.SOME),
    ],
)
def test_a_rung_in_words(rung, word):
    assert in_words(rung) is word


def indicator(points, *, counts=True, baseline=None):
    rows = tuple(
        PointRow(str(n), date(2026, 1, 1 + n), value, base, Certainty.COUNTED, "")
        for n, (value, base) in enumerate(points)
    )
    return IndicatorRow(
        "i", 1, "Families", "", "", "", None, "", "families", Better.UP, counts, "", baseline, None, None,
        None, None, "", False, rows,
    )  # fmt: skip


POINT = st.tuples(st.integers(0, 60).map(float), st.one_of(st.none(), st.integers(0, 60)))


@given(st.lists(POINT, max_size=12), st.integers(0, 30).map(float), st.sampled_from([5, 10, 11]))
def test_no_value_that_leaves_tells_a_small_count(points, baseline, threshold):
    left = may_leave(indicator(points, baseline=baseline), threshold)
    assert not is_small(left.baseline, threshold)
    assert left.baseline_hidden == is_small(baseline, threshold)
    for point in left.points:
        assert not is_small(point.value, threshold)
        assert not is_small(point.of_families, threshold)
        if point.of_families is not None:
            assert not is_small(abs(point.of_families - point.value), threshold)


@given(st.lists(POINT, max_size=12), st.sampled_from([5, 10, 11]))
def test_the_middle_line_that_leaves_comes_from_values_that_leave(points, threshold):
    left = may_leave(indicator(points), threshold)
    again = may_leave(indicator([(p.value, None) for p in left.points if p.value is not None]), threshold)
    assert left.reading.middle == again.reading.middle


def test_a_rate_leaves_without_the_number_it_was_taken_of():
    left = may_leave(indicator([(50.0, 12)], counts=False), 11)
    assert left.points[0].value == 50.0
    assert left.points[0].of_families is None


@pytest.mark.parametrize(
    ("share", "base", "leaves"),
    [(50.0, 12, False), (33.0, 30, False), (97.0, 300, False), (50.0, 80, True), (100.0, 40, True)],
)
def test_a_share_leaves_with_its_base_only_where_both_tell_no_small_count(share, base, leaves):
    row = msgspec.structs.replace(indicator([(share, base)]), unit="%")
    assert (may_leave(row, 11).points[0].of_families is not None) is leaves

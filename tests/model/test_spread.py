# SPDX-License-Identifier: MIT
"""Which question the room sees most differently, and what moved between two checks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from walkthrough.model.rules.agreement import words_of
from walkthrough.model.rules.spread import span, widest_first
from walkthrough.model.rules.stage_moves import Way, moves, way_of
from walkthrough.model.rules.stages import Standing, climb

TALLIES = st.lists(st.integers(0, 12), min_size=5, max_size=5).filter(sum)
CELLS = st.lists(st.sampled_from(list(Standing)), min_size=4, max_size=4)
ORDER = ("differ", "close", "not_sure", "too_few", "agree")


def test_the_questions_seen_most_differently_come_first():
    agree, close, differ, far = (0, 9, 0, 0, 0), (0, 5, 5, 0, 0), (0, 3, 2, 3, 2), (0, 5, 0, 0, 5)
    half, hidden = (5, 3, 2, 0, 0), ()
    tailed = (0, 5, 5, 0, 1)
    asked = (agree, close, hidden, half, differ, tailed, far)
    assert [asked[at] for at in widest_first(asked)] == [differ, far, tailed, close, half, agree, hidden]


@given(st.lists(st.one_of(TALLIES, st.just([])), max_size=8))
def test_every_question_stands_once_and_none_before_a_wider_one(asked):
    order = widest_first(asked)
    assert sorted(order) == list(range(len(asked)))
    shown = [words_of(asked[at]) for at in order if asked[at]]
    spans = [span(asked[at]) for at in order if asked[at]]
    keys = [
        (ORDER.index(told.code), -told.tail, low - high)
        for told, (low, high) in zip(shown, spans, strict=True)
    ]
    assert keys == sorted(keys)
    assert all(asked[at] for at in order[: len(shown)]), "what may not be shown comes last"


@given(TALLIES, st.integers(2, 5))
def test_equal_questions_keep_the_order_of_the_ladder(tallies, many):
    assert widest_first([tallies] * many) == tuple(range(many))


@given(st.dictionaries(st.text(max_size=3), CELLS), st.dictionaries(st.text(max_size=3), CELLS))
def test_moving_there_and_back_is_the_same_move_turned_round(one, other):
    before = {code: climb(cells) for code, cells in one.items()}
    after = {code: climb(cells) for code, cells in other.items()}
    turned = {Way.UP: Way.BACK, Way.BACK: Way.UP, Way.FIRST: Way.OPEN, Way.OPEN: Way.FIRST}
    both = before.keys() & after.keys()
    there = {move.code: move for move in moves(before, after) if move.code in both}
    back = {move.code: move for move in moves(after, before) if move.code in both}
    assert there.keys() == back.keys()
    for code, move in there.items():
        assert (back[code].way, back[code].before, back[code].stages) == (
            turned[move.way],
            move.after,
            move.stages,
        )
    assert moves(before, before) == ()


def test_a_move_names_the_stages_that_decided_it():
    met, no, none = Standing.MET, Standing.NO, Standing.NONE
    low, high = climb((met, no, no, no)), climb((met, met, met, no))
    unknown = climb((none,) * 4)
    [up] = moves({"money": low}, {"money": high})
    assert (up.way, up.before, up.after, up.stages) == (Way.UP, 1, 3, (2, 3))
    [back] = moves({"money": high}, {"money": low})
    assert (back.way, back.before, back.after, back.stages) == (Way.BACK, 3, 1, (2, 3))
    assert moves({"money": unknown}, {"money": low})[0].way is Way.FIRST
    assert moves({"money": low}, {"money": unknown})[0].way is Way.OPEN
    assert way_of(2, 2) is way_of(None, None) is None

# SPDX-License-Identifier: MIT
"""What became of promises and barriers since an earlier day; where the records cannot tell, they say so."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from walkthrough.model.rules.before_after import (
    STANDING,
    Answering,
    BarrierFate,
    Made,
    Named,
    PromiseFate,
    barriers_since,
    made,
    promise_fate,
    state_on,
)
from walkthrough.model.words import StepState

THEN, NOW = date(2026, 8, 25), date(2026, 11, 22)
DONE, OPEN = Answering(90, StepState.DONE, NOW), Answering(91, StepState.UNDER_WAY, None)
days = st.dates(THEN - timedelta(days=90), NOW)


def named(
    number: int, text: str = "No rides", walk: str = "one", *steps: Answering, day: date = THEN
) -> Named:
    return Named(number, walk, "birth", "health", text, day, steps)


def fates(*rows: Named, walks: tuple[str, str] = ("", "one")) -> list[tuple[int, BarrierFate]]:
    return [(one.named.number, one.fate) for one in barriers_since(rows, THEN, *walks)]


def test_a_step_counts_from_its_meeting_from_what_was_told_of_it_or_from_nothing():
    assert made(THEN, (), None, THEN) is Made.BEFORE
    assert made(NOW, (), None, THEN) is Made.SINCE
    assert made(None, (), None, THEN) is Made.UNKNOWN
    assert made(None, (THEN,), None, THEN) is Made.BEFORE
    assert made(THEN, (), THEN, THEN) is Made.CLOSED_BEFORE
    assert made(THEN, (), NOW, THEN) is Made.BEFORE


def test_what_was_told_last_up_to_a_day_is_how_a_step_stood_then():
    told = [(THEN, StepState.UNDER_WAY), (NOW, StepState.STUCK)]
    assert state_on(told, THEN - timedelta(days=1)) is StepState.NOT_STARTED
    assert state_on(told, THEN) is StepState.UNDER_WAY
    assert state_on(told, NOW) is StepState.STUCK


def test_a_late_step_is_past_its_day_unless_it_is_stuck_done_or_dropped():
    late = NOW - timedelta(days=1)
    assert promise_fate(StepState.UNDER_WAY, late, NOW) is PromiseFate.OVERDUE
    assert promise_fate(StepState.STUCK, late, NOW) is PromiseFate.STUCK
    assert promise_fate(StepState.DONE, late, NOW) is PromiseFate.DONE
    assert promise_fate(StepState.UNDER_WAY, NOW, NOW) is PromiseFate.MOVING
    assert promise_fate(StepState.NOT_STARTED, None, NOW) is PromiseFate.WAITING


def test_in_one_walk_a_barrier_is_answered_worked_on_waiting_or_new():
    done_before = Answering(92, StepState.DONE, THEN)
    assert fates(
        named(1, "a", "one", DONE),
        named(2, "b", "one", OPEN),
        named(3, "c"),
        named(4, "d", day=NOW),
        named(5, "e", "one", done_before),
        named(6, "f", "one", DONE, day=NOW),
    ) == [
        (1, BarrierFate.ANSWERED),
        (2, BarrierFate.WORKED_ON),
        (3, BarrierFate.WAITING),
        (4, BarrierFate.NEW),
        (6, BarrierFate.ANSWERED),
    ]


def test_walked_again_a_barrier_is_said_again_or_not_and_never_called_gone():
    found = barriers_since(
        (
            named(1, "Night shift reports every mother to the hotline"),
            named(2, "The release form covers one clinic only"),
            Named(3, "one", "infancy", "health", "Nobody holds the plan", THEN),
            named(4, "The night shift still reports mothers to the hotline", "two", day=NOW),
            named(5, "Formula vouchers run out", "two", day=NOW),
        ),
        THEN,
        "one",
        "two",
    )
    assert [(one.named.number, one.fate, one.again) for one in found] == [
        (1, BarrierFate.SAID_AGAIN, 4),
        (2, BarrierFate.NOT_SAID, 0),
        (3, BarrierFate.WAITING, 0),
        (5, BarrierFate.NEW, 0),
    ]


def test_said_again_in_the_same_words_counts_however_short_they_are():
    assert fates(named(1, "No rides."), named(2, "no  rides", "two"), walks=("one", "two")) == [
        (1, BarrierFate.SAID_AGAIN)
    ]


steps = st.builds(Answering, st.integers(50, 60), st.sampled_from(StepState), st.none() | days)
barriers = st.lists(
    st.builds(
        Named,
        st.integers(1, 40),
        st.sampled_from(("one", "two")),
        st.sampled_from(("birth", "infancy")),
        st.just(""),
        st.sampled_from(("No rides", "Night shift reports mothers", "The night shift reports all mothers")),
        st.none() | days,
        st.lists(steps, max_size=2).map(tuple),
    ),
    max_size=8,
    unique_by=lambda one: one.number,
)


@given(barriers, days)
def test_held_against_its_own_day_nothing_is_new_and_every_barrier_has_at_most_one_fate(rows, since):
    itself = barriers_since(rows, NOW, "", "one")
    assert not {one.fate for one in itself} & {BarrierFate.NEW, BarrierFate.SAID_AGAIN, BarrierFate.NOT_SAID}
    again = barriers_since(rows, since, "one", "two")
    numbers = [one.named.number for one in again]
    assert len(numbers) == len(set(numbers))
    heard = {one.again for one in again if one.again}
    assert heard.isdisjoint(numbers), "what was said again stands once, with both numbers"
    newer = {one.number for one in rows if one.walk == "two"}
    assert newer <= heard | set(numbers)
    for one in again:
        answered = any(step.state is StepState.DONE for step in one.named.steps)
        assert not (answered and one.fate in STANDING) or one.again

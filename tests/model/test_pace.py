# SPDX-License-Identifier: MIT
"""The clock of a meeting: late, early, on pace, after a break, past the end; a timer that only signals."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkthrough.model.rules.pace import (
    Clockwork,
    Pace,
    add_minute,
    begin_break,
    break_left,
    end_break,
    pace,
    part_seconds,
    pause_timer,
    resume_timer,
    start_timer,
    stop_timer,
    time_left,
    timer_runs,
    timer_seconds,
)

ONE = datetime(2026, 11, 24, 13, tzinfo=UTC)
MEETING = Clockwork(began=ONE, ends=ONE + timedelta(minutes=90), part_began=ONE)
SPANS = st.integers(0, 3 * 60 * 60)


def after(minutes: float) -> datetime:
    return ONE + timedelta(minutes=minutes)


# Pace ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("minute", "planned", "stations", "told"),
    [
        (15, 75, 3, Pace("on", 0, 12, 3)),
        (15, 76, 3, Pace("on", 0, 12, 3)),
        (15, 77, 3, Pace("behind", 2, 12, 3)),
        (36, 60, 2, Pace("behind", 6, 7, 2)),
        (36, 44, 2, Pace("early", 10, 7, 2)),
        (36, 53, 0, Pace("on", 0, None, 0)),
        (90, 0, 0, Pace("on", 0, None, 0)),
        (91.5, 0, 0, Pace("over", 2, None, 0)),
        (95, 12, 1, Pace("over", 5, 0, 1)),
    ],
)
def test_the_pace_is_the_time_left_against_what_was_planned(minute, planned, stations, told):
    assert pace(MEETING, after(minute), planned, stations, after_minutes=39) == told


def test_time_for_stations_is_all_that_is_left_where_nothing_comes_after_them():
    assert pace(MEETING, after(70), 24, 2).per_station == 10


def test_without_an_end_nobody_is_late():
    told = pace(Clockwork(began=ONE), after(400), 60, 3)
    assert told == Pace("no_end", 0, None, 3)


def test_a_break_has_a_pace_of_its_own_and_the_time_after_it_is_shared_out():
    resting = begin_break(MEETING, after(30), 10)
    assert pace(resting, after(32), 50, 2, 30) == Pace("break", 8, 10, 2)
    assert pace(resting, after(45), 50, 2, 30) == Pace("break", 0, 7, 2)


def test_a_break_nobody_planned_makes_us_late_and_a_planned_one_does_not():
    back = end_break(begin_break(MEETING, after(30), 10), after(40))
    assert pace(MEETING, after(30), 60, 2).code == "on"
    assert pace(back, after(40), 60, 2) == Pace("behind", 10, 25, 2)
    assert pace(back, after(40), 60 - 10, 2).code == "on"


@given(st.integers(0, 200), st.integers(0, 200), st.integers(0, 9), st.integers(0, 60))
def test_being_later_never_makes_the_pace_better(minute, planned, stations, ahead):
    order = ["early", "on", "behind", "over"]
    early, late = (pace(MEETING, after(minute + more), planned, stations) for more in (0, ahead))
    assert order.index(early.code) <= order.index(late.code)
    if stations:
        assert late.per_station <= early.per_station
        assert late.per_station * stations <= max(90 - minute - ahead, 0)


@given(st.integers(-3600, 3 * 3600), st.integers(0, 200))
def test_on_pace_means_off_by_less_than_two_minutes(second, planned):
    told = pace(MEETING, ONE + timedelta(seconds=second), planned, 0)
    off = planned * 60 - (90 * 60 - second)
    if second > 90 * 60:
        assert told.code == "over"
    else:
        assert (told.code == "on") == (abs(off) < 120)
        assert told.code == "on" or told.minutes == abs(off) // 60
        assert told.code != "behind" or off > 0


def test_time_left_goes_on_below_zero_when_the_end_is_past():
    assert time_left(MEETING, after(89)) == 60
    assert time_left(MEETING, after(91)) == -60
    assert time_left(Clockwork(began=ONE), ONE) is None


# The timer -----------------------------------------------------------------------------------------------


def test_a_timer_counts_down_to_zero_and_stays_there():
    clock = start_timer(MEETING, ONE, 8)
    assert [timer_seconds(clock, after(minute)) for minute in (0, 1, 7.5, 8, 20)] == [480, 420, 30, 0, 0]
    assert timer_seconds(MEETING, ONE) is None
    assert timer_seconds(stop_timer(clock), ONE) is None


@given(SPANS, SPANS, SPANS)
def test_a_paused_timer_loses_nothing(before, pause, later):
    clock = start_timer(MEETING, ONE, 60)
    then = ONE + timedelta(seconds=before)
    paused = pause_timer(clock, then)
    assert not timer_runs(paused)
    assert timer_seconds(paused, then + timedelta(seconds=pause)) == max(3600 - before, 0)
    running = resume_timer(paused, then + timedelta(seconds=pause))
    assert timer_runs(running)
    now = then + timedelta(seconds=pause + later)
    assert timer_seconds(running, now) == max(max(3600 - before, 0) - later, 0)


def test_pausing_and_going_on_without_a_timer_change_nothing():
    assert pause_timer(MEETING, ONE) == resume_timer(MEETING, ONE) == MEETING


@pytest.mark.parametrize(
    ("clock", "seconds"),
    [
        (start_timer(MEETING, ONE, 5), 360),
        (start_timer(MEETING, after(-20), 5), 60),
        (pause_timer(start_timer(MEETING, ONE, 5), ONE), 360),
        (MEETING, 60),
    ],
    ids=["running", "over", "paused", "none"],
)
def test_a_minute_more_is_a_minute_from_what_is_left(clock, seconds):
    assert timer_seconds(add_minute(clock, ONE), ONE) == seconds


# Breaks --------------------------------------------------------------------------------------------------


@given(SPANS, SPANS)
def test_timer_and_station_stand_still_in_a_break_and_go_on_from_there(before, rest):
    clock = start_timer(MEETING, ONE, 30)
    then = ONE + timedelta(seconds=before)
    back = then + timedelta(seconds=rest)
    resting = begin_break(clock, then, 10)
    assert timer_seconds(resting, back) == timer_seconds(clock, then)
    assert part_seconds(resting, back) == before
    awake = end_break(resting, back)
    assert timer_seconds(awake, back) == timer_seconds(clock, then)
    assert part_seconds(awake, back) == before
    assert (awake.resting, awake.break_began, awake.break_ends) == (rest, None, None)
    assert awake.ends == clock.ends


def test_a_timer_begun_paused_or_taken_up_in_a_break_runs_from_its_end():
    resting = begin_break(MEETING, after(10), 10)
    begun = start_timer(resting, after(15), 8)
    assert timer_seconds(begun, after(18)) == 480
    taken_up = resume_timer(pause_timer(begun, after(16)), after(17))
    assert timer_seconds(end_break(taken_up, after(20)), after(22)) == 360


def test_a_station_reached_in_the_break_begins_when_the_break_ends():
    resting = begin_break(MEETING, after(10), 10)
    moved = Clockwork(
        **{**{f: getattr(resting, f) for f in resting.__struct_fields__}, "part_began": after(15)}
    )
    assert part_seconds(moved, after(19)) == 0
    assert part_seconds(end_break(moved, after(20)), after(21)) == 60


def test_a_break_can_be_made_longer_and_does_not_lose_its_beginning():
    resting = begin_break(MEETING, after(10), 5)
    assert break_left(add_minute(resting, after(12)), after(12)) == 240
    assert break_left(add_minute(resting, after(30)), after(30)) == 60
    again = begin_break(resting, after(14), 10)
    assert (again.break_began, break_left(again, after(14))) == (after(10), 600)
    assert end_break(again, after(24)).resting == 14 * 60


def test_ending_a_break_that_is_none_changes_nothing():
    assert end_break(MEETING, after(5)) == MEETING
    assert break_left(MEETING, ONE) is None


def test_a_clock_that_was_set_back_never_makes_a_span_below_zero():
    resting = begin_break(start_timer(MEETING, after(20), 5), after(20), 5)
    assert end_break(resting, after(10)).resting == 0
    assert part_seconds(MEETING, after(-10)) == 0

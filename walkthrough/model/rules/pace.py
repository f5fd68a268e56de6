# SPDX-License-Identifier: MIT
"""The clock of a meeting: a timer that only signals, breaks, and whether there is time for what is left.

All moments are in UTC, all spans in whole seconds. Nothing in here ever ends or blocks anything.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from math import ceil

import msgspec
from msgspec.structs import replace

MINUTE = timedelta(minutes=1)
ON_PACE_MINUTES = 2
"""Being off by less than this many minutes is being on pace: a few minutes must not shout."""


class Clockwork(msgspec.Struct, frozen=True, gc=False):
    """How the clock of a live meeting stands.

    Args:
        began: when the meeting went live.
        ends: when it is to end; None if nobody said.
        part_began: when the present part or station was reached.
        timer_ends: when the running timer is over; None while none runs.
        timer_left: the seconds a paused timer has left; None while it is not paused.
        break_ends: when the break is over; None while there is none.
        break_began: when the present break began; None while there is none.
        resting: seconds spent in breaks that are over.
    """

    began: datetime
    ends: datetime | None = None
    part_began: datetime | None = None
    timer_ends: datetime | None = None
    timer_left: int | None = None
    break_ends: datetime | None = None
    break_began: datetime | None = None
    resting: int = 0


class Pace(msgspec.Struct, frozen=True, gc=False):
    """Whether there is time for what is left.

    Args:
        code: "on", "behind", "early", "no_end" (nobody said when it ends), "break" or "over" (past the end).
        minutes: how many behind, early or over; in a break how many of it are left.
        per_station: how many minutes there are for each station left; None without stations or an end.
        stations_left: how many stations are left, the present one among them.
    """

    code: str
    minutes: int
    per_station: int | None
    stations_left: int


def timer_seconds(clock: Clockwork, now: datetime) -> int | None:
    """Seconds that the timer has left, never below 0; None without a timer. It stands still in a break."""
    if clock.timer_left is not None:
        return clock.timer_left
    if clock.timer_ends is None:
        return None
    return max(_seconds(_standing(clock, now), clock.timer_ends), 0)


def timer_runs(clock: Clockwork) -> bool:
    """Whether a timer is on and not paused."""
    return clock.timer_ends is not None


def start_timer(clock: Clockwork, now: datetime, minutes: int) -> Clockwork:
    """Begin a timer of so many minutes, in place of one that runs."""
    return replace(clock, timer_ends=_standing(clock, now) + timedelta(minutes=minutes), timer_left=None)


def pause_timer(clock: Clockwork, now: datetime) -> Clockwork:
    """Stop a running timer where it stands."""
    if clock.timer_ends is None:
        return clock
    return replace(clock, timer_ends=None, timer_left=timer_seconds(clock, now))


def resume_timer(clock: Clockwork, now: datetime) -> Clockwork:
    """Let a paused timer run on."""
    if clock.timer_left is None:
        return clock
    ends = _standing(clock, now) + timedelta(seconds=clock.timer_left)
    return replace(clock, timer_ends=ends, timer_left=None)


def stop_timer(clock: Clockwork) -> Clockwork:
    """Take the timer away."""
    return replace(clock, timer_ends=None, timer_left=None)


def add_minute(clock: Clockwork, now: datetime) -> Clockwork:
    """Give one minute more: to the break if there is one, else to the timer. One that is over begins anew."""
    if clock.break_ends is not None:
        return replace(clock, break_ends=max(clock.break_ends, now) + MINUTE)
    if clock.timer_left is not None:
        return replace(clock, timer_left=clock.timer_left + 60)
    return replace(clock, timer_ends=max(clock.timer_ends or now, now) + MINUTE)


def begin_break(clock: Clockwork, now: datetime, minutes: int) -> Clockwork:
    """Begin a break of so many minutes; in a break already, it lasts so long from now."""
    ends = now + timedelta(minutes=minutes)
    return replace(clock, break_began=clock.break_began or now, break_ends=ends)


def end_break(clock: Clockwork, now: datetime) -> Clockwork:
    """Go on after a break, however long it took: timer and station go on from where they stood."""
    if clock.break_began is None:
        return clock
    rest = max(now - clock.break_began, timedelta())
    timer_ends = None if clock.timer_ends is None else clock.timer_ends + rest
    part_began = clock.part_began
    if part_began is not None:
        part_began += max(now - max(part_began, clock.break_began), timedelta())
    return replace(
        clock,
        break_began=None,
        break_ends=None,
        timer_ends=timer_ends,
        part_began=part_began,
        resting=clock.resting + int(rest.total_seconds()),
    )


def break_left(clock: Clockwork, now: datetime) -> int | None:
    """Seconds of the break that are left, never below 0; None outside one."""
    return None if clock.break_ends is None else max(_seconds(now, clock.break_ends), 0)


def time_left(clock: Clockwork, now: datetime) -> int | None:
    """Seconds to the end of the meeting, below 0 when it is past; None if nobody said when it ends."""
    return None if clock.ends is None else _seconds(now, clock.ends)


def part_seconds(clock: Clockwork, now: datetime) -> int:
    """Seconds spent in the present part or station, breaks left out; 0 before the first."""
    if clock.part_began is None:
        return 0
    return max(int((_standing(clock, now) - clock.part_began).total_seconds()), 0)


def pace(
    clock: Clockwork,
    now: datetime,
    planned_left_minutes: int,
    stations_left: int,
    after_minutes: int = 0,
) -> Pace:
    """Say whether there is time for what is left.

    Args:
        clock: how the clock stands.
        now: the present moment.
        planned_left_minutes: minutes planned for all that is left, with what the present part has left.
        stations_left: how many stations are left, the present one among them.
        after_minutes: the minutes among them that are planned for parts after the walk: stations cannot have
            these.
    """
    left = _left_after_break(clock, now)
    per_station = None
    if left is not None and stations_left > 0:
        per_station = max(left - after_minutes * 60, 0) // 60 // stations_left
    code, minutes = _code(clock, now, left, planned_left_minutes)
    return Pace(code, minutes, per_station, stations_left)


def _code(clock: Clockwork, now: datetime, left: int | None, planned_left_minutes: int) -> tuple[str, int]:
    if (resting := break_left(clock, now)) is not None:
        return "break", -(-resting // 60)
    if left is None:
        return "no_end", 0
    if left < 0:
        return "over", -(left // 60)
    late = planned_left_minutes * 60 - left
    if abs(late) < ON_PACE_MINUTES * 60:
        return "on", 0
    return ("behind" if late > 0 else "early"), abs(late) // 60


def _left_after_break(clock: Clockwork, now: datetime) -> int | None:
    """Seconds to the end of the meeting from when the break is over."""
    return time_left(clock, now if clock.break_ends is None else max(now, clock.break_ends))


def _standing(clock: Clockwork, now: datetime) -> datetime:
    """The moment at which timer and station stand: in a break, its beginning."""
    return now if clock.break_began is None else min(now, clock.break_began)


def _seconds(now: datetime, then: datetime) -> int:
    """Whole seconds from now to then, begun ones counted: a timer of a minute shows 60 first."""
    return ceil((then - now).total_seconds())

# SPDX-License-Identifier: MIT
"""What became of promises and barriers between an earlier day and now, as far as the records can tell. Pure.

It knows neither the workbook nor any sentence. Where the records cannot tell, it says so and does not guess.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from walkthrough.model.rules.alikeness import Told, alike_pairs
from walkthrough.model.rules.promises import is_overdue
from walkthrough.model.words import StepState

_CLOSED = (StepState.DONE, StepState.DROPPED)


class Made(enum.StrEnum):
    """When a next step was promised, seen from an earlier day."""

    BEFORE = "before"
    """It was promised by then, and still open."""
    CLOSED_BEFORE = "closed_before"
    """It was done or dropped by then."""
    SINCE = "since"
    UNKNOWN = "unknown"
    """It was written down outside a meeting, and nothing else tells the day."""


class PromiseFate(enum.StrEnum):
    """What became of a promise, in the order in which it is told."""

    DONE = "done"
    MOVING = "moving"
    WAITING = "waiting"
    STUCK = "stuck"
    OVERDUE = "overdue"
    DROPPED = "dropped"


class BarrierFate(enum.StrEnum):
    """What became of a barrier, in the order in which it is told."""

    ANSWERED = "answered"
    """A next step that answers it is done."""
    SAID_AGAIN = "said_again"
    """It was named in the earlier walk, and something that sounds like it in the newer one."""
    WORKED_ON = "worked_on"
    WAITING = "waiting"
    """No open next step answers it."""
    NOT_SAID = "not_said"
    """The station was walked again and nobody named it: it may be gone, or only not said."""
    NEW = "new"


STANDING = (BarrierFate.SAID_AGAIN, BarrierFate.WORKED_ON, BarrierFate.WAITING, BarrierFate.NEW)
"""The barriers that stand now."""


class Answering(msgspec.Struct, frozen=True, gc=False):
    """How a next step that answers a barrier stands."""

    number: int
    state: StepState
    closed_on: date | None


class Named(msgspec.Struct, frozen=True, gc=False):
    """A barrier: in which walk, where by the codes that walks of one route share, and on which day.

    `day` is None where nothing tells it.
    """

    number: int
    walk: str
    station: str
    lane: str
    text: str
    day: date | None
    steps: tuple[Answering, ...] = ()


class Barrier(msgspec.Struct, frozen=True, gc=False):
    """What became of one barrier; `again` is the number under which it was said again, 0 for none."""

    named: Named
    fate: BarrierFate
    again: int = 0


def made(made_on: date | None, told_on: Iterable[date], closed_on: date | None, since: date) -> Made:
    """When a next step was promised.

    Args:
        made_on: the day of the meeting it was made in, if any.
        told_on: the days on which somebody said how it goes.
        closed_on: the day it was done or dropped, if it was.
        since: the earlier day; what was promised on it counts as promised by then.
    """
    known = [day for day in (made_on, closed_on, *told_on) if day is not None]
    if closed_on is not None and closed_on <= since:
        return Made.CLOSED_BEFORE
    if any(day <= since for day in known):
        return Made.BEFORE
    return Made.UNKNOWN if made_on is None else Made.SINCE


def state_on(told: Iterable[tuple[date, StepState]], day: date) -> StepState:
    """How a step stood at the end of a day, by what was told of it up to then, the oldest first."""
    return next((state for on, state in reversed(list(told)) if on <= day), StepState.NOT_STARTED)


def promise_fate(state: StepState, due: date | None, today: date) -> PromiseFate:
    """What became of a promise; one that is stuck is stuck, whether it is late or not."""
    match state:
        case StepState.DONE:
            return PromiseFate.DONE
        case StepState.DROPPED:
            return PromiseFate.DROPPED
        case StepState.STUCK:
            return PromiseFate.STUCK
    if is_overdue(due, state, today):
        return PromiseFate.OVERDUE
    return PromiseFate.MOVING if state is StepState.UNDER_WAY else PromiseFate.WAITING


def barriers_since(
    named: Sequence[Named], since: date, older_walk: str = "", newer_walk: str = ""
) -> tuple[Barrier, ...]:
    """What became of each barrier, in the order given. What was answered by the earlier day is left out,
    unless it was said again.

    Args:
        named: the barriers of the two walks, or of the one that goes on.
        since: the earlier day; what was named on it counts as known then.
        older_walk, newer_walk: two walks of one route; "" where one walk goes on.
    """
    again = _said_again(named, older_walk, newer_walk)
    walked_again = {one.station for one in named if older_walk and one.walk == newer_walk}
    heard = set(again.values())
    found = []
    for one in named:
        if older_walk and one.walk == newer_walk:
            if one.number not in heard:
                found.append(Barrier(one, _now_fate(one, BarrierFate.NEW)))
        elif not older_walk and one.day is not None and one.day > since:
            found.append(Barrier(one, _now_fate(one, BarrierFate.NEW)))
        elif one.number in again or not _is_answered(one.steps, since):
            found.append(_known(one, again.get(one.number, 0), one.station in walked_again))
    return tuple(found)


def _known(one: Named, again: int, is_walked_again: bool) -> Barrier:
    if again:
        return Barrier(one, BarrierFate.SAID_AGAIN, again)
    is_open = any(step.state not in _CLOSED for step in one.steps)
    fate = BarrierFate.WORKED_ON if is_open else BarrierFate.WAITING
    return Barrier(one, _now_fate(one, BarrierFate.NOT_SAID if is_walked_again else fate))


def _now_fate(one: Named, else_fate: BarrierFate) -> BarrierFate:
    return BarrierFate.ANSWERED if _is_answered(one.steps, date.max) else else_fate


def _is_answered(steps: Sequence[Answering], by: date) -> bool:
    """Whether a step that answers it is done by a day; one without a day is done only by now."""
    return any(step.state is StepState.DONE and (step.closed_on or date.max) <= by for step in steps)


def _said_again(named: Sequence[Named], older_walk: str, newer_walk: str) -> dict[int, int]:
    """The number of each older barrier with that of the newer one at the same station that sounds like it."""
    if not older_walk or not newer_walk:
        return {}
    older = {one.number for one in named if one.walk == older_walk}
    same = {(one.station, _plain(one.text)): one.number for one in named if one.walk == newer_walk}
    found = {
        one.number: same[one.station, _plain(one.text)]
        for one in named
        if one.number in older and (one.station, _plain(one.text)) in same
    }
    told = [Told(one.number, one.walk, one.station, one.text) for one in named]
    for one, other in alike_pairs(told, most=len(told)):
        before, after = (one.key, other.key) if one.key in older else (other.key, one.key)
        found.setdefault(before, after)
    return found


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".!")

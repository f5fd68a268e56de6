# SPDX-License-Identifier: MIT
"""What a comparison of two moments reads: the moments there are, promises with their notes, barriers, walks.

Room and paper columns only. What became of it all is worked out by `rules/before_after.py`.
"""

from __future__ import annotations

import enum
from collections import defaultdict
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Connection, func, literal, or_, select

from walkthrough.model.queries.indicators import IndicatorRow
from walkthrough.model.queries.plan import NoteRow
from walkthrough.model.queries.rows import frozen
from walkthrough.model.queries.stage_history import HistoryCheck, HistoryMove
from walkthrough.model.rules.before_after import Answering, Named
from walkthrough.model.rules.stage_moves import moves
from walkthrough.model.schema import (
    Finding,
    Lane,
    Meeting,
    NextStep,
    StageCheck,
    Station,
    StepFinding,
    StepNote,
    Walk,
)
from walkthrough.model.words import Kind, MeetingState


class MomentKind(enum.StrEnum):
    """What makes a day worth comparing with."""

    MEETING = "meeting"
    WALK = "walk"
    CHECK = "check"


class Moment(msgspec.Struct, frozen=True, gc=False):
    """A day to compare with. `title` is the meeting's, or the route's; "" for none."""

    day: date
    kind: MomentKind
    id: str
    title: str


class NamedRow(msgspec.Struct, frozen=True, gc=False):
    """A barrier with its words and its place in words; `text` is to be replaced where it is held."""

    named: Named
    station: str
    station_pos: int
    lane: str
    held: bool


class WalkPair(msgspec.Struct, frozen=True, gc=False):
    """The walk to look at; `older` is an earlier walk of the same route, or "" where there is none."""

    older: str
    newer: str


class StageThenNow(msgspec.Struct, frozen=True):
    """The stage checks of two moments. `now` is the newest in which something is said; `before` is None where
    there is no earlier one, and the same as `now` where there was none since. `moves` is empty unless the two
    ask by one ladder, which `can_compare` tells.
    """

    before: HistoryCheck | None
    now: HistoryCheck
    moves: tuple[HistoryMove, ...]
    can_compare: bool


class ValueThen(msgspec.Struct, frozen=True, gc=False):
    """What an indicator stood at; `value` is None where it may not be shown."""

    value: float | None
    day: date | None
    is_baseline: bool


def moments(connection: Connection, today: date) -> tuple[Moment, ...]:
    """The days up to `today` to compare with, the oldest first: meetings held, walks begun, stage checks."""
    is_held = or_(Meeting.state != MeetingState.PLANNED, Meeting.day < today)
    found = [
        *_dated(
            connection, select(Meeting.day, Meeting.id, Meeting.title).where(is_held), MomentKind.MEETING
        ),
        *_dated(
            connection,
            select(Walk.started_on, Walk.id, Walk.name).where(Walk.started_on.is_not(None)),
            MomentKind.WALK,
        ),
        *_dated(connection, select(StageCheck.as_of, StageCheck.id, literal("")), MomentKind.CHECK),
    ]
    order = list(MomentKind)
    past = (one for one in found if one.day <= today)
    return tuple(sorted(past, key=lambda one: (one.day, order.index(one.kind), one.id)))


def _dated(connection: Connection, query: Any, kind: MomentKind) -> list[Moment]:
    return [Moment(day, kind, key, title) for day, key, title in connection.execute(query)]


def moment_before(found: tuple[Moment, ...], today: date) -> Moment | None:
    """Where a comparison starts unless told otherwise: the last meeting but one, else the only one, else the
    earliest of what there is; None where nothing lies before `today`.
    """
    held = {one.day: one for one in reversed(found) if one.kind is MomentKind.MEETING}
    days = sorted(held)
    if len(days) > 1:
        return held[days[-2]]
    earlier = [one for one in found if one.day < today]
    return next((one for one in earlier if one.kind is MomentKind.MEETING), next(iter(earlier), None))


def notes_by_step(connection: Connection) -> dict[str, tuple[NoteRow, ...]]:
    """How each step went, the oldest first."""
    found: defaultdict[str, list[NoteRow]] = defaultdict(list)
    rows = connection.execute(
        select(StepNote.step_id, StepNote.day, StepNote.state, StepNote.text, StepNote.held).order_by(
            StepNote.day, StepNote.id
        )
    )
    for step, *note in rows:
        found[step] += frozen(NoteRow, [note])
    return {step: tuple(notes) for step, notes in found.items()}


def walks_to_compare(connection: Connection, since: date) -> WalkPair | None:
    """The newest walk, and the one of the same route that was walked by `since`, or else the first one; None
    where nothing has been walked. A walk that had begun by then goes on: there is no older one.
    """
    rows = connection.execute(
        select(Walk.id, Walk.route, Walk.walked_before_id, Walk.started_on).order_by(Walk.pos)
    ).all()
    if not rows:
        return None
    newer = rows[-1]
    if newer.started_on is None or newer.started_on <= since:
        return WalkPair("", newer.id)
    same = [row for row in rows[:-1] if row.id == newer.walked_before_id or row.route == newer.route]
    by_then = [row.id for row in same if row.started_on is not None and row.started_on <= since]
    return WalkPair(by_then[-1] if by_then else same[0].id if same else "", newer.id)


def barriers_of(connection: Connection, walks: WalkPair) -> tuple[NamedRow, ...]:
    """The barriers of these walks by station and number; one that was named outside a meeting counts as of
    the day its walk began.
    """
    steps: defaultdict[str, list[Answering]] = defaultdict(list)
    answering = select(StepFinding.finding_id, NextStep.number, NextStep.state, NextStep.closed_on).join(
        NextStep, NextStep.id == StepFinding.step_id
    )
    for finding, *step in connection.execute(answering.order_by(NextStep.number)):
        steps[finding] += frozen(Answering, [step])
    rows = connection.execute(_barriers([walks.older, walks.newer]))
    return frozen(
        NamedRow,
        (
            (*frozen(Named, [(*named, tuple(steps[key]))]), station, pos, lane, held)
            for key, held, station, pos, lane, *named in rows
        ),
    )


def _barriers(walks: list[str]) -> Any:
    return (
        select(
            Finding.id,
            Finding.held,
            func.coalesce(Station.name, ""),
            func.coalesce(Station.pos, -1),
            func.coalesce(Lane.name, ""),
            Finding.number,
            Finding.walk_id,
            func.coalesce(Station.code, ""),
            func.coalesce(Lane.code, ""),
            Finding.text,
            func.coalesce(Meeting.day, Walk.started_on),
        )
        .join(Walk, Walk.id == Finding.walk_id)
        .outerjoin(Station, Station.id == Finding.station_id)
        .outerjoin(Lane, Lane.id == Finding.lane_id)
        .outerjoin(Meeting, Meeting.id == Finding.meeting_id)
        .where(Finding.walk_id.in_(walks), Finding.kind == Kind.BARRIER)
        .order_by(Station.pos.is_(None), Station.pos, Finding.number)
    )


def stage_then_now(checks: tuple[HistoryCheck, ...], since: date) -> StageThenNow | None:
    """What the stage checks say of two moments; None without any check.

    Args:
        checks: the oldest first, up to the newest in which something is said.
        since: the earlier day; the newest check up to it is taken, else the first of all.
    """
    if not checks:
        return None
    now = checks[-1]
    by_then = [one for one in checks if one.as_of <= since]
    before = by_then[-1] if by_then else checks[0]
    if before is now and not by_then:
        return StageThenNow(None, now, (), can_compare=False)
    same = (before.ladder_code, before.version) == (now.ladder_code, now.version)
    return StageThenNow(before, now, _moved(checks, before, now) if same else (), can_compare=same)


def _moved(
    checks: tuple[HistoryCheck, ...], before: HistoryCheck, now: HistoryCheck
) -> tuple[HistoryMove, ...]:
    """What moved from one check to another, with the reasons given last in between."""
    between = checks[checks.index(before) + 1 :]
    reasons = {move.move.code: move.reasons for check in between for move in check.moves}
    names = {part.code: part.name for part in now.parts}
    was, is_now = ({part.code: part.reached for part in one.parts} for one in (before, now))
    return tuple(
        HistoryMove(names[move.code], move, reasons.get(move.code, ())) for move in moves(was, is_now)
    )


def value_then(row: IndicatorRow, since: date) -> ValueThen | None:
    """What an indicator stood at on a day: its newest point up to it, else the baseline, else None."""
    points = [point for point in row.points if point.day <= since]
    if points:
        return ValueThen(points[-1].value, points[-1].day, is_baseline=False)
    is_of_then = row.baseline_on is None or row.baseline_on <= since
    if is_of_then and (row.baseline is not None or row.baseline_hidden):
        return ValueThen(row.baseline, row.baseline_on, is_baseline=True)
    return None

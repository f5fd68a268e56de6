# SPDX-License-Identifier: MIT
"""What the overview shows of everything, each part small."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select
from sqlalchemy import text as sql

from walkthrough.model.queries.meetings import MeetingRow, meetings
from walkthrough.model.queries.partners import SeatRow, seats
from walkthrough.model.queries.rows import frozen
from walkthrough.model.schema import Collaborative, Finding, NextStep, Station, Walk
from walkthrough.model.words import Kind, MeetingState, Seated, StepState


class Head(msgspec.Struct, frozen=True, gc=False):
    """The collaborative. `convener` and `contact` are for paper."""

    name: str
    area: str
    purpose: str
    convener: str
    contact: str
    paper_size: str
    language: str
    hide_counts_below: int
    is_sample: bool
    started_on: date | None


class StepCounts(msgspec.Struct, frozen=True, gc=False):
    """How the plan stands on a day."""

    open: int
    overdue: int
    done: int
    stuck: int


class Gathering(msgspec.Struct, frozen=True, gc=False):
    """Where barriers gather: a station, by its short name, with how many. No agency is ranked."""

    station_id: str
    station: str
    barriers: int


class FindingCounts(msgspec.Struct, frozen=True, gc=False):
    """How many findings there are, and how many are still to sort."""

    barriers: int
    practices: int
    to_sort: int
    held: int


def head(connection: Connection) -> Head | None:
    """The collaborative, or None in a workbook without a name yet."""
    row = connection.execute(
        select(
            Collaborative.name,
            Collaborative.area,
            Collaborative.purpose,
            Collaborative.convener,
            Collaborative.contact,
            Collaborative.paper_size,
            Collaborative.language,
            Collaborative.hide_counts_below,
            Collaborative.is_sample,
            Collaborative.started_on,
        )
    ).first()
    return next(iter(frozen(Head, [] if row is None else [row])), None)


def step_counts(connection: Connection, today: date) -> StepCounts:
    """Open, overdue, done and stuck next steps."""
    rows = connection.execute(
        select(
            NextStep.state,
            func.count(),
            func.count().filter(NextStep.due.is_not(None), NextStep.due < today),
        ).group_by(NextStep.state)
    ).all()
    counts = {state: (number, late) for state, number, late in rows}
    still_open = [
        counts.get(s, (0, 0)) for s in (StepState.NOT_STARTED, StepState.UNDER_WAY, StepState.STUCK)
    ]
    return StepCounts(
        open=sum(number for number, _ in still_open),
        overdue=sum(late for _, late in still_open),
        done=counts.get(StepState.DONE, (0, 0))[0],
        stuck=counts.get(StepState.STUCK, (0, 0))[0],
    )


def finding_counts(connection: Connection) -> FindingCounts:
    """Barriers, effective practices, findings without a lane or station, and held ones."""
    barriers, practices, no_lane, no_station, held = connection.execute(
        select(
            _many(Finding.kind == Kind.BARRIER),
            _many(Finding.kind == Kind.PRACTICE),
            _many(Finding.lane_id.is_(None)),
            _many(Finding.station_id.is_(None), Finding.lane_id.is_not(None)),
            _many(Finding.held),
        )
    ).one()
    return FindingCounts(barriers, practices, no_lane + no_station, held)


def _many(*where: Any) -> Any:
    """How many findings: each count has an index that answers it; together they would read every row."""
    return select(func.count()).select_from(Finding).where(*where).scalar_subquery()


def where_barriers_gather(connection: Connection, limit: int = 5) -> tuple[Gathering, ...]:
    """The stations of the newest walk with most barriers, most first."""
    walk = connection.execute(select(Walk.id).order_by(Walk.pos.desc()).limit(1)).scalar()
    barriers = _many(Finding.station_id == Station.id, Finding.kind == Kind.BARRIER)
    rows = connection.execute(
        select(Station.id, Station.short, barriers.label("barriers"))
        .where(Station.walk_id == walk)
        .order_by(sql("barriers desc"), Station.pos)
        .limit(limit)
    )
    return frozen(Gathering, (row for row in rows if row.barriers))


def empty_seats(connection: Connection) -> tuple[SeatRow, ...]:
    """Seats that nobody fills."""
    return tuple(seat for seat in seats(connection) if seat.state is not Seated.FILLED)


def next_meeting(connection: Connection, today: date) -> MeetingRow | None:
    """The nearest meeting that is not over, today's included."""
    coming = [
        row for row in meetings(connection) if row.day >= today and row.state is not MeetingState.CLOSED
    ]
    return coming[-1] if coming else None

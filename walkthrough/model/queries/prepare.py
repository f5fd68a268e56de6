# SPDX-License-Identifier: MIT
"""What a meeting still needs before it begins: its room, its stations and dimensions, who is missing.

`arrangements` is private: it is read by a query of its own.
"""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, select

from walkthrough.model.queries.ladders import ladder_of_meeting
from walkthrough.model.queries.partners import SeatRow, seats
from walkthrough.model.queries.report import newest_walk
from walkthrough.model.queries.rows import frozen
from walkthrough.model.schema import (
    Attendance,
    Dimension,
    Meeting,
    MeetingDimension,
    MeetingStation,
    Station,
    Walk,
)
from walkthrough.model.words import MeetingState, RatingMethod, Seated

MEETINGS_MISSED = 3
"""A holder who has not come for so many meetings in a row counts as missing."""


class PlannedStation(msgspec.Struct, frozen=True, gc=False):
    """A station of the walk; `minutes` are those of the meeting where it is chosen, else its usual ones."""

    id: str
    number: int
    name: str
    is_handoff: bool
    minutes: int
    is_chosen: bool


class PlannedDimension(msgspec.Struct, frozen=True, gc=False):
    """A dimension of the ladder that the meeting asks by, and whether it is looked at in the meeting."""

    id: str
    name: str
    is_chosen: bool


class Preparing(msgspec.Struct, frozen=True, gc=False):
    """What is prepared for one meeting."""

    walk_id: str | None
    route: str
    family: str
    picture_cm: int | None
    back_row_cm: int | None
    dots: int
    dots_private: bool
    rating: RatingMethod | None
    stations: tuple[PlannedStation, ...]
    dimensions: tuple[PlannedDimension, ...]


class MissingSeat(msgspec.Struct, frozen=True, gc=False):
    """A seat that nobody fills, or whose holder has not come for three meetings (`has_stayed_away`).

    `holder` is for paper; without a partner it is the sector's own chair.
    """

    seat: SeatRow
    has_stayed_away: bool


def preparing(connection: Connection, meeting_id: str) -> Preparing | None:
    """What is prepared for a meeting, or None where it is gone."""
    row = connection.execute(
        select(
            Meeting.walk_id,
            Meeting.picture_cm,
            Meeting.back_row_cm,
            Meeting.dots,
            Meeting.dots_private,
            Meeting.rating,
        ).where(Meeting.id == meeting_id)
    ).one_or_none()
    if row is None:
        return None
    walk = row.walk_id or newest_walk(connection)
    of_walk = connection.execute(select(Walk.route, Walk.family).where(Walk.id == walk)).one_or_none()
    route, family = of_walk or ("", "")
    return Preparing(
        walk,
        route,
        family,
        row.picture_cm,
        row.back_row_cm,
        row.dots,
        row.dots_private,
        row.rating,
        _stations(connection, meeting_id, walk),
        _dimensions(connection, meeting_id),
    )


def arrangements(connection: Connection, meeting_id: str) -> str:
    """What is arranged so that everybody can take part; private."""
    found = connection.execute(select(Meeting.arrangements).where(Meeting.id == meeting_id)).scalar()
    return found or ""


def missing_seats(connection: Connection, meeting_id: str) -> tuple[MissingSeat, ...]:
    """The empty seats, then the filled ones whose partner has not come for three closed meetings."""
    rows = seats(connection)
    empty = [MissingSeat(row, False) for row in rows if row.state in (Seated.VACANT, Seated.LEFT)]
    away = _stayed_away(connection, meeting_id)
    filled = [row for row in rows if row.state is Seated.FILLED and row.partner_id in away]
    return (*empty, *(MissingSeat(row, True) for row in filled))


def _stations(connection: Connection, meeting_id: str, walk: str | None) -> tuple[PlannedStation, ...]:
    picked = connection.execute(
        select(MeetingStation.station_id, MeetingStation.minutes).where(
            MeetingStation.meeting_id == meeting_id
        )
    )
    chosen: dict[str, int] = {row.station_id: row.minutes for row in picked}
    rows = connection.execute(
        select(Station.id, Station.name, Station.is_handoff, Station.minutes)
        .where(Station.walk_id == walk)
        .order_by(Station.pos, Station.id)
    )
    return tuple(
        PlannedStation(key, number, name, is_handoff, chosen.get(key, minutes), key in chosen)
        for number, (key, name, is_handoff, minutes) in enumerate(rows, start=1)
    )


def _dimensions(connection: Connection, meeting_id: str) -> tuple[PlannedDimension, ...]:
    """Those of the ladder that the meeting asks by. What was chosen from an older version stays chosen."""
    chosen = set(
        connection.execute(
            select(Dimension.code)
            .join(MeetingDimension, MeetingDimension.dimension_id == Dimension.id)
            .where(MeetingDimension.meeting_id == meeting_id)
        ).scalars()
    )
    ladder = ladder_of_meeting(connection, meeting_id)
    rows = connection.execute(
        select(Dimension.id, Dimension.name, Dimension.code)
        .where(Dimension.ladder_id == ladder)
        .order_by(Dimension.pos, Dimension.id)
    )
    return frozen(PlannedDimension, ((key, name, code in chosen) for key, name, code in rows))


def _stayed_away(connection: Connection, meeting_id: str) -> set[str]:
    """The partners that were invited to each of the last three closed meetings and came to none."""
    held = select(Meeting.id).where(Meeting.state == MeetingState.CLOSED, Meeting.id != meeting_id)
    last = connection.execute(held.order_by(Meeting.day.desc(), Meeting.starts.desc()).limit(MEETINGS_MISSED))
    keys = list(last.scalars())
    if len(keys) < MEETINGS_MISSED:
        return set()
    rows = connection.execute(
        select(Attendance.partner_id, Attendance.meeting_id, Attendance.came).where(
            Attendance.meeting_id.in_(keys), Attendance.partner_id.is_not(None)
        )
    ).all()
    came = {partner for partner, _meeting, has_come in rows if has_come}
    invited: dict[str, set[str]] = {}
    for partner, meeting, _came in rows:
        invited.setdefault(partner or "", set()).add(meeting)
    return {partner for partner, of in invited.items() if len(of) == len(keys) and partner not in came}

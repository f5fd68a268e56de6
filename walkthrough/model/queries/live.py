# SPDX-License-Identifier: MIT
"""What the live screen asks of its meeting: which one, when it ends, what is walked. As frozen rows."""

from __future__ import annotations

from datetime import date

import msgspec
from sqlalchemy import Connection, select

from walkthrough.model.queries.rows import frozen
from walkthrough.model.schema import Meeting, MeetingStation
from walkthrough.model.words import MeetingState


class LiveMeeting(msgspec.Struct, frozen=True, gc=False):
    """A meeting as it is held. Times are local, as HH:MM; the sizes of the room are in centimetres."""

    id: str
    title: str
    day: date
    starts: str
    ends: str
    zone: str
    state: MeetingState
    walk_id: str | None
    picture_cm: int | None
    back_row_cm: int | None


class StationMinutes(msgspec.Struct, frozen=True, gc=False):
    """A station to be walked in a meeting, with its minutes there."""

    station_id: str
    minutes: int


_COLUMNS = (
    Meeting.id,
    Meeting.title,
    Meeting.day,
    Meeting.starts,
    Meeting.ends,
    Meeting.zone,
    Meeting.state,
    Meeting.walk_id,
    Meeting.picture_cm,
    Meeting.back_row_cm,
)


def live_meeting(connection: Connection, key: str) -> LiveMeeting | None:
    """One meeting; None if it is gone."""
    rows = connection.execute(select(*_COLUMNS).where(Meeting.id == key))
    return next(iter(frozen(LiveMeeting, rows)), None)


def gone_live(connection: Connection) -> LiveMeeting | None:
    """The meeting that is live, as far as the file knows."""
    rows = connection.execute(select(*_COLUMNS).where(Meeting.state == MeetingState.LIVE).limit(1))
    return next(iter(frozen(LiveMeeting, rows)), None)


def meeting_to_start(connection: Connection, today: date) -> LiveMeeting | None:
    """The meeting planned for today, the earliest if there are several; else the soonest to come."""
    rows = connection.execute(
        select(*_COLUMNS)
        .where(Meeting.state == MeetingState.PLANNED, Meeting.day >= today)
        .order_by(Meeting.day, Meeting.starts == "", Meeting.starts, Meeting.id)
        .limit(1)
    )
    return next(iter(frozen(LiveMeeting, rows)), None)


def closed_on(connection: Connection, day: date) -> bool:
    """Whether a meeting of this day was held and closed."""
    over = select(Meeting.id).where(Meeting.state == MeetingState.CLOSED, Meeting.day == day).limit(1)
    return connection.execute(over).first() is not None


def stations_today(connection: Connection, meeting: str) -> tuple[StationMinutes, ...]:
    """The stations to be walked in a meeting, in order; none if nobody chose any."""
    rows = connection.execute(
        select(MeetingStation.station_id, MeetingStation.minutes)
        .where(MeetingStation.meeting_id == meeting)
        .order_by(MeetingStation.pos)
    )
    return frozen(StationMinutes, rows)

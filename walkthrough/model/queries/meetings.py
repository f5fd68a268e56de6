# SPDX-License-Identifier: MIT
"""Meetings with agenda and attendance, as frozen rows."""

from __future__ import annotations

from datetime import date

import msgspec
from sqlalchemy import Connection, select

from walkthrough.model.queries.rows import frozen
from walkthrough.model.schema import AgendaPart, Attendance, Decision, Meeting, ParkedTopic, Partner
from walkthrough.model.words import AgendaKind, MeetingKind, MeetingMode, MeetingState, ParkedState, Role


class MeetingRow(msgspec.Struct, frozen=True, gc=False):
    """A meeting. `facilitator` and `recorder` are for paper."""

    id: str
    title: str
    day: date
    starts: str
    ends: str
    zone: str
    place: str
    kind: MeetingKind
    mode: MeetingMode
    state: MeetingState
    purpose: str
    facilitator: str
    recorder: str
    next_day: date | None
    walk_id: str | None
    picture_cm: int | None = None
    back_row_cm: int | None = None


class PartRow(msgspec.Struct, frozen=True, gc=False):
    """A part of an agenda."""

    kind: AgendaKind
    title: str
    minutes: int


class AttendanceRow(msgspec.Struct, frozen=True, gc=False):
    """Somebody invited or present. `name` is for paper; lived experience is shown as a count only."""

    id: str
    partner_id: str | None
    partner: str
    name: str
    role: Role
    came: bool


class DecisionRow(msgspec.Struct, frozen=True, gc=False):
    """Something settled. `decided_by` is for paper."""

    id: str
    number: int
    text: str
    rule: str
    decided_on: date | None
    decided_by: str
    held: bool
    meeting_id: str | None


class ParkedRow(msgspec.Struct, frozen=True, gc=False):
    """A topic set aside."""

    id: str
    number: int
    text: str
    state: ParkedState
    outcome: str
    held: bool
    meeting_id: str | None


def meetings(connection: Connection) -> tuple[MeetingRow, ...]:
    """Every meeting, newest day first."""
    rows = connection.execute(
        select(
            Meeting.id,
            Meeting.title,
            Meeting.day,
            Meeting.starts,
            Meeting.ends,
            Meeting.zone,
            Meeting.place,
            Meeting.kind,
            Meeting.mode,
            Meeting.state,
            Meeting.purpose,
            Meeting.facilitator,
            Meeting.recorder,
            Meeting.next_day,
            Meeting.walk_id,
            Meeting.picture_cm,
            Meeting.back_row_cm,
        ).order_by(Meeting.day.desc(), Meeting.starts.desc())
    )
    return frozen(MeetingRow, rows)


def meeting_note(connection: Connection, key: str) -> str:
    """The presenter's private note on a meeting."""
    return connection.execute(select(Meeting.private_note).where(Meeting.id == key)).scalar() or ""


def agenda_of(connection: Connection, meeting: str) -> tuple[PartRow, ...]:
    """The parts of a meeting in order."""
    rows = connection.execute(
        select(AgendaPart.kind, AgendaPart.title, AgendaPart.minutes)
        .where(AgendaPart.meeting_id == meeting)
        .order_by(AgendaPart.pos)
    )
    return frozen(PartRow, rows)


def attendance_of(connection: Connection, meeting: str) -> tuple[AttendanceRow, ...]:
    """Who is invited to a meeting and who came, by partner."""
    rows = connection.execute(
        select(
            Attendance.id,
            Attendance.partner_id,
            Partner.name,
            Attendance.name,
            Attendance.role,
            Attendance.came,
        )
        .outerjoin(Partner, Partner.id == Attendance.partner_id)
        .where(Attendance.meeting_id == meeting)
        .order_by(Partner.pos.is_(None), Partner.pos, Attendance.id)
    )
    return frozen(AttendanceRow, ((key, partner, name or "", *rest) for key, partner, name, *rest in rows))


def needs_of(connection: Connection, key: str) -> str:
    """What somebody on the attendance needs to take part; private."""
    return connection.execute(select(Attendance.needs).where(Attendance.id == key)).scalar() or ""


def decisions(connection: Connection, meeting: str | None = None) -> tuple[DecisionRow, ...]:
    """Decisions by number, of one meeting or of all."""
    query = select(
        Decision.id,
        Decision.number,
        Decision.text,
        Decision.rule,
        Decision.decided_on,
        Decision.decided_by,
        Decision.held,
        Decision.meeting_id,
    ).order_by(Decision.number)
    if meeting is not None:
        query = query.where(Decision.meeting_id == meeting)
    return frozen(DecisionRow, connection.execute(query))


def parked_topics(connection: Connection, meeting: str | None = None) -> tuple[ParkedRow, ...]:
    """Parked topics, open ones first, of one meeting or of all."""
    query = select(
        ParkedTopic.id,
        ParkedTopic.number,
        ParkedTopic.text,
        ParkedTopic.state,
        ParkedTopic.outcome,
        ParkedTopic.held,
        ParkedTopic.meeting_id,
    ).order_by(ParkedTopic.state != ParkedState.OPEN, ParkedTopic.number)
    if meeting is not None:
        query = query.where(ParkedTopic.meeting_id == meeting)
    return frozen(ParkedRow, connection.execute(query))

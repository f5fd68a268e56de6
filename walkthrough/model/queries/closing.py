# SPDX-License-Identifier: MIT
"""What is looked at once more before a meeting closes, for the presenter. Nothing here goes to the wall."""

from __future__ import annotations

from datetime import date

import msgspec
from sqlalchemy import Connection, func, literal, or_, select

from walkthrough.model.queries.rows import frozen
from walkthrough.model.schema import (
    Attendance,
    Debrief,
    Decision,
    Finding,
    Indicator,
    Meeting,
    NextStep,
    ParkedTopic,
)
from walkthrough.model.words import DebriefAnswer, Kind, MeetingState, Role


class ClosingMeeting(msgspec.Struct, frozen=True, gc=False):
    """The meeting, how many came, how many of them speak from lived experience, and how many meetings were
    held before it.
    """

    day: date
    state: MeetingState
    next_day: date | None
    came: int
    lived: int
    place: int


class CheckRow(msgspec.Struct, frozen=True, gc=False):
    """One of the checks at every step. `answer` and `note` are for the presenter alone."""

    id: str
    code: str
    text: str
    answer: DebriefAnswer | None
    note: str
    step_number: int | None


class HeldEntry(msgspec.Struct, frozen=True, gc=False):
    """An entry whose wording is on hold."""

    id: str
    kind: Kind
    number: int
    text: str


def closing_meeting(connection: Connection, meeting_id: str) -> ClosingMeeting | None:
    """The meeting, or None if it is gone."""
    row = connection.execute(
        select(Meeting.day, Meeting.state, Meeting.next_day, Meeting.starts).where(Meeting.id == meeting_id)
    ).one_or_none()
    if row is None:
        return None
    day, state, next_day, starts = row
    came = select(func.count()).where(Attendance.meeting_id == meeting_id, Attendance.came)
    lived = came.where(Attendance.role == Role.LIVED_EXPERIENCE)
    is_before = or_(Meeting.day < day, (Meeting.day == day) & (Meeting.starts < starts))
    before = select(func.count()).where(is_before, Meeting.id != meeting_id)
    many = (int(connection.execute(query).scalar_one()) for query in (came, lived, before))
    return ClosingMeeting(day, state, next_day, *many)


def checks_of(connection: Connection, meeting_id: str) -> tuple[CheckRow, ...]:
    """The checks of a meeting in their order; none before its debrief was begun."""
    rows = connection.execute(
        select(Debrief.id, Debrief.code, Debrief.text, Debrief.answer, Debrief.note, NextStep.number)
        .outerjoin(NextStep, NextStep.id == Debrief.step_id)
        .where(Debrief.meeting_id == meeting_id)
        .order_by(Debrief.pos)
    )
    return frozen(CheckRow, rows)


def held_entries(connection: Connection) -> tuple[HeldEntry, ...]:
    """Every entry of the workbook that is on hold, by number."""
    found: list[HeldEntry] = []
    findings = select(Finding.id, Finding.kind, Finding.number, Finding.text).where(Finding.held)
    found += frozen(HeldEntry, connection.execute(findings))
    for kind, table, text in (
        (Kind.PARKED, ParkedTopic, ParkedTopic.text),
        (Kind.DECISION, Decision, Decision.text),
        (Kind.NEXT_STEP, NextStep, NextStep.what),
        (Kind.INDICATOR, Indicator, Indicator.name),
    ):
        query = select(table.id, literal(kind.value), table.number, text).where(table.held)
        found += (HeldEntry(row[0], Kind(row[1]), row[2], row[3]) for row in connection.execute(query))
    return tuple(sorted(found, key=lambda entry: entry.number))

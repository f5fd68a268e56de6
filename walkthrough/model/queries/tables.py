# SPDX-License-Identifier: MIT
"""What only the tables of a spreadsheet ask of the whole workbook: room and paper columns, nothing private.

The rest they read by the queries of the reports.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date

import msgspec
from sqlalchemy import Connection, case, func, literal, select

from walkthrough.model.queries.rows import frozen
from walkthrough.model.schema import (
    Asking,
    Attendance,
    Finding,
    Lane,
    Meeting,
    NextStep,
    Partner,
    Station,
    StepFinding,
    StepNote,
    Theme,
    ThemeFinding,
    Walk,
)
from walkthrough.model.words import Kind, Role, StepState


class NoteLine(msgspec.Struct, frozen=True, gc=False):
    """How the next step with this number went on one day."""

    step: int
    day: date
    state: StepState
    text: str
    held: bool


class FindingTold(msgspec.Struct, frozen=True, gc=False):
    """A finding of any walk, with the numbers of its themes and of the next steps that answer it."""

    number: int
    kind: Kind
    text: str
    detail: str
    category: str
    who_is_affected: str
    walk: str
    station: str
    lane: str
    said_again: int
    votes: int
    impact: int | None
    effort: int | None
    meeting_id: str | None
    held: bool
    themes: tuple[int, ...] = ()
    steps: tuple[int, ...] = ()


class AttendanceLine(msgspec.Struct, frozen=True, gc=False):
    """How many of one agency in one role were invited to a meeting, and came.

    Those from lived experience stand under no agency.
    """

    meeting_id: str
    partner: str
    role: Role
    invited: int
    came: int


def step_notes(connection: Connection) -> tuple[NoteLine, ...]:
    """How every next step went, by step and day. A held step holds its notes, too."""
    rows = connection.execute(
        select(
            NextStep.number,
            StepNote.day,
            StepNote.state,
            StepNote.text,
            case((NextStep.held, literal(1)), else_=StepNote.held),
        )
        .join(NextStep, NextStep.id == StepNote.step_id)
        .order_by(NextStep.number, StepNote.day, StepNote.id)
    )
    return frozen(NoteLine, ((*rest, bool(held)) for *rest, held in rows))


def findings_told(connection: Connection) -> tuple[FindingTold, ...]:
    """Every finding of every walk, by number."""
    themes: defaultdict[str, list[int]] = defaultdict(list)
    in_themes = select(ThemeFinding.finding_id, Theme.number).join(Theme, Theme.id == ThemeFinding.theme_id)
    for finding, number in connection.execute(in_themes):
        themes[finding].append(number)
    steps: defaultdict[str, list[int]] = defaultdict(list)
    by_steps = select(StepFinding.finding_id, NextStep.number).join(
        NextStep, NextStep.id == StepFinding.step_id
    )
    for finding, number in connection.execute(by_steps):
        steps[finding].append(number)
    rows = connection.execute(
        select(
            Finding.id, Finding.number, Finding.kind, Finding.text, Finding.detail, Finding.category,
            Finding.who_is_affected, Walk.name, func.coalesce(Station.name, ""),
            func.coalesce(Lane.name, ""), Finding.said_again, Finding.votes, Finding.impact, Finding.effort,
            Finding.meeting_id, Finding.held,
        )
        .join(Walk, Walk.id == Finding.walk_id)
        .outerjoin(Station, Station.id == Finding.station_id)
        .outerjoin(Lane, Lane.id == Finding.lane_id)
        .order_by(Finding.number)
    )  # fmt: skip
    return frozen(
        FindingTold, ((*row, tuple(sorted(themes[key])), tuple(sorted(steps[key]))) for key, *row in rows)
    )


def attendance_told(connection: Connection) -> tuple[AttendanceLine, ...]:
    """Who was invited and came, counted by meeting, agency and role, the newest meeting first."""
    is_lived = Attendance.role == Role.LIVED_EXPERIENCE
    partner = case((is_lived, None), else_=Partner.id)
    name = case((is_lived, ""), else_=func.coalesce(Partner.name, ""))
    place = case((is_lived, None), else_=Partner.pos)
    rows = connection.execute(
        select(
            Attendance.meeting_id, name, Attendance.role, func.count(), func.count().filter(Attendance.came)
        )
        .join(Meeting, Meeting.id == Attendance.meeting_id)
        .outerjoin(Partner, Partner.id == Attendance.partner_id)
        .group_by(Attendance.meeting_id, partner, Attendance.role)
        .order_by(
            Meeting.day.desc(), Meeting.starts.desc(), Meeting.id, place.is_(None), place, Attendance.role
        )
    )
    return frozen(AttendanceLine, rows)


def asking_keys(connection: Connection) -> tuple[str, ...]:
    """Every time a questionnaire was asked, the oldest first."""
    rows = connection.execute(select(Asking.id).order_by(Asking.day, Asking.pos, Asking.id))
    return tuple(rows.scalars())

# SPDX-License-Identifier: MIT
"""Meetings: planning them, their agenda, who came, closing; and the next steps that waited for their day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, or_, select
from sqlalchemy.orm import Session

from walkthrough.model.commands.base import Deed, change, found, said, this_moment, within
from walkthrough.model.commands.plan import CLOSED
from walkthrough.model.commands.plan_issue import IssuePlan
from walkthrough.model.errors import Refused
from walkthrough.model.rules.dates import means_next_meeting
from walkthrough.model.rules.dots import FEWEST_DOTS, MOST_DOTS
from walkthrough.model.rules.seating import FAMILIES
from walkthrough.model.rules.sight import BACK_ROW_CM, PICTURE_CM
from walkthrough.model.rules.times import is_time
from walkthrough.model.schema import AgendaPart, Attendance, Meeting, NextStep, Partner, new_id
from walkthrough.model.words import AgendaKind, MeetingState, Role

MEETING_COLUMNS = frozenset(
    {
        "title",
        "day",
        "starts",
        "ends",
        "zone",
        "place",
        "kind",
        "mode",
        "state",
        "purpose",
        "facilitator",
        "recorder",
        "next_day",
        "walk_id",
        "picture_cm",
        "back_row_cm",
        "dots",
        "dots_private",
        "rating",
        "arrangements",
        "private_note",
    }
)
RANGES = {"picture_cm": PICTURE_CM, "back_row_cm": BACK_ROW_CM, "dots": (FEWEST_DOTS, MOST_DOTS)}
ATTENDANCE_COLUMNS = frozenset({"partner_id", "name", "role", "came", "has_left", "leaves", "needs"})
Part = tuple[AgendaKind, str, int]
"""A part of an agenda: its kind, its title, its minutes."""


def _put_agenda(session: Session, meeting: str, parts: tuple[Part, ...]) -> None:
    session.execute(delete(AgendaPart).where(AgendaPart.meeting_id == meeting))
    for pos, (kind, title, minutes) in enumerate(parts):
        if minutes < 1:
            raise Refused("minutes_wrong", field="minutes")
        name = said(title, "title")
        session.add(AgendaPart(meeting_id=meeting, pos=pos, kind=kind, title=name, minutes=minutes))


def set_meeting(row: Meeting, values: dict[str, Any]) -> None:
    """Set columns of a meeting.

    Raises:
        Refused: time_wrong (facts: field) where a time is not HH:MM;
            out_of_range (facts: field, least, most).
    """
    for name in ("starts", "ends"):
        if not is_time(values.get(name, "")):
            raise Refused("time_wrong", field=name)
    for name, (least, most) in RANGES.items():
        if values.get(name) is not None:
            within(values[name], least, most, name)
    change(row, values, MEETING_COLUMNS)


def _date_waiting_steps(session: Session, day: date, was: date | None = None) -> None:
    """Give open next steps that are due at "the next meeting" its day.

    `was` is its day before: the steps that have that from here move along. A day that is past is nobody's
    next meeting, nor is one that is no later than the meeting in which a step was made.
    """
    if day < this_moment(session).date():
        return
    waiting = select(NextStep).where(
        NextStep.due_words != "",
        or_(NextStep.due.is_(None), NextStep.due == was),
        NextStep.state.not_in(CLOSED),
    )
    for step in session.scalars(waiting):
        made_in = session.get(Meeting, step.meeting_id) if step.meeting_id else None
        is_later = made_in is None or made_in.day < day
        if is_later and means_next_meeting(step.due_words):
            step.due = day


@dataclass(frozen=True)
class PlanMeeting(Deed):
    """A meeting to come, with its agenda."""

    day: date
    values: dict[str, Any] = field(default_factory=dict)
    agenda: tuple[Part, ...] = ()
    id: str = field(default_factory=new_id)

    def apply(self, session: Session) -> None:
        """Write the meeting and its agenda; next steps due at the next meeting get its day."""
        row = Meeting(id=self.id, day=self.day)
        set_meeting(row, self.values)
        session.add(row)
        session.flush()
        _put_agenda(session, self.id, self.agenda)
        _date_waiting_steps(session, self.day)


@dataclass(frozen=True)
class EditMeeting(Deed):
    """Change columns of a meeting."""

    id: str
    values: dict[str, Any]

    def apply(self, session: Session) -> None:
        """Write the given columns; a meeting keeps a day, and next steps due at it follow that day."""
        if "day" in self.values and self.values["day"] is None:
            raise Refused("text_missing", field="day")
        row = found(session, Meeting, self.id)
        were = row.day, row.next_day
        set_meeting(row, self.values)
        for was, day in zip(were, (row.day, row.next_day), strict=True):
            if day is not None and day != was:
                _date_waiting_steps(session, day, was)


@dataclass(frozen=True)
class SetAgenda(Deed):
    """Put a new agenda in place of a meeting's old one."""

    meeting_id: str
    agenda: tuple[Part, ...]

    def apply(self, session: Session) -> None:
        """Write all parts anew."""
        found(session, Meeting, self.meeting_id)
        _put_agenda(session, self.meeting_id, self.agenda)


@dataclass(frozen=True)
class CloseMeeting(Deed):
    """Say that a meeting is over, and when the next one is.

    Args:
        id: which meeting.
        next_day: the day of the next one, or None.
        hands_out: where the plan is handed out with it, the day and what tells a plan's content
            (`queries.plan_issue.plan_digest`): its version is part of this step, so one undo takes both back.
    """

    id: str
    next_day: date | None = None
    hands_out: tuple[date, Callable[[Connection], str]] | None = None

    def apply(self, session: Session) -> None:
        """Write the state; next steps due at the next meeting get its day, and then the plan its version."""
        row = found(session, Meeting, self.id)
        row.state, row.next_day = MeetingState.CLOSED, self.next_day
        if self.next_day is not None:
            _date_waiting_steps(session, self.next_day)
        if self.hands_out is not None:
            session.flush()
            day, digest_of = self.hands_out
            IssuePlan(day, digest_of(session.connection())).apply(session)


@dataclass(frozen=True)
class RemoveMeeting(Deed):
    """Take a meeting away; what was said in it stays."""

    id: str

    def apply(self, session: Session) -> None:
        """Delete it.

        Raises:
            Refused: gone; live_now where it is live: it is left or closed first.
        """
        row = found(session, Meeting, self.id)
        if row.state is MeetingState.LIVE:
            raise Refused("live_now")
        session.delete(row)


@dataclass(frozen=True)
class AddAttendance(Deed):
    """Somebody invited or present, by agency and role; the name may stay empty."""

    meeting_id: str
    role: Role
    partner_id: str | None = None
    name: str = ""
    came: bool = False
    needs: str = ""
    id: str = field(default_factory=new_id)

    def apply(self, session: Session) -> None:
        """Write the line."""
        found(session, Meeting, self.meeting_id)
        if self.partner_id is not None:
            found(session, Partner, self.partner_id)
        row = Attendance(id=self.id, meeting_id=self.meeting_id, role=self.role, partner_id=self.partner_id)
        change(row, {"name": self.name, "came": self.came, "needs": self.needs}, ATTENDANCE_COLUMNS)
        session.add(row)


@dataclass(frozen=True)
class InvitePartners(Deed):
    """Put every partner that is still with us, and not on the list yet, on a meeting's attendance."""

    meeting_id: str
    _facts: dict[str, Any] = field(default_factory=dict, compare=False)

    def apply(self, session: Session) -> None:
        """Write a line for each; those of the families speak from lived experience."""
        found(session, Meeting, self.meeting_id)
        here = set(session.scalars(select(Attendance.partner_id).filter_by(meeting_id=self.meeting_id)))
        missing = [
            row
            for row in session.scalars(select(Partner).filter_by(has_left=False).order_by(Partner.pos))
            if row.id not in here
        ]
        for row in missing:
            role = Role.LIVED_EXPERIENCE if row.sector == FAMILIES else Role.OTHER
            session.add(Attendance(meeting_id=self.meeting_id, role=role, partner_id=row.id))
        self._facts.update(count=len(missing))

    def facts(self) -> dict[str, Any]:
        """How many were put on the list."""
        return dict(self._facts)


@dataclass(frozen=True)
class EditAttendance(Deed):
    """Change a line of the attendance, such as who came after all."""

    id: str
    values: dict[str, Any]

    def apply(self, session: Session) -> None:
        """Write the given columns.

        Raises:
            Refused: gone; time_wrong (facts: field) where the time of leaving is not HH:MM.
        """
        if not is_time(self.values.get("leaves", "")):
            raise Refused("time_wrong", field="leaves")
        change(found(session, Attendance, self.id), self.values, ATTENDANCE_COLUMNS)


@dataclass(frozen=True)
class RemoveAttendance(Deed):
    """Take a line of the attendance away."""

    id: str

    def apply(self, session: Session) -> None:
        """Delete it."""
        session.delete(found(session, Attendance, self.id))

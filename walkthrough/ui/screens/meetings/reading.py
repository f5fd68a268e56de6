# SPDX-License-Identifier: MIT
"""What the meetings page shows at one moment, read in one go. It must not know a widget nor a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from walkthrough.model import Workbook
from walkthrough.model.queries.meetings import (
    AttendanceRow,
    DecisionRow,
    MeetingRow,
    ParkedRow,
    PartRow,
    agenda_of,
    attendance_of,
    decisions,
    meeting_note,
    meetings,
    needs_of,
    parked_topics,
)
from walkthrough.model.queries.partners import PartnerRow, partners
from walkthrough.model.queries.prepare import (
    MissingSeat,
    Preparing,
    arrangements,
    missing_seats,
    preparing,
)
from walkthrough.model.words import MeetingState, ParkedState, Role


@dataclass(frozen=True)
class MeetingsReading:
    """All meetings, those to come first and soonest first, then the past ones, newest first."""

    coming: tuple[MeetingRow, ...] = ()
    past: tuple[MeetingRow, ...] = ()
    partners: tuple[PartnerRow, ...] = ()

    @property
    def meetings(self) -> tuple[MeetingRow, ...]:
        """All of them in the order of the list."""
        return self.coming + self.past

    def meeting(self, key: str) -> MeetingRow | None:
        """Return a meeting by its key."""
        return next((row for row in self.meetings if row.id == key), None)


@dataclass(frozen=True)
class MeetingDetail:
    """What belongs to one meeting. `note`, `needs` and `arrangements` are private: read only while the room
    cannot see.
    """

    row: MeetingRow
    note: str
    agenda: tuple[PartRow, ...]
    people: tuple[AttendanceRow, ...]
    needs: dict[str, str]
    decisions: tuple[DecisionRow, ...]
    parked: tuple[ParkedRow, ...]
    still_open: tuple[ParkedRow, ...]
    prepared: Preparing | None = None
    arrangements: str = ""
    missing: tuple[MissingSeat, ...] = ()

    def person(self, key: str) -> AttendanceRow | None:
        """Return a line of the attendance by its key."""
        return next((row for row in self.people if row.id == key), None)

    def lived(self) -> tuple[AttendanceRow, ...]:
        """Return the lines of those who speak from lived experience."""
        return tuple(row for row in self.people if row.role is Role.LIVED_EXPERIENCE)

    def decision(self, key: str) -> DecisionRow | None:
        """Return a decision by its key."""
        return next((row for row in self.decisions if row.id == key), None)

    def topic(self, key: str) -> ParkedRow | None:
        """Return a parked topic by its key, of this meeting or an open one of another."""
        return next((row for row in (*self.parked, *self.still_open) if row.id == key), None)


def is_coming(row: MeetingRow, today: date) -> bool:
    """Tell whether a meeting is still to come, or going on."""
    return row.state is MeetingState.LIVE or (row.day >= today and row.state is not MeetingState.CLOSED)


def is_open(row: MeetingRow) -> bool:
    """Tell whether a meeting can still be prepared or is going on."""
    return row.state is not MeetingState.CLOSED


def read_meetings(workbook: Workbook, today: date) -> MeetingsReading:
    """Read the list."""
    rows = workbook.read(meetings)
    return MeetingsReading(
        coming=tuple(
            sorted((row for row in rows if is_coming(row, today)), key=lambda row: (row.day, row.starts))
        ),
        past=tuple(row for row in rows if not is_coming(row, today)),
        partners=workbook.read(partners),
    )


def read_detail(workbook: Workbook, row: MeetingRow, safe: bool) -> MeetingDetail:
    """Read what belongs to one meeting."""
    people = workbook.read(attendance_of, row.id)
    return MeetingDetail(
        row=row,
        note="" if safe else workbook.read(meeting_note, row.id),
        agenda=workbook.read(agenda_of, row.id),
        people=people,
        needs={} if safe else {one.id: workbook.read(needs_of, one.id) for one in people},
        decisions=workbook.read(decisions, row.id),
        parked=workbook.read(parked_topics, row.id),
        still_open=tuple(
            one
            for one in workbook.read(parked_topics)
            if one.state is ParkedState.OPEN and one.meeting_id != row.id
        ),
        prepared=workbook.read(preparing, row.id),
        arrangements="" if safe else workbook.read(arrangements, row.id),
        missing=workbook.read(missing_seats, row.id) if is_open(row) else (),
    )

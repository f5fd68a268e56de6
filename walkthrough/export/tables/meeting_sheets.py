# SPDX-License-Identifier: MIT
"""Meetings, who came by agency and role, decisions and parked topics as sheets.

Nobody's name from the attendance comes in here, and lived experience is a number only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from walkthrough.export.reports.minutes import meeting_title
from walkthrough.export.tables.plan_sheets import MEETING_DAY, ON_HOLD, told
from walkthrough.export.tables.table import Row, Sheet, choice, day, sheet, short, text, whole
from walkthrough.export.terms import unless_held
from walkthrough.model.queries.meetings import DecisionRow, MeetingRow, ParkedRow
from walkthrough.model.queries.tables import AttendanceLine
from walkthrough.model.words import MeetingKind, MeetingMode, MeetingState, ParkedState, Role
from walkthrough.wording import N_, Wording

_MEETINGS = (
    day("day", N_("Day"), N_("The day of the meeting.")),
    text("title", N_("Meeting"), N_("What the meeting is called."), 36),
    choice("kind", N_("What for"), N_("What kind of meeting it is."), MeetingKind, 18),
    choice("state", N_("Status"), N_("Whether it is still to come."), MeetingState),
    text("starts", N_("Starts"), N_("Hour and minute, local time."), 9),
    text("ends", N_("Ends"), N_("Hour and minute, local time."), 9),
    text("place", N_("Place"), N_("Where we meet."), 26),
    choice("mode", N_("How we met"), N_("In one room, online or both."), MeetingMode),
    whole("invited", N_("Invited"), N_("How many people were invited."), 9),
    whole("came", N_("Came"), N_("How many people came."), 9),
    text("purpose", N_("Purpose"), N_("What the meeting should bring."), 40),
    text("facilitator", N_("Facilitator"), N_("Who leads the meeting."), 20),
    text("recorder", N_("Recorder"), N_("Who writes down what is said."), 20),
    text("zone", N_("Time zone"), N_("The zone of the hours."), 18),
    day("next_day", N_("Next meeting"), N_("The day named for the next meeting.")),
)
_ATTENDANCE = (
    MEETING_DAY,
    text("title", N_("Meeting"), N_("What the meeting is called."), 36),
    text("agency", N_("Agency"), N_("The partner; empty for people with lived experience."), 34),
    choice("role", N_("Role"), N_("From where in an agency, or in life, they speak."), Role, 18),
    whole("invited", N_("Invited"), N_("How many people were invited."), 9),
    whole("came", N_("Came"), N_("How many people came."), 9),
)
_DECISIONS = (
    short("number", N_("No."), N_("The short number of the decision.")),
    text("decision", N_("Decision"), N_("What the table settled."), 56),
    text("rule", N_("By which rule"), N_("How it was decided."), 28),
    day("decided_on", N_("Day"), N_("The day of the decision.")),
    text("decided_by", N_("Decided by"), N_("Who decided."), 22),
    MEETING_DAY,
    ON_HOLD,
)
_PARKED = (
    short("number", N_("No."), N_("The short number of the parked topic.")),
    text("topic", N_("Topic"), N_("What was set aside."), 56),
    choice("state", N_("Status"), N_("What became of it."), ParkedState),
    text("outcome", N_("Outcome"), N_("How it was settled."), 40),
    MEETING_DAY,
    ON_HOLD,
)


def meetings_sheet(words: Wording, rows: Iterable[MeetingRow], attendance: Sequence[AttendanceLine]) -> Sheet:
    """Every meeting, the newest first."""
    lines = (_meeting(words, row, attendance) for row in rows)
    about = N_("When we met or will meet, and how many came.")
    return sheet(words, "meetings", N_("Meetings"), about, _MEETINGS, lines)


def _meeting(words: Wording, row: MeetingRow, attendance: Sequence[AttendanceLine]) -> Row:
    here = [line for line in attendance if line.meeting_id == row.id]
    return (
        row.day,
        meeting_title(words, row),
        row.kind.value,
        row.state.value,
        row.starts,
        row.ends,
        row.place,
        row.mode.value,
        sum(line.invited for line in here),
        sum(line.came for line in here),
        row.purpose,
        row.facilitator,
        row.recorder,
        row.zone,
        row.next_day,
    )


def attendance_sheet(
    words: Wording, rows: Iterable[AttendanceLine], meetings: Mapping[str, MeetingRow]
) -> Sheet:
    """How many came, by meeting, agency and role."""
    lines = (
        (
            meetings[row.meeting_id].day,
            meeting_title(words, meetings[row.meeting_id]),
            row.partner,
            row.role.value,
            row.invited,
            row.came,
        )
        for row in rows
    )
    about = N_("How many people came, by agency and role. No names.")
    return sheet(words, "attendance", N_("Who came"), about, _ATTENDANCE, lines)


def decisions_sheet(words: Wording, rows: Iterable[DecisionRow], meeting_days: Mapping[str, date]) -> Sheet:
    """What was settled, by which rule."""
    lines = (
        (
            row.number,
            unless_held(words, row.text, row.held),
            told(words, row.rule, row.held),
            row.decided_on,
            row.decided_by,
            meeting_days.get(row.meeting_id or ""),
            row.held,
        )
        for row in rows
    )
    about = N_("What the table settled, and by which rule.")
    return sheet(words, "decisions", N_("Decisions"), about, _DECISIONS, lines)


def parked_sheet(words: Wording, rows: Iterable[ParkedRow], meeting_days: Mapping[str, date]) -> Sheet:
    """What was set aside, and what became of it."""
    lines = (
        (
            row.number,
            unless_held(words, row.text, row.held),
            row.state.value,
            told(words, row.outcome, row.held),
            meeting_days.get(row.meeting_id or ""),
            row.held,
        )
        for row in rows
    )
    about = N_("What was set aside, and what became of it.")
    return sheet(words, "parked_topics", N_("Parked topics"), about, _PARKED, lines)

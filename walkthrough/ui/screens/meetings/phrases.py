# SPDX-License-Identifier: MIT
"""Meetings, agendas, attendance and what came of a meeting in words; and rows of them as cells.

`safe` says that the room may be looking: names and held wording stay out, lived experience is a count. It
must not know a widget beyond the cells it fills.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QLocale, QTime

from walkthrough.export.calendar import short_day
from walkthrough.export.terms import unless_held
from walkthrough.model.content.shapes import Agenda
from walkthrough.model.queries.meetings import AttendanceRow, DecisionRow, MeetingRow, ParkedRow, PartRow
from walkthrough.model.rules.agendas import (
    LEAST_PER_STATION,
    is_too_short,
    minutes_planned,
    stations_that_fit,
)
from walkthrough.model.rules.times import minutes_between
from walkthrough.model.words import AgendaKind, MeetingState, ParkedState, Role
from walkthrough.ui.screens.meetings.reading import MeetingDetail, MeetingsReading
from walkthrough.ui.widgets.group_list import GroupCells
from walkthrough.ui.wording_ui import word
from walkthrough.wording import N_, _, current, ngettext

FOR_PAPER = N_("For paper; never on the wall.")
FOR_YOU = N_("For you alone: never on the wall, never on paper.")
COMING, PAST = "head:coming", "head:past"
DECISIONS, PARKED, EARLIER = "head:decisions", "head:parked", "head:earlier"
LIVED = "lived"
"""The key of the row that stands for all who speak from lived experience."""
_TOPIC_TONES = {ParkedState.OPEN: "warn", ParkedState.SETTLED: "good", ParkedState.DROPPED: "quiet"}


def time_words(kept: str) -> str:
    """Return a kept time (HH:MM) as people of the language write it."""
    if not kept:
        return ""
    time = QTime(int(kept[:2]), int(kept[3:]))
    return QLocale().toString(time, QLocale.FormatType.ShortFormat)


def day_text(day: date | None) -> str:
    """Return a day in short words."""
    return short_day(current(), day)


def wording_of(text: str, held: bool, safe: bool) -> str:
    """Return a text, or the words that stand for it while it is held and the room can see."""
    return unless_held(current(), text, held and safe)


def title_words(row: MeetingRow) -> str:
    """Return what a meeting is called: its title, or what it is for."""
    return row.title or word(row.kind)


def when_words(row: MeetingRow) -> str:
    """Return day and time of a meeting."""
    day, starts, ends = day_text(row.day), time_words(row.starts), time_words(row.ends)
    if starts and ends:
        return _("{day}, {starts} to {ends}").format(day=day, starts=starts, ends=ends)
    return _("{day}, {starts}").format(day=day, starts=starts) if starts else day


def _how_soon(row: MeetingRow, today: date) -> str:
    days = (row.day - today).days
    if days == 0:
        return _("Today")
    return ngettext("In {n} day", "In {n} days", days).format(n=days)


def meeting_cells(row: MeetingRow, today: date) -> GroupCells:
    """Return a meeting as a row of the list."""
    if row.state is MeetingState.LIVE:
        mark = ("good", word(row.state))
    elif row.state is MeetingState.CLOSED:
        mark = ("quiet", word(row.state))
    elif row.day < today:
        mark = ("warn", _("Not closed"))
    else:
        mark = ("note", _how_soon(row, today))
    facts = (when_words(row), row.place)
    return GroupCells(
        id=row.id,
        text=title_words(row),
        detail=" · ".join(fact for fact in facts if fact),
        marks=(mark,),
        is_soft=row.state is MeetingState.CLOSED,
    )


def list_cells(reading: MeetingsReading, today: date) -> list[GroupCells]:
    """Return the list of meetings under its headings."""
    rows: list[GroupCells] = []
    for key, head, some in (
        (COMING, _("Coming"), reading.coming),
        (PAST, _("Past"), reading.past),
    ):
        if some:
            rows.append(GroupCells(id=key, text=head, is_head=True))
            rows += [meeting_cells(row, today) for row in some]
    return rows


def head_words(reading: MeetingsReading) -> str:
    """Return how many meetings there are."""
    n = len(reading.meetings)
    return ngettext("{n} meeting", "{n} meetings", n).format(n=n) if n else ""


def minutes_words(n: int) -> str:
    """Return so many minutes, short."""
    return ngettext("{n} min", "{n} min", n).format(n=n)


def stations_of(part: PartRow, agendas: Sequence[Agenda]) -> int:
    """Return how many stations a walk part is meant for by the template it came from, 0 if nobody says."""
    return next(
        (
            one.stations
            for agenda in agendas
            for one in agenda.parts
            if one.kind == part.kind and one.name == part.title
        ),
        0,
    )


def walk_words(part: PartRow, agendas: Sequence[Agenda]) -> str:
    """Return what is wrong with the time of a walk part, "" if it is enough."""
    stations = stations_of(part, agendas)
    if part.kind is not AgendaKind.WALK or not is_too_short(part.minutes, stations):
        return ""
    fit = stations_that_fit(part.minutes)
    if not stations or not fit:
        return _("{title}: a station needs {least} minutes or more.").format(
            title=part.title, least=LEAST_PER_STATION
        )
    return ngettext(
        "{title}: {minutes} minutes are enough for {n} station. Each needs {least} or more.",
        "{title}: {minutes} minutes are enough for {n} stations. Each needs {least} or more.",
        fit,
    ).format(title=part.title, minutes=part.minutes, n=fit, least=LEAST_PER_STATION)


def sum_words(row: MeetingRow, parts: Sequence[PartRow]) -> str:
    """Return the minutes of all parts against the length of the meeting."""
    planned, length = minutes_planned(parts), minutes_between(row.starts, row.ends)
    told = ngettext("{n} minute planned", "{n} minutes planned", planned).format(n=planned)
    if length is None:
        return _("{planned}. Say when the meeting starts and ends to compare.").format(planned=told)
    if length <= 0:
        return _("{planned}. The meeting ends before it starts: please check the times.").format(planned=told)
    if planned == length:
        return _("{planned}: just as long as the meeting.").format(planned=told)
    if planned < length:
        return _("{planned}, {n} to spare.").format(planned=told, n=length - planned)
    return _("{planned}: {n} more than the meeting has.").format(planned=told, n=planned - length)


def fits(row: MeetingRow, parts: Sequence[PartRow]) -> bool:
    """Tell whether the agenda is no longer than the meeting, as far as anybody can say."""
    length = minutes_between(row.starts, row.ends)
    return length is None or 0 < length >= minutes_planned(parts)


def _clock(starts: str, after: int) -> str:
    whole = int(starts[:2]) * 60 + int(starts[3:]) + after
    return time_words(f"{whole // 60 % 24:02}:{whole % 60:02}")


def agenda_cells(row: MeetingRow, parts: Sequence[PartRow], agendas: Sequence[Agenda]) -> list[GroupCells]:
    """Return the parts of an agenda as rows, each with the time it begins."""
    cells, gone = [], 0
    for number, part in enumerate(parts):
        text = part.title
        if row.starts:
            text = _("{time}  {title}").format(time=_clock(row.starts, gone), title=part.title)
        marks = [("quiet", minutes_words(part.minutes))]
        if walk_words(part, agendas):
            marks.append(("warn", _("Too short")))
        cells.append(GroupCells(id=str(number), text=text, marks=tuple(marks)))
        gone += part.minutes
    return cells


def came_words(came: int, of: int) -> str:
    """Return how many of the invited came."""
    return _("{came} of {n} came").format(came=came, n=of)


def people_words(detail: MeetingDetail) -> str:
    """Return how many are invited and came, in all and from lived experience."""
    if not detail.people:
        return ""
    came = sum(row.came for row in detail.people)
    lived = detail.lived()
    told = came_words(came, len(detail.people))
    if not lived:
        return _("{told}. Nobody with lived experience is on the list.").format(told=told)
    of_them = came_words(sum(row.came for row in lived), len(lived))
    return _("{told}. With lived experience: {lived}.").format(told=told, lived=of_them)


def person_cells(row: AttendanceRow, safe: bool) -> GroupCells:
    """Return a line of the attendance as a row."""
    name = "" if safe else row.name
    who = row.partner or name or _("Somebody, no agency named yet")
    return GroupCells(
        id=row.id,
        text=_("{who} · {role}").format(who=who, role=word(row.role)),
        detail=name if row.partner else "",
        marks=(("good", _("Came")) if row.came else ("quiet", _("Invited")),),
    )


def people_cells(detail: MeetingDetail, safe: bool) -> list[GroupCells]:
    """Return the attendance as rows; on the wall lived experience is one row with a count."""
    if not safe:
        return [person_cells(row, safe) for row in detail.people]
    cells = [person_cells(row, safe) for row in detail.people if row.role is not Role.LIVED_EXPERIENCE]
    if lived := detail.lived():
        came = sum(row.came for row in lived)
        mark = ("good" if came == len(lived) else "quiet", came_words(came, len(lived)))
        cells.append(GroupCells(id=LIVED, text=word(Role.LIVED_EXPERIENCE), marks=(mark,)))
    return cells


def decision_cells(row: DecisionRow, safe: bool) -> GroupCells:
    """Return a decision as a row."""
    facts = (
        wording_of(row.rule, row.held, safe) if row.rule else "",
        day_text(row.decided_on),
        row.decided_by if not safe else "",
        _("on hold") if row.held and not safe else "",
    )
    return GroupCells(
        id=row.id,
        text=wording_of(row.text, row.held, safe),
        kind="decision",
        number=row.number,
        detail=" · ".join(fact for fact in facts if fact),
    )


def topic_cells(row: ParkedRow, safe: bool) -> GroupCells:
    """Return a parked topic as a row with what became of it."""
    facts = (
        wording_of(row.outcome, row.held, safe) if row.outcome else "",
        _("on hold") if row.held and not safe else "",
    )
    return GroupCells(
        id=row.id,
        text=wording_of(row.text, row.held, safe),
        kind="parked",
        number=row.number,
        detail=" · ".join(fact for fact in facts if fact),
        marks=((_TOPIC_TONES[row.state], word(row.state)),),
        is_soft=row.state is not ParkedState.OPEN,
    )


def outcome_cells(detail: MeetingDetail, safe: bool) -> list[GroupCells]:
    """Return decisions and parked topics as rows under their headings."""
    groups = (
        (DECISIONS, _("Decisions"), [decision_cells(row, safe) for row in detail.decisions]),
        (PARKED, _("Parked topics"), [topic_cells(row, safe) for row in detail.parked]),
        (EARLIER, _("Still open from other meetings"), [topic_cells(row, safe) for row in detail.still_open]),
    )
    cells: list[GroupCells] = []
    for key, head, rows in groups:
        if rows:
            cells += [GroupCells(id=key, text=head, is_head=True), *rows]
    return cells

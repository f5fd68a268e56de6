# SPDX-License-Identifier: MIT
"""What a calendar is told of a workbook: next steps, questions, agreements with their days, meetings to come.

Neutral rows of one language, held words replaced; it must not know a kind of file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

import msgspec

from walkthrough.export.calendar import day_words
from walkthrough.export.reports.minutes import meeting_title
from walkthrough.export.reports.options import ReportOptions, name_of
from walkthrough.export.reports.steps import what, who, why_lines
from walkthrough.export.terms import term, unless_held
from walkthrough.model.queries import meetings, overview, partners, plan
from walkthrough.model.queries.meetings import MeetingRow
from walkthrough.model.queries.partners import AgreementRow
from walkthrough.model.queries.plan import RaisedRow, StepRow
from walkthrough.model.rules.times import minutes_between
from walkthrough.model.snapshot import Read
from walkthrough.model.words import MeetingState

STEP_NOTICE, REVIEW_NOTICE, MEETING_NOTICE = 3, 30, 1
"""How many days before there is a reminder, at nine in the morning."""
_LONGEST_SUMMARY, _LONGEST_LINE = 140, 1_000
"""In letters: calendars cut longer ones, or refuse them."""


class CalendarEntry(msgspec.Struct, frozen=True, gc=False):
    """One thing in a calendar.

    Args:
        key: of the row it comes from, with a word before it where a row gives two entries.
        summary: one line.
        about: what stands behind it, a line each.
        category: what kind of thing it is, in words.
        day: its day.
        starts: the local hour; None for the whole day, which then blocks nobody's time.
        ends: local day and hour; None where nobody said.
        zone: the name of the time zone of both, as it was typed.
        place: where.
        notice: how many days before to remind; None for no reminder.
    """

    key: str
    summary: str
    about: tuple[str, ...]
    category: str
    day: date
    starts: time | None = None
    ends: datetime | None = None
    zone: str = ""
    place: str = ""
    notice: int | None = None


def calendar_title(read: Read, options: ReportOptions) -> str:
    """What the calendar is called: whose plan it is, and of which partner or tier."""
    words = options.words
    head = read(overview.head)
    name = name_of(words, head.name if head else None)
    whose = [row.short or row.name for row in read(partners.partners) if row.id == options.partner_id]
    whose += [term(words, options.tier)] if options.tier and not whose else []
    return ": ".join((words.gettext("Action plan of {name}").format(name=name), *whose))


def calendar_entries(read: Read, options: ReportOptions) -> tuple[CalendarEntry, ...]:
    """Everything with a day that is still to come or overdue, in the order of the days.

    With `options.partner_id` or `options.tier` only what is that partner's or tier's, and the meetings.
    """
    found = (*_steps(read, options), *_raised(read, options), *_reviews(read, options))
    return tuple(sorted((*found, *_meetings(read, options)), key=lambda entry: (entry.day, entry.key)))


def _steps(read: Read, options: ReportOptions) -> Iterator[CalendarEntry]:
    for step in read(plan.next_steps):
        is_mine = options.partner_id in ("", step.owner_partner_id) and options.tier in (None, step.tier)
        if step.is_open and step.due is not None and is_mine:
            yield _step(options, step, step.due)


def _step(options: ReportOptions, step: StepRow, due: date) -> CalendarEntry:
    words = options.words
    _ = words.gettext
    whole = what(words, step)
    told = _short(whole)
    answers = tuple(
        f"#{mark.number} {_short(unless_held(words, mark.text, mark.held))}" for mark in step.findings
    )
    about = (
        whole if told != whole else "",
        *why_lines(words, step),
        term(words, step.state),
        _("Answers:") if answers else "",
        *answers,
        _as_of(options),
    )
    summary = _("#{number} {what}: {who}").format(number=step.number, what=told, who=who(words, step))
    if step.is_overdue(options.today):
        summary = _("Overdue: {what}").format(what=summary)
    return CalendarEntry(step.id, summary, _lines(about), _("Next step"), due, notice=STEP_NOTICE)


def _raised(read: Read, options: ReportOptions) -> Iterator[CalendarEntry]:
    """Questions that still wait for an answer; they are a tier's, and no partner's."""
    rows = () if options.partner_id else read(plan.raised_questions)
    for row in rows:
        if row.by_day is not None and not row.answer and options.tier in (None, row.tier):
            yield _question(options, row, row.by_day)


def _question(options: ReportOptions, row: RaisedRow, by_day: date) -> CalendarEntry:
    words = options.words
    _ = words.gettext
    whole = unless_held(words, row.question, row.held)
    whom = ", ".join(part for part in (term(words, row.tier), row.to_whom) if part)
    told = _short(whole)
    summary = _("#{number} {what}: {who}").format(number=row.number, what=told, who=whom)
    about = (whole if told != whole else "", _("An answer is needed by this day."), _as_of(options))
    return CalendarEntry(row.id, summary, _lines(about), _("Question"), by_day, notice=STEP_NOTICE)


def _reviews(read: Read, options: ReportOptions) -> Iterator[CalendarEntry]:
    rows = () if options.tier else read(partners.agreements)
    for row in rows:
        is_mine = not options.partner_id or options.partner_id in {key for key, _name in row.partners}
        if row.review_on is not None and is_mine:
            yield _review(options, row, row.review_on)


def _review(options: ReportOptions, row: AgreementRow, review_on: date) -> CalendarEntry:
    words = options.words
    _ = words.gettext
    about = (term(words, row.kind), ", ".join(name for _key, name in row.partners), _as_of(options))
    return CalendarEntry(
        row.id,
        _("Review by today: {agreement}").format(agreement=_short(row.title)),
        _lines(about),
        _("Agreement"),
        review_on,
        notice=REVIEW_NOTICE,
    )


def _meetings(read: Read, options: ReportOptions) -> Iterator[CalendarEntry]:
    """Meetings that are planned, and days that were only named at the end of a meeting."""
    rows = read(meetings.meetings)
    days = {row.day for row in rows}
    for row in rows:
        if row.day >= options.today and row.state is not MeetingState.CLOSED:
            yield _meeting(options, row, sum(part.minutes for part in read(meetings.agenda_of, row.id)))
    named = {row.next_day: row for row in rows if row.next_day and row.next_day >= options.today}
    _ = options.words.gettext
    for next_day, row in named.items():
        if next_day not in days:
            about = (_("The hour and the place are still open."), _as_of(options))
            yield CalendarEntry(f"next {row.id}", _("Next meeting"), about, _("Meeting"), next_day)


def _meeting(options: ReportOptions, row: MeetingRow, minutes: int) -> CalendarEntry:
    words = options.words
    lasts = minutes_between(row.starts, row.ends) or minutes
    starts = time.fromisoformat(row.starts) if row.starts else None
    known = starts is not None and lasts > 0 and row.day < date.max
    ends = datetime.combine(row.day, starts) + timedelta(minutes=lasts) if starts and known else None
    return CalendarEntry(
        row.id,
        _short(meeting_title(words, row)),
        _lines((row.purpose, row.zone, _as_of(options))),
        words.gettext("Meeting"),
        row.day,
        starts,
        ends,
        row.zone,
        row.place,
        MEETING_NOTICE,
    )


def _as_of(options: ReportOptions) -> str:
    told = options.words.gettext("As of {day}")
    return told.format(day=day_words(options.words, options.today))


def _lines(about: Iterable[str]) -> tuple[str, ...]:
    return tuple(_short(line, _LONGEST_LINE) for line in about if line)


def _short(text: str, longest: int = _LONGEST_SUMMARY) -> str:
    """The text in one line, cut at a word where it is long."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    cut = line[:longest]
    return (cut.rsplit(" ", 1)[0] if " " in cut[40:] else cut).rstrip(" ,.;:") + "…"

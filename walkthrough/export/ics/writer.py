# SPDX-License-Identifier: MIT
"""Entries as an iCalendar file (RFC 5545) that offices' calendars take in.

Next steps are all-day events that block no time, with a reminder: calendars of offices pass over to-dos. A
file taken in again brings its events up to date. It must not know a workbook.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Alarm, Calendar, Event, vText

from walkthrough.export.ics.entries import CalendarEntry
from walkthrough.export.xml_text import sayable
from walkthrough.wording import Wording

_PRODUCT = "-//Walkthrough//Action plan//EN"
_KEYS = uuid.UUID("6f1d2a52-7f0e-5b64-9a7e-0c5b8d0a4c11")
"""The space of our names: a row's key itself would tell the moment when the row was made."""
_FIRST_DAY = date(2020, 1, 1)
"""The version of an event is the number of days from here: later files win over earlier ones."""
_MORNING = time(9)
_FARTHEST = 3_660
"""In days: how far ahead the changes of clocks are written out."""


def ics_bytes(words: Wording, title: str, today: date, entries: Sequence[CalendarEntry]) -> bytes:
    """The file.

    Args:
        words: the language of the entries.
        title: the name of the calendar.
        today: the day of the document: every stamp is made from it, so the same plan gives the same bytes.
        entries: what is in it.
    """
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    name = _one_kind_of_end(title)
    calendar.add("x-wr-calname", name)
    calendar.add("name", name)
    for entry in entries:
        calendar.add_component(_event(words, today, entry))
    calendar.add_missing_timezones(first_date=_away(today, -366), last_date=_away(_last(today, entries), 366))
    return bytes(calendar.to_ical())


def _last(today: date, entries: Sequence[CalendarEntry]) -> date:
    return min(max((today, *(entry.day for entry in entries))), _away(today, _FARTHEST))


def _away(day: date, days: int) -> date:
    """So many days later; the end of all calendars where that is beyond it."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def _event(words: Wording, today: date, entry: CalendarEntry) -> Event:
    stamp = datetime.combine(today, time(), UTC)
    event = Event()
    event.add("uid", f"{uuid.uuid5(_KEYS, entry.key)}@walkthrough")
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("sequence", max((today - _FIRST_DAY).days, 0))
    for name, text in (
        ("summary", entry.summary),
        ("description", "\n".join(entry.about)),
        ("location", entry.place),
    ):
        if text:
            event.add(name, vText(_one_kind_of_end(text), params={"LANGUAGE": words.language}))
    event.add("categories", [entry.category])
    event.add("class", "PUBLIC")
    event.add("status", "CONFIRMED")
    _when(event, entry)
    alarm = _alarm(today, entry)
    if alarm is not None:
        event.add_component(alarm)
    return event


def _when(event: Event, entry: CalendarEntry) -> None:
    if entry.starts is None:
        event.add("dtstart", entry.day)
        if entry.day < date.max:
            event.add("dtend", entry.day + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        event.add("x-microsoft-cdo-alldayevent", "TRUE")
        event.add("x-microsoft-cdo-busystatus", "FREE")
        return
    zone = zone_of(entry.zone)
    event.add("dtstart", datetime.combine(entry.day, entry.starts, zone))
    if entry.ends is not None:
        event.add("dtend", entry.ends.replace(tzinfo=zone))
    event.add("transp", "OPAQUE")


def zone_of(name: str) -> ZoneInfo | None:
    """The zone of that name; None for one nobody knows: then the hours are those of whoever reads."""
    try:
        return ZoneInfo(name.strip()) if name.strip() else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _alarm(today: date, entry: CalendarEntry) -> Alarm | None:
    """A reminder some mornings before; none where that morning is past, or all would ring at once."""
    if entry.notice is None or _away(entry.day, -entry.notice) < today:
        return None
    begins = datetime.combine(entry.day, entry.starts or time())
    rings = datetime.combine(_away(entry.day, -entry.notice), _MORNING)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _one_kind_of_end(entry.summary))
    alarm.add("trigger", rings - begins)
    return alarm


def _one_kind_of_end(text: str) -> str:
    """The text with one kind of line end and nothing that a calendar refuses: a control mark is a space."""
    return sayable(text.replace("\r\n", "\n").replace("\r", "\n"))

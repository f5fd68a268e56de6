# SPDX-License-Identifier: MIT
"""What people type for a day: "2w", "3/1", "mar 1", "next friday", "end of month", "next meeting".

Pure. It never says a day back in words; whoever shows it does.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Callable
from datetime import date, timedelta

MONTHS = {
    "en": ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december"),
    "es": ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
           "noviembre", "diciembre"),
}  # fmt: skip
WEEKDAYS = {
    "en": ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    "es": ("lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo"),
}
TODAY = {"en": {"today"}, "es": {"hoy"}}
TOMORROW = {"en": {"tomorrow", "tmr"}, "es": {"manana"}}
END_OF_WEEK = {"en": {"end of week", "eow"}, "es": {"fin de la semana"}}
END_OF_MONTH = {
    "en": {"end of month", "end of the month", "eom"},
    "es": {"fin de mes", "final de mes", "a fin de mes"},
}
END_OF_YEAR = {"en": {"end of year", "end of the year", "eoy"}, "es": {"fin de ano", "final de ano"}}
NEXT_WEEK = {"en": {"next week"}, "es": {"proxima semana", "la proxima semana", "semana que viene"}}
NEXT_MONTH = {"en": {"next month"}, "es": {"proximo mes", "el proximo mes", "mes que viene"}}
NEXT_MEETING = {
    "en": {"next meeting", "next time", "meeting"},
    "es": {"proxima reunion", "la proxima reunion", "reunion"},
}
NEXT = {"en": ("next ", "this ", "on ", "by "), "es": ("el proximo ", "proximo ", "este ", "el ")}
UNITS = {
    "en": {"d": "d", "day": "d", "days": "d", "w": "w", "week": "w", "weeks": "w", "wk": "w", "wks": "w",
           "m": "m", "month": "m", "months": "m", "mo": "m", "y": "y", "year": "y", "years": "y"},
    "es": {"d": "d", "dia": "d", "dias": "d", "s": "w", "sem": "w", "semana": "w", "semanas": "w",
           "m": "m", "mes": "m", "meses": "m", "a": "y", "ano": "y", "anos": "y"},
}  # fmt: skip

_SPAN = re.compile(r"(?:in |en )?(\d{1,4}) ?([a-z]+)")
_NUMBERS = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{2}|\d{4}))?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_YEAR = r"(?:,? (?:de(?:l)? )?(\d{4}))?"
_NAME_FIRST = re.compile(r"([a-z]{3,})\.? (\d{1,2})(?:st|nd|rd|th)?" + _YEAR)
_NUMBER_FIRST = re.compile(r"(?:the )?(\d{1,2})(?:st|nd|rd|th)?(?: of| de)? ([a-z]{3,})\.?" + _YEAR)
_LAST_YEAR = 9999

Pick = Callable[[int, int, date], date]
"""Gives a month and a day of the month the year that is meant, seen from a day."""


def read_day(
    text: str,
    today: date,
    *,
    language: str = "en",
    next_meeting: date | None = None,
    has_happened: bool = False,
) -> date | None:
    """The day that the text means, or None if it means none.

    A day without a year that is past rolls on to the next year; of what `has_happened` it is the last such
    day, today's among them, and so is a weekday.

    Args:
        text: what was typed, in either language's words where they do not clash.
        today: the day to count from.
        language: "es" reads 3/1 as the third of January and Spanish words first; all else is US order.
        next_meeting: the day "next meeting" means, if it is set.
        has_happened: whether it is the day of something that lies behind us.
    """
    plain = _plain(text)
    if not plain:
        return None
    order = ("es", "en") if language.startswith("es") else ("en", "es")
    pick = _last if has_happened else _coming
    try:
        if found := _ISO.fullmatch(plain):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _NUMBERS.fullmatch(plain):
            return _from_numbers(found, today, pick, day_first=order[0] == "es")
        return _first(
            [*(_from_words(plain, today, spoken, next_meeting) for spoken in order)]
            + [_from_weekday(plain, today, spoken, has_happened) for spoken in order]
            + [_from_name(plain, today, spoken, pick) for spoken in order]
            + [_from_span(plain, today, spoken) for spoken in order]
        )
    except (ValueError, OverflowError):
        return None


def means_next_meeting(text: str) -> bool:
    """Whether the text means the next meeting, whatever its day, in any of the languages."""
    return any(_plain(text) in words for words in NEXT_MEETING.values())


def add_months(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day where it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _plain(text: str) -> str:
    """Small letters, no accents, single spaces."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in apart if not unicodedata.combining(c)).split()).rstrip(".")


def _first(days: list[date | None]) -> date | None:
    return next((day for day in days if day is not None), None)


def _from_numbers(found: re.Match[str], today: date, pick: Pick, *, day_first: bool) -> date:
    one, two = int(found[1]), int(found[2])
    day, month = (one, two) if day_first else (two, one)
    if month > 12 >= day:  # only one order is possible
        day, month = month, day
    if found[3]:
        year = int(found[3])
        return date(year + 2000 if year < 100 else year, month, day)
    return pick(month, day, today)


def _coming(month: int, day: int, today: date) -> date:
    """This year's day, or the next year's that exists and is not past."""
    for year in range(today.year, min(today.year + 9, _LAST_YEAR + 1)):
        if day <= calendar.monthrange(year, month)[1] and date(year, month, day) >= today:
            return date(year, month, day)
    raise ValueError(day)


def _last(month: int, day: int, today: date) -> date:
    """This year's day, or that of the last year that has it and in which it is not to come."""
    for year in range(today.year, max(today.year - 9, 0), -1):
        if day <= calendar.monthrange(year, month)[1] and date(year, month, day) <= today:
            return date(year, month, day)
    raise ValueError(day)


def _from_words(plain: str, today: date, spoken: str, next_meeting: date | None) -> date | None:
    if plain in NEXT_MEETING[spoken]:
        return next_meeting
    ends = {
        "today": (TODAY, today),
        "tomorrow": (TOMORROW, today + timedelta(days=1)),
        "week": (END_OF_WEEK, today + timedelta(days=(4 - today.weekday()) % 7)),
        "month": (END_OF_MONTH, today.replace(day=calendar.monthrange(today.year, today.month)[1])),
        "year": (END_OF_YEAR, date(today.year, 12, 31)),
        "next week": (NEXT_WEEK, today + timedelta(days=7)),
        "next month": (NEXT_MONTH, add_months(today, 1)),
    }
    for words, day in ends.values():
        if plain in words[spoken]:
            return day
    return None


def _from_weekday(plain: str, today: date, spoken: str, has_happened: bool) -> date | None:
    """The coming weekday; never today. "next friday" is the coming one too, as the echo then shows."""
    for lead in NEXT[spoken]:
        if plain.startswith(lead):
            plain, has_happened = plain.removeprefix(lead), False
            break
    number = _numbered(plain, WEEKDAYS[spoken], least=3)
    if number is None:
        return None
    if has_happened:
        return today - timedelta(days=(today.weekday() - number - 1) % 7 + 1)
    return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)


def _from_name(plain: str, today: date, spoken: str, pick: Pick) -> date | None:
    found = _NAME_FIRST.fullmatch(plain)
    name, day, year = (found[1], found[2], found[3]) if found else ("", "", "")
    if not found:
        found = _NUMBER_FIRST.fullmatch(plain)
        if not found:
            return None
        day, name, year = found[1], found[2], found[3]
    month = _numbered(name, MONTHS[spoken], least=3)
    if month is None:
        return None
    if year:
        return date(int(year), month + 1, int(day))
    return pick(month + 1, int(day), today)


def _numbered(name: str, names: tuple[str, ...], *, least: int) -> int | None:
    """The place of the one name that begins so."""
    if len(name) < least:
        return None
    hits = [number for number, full in enumerate(names) if full.startswith(name)]
    return hits[0] if len(hits) == 1 else None


def _from_span(plain: str, today: date, spoken: str) -> date | None:
    found = _SPAN.fullmatch(plain)
    unit = UNITS[spoken].get(found[2]) if found else None
    if found is None or unit is None:
        return None
    many = int(found[1])
    match unit:
        case "d":
            return today + timedelta(days=many)
        case "w":
            return today + timedelta(weeks=many)
        case "m":
            return add_months(today, many)
        case _:
            return add_months(today, 12 * many)

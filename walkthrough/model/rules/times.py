# SPDX-License-Identifier: MIT
"""What people type for a time of day ("9", "9:30", "1:30 pm", "13.30"), and how long a meeting takes.

Pure. Times are canonical text, HH:MM, as the workbook keeps them.
"""

from __future__ import annotations

import re

_TYPED = re.compile(r"(\d{1,2})(?:[:.h ]?(\d{2}))? ?([ap])?\.?m?\.?")
_DAY, _LONGEST = 24 * 60, 12 * 60
_KEPT = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def read_time(text: str) -> str | None:
    """The time that is meant, as HH:MM; None if it is no time."""
    found = _TYPED.fullmatch(" ".join(text.split()).casefold())
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def read_time_after(text: str, starts: str) -> str | None:
    """The time that is meant by somebody in a meeting that began at `starts` ("" where nobody said).

    "2:30" said in the afternoon is the afternoon's: without "am" or "pm" an hour up to 12 that lies before
    the beginning is taken twelve hours later, if that comes after it.
    """
    time, has_half = read_time(text), text.rstrip(" .mM")[-1:].casefold() in ("a", "p")
    if time is None or not starts or has_half or text.strip().startswith("0"):
        return time
    later = f"{int(time[:2]) + 12:02}{time[2:]}"
    return later if time < starts < later < "24" else time


def is_time(text: str) -> bool:
    """Whether a text is a time as it is kept: HH:MM, or empty for none."""
    return not text or _KEPT.fullmatch(text) is not None


def is_over_midnight(starts: str, ends: str) -> bool:
    """Whether an end before its start is of the next day: it is, if that is twelve hours away at the most."""
    return bool(starts and ends) and ends < starts and (minutes_between(starts, ends) or 0) > 0


def minutes_between(starts: str, ends: str) -> int | None:
    """Minutes from one kept time to another, which may be of the next day, up to twelve hours on; below zero
    if the end comes first all the same; None while one is open.
    """
    if not starts or not ends:
        return None
    first, last = (int(text[:2]) * 60 + int(text[3:]) for text in (starts, ends))
    minutes = last - first
    return minutes + _DAY if minutes + _DAY <= _LONGEST else minutes

# SPDX-License-Identifier: MIT
"""Days as the wall writes them: in the language of the windows, and never broken at the end of a line."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from walkthrough.export.calendar import day_words, short_day
from walkthrough.wording import Wording, current


def day_text(day: date | None) -> str:
    """A day such as "Dec 1, 2026" in one piece, or nothing."""
    return _short(current(), day) if day else ""


def long_day_text(day: date | None) -> str:
    """A day such as "December 1, 2026" in one piece, or nothing."""
    return _long(current(), day) if day else ""


@lru_cache(maxsize=256)
def _short(words: Wording, day: date) -> str:
    return short_day(words, day).replace(" ", "\xa0")


@lru_cache(maxsize=16)
def _long(words: Wording, day: date) -> str:
    return day_words(words, day).replace(" ", "\xa0")

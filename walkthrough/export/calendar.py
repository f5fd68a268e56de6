# SPDX-License-Identifier: MIT
"""Days and numbers as people write them in the language of a report."""

from __future__ import annotations

from datetime import date

from walkthrough.wording import Wording


def day_words(words: Wording, day: date | None) -> str:
    """A day such as "March 1, 2027", or nothing."""
    if day is None:
        return ""
    from babel.dates import format_date  # costs 6 ms at first use, so only reports pay for it

    return format_date(day, "long", locale=words.region)


def short_day(words: Wording, day: date | None) -> str:
    """A day such as "Mar 1, 2027", for tables, or nothing."""
    if day is None:
        return ""
    from babel.dates import format_date

    return format_date(day, "medium", locale=words.region)


def number_words(words: Wording, value: float | None) -> str:
    """A number with no more than two places, or a dash."""
    if value is None:
        return "–"
    if abs(value) < 1000 and value == int(value):
        return str(int(value))  # the same in each of our languages; others wait for Babel, once, at the start
    from babel.numbers import format_decimal

    return format_decimal(value, format="#,##0.##", locale=words.region)

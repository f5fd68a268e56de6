# SPDX-License-Identifier: MIT
"""Days of values, typed: they lie behind us, so "3/1" is the last first of March, not the coming one.

It must not know a value.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from walkthrough.model.rules.dates import read_day
from walkthrough.wording import current

_NEARLY_A_YEAR = timedelta(days=360)  # a span such as "2w" then ends on another day of the year


class PastDays:
    """Reads typed days as of today."""

    def __init__(self, today: Callable[[], date]) -> None:
        self._today = today

    def read(self, text: str) -> date | None:
        """Return the day that is meant; one without a year is the last such day."""
        today, language = self._today(), current().language
        coming = read_day(text, today, language=language)
        if coming is None or coming <= today or str(coming.year) in text:
            return coming
        last = read_day(text, today - _NEARLY_A_YEAR, language=language)
        if last is not None and (last.month, last.day) == (coming.month, coming.day):
            return last
        return coming

    def read_any(self, text: str) -> date | None:
        """Return the day that is meant, ahead of us or behind."""
        return read_day(text, self._today(), language=current().language)

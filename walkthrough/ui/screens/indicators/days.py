# SPDX-License-Identifier: MIT
"""Days of values, typed: they lie behind us, so "3/1" is the last first of March, not the coming one.

It must not know a value.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from walkthrough.model.rules.dates import read_day
from walkthrough.wording import current


class PastDays:
    """Reads typed days as of today."""

    def __init__(self, today: Callable[[], date]) -> None:
        self._today = today

    def read(self, text: str) -> date | None:
        """Return the day that is meant; one without a year is the last such day."""
        return read_day(text, self._today(), language=current().language, has_happened=True)

    def read_any(self, text: str) -> date | None:
        """Return the day that is meant, ahead of us or behind."""
        return read_day(text, self._today(), language=current().language)

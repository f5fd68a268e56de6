# SPDX-License-Identifier: MIT
"""What time it is, asked of one place so that tests can choose it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the moment and the local day."""

    def now(self) -> datetime:
        """This moment, in UTC."""
        ...

    def today(self) -> date:
        """The local calendar day."""
        ...


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        """This moment, in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """The local calendar day."""
        return datetime.now().astimezone().date()


class FixedClock:
    """A clock that stands still until it is set, for tests and for the sample workbook."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        """The moment it was set to, in UTC."""
        return self.moment.astimezone(UTC)

    def today(self) -> date:
        """The day of that moment, in its own zone."""
        return self.moment.date()

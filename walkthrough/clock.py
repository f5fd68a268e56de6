# SPDX-License-Identifier: MIT
"""What time it is: the one place that asks the machine, so that a test or a picture can stand still.

It must not know who asks, nor how a moment is written in a file or on a screen.
"""

from __future__ import annotations

from datetime import UTC, date, datetime


class Clock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Return this moment, aware, in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """Return the day on the wall calendar here."""
        return self.now().astimezone().date()


class StoppedClock(Clock):
    """A clock that shows what it was set to, for tests and pictures."""

    def __init__(self, moment: datetime) -> None:
        """Start at `moment`, which must be aware."""
        self.moment = moment

    def now(self) -> datetime:
        """Return the moment it was set to."""
        return self.moment

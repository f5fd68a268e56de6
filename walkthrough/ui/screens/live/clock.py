# SPDX-License-Identifier: MIT
"""The clock of a live meeting on screen: a timer, breaks, the pace. It signals; it never blocks or advances.

It must not know a widget nor a part of the agenda.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from walkthrough.model import Clock
from walkthrough.model.queries.live import LiveMeeting
from walkthrough.model.rules import pace
from walkthrough.model.rules.pace import Clockwork, Pace
from walkthrough.model.rules.times import is_over_midnight, minutes_between
from walkthrough.ui.wall.frame import WallClock

TICK_MS = 1000
BREAK_MINUTES = 10
TIMER_MINUTES = 5
"""Where neither the station nor the part says how long."""


@dataclass(frozen=True)
class Plan:
    """What is planned from here to the end of the meeting, in whole minutes.

    `here` is for the present part or station, `later` for all after it; `beside` are those of both that no
    station can have. `stations` counts the stations left, the present one among them.
    """

    here: int = 0
    later: int = 0
    beside: int = 0
    stations: int = 0


class LiveClock(QObject):
    """Holds the Clockwork and tells every second how it stands."""

    ticked = Signal()
    """A second has passed, or something was done to the clock: show it again."""
    changed = Signal()
    """Something was done to the clock: it is to be kept."""

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self.now = Clockwork(clock.now())
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.ticked)

    def run(self, clockwork: Clockwork) -> None:
        """Take over a clock and let it run."""
        self.now = clockwork
        self._timer.start()
        self.ticked.emit()

    def halt(self) -> None:
        """Tell no more seconds."""
        self._timer.stop()

    def reach(self) -> None:
        """Another part or station was reached; a timer that is over goes with the one before."""
        now = self._clock.now()
        reached = msgspec.structs.replace(self.now, part_began=now)
        if pace.timer_seconds(reached, now) == 0:
            reached = pace.stop_timer(reached)
        self._use(reached)

    def end_at(self, ends: datetime | None) -> None:
        """The meeting is to end at another moment."""
        if ends != self.now.ends:
            self._use(msgspec.structs.replace(self.now, ends=ends))

    def toggle_timer(self, minutes: int) -> None:
        """Start a timer of so many minutes, pause it, let it go on; one that is over starts anew."""
        now = self._clock.now()
        left = pace.timer_seconds(self.now, now)
        if not left:
            self._use(pace.start_timer(self.now, now, minutes))
        elif pace.timer_runs(self.now):
            self._use(pace.pause_timer(self.now, now))
        else:
            self._use(pace.resume_timer(self.now, now))

    def add_minute(self) -> None:
        """One minute more for the break or the timer."""
        self._use(pace.add_minute(self.now, self._clock.now()))

    def toggle_break(self, minutes: int = BREAK_MINUTES) -> None:
        """Begin a break, or go on after it."""
        now = self._clock.now()
        ended = self.in_break
        self._use(pace.end_break(self.now, now) if ended else pace.begin_break(self.now, now, minutes))

    @property
    def in_break(self) -> bool:
        """Whether there is a break now."""
        return self.now.break_began is not None

    def timer_left(self) -> int | None:
        """Seconds of the timer, or of the break; None without both."""
        now = self._clock.now()
        return pace.break_left(self.now, now) if self.in_break else pace.timer_seconds(self.now, now)

    def runs(self) -> bool:
        """Whether a timer is on and not paused."""
        return pace.timer_runs(self.now)

    def on_wall(self) -> WallClock | None:
        """Return what the room sees of it."""
        left = self.timer_left()
        if left is None:
            return None
        if self.in_break:
            return WallClock("break", left)
        return WallClock("timer" if self.runs() else "paused", left)

    def pace(self, plan: Plan) -> Pace:
        """Say whether there is time for what is left of a plan."""
        now = self._clock.now()
        spent = pace.part_seconds(self.now, now) // 60
        left = max(plan.here - spent, 0) + plan.later
        return pace.pace(self.now, now, left, plan.stations, plan.beside)

    def _use(self, clockwork: Clockwork) -> None:
        self.now = clockwork
        self.changed.emit()
        self.ticked.emit()


def begun(meeting: LiveMeeting, agenda_minutes: int, clock: Clock) -> Clockwork:
    """Return the clock of a meeting that goes live now. A meeting held on another day than planned, or begun
    after its end, gets the length that was planned.
    """
    now, today = clock.now(), clock.today()
    ends = end_of(meeting, meeting.day)
    if ends is not None and (meeting.day > today or ends <= now):
        planned = max(minutes_between(meeting.starts, meeting.ends) or 0, 0) or agenda_minutes
        ends = now + timedelta(minutes=planned) if planned > 0 else None
    return Clockwork(now, ends, part_began=now)


def end_of(meeting: LiveMeeting, day: date) -> datetime | None:
    """Return the moment a meeting is to end that begins on this day, which may be on the next one; None if
    nobody said when.
    """
    if not meeting.ends:
        return None
    if is_over_midnight(meeting.starts, meeting.ends):
        day += timedelta(days=1)
    hour, minute = int(meeting.ends[:2]), int(meeting.ends[3:])
    local = datetime(day.year, day.month, day.day, hour, minute, tzinfo=_zone(meeting.zone))
    return local.astimezone(UTC)


def end_now(meeting: LiveMeeting, clock: Clock) -> datetime | None:
    """Return the moment a meeting that is live is to end: past midnight too it is that of the night it began
    in; None if nobody said when.
    """
    now, today = clock.now(), clock.today()
    last_night = end_of(meeting, today - timedelta(days=1))
    return last_night if last_night is not None and last_night > now else end_of(meeting, today)


def _zone(name: str) -> tzinfo | None:
    """The zone of that name; for a name nobody knows, the computer's own (None)."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None

# SPDX-License-Identifier: MIT
"""The walk laid out for a live meeting: today's stations, with the minutes that each has and has had.

It reads the workbook and shows it; it never writes.
"""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Qt

from walkthrough.model.queries.live import stations_today
from walkthrough.model.queries.walk import StationPage, StationRow, WalkHead
from walkthrough.ui.walking.station_list import TO_SORT
from walkthrough.ui.walking.station_view import StationView
from walkthrough.ui.walking.walk_desk import WalkDesk
from walkthrough.ui.widgets.buttons import Button
from walkthrough.wording import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from walkthrough.ui.screen import Desk
    from walkthrough.ui.screens.live.walk_side import WalkSide
    from walkthrough.ui.walking.capture_line import CaptureLine


class StationTimes:
    """How long the room has been at each station, in seconds."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._spent: Counter[str] = Counter()
        self._at, self._since = "", now()

    def go(self, station_id: str) -> None:
        """The room is at another station from now on, or at none."""
        now = self._now()
        self._spent[self._at] += max(0, int((now - self._since).total_seconds()))
        self._at, self._since = station_id, now

    def minutes(self, station_id: str) -> int:
        """Return the whole minutes spent at a station so far."""
        running = (self._now() - self._since).total_seconds() if station_id == self._at else 0
        return int(self._spent[station_id] + max(0, running)) // 60


class TodayDesk(WalkDesk):
    """A walk in a meeting: the stations chosen for today, or all of them where none was chosen."""

    def __init__(self, desk: Desk, line: CaptureLine, side: WalkSide) -> None:
        self.meeting_id, self._also = "", set[str]()
        self.times = StationTimes(desk.clock.now)
        self.side = side
        super().__init__(desk, line, StationView(side.panel, side, side.family), keeps_line=False)
        self.drafts_of = "live"
        self.to_map = Button(N_("Map"), "plain", sign="overview", keys="F4", name="live_map")
        self.to_map.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.to_map.clicked.connect(self.toggle_map)
        self.add_below_list(self.to_map)

    def read_stations(self, walk: WalkHead) -> tuple[StationRow, ...]:
        """Read today's stations in today's order, each with today's minutes."""
        every = {row.id: row for row in super().read_stations(walk)}
        chosen = self._desk.workbook.read(stations_today, self.meeting_id)
        today = tuple(
            msgspec.structs.replace(every[one.station_id], minutes=one.minutes)
            for one in chosen
            if one.station_id in every
        )
        known = {row.id for row in today}
        more = tuple(row for key, row in every.items() if key in self._also - known)
        return today + more if today else tuple(every.values())

    def go(self, station_id: str) -> None:
        """Go to a station; one that is not on for today, from the map, joins the others."""
        unknown = station_id not in (TO_SORT, *(row.id for row in self.stations))
        if station_id and unknown and self.walk is not None:
            self._also.add(station_id)
            self.stations = self.read_stations(self.walk)
            self.show_walk(self.walk)
        super().go(station_id)

    def first_place(self, names: dict[str, str]) -> str:
        """Return the first station of today."""
        return next(iter(names), "")

    def tell_place(self, page: StationPage) -> None:
        """Show what the presenter has beside the station, and its minutes."""
        self.side.follow(page)
        self.times.go(page.id)
        self.tell_minutes()

    def tell_minutes(self) -> None:
        """Say how many of its minutes the station has had."""
        at = next((n for n, row in enumerate(self.stations) if row.id == self.place), None)
        if at is None or self.place == TO_SORT:
            return
        row, many = self.stations[at], len(self.stations)

        def words() -> str:
            spent = self.times.minutes(row.id)
            minutes = ngettext("{spent} of {n} minute", "{spent} of {n} minutes", row.minutes)
            here = _("{n} of {many}").format(n=at + 1, many=many)
            return f"{here}  ·  {minutes.format(spent=spent, n=row.minutes)}"

        self.station.where.set_words(words)

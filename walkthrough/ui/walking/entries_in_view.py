# SPDX-License-Identifier: MIT
"""The entries of the place in view, page by page; one that was just written goes on top without reading.

It must not know the stations nor the map.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from walkthrough.model.queries.entries import EntryRow, StationEntries, entries_at, entries_to_sort
from walkthrough.model.rules.lane_tags import LaneTag
from walkthrough.ui.walking.station_view import StationView
from walkthrough.ui.widgets.row_model import PAGE
from walkthrough.wording import N_

if TYPE_CHECKING:
    from walkthrough.ui.screen import Desk

_EMPTY = N_("What works well here?")


class EntriesInView:
    """Fills the list of a StationView. `oldest_first` is the order in which things were said."""

    def __init__(self, desk: Desk, view: StationView) -> None:
        self._desk, self._view = desk, view
        self._station_id = ""
        self._first: StationEntries | None = None
        self.safe, self.oldest_first = True, False

    def show_station(self, station_id: str, lane: LaneTag | None) -> None:
        """Read and show a station's entries; with a lane only that lane's."""
        read, lane_id = self._desk.workbook.read, lane.id if lane else None
        first = read(entries_at, station_id, 0, PAGE, lane_id=lane_id)
        others = read(entries_at, station_id, 0, 1).total - first.total if lane else 0
        self._station_id, self._first = station_id, None if lane or self.oldest_first else first
        fetch = partial(self._fetch, station_id, lane_id, first.rows)
        if self.oldest_first:
            fetch = partial(self._fetch_as_said, station_id, lane_id, first.total)
        empty = N_("Nothing in this lane yet. Shift+F4 shows all lanes.") if others else _EMPTY
        self._view.show_lane(lane.short if lane else "", others)
        self._view.show_entries(first.total, fetch, safe=self.safe, empty=empty)

    def show_sorting(self, walk_id: str, many: int) -> None:
        """Show what is still to sort."""
        self._first = None
        fetch = partial(self._desk.workbook.read, entries_to_sort, walk_id)
        self._view.show_sorting(many)
        self._view.show_entries(many, fetch, safe=self.safe, empty=N_("Everything has its lane."))

    def took_in(self, row: EntryRow | None) -> bool:
        """Show an entry that was just written without reading the others; False if they must be read.

        One that was done again is not the newest, and has its place further down.
        """
        first = self._first
        if row is None or first is None or (first.rows and row.number < first.rows[0].number):
            return False
        if row.station_id == self._station_id:
            totals = first.totals | {row.kind: first.totals.get(row.kind, 0) + 1}
            self._first = first = StationEntries((row, *first.rows[: PAGE - 1]), totals)
            fetch = partial(self._fetch, self._station_id, None, first.rows)
            self._view.show_entries(first.total, fetch, safe=self.safe, empty=_EMPTY)
        return True

    def _fetch(
        self, station_id: str, lane_id: str | None, first: tuple[EntryRow, ...], offset: int, limit: int
    ) -> tuple[EntryRow, ...]:
        if offset == 0 and limit == PAGE:
            return first
        return self._desk.workbook.read(entries_at, station_id, offset, limit, lane_id=lane_id).rows

    def _fetch_as_said(
        self, station_id: str, lane_id: str | None, total: int, offset: int, limit: int
    ) -> tuple[EntryRow, ...]:
        start = max(total - offset - limit, 0)
        many = max(total - offset - start, 0)
        found = self._desk.workbook.read(entries_at, station_id, start, many, lane_id=lane_id).rows
        return tuple(reversed(found))

# SPDX-License-Identifier: MIT
"""A walk's counts kept up from what a step changed, so that an entry does not make all of them be read again.

The same figures as stations() and count_to_sort() (a test holds it). It knows no connection.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import msgspec

from walkthrough.model.changes import ChangeSet, Image
from walkthrough.model.queries.walk import StationRow
from walkthrough.model.words import Kind


class WalkTally(msgspec.Struct, frozen=True, gc=False):
    """The stations of one walk with what was said there, and how many findings are still to sort."""

    stations: tuple[StationRow, ...]
    to_sort: int

    def after(self, changes: ChangeSet, walk_id: str) -> WalkTally:
        """How it stands after a step that changed entries but no station."""
        at: Counter[tuple[str, str]] = Counter()
        to_sort = self.to_sort
        for finding, by in _findings(changes):
            if finding["station_id"] is not None:
                at[finding["station_id"], finding["kind"]] += by
            if finding["walk_id"] == walk_id and None in (finding["station_id"], finding["lane_id"]):
                to_sort += by
        return WalkTally(tuple(_counted(station, at) for station in self.stations), to_sort)


def _findings(changes: ChangeSet) -> Iterator[tuple[Image, int]]:
    """Each finding as it was (-1) and as it is (+1)."""
    for change in changes.changes:
        if change.table == "finding":
            yield from ((image, by) for image, by in ((change.old, -1), (change.new, 1)) if image)


def _counted(station: StationRow, at: Counter[tuple[str, str]]) -> StationRow:
    barriers, practices = at[station.id, Kind.BARRIER], at[station.id, Kind.PRACTICE]
    if not barriers and not practices:
        return station
    return msgspec.structs.replace(
        station, barriers=station.barriers + barriers, practices=station.practices + practices
    )

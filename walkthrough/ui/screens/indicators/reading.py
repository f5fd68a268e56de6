# SPDX-License-Identifier: MIT
"""What the indicators page shows at one moment. While the room can see, only what may leave is read.

It must not know a widget.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from walkthrough.export.terms import HELD
from walkthrough.model import Workbook
from walkthrough.model.queries.indicators import (
    IndicatorRow,
    indicators,
    indicators_to_share,
    threshold_of,
)
from walkthrough.model.queries.partners import PartnerRow, partners
from walkthrough.model.queries.plan import GoalRow, goals
from walkthrough.wording import _


@dataclass(frozen=True)
class IndicatorReading:
    """The rows of the page."""

    goals: tuple[GoalRow, ...] = ()
    indicators: tuple[IndicatorRow, ...] = ()
    partners: tuple[PartnerRow, ...] = ()
    threshold: int = 0

    def indicator(self, key: str) -> IndicatorRow | None:
        """Return an indicator by its key."""
        return next((row for row in self.indicators if row.id == key), None)

    def goal(self, key: str) -> GoalRow | None:
        """Return a goal by its key."""
        return next((row for row in self.goals if row.id == key), None)

    def grouped(self) -> Iterator[tuple[GoalRow | None, tuple[IndicatorRow, ...]]]:
        """Give each goal with its indicators, then the indicators without a goal."""
        for goal in self.goals:
            yield goal, tuple(row for row in self.indicators if row.goal_id == goal.id)
        if rest := tuple(row for row in self.indicators if row.goal_id is None):
            yield None, rest

    def places_to_move(self, key: str, way: int) -> int:
        """Return by how many places of all indicators one moves to pass its neighbour under the same goal."""
        for _goal, rows in self.grouped():
            ids = [row.id for row in rows]
            if key in ids:
                return way if 0 <= ids.index(key) + way < len(ids) else 0
        return 0


def read_indicators(workbook: Workbook, safe: bool) -> IndicatorReading:
    """Read the page; `safe` says that the room can see."""
    rows = workbook.read(indicators_to_share if safe else indicators)
    return IndicatorReading(
        goals=workbook.read(goals),
        indicators=rows,
        partners=workbook.read(partners),
        threshold=workbook.read(threshold_of),
    )


def as_shown(row: IndicatorRow, safe: bool) -> IndicatorRow:
    """Return an indicator with its own words left out where they are held and the room can see."""
    if not (safe and row.held):
        return row
    points = tuple(msgspec.structs.replace(point, note="") for point in row.points)
    return msgspec.structs.replace(row, name=_(HELD), definition="", source="", points=points)

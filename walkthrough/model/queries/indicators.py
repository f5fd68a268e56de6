# SPDX-License-Identifier: MIT
"""Indicators with their points: what the presenter sees, and what may leave (small counts hidden)."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, func, select

from walkthrough.model.queries.rows import frozen
from walkthrough.model.rules.counts import DEFAULT_THRESHOLD, is_small, share_tells_small
from walkthrough.model.rules.runs import Reading, read_run
from walkthrough.model.schema import Collaborative, Goal, Indicator, Partner, Point
from walkthrough.model.words import Better, Certainty

_PER_HUNDRED = ("%", "percent", "per cent", "por ciento", "porcent")
"""How people write a unit that makes a value a share of its families."""


class PointRow(msgspec.Struct, frozen=True, gc=False):
    """One value on one day. `value` is None where it may not be shown."""

    id: str
    day: date
    value: float | None
    of_families: int | None
    certainty: Certainty
    note: str


class IndicatorRow(msgspec.Struct, frozen=True, gc=False):
    """An indicator with its points in order of time. `owner` is for paper."""

    id: str
    number: int
    name: str
    definition: str
    source: str
    owner: str
    owner_partner_id: str | None
    partner: str
    unit: str
    better: Better
    counts_families: bool
    how_often: str
    baseline: float | None
    baseline_on: date | None
    target: float | None
    target_on: date | None
    goal_id: str | None
    goal: str
    held: bool
    points: tuple[PointRow, ...] = ()
    baseline_hidden: bool = False

    @property
    def current(self) -> PointRow | None:
        """The newest point."""
        return self.points[-1] if self.points else None

    @property
    def reading(self) -> Reading:
        """What the rules of run charts see in the points."""
        return read_run([point.value for point in self.points])


def _indicators() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Indicator.id,
            Indicator.number,
            Indicator.name,
            Indicator.definition,
            Indicator.source,
            Indicator.owner,
            Indicator.owner_partner_id,
            func.coalesce(Partner.name, ""),
            Indicator.unit,
            Indicator.better,
            Indicator.counts_families,
            Indicator.how_often,
            Indicator.baseline,
            Indicator.baseline_on,
            Indicator.target,
            Indicator.target_on,
            Indicator.goal_id,
            func.coalesce(Goal.text, ""),
            Indicator.held,
        )
        .outerjoin(Partner, Partner.id == Indicator.owner_partner_id)
        .outerjoin(Goal, Goal.id == Indicator.goal_id)
    )


def _points(connection: Connection, *where: Any) -> dict[str, tuple[PointRow, ...]]:
    rows = connection.execute(
        select(
            Point.indicator_id,
            Point.id,
            Point.day,
            Point.value,
            Point.of_families,
            Point.certainty,
            Point.note,
        )
        .where(*where)
        .order_by(Point.day, Point.id)
    )
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for indicator, *point in rows:
        found[indicator].append(point)
    return {indicator: frozen(PointRow, points) for indicator, points in found.items()}


def indicators(connection: Connection) -> tuple[IndicatorRow, ...]:
    """Every indicator by goal and place, with all its points: for the presenter's window."""
    points = _points(connection)
    rows = connection.execute(
        _indicators().order_by(Goal.pos.is_(None), Goal.pos, Indicator.pos, Indicator.number)
    )
    return frozen(IndicatorRow, ((*row, points.get(row[0], ())) for row in rows))


def indicator(connection: Connection, key: str) -> IndicatorRow | None:
    """One indicator, or None where it is gone."""
    row = connection.execute(_indicators().where(Indicator.id == key)).one_or_none()
    if row is None:
        return None
    return frozen(IndicatorRow, [(*row, _points(connection, Point.indicator_id == key).get(key, ()))])[0]


def threshold_of(connection: Connection) -> int:
    """Below which number of families this collaborative hides counts."""
    found = connection.execute(select(Collaborative.hide_counts_below)).scalar()
    return DEFAULT_THRESHOLD if found is None else found


def may_leave(row: IndicatorRow, threshold: int) -> IndicatorRow:
    """The indicator as it may be shown outside the presenter's window: small counts of families are gone.

    Of how many families a value was taken never leaves where it, or what it and the value together tell, is
    small: 90 of 95 says that five did not, and half of twelve says six.
    """
    hides = row.counts_families
    points = tuple(
        msgspec.structs.replace(
            point,
            value=None if hides and is_small(point.value, threshold) else point.value,
            of_families=point.of_families if hides and _base_may_leave(point, row.unit, threshold) else None,
        )
        for point in row.points
    )
    hidden = hides and is_small(row.baseline, threshold)
    return msgspec.structs.replace(
        row, points=points, baseline=None if hidden else row.baseline, baseline_hidden=hidden
    )


def _base_may_leave(point: PointRow, unit: str, threshold: int) -> bool:
    value, base = point.value, point.of_families
    if value is None or base is None or is_small(value, threshold):
        return False
    if any(sign in unit.casefold() for sign in _PER_HUNDRED) and share_tells_small(value, base, threshold):
        return False
    return not is_small(base, threshold) and not is_small(abs(base - value), threshold)


def indicators_to_share(connection: Connection) -> tuple[IndicatorRow, ...]:
    """Every indicator as it may be on the wall and on paper."""
    threshold = threshold_of(connection)
    return tuple(may_leave(row, threshold) for row in indicators(connection))

# SPDX-License-Identifier: MIT
"""Goals, indicators and their points."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from walkthrough.model.commands.base import Deed, change, end_of, found, said, swap_places, take_number
from walkthrough.model.errors import Refused
from walkthrough.model.schema import Goal, Indicator, Point, new_id

GOAL_COLUMNS = frozenset({"text", "strategy", "budget", "in_kind", "held"})
INDICATOR_COLUMNS = frozenset(
    {
        "name",
        "definition",
        "source",
        "owner",
        "owner_partner_id",
        "goal_id",
        "station_id",
        "lane_id",
        "meeting_id",
        "unit",
        "better",
        "counts_families",
        "how_often",
        "baseline",
        "baseline_on",
        "target",
        "target_on",
        "held",
        "private_note",
    }
)
POINT_COLUMNS = frozenset({"day", "value", "of_families", "certainty", "note"})


def _finite(values: dict[str, Any], *names: str) -> None:
    for name in names:
        value = values.get(name)
        if value is not None and not math.isfinite(value):
            raise Refused("number_wrong", field=name)


@dataclass(frozen=True)
class AddGoal(Deed):
    """What the collaborative wants for families."""

    text: str
    values: dict[str, Any] = field(default_factory=dict)
    id: str = field(default_factory=new_id)

    def apply(self, session: Session) -> None:
        """Write it after the others."""
        goal = Goal(id=self.id, text=said(self.text, "text"), pos=end_of(session, Goal))
        change(goal, self.values, GOAL_COLUMNS)
        session.add(goal)


@dataclass(frozen=True)
class EditGoal(Deed):
    """Change columns of a goal."""

    id: str
    values: dict[str, Any]

    def apply(self, session: Session) -> None:
        """Write the given columns."""
        if "text" in self.values:
            said(self.values["text"], "text")
        change(found(session, Goal, self.id), self.values, GOAL_COLUMNS)


@dataclass(frozen=True)
class MoveGoal(Deed):
    """Move a goal up (-1, -2 ...) or down (+1, +2 ...) so many places."""

    id: str
    by: int

    def apply(self, session: Session) -> None:
        """Deal the places anew."""
        swap_places(session, session.scalars(select(Goal).order_by(Goal.pos)).all(), self.id, self.by)


@dataclass(frozen=True)
class RemoveGoal(Deed):
    """Take a goal away; its indicators and next steps stay, without a goal."""

    id: str

    def apply(self, session: Session) -> None:
        """Delete it."""
        session.delete(found(session, Goal, self.id))


@dataclass(frozen=True)
class AddIndicator(Deed):
    """A new measure; `values` are further columns."""

    name: str
    values: dict[str, Any] = field(default_factory=dict)
    id: str = field(default_factory=new_id)
    made_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    _facts: dict[str, Any] = field(default_factory=dict, compare=False)

    def apply(self, session: Session) -> None:
        """Write and number it."""
        _finite(self.values, "baseline", "target")
        row = Indicator(
            id=self.id,
            name=said(self.name, "name"),
            number=take_number(session),
            pos=end_of(session, Indicator),
            made_at=self.made_at,
        )
        change(row, self.values, INDICATOR_COLUMNS)
        session.add(row)
        self._facts.update(number=row.number)

    def facts(self) -> dict[str, Any]:
        """The number it was given."""
        return dict(self._facts)


@dataclass(frozen=True)
class EditIndicator(Deed):
    """Change columns of an indicator."""

    id: str
    values: dict[str, Any]
    _facts: dict[str, Any] = field(default_factory=dict, compare=False)

    def apply(self, session: Session) -> None:
        """Write the given columns; its name may not become empty."""
        _finite(self.values, "baseline", "target")
        if "name" in self.values:
            said(self.values["name"], "name")
        row = found(session, Indicator, self.id)
        change(row, self.values, INDICATOR_COLUMNS)
        self._facts.update(number=row.number)

    def facts(self) -> dict[str, Any]:
        """Its number."""
        return dict(self._facts)


@dataclass(frozen=True)
class MoveIndicator(Deed):
    """Move an indicator up (-1, -2 ...) or down (+1, +2 ...) so many places among all of them."""

    id: str
    by: int

    def apply(self, session: Session) -> None:
        """Deal the places anew."""
        rows = session.scalars(select(Indicator).order_by(Indicator.pos, Indicator.number)).all()
        swap_places(session, rows, self.id, self.by)


@dataclass(frozen=True)
class RemoveIndicator(Deed):
    """Take an indicator away with its points (Undo brings it back)."""

    id: str
    _facts: dict[str, Any] = field(default_factory=dict, compare=False)

    def apply(self, session: Session) -> None:
        """Delete it."""
        row = found(session, Indicator, self.id)
        self._facts.update(number=row.number)
        session.delete(row)

    def facts(self) -> dict[str, Any]:
        """The number it had."""
        return dict(self._facts)


@dataclass(frozen=True)
class RecordPoint(Deed):
    """One value of an indicator on one day; a second value for the same day replaces the first."""

    indicator_id: str
    day: date
    value: float
    values: dict[str, Any] = field(default_factory=dict)
    id: str = field(default_factory=new_id)
    _facts: dict[str, Any] = field(default_factory=dict, compare=False)

    def apply(self, session: Session) -> None:
        """Write the point.

        Raises:
            Refused: number_wrong where the value is not a finite number.
        """
        _finite({"value": self.value}, "value")
        indicator = found(session, Indicator, self.indicator_id)
        here = select(Point).where(Point.indicator_id == self.indicator_id, Point.day == self.day)
        row = session.scalar(here) or Point(id=self.id, indicator_id=self.indicator_id, day=self.day)
        row.value = float(self.value)
        change(row, self.values, POINT_COLUMNS)
        session.add(row)
        self._facts.update(number=indicator.number)

    def facts(self) -> dict[str, Any]:
        """The indicator's number."""
        return dict(self._facts)


@dataclass(frozen=True)
class EditPoint(Deed):
    """Change a point."""

    id: str
    values: dict[str, Any]

    def apply(self, session: Session) -> None:
        """Write the given columns."""
        _finite(self.values, "value")
        change(found(session, Point, self.id), self.values, POINT_COLUMNS)


@dataclass(frozen=True)
class RemovePoint(Deed):
    """Take a point away."""

    id: str

    def apply(self, session: Session) -> None:
        """Delete it."""
        session.delete(found(session, Point, self.id))

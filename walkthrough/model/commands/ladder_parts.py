# SPDX-License-Identifier: MIT
"""The dimensions and criteria of a ladder that may be changed: added, worded, moved, taken out.

A code stays with its row through every version, so that an unchanged statement keeps its answer. It must not
know a check's answers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from walkthrough.model.commands.base import Deed, change, end_of, found, said, swap_places
from walkthrough.model.commands.ladder_rows import changeable, own_code
from walkthrough.model.errors import Refused
from walkthrough.model.schema import Criterion, Dimension, Stage, new_id

DIMENSION_COLUMNS = frozenset({"name", "short", "about"})
CRITERION_COLUMNS = frozenset({"text", "example"})


@dataclass(frozen=True)
class AddDimension(Deed):
    """Put a dimension at the end of a ladder. `values` are columns of `DIMENSION_COLUMNS`."""

    ladder_id: str
    name: str
    values: dict[str, Any] = field(default_factory=dict)
    id: str = field(default_factory=new_id)

    def apply(self, session: Session) -> None:
        """Write it, without criteria.

        Raises:
            Refused: gone, ladder_used, ladder_shipped; text_missing (facts: field).
        """
        changeable(session, self.ladder_id)
        row = Dimension(
            id=self.id,
            ladder_id=self.ladder_id,
            pos=end_of(session, Dimension, ladder_id=self.ladder_id),
            code=own_code(self.id),
            name=said(self.name, "name"),
        )
        change(row, self.values, DIMENSION_COLUMNS)
        session.add(row)

    def facts(self) -> dict[str, Any]:
        """The ladder and the dimension."""
        return {"ladder_id": self.ladder_id, "dimension_id": self.id}


@dataclass(frozen=True)
class EditDimension(Deed):
    """Change what a dimension is called. `values` are columns of `DIMENSION_COLUMNS`."""

    dimension_id: str
    values: dict[str, Any]

    def apply(self, session: Session) -> None:
        """Write the given columns.

        Raises:
            Refused: gone, ladder_used, ladder_shipped; text_missing (facts: field).
        """
        row = _dimension(session, self.dimension_id)
        change(row, self.values, DIMENSION_COLUMNS)
        said(row.name, "name")

    def facts(self) -> dict[str, Any]:
        """The dimension."""
        return {"dimension_id": self.dimension_id}


@dataclass(frozen=True)
class MoveDimension(Deed):
    """Move a dimension so many places down its ladder, or up (below 0)."""

    dimension_id: str
    by: int

    def apply(self, session: Session) -> None:
        """Deal the places anew.

        Raises:
            Refused: gone, ladder_used, ladder_shipped.
        """
        row = _dimension(session, self.dimension_id)
        query = select(Dimension).filter_by(ladder_id=row.ladder_id).order_by(Dimension.pos, Dimension.id)
        swap_places(session, session.scalars(query).all(), row.id, self.by)

    def facts(self) -> dict[str, Any]:
        """The dimension."""
        return {"dimension_id": self.dimension_id}


@dataclass(frozen=True)
class RemoveDimension(Deed):
    """Take a dimension out with its criteria (Undo brings it back)."""

    dimension_id: str

    def apply(self, session: Session) -> None:
        """Delete it.

        Raises:
            Refused: gone, ladder_used, ladder_shipped.
        """
        session.delete(_dimension(session, self.dimension_id))

    def facts(self) -> dict[str, Any]:
        """The dimension."""
        return {"dimension_id": self.dimension_id}


@dataclass(frozen=True)
class AddCriterion(Deed):
    """Write a statement for a stage of a dimension, after those that stand there."""

    dimension_id: str
    stage: int
    text: str
    example: str = ""
    id: str = field(default_factory=new_id)

    def apply(self, session: Session) -> None:
        """Write it.

        Raises:
            Refused: gone, ladder_used, ladder_shipped; text_missing (facts: field); stage_unknown (facts:
                field, stage).
        """
        dimension = _dimension(session, self.dimension_id)
        if not 1 <= self.stage <= _many_stages(session, dimension.ladder_id):
            raise Refused("stage_unknown", field="stage", stage=self.stage)
        row = Criterion(
            id=self.id,
            dimension_id=self.dimension_id,
            stage=self.stage,
            pos=end_of(session, Criterion, dimension_id=self.dimension_id),
            code=own_code(self.id),
            text=said(self.text, "text"),
        )
        row.example = self.example.strip()
        session.add(row)

    def facts(self) -> dict[str, Any]:
        """The dimension and the stage."""
        return {"dimension_id": self.dimension_id, "stage": self.stage}


@dataclass(frozen=True)
class EditCriterion(Deed):
    """Word a statement or its example anew. `values` are columns of `CRITERION_COLUMNS`."""

    criterion_id: str
    values: dict[str, Any]
    _facts: dict[str, Any] = field(default_factory=dict, compare=False)

    def apply(self, session: Session) -> None:
        """Write the given columns.

        Raises:
            Refused: gone, ladder_used, ladder_shipped; text_missing (facts: field).
        """
        row = _criterion(session, self.criterion_id)
        change(row, self.values, CRITERION_COLUMNS)
        said(row.text, "text")
        self._facts.update(dimension_id=row.dimension_id, stage=row.stage)

    def facts(self) -> dict[str, Any]:
        """The dimension and the stage."""
        return dict(self._facts)


@dataclass(frozen=True)
class MoveCriterion(Deed):
    """Move a statement down (1) or up (-1): past the one beside it, or on to the stage after or before.

    Nothing happens above the first stage and below the last.
    """

    criterion_id: str
    by: int
    _facts: dict[str, Any] = field(default_factory=dict, compare=False)

    def apply(self, session: Session) -> None:
        """Write place and stage.

        Raises:
            Refused: gone, ladder_used, ladder_shipped.
        """
        row = _criterion(session, self.criterion_id)
        order = _in_order(session, row.dimension_id)
        here, way = order.index(row), 1 if self.by > 0 else -1
        beside = order[here + way] if 0 <= here + way < len(order) else None
        if beside is not None and beside.stage == row.stage:
            order.insert(here + way, order.pop(here))
        else:
            dimension = found(session, Dimension, row.dimension_id)
            row.stage = min(max(row.stage + way, 1), _many_stages(session, dimension.ladder_id))
        for pos, one in enumerate(order):
            one.pos = pos
        self._facts.update(dimension_id=row.dimension_id, stage=row.stage)

    def facts(self) -> dict[str, Any]:
        """The dimension, and the stage where the statement stands now."""
        return dict(self._facts)


@dataclass(frozen=True)
class RemoveCriterion(Deed):
    """Take a statement out (Undo brings it back)."""

    criterion_id: str
    _facts: dict[str, Any] = field(default_factory=dict, compare=False)

    def apply(self, session: Session) -> None:
        """Delete it.

        Raises:
            Refused: gone, ladder_used, ladder_shipped.
        """
        row = _criterion(session, self.criterion_id)
        self._facts.update(dimension_id=row.dimension_id, stage=row.stage)
        session.delete(row)

    def facts(self) -> dict[str, Any]:
        """The dimension and the stage."""
        return dict(self._facts)


def _dimension(session: Session, key: str) -> Dimension:
    row = found(session, Dimension, key)
    changeable(session, row.ladder_id)
    return row


def _criterion(session: Session, key: str) -> Criterion:
    row = found(session, Criterion, key)
    _dimension(session, row.dimension_id)
    return row


def _in_order(session: Session, dimension_id: str) -> list[Criterion]:
    query = select(Criterion).filter_by(dimension_id=dimension_id)
    return list(session.scalars(query.order_by(Criterion.stage, Criterion.pos, Criterion.id)))


def _many_stages(session: Session, ladder_id: str) -> int:
    return session.scalar(select(func.count(Stage.id)).filter_by(ladder_id=ladder_id)) or 0

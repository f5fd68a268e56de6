# SPDX-License-Identifier: MIT
"""The sample workbook with a unique mark planted in everything that must not leave, or not reach the wall.

It goes by the schema's privacy classes alone, so a column added tomorrow is planted without a change here.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Integer, Table, Text, func, select, update
from sqlalchemy.orm import Session

from walkthrough.model.commands.base import Deed, take_number
from walkthrough.model.journal import journaled_tables
from walkthrough.model.schema import CriterionAnswer, FamilyCount, Indicator, Point, Station
from walkthrough.model.schema.base import Choice, Day, Json, Moment, Privacy, new_id
from walkthrough.model.workbook import Workbook

YEAR, PAPER_YEAR = 1873, 1874
"""Private moments are planted in the one year, days for paper in the other."""
NOT_WORDS = {"category", "due_words", "how_often", "number", "pos", "unit"}
"""Columns of a held row that hold a code or a unit, not the words that were held back."""


@dataclass(frozen=True)
class Planted:
    """Where it lies, and what was planted in it, by `table.column`."""

    path: Path
    private: dict[str, str]
    paper: dict[str, str]
    held: dict[str, str]


def plant(path: Path, small: tuple[int, int] = (3, 7), families: int = 4, place: int = 0) -> Planted:
    """Plant a mark in every row of every private and paper column, one held row in every table that can hold
    one, and small counts: `small` are two points of an indicator that counts families, `families` a number of
    lost ones. Private links and choices, which can hold no mark, are all set to the one at `place` among
    those that they can be.
    """
    private, paper, held = (_marks(Privacy.PRIVATE), _marks(Privacy.PAPER), _held_marks())
    book = Workbook.open(path)
    try:
        book.do(FillGaps())
        book.do(PlantColumns({**private, **paper}))
        book.do(PlantHeld(held))
        book.do(PlantSmall(small, families))
        book.do(PlantUnmarked(place))
        book.settle()
    finally:
        book.close()
    return Planted(path, private, paper, held)


def _columns() -> list[Column[Any]]:
    return [column for table in journaled_tables() for column in table.columns]


def _mark(start: str, column: Column[Any]) -> str:
    return f"{start}{column.table.name}{column.name}".replace("_", "")


def _is_text(column: Column[Any]) -> bool:
    return isinstance(column.type, Text) and not column.foreign_keys and not column.primary_key


def _marks(privacy: Privacy) -> dict[str, str]:
    chosen = [column for column in _columns() if column.info["privacy"] == privacy]
    return {str(column): _mark(f"zq{privacy}", column) for column in chosen if _is_text(column)}


def _held_marks() -> dict[str, str]:
    words = [
        column
        for column in _columns()
        if "held" in column.table.c and _is_text(column) and column.info["privacy"] == Privacy.ROOM
    ]
    return {str(c): _mark("zqheld", c) for c in words if c.name not in NOT_WORDS}


def planted_columns() -> set[str]:
    """Every column of the class private, as `table.column`."""
    return {str(column) for column in _columns() if column.info["privacy"] == Privacy.PRIVATE}


def _unmarked() -> list[Column[Any]]:
    chosen = [column for column in _columns() if column.info["privacy"] == Privacy.PRIVATE]
    return [column for column in chosen if column.foreign_keys or isinstance(column.type, Choice)]


def unmarked_columns() -> set[str]:
    """The private columns that link to a row or hold a choice: there is no mark to seek, but what goes out
    must be the same whatever they hold.
    """
    return {str(column) for column in _unmarked()}


class FillGaps(Deed):
    """A row in each table where the sample has none, linked to whatever is there."""

    def apply(self, session: Session) -> None:
        for table in journaled_tables():
            if not session.scalar(select(func.count()).select_from(table)):
                session.execute(table.insert().values({c.name: _some(session, c) for c in table.columns}))


def _some(session: Session, column: Column[Any]) -> Any:
    if column.primary_key:
        return new_id()
    if column.foreign_keys:
        (link,) = column.foreign_keys
        return session.scalar(select(link.column).limit(1))
    if column.name == "number" and column.unique:
        return take_number(session)
    return None if column.nullable else _plain(column)


def _plain(column: Column[Any]) -> Any:
    kinds: list[tuple[type[Any], Any]] = [
        (Day, datetime.date(2026, 11, 1)),
        (Text, "something"),
        (Integer, 1),
    ]
    if isinstance(column.type, Choice):
        return next(iter(column.type.kind))
    if isinstance(column.type, Json):
        return ["something"]
    if isinstance(column.type, Moment):
        return datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC)
    return next((value for kind, value in kinds if isinstance(column.type, kind)), 0)


@dataclass(frozen=True)
class PlantColumns(Deed):
    """A mark in every row of these text columns; private moments and days for paper get their years."""

    marks: dict[str, str]

    def apply(self, session: Session) -> None:
        for table in journaled_tables():
            values: dict[str, Any] = {}
            for column in table.columns:
                is_private = column.info["privacy"] == Privacy.PRIVATE
                if str(column) in self.marks:
                    values[column.name] = self.marks[str(column)]
                elif is_private and isinstance(column.type, Moment):
                    values[column.name] = datetime.datetime(YEAR, 5, 6, tzinfo=datetime.UTC)
                elif column.info["privacy"] == Privacy.PAPER and isinstance(column.type, Day):
                    values[column.name] = datetime.date(PAPER_YEAR, 5, 6)
            if values:
                session.execute(table.update().values(values))


@dataclass(frozen=True)
class PlantHeld(Deed):
    """Hold the last row of each table that can hold one, and put marks in its words."""

    marks: dict[str, str]

    def apply(self, session: Session) -> None:
        for table in journaled_tables():
            if "held" not in table.c:
                continue
            for key in self._chosen(session, table):
                words = {c.name: self.marks[str(c)] for c in table.columns if str(c) in self.marks}
                session.execute(table.update().where(table.c.id == key).values(held=True, **words))

    def _chosen(self, session: Session, table: Table) -> list[str]:
        order = table.c.number if "number" in table.c else table.c.id
        keys = list(session.scalars(select(table.c.id).order_by(order)))
        return [keys[0], keys[-1]]


@dataclass(frozen=True)
class PlantUnmarked(Deed):
    """The same link or choice in every row of each private column that can hold no mark."""

    place: int

    def apply(self, session: Session) -> None:
        for column in _unmarked():
            if column.foreign_keys:
                (link,) = column.foreign_keys
                there = session.scalars(select(link.column).order_by(link.column)).all()
            else:
                there = list(column.type.kind)  # type: ignore[attr-defined]  # a Choice
            session.execute(column.table.update().values({column.name: there[self.place]}))


@dataclass(frozen=True)
class PlantSmall(Deed):
    """Two small points on each indicator, which then all count families, and a small number of lost ones."""

    small: tuple[int, int]
    families: int

    def apply(self, session: Session) -> None:
        session.execute(update(Indicator).values(counts_families=True, baseline=self.small[0]))
        for key in session.scalars(select(Indicator.id)).all():
            points = session.scalars(select(Point).where(Point.indicator_id == key).order_by(Point.day)).all()
            for point, value in zip(points[-2:], self.small, strict=False):
                point.value, point.of_families = float(value), value + 2
        station = session.scalars(select(Station.id).order_by(Station.pos)).first()
        count = session.scalars(select(FamilyCount).where(FamilyCount.station_id == station)).first()
        count = count or session.scalars(select(FamilyCount)).first()
        assert count is not None
        assert session.scalar(select(func.count()).select_from(CriterionAnswer))
        count.families_in, count.families_lost = 400, self.families
        count.families_on = 400 - self.families

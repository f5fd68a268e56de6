# SPDX-License-Identifier: MIT
"""What a workbook holds and no report may tell, as counts and numbers: held rows, notes, small counts.

It reads no text: whatever is left out is not looked at here either.
"""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Column, Connection, Table, func, or_, select, text

from walkthrough.model.queries.indicators import indicators, may_leave, threshold_of
from walkthrough.model.queries.report import family_ladder
from walkthrough.model.schema import Asking, Round, Walk
from walkthrough.model.schema.base import Base, Privacy, Said
from walkthrough.model.words import RatingMethod


class HeldRow(msgspec.Struct, frozen=True, gc=False):
    """A row whose wording is on hold: its table, and its number or 0 for a row that has none."""

    table: str
    number: int


class KeptBack(msgspec.Struct, frozen=True, gc=False):
    """What stays with the workbook.

    Args:
        held: rows on hold, by table and number.
        notes: private fields that something is written in.
        ladders: walks whose families are told in words, because one of the figures is small.
        figures: points of indicators that are too small to show.
        rounds: sealed times of asking by ballot.
        removed: texts that were removed for good.
    """

    held: tuple[HeldRow, ...]
    notes: int
    ladders: int
    figures: int
    rounds: int
    removed: int


def kept_back(connection: Connection) -> KeptBack:
    """Count what no report tells."""
    ballots = select(func.count(func.distinct(Round.box))).where(Round.method != RatingMethod.HANDS)
    askings = select(func.count()).select_from(Asking)
    return KeptBack(
        held=tuple(row for table in _tables() for row in _held(connection, table)),
        notes=sum(_notes(connection, table) for table in _tables()),
        ladders=_hidden_ladders(connection),
        figures=_hidden_figures(connection),
        rounds=_number(connection.scalar(ballots)) + _number(connection.scalar(askings)),
        removed=_number(connection.scalar(text("select count(*) from removed"))),
    )


def _tables() -> list[Table]:
    return list(Base.metadata.tables.values())


def _number(found: int | None) -> int:
    return found or 0


def _held(connection: Connection, table: Table) -> list[HeldRow]:
    if "held" not in table.c:
        return []
    number = [table.c.number] if "number" in table.c else []
    rows = connection.execute(select(*number or [table.c.id]).where(table.c.held).order_by(*number)).all()
    return [HeldRow(str.__str__(table.name), row[0] if number else 0) for row in rows]


def _notes(connection: Connection, table: Table) -> int:
    """How many private fields of a table have words in them."""
    private = [column for column in table.c if _is_private_text(column)]
    if not private:
        return 0
    counts = [func.count().filter(column != "") for column in private]
    where = or_(*(column != "" for column in private))
    return sum(connection.execute(select(*counts).where(where)).one())


def _is_private_text(column: Column[Any]) -> bool:
    is_text = isinstance(column.type, Said) and not column.foreign_keys
    return is_text and column.info.get("privacy") is Privacy.PRIVATE


def _hidden_ladders(connection: Connection) -> int:
    ladders = (family_ladder(connection, walk) for walk in connection.scalars(select(Walk.id)).all())
    return sum(any(rung.figures is None for rung in ladder) for ladder in ladders)


def _hidden_figures(connection: Connection) -> int:
    threshold = threshold_of(connection)
    shown = (may_leave(row, threshold) for row in indicators(connection))
    return sum(point.value is None for row in shown for point in row.points)

# SPDX-License-Identifier: MIT
"""Random commands over every table with every awkward value, and the whole workbook as something to compare.

For property tests, soaks and round trips; it knows no product rule.
"""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import REAL, Column, Connection, Integer, Table
from sqlalchemy.orm import Session

from walkthrough.model.commands.base import Deed, take_number
from walkthrough.model.journal import journaled_tables
from walkthrough.model.schema.base import Bool, Choice, Day, Moment, new_id

TABLES = journaled_tables()
TEXTS = (
    "",
    " ",
    "null",
    "NULL",
    'it\'s "quoted" \\ back',
    "a\0b\x01",
    "😀 漢字 ñ é",
    "\u2028\t\r\n",
    "x" * 3000,
)
INTEGERS = (0, 1, -1, 42, 2**53 + 1, 2**63 - 1, -(2**63))
LIMITED = {
    "hide_counts_below": (5, 10, 11),
    "pos": (0, 1, 42, 2**31 - 1),  # what comes after the last one must fit as well
    "picture_cm": (20, 200, 3_000),
    "back_row_cm": (50, 600, 20_000),
    "dots": (1, 3, 5),
    "version_number": (0, 1, 42),
}
"""Columns that may not hold all that their type could."""
REALS = (0.0, -0.0, 5e-324, 0.1 + 0.2, -1.5, 1e308, float("inf"), float("-inf"), 2.0**60)

Whole = dict[tuple[str, str], str]


def _rows_of(table: Table) -> str:
    pairs = ", ".join(f"'{column.name}', \"{column.name}\"" for column in table.columns)
    return f"select '{table.name}', id, json_object({pairs}) from \"{table.name}\""


_EVERYTHING = " union all ".join(_rows_of(table) for table in TABLES)


def whole(connection: Connection) -> Whole:
    """Every row of every table as JSON text, by (table, key)."""
    return {(table, pk): row for table, pk, row in connection.exec_driver_sql(_EVERYTHING).fetchall()}


def exact(image: str | dict[str, Any] | None) -> str | None:
    """An image or a row's JSON so that 1 and 1.0, 0.0 and -0.0 differ."""
    row = json.loads(image) if isinstance(image, str) else image
    return None if row is None else repr(sorted(row.items()))


def a_value(column: Column[Any], dice: random.Random) -> Any:
    """Any value this column can hold."""
    if column.nullable and dice.random() < 0.3:
        return None
    if column.name in LIMITED:
        return dice.choice(LIMITED[column.name])
    kind = column.type
    if isinstance(kind, Bool):
        return dice.random() < 0.5
    if isinstance(kind, Choice):
        return dice.choice(list(kind.kind))
    if isinstance(kind, Day):
        return date(1000, 1, 1) + timedelta(days=dice.randrange(3_000_000))
    if isinstance(kind, Moment):
        return datetime(1000, 1, 1, tzinfo=UTC) + timedelta(microseconds=dice.randrange(10**17))
    if isinstance(kind, Integer):
        return dice.choice((*INTEGERS, dice.randrange(10**6)))
    if isinstance(kind, REAL):
        return dice.choice((*REALS, dice.uniform(-1, 1) * 10.0 ** dice.randint(-300, 300)))
    return dice.choice((*TEXTS, "".join(dice.choice("abc é'\"\n\0😀漢") for _ in range(dice.randint(0, 40)))))


_KEYS = " union all ".join(f"select '{table.name}', id from \"{table.name}\"" for table in TABLES)


class Present:
    """The keys of all rows that are there, by table."""

    def __init__(self, session: Session, dice: random.Random) -> None:
        self.dice = dice
        self.keys: dict[str, list[str]] = {table.name: [] for table in TABLES}
        for table, key in session.connection().exec_driver_sql(_KEYS).fetchall():
            self.keys[table].append(key)

    def link(self, column: Column[Any]) -> str | None:
        (key,) = column.foreign_keys
        there = self.keys[key.column.table.name]
        if not there or (column.nullable and self.dice.random() < 0.3):
            return None
        return self.dice.choice(there)

    def any_row(self) -> tuple[Table, str] | None:
        filled = [table for table in TABLES if self.keys[table.name]]
        if not filled:
            return None
        table = self.dice.choice(filled)
        return table, self.dice.choice(self.keys[table.name])


class Random(Deed):
    """A command made of dice: the same seed on the same rows does the same."""

    def apply(self, session: Session) -> None:
        dice = random.Random(self.seed)
        self.play(session, Present(session, dice), dice)


@dataclass(frozen=True)
class Insert(Random):
    """New rows in one table, with links to what is there."""

    seed: int
    rows: int = 1

    def play(self, session: Session, present: Present, dice: random.Random) -> None:
        for _ in range(self.rows):
            table = dice.choice(TABLES)
            values: dict[str, Any] = {"id": new_id()}
            for column in table.columns:
                if column.foreign_keys:
                    values[column.name] = present.link(column)
                elif column.name == "number" and column.unique:
                    values[column.name] = take_number(session)
                elif not column.primary_key:
                    values[column.name] = a_value(column, dice)
            if all(values[c.name] is not None or c.nullable for c in table.columns):
                session.execute(table.insert().values(values))
                present.keys[table.name].append(values["id"])


@dataclass(frozen=True)
class Edit(Random):
    """Some columns of one row, or one column of a whole table."""

    seed: int

    def play(self, session: Session, present: Present, dice: random.Random) -> None:
        if (found := present.any_row()) is None:
            return
        table, key = found
        columns = [c for c in table.columns if not (c.primary_key or c.unique or c.foreign_keys)]
        if not columns:
            return
        chosen = dice.sample(columns, min(len(columns), dice.randint(1, 4)))
        change = table.update().values({c.name: a_value(c, dice) for c in chosen})
        session.execute(change if dice.random() < 0.1 else change.where(table.c.id == key))


@dataclass(frozen=True)
class Move(Random):
    """One link of one row."""

    seed: int

    def play(self, session: Session, present: Present, dice: random.Random) -> None:
        if (found := present.any_row()) is None:
            return
        table, key = found
        for column in [c for c in table.columns if c.foreign_keys][:1]:
            target = present.link(column)
            if target is not None or column.nullable:
                session.execute(table.update().where(table.c.id == key).values({column.name: target}))


@dataclass(frozen=True)
class Delete(Random):
    """One row, with all that hangs on it."""

    seed: int

    def play(self, session: Session, present: Present, dice: random.Random) -> None:
        if found := present.any_row():
            table, key = found
            session.execute(table.delete().where(table.c.id == key))

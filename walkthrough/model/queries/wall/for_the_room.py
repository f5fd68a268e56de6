# SPDX-License-Identifier: MIT
"""The gate of every statement for the wall: columns of the class *room* only, and no held row's words.

It judges what a statement selects, filters by, joins on and sorts by. It knows no picture.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from sqlalchemy import Column, Table
from sqlalchemy.sql import visitors
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.sql.visitors import ExternallyTraversible

from walkthrough.model.schema import Privacy


class NotForTheRoom(ValueError):
    """A statement for the wall reads what the room must not see: a mistake of ours, found by any test that
    asks for it once.
    """


def for_the_room(make: Callable[[], Any]) -> Callable[[], Any]:
    """Build a statement once, when it is first asked for, and let it through only if the room may see it.

    Raises:
        NotForTheRoom: when it is first asked for; see `let_through`.
    """

    @cache
    def made() -> Any:
        return let_through(make())

    made.__doc__, made.__name__ = make.__doc__, make.__name__
    return made


def let_through(statement: Any) -> Any:
    """Return the same statement.

    Raises:
        NotForTheRoom: a column is paper, private or sealed, wherever in the statement it stands; or a table
            whose rows can be held is read, beyond its keys, without asking whether they are.
    """
    columns = set(columns_of(statement))
    shut = sorted(str(column) for column in columns if column.info.get("privacy") is not Privacy.ROOM)
    if shut:
        raise NotForTheRoom(", ".join(shut))
    asked = {column.table for column in columns if column.name == "held"}
    read = {column.table for column in columns if not _is_key(column) and "held" in column.table.c}
    if read - asked:
        raise NotForTheRoom(", ".join(sorted(f"{table}.held" for table in read - asked)))
    return statement


def columns_of(statement: ExternallyTraversible) -> Iterator[Column[Any]]:
    """Every column of a table that a statement names, however deep and under whatever alias."""
    for element in visitors.iterate(statement):
        for base in element.base_columns if isinstance(element, ColumnElement) else ():
            if isinstance(base, Column) and isinstance(base.table, Table):
                yield base.table.c[base.name]


def _is_key(column: Column[Any]) -> bool:
    return column.primary_key or bool(column.foreign_keys)

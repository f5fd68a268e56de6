# SPDX-License-Identifier: MIT
"""Rows written and looked up by plain statements, for what is done at talking speed: the capture line.

The unit of work takes longer over one row than SQLite does. It knows the schema's columns, no command.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Column, Table
from sqlalchemy.dialects.sqlite import dialect as sqlite
from sqlalchemy.orm import Session

from walkthrough.model.errors import Refused
from walkthrough.model.schema.base import Base

Execute = Callable[..., Any]
EXECUTE = "execute"
"""Where whoever makes a session leaves the driver's own `execute` for the commands, in `Session.info`."""


class _Cell(NamedTuple):
    """One column: its name, what makes its value where none is given, and how the file spells a value."""

    name: str
    default: Callable[[], Any]
    spelled: Callable[[Any], Any] | None


def executing(session: Session) -> Execute:
    """The driver's `execute` on the session's connection: past SQLAlchemy, within the same transaction."""
    known: Execute | None = session.info.get(EXECUTE)
    if known is None:
        raw: Any = session.connection().connection.driver_connection
        known = raw.execute
    return known


def written(session: Session) -> Execute:
    """The same, after whatever the session has not written yet."""
    if session.new or session.dirty or session.deleted:
        session.flush()
    return executing(session)


def write_row(session: Session, kind: type[Base], values: Mapping[str, Any]) -> None:
    """Insert one row, as `session.add` would: defaults for what is not given, triggers and all.

    Args:
        session: of the step being written; what it still has to write goes first.
        kind: the mapped class.
        values: columns by name.
    """
    statement, cells = _insert(kind)
    written(session)(statement, [_stored(cell, values.get(cell.name)) for cell in cells])


def column_of(session: Session, kind: type[Base], key: str, column: str) -> Any:
    """One column of a row, as the file spells it.

    Raises:
        Refused: gone (facts: table).
    """
    table = kind.__tablename__
    row = executing(session)(f'select "{column}" from "{table}" where id = ?', (key,)).fetchone()
    if row is None:
        raise Refused("gone", table=table)
    return row[0]


def _stored(cell: _Cell, value: Any) -> Any:
    value = cell.default() if value is None else value
    return value if cell.spelled is None else cell.spelled(value)


@cache
def _insert(kind: type[Base]) -> tuple[str, tuple[_Cell, ...]]:
    table = kind.__table__
    assert isinstance(table, Table)
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    marks = ", ".join("?" * len(table.columns))
    return f'insert into "{table.name}"({names}) values({marks})', tuple(map(_cell, table.columns))


def _cell(column: Column[Any]) -> _Cell:
    spelling = sqlite()
    spelled = column.type.dialect_impl(spelling).bind_processor(spelling)
    return _Cell(column.name, _default(column), spelled)


def _default(column: Column[Any]) -> Callable[[], Any]:
    default: Any = column.default
    if default is None:
        return lambda: None
    return (lambda: default.arg(None)) if default.is_callable else (lambda: default.arg)

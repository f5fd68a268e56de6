# SPDX-License-Identifier: MIT
"""The journal: triggers write each changed row's old and new image in the same transaction as the change.

It is append-only: do, undo, redo and merge are each one step. It knows no command and no sentence.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table

from walkthrough.model.schema.base import Base, Privacy
from walkthrough.model.schema.record import SEARCH_TRIGGERS

SEARCHED: dict[str, tuple[str, ...]] = {
    "finding": ("text", "detail"),
    "theme": ("name",),
    "parked_topic": ("text", "outcome"),
    "decision": ("text",),
    "next_step": ("what", "because", "owner"),
    "indicator": ("name", "definition"),
    "goal": ("text", "strategy"),
    "partner": ("name", "brings"),
    "station": ("name", "rule", "practice"),
}
"""Columns that search reads, by table. Room and paper columns only (a test holds it)."""


def journaled_tables() -> list[Table]:
    """Every table whose changes are steps."""
    return Base.metadata.sorted_tables


def numbered_tables() -> list[Table]:
    """Tables whose rows have a short number (RULES 5)."""
    return [table for table in journaled_tables() if "number" in table.c and "old_number" in table.c]


def _image(table: Table, row: str) -> str:
    return "json_object({})".format(",".join(f"'{c.name}',{row}.\"{c.name}\"" for c in table.columns))


def _journal_trigger(table: Table, operation: str) -> str:
    old = "null" if operation == "insert" else _image(table, "old")
    new = "null" if operation == "delete" else _image(table, "new")
    which = "old" if operation == "delete" else "new"
    differs = ""
    if operation == "update":
        differs = " and ({})".format(
            " or ".join(f'old."{c.name}" is not new."{c.name}"' for c in table.columns)
        )
    return (
        f'create trigger chg_{table.name}_{operation} after {operation} on "{table.name}"'
        f" when (select step from chg_now) is not null{differs} begin"
        f" insert into chg_row(step, tbl, pk, old, new)"
        f" values((select step from chg_now), '{table.name}', {which}.id, {old}, {new}); end"
    )


def _text_of(table: str, row: str) -> str:
    return "trim({})".format("||' '||".join(f"coalesce({row}.\"{c}\",'')" for c in SEARCHED[table]))


def _search_triggers(table: str) -> dict[str, str]:
    columns, new, old = (
        ", ".join(f'"{c}"' for c in SEARCHED[table]),
        _text_of(table, "new"),
        _text_of(table, "old"),
    )
    return {
        f"srch_{table}_insert": f"create trigger srch_{table}_insert after insert on {table} begin"
        f" insert into search_row(tbl, pk, text) values('{table}', new.id, {new}); end",
        f"srch_{table}_update": f"create trigger srch_{table}_update after update of {columns} on {table}"
        f" when {old} is not {new} begin"
        f" update search_row set text = {new} where tbl = '{table}' and pk = new.id; end",
        f"srch_{table}_delete": f"create trigger srch_{table}_delete after delete on {table} begin"
        f" delete from search_row where tbl = '{table}' and pk = old.id; end",
    }


@cache
def wanted_triggers() -> dict[str, str]:
    """Name and SQL of every trigger a workbook must have, computed from the metadata."""
    wanted = dict(SEARCH_TRIGGERS)
    for table in journaled_tables():
        for operation in ("insert", "update", "delete"):
            wanted[f"chg_{table.name}_{operation}"] = _journal_trigger(table, operation)
    for name in SEARCHED:
        wanted |= _search_triggers(name)
    return wanted


def wrong_triggers(connection: Connection) -> tuple[list[str], list[str]]:
    """Names of the file's triggers that are not as wanted (to be dropped), and of those to be made."""
    wanted, present = wanted_triggers(), _triggers(connection)
    wrong = sorted(name for name, sql in present.items() if wanted.get(name, "").lower() != sql.lower())
    return wrong, sorted(wanted.keys() - (present.keys() - set(wrong)))


def sync_triggers(connection: Connection) -> list[str]:
    """Make the file's triggers equal to the wanted ones; returns the names that were missing or different.

    Run at create, after every migration (a table rebuilt by Alembic has lost its triggers) and at every open.
    """
    wrong, missing = wrong_triggers(connection)
    for name in wrong:
        connection.exec_driver_sql(f'drop trigger "{name}"')
    if missing:
        wanted = wanted_triggers()
        for name in missing:
            connection.exec_driver_sql(wanted[name])
    return missing


def drop_triggers(connection: Connection) -> None:
    """Take every trigger out of the file, so that tables can be rebuilt. `sync_triggers` puts them back."""
    for name in _triggers(connection):
        connection.exec_driver_sql(f'drop trigger "{name}"')


def _triggers(connection: Connection) -> dict[str, str]:
    rows = connection.exec_driver_sql("select name, sql from sqlite_schema where type = 'trigger'")
    return {row[0]: row[1] for row in rows}


def searched_rows() -> str:
    """SQL of all that search should hold: (tbl, pk, text)."""
    return " union all ".join(
        f"select '{table}', id, {_text_of(table, table)} from {table}" for table in SEARCHED
    )


def rebuild_search(connection: Connection) -> None:
    """Fill the search rows anew from the tables, and the index from the search rows."""
    connection.exec_driver_sql("delete from search_row")
    connection.exec_driver_sql("insert into search_row(tbl, pk, text) " + searched_rows())
    connection.exec_driver_sql("insert into search(search) values('rebuild')")


def image_text(row: dict[str, Any]) -> str:
    """A row as the journal keeps it."""
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


Execute = Callable[..., Any]


def write_image(
    execute: Execute, table: str, pk: str, old: dict[str, Any] | None, new: dict[str, Any] | None
) -> None:
    """Bring one row from image `old` to image `new`, touching only the columns that differ.

    A row to be made is upserted, because a cascade may have been there first.
    """
    if new is None:
        execute(f'delete from "{table}" where id = ?', (pk,))
        return
    if old is None:
        names = ", ".join(f'"{c}"' for c in new)
        sets = ", ".join(f'"{c}" = excluded."{c}"' for c in new)
        marks = ", ".join("?" * len(new))
        execute(
            f'insert into "{table}"({names}) values({marks}) on conflict(id) do update set {sets}',
            tuple(new.values()),
        )
        return
    changed = {c: v for c, v in new.items() if old.get(c) != v or (v == 0 and repr(old.get(c)) != repr(v))}
    if changed:
        sets = ", ".join(f'"{c}" = ?' for c in changed)
        execute(f'update "{table}" set {sets} where id = ?', (*changed.values(), pk))


def replay(connection: Connection, step: int, *, backwards: bool) -> None:
    """Write a step's rows again: backwards to take it back, forwards to do it once more."""
    order = "desc" if backwards else "asc"
    rows = connection.exec_driver_sql(
        f"select tbl, pk, old, new from chg_row where step = ? order by n {order}", (step,)
    ).fetchall()
    for table, pk, old, new in rows:
        before, after = (new, old) if backwards else (old, new)
        write_image(
            connection.exec_driver_sql,
            table,
            pk,
            json.loads(before) if before else None,
            json.loads(after) if after else None,
        )


def private_columns() -> set[tuple[str, str]]:
    """(table, column) of everything that must not leave the presenter's window."""
    hidden = (Privacy.PRIVATE, Privacy.SEALED)
    return {(t.name, c.name) for t in journaled_tables() for c in t.columns if c.info["privacy"] in hidden}

# SPDX-License-Identifier: MIT
"""A whole workbook as JSON and back: every table, private fields too, so that nobody is ever locked in.

History, drafts and backups are not in it. docs/data.schema.json describes it; `json_schema` makes that file.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.exc import IntegrityError

from walkthrough.model.errors import FileTrouble, Refused
from walkthrough.model.journal import journaled_tables, numbered_tables
from walkthrough.model.rules.dots import FEWEST_DOTS, MOST_DOTS
from walkthrough.model.rules.sight import BACK_ROW_CM, PICTURE_CM
from walkthrough.model.schema.collaborative import HIDE_BELOW
from walkthrough.model.store import cells, file
from walkthrough.model.store.making import made_beside
from walkthrough.model.store.migrate import default_of
from walkthrough.model.store.trouble import told_plainly
from walkthrough.model.store.wiping import ALL_CLEANED

FORMAT = "walkthrough-data"
_LIMITS: dict[str, Callable[[Any], bool]] = {
    "hide_counts_below": lambda value: value in HIDE_BELOW,
    "pos": lambda value: 0 <= value < 2**31,
    "picture_cm": lambda value: value is None or PICTURE_CM[0] <= value <= PICTURE_CM[1],
    "back_row_cm": lambda value: value is None or BACK_ROW_CM[0] <= value <= BACK_ROW_CM[1],
    "version_number": lambda value: 0 <= value < 2**31,
    "dots": lambda value: FEWEST_DOTS <= value <= MOST_DOTS,
}
"""What a column may not be, though its type could: an import must not lower what protects families, nor bring
in a room in which no word has a size.
"""
Newer = frozenset[tuple[str, str]]
"""What an older export cannot have: (table, column), with an empty column for a table as a whole."""
_KEYS = ("format", "schema", "private", "next_number", "removed", "tables")


def export_data(connection: Connection) -> bytes:
    """Everything in the workbook as UTF-8 JSON: equal workbooks give equal bytes.

    Tables stand in the order of the schema, rows by id, columns by name, one row a line. `"private": true`
    says that private fields are inside.
    """
    following = connection.exec_driver_sql("select next from number_series").scalar_one()
    removed = connection.exec_driver_sql("select tbl, pk from removed order by tbl, pk").fetchall()
    head = {
        "format": FORMAT,
        "schema": file.SCHEMA,
        "private": True,
        "next_number": following,
        "removed": [list(row) for row in removed],
    }
    lines = [f"{_json(name)}: {_json(value)},\n" for name, value in head.items()]
    tables = [f"{_json(t.name)}: [{_rows(connection, t)}]" for t in journaled_tables()]
    return "".join(["{\n", *lines, '"tables": {\n', ",\n".join(tables), "\n}\n}\n"]).encode()


def import_data(content: bytes, path: Path) -> None:
    """Make a new workbook at `path` from what `export_data` gave, now or in an older format: what was added
    since is empty. Nothing is left there where it fails.

    Raises:
        Refused: data_wrong (facts: place, why). Why is one of json, format, row, unknown, missing, value,
            twice, link, number, removed.
        FileTrouble: exists, no_folder, read_only, disk_full, in_use, or newer (facts: schema, ours).
    """
    whole = _whole(content)
    if whole["schema"] > file.SCHEMA:
        raise FileTrouble("newer", path=str(path), schema=whole["schema"], ours=file.SCHEMA)
    with made_beside(path) as part:
        _fill(part, whole, _newer_than(whole["schema"]))


def _newer_than(schema: int) -> Newer:
    if schema == file.SCHEMA:
        return frozenset()
    from walkthrough.model import migrations  # brings Alembic along, which is slow to import

    since = [version for version in migrations.ALL if schema < version.NUMBER]
    tables = {(table, "") for version in since for table in version.NEW_TABLES}
    columns = {
        (table, name) for version in since for table, names in version.NEW_COLUMNS.items() for name in names
    }
    return frozenset(tables | columns)


def json_schema() -> dict[str, Any]:
    """The JSON Schema of `export_data`, from the schema of the workbook."""
    tables = {table.name: {"type": "array", "items": _row_schema(table)} for table in journaled_tables()}
    mark = {"type": "array", "prefixItems": [{"type": "string"}] * 2, "minItems": 2, "maxItems": 2}
    head = {
        "format": {"const": FORMAT},
        "schema": {"const": file.SCHEMA},
        "private": {"const": True, "description": "Private fields are inside."},
        "next_number": {"type": "integer", "minimum": 1},
        "removed": {"type": "array", "items": mark, "description": "Table and key of rows removed for good."},
    }
    described = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A Walkthrough workbook",
    }
    return described | _strict_object({**head, "tables": _strict_object(tables)})


def _row_schema(table: Table) -> dict[str, Any]:
    columns = sorted(table.columns, key=lambda column: column.name)
    shown = {c.name: {**cells.json_type(c), "description": f"privacy: {c.info['privacy']}"} for c in columns}
    return _strict_object(shown)


def _strict_object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(properties),
        "properties": properties,
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _rows(connection: Connection, table: Table) -> str:
    columns = sorted(table.columns, key=lambda column: column.name)
    names = ", ".join(f'"{column.name}"' for column in columns)
    rows = connection.exec_driver_sql(f'select {names} from "{table.name}" order by id')
    pairs = (zip(columns, row, strict=True) for row in rows)
    lines = [_json({column.name: cells.told(column, value) for column, value in pair}) for pair in pairs]
    return "\n" + ",\n".join(lines) + "\n" if lines else ""


def _wrong(place: str, why: str) -> Refused:
    return Refused("data_wrong", place=place, why=why)


def _whole(content: bytes) -> dict[str, Any]:
    """Read the outer shape."""
    try:
        whole = json.loads(content.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        raise _wrong(f"{error.lineno}:{error.colno}", "json") from error
    except (ValueError, RecursionError) as error:
        raise _wrong("", "json") from error
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise _wrong("format", "format")
    schema = whole.get("schema")
    if not isinstance(schema, int) or isinstance(schema, bool) or schema < 1:
        raise _wrong("schema", "format")
    for name, kind in zip(_KEYS[2:], (bool, int, list, dict), strict=True):
        if not isinstance(whole.get(name), kind):
            raise _wrong(name, "missing" if name not in whole else "value")
    if unknown := sorted(whole.keys() - set(_KEYS)):
        raise _wrong(unknown[0], "unknown")
    return whole


def _fill(part: Path, whole: dict[str, Any], newer: Newer) -> None:
    file.make_empty(part)
    engine = file.writing_engine(part)
    try:
        with told_plainly(part), engine.begin() as connection:
            connection.exec_driver_sql("pragma defer_foreign_keys=on")
            file.create_tables(connection)
            for table in journaled_tables():
                _fill_table(connection, table, whole, newer)
            if unknown := sorted(whole["tables"].keys() - {table.name for table in journaled_tables()}):
                raise _wrong(f"tables.{unknown[0]}", "unknown")
            if broken := connection.exec_driver_sql("pragma foreign_key_check").first():
                raise _wrong(f"tables.{broken[0]}", "link")
            _fill_marks(connection, whole)
        file.settle(engine, part)
    finally:
        engine.dispose()


def _fill_table(connection: Connection, table: Table, whole: dict[str, Any], newer: Newer) -> None:
    place = f"tables.{table.name}"
    rows = whole["tables"].get(table.name, [] if (table.name, "") in newer else None)
    if not isinstance(rows, list):
        raise _wrong(place, "missing" if rows is None else "value")
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    insert = f'insert into "{table.name}"({names}) values({", ".join("?" * len(table.columns))})'
    for number, row in enumerate(rows):
        values = tuple(_values(table, row, f"{place}[{number}]", newer))
        try:
            connection.exec_driver_sql(insert, values)
        except IntegrityError as error:
            raise _wrong(f"{place}[{number}]", "twice") from error


def _values(table: Table, row: Any, place: str, newer: Newer) -> Iterator[Any]:
    if not isinstance(row, dict):
        raise _wrong(place, "row")
    if unknown := sorted(row.keys() - table.columns.keys()):
        raise _wrong(f"{place}.{unknown[0]}", "unknown")
    for column in table.columns:
        if column.name not in row and (table.name, column.name) in newer:
            yield default_of(column)
            continue
        if column.name not in row:
            raise _wrong(f"{place}.{column.name}", "missing")
        try:
            value = cells.stored(column, row[column.name])
            if column.name in _LIMITS and not _LIMITS[column.name](value):
                raise ValueError(value)
            yield value
        except (ValueError, OverflowError) as error:
            raise _wrong(f"{place}.{column.name}", "value") from error


def _fill_marks(connection: Connection, whole: dict[str, Any]) -> None:
    for number, mark in enumerate(whole["removed"]):
        if not isinstance(mark, list) or len(mark) != 2 or not all(isinstance(part, str) for part in mark):
            raise _wrong(f"removed[{number}]", "removed")
        connection.exec_driver_sql("insert or ignore into removed values(?, ?, ?)", (*mark, ALL_CLEANED))
    following = whole["next_number"]
    union = " union all ".join(f"select number from {table.name}" for table in numbered_tables())
    highest = connection.exec_driver_sql(f"select max(number) from ({union})").scalar_one() or 0
    if isinstance(following, bool) or not highest < following < 2**62:
        raise _wrong("next_number", "number")
    connection.exec_driver_sql("update number_series set next = ?", (following,))

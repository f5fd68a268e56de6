# SPDX-License-Identifier: MIT
"""Whether a workbook is sound, looked at on a copy: pages, tables, links, triggers, search, numbers, journal.

It says what is wrong by code and facts, changes nothing and knows no sentence.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, Table
from sqlalchemy.exc import DBAPIError

from walkthrough.model.ballots.boxes import box_name, boxes_beside, sealed_names, sound_box
from walkthrough.model.errors import FileTrouble
from walkthrough.model.journal import journaled_tables, numbered_tables, searched_rows, wrong_triggers
from walkthrough.model.rules.ballots import FEWEST_BALLOTS
from walkthrough.model.schema.box import BoxBase
from walkthrough.model.steps import Steps
from walkthrough.model.store import file
from walkthrough.model.store.copying import copy_whole, faults_of_pages
from walkthrough.model.store.lock import Lock
from walkthrough.model.store.trouble import told_plainly


class Fault(msgspec.Struct, frozen=True):
    """One thing that is not as it should be.

    Codes: damaged, tables (names), foreign_keys (table, rows), triggers (names), search,
    numbers_twice (numbers), number_ahead (number, next), journal (table, rows) or journal (why),
    value (table, column, rows), removed (table, rows), privacy (table), box_damaged (name).
    A note is box_open (ballots).
    """

    code: str
    facts: dict[str, Any] = {}


class Soundness(msgspec.Struct, frozen=True):
    """What a check found. An older format is looked at as far as it is known without upgrading."""

    schema: int
    faults: tuple[Fault, ...]
    notes: tuple[Fault, ...] = ()
    """What is worth knowing, and no fault."""

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults


def check(path: Path) -> Soundness:
    """Look a workbook over from end to end, on a copy in a folder of its own that is gone afterwards.

    Raises:
        FileTrouble: missing, cannot_open, not_a_workbook, newer: there is no workbook of ours to look at.
    """
    header = file.read_header(path)
    try:
        file.refuse_truncated(path, header)
        with tempfile.TemporaryDirectory(prefix="walkthrough-check-") as folder:
            copy = Path(folder) / "copy.walkthrough"
            _copy(path, copy)
            faults = faults_of_copy(copy, header.schema)
            sealed = _sealed(copy) if header.schema == file.SCHEMA and not faults else set()
    except FileTrouble as trouble:
        if trouble.code != "damaged":
            raise
        faults, sealed = (Fault("damaged"),), set()
    beside = tuple(_boxes(path, sealed))
    notes = tuple(one for one in beside if one.code == "box_open")
    lost = tuple(one for one in beside if one.code != "box_open")
    return Soundness(schema=header.schema, faults=faults + lost, notes=notes)


def _sealed(copy: Path) -> set[str]:
    engine = file.reading_engine(copy)
    try:
        with told_plainly(copy, otherwise="damaged"), engine.connect() as connection:
            return sealed_names(connection)
    finally:
        engine.dispose()


def _boxes(path: Path, sealed: set[str]) -> Iterator[Fault]:
    """The ballot boxes beside a workbook that were not sealed into it. They are only looked at."""
    for box in boxes_beside(path):
        if box_name(box) in sealed:
            continue  # the next opening of the workbook clears it up
        found = sound_box(box)
        if found is None:
            yield Fault("box_damaged", {"name": box.name})
        else:
            yield Fault("box_open", {"ballots": found.many_in})


def _copy(path: Path, copy: Path) -> None:
    """Byte for byte while nobody has it open; by SQLite itself while somebody has."""
    try:
        lock = Lock.take(path)
    except FileTrouble as trouble:
        if trouble.code == "in_use":
            copy_whole(path, copy)
            return
        lock = None  # a folder that cannot be written: nobody can be writing the file either
    try:
        for ending in ("", "-wal"):
            source = path.with_name(path.name + ending)
            if source.exists():
                shutil.copyfile(source, copy.with_name(copy.name + ending))
    except OSError as error:
        raise FileTrouble("cannot_open", path=str(path)) from error
    finally:
        if lock is not None:
            lock.give_back()


def faults_of_copy(copy: Path, schema: int) -> tuple[Fault, ...]:
    """Everything that is wrong in a file that may be written to; one of another format is looked at less."""
    engine = file.writing_engine(
        copy
    )  # on a copy: asking FTS5 whether it is sound is a statement that writes
    try:
        with told_plainly(copy, otherwise="damaged"), engine.connect() as connection:
            raw = connection.connection.dbapi_connection
            if faults_of_pages(raw, quick=False):
                return (Fault("damaged"),)
            if schema != file.SCHEMA:
                return tuple(_broken_links(connection))
            return faults_in(connection)
    finally:
        engine.dispose()


def faults_in(connection: Connection) -> tuple[Fault, ...]:
    """Everything that can be wrong in a file of today's format whose pages are sound."""
    if wrong := wrong_tables(connection):
        return (Fault("tables", {"names": wrong}),)
    looks = (
        _broken_links,
        _triggers,
        _search,
        _numbers,
        _steps,
        _folded_journal,
        _values,
        _removed,
        _privacy,
    )
    return tuple(fault for look in looks for fault in look(connection))


def wrong_tables(connection: Connection) -> list[str]:
    """Names of the tables whose columns, links or strictness are not those of the schema."""
    strict = {row[1] for row in connection.exec_driver_sql("pragma table_list") if row[5]}
    return [
        t.name
        for t in journaled_tables()
        if t.name not in strict or _shape(connection, t) != _wanted_shape(connection, t)
    ]


def _shape(connection: Connection, table: Table) -> set[tuple[Any, ...]]:
    columns = connection.exec_driver_sql(f'pragma table_info("{table.name}")')
    links = connection.exec_driver_sql(f'pragma foreign_key_list("{table.name}")')
    return {(c[1], c[2], bool(c[3])) for c in columns} | {(k[3], k[2], k[6]) for k in links}


def _wanted_shape(connection: Connection, table: Table) -> set[tuple[Any, ...]]:
    columns = {(c.name, c.type.compile(connection.dialect), not c.nullable) for c in table.columns}
    return columns | {(k.parent.name, k.column.table.name, k.ondelete) for k in table.foreign_keys}


def _broken_links(connection: Connection) -> Iterator[Fault]:
    rows: dict[str, int] = {}
    for row in connection.exec_driver_sql("pragma foreign_key_check"):
        rows[row[0]] = rows.get(row[0], 0) + 1
    return (Fault("foreign_keys", {"table": table, "rows": count}) for table, count in rows.items())


def _triggers(connection: Connection) -> Iterator[Fault]:
    wrong, missing = wrong_triggers(connection)
    if wrong or missing:
        yield Fault("triggers", {"names": sorted({*wrong, *missing})})


def _search(connection: Connection) -> Iterator[Fault]:
    differing = connection.exec_driver_sql(
        f"select exists(select * from (select tbl, pk, text from search_row except {_parts()}))"
        f" or (select count(*) from search_row) is not (select count(*) from ({searched_rows()}))"
    ).scalar_one()
    try:
        connection.exec_driver_sql("insert into search(search, rank) values('integrity-check', 1)")
    except DBAPIError:
        differing = 1
    if differing:
        yield Fault("search")


def _parts() -> str:
    return f"select * from ({searched_rows()})"


def _numbers(connection: Connection) -> Iterator[Fault]:
    union = " union all ".join(f"select number from {t.name}" for t in numbered_tables())
    twice = connection.exec_driver_sql(
        f"select number from ({union}) group by number having count(*) > 1 order by 1"
    )
    if numbers := [row[0] for row in twice]:
        yield Fault("numbers_twice", {"numbers": numbers})
    highest = connection.exec_driver_sql(f"select max(number) from ({union})").scalar_one()
    following = connection.exec_driver_sql("select next from number_series").scalar_one_or_none()
    if following is None or (highest is not None and highest >= following):
        yield Fault("number_ahead", {"number": highest, "next": following})


def _steps(connection: Connection) -> Iterator[Fault]:
    try:
        Steps.read(connection)
    except ValueError:
        yield Fault("journal", {"why": "steps"})
    if connection.exec_driver_sql("select count(*) from chg_now where step is null").scalar_one() != 1:
        yield Fault("journal", {"why": "open_step"})


def _folded_journal(connection: Connection) -> Iterator[Fault]:
    """The newest image of every row that the journal knows must be that row."""
    for table in journaled_tables():
        pairs = ",".join(f"'{c.name}', t.\"{c.name}\"" for c in table.columns)
        rows = connection.exec_driver_sql(
            f"select c.new, case when t.id is null then null else json_object({pairs}) end as now"
            " from (select pk, new, max(n) from chg_row where tbl = ? group by pk) c"
            f' left join "{table.name}" t on t.id = c.pk where c.new is not now',
            (table.name,),
        )
        differing = sum(1 for new, now in rows if not _same(new, now))
        if differing:
            yield Fault("journal", {"table": table.name, "rows": differing})


def _same(new: str | None, now: str | None) -> bool:
    return new is not None and now is not None and json.loads(new) == json.loads(now)


def _values(connection: Connection) -> Iterator[Fault]:
    """Values that no column of their type can hold: an unknown choice, a day that is none."""
    for table in journaled_tables():
        for column in table.columns:
            reader = column.type.result_processor(connection.dialect, None)
            if reader is None or column.type.__class__.__module__.startswith("sqlalchemy"):
                continue
            quoted = f'"{column.name}"'
            stored = connection.exec_driver_sql(f"select {quoted}, count(*) from {table.name} group by 1")
            wrong = sum(count for value, count in stored if not _readable(reader, value))
            if wrong:
                yield Fault("value", {"table": table.name, "column": column.name, "rows": wrong})


def _readable(reader: Any, value: Any) -> bool:
    try:
        reader(value)
    except (ValueError, TypeError):
        return False
    return True


def _removed(connection: Connection) -> Iterator[Fault]:
    for table in journaled_tables():
        there = f'select count(*) from removed r join "{table.name}" t on t.id = r.pk where r.tbl = ?'
        rows = connection.exec_driver_sql(there, (table.name,)).scalar_one()
        if rows:
            yield Fault("removed", {"table": table.name, "rows": rows})


_TOO_FEW = {
    "tally": "tally t join round b on b.id = t.round_id where b.ballots < ?",
    "answer_tally": "answer_tally t join asking b on b.id = t.asking_id where b.ballots < ?",
    "asked_part": "asked_part t join asking b on b.id = t.asking_id where t.ballots < ?",
}
"""Rows that would tell what fewer than five ballots of a box said. Hands are raised in the open."""
_FROM_A_BOX = " and length(b.box) = 16 and b.box not glob '*[^0-9a-f]*' limit 1"


def _privacy(connection: Connection) -> Iterator[Fault]:
    """No ballot box lies in a workbook, nor what too few ballots said (RULES 2)."""
    names = ("ballot", *BoxBase.metadata.tables)
    there = {row[0] for row in connection.exec_driver_sql("select name from sqlite_schema")}
    told = (
        table
        for table, rows in _TOO_FEW.items()
        if connection.exec_driver_sql(f"select 1 from {rows} {_FROM_A_BOX}", (FEWEST_BALLOTS,)).first()
    )
    for table in (*there.intersection(names), *told):
        yield Fault("privacy", {"table": table})

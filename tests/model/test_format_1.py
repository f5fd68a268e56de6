# SPDX-License-Identifier: MIT
"""A real file and a real export of format 1 (release 0.1.0) come to today's format with all in them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from tests.model.any_rows import whole
from walkthrough.model import Refused
from walkthrough.model.clock import FixedClock
from walkthrough.model.commands.hands import CountHands
from walkthrough.model.commands.live import ReopenMeeting
from walkthrough.model.commands.prepare import SetRoomSize
from walkthrough.model.journal import journaled_tables, wanted_triggers
from walkthrough.model.migrations import v0002_live_meetings_and_ballots as version
from walkthrough.model.schema import Base
from walkthrough.model.store import file
from walkthrough.model.store.integrity import check
from walkthrough.model.store.interchange import export_data, import_data
from walkthrough.model.workbook import Workbook

HERE = Path(__file__).parent
STATEMENTS, EXPORT = HERE / "format1.sql", HERE / "format1.json"
CLOCK = FixedClock(datetime(2026, 9, 20, 12, tzinfo=UTC))
DEFAULTS = {
    "meeting": {
        "picture_cm": None, "back_row_cm": None, "dots": 3, "dots_private": 0, "rating": None,
        "arrangements": "",
    },
    "attendance": {"has_left": 0, "leaves": ""},
    "finding": {"said_by_partner_id": None},
    "ladder": {"is_own": 0},
    "round": {"dimension_id": None, "ballots": 0, "box": ""},
    "indicator": {"criterion_id": None},
}  # fmt: skip


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "format1.walkthrough"
    connection = driver.connect(str(path), isolation_level=None)
    connection.executescript(STATEMENTS.read_text("utf-8"))
    connection.execute("pragma journal_mode=wal")
    connection.close()
    assert file.read_header(path).schema == 1
    return path


def rows_in(path):
    """Every row of every table that is not search's own, as it lies in the file."""
    connection = driver.connect(str(path))
    try:
        names = connection.execute(
            "select name from pragma_table_list"
            " where schema = 'main' and type = 'table' and name not like 'sqlite%'"
        ).fetchall()
        found = {}
        for (name,) in names:
            cursor = connection.execute(f'select * from "{name}" order by 1, 2')
            columns = [column[0] for column in cursor.description]
            found[name] = [dict(zip(columns, row, strict=True)) for row in cursor]
        return found
    finally:
        connection.close()


def indexes_in(path):
    """By name: its columns, whether it is unique, and the condition of a partial one."""
    connection = driver.connect(str(path))
    try:
        found = {}
        tables = connection.execute("select name from sqlite_schema where type = 'table'").fetchall()
        for (table,) in tables:
            for _, name, unique, origin, partial in connection.execute(f'pragma index_list("{table}")'):
                columns = tuple(
                    (column, desc)
                    for _, _, column, desc, _, key in connection.execute(f'pragma index_xinfo("{name}")')
                    if key
                )
                label = name if origin == "c" else f"{table} {origin} {columns}"
                found[label] = (table, columns, unique, partial)
        return found
    finally:
        connection.close()


def opened(path):
    return Workbook.open(path, clock=CLOCK, backups=path.parent / "backups")


def test_the_file_of_format_1_holds_something_in_every_table_it_has(path):
    rows = rows_in(path)
    old = {table.name for table in journaled_tables()} - version.NEW_TABLES
    assert {name for name in old if not rows[name]} <= {"parked_topic", "decision"}
    assert rows["draft"]
    assert rows["removed"]
    assert not rows.keys() & version.NEW_TABLES


def test_what_the_version_says_is_new_is_what_format_1_does_not_have(path):
    rows = rows_in(path)
    today = {table.name: set(table.columns.keys()) for table in journaled_tables()}
    assert set(today) - set(rows) == version.NEW_TABLES
    connection = driver.connect(str(path))
    for name in today.keys() & rows.keys():
        had = {row[1] for row in connection.execute(f'pragma table_info("{name}")')}
        assert today[name] - had == version.NEW_COLUMNS.get(name, frozenset()), name
        assert had <= today[name]
    connection.close()
    assert DEFAULTS.keys() == version.NEW_COLUMNS.keys()
    assert all(DEFAULTS[name].keys() == columns for name, columns in version.NEW_COLUMNS.items())


def test_opening_keeps_every_row_and_gives_new_columns_their_defaults(path):
    before = rows_in(path)
    opened(path).close()
    after = rows_in(path)
    assert file.read_header(path).schema == file.SCHEMA
    for name, rows in before.items():
        if name.startswith("search") or name == "chg_row":
            continue
        assert after[name] == [row | DEFAULTS.get(name, {}) for row in rows], name
    assert all(after[name] == [] for name in (*version.NEW_TABLES, "live_now"))


def test_the_journal_keeps_every_image_with_the_new_columns_in_it(path):
    before = rows_in(path)["chg_row"]
    opened(path).close()
    after = rows_in(path)["chg_row"]
    assert len(after) == len(before) > 50
    for was, now in zip(before, after, strict=True):
        assert [was[name] for name in ("n", "step", "tbl", "pk")] == [
            now[name] for name in ("n", "step", "tbl", "pk")
        ]
        for image in ("old", "new"):
            wanted = was[image] and json.loads(was[image]) | DEFAULTS.get(was["tbl"], {})
            assert (now[image] and json.loads(now[image])) == wanted


def test_the_upgraded_file_has_the_indexes_and_triggers_of_a_new_one(path, blank_workbook_file):
    assert indexes_in(path) != indexes_in(blank_workbook_file)
    opened(path).close()
    assert indexes_in(path) == indexes_in(blank_workbook_file)
    connection = driver.connect(str(path))
    triggers = dict(
        connection.execute("select name, sql from sqlite_schema where type = 'trigger'").fetchall()
    )
    strict = {row[1] for row in connection.execute("pragma table_list") if row[5]}
    connection.close()
    assert {name: sql.lower() for name, sql in triggers.items()} == {
        name: sql.lower() for name, sql in wanted_triggers().items()
    }
    assert {table.name for table in Base.metadata.sorted_tables} | {"live_now"} <= strict


def test_an_upgraded_file_is_sound_and_says_so(path, run):
    opened(path).close()
    assert check(path).faults == ()
    assert run("check", path).code == 0


def test_all_steps_of_format_1_are_undone_and_done_again_and_new_ones_follow(path):
    book = opened(path)
    now = book.read(whole)
    assert book.undo(older_too=True) is not None  # the closing of the meeting
    with pytest.raises(Refused) as refused:
        book.undo(older_too=True)
    assert refused.value.code == "undo_barrier"  # something was removed for good before it
    book.redo()
    assert book.read(whole) == now
    (meeting,) = [key for table, key in now if table == "meeting"]
    (stage_check,) = [key for table, key in now if table == "stage_check"]
    for command in (
        ReopenMeeting(meeting),
        SetRoomSize(meeting, 200, 600),
        CountHands(stage_check, (0, 6), 6),
    ):
        book.do(command)
    for _ in range(3):
        book.undo()
    assert book.read(whole) == now
    book.close()
    assert check(path).faults == ()


def test_words_of_format_1_are_found_and_its_draft_is_still_there(path):
    book = opened(path)
    found = book.read(
        lambda c: c.exec_driver_sql("select count(*) from search where search match 'martes'").scalar_one()
    )
    assert found == 1
    assert [draft.text for draft in book.drafts.all()] == ["half typed"]
    book.close()


def test_an_export_of_format_1_comes_in_as_the_file_of_format_1_does(path, tmp_path):
    again = tmp_path / "imported.walkthrough"
    import_data(EXPORT.read_bytes(), again)
    one, other = opened(path), opened(again)
    assert other.read(whole) == one.read(whole)
    assert other.read(export_data) == one.read(export_data)
    one.close()
    other.close()
    assert check(again).faults == ()


def test_an_export_of_format_1_may_still_not_lack_what_format_1_had(tmp_path):
    for table, column in (("meeting", "title"), ("finding", "text")):
        told = json.loads(EXPORT.read_text("utf-8"))
        del told["tables"][table][0][column]
        with pytest.raises(Refused) as refused:
            import_data(json.dumps(told).encode(), tmp_path / "wrong.walkthrough")
        assert refused.value.facts == {"place": f"tables.{table}[0].{column}", "why": "missing"}


def test_an_export_of_today_may_not_lack_what_came_with_format_2(path, tmp_path):
    book = opened(path)
    told = json.loads(book.read(export_data))
    book.close()
    lacks_table, lacks_column = json.loads(json.dumps(told)), told
    del lacks_table["tables"]["debrief"]
    del lacks_column["tables"]["meeting"][0]["dots"]
    for wrong, place in ((lacks_table, "tables.debrief"), (lacks_column, "tables.meeting[0].dots")):
        with pytest.raises(Refused) as refused:
            import_data(json.dumps(wrong).encode(), tmp_path / "wrong.walkthrough")
        assert refused.value.facts == {"place": place, "why": "missing"}

# SPDX-License-Identifier: MIT
"""The check of a workbook: a sound one is called sound, each kind of fault is found, nothing is changed."""

from __future__ import annotations

import shutil
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.model.any_rows import Edit, Insert
from tests.model.asked import asked_in
from tests.model.asked import filled as fill
from walkthrough.model import FileTrouble
from walkthrough.model.ballots import BallotBox
from walkthrough.model.clock import FixedClock
from walkthrough.model.commands.entry import RecordEntry
from walkthrough.model.journal import wanted_triggers
from walkthrough.model.store import file
from walkthrough.model.store.copying import opened
from walkthrough.model.store.integrity import Fault, check
from walkthrough.model.words import Kind
from walkthrough.model.workbook import Workbook

CLOCK = FixedClock(datetime(2026, 3, 4, 12, tzinfo=UTC))


@pytest.fixture(scope="module")
def filled(blank_workbook_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("filled") / "filled.walkthrough"
    shutil.copyfile(blank_workbook_file, path)
    book = Workbook.open(path, clock=CLOCK)
    for seed in range(10):
        book.do(Insert(seed, 40))
        book.do(Edit(seed))
    book.do(RecordEntry(Kind.DECISION, "We share one form"))
    book.undo()
    book.redo()
    book.close()
    return path


@pytest.fixture
def path(filled: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "Büro of Ann's 'things'"
    folder.mkdir()
    return Path(shutil.copyfile(filled, folder / "a b.walkthrough"))


def test_a_sound_workbook_is_sound_and_untouched(path: Path):
    content = path.read_bytes()
    found = check(path)
    assert (found.schema, found.faults, found.sound) == (file.SCHEMA, (), True)
    assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]


def test_an_open_workbook_can_be_checked_with_what_its_log_holds(path: Path):
    book = Workbook.open(path, clock=CLOCK)
    book.do(RecordEntry(Kind.DECISION, "Said a moment ago"))
    assert check(path).faults == ()
    book.close()


def test_a_log_left_by_a_crash_is_looked_at_and_left(path: Path, tmp_path: Path):
    book = Workbook.open(path, clock=CLOCK)
    book.do(RecordEntry(Kind.DECISION, "Said a moment ago"))
    crashed = tmp_path / "crashed.walkthrough"
    for ending in ("", "-wal"):
        shutil.copyfile(f"{path}{ending}", f"{crashed}{ending}")
    book.close()
    before = [crashed.read_bytes(), crashed.with_name(crashed.name + "-wal").read_bytes()]
    assert check(crashed).faults == ()
    assert [crashed.read_bytes(), crashed.with_name(crashed.name + "-wal").read_bytes()] == before


def test_a_workbook_in_a_folder_that_cannot_be_written_can_be_checked(
    path: Path, ordinary_user: AbstractContextManager[None]
):
    path.chmod(0o400)
    path.parent.chmod(0o500)
    try:
        with ordinary_user:
            assert check(path).faults == ()
    finally:
        path.parent.chmod(0o700)


def spoil(path: Path, statement: str) -> None:
    """Change the file behind the program's back: no trace in the journal, no foreign key in the way."""
    with opened(path) as connection:
        for (name,) in connection.execute("select name from sqlite_schema where type = 'trigger'").fetchall():
            connection.execute(f"drop trigger {name}")
        connection.execute(statement)
        if " table " not in statement:
            for trigger in wanted_triggers().values():
                connection.execute(trigger)


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("delete from walk where id = (select walk_id from lane limit 1)", "foreign_keys"),
        ("update decision set text = 'changed behind the back'", "search"),
        ("update number_series set next = 3", "number_ahead"),
        ("delete from number_series", "number_ahead"),
        (
            "update decision set number = (select max(number) from raised) where text = 'We share one form'",
            "numbers_twice",
        ),
        ("update meeting set title = 'changed behind the back'", "journal"),
        ("delete from chg_step where seq = (select max(seq) from chg_step where kind = 'undo')", "journal"),
        ("update chg_now set step = 1", "journal"),
        ("update meeting set day = 'yesterday'", "value"),
        ("update raised set tier = 'cellar'", "value"),
        ("insert into removed select 'decision', id, 2 from decision", "removed"),
        ("create table ballot(id text)", "privacy"),
        ("create table open_tally(id text)", "privacy"),
        ("drop table seat", "tables"),
        ("alter table seat add column colour text", "tables"),
        ("delete from search_row where tbl = 'decision'", "search"),
    ],
)
def test_each_fault_is_found(statement: str, code: str, path: Path):
    spoil(path, statement)
    content = path.read_bytes()
    assert code in {fault.code for fault in check(path).faults}
    assert path.read_bytes() == content


def test_ballot_boxes_beside_a_workbook_are_told_of_and_only_looked_at(
    path: Path, monkeypatch: pytest.MonkeyPatch
):
    book = Workbook.open(path, clock=CLOCK)
    asked = asked_in(book)
    left = fill(book.boxes.open_new(asked.check_head()), 5)
    fill(book.boxes.open_new(asked.questionnaire_head()), 4)
    monkeypatch.setattr(BallotBox, "destroy", lambda box: False)
    book.seal(left)
    book.close()
    damaged = path.with_name(path.name + ".00ff.ballots")
    damaged.write_bytes(b"?" * 5000)
    before = {file: file.read_bytes() for file in path.parent.iterdir()}
    assert len(before) == 4
    found = check(path)
    assert found.notes == (Fault("box_open", {"ballots": 4}),), "the sealed one is not open"
    assert found.faults == (Fault("box_damaged", {"name": damaged.name}),)
    assert {file: file.read_bytes() for file in path.parent.iterdir()} == before
    damaged.unlink()
    assert check(path).sound
    spoil(path, "update round set ballots = 4")
    assert Fault("privacy", {"table": "tally"}) in check(path).faults


def test_a_missing_trigger_is_named(path: Path):
    with opened(path) as connection:
        connection.execute("drop trigger chg_seat_update")
    (fault,) = check(path).faults
    assert (fault.code, fault.facts) == ("triggers", {"names": ["chg_seat_update"]})


def test_a_damaged_page_is_found(path: Path):
    content = bytearray(path.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 4096] = b"\xa5" * 4096
    path.write_bytes(content)
    assert [fault.code for fault in check(path).faults] == ["damaged"]
    assert path.read_bytes() == content


def test_a_truncated_file_is_damaged(path: Path):
    path.write_bytes(path.read_bytes()[:20_000])
    assert [fault.code for fault in check(path).faults] == ["damaged"]


@pytest.mark.parametrize(("content", "code"), [(b"", "not_a_workbook"), (b"%PDF-1.7" * 99, "not_a_workbook")])
def test_what_is_no_workbook_is_not_checked(content: bytes, code: str, path: Path):
    path.write_bytes(content)
    with pytest.raises(FileTrouble) as trouble:
        check(path)
    assert trouble.value.code == code

# SPDX-License-Identifier: MIT
"""Backups: once a day and when asked, complete, checked, thinned; trouble with them never stops the work."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.any_rows import whole
from walkthrough.model import FileTrouble
from walkthrough.model.clock import FixedClock
from walkthrough.model.commands.entry import RecordEntry
from walkthrough.model.store.backup import KEPT_LAST, Backups, to_keep
from walkthrough.model.store.copying import opened
from walkthrough.model.words import Kind
from walkthrough.model.workbook import Workbook

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOON)


@pytest.fixture
def path(blank_workbook_file: Path, tmp_path: Path) -> Path:
    path = tmp_path / "Ann's county é.walkthrough"
    shutil.copyfile(blank_workbook_file, path)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "my backups"


def backups(path: Path, folder: Path) -> list[tuple[str, datetime]]:
    return [(backup.reason, backup.at) for backup in Backups(folder, path).all()]


def test_the_first_opening_of_a_day_makes_one(path: Path, folder: Path, clock: FixedClock):
    for hours in (0, 1, 2, 24, 25):
        clock.moment = NOON + timedelta(hours=hours)
        Workbook.open(path, clock=clock, backups=folder).close()
    assert backups(path, folder) == [("daily", NOON + timedelta(days=1)), ("daily", NOON)]


def test_a_backup_is_one_file_that_holds_all_and_opens(path: Path, folder: Path, clock: FixedClock):
    book = Workbook.open(path, clock=clock, backups=folder)
    book.do(RecordEntry(Kind.DECISION, "We share one form"))
    backup = book.backup_now("before-merge")
    assert [p.name for p in folder.iterdir() if "before-merge" in p.name] == [backup.path.name]
    assert backup.reason == "before-merge"
    copy = Workbook.open(backup.path)
    assert copy.read(whole) == book.read(whole)
    assert copy.next_undo == book.next_undo
    copy.close()
    book.close()


def test_what_a_log_still_holds_is_in_the_backup(path: Path, folder: Path, clock: FixedClock):
    with opened(path) as writer:
        writer.execute("pragma journal_mode=wal")
        writer.execute("insert into draft values('line', 'half a sentence', '2026')")
        backup = Backups(folder, path).make("log", NOON)
        with opened(backup.path, reading=True) as copy:
            assert copy.execute("select text from draft").fetchall() == [("half a sentence",)]


def test_two_in_one_second_have_two_names(path: Path, folder: Path):
    made = {Backups(folder, path).make("asked", NOON).path for _ in range(3)}
    assert len(made) == 3
    assert set(folder.iterdir()) == made


def test_backups_of_another_workbook_are_not_counted(path: Path, folder: Path, tmp_path: Path):
    other = tmp_path / "other" / path.name
    other.parent.mkdir()
    Workbook.create(other).close()
    Backups(folder, other).make("asked", NOON)
    assert Backups(folder, path).all() == ()
    assert Backups(folder, path).is_due(NOON)


def test_a_renamed_workbook_keeps_its_backups(path: Path, folder: Path):
    Backups(folder, path).make("asked", NOON)
    renamed = path.rename(path.with_name("New name.walkthrough"))
    assert backups(renamed, folder) == [("asked", NOON)]
    assert Backups(folder, renamed).is_due(NOON)


def test_without_a_folder_there_is_none(path: Path):
    book = Workbook.open(path)
    assert book.backup_now("asked") is None
    book.close()


def test_a_folder_that_cannot_be_written_does_not_stop_the_work(
    path: Path, tmp_path: Path, clock: FixedClock
):
    blocked = tmp_path / "a file"
    blocked.write_text("in the way")
    book = Workbook.open(path, clock=clock, backups=blocked)
    assert book.backup_trouble is not None
    assert book.backup_trouble.code == "cannot_write"
    book.do(RecordEntry(Kind.DECISION, "We go on"))
    with pytest.raises(FileTrouble) as trouble:
        book.backup_now("asked")
    assert trouble.value.code == "cannot_write"
    book.close()


@pytest.mark.skipif(os.name == "nt", reason="no limit on the size of a file there")
def test_a_full_disk_leaves_no_half_backup(path: Path, folder: Path, clock: FixedClock):
    import resource

    book = Workbook.open(path, clock=clock, backups=folder)
    before = set(folder.iterdir())
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, limits[1]))
    try:
        with pytest.raises(FileTrouble) as trouble:
            book.backup_now("asked")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert trouble.value.code in {"disk_full", "cannot_write"}
    assert set(folder.iterdir()) == before
    book.close()


def test_a_damaged_workbook_makes_no_backup_and_pushes_none_out(path: Path, folder: Path, clock: FixedClock):
    good = Backups(folder, path).make("good", NOON - timedelta(days=1))
    content = bytearray(path.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 4096] = b"\xa5" * 4096
    path.write_bytes(content)
    with pytest.raises(FileTrouble) as trouble:
        Workbook.open(path, clock=clock, backups=folder)
    assert (trouble.value.code, trouble.value.facts) == ("damaged", {"path": str(path)})
    assert list(folder.iterdir()) == [good.path]
    assert path.read_bytes() == bytes(content)


def test_thinning_keeps_ten_and_a_day_a_week_a_month(path: Path, folder: Path):
    day = NOON - timedelta(days=500)
    folder.mkdir()
    store = Backups(folder, path)
    first = store.make("daily", day)
    while day < NOON:
        day += timedelta(days=1)
        shutil.copyfile(first.path, folder / first.path.name.replace("20241020", day.strftime("%Y%m%d")))
    store.thin()
    kept = [at for _, at in backups(path, folder)]
    assert kept[:KEPT_LAST] == [NOON - timedelta(days=n) for n in range(KEPT_LAST)]
    assert 20 <= len(kept) <= 10 + 7 + 4 + 13
    assert kept[-1] < NOON - timedelta(days=330)


MOMENTS = st.lists(st.integers(0, 500 * 24).map(lambda hours: NOON - timedelta(hours=hours)), max_size=120)


@given(MOMENTS)
def test_thinning_twice_is_thinning_once(moments: list[datetime]):
    kept = to_keep(moments)
    assert set(kept) <= set(moments)
    assert to_keep(kept) == kept
    assert len(kept) <= 10 + 7 + 4 + 13
    assert kept[:KEPT_LAST] == sorted(set(moments), reverse=True)[:KEPT_LAST]

# SPDX-License-Identifier: MIT
"""Files that are moved, swapped, linked or cut off behind the program's back: nothing lost, nothing mixed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from walkthrough.model import FileTrouble
from walkthrough.model.clock import FixedClock
from walkthrough.model.commands.entry import RecordEntry
from walkthrough.model.store.integrity import check
from walkthrough.model.words import Kind
from walkthrough.model.workbook import Workbook

CLOCK = FixedClock(datetime(2026, 3, 4, 12, tzinfo=UTC))
only_where_open_files_move = pytest.mark.skipif(os.name == "nt", reason="an open file cannot be moved there")


@pytest.fixture
def path(blank_workbook_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(blank_workbook_file, tmp_path / "county.walkthrough"))


def say(book: Workbook, text: str) -> None:
    book.do(RecordEntry(Kind.DECISION, text))


def said(path: Path) -> list[str]:
    book = Workbook.open(path, clock=CLOCK)
    try:
        return decisions(book)
    finally:
        book.close()


def decisions(book: Workbook) -> list[str]:
    return book.read(
        lambda c: [t for (t,) in c.exec_driver_sql("select text from decision order by number").fetchall()]
    )


def rename(path: Path) -> None:
    path.rename(path.with_name("renamed.walkthrough"))


def replace(path: Path) -> None:
    other = path.with_name("other")
    shutil.copyfile(path, other)
    path.rename(path.with_name("renamed.walkthrough"))
    other.replace(path)


@only_where_open_files_move
@pytest.mark.parametrize("move", [rename, replace])
@pytest.mark.parametrize(
    "write",
    [
        lambda book: say(book, "lost?"),
        lambda book: book.undo(),
        lambda book: book.idle(),
        lambda book: book.settle(),
        lambda book: book.backup_now("asked"),
        lambda book: book.drafts.keep("capture", "half-typed"),
        lambda book: book.drafts.drop("capture"),
        lambda book: book.remove_for_good("decision", "1"),
    ],
    ids=["do", "undo", "idle", "settle", "backup", "keep", "drop", "remove"],
)
def test_a_file_moved_while_open_is_written_to_no_more(
    move: Callable[[Path], None], write: Callable[[Workbook], object], path: Path, tmp_path: Path
):
    book = Workbook.open(path, clock=CLOCK, backups=tmp_path / "backups")
    say(book, "before")
    book.idle()
    move(path)
    here = path.read_bytes() if path.exists() else None
    moved = path.with_name("renamed.walkthrough").read_bytes()
    saved = book.last_saved
    with pytest.raises(FileTrouble) as trouble:
        write(book)
    assert (trouble.value.code, book.last_saved) == ("moved", saved)
    assert decisions(book) == ["before"]
    book.close()
    assert (path.read_bytes() if path.exists() else None) == here
    assert path.with_name("renamed.walkthrough").read_bytes() == moved
    assert said(path.with_name("renamed.walkthrough")) == ["before"]


@only_where_open_files_move
def test_a_file_moved_in_the_middle_of_a_step_is_not_said_to_be_saved(path: Path):
    book = Workbook.open(path, clock=CLOCK)

    class Move(RecordEntry):
        def apply(self, session):
            super().apply(session)
            rename(path)

    with pytest.raises(FileTrouble) as trouble:
        book.do(Move(Kind.DECISION, "lost?"))
    assert trouble.value.code == "moved"
    rename_back = path.with_name("renamed.walkthrough")
    rename_back.rename(path)
    say(book, "found again")
    book.close()
    assert said(path) == ["found again"]
    assert check(path).sound


@only_where_open_files_move
def test_reading_never_makes_a_file(path: Path):
    book = Workbook.open(path, clock=CLOCK)
    book._reader.dispose()
    rename(path)
    with pytest.raises(FileTrouble) as trouble:
        decisions(book)
    assert trouble.value.code == "moved"
    book.close()
    assert not path.exists()

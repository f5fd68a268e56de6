# SPDX-License-Identifier: MIT
"""Files that are moved, swapped, linked or cut off behind the program's back: nothing lost, nothing mixed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.source_tree import ROOT
from walkthrough.model import FileTrouble
from walkthrough.model.clock import FixedClock
from walkthrough.model.commands.entry import RecordEntry
from walkthrough.model.snapshot import snapshot
from walkthrough.model.store.integrity import check
from walkthrough.model.store.lock import lock_path
from walkthrough.model.store.making import made_beside
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


KILLED = """
import os, sys
from pathlib import Path
from walkthrough.model.commands.entry import RecordEntry
from walkthrough.model.store.lock import lock_path
from walkthrough.model.store.making import made_beside
from walkthrough.model.words import Kind
from walkthrough.model.workbook import Workbook
book = Workbook.open(Path(sys.argv[1]))
for text in sys.argv[2:]:
    book.do(RecordEntry(Kind.DECISION, text))
os._exit(9)
"""


def killed_after(path: Path, *texts: str) -> bytes:
    """Record in a program that dies without closing; returns the log it leaves."""
    done = subprocess.run([sys.executable, "-c", KILLED, str(path), *texts], cwd=ROOT, check=False)
    assert done.returncode == 9
    log = path.with_name(path.name + "-wal").read_bytes()
    assert log
    return log


def another(folder: Path, grown_from: Path | None) -> Path:
    other = folder / "other.walkthrough"
    if grown_from is None:
        Workbook.create(other, clock=CLOCK).close()
    else:
        shutil.copyfile(grown_from, other)
    book = Workbook.open(other, clock=CLOCK)
    for n in range(12):
        say(book, f"theirs {n}")
    book.close()
    return other


@pytest.mark.parametrize("is_kin", [False, True], ids=["another workbook", "grown from the same"])
@pytest.mark.parametrize("opens", ["open", "export"])
def test_a_log_of_another_file_is_put_aside_and_told(is_kin: bool, opens: str, path: Path, tmp_path: Path):
    other = another(tmp_path, path if is_kin else None)
    log = killed_after(path, *(f"ours {n}" for n in range(9)))
    shutil.copyfile(other, path)
    aside = path.with_name(path.name + "-wal.left-over")
    if opens == "open":
        book = Workbook.open(path, clock=CLOCK)
        assert book.left_over == aside
        book.close()
    else:
        with snapshot(path):
            pass
    assert aside.read_bytes() == log
    assert said(path) == [f"theirs {n}" for n in range(12)]
    assert check(path).sound


def test_a_log_that_belongs_to_the_file_is_brought_in(path: Path):
    killed_after(path, "one", "two")
    book = Workbook.open(path, clock=CLOCK)
    assert (decisions(book), book.left_over) == (["one", "two"], None)
    book.close()


def test_a_file_torn_while_its_log_was_brought_in_is_healed_by_the_log(path: Path):
    killed_after(path, *(f"ours {n}" for n in range(9)))
    whole = path.with_name("whole.walkthrough")
    shutil.copyfile(path, whole)
    shutil.copyfile(path.with_name(path.name + "-wal"), whole.with_name(whole.name + "-wal"))
    Workbook.open(whole, clock=CLOCK).close()
    new, old = whole.read_bytes(), path.read_bytes()
    half = len(old) // 2 // 4096 * 4096
    path.write_bytes(new[:half] + old[half:])
    book = Workbook.open(path, clock=CLOCK)
    assert (len(decisions(book)), book.left_over) == (9, None)
    book.close()
    assert check(path).sound


def test_a_backup_copied_over_a_file_with_a_log_gives_a_sound_workbook(path: Path, tmp_path: Path):
    book = Workbook.open(path, clock=CLOCK)
    say(book, "in the backup")
    book.close()
    backup = Path(shutil.copyfile(path, tmp_path / "backup"))
    book = Workbook.open(path, clock=CLOCK)
    for n in range(40):
        say(book, f"after it {n} " + "x" * 500)
    book.close()
    log = killed_after(path, "at the end")
    shutil.copyfile(backup, path)
    book = Workbook.open(path, clock=CLOCK)
    assert (decisions(book), book.left_over is not None) == (["in the backup"], True)
    assert book.left_over.read_bytes() == log
    book.close()
    assert check(path).sound


def test_a_damaged_file_and_its_log_stay_as_they_are(path: Path):
    log = killed_after(path, "ours")
    content = path.read_bytes()[:100] + b"\xa5" * 9000
    path.write_bytes(content)
    with pytest.raises(FileTrouble) as trouble:
        Workbook.open(path, clock=CLOCK)
    assert trouble.value.code == "damaged"
    assert (path.read_bytes(), path.with_name(path.name + "-wal").read_bytes()) == (content, log)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_a_disk_too_full_for_the_words_in_a_lock_is_no_obstacle(path: Path):
    lock_path(path).symlink_to("/dev/full")
    book = Workbook.open(path, clock=CLOCK)
    say(book, "there was room")
    book.close()
    assert said(path) == ["there was room"]


FULL = """
import resource, signal, sys
from pathlib import Path
from walkthrough.model.errors import FileTrouble
from walkthrough.model.workbook import Workbook
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
try:
    Workbook.create(Path(sys.argv[1]))
except FileTrouble as trouble:
    print(trouble.code)
"""


@pytest.mark.skipif(os.name == "nt", reason="no such limit there")
@pytest.mark.parametrize("room", [0, 20_000])
def test_where_there_is_no_room_for_a_new_workbook_nothing_is_left(room: int, tmp_path: Path):
    folder = tmp_path / "full"
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(folder / "new.walkthrough"), str(room)],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    assert (done.stdout.strip() in {"cannot_write", "disk_full"}, done.stderr) == (True, "")
    assert list(folder.iterdir()) == []


def test_a_sample_cut_short_leaves_nothing_at_its_name(tmp_path: Path):
    path = tmp_path / "sample.walkthrough"
    left = path.with_name(path.name + ".part")
    left.write_bytes(b"left by a program that was killed")
    with suppress(KeyboardInterrupt), made_beside(path) as part:
        assert part == left
        Workbook.create(part, clock=CLOCK).close()
        assert not path.exists()
        raise KeyboardInterrupt
    assert list(tmp_path.glob("sample*")) == []
    with made_beside(path) as part:
        Workbook.create(part, clock=CLOCK).close()
    assert (said(path), list(tmp_path.glob("sample*"))) == ([], [path])


def test_a_file_with_a_second_name_is_refused_and_opens_without_it(path: Path):
    second = path.with_name("second.walkthrough")
    os.link(path, second)
    for name in (path, second):
        with pytest.raises(FileTrouble) as trouble:
            Workbook.open(name, clock=CLOCK)
        assert trouble.value.code == "linked"
        assert not lock_path(name).exists()
    second.unlink()
    Workbook.open(path, clock=CLOCK).close()


def test_a_name_longer_than_the_system_takes_is_said(tmp_path: Path):
    for name in ("x" * 300, "x" * 250):
        for act in (Workbook.create, Workbook.open):
            with pytest.raises(FileTrouble) as trouble:
                act(tmp_path / name)
            assert trouble.value.code in {"name_too_long", "missing"}
    with pytest.raises(FileTrouble) as trouble, made_beside(tmp_path / ("x" * 252)):
        pass
    assert trouble.value.code == "name_too_long"
    assert not list(tmp_path.glob("x*"))


def test_a_workbook_opened_twice_in_one_program_is_not_even_looked_at(path: Path):
    book = Workbook.open(path, clock=CLOCK)
    say(book, "one")
    with pytest.raises(FileTrouble) as trouble:
        Workbook.open(path, clock=CLOCK)
    assert trouble.value.code == "in_use"
    code = "import sys; from pathlib import Path; from walkthrough.model.snapshot import snapshot\n"
    code += "with snapshot(Path(sys.argv[1])): pass"
    subprocess.run([sys.executable, "-c", code, str(path)], cwd=ROOT, check=True)
    say(book, "two")
    book.close()
    assert said(path) == ["one", "two"]

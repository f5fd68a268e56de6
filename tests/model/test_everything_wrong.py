# SPDX-License-Identifier: MIT
"""One of everything that can be wrong with a file: one clear trouble each, nothing lost, all untouched."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.model.any_rows import Insert, whole
from tests.source_tree import ROOT
from walkthrough.model import FileTrouble
from walkthrough.model.clock import FixedClock
from walkthrough.model.commands.entry import RecordEntry
from walkthrough.model.store.copying import opened
from walkthrough.model.store.integrity import check
from walkthrough.model.store.lock import lock_path
from walkthrough.model.words import Kind
from walkthrough.model.workbook import Workbook

CLOCK = FixedClock(datetime(2026, 3, 4, 12, tzinfo=UTC))
PAGE = 4096


@pytest.fixture(scope="module")
def filled(blank_workbook_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("filled") / "filled.walkthrough"
    shutil.copyfile(blank_workbook_file, path)
    book = Workbook.open(path, clock=CLOCK)
    for seed in range(6):
        book.do(Insert(seed, 40))
    book.undo()
    book.close()
    return path


@pytest.fixture
def path(filled: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(filled, tmp_path / "county.walkthrough"))


def trouble_at_opening(path: Path) -> FileTrouble:
    with pytest.raises(FileTrouble) as trouble:
        Workbook.open(path, clock=CLOCK)
    return trouble.value


def patched(at: int, piece: bytes) -> Callable[[bytes], bytes]:
    return lambda content: content[:at] + piece + content[at + len(piece) :]


WRONG_CONTENT = [
    ("nothing in it", lambda content: b"", "not_a_workbook"),
    ("a text", lambda content: b"Minutes of the meeting\n" * 40, "not_a_workbook"),
    ("another program's database", patched(68, b"\0\0\0\0"), "not_a_workbook"),
    ("the first kilobyte only", lambda content: content[:1000], "damaged"),
    ("fifty bytes only", lambda content: content[:50], "not_a_workbook"),
    ("cut off in the middle", lambda content: content[: len(content) // 2], "damaged"),
    ("one page short", lambda content: content[:-PAGE], "damaged"),
    ("of a newer program", patched(60, (99).to_bytes(4, "big")), "newer"),
    ("its table of tables overwritten", patched(100, b"\xa5" * (PAGE - 100)), "damaged"),
    ("zeros behind the header", lambda content: content[:100] + bytes(len(content) - 100), "damaged"),
    (
        "all but the header overwritten",
        lambda content: content[:100] + b"\x5a" * (len(content) - 100),
        "damaged",
    ),
]


@pytest.mark.parametrize(
    ("spoil", "code"), [(s, c) for _, s, c in WRONG_CONTENT], ids=[n for n, _, _ in WRONG_CONTENT]
)
def test_a_file_that_cannot_be_opened_is_refused_and_untouched(
    spoil: Callable[[bytes], bytes], code: str, path: Path
):
    content = spoil(path.read_bytes())
    path.write_bytes(content)
    assert trouble_at_opening(path).code == code
    assert path.read_bytes() == content
    assert list(path.parent.glob("county*")) == [path]


def test_a_newer_file_is_refused_with_both_numbers(path: Path):
    path.write_bytes(patched(60, (99).to_bytes(4, "big"))(path.read_bytes()))
    facts = trouble_at_opening(path).facts
    assert (facts["schema"], facts["ours"] < 99) == (99, True)


@pytest.mark.parametrize(
    "folder", ["My papers 2026", "Büro für Familién", "Ann's 'best' \"folder\"", "%41 #1 ?a=b", "日本 😀"]
)
def test_any_name_of_a_folder_is_good(folder: str, tmp_path: Path):
    if sys.platform == "win32" and set(folder) & set('?"'):
        pytest.skip("no such name there")
    path = tmp_path / folder / (folder + ".walkthrough")
    path.parent.mkdir()
    book = Workbook.create(path, clock=CLOCK, backups=path.parent / "backups")
    book.do(RecordEntry(Kind.DECISION, "We share one form"))
    book.backup_now("asked")
    book.close()
    book = Workbook.open(path, clock=CLOCK, backups=path.parent / "backups")
    assert book.undo() is not None
    book.close()
    assert check(path).sound


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda path: path.with_name("no such.walkthrough"), "missing"),
        (lambda path: path.parent / "no such folder" / "x.walkthrough", "missing"),
        (lambda path: path.parent, "cannot_open"),
        (lambda path: path / "inside a file", "cannot_open"),
    ],
)
def test_a_place_that_is_none_is_said(make: Callable[[Path], Path], code: str, path: Path):
    assert trouble_at_opening(make(path)).code == code


def test_a_workbook_is_not_made_in_a_missing_folder_or_over_another(path: Path):
    for place, code in ((path.parent / "nowhere" / "x.walkthrough", "no_folder"), (path, "exists")):
        with pytest.raises(FileTrouble) as trouble:
            Workbook.create(place)
        assert trouble.value.code == code


def test_a_read_only_file_is_said_and_untouched(path: Path, ordinary_user: AbstractContextManager[None]):
    content = path.read_bytes()
    path.chmod(0o444)
    with ordinary_user:
        assert trouble_at_opening(path).code == "read_only"
    assert path.read_bytes() == content
    assert not lock_path(path).exists()


def test_a_file_nobody_may_read_is_said(path: Path, ordinary_user: AbstractContextManager[None]):
    path.chmod(0)
    with ordinary_user:
        assert trouble_at_opening(path).code == "cannot_open"


def test_a_read_only_folder_is_said_and_untouched(path: Path, ordinary_user: AbstractContextManager[None]):
    content = path.read_bytes()
    path.parent.chmod(0o555)
    try:
        with ordinary_user:
            assert trouble_at_opening(path).code == "read_only"
            with pytest.raises(FileTrouble) as trouble:
                Workbook.create(path.with_name("new.walkthrough"))
            assert trouble.value.code == "read_only"
        assert list(path.parent.iterdir()) == [path, *(p for p in path.parent.iterdir() if p != path)]
        assert path.read_bytes() == content
    finally:
        path.parent.chmod(0o755)


def fill_up(book: Workbook, spare: int = 0) -> None:
    with book._writer.connect() as connection:
        pages = connection.exec_driver_sql("pragma page_count").scalar_one()
        connection.exec_driver_sql(f"pragma max_page_count={pages + spare}")


def test_a_full_disk_is_said_nothing_is_lost_and_work_goes_on_when_there_is_room(path: Path):
    book = Workbook.open(path, clock=CLOCK)
    book.do(RecordEntry(Kind.DECISION, "Saved before the disk was full"))
    fill_up(book)
    with suppress(FileTrouble):
        while book.do(RecordEntry(Kind.DECISION, "x" * 900)):
            pass
    before, undo = book.read(whole), book.next_undo
    with pytest.raises(FileTrouble) as trouble:
        book.do(RecordEntry(Kind.DECISION, "x" * 9000))
    assert trouble.value.code == "disk_full"
    assert (book.read(whole), book.next_undo) == (before, undo)
    with pytest.raises(FileTrouble) as trouble:
        book.drafts.keep("capture", "half-typed " * 9000)
    assert trouble.value.code == "disk_full"
    fill_up(book, spare=10_000)
    book.do(RecordEntry(Kind.DECISION, "Room again"))
    book.close()
    assert check(path).faults == ()


def test_removing_for_good_needs_no_room_in_the_file(path: Path):
    book = Workbook.open(path, clock=CLOCK)
    entry = RecordEntry(Kind.DECISION, "y" * 9000)
    book.do(entry)
    fill_up(book)
    assert book.remove_for_good("decision", entry.entry_id).finished
    book.close()
    assert check(path).faults == ()


HOLD = (
    "import sys; from pathlib import Path; from walkthrough.model.workbook import Workbook;"
    "book = Workbook.open(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read(); book.close()"
)


def test_a_workbook_open_elsewhere_is_said_and_both_stay_right(path: Path):
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as other:
        assert other.stdout.readline() == "open\n"
        trouble = trouble_at_opening(path)
        assert (trouble.code, bool(trouble.facts["who"])) == ("in_use", True)
        assert check(path).faults == ()
        other.stdin.close()
        other.wait()
    Workbook.open(path).close()


def test_a_writer_that_knows_no_lock_makes_the_command_fail_not_hang(path: Path):
    book = Workbook.open(path, clock=CLOCK)
    with opened(path) as other:
        other.execute("begin immediate")
        with pytest.raises(FileTrouble) as trouble:
            book.do(RecordEntry(Kind.DECISION, "We share one form"))
        assert trouble.value.code == "busy"
        other.execute("rollback")
    assert book.do(RecordEntry(Kind.DECISION, "We share one form")) is not None
    book.close()


def test_a_damaged_page_in_the_middle_is_said_when_it_is_met(path: Path, tmp_path: Path):
    content = bytearray(path.read_bytes())
    with opened(path, reading=True) as connection:
        (root,) = connection.execute("select rootpage from sqlite_schema where name = 'finding'").fetchone()
    content[(root - 1) * PAGE : root * PAGE] = b"\xa5" * PAGE
    path.write_bytes(content)
    assert [fault.code for fault in check(path).faults] == ["damaged"]
    with pytest.raises(FileTrouble) as trouble:
        Workbook.open(path, clock=CLOCK, backups=tmp_path / "backups")
    assert trouble.value.code == "damaged"
    book = Workbook.open(path, clock=CLOCK)
    with pytest.raises(FileTrouble) as trouble:
        book.read(lambda c: c.exec_driver_sql("select * from finding").fetchall())
    assert trouble.value.code == "damaged"
    book.close()
    assert path.read_bytes() == bytes(content)


def damaged(content: bytes, dice: random.Random) -> bytes:
    """A variant as disks and sticks make them: flipped bytes, lost and doubled sectors, a lost end, noise."""
    spoilt = bytearray(content)
    for _ in range(dice.choice((1, 1, 2, 5, 50))):
        kind = dice.randrange(5)
        at = dice.choice((dice.randrange(100), dice.randrange(PAGE), dice.randrange(len(spoilt) or 1)))
        if kind == 0:
            spoilt[at : at + 1] = bytes([dice.randrange(256)])
        elif kind == 1:
            spoilt[at : at + 512] = bytes(512)
        elif kind == 2:
            spoilt[at : at + 64] = dice.randbytes(64)
        elif kind == 3:
            source = dice.randrange(0, len(spoilt) or 1, 512)
            spoilt[at - at % 512 : at - at % 512 + 512] = spoilt[source : source + 512]
        elif dice.random() < 0.3:
            del spoilt[max(at, 1) :]
    return bytes(spoilt)


CODES = {
    "not_a_workbook",
    "newer",
    "damaged",
    "upgrade_failed",
    "cannot_write",
    "disk_full",
    "read_only",
    "cannot_open",
}


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("variants", [300, pytest.param(20_000, marks=pytest.mark.slow)])
def test_damaged_files_open_or_are_refused(variants: int, path: Path):
    original, dice, outcomes = path.read_bytes(), random.Random(variants), []
    for _ in range(variants):
        content = damaged(original, dice)
        path.write_bytes(content)
        try:
            book = Workbook.open(path, clock=CLOCK)
        except FileTrouble as trouble:
            outcomes.append(trouble.code)
            assert path.read_bytes() == content
        else:
            outcomes.append("opened")
            with suppress(FileTrouble):
                book.read(whole)
            book.close()
        for leftover in path.parent.glob(path.name + "?*"):
            leftover.unlink()
    assert set(outcomes) <= CODES | {"opened"}
    assert {"opened", "damaged", "not_a_workbook"} <= set(outcomes)

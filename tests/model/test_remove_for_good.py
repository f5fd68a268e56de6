# SPDX-License-Identifier: MIT
"""Remove for good: a planted text is found in no byte of workbook, log, backups afterwards (RULES 7)."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from walkthrough.model import FileTrouble, Refused
from walkthrough.model.clock import FixedClock
from walkthrough.model.commands.entry import ChangeKind, EditEntry, RecordEntry
from walkthrough.model.commands.plan import AddNextStep, SetStepState
from walkthrough.model.commands.walk import StartWalk
from walkthrough.model.content import load_shelf
from walkthrough.model.store import remove, wiping
from walkthrough.model.store.copying import opened
from walkthrough.model.store.integrity import check
from walkthrough.model.words import Kind, StepState
from walkthrough.model.workbook import Workbook

CONTENT = Path(__file__).resolve().parents[2] / "resources" / "content"
PLANTED = "Qwyzanne Trelobwickett waited 43 däys for Mr. Oxblythe's “zornvale” referral"
EDITED = "Qwyzanne Trelobwickett (43 däys!) never met Mr. Oxblythe of zornvale county"
RUN = 12
DAY = FixedClock(datetime(2026, 3, 4, 12, tzinfo=UTC))


def pieces(text: str) -> set[bytes]:
    return {text[i : i + RUN].encode() for i in range(len(text) - RUN + 1)}


def leaks(folder: Path, *texts: str) -> list[str]:
    """Files under a folder that hold any twelve characters in a row of the texts, and which."""
    found = []
    for path in (path for path in folder.rglob("*") if path.is_file()):
        content = path.read_bytes()
        found += [f"{path.name}: {piece!r}" for text in texts for piece in pieces(text) if piece in content]
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "kept"
    folder.mkdir()
    return folder


@pytest.fixture
def book(folder: Path, blank_workbook_file: Path) -> Iterator[Workbook]:
    path = folder / "county.walkthrough"
    shutil.copyfile(blank_workbook_file, path)
    book = Workbook.open(path, clock=DAY, backups=folder / "backups")
    yield book
    book.close()


def walk_in(book: Workbook) -> str:
    start = StartWalk(load_shelf(CONTENT, "en").routes[0])
    book.do(start)
    return start.walk_id


def planted_finding(book: Workbook) -> RecordEntry:
    """A text that went everywhere a text can go."""
    entry = RecordEntry(Kind.BARRIER, PLANTED, walk_id=walk_in(book), detail=PLANTED.upper()[:5])
    book.drafts.keep("capture", PLANTED[:40])
    book.do(entry)
    book.backup_now("first")
    book.do(EditEntry(Kind.BARRIER, entry.entry_id, text=EDITED))
    book.undo()
    book.redo()
    book.drafts.keep("line 2", EDITED[5:30])
    book.do(RecordEntry(Kind.PRACTICE, "Staff meet every week", walk_id=entry.walk_id))
    book.backup_now("second")
    return entry


def test_a_removed_text_is_in_no_byte(book: Workbook, folder: Path):
    entry = planted_finding(book)
    assert leaks(folder, PLANTED, EDITED)
    done = book.remove_for_good("finding", entry.entry_id)
    assert (done.finished, done.backups_cleaned, done.backups_dropped, done.drafts) == (True, 3, 0, 2)
    assert leaks(folder, PLANTED, EDITED) == []
    book.close()
    assert leaks(folder, PLANTED, EDITED) == []


def test_what_is_not_removed_is_found_by_the_same_look(book: Workbook, folder: Path, monkeypatch):
    entry = planted_finding(book)
    monkeypatch.setattr(remove.Taking, "_everywhere_else", lambda taking, execute: None)
    book.remove_for_good("finding", entry.entry_id)
    book.close()
    assert leaks(folder, PLANTED, EDITED)


def test_without_wiping_old_pages_the_text_would_stay(book: Workbook, folder: Path, monkeypatch):
    entry = planted_finding(book)
    monkeypatch.setattr(wiping.Wiping, "_rewrite", lambda wiping: None)
    book.remove_for_good("finding", entry.entry_id)
    assert leaks(folder, PLANTED, EDITED)


def test_it_goes_from_where_it_stood_before_its_kind_changed(book: Workbook, folder: Path):
    entry = planted_finding(book)
    book.do(ChangeKind(Kind.BARRIER, entry.entry_id, Kind.DECISION))
    book.do(ChangeKind(Kind.DECISION, entry.entry_id, Kind.NEXT_STEP))
    book.remove_for_good("next_step", entry.entry_id)
    assert leaks(folder, PLANTED, EDITED) == []


def test_the_same_words_in_a_deleted_row_go_too(book: Workbook, folder: Path):
    again = RecordEntry(Kind.DECISION, PLANTED)
    book.do(again)
    book.undo()
    entry = RecordEntry(Kind.PARKED, PLANTED)
    book.do(entry)
    book.backup_now("with-it")
    book.remove_for_good("parked_topic", entry.entry_id)
    assert leaks(folder, PLANTED) == []


def test_the_same_words_in_another_row_stay_and_are_named(book: Workbook, folder: Path):
    other, entry = RecordEntry(Kind.DECISION, PLANTED), RecordEntry(Kind.PARKED, PLANTED)
    book.do(other)
    book.do(entry)
    backup = book.backup_now("with-both")
    done = book.remove_for_good("parked_topic", entry.entry_id)
    assert done.also_in == (("decision", other.entry_id),)
    assert book.read(lambda c: c.exec_driver_sql("select text from decision").scalar_one()) == PLANTED
    with opened(backup.path, reading=True) as connection:
        assert connection.execute("select text from decision").fetchall() == [(PLANTED,)]
    assert check(book.path).sound
    book.remove_for_good("decision", other.entry_id)
    assert leaks(folder, PLANTED) == []


def test_what_hangs_on_the_row_goes_along(book: Workbook, folder: Path):
    step = AddNextStep("Call the family of the girl with the blue bike")
    book.do(step)
    book.do(SetStepState(step.id, StepState.UNDER_WAY, DAY.today(), note=PLANTED))
    book.remove_for_good("next_step", step.id)
    assert leaks(folder, PLANTED, step.what) == []


def test_the_row_is_gone_a_mark_stays_and_nothing_else_changed(book: Workbook):
    entry = planted_finding(book)
    other = book.read(lambda c: c.exec_driver_sql("select count(*) from finding").scalar_one()) - 1
    done = book.remove_for_good("finding", entry.entry_id)
    assert (done.changes.kind, done.changes.facts) == ("remove", {"table": "finding"})
    assert [(c.table, c.id, c.new) for c in done.changes.changes] == [("finding", entry.entry_id, None)]
    assert book.read(lambda c: c.exec_driver_sql("select count(*) from finding").scalar_one()) == other
    marks = book.read(lambda c: c.exec_driver_sql("select tbl, pk from removed").fetchall())
    assert ("finding", entry.entry_id) in marks
    assert check(book.path).faults == ()


def test_undo_stops_at_it_and_says_why(book: Workbook):
    entry = planted_finding(book)
    book.remove_for_good("finding", entry.entry_id)
    book.do(RecordEntry(Kind.DECISION, "We meet again in May"))
    assert book.undo() is not None
    with pytest.raises(Refused) as refused:
        book.undo(older_too=True)
    assert (refused.value.code, refused.value.facts) == ("undo_barrier", {"why": "remove"})
    path, backups = book.path, book.backups
    book.close()
    book = Workbook.open(path, clock=DAY, backups=backups)
    with pytest.raises(Refused):
        book.undo()
    assert book.redo() is not None
    book.close()


def test_a_row_that_is_gone_is_refused(book: Workbook):
    with pytest.raises(Refused) as refused:
        book.remove_for_good("finding", "nobody")
    assert refused.value.code == "gone"
    assert book.next_undo is None


def test_cleaned_backups_open_as_workbooks(book: Workbook):
    entry = planted_finding(book)
    book.remove_for_good("finding", entry.entry_id)
    for backup in (book.backups or Path()).iterdir():
        assert check(backup).faults == ()
        copy = Workbook.open(backup)
        with pytest.raises(Refused):
            copy.undo(older_too=True)
        copy.close()


def test_a_backup_that_cannot_be_read_is_dropped(book: Workbook, folder: Path):
    entry = planted_finding(book)
    backup = book.backup_now("broken")
    content = bytearray(backup.path.read_bytes())
    content[4096 : len(content) // 2] = b"\x07" * (len(content) // 2 - 4096)
    backup.path.write_bytes(content)
    done = book.remove_for_good("finding", entry.entry_id)
    assert done.backups_dropped == 1
    assert not backup.path.exists()
    assert leaks(folder, PLANTED, EDITED) == []


def cut_short(*args: object) -> None:
    raise FileTrouble("busy")


@pytest.mark.parametrize("where", ["clean_backups", "Wiping._rewrite"])
def test_what_was_cut_short_is_finished_at_the_next_opening(
    where: str, book: Workbook, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    entry = planted_finding(book)
    with monkeypatch.context() as patch:
        patch.setattr(f"walkthrough.model.store.wiping.{where}", cut_short)
        done = book.remove_for_good("finding", entry.entry_id)
        assert not done.finished
        assert leaks(folder, PLANTED, EDITED)
        book.close()
    again = Workbook.open(book.path, clock=DAY, backups=book.backups)
    assert leaks(folder, PLANTED, EDITED) == []
    assert again.backup_now("after") is not None
    again.close()


def test_a_reader_elsewhere_delays_the_last_part_until_idle(book: Workbook, folder: Path):
    entry = planted_finding(book)
    with opened(book.path, reading=True) as other:
        other.execute("begin")
        assert other.execute("select count(*) from finding").fetchone()
        assert not book.remove_for_good("finding", entry.entry_id).finished
    book.idle()
    assert leaks(folder, PLANTED, EDITED) == []


@pytest.mark.parametrize(
    ("look", "text", "found"),
    [
        (remove.Taking._has_it, PLANTED, True),
        (remove.Taking._has_it, f"He said: {PLANTED}.", True),
        (remove.Taking._has_it, PLANTED[10:40], True),
        (remove.Taking._has_it, PLANTED[:11], False),
        (remove.Taking._has_it, "", False),
        (remove.Taking._speaks_of_it, PLANTED[:3], True),
        (remove.Taking._speaks_of_it, "and then " + PLANTED[10:25], True),
        (remove.Taking._speaks_of_it, "Staff meet every week", False),
    ],
)
def test_how_far_a_text_reaches(look: Callable[[remove.Taking, str], bool], text: str, found: bool):
    taking = remove.Taking("finding", "1")
    taking.texts = {PLANTED}
    assert look(taking, text) is found

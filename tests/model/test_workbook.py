# SPDX-License-Identifier: MIT
"""An open workbook: do, undo in the meeting or the day, drafts, numbers, listeners, the file's own shape."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.model.any_rows import whole
from walkthrough.model import FileTrouble, Refused
from walkthrough.model.changes import ChangeSet
from walkthrough.model.clock import FixedClock
from walkthrough.model.commands.base import Deed
from walkthrough.model.commands.entry import EditEntry, RecordEntry
from walkthrough.model.commands.live import StartMeeting
from walkthrough.model.commands.meeting import PlanMeeting, RemoveMeeting
from walkthrough.model.journal import SEARCHED, private_columns, wanted_triggers, write_image
from walkthrough.model.store.copying import opened
from walkthrough.model.store.file import SCHEMA
from walkthrough.model.words import Kind
from walkthrough.model.workbook import Workbook

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOON)


@pytest.fixture
def book(blank_workbook_file: Path, tmp_path: Path, clock: FixedClock) -> Iterator[Workbook]:
    path = tmp_path / "test.walkthrough"
    shutil.copyfile(blank_workbook_file, path)
    book = Workbook.open(path, clock=clock)
    yield book
    book.close()


def decide(book: Workbook, text: str = "We share one form") -> RecordEntry:
    command = RecordEntry(Kind.DECISION, text)
    book.do(command)
    return command


def decisions(book: Workbook) -> list[tuple[int, str]]:
    return [
        tuple(row)
        for row in book.read(
            lambda c: c.exec_driver_sql("select number, text from decision order by number").fetchall()
        )
    ]


def reopened(book: Workbook) -> Workbook:
    book.close()
    return Workbook.open(book.path, clock=book.clock)


def test_a_command_is_one_step_that_names_itself(book: Workbook):
    changes = book.do(RecordEntry(Kind.DECISION, "We share one form"))
    assert changes is not None
    assert (changes.kind, changes.label) == ("do", "RecordEntry")
    assert book.next_undo == changes.step
    assert changes.touches("decision", number=1)
    assert [(c.table, c.old) for c in changes.changes] == [("decision", None)]


def test_a_command_that_changes_nothing_is_no_step(book: Workbook):
    entry = decide(book)
    before = book.next_undo
    assert book.do(EditEntry(Kind.DECISION, entry.entry_id, text="We share one form")) is None
    assert book.next_undo == before


def test_a_refused_command_writes_nothing(book: Workbook):
    before = book.read(whole)
    with pytest.raises(Refused):
        book.do(RecordEntry(Kind.DECISION, "  "))
    assert book.read(whole) == before
    assert book.next_undo is None
    decide(book)
    assert decisions(book) == [(1, "We share one form")]


def test_a_command_that_breaks_leaves_no_open_step(book: Workbook):
    class Broken(Deed):
        def apply(self, session):
            session.connection().exec_driver_sql("insert into stage(id) values('1')")

    with pytest.raises(Exception, match="NOT NULL"):
        book.do(Broken())
    assert book.read(lambda c: c.exec_driver_sql("select step from chg_now").scalar_one()) is None
    decide(book)


def test_a_number_is_never_given_out_twice_not_even_after_undo(book: Workbook):
    decide(book)
    book.undo()
    decide(book, "Another")
    assert decisions(book) == [(2, "Another")]


def test_undo_and_redo_survive_a_restart_and_name_what_they_undo(book: Workbook):
    decide(book)
    name = book.next_undo
    book = reopened(book)
    assert book.next_undo == name
    undone = book.undo()
    assert undone is not None
    assert (undone.kind, undone.label, undone.facts) == ("undo", name.label, name.facts)
    assert book.next_undo is None
    book = reopened(book)
    assert book.next_redo == name
    assert book.redo() is not None
    assert decisions(book) == [(1, "We share one form")]
    book.close()


def test_a_new_command_ends_redo(book: Workbook):
    decide(book)
    book.undo()
    decide(book, "Another")
    assert book.next_redo is None
    assert book.redo() is None


def test_outside_a_meeting_undo_stays_within_the_day(book: Workbook, clock: FixedClock):
    decide(book)
    clock.moment += timedelta(days=1)
    with pytest.raises(Refused) as refused:
        book.undo()
    assert refused.value.code == "undo_older"
    assert str(refused.value.facts["at"]).startswith("2026-03-04T12:00")
    decide(book, "Today")
    assert book.undo() is not None
    assert book.undo(older_too=True) is not None
    assert decisions(book) == []


def test_what_was_done_again_today_can_be_undone_today(book: Workbook, clock: FixedClock):
    decide(book)
    clock.moment += timedelta(days=1)
    book.undo(older_too=True)
    book.redo()
    assert book.undo() is not None
    book.redo()
    book = reopened(book)
    assert book.undo() is not None
    book.close()


def test_inside_a_meeting_undo_stays_within_it_even_past_midnight(book: Workbook, clock: FixedClock):
    decide(book, "Before the meeting")
    book.live_meeting = "m1"
    decide(book, "In it")
    clock.moment += timedelta(hours=14)
    decide(book, "After midnight")
    book = reopened(book)
    book.live_meeting = "m1"
    assert book.undo() is not None
    assert book.undo() is not None
    with pytest.raises(Refused) as refused:
        book.undo()
    assert refused.value.code == "undo_before_meeting"
    book.close()


def test_listeners_hear_each_step_once_with_its_initiator(book: Workbook):
    heard: list[tuple[ChangeSet, object | None]] = []
    leave = book.subscribe(lambda changes, initiator: heard.append((changes, initiator)))
    me = object()
    book.do(RecordEntry(Kind.DECISION, "One"), initiator=me)
    book.undo(initiator=me)
    leave()
    book.redo()
    assert [(changes.kind, who is me) for changes, who in heard] == [("do", True), ("undo", True)]


def test_a_reader_cannot_write(book: Workbook):
    with pytest.raises(FileTrouble) as trouble:
        book.read(lambda c: c.exec_driver_sql("delete from decision"))
    assert trouble.value.code == "read_only"


def test_drafts_are_kept_replaced_dropped_and_offered_again(book: Workbook):
    book.drafts.keep("capture", "half a sen")
    book.drafts.keep("capture", "half a sentence")
    book.drafts.keep("note", "x")
    book.drafts.keep("note", "")
    book = reopened(book)
    assert [(d.key, d.text) for d in book.drafts.all()] == [("capture", "half a sentence")]
    book.drafts.drop("capture")
    assert book.drafts.all() == ()
    assert book.next_undo is None
    book.close()


def test_a_missing_trigger_is_put_back_at_opening_and_search_with_it(book: Workbook):
    decide(book, "zebra crossing")
    book.close()
    with opened(book.path) as connection:
        for name in ("chg_decision_update", "srch_decision_update"):
            connection.execute(f"drop trigger {name}")
        connection.execute("update decision set text = 'giraffe'")
    book = Workbook.open(book.path, clock=book.clock)
    found = "select count(*) from search where search match ?"
    assert book.read(lambda c: c.exec_driver_sql(found, ("giraffe",)).scalar_one()) == 1
    assert book.read(lambda c: c.exec_driver_sql(found, ("zebra",)).scalar_one()) == 0
    present = book.read(
        lambda c: c.exec_driver_sql("select name from sqlite_schema where type = 'trigger'").fetchall()
    )
    assert {row[0] for row in present} == wanted_triggers().keys()
    book.close()


def test_search_follows_undo_and_the_idle_bite(book: Workbook):
    for number in range(40):
        decide(book, f"zebra {number}")
    for _ in range(10):
        book.undo()
        book.idle()
    found = "select count(*) from search where search match 'zebra'"
    assert book.read(lambda c: c.exec_driver_sql(found).scalar_one()) == 30


def test_search_reads_no_private_column():
    assert (
        not {(table, column) for table, columns in SEARCHED.items() for column in columns} & private_columns()
    )


def test_the_header_bears_our_mark_and_number(book: Workbook):
    book.settle()
    head = book.path.read_bytes()[:100]
    assert (head[68:72], int.from_bytes(head[60:64], "big")) == (b"WALK", SCHEMA)


def test_saving_survives_a_power_cut_because_each_commit_is_synced(book: Workbook):
    with book._writer.connect() as connection:
        ask = connection.exec_driver_sql
        assert ask("pragma synchronous").scalar_one() == 2
        assert ask("pragma journal_mode").scalar_one() == "wal"
        assert ask("pragma foreign_keys").scalar_one() == 1
        assert ask("pragma secure_delete").scalar_one() == 1


def test_writing_an_image_touches_only_what_differs():
    said: list[tuple[str, tuple]] = []
    write_image(
        lambda sql, values: said.append((sql, values)),
        "t",
        "1",
        {"a": 0.0, "b": 1, "c": ""},
        {"a": -0.0, "b": 1, "c": ""},
    )
    assert said == [('update "t" set "a" = ? where id = ?', (-0.0, "1"))]


def test_ten_thousand_steps_open_fast(book: Workbook):
    with book._writer.begin() as connection:
        connection.exec_driver_sql(
            "with recursive n(i) as (select 1 union all select i + 1 from n where i < 10000)"
            " insert into chg_step(uid, kind, label, facts, at, day)"
            " select 'u' || i, 'do', 'RecordEntry', '{\"number\": 1}', '2026', '2026-03-04' from n"
        )
    took = []
    for _ in range(5):
        book.close()
        start = time.perf_counter()
        book = Workbook.open(book.path, clock=book.clock)
        took.append(time.perf_counter() - start)
    assert min(took) < 0.25
    book.close()


class BreaksALink(Deed):
    """Points to a station that is not there: SQLite finds out at COMMIT."""

    def apply(self, session):
        session.execute(text("update meeting set walk_id = 'nowhere'"))


def test_a_link_that_breaks_at_commit_is_refused_and_the_next_step_is_written(book: Workbook):
    book.do(PlanMeeting(book.clock.today()))
    for _attempt in range(2):
        with pytest.raises(Refused) as refused:
            book.do(BreaksALink())
        assert refused.value.code == "gone"
        decide(book)
    book.live_meeting = "m1"
    with pytest.raises(Refused, match="gone"):
        book.do(RecordEntry(Kind.DECISION, "Said in no meeting", meeting_id="m1"))
    book.drafts.keep("line", "half typed")
    decide(book, "Still written")
    assert [said for _number, said in decisions(book)] == ["We share one form"] * 2 + ["Still written"]
    book.settle()


def test_a_live_meeting_that_goes_is_live_no_more_and_the_rest_is_written(book: Workbook):
    planned = PlanMeeting(book.clock.today())
    book.do(planned)
    book.live_meeting = planned.id
    book.do(RemoveMeeting(planned.id))
    assert book.live_meeting is None
    decide(book)
    book.undo()
    assert book.undo() is not None  # the step belongs to the meeting, and the day is the same
    book.do(StartMeeting(planned.id))
    book.live_meeting = planned.id
    with pytest.raises(Refused, match="live_now"):
        book.do(RemoveMeeting(planned.id))
    assert book.live_meeting == planned.id

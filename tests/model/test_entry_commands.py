# SPDX-License-Identifier: MIT
"""Entries of six kinds: written, changed, moved, joined, held, taken out; and how pages of them are read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from walkthrough.model import Refused
from walkthrough.model.commands.entry import (
    ChangeKind,
    DropEntry,
    EditEntry,
    HoldEntry,
    MoveEntry,
    RecordEntries,
    RecordEntry,
    ReleaseEntry,
    StepFromFinding,
)
from walkthrough.model.commands.finding import (
    AddToTheme,
    DropTheme,
    MakeTheme,
    MergeFindings,
    RenameTheme,
    SayAgain,
    TakeFromTheme,
)
from walkthrough.model.commands.walk import StartWalk
from walkthrough.model.content import load_shelf
from walkthrough.model.queries.entries import (
    count_to_sort,
    entries_at,
    entries_in_cell,
    entries_to_sort,
    entry_by_id,
    entry_by_number,
    known_owners,
    last_entries,
)
from walkthrough.model.queries.walk import lanes, stations
from walkthrough.model.words import FINDING_KINDS, Kind

CONTENT = Path(__file__).parents[2] / "resources" / "content"


@pytest.fixture
def walk_id(workbook):
    command = StartWalk(load_shelf(CONTENT, "en").route("five-points"))
    workbook.do(command)
    return command.walk_id


@pytest.fixture
def station_id(workbook, walk_id):
    return workbook.read(stations, walk_id)[0].id


@pytest.fixture
def lane_ids(workbook, walk_id):
    return [lane.id for lane in workbook.read(lanes, walk_id)]


@pytest.fixture
def record(workbook, station_id):
    def _record(kind=Kind.BARRIER, text="No ride", **more):
        command = RecordEntry(kind, text, **({"station_id": station_id} | more))
        workbook.do(command)
        return workbook.read(entry_by_id, kind, command.entry_id)

    return _record


@pytest.mark.parametrize("kind", Kind)
def test_each_kind_is_written_with_a_number_and_named_without_its_words(workbook, record, station_id, kind):
    row = record(kind, "  Secret words  ", detail="more", owner="J. Cole", due=date(2027, 3, 1))
    assert (row.kind, row.text, row.detail, row.number) == (kind, "Secret words", "more", 1)
    step = workbook.next_undo
    assert step.facts == {"kind": kind.value, "number": 1, "station_id": station_id}
    if kind is Kind.NEXT_STEP:
        assert (row.owner, row.due) == ("J. Cole", date(2027, 3, 1))


def test_an_entry_without_words_is_refused_and_takes_no_number(workbook, record, station_id):
    with pytest.raises(Refused, match="text_missing"):
        workbook.do(RecordEntry(Kind.BARRIER, "  ", station_id=station_id))
    assert record().number == 1


def test_numbers_are_never_used_twice_not_even_after_undo(workbook, record):
    record()
    workbook.undo()
    assert record().number == 2


def test_a_paste_is_one_step(workbook, station_id):
    entries = tuple(RecordEntry(Kind.PARKED, f"topic {n}", station_id=station_id) for n in range(3))
    workbook.do(RecordEntries(entries))
    assert workbook.next_undo.facts == {"count": 3, "first": 1, "last": 3}
    workbook.undo()
    assert workbook.read(entries_at, station_id).total == 0


def test_a_station_page_has_the_newest_first_and_counts_all(workbook, record, station_id, lane_ids):
    kinds = list(Kind)
    for number in range(20):
        record(kinds[number % 6], f"entry {number}", lane_id=lane_ids[number % 2])
    page = workbook.read(entries_at, station_id, 5, 4)
    assert [row.number for row in page.rows] == [15, 14, 13, 12]
    assert page.total == 20
    assert page.totals[Kind.BARRIER] == 4
    only = workbook.read(entries_at, station_id, lane_id=lane_ids[0])
    assert {row.lane_id for row in only.rows} == {lane_ids[0]}
    assert only.total == 10


def test_findings_without_lane_or_station_are_to_sort(workbook, record, walk_id, lane_ids):
    record(text="no lane")
    record(text="no station", station_id=None, walk_id=walk_id, lane_id=lane_ids[1])
    record(text="neither", station_id=None, walk_id=walk_id)
    record(text="sorted", lane_id=lane_ids[1])
    found = workbook.read(entries_to_sort, walk_id)
    assert [row.text for row in found] == ["neither", "no station", "no lane"]
    assert workbook.read(count_to_sort, walk_id) == 3
    assert [row.text for row in workbook.read(entries_to_sort, walk_id, 1, 1)] == ["no station"]


def test_a_cell_of_the_map_has_its_findings(workbook, record, walk_id, station_id, lane_ids):
    record(text="here", lane_id=lane_ids[1])
    record(text="elsewhere", lane_id=lane_ids[2])
    found = workbook.read(entries_in_cell, walk_id, station_id, lane_ids[1])
    assert [row.text for row in found] == ["here"]


def test_the_last_entries_can_be_walked_backwards_and_forwards(workbook, record):
    for kind in Kind:
        record(kind, kind.value)
    seen, before = [], None
    while found := workbook.read(last_entries, before=before):
        before = found[0].number
        seen.append(before)
    assert seen == [6, 5, 4, 3, 2, 1]
    assert workbook.read(last_entries, after=2)[0].number == 3
    assert workbook.read(last_entries, after=6) == ()


def test_an_entry_is_found_by_its_number(workbook, record):
    rows = [record(kind, kind.value) for kind in Kind]
    assert [workbook.read(entry_by_number, row.number) for row in rows] == rows
    assert workbook.read(entry_by_number, 99) is None


@pytest.mark.parametrize("to", Kind)
@pytest.mark.parametrize("kind", Kind)
def test_any_kind_becomes_any_other_and_keeps_number_words_and_place(workbook, record, lane_ids, kind, to):
    row = record(kind, "words", detail="second line", lane_id=lane_ids[1])
    workbook.do(ChangeKind(kind, row.id, to))
    found = workbook.read(entry_by_id, to, row.id)
    assert (found.kind, found.number, found.text, found.detail, found.lane_id, found.station_id) == (
        to, row.number, "words", "second line", lane_ids[1], row.station_id,
    )  # fmt: skip
    if kind is not to:
        workbook.undo()
        assert workbook.read(entry_by_number, row.number) == row


def test_one_edit_changes_words_kind_lane_and_owner_as_one_step(workbook, record, lane_ids):
    row = record(Kind.BARRIER, "words")
    values = {"lane_id": lane_ids[2], "owner": "J. Cole", "due": date(2027, 3, 1)}
    workbook.do(EditEntry(row.kind, row.id, "new words", "why", Kind.NEXT_STEP, values))
    found = workbook.read(entry_by_number, row.number)
    assert (found.kind, found.text, found.detail, found.lane_id, found.owner, found.due) == (
        Kind.NEXT_STEP, "new words", "why", lane_ids[2], "J. Cole", date(2027, 3, 1),
    )  # fmt: skip
    workbook.undo()
    assert workbook.read(entry_by_number, row.number) == row


def test_an_edit_that_changes_nothing_is_no_step(workbook, record):
    row = record()
    assert workbook.do(EditEntry(row.kind, row.id, row.text, "", row.kind, {"lane_id": None})) is None


def test_editing_what_may_not_be_edited_is_a_mistake_of_ours(workbook, record):
    row = record()
    with pytest.raises(ValueError, match="number"):
        workbook.do(EditEntry(row.kind, row.id, values={"number": 5}))


def test_an_entry_that_is_gone_is_refused(workbook, record):
    row = record()
    workbook.do(DropEntry(row.kind, row.id))
    assert workbook.read(entry_by_number, row.number) is None
    for command in (DropEntry(row.kind, row.id), HoldEntry(row.kind, row.id), SayAgain(row.id)):
        with pytest.raises(Refused, match="gone"):
            workbook.do(command)
    workbook.undo()
    assert workbook.read(entry_by_number, row.number) == row


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_is_moved_held_released_and_taken_out(workbook, record, walk_id, lane_ids, kind):
    row = record(kind)
    there = workbook.read(stations, walk_id)[3].id
    workbook.do(MoveEntry(kind, row.id, there, lane_ids[1]))
    workbook.do(HoldEntry(kind, row.id))
    found = workbook.read(entry_by_number, row.number)
    assert (found.station_id, found.lane_id, found.held) == (there, lane_ids[1], True)
    workbook.do(ReleaseEntry(kind, row.id))
    assert not workbook.read(entry_by_number, row.number).held
    workbook.do(DropEntry(kind, row.id))
    assert workbook.next_undo.facts["number"] == row.number


def test_said_again_counts_up(workbook, record):
    row = record()
    workbook.do(SayAgain(row.id))
    workbook.do(SayAgain(row.id))
    assert workbook.read(entry_by_number, row.number).said_again == 2


def test_joining_keeps_every_word_and_every_link(workbook, record, station_id):
    kept, gone = record(text="No ride", detail="at night"), record(text="No bus", detail="on Sunday")
    for row in (kept, gone):
        workbook.do(StepFromFinding(Kind.NEXT_STEP, "Van", finding_id=row.id))
    workbook.do(SayAgain(gone.id))
    workbook.do(MergeFindings(kept.id, (gone.id,)))
    found = workbook.read(entry_by_number, kept.number)
    assert found.text == "No ride"
    assert found.detail == "at night\n#2 No bus\non Sunday"
    assert (found.said_again, found.steps) == (2, 2)
    workbook.undo()
    assert workbook.read(entry_by_number, gone.number).steps == 1


def test_a_step_from_a_finding_stands_where_the_finding_stands(workbook, record, station_id, lane_ids):
    finding = record(lane_id=lane_ids[2])
    step = StepFromFinding(Kind.NEXT_STEP, "Van", finding_id=finding.id, owner="J. Cole", due_words="soon")
    workbook.do(step)
    found = workbook.read(entry_by_id, Kind.NEXT_STEP, step.entry_id)
    assert (found.station_id, found.lane_id, found.due_words) == (station_id, lane_ids[2], "soon")
    assert workbook.read(entry_by_number, finding.number).steps == 1
    assert workbook.next_undo.facts["answers"] == finding.number
    assert workbook.read(known_owners) == ("J. Cole",)


def test_a_finding_needs_a_walk_and_other_kinds_do_not(workbook):
    for kind in Kind:
        command = RecordEntry(kind, "words")
        if kind in FINDING_KINDS:
            with pytest.raises(Refused, match="gone"):
                workbook.do(command)
        else:
            workbook.do(command)


def test_themes_gather_findings_up_to_twelve(workbook, record, walk_id):
    finding, theme = record(), MakeTheme(walk_id, "Getting there")
    workbook.do(theme)
    workbook.do(AddToTheme(theme.theme_id, finding.id))
    assert workbook.do(AddToTheme(theme.theme_id, finding.id)) is None
    workbook.do(RenameTheme(theme.theme_id, "Rides"))
    workbook.do(TakeFromTheme(theme.theme_id, finding.id))
    for number in range(11):
        workbook.do(MakeTheme(walk_id, f"theme {number}", (finding.id,)))
    with pytest.raises(Refused, match="too_many_themes"):
        workbook.do(MakeTheme(walk_id, "one more"))
    workbook.do(DropTheme(theme.theme_id))
    workbook.do(MakeTheme(walk_id, "one more"))
    assert workbook.read(entry_by_number, finding.number) is not None

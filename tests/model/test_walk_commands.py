# SPDX-License-Identifier: MIT
"""Starting a walk, its stations and lanes, what is written down of a station, and how it is read back."""

from __future__ import annotations

from pathlib import Path

import pytest

from walkthrough.model import Refused
from walkthrough.model.commands.entry import RecordEntry
from walkthrough.model.commands.station import (
    HAND_OFF_FIELDS,
    MarkAsked,
    RecordCount,
    RemoveCount,
    SetFamilyLine,
    SetMinutes,
    SetRuleAndPractice,
    SetStationNote,
    WriteHandOff,
)
from walkthrough.model.commands.walk import (
    AddLane,
    AddStation,
    DescribeWalk,
    MoveStation,
    RemoveStation,
    RemoveWalk,
    RenameLane,
    RenameStation,
    StartWalk,
)
from walkthrough.model.content import load_shelf
from walkthrough.model.queries.entries import entries_to_sort
from walkthrough.model.queries.walk import (
    HandOffRow,
    lanes,
    map_cells,
    station_page,
    stations,
    walk_head,
    walk_heads,
)
from walkthrough.model.words import Certainty, Kind, Warmth

CONTENT = Path(__file__).parents[2] / "resources" / "content"


@pytest.fixture(scope="module")
def shelf():
    return load_shelf(CONTENT, "en")


@pytest.fixture
def walk(workbook, shelf):
    route = shelf.route("five-points")
    family = shelf.families_of(route.id)[0]
    command = StartWalk(route, shelf.general_prompts, family)
    workbook.do(command)
    return command


@pytest.fixture
def rows(workbook, walk):
    return workbook.read(stations, walk.walk_id)


def test_there_is_no_walk_at_first(workbook):
    assert workbook.read(walk_head) is None


def test_a_walk_copies_route_family_and_prompts(workbook, walk, shelf):
    route, family = walk.route, walk.family
    head = workbook.read(walk_head)
    assert (head.name, head.route, head.family, head.family_intro) == (
        route.name,
        route.id,
        family.name,
        family.intro,
    )
    rows = workbook.read(stations, walk.walk_id)
    assert [(row.name, row.is_handoff, row.must_ask) for row in rows] == [
        (station.name, station.is_handoff, len(station.must_ask)) for station in route.stations
    ]
    assert [lane.name for lane in workbook.read(lanes, walk.walk_id)] == [lane.name for lane in route.lanes]
    page = workbook.read(station_page, rows[2].id)
    assert page.family_line == family.lines[route.stations[2].id]
    assert page.sub_steps == route.stations[2].sub_steps
    known = {prompt.id: prompt.text for prompt in (*shelf.general_prompts, *route.stations[2].prompts)}
    must = [known[code] for code in route.stations[2].must_ask]
    assert [prompt.text for prompt in page.prompts if prompt.must_ask] == must
    assert len(page.prompts) == len(known)
    assert (page.hand_off is not None) is route.stations[2].is_handoff


def test_only_the_chosen_lanes_come_along_and_the_family_always(workbook, shelf):
    command = StartWalk(shelf.route("five-points"), lanes=("courts", "health"))
    workbook.do(command)
    assert [lane.code for lane in workbook.read(lanes, command.walk_id)] == ["family", "health", "courts"]


def test_the_newest_walk_is_the_one_that_is_shown(workbook, walk, shelf):
    again = StartWalk(shelf.route("five-points"))
    workbook.do(again)
    assert workbook.read(walk_head).id == again.walk_id
    assert workbook.read(walk_head, walk.walk_id).id == walk.walk_id
    workbook.do(RemoveWalk(again.walk_id))
    assert [head.id for head in workbook.read(walk_heads)] == [walk.walk_id]


def test_rule_practice_and_gap_are_kept_for_a_station(workbook, rows):
    workbook.do(SetRuleAndPractice(rows[0].id, " within 24 hours ", "days", True))
    page = workbook.read(station_page, rows[0].id)
    assert (page.rule, page.practice, page.has_gap) == ("within 24 hours", "days", True)
    workbook.do(SetFamilyLine(rows[0].id, "Ana waits."))
    workbook.do(SetStationNote(rows[0].id, "call on the liaison"))
    workbook.do(SetMinutes(rows[0].id, 10))
    page = workbook.read(station_page, rows[0].id)
    assert (page.family_line, page.private_note, page.minutes) == ("Ana waits.", "call on the liaison", 10)
    with pytest.raises(Refused, match="out_of_range"):
        workbook.do(SetMinutes(rows[0].id, 0))


def test_a_hand_off_card_takes_every_field_and_any_station_may_have_one(workbook, rows):
    values = {name: name for name in HAND_OFF_FIELDS} | {"warmth": Warmth.PHONE}
    for station in rows[:2]:
        workbook.do(WriteHandOff(station.id, values))
        workbook.do(WriteHandOff(station.id, {"to_whom": " the nurse "}))
        assert workbook.read(station_page, station.id).hand_off == HandOffRow(
            **(values | {"to_whom": "the nurse"})
        )
    with pytest.raises(ValueError, match="colour"):
        workbook.do(WriteHandOff(rows[0].id, {"colour": "red"}))


def test_asked_prompts_are_counted(workbook, walk, rows):
    page = workbook.read(station_page, rows[0].id)
    for prompt in page.prompts[:2]:
        workbook.do(MarkAsked(prompt.id))
    workbook.do(MarkAsked(page.prompts[0].id, asked=False))
    assert workbook.read(stations, walk.walk_id)[0].asked == 1


def test_a_count_is_numbers_or_that_nobody_knows(workbook, rows):
    count = RecordCount(rows[0].id, Certainty.COUNTED, 120, 80, 40, " 2026 ", "hospital log")
    workbook.do(count)
    found = workbook.read(station_page, rows[0].id).counts[0]
    assert (found.families_in, found.families_on, found.families_lost, found.period) == (120, 80, 40, "2026")
    workbook.do(RecordCount(rows[0].id, Certainty.NOBODY_KNOWS, 120, count_id=count.count_id))
    found = workbook.read(station_page, rows[0].id).counts[0]
    assert (found.certainty, found.families_in) == (Certainty.NOBODY_KNOWS, None)
    workbook.do(RemoveCount(count.count_id))
    assert workbook.read(station_page, rows[0].id).counts == ()
    for refused in ({"families_in": -1}, {}):
        with pytest.raises(Refused, match="number_"):
            workbook.do(RecordCount(rows[0].id, Certainty.ESTIMATED, **refused))


def test_stations_are_added_renamed_moved_and_removed(workbook, walk, rows):
    added = AddStation(walk.walk_id, "Visit at home by the nurse", after_id=rows[0].id)
    workbook.do(added)
    workbook.do(AddStation(walk.walk_id, "Home", is_handoff=True))
    workbook.do(RenameStation(rows[0].id, "Before all", "Before"))
    workbook.do(MoveStation(added.station_id, 1))
    now = workbook.read(stations, walk.walk_id)
    assert [row.name for row in now][:4] == [
        "Before all",
        rows[1].name,
        "Visit at home by the nurse",
        rows[2].name,
    ]
    assert [row.pos for row in now] == list(range(len(now)))
    assert all(0 < len(row.short) <= 12 for row in now)
    workbook.do(RemoveStation(added.station_id))
    assert [row.pos for row in workbook.read(stations, walk.walk_id)] == list(range(len(rows) + 1))


def test_what_was_said_at_a_removed_station_is_kept_to_sort(workbook, walk, rows):
    lane = workbook.read(lanes, walk.walk_id)[1]
    workbook.do(RecordEntry(Kind.BARRIER, "No ride", station_id=rows[0].id, lane_id=lane.id))
    workbook.do(RemoveStation(rows[0].id))
    assert [row.text for row in workbook.read(entries_to_sort, walk.walk_id)] == ["No ride"]
    workbook.undo()
    assert workbook.read(entries_to_sort, walk.walk_id) == ()
    assert workbook.read(stations, walk.walk_id)[0].barriers == 1


def test_lanes_are_added_up_to_ten_and_renamed(workbook, walk):
    before = len(workbook.read(lanes, walk.walk_id))
    for number in range(10 - before):
        workbook.do(AddLane(walk.walk_id, f"Lane of helpers {number}"))
    with pytest.raises(Refused, match="too_many_lanes"):
        workbook.do(AddLane(walk.walk_id, "One more"))
    last = workbook.read(lanes, walk.walk_id)[-1]
    workbook.do(RenameLane(last.id, "Schools and day care"))
    assert workbook.read(lanes, walk.walk_id)[-1].short == "Schools and"


def test_a_walk_is_described_and_never_loses_its_name(workbook, walk):
    workbook.do(DescribeWalk(walk.walk_id, {"population": "parents", "name": "Our walk"}))
    assert workbook.read(walk_head).population == "parents"
    with pytest.raises(Refused, match="text_missing"):
        workbook.do(DescribeWalk(walk.walk_id, {"name": " "}))


def test_the_map_counts_every_finding_once(workbook, walk, rows):
    across = workbook.read(lanes, walk.walk_id)
    places = [(rows[0].id, across[1].id), (rows[0].id, across[1].id), (rows[1].id, None), (None, None)]
    for kind in (Kind.BARRIER, Kind.PRACTICE):
        for station, lane in places:
            workbook.do(RecordEntry(kind, "words", walk.walk_id, station, lane))
    found = workbook.read(map_cells, walk.walk_id)
    assert {(c.station_id, c.lane_id): (c.barriers, c.practices) for c in found.cells} == {
        (rows[0].id, across[1].id): (2, 2),
        (rows[1].id, None): (1, 1),
        (None, None): (1, 1),
    }


def test_undoing_everything_leaves_no_walk(workbook, walk, rows):
    workbook.do(RecordEntry(Kind.BARRIER, "No ride", station_id=rows[0].id))
    while workbook.undo():
        pass
    assert workbook.read(walk_heads) == ()

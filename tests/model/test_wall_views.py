# SPDX-License-Identifier: MIT
"""What the room sees when it opens, looks back and walks: the right rows, in order, and no held one."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select, update

from tests.model.live_meeting import BARRIERS, PRACTICES, Live, Wall
from walkthrough.model.commands.entry import HoldEntry, RecordEntry, ReleaseEntry
from walkthrough.model.commands.finding import SayAgain
from walkthrough.model.commands.plan import EditNextStep
from walkthrough.model.commands.roll import Arrive, Depart
from walkthrough.model.commands.station import SetRuleAndPractice, WriteHandOff
from walkthrough.model.queries.promises import promises_of
from walkthrough.model.queries.roll import roll
from walkthrough.model.queries.wall.shapes import (
    Across,
    Mapped,
    OpenCard,
    Plain,
    Promises,
)
from walkthrough.model.queries.wall.view import wall_view
from walkthrough.model.schema import Finding, Partner, Prompt
from walkthrough.model.showing import READ_AT_ONCE, Call, Card, Showing
from walkthrough.model.words import AgendaKind, Kind


def test_a_meeting_that_is_gone_shows_the_part_alone(wall: Wall):
    view = wall.book.read(wall_view, Showing("gone", AgendaKind.WALK))
    assert isinstance(view, Plain)
    assert (view.head.part, view.head.title, view.lines) == (AgendaKind.WALK, "", ())


def test_the_cards_of_the_opening_come_in_their_order(wall: Wall):
    cards = [wall.sees(OpenCard, AgendaKind.OPEN, page=page) for page in range(7)]
    assert [card.card for card in cards[:6]] == list(Card)
    assert [(card.page, card.pages) for card in cards] == [*((page, 6) for page in range(6)), (5, 6)]
    assert len(cards[0].lines) == 1
    assert len(cards[4].lines) == 2
    assert [card.lines for card in cards[1:4]] == [()] * 3


def test_not_here_are_the_partners_of_which_nobody_is_in_the_room(wall: Wall, keys: Live):
    def not_here() -> tuple[str, ...]:
        return wall.sees(OpenCard, AgendaKind.OPEN, page=5).lines

    rows = wall.book.read(roll, keys.meeting)
    came = {row.partner_id for row in rows if row.came}
    absent = next(row for row in rows if row.partner_id and row.partner_id not in came)
    here = next(row for row in rows if row.is_here and row.partner)
    assert absent.partner in not_here()
    assert here.partner not in not_here()
    wall.book.do(Arrive(absent.id))
    for row in rows:
        if row.partner_id == here.partner_id:
            wall.book.do(Depart(row.id))
    assert absent.partner not in not_here()
    assert here.partner in not_here()
    wall.write(lambda session: session.execute(update(Partner).values(has_left=True)))
    assert not_here() == ()


def test_the_promises_are_those_of_the_presenter_page_by_page(wall: Wall, keys: Live):
    lines = [line for line in wall.book.read(promises_of, keys.meeting) if not line.held]
    first = wall.sees(Promises, AgendaKind.LAST_TIME)
    pages = [wall.sees(Promises, AgendaKind.LAST_TIME, page=page) for page in range(first.pages)]
    rows = [row for page in pages for row in page.rows]
    assert [row.id for row in rows] == [line.id for line in lines]
    assert [(row.agency, row.state, row.is_overdue) for row in rows] == [
        (line.agency, line.state, line.is_overdue) for line in lines
    ]
    assert (first.many, first.done) == (len(lines), 1)
    assert all(len(page.rows) <= 5 for page in pages)


def test_a_held_promise_is_neither_shown_nor_counted(wall: Wall):
    before = wall.sees(Promises, AgendaKind.LAST_TIME)
    wall.book.do(EditNextStep(before.rows[0].id, {"held": True}))
    after = wall.sees(Promises, AgendaKind.LAST_TIME)
    assert after.many == before.many - 1
    assert after.rows[0].id == before.rows[1].id


def test_the_walk_shows_the_newest_first_and_no_held_row(wall: Wall):
    view = wall.walking()
    shown = [row.text for row in view.rows]
    assert f"Barrier {BARRIERS - 1}" not in shown
    assert f"Barrier {BARRIERS - 2}" in shown
    assert [row.number for row in view.rows] == sorted((row.number for row in view.rows), reverse=True)
    assert {row.kind for row in view.rows} >= {Kind.BARRIER, Kind.PRACTICE, Kind.PARKED, Kind.DECISION}
    assert next(row for row in view.rows if row.text == "Barrier 0").said_again == 2
    assert next(row for row in view.rows if row.text == "Barrier 0").detail == "Barrier 0, told more"


def test_what_is_held_leaves_the_counts_and_comes_back_when_it_is_let_go(wall: Wall, keys: Live):
    at = (Finding.station_id == keys.station, Finding.kind == Kind.BARRIER)
    (held,) = wall.find(select(Finding.id).where(*at, Finding.held))
    (every,) = [len(wall.find(select(Finding.id).where(*at)))]
    before = wall.walking()
    assert before.barriers == every - 1
    assert before.practices >= PRACTICES
    wall.book.do(ReleaseEntry(Kind.BARRIER, held))
    after = wall.walking()
    assert after.barriers == before.barriers + 1
    assert (after.practices, after.parked) == (before.practices, before.parked)
    assert [row.text for row in after.rows if row not in before.rows] == [f"Barrier {BARRIERS - 1}"]


def test_the_read_back_of_a_station_stands_in_the_order_in_which_it_was_said(wall: Wall):
    said = wall.walking().rows[::-1]
    assert wall.walking(call=Call.STATION_READ_BACK).rows == said[:READ_AT_ONCE]


def test_a_station_is_read_back_page_by_page_and_the_last_page_holds(wall: Wall):
    said = wall.walking().rows[::-1]
    pages = -(-len(said) // READ_AT_ONCE)
    read = [wall.walking(call=Call.STATION_READ_BACK, page=page).rows for page in range(pages)]
    assert tuple(row for rows in read for row in rows) == said
    assert wall.walking(call=Call.STATION_READ_BACK, page=pages + 3).rows == read[-1]


def test_no_more_than_sixty_rows_are_read_and_they_are_the_newest(wall: Wall):
    for number in range(70):
        wall.book.do(RecordEntry(Kind.BARRIER, f"More {number}", station_id=wall.keys.station))
    shown = [row.text for row in wall.walking().rows]
    assert shown == [f"More {number}" for number in range(69, 9, -1)]


def test_the_question_is_the_one_chosen_else_the_first_that_must_be_asked(wall: Wall, keys: Live):
    at = select(Prompt.text).where(Prompt.station_id == keys.station).order_by(Prompt.pos)
    must_ask, *_rest = wall.find(at.where(Prompt.must_ask))
    here = select(Prompt.id).where(Prompt.station_id == keys.station).order_by(Prompt.pos)
    last_id, last = wall.find(here)[-1], wall.find(at)[-1]
    elsewhere = wall.find(select(Prompt.id).where(Prompt.station_id == keys.hand_off))[0]
    assert wall.walking().question == must_ask
    assert wall.walking(prompt_id=last_id).question == last
    assert wall.walking(prompt_id=elsewhere).question == must_ask


def test_the_strip_says_where_among_all_stations_the_room_is(wall: Wall, keys: Live):
    for number, station in enumerate(keys.stations, start=1):
        head = wall.walking(station_id=station).head
        assert (head.number, head.of) == (number, len(keys.stations))
        assert [place.is_here for place in head.strip].index(True) == number - 1
        assert head.station
    lost = wall.walking(station_id="gone")
    assert (lost.head.number, lost.head.station, lost.rows, lost.question) == (0, "", (), "")
    assert lost.family == wall.walking().family != ""


def test_rule_and_practice_hand_off_and_ladder_come_only_when_called(wall: Wall, keys: Live):
    wall.book.do(SetRuleAndPractice(keys.hand_off, "By law in 5 days", "Often 30", True))
    wall.book.do(WriteHandOff(keys.hand_off, {"from_whom": "Ward", "time_by_rule": "5 days"}))
    plain = wall.walking(station_id=keys.hand_off)
    assert (plain.rule, plain.practice, plain.has_gap, plain.hand_off, plain.ladder) == (
        "",
        "",
        False,
        None,
        (),
    )
    pair = wall.walking(station_id=keys.hand_off, call=Call.RULE_AND_PRACTICE)
    assert (pair.rule, pair.practice, pair.has_gap) == ("By law in 5 days", "Often 30", True)
    card = wall.walking(station_id=keys.hand_off, call=Call.HAND_OFF).hand_off
    assert card is not None
    assert (card.from_whom, card.time_by_rule) == ("Ward", "5 days")
    assert wall.walking(station_id=keys.station, call=Call.HAND_OFF).hand_off is None
    ladder = wall.walking(call=Call.LADDER).ladder
    assert {rung.word for rung in ladder} <= {"none", "some", "many_lost", "nobody_knows"}
    assert len(ladder) > 1


def test_the_map_counts_every_cell_but_what_is_held(wall: Wall, keys: Live):
    def cell(view: Mapped) -> tuple[int, int]:
        return view.rows[keys.lanes.index(lane)].cells[keys.stations.index(keys.station)]

    at = (Finding.station_id == keys.station, Finding.kind == Kind.BARRIER)
    lane = wall.find(select(Finding.lane_id).where(*at, Finding.held))[0]
    key = wall.find(select(Finding.id).where(*at, Finding.lane_id == lane, ~Finding.held))[0]
    before = wall.sees(Mapped, AgendaKind.WALK, station_id=keys.station, call=Call.MAP)
    assert cell(before)[0] == len(wall.find(select(Finding.id).where(*at, Finding.lane_id == lane))) - 1
    assert (len(before.rows), len(before.stations)) == (len(keys.lanes), len(keys.stations))
    wall.book.do(HoldEntry(Kind.BARRIER, key))
    after = wall.sees(Mapped, AgendaKind.WALK, station_id=keys.station, call=Call.MAP)
    assert cell(after) == (cell(before)[0] - 1, cell(before)[1])
    assert sum(many for row in before.rows for many in map(sum, row.cells)) == 1 + sum(
        many for row in after.rows for many in map(sum, row.cells)
    )


def rows_across(wall: Wall) -> list[Any]:
    first = wall.sees(Across, AgendaKind.WALK, call=Call.LOOK_ACROSS)
    pages = [wall.sees(Across, AgendaKind.WALK, call=Call.LOOK_ACROSS, page=at) for at in range(first.pages)]
    return [row for page in pages for row in page.rows]


def test_looking_across_finds_what_is_alike_then_gaps_then_clocks(wall: Wall, keys: Live):
    wall.book.do(SetRuleAndPractice(keys.stations[-1], "By law in 5 days", "Often 30", True))
    wall.book.do(WriteHandOff(keys.hand_off, {"time_by_rule": "5 days", "time_in_practice": "5 weeks"}))
    rows = rows_across(wall)
    assert [row.what for row in rows] == sorted(row.what for row in rows if row.what != "clock") + [
        row.what for row in rows if row.what == "clock"
    ]
    alike = next(row for row in rows if row.what == "alike" and "telephone" in row.text)
    assert (alike.text, len(set(alike.stations)), len(set(alike.numbers))) == (alike.other, 2, 2)
    assert ("By law in 5 days", "Often 30") in [(row.text, row.other) for row in rows if row.what == "gap"]
    assert ("5 days", "5 weeks") in [(row.text, row.other) for row in rows if row.what == "clock"]


def test_a_held_finding_is_alike_to_nothing(wall: Wall):
    keys = wall.find(select(Finding.id).where(Finding.text.contains("clinic telephone")))
    wall.book.do(HoldEntry(Kind.BARRIER, keys[0]))
    assert not [row for row in rows_across(wall) if "telephone" in row.text]


def test_said_again_shows_on_the_row_at_once(wall: Wall):
    (key,) = wall.find(select(Finding.id).where(Finding.text == "Barrier 1"))
    wall.book.do(SayAgain(key))
    assert next(row for row in wall.walking().rows if row.text == "Barrier 1").said_again == 1

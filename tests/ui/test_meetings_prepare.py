# SPDX-License-Identifier: MIT
"""Getting a meeting ready by keyboard: stations, votes, room, papers, what was sent, who is missing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from walkthrough.model.commands.live import StartMeeting
from walkthrough.model.commands.meeting import (
    AddAttendance,
    CloseMeeting,
    EditMeeting,
    PlanMeeting,
    SetAgenda,
)
from walkthrough.model.commands.partner import AddPartner, SetSeat
from walkthrough.model.commands.prepare import SetMeetingStations
from walkthrough.model.commands.stage import BeginStageCheck
from walkthrough.model.commands.walk import StartWalk
from walkthrough.model.queries.entries import count_to_sort
from walkthrough.model.queries.meetings import meetings
from walkthrough.model.queries.prepare import arrangements, missing_seats, preparing
from walkthrough.model.queries.walk import walk_head
from walkthrough.model.rules.sight import words_size
from walkthrough.model.words import AgendaKind, MeetingState, RatingMethod, Role, Seated, Tier
from walkthrough.ui.screens.meetings.room_card import letters_to_a_line, size_words
from walkthrough.ui.screens.meetings.screen import MeetingsScreen

NONE = Qt.KeyboardModifier.NoModifier


def press(*keys, modifier=NONE):
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key, modifier)
        QTest.qWait(2)


@pytest.fixture
def planned(workbook, at_desk):
    """A walk, a stage check, and a meeting in two weeks about which nothing else is known."""
    shelf, today = at_desk.desk.shelf, at_desk.desk.clock.today()
    walk = StartWalk(shelf.route("five-points"), shelf.general_prompts, shelf.family("harper"))
    workbook.do(walk)
    workbook.do(BeginStageCheck(today, shelf.ladder))
    meeting = PlanMeeting(today + timedelta(days=14), {"walk_id": walk.walk_id, "starts": "13:00"})
    workbook.do(meeting)
    return meeting.id


@pytest.fixture
def part(at_desk, show_screen, workbook, planned):
    page = show_screen(MeetingsScreen(at_desk.desk), meeting_id=planned, part="prepare")
    leave = workbook.subscribe(page.take_changes)
    yield page.view.panel.prepare
    leave()


def ready(part):
    return part._ready.text()


def test_it_says_what_is_still_open_until_nothing_is(part, workbook, planned, at_desk):
    for words in ("when it ends", "an agenda", "which stations", "who is invited", "how large the room is"):
        assert words in ready(part)
    assert "a walk" not in ready(part)
    workbook.do(EditMeeting(planned, {"ends": "14:30"}))
    assert "when it ends" not in ready(part)


def test_space_takes_a_station_on_with_its_minutes_and_off_again(part, workbook, planned):
    part.stations.list.setFocus()
    press(Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space)
    chosen = [row.number for row in workbook.read(preparing, planned).stations if row.is_chosen]
    assert chosen == [1, 3]
    assert "2 stations" in part.stations._sum.text()
    press(Qt.Key.Key_Space)
    assert [row.number for row in workbook.read(preparing, planned).stations if row.is_chosen] == [1]


def test_a_station_under_eight_minutes_is_warned_about_by_name(part, workbook, planned):
    part.stations.list.setFocus()
    press(Qt.Key.Key_Space)
    assert part.stations._warning.isHidden()
    part.stations.minutes.set_value(5)
    part.stations.minutes.committed.emit(5)
    (row,) = (row for row in workbook.read(preparing, planned).stations if row.is_chosen)
    assert row.minutes == 5
    assert row.name in part.stations._warning.text()


def test_what_is_chosen_stands_above_the_list_and_too_many_minutes_are_told(part, workbook, planned):
    rows = workbook.read(preparing, planned).stations
    workbook.do(SetAgenda(planned, ((AgendaKind.OPEN, "Open", 10), (AgendaKind.WALK, "Walk", 36))))
    workbook.do(SetMeetingStations(planned, ((rows[0].id, 12), (rows[1].id, 12))))
    told = part.stations._sum
    assert told.text() == f"{rows[0].name}, {rows[1].name}: 2 stations, 24 min"
    assert told.mapTo(part, QPoint()).y() < part.stations.list.mapTo(part, QPoint()).y()
    assert "36 min for the walk" not in ready(part)
    workbook.do(SetMeetingStations(planned, tuple((row.id, 34) for row in rows[:2])))
    assert "68 min of stations, the agenda has 36 min for the walk." in ready(part)


def test_all_three_ways_to_rate_are_offered_and_the_one_chosen_is_kept(part, workbook, planned):
    control = part.today.rating.control
    offered = [control.itemText(n) for n in range(control.count())]
    assert offered == ["Paper ballots", "Pass the laptop", "Show of hands"]
    control.setCurrentIndex(1)
    control.activated.emit(1)
    assert workbook.read(preparing, planned).rating is RatingMethod.PASS


def test_another_made_up_family_comes_with_its_lines(part, workbook):
    part.stations.family.set_value("marsh")
    part.stations.family.committed.emit("marsh")
    assert "Marsh" in workbook.read(walk_head).family


def test_parts_of_collaboration_and_dots_are_chosen_for_the_meeting(part, workbook, planned):
    part.today.list.setFocus()
    press(Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert sum(row.is_chosen for row in workbook.read(preparing, planned).dimensions) == 2
    part.today.dots.set_value(5)
    part.today.dots.committed.emit(5)
    assert workbook.read(preparing, planned).dots == 5


def test_two_answers_about_the_room_set_the_size_of_the_words(part, workbook, planned):
    assert "Two answers" in part.room._told.text()
    part.room.picture.set_value(122)
    part.room.back_row.set_value(600)
    part.room.back_row.committed.emit(600)
    found = workbook.read(preparing, planned)
    assert (found.picture_cm, found.back_row_cm) == (122, 600)
    assert part.room._told.text() == size_words(words_size(122, 600, 1920))
    assert not part.room._warning.isHidden(), "a television at six metres is too far"
    assert letters_to_a_line(48) > letters_to_a_line(79)


def test_a_measure_that_no_list_has_is_kept_as_it_is(part, workbook, planned):
    workbook.do(EditMeeting(planned, {"picture_cm": 173, "back_row_cm": 450}))
    assert part.room.picture.value() == 173
    assert part.room.back_row.value() == 450


def test_a_list_that_was_sent_becomes_entries_to_sort(part, workbook):
    part.bring_in.text.set_value("1. No bus on Sundays\n+ The nurse calls back\n\n- Forms in English only")
    part.bring_in.take.click()
    assert workbook.read(count_to_sort, workbook.read(walk_head).id) == 3
    assert part.bring_in.text.value() == ""


def test_nothing_is_made_of_an_empty_list_and_it_is_said(part):
    part.bring_in.take.click()
    assert part.bring_in.text.error()


def test_arrangements_are_hidden_while_the_room_can_see(part, workbook, planned, at_desk):
    workbook.do(EditMeeting(planned, {"arrangements": "A sitter for two"}))
    assert part._so_that_all_come.isHidden()
    part.window().findChild(MeetingsScreen).set_room_safe(False)
    assert part.arrangements.value() == "A sitter for two"
    assert workbook.read(arrangements, planned) == "A sitter for two"


def test_the_dry_run_shows_the_opening_picture(part, at_desk):
    part.room.dry_run.click()
    assert at_desk.projection.state == "live"
    at_desk.projection.stop()


def test_the_button_of_a_meeting_says_what_it_does(part, workbook, planned, at_desk):
    go = part.window().findChild(MeetingsScreen).view.panel.head.go
    assert "Start" in go.text()
    go.click()
    assert at_desk.gone == [("live", {"meeting_id": planned})]
    workbook.do(StartMeeting(planned))
    assert "Go on" in go.text()
    workbook.do(CloseMeeting(planned))
    assert "again" in go.text()
    workbook.do(EditMeeting(planned, {"day": at_desk.desk.clock.today() - timedelta(days=31)}))
    assert go.isHidden()


# Who is missing ------------------------------------------------------------------------------------------


def met(workbook, day, partner, *, came):
    meeting = PlanMeeting(day)
    workbook.do(meeting)
    workbook.do(AddAttendance(meeting.id, Role.MANAGER, partner, came=came))
    workbook.do(CloseMeeting(meeting.id))


def test_empty_seats_and_holders_who_stayed_away_three_times_are_missing(workbook, planned, at_desk):
    today = at_desk.desk.clock.today()
    court, health = AddPartner("Family Court", "courts"), AddPartner("Health", "health")
    for command in (court, health):
        workbook.do(command)
    workbook.do(SetSeat(Tier.CORE, Seated.FILLED, "courts", court.id))
    workbook.do(SetSeat(Tier.STEERING, Seated.VACANT, "health", health.id))
    for weeks in (3, 2):
        met(workbook, today - timedelta(weeks=weeks), court.id, came=False)
    missing = workbook.read(missing_seats, planned)
    assert [(row.seat.partner, row.has_stayed_away) for row in missing] == [("Health", False)]
    met(workbook, today - timedelta(weeks=1), court.id, came=False)
    missing = workbook.read(missing_seats, planned)
    assert [(row.seat.partner, row.has_stayed_away) for row in missing] == [
        ("Health", False),
        ("Family Court", True),
    ]
    met(workbook, today - timedelta(days=1), court.id, came=True)
    assert [row.seat.partner for row in workbook.read(missing_seats, planned)] == ["Health"]
    assert {row.state for row in workbook.read(meetings)} == {MeetingState.PLANNED, MeetingState.CLOSED}


def test_the_papers_of_a_meeting_are_written_on_the_page_reports(part, workbook, planned, at_desk):
    head = part.window().findChild(MeetingsScreen).view.panel.head
    assert head.papers.isHidden()
    part.print_pack.click()
    assert at_desk.gone[-1] == ("reports", {"report": "printpack", "meeting_id": planned})
    workbook.do(StartMeeting(planned))
    workbook.do(CloseMeeting(planned))
    assert not head.papers.isHidden()
    head.papers.click()
    assert at_desk.gone[-1] == ("reports", {"report": "all", "meeting_id": planned})

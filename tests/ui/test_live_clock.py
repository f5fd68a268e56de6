# SPDX-License-Identifier: MIT
"""The clock of a live meeting: a timer that only signals, breaks, and the pace in words for the presenter."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta

import pytest

from tests.settled import settle
from tests.ui.conftest import AtDesk
from walkthrough.model.clock import FixedClock
from walkthrough.model.commands.live import LeaveMeeting, StartMeeting
from walkthrough.model.commands.meeting import EditMeeting, PlanMeeting, SetAgenda
from walkthrough.model.commands.prepare import SetMeetingStations
from walkthrough.model.queries.walk import stations, walk_head
from walkthrough.model.queries.wall.shapes import Plain
from walkthrough.model.rules.pace import Pace
from walkthrough.model.words import AgendaKind
from walkthrough.model.workbook import Workbook
from walkthrough.ui.screens.live.clock import Plan
from walkthrough.ui.screens.live.head import pace_words, timer_words
from walkthrough.ui.screens.live.screen import LiveScreen

BEGAN = datetime(2026, 11, 22, 13, 0, tzinfo=UTC)
AGENDA = (
    (AgendaKind.OPEN, "Welcome", 10),
    (AgendaKind.WALK, "Walk", 36),
    (AgendaKind.CHOOSE, "Choose", 14),
    (AgendaKind.NEXT_STEPS, "Next steps", 20),
    (AgendaKind.CLOSE, "Close", 10),
)


@pytest.fixture(autouse=True)
def at_greenwich(monkeypatch):
    """Times of meetings are local; here the two agree."""
    import time

    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def clock():
    return FixedClock(BEGAN)


@pytest.fixture
def live(qapp, show_screen, tmp_path, sample_workbook_file, clock):
    """A meeting from one to half past two, begun at one, with three stations of twelve minutes."""
    path = shutil.copyfile(sample_workbook_file, tmp_path / "county.walkthrough")
    book = Workbook.open(path, clock=clock)
    planned = PlanMeeting(clock.today(), {"starts": "13:00", "ends": "14:30"}, AGENDA)
    book.do(planned)
    three = book.read(stations, book.read(walk_head).id)[:3]
    book.do(SetMeetingStations(planned.id, tuple((row.id, 12) for row in three)))
    book.do(StartMeeting(planned.id))
    book.live_meeting = planned.id
    place = AtDesk(book, tmp_path)
    page = show_screen(LiveScreen(place.desk))
    place.opened.bridge.changed.connect(page.take_changes)
    page.place, page.stations_today = place, three
    yield page
    place.projection.stop()
    place.opened.drafts.close()
    book.close()


def pass_by(page, clock, minutes):
    """Let minutes pass; returns what the head says of the pace."""
    clock.moment += timedelta(minutes=minutes)
    page.run.clock.ticked.emit()
    return page.laid_out.head.pace.text()


def go(page, kind):
    page.run.go_to_kind(kind)
    settle()


def test_a_meeting_on_its_plan_is_on_pace(live, clock):
    assert live.laid_out.head.pace.text() == "On pace"
    assert pass_by(live, clock, 9) == "On pace"


def test_a_late_meeting_says_how_late_and_how_long_each_station_may_take(live, clock):
    pass_by(live, clock, 16)
    go(live, AgendaKind.WALK)
    assert live.laid_out.head.pace.text() == "6 min behind: 10 min for each station left"
    pass_by(live, clock, 12)
    assert live.part().page(1)
    assert live.laid_out.head.pace.text() == "6 min behind: 9 min for each station left"


def test_a_hand_off_without_minutes_of_its_own_belongs_to_the_station_before_it(live):
    book, three = live.desk.workbook, live.stations_today
    book.do(SetMeetingStations(book.live_meeting, ((three[0].id, 18), (three[2].id, 18))))
    go(live, AgendaKind.WALK)
    course = live.run.course
    assert [course.stop_of(station.id) for station in three] == [three[0].id, three[0].id, three[2].id]
    assert course.stop_of(three[1].id) == three[2].id
    course.stop_of(three[0].id)
    assert course.plan(three[1].id) == Plan(here=18, later=18 + 44, beside=44, stations=2)


def test_an_early_meeting_says_how_early(live, clock):
    pass_by(live, clock, 7)
    go(live, AgendaKind.WALK)
    assert live.laid_out.head.pace.text() == "3 min early"


def test_a_break_puts_the_plan_off_and_after_it_the_pace_says_so(live, clock):
    pass_by(live, clock, 10)
    go(live, AgendaKind.WALK)
    live.asked.handlers()["live.break"]()
    assert live.laid_out.head.pace.text() == "Break: 10 min left"
    assert "Break: 10:00" in live.laid_out.head.timer.text()
    assert pass_by(live, clock, 6) == "Break: 4 min left"
    live.run.feed.catch_up()
    assert isinstance(live.desk.projection._latest.view, Plain)  # who sorts entries meanwhile does it unseen
    live.asked.handlers()["live.break"]()
    live.run.feed.catch_up()
    assert not isinstance(live.desk.projection._latest.view, Plain)
    assert live.laid_out.head.pace.text() == "6 min behind: 10 min for each station left"
    assert live.run.clock.now.resting == 360


def test_a_break_of_the_agenda_is_as_long_as_planned(live, clock):
    book = live.desk.workbook
    book.do(SetAgenda(book.live_meeting, (*AGENDA[:2], (AgendaKind.BREAK, "Coffee", 15), *AGENDA[2:])))
    go(live, AgendaKind.BREAK)
    live.asked.handlers()["live.break"]()
    assert live.run.clock.timer_left() == 15 * 60


def test_past_the_end_the_pace_says_how_far(live, clock):
    assert pass_by(live, clock, 95) == "5 min over the end"


def test_an_end_that_is_moved_moves_the_pace(live, clock):
    book = live.desk.workbook
    book.do(EditMeeting(book.live_meeting, {"ends": "14:20"}))
    assert live.laid_out.head.pace.text().startswith("10 min behind")
    book.do(EditMeeting(book.live_meeting, {"ends": ""}))
    assert live.laid_out.head.pace.text() == "No end time set"


def test_the_timer_starts_with_the_minutes_of_the_part_pauses_and_goes_on(live, clock):
    toggle = live.asked.handlers()["live.timer"]
    head = live.laid_out.head
    assert head.timer.text() == "Timer: 10 minutes"
    toggle()
    assert head.timer.text() == "10:00 left"
    pass_by(live, clock, 4)
    toggle()
    assert head.timer.text() == "6:00, paused"
    pass_by(live, clock, 4)
    toggle()
    assert head.timer.text() == "6:00 left"


def test_a_minute_more_and_the_end_of_the_timer_change_nothing_else(live, clock):
    live.asked.handlers()["live.timer"]()
    live.asked.handlers()["live.minute"]()
    assert live.run.clock.timer_left() == 11 * 60
    at, had_focus = live.run.course.at, live.focusWidget()
    pass_by(live, clock, 12)
    assert live.laid_out.head.timer.text() == "Time: finish the thought"
    assert (live.run.course.at, live.focusWidget()) == (at, had_focus)


def test_at_a_station_the_timer_takes_the_minutes_of_the_station(live):
    go(live, AgendaKind.WALK)
    assert live.run.head.station_id == live.stations_today[0].id
    assert live.laid_out.head.timer.text() == "Timer: 12 minutes"


def test_the_clock_runs_on_from_what_was_kept(live, clock, show_screen):
    live.asked.handlers()["live.timer"]()
    settle()
    kept = live.desk.workbook.live_now.found()
    assert kept.clock == live.run.clock.now
    clock.moment += timedelta(minutes=3)
    again = show_screen(LiveScreen(live.desk))
    assert again.laid_out.head.timer.text() == "7:00 left"


@pytest.mark.parametrize(
    ("pace", "words"),
    [
        (Pace("on", 0, None, 0), "On pace"),
        (Pace("behind", 6, 4, 3), "6 min behind: 4 min for each station left"),
        (Pace("behind", 6, None, 0), "6 min behind"),
        (Pace("early", 3, 9, 3), "3 min early"),
        (Pace("no_end", 0, None, 2), "No end time set"),
        (Pace("over", 2, None, 0), "2 min over the end"),
        (Pace("break", 8, None, 0), "Break: 8 min left"),
    ],
)
def test_the_pace_in_words(pace, words):
    assert pace_words(pace) == words


def test_the_timer_in_words():
    assert timer_words(None, runs=False, rests=False, minutes=5) == "Timer: 5 minutes"
    assert timer_words(61, runs=True, rests=False, minutes=5) == "1:01 left"
    assert timer_words(0, runs=True, rests=True, minutes=5) == "The break is over"


@pytest.mark.parametrize("late_minutes", [0, 45])
def test_a_meeting_over_midnight_ends_on_the_next_day(live, clock, late_minutes):
    book, night = live.desk.workbook, datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    book.do(LeaveMeeting(book.live_meeting))
    planned = PlanMeeting(clock.today(), {"starts": "23:30", "ends": "01:00"}, AGENDA)
    book.do(planned)
    clock.moment = night + timedelta(minutes=late_minutes)
    book.do(StartMeeting(planned.id))
    book.live_meeting = planned.id
    live.refresh()
    assert live.run.clock.now.ends == night + timedelta(minutes=90)
    clock.moment = night + timedelta(minutes=50)
    book.do(EditMeeting(planned.id, {"ends": "01:10"}))
    assert live.run.clock.now.ends == night + timedelta(minutes=100)


def test_a_meeting_whose_end_cannot_be_right_gets_the_length_of_its_agenda(live, clock):
    book = live.desk.workbook
    book.do(LeaveMeeting(book.live_meeting))
    planned = PlanMeeting(clock.today(), {"starts": "12:55", "ends": "11:00"}, AGENDA)
    book.do(planned)
    book.do(StartMeeting(planned.id))
    book.live_meeting = planned.id
    live.refresh()
    assert live.run.clock.now.ends == BEGAN + timedelta(minutes=90)

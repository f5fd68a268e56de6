# SPDX-License-Identifier: MIT
"""The live screen around its parts, in the real window: the way in and out, the strip, the line, the wall."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from tests.journeys.keys import Fingers, Key, focus, wait_until
from tests.settled import settle
from walkthrough.model import FileTrouble, Refused
from walkthrough.model.commands.entry import RecordEntry
from walkthrough.model.commands.live import LeaveMeeting
from walkthrough.model.commands.meeting import CloseMeeting, PlanMeeting, RemoveMeeting, SetAgenda
from walkthrough.model.queries.entries import entry_by_number, last_entries
from walkthrough.model.queries.live import gone_live, live_meeting, meeting_to_start
from walkthrough.model.queries.meetings import agenda_of, meetings
from walkthrough.model.words import AgendaKind, Kind, MeetingState
from walkthrough.model.workbook import Workbook
from walkthrough.ui.wall.projection import WallState

CTRL = Qt.KeyboardModifier.ControlModifier
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "propagateSizeHints")


@pytest.fixture
def book_path(tmp_path, sample_workbook_file):
    return shutil.copyfile(sample_workbook_file, tmp_path / "county.walkthrough")


@pytest.fixture
def opened(start, book_path):
    windows = start(book_path, "--screen", "overview")
    windows.hand = Fingers(windows.window)
    return windows


def go_live(windows):
    """Start the meeting that is next; returns the live page."""
    windows.hand.ctrl(Key.Key_L)
    page = windows.window.stack.page
    assert page.name == "live"
    settle()
    return page


def book(windows):
    return windows.frame.opened.workbook


def go_to(page, kind):
    page.run.go_to_kind(kind)
    settle()


def test_ctrl_l_starts_the_meeting_that_comes_next_and_hides_the_rail(opened):
    following = book(opened).read(meeting_to_start, book(opened).clock.today())
    page = go_live(opened)
    assert book(opened).live_meeting == following.id
    assert book(opened).read(gone_live).id == following.id
    assert opened.window.rail.isHidden()
    assert opened.window.menuBar().isVisible()
    assert page.run.course.kind is AgendaKind.OPEN
    assert [button.isChecked() for button in page.laid_out.strip.buttons].index(True) == 0


def test_todays_meeting_goes_before_a_later_one_and_the_earlier_of_two(opened):
    today = book(opened).clock.today()
    late, early = PlanMeeting(today, {"starts": "15:00"}), PlanMeeting(today, {"starts": "09:00"})
    book(opened).do(late)
    book(opened).do(early)
    go_live(opened)
    assert book(opened).live_meeting == early.id


def test_without_a_planned_meeting_one_is_made_for_today_with_ninety_minutes(
    start, tmp_path, blank_workbook_file
):
    windows = start(
        shutil.copyfile(blank_workbook_file, tmp_path / "new.walkthrough"), "--screen", "overview"
    )
    windows.hand = Fingers(windows.window)
    page = go_live(windows)
    (made,) = book(windows).read(meetings)
    assert made.state is MeetingState.LIVE
    assert made.day == book(windows).clock.today()
    assert sum(row.minutes for row in book(windows).read(agenda_of, made.id)) == 90
    assert page.part() is not None


def test_leaving_asks_first_and_the_meeting_can_go_on_at_the_same_place(opened):
    page = go_live(opened)
    meeting_id = book(opened).live_meeting
    go_to(page, AgendaKind.NEXT_STEPS)
    opened.answers.yes = False
    opened.hand.ctrl(Key.Key_W)
    assert opened.answers.said == ["Leave the meeting?"]
    assert opened.window.stack.page is page
    opened.answers.yes = True
    opened.hand.ctrl(Key.Key_W)
    assert opened.window.stack.page.name == "overview"
    assert not opened.window.rail.isHidden()
    assert book(opened).live_meeting is None
    assert book(opened).read(live_meeting, meeting_id).state is MeetingState.PLANNED
    page = go_live(opened)
    assert book(opened).live_meeting == meeting_id
    assert page.run.course.kind is AgendaKind.NEXT_STEPS


def test_esc_never_leaves_the_meeting(opened):
    page = go_live(opened)
    for kind in [row.kind for row in page.run.course.agenda]:
        go_to(page, kind)
        opened.hand.press(Key.Key_Escape, Key.Key_Escape)
        assert opened.window.stack.page is page
        assert book(opened).live_meeting is not None


def test_any_part_at_any_time_by_keys_and_by_click(opened):
    page = go_live(opened)
    strip = page.laid_out.strip
    opened.hand.press(Key.Key_PageDown, with_=CTRL)
    opened.hand.press(Key.Key_PageDown, with_=CTRL)
    assert page.run.course.kind is AgendaKind.WALK
    opened.hand.press(Key.Key_PageUp, with_=CTRL)
    assert page.run.course.kind is AgendaKind.LAST_TIME
    strip.buttons[-1].click()
    assert page.run.course.kind is AgendaKind.CLOSE
    assert [button.is_past for button in strip.buttons[:3]] == [True, True, True]
    assert "done" in strip.buttons[0].accessibleName()


def test_arrows_go_along_the_strip_and_enter_opens_a_part(opened):
    page = go_live(opened)
    page.laid_out.strip.first_focus().setFocus()
    opened.hand.press(Key.Key_Right, Key.Key_Return)
    assert page.run.course.at == 1


def test_page_keys_never_leave_a_part(opened):
    page = go_live(opened)
    for at in range(len(page.run.course.agenda)):
        page.run.go(at)
        opened.hand.press(*[Key.Key_PageDown] * 20)
        assert page.run.course.at == at


def test_a_kind_character_opens_the_line_over_a_part_and_enter_saves(opened):
    page = go_live(opened)
    assert page.line.isHidden()
    before = focus()
    opened.hand.type("-")
    assert not page.line.isHidden()
    opened.hand.enter("no interpreter at intake")
    row = book(opened).read(last_entries)[0]
    assert (row.kind, row.text) == (Kind.BARRIER, "no interpreter at intake")
    assert page.line.isHidden()
    assert focus() is before


def test_a_question_mark_parks_a_topic_instead_of_opening_the_keys(opened):
    go_live(opened)
    opened.hand.type("?")
    assert QApplication.activeModalWidget() is None
    opened.hand.enter("visits in jail")
    assert book(opened).read(last_entries)[0].kind is Kind.PARKED


def test_esc_closes_the_line_and_keeps_what_is_half_typed(opened):
    page = go_live(opened)
    opened.hand.type("-")
    opened.hand.write("half")
    opened.hand.press(Key.Key_Escape)
    assert page.line.isHidden()
    opened.hand.type("-")
    assert page.line.line.text == "half"


def test_a_step_made_in_a_meeting_belongs_to_it(opened):
    page = go_live(opened)
    go_to(page, AgendaKind.READ_BACK)
    opened.hand.type(">")
    opened.hand.enter("ask the court for dates")
    row = book(opened).read(last_entries)[0]
    assert book(opened).read(entry_by_number, row.number).kind is Kind.NEXT_STEP
    made_in = book(opened).read(
        lambda c: c.exec_driver_sql("select meeting_id from next_step where id = ?", (row.id,)).scalar()
    )
    assert made_in == book(opened).live_meeting


def test_the_wall_follows_a_part_and_keeps_its_picture_while_frozen(opened):
    page = go_live(opened)
    head, wall = page.laid_out.head, opened.frame.projection
    opened.hand.press(Key.Key_F5)
    assert wall.state is WallState.LIVE
    assert head.wall.text() != "Not on the wall"
    go_to(page, AgendaKind.WALK)
    station = page.run.feed.head.station
    assert station in head.where.text()
    opened.hand.press(Key.Key_F8)
    assert head.wall.text() == f"FROZEN – the room sees {station}"
    assert page.laid_out.is_framed
    go_to(page, AgendaKind.CHOOSE)
    assert head.wall.text() == f"FROZEN – the room sees {station}"
    opened.hand.press(Key.Key_F9)
    assert head.wall.text() == "BLANK"
    opened.hand.press(Key.Key_F5)
    assert wall.state is WallState.LIVE
    assert not page.laid_out.is_framed


def test_many_changes_are_one_reading_of_the_wall(opened):
    page = go_live(opened)
    told = []
    page.run.feed.told.connect(told.append)
    for _ in range(5):
        page.run.feed.wake()
    assert told == []
    assert wait_until(lambda: bool(told))
    settle()
    assert len(told) == 1


def test_where_the_meeting_is_is_kept_at_each_part(opened):
    page = go_live(opened)
    for kind in (AgendaKind.WALK, AgendaKind.CLOSE):
        go_to(page, kind)
        assert wait_until(lambda kind=kind: book(opened).live_now.found().showing.part is kind)
        assert book(opened).live_now.found().showing.meeting_id == book(opened).live_meeting


def test_another_page_leads_back_to_the_meeting(opened):
    page = go_live(opened)
    go_to(page, AgendaKind.CHOOSE)
    opened.hand.page(6)
    assert opened.window.stack.page.name == "partners"
    bar = opened.frame._bar
    assert bar.isVisible()
    assert "Choose" in bar.text()
    opened.hand.ctrl(Key.Key_L)
    assert opened.window.stack.page is page
    assert not bar.isVisible()
    assert page.run.course.kind is AgendaKind.CHOOSE


def test_closing_the_window_keeps_the_meeting_and_the_next_start_offers_it(
    start, opened, book_path, tmp_path
):
    page = go_live(opened)
    go_to(page, AgendaKind.CHOOSE)
    opened.window.close()
    again = start(book_path)
    bar = again.frame._bar
    assert "You were in a live meeting: Choose." in bar.text()
    assert focus() is bar._go_on
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert again.window.stack.page.name == "live"
    assert again.window.stack.page.run.course.kind is AgendaKind.CHOOSE
    assert again.window.room.safe


def test_not_now_leaves_the_meeting_where_it_is(start, opened, book_path):
    go_live(opened)
    opened.window.close()
    again = start(book_path)
    again.frame._bar._not_now.click()
    assert again.window.stack.page.name == "overview"
    assert not again.frame._bar.isVisible()
    assert again.frame.opened.workbook.read(gone_live) is not None


def test_a_meeting_left_live_on_another_day_gives_way_to_todays(opened):
    old = go_live(opened).run.meeting
    book(opened).live_meeting = None
    today = PlanMeeting(book(opened).clock.today(), {})
    book(opened).do(today)
    assert old.day != book(opened).clock.today()
    opened.frame.go("live", start=True)
    assert book(opened).live_meeting == today.id
    assert book(opened).read(live_meeting, old.id).state is MeetingState.PLANNED


def test_the_part_has_its_room_on_a_small_laptop(opened):
    page = go_live(opened)
    above = page.run.stack.y()
    assert above <= 84
    assert page.run.stack.height() > opened.window.height() / 2


def test_a_second_part_of_one_kind_is_gone_on_with_as_the_second(start, book_path):
    parts = (
        (AgendaKind.WALK, "To the birth", 30),
        (AgendaKind.BREAK, "Break", 10),
        (AgendaKind.WALK, "On", 30),
    )
    first = Workbook.open(book_path)
    first.do(PlanMeeting(first.clock.today(), {"starts": "00:05", "ends": "23:55"}, parts))
    first.close()
    windows = start(book_path, "--screen", "overview")
    windows.hand = Fingers(windows.window)
    page = go_live(windows)
    windows.hand.ctrl(Key.Key_PageDown, Key.Key_PageDown)
    settle()
    assert page.run.course.at == 2
    windows.frame.close_book()
    windows.frame.open_book(book_path)
    windows.hand.ctrl(Key.Key_L)
    assert windows.window.stack.page.run.course.at == 2


def test_a_meeting_taken_out_while_live_leaves_no_dead_page_and_comes_back_with_undo(opened):
    page = go_live(opened)
    QTest.keyClick(opened.window, Key.Key_F5)
    settle()
    meeting_id, projection = book(opened).live_meeting, opened.frame.projection
    with pytest.raises(Refused, match="live_now"):
        book(opened).do(RemoveMeeting(meeting_id))
    assert book(opened).live_meeting == meeting_id
    assert opened.window.stack.page is page
    book(opened).do(LeaveMeeting(meeting_id))  # as History leaves it, when the start is taken back
    book(opened).do(RemoveMeeting(meeting_id))
    settle()
    assert opened.window.stack.page.name == "overview"
    assert book(opened).live_meeting is None
    assert projection.state is WallState.OFF
    assert not opened.window.rail.isHidden()
    assert opened.window.status.said() == "The meeting was taken out. Ctrl+Z brings it back."
    assert page.part() is None
    page.asked.leave()
    book(opened).do(RecordEntry(Kind.DECISION, "Said after it"))
    for _step in range(3):
        opened.hand.ctrl(Key.Key_Z)
    assert book(opened).read(live_meeting, meeting_id).state is MeetingState.LIVE
    assert go_live(opened).part() is not None
    assert book(opened).live_meeting == meeting_id


def test_undo_right_after_the_start_says_that_the_step_was_before_the_meeting(opened):
    go_live(opened)
    opened.hand.ctrl(Key.Key_Z)
    assert opened.window.status.said().startswith("The step before is from before this meeting.")


def test_after_todays_meeting_is_closed_no_other_is_made_in_silence(opened):
    today = PlanMeeting(book(opened).clock.today(), {"starts": "09:00"})
    book(opened).do(today)
    go_live(opened)
    book(opened).do(CloseMeeting(today.id))
    assert book(opened).live_now.found() is None
    opened.hand.ctrl(Key.Key_W)
    many = len(book(opened).read(meetings))
    opened.hand.ctrl(Key.Key_L)
    assert opened.window.stack.page.name == "overview"
    assert book(opened).live_meeting is None
    assert len(book(opened).read(meetings)) == many
    assert opened.window.status.said() == "Today’s meeting is closed. In Meetings, Open it again."
    opened.frame.go("live", meeting_id=today.id)
    assert book(opened).live_meeting == today.id


def test_the_question_about_the_window_is_answered_after_its_button_is_gone(opened):
    bar, gone = go_live(opened).bar, QPushButton(opened.window)
    bar._back = gone
    bar.show()
    bar.alone.setFocus()
    gone.deleteLater()
    QTest.qWait(20)
    bar.shared.click()
    assert bar.isHidden()


def test_a_changed_agenda_keeps_the_part_that_goes_on(opened):
    page = go_live(opened)
    walk = (AgendaKind.WALK, "First", 10), (AgendaKind.OPEN, "Pause", 3), (AgendaKind.WALK, "Second", 20)
    book(opened).do(SetAgenda(book(opened).live_meeting, walk))
    page.run.go(2)
    settle()
    book(opened).do(SetAgenda(book(opened).live_meeting, (*walk, (AgendaKind.CLOSE, "Close", 5))))
    assert page.run.course.at == 2
    book(opened).do(SetAgenda(book(opened).live_meeting, walk[:2]))
    assert page.run.course.at == 0


def test_trouble_that_nobody_caught_opens_no_dialog_while_live(opened):
    go_live(opened)
    trouble = FileTrouble("disk_full", path="/a/county.walkthrough")
    assert opened.frame.known(trouble)
    assert opened.answers.said == []
    assert "The disk is full" in opened.window.status.said()

# SPDX-License-Identifier: MIT
"""The close of a live meeting: a checklist that never blocks, then everything in one key."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.journeys.keys import Fingers
from tests.ui.live_parts import Key, at, plan_meeting, show_part, texts
from walkthrough.model.commands.collaborative import NameCollaborative
from walkthrough.model.commands.debrief import BeginDebrief
from walkthrough.model.commands.entry import EditEntry, HoldEntry, RecordEntry
from walkthrough.model.commands.finding import SayAgain
from walkthrough.model.commands.live import StartMeeting
from walkthrough.model.commands.meeting import AddAttendance
from walkthrough.model.commands.plan import AcceptNextStep, AddNextStep, EditNextStep, RaiseQuestion
from walkthrough.model.commands.walk import StartWalk
from walkthrough.model.queries.closing import checks_of, closing_meeting, held_entries
from walkthrough.model.queries.meetings import decisions
from walkthrough.model.queries.plan import next_step, next_steps_of
from walkthrough.model.words import Acceptance, AgendaKind, DebriefAnswer, Kind, MeetingState, Role, Tier
from walkthrough.ui.screens.live import close_words as words
from walkthrough.ui.screens.live.close_part import ClosePart

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not support")
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def meeting(workbook, at_desk):
    workbook.do(NameCollaborative("Bell & Knox"))
    key = plan_meeting(workbook, at_desk.desk.clock.today())
    workbook.do(StartMeeting(key))
    return key


@pytest.fixture
def show(qtbot, at_desk, meeting):
    return lambda **more: show_part(qtbot, at_desk, ClosePart, meeting, **more)


@pytest.fixture
def documents(tmp_path, monkeypatch):
    """Where the papers go, here a folder of the test's own."""
    folder = tmp_path / "documents"
    folder.mkdir()
    where = "walkthrough.ui.out_names.QStandardPaths.writableLocation"
    monkeypatch.setattr(where, lambda _kind: str(folder))
    return folder


def mark(shown, key):
    rows = shown.part.list.model()
    return next(
        rows.cells_at(n).marks[0] for n in range(shown.part.list.row_count()) if rows.cells_at(n).id == key
    )


def answers(shown):
    rows = shown.part.list.model()
    return next(
        rows.cells_at(n).detail
        for n in range(shown.part.list.row_count())
        if rows.cells_at(n).id == words.STEPS
    )


def open_row(shown, key):
    shown.part.list.choose(key)
    shown.part.list.setFocus()
    shown.press(Key.Key_Return)


def seen(part):
    return " ".join(label.text() for label in part.findChildren(QLabel) if label.isVisible())


def test_with_nothing_left_the_button_that_closes_has_the_focus(show):
    assert show().part.first_focus().objectName() == "close_it"


def test_steps_that_were_not_read_back_are_counted_and_listed(show, workbook, meeting):
    made = [AddNextStep(what, {"meeting_id": meeting}) for what in ("Phone tree", "One form")]
    for command in made:
        workbook.do(command)
    workbook.do(AcceptNextStep(made[0].id, Acceptance.ACCEPTED))
    shown = show()
    assert mark(shown, words.STEPS) == ("warn", "1 left")
    assert answers(shown) == "1 said yes, 1 not read back"
    assert texts(shown.part.bodies[words.STEPS].list) == ["One form"]
    asked = []
    shown.part.part_asked.connect(asked.append)
    open_row(shown, words.STEPS)
    shown.press(Key.Key_Return)
    assert asked == [AgendaKind.READ_BACK]


def test_a_step_that_was_refused_or_is_to_be_asked_does_not_count_as_a_yes(show, workbook, meeting, at_desk):
    today = at_desk.desk.clock.today()
    given = (
        (Acceptance.ACCEPTED, None),
        (Acceptance.TO_ASK, today),
        (Acceptance.DECLINED, None),
        (Acceptance.OPEN, None),
    )
    for acceptance, ask_by in given:
        step = AddNextStep(str(acceptance), {"meeting_id": meeting, "owner": "R. Diaz", "due": today})
        workbook.do(step)
        workbook.do(AcceptNextStep(step.id, acceptance, ask_by=ask_by))
    workbook.do(RaiseQuestion("Who pays?", Tier.STEERING, {"step_id": step.id, "meeting_id": meeting}))
    shown = show()
    assert mark(shown, words.STEPS) == ("note", "1 of 4 yes")
    assert answers(shown) == "1 said yes, 1 to be asked, 1 looking for an owner, 1 raised to a tier"
    assert mark(shown, words.LACKING) == ("warn", "1 left")
    assert texts(shown.part.bodies[words.LACKING].list) == ["declined"]


def test_a_step_without_an_owner_or_a_date_is_filled_in_from_the_checklist(show, workbook, meeting):
    step = AddNextStep("Phone tree", {"meeting_id": meeting})
    workbook.do(step)
    shown = show()
    assert mark(shown, words.LACKING) == ("warn", "1 left")
    open_row(shown, words.LACKING)
    shown.press(Key.Key_F2)
    assert at() == "change_who"
    body = shown.part.bodies[words.LACKING]
    assert body.list.isHidden()
    shown.press(Key.Key_Escape)
    assert body.list.hasFocus()
    shown.press(Key.Key_Return)
    shown.type("R. Diaz")
    shown.press(Key.Key_Tab)
    shown.write("2w")
    row = shown.book.read(next_step, step.id)
    assert row.owner == "R. Diaz"
    assert row.due is not None
    assert mark(shown, words.LACKING) == ("good", "Nothing left")


def test_what_is_still_open_is_said_above_and_alt_c_closes_from_the_list(
    show, workbook, meeting, documents, qtbot
):
    workbook.do(RecordEntry(Kind.PARKED, "Jail visits", meeting_id=meeting))
    shown = show()
    assert shown.part.view.summary.text().startswith("1 point is still open")
    open_row(shown, words.PARKED)
    shown.press(Key.Key_3)
    assert shown.part.view.summary.text() == "Nothing is open. You can close."
    shown.press(Key.Key_C, modifier=Qt.KeyboardModifier.AltModifier)
    papers = shown.part.papers  # a button that is asked by its letter is seen to go down first
    qtbot.waitUntil(lambda: papers.job is not None)
    assert shown.book.read(closing_meeting, meeting).state is MeetingState.CLOSED
    papers.cancel.click()
    qtbot.waitUntil(lambda: papers.job is None, timeout=60_000)


@pytest.fixture
def loud(workbook, at_desk, meeting):
    """A barrier that was said again and has no next step."""
    shelf = at_desk.desk.shelf
    route = shelf.route("five-points")
    start = StartWalk(route, shelf.general_prompts, shelf.families_of(route.id)[0])
    workbook.do(start)
    barrier = RecordEntry(Kind.BARRIER, "Two hotlines", walk_id=start.walk_id, meeting_id=meeting)
    workbook.do(barrier)
    workbook.do(SayAgain(barrier.entry_id))
    return barrier.entry_id


def test_ctrl_enter_makes_a_next_step_of_what_got_votes(show, loud, meeting):
    shown = show()
    assert mark(shown, words.WITHOUT)[0] == "warn"
    open_row(shown, words.WITHOUT)
    shown.press(Key.Key_Return, modifier=CTRL)
    shown.write("One number for all calls")
    (step,) = shown.book.read(next_steps_of, meeting)
    assert step.what == "One number for all calls"
    assert [mark.id for mark in step.findings] == [loud]
    assert mark(shown, words.WITHOUT)[0] == "good"


def test_a_parked_topic_is_kept_for_next_time_by_one_key(show, workbook, meeting):
    workbook.do(RecordEntry(Kind.PARKED, "Jail visits", meeting_id=meeting))
    shown = show()
    assert mark(shown, words.PARKED)[0] == "warn"
    open_row(shown, words.PARKED)
    shown.press(Key.Key_3)
    assert mark(shown, words.PARKED)[0] == "good"


def test_three_checks_are_said_aloud_and_answered_by_digits(show, meeting):
    shown = show()
    open_row(shown, words.ALOUD)
    assert len(texts(shown.part.bodies[words.ALOUD].list)) == 3
    shown.press(Key.Key_1, Key.Key_2, Key.Key_4)
    rows = shown.book.read(checks_of, meeting)
    assert len(rows) == 12
    answers = {row.code: row.answer for row in rows if row.answer}
    assert answers["most-affected"] is not None
    assert list(answers.values()) == [DebriefAnswer.YES, DebriefAnswer.PARTLY, DebriefAnswer.NOT_YET]
    assert mark(shown, words.ALOUD) == ("good", "3 of 3")
    assert mark(shown, words.DEBRIEF) == ("quiet", "3 of 12")


def test_the_debrief_takes_a_note_and_a_next_step(show, meeting):
    shown = show()
    open_row(shown, words.DEBRIEF)
    shown.press(Key.Key_Return)
    shown.write("Housing was not here")
    shown.part.bodies[words.DEBRIEF].list.choose("involved-groups")
    shown.press(Key.Key_Return, modifier=CTRL)
    shown.write("Invite housing")
    row = shown.book.read(checks_of, meeting)[0]
    (step,) = shown.book.read(next_steps_of, meeting)
    assert (row.note, row.step_number, step.what) == ("Housing was not here", step.number, "Invite housing")


def test_the_debrief_is_away_while_the_room_can_see(show, meeting):
    shown = show(safe=True)
    shown.part.list.choose(words.DEBRIEF)
    before = shown.part.grab().toImage()
    unseen = show()
    open_row(unseen, words.DEBRIEF)
    unseen.press(Key.Key_3, Key.Key_Return)
    unseen.write("The chair talked all the time")
    assert shown.part.grab().toImage() == before
    assert texts(shown.part.bodies[words.DEBRIEF].list) == []


def test_what_is_held_is_worded_anew_and_let_out(show, workbook, meeting):
    entry = RecordEntry(Kind.DECISION, "Ann R. gets a car seat", meeting_id=meeting)
    workbook.do(entry)
    workbook.do(HoldEntry(Kind.DECISION, entry.entry_id))
    shown = show()
    assert mark(shown, words.HELD) == ("warn", "1 left")
    open_row(shown, words.HELD)
    shown.press(Key.Key_F2)
    shown.part.bodies[words.HELD].line.field.control.selectAll()
    shown.write("Families get car seats")
    shown.press(Key.Key_H, modifier=CTRL)
    (row,) = shown.book.read(decisions, meeting)
    assert (row.text, row.held) == ("Families get car seats", False)
    assert mark(shown, words.HELD)[0] == "good"


def test_held_wording_is_away_while_the_room_can_see(show, workbook, meeting):
    entry = RecordEntry(Kind.DECISION, "Ann R. gets a car seat", meeting_id=meeting, held=True)
    workbook.do(entry)
    shown = show(safe=True)
    open_row(shown, words.HELD)
    assert texts(shown.part.bodies[words.HELD].list) == ["(wording on hold)"]
    assert texts(shown.part.bodies[words.DECISIONS].list) == ["(wording on hold)"]
    shown.press(Key.Key_F2)
    assert shown.part.bodies[words.HELD].line.field.value() == ""
    assert len(shown.book.read(held_entries)) == 1


def test_a_decision_says_by_which_rule_it_was_made(show, workbook, meeting):
    workbook.do(RecordEntry(Kind.DECISION, "One release form", meeting_id=meeting))
    shown = show()
    open_row(shown, words.DECISIONS)
    shown.press(Key.Key_Return)
    shown.write("Fist to five, all at three or more")
    assert shown.book.read(decisions, meeting)[0].rule == "Fist to five, all at three or more"


def test_who_came_is_a_count_with_lived_experience_apart(show, workbook, meeting):
    for role in (Role.MANAGER, Role.LIVED_EXPERIENCE):
        workbook.do(AddAttendance(meeting, role, name="Ann Lee", came=True))
    workbook.do(AddAttendance(meeting, Role.MANAGER, name="Bo Day"))
    shown = show()
    shown.part.list.choose(words.PEOPLE)
    told = seen(shown.part.bodies[words.PEOPLE])
    assert "2 people came." in told
    assert "1 of them with lived experience." in told
    assert "Ann Lee" not in told


def test_an_undo_of_the_close_brings_the_checklist_back(show, meeting, documents, qtbot):
    shown = show()
    shown.part.close_it.click()
    shown.part.papers.cancel.click()
    qtbot.waitUntil(lambda: shown.part.papers.job is None, timeout=10_000)
    shown.book.undo()
    assert shown.part.list.isVisible()


def test_a_day_that_nobody_can_read_is_said_and_the_meeting_stays_open(show, meeting):
    shown = show()
    shown.part.next_day.control.setFocus()
    shown.type("soonish")
    shown.part.close_it.click()
    assert shown.book.read(closing_meeting, meeting).state is MeetingState.LIVE
    assert shown.part.next_day.error()


@pytest.fixture
def live(start, sample_workbook_file, tmp_path, documents):
    """The real window with the next meeting of the sample live, at its close; with one step to read back."""
    windows = start(shutil.copyfile(sample_workbook_file, tmp_path / "county.walkthrough"))
    windows.hand = Fingers(windows.window)
    windows.hand.ctrl(Key.Key_L)
    page = windows.window.stack.page
    page.desk.workbook.do(AddNextStep("Phone tree", {"meeting_id": page.desk.workbook.live_meeting}))
    page.run.go_to_kind(AgendaKind.CLOSE)
    windows.hand.settle()
    return windows


def test_from_the_checklist_two_enters_lead_back_to_what_waits_to_be_read(live):
    live.hand.press(Key.Key_Return, Key.Key_Return)
    page = live.window.stack.page
    assert page.run.course.kind is AgendaKind.READ_BACK
    assert at() == "read_back_yes"


def test_after_the_close_leaving_asks_nothing_and_nothing_is_offered_again(live, qtbot):
    page = live.window.stack.page
    page.part().close_it.setFocus()
    live.hand.press(Key.Key_Return)
    papers = page.part().papers
    qtbot.waitUntil(lambda: papers.job is None, timeout=60_000)
    assert papers.backup.is_file()
    papers.leave_it.setFocus()
    live.hand.press(Key.Key_Return)
    workbook = live.frame.opened.workbook
    assert live.answers.said == []
    assert (workbook.live_meeting, workbook.live_now.found()) == (None, None)
    assert live.window.stack.page.name != "live"


def test_a_room_safe_picture_is_the_same_whatever_is_for_paper_or_held(show, workbook, meeting):
    step = AddNextStep("Phone tree", {"meeting_id": meeting})
    held = RecordEntry(Kind.PARKED, "A topic", meeting_id=meeting, held=True)
    for command in (step, held):
        workbook.do(command)
    shown = show(safe=True)
    pictures = {}
    for key in words.TITLES:
        shown.part.list.choose(key)
        pictures[key] = shown.part.grab().toImage()
    workbook.do(EditNextStep(step.id, {"owner": "R. Diaz", "needs": "Money", "private_note": "Gently"}))
    workbook.do(EditEntry(Kind.PARKED, held.entry_id, text="Ann R. and her baby", values={"outcome": ""}))
    workbook.do(BeginDebrief(meeting, (("power", "Did we name who holds the power?"),)))
    for key, before in pictures.items():
        if key not in (words.ALOUD, words.DEBRIEF):  # other checks than the program's own stand there now
            shown.part.list.choose(key)
            assert shown.part.grab().toImage() == before, key

# SPDX-License-Identifier: MIT
"""The meetings page by keyboard: planning one, its agenda, who comes, what came of it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from walkthrough.model.commands.entry import RecordEntry
from walkthrough.model.commands.meeting import AddAttendance, EditMeeting, PlanMeeting, SetAgenda
from walkthrough.model.commands.partner import AddPartner
from walkthrough.model.queries.meetings import (
    agenda_of,
    attendance_of,
    decisions,
    meeting_note,
    meetings,
    parked_topics,
)
from walkthrough.model.words import AgendaKind, Kind, MeetingKind, MeetingState, ParkedState, Role
from walkthrough.ui.screens.meetings.meeting_panel import AGENDA, OUTCOME, PEOPLE
from walkthrough.ui.screens.meetings.phrases import LIVED
from walkthrough.ui.screens.meetings.screen import MeetingsScreen
from walkthrough.ui.screens.meetings.view import MEETING, NEW

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has none
NONE = Qt.KeyboardModifier.NoModifier


def focus():
    found = QApplication.focusWidget()
    assert found is not None, "nothing has the focus"
    return found


def press(*keys, modifier=NONE):
    for key in keys:
        QTest.keyClick(focus(), key, modifier)
        QTest.qWait(2)


def write(text):
    QTest.keyClicks(focus(), text)


def tab_to(name, most=120):
    for _step in range(most):
        if focus().objectName() == name:
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never came to {name}")


def texts(rows):
    return [rows.model().index(n, 0).data() for n in range(rows.row_count())]


@pytest.fixture
def shown(at_desk, show_screen, workbook):
    """Show the page and let it follow the workbook, as the frame does."""
    leave = []

    def _shown():
        page = show_screen(MeetingsScreen(at_desk.desk))
        leave.append(workbook.subscribe(page.take_changes))
        return page

    yield _shown
    for go in leave:
        go()


@pytest.fixture
def coming(workbook, at_desk):
    day = at_desk.desk.clock.today() + timedelta(days=14)
    command = PlanMeeting(
        day,
        {"title": "Follow-up", "starts": "13:00", "ends": "14:30"},
        ((AgendaKind.OPEN, "Welcome", 10), (AgendaKind.WALK, "Walk three stations", 36)),
    )
    workbook.do(command)
    return command.id


@pytest.fixture
def screen(shown, coming):
    return shown()


def open_part(screen, part):
    screen.view.panel.show_part(part)
    screen.view.panel.first().setFocus()
    QTest.qWait(2)


def test_the_first_meeting_is_planned_with_its_agenda(shown, workbook, at_desk):
    screen = shown()
    assert focus() is screen.view.begin
    press(Qt.Key.Key_Space)
    QTest.qWait(5)
    assert focus().objectName() == "new_day"
    press(Qt.Key.Key_Return)
    assert screen.view.form.day.error()
    write("2w")
    press(Qt.Key.Key_Tab)
    write("1:30 pm")
    tab_to("new_agenda")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    (row,) = workbook.read(meetings)
    assert row.day == at_desk.desk.clock.today() + timedelta(days=14)
    assert (row.starts, row.ends, row.kind) == ("13:30", "15:00", MeetingKind.WALK)
    assert sum(part.minutes for part in workbook.read(agenda_of, row.id)) == 90
    assert screen.view.list.chosen_id() == row.id
    assert focus() is screen.view.list


def test_a_time_that_is_none_is_told_beside_the_field(screen, workbook, coming):
    press(Qt.Key.Key_Return)
    QTest.qWait(5)
    tab_to("meeting_starts")
    focus().selectAll()
    write("soon")
    press(Qt.Key.Key_Tab)
    assert screen.view.panel.facts.form.fields["starts"].error().startswith("This is not a time yet")
    assert workbook.read(meetings)[0].starts == "13:00"


def test_coming_meetings_stand_first_soonest_first_then_past_ones(screen, workbook, at_desk):
    today = at_desk.desk.clock.today()
    for title, days in (("Long ago", -60), ("Last", -7), ("Soon", 2)):
        workbook.do(PlanMeeting(today + timedelta(days=days), {"title": title}))
    assert texts(screen.view.list) == ["Coming", "Soon", "Follow-up", "Past", "Last", "Long ago"]
    last = next(row for row in workbook.read(meetings) if row.title == "Last")
    screen.view.list.choose(last.id)
    assert ("warn", "Not closed") in screen.view.list.chosen_cells().marks
    workbook.do(EditMeeting(last.id, {"state": MeetingState.CLOSED}))
    assert ("quiet", "Closed") in screen.view.list.chosen_cells().marks


def test_fields_save_themselves_and_the_focus_stays(screen, workbook, coming):
    press(Qt.Key.Key_Return)
    QTest.qWait(5)
    assert focus().objectName() == "meeting_title"
    tab_to("meeting_place")
    write("Library")
    press(Qt.Key.Key_Tab)
    assert workbook.read(meetings)[0].place == "Library"
    assert focus().objectName() == "meeting_zone"
    press(Qt.Key.Key_Escape)
    assert focus() is screen.view.list


def test_who_leads_and_notes_are_not_on_the_wall(screen, workbook, coming):
    fields = screen.view.panel.facts.form.fields
    assert not any(fields[name].isVisible() for name in ("facilitator", "recorder", "private_note"))
    screen.set_room_safe(False)
    assert fields["facilitator"].isVisible()
    press(Qt.Key.Key_Return)
    QTest.qWait(5)
    tab_to("meeting_note")
    write("Call the clerk first")
    press(Qt.Key.Key_Tab)
    assert workbook.read(meeting_note, coming) == "Call the clerk first"
    screen.set_room_safe(True)
    assert fields["private_note"].value() == ""


def test_the_agenda_is_added_up_against_the_meeting(screen, workbook, coming):
    agenda = screen.view.panel.agenda
    open_part(screen, AGENDA)
    assert agenda._sum.text() == "46 minutes planned, 44 to spare."
    assert texts(agenda.list)[1].endswith("Walk three stations")
    assert not agenda._warning.isVisible()
    parts = ((AgendaKind.WALK, "Walk three stations", 20), (AgendaKind.CLOSE, "Close", 80))
    workbook.do(SetAgenda(coming, parts))
    assert agenda._sum.text() == "100 minutes planned: 10 more than the meeting has."
    assert agenda._warning.text() == (
        "The agenda does not fit the meeting. Walk three stations: 20 minutes are enough for 2 stations. "
        "Each needs 8 or more."
    )


def test_parts_are_chosen_changed_moved_and_taken_out_by_keys(screen, workbook, coming):
    open_part(screen, AGENDA)
    agenda = screen.view.panel.agenda
    assert focus() is agenda.list
    screen.handlers()["entry.down"]()
    assert [part.title for part in workbook.read(agenda_of, coming)] == ["Walk three stations", "Welcome"]
    assert agenda.chosen() == 1
    press(Qt.Key.Key_Return)
    QTest.qWait(5)
    assert focus().objectName() == "part_title"
    tab_to("part_minutes")
    focus().selectAll()
    write("0")
    press(Qt.Key.Key_Tab)
    assert agenda.form.fields["minutes"].error()
    tab_to("part_minutes")
    focus().selectAll()
    write("15")
    press(Qt.Key.Key_Return)
    assert workbook.read(agenda_of, coming)[1].minutes == 15
    assert focus().objectName() == "part_minutes"
    agenda.list.setFocus()
    press(Qt.Key.Key_Delete)
    assert len(workbook.read(agenda_of, coming)) == 1
    assert focus() is agenda.list
    screen.handlers()["edit.add"]()
    QTest.qWait(5)
    assert focus().objectName() == "part_title"
    write("Lunch")
    screen.handlers()["edit.add"]()
    QTest.qWait(5)
    assert [part.title for part in workbook.read(agenda_of, coming)][1:] == ["Lunch", "New part"]


def test_a_template_takes_the_place_of_the_agenda(screen, workbook, coming):
    open_part(screen, AGENDA)
    tab_to("agenda_use")
    press(Qt.Key.Key_Space)
    assert screen.view.panel.agenda.template.error() == "Please choose a template first."
    assert focus().objectName() == "agenda_template"
    press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    tab_to("agenda_use")
    press(Qt.Key.Key_Space)
    assert sum(part.minutes for part in workbook.read(agenda_of, coming)) == 240
    workbook.undo()
    assert len(workbook.read(agenda_of, coming)) == 2


def test_partners_are_invited_and_space_says_they_came(screen, workbook, coming):
    for name, sector in (("Court", "courts"), ("Parents", "families")):
        workbook.do(AddPartner(name, sector))
    open_part(screen, PEOPLE)
    assert focus().objectName() == "people_invite"
    press(Qt.Key.Key_Space)
    people = screen.view.panel.people
    assert focus() is people.list
    assert texts(people.list) == ["Court · Other", "Lived experience"]
    press(Qt.Key.Key_Space)
    assert [row.came for row in workbook.read(attendance_of, coming)] == [True, False]
    assert focus() is people.list
    assert people._counts.text() == "1 of 2 came. With lived experience: 0 of 1 came."
    press(Qt.Key.Key_Space)
    assert [row.came for row in workbook.read(attendance_of, coming)] == [False, False]


def test_lived_experience_is_a_count_on_the_wall(screen, workbook, coming):
    for name in ("Rosa", "Lee"):
        workbook.do(AddAttendance(coming, Role.LIVED_EXPERIENCE, name=name))
    open_part(screen, PEOPLE)
    people = screen.view.panel.people
    assert people.list.chosen_id() == LIVED
    press(Qt.Key.Key_Space)
    assert people.list.chosen_cells().marks == (("quiet", "1 of 2 came"),)
    press(Qt.Key.Key_Space, Qt.Key.Key_Minus)
    assert sum(row.came for row in workbook.read(attendance_of, coming)) == 1
    assert not people._fields.isVisible()
    screen.set_room_safe(False)
    assert texts(people.list) == ["Rosa · Lived experience", "Lee · Lived experience"]
    screen.set_room_safe(True)
    shown_words = " ".join(
        str(people.list.model().index(n, 0).data()) for n in range(people.list.row_count())
    )
    assert "Rosa" not in shown_words


def test_somebody_is_added_with_agency_and_role(screen, workbook, coming):
    workbook.do(AddPartner("Court", "courts"))
    open_part(screen, PEOPLE)
    screen.handlers()["edit.add"]()
    QTest.qWait(5)
    assert focus().objectName() == "person_agency"
    press(Qt.Key.Key_Down)
    assert workbook.read(attendance_of, coming)[0].partner == "Court"
    tab_to("person_came")
    press(Qt.Key.Key_Space)
    assert workbook.read(attendance_of, coming)[0].came
    screen.view.panel.people.list.setFocus()
    press(Qt.Key.Key_Delete)
    assert workbook.read(attendance_of, coming) == ()


def test_a_decision_is_written_down_and_said_how(screen, workbook, coming):
    open_part(screen, OUTCOME)
    assert focus().objectName() == "outcome_line"
    press(Qt.Key.Key_Return)
    assert screen.view.panel.outcome.line.error() == "Please write something here first."
    write("One form for all")
    press(Qt.Key.Key_Return)
    (row,) = workbook.read(decisions, coming)
    assert row.text == "One form for all"
    assert focus().objectName() == "outcome_line"
    outcome = screen.view.panel.outcome
    outcome.list.choose(row.id)
    outcome.list.setFocus()
    press(Qt.Key.Key_Return)
    QTest.qWait(5)
    tab_to("decision_rule")
    write("All agreed")
    press(Qt.Key.Key_Tab)
    assert workbook.read(decisions, coming)[0].rule == "All agreed"


def test_a_parked_topic_is_settled_by_one_key_and_its_outcome_asked(screen, workbook, coming):
    workbook.do(RecordEntry(Kind.PARKED, "Jail visits"))
    workbook.do(RecordEntry(Kind.PARKED, "Car seats", meeting_id=coming))
    open_part(screen, OUTCOME)
    outcome = screen.view.panel.outcome
    assert texts(outcome.list) == [
        "Parked topics", "Car seats", "Still open from other meetings", "Jail visits",
    ]  # fmt: skip
    press(Qt.Key.Key_Down, Qt.Key.Key_1)
    QTest.qWait(5)
    assert [row.state for row in workbook.read(parked_topics, coming)] == [ParkedState.SETTLED]
    assert focus().objectName() == "topic_outcome"
    write("Health buys them")
    press(Qt.Key.Key_Tab)
    assert workbook.read(parked_topics, coming)[0].outcome == "Health buys them"


def test_held_wording_stays_off_the_wall(screen, workbook, coming):
    workbook.do(RecordEntry(Kind.DECISION, "About one family", meeting_id=coming, held=True))
    open_part(screen, OUTCOME)
    press(Qt.Key.Key_Down)
    outcome = screen.view.panel.outcome
    assert texts(outcome.list)[1] == "(wording on hold)"
    assert not outcome._decision_card.isVisible()
    screen.set_room_safe(False)
    assert texts(outcome.list)[1] == "About one family"
    screen.handlers()["entry.hold"]()
    assert not workbook.read(decisions, coming)[0].held


def test_a_meeting_taken_out_is_brought_back_by_undo(screen, workbook, coming):
    press(Qt.Key.Key_Delete)
    assert workbook.read(meetings) == ()
    assert focus() is screen.view.begin
    workbook.undo()
    assert screen.view.side_shown() == MEETING


def test_esc_gives_a_new_meeting_up(screen):
    screen.handlers()["edit.add"]()
    QTest.qWait(5)
    assert screen.view.side_shown() == NEW
    press(Qt.Key.Key_Escape)
    assert screen.view.side_shown() == MEETING
    assert focus() is screen.view.list


def test_tab_comes_round_and_every_control_has_a_name(screen, workbook, coming):
    workbook.do(RecordEntry(Kind.DECISION, "One form", meeting_id=coming))
    workbook.do(AddAttendance(coming, Role.MANAGER))
    screen.set_room_safe(False)
    for part in range(4):
        open_part(screen, part)
        press(Qt.Key.Key_Down)
        screen.view.list.setFocus()
        assert "meeting_part_1" in tabbed_round(screen), part


def tabbed_round(screen):
    """The names of what Tab comes to before it is back at the list."""
    seen = []
    for _step in range(120):
        press(Qt.Key.Key_Tab)
        if focus() is screen.view.list:
            break
        face = QAccessible.queryAccessibleInterface(focus())
        assert face.text(QAccessible.Text.Name), focus().objectName()
        seen.append(focus().objectName())
    else:
        raise AssertionError(f"a trap: {seen[-6:]}")
    return seen


def test_nothing_is_cut_off_sideways(screen, coming):
    panel = screen.view.panel
    for size in ((929, 500), (480, 300)):
        screen.window().resize(*size)
        for part in range(4):
            open_part(screen, part)
            QTest.qWait(5)
            for widget in (panel, panel.first()):
                right = widget.mapTo(screen, widget.rect().topRight()).x()
                assert right <= screen.width(), (size, part)


def test_a_half_typed_line_is_kept_as_a_draft(screen, workbook, at_desk, coming):
    open_part(screen, OUTCOME)
    write("One fo")
    at_desk.desk.drafts.keep_all()
    assert [draft.text for draft in workbook.drafts.all()] == ["One fo"]

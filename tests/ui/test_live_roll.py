# SPDX-License-Identifier: MIT
"""The roll: one key for each arrival and departure, no name for the room, who leaves early heard first."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import AtDesk
from walkthrough.model.commands.live import StartMeeting
from walkthrough.model.commands.meeting import AddAttendance, PlanMeeting
from walkthrough.model.commands.plan import AddNextStep
from walkthrough.model.queries.partners import partners
from walkthrough.model.queries.roll import roll
from walkthrough.model.words import AgendaKind, Role
from walkthrough.model.workbook import Workbook
from walkthrough.ui.screens.live.roll_words import LIVED, time_words
from walkthrough.ui.screens.live.screen import LiveScreen

Key = Qt.Key
AGENDA = tuple((kind, str(kind), 10) for kind in (AgendaKind.OPEN, AgendaKind.CHOOSE, AgendaKind.READ_BACK))


@pytest.fixture
def live(qapp, show_screen, tmp_path, sample_workbook_file):
    """A live meeting with two agencies and two parents invited."""
    book = Workbook.open(shutil.copyfile(sample_workbook_file, tmp_path / "county.walkthrough"))
    planned = PlanMeeting(book.clock.today(), {}, AGENDA)
    book.do(planned)
    first, second = book.read(partners)[:2]
    book.do(AddAttendance(planned.id, Role.MANAGER, first.id, "Ruth Moreno"))
    book.do(AddAttendance(planned.id, Role.FRONT_LINE, second.id, "Ben Okafor"))
    for name in ("Ana", "Luis"):
        book.do(AddAttendance(planned.id, Role.LIVED_EXPERIENCE, None, name))
    book.do(StartMeeting(planned.id))
    book.live_meeting = planned.id
    place = AtDesk(book, tmp_path)
    page = show_screen(LiveScreen(place.desk))
    place.opened.bridge.changed.connect(page.take_changes)
    page.place, page.agencies = place, (first, second)
    page.asked.handlers()["live.roll"]()
    yield page
    place.opened.drafts.close()
    book.close()


def press(*keys):
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)
        QTest.qWait(5)


def rows(page):
    book = page.desk.workbook
    return book.read(roll, book.live_meeting)


def shown(page):
    cells = page.sides.roll.list
    return " ".join(
        str(cells.model().index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole))
        for n in range(cells.row_count())
    )


def test_the_key_opens_the_roll_with_its_list_and_closes_it(live):
    assert live.sides.roll.list.hasFocus()
    live.asked.handlers()["live.roll"]()
    assert live.sides.roll.isHidden()
    assert live.part().isAncestorOf(QApplication.focusWidget()) or live.part().hasFocus()


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return])
def test_one_key_says_that_somebody_came_and_the_same_that_they_left(live, key):
    assert live.sides.roll.keys.text().startswith("Space or Enter: came, or has left.")
    press(Key.Key_Home, key)
    assert rows(live)[0].is_here
    assert live.laid_out.head.people.text() == "1 here"
    press(key)
    assert rows(live)[0].has_left
    assert live.sides.roll.counts.text() == "0 here, 1 left"
    press(key)
    assert rows(live)[0].is_here


def test_plus_counts_one_more_without_a_name_for_the_chosen_agency(live):
    press(Key.Key_Home)
    QTest.keyClicks(QApplication.focusWidget(), "+")
    new = [row for row in rows(live) if row.is_here]
    assert [(row.partner_id, row.name) for row in new] == [(live.agencies[0].id, "")]
    assert live.run.head.people == 1
    assert live.line.isHidden()


def test_while_the_room_may_look_there_is_no_name_and_one_line_for_lived_experience(live):
    text = shown(live)
    for name in ("Ruth", "Moreno", "Ben", "Okafor", "Ana", "Luis"):
        assert name not in text
    assert "0 of 2 here" in text
    live.set_room_safe(False)
    assert "Ruth Moreno" in shown(live)
    assert "Ana" in shown(live)


def test_the_line_for_lived_experience_counts_up_and_down(live):
    live.sides.roll.list.choose(LIVED)
    press(Key.Key_Return, Key.Key_Return)
    assert "2 of 2 here" in shown(live)
    press(Key.Key_Delete)
    assert "1 of 2 here" in shown(live)


def test_letters_jump_to_an_agency(live):
    press(Key.Key_Home)
    second = live.agencies[1].name
    QTest.keyClicks(QApplication.focusWidget(), second[:3])
    assert live.sides.roll.list.chosen_cells().text == second


def test_who_must_go_early_is_told_with_the_time(live):
    press(Key.Key_Home, Key.Key_Return, Key.Key_F2)
    QTest.keyClicks(QApplication.focusWidget(), "2:30 pm")
    press(Key.Key_Return)
    assert rows(live)[0].leaves == "14:30"
    early = live.sides.roll.early.text()
    assert live.agencies[0].name in early
    assert time_words("14:30") in early
    assert live.sides.roll.list.hasFocus()


def test_what_is_no_time_is_said_beside_the_field(live):
    press(Key.Key_Home, Key.Key_F2)
    QTest.keyClicks(QApplication.focusWidget(), "soon")
    press(Key.Key_Return)
    assert live.sides.roll.leaves.error()
    assert rows(live)[0].leaves == ""
    press(Key.Key_Escape)
    assert live.sides.roll.leaves.isHidden()
    assert live.sides.roll.isVisible()


def test_who_leaves_early_is_heard_first_and_their_steps_are_read_back(live):
    book, agency = live.desk.workbook, live.agencies[1]
    other = AddNextStep("Ask the board", {"meeting_id": book.live_meeting})
    theirs = AddNextStep("Print the forms", {"meeting_id": book.live_meeting, "owner_partner_id": agency.id})
    book.do(other)
    book.do(theirs)
    live.sides.roll.list.choose(next(row.id for row in rows(live) if row.partner_id == agency.id))
    press(Key.Key_Return)
    assert live.sides.roll.offer.isHidden()
    press(Key.Key_Return)
    offer = live.sides.roll.offer.text()
    assert f"1 next step of {agency.name}" in offer
    assert "hear their choices first" in offer
    QTest.keyClicks(QApplication.focusWidget(), "r")
    assert live.run.course.kind is AgendaKind.READ_BACK
    assert live.run.showing().at == theirs.id
    assert live.sides.roll.isHidden()


def test_esc_closes_the_roll_and_gives_the_keys_back(live):
    press(Key.Key_Escape)
    assert live.sides.roll.isHidden()
    assert live.desk.workbook.live_meeting is not None


def test_plus_counts_one_more_on_every_keyboard_and_the_part_in_view_counts_along(live):
    live.run.go_to_kind(AgendaKind.STAGE_CHECK)
    before = live.run.head.people
    live.sides.roll.list.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Plus, Qt.KeyboardModifier.ShiftModifier)
    assert live.run.head.people == before + 1
    assert live.part().live.people_here() == before + 1

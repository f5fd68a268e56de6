# SPDX-License-Identifier: MIT
"""The opening of a live meeting: six cards, what the room reads, what the presenter alone sees."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from tests.ui.live_parts import Key, plan_meeting, show_part
from walkthrough.model.commands.meeting import AddAttendance
from walkthrough.model.commands.partner import AddPartner
from walkthrough.model.queries.opening import opening
from walkthrough.model.showing import Card, Showing
from walkthrough.model.words import AgendaKind, Role
from walkthrough.ui.screens.live.open_part import OpenPart

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def meeting(workbook, at_desk):
    values = {"purpose": "Find the gaps", "private_note": "Watch the sheriff", "facilitator": "Ann Lee"}
    return plan_meeting(workbook, at_desk.desk.clock.today(), **values)


@pytest.fixture
def shown(qtbot, at_desk, meeting):
    return show_part(qtbot, at_desk, OpenPart, meeting)


def seen(part):
    labels = [label for label in part.findChildren(QLabel) if label.isVisible()]
    return " ".join(label.text() for label in labels)


def test_page_keys_go_through_all_six_cards_and_never_beyond(shown):
    pages = []
    for _press in range(8):
        shown.press(Key.Key_PageDown)
        pages.append(shown.part.showing().page)
    assert pages == [1, 2, 3, 4, 5, 5, 5, 5]
    assert shown.host.ended[-1] == "finished"
    assert not shown.part.page(1)


def test_a_digit_goes_to_its_card(shown):
    shown.press(Key.Key_4)
    assert shown.part.showing() == Showing(shown.host.meeting_id, AgendaKind.OPEN, page=3)
    assert list(Card)[3] is Card.NOTES


def test_the_purpose_typed_in_place_is_the_meetings_own(shown):
    field = shown.part.purpose.fields["purpose"].control
    field.setFocus()
    field.selectAll()
    shown.type("Agree on one form")
    shown.part.list.setFocus()
    assert shown.book.read(opening, shown.host.meeting_id).purpose == "Agree on one form"
    assert shown.host.walls


def test_a_half_typed_purpose_is_kept_when_the_part_is_left(shown):
    field = shown.part.purpose.fields["purpose"].control
    field.setFocus()
    field.selectAll()
    shown.type("Agree")
    shown.part.leave()
    assert shown.book.read(opening, shown.host.meeting_id).purpose == "Agree"


def test_names_and_notes_are_away_while_the_room_can_see(shown):
    shown.press(Key.Key_2)
    assert "Ann Lee" in seen(shown.part)
    assert "Watch the sheriff" in seen(shown.part)
    shown.part.set_room_safe(True)
    assert "Ann Lee" not in seen(shown.part)
    assert "Watch the sheriff" not in seen(shown.part)
    assert not shown.part.notes.isVisible()


def test_the_presenter_reads_who_is_not_here_as_the_wall_does(qtbot, at_desk, meeting, workbook):
    court, clinic = AddPartner("Court", "courts"), AddPartner("Clinic", "treatment")
    for command in (court, clinic):
        workbook.do(command)
    workbook.do(AddAttendance(meeting, Role.MANAGER, partner_id=court.id))
    workbook.do(AddAttendance(meeting, Role.MANAGER, partner_id=clinic.id, came=True))
    shown = show_part(qtbot, at_desk, OpenPart, meeting)
    shown.press(Key.Key_6)
    assert "Court" in seen(shown.part.lines)
    assert "Clinic" not in seen(shown.part.lines)


def test_the_part_comes_back_at_the_card_where_it_was_left(qtbot, at_desk, meeting):
    kept = Showing(meeting, AgendaKind.OPEN, page=4)
    assert show_part(qtbot, at_desk, OpenPart, meeting, kept).part.showing() == kept

# SPDX-License-Identifier: MIT
"""The partners page by keyboard: grid, seats, partners, agreements, and who is missing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from walkthrough.model.commands.partner import AddPartner, SetSeat, WriteAgreement
from walkthrough.model.queries.partners import agreements, partner_notes, partners, seats
from walkthrough.model.queries.plan import next_steps
from walkthrough.model.words import AgreementKind, Seated, Tier
from walkthrough.ui.screens.partners.screen import PartnersScreen
from walkthrough.ui.screens.partners.view import AGREEMENT, AGREEMENTS, CELL, LIST, MISSING, PARTNER

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has none
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


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


def choose(text):
    """Choose in the drop-down list that has the focus."""
    box = focus()
    at = box.findText(text)
    assert at >= 0, [box.itemText(n) for n in range(box.count())]
    way = Qt.Key.Key_Down if at > box.currentIndex() else Qt.Key.Key_Up
    for _step in range(abs(at - box.currentIndex())):
        press(way)
    assert box.currentText() == text


@pytest.fixture
def court(workbook):
    command = AddPartner("Family Court", "courts", {"contact": "Clerk, 555-0100"})
    workbook.do(command)
    workbook.do(SetSeat(Tier.STEERING, Seated.FILLED, "courts", command.id, {"holder": "Judge Hale"}))
    workbook.do(SetSeat(Tier.CORE, Seated.VACANT, "courts", command.id))
    return command.id


@pytest.fixture
def shown(at_desk, show_screen, workbook):
    """Show the page and let it follow the workbook, as the frame does."""
    leave = []

    def _shown():
        page = show_screen(PartnersScreen(at_desk.desk))
        leave.append(workbook.subscribe(page.take_changes))
        return page

    yield _shown
    for go in leave:
        go()


@pytest.fixture
def screen(shown, court):
    return shown()


@pytest.fixture
def blank(shown):
    return shown()


def cell_text(grid, row, column):
    return grid.model().index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)


def row_of(screen, sector):
    return screen.reading.rows().index(sector)


def test_every_cell_says_the_whole_of_itself(screen):
    row, grid = row_of(screen, "courts"), screen.view.grid
    assert cell_text(grid, row, 2) == "Courts and law, steering: 1 filled"
    assert cell_text(grid, row, 3) == "Courts and law, core team: 1 vacant"
    assert cell_text(grid, row, 1) == "Courts and law, oversight: no seat"
    assert cell_text(grid, row, 0).count("Courts and law") == 3


def test_the_grid_is_a_table_with_heads(screen):
    assert QAccessible.queryAccessibleInterface(screen.view.grid).role() == QAccessible.Role.Table
    heads = [screen.view.grid.model().headerData(n, Qt.Orientation.Horizontal) for n in range(4)]
    assert heads == ["Sector", "Oversight", "Steering", "Core team"]


def test_families_and_tribes_stand_first_even_with_nobody(screen):
    assert screen.reading.rows() == ("families", "tribes", "courts")


def test_arrows_go_to_a_cell_and_enter_opens_its_seats(screen, workbook):
    assert focus() is screen.view.grid
    press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert screen.view.side_shown() == CELL
    assert screen.view.cell.sector == "courts"
    assert [part.isHidden() for part in screen.view.cell.parts.values()] == [True, False, True]
    assert focus().objectName() == "seat_state"
    choose("Left")
    assert [seat.state for seat in workbook.read(seats) if seat.tier is Tier.STEERING] == [Seated.LEFT]
    assert focus().objectName() == "seat_state"
    press(Qt.Key.Key_Escape)
    assert focus() is screen.view.grid
    assert screen.view.side_shown() == MISSING
    assert screen.view.grid.current_cell() == ("courts", Tier.STEERING)


def test_an_empty_cell_offers_a_seat_to_each_partner_and_an_empty_chair(screen, workbook, at_desk, court):
    press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    QTest.qWait(20)
    press(Qt.Key.Key_Tab)
    assert focus().text() == "A seat for Family Court"
    press(Qt.Key.Key_Space)
    assert focus().objectName() == "seat_state"
    assert screen.reading.seat_of(Tier.OVERSIGHT, court, "courts").state is Seated.FILLED
    tab_to("seat_for_courts:oversight")
    press(Qt.Key.Key_Space)
    own = screen.reading.seat_of(Tier.OVERSIGHT, None, "courts")
    assert own.state is Seated.VACANT
    assert at_desk.said[-1].startswith("A vacant chair")
    tab_to("seat_out")
    press(Qt.Key.Key_Space)
    assert screen.reading.seat_of(Tier.OVERSIGHT, None, "courts") is None
    assert focus().objectName() == "seat_state"  # the other seat of the cell


def test_a_second_enter_in_a_cell_without_seats_makes_no_chair(screen, workbook):
    before = workbook.read(seats)
    press(Qt.Key.Key_Right, Qt.Key.Key_Return)
    QTest.qWait(20)
    assert screen.view.side_shown() == CELL
    assert focus().objectName() == "cell_close"
    press(Qt.Key.Key_Return)
    assert workbook.read(seats) == before


def test_a_grid_without_seats_does_not_say_that_none_is_empty(blank, workbook):
    workbook.do(AddPartner("Family Court", "courts"))
    blank.refresh()
    assert blank.view._count.text() == "1 partner · No seats set yet"


def test_who_sits_there_is_not_on_the_wall(screen, court):
    screen.show_for(partner_id=court)
    QTest.qWait(2)
    panel = screen.view.partner
    assert panel.form.fields["contact"].isHidden()
    assert not any(
        f.isVisible() for name, f in panel.seats[Tier.STEERING].form.fields.items() if name == "holder"
    )
    screen.set_room_safe(False)
    assert panel.form.fields["contact"].isVisible()
    assert panel.form.fields["contact"].value() == "Clerk, 555-0100"
    assert panel.form.fields["readiness"].isVisible()
    assert panel.seats[Tier.STEERING].form.fields["holder"].value() == "Judge Hale"


def test_private_notes_are_written_only_when_the_room_cannot_see(screen, workbook, court):
    screen.set_room_safe(False)
    screen.show_for(partner_id=court)
    QTest.qWait(2)
    tab_to("partner_opposition")
    write("Fears the cost")
    press(Qt.Key.Key_Tab)
    assert workbook.read(partner_notes, court).opposition == "Fears the cost"
    screen.set_room_safe(True)
    assert not screen.view.partner.form.fields["opposition"].isVisible()


def test_without_a_partner_one_button_begins(blank, workbook):
    assert focus() is blank.view.begin
    press(Qt.Key.Key_Space)
    assert focus().objectName() == "new_name"
    write("Harlan Treatment Court")
    press(Qt.Key.Key_Tab)
    assert focus().objectName() == "new_kind"
    choose("Treatment court") if focus().findText("Treatment court") >= 0 else choose(
        "Family treatment court"
    )
    assert blank.view.new_partner.sector.value() == "courts"
    press(Qt.Key.Key_Return)
    (row,) = workbook.read(partners)
    assert (row.name, row.sector) == ("Harlan Treatment Court", "courts")
    assert blank.view.side_shown() == PARTNER
    assert focus().objectName() == "seat_state"


def test_a_partner_without_name_or_sector_is_refused_beside_the_field(blank, workbook):
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    assert blank.view.new_partner.name.error() == "Please write something here first."
    assert focus().objectName() == "new_name"
    write("Bus line")
    press(Qt.Key.Key_Return)
    assert blank.view.new_partner.sector.error()
    assert focus().objectName() == "new_sector"
    assert workbook.read(partners) == ()


def test_a_field_saves_itself_and_keeps_the_focus(screen, workbook, court):
    screen.handlers()["view.picture"]()
    assert focus() is screen.view.list
    assert screen.view.switch.marked() == LIST
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert focus().objectName() == "partner_name"
    tab_to("partner_brings")
    write("Two hearing days a week")
    press(Qt.Key.Key_Tab)
    assert workbook.read(partners)[0].brings == "Two hearing days a week"
    assert focus().objectName() == "partner_duties"
    workbook.undo()
    assert screen.view.partner.form.fields["brings"].value() in ("", "Two hearing days a week")


def test_an_empty_name_is_refused_beside_the_field(screen, workbook, court):
    screen.show_for(partner_id=court)
    QTest.qWait(2)
    focus().selectAll()
    press(Qt.Key.Key_Delete, Qt.Key.Key_Tab)
    assert screen.view.partner.form.fields["name"].error() == "Please write something here first."
    assert workbook.read(partners)[0].name == "Family Court"


def test_one_key_puts_an_invitation_in_the_plan_and_the_next_opens_it(screen, workbook, at_desk):
    missing = screen.view.missing
    missing.list.setFocus()
    press(Qt.Key.Key_Return)
    (step,) = workbook.read(next_steps)
    assert step.what.startswith("Invite parents or young people")
    assert "In the plan" in missing.list.chosen_cells().marks[0][1]
    assert at_desk.said[-1] == f"#{step.number} is in the plan. Say there who does it by when."
    press(Qt.Key.Key_Return)
    assert at_desk.gone == [("plan", {"step_id": step.id})]
    assert len(workbook.read(next_steps)) == 1


def test_an_empty_seat_of_a_partner_is_named_among_the_missing(screen):
    texts = [screen.view.missing.list.model().index(n, 0).data() for n in range(len(screen.reading.missing))]
    assert "Family Court has an empty seat in core team" in texts
    assert "Nobody from Housing" in texts


def test_an_agreement_is_made_and_its_review_told_overdue(screen, workbook, at_desk, court):
    screen.view.switch.buttons[AGREEMENTS].setFocus()
    press(Qt.Key.Key_Space)
    screen.view.begin_agreement.setFocus()
    press(Qt.Key.Key_Space)
    assert focus().objectName() == "new_agreement_title"
    press(Qt.Key.Key_Return)
    assert screen.view.agreement_form.title.error()
    write("Release form")
    press(Qt.Key.Key_Return)
    (row,) = workbook.read(agreements)
    assert row.title == "Release form"
    assert screen.view.side_shown() == AGREEMENT
    assert "Release form" not in str(screen.view.agreements.chosen_cells())
    screen.set_room_safe(False)
    yesterday = at_desk.desk.clock.today() - timedelta(days=1)
    values = {"review_on": yesterday}
    workbook.do(WriteAgreement("Release form", AgreementKind.MOU, (court,), values, row.id))
    screen.refresh()
    assert ("bad", "Review overdue") in screen.view.agreements.chosen_cells().marks
    assert screen.view.agreement._overdue.isVisible()
    assert screen.view.agreement.parties[court].value()


def test_parties_are_ticked_by_space(screen, workbook, court):
    command = WriteAgreement("Memorandum", AgreementKind.MOU)
    workbook.do(command)
    screen.refresh()
    screen.set_room_safe(False)
    screen.show_for(agreement_id=command.id)
    QTest.qWait(2)
    tab_to(f"party_{court}")
    press(Qt.Key.Key_Space)
    assert workbook.read(agreements)[0].partners == ((court, "Family Court"),)
    assert focus().objectName() == f"party_{court}"


def test_del_takes_a_partner_out_and_undo_brings_it_back(screen, workbook, court):
    screen.handlers()["view.picture"]()
    press(Qt.Key.Key_Down, Qt.Key.Key_Delete)
    assert workbook.read(partners) == ()
    workbook.undo()
    screen.refresh()
    assert [row.id for row in screen.reading.partners] == [court]


@pytest.mark.parametrize("safe", [True, False])
def test_tab_comes_round_and_every_control_has_a_name(screen, court, safe):
    screen.set_room_safe(safe)
    screen.show_for(partner_id=court)
    QTest.qWait(2)
    screen.view.grid.setFocus()
    seen = []
    for _step in range(120):
        press(Qt.Key.Key_Tab)
        if focus() is screen.view.grid:
            break
        face = QAccessible.queryAccessibleInterface(focus())
        assert face.text(QAccessible.Text.Name), focus().objectName()
        seen.append(focus().objectName())
    else:
        raise AssertionError(f"a trap: {seen[-6:]}")
    assert "partner_name" in seen
    assert ("partner_contact" in seen) is not safe


def test_nothing_is_cut_off_sideways(screen, court):
    for size in ((929, 500), (480, 300)):
        screen.window().resize(*size)
        screen.show_for(partner_id=court)
        QTest.qWait(5)
        for field in screen.view.partner.form.fields.values():
            if field.isVisible():
                right = field.mapTo(screen, field.rect().topRight()).x()
                assert right <= screen.width(), (size, field.objectName())


def test_a_half_typed_name_is_kept_as_a_draft(screen, workbook, at_desk):
    screen.handlers()["edit.add"]()
    QTest.qWait(5)
    tab_to("new_name")
    write("Ride Sha")
    at_desk.desk.drafts.keep_all()
    assert [(draft.key, draft.text) for draft in workbook.drafts.all()] == [("partners/new/name", "Ride Sha")]


def test_every_widget_of_the_page_survives_another_language(screen, qapp):
    screen.retranslate()
    assert isinstance(screen.first_focus(), QWidget)

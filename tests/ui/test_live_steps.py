# SPDX-License-Identifier: MIT
"""Next steps in a live meeting, by keys: from the line, from what has votes, accepted, raised, in order."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.live_parts import show_part, texts
from walkthrough.model.commands.choose import SetVotes
from walkthrough.model.commands.entry import HoldEntry, RecordEntry
from walkthrough.model.commands.finding import MakeTheme, SayAgain
from walkthrough.model.commands.meeting import CloseMeeting, PlanMeeting
from walkthrough.model.commands.partner import AddPartner
from walkthrough.model.commands.plan import AcceptNextStep, AddNextStep, EditNextStep
from walkthrough.model.commands.walk import StartWalk
from walkthrough.model.content import load_shelf
from walkthrough.model.queries.entries import last_entries
from walkthrough.model.queries.live_steps import raised_in, steps_of_meeting
from walkthrough.model.queries.walk import stations, walk_head
from walkthrough.model.showing import Showing
from walkthrough.model.words import Acceptance, AgendaKind, Kind, Tier
from walkthrough.ui.screens.live.steps_part import StepsPart

Key = Qt.Key
CONTENT = Path(__file__).parents[2] / "resources" / "content"


@pytest.fixture
def room(workbook):
    """A walk with three barriers, an agency, a meeting; returns its key."""
    shelf = load_shelf(CONTENT, "en")
    route = shelf.route("five-points")
    workbook.do(StartWalk(route, shelf.general_prompts, shelf.families_of(route.id)[0]))
    walk = workbook.read(walk_head)
    place = workbook.read(stations, walk.id)[0]
    for n in range(3):
        workbook.do(RecordEntry(Kind.BARRIER, f"Barrier {n} of this walk", walk.id, place.id))
    workbook.do(AddPartner("Health Department", "health"))
    plan = PlanMeeting(date(2026, 11, 24), {"walk_id": walk.id})
    workbook.do(plan)
    return plan.id


def barriers(workbook):
    return [row for row in reversed(workbook.read(last_entries, limit=50)) if row.kind is Kind.BARRIER]


def steps(workbook, room):
    return workbook.read(steps_of_meeting, room)


@pytest.fixture
def part(qtbot, at_desk, room):
    return show_part(qtbot, at_desk, StepsPart, room)


def add(workbook, room, *whats, **values):
    for what in whats:
        workbook.do(AddNextStep(what, {"meeting_id": room, **values}))


def test_what_tab_who_tab_by_when_makes_a_step_of_this_meeting(part, room, workbook):
    assert QApplication.focusWidget() is part.host.line.text.control
    part.type("One release form")
    part.press(Key.Key_Tab)
    part.type("J. Cole, Health Department")
    part.press(Key.Key_Tab)
    part.write("2026-12-15")
    [step] = steps(workbook, room)
    assert (step.what, step.owner, step.partner) == ("One release form", "J. Cole", "Health Department")
    assert step.due == date(2026, 12, 15)
    assert QApplication.focusWidget() is part.host.line.text.control
    part.write("A second one")
    assert [row.what for row in steps(workbook, room)] == ["One release form", "A second one"]


def test_another_kind_may_be_written_and_the_next_is_a_step_again(part, room, workbook):
    part.write("- Nobody answers at night")
    assert len(barriers(workbook)) == 4
    part.write("Ask for a night line")
    assert [row.what for row in steps(workbook, room)] == ["Ask for a night line"]


def test_the_line_is_as_it_was_once_another_part_takes_it(part):
    part.type("half a st")
    part.part.leave()
    assert part.host.line.line.text == "half a st"
    assert part.host.line.line.kind is Kind.NEXT_STEP
    part.host.line.use(part.host.line.line.emptied())
    assert part.host.line.line.kind is Kind.PRACTICE


def test_a_line_that_another_part_works_makes_no_step_here(part, room, workbook):
    part.part.leave()
    part.host.line.text.control.setFocus()
    part.write("> not ours")
    assert steps(workbook, room) == ()


def test_what_has_votes_and_no_step_is_listed_and_one_key_begins_its_step(part, room, workbook):
    one, two, three = barriers(workbook)
    workbook.do(SayAgain(two.id))
    workbook.do(MakeTheme(workbook.read(walk_head).id, "Phones", (one.id, three.id), theme_id="t"))
    workbook.do(SetVotes(room, {"t": 7}))
    assert texts(part.part.side.open) == ["Phones", two.text]
    part.part.side.open.setFocus()
    part.press(Key.Key_Down)
    part.press(Key.Key_Up)
    part.press(Key.Key_Return)
    assert QApplication.focusWidget() is part.host.line.text.control
    part.write("One number for all")
    [step] = steps(workbook, room)
    assert [mark.number for mark in step.findings] == [one.number, three.number]
    assert texts(part.part.side.open) == [two.text]


def test_a_step_from_a_barrier_stands_where_the_barrier_stands(part, room, workbook):
    barrier = barriers(workbook)[1]
    workbook.do(SayAgain(barrier.id))
    part.host.ask("entry.next_step")
    part.write("Ask for it")
    [step] = steps(workbook, room)
    assert step.station_id == barrier.station_id
    assert [mark.id for mark in step.findings] == [barrier.id]


def to_list(part):
    part.part.list.setFocus()
    part.part.list.choose(part.part.steps[0].id)


def test_one_says_yes_three_says_no(part, room, workbook):
    add(workbook, room, "One form")
    to_list(part)
    part.press(Key.Key_1)
    assert steps(workbook, room)[0].acceptance is Acceptance.ACCEPTED
    part.press(Key.Key_3)
    assert steps(workbook, room)[0].acceptance is Acceptance.DECLINED


def test_two_asks_who_asks_and_by_when(part, room, workbook):
    add(workbook, room, "One form")
    to_list(part)
    part.press(Key.Key_2)
    QTest.qWait(5)
    part.type("Ann asks the judge")
    part.press(Key.Key_Return)
    form = part.part.side.forms["ask"]
    assert steps(workbook, room)[0].acceptance is Acceptance.OPEN
    assert form.fields["ask_by"].error(), "a day is needed, and said where"
    part.write("2026-12-01")
    [step] = steps(workbook, room)
    assert (step.acceptance, step.ask_whom, step.ask_by) == (
        Acceptance.TO_ASK,
        "Ann asks the judge",
        date(2026, 12, 1),
    )
    assert QApplication.focusWidget() is part.part.list


def test_r_raises_a_question_to_a_tier_from_a_step(part, room, workbook):
    add(workbook, room, "One form")
    to_list(part)
    part.press(Key.Key_R)
    QTest.qWait(5)
    part.write("May we share the form?")
    [question] = workbook.read(raised_in, room)
    assert (question.question, question.tier) == ("May we share the form?", Tier.STEERING)
    assert question.step_id == steps(workbook, room)[0].id
    assert any("May we share" in text for text in texts(part.part.side.open))


def test_enter_on_a_step_asks_how_we_will_know(part, room, workbook):
    add(workbook, room, "One form")
    to_list(part)
    part.press(Key.Key_Return)
    QTest.qWait(5)
    part.write("Days to the first visit fall")
    assert steps(workbook, room)[0].because == "Days to the first visit fall"


def test_escape_leaves_a_form_without_a_trace(part, room, workbook):
    add(workbook, room, "One form")
    to_list(part)
    part.press(Key.Key_Return)
    QTest.qWait(5)
    part.type("never mind")
    part.press(Key.Key_Escape)
    assert steps(workbook, room)[0].because == ""
    assert QApplication.focusWidget() is part.part.list
    part.press(Key.Key_Return)
    QTest.qWait(5)
    assert part.part.side.forms["because"].fields["because"].value() == ""


def test_f2_brings_a_step_to_the_line_and_changes_it(part, room, workbook):
    add(workbook, room, "One form", owner="R. Diaz")
    to_list(part)
    part.press(Key.Key_F2)
    assert part.host.line.text.value() == "One form"
    part.type(" for all")
    part.press(Key.Key_Return)
    [step] = steps(workbook, room)
    assert (step.what, step.owner) == ("One form for all", "R. Diaz")


def test_a_change_in_a_room_that_sees_this_window_neither_shows_nor_loses_the_owner(
    qtbot, at_desk, room, workbook
):
    add(workbook, room, "One form", owner="R. Diaz")
    part = show_part(qtbot, at_desk, StepsPart, room, safe=True)
    assert not any(
        "Diaz" in part.part.list.model().index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for n in range(part.part.list.row_count())
    )
    to_list(part)
    part.press(Key.Key_F2)
    assert part.host.line.who.value() == ""
    part.type(" now")
    part.press(Key.Key_Return)
    [step] = steps(workbook, room)
    assert (step.what, step.owner) == ("One form now", "R. Diaz")


def test_steps_are_taken_out_and_put_in_order_among_those_of_other_meetings(part, room, workbook):
    add(workbook, room, "First")
    workbook.do(AddNextStep("Of another meeting"))
    add(workbook, room, "Second", "Third")
    to_list(part)
    part.host.ask("entry.down")
    assert [row.what for row in steps(workbook, room)] == ["Second", "First", "Third"]
    part.press(Key.Key_Delete)
    assert [row.what for row in steps(workbook, room)] == ["Second", "Third"]


def test_at_the_sixth_step_the_room_is_told_that_fewer_are_kept_better(part, room, workbook):
    add(workbook, room, *(f"Step {n}" for n in range(5)))
    assert not part.part.plenty.isVisible()
    add(workbook, room, "One too many")
    assert "Fewer promises are kept better" in part.part.plenty.text()
    assert part.part.plenty.isVisible()


def test_the_room_sees_the_steps_and_nothing_that_is_typed(part, room):
    part.type("half a st")
    assert part.part.showing() == Showing(room, AgendaKind.NEXT_STEPS)


def test_held_words_of_a_step_stay_out_of_a_window_that_the_room_can_see(qtbot, at_desk, room, workbook):
    add(workbook, room, "Call the Smiths")
    key = steps(workbook, room)[0].id
    workbook.do(HoldEntry(Kind.NEXT_STEP, key))
    part = show_part(qtbot, at_desk, StepsPart, room, safe=True)
    assert not any("Smiths" in text for text in texts(part.part.list))
    to_list(part)
    part.press(Key.Key_F2)
    assert part.host.line.text.value() == ""


def test_nothing_for_paper_or_for_the_presenter_alone_changes_what_a_room_can_see(
    qtbot, at_desk, room, workbook
):
    add(workbook, room, "One form", "Call them")
    one, other = steps(workbook, room)
    workbook.do(HoldEntry(Kind.NEXT_STEP, other.id))
    workbook.do(AcceptNextStep(one.id, Acceptance.TO_ASK, "", date(2026, 12, 1)))
    part = show_part(qtbot, at_desk, StepsPart, room, safe=True)
    part.part.setFocus()  # no cursor blinks
    before = part.part.grab().toImage()
    secrets = {"owner": "R. Diaz", "needs": "a key", "private_note": "she may leave"}
    workbook.do(EditNextStep(one.id, secrets))
    workbook.do(EditNextStep(other.id, {"what": "Call the Smiths of Oak Street", **secrets}))
    workbook.do(AcceptNextStep(one.id, Acceptance.TO_ASK, "the judge", date(2026, 12, 1)))
    QTest.qWait(2)
    assert part.part.grab().toImage() == before
    part.part.set_room_safe(False)
    assert part.part.grab().toImage() != before


CEDAR = "Cedar Bridge Recovery"
OFFERS = pytest.mark.qt_log_ignore("This plugin does not support")
"""A list of offers asks for more than the screen of the tests can do."""


def who_typed(part, what, who):
    part.type(what)
    part.press(Key.Key_Tab)
    part.type(who)
    return part.host.line.who.control


@OFFERS
def test_tab_takes_the_one_agency_that_begins_so_and_it_is_said_before(part, room, workbook):
    workbook.do(AddPartner(CEDAR, "treatment"))
    field = who_typed(part, "Call each family", "ceda")
    assert CEDAR in field.accessibleDescription()
    # real keys go to the list of offers first, which hands them on
    offers = QApplication.activePopupWidget()
    assert offers is not None
    QTest.keyClick(offers, Key.Key_Tab)
    assert field.text() == CEDAR
    assert QApplication.focusWidget() is part.host.line.when.control
    assert not field.completer().popup().isVisible()
    part.press(Key.Key_Return)
    [step] = steps(workbook, room)
    assert (step.owner, step.partner) == ("", CEDAR)


@OFFERS
def test_enter_in_who_takes_it_and_saves(part, room, workbook):
    workbook.do(AddPartner(CEDAR, "treatment"))
    who_typed(part, "Call each family", "Cedar")
    part.press(Key.Key_Return)
    assert [step.partner for step in steps(workbook, room)] == [CEDAR]


@OFFERS
def test_the_marked_offer_is_taken_where_several_fit(part, room, workbook):
    workbook.do(AddPartner(CEDAR, "treatment"))
    workbook.do(AddPartner("Cedar Falls Clinic", "health"))
    field = who_typed(part, "Call each family", "Cedar")
    assert "paper" in field.accessibleDescription()
    offers = QApplication.activePopupWidget()
    QTest.keyClick(offers, Key.Key_Down)
    QTest.keyClick(offers, Key.Key_Down)
    QTest.keyClick(offers, Key.Key_Return)
    assert [step.partner for step in steps(workbook, room)] == ["Cedar Falls Clinic"]


@OFFERS
def test_a_name_that_is_no_agency_is_said_to_be_for_paper(part, room, workbook):
    field = who_typed(part, "Call each family", "R. Diaz")
    assert "paper" in field.accessibleDescription()
    part.press(Key.Key_Return)
    assert "paper" in part.said[-1]
    assert [(step.owner, step.partner) for step in steps(workbook, room)] == [("R. Diaz", "")]
    assert part.host.focusWidget() is part.host.line.text.control


def test_a_step_without_a_name_says_nothing_of_paper(part):
    part.write("Nobody named")
    assert "paper" not in part.said[-1]


@OFFERS
def test_escape_closes_the_offers_and_keeps_what_is_typed(part, workbook):
    workbook.do(AddPartner(CEDAR, "treatment"))
    field = who_typed(part, "Call each family", "Ced")
    QTest.keyClick(QApplication.activePopupWidget(), Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert field.text() == "Ced"
    assert QApplication.focusWidget() is field


def test_two_in_a_safe_room_asks_only_for_what_it_shows_and_has_the_focus(qtbot, at_desk, room, workbook):
    add(workbook, room, "One form")
    shown = show_part(qtbot, at_desk, StepsPart, room, safe=True)
    to_list(shown)
    shown.press(Key.Key_2)
    form = shown.part.side.forms["ask"]
    assert form.title.text() == "#4: asked by when?"
    assert QApplication.focusWidget() is form.fields["ask_by"].control
    shown.press(Key.Key_Return)
    assert form.fields["ask_by"].error()
    shown.write("2026-12-01")
    assert steps(workbook, room)[0].ask_by == date(2026, 12, 1)
    shown.part.set_room_safe(False)
    shown.press(Key.Key_2)
    assert form.title.text() == "#4: who asks, and by when?"


def test_the_next_meeting_is_the_one_after_this_and_days_count_from_this(part, room, workbook):
    part.type("Early on")
    part.press(Key.Key_Tab, Key.Key_Tab)
    part.write("next meeting")
    [waiting] = steps(workbook, room)
    assert (waiting.due, waiting.due_words) == (None, "next meeting")
    part.type("In two weeks")
    part.press(Key.Key_Tab, Key.Key_Tab)
    part.write("2w")
    assert steps(workbook, room)[1].due == max(part.part._hands.today(), date(2026, 11, 24)) + timedelta(14)
    workbook.do(CloseMeeting(room, date(2099, 1, 12)))
    assert steps(workbook, room)[0].due == date(2099, 1, 12)

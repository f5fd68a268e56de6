# SPDX-License-Identifier: MIT
"""Reading back in a live meeting: one step at a time, each answer one key."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel

from tests.ui.live_parts import Key, at, plan_meeting, show_part, texts
from walkthrough.model.commands.partner import AddPartner
from walkthrough.model.commands.plan import AddNextStep, EditNextStep
from walkthrough.model.queries.live_steps import raised_in
from walkthrough.model.queries.plan import next_step, next_steps_of
from walkthrough.model.queries.wall.view import wall_view
from walkthrough.model.showing import Showing
from walkthrough.model.words import Acceptance, AgendaKind, Tier
from walkthrough.ui.screens.live.read_back_part import ReadBackPart

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def meeting(workbook, at_desk):
    return plan_meeting(workbook, at_desk.desk.clock.today())


@pytest.fixture
def steps(workbook, meeting):
    health = AddPartner("Health", "health")
    workbook.do(health)
    made = [
        AddNextStep(what, {"meeting_id": meeting, "owner": owner, "owner_partner_id": health.id})
        for what, owner in (("Phone tree", "R. Diaz"), ("One form", "J. Cole"), ("Share the list", ""))
    ]
    for command in made:
        workbook.do(command)
    return [command.id for command in made]


@pytest.fixture
def shown(qtbot, at_desk, meeting, steps):
    return show_part(qtbot, at_desk, ReadBackPart, meeting)


def answer(shown, key):
    return shown.book.read(next_step, key).acceptance


def seen(part):
    return " ".join(label.text() for label in part.findChildren(QLabel) if label.isVisible())


def test_enter_is_yes_and_the_next_step_comes(shown, steps):
    assert shown.part.showing().at == steps[0]
    shown.press(Key.Key_Return)
    assert answer(shown, steps[0]) is Acceptance.ACCEPTED
    assert shown.part.showing().at == steps[1]
    assert shown.part.showing().done == (steps[0],)


def test_a_yes_without_an_owner_or_a_date_is_said_before_and_after(qtbot, at_desk, meeting, workbook):
    made = AddNextStep("Phone tree", {"meeting_id": meeting})
    workbook.do(made)
    shown = show_part(qtbot, at_desk, ReadBackPart, meeting)
    assert shown.part.card.lack.isVisible()
    assert shown.part.card.lack.text() == "No owner and no date yet: F2 adds them"
    shown.press(Key.Key_Return)
    assert shown.said[-1] == "#1: said yes, but nobody owns it yet, and it has no date."
    assert shown.part.list.model().cells_at(0).marks == (("warn", "Said yes, no owner yet"),)
    workbook.do(EditNextStep(made.id, {"owner": "R. Diaz"}))
    assert shown.part.list.model().cells_at(0).marks == (("warn", "Said yes, no date yet"),)
    workbook.do(EditNextStep(made.id, {"due_words": "next meeting"}))
    assert shown.part.list.model().cells_at(0).marks == (("good", "Said yes"),)


def test_a_new_owner_after_a_no_is_asked_once_more(shown, steps):
    shown.press(Key.Key_D)
    assert shown.part.showing().at == steps[1]
    shown.book.do(EditNextStep(steps[0], {"owner": "A. Lee"}))
    assert answer(shown, steps[0]) is Acceptance.OPEN
    assert shown.part.showing().at == steps[0]


def test_three_enters_read_back_three_steps_and_the_part_is_finished(shown, steps):
    shown.press(Key.Key_Return, Key.Key_Return)
    assert shown.host.ended == []
    shown.press(Key.Key_Return)
    assert shown.host.ended == ["finished"]
    assert shown.part.showing().at == ""
    assert shown.part.view.all_read.isVisible()


def test_f2_changes_what_who_and_when_in_place(shown, steps, at_desk):
    shown.press(Key.Key_F2)
    assert at() == "change_what"
    shown.type("Night ")
    shown.press(Key.Key_Tab)
    shown.press(Key.Key_End)
    for _letter in "R. Diaz, Health":
        shown.press(Key.Key_Backspace)
    shown.type("J. Cole, Health")
    shown.press(Key.Key_Tab)
    shown.type("2w")
    due = at_desk.desk.clock.today() + timedelta(days=14)
    assert str(due.year) in seen(shown.part.forms["change"]), "the day is said back before Enter"
    shown.press(Key.Key_Return)
    row = shown.book.read(next_step, steps[0])
    assert (row.what, row.owner, row.partner, row.due) == ("Night Phone tree", "J. Cole", "Health", due)
    assert shown.part.showing().at == steps[0], "it is read once more before it is agreed"
    assert at() == "read_back_yes"


def test_who_is_not_here_is_to_be_asked_by_somebody_by_a_day(shown, steps, at_desk):
    shown.press(Key.Key_N)
    shown.type("Ann asks her")
    shown.press(Key.Key_Return)
    form = shown.part.forms["ask"]
    assert form.fields["ask_by"].error(), "nobody is asked without a day"
    shown.type("tomorrow")
    shown.press(Key.Key_Return)
    row = shown.book.read(next_step, steps[0])
    assert (row.acceptance, row.ask_whom) == (Acceptance.TO_ASK, "Ann asks her")
    assert row.ask_by == at_desk.desk.clock.today() + timedelta(days=1)
    assert shown.part.showing().at == steps[1]


def test_an_owner_says_no_by_one_key(shown, steps):
    shown.press(Key.Key_D)
    assert answer(shown, steps[0]) is Acceptance.DECLINED
    assert shown.part.showing().at == steps[1]


def test_a_step_that_is_dropped_comes_back_by_undo_where_it_was(shown, steps):
    shown.press(Key.Key_Delete)
    assert shown.book.read(next_step, steps[0]) is None
    assert shown.part.showing().at == steps[1]
    shown.book.undo()
    assert shown.book.read(next_step, steps[0]) is not None
    assert len(texts(shown.part.list)) == 3


def test_dropping_the_second_step_shows_the_third(shown, steps):
    shown.press(Key.Key_Return, Key.Key_Delete)
    assert shown.part.showing().at == steps[2]


def test_an_answer_that_was_taken_back_is_asked_again(shown, steps):
    shown.press(Key.Key_Return)
    shown.book.undo()
    assert shown.part.showing().at == steps[0]
    assert shown.part.showing().done == ()


def test_a_question_goes_to_a_tier_with_the_step_it_came_from(shown, steps, meeting):
    shown.press(Key.Key_R)
    assert at() == "raise_question"
    shown.press(Key.Key_Return)
    (raised,) = shown.book.read(raised_in, meeting)
    assert (raised.question, raised.tier, raised.step_id) == ("Phone tree", Tier.STEERING, steps[0])
    assert shown.part.showing().at == steps[1]


def test_up_goes_back_without_changing_an_answer(shown, steps):
    shown.press(Key.Key_Return, Key.Key_Up)
    assert shown.part.showing().at == steps[0]
    assert answer(shown, steps[0]) is Acceptance.ACCEPTED


def test_esc_leaves_a_form_and_writes_nothing(shown, steps):
    shown.press(Key.Key_N)
    shown.type("Ann")
    shown.press(Key.Key_Escape)
    assert answer(shown, steps[0]) is Acceptance.OPEN
    assert at() == "read_back_yes"


def test_a_letter_typed_into_a_form_is_text_and_no_answer(shown, steps):
    shown.press(Key.Key_F2)
    shown.type("nd")
    shown.press(Key.Key_Return)
    row = shown.book.read(next_step, steps[0])
    assert (row.what, row.acceptance) == ("ndPhone tree", Acceptance.OPEN)


def test_the_steps_of_who_leaves_early_come_first(shown, steps):
    shown.part.put_first((steps[2],))
    assert shown.part.showing().at == steps[2]
    shown.press(Key.Key_Return)
    assert shown.part.showing().at == steps[0]


def test_the_wall_counts_a_step_as_the_presenter_does(shown, steps, meeting):
    shown.part.put_first((steps[2],))
    shown.press(Key.Key_Return)
    view = shown.book.read(wall_view, shown.part.showing())
    assert (view.number, view.of, view.step.what) == (2, 3, "Phone tree")
    assert "2 of 3" in shown.part.card.place.text()


def test_names_and_held_wording_are_away_while_the_room_can_see(shown, steps):
    assert "R. Diaz" in seen(shown.part)
    shown.part.set_room_safe(True)
    assert "R. Diaz" not in seen(shown.part)
    assert "Health" in seen(shown.part)
    shown.book.do(EditNextStep(steps[0], {"held": True}))
    assert "Phone tree" not in seen(shown.part) + " ".join(texts(shown.part.list))


def test_a_room_safe_picture_is_the_same_with_and_without_a_name(qtbot, at_desk, meeting, steps):
    shown = show_part(qtbot, at_desk, ReadBackPart, meeting, safe=True)
    before = shown.part.grab().toImage()
    shown.book.do(EditNextStep(steps[0], {"owner": "", "private_note": "Do not push her", "needs": "Money"}))
    assert shown.part.grab().toImage() == before


def test_the_part_goes_on_where_it_was_left(qtbot, at_desk, meeting, steps):
    shown = show_part(qtbot, at_desk, ReadBackPart, meeting)
    shown.press(Key.Key_Return)
    kept = shown.part.showing()
    again = show_part(qtbot, at_desk, ReadBackPart, meeting, kept)
    assert again.part.showing() == kept


def test_without_a_step_the_part_says_so(qtbot, at_desk, meeting):
    shown = show_part(qtbot, at_desk, ReadBackPart, meeting)
    assert shown.part.view.none_yet.isVisible()
    assert shown.part.showing() == Showing(meeting, AgendaKind.READ_BACK)
    assert not shown.part.can("entry.bin")
    assert shown.book.read(next_steps_of, meeting) == ()

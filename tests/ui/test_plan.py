# SPDX-License-Identifier: MIT
"""The plan page in the real window, by keys: the list and the lines below it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.plan_pages import (  # noqa: F401  fixtures
    ALT,
    CTRL,
    TODAY,
    book_file,
    choose,
    filled_file,
    key,
    not_on_the_wall,
    plan_page,
    shown,
    steps,
    typed,
)
from walkthrough.model import Workbook
from walkthrough.model.commands.partner import SetSeat
from walkthrough.model.commands.plan import AddNextStep
from walkthrough.model.queries.partners import partners
from walkthrough.model.queries.plan import notes_of
from walkthrough.model.words import Seated, StepState, Tier


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_step_is_written_in_one_line_and_the_line_is_ready_for_the_next(plan):
    choose(plan, "One form")
    QTest.keyClick(plan.windows.window, "N", CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is plan.view.add_line.what.control
    typed("Share the policy")
    key(Qt.Key.Key_Tab)
    typed("M. Ruiz, Health")
    key(Qt.Key.Key_Tab)
    typed("2w")
    assert str((TODAY + timedelta(days=14)).day) in plan.view.add_line.due.control.accessibleDescription()
    key(Qt.Key.Key_Return)
    step = steps(plan)[-1]
    assert (step.what, step.owner, step.partner) == ("Share the policy", "M. Ruiz", "Department of Health")
    assert (step.due, step.goal) == (TODAY + timedelta(days=14), "Sooner")
    assert QApplication.focusWidget() is plan.view.add_line.what.control
    assert plan.view.add_line.what.value() == ""
    assert plan.view.list.chosen_id() == step.id
    assert f"#{step.number}" in plan.windows.window.status.said()


def test_next_meeting_is_kept_in_words_while_it_has_no_day(plan):
    plan.view.add_line.what.setFocus()
    typed("Ask the board")
    key(Qt.Key.Key_Tab)
    key(Qt.Key.Key_Tab)
    typed("next meeting")
    key(Qt.Key.Key_Return)
    assert (steps(plan)[-1].due, steps(plan)[-1].due_words) == (None, "next meeting")


def test_an_empty_line_and_a_day_that_is_none_are_refused_beside_the_field(plan):
    plan.view.add_line.what.setFocus()
    key(Qt.Key.Key_Return)
    assert plan.view.add_line.what.error()
    typed("Ask")
    plan.view.add_line.due.setFocus()
    typed("soonish")
    key(Qt.Key.Key_Return)
    assert plan.view.add_line.due.error()
    assert len(steps(plan)) == 3


def test_a_barrier_becomes_a_linked_step_with_one_key(plan):
    plan.view.beside.barriers.setFocus()
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Return, CTRL)
    assert QApplication.focusWidget() is plan.view.add_line.what.control
    typed("One short form")
    key(Qt.Key.Key_Return)
    assert [mark.text for mark in steps(plan)[-1].findings]
    assert plan.view.beside.barriers.row_count() == 1
    assert plan.view.add_line.answered is None


def test_one_key_says_how_a_step_stands_and_the_focus_stays(plan):
    choose(plan, "Phone tree")
    for pressed, state in (("2", StepState.UNDER_WAY), ("3", StepState.STUCK), ("4", StepState.DROPPED)):
        key(pressed)
        assert next(step for step in steps(plan) if step.what == "Phone tree").state is state
        assert plan.view.list.hasFocus()


def test_done_asks_for_proof_in_place_and_escape_leaves_the_step_as_it_was(plan):
    choose(plan, "One form")
    key("1")
    assert QApplication.focusWidget() is plan.view.ask_line.field.control
    key(Qt.Key.Key_Escape)
    assert steps(plan)[0].state is StepState.NOT_STARTED
    assert plan.view.list.hasFocus()
    key("1")
    typed("Signed by four agencies")
    key(Qt.Key.Key_Return)
    assert (steps(plan)[0].state, steps(plan)[0].proof) == (StepState.DONE, "Signed by four agencies")
    assert plan.view.list.hasFocus()


def test_done_without_proof_says_so(plan):
    choose(plan, "One form")
    key("1")
    key(Qt.Key.Key_Return)
    assert steps(plan)[0].state is StepState.DONE
    assert "no proof noted" in shown(plan)[1]
    assert "proof" in plan.windows.window.status.said()


def test_a_note_is_typed_on_the_row(plan):
    choose(plan, "Phone tree")
    key("3")
    key("n")
    typed("union rules")
    key(Qt.Key.Key_Return)
    step = steps(plan)[1]
    notes = plan.desk.workbook.read(notes_of, step.id)
    assert (step.state, notes[0].text) == (StepState.STUCK, "union rules")


def test_alt_and_arrows_move_a_step_among_those_of_its_goal(plan):
    choose(plan, "Phone tree")
    QTest.keyClick(plan.windows.window, Qt.Key.Key_Up, ALT)
    assert [step.what for step in steps(plan)] == ["Phone tree", "One form", "Train staff"]
    QTest.keyClick(plan.windows.window, Qt.Key.Key_Up, ALT)
    assert [step.what for step in steps(plan)] == ["Phone tree", "One form", "Train staff"]


def test_del_takes_a_step_out_only_from_the_list_and_undo_brings_it_back(plan):
    choose(plan, "Phone tree")
    plan.view.filters.stands.setFocus()
    QTest.keyClick(plan.windows.window, Qt.Key.Key_Delete)
    assert len(steps(plan)) == 3
    plan.view.list.setFocus()
    QTest.keyClick(plan.windows.window, Qt.Key.Key_Delete)
    assert [step.what for step in steps(plan)] == ["One form", "Train staff"]
    QTest.keyClick(plan.windows.window, "Z", CTRL)
    assert len(steps(plan)) == 3


def test_overdue_is_said_in_words(plan):
    assert "9 days late" in shown(plan)[1]
    assert "1 overdue" in plan.view._count.text()


def test_the_filter_shows_what_is_asked_for_and_offers_all_again(plan):
    plan.view.filters.stands.setFocus()
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Down)
    assert [line for line in shown(plan) if "One form" in line]
    assert not [line for line in shown(plan) if "Train staff" in line]
    QTest.keyClick(plan.windows.window, "F", CTRL)
    typed("zebra")
    assert plan.view.show_all.isVisible()
    QTest.mouseClick(plan.view.show_all, Qt.MouseButton.LeftButton)
    assert len([line for line in shown(plan) if "late" in line or "Train" in line]) == 2


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_steps_whose_owner_has_left_are_marked_and_can_be_shown_alone(plan):
    book = plan.desk.workbook
    health = next(row for row in book.read(partners) if row.short == "Health")
    assert not [line for line in shown(plan) if "Owner has left" in line]
    for state in (Seated.FILLED, Seated.LEFT):
        book.do(SetSeat(Tier.CORE, state, "health", health.id, {"holder": "R. Diaz"}))
    (line,) = (line for line in shown(plan) if "Owner has left" in line)
    assert "One form" in line
    plan.view.filters.stands.set_value("left_behind")
    plan.view.filters.changed.emit()
    assert [line for line in shown(plan) if "One form" in line]
    assert not [line for line in shown(plan) if "Phone tree" in line or "Train staff" in line]


def test_a_new_step_is_seen_even_if_the_filter_would_hide_it(plan):
    QTest.keyClick(plan.windows.window, "F", CTRL)
    typed("One form")
    plan.view.add_line.what.setFocus()
    typed("Another thing")
    key(Qt.Key.Key_Return)
    assert plan.view.list.chosen_id() == steps(plan)[-1].id


def test_an_empty_plan_leads_to_the_line(start, tmp_path):
    Workbook.create(tmp_path / "new.walkthrough").close()
    page = start(tmp_path / "new.walkthrough", "--screen", "plan").window.stack.page
    assert page.view.begin.isVisible()
    page.view.begin.click()
    assert QApplication.focusWidget() is page.view.add_line.what.control
    typed("The first")
    key(Qt.Key.Key_Return)
    assert [step.what for step in steps(page)] == ["The first"]
    assert page.view.list.isVisible()


@pytest.mark.parametrize("zoom", [100, 200])
def test_nothing_is_wider_than_the_window(start, book, zoom):
    windows = start(book, "--screen", "plan", "--zoom", zoom)
    windows.window.resize(1093, 614)
    page = windows.window.stack.page
    page.desk.workbook.do(AddNextStep("A very long text without an end " * 40))
    choose(page, steps(page)[-1].what)
    QTest.qWait(20)
    assert windows.window.width() == 1093
    assert page.view.page.width() <= page.view.viewport().width()
    key(Qt.Key.Key_F2)
    QTest.qWait(20)
    assert page.view.page.width() <= page.view.viewport().width()
    assert page.view.panel.page.width() <= page.view.panel.viewport().width()


def test_two_hundred_steps_are_shown_in_time(start, book):
    workbook = Workbook.open(book)
    for number in range(200):
        workbook.do(AddNextStep(f"Step {number}", {"due": TODAY - timedelta(days=number)}))
    workbook.close()
    page = start(book, "--screen", "plan").window.stack.page
    assert page.view.list.row_count() >= 203
    page.view.list.setFocus()
    key(Qt.Key.Key_End)
    assert page.view.list.chosen_cells().text == "Step 199"


def test_tab_goes_round_every_control_each_of_which_has_a_name(plan):
    not_on_the_wall(plan)
    choose(plan, "One form")
    for open_panel in (False, True):
        if open_panel:
            key(Qt.Key.Key_F2)
        first = QApplication.focusWidget()
        seen = []
        for _turn in range(120):
            key(Qt.Key.Key_Tab)
            focus = QApplication.focusWidget()
            assert focus.accessibleName(), focus
            seen.append(focus)
            if focus is first:
                break
        assert seen[-1] is first
        assert len(set(map(id, seen))) == len(seen)

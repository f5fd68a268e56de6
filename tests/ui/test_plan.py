# SPDX-License-Identifier: MIT
"""The plan page in the real window, by keys."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from walkthrough.model import Workbook
from walkthrough.model.commands.entry import HoldEntry, RecordEntry
from walkthrough.model.commands.indicator import AddGoal
from walkthrough.model.commands.partner import AddPartner
from walkthrough.model.commands.plan import AddNextStep, RaiseQuestion
from walkthrough.model.commands.walk import StartWalk
from walkthrough.model.content import load_shelf
from walkthrough.model.queries.plan import findings_without_step, next_steps, notes_of, raised_questions
from walkthrough.model.words import Kind, StepState, Tier
from walkthrough.paths import resources
from walkthrough.ui.screens.plan.view import BESIDE, QUESTION, STEP

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
TODAY = date.today()  # noqa: DTZ011  the windows go by the machine's day too


def key(pressed, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), pressed, modifier)


def typed(text):
    QTest.keyClicks(QApplication.focusWidget(), text)


@pytest.fixture
def book(tmp_path):
    path = tmp_path / "plan.walkthrough"
    workbook = Workbook.create(path)
    walk = StartWalk(load_shelf(resources() / "content", "en").routes[0])
    workbook.do(walk)
    for text in ("Five forms", "No phone line after 5 pm"):
        workbook.do(RecordEntry(Kind.BARRIER, text, walk_id=walk.walk_id))
    health = AddPartner("Department of Health", "health", {"short": "Health"})
    court = AddPartner("Family Court", "courts")
    sooner = AddGoal("Sooner", {"strategy": "One door", "budget": "12,000 dollars"})
    for command in (health, court, sooner, AddGoal("Safer")):
        workbook.do(command)
    steps = (
        ("One form", {"owner": "R. Diaz", "owner_partner_id": health.id, "goal_id": sooner.id,
                      "due": TODAY - timedelta(days=9), "tier": Tier.CORE}),
        ("Phone tree", {"owner": "J. Cole", "goal_id": sooner.id, "due": TODAY + timedelta(days=9)}),
        ("Train staff", {"owner_partner_id": court.id}),
    )  # fmt: skip
    for what, values in steps:
        workbook.do(AddNextStep(what, values))
    workbook.do(RaiseQuestion("May we share dates?", Tier.OVERSIGHT, {"to_whom": "Judge Hart"}))
    workbook.close()
    return path


@pytest.fixture
def plan(start, book):
    windows = start(book, "--screen", "plan")
    windows.window.resize(1093, 614)
    page = windows.window.stack.page
    assert page.name == "plan"
    page.windows = windows
    return page


def steps(page):
    return page.desk.workbook.read(next_steps)


def choose(page, what):
    page.view.list.setFocus()
    page.view.list.choose(next(step.id for step in steps(page) if step.what == what))


def shown(page):
    model = page.view.list.model()
    return [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]


def not_on_the_wall(page, yes=True):
    page.desk.room._confirmed = yes
    page.desk.room.changed.emit()


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


def test_peoples_names_and_money_are_for_paper(plan):
    row = "\n".join(shown(plan))
    assert "Diaz" not in row
    assert "Cole" not in row
    assert "12,000" not in row
    assert "somebody, named on paper" in row
    not_on_the_wall(plan)
    row = "\n".join(shown(plan))
    assert "R. Diaz, Department of Health" in row
    assert "12,000" in row


def test_held_words_stay_off_the_wall_in_list_and_panel(plan):
    choose(plan, "One form")
    QTest.keyClick(plan.windows.window, "H", CTRL)
    assert "(wording on hold)" in shown(plan)[1]
    assert "One form" not in "\n".join(shown(plan))
    plan.view.list.setFocus()
    key(Qt.Key.Key_F2)
    assert plan.view.panel.form.fields["what"].isHidden()
    not_on_the_wall(plan)
    assert plan.view.panel.form.fields["what"].isVisible()
    assert "One form" in shown(plan)[1]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_every_field_saves_itself_and_escape_goes_back(plan):
    not_on_the_wall(plan)
    choose(plan, "Train staff")
    key(Qt.Key.Key_F2)
    assert plan.view.side_shown() == STEP
    fields = plan.view.panel.form.fields
    assert QApplication.focusWidget() is fields["what"].control
    QTest.keyClick(QApplication.focusWidget(), "A", CTRL)
    typed("Train all staff")
    fields["owner"].setFocus()
    typed("L. Bell")
    fields["due"].setFocus()
    typed("2026-05-04")
    key(Qt.Key.Key_Return)
    fields["because"].setFocus()
    typed("Fewer calls back")
    fields["tier"].setFocus()
    step = steps(plan)[-1]
    assert (step.what, step.owner, step.because) == ("Train all staff", "L. Bell", "Fewer calls back")
    assert step.due == date(2026, 5, 4)
    key(Qt.Key.Key_Escape)
    assert plan.view.side_shown() == BESIDE
    assert plan.view.list.hasFocus()


def test_to_be_asked_wants_a_day_beside_the_field(plan):
    choose(plan, "Train staff")
    key(Qt.Key.Key_F2)
    fields = plan.view.panel.form.fields
    control = fields["acceptance"].control
    control.setFocus()
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Down)
    assert fields["ask_by"].isVisible()
    assert fields["ask_by"].error()
    fields["ask_by"].setFocus()
    typed("2w")
    key(Qt.Key.Key_Return)
    assert steps(plan)[-1].ask_by == TODAY + timedelta(days=14)
    assert not fields["ask_by"].error()


def test_findings_are_linked_and_taken_off_in_the_panel(plan):
    choose(plan, "Train staff")
    key(Qt.Key.Key_F2)
    links = plan.view.panel.links
    links.choose.setFocus()
    key(Qt.Key.Key_Down)
    assert len(steps(plan)[-1].findings) == 1
    links.linked.setFocus()
    key(Qt.Key.Key_Down)
    QTest.keyClick(plan.windows.window, Qt.Key.Key_Delete)
    assert steps(plan)[-1].findings == ()
    assert len(steps(plan)) == 3


def test_what_is_typed_survives_a_change_from_elsewhere(plan):
    choose(plan, "Train staff")
    key(Qt.Key.Key_F2)
    typed("Now ")
    plan.desk.workbook.do(AddNextStep("From elsewhere"))
    assert plan.view.panel.form.fields["what"].value() == "Now Train staff"
    assert QApplication.focusWidget() is plan.view.panel.form.fields["what"].control


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


def test_a_new_step_is_seen_even_if_the_filter_would_hide_it(plan):
    QTest.keyClick(plan.windows.window, "F", CTRL)
    typed("One form")
    plan.view.add_line.what.setFocus()
    typed("Another thing")
    key(Qt.Key.Key_Return)
    assert plan.view.list.chosen_id() == steps(plan)[-1].id


def test_a_question_is_raised_and_answered(plan):
    plan.view.beside.raise_question.click()
    assert plan.view.side_shown() == QUESTION
    typed("Who pays?")
    plan.view.question.raise_it.click()
    assert [row.question for row in plan.desk.workbook.read(raised_questions)][-1] == "Who pays?"
    assert plan.view.side_shown() == BESIDE
    plan.view.beside.questions.setFocus()
    key(Qt.Key.Key_Home)
    key(Qt.Key.Key_Return)
    plan.view.question.form.fields["answer"].setFocus()
    typed("Yes, from May on")
    plan.view.question.form.fields["tier"].setFocus()
    assert "Yes, from May on" in [row.answer for row in plan.desk.workbook.read(raised_questions)]


def test_whom_a_question_goes_to_is_for_paper(plan):
    model = plan.view.beside.questions.model()
    assert "Hart" not in model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    not_on_the_wall(plan)
    assert "Hart" in model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)


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


def test_what_was_half_typed_when_the_program_ended_is_offered_in_its_step(start, book):
    workbook = Workbook.open(book)
    step = workbook.read(next_steps)[1]
    workbook.drafts.keep(f"plan/step/because/{step.id}", "Because of the")
    workbook.close()
    page = start(book, "--screen", "plan").window.stack.page
    assert page.view.panel.step.id == step.id
    page.desk.drafts.put_back(f"plan/step/because/{step.id}")
    assert page.view.panel.form.fields["because"].value() == "Because of the"


def test_a_held_barrier_is_worded_on_hold(start, book):
    workbook = Workbook.open(book)
    mark = workbook.read(findings_without_step)[0]
    workbook.do(HoldEntry(Kind.BARRIER, mark.id))
    workbook.close()
    page = start(book, "--screen", "plan").window.stack.page
    model = page.view.beside.barriers.model()
    told = [model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(model.rowCount())]
    assert any("(wording on hold)" in line for line in told)
    assert mark.text not in " ".join(told)
    page._step_from(mark.id)
    assert mark.text not in page.view.add_line._answers.text()

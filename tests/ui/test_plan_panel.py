# SPDX-License-Identifier: MIT
"""The plan page in the real window, by keys: what stands beside the list, and what the room may see."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.plan_pages import (  # noqa: F401  fixtures
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
from walkthrough.model.commands.entry import HoldEntry
from walkthrough.model.commands.plan import AddNextStep
from walkthrough.model.queries.plan import findings_without_step, next_steps, raised_questions
from walkthrough.model.words import Kind
from walkthrough.ui.screens.plan.view import BESIDE, QUESTION, STEP


def test_peoples_names_and_money_are_for_paper(plan):
    row = "\n".join(shown(plan))
    assert "Diaz" not in row
    assert "Cole" not in row
    assert "12,000" not in row
    assert "Somebody, named on paper" in row
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

# SPDX-License-Identifier: MIT
"""What stands beside the plan: barriers that no next step answers, and questions raised to a tier.

It must not know what is done with either: it says which and what was asked.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walkthrough.ui.screens.plan.phrases import finding_cells, question_cells
from walkthrough.ui.screens.plan.reading import PlanReading
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.group_list import GroupList
from walkthrough.ui.widgets.places import Column, Row
from walkthrough.ui.widgets.text import Heading
from walkthrough.wording import N_, _, ngettext


class Beside(Column):
    """Two lists under headings, each with the one thing to do."""

    step_asked = Signal(str)
    """The key of the barrier to make a next step from."""
    question_opened = Signal(str)
    """The key of a raised question; empty for a new one."""
    question_dropped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap="unit", parent=parent)
        self._many = 0
        self.barriers = GroupList(N_("Barriers without a next step"))
        self.questions = GroupList(
            N_("Questions raised to a tier"),
            empty=N_("What this table cannot decide is asked of a tier here."),
        )
        self.make_step = Button(
            N_("Make a next step"), "plain", sign="add", keys="Ctrl+Return", name="step_from_barrier"
        )
        self.raise_question = Button(N_("Raise a question"), "quiet", sign="add", name="raise_question")
        self._title = Heading(3, self._barrier_words)
        for title, button, rows, share in (
            (self._title, self.make_step, self.barriers, 3),
            (Heading(3, N_("Questions raised")), self.raise_question, self.questions, 2),
        ):
            head = Row()
            head.add(title, stretch=1)
            head.add(button)
            self.add(head)
            self.add(rows, stretch=share)
        self.barriers.activated_row.connect(self.step_asked)
        self.barriers.edit_asked.connect(self.step_asked)
        self.make_step.clicked.connect(lambda: self.step_asked.emit(self.barrier_id()))
        self.questions.activated_row.connect(self.question_opened)
        self.questions.edit_asked.connect(self.question_opened)
        self.questions.bin_asked.connect(self.question_dropped)
        self.raise_question.clicked.connect(lambda: self.question_opened.emit(""))

    def first(self) -> QWidget:
        """Return what to begin with."""
        return self.barriers

    def barrier_id(self) -> str:
        """Return the chosen barrier, the first one if none was chosen, "" if there is none."""
        if not self.barriers.chosen_id() and self.barriers.row_count():
            self.barriers.setCurrentIndex(self.barriers.model().index(0, 0))
        return self.barriers.chosen_id()

    def show_reading(self, reading: PlanReading, today: date, safe: bool) -> None:
        """Show what stands in the plan now."""
        self.barriers.set_rows(reading.unanswered, lambda mark: finding_cells(mark, safe))
        self.questions.set_rows(reading.raised, lambda row: question_cells(row, today, safe))
        self._many = len(reading.unanswered)
        self.barriers.set_empty(
            N_("Every barrier has a next step.")
            if reading.findings
            else N_("The walk brings barriers. Each can become a next step here.")
        )
        self._title.retranslate()
        self.make_step.setEnabled(self._many > 0)

    def _barrier_words(self) -> str:
        if not self._many:
            return _("Barriers without a next step")
        return ngettext(
            "{n} barrier without a next step", "{n} barriers without a next step", self._many
        ).format(n=self._many)

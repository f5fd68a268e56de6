# SPDX-License-Identifier: MIT
"""How the plan page is laid out: head with filter, the list, what stands beside it, the lines at its foot.

It must not know a workbook: it shows a reading.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walkthrough.model.queries.plan import GoalRow, StepRow
from walkthrough.ui.screens.plan.add_line import AddLine
from walkthrough.ui.screens.plan.ask_line import AskLine
from walkthrough.ui.screens.plan.beside import Beside
from walkthrough.ui.screens.plan.deeds import Hands
from walkthrough.ui.screens.plan.filter_bar import FilterBar
from walkthrough.ui.screens.plan.phrases import GOAL, goal_cells, head_words, step_cells
from walkthrough.ui.screens.plan.question_panel import QuestionPanel
from walkthrough.ui.screens.plan.reading import PlanReading, grouped
from walkthrough.ui.screens.plan.step_panel import StepPanel
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.group_list import GroupCells, GroupList
from walkthrough.ui.widgets.messages import EmptyState
from walkthrough.ui.widgets.panes import PanesPage
from walkthrough.ui.widgets.places import Column, FlowRow, Stack
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import N_

BESIDE, STEP, QUESTION = 0, 1, 2
_LIST, _EMPTY, _FILTERED = 0, 1, 2


class PlanView(PanesPage):
    """Everything on the page."""

    state_asked = Signal(str, object)
    """A step's key and the state it is to get."""
    note_asked = Signal(str)
    side_closed = Signal()

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._steps: tuple[StepRow, ...] = ()
        self._today = hands.today
        self._hands = hands
        # Containers first and then what is in them: each move of a full one would style all of it again.
        head, foot = FlowRow(gap="wide"), Column(gap="unit")
        self._main, self._side = Stack(), Stack()
        self.set_panes(head, self._main, self._side, foot)
        self._count = Prose(lambda: head_words(self._steps, self._today()), look="soft")
        self._count.setWordWrap(False)
        titles = Column(gap="", parent=head)
        titles.add(Heading(1, N_("Plan")), self._count)
        self.filters = FilterBar(head)
        head.add(titles, self.filters)
        self.list = GroupList(N_("Next steps"), keys="1234n", parent=self._main)
        self.begin = Button(N_("Write the first next step"), "primary", sign="add", name="plan_begin")
        self.show_all = Button(N_("Show all next steps"), "plain", name="plan_show_all")
        for widget in (self.list, self._nothing_yet(), self._nothing_fits()):
            self._main.addWidget(widget)
        self.beside = Beside(self._side)
        self._side.addWidget(self.beside)
        self.ask_line, self.add_line = AskLine(hands, foot), AddLine(hands, foot)
        foot.add(self.ask_line, self.add_line)
        self.ask_line.asking.connect(
            lambda on: self.add_line.setVisible(not on and self.side_shown() == BESIDE)
        )

    def show_reading(self, reading: PlanReading, today: date, safe: bool) -> None:
        """Show the plan as it stands, through the filter."""
        self._steps = reading.steps
        self.filters.offer(reading.partners)
        self.add_line.offer(reading.partners)
        self._count.retranslate()
        self.filters.setVisible(bool(reading.steps))
        rows: list[GroupCells] = []
        any_step = False
        for goal, steps in grouped(reading, self.filters.sieve(), today):
            any_step = any_step or bool(steps)
            if reading.goals:
                rows.append(goal_cells(goal, steps, safe))
            rows += [
                step_cells(step, today, safe, left_behind=step.id in reading.left_behind) for step in steps
            ]
        is_empty = not reading.steps and not reading.goals
        self._main.setCurrentIndex(_EMPTY if is_empty else _LIST if rows else _FILTERED)
        self.list.set_rows(rows)
        self.beside.show_reading(reading, today, safe)

    def show_goal(self, reading: PlanReading, step: StepRow | None, safe: bool) -> None:
        """Say under which goal the next line will stand: that of the row chosen."""
        self.add_line.show_goal(self.goal_chosen(reading, step), safe)

    def goal_chosen(self, reading: PlanReading, step: StepRow | None) -> GoalRow | None:
        """Return the goal that is chosen, or that of the step chosen."""
        key = self.list.chosen_id()
        goal = step.goal_id if step is not None else key.removeprefix(GOAL) if key.startswith(GOAL) else None
        return next((row for row in reading.goals if row.id == goal), None)

    @cached_property
    def panel(self) -> StepPanel:
        """The fields of a step; made when they are first wanted."""
        panel = StepPanel(self._hands, self._side)
        panel.state_asked.connect(self.state_asked)
        panel.note_asked.connect(self.note_asked)
        panel.closed.connect(self.side_closed)
        self._side.addWidget(panel)
        return panel

    @cached_property
    def question(self) -> QuestionPanel:
        """The fields of a raised question; made when they are first wanted."""
        panel = QuestionPanel(self._hands, self._side)
        panel.closed.connect(self.side_closed)
        self._side.addWidget(panel)
        return panel

    def side_shown(self) -> int:
        """Return what stands beside the list: BESIDE, STEP or QUESTION."""
        shown = self._side.currentWidget()
        return (
            STEP if isinstance(shown, StepPanel) else QUESTION if isinstance(shown, QuestionPanel) else BESIDE
        )

    def show_side(self, which: int) -> None:
        """Put something else beside the list."""
        self._side.setCurrentWidget(self._side_of(which))
        self.add_line.setVisible(which == BESIDE and self.ask_line.isHidden())
        if not self.is_beside() and which != BESIDE:
            self.ensureWidgetVisible(self._side)

    def parts(self) -> tuple[QWidget, ...]:
        """Return what F6 goes to."""
        which = self.side_shown()
        side = self._side_of(which).first()
        main = self.list if self._main.currentIndex() == _LIST else self.begin
        return (self.filters.wanted.control, main, side, self._last_part())

    def _side_of(self, which: int) -> Beside | StepPanel | QuestionPanel:
        return self.panel if which == STEP else self.question if which == QUESTION else self.beside

    def _last_part(self) -> QWidget:
        asks = not self.ask_line.isHidden()
        return self.ask_line.field.control if asks else self.add_line.what.control

    def _nothing_yet(self) -> QWidget:
        return EmptyState(
            "plan",
            N_("No next step yet"),
            N_("Say what will be done, who does it and by when. Take the barriers at the side one by one."),
            self.begin,
            self._main,
        )

    def _nothing_fits(self) -> QWidget:
        return EmptyState(
            "find",
            N_("Nothing fits"),
            N_("No next step is like that. The others are still there."),
            self.show_all,
            self._main,
        )

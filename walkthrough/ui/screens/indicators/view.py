# SPDX-License-Identifier: MIT
"""How the indicators page is laid out: the list under goals with a line to add, and what is chosen beside it.

It must not know a workbook: it shows a reading.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walkthrough.ui.screens.indicators.deeds import Hands
from walkthrough.ui.screens.indicators.goal_panel import GoalPanel
from walkthrough.ui.screens.indicators.indicator_panel import IndicatorPanel
from walkthrough.ui.screens.indicators.phrases import GOAL, goal_cells, head_words, indicator_cells
from walkthrough.ui.screens.indicators.reading import IndicatorReading
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import line_field
from walkthrough.ui.widgets.group_list import GroupCells, GroupList
from walkthrough.ui.widgets.later import Later
from walkthrough.ui.widgets.messages import EmptyState
from walkthrough.ui.widgets.panes import PanesPage
from walkthrough.ui.widgets.places import Column, Row, Stack
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import N_

NOTHING, INDICATOR, GOAL_SIDE = 0, 1, 2


class IndicatorsView(PanesPage):
    """Everything on the page."""

    goal_added = Signal(str)

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(shares=(2, 3), low=300, parent=parent)
        self._counts = (0, 0)
        # Containers first and then what is in them: each move of a full one would style all of it again.
        head, left = Row(gap="wide"), Column(gap="unit")
        self._side = Stack()
        self.set_panes(head, left, self._side)
        self._count = Prose(lambda: head_words(*self._counts), look="soft")
        self._count.setWordWrap(False)
        titles = Column(gap="", parent=head)
        titles.add(Heading(1, N_("Indicators")), self._count)
        self.add_goal = Button(N_("Add a goal"), "plain", sign="add", name="goal_new")
        head.add(titles, stretch=1)
        head.add(self.add_goal)
        self.list = GroupList(
            N_("Indicators under their goals"), empty=N_("Goals and their indicators will stand here.")
        )
        self.name = line_field(N_("New indicator: its name"), name="indicator_new")
        hands.drafts.watch("indicators/indicator_new", self.name.control)
        left.add(self.list, stretch=1)
        left.add(self.name)
        self.begin = Button(N_("Write the first goal"), "primary", sign="add", name="indicators_begin")
        nothing = EmptyState(
            "indicators",
            N_("How will we know that families fare better?"),
            N_(
                "Start with a goal. Under it stands what you will count: where it begins, where it should go."
            ),
            self.begin,
            self._side,
        )
        self._hands = hands
        self.panel, self._goal = IndicatorPanel(hands, self._side), Later(self._make_goal)
        for widget in (nothing, self.panel, self._goal):
            self._side.addWidget(widget)

    @property
    def goal(self) -> GoalPanel:
        """One goal, or a new one."""
        return self._goal.part()

    def show_reading(self, reading: IndicatorReading, safe: bool) -> None:
        """Show the list as it stands."""
        self._counts = (len(reading.indicators), len(reading.goals))
        self._count.retranslate()
        rows: list[GroupCells] = []
        for goal, under in reading.grouped():
            if reading.goals:
                rows.append(goal_cells(goal, len(under), safe))
            rows += [indicator_cells(row, safe) for row in under]
        self.list.set_rows(rows)

    def choose(self, key: str) -> None:
        """Make the indicator or the goal with this key the chosen one."""
        if not self.list.choose(key):
            self.list.choose(f"{GOAL}{key}")

    def side_shown(self) -> int:
        """Return what stands beside the list: NOTHING, INDICATOR or GOAL_SIDE."""
        return self._side.currentIndex()

    def show_side(self, which: int) -> None:
        """Put something else beside the list."""
        self._side.setCurrentIndex(which)

    def parts(self) -> tuple[QWidget, ...]:
        """Return what F6 goes to."""
        chart = self.panel.chart.table if self.panel.chart.shows_table() else self.panel.chart.picture
        if self.side_shown() == INDICATOR:
            return (self.list, self.name.control, chart, self.panel.points.day.control)
        other = self.begin if self.side_shown() == NOTHING else self.goal.first()
        return (self.list, self.name.control, other)

    def _make_goal(self) -> GoalPanel:
        panel = GoalPanel(self._hands)
        panel.added.connect(self.goal_added)
        return panel

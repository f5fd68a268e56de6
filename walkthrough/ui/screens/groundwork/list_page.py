# SPDX-License-Identifier: MIT
"""The first page of groundwork: what there is at the left, what is chosen beside it.

It must not know a workbook: it shows a reading.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from walkthrough.ui.dialogs.ask import Ask
from walkthrough.ui.screens.groundwork.hands import Hands
from walkthrough.ui.screens.groundwork.new_panel import NewPanel
from walkthrough.ui.screens.groundwork.outside_panel import OutsidePanel
from walkthrough.ui.screens.groundwork.phrases import HEAD, list_cells
from walkthrough.ui.screens.groundwork.reading import GroundworkReading
from walkthrough.ui.screens.groundwork.summary_panel import SummaryPanel
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.group_list import GroupList
from walkthrough.ui.widgets.messages import EmptyState
from walkthrough.ui.widgets.panes import PanesPage
from walkthrough.ui.widgets.places import Column, Row, Stack
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import N_

NOTHING, SUMMARY, NEW, OUTSIDE = range(4)


class ListPage(PanesPage):
    """Everything on the first page."""

    def __init__(self, hands: Hands, ask: Ask, parent: QWidget | None = None) -> None:
        super().__init__(shares=(2, 3), low=300, parent=parent)
        head, left = Row(gap="unit"), Column(gap="unit")
        self._side = Stack()
        self.set_panes(head, left, self._side)
        titles = Column(gap="")
        titles.add(Heading(1, N_("Groundwork")))
        titles.add(Prose(N_("Ask the group in private, and keep what other tools found."), look="soft"))
        self.list = GroupList(N_("Questionnaires and results of other tools"))
        self.new = Button(N_("New &questionnaire"), "plain", sign="add", name="questionnaire_new")
        self.type_in = Button(N_("&Type in a result"), "plain", sign="add", name="outside_new")
        head.add(titles, stretch=1)
        head.add(self.new, self.type_in)
        left.add(self.list, stretch=1)
        self.nothing = EmptyState(
            "groundwork",
            N_("What does the group think, each for themselves?"),
            N_("Choose a questionnaire at the left, or write your own. Nobody can see who said what."),
            parent=self._side,
        )
        self.summary = SummaryPanel(self._side)
        self.form, self.outside = NewPanel(hands, ask, self._side), OutsidePanel(hands, self._side)
        for widget in (self.nothing, self.summary, self.form, self.outside):
            self._side.addWidget(widget)

    def show_reading(self, reading: GroundworkReading) -> None:
        """Show the list as it stands."""
        self.list.set_rows(list_cells(reading))

    def chosen(self) -> str:
        """Return the key of the chosen row, "" for a heading."""
        key = self.list.chosen_id()
        return "" if key.startswith(HEAD) else key

    def side_shown(self) -> int:
        """Return what stands beside the list."""
        return self._side.currentIndex()

    def show_side(self, which: int) -> None:
        """Put something else beside the list."""
        self._side.setCurrentIndex(which)

    def side_first(self) -> QWidget:
        """Return where the keys begin beside the list."""
        firsts = (self.new, self.summary.first(), self.form.first(), self.outside.first())
        return firsts[self.side_shown()]

    def panes(self) -> tuple[QWidget, ...]:
        """Return what F6 goes to."""
        return (self.list, self.new, self.side_first()) if self.side_shown() else (self.list, self.new)

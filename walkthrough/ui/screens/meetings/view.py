# SPDX-License-Identifier: MIT
"""How the meetings page is laid out: the list, and beside it the chosen meeting or a new one.

It must not know a workbook: it shows a reading.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walkthrough.model.content import Shelf
from walkthrough.ui.screens.meetings.deeds import Hands
from walkthrough.ui.screens.meetings.meeting_panel import MeetingPanel
from walkthrough.ui.screens.meetings.new_meeting import NewMeeting
from walkthrough.ui.screens.meetings.phrases import head_words, list_cells
from walkthrough.ui.screens.meetings.reading import MeetingsReading
from walkthrough.ui.screens.meetings.rules_card import RulesCard
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.group_list import GroupList
from walkthrough.ui.widgets.later import Later
from walkthrough.ui.widgets.messages import EmptyState
from walkthrough.ui.widgets.panes import PanesPage
from walkthrough.ui.widgets.places import Column, FlowRow, ScrollPage, Stack
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import N_

MEETING, NEW, RULES = 0, 1, 2


class MeetingsView(PanesPage):
    """Everything on the page."""

    new_asked = Signal()
    plan_asked = Signal(object)
    """The command that plans the meeting of the form."""
    given_up = Signal()
    """The form is to be left."""

    def __init__(self, hands: Hands, shelf: Shelf, parent: QWidget | None = None) -> None:
        super().__init__(shares=(1, 2), low=320, parent=parent)
        self._reading = MeetingsReading()
        self._count = Prose(lambda: head_words(self._reading), look="soft")
        self._count.setWordWrap(False)
        self.new = Button(N_("New meeting"), "plain", sign="add", keys="Ctrl+Shift+N", name="meetings_new")
        self.begin = Button(N_("Plan the first meeting"), "primary", sign="add", name="meetings_begin")
        self.list = GroupList(N_("Meetings"))
        self._hands, self._shelf = hands, shelf
        self.panel = MeetingPanel(hands, shelf)
        self._form, rules = Later(self._make_form), Later(self._make_rules)
        self._main, self._side = Stack(), Stack()
        for widget in (self.list, self._nothing_yet()):
            self._main.addWidget(widget)
        for side in (self.panel, self._form, rules):
            self._side.addWidget(side)
        for button in (self.new, self.begin):
            button.clicked.connect(self.new_asked)
        self.set_panes(self._head(), self._main, self._side)

    @property
    def form(self) -> NewMeeting:
        """What a new meeting is planned with."""
        return self._form.part()

    def make_for(self, drafts: Iterable[str]) -> None:
        """Make every part now if one of these drafts waits for its field."""
        if any(key.startswith("meetings/") for key in drafts):
            self._form.part()
            self.panel.make_all()

    def show_reading(self, reading: MeetingsReading, today: date) -> None:
        """Show the list as it stands."""
        self._reading = reading
        self._count.retranslate()
        self.new.setVisible(bool(reading.meetings))
        self._main.setCurrentIndex(0 if reading.meetings else 1)
        self.list.set_rows(list_cells(reading, today))

    def main(self) -> QWidget:
        """Return the list, or the way to begin."""
        return self.list if self._reading.meetings else self.begin

    def side_shown(self) -> int:
        """Return what stands at the side: MEETING, NEW or RULES."""
        return self._side.currentIndex()

    def show_side(self, which: int) -> None:
        """Put something else at the side."""
        self._side.setCurrentIndex(which)

    def side_first(self) -> QWidget:
        """Return the control to begin with at the side."""
        match self.side_shown():
            case 0:
                return self.panel.first()
            case 1:
                return self.form.first()
        return self.main()

    def _head(self) -> QWidget:
        titles = Column(gap="")
        titles.add(Heading(1, N_("Meetings")), self._count)
        head = FlowRow(gap="wide")
        head.add(titles, self.new)
        return head

    def _make_form(self) -> NewMeeting:
        form = NewMeeting(self._hands, self._shelf.agendas)
        form.asked.connect(self.plan_asked)
        form.given_up.connect(self.given_up)
        return form

    def _make_rules(self) -> ScrollPage:
        rules = ScrollPage(margin="")
        rules.add(RulesCard(self._shelf.ground_rules))
        rules.add_stretch()
        return rules

    def _nothing_yet(self) -> QWidget:
        return EmptyState(
            "meetings",
            N_("No meeting yet"),
            N_("Set a day and take an agenda. An hour and a half is enough for three stations."),
            self.begin,
        )

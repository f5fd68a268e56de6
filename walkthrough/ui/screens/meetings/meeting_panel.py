# SPDX-License-Identifier: MIT
"""One meeting in four parts, of which one shows: plan, agenda, people, what came of it.

It must not know the list beside it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from walkthrough.model.content import Shelf
from walkthrough.ui.screens.meetings.agenda_part import AgendaPart
from walkthrough.ui.screens.meetings.deeds import Hands
from walkthrough.ui.screens.meetings.facts_part import FactsPart
from walkthrough.ui.screens.meetings.outcome_part import OutcomePart
from walkthrough.ui.screens.meetings.people_part import PeoplePart
from walkthrough.ui.screens.meetings.phrases import title_words, when_words
from walkthrough.ui.screens.meetings.reading import MeetingDetail, MeetingsReading
from walkthrough.ui.widgets.part_switch import PartSwitch
from walkthrough.ui.widgets.places import Column
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import N_

FACTS, AGENDA, PEOPLE, OUTCOME = range(4)


class MeetingPanel(Column):
    """The panel; `show_detail` puts a meeting in it."""

    left = Signal()
    """Esc: back to the list."""
    part_changed = Signal()

    def __init__(self, hands: Hands, shelf: Shelf, parent: QWidget | None = None) -> None:
        super().__init__(gap="unit", parent=parent)
        self.detail: MeetingDetail | None = None
        self._title = Heading(2, lambda: title_words(self.detail.row) if self.detail else "")
        self._when = Prose(lambda: when_words(self.detail.row) if self.detail else "", look="soft")
        self.switch = PartSwitch(
            "meeting_part", (N_("When and where"), N_("Agenda"), N_("Who comes"), N_("What came of it"))
        )
        self.facts, self.people, self.outcome = FactsPart(hands), PeoplePart(hands), OutcomePart(hands)
        self.agenda = AgendaPart(hands, shelf.agendas, shelf.ground_rules)
        self._stack = QStackedWidget()
        for part in (self.facts, self.agenda, self.people, self.outcome):
            self._stack.addWidget(part)
        self.switch.asked.connect(self.show_part)
        titles = Column(gap="")
        titles.add(self._title, self._when)
        self.add(titles, self.switch)
        self.add(self._stack, stretch=1)

    def show_detail(self, detail: MeetingDetail, reading: MeetingsReading, safe: bool) -> None:
        """Show a meeting as it stands; all four parts, so that none is ever of another meeting."""
        self.detail = detail
        self._title.retranslate()
        self._when.retranslate()
        self.facts.show_detail(detail, reading, safe)
        self.agenda.show_detail(detail)
        self.people.show_detail(detail, reading, safe)
        self.outcome.show_detail(detail, safe)

    def part(self) -> int:
        """Return which part shows."""
        return self._stack.currentIndex()

    def show_part(self, part: int) -> None:
        """Show another part."""
        self.switch.mark(part)
        self._stack.setCurrentIndex(part)
        self.part_changed.emit()

    def add_here(self) -> bool:
        """Begin a new row of the part that shows; False where there is none to add."""
        match self.part():
            case 1:
                self.agenda.add_part()
            case 2:
                self.people.add_person()
            case 3:
                self.outcome.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
            case _:
                return False
        return True

    def edit_here(self) -> bool:
        """Open the chosen row of the list that has the focus; False where none has."""
        for part in (self.agenda, self.people, self.outcome):
            if part.list.hasFocus():
                part.list.edit_asked.emit(part.list.chosen_id())
                return True
        return False

    def take_out_here(self) -> None:
        """Take the chosen row of the list that has the focus out."""
        for part in (self.agenda, self.people, self.outcome):
            if part.list.hasFocus():
                part.take_out()

    def first(self) -> QWidget:
        """Return the control to begin with in the part that shows."""
        parts = (self.facts, self.agenda, self.people, self.outcome)
        return parts[self.part()].first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

# SPDX-License-Identifier: MIT
"""One meeting in five parts, of which one shows: when, agenda, getting ready, people, what came of it.

It must not know the list beside it.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from walkthrough.model.content import Shelf
from walkthrough.model.words import Kind
from walkthrough.ui.screens.meetings.agenda_part import AgendaPart
from walkthrough.ui.screens.meetings.deeds import Hands
from walkthrough.ui.screens.meetings.facts_part import FactsPart
from walkthrough.ui.screens.meetings.head_row import HeadRow
from walkthrough.ui.screens.meetings.outcome_part import OutcomePart
from walkthrough.ui.screens.meetings.people_part import PeoplePart
from walkthrough.ui.screens.meetings.prepare_part import PreparePart
from walkthrough.ui.screens.meetings.reading import MeetingDetail, MeetingsReading
from walkthrough.ui.widgets.part_switch import PartSwitch
from walkthrough.ui.widgets.places import Column, Stack
from walkthrough.wording import N_

FACTS, AGENDA, PREPARE, PEOPLE, OUTCOME = range(5)


class MeetingPanel(Column):
    """The panel; `show_detail` puts a meeting in it."""

    left = Signal()
    """Esc: back to the list."""
    part_changed = Signal()

    def __init__(self, hands: Hands, shelf: Shelf, parent: QWidget | None = None) -> None:
        super().__init__(gap="unit", parent=parent)
        self.detail: MeetingDetail | None = None
        self._today = hands.today
        self.head = HeadRow()
        self.switch = PartSwitch(
            "meeting_part",
            (
                N_("When and where"),
                N_("Agenda"),
                N_("Prepare"),
                N_("Who comes"),
                N_("Outcome"),
            ),
        )
        sectors = {one.id: one.name for one in shelf.sectors}
        self.facts, self.outcome = FactsPart(hands), OutcomePart(hands)
        self.people = PeoplePart(hands, sectors)
        self.agenda = AgendaPart(hands, shelf.agendas, shelf.ground_rules)
        self.prepare = PreparePart(hands, shelf)
        self._stack = Stack()
        for part in self._all():
            self._stack.addWidget(part)
        self.switch.asked.connect(self.show_part)
        self.add(self.head, self.switch)
        self.add(self._stack, stretch=1)

    def show_detail(self, detail: MeetingDetail, reading: MeetingsReading, safe: bool) -> None:
        """Show a meeting as it stands; all five parts, so that none is ever of another meeting."""
        self.detail = detail
        self.head.show_meeting(detail.row, self._today())
        self.facts.show_detail(detail, reading, safe)
        self.agenda.show_detail(detail)
        self.prepare.show_detail(detail, safe)
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
            case n if n == AGENDA:
                self.agenda.add_part()
            case n if n == PEOPLE:
                self.people.add_person()
            case n if n == OUTCOME:
                self.outcome.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
            case _:
                return False
        return True

    def edit_here(self, otherwise: Callable[[], None]) -> None:
        """Open the chosen row of the list that has the focus, or do the other thing where none has."""
        for part in (self.agenda, self.people, self.outcome):
            if part.list.hasFocus():
                part.list.edit_asked.emit(part.list.chosen_id())
                return
        otherwise()

    def entry_chosen(self) -> tuple[str, str] | None:
        """Return (table, key) of the entry that is chosen in what came of it; None where none is."""
        chosen = self.outcome.chosen() if self.part() == OUTCOME else None
        if chosen is None:
            return None
        return ("decision" if chosen[0] is Kind.DECISION else "parked_topic"), chosen[1].id

    def take_out_here(self) -> None:
        """Take the chosen row of the list that has the focus out."""
        for part in (self.agenda, self.people, self.outcome):
            if part.list.hasFocus():
                part.take_out()

    def first(self) -> QWidget:
        """Return the control to begin with in the part that shows."""
        return self._all()[self.part()].first()

    def _all(self) -> tuple[FactsPart, AgendaPart, PreparePart, PeoplePart, OutcomePart]:
        return (self.facts, self.agenda, self.prepare, self.people, self.outcome)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

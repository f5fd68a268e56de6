# SPDX-License-Identifier: MIT
"""One meeting in five parts, of which one shows: when, agenda, getting ready, people, what came of it.

It must not know the list beside it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

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
from walkthrough.ui.widgets.later import Later
from walkthrough.ui.widgets.part_switch import PartSwitch
from walkthrough.ui.widgets.places import Column, Stack
from walkthrough.wording import N_

FACTS, AGENDA, PREPARE, PEOPLE, OUTCOME = range(5)


_Places: TypeAlias = tuple[
    Later[FactsPart], Later[AgendaPart], Later[PreparePart], Later[PeoplePart], Later[OutcomePart]
]


class MeetingPanel(Column):
    """The panel; `show_detail` puts a meeting in it. A part is made when it is shown first, or asked for."""

    left = Signal()
    """Esc: back to the list."""
    part_changed = Signal()
    row_chosen = Signal()
    """Another row of the agenda, or of what came of it."""
    take_out_asked = Signal()
    """The meeting is to be taken out."""
    print_asked = Signal()
    dry_run_asked = Signal()

    def __init__(self, hands: Hands, shelf: Shelf, parent: QWidget | None = None) -> None:
        super().__init__(gap="unit", parent=parent)
        self.detail: MeetingDetail | None = None
        self._reading, self._is_safe = MeetingsReading(), True
        self._hands, self._shelf = hands, shelf
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
        self._facts = Later(self._make_facts, self._tell_with_reading)
        self._agenda = Later(self._make_agenda, self._tell_agenda)
        self._prepare = Later(self._make_prepare, self._tell_safely)
        self._people = Later(self._make_people, self._tell_with_reading)
        self._outcome = Later(self._make_outcome, self._tell_safely)
        self._stack = Stack()
        for place in self._places():
            self._stack.addWidget(place)
        self.switch.asked.connect(self.show_part)
        self.add(self.head, self.switch)
        self.add(self._stack, stretch=1)

    @property
    def facts(self) -> FactsPart:
        """When and where."""
        return self._facts.part()

    @property
    def agenda(self) -> AgendaPart:
        """The parts of the meeting, with minutes."""
        return self._agenda.part()

    @property
    def prepare(self) -> PreparePart:
        """Getting ready."""
        return self._prepare.part()

    @property
    def people(self) -> PeoplePart:
        """Who comes."""
        return self._people.part()

    @property
    def outcome(self) -> OutcomePart:
        """What came of it."""
        return self._outcome.part()

    def show_detail(self, detail: MeetingDetail, reading: MeetingsReading, safe: bool) -> None:
        """Show a meeting as it stands, in every part that is made: none is ever of another meeting."""
        self.detail, self._reading, self._is_safe = detail, reading, safe
        self.head.show_meeting(detail.row, self._hands.today())
        for place in self._places():
            place.tell()

    def make_all(self) -> None:
        """Make every part now: what was left half typed has its field then."""
        for place in self._places():
            place.part()

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
        for part in self._with_lists():
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
        for part in self._with_lists():
            if part.list.hasFocus():
                part.take_out()

    def first(self) -> QWidget:
        """Return the control to begin with in the part that shows."""
        return self._places()[self.part()].part().first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _places(
        self,
    ) -> tuple[
        Later[FactsPart], Later[AgendaPart], Later[PreparePart], Later[PeoplePart], Later[OutcomePart]
    ]:
        return (self._facts, self._agenda, self._prepare, self._people, self._outcome)

    def _with_lists(self) -> tuple[AgendaPart | PeoplePart | OutcomePart, ...]:
        return (*self._agenda.if_made(), *self._people.if_made(), *self._outcome.if_made())

    def _make_facts(self) -> FactsPart:
        part = FactsPart(self._hands)
        part.take_out.clicked.connect(self.take_out_asked)
        return part

    def _make_agenda(self) -> AgendaPart:
        part = AgendaPart(self._hands, self._shelf.agendas, self._shelf.ground_rules)
        part.list.chosen.connect(self.row_chosen)
        return part

    def _make_prepare(self) -> PreparePart:
        part = PreparePart(self._hands, self._shelf)
        part.print_asked.connect(self.print_asked)
        part.dry_run_asked.connect(self.dry_run_asked)
        return part

    def _make_people(self) -> PeoplePart:
        return PeoplePart(self._hands, {one.id: one.name for one in self._shelf.sectors})

    def _make_outcome(self) -> OutcomePart:
        part = OutcomePart(self._hands)
        part.list.chosen.connect(self.row_chosen)
        return part

    def _tell_agenda(self, part: AgendaPart) -> None:
        if self.detail is not None:
            part.show_detail(self.detail)

    def _tell_safely(self, part: PreparePart | OutcomePart) -> None:
        if self.detail is not None:
            part.show_detail(self.detail, self._is_safe)

    def _tell_with_reading(self, part: FactsPart | PeoplePart) -> None:
        if self.detail is not None:
            part.show_detail(self.detail, self._reading, self._is_safe)

# SPDX-License-Identifier: MIT
"""How the partners page is laid out: head with a switch, the grid or a list, and what stands beside it.

It must not know a workbook: it shows a reading.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walkthrough.model.content import Shelf
from walkthrough.model.queries.partners import PartnerNotes, PartnerRow
from walkthrough.ui.screens.partners.agreement_panel import AgreementPanel, NewAgreement
from walkthrough.ui.screens.partners.cell_panel import CellPanel
from walkthrough.ui.screens.partners.deeds import Hands
from walkthrough.ui.screens.partners.missing_panel import MissingPanel
from walkthrough.ui.screens.partners.new_partner import NewPartner
from walkthrough.ui.screens.partners.partner_panel import PartnerPanel
from walkthrough.ui.screens.partners.phrases import agreement_cells, head_words, partner_cells
from walkthrough.ui.screens.partners.reading import PartnersReading
from walkthrough.ui.screens.partners.seat_grid import SeatGrid
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.group_list import GroupList
from walkthrough.ui.widgets.later import Later
from walkthrough.ui.widgets.messages import EmptyState
from walkthrough.ui.widgets.panes import PanesPage
from walkthrough.ui.widgets.part_switch import PartSwitch
from walkthrough.ui.widgets.places import Column, FlowRow, Stack
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import N_

GRID, LIST, AGREEMENTS = 0, 1, 2
_NOBODY, _NO_AGREEMENT = 3, 4
MISSING, CELL, PARTNER, NEW_PARTNER, AGREEMENT, NEW_AGREEMENT = range(6)


_Places: TypeAlias = tuple[
    Later[CellPanel], Later[PartnerPanel], Later[NewPartner], Later[AgreementPanel], Later[NewAgreement]
]


class PartnersView(PanesPage):
    """Everything on the page."""

    add_asked = Signal()
    side_closed = Signal()
    """Whatever stands at the side was closed or given up."""
    partner_asked = Signal(str, str)
    """A new partner: name and sector."""
    agreement_asked = Signal(object, str)
    """A new agreement: kind and title."""
    partner_out_asked = Signal(str)
    agreement_out_asked = Signal(str)

    def __init__(self, hands: Hands, shelf: Shelf, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._reading = PartnersReading()
        self._count = Prose(lambda: head_words(self._reading), look="soft")
        self._count.setWordWrap(False)
        self.switch = PartSwitch("partners_part", (N_("Seats"), N_("Partners"), N_("Agreements")))
        self.new = Button(N_("New partner"), "plain", sign="add", keys="Ctrl+Shift+N", name="partners_new")
        self.new_agreement = Button(
            N_("New agreement"), "plain", sign="add", keys="Ctrl+Shift+N", name="agreements_new"
        )
        self.begin = Button(N_("Add the first partner"), "primary", sign="add", name="partners_begin")
        self.begin_agreement = Button(
            N_("Write down the first agreement"), "primary", sign="add", name="agreements_begin"
        )
        self.grid = SeatGrid()
        self.list, self.agreements = GroupList(N_("Partners")), GroupList(N_("Agreements"))
        self._hands, self._shelf = hands, shelf
        self.missing = MissingPanel()
        self._cell, self._partner = Later(self._make_cell), Later(self._make_partner)
        self._new_partner = Later(self._make_new_partner)
        self._agreement, self._agreement_form = Later(self._make_agreement), Later(self._make_agreement_form)
        self._main, self._side = Stack(), Stack()
        for widget in (
            self.grid,
            self.list,
            self.agreements,
            _nobody_yet(self.begin),
            _no_agreement_yet(self.begin_agreement),
        ):
            self._main.addWidget(widget)
        for panel in (self.missing, *self._places()):
            self._side.addWidget(panel)
        for button in (self.new, self.begin, self.new_agreement, self.begin_agreement):
            button.clicked.connect(self.add_asked)
        self.set_panes(self._head(), self._main, self._side)

    @property
    def cell(self) -> CellPanel:
        """The seats of one sector."""
        return self._cell.part()

    @property
    def partner(self) -> PartnerPanel:
        """One partner."""
        return self._partner.part()

    @property
    def new_partner(self) -> NewPartner:
        """What a partner is added with."""
        return self._new_partner.part()

    @property
    def agreement(self) -> AgreementPanel:
        """One agreement."""
        return self._agreement.part()

    @property
    def agreement_form(self) -> NewAgreement:
        """What an agreement is written down with."""
        return self._agreement_form.part()

    def make_for(self, drafts: Iterable[str]) -> None:
        """Make every panel now if one of these drafts waits for its field."""
        if any(key.startswith("partners/") for key in drafts):
            for place in self._places():
                place.part()

    def show_reading(self, reading: PartnersReading, today: date, safe: bool) -> None:
        """Show the partners as they stand."""
        self._reading = reading
        self._count.retranslate()
        self.grid.show_reading(reading)
        self.list.set_rows([partner_cells(reading, row) for row in reading.partners])
        self.agreements.set_rows([agreement_cells(row, today, safe) for row in reading.agreements])
        self.missing.show_reading(reading)
        self._show_main()

    def show_part(self, part: int) -> None:
        """Show the grid, the partners or the agreements."""
        self.switch.mark(part)
        self._show_main()

    def main(self) -> QWidget:
        """Return what has the focus in the part that is shown."""
        match self._main.currentIndex():
            case 3:
                return self.begin
            case 4:
                return self.begin_agreement
        return self._main.currentWidget() or self

    def side_shown(self) -> int:
        """Return which panel stands at the side."""
        return self._side.currentIndex()

    def show_side(self, which: int) -> None:
        """Put another panel at the side."""
        self._side.setCurrentIndex(which)
        if not self.is_beside() and which != MISSING:
            self.ensureWidgetVisible(self._side)

    def fill_side(
        self,
        reading: PartnersReading,
        notes_of: Callable[[str], PartnerNotes | None],
        today: date,
        safe: bool,
    ) -> None:
        """Show again what stands at the side; who is missing, where it is gone."""
        shown = self.side_shown()
        if shown == CELL:
            self.cell.show_reading(reading, safe)
        elif shown == PARTNER and (partner := self.partner.partner) is not None:
            if (row := reading.partner(partner.id)) is not None:
                self.partner.show_partner(row, reading, notes_of(row.id), safe)
            else:
                self.show_side(MISSING)
        elif shown == AGREEMENT and (agreement := self.agreement.row) is not None:
            if (written := reading.agreement(agreement.id)) is not None:
                self.agreement.show_agreement(written, reading, today, safe)
            else:
                self.show_side(MISSING)

    def side_first(self) -> QWidget:
        """Return the control to begin with at the side."""
        shown = self.side_shown()
        return self.missing.list if shown == MISSING else self._places()[shown - 1].part().first()

    def partner_with_focus(self) -> PartnerRow | None:
        """Return the partner whose panel the keyboard is in."""
        focus = self.window().focusWidget()
        return next((one.partner for one in self._partner.if_made() if one.isAncestorOf(focus)), None)

    def _places(self) -> _Places:
        return (self._cell, self._partner, self._new_partner, self._agreement, self._agreement_form)

    def _make_cell(self) -> CellPanel:
        panel = CellPanel(self._hands)
        panel.closed.connect(self.side_closed)
        return panel

    def _make_partner(self) -> PartnerPanel:
        panel = PartnerPanel(self._hands)
        panel.closed.connect(self.side_closed)
        panel.out_asked.connect(self.partner_out_asked)
        return panel

    def _make_new_partner(self) -> NewPartner:
        form = NewPartner(self._hands, self._shelf.sectors, self._shelf.partner_types)
        form.given_up.connect(self.side_closed)
        form.asked.connect(self.partner_asked)
        return form

    def _make_agreement(self) -> AgreementPanel:
        panel = AgreementPanel(self._hands)
        panel.closed.connect(self.side_closed)
        panel.out_asked.connect(self.agreement_out_asked)
        return panel

    def _make_agreement_form(self) -> NewAgreement:
        form = NewAgreement(self._hands)
        form.given_up.connect(self.side_closed)
        form.asked.connect(self.agreement_asked)
        return form

    def _show_main(self) -> None:
        part = self.switch.marked()
        self.new.setVisible(part != AGREEMENTS)
        self.new_agreement.setVisible(part == AGREEMENTS)
        if part == AGREEMENTS and not self._reading.agreements:
            part = _NO_AGREEMENT
        elif part != AGREEMENTS and (self._reading.is_blank or (part == LIST and not self._reading.partners)):
            part = _NOBODY
        self._main.setCurrentIndex(part)

    def _head(self) -> QWidget:
        titles = Column(gap="")
        titles.add(Heading(1, N_("Partners")), self._count)
        head = FlowRow(gap="wide")
        head.add(titles, self.switch, self.new, self.new_agreement)
        return head


def _nobody_yet(begin: Button) -> QWidget:
    return EmptyState(
        "partners",
        N_("Who belongs at the table?"),
        N_("Write down each partner with its sector. The grid then shows which chairs are still empty."),
        begin,
    )


def _no_agreement_yet(begin: Button) -> QWidget:
    return EmptyState(
        "decision",
        N_("No agreement yet"),
        N_("Who shares what, who decides, how we talk: write down what is agreed, and when to review it."),
        begin,
    )

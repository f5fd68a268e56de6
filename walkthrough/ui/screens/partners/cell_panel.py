# SPDX-License-Identifier: MIT
"""The seats of one cell of the grid, or of a whole sector: those there are, and a way to each one more.

It must not know the grid.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from walkthrough.model.commands.partner import SetSeat
from walkthrough.model.words import Seated, Tier
from walkthrough.ui.screens.partners.deeds import Hands, focus_later
from walkthrough.ui.screens.partners.reading import PartnersReading
from walkthrough.ui.screens.partners.seat_block import Chair, SeatBlock
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.places import Column, Divider, FlowRow, Row, ScrollPage
from walkthrough.ui.widgets.tab_order import order_tabs
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.ui.wording_ui import word
from walkthrough.wording import N_, _


class CellPanel(ScrollPage):
    """The panel; `open_cell` says which cell, `show_reading` fills it."""

    closed = Signal()

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(gap="gap", margin="", parent=parent)
        self.sector = ""
        self._name = ""
        self._title, self._about = Heading(2, lambda: self._name), Prose(look="soft")
        self.close_button = Button(N_("Close"), "quiet", sign="close", keys="Esc", name="cell_close")
        self.close_button.clicked.connect(self.closed)
        head = Row()
        head.add(self._title, stretch=1)
        head.add(self.close_button)
        self.parts = {tier: TierPart(hands, tier, self.close_button) for tier in Tier}
        self.add(head, self._about, *self.parts.values())
        self.add_stretch()

    def open_cell(self, sector: str, tier: Tier | None) -> None:
        """Show this cell from now on, or without a tier the whole sector."""
        self.sector = sector
        for one, part in self.parts.items():
            part.setVisible(tier in (None, one))

    def show_reading(self, reading: PartnersReading, safe: bool) -> None:
        """Show the seats as they stand."""
        self._name = reading.sector_name(self.sector)
        self._title.retranslate()
        named = reading.sectors.get(self.sector)
        self._about.set_plain(named.about if named else "")
        for part in self.parts.values():
            part.show_seats(self.sector, reading, safe)
        order_tabs(self)

    def first(self) -> QWidget:
        """Return the control to begin with."""
        shown = [part for part in self.parts.values() if not part.isHidden()]
        return next(part for part in (*(part for part in shown if part.blocks), *shown)).first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)


class TierPart(Column):
    """One tier of the sector: a block for each seat, a button for each chair that could be put there."""

    def __init__(self, hands: Hands, tier: Tier, way_out: QWidget, parent: QWidget | None = None) -> None:
        """`way_out` has the focus while there is no seat: a second Enter must not make one unawares."""
        super().__init__(gap="gap", parent=parent)
        self._hands, self._tier, self._way_out = hands, tier, way_out
        self._names: dict[str, str] = {}
        self.blocks: dict[str, SeatBlock] = {}
        self.offers: dict[Chair, Button] = {}
        self._blocks, self.more = Column(gap="wide"), FlowRow()
        self.add(Divider(), Heading(2, lambda: word(tier)), self._blocks, self.more)

    def show_seats(self, sector: str, reading: PartnersReading, safe: bool) -> None:
        """Show the seats of a sector in this tier. A block stays the same widget while its seat is there."""
        chairs = {
            chair.key: (chair, row)
            for row in reading.seats
            if row.tier is self._tier and row.sector == sector
            for chair in (Chair(self._tier, sector, row.partner_id),)
        }
        for key in [key for key in self.blocks if key not in chairs]:
            gone = self.blocks.pop(key)
            for column in gone.form.fields:
                self._hands.drafts.ignore(gone.form.key_of(column))
            gone.hide()
            gone.deleteLater()
        for key, (chair, row) in chairs.items():
            self._names[key] = row.partner or _("The sector's own chair")
            if key not in self.blocks:
                block = SeatBlock(self._hands, "partners/seat", partial(self._names.__getitem__, key))
                block.removed.connect(lambda: focus_later(self.first()))
                self.blocks[key] = block
                self._blocks.add(block)
            self.blocks[key].show_seat(chair, row, safe)
        self._offer(sector, reading, set(chairs))

    def first(self) -> QWidget:
        """Return the first seat's state, or without a seat the way out."""
        for block in self.blocks.values():
            control: QWidget = block.state.control
            return control
        return self._way_out

    def _offer(self, sector: str, reading: PartnersReading, taken: set[str]) -> None:
        wanted = {
            Chair(self._tier, sector, row.id): row.short or row.name
            for row in reading.partners
            if row.sector == sector and not row.has_left
        }
        wanted[Chair(self._tier, sector)] = ""
        wanted = {chair: name for chair, name in wanted.items() if chair.key not in taken}
        if list(wanted) == list(self.offers):
            return
        self.more.clear()
        self.offers = {chair: self._button(chair, name) for chair, name in wanted.items()}
        self.more.add(*self.offers.values())

    def _button(self, chair: Chair, name: str) -> Button:
        def words() -> str:
            return _("A seat for {partner}").format(partner=name) if name else _("An empty chair")

        button = Button(words, "plain", sign="add", name=f"seat_for_{chair.key}")
        button.clicked.connect(lambda: self._seat(chair))
        return button

    def _seat(self, chair: Chair) -> None:
        state = Seated.FILLED if chair.partner_id else Seated.VACANT
        if self._hands.do(SetSeat(chair.tier, state, chair.sector, chair.partner_id)) is None:
            told = (
                _("A seat is in the grid. Undo (Ctrl+Z) takes it back.")
                if chair.partner_id
                else _("A vacant chair is in the grid. Undo (Ctrl+Z) takes it back.")
            )
            self._hands.say(told)
        if (block := self.blocks.get(chair.key)) is not None:
            focus_later(block.state.control)

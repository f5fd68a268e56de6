# SPDX-License-Identifier: MIT
"""One partner with every field and its seats. Each field saves itself when it is left; there is no Save.

It must not know the list beside it.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from walkthrough.model import Refused
from walkthrough.model.commands.partner import EditPartner
from walkthrough.model.queries.partners import PartnerNotes, PartnerRow
from walkthrough.model.words import Tier
from walkthrough.ui.screens.partners.deeds import Hands, focus_later
from walkthrough.ui.screens.partners.phrases import FOR_PAPER, FOR_YOU
from walkthrough.ui.screens.partners.reading import PartnersReading
from walkthrough.ui.screens.partners.seat_block import Chair, SeatBlock
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import check_field, choice_field, line_field, text_field
from walkthrough.ui.widgets.places import Column, Divider, Row, ScrollPage
from walkthrough.ui.widgets.row_form import RowForm
from walkthrough.ui.widgets.spoken import plain
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.ui.wording_ui import word
from walkthrough.wording import N_, _

_FOR_PAPER = ("contact", "champion")
_FOR_YOU = ("readiness", "influence", "opposition", "private_note")


class PartnerPanel(ScrollPage):
    """The panel; `show_partner` puts a row in it."""

    closed = Signal()
    out_asked = Signal(str)
    """Take the partner with this key out."""

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(gap="gap", margin="", parent=parent)
        self._hands = hands
        self.partner: PartnerRow | None = None
        self.form = RowForm("partners/partner", hands.drafts, self._save, self)
        self.take_out = Button(N_("Take this partner out"), "quiet", sign="bin", name="partner_out")
        self.take_out.clicked.connect(lambda: self.out_asked.emit(self.partner.id if self.partner else ""))
        self._title = Heading(2, lambda: self.partner.name if self.partner else "")
        self.seats = {tier: SeatBlock(hands, "partners/seat-of", partial(word, tier)) for tier in Tier}
        for block in self.seats.values():
            block.removed.connect(lambda block=block: focus_later(block.state.control))
        self._agreements = Prose()
        self._private = Column(gap="gap")
        self._make_fields()
        self._lay_out()

    def show_partner(
        self, row: PartnerRow, reading: PartnersReading, notes: PartnerNotes | None, safe: bool
    ) -> None:
        """Show a partner; contacts are for paper, and `notes` for the presenter alone."""
        self.partner = row
        fields = self.form.fields
        sectors = [(one.id, plain(one.name)) for one in reading.sectors.values()]
        if row.sector not in reading.sectors:
            sectors.append((row.sector, plain(row.sector)))
        fields["sector"].control.set_options(sectors)
        self.form.show(
            row.id,
            {name: getattr(notes if name in _FOR_YOU else row, name, "") for name in fields},
        )
        for name in _FOR_PAPER:
            fields[name].setVisible(not safe)
        self._private.setVisible(not safe)
        for tier, block in self.seats.items():
            block.show_seat(Chair(tier, row.sector, row.id), reading.seat_of(tier, row.id, row.sector), safe)
        titles = [one.title for one in reading.agreements if row.id in dict(one.partners)]
        self._agreements.set_plain(
            _("Party to: {titles}").format(titles="; ".join(titles))
            if titles
            else _("Party to no agreement.")
        )
        self._agreements.setVisible(not safe)
        self._title.retranslate()

    def first(self) -> QWidget:
        """Return the field to begin with."""
        control: QWidget = self.form.fields["name"].control
        return control

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _make_fields(self) -> None:
        add = self.form.add
        add("name", line_field(N_("Name"), name="partner_name"))
        add("short", line_field(N_("Short name"), optional=True, name="partner_short"))
        add("sector", choice_field(N_("Sector"), name="partner_sector"))
        add("brings", text_field(N_("What it brings"), lines=2, name="partner_brings"))
        add("duties", text_field(N_("What it does for the group"), lines=2, name="partner_duties"))
        add("contact", line_field(N_("Contact"), hint=FOR_PAPER, name="partner_contact"))
        add("champion", line_field(N_("Champion"), hint=FOR_PAPER, name="partner_champion"))
        add("has_left", check_field(N_("This partner has left"), name="partner_has_left"))
        add("readiness", text_field(N_("How ready it is"), lines=1, name="partner_readiness"))
        add("influence", text_field(N_("Its influence"), lines=1, name="partner_influence"))
        add("opposition", text_field(N_("What it is against"), lines=1, name="partner_opposition"))
        add("private_note", text_field(N_("Private note"), lines=2, name="partner_private_note"))

    def _lay_out(self) -> None:
        head = Row()
        close = Button(N_("Close"), "quiet", sign="close", keys="Esc", name="partner_close")
        close.clicked.connect(self.closed)
        head.add(self._title, stretch=1)
        head.add(close)
        fields = dict(self.form.fields)
        private = [fields.pop(name) for name in _FOR_YOU]
        has_left = fields.pop("has_left")
        self._private.add(Divider(), Heading(3, N_("For you alone")), Prose(FOR_YOU, look="small"), *private)
        self.add(head, *fields.values(), Divider(), *self.seats.values(), Divider(), self._agreements)
        self.add(self._private, has_left, self.take_out)
        self.add_stretch()

    def _save(self, column: str, value: Any) -> Refused | None:
        if self.partner is None:
            return None
        return self._hands.do(EditPartner(self.partner.id, {column: value}))

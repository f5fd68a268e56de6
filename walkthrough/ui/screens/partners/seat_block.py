# SPDX-License-Identifier: MIT
"""One seat: how it stands, who holds it, in which job, since when. Each field saves itself when it is left.

It must not know whether it stands with a partner or with a cell of the grid.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from walkthrough.model import Command, Refused
from walkthrough.model.commands.partner import RemoveSeat, SetSeat
from walkthrough.model.queries.partners import SeatRow
from walkthrough.model.words import Seated, Tier
from walkthrough.ui.screens.partners.deeds import Hands
from walkthrough.ui.screens.partners.phrases import FOR_PAPER
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import choice_field, day_field, line_field
from walkthrough.ui.widgets.places import Column, FlowRow, Row
from walkthrough.ui.widgets.row_form import RowForm
from walkthrough.ui.widgets.spoken import Words
from walkthrough.ui.widgets.text import Heading
from walkthrough.ui.wording_ui import options
from walkthrough.wording import N_, _


@dataclass(frozen=True)
class Chair:
    """Whose seat it is: a partner's, or without one the sector's own."""

    tier: Tier
    sector: str
    partner_id: str | None = None

    @property
    def key(self) -> str:
        """Names the chair, also while nobody has written a seat for it."""
        return f"{self.partner_id or self.sector}:{self.tier}"


class SeatBlock(Column):
    """The fields of one chair under its title."""

    removed = Signal()
    """The chair has no seat any more."""

    def __init__(self, hands: Hands, page: str, title: Words, parent: QWidget | None = None) -> None:
        """`page` is the head of the drafts' keys."""
        super().__init__(gap="unit", parent=parent)
        self._hands = hands
        self.chair: Chair | None = None
        self._seat: SeatRow | None = None
        self.form = RowForm(page, hands.drafts, self._save, self)
        self.state = choice_field(N_("Seat"), options(Seated), prompt=N_("No seat"), name="seat_state")
        since = day_field(N_("Since"), parse=hands.read_past, optional=True, name="seat_since")
        holder = line_field(N_("Who sits there"), hint=FOR_PAPER, name="seat_holder")
        job = line_field(N_("Their job"), name="seat_job")
        self._title = Heading(3, title)
        first, self._people = Row(gap="gap"), Row(gap="gap")
        for row, one, other in ((first, self.state, since), (self._people, holder, job)):
            row.box.addWidget(one, 1, Qt.AlignmentFlag.AlignTop)
            row.box.addWidget(other, 1, Qt.AlignmentFlag.AlignTop)
        for column, field in (("state", self.state), ("since", since), ("holder", holder), ("job", job)):
            self.form.add(column, field)
        self.out = Button(N_("Take this seat away"), "quiet", sign="bin", name="seat_out")
        self.out.clicked.connect(self._take_away)
        buttons = FlowRow()
        buttons.add(self.out)
        self.add(self._title, first, self._people, buttons)

    def show_seat(self, chair: Chair, seat: SeatRow | None, safe: bool) -> None:
        """Show how the chair stands; the people are for paper."""
        if chair != self.chair:
            self.chair = chair
        self._seat = seat
        self._title.retranslate()
        values = {name: getattr(seat, name) if seat else None for name in self.form.fields}
        self.form.show(chair.key, values)
        self.form.fields["since"].setVisible(seat is not None)
        self._people.setVisible(seat is not None and not safe)
        self.out.setVisible(seat is not None)

    def _take_away(self) -> None:
        if self._seat is not None and self._hands.do(RemoveSeat(self._seat.id)) is None:
            self._hands.say(_("The seat is gone. Undo brings it back."))
            self.removed.emit()

    def _save(self, column: str, value: Any) -> Refused | None:
        if self.chair is None:
            return None
        state = value if column == "state" else self._seat.state if self._seat else Seated.FILLED
        values = {} if column == "state" else {column: value}
        chair = self.chair
        command: Command = SetSeat(chair.tier, state, chair.sector, chair.partner_id, values)
        return self._hands.do(command)

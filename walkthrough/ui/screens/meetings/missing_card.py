# SPDX-License-Identifier: MIT
"""Who is missing: empty seats, and seats whose holder has stayed away. Asked early and often."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from walkthrough.model.queries.prepare import MEETINGS_MISSED, MissingSeat
from walkthrough.ui.widgets.places import Card
from walkthrough.ui.widgets.text import Prose
from walkthrough.ui.wording_ui import word
from walkthrough.wording import N_, _, ngettext


class MissingCard(Card):
    """One line for each kind of missing seat."""

    def __init__(self, sectors: Mapping[str, str], parent: QWidget | None = None) -> None:
        """`sectors` are the names of sectors by id."""
        super().__init__(N_("Who is missing?"), parent=parent)
        self._sectors = sectors
        self._empty, self._away = Prose(), Prose()
        self.add(self._empty, self._away)

    def show_missing(self, seats: Sequence[MissingSeat]) -> None:
        """Show the seats; the card is gone where nobody is missing. No name of a person stands here."""
        self.setVisible(bool(seats))
        away = ngettext(
            "Invited and not here for {n} meeting: {seats}.",
            "Invited and not here for {n} meetings: {seats}.",
            MEETINGS_MISSED,
        )
        self._show(self._empty, [row for row in seats if not row.has_stayed_away], _("Empty seats: {seats}."))
        self._show(self._away, [row for row in seats if row.has_stayed_away], away)

    def _show(self, line: Prose, rows: Sequence[MissingSeat], told: str) -> None:
        names = "; ".join(dict.fromkeys(self._seat(row) for row in rows))
        line.setVisible(bool(rows))
        line.set_plain(told.format(n=MEETINGS_MISSED, seats=names))

    def _seat(self, row: MissingSeat) -> str:
        who = row.seat.partner or self._sectors.get(row.seat.sector, row.seat.sector)
        return _("{who} ({tier})").format(who=who, tier=word(row.seat.tier))

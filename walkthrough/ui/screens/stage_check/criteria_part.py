# SPDX-License-Identifier: MIT
"""Question 2, how do we know: the list of dimensions, and the statements of the marked one, lowest first.

It must not know how a stage is worked out.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from walkthrough.model.queries.stage_rows import CheckPage, CriterionRow, DimensionRow
from walkthrough.ui.actions import BY_ID
from walkthrough.ui.criteria.criterion_card import CriterionCard
from walkthrough.ui.criteria.deeds import Hands, focus_later
from walkthrough.ui.criteria.sides import Sides, Staying
from walkthrough.ui.menus import shown_keys
from walkthrough.ui.screens.stage_check.dimension_list import DimensionList
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.places import Column, FlowRow
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import N_, _


def _how_to() -> str:
    return _(
        "Say what is true, then say how you know. A yes without evidence is a claim. "
        "Keys 1 to 5 answer, from left to right; {keys} goes to the next one without an answer."
    ).format(keys=shown_keys(BY_ID["go.unanswered"]))


class CriteriaPart(Column):
    """Dimensions beside the statements of one of them."""

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(gap="gap", parent=parent)
        self._hands = hands
        self._page: CheckPage | None = None
        self._today, self._is_safe = date.min, True
        self.list = DimensionList()
        self.setFocusProxy(self.list)  # F6 takes it as one part of the window
        self.onward = Button(
            N_("Next statement without an answer"), "quiet", keys="Ctrl+Shift+Down", name="unanswered"
        )
        self.title, self.about = Heading(3), Prose(look="soft")
        self.cards: list[CriterionCard] = []
        self._statements = Column(gap="gap")
        self._statements.add(self.title, self.about)
        self.beside = Staying(self.list)
        sides = Sides(680)
        sides.add(self.beside, stretch=2)
        sides.add(self._statements, stretch=4)
        onward = FlowRow()
        onward.add(self.onward)
        self.add(
            Heading(2, N_("2  How do we know?")),
            Prose(_how_to),
            onward,
            sides,
        )
        self.onward.clicked.connect(self.go_on)
        self.list.chosen.connect(lambda _key: self._show_dimension())

    def show_page(self, page: CheckPage, today: date, *, is_safe: bool) -> None:
        """Show a check; the marked dimension stays marked."""
        self._page, self._today, self._is_safe = page, today, is_safe
        self.list.show_page(page)
        self._show_dimension()

    def card_of(self, criterion_id: str) -> CriterionCard | None:
        """Mark the dimension of a statement and return its card."""
        for part in self._page.dimensions if self._page else ():
            if any(one.id == criterion_id for one in part.criteria):
                self.list.choose(part.id)
                return next(c for c in self.cards if c.row is not None and c.row.id == criterion_id)
        return None

    def go_on(self) -> None:
        """Give the focus to the next statement without an answer, round the end, and bring it into view."""
        rows = [row for part in (self._page.dimensions if self._page else ()) for row in part.criteria]
        at = self._place(rows)
        row = next((row for row in (*rows[at:], *rows[:at]) if row.said.answer is None), None)
        card = self.card_of(row.id) if row is not None else None
        if card is None:
            self._hands.say(_("Every statement has an answer."))
            return
        focus_later(card.answer.control, card)

    def card_with_focus(self) -> CriterionCard | None:
        """Return the card that the keyboard is in."""
        focus = self.focusWidget() if self.window() is None else self.window().focusWidget()
        return next((card for card in self.cards if focus is not None and card.isAncestorOf(focus)), None)

    def _place(self, rows: list[CriterionRow]) -> int:
        """Return where to go on: behind the statement that the keyboard is in, else with the marked part."""
        card, part = self.card_with_focus(), self._dimension()
        if card is not None and card.row is not None:
            return [row.id for row in rows].index(card.row.id) + 1
        return rows.index(part.criteria[0]) if part is not None and part.criteria else 0

    def _dimension(self) -> DimensionRow | None:
        at = self.list.currentRow()
        parts = self._page.dimensions if self._page else ()
        return parts[at] if 0 <= at < len(parts) else None

    def _show_dimension(self) -> None:
        part = self._dimension()
        if part is None or self._page is None:
            return
        self.title.set_plain(part.name)
        self.about.set_plain(part.about)
        while len(self.cards) < len(part.criteria):
            card = CriterionCard(self._hands)
            self.cards.append(card)
            self._statements.add(card)
        for card, row in zip(self.cards, part.criteria, strict=False):
            card.show_criterion(self._page, row, self._today, is_safe=self._is_safe)
            card.show()
        for card in self.cards[len(part.criteria) :]:
            card.hide()

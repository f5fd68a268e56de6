# SPDX-License-Identifier: MIT
"""The opening: six cards for the wall, one after the other, and beside each what to say to it.

It must not know how the wall sets a card, nor the parts beside it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walkthrough.model import ChangeSet, Refused
from walkthrough.model.commands.meeting import EditMeeting
from walkthrough.model.queries.opening import Opening, opening
from walkthrough.model.queries.wall.shapes import OpenCard
from walkthrough.model.queries.wall.view import wall_view
from walkthrough.model.showing import Card as RoomCard
from walkthrough.model.showing import Showing
from walkthrough.model.words import AgendaKind
from walkthrough.ui.screens.live.open_words import CARDS, TO_SAY, card_lines, led_by_words
from walkthrough.ui.screens.live.part import LiveDesk, LivePart
from walkthrough.ui.screens.live.part_hands import PartHands
from walkthrough.ui.wall.page_cards import card_title
from walkthrough.ui.widgets.field import text_field
from walkthrough.ui.widgets.panes import PanesPage
from walkthrough.ui.widgets.places import Card, Column, ScrollPage
from walkthrough.ui.widgets.row_form import RowForm
from walkthrough.ui.widgets.row_list import RowList
from walkthrough.ui.widgets.row_model import RowCells
from walkthrough.ui.widgets.spoken import plain
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import N_, _

_TABLES = ("meeting", "walk", "attendance", "partner", "seat")


class OpenPart(LivePart):
    """The list of cards, the card that the room reads, and what to say."""

    kind = AgendaKind.OPEN

    def __init__(self, live: LiveDesk, parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self.hands = PartHands(live)
        self._opening: Opening | None = None
        self._card = RoomCard.PURPOSE
        self._is_safe = True
        self.list = RowList(N_("Cards of the opening"), lines=2)
        self.title, self.lines = Heading(2, self._title_words), Column(gap="half")
        self.purpose = RowForm("live/open", self.hands.drafts, self._save, self)
        self.purpose.add(
            "purpose",
            text_field(
                N_("Purpose of this meeting"),
                lines=2,
                hint=N_("The wall shows it when you leave the field."),
                name="open_purpose",
            ),
        )
        self.to_say, self.led_by = Prose(look="soft"), Prose(look="soft")
        self.notes = Card(N_("Notes for you alone"))
        self._note = Prose()
        self.notes.add(self._note)
        self._lay_out()
        self.list.set_rows(CARDS, self._cells)
        self.list.chosen.connect(self._on_chosen)

    def begin(self, showing: Showing) -> None:
        """Show the card at which the room was, or the first."""
        self.hands.begin(showing.meeting_id)
        page = showing.page if showing.part is self.kind else 0
        self._card = CARDS[min(max(page, 0), len(CARDS) - 1)]
        self._read()
        self.list.choose(self._card.value)

    def showing(self) -> Showing:
        """The card, by its place."""
        return Showing(self.hands.meeting_id, self.kind, page=CARDS.index(self._card))

    def concerns(self, changes: ChangeSet) -> bool:
        """Tell whether what stands on a card may have changed."""
        return changes.touches(*_TABLES)

    def take_changes(self, changes: ChangeSet, initiator: object) -> None:
        """Read again; what is being typed stays."""
        self._read()
        self.wall_changed.emit()

    def leave(self) -> None:
        """Save the purpose if it is half typed."""
        self.purpose.fields["purpose"].commit()

    def page(self, by: int) -> bool:
        """Go to the next card, or the one before."""
        place = CARDS.index(self._card) + by
        if not 0 <= place < len(CARDS):
            return False
        self.list.choose(CARDS[place].value)
        return True

    def key(self, event: QKeyEvent) -> bool:
        """1 to 6 go to a card; Up and Down, too."""
        alone = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if not alone:
            return False
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return self.page(-1 if event.key() == Qt.Key.Key_Up else 1)
        digit = event.text()
        if digit.isdecimal() and 1 <= int(digit) <= len(CARDS):
            return self.list.choose(CARDS[int(digit) - 1].value)
        return False

    def set_room_safe(self, safe: bool) -> None:
        """Hide names and notes while the room can see."""
        self._is_safe = safe
        self._show()

    def retranslate(self) -> None:
        """Say the card again."""
        self._show()

    def first_focus(self) -> QWidget:
        """The list of cards."""
        return self.list

    def parts(self) -> tuple[QWidget, ...]:
        """The list, and the purpose where it can be changed."""
        field = self.purpose.fields["purpose"]
        return (self.list,) if field.isHidden() else (self.list, field.control)

    def _lay_out(self) -> None:
        side = ScrollPage(gap="gap", margin="")
        card = Card()
        card.add(self.title, self.lines, self.purpose.fields["purpose"])
        say = Card(N_("To say"))
        say.add(self.to_say, self.led_by)
        side.add(card, say, self.notes)
        side.add_stretch()
        page = PanesPage(shares=(1, 2), low=220, margin="gap")
        self.list.setObjectName("open_cards")
        page.set_panes(
            Prose(N_("Page Down turns to the next card on the wall."), look="soft"), self.list, side
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

    def _title_words(self) -> str:
        return card_title(self._card)

    def _cells(self, card: RoomCard) -> RowCells:
        named = _("{n}. {title}")
        return RowCells(card.value, named.format(n=CARDS.index(card) + 1, title=card_title(card)))

    def _on_chosen(self, key: str) -> None:
        if key and key != self._card.value:
            self.leave()
            self._card = RoomCard(key)
            self._show()
            self.wall_changed.emit()
            if self._card is CARDS[-1]:
                self.finished.emit()

    def _read(self) -> None:
        self._opening = self.hands.read(opening, self.hands.meeting_id)
        if self._opening is not None:
            self.purpose.show(self.hands.meeting_id, {"purpose": self._opening.purpose})
        self._show()

    def _show(self) -> None:
        self.list.retranslate()
        if self._opening is None:
            return
        self.title.retranslate()
        self.lines.clear()
        for line in card_lines(self._card, self._of_room(), self.live.desk.shelf.ground_rules):
            self.lines.add(Prose(plain(line)))
        has_field = self._card is RoomCard.PURPOSE
        self.purpose.fields["purpose"].setVisible(has_field)
        self.lines.setVisible(not has_field or not self._opening.purpose)  # the field shows it already
        self.to_say.set_words(TO_SAY[self._card])
        led_by = led_by_words(self._opening, self._is_safe) if self._card is RoomCard.ROLES else ""
        self.led_by.set_plain(led_by)
        self.led_by.setVisible(bool(led_by))
        self._note.set_plain(self._opening.private_note)
        self.notes.setVisible(not self._is_safe and bool(self._opening.private_note))

    def _of_room(self) -> tuple[str, ...]:
        """What the workbook has for the card, just as the wall reads it."""
        view = self.hands.read(wall_view, self.showing())
        return view.lines if isinstance(view, OpenCard) else ()

    def _save(self, column: str, value: str) -> Refused | None:
        return self.hands.do(EditMeeting(self.hands.meeting_id, {column: value}))

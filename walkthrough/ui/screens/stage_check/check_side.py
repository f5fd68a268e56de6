# SPDX-License-Identifier: MIT
"""The side of the page that shows a check: the four questions as a way around, above what answers them.

It must not know how a check is chosen or begun.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walkthrough.model.queries.stage_rows import CheckHead, CheckPage, CriterionRow, EvidenceRow
from walkthrough.model.queries.stage_said import said_last
from walkthrough.ui.criteria.deeds import Hands
from walkthrough.ui.screens.stage_check.check_deeds import CheckDeeds
from walkthrough.ui.screens.stage_check.counts_part import CountHands, CountsPart
from walkthrough.ui.screens.stage_check.criteria_part import CriteriaPart
from walkthrough.ui.screens.stage_check.head import Head, Questions
from walkthrough.ui.screens.stage_check.next_part import NextPart
from walkthrough.ui.screens.stage_check.private_card import PrivateCard
from walkthrough.ui.screens.stage_check.stage_part import StagePart
from walkthrough.ui.widgets.places import Card, ScrollPage
from walkthrough.ui.widgets.text import Prose
from walkthrough.wording import N_

if TYPE_CHECKING:
    from walkthrough.ui.criteria.criterion_card import CriterionCard

_NO_PARTS = N_(
    "The room is asked for its stage as a whole, so there is no statement to answer here. Parts with "
    "statements show how you know, and what moves you on. You can add them under Change the ladder."
)


class CheckSide(QWidget):
    """A head, then a part for each question, on one page that scrolls."""

    def __init__(self, deeds: CheckDeeds, initiator: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds, desk = deeds, deeds.desk
        hands = Hands(deeds.do, desk.say, desk.drafts, deeds.make_step, desk.clock.today)
        counting = CountHands(deeds.make_indicator, deeds.go_to_indicator, self._renew)
        self.head, self.private = Head(), PrivateCard(desk, initiator)
        self.stage, self.criteria = StagePart(hands, self.private), CriteriaPart(hands)
        self.counts, self.next = CountsPart(counting), NextPart(hands)
        self.questions, self.body = Questions(), ScrollPage()
        self._landings: tuple[QWidget, ...] = (self.criteria.list, self.counts.counts, self.next.card)
        for place in self._landings:
            place.installEventFilter(self)
        self._no_parts = Card(N_("This ladder has no parts"))
        self._no_parts.add(Prose(_NO_PARTS))
        self.body.add(self.head, *self._parts(), self._no_parts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.questions)
        column.addWidget(self.body, 1)
        self.questions.asked.connect(self.go_to)
        self.private.round.changed.connect(self._show_box)
        self.private.round.sealed.connect(self._show_box)
        self.stage.profile.picked.connect(self._on_bar)
        self.criteria.beside.follow(self.body)
        self.body.verticalScrollBar().valueChanged.connect(self._mark_question)

    def show_page(self, page: CheckPage, rows: Sequence[CheckHead], *, is_safe: bool) -> None:
        """Show a check, one of `rows`. Of a ladder without parts only the first question is asked."""
        desk, has_parts = self._deeds.desk, bool(page.dimensions)
        at = [row.id for row in rows].index(page.id)
        self.head.show_checks(rows, page)
        self.stage.show_page(page, rows[:at], desk.workbook.read(said_last, page)[0])
        self.private.show_page(page)
        self._show_box()
        self.stage.history.show_check(desk.workbook.read, page.id)
        self.criteria.show_page(page, desk.clock.today(), is_safe=is_safe)
        self.counts.show_page(page, is_safe=is_safe)
        self.next.show_page(page, is_safe=is_safe)
        for button, part in zip(self.questions.buttons[1:], self._parts()[1:], strict=True):
            button.setVisible(has_parts)
            part.setVisible(has_parts)
        self._no_parts.setVisible(not has_parts)

    def begin_with(self, page: CheckPage) -> None:
        """Give the keyboard to the first statement without an answer; without parts to the stage."""
        if page.dimensions:
            self.criteria.go_on()
        else:
            self.stage.agreed.stage.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, number: int) -> None:
        """Bring the part that answers a question into view, and the keys to its first thing."""
        shown = self.stage.profile
        picture = shown.table if shown.shows_table() else shown.picture
        target = (picture, *self._landings)[number]
        if target.isVisibleTo(self):
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        top = self._top(self._parts()[number]) - self.questions.height() // 4
        self.body.verticalScrollBar().setValue(0 if number == 0 else top)
        self.questions.mark(number)

    def make_step(self) -> None:
        """Make a next step, or an indicator, of what the keyboard is at."""
        card: CriterionCard | None = self.criteria.card_with_focus()
        if card is not None:
            card.make_next_step()
        elif not self.counts.press_focused() and (row := self.next.row_with_focus()) is not None:
            self._deeds.make_step(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring a part into view from its heading on once the keys come to it; a mouse is there already."""
        by_key = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() in by_key:
            QTimer.singleShot(0, self, self._bring_landing)  # once what grew or moved has its place
        return False

    def stops(self) -> tuple[QWidget, ...]:
        """Return what F6 goes to: one for each question, and the private round while it is open here."""
        shown = self.stage.profile
        picture = shown.table if shown.shows_table() else shown.picture
        first = (self.questions.buttons[0], picture, *self.private.panes())
        return (*first, *self._parts()[1:]) if self._no_parts.isHidden() else first

    def _parts(self) -> tuple[QWidget, ...]:
        return (self.stage, self.criteria, self.counts, self.next)

    def _show_box(self) -> None:
        self.head.show_box(self.private.open_words())

    def _bring_landing(self) -> None:
        focus = self.window().focusWidget()
        if focus in self._landings:
            self.go_to(self._landings.index(focus) + 1)

    def _renew(self, row: CriterionRow, piece: EvidenceRow) -> None:
        """Ask for what shows a statement today; the old piece stays until that is saved."""
        card = self.criteria.card_of(row.id)
        if card is not None:
            card.evidence.open_form(piece.shown.proof, piece, renews=True)

    def _on_bar(self, dimension_id: str) -> None:
        if self.criteria.list.choose(dimension_id):
            self.go_to(1)

    def _mark_question(self, value: int) -> None:
        line = value + self.body.viewport().height() // 3
        shown = [(n, self._top(part)) for n, part in enumerate(self._parts()) if not part.isHidden()]
        self.questions.mark(max((n for n, top in shown if top <= line), default=0))

    def _top(self, part: QWidget) -> int:
        return part.mapTo(self.body.page, part.rect().topLeft()).y()

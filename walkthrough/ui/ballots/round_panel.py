# SPDX-License-Identifier: MIT
"""One private round from its opening to its sealing, wherever it is asked: offer, ballots, box.

It shows how many are in and nothing else; what the ratings are stands only in the workbook, once sealed. It
must not know which screen it is on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from walkthrough.model.ballots import BallotBox
from walkthrough.model.words import RatingMethod
from walkthrough.ui.ballots.asked import Asked
from walkthrough.ui.ballots.box_side import BoxSide
from walkthrough.ui.ballots.cover import Cover
from walkthrough.ui.ballots.cover_question import CoverQuestion
from walkthrough.ui.ballots.offer import Handing, Offer
from walkthrough.ui.ballots.pass_page import ALIVE, PassPage
from walkthrough.ui.ballots.round_box import RoundBox
from walkthrough.ui.ballots.sheet_entry import SheetEntry
from walkthrough.ui.ballots.words import sealed_words
from walkthrough.ui.criteria.sides import Sides
from walkthrough.ui.page import Page
from walkthrough.ui.screen import Desk
from walkthrough.ui.widgets.in_view import bring_into_view
from walkthrough.ui.widgets.places import Column
from walkthrough.wording import _


class _RoundParts(Column):
    """What a round is made of, and which of it shows as the round stands."""

    def __init__(
        self, desk: Desk, initiator: QWidget, people: Callable[[], int], parent: QWidget | None = None
    ) -> None:
        super().__init__(gap="", parent=parent)
        self._desk, self._people = desk, people
        self._kept = RoundBox(desk, initiator)
        self._asked: Asked | None = None
        self._left = 0
        self._is_opening = False
        self.method = self._wanted = RatingMethod.PAPER
        self.page: PassPage | None = None
        self.cover = Cover(desk.room, self)
        self.offer, self.question = Offer(), CoverQuestion(self.cover)
        self.entry, self.handing, self.side = SheetEntry(), Handing(), BoxSide()
        self.add(_beside((self.offer, self.question, self.entry, self.handing), self.side))

    @property
    def ballot_box(self) -> BallotBox | None:
        """The box that stands open for this round."""
        box = self._kept.now
        return box if box is not None and box.is_open else None

    def only_actions(self) -> frozenset[str] | None:
        """Return the only actions that may work now, while the laptop goes round; None for all."""
        return ALIVE if self.page is not None else None

    def is_busy(self) -> bool:
        """Tell whether a ballot is open: a sheet half typed, or the laptop on its way."""
        return self.page is not None or (self.entry.isVisible() and self.entry.line.is_begun)

    def _show(self) -> None:
        box, is_paper = self.ballot_box, self.method is RatingMethod.PAPER
        asks = not self.cover.holds and (self._is_opening or (box is not None and is_paper))
        self.question.setVisible(asks)
        self.offer.setVisible(box is None and not asks)
        self.side.setVisible(box is not None)
        self.entry.setVisible(box is not None and is_paper and not asks)
        self.handing.setVisible(box is not None and not is_paper)
        if box is None or self._asked is None:
            self.entry.let_go()
            return
        self.side.show_box(box)
        if is_paper:
            self.entry.show_box(box, [one.short for one in self._asked.words_of(box.head)])


class RoundPanel(_RoundParts):
    """Shows the round of one `Asked` at a time by one method; an open box of it is found again."""

    changed = Signal()
    """A box was opened or thrown away, or another number of ballots is in."""
    sealed = Signal(int)
    """A box was closed, with so many ballots; its rounds are in the workbook."""
    actions_changed = Signal()
    """`only_actions` answers differently now."""

    def __init__(
        self, desk: Desk, initiator: QWidget, people: Callable[[], int], parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, initiator, people, parent)
        self._build()

    def show_round(self, asked: Asked, method: RatingMethod, left: int = 0) -> None:
        """Show this round. An open box goes before `method`.

        Args:
            asked: what is asked.
            method: the way that is wanted.
            left: how many are known to have left since the same was asked before.

        Raises:
            FileTrouble: the folder of the workbook cannot be read.
        """
        is_other = self._asked is None or self._asked.for_id != asked.for_id
        self._asked, self._left = asked, left
        self.method = self._wanted = method
        if is_other:
            self.cover.forget()
            self._is_opening = False
        self._kept.find(asked)
        if self.ballot_box is not None:
            self.method = self.ballot_box.head.method
        people = self._people()
        note = " ".join(filter(None, (self._kept.trouble, self._kept.warning(asked, people, left))))
        self.offer.show_offer(asked, self.method, people, note)
        self._show()

    def see_again(self) -> None:
        """Find the box anew: it may have been opened, closed or thrown away in another place."""
        if self._asked is None:
            return
        before = self.ballot_box
        self.show_round(self._asked, self._wanted, self._left)
        if self.ballot_box is not before:
            self.changed.emit()

    def take_key(self, event: QKeyEvent) -> bool:
        """Answer a key while no text field has the focus; none that goes where nobody can see it."""
        if self.question.isVisible():
            return self.question.take_key(event)
        if not self.entry.isVisible() or self.side.is_asking():
            return False
        is_typed = self.entry.take_key(event)
        if is_typed:
            self.entry.cells.setFocus(Qt.FocusReason.OtherFocusReason)
        return is_typed

    def first(self) -> QWidget:
        """Return where the keys begin."""
        if not self.question.isHidden():
            return self.question
        if self.ballot_box is None:
            return self.offer.begin
        return self.entry.cells if self.method is RatingMethod.PAPER else self.handing.button

    def panes(self) -> tuple[QWidget, ...]:
        """Return the widgets that F6 goes to."""
        return (self.first(),) if self.ballot_box is None else (self.first(), self.side.close_box)

    def retranslate(self) -> None:
        """Say again what holds numbers."""
        self.see_again()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.see_again()
            if _has_hidden_focus(self):
                self._focus_first()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.cover.forget()  # the wall may show this window until the ballots are wanted again

    # -- inside

    def _build(self) -> None:
        self.offer.open_asked.connect(self._open)
        self.cover.changed.connect(self._on_cover)
        self.cover.lost.connect(self._on_lost)
        self.entry.counted.connect(self._tell)
        self.entry.refused.connect(self._on_refused)
        self.handing.hand_over_asked.connect(self._hand_over)
        self.side.close_asked.connect(self._seal)
        self.side.drop_asked.connect(self._drop)
        self.side.counted.connect(self._show)
        self.side.left_open.connect(self._focus_first)

    def _open(self) -> None:
        """Open a box, once it is said that the room cannot see this window."""
        self._is_opening = True
        if not self.cover.holds:
            self._show()
            self.question.begin()
            bring_into_view(self, to_top=True)
            return
        self._is_opening = False
        assert self._asked is not None
        head = self._asked.head(self.method, self._people(), with_more=self.offer.wants_more())
        told = self._kept.open_new(head)
        self._show()
        self._focus_first()
        if told:
            self._desk.say(told)
        else:
            self.changed.emit()

    def _on_cover(self) -> None:
        if self._is_opening and self.cover.holds:
            self._open()
            return
        had_focus = self.question.isAncestorOf(self.focusWidget()) or self.question.hasFocus()
        self._show()
        if had_focus and self.question.isHidden():
            self._focus_first()

    def _on_lost(self) -> None:
        """Nothing of a ballot from this moment: a sheet half typed is to be typed again."""
        had_focus = self.entry.cells.hasFocus()
        self.entry.clear_line()
        self._show()
        if had_focus and not self.question.isHidden():
            self.question.begin()
        self.repaint()

    def _hand_over(self) -> None:
        if self.ballot_box is None or self._asked is None or self.page is not None:
            return
        self.page = PassPage(self.window(), self.ballot_box, self._asked, self.cover)
        self.page.counted.connect(self._tell)
        self.page.refused.connect(self._on_refused)
        self.page.ended.connect(self._on_ended)
        self.actions_changed.emit()
        self.page.begin()

    def _on_ended(self) -> None:
        self.page = None
        self.actions_changed.emit()
        self._tell()
        place = self.side.close_box if self.ballot_box is not None else self.first()
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_refused(self, told: str) -> None:
        """The box takes nothing any more: say so, and show how the round stands."""
        self.see_again()
        self._tell()
        self._focus_first()
        self._desk.say(told)

    def _seal(self) -> None:
        if self.ballot_box is None:
            return
        if self.entry.line.is_begun:
            self.side.tell(_("A sheet is not finished: type its last digits, or take it back."))
            return
        many = self.ballot_box.many_in
        if told := self._kept.seal():
            self.side.tell(told)
            return
        self._gone()
        self._desk.say(sealed_words(many))
        self.sealed.emit(many)

    def _drop(self) -> None:
        if self.ballot_box is None:
            return
        if told := self._kept.drop():
            self.side.tell(told)
            return
        self._gone()
        self._desk.say(_("The ballots are thrown away."))
        self._focus_first()

    def _gone(self) -> None:
        self.entry.clear_line()
        self.cover.forget()
        self._tell()

    def _tell(self) -> None:
        self._show()
        self.changed.emit()

    def _focus_first(self) -> None:
        self.first().setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(self, to_top=True)  # what had the keys before may stand far below by now


def _has_hidden_focus(panel: QWidget) -> bool:
    """Whether its page, shown again, would give the keys to a sheet that is covered now."""
    page = panel
    while not isinstance(page, Page) and (above := page.parentWidget()) is not None:
        page = above
    kept = page.focusWidget()
    return kept is not None and panel.isAncestorOf(kept) and not kept.isVisibleTo(panel)


def _beside(ballots: Sequence[QWidget], box: QWidget) -> Sides:
    left, sides = Column(gap="gap"), Sides(720)
    left.add(*ballots)
    left.add_stretch()
    sides.add(left, stretch=3)
    sides.add(box, stretch=2, at=Qt.AlignmentFlag.AlignTop)
    return sides

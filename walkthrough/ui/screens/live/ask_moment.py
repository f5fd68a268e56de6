# SPDX-License-Identifier: MIT
"""The question of the stage check: how the room rates, and the round itself by that way.

Paper and the laptop are a private round; a show of hands is open and says so. It must not know what the
ratings came to.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from walkthrough.model.queries.ballots import AskedBefore, asked_before
from walkthrough.model.queries.bilingual import ladder_words
from walkthrough.model.queries.choosing import choosing_rules
from walkthrough.model.queries.live_stage import dimensions_today, stage_check_of
from walkthrough.model.queries.roll import roll
from walkthrough.model.rules.ballots import may_ask
from walkthrough.model.showing import Showing
from walkthrough.model.words import RatingMethod
from walkthrough.ui.ballots.asked import Asked, stage_asked
from walkthrough.ui.ballots.round_panel import RoundPanel
from walkthrough.ui.page import Handlers
from walkthrough.ui.screens.live.hands_moment import HandsMoment
from walkthrough.ui.screens.live.moment import Moment
from walkthrough.ui.screens.live.part import LiveDesk
from walkthrough.ui.theme import look_of
from walkthrough.ui.widgets.choices import RadioInput
from walkthrough.ui.widgets.messages import InfoBar
from walkthrough.ui.widgets.places import Column, Row, ScrollPage
from walkthrough.ui.widgets.spoken import plain
from walkthrough.ui.widgets.text import SpokenLabel
from walkthrough.ui.wording_ui import options
from walkthrough.wording import N_, _

METHODS = (RatingMethod.PAPER, RatingMethod.PASS, RatingMethod.HANDS)
_HOW = N_("How we rate")
PASSED_BY = 6
"""Up to so many people a laptop goes round in a few minutes; more write on paper at the same time."""


class _Head(Column):
    """The ways to rate, in line with what stands below them."""

    def _space_out(self) -> None:
        super()._space_out()
        look = look_of(self)
        side = look.space("gap")
        self.box.setContentsMargins(side, look.space("unit"), side, 0)


class AskMoment(Moment):
    """A switch of the three ways; under it the numbers of hands, or the private round."""

    sealed = Signal(int)
    """A private round was closed, with so many ballots."""

    def __init__(self, live: LiveDesk, parent: QWidget | None = None) -> None:
        super().__init__(live, margin="", parent=parent)
        self.setObjectName("ask_moment")
        named = dict(options(RatingMethod))
        self.ways = RadioInput([(method, named[method]) for method in METHODS], across=True)
        self.ways.setObjectName("rating_method")
        self.how, self.too_few = SpokenLabel(_HOW, look="label"), InfoBar()
        self.by_hands = HandsMoment(live)
        self.round = RoundPanel(live.desk, live.screen, live.people_here)
        self.private = ScrollPage(margin="gap")
        self._chosen: RatingMethod | None = None
        self._meeting_id = ""
        self._asked: Asked | None = None
        self._before: AskedBefore | None = None
        self._left_before = 0
        self.method = RatingMethod.HANDS
        self._build()

    def read_again(self) -> None:
        """Read who is here, what was planned, and whether a box is open."""
        self._hand_on()
        check_id = self.hands.read(stage_check_of, self.hands.meeting_id)
        self._asked = self._what(check_id) if check_id else None
        people = self.live.people_here()
        if self._asked is not None:
            self.round.show_round(self._asked, self._wanted(people), self._left_since(self._asked))
        is_open = self._asked is not None and self.round.ballot_box is not None
        self.method = self.round.method if is_open else self._wanted(people)
        self._show(people, is_open=is_open)
        if self.method is RatingMethod.HANDS:
            self.by_hands.read_again()

    def resume(self, showing: Showing) -> None:
        """Go on where the hands were shown."""
        self._hand_on()
        self.by_hands.resume(showing)

    def on_wall(self) -> Mapping[str, Any]:
        """How many are in; the hands once they are counted."""
        if self.method is RatingMethod.HANDS:
            shown = self.by_hands.on_wall()
            return shown if shown.get("revealed") else {**shown, "method": RatingMethod.HANDS}
        box = self.round.ballot_box
        return {"many_in": box.many_in if box is not None else 0, "method": self.method}

    def turn(self, by: int) -> bool:
        """Page keys are dead while a ballot is open."""
        if not self.round.is_busy():
            return False
        self.hands.say(_("A sheet is not finished: type its last digits, or take it back."))
        return True

    def take_key(self, event: QKeyEvent) -> bool:
        """Digits count hands, or fill a sheet."""
        if self.method is RatingMethod.HANDS:
            return self.by_hands.take_key(event)
        return self.round.take_key(event)

    def asks(self) -> Handlers:
        """Clearing a number of hands."""
        return self.by_hands.asks()

    def can(self, action_id: str) -> bool:
        """Tell whether the numbers have the keys."""
        return self.method is RatingMethod.HANDS and self.by_hands.can(action_id)

    def only_actions(self) -> frozenset[str] | None:
        """Return the only actions that may work while the laptop goes round; None for all."""
        return self.round.only_actions()

    def first(self) -> QWidget:
        """Where the round by the method in use begins."""
        return self.by_hands.first() if self.method is RatingMethod.HANDS else self.round.first()

    def panes(self) -> tuple[QWidget, ...]:
        """The round, then the ways."""
        own = self.by_hands.panes() if self.method is RatingMethod.HANDS else self.round.panes()
        return (*own, self.ways.buttons()[METHODS.index(self.method)])

    def ask_again(self) -> None:
        """Ask the same once more: a new box, or hands counted anew."""
        if self.method is RatingMethod.HANDS:
            self.by_hands.again.click()
        self.read_again()
        self.first().setFocus(Qt.FocusReason.OtherFocusReason)

    # -- inside

    def _build(self) -> None:
        self.private.add(self.round)
        self.private.add_stretch()
        head = _Head(gap="unit")
        row = Row(gap="wide")
        row.add(self.how, self.ways)
        row.add_stretch()
        head.add(row, self.too_few)
        self.add(head)
        self.add(self.by_hands, self.private, stretch=1)
        for page in (self.by_hands, self.private):
            page.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)  # they scroll
        self.ways.finished.connect(self._on_way)
        self.by_hands.wall_changed.connect(self.wall_changed)
        self.round.changed.connect(self._on_round)
        self.round.sealed.connect(self._on_sealed)
        self.round.actions_changed.connect(self.actions_changed)

    def _hand_on(self) -> None:
        """What the part sets on this moment holds for the hands too."""
        if self._meeting_id != self.hands.meeting_id:
            self._meeting_id, self._chosen = self.hands.meeting_id, None
        self.by_hands.hands.begin(self.hands.meeting_id)
        self.by_hands.kind, self.by_hands.is_safe = self.kind, self.is_safe

    def _what(self, check_id: str) -> Asked:
        words = self.hands.read(ladder_words, check_id, self.live.desk.shelf.folder.parent)
        meeting_id = self.hands.meeting_id
        return stage_asked(words, check_id, meeting_id, self.hands.read(dimensions_today, meeting_id))

    def _left_since(self, asked: Asked) -> int:
        """How many have left since the last private round, for all that this window has seen of it."""
        before = self.hands.read(asked_before, asked.for_table, asked.for_id)
        if before != self._before:
            self._before, self._left_before = before, self._left()
        return max(self._left() - self._left_before, 0)

    def _left(self) -> int:
        return sum(row.has_left for row in self.hands.read(roll, self.hands.meeting_id))

    def _wanted(self, people: int) -> RatingMethod:
        """The way that was chosen here or by Prepare; else paper with one screen or many people."""
        if not may_ask(people):
            return RatingMethod.HANDS
        rules = self.hands.read(choosing_rules, self.hands.meeting_id)
        planned = self._chosen or (rules.rating if rules is not None else None)
        if planned is not None:
            return planned
        has_wall = self.live.desk.room.can_confirm
        return RatingMethod.PASS if has_wall and 0 < people <= PASSED_BY else RatingMethod.PAPER

    def _show(self, people: int, *, is_open: bool) -> None:
        self.ways.set_value(self.method)
        self.ways.setAccessibleName(self.how.text())
        private = may_ask(people)
        for button, method in zip(self.ways.buttons(), METHODS, strict=True):
            button.setEnabled(method is self.method or (not is_open and (private or method.value == "hands")))
        self.too_few.setVisible(not private and not is_open)
        if not private and not is_open:
            told = _("With {n} people here nobody could stay unseen. Talk openly, or count hands.")
            told = told.format(n=people)
            if told != self.too_few.text():
                self.too_few.show_words(plain(told), "note")
        by_hands = self.method is RatingMethod.HANDS
        self.by_hands.setVisible(by_hands)
        self.private.setVisible(not by_hands)

    def _on_way(self) -> None:
        self._chosen = self.ways.value()
        self.read_again()
        self.wall_changed.emit()
        self.actions_changed.emit()

    def _on_round(self) -> None:
        is_open = self.round.ballot_box is not None
        self._show(self.live.people_here(), is_open=is_open)
        self.wall_changed.emit()
        self.actions_changed.emit()

    def _on_sealed(self, ballots: int) -> None:
        self._left_before = self._left()
        self.sealed.emit(ballots)

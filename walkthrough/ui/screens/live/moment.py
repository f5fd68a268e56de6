# SPDX-License-Identifier: MIT
"""A part of the meeting in a few moments, in any order: a switch, one page each, Page keys go on.

It must not know what happens in any moment.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walkthrough.model.queries.wall.shapes import WallView
from walkthrough.model.queries.wall.view import wall_view
from walkthrough.model.showing import Showing
from walkthrough.model.words import AgendaKind
from walkthrough.ui.page import Handlers
from walkthrough.ui.screens.live.part import LiveDesk, LivePart
from walkthrough.ui.screens.live.part_hands import PartHands
from walkthrough.ui.theme import look_of
from walkthrough.ui.widgets.panes import PanesPage
from walkthrough.ui.widgets.part_switch import PartSwitch
from walkthrough.ui.widgets.places import Stack
from walkthrough.ui.widgets.spoken import Words

if TYPE_CHECKING:
    from walkthrough.model import ChangeSet


class Moment(PanesPage):
    """One moment of a part. Its part sets `is_safe`, its `kind`, and for which meeting its hands work."""

    wall_changed = Signal()
    actions_changed = Signal()

    def __init__(
        self,
        live: LiveDesk,
        low: int = 200,
        shares: tuple[int, int] = (3, 2),
        margin: str = "gap",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(least=720, shares=shares, low=low, margin=margin, parent=parent)
        self.live, self.hands, self.is_safe = live, PartHands(live), True
        self.kind = AgendaKind.CHOOSE
        self.shown_page = 0
        """Of the pages that the wall makes of this moment, the one it shows."""

    def read_again(self) -> None:
        """Read and show."""

    def resume(self, showing: Showing) -> None:
        """Go to the place within this moment where the part was left."""

    def on_wall(self) -> Mapping[str, Any]:
        """Return what this moment puts into the part's Showing."""
        return {}

    def is_left_at(self, showing: Showing) -> bool:
        """Tell whether a part that was left so was left in this moment."""
        return False

    def turn(self, by: int) -> bool:
        """Turn a page of what the wall shows; False where there is none."""
        if not 0 <= self.shown_page + by < getattr(self.view_of_wall(), "pages", 1):
            return False
        self.shown_page += by
        return True

    def view_of_wall(self) -> WallView:
        """Read what the wall shows in this moment."""
        return self.hands.read(wall_view, Showing(self.hands.meeting_id, self.kind, **self.on_wall()))

    def take_key(self, event: QKeyEvent) -> bool:
        """Answer a key while no text field has the focus."""
        return False

    def asks(self) -> Handlers:
        """Return what this moment does for actions of the registry."""
        return {}

    def can(self, action_id: str) -> bool:
        """Tell whether one of `asks()` makes sense now."""
        return True

    def first(self) -> QWidget:
        """Return the widget to begin with."""
        return self

    def panes(self) -> tuple[QWidget, ...]:
        """Return the widgets that F6 goes to."""
        return (self.first(),)

    def keep(self) -> None:
        """Save what is half done, because another moment or part comes into view."""


class _MomentSwitch(PartSwitch):
    """The switch, in line with the moment below it."""

    def _space_out(self) -> None:
        super()._space_out()
        look = look_of(self)
        side = look.space("gap")
        self.setContentsMargins(side, look.space("half"), side, 0)


class MomentsPart(LivePart):
    """A part whose moments stand in one stack, with a switch above."""

    tables: tuple[str, ...] = ()

    def __init__(
        self,
        live: LiveDesk,
        titles: Sequence[Words],
        moments: Sequence[Moment],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(live, parent)
        self.meeting_id, self.moments = "", tuple(moments)
        self.switch = _MomentSwitch(f"{self.kind}_moment", titles)
        self.stack = Stack()
        for moment in self.moments:
            self.stack.addWidget(moment)
            moment.wall_changed.connect(self.wall_changed)
            moment.actions_changed.connect(self.actions_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.switch)
        column.addWidget(self.stack, 1)
        self.switch.asked.connect(self.go)

    @property
    def moment(self) -> Moment:
        """The moment in view."""
        return self.moments[self.stack.currentIndex()]

    def begin(self, showing: Showing) -> None:
        """Show the moment in which this part was left, else its first."""
        self.meeting_id = showing.meeting_id
        for moment in self.moments:
            moment.hands.begin(showing.meeting_id)
            moment.kind = self.kind
        at = 0
        if showing.part is self.kind:
            left = (n for n, moment in enumerate(self.moments) if moment.is_left_at(showing))
            at = next(left, 0)
            self.moments[at].resume(showing)
        self._show(at)

    def showing(self) -> Showing:
        """Return where the room is looking."""
        return Showing(self.meeting_id, self.kind, **self.moment.on_wall())

    def go(self, at: int) -> None:
        """Come to another moment; any one at any time."""
        self.moment.keep()
        self._show(at)
        self.moment.first().setFocus()

    def concerns(self, changes: ChangeSet) -> bool:
        """Tell whether anything shown in any moment changed."""
        return changes.touches(*self.tables)

    def take_changes(self, changes: ChangeSet, initiator: object) -> None:
        """Read the moment in view again."""
        self.moment.read_again()

    def leave(self) -> None:
        """Save what is half done."""
        self.moment.keep()

    def page(self, by: int) -> bool:
        """Turn within the moment, then go on to the next; never out of the part."""
        if self.moment.turn(by):
            self.wall_changed.emit()
            return True
        there = self.stack.currentIndex() + by
        if not 0 <= there < len(self.moments):
            return False
        self.go(there)
        return True

    def key(self, event: QKeyEvent) -> bool:
        """Digits and the like go to the moment in view."""
        return self.moment.take_key(event)

    def handlers(self) -> Handlers:
        """All that any moment answers; `can` says which does now."""
        names = {name for moment in self.moments for name in moment.asks()}
        return {name: partial(self._ask, name) for name in names}

    def can(self, action_id: str) -> bool:
        """Tell whether the moment in view answers."""
        return action_id in self.moment.asks() and self.moment.can(action_id)

    def set_room_safe(self, safe: bool) -> None:
        """Hide held wording and names in every moment."""
        for moment in self.moments:
            moment.is_safe = safe
        if self.meeting_id:
            self.moment.read_again()

    def retranslate(self) -> None:
        """Say what holds facts again."""
        if self.meeting_id:
            self.moment.read_again()

    def first_focus(self) -> QWidget:
        """Where the moment in view begins."""
        return self.moment.first()

    def parts(self) -> tuple[QWidget, ...]:
        """The moment's panes, then the switch."""
        return (*self.moment.panes(), self.switch.buttons[self.stack.currentIndex()])

    def _ask(self, name: str) -> None:
        if (doing := self.moment.asks().get(name)) is not None:
            doing()

    def _show(self, at: int) -> None:
        self.switch.mark(at)
        self.stack.setCurrentIndex(at)
        self.moment.read_again()
        self.wall_changed.emit()
        self.actions_changed.emit()

# SPDX-License-Identifier: MIT
"""Feeds the audience window: reads what the room may see of a place, after the presenter's own picture.

The only way from the live screen to the wall. It must not know a part nor a widget.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from walkthrough.model import FileTrouble
from walkthrough.model.live_now import LiveState
from walkthrough.model.queries.wall.shapes import Plain, WallHead
from walkthrough.model.queries.wall.view import wall_view
from walkthrough.model.showing import Showing
from walkthrough.ui.screen import Desk
from walkthrough.ui.screens.live.clock import LiveClock

_AFTER_MS = 50
"""The presenter's own row first; the room sees it before anybody could tell that it was later."""


class WallFeed(QObject):
    """Asked by `wake`; reads and shows when the event loop is idle again, once for many asks."""

    told = Signal(object)
    """The WallHead of what is shown from now on."""

    def __init__(
        self,
        desk: Desk,
        clock: LiveClock,
        showing: Callable[[], Showing | None],
        at: Callable[[], int],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._clock, self._showing, self._at = desk, clock, showing, at
        desk.projection.set_rules(tuple(rule.text for rule in desk.shelf.ground_rules))
        self._kept: LiveState | None = None
        self.head: WallHead | None = None
        self._later = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._later.timeout.connect(self.feed)

    def wake(self) -> None:
        """Something shown may have changed: read it as soon as the presenter has seen the change."""
        if not self._later.isActive():  # or somebody who types fast would keep the room waiting
            self._later.start()

    def catch_up(self) -> None:
        """Let the wall follow now, if it is behind."""
        if self._later.isActive():
            self.feed()

    def feed(self) -> None:
        """Read, show, and keep where the meeting is."""
        self._later.stop()
        showing = self._showing()
        if showing is None or self._desk.workbook.live_meeting is None:
            return
        view = self._desk.workbook.read(wall_view, showing)
        if self._clock.in_break:  # the room is away; who sorts entries meanwhile does it unseen
            view = Plain(view.head)
        self._desk.projection.set_view(view, self._clock.on_wall())
        self.head = view.head
        self.told.emit(view.head)
        # How many ballots are in is the box's to keep: casting one writes nothing in the workbook.
        kept = msgspec.structs.replace(showing, many_in=0) if showing.method else showing
        self._keep(LiveState(kept, self._clock.now, self._at()))

    def tick(self) -> None:
        """Another second: the same picture with another clock."""
        self._desk.projection.set_clock(self._clock.on_wall())

    def sleep(self) -> None:
        """Nothing is to be shown any more."""
        self._later.stop()
        self._kept, self.head = None, None

    def _keep(self, state: LiveState) -> None:
        if state == self._kept:
            return
        with suppress(
            FileTrouble
        ):  # the next step of the meeting tells of a full disk; this one is a comfort
            self._desk.workbook.live_now.keep(state)
            self._kept = state

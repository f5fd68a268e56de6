# SPDX-License-Identifier: MIT
"""The audience window's life: on which screen it stands, and whether it is live, frozen or blank.

It is handed a `WallView` and draws that; it must not know a workbook nor any page.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from walkthrough.model.queries.wall.shapes import WallView
    from walkthrough.ui.room import RoomState
    from walkthrough.ui.wall.frame import WallClock


class WallState(enum.StrEnum):
    """How the audience window stands."""

    OFF = "off"
    LIVE = "live"
    FROZEN = "frozen"
    BLANK = "blank"


class Projection(QObject):
    """One audience window, or none. Every call does what can be done and never asks."""

    changed = Signal()
    """`state`, `screen_number`, `is_small` or `can_swap` may have another value."""

    def __init__(self, room: RoomState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room = room

    @property
    def state(self) -> WallState:
        """How the audience window stands."""
        return WallState.OFF

    @property
    def screen_number(self) -> int:
        """The screen the audience window stands on, counted from 1 as people count; 0 while it is off."""
        return 0

    @property
    def is_small(self) -> bool:
        """Whether it is a small window for a dry run, because there is one screen only, or mirrored ones."""
        return False

    @property
    def can_swap(self) -> bool:
        """Whether there is another screen that the two windows can trade."""
        return False

    def start(self) -> None:
        """Show the audience window on another screen than the presenter's, or small where there is none.
        While it is frozen or blank this makes it live again; it never stops it (remotes send F5).
        """

    def stop(self) -> None:
        """Take the audience window away; the presenter's window stays where it is."""

    def freeze(self) -> None:
        """Keep the last picture on the wall while the presenter goes on; again: follow."""

    def blank(self) -> None:
        """Show a plain page; again: the picture."""

    def swap(self) -> None:
        """Let the two windows trade screens; the presenter's is room-safe until that is confirmed again."""

    def set_view(self, view: WallView, clock: WallClock | None = None) -> None:
        """Show this from now on (when live), or as soon as it is live again."""

    def set_clock(self, clock: WallClock | None) -> None:
        """Show another clock on the same picture."""

    def set_room_size(self, picture_cm: int | None, back_row_cm: int | None) -> None:
        """Set the size of the words by the picture's width and the distance of the last row; None: usual."""

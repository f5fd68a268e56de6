# SPDX-License-Identifier: MIT
"""What a picture of the wall is laid out for, besides what it shows. It must not know a widget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from walkthrough.export.scene import Scene


@dataclass(frozen=True)
class WallClock:
    """What the room sees of the clock: seconds left (below 0 once over), and what they are left of.

    `kind` is "timer", "paused" or "break".
    """

    kind: str
    seconds: int


@dataclass(frozen=True)
class WallFrame:
    """The paper of the wall.

    Args:
        width, height: of the picture, in logical pixels of its own screen.
        size: of the words in running text, in the same pixels; headings are larger, marks smaller.
        clock: the timer as it is to be drawn; None for none.
        rules: the ground rules of the content shelf, in the language of the windows, for their card.
        skip: how many rows of a list are passed over, because the wall was turned.
    """

    width: int
    height: int
    size: int
    clock: WallClock | None = None
    rules: tuple[str, ...] = ()
    skip: int = 0


@dataclass(frozen=True)
class Picture:
    """A view laid out, and which rows of its list that can be turned are on it.

    Args:
        scene: what is drawn.
        skip: how many rows of the list come before those shown; never more than asked for.
        shown: how many rows are shown.
        left: how many come after them; 0 too where the view has no list to be turned.
    """

    scene: Scene
    skip: int = 0
    shown: int = 0
    left: int = 0

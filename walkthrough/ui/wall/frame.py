# SPDX-License-Identifier: MIT
"""What a picture of the wall is laid out for, besides what it shows. It must not know a widget."""

from __future__ import annotations

from dataclasses import dataclass


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
    """

    width: int
    height: int
    size: int
    clock: WallClock | None = None
    rules: tuple[str, ...] = ()

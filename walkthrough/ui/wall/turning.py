# SPDX-License-Identifier: MIT
"""How far the wall was turned within a list that is longer than the picture.

It knows the views only by where they stand; it must not know a window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from walkthrough.model.queries.wall.shapes import Choosing, OneCriterion, OpenCard, Steps, Walking

if TYPE_CHECKING:
    from walkthrough.model.queries.wall.shapes import WallView
    from walkthrough.ui.wall.frame import Picture


class Turning:
    """The rows passed over at one place of the meeting; another place begins at its first row."""

    def __init__(self) -> None:
        self._place: tuple[object, ...] = ()
        self._passed: list[int] = []

    @property
    def skip(self) -> int:
        """How many rows are passed over."""
        return self._passed[-1] if self._passed else 0

    def come_to(self, view: WallView) -> None:
        """Begin at the first row if this view stands at another place than the one before."""
        place = place_of(view)
        if place != self._place:
            self._place = place
            self._passed.clear()

    def forget(self) -> None:
        """Be at no place."""
        self._place = ()
        self._passed.clear()

    def turn(self, by: int, picture: Picture) -> bool:
        """Go on (1) to the rows left after those of `picture`, or back (-1); False where there are none."""
        if by > 0:
            ends = picture.skip + picture.shown
            if not picture.left or not picture.shown or ends == self.skip:
                return False
            if picture.skip < self.skip:  # rows have gone since: what is shown counts
                self._passed = [picture.skip] if picture.skip else []
            self._passed.append(ends)
            return True
        if not self._passed or not picture.skip:
            return False
        self._passed.pop()
        return True


def place_of(view: WallView) -> tuple[object, ...]:
    """Return what tells the place of a view from all others. A new next step begins its list again: the
    room is to see it.
    """
    head = view.head
    place = (type(view), head.part, head.station, head.number, getattr(view, "page", 0))
    match view:
        case OpenCard():
            return (*place, view.card)
        case Walking() | Choosing():
            return (*place, view.call)
        case OneCriterion():
            return (*place, view.dimension, view.stage, view.text)
        case Steps():
            return (*place, len(view.rows))
    return place

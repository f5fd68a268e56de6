# SPDX-License-Identifier: MIT
"""Where the pages of a document lie under each other, at which size, and which of them are in view.

It knows numbers only: no widget, no picture.
"""

from __future__ import annotations

from bisect import bisect_right

PIXELS_A_POINT = 96 / 72
_STEPS = (0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)


class PagePlaces:
    """Pages from 0, in pixels of the window. `scale` is times the natural size, 0 for as wide as there is
    room.
    """

    def __init__(self) -> None:
        self.sizes: tuple[tuple[float, float], ...] = ()
        self.tops: list[int] = []
        self.scale = 0.0
        self.whole = (0, 0)
        """Width and height of all pages with the gaps around them."""
        self._room, self._gap = 1, 0

    def lay_out(self, room: int, gap: int) -> None:
        """Put every page in its place, where `room` is the width there is and `gap` goes around each."""
        self._room, self._gap = room, gap
        self.tops, y, widest = [], gap, 0
        for page in range(len(self.sizes)):
            wide, high = self.extent(page)
            self.tops.append(y)
            y += high + gap
            widest = max(widest, wide + 2 * gap)
        self.whole = widest, y

    def factor(self) -> float:
        """Return how many times their natural size the pages have."""
        if self.scale:
            return self.scale
        widest = max((size[0] for size in self.sizes), default=1.0)
        return max(self._room - 2 * self._gap, 40) / (widest * PIXELS_A_POINT)

    def step(self, by: int) -> None:
        """Go to the next size larger (1) or smaller (-1), or to as wide as there is room (0)."""
        now = self.factor()
        if by > 0:
            self.scale = next((step for step in _STEPS if step > now * 1.02), _STEPS[-1])
        elif by < 0:
            self.scale = next((step for step in reversed(_STEPS) if step < now * 0.98), _STEPS[0])
        else:
            self.scale = 0.0

    def extent(self, page: int) -> tuple[int, int]:
        """Return the width and height of a page."""
        wide, high = self.sizes[page]
        factor = self.factor() * PIXELS_A_POINT
        return round(wide * factor), round(high * factor)

    def at(self, y: int) -> int:
        """Return the page that is there, or the one above."""
        return max(bisect_right(self.tops, y) - 1, 0)

    def between(self, top: int, foot: int) -> range:
        """Return the pages of which something lies between two heights."""
        return range(self.at(top), bisect_right(self.tops, foot)) if self.tops else range(0)

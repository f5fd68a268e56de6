# SPDX-License-Identifier: MIT
"""The sheet that a picture of the wall is written on, from the top down: margins, a cursor, words and cards.

Sizes are given as shares of the size of running text, so that one layout serves every room. It knows no view.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from walkthrough.export.glyphs import clean
from walkthrough.export.scene import Anchor, Box, Fill, Pen, Rect, Scene, Shape, Words
from walkthrough.ui.wall.frame import Picture, WallFrame
from walkthrough.ui.wall.page_lines import Lines, reads_from_right, width_of, wrapped

MARK: Final = 0.62
"""The size of marks and captions, as a share of running text; nothing on the wall is smaller."""
CAPTION: Final = 0.72
LESSER: Final = 0.85
"""Running text on a page with many facts: still above what the last row can read."""
TIGHT: Final = 17.0  # fewer lines than this on the picture: captions and pictures make room for words
NARROW: Final = 32.0  # ems across: below this a second column has no room
LEADING: Final = 1.25


class Place(NamedTuple):
    """Room in the head for which page and which rows are shown; in pixels."""

    x: float
    top: float
    across: float
    page: int
    pages: int


class Board:
    """The shapes of one picture as they come, and where the next one goes.

    `y` is how far it is written, `foot` where its words must end; both in pixels, as `left` and `right`.
    `skip`, `shown` and `rest` tell of the one list of the picture that can be turned; `place` is where the
    head keeps room to say which of its rows are shown.
    """

    def __init__(self, frame: WallFrame) -> None:
        self.width, self.height = float(frame.width), float(frame.height)
        self.size = max(1.0, min(float(frame.size), self.height / 9, self.width / 15))
        self.is_tight = self.height / self.size < TIGHT
        self.is_narrow = self.width / self.size < NARROW
        margin = self.width * 0.042
        self.left, self.right = margin, self.width - margin
        self.y = self.height * 0.045
        self.foot = self.height - self.height * 0.045
        self.skip, self.shown, self.rest = frame.skip, 0, 0
        self.place: Place | None = None
        self.shapes: list[Shape] = [Rect(x=0, y=0, w=self.width, h=self.height, fill=Fill("paper"))]

    @property
    def across(self) -> float:
        """The width between the margins."""
        return self.right - self.left

    @property
    def room(self) -> float:
        """The height that is left."""
        return max(0.0, self.foot - self.y)

    def px(self, share: float) -> float:
        """A share of the size of running text, in pixels."""
        return self.size * share

    def gap(self, share: float) -> None:
        """Leave some space before what comes next, as a share of running text."""
        self.y += self.size * share

    def wrap(self, text: str, width: float, share: float = 1.0, bold: bool = False, most: int = 0) -> Lines:
        """Break a text into lines of this width, at this share of running text."""
        return wrapped(text, width, self.px(share), bold, most)

    def wide(self, text: str, share: float = 1.0, bold: bool = False) -> float:
        """How wide a text is on one line."""
        return width_of(text, self.px(share), bold)

    def tall(self, lines: int, share: float = 1.0, leading: float = LEADING) -> float:
        """The height of that many lines."""
        return lines * self.px(share) * leading

    def fits(self, share: float = 1.0, leading: float = LEADING, keep: float = 0.0) -> int:
        """How many whole lines there is room for, when `keep` pixels stay free below."""
        return max(0, int((self.room - keep + 0.01) / self.tall(1, share, leading)))

    def put(self, *shapes: Shape) -> None:
        """Add shapes as they are."""
        self.shapes.extend(shapes)

    def say(self, box: Box, text: str, key: str = "") -> None:
        """Let a screen reader meet a sentence at a box; nothing is drawn."""
        x, y, w, h = box
        self.shapes.append(Rect(x=x, y=y, w=w, h=h, say=" ".join(text.split()), key=key))

    def write(
        self,
        lines: Sequence[str],
        x: float,
        top: float,
        share: float = 1.0,
        *,
        bold: bool = False,
        anchor: Anchor = "start",
        colour: str = "ink",
        leading: float = LEADING,
        across: float = 0.0,
    ) -> float:
        """Draw lines of words from `top` down; return where they end.

        Words of a script that is read from the right stand at the right edge, where `across` says how wide
        their box is.
        """
        size = self.px(share)
        if across and anchor == "start" and reads_from_right(" ".join(lines)):
            x, anchor = x + across, "end"
        rise = (leading - 1.02) / 2 + 0.78
        for index, line in enumerate(lines):
            y = top + size * (rise + index * leading)
            ink = Fill(colour)
            text = clean(line.replace("\xa0", " "))  # as on paper: no letter of a face that is not ours
            self.shapes.append(Words(x=x, y=y, text=text, size=size, bold=bold, anchor=anchor, fill=ink))
        return top + len(lines) * size * leading

    def paragraph(
        self,
        text: str,
        share: float = 1.0,
        *,
        bold: bool = False,
        colour: str = "ink",
        most: int = 0,
        keep: float = 0.0,
        leading: float = LEADING,
        x: float | None = None,
        width: float | None = None,
        say: str = "",
    ) -> None:
        """Write a text at the cursor over the whole width, as far as whole lines fit, and say all of it."""
        left = self.left if x is None else x
        across = self.right - left if width is None else width
        room = self.fits(share, leading, keep)
        lines = self.wrap(text, across, share, bold, min(most or room, room)).lines if room else ()
        if not lines:
            return
        high = self.tall(len(lines), share, leading)
        self.say((left, self.y, across, high), say or text)
        self.write(lines, left, self.y, share, bold=bold, colour=colour, leading=leading, across=across)
        self.y += high

    def card(self, box: Box, fill: str = "surface", edge: str = "", key: str = "") -> None:
        """Draw a quiet area behind what comes next."""
        x, y, w, h = box
        pen = Pen(edge, self.px(0.05)) if edge else None
        self.shapes.append(Rect(x=x, y=y, w=w, h=h, r=self.px(0.22), fill=Fill(fill), pen=pen, key=key))

    def picture(self, summary: str, table: tuple[tuple[str, ...], ...] = ()) -> Picture:
        """The finished picture, with what it shows of the list that can be turned."""
        said = " ".join(summary.split())
        scene = Scene(self.width, self.height, tuple(self.shapes), said, table)
        return Picture(scene, self.skip if self.shown else 0, self.shown, self.rest)

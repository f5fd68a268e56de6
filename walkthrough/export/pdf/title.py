# SPDX-License-Identifier: MIT
"""The top of the first page: the words of the title, and a logo at the end of their line.

It knows no other block, and not what a report is about.
"""

from __future__ import annotations

import io
from typing import Any

from reportlab.lib.utils import ImageReader

from walkthrough.export.document import Logo, Title
from walkthrough.export.glyphs import clean
from walkthrough.export.pdf import styles
from walkthrough.export.pdf.canvas import TaggedCanvas
from walkthrough.export.pdf.flow import Flow
from walkthrough.export.pdf.tagging import Element
from walkthrough.export.readable_logo import readable

_WIDEST = 150.0
_GAP = 24.0


class LogoMark:
    """A logo scaled to a place `tallest` points high; drawn once, where the title begins."""

    def __init__(self, logo: Logo, element: Element, tallest: float) -> None:
        self._logo = logo
        self._element = element
        scale = min(_WIDEST / logo.width, tallest / logo.height)
        self.width, self.height = logo.width * scale, logo.height * scale

    def draw(self, canvas: TaggedCanvas, right: float, top: float) -> None:
        """Draw it with the top right corner at (right, top)."""
        x, y = right - self.width, top - self.height
        self._element.attributes = (
            f"/O /Layout /Placement /Block /BBox [ {x:.2f} {y:.2f} {right:.2f} {top:.2f} ]"
        )
        with canvas.mark(self._element):
            canvas.drawImage(self._picture(canvas.is_grey), x, y, self.width, self.height, mask="auto")

    def _picture(self, is_grey: bool) -> Any:
        if not is_grey:
            return ImageReader(io.BytesIO(self._logo.content))
        from PIL import Image  # ReportLab has loaded it to read the picture

        picture = Image.open(io.BytesIO(self._logo.content)).convert("RGBA")
        paper = Image.new("RGBA", picture.size, "white")
        return ImageReader(Image.alpha_composite(paper, picture).convert("L"))


class BesideLogo:
    """A line of the title, set as narrow as the logo leaves room; the first one draws the logo too."""

    def __init__(self, block: Flow, logo: LogoMark, *, draws: bool) -> None:
        self._block = block
        self._logo = logo
        self._draws = draws
        self.before, self.after, self.keep_next = block.before, block.after, block.keep_next

    def height(self, width: float) -> float:
        """The height of the text beside the logo."""
        return self._block.height(self._inner(width))

    def least(self, width: float) -> float:
        """As of the text."""
        return self._block.least(self._inner(width))

    def split(self, width: float, room: float) -> tuple[BesideLogo, BesideLogo] | None:
        """As the text; the rest goes on beside an empty place."""
        parts = self._block.split(self._inner(width), room)
        if parts is None:
            return None
        return BesideLogo(parts[0], self._logo, draws=self._draws), BesideLogo(
            parts[1], self._logo, draws=False
        )

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """The text, and with the first line the logo at the end of the line."""
        self._block.draw(canvas, x, top, self._inner(width))
        if self._draws:
            self._logo.draw(canvas, x + width, top)

    def _inner(self, width: float) -> float:
        return width - self._logo.width - _GAP


def beside(blocks: list[Flow], title: Title, parent: Element) -> list[Flow]:
    """The lines of a title beside its logo, if it has one that can be drawn; the logo is read after them."""
    found = readable(title.logo)
    if found is None:
        return blocks
    room = sum(part for part, text in _ROOM if getattr(title, text).strip())
    element = parent.child("Figure", alt=clean(found.alt))
    logo = LogoMark(found, element, room)
    return [BesideLogo(block, logo, draws=not at) for at, block in enumerate(blocks)]


_ROOM = (
    (styles.ABOVE.leading + styles.ABOVE.after, "above"),
    (styles.TITLE.leading, "text"),
    (styles.BELOW.leading, "below"),
)
"""How high each line of a title is: what comes after it must not run into the logo."""

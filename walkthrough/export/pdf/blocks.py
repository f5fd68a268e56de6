# SPDX-License-Identifier: MIT
"""The blocks of a page other than text and tables: headings, boxes, list items, facts, pictures.

None knows a whole page.
"""

from __future__ import annotations

from walkthrough.export.glyphs import clean
from walkthrough.export.pdf import styles
from walkthrough.export.pdf.canvas import TaggedCanvas
from walkthrough.export.pdf.scene_canvas import draw_scene
from walkthrough.export.pdf.styles import TextStyle
from walkthrough.export.pdf.tagging import Element
from walkthrough.export.pdf.text import TextBlock
from walkthrough.export.scene import Scene

_BOX_PAD_X = 14.0
_BOX_PAD_Y = 10.0
_BAR = 4.0
_INDENT = 20.0
_NARROWER = (0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58)
_MOST_EVEN = 3  # longer headings are as wide as they can be
_LABEL_SHARE = 0.26


class HeadingBlock(TextBlock):
    """A heading: text that is a bookmark too, the `number`th of the document, `level` deep."""

    def __init__(self, text: str, style: TextStyle, element: Element, *, number: int, level: int) -> None:
        super().__init__(text, style, element)
        self._asked = self._narrow = -1.0
        self._key = f"h{number}"
        self._level = level
        self.bookmark = " ".join(clean(text).split())

    def height(self, width: float) -> float:
        """As any text, in lines of like length."""
        return super().height(self._even(width))

    def split(self, width: float, room: float) -> tuple[TextBlock, TextBlock] | None:
        """As any text; the bookmark goes to the first part."""
        parts = super().split(width, room)
        if parts is not None and isinstance(parts[1], HeadingBlock):
            parts[1].bookmark = ""
        return parts

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, *, tagged: bool = True) -> None:
        """The text, with its bookmark a little above it."""
        if self.bookmark:
            canvas.bookmarkPage(self._key, fit="XYZ", left=0, top=top + 12)
            canvas.addOutlineEntry(self.bookmark, self._key, self._level)
        even = self._even(width)
        turned = width - even if self.is_leftwards() else 0.0
        super().draw(canvas, x + turned, top, even, tagged=tagged)

    def _even(self, width: float) -> float:
        """The least of a few widths that takes no more lines: no word stands alone on the last one."""
        if self._asked != width:
            self._asked = self._narrow = width
            high = super().height(width)
            for share in _NARROWER if self.style.leading < high <= _MOST_EVEN * self.style.leading else ():
                if super().height(width * share) > high:
                    break
                self._narrow = width * share
        return self._narrow


class BoxBlock:
    """Text in a tinted box with a bar at its side."""

    keep_next = False

    def __init__(self, text: TextBlock) -> None:
        self._text = text
        self.before, self.after = text.before, text.after

    def height(self, width: float) -> float:
        """The text and its padding."""
        return self._text.height(self._inner(width)) + 2 * _BOX_PAD_Y

    def least(self, width: float) -> float:
        """The first lines and the padding."""
        return self._text.least(self._inner(width)) + 2 * _BOX_PAD_Y

    def split(self, width: float, room: float) -> tuple[BoxBlock, BoxBlock] | None:
        """Two boxes, one for each page."""
        parts = self._text.split(self._inner(width), room - 2 * _BOX_PAD_Y)
        return None if parts is None else (BoxBlock(parts[0]), BoxBlock(parts[1]))

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """The box, then its text."""
        high = self.height(width)
        with canvas.mark(None):
            canvas.fill_with(styles.TINT)
            canvas.rect(x, top - high, width, high, stroke=0, fill=1)
            canvas.fill_with(styles.ACCENT)
            canvas.rect(x, top - high, _BAR, high, stroke=0, fill=1)
        self._text.draw(canvas, x + _BAR + _BOX_PAD_X, top - _BOX_PAD_Y, self._inner(width))

    def _inner(self, width: float) -> float:
        return width - _BAR - 2 * _BOX_PAD_X


class ItemBlock:
    """An item of a list: its label, and its text set in."""

    before = 0.0

    def __init__(self, label: TextBlock | None, text: TextBlock) -> None:
        self._label = label
        self._text = text
        self.after = text.after
        self.keep_next = False

    def height(self, width: float) -> float:
        """The height of the text."""
        return self._text.height(width - _INDENT)

    def least(self, width: float) -> float:
        """The first lines of the text."""
        return self._text.least(width - _INDENT)

    def split(self, width: float, room: float) -> tuple[ItemBlock, ItemBlock] | None:
        """The label stays with the first part."""
        parts = self._text.split(width - _INDENT, room)
        return None if parts is None else (ItemBlock(self._label, parts[0]), ItemBlock(None, parts[1]))

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """The label, then the text; text that runs to the left has its label at the right."""
        turned = self._text.is_leftwards()
        if self._label is not None:
            self._label.style = styles.ITEM_LABEL_TURNED if turned else styles.ITEM_LABEL
            self._label.draw(canvas, x + (width - _INDENT + 6 if turned else 0.0), top, _INDENT - 6)
        self._text.draw(canvas, x + (0.0 if turned else _INDENT), top, width - _INDENT)


class FactBlock:
    """A label and its value on one line, with a light rule below."""

    before = 0.0

    def __init__(self, label: TextBlock, value: TextBlock, *, last: bool) -> None:
        self._label = label
        self._value = value
        self.after = 16.0 if last else 0.0
        self.keep_next = False

    def height(self, width: float) -> float:
        """The higher of the two, with its padding."""
        left, right = self._columns(width)
        return max(self._label.height(left), self._value.height(right)) + 8.0

    def least(self, width: float) -> float:
        """All of it unless it is very long."""
        return min(self.height(width), 120.0)

    def split(self, width: float, room: float) -> tuple[FactBlock, FactBlock] | None:
        """Only a very long value is split."""
        parts = self._value.split(self._columns(width)[1], room - 8.0)
        if parts is None:
            return None
        blank = TextBlock("", self._label.style, None)
        return FactBlock(self._label, parts[0], last=False), FactBlock(blank, parts[1], last=self.after > 0)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Label, value, rule."""
        left, right = self._columns(width)
        self._label.draw(canvas, x, top - 4, left)
        self._value.draw(canvas, x + width - right, top - 4, right)
        with canvas.mark(None):
            canvas.stroke_with(styles.RULE, 0.5)
            canvas.line(x, top - self.height(width), x + width, top - self.height(width))

    def _columns(self, width: float) -> tuple[float, float]:
        return width * _LABEL_SHARE - 10.0, width * (1 - _LABEL_SHARE)


class FigureBlock:
    """A picture, scaled to the width and never higher than most of a page."""

    before = 6.0
    after = 6.0
    keep_next = True

    def __init__(self, scene: Scene, element: Element, tallest: float) -> None:
        self._scene = scene
        self._element = element
        self._tallest = tallest

    def height(self, width: float) -> float:
        """The height of the scaled picture."""
        return self._scene.h * self._scale(width)

    def least(self, width: float) -> float:
        """All of it: a picture is never cut."""
        return self.height(width)

    def split(self, width: float, room: float) -> None:
        """A picture is never cut."""

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """The picture as one figure with its place on the page."""
        scale = self._scale(width)
        right, foot = x + self._scene.w * scale, top - self._scene.h * scale
        self._element.attributes = (
            f"/O /Layout /Placement /Block /BBox [ {x:.2f} {foot:.2f} {right:.2f} {top:.2f} ]"
        )
        with canvas.mark(self._element):
            draw_scene(self._scene, canvas, x, top, scale, canvas.palette)

    def _scale(self, width: float) -> float:
        return min(width / self._scene.w, self._tallest / self._scene.h)

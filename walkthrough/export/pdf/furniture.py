# SPDX-License-Identifier: MIT
"""What stands on every page beside the report: foot, running head, bar, draft stamp. All are artifacts.

It knows no block.
"""

from __future__ import annotations

from math import atan2, degrees, hypot

from walkthrough.export.document import Document
from walkthrough.export.fonts import fit, measure
from walkthrough.export.pdf import styles
from walkthrough.export.pdf.canvas import TaggedCanvas
from walkthrough.export.pdf.text import TextBlock

_HEAD_WORDS = 7
_STAMP_SHARE = 0.55
"""How much of the page's diagonal the stamp takes."""


def stamp(document: Document, canvas: TaggedCanvas, size: tuple[float, float]) -> None:
    """The draft stamp across a page of `size`, behind what is drawn on it afterwards."""
    if not document.stamp.strip():
        return
    width, height = size
    points = _STAMP_SHARE * hypot(width, height) / measure(document.stamp, 1.0, bold=True)
    style = styles.STAMP
    with canvas.mark(None):
        canvas.saveState()
        canvas.translate(width / 2, height / 2)
        canvas.rotate(degrees(atan2(height, width)))
        canvas.scale(points / style.size, points / style.size)
        wide = measure(document.stamp, style.size, bold=True)
        TextBlock(document.stamp, style, None).draw(canvas, -wide / 2, style.leading / 2, wide + 1)
        canvas.restoreState()


def furnish(document: Document, canvas: TaggedCanvas, size: tuple[float, float], of: tuple[int, int]) -> None:
    """The foot of every page and, from the second on, the running head.

    Args:
        document: whose words they are.
        canvas: the page.
        size: its width and height.
        of: its number, and how many there are.
    """
    (width, height), (number, total) = size, of
    inner = width - 2 * styles.MARGIN_SIDE
    foot = styles.MARGIN_FOOT - 24.0
    with canvas.mark(None):
        canvas.stroke_with(styles.RULE, 0.5)
        canvas.line(styles.MARGIN_SIDE, foot, width - styles.MARGIN_SIDE, foot)
    page_words = document.page_words.format(page=number, pages=total)
    _line(canvas, document.footer, foot - 5, inner * 0.8)
    _line(canvas, document.date_line, foot - 17, inner * 0.8)
    if total > 1:  # on a page of its own a checker takes the foot and the number, in one line, for prose
        _line(canvas, page_words, foot - 5, inner, align="end")
    if number > 1:
        _line(canvas, running_head(document.title), height - 28.0, inner)
    else:
        _flag(canvas, height)


def running_head(title: str) -> str:
    """The title, short: a checker takes a long line outside the tags for text that readers miss."""
    words = title.split()
    return title if len(words) <= _HEAD_WORDS else " ".join(words[:_HEAD_WORDS]) + "…"


def _flag(canvas: TaggedCanvas, height: float) -> None:
    """A short bar in the accent colour over the title."""
    with canvas.mark(None):
        canvas.fill_with(styles.ACCENT)
        canvas.rect(styles.MARGIN_SIDE, height - 44.0, 44.0, 4.0, stroke=0, fill=1)


def _line(canvas: TaggedCanvas, text: str, top: float, width: float, align: str = "start") -> None:
    if not text.strip():
        return
    style = styles.FURNITURE if align == "start" else styles.FURNITURE_END
    block = TextBlock(fit(text, width, style.size), style, None)
    block.draw(canvas, styles.MARGIN_SIDE, top, width)

# SPDX-License-Identifier: MIT
"""The small marks that charts share: glyphs told apart by shape, flags, lines of words. It knows no chart."""

from __future__ import annotations

from walkthrough.export.fonts import measure, wrap
from walkthrough.export.scene import Anchor, Circle, Fill, Pen, Poly, Rect, Shape, Words

LEADING = 1.25


def triangle(x: float, y: float, size: float, colour: str = "ink") -> Poly:
    """A barrier's glyph, centred on (x, y), `size` points high."""
    half = size / 2
    return Poly(
        points=((x, y - half), (x + half * 1.1, y + half), (x - half * 1.1, y + half)),
        closed=True,
        fill=Fill(colour),
    )


def disc(x: float, y: float, size: float, colour: str = "ink") -> Circle:
    """An effective practice's glyph, centred on (x, y), `size` points high."""
    return Circle(x=x, y=y, r=size / 2, fill=Fill(colour))


def diamond(x: float, y: float, size: float, fill: str = "paper", pen: str = "accent") -> Poly:
    """A mark of its own, outlined, centred on (x, y)."""
    half = size / 2
    points = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
    return Poly(points=points, closed=True, fill=Fill(fill), pen=Pen(pen, 1.4))


def paragraph(
    lines: list[str],
    x: float,
    top: float,
    size: float,
    *,
    bold: bool = False,
    anchor: Anchor = "start",
    colour: str = "ink",
) -> list[Shape]:
    """Lines of words, the first one's top at `top`."""
    return [
        Words(
            x=x,
            y=top + size * (0.9 + index * LEADING),
            text=line,
            size=size,
            bold=bold,
            anchor=anchor,
            fill=Fill(colour),
        )
        for index, line in enumerate(lines)
    ]


def tall(lines: int, size: float) -> float:
    """The height of that many lines."""
    return lines * size * LEADING


def fitted(text: str, width: float, size: float, *, bold: bool, lines: int) -> tuple[list[str], float]:
    """`text` wrapped to at most `lines`, and the size it took: a little smaller if a word would break."""
    widest = max((measure(word, size, bold) for word in text.split()), default=0.0)
    if widest > width:
        size = max(size * width / widest * 0.99, size * 0.72)  # exact would break it for a rounding
    return wrap(text, width, size, bold, lines), size


def flag(x: float, top: float, height: float, label: str, *, solid: bool, size: float = 8.5) -> list[Shape]:
    """A flag with its label, on a pole at x: solid for what is agreed, hollow for what is wanted."""
    width = measure(label, size, bold=True) + 12.0
    cloth = size * 1.7
    return [
        Poly(points=((x, top), (x, top + height)), pen=Pen("accent", 1.4)),
        Rect(
            x=x,
            y=top,
            w=width,
            h=cloth,
            fill=Fill("accent" if solid else "paper"),
            pen=Pen("accent", 1.2),
            r=1.5,
            say=label,
        ),
        Words(
            x=x + 6.0,
            y=top + cloth * 0.69,
            text=label,
            size=size,
            bold=True,
            fill=Fill("on_accent" if solid else "accent"),
        ),
    ]

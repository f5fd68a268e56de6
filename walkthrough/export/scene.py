# SPDX-License-Identifier: MIT
"""A picture made of frozen shapes, drawn alike on a screen and on paper.

It knows neither of the two papers, nor any colour: a shape names a token, a `Palette` gives the value.
Lengths are in points, x goes right, y goes down, and the origin is the top left corner.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

import msgspec

Palette: TypeAlias = Mapping[str, str]
"""Token to "#rrggbb". Every palette carries all of `TOKENS`."""

Anchor: TypeAlias = Literal["start", "middle", "end"]
Box: TypeAlias = tuple[float, float, float, float]
"""x, y, width, height."""

PAPER: Palette = {
    "paper": "#FFFFFF",  # what the picture lies on
    "surface": "#F4F7F8",  # a quiet area on it
    "ink": "#1B2529",  # words
    "muted": "#526168",  # lesser words
    "line": "#C3CED2",  # light rules
    "edge": "#6E7F86",  # outlines that carry meaning
    "accent": "#0B5C7A",  # the one accent
    "on_accent": "#FFFFFF",  # words on it
    "accent_soft": "#DCEBF1",  # a tint of it, dark words on top
    "barrier": "#9A3412",  # the barrier's glyph
    "practice": "#0F6B4F",  # the effective practice's glyph
    "indicator": "#0B57A4",  # the other four kinds' glyphs
    "next_step": "#6B3FA0",
    "parked": "#5A6065",
    "decision": "#7A5200",
    "target": "#7A4A00",  # a target line
    "ramp0": "#FFFFFF",  # the one-hue ramp, none to most
    "ramp1": "#E3EEF9",
    "ramp2": "#B9D4EF",
    "ramp3": "#7FB1DE",
    "ramp4": "#2F6FB2",
    "ramp5": "#123F6E",
    "on_ramp_low": "#1B2529",  # words on ramp0 to ramp3
    "on_ramp_high": "#FFFFFF",  # words on ramp4 and ramp5
}
"""The palette for print."""

TOKENS: frozenset[str] = frozenset(PAPER)

GREY: Palette = {
    **PAPER,
    "surface": "#F4F4F4",
    "ink": "#1A1A1A",
    "muted": "#4F4F4F",
    "line": "#BDBDBD",
    "edge": "#6B6B6B",
    "accent": "#1A1A1A",
    "accent_soft": "#E6E6E6",
    "barrier": "#1A1A1A",  # the kinds are told apart by the shapes of their glyphs
    "practice": "#1A1A1A",
    "indicator": "#1A1A1A",
    "next_step": "#1A1A1A",
    "parked": "#1A1A1A",
    "decision": "#1A1A1A",
    "target": "#4F4F4F",
    "ramp1": "#EFEFEF",
    "ramp2": "#D8D8D8",
    "ramp3": "#B4B4B4",
    "ramp4": "#6B6B6B",
    "ramp5": "#303030",
    "on_ramp_low": "#1A1A1A",
}
"""The palette for printers and copiers without colour: no colour means anything, and no step of the ramp is
as light or dark as the next.
"""


class Pen(msgspec.Struct, frozen=True, gc=False):
    """How an outline is drawn: token, width and dashes in points, round ends or not, alpha 0 to 1."""

    color: str = "ink"
    width: float = 1.0
    dash: tuple[float, ...] = ()
    round: bool = False
    alpha: float = 1.0


class Fill(msgspec.Struct, frozen=True, gc=False):
    """How an area is filled, or words are inked: token, alpha 0 to 1."""

    color: str = "ink"
    alpha: float = 1.0


INK = Fill("ink")


class Shape(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What all shapes have. `key` is for hit tests; `say` is read aloud; both are empty on mere furniture."""

    pen: Pen | None = None
    fill: Fill | None = None
    key: str = ""
    say: str = ""


class Rect(Shape, frozen=True, gc=False):
    """A rectangle from its top left corner; `r` rounds its corners."""

    x: float
    y: float
    w: float
    h: float
    r: float = 0.0


class Circle(Shape, frozen=True, gc=False):
    """A circle about (x, y)."""

    x: float
    y: float
    r: float


class Poly(Shape, frozen=True, gc=False):
    """A line through points, or an area if `closed`."""

    points: tuple[tuple[float, float], ...]
    closed: bool = False


class Words(Shape, frozen=True, gc=False):
    """One line of text. (x, y) is its baseline at `anchor`.

    `turn` is in degrees, anticlockwise about that point. Its colour is `fill` (`INK` if none); it has no
    pen. It never wraps: charts fit it with `fonts.measure` first.
    """

    x: float
    y: float
    text: str
    size: float = 9.0
    bold: bool = False
    anchor: Anchor = "start"
    turn: float = 0.0


class Scene(msgspec.Struct, frozen=True, gc=False):
    """A picture of `w` x `h` points: shapes from back to front, a sentence that sums it up, its figures.

    The first row of `table` holds the heads.
    """

    w: float
    h: float
    shapes: tuple[Shape, ...]
    summary: str = ""
    table: tuple[tuple[str, ...], ...] = ()


def ink(palette: Palette, token: str) -> str:
    """The "#rrggbb" of a token. An unknown token is a bug: KeyError."""
    return palette[token]


def bounds(shape: Shape) -> Box:
    """The box around a shape, without its pen."""
    match shape:
        case Rect(x=x, y=y, w=w, h=h):
            return (x, y, w, h)
        case Circle(x=x, y=y, r=r):
            return (x - r, y - r, 2 * r, 2 * r)
        case Poly(points=points):
            left, top = min(p[0] for p in points), min(p[1] for p in points)
            right, foot = max(p[0] for p in points), max(p[1] for p in points)
            return (left, top, right - left, foot - top)
        case Words():
            return _words_bounds(shape)
    raise TypeError(type(shape).__name__)


def _words_bounds(words: Words) -> Box:
    from math import cos, radians, sin

    from walkthrough.export.fonts import measure

    width = measure(words.text, words.size, words.bold)
    left = {"start": 0.0, "middle": -width / 2, "end": -width}[words.anchor]
    up, down = words.size * 0.78, words.size * 0.24
    sine, cosine = sin(radians(words.turn)), cos(radians(words.turn))
    corners = [(x, y) for x in (left, left + width) for y in (-up, down)]
    xs = [words.x + x * cosine + y * sine for x, y in corners]
    ys = [words.y - x * sine + y * cosine for x, y in corners]
    return (min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def hit(scene: Scene, x: float, y: float) -> str:
    """The key of the front shape that has one and whose box holds the point, or ""."""
    for shape in reversed(scene.shapes):
        if not shape.key:
            continue
        left, top, width, height = bounds(shape)
        if left <= x <= left + width and top <= y <= top + height:
            return shape.key
    return ""


def spoken(scene: Scene) -> Iterator[Shape]:
    """The shapes that have something to say, in drawing order: the children in the accessibility tree."""
    return (shape for shape in scene.shapes if shape.say)


def hatch(box: Box, pen: Pen, gap: float = 4.0) -> tuple[Poly, ...]:
    """Slanted lines that fill a box and stay inside it, `gap` points apart: not solid, even in grey."""
    x, y, w, h = box
    lines = []
    step = gap
    while step < w + h:
        start = (x + max(0.0, step - h), y + min(step, h))
        end = (x + min(step, w), y + max(0.0, step - w))
        lines.append(Poly(points=(start, end), pen=pen))
        step += gap
    return tuple(lines)

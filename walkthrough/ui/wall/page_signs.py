# SPDX-License-Identifier: MIT
"""The signs of the wall as shapes: the six kinds told apart by form, states, a clock. No word stands here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, TypeAlias

from walkthrough.export.charts.marks import disc, triangle
from walkthrough.export.scene import Circle, Fill, Pen, Poly, Rect, Shape, Words
from walkthrough.model.words import Kind, StepState
from walkthrough.ui.wall.page_lines import width_of

Sign: TypeAlias = Callable[[float, float, float], list[Shape]]
"""Draws a sign centred on (x, y), of a size."""

_SIGN: Final = 0.66  # of running text: the size of the sign of a row,
_BEFORE: Final = 0.73  # and how far before its middle a row begins, in sizes of the sign
_TAG: Final = 1.15
_APART: Final = 0.45
KIND_ROOM: Final = 1.15
"""Room for the sign of a kind before its number, in ems of running text."""
KIND_COLOURS: Final = {kind: kind.value for kind in Kind}
"""The token of each kind. The form says it too, and a word stands beside it."""


def kind_sign(kind: Kind, x: float, y: float, size: float, colour: str = "") -> list[Shape]:
    """The sign of a kind of entry, centred on (x, y) and `size` high; in its own colour if none is given."""
    token = colour or KIND_COLOURS[kind]
    half = size / 2
    points: tuple[tuple[float, float], ...] = ()
    match kind:
        case Kind.BARRIER:
            return [triangle(x, y, size * 0.92, token)]
        case Kind.PRACTICE:
            return [disc(x, y, size * 0.9, token)]
        case Kind.INDICATOR:
            points = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
        case Kind.NEXT_STEP:
            points = (
                (x - half, y - half * 0.9),
                (x + half, y),
                (x - half, y + half * 0.9),
                (x - half * 0.5, y),
            )
        case Kind.DECISION:
            side = size * 0.84
            box = Rect(x=x - side / 2, y=y - side / 2, w=side, h=side, r=size * 0.08, fill=Fill(token))
            return [box]
        case Kind.PARKED:
            pen = Pen(token, size * 0.14, dash=(size * 0.22, size * 0.15))
            return [Circle(x=x, y=y, r=size * 0.4, pen=pen)]
    return [Poly(points=points, closed=True, fill=Fill(token))]


def tick(x: float, y: float, size: float, colour: str = "practice") -> list[Shape]:
    """A tick in a disc: dealt with."""
    r = size / 2
    line = ((x - r * 0.48, y + r * 0.05), (x - r * 0.12, y + r * 0.4), (x + r * 0.5, y - r * 0.35))
    return [
        Circle(x=x, y=y, r=r, fill=Fill(colour)),
        Poly(points=line, pen=Pen("paper", size * 0.13, round=True)),
    ]


def state_sign(state: StepState, x: float, y: float, size: float) -> list[Shape]:
    """How a promised step stands: a tick, a half-filled ring, an open ring, a bar, or a cross."""
    r = size / 2
    ring = Circle(x=x, y=y, r=r * 0.88, pen=Pen("edge", size * 0.1))
    match state:
        case StepState.DONE:
            return tick(x, y, size)
        case StepState.UNDER_WAY:
            return [
                Circle(x=x, y=y, r=r * 0.88, pen=Pen("accent", size * 0.1)),
                Circle(x=x, y=y, r=r * 0.42, fill=Fill("accent")),
            ]
        case StepState.STUCK:
            bars = [
                Rect(x=x + shift * r - r * 0.12, y=y - r * 0.42, w=r * 0.24, h=r * 0.84, fill=Fill("paper"))
                for shift in (-0.28, 0.28)
            ]
            return [Circle(x=x, y=y, r=r, fill=Fill("target")), *bars]
        case StepState.DROPPED:
            arm = r * 0.38
            pen = Pen("edge", size * 0.1, round=True)
            return [
                ring,
                Poly(points=((x - arm, y - arm), (x + arm, y + arm)), pen=pen),
                Poly(points=((x - arm, y + arm), (x + arm, y - arm)), pen=pen),
            ]
    return [ring]


def clock_sign(x: float, y: float, size: float, colour: str = "ink") -> list[Shape]:
    """A clock's face, centred on (x, y)."""
    r = size / 2
    pen = Pen(colour, size * 0.1, round=True)
    return [
        Circle(x=x, y=y, r=r * 0.9, pen=pen),
        Poly(points=((x, y - r * 0.5), (x, y), (x + r * 0.38, y + r * 0.22)), pen=pen),
    ]


def arrow(x: float, y: float, length: float, thick: float, colour: str = "muted") -> list[Shape]:
    """An arrow that points right, from (x, y)."""
    pen, tip, wing = Pen(colour, thick, round=True), x + length, length * 0.32
    return [
        Poly(points=((x, y), (tip, y)), pen=pen),
        Poly(points=((tip - wing, y - wing), (tip, y), (tip - wing, y + wing)), pen=pen),
    ]


def numbered(number: int, *, solid: bool = True) -> Sign:
    """A sign that is a number of one or two digits in a circle; the row's sentence says the number too."""

    def draw(x: float, y: float, size: float) -> list[Shape]:
        r = size * 0.82
        pen = None if solid else Pen("accent", size * 0.09)
        text, letters = str(number), size * 1.1
        colour = Fill("on_accent" if solid else "accent")
        return [
            Circle(x=x, y=y, r=r, fill=Fill("accent" if solid else "paper"), pen=pen),
            Words(
                x=x, y=y + letters * 0.35, text=text, size=letters, bold=True, anchor="middle", fill=colour
            ),
        ]

    return draw


def tagged(number: int) -> Sign:
    """A sign that is the short number of a row, as people say it and paper has it: `#112`. It begins where
    other signs begin, and may be wider: see `tag_room`.
    """

    def draw(x: float, y: float, size: float) -> list[Shape]:
        letters, left = size * _TAG, x - size * _BEFORE
        return [
            Words(
                x=left, y=y + letters * 0.35, text=f"#{number}", size=letters, bold=True, fill=Fill("accent")
            )
        ]

    return draw


def kind_tagged(kind: Kind, number: int) -> Sign:
    """The sign of an entry's kind, then the short number by which people correct it: see `KIND_ROOM`."""
    tag = tagged(number)

    def draw(x: float, y: float, size: float) -> list[Shape]:
        return [*kind_sign(kind, x, y, size), *tag(x + size / _SIGN * KIND_ROOM, y, size)]

    return draw


def tag_room(numbers: Iterable[int]) -> float:
    """How much room the widest of these short numbers needs before the words, in ems of running text."""
    widest = max((width_of(f"#{number}", _SIGN * _TAG, bold=True) for number in numbers), default=0.0)
    return widest + _APART


def point(x: float, y: float, size: float) -> list[Shape]:
    """A quiet point before a line of a list."""
    return [Circle(x=x, y=y, r=size * 0.24, fill=Fill("accent"))]


def across_sign(what: str) -> Sign:
    """What shows only across stations: two rings that meet, a not-equal, or a clock."""

    def draw(x: float, y: float, size: float) -> list[Shape]:
        pen = Pen("accent", size * 0.12, round=True)
        if what == "clock":
            return clock_sign(x, y, size, "accent")
        if what == "gap":
            half, slant = size * 0.4, size * 0.45
            bars = [((x - half, y + shift * size), (x + half, y + shift * size)) for shift in (-0.18, 0.18)]
            lines = [*bars, ((x - half * 0.5, y + slant), (x + half * 0.5, y - slant))]
            return [Poly(points=line, pen=pen) for line in lines]
        return [Circle(x=x + shift * size, y=y, r=size * 0.3, pen=pen) for shift in (-0.2, 0.2)]

    return draw

# SPDX-License-Identifier: MIT
"""Draws a scene as SVG, to stand inside a web page. It knows no page, and no colour but by its token.

A shape has the classes `f-TOKEN` (fill) and `s-TOKEN` (outline); the page's style sheet gives them colours,
light or dark. Words keep the width they were measured with, whatever typeface shows them.
"""

from __future__ import annotations

from html import escape

from walkthrough.export.fonts import measure
from walkthrough.export.scene import INK, Circle, Poly, Rect, Scene, Shape, Words
from walkthrough.export.xml_text import sayable

_ANCHORS = {"start": "", "middle": ' text-anchor="middle"', "end": ' text-anchor="end"'}


def svg_of(scene: Scene, alt: str) -> str:
    """The scene as one `svg` element, an image to screen readers: `alt` is all they say of it."""
    shapes = "".join(_words(one) if isinstance(one, Words) else _area(one) for one in scene.shapes)
    return (
        f'<svg role="img" aria-label="{escape(sayable(alt))}" viewBox="0 0 {_n(scene.w)} {_n(scene.h)}"'
        f' style="--w:{_n(scene.w)}" focusable="false">{shapes}</svg>'
    )


def colour_rules(tokens: frozenset[str]) -> str:
    """The style rules by which a page gives each token its colour: `--TOKEN` as a custom property."""
    return "".join(
        f".f-{token}{{fill:var(--{token})}}.s-{token}{{stroke:var(--{token})}}" for token in sorted(tokens)
    )


def _area(shape: Shape) -> str:
    look = _look(shape)
    match shape:
        case Rect(x=x, y=y, w=w, h=h, r=r):
            round_ = f' rx="{_n(r)}"' if r else ""
            return f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(w)}" height="{_n(h)}"{round_}{look}/>'
        case Circle(x=x, y=y, r=r):
            return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(r)}"{look}/>'
        case Poly(points=points, closed=closed):
            name = "polygon" if closed else "polyline"
            return f'<{name} points="{" ".join(f"{_n(x)},{_n(y)}" for x, y in points)}"{look}/>'
    raise TypeError(type(shape).__name__)


def _look(shape: Shape) -> str:
    names, more = [], ""
    if shape.fill is None:
        more += ' fill="none"'
    else:
        names.append(f"f-{shape.fill.color}")
        if shape.fill.alpha != 1.0:
            more += f' fill-opacity="{_n(shape.fill.alpha)}"'
    if shape.pen is not None:
        pen = shape.pen
        names.append(f"s-{pen.color}")
        more += f' stroke-width="{_n(pen.width)}"'
        if pen.dash:
            more += f' stroke-dasharray="{" ".join(_n(length) for length in pen.dash)}"'
        if pen.round:
            more += ' stroke-linecap="round" stroke-linejoin="round"'
        if pen.alpha != 1.0:
            more += f' stroke-opacity="{_n(pen.alpha)}"'
    return (f' class="{" ".join(names)}"' if names else "") + more


def _words(words: Words) -> str:
    text = " ".join(sayable(words.text).split())
    if not text:
        return ""
    fill = words.fill or INK
    turn = f' transform="rotate({_n(-words.turn)} {_n(words.x)} {_n(words.y)})"' if words.turn else ""
    weight = ' font-weight="700"' if words.bold else ""
    alpha = f' fill-opacity="{_n(fill.alpha)}"' if fill.alpha != 1.0 else ""
    width = measure(text, words.size, words.bold)
    held = f' textLength="{_n(width)}" lengthAdjust="spacingAndGlyphs"' if len(text) > 1 and width else ""
    return (
        f'<text x="{_n(words.x)}" y="{_n(words.y)}" font-size="{_n(words.size)}"{weight}'
        f'{_ANCHORS[words.anchor]} class="f-{fill.color}"{alpha}{held}{turn}>{escape(text)}</text>'
    )


def _n(number: float) -> str:
    """A number with two decimals at most."""
    return f"{number:.2f}".rstrip("0").rstrip(".") or "0"

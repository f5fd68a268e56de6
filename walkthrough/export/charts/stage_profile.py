# SPDX-License-Identifier: MIT
"""The stage profile: a bar for each dimension, solid where evidenced, hatched where claimed.

It draws figures that the rules have worked out; it works out none.
"""

from __future__ import annotations

import msgspec

from walkthrough.export.charts.marks import diamond, fitted, paragraph, tall
from walkthrough.export.charts.stage_heads import names_beneath, names_fit, number, stage_flags
from walkthrough.export.fonts import fit, measure
from walkthrough.export.scene import Circle, Fill, Pen, Poly, Rect, Scene, Shape, Words, hatch

_NAMES = 0.27  # the share of the width for the dimensions' names
_ROW = 26.0
_BAR = 13.0
_SIZE = 8.8
_NOTE = 8.4
_FLAGS = 38.0
Named = list[tuple[list[str], float]]
"""The lines of each stage's name and their size; empty where names have no room in the heads."""


class ProfileDimension(msgspec.Struct, frozen=True, gc=False):
    """One bar: stages 1 to `evidenced` solid, on to `claimed` hatched.

    `ahead` are stages met out of order, `skipped` those that do not apply. `note` is said where a bar has
    no solid part, such as "stage 1 not shown yet" or "does not apply". `say` is the whole row as a sentence.
    """

    id: str
    name: str
    evidenced: int
    claimed: int
    ahead: tuple[int, ...] = ()
    skipped: tuple[int, ...] = ()
    note: str = ""
    say: str = ""


class ProfileWords(msgspec.Struct, frozen=True, gc=False):
    """The words on the profile; `not_shown` stands in the table where a figure would be 0."""

    dimension: str
    evidenced: str
    claimed: str
    ahead: str
    skipped: str
    agreed: str
    wanted: str
    not_shown: str


class ProfileInput(msgspec.Struct, frozen=True, gc=False):
    """What `build_stage_profile` draws. Stages go from the lowest; `agreed` and `wanted` count from 1."""

    stages: tuple[str, ...]
    dimensions: tuple[ProfileDimension, ...]
    words: ProfileWords
    summary: str
    agreed: int | None = None
    wanted: int | None = None
    width: float = 500.0


def build_stage_profile(given: ProfileInput) -> Scene:
    """The profile as a scene `given.width` points wide. Each row's key is the dimension's id."""
    left = given.width * _NAMES
    each = (given.width - left - 1.0) / len(given.stages)
    is_named = names_fit(given.stages, each - 14.0, _SIZE)
    named = [fitted(name, each - 14.0, _SIZE, bold=False, lines=3) for name in given.stages if is_named]
    shapes, top = _heads(given, left, each, named)
    foot = top + _ROW * len(given.dimensions)
    shapes += _grid(given, left, each, top, foot)
    for index, dimension in enumerate(given.dimensions):
        shapes += _row(dimension, left, each, top + index * _ROW, given.width, len(given.stages))
    legend, end = _legend(given, left, foot + 12.0)
    if not is_named:
        names, end = names_beneath(given.stages, end + 8.0, given.width)
        legend += names
    return Scene(given.width, end, (*shapes, *legend), given.summary, _table(given))


def _heads(given: ProfileInput, left: float, each: float, named: Named) -> tuple[list[Shape], float]:
    flags = given.agreed is not None or given.wanted is not None
    start = _FLAGS if flags else 2.0
    high = 20.0 + max((tall(len(lines), size) for lines, size in named), default=0.0)
    shapes: list[Shape] = []
    for index in range(len(given.stages)):
        x = left + index * each
        soft = Fill("accent_soft" if given.agreed == index + 1 else "surface")
        shapes.append(Rect(x=x + 1, y=start, w=each - 2, h=high, r=3, fill=soft))
        shapes.append(number(index, x + 8, start + 14, each, 11.5, has_name=bool(named)))
        if named:
            lines, size = named[index]
            shapes += paragraph(lines, x + 8, start + 16.5, size)
    if flags:
        agreed, wanted = (given.agreed, given.words.agreed), (given.wanted, given.words.wanted)
        shapes += stage_flags(agreed, wanted, left, each, start, given.width)
    return shapes, start + high + 6.0


def _grid(given: ProfileInput, left: float, each: float, top: float, foot: float) -> list[Shape]:
    edges = [left + index * each for index in range(len(given.stages) + 1)]
    upright: list[Shape] = [Poly(points=((x, top), (x, foot)), pen=Pen("line", 0.7)) for x in edges]
    level = [top + index * _ROW for index in range(len(given.dimensions) + 1)]
    return [*upright, *(Poly(points=((0, y), (given.width - 1, y)), pen=Pen("line", 0.5)) for y in level)]


def _row(
    one: ProfileDimension, left: float, each: float, top: float, width: float, stages: int
) -> list[Shape]:
    lines, size = fitted(one.name, left - 10.0, _SIZE, bold=True, lines=2)
    if len(lines) > 1:
        lines, size = fitted(one.name, left - 10.0, _SIZE * 0.9, bold=True, lines=2)
    shapes: list[Shape] = [Rect(x=0, y=top, w=width - 1, h=_ROW, key=one.id, say=one.say)]
    shapes += paragraph(lines, 2.0, top + (_ROW - tall(len(lines), size)) / 2, size, bold=True)
    y, middle = top + (_ROW - _BAR) / 2, top + _ROW / 2
    solid, reach = one.evidenced * each, max(one.claimed, one.evidenced) * each
    if reach > solid:
        box = (left + solid, y, reach - solid, _BAR)
        shapes.append(Rect(x=box[0], y=y, w=box[2], h=_BAR, fill=Fill("paper"), pen=Pen("accent", 1.0)))
        shapes += hatch(box, Pen("accent", 0.9), 4.2)
    if solid:
        shapes.append(Rect(x=left, y=y, w=solid, h=_BAR, fill=Fill("accent"), pen=Pen("accent", 1.0)))
    for stage in one.ahead:
        shapes.append(diamond(left + (stage - 0.5) * each, middle, 11.0))
    for stage in one.skipped:
        shapes.append(_skip(left + (stage - 0.5) * each, middle))
    if one.note:
        shapes += [_lowered(shape, middle + 3.0) for shape in _note(one, left, reach, each, stages)]
    return shapes


def _lowered(shape: Shape, down: float) -> Shape:
    assert isinstance(shape, (Rect, Words))
    return msgspec.structs.replace(shape, y=shape.y + down)


def _note(one: ProfileDimension, left: float, reach: float, each: float, stages: int) -> list[Shape]:
    """The words of a row after its bar; on a slip of paper over the bar if no room is left there."""
    beyond = [
        (stage - 0.5) * each - 9.0 for stage in (*one.ahead, *one.skipped) if (stage - 0.5) * each > reach
    ]
    end = min(beyond, default=stages * each)
    room = end - reach - 10.0
    if measure(one.note, _NOTE) <= room or room > each * 0.8:
        return [
            Words(x=left + reach + 7, y=0, text=fit(one.note, room, _NOTE), size=_NOTE, fill=Fill("muted"))
        ]
    text = fit(one.note, end - 18.0, _NOTE)
    slip = Rect(x=left + 4, y=-9.2, w=measure(text, _NOTE) + 8, h=12.4, r=2, fill=Fill("paper"))
    return [slip, Words(x=left + 8, y=0, text=text, size=_NOTE)]


def _legend(given: ProfileInput, left: float, top: float) -> tuple[list[Shape], float]:
    """Only the marks that the picture uses, each with its words, in as many rows as they need."""
    x, y, shapes = left, top + 6.0, []
    for mark, text in _used(given):
        wide = 22.0 + measure(text, _SIZE) + 16.0
        if x > left and x + wide > given.width:
            x, y = left, y + 17.0
        shapes += _sample(mark, x, y)
        shapes.append(Words(x=x + 22, y=y + 3, text=fit(text, given.width - x - 24, _SIZE), size=_SIZE))
        x += wide
    return shapes, y + 12.0


def _used(given: ProfileInput) -> list[tuple[str, str]]:
    words, all_ = given.words, given.dimensions
    used = [("solid", words.evidenced), ("hatched", words.claimed)]
    if any(one.ahead for one in all_):
        used.append(("ahead", words.ahead))
    if any(one.skipped for one in all_):
        used.append(("skipped", words.skipped))
    return used


def _sample(mark: str, x: float, y: float) -> list[Shape]:
    box = (x, y - 5.0, 16.0, 10.0)
    match mark:
        case "solid":
            return [Rect(x=x, y=y - 5, w=16, h=10, fill=Fill("accent"))]
        case "hatched":
            outline = Rect(x=x, y=y - 5, w=16, h=10, fill=Fill("paper"), pen=Pen("accent", 1.0))
            return [outline, *hatch(box, Pen("accent", 0.9), 4.2)]
        case "ahead":
            return [diamond(x + 8, y, 11.0)]
    return [_skip(x + 8, y)]


def _skip(x: float, y: float) -> Circle:
    return Circle(x=x, y=y, r=4.2, fill=Fill("paper"), pen=Pen("edge", 1.4))


def _table(given: ProfileInput) -> tuple[tuple[str, ...], ...]:
    words = given.words
    rows = [(words.dimension, words.evidenced, words.claimed, words.ahead)]
    for one in given.dimensions:
        solid = str(one.evidenced) if one.evidenced else one.note or words.not_shown
        said = str(one.claimed) if one.claimed else words.not_shown
        rows.append((one.name, solid, said, ", ".join(map(str, one.ahead)) or "–"))
    return tuple(rows)

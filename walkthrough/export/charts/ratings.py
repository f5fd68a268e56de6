# SPDX-License-Identifier: MIT
"""A round of ratings: a dot for each person over the stages, range and middle, an earlier round below.

It shows the tallies it is given; whether they may be shown at all is decided before.
"""

from __future__ import annotations

import msgspec

from walkthrough.export.charts.dots import DotGrid, dot_grid, spread_rule, stack, tall_of
from walkthrough.export.charts.marks import diamond, fitted, paragraph, tall
from walkthrough.export.fonts import measure, wrap
from walkthrough.export.scene import Circle, Fill, Pen, Poly, Rect, Scene, Shape, Words

_SIZE = 8.8
_LARGEST = 13.0
_HIGH, _HIGH_EARLIER = 104.0, 40.0
_GAP, _APART = 6.0, 16.0
_SIGN = 15.0
_NUMBER = 10.0
_SEEN_AT_ONCE = 6  # of more dots in a stack their number is told


class RatingsWords(msgspec.Struct, frozen=True, gc=False):
    """The words on the picture. `now` and `earlier` say which dots are of which round."""

    stage: str  # heads of the table
    not_sure: str
    middle: str
    now: str
    earlier: str = ""


class RatingsInput(msgspec.Struct, frozen=True, gc=False):
    """What `build_ratings` draws.

    Args:
        stages: their names, the lowest first.
        tallies: how many were not sure, then how many chose stage 1, 2, ...
        reach: the lowest and the highest stage chosen; (0, 0) where nobody chose any.
        middle: the stage in the middle, or the two it lies between.
        words: the words on it.
        says: one sentence for each stage, and one for "not sure" at the end.
        summary: the whole picture as a sentence.
        earlier: the tallies of an earlier round, or () for none.
        width: in points.
    """

    stages: tuple[str, ...]
    tallies: tuple[int, ...]
    reach: tuple[int, int]
    middle: tuple[int, ...]
    words: RatingsWords
    says: tuple[str, ...]
    summary: str
    earlier: tuple[int, ...] = ()
    width: float = 500.0


def build_ratings(given: RatingsInput) -> Scene:
    """The round as a scene `given.width` points wide. Each column's key is its stage, 0 for not sure."""
    lefts, each = _columns(given)
    middles = [left + each / 2 for left in lefts]
    counts = [*given.tallies[1:], given.tallies[0]]
    grid = dot_grid(max(counts, default=1), each, _HIGH, _LARGEST, 3.0)
    told = _NUMBER if max(counts, default=0) > _SEEN_AT_ONCE else 0.0
    line = max(tall_of(max(counts, default=0), grid), 3 * _LARGEST) + 4.0 + told
    shapes: list[Shape] = []
    for x, many in zip(middles, counts, strict=True):
        shapes += stack(x, line, many, grid)
        if told and many:
            y = line - tall_of(many, grid) - 4.0
            shapes.append(Words(x=x, y=y, text=str(many), size=_SIZE, anchor="middle", fill=Fill("muted")))
    shapes += _axis(lefts, each, line)
    under = line + 5.0
    if given.middle:
        shapes += spread_rule(middles[:-1], given.reach, given.middle, line + 10.0, 8.0)
        under += 15.0
    names, foot = _names(given, lefts, each, under)
    shapes += names
    foot += 4.0
    if given.earlier:
        below, foot = _earlier(given, middles, each, foot)
        shapes += below
    areas = [
        Rect(x=left, y=0, w=each, h=foot, key=str(number), say=say)
        for left, number, say in zip(lefts, [*range(1, len(lefts)), 0], given.says, strict=True)
    ]
    legend, end = _legend(given, foot + 9.0)
    return Scene(given.width, end, (*areas, *shapes, *legend), given.summary, _table(given))


def _columns(given: RatingsInput) -> tuple[list[float], float]:
    """Where each column begins, "not sure" standing apart at the end, and how wide each is."""
    many = len(given.stages) + 1
    each = (given.width - _GAP * (many - 1) - _APART) / many
    lefts = [index * (each + _GAP) for index in range(many)]
    lefts[-1] += _APART
    return lefts, each


def _axis(lefts: list[float], each: float, line: float) -> list[Shape]:
    last = len(lefts) - 1
    return [
        Poly(
            points=((left, line), (left + each, line)),
            pen=Pen("edge", 1.4, (3.0, 2.4) if index == last else ()),
        )
        for index, left in enumerate(lefts)
    ]


def _names(given: RatingsInput, lefts: list[float], each: float, top: float) -> tuple[list[Shape], float]:
    """The number and the name under each column; where they end."""
    shapes: list[Shape] = []
    foot = top
    for index, left in enumerate(lefts):
        x = left + each / 2
        is_last = index == len(given.stages)
        name = given.words.not_sure if is_last else given.stages[index]
        lines, size = fitted(name, each - 2.0, _SIZE, bold=False, lines=3)
        head = 0.0 if is_last else _SIGN + 4.0
        if not is_last:
            y = top + _SIGN / 2
            shapes.append(Circle(x=x, y=y, r=_SIGN / 2, fill=Fill("paper"), pen=Pen("accent", 1.2)))
            number = Words(x=x, y=y + 3.3, text=str(index + 1), size=9.6, bold=True, anchor="middle")
            shapes.append(msgspec.structs.replace(number, fill=Fill("accent")))
        shapes += paragraph(lines, x, top + head, size, anchor="middle")
        foot = max(foot, top + head + tall(len(lines), size))
    return shapes, foot


def _earlier(given: RatingsInput, middles: list[float], each: float, top: float) -> tuple[list[Shape], float]:
    """Hollow dots that hang below a dashed line."""
    counts = [*given.earlier[1:], given.earlier[0]]
    grid = dot_grid(max(counts), each, _HIGH_EARLIER, _LARGEST * 0.72, 3.0)
    dash = Poly(points=((0.0, top), (given.width, top)), pen=Pen("line", 0.9, (3.0, 2.4)))
    shapes: list[Shape] = [dash]
    for x, many in zip(middles, counts, strict=True):
        shapes += stack(x, top + 4.0, many, grid, hollow=True)
    return shapes, top + 4.0 + tall_of(max(counts), grid)


def _legend(given: RatingsInput, top: float) -> tuple[list[Shape], float]:
    """What each mark means, in as many rows as the words need."""
    words, small = given.words, DotGrid(_LARGEST * 0.72, 1)
    signs: list[tuple[list[Shape], str]] = [(stack(6.0, 5.1, 1, small), words.now)]
    if given.earlier:
        signs.append((stack(6.0, -4.6, 1, small, hollow=True), words.earlier))
    if given.middle:
        signs.append(([diamond(6.0, 0.0, 8.0, fill="accent")], words.middle))
    x, y, shapes = 0.0, top + 6.0, []
    for sign, text in signs:
        wide = 15.0 + measure(text, _SIZE) + 16.0
        if x and x + wide - 16.0 > given.width:
            x, y = 0.0, y + 14.0
        shapes += [_moved(shape, x, y) for shape in sign]
        lines = wrap(text, given.width - x - 15.0, _SIZE)
        shapes += paragraph(lines, x + 15.0, y - 5.0, _SIZE, colour="muted")
        y += tall(len(lines) - 1, _SIZE)
        x += wide
    return shapes, y + 8.0


def _moved(shape: Shape, right: float, down: float) -> Shape:
    match shape:
        case Circle(x=x, y=y):
            return msgspec.structs.replace(shape, x=x + right, y=y + down)
        case Poly(points=points):
            return msgspec.structs.replace(shape, points=tuple((x + right, y + down) for x, y in points))
    raise TypeError(type(shape).__name__)


def _table(given: RatingsInput) -> tuple[tuple[str, ...], ...]:
    words = given.words
    heads = (words.stage, words.now, *((words.earlier,) if given.earlier else ()))
    names = [*(f"{number}. {name}" for number, name in enumerate(given.stages, start=1)), words.not_sure]
    now, before = ([*one[1:], *one[:1]] for one in (given.tallies, given.earlier))
    rows = (
        (name, str(now[at]), *((str(before[at]),) if given.earlier else ())) for at, name in enumerate(names)
    )
    return (heads, *rows)

# SPDX-License-Identifier: MIT
"""The stage strip: a box for each stage, flags on the one agreed and the one wanted, ratings as dots.

It shows the tallies it is given; whether they may be shown at all is decided before.
"""

from __future__ import annotations

import msgspec

from walkthrough.export.charts.marks import fitted, paragraph, tall
from walkthrough.export.charts.stage_heads import names_beneath, names_fit, number, stage_flags
from walkthrough.export.scene import Circle, Fill, Pen, Rect, Scene, Shape

_FLAGS = 40.0
_DOT = 3.6
_STEP = 10.0


class StripWords(msgspec.Struct, frozen=True, gc=False):
    """The words on the strip."""

    agreed: str
    wanted: str
    stage: str  # heads of the table
    ratings: str


class StripInput(msgspec.Struct, frozen=True, gc=False):
    """What `build_stage_strip` draws. `tallies` are the ratings for each stage, or () to show none."""

    stages: tuple[str, ...]
    words: StripWords
    summary: str
    agreed: int | None = None
    wanted: int | None = None
    tallies: tuple[int, ...] = ()
    says: tuple[str, ...] = ()
    width: float = 500.0


def build_stage_strip(given: StripInput) -> Scene:
    """The strip as a scene `given.width` points wide. Each box's key is the stage's number."""
    each = given.width / len(given.stages)
    top = _FLAGS if given.agreed is not None or given.wanted is not None else 2.0
    is_named = names_fit(given.stages, each - 24.0, 10.0)
    named = [fitted(name, each - 24.0, 10.0, bold=False, lines=3) for name in given.stages if is_named]
    words_high = 26.0 + max((tall(len(lines), size) for lines, size in named), default=2.0)
    per_row = max(1, int((each - 20.0) // _STEP))
    dot_rows = max((-(-count // per_row) for count in given.tallies), default=0)
    high = words_high + 10.0 + dot_rows * _STEP
    shapes: list[Shape] = []
    for index in range(len(given.stages)):
        shapes += _box(given, index, each, top, high, has_name=is_named)
        if is_named:
            lines, size = named[index]
            shapes += paragraph(lines, index * each + 12.0, top + 24.0, size)
        count = given.tallies[index] if index < len(given.tallies) else 0
        shapes += _dots(count, index * each + 16.0, top + words_high + 4.0, per_row)
    agreed, wanted = (given.agreed, given.words.agreed), (given.wanted, given.words.wanted)
    shapes += stage_flags(agreed, wanted, 4.0, each, top, given.width)
    end = top + high + 2.0
    if not is_named:
        names, end = names_beneath(given.stages, end + 8.0, given.width)
        shapes += names
    return Scene(given.width, end, tuple(shapes), given.summary, _table(given))


def _box(
    given: StripInput, index: int, each: float, top: float, high: float, *, has_name: bool
) -> list[Shape]:
    agreed = given.agreed == index + 1
    box = Rect(
        x=index * each + 2.0,
        y=top,
        w=each - 4.0,
        h=high,
        r=5,
        fill=Fill("accent_soft" if agreed else "surface"),
        pen=Pen("accent", 2.0) if agreed else Pen("line", 1.0),
        key=str(index + 1),
        say=given.says[index] if index < len(given.says) else given.stages[index],
    )
    return [box, number(index, index * each + 12.0, top + 19.0, each - 8.0, 14, has_name=has_name)]


def _dots(count: int, x: float, top: float, per_row: int) -> list[Shape]:
    return [
        Circle(
            x=x + (index % per_row) * _STEP, y=top + (index // per_row) * _STEP, r=_DOT, fill=Fill("accent")
        )
        for index in range(count)
    ]


def _table(given: StripInput) -> tuple[tuple[str, ...], ...]:
    if not given.tallies:
        return (
            (given.words.stage,),
            *((f"{index}. {name}",) for index, name in enumerate(given.stages, start=1)),
        )
    rows = zip(given.stages, given.tallies, strict=False)
    body = ((f"{index}. {name}", str(count)) for index, (name, count) in enumerate(rows, start=1))
    return ((given.words.stage, given.words.ratings), *body)

# SPDX-License-Identifier: MIT
"""Stage checks over time: the stage agreed on as a line, and below it where each part stood, check by check.

Going back looks like going up. Where the ladder was changed the line breaks. It works out nothing.
"""

from __future__ import annotations

from itertools import pairwise

import msgspec

from walkthrough.export.charts.history_cells import CELL_HIGH, HistoryCell, cell_shapes, chevron, legend
from walkthrough.export.charts.marks import fitted, paragraph, tall
from walkthrough.export.fonts import fit, measure, wrap
from walkthrough.export.scene import Circle, Fill, Pen, Poly, Rect, Scene, Shape, Words

_NAMES = 0.27
_LEAST, _MOST = 27.0, 104.0  # the width of a column
_BREAK = 19.0
_BREAK_AT = 6.0  # the line in it; the words stand after it
_STAGE = 19.0
_SIZE = 8.6
_DATE = 7.8
_R = 7.2


class HistoryColumn(msgspec.Struct, frozen=True, gc=False):
    """One stage check.

    Args:
        id: the column's key.
        day: its day, short.
        stages: how many stages its ladder has.
        agreed: the stage agreed on, 0 for "not yet at stage 1", None for none.
        is_not_agreed: the room recorded that it did not agree on one.
        is_bare: agreed without evidence.
        middle: the middle of the parts, 0 below stage 1, None for none.
        is_break: another ladder begins here.
        say: the column as a sentence.
    """

    id: str
    day: str
    stages: int
    agreed: int | None
    is_not_agreed: bool
    is_bare: bool
    middle: int | None
    is_break: bool
    say: str


class HistoryRow(msgspec.Struct, frozen=True, gc=False):
    """One part, with a cell for each check; None where its ladder has no such part."""

    name: str
    cells: tuple[HistoryCell | None, ...]


class HistoryWords(msgspec.Struct, frozen=True, gc=False):
    """The words on the picture. `signs` tell the marks of a cell by their codes (see `HistoryCell.mark`)."""

    check: str  # heads of the table
    agreed: str
    bare: str
    middle: str
    not_yet: str
    not_agreed: str
    break_: str  # along the line where another ladder begins
    other_ladder: str  # what that line means
    left_out: str  # "" where all checks are in the picture
    signs: dict[str, str]


class HistoryInput(msgspec.Struct, frozen=True, gc=False):
    """What `build_stage_history` draws, the oldest column first.

    Args:
        columns: the checks that fit; see `columns_that_fit`.
        rows: the parts.
        stages: the names of the stages where all columns have the same ones, else ().
        words: the words on it.
        summary: the whole picture as a sentence.
        table: all figures, of the columns left out too.
        width: in points.
    """

    columns: tuple[HistoryColumn, ...]
    rows: tuple[HistoryRow, ...]
    stages: tuple[str, ...]
    words: HistoryWords
    summary: str
    table: tuple[tuple[str, ...], ...]
    width: float = 500.0


class _Frame(msgspec.Struct, frozen=True, gc=False):
    """Where the columns stand: the middle of each, the width of one, and the levels of the line."""

    middles: tuple[float, ...]
    breaks: tuple[float, ...]
    left: float
    each: float
    top: float
    high: float
    lanes: tuple[str, ...]

    @property
    def foot(self) -> float:
        """Where stage 0 would be: below it the lanes for what is no stage."""
        return self.top + self.high

    @property
    def end(self) -> float:
        """Where the line's panel ends."""
        return self.foot + _STAGE * len(self.lanes)

    def y(self, column: HistoryColumn, stage: int) -> float:
        """The height of a stage in a column; 0 is its lane."""
        if stage == 0:
            return self.lane("not_yet")
        return self.foot - (stage - 0.5) * self.high / column.stages

    def lane(self, name: str) -> float:
        """The height of a lane."""
        return self.foot + _STAGE * (self.lanes.index(name) + 0.5)


def columns_that_fit(width: float, breaks: int = 0) -> int:
    """How many checks a picture of this width has room for."""
    return max(2, int((width * (1 - _NAMES) - breaks * _BREAK) / _LEAST))


def build_stage_history(given: HistoryInput) -> Scene:
    """The history as a scene `given.width` points wide. Each column's key is the check's."""
    frame, heads = _frame(given)
    shapes = [*_areas(given, frame), *_levels(given, frame), *_line(given, frame)]
    top = frame.end + 12.0
    foot = top + CELL_HIGH * len(given.rows)
    shapes += _profile(given, frame, top)
    for x in frame.breaks:
        shapes.append(Poly(points=((x, 2.0), (x, foot)), pen=Pen("edge", 1.2, (3.0, 3.0))))
        text = fit(given.words.break_, foot - frame.top, _SIZE)
        y = frame.top + measure(text, _SIZE)
        shapes.append(Words(x=x + _SIZE + 1.0, y=y, text=text, size=_SIZE, turn=90.0, fill=Fill("muted")))
    used = _used(given)
    keys, end = legend(used, given.words.signs, given.width, foot + 10.0)
    for text in (given.words.other_ladder if frame.breaks else "", given.words.left_out):
        if text:
            lines = wrap(text, given.width, _SIZE)
            keys += paragraph(lines, 0.0, end, _SIZE, colour="muted")
            end += tall(len(lines), _SIZE) + 2.0
    return Scene(given.width, end + 2.0, (*shapes, *heads, *keys), given.summary, given.table)


def _frame(given: HistoryInput) -> tuple[_Frame, list[Shape]]:
    left = given.width * _NAMES
    many, breaks = len(given.columns), sum(one.is_break for one in given.columns)
    each = min((given.width - left - breaks * _BREAK) / max(many, 1), _MOST)
    middles: list[float] = []
    lines: list[float] = []
    x = left
    for column in given.columns:
        if column.is_break:
            lines.append(x + _BREAK_AT)
            x += _BREAK
        middles.append(x + each / 2)
        x += each
    heads, top = _heads(given, middles, each)
    lanes = []
    if any(0 in (one.agreed, one.middle) for one in given.columns):
        lanes.append("not_yet")
    if any(one.is_not_agreed for one in given.columns):
        lanes.append("not_agreed")
    high = _STAGE * max((one.stages for one in given.columns), default=4)
    return _Frame(tuple(middles), tuple(lines), left, each, top + 4.0, high, tuple(lanes)), heads


def _heads(given: HistoryInput, middles: list[float], each: float) -> tuple[list[Shape], float]:
    """The days: across where they fit in three short lines, else upright."""
    days = [wrap(one.day, each - 3.0, _DATE) for one in given.columns]
    widest = max((measure(word, _DATE) for one in given.columns for word in one.day.split()), default=0.0)
    if widest <= each - 3.0:
        high = max((tall(len(lines), _DATE) for lines in days), default=0.0)
        shapes: list[Shape] = []
        for x, lines in zip(middles, days, strict=True):
            shapes += paragraph(lines, x, high - tall(len(lines), _DATE), _DATE, anchor="middle")
        return shapes, high
    high = max(measure(one.day, _DATE) for one in given.columns) + 4.0
    return [
        Words(x=x + _DATE * 0.33, y=high - 2.0, text=one.day, size=_DATE, turn=90.0)
        for x, one in zip(middles, given.columns, strict=True)
    ], high


def _areas(given: HistoryInput, frame: _Frame) -> list[Shape]:
    """What is said of each check, and what it is picked by."""
    high = frame.end + 12.0 + CELL_HIGH * len(given.rows)
    return [
        Rect(x=x - frame.each / 2, y=0.0, w=frame.each, h=high, key=one.id, say=one.say)
        for x, one in zip(frame.middles, given.columns, strict=True)
    ]


def _levels(given: HistoryInput, frame: _Frame) -> list[Shape]:
    """A light line for each stage with its number, and its name where all checks have the same stages."""
    shapes: list[Shape] = []
    edges = [frame.left, *frame.breaks, frame.middles[-1] + frame.each / 2 if frame.middles else frame.left]
    runs = _runs(given.columns)
    for (start, end), columns in zip(pairwise(edges), runs, strict=False):
        gap = _BREAK - _BREAK_AT if start != frame.left else 0.0
        for stage in range(1, columns[0].stages + 1):
            y = frame.y(columns[0], stage)
            shapes.append(Poly(points=((start + gap, y), (end - 4.0, y)), pen=Pen("line", 0.7)))
            if not given.stages:
                text = Words(x=start + gap, y=y - 2.0, text=str(stage), size=7.4, fill=Fill("muted"))
                shapes.append(text)
    for stage, name in enumerate(given.stages, start=1):
        shapes += _label(f"{stage}  {name}", frame, frame.y(given.columns[-1], stage), "ink")
    for lane in frame.lanes:
        name = given.words.not_yet if lane == "not_yet" else given.words.not_agreed
        y = frame.lane(lane)
        shapes += _label(name, frame, y, "muted")
        shapes.append(Poly(points=((frame.left, y), (edges[-1] - 2.0, y)), pen=Pen("line", 0.7, (2.0, 2.0))))
    return shapes


def _label(text: str, frame: _Frame, y: float, ink: str) -> list[Shape]:
    """The name of a level at the left: on one line, or smaller on two."""
    room = frame.left - 8.0
    size = _SIZE if measure(text, _SIZE) <= room else _SIZE * 0.86
    lines = wrap(text, room, size, lines=1 if size == _SIZE else 2)
    return paragraph(lines, 0.0, y - tall(len(lines), size) / 2, size, colour=ink)


def _runs(columns: tuple[HistoryColumn, ...]) -> list[list[HistoryColumn]]:
    """The checks between two breaks."""
    runs: list[list[HistoryColumn]] = [[]]
    for one in columns:
        if one.is_break and runs[-1]:
            runs.append([])
        runs[-1].append(one)
    return runs


def _line(given: HistoryInput, frame: _Frame) -> list[Shape]:
    """The stage agreed on from check to check, broken where none was or the ladder changed; its middle."""
    shapes: list[Shape] = []
    placed = list(zip(frame.middles, given.columns, strict=True))
    for (x, one), (next_x, other) in pairwise(placed):
        if one.agreed is not None and other.agreed is not None and not other.is_break:
            ends = ((x, frame.y(one, one.agreed)), (next_x, frame.y(other, other.agreed)))
            shapes.append(Poly(points=ends, pen=Pen("accent", 1.8, round=True)))
    for x, one in placed:
        if one.middle is not None:
            shapes.append(_middle_mark(x, frame.y(one, one.middle)))
        if one.agreed is not None:
            shapes += _agreed_mark(x, frame.y(one, one.agreed), one)
        elif one.is_not_agreed:
            shapes += _agreed_mark(x, frame.lane("not_agreed"), one)
    return shapes


def _middle_mark(x: float, y: float) -> Shape:
    half = _R + 4.4
    return Poly(points=((x - half, y), (x + half, y)), pen=Pen("edge", 3.0))


def _agreed_mark(x: float, y: float, one: HistoryColumn) -> list[Shape]:
    """A disc with the stage's number: solid with evidence, a ring without."""
    solid = not one.is_bare and one.agreed is not None
    disc = Circle(x=x, y=y, r=_R, fill=Fill("accent" if solid else "paper"), pen=Pen("accent", 1.3))
    text = str(one.agreed) if one.agreed else "–"
    ink = Fill("on_accent" if solid else "accent")
    return [disc, Words(x=x, y=y + 3.2, text=text, size=9.2, bold=True, anchor="middle", fill=ink)]


def _profile(given: HistoryInput, frame: _Frame, top: float) -> list[Shape]:
    shapes: list[Shape] = []
    for index, row in enumerate(given.rows):
        y = top + index * CELL_HIGH
        lines, size = fitted(row.name, frame.left - 8.0, _SIZE, bold=False, lines=1)
        shapes += paragraph(lines, 0.0, y + (CELL_HIGH - tall(1, size)) / 2, size)
        for x, cell in zip(frame.middles, row.cells, strict=True):
            if cell is not None:
                shapes += cell_shapes(cell, x, y, min(frame.each, 54.0))
    return shapes


def _used(given: HistoryInput) -> dict[str, list[Shape]]:
    """The marks that the picture has, each by the code of its words."""
    found: dict[str, list[Shape]] = {}
    bare = HistoryColumn("", "", 1, 1, False, True, None, False, "")
    agreed = [one for one in given.columns if one.agreed is not None]
    if any(not one.is_bare for one in agreed):
        found["agreed"] = _agreed_mark(8.0, 0.0, msgspec.structs.replace(bare, is_bare=False))
    if any(one.is_bare for one in agreed):
        found["bare"] = _agreed_mark(8.0, 0.0, bare)
    if any(one.middle is not None for one in given.columns):
        found["middle"] = [_middle_mark(11.0, 0.0)]
    cells = [cell for row in given.rows for cell in row.cells if cell is not None]
    for mark in dict.fromkeys(cell.mark for cell in cells):
        if mark:
            found[mark] = cell_shapes(HistoryCell(mark=mark), 9.0, -CELL_HIGH / 2, 22.0)
    for way in ("up", "back"):
        if any(cell.way == way for cell in cells):
            found[way] = [chevron(8.0, 0.0, way)]
    return found

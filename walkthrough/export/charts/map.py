# SPDX-License-Identifier: MIT
"""The walkthrough map: stations across, lanes down, and in each cell its counts.

A number stands beside every mark and a shade only repeats it, so that nothing is told by colour alone.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import msgspec

from walkthrough.export.charts.marks import disc, fitted, paragraph, tall, triangle
from walkthrough.export.fonts import measure, wrap
from walkthrough.export.scene import Fill, Pen, Poly, Rect, Scene, Shape, Words

STEPS: Final = (0, 1, 2, 3, 5, 8)
"""The least count of each shade of the ramp: fixed, so that two maps can be compared."""

_LANE_WIDTH = 0.17
_HAND_OFF = 0.62  # the width of a hand-off against a station's
_GAP = 3.0
_SIZE = 8.6
_HEAD_LINES = 5
_COUNT, _MARK = 10.5, 12.0  # a count, and the room of the mark before it
_APART, _LEAST_APART = 16.0, 4.0  # between the two counts of a cell; with less they stand under each other


class MapStation(msgspec.Struct, frozen=True, gc=False):
    """A column. `hand_off` makes it narrow."""

    id: str
    name: str
    hand_off: bool = False


class MapLane(msgspec.Struct, frozen=True, gc=False):
    """A row. Lane 0, the family, comes first and is set apart."""

    id: str
    name: str
    family: bool = False


class MapCell(msgspec.Struct, frozen=True, gc=False):
    """The counts of one cell, and the sentence that says them. Cells without findings need not be given."""

    station_id: str
    lane_id: str
    barriers: int
    practices: int
    say: str = ""


class MapWords(msgspec.Struct, frozen=True, gc=False):
    """The words on the map, in the reader's language."""

    station: str  # head of the table's first column
    lane: str
    barriers: str
    practices: str
    shade: str  # what the shades stand for, such as "Barriers in a cell"
    here: str  # what the thick outline means
    empty: str  # instead of a map without stations or lanes


class MapInput(msgspec.Struct, frozen=True, gc=False):
    """What `build_map` draws. `current` is (station id, lane id); "" as the lane marks the whole column.

    `row` is the height of a lane, in points.
    """

    stations: tuple[MapStation, ...]
    lanes: tuple[MapLane, ...]
    cells: tuple[MapCell, ...]
    words: MapWords
    summary: str
    current: tuple[str, str] | None = None
    width: float = 720.0
    row: float = 44.0


class _Column(NamedTuple):
    x: float
    w: float
    station: MapStation


def build_map(given: MapInput) -> Scene:
    """The map as a scene `given.width` points wide. Each cell's key is "station_id|lane_id"."""
    if not given.stations or not given.lanes:
        words = Words(x=0, y=14, text=given.words.empty, size=10, fill=Fill("muted"))
        return Scene(given.width, 20, (words,), given.summary)
    columns = _columns(given)
    counts = {(cell.station_id, cell.lane_id): cell for cell in given.cells}
    head, top = _heads(given, columns)
    shapes = list(head)
    for lane in given.lanes:
        high = given.row + (6.0 if lane.family else 0.0)
        shapes += _lane_label(lane, columns[0].x - 6.0, top, high)
        for column in columns:
            cell = counts.get((column.station.id, lane.id), MapCell(column.station.id, lane.id, 0, 0))
            shapes += _cell(cell, column, top, high)
        top += high + (_GAP * 3 if lane.family else _GAP)
    shapes += _current(given, columns, shapes)
    legend, foot = _legend(given, columns[0].x, top + 8.0)
    return Scene(given.width, foot, (*shapes, *legend), given.summary, _table(given, counts))


def shade(count: int) -> int:
    """The step of the ramp for a count, 0 to 5."""
    return max(index for index, least in enumerate(STEPS) if count >= least)


def _columns(given: MapInput) -> list[_Column]:
    left = given.width * _LANE_WIDTH
    weights = [_HAND_OFF if station.hand_off else 1.0 for station in given.stations]
    room = given.width - left - 1.5 - _GAP * (len(weights) - 1)
    x, out = left, []
    for station, weight in zip(given.stations, weights, strict=True):
        w = room * weight / sum(weights)
        out.append(_Column(x, w, station))
        x += w + _GAP
    return out


def _heads(given: MapInput, columns: list[_Column]) -> tuple[list[Shape], float]:
    """The station names over their columns, all on one foot line; and where the rows start."""
    set_ = []
    for column in columns:
        plain = column.station.hand_off
        lines, size = fitted(
            column.station.name,
            column.w - 2.0,
            _SIZE * (0.88 if plain else 1.0),
            bold=not plain,
            lines=_HEAD_LINES,
        )
        set_.append((column, lines, size))
    high = max(tall(len(lines), size) for _, lines, size in set_)
    shapes: list[Shape] = []
    for column, lines, size in set_:
        top = 12.0 + high - tall(len(lines), size)
        colour = "muted" if column.station.hand_off else "ink"
        shapes += paragraph(
            lines,
            column.x + column.w / 2,
            top,
            size,
            bold=not column.station.hand_off,
            anchor="middle",
            colour=colour,
        )
        if given.current is not None and given.current[0] == column.station.id:
            shapes.append(_pointer(column.x + column.w / 2))
    return shapes, 12.0 + high + 6.0


def _pointer(x: float) -> Poly:
    return Poly(points=((x - 6, 1), (x + 6, 1), (x, 9)), closed=True, fill=Fill("accent"))


def _lane_label(lane: MapLane, right: float, top: float, high: float) -> list[Shape]:
    shapes: list[Shape] = []
    if lane.family:
        shapes.append(Rect(x=0, y=top, w=right, h=high, r=4, fill=Fill("accent_soft")))
    lines, size = fitted(lane.name, right - 14.0, _SIZE + 0.6, bold=lane.family, lines=3)
    start = top + (high - tall(len(lines), size)) / 2
    return [*shapes, *paragraph(lines, 8.0, start, size, bold=lane.family)]


def _cell(cell: MapCell, column: _Column, top: float, high: float) -> list[Shape]:
    step = shade(cell.barriers)
    key = f"{cell.station_id}|{cell.lane_id}"
    ink = "on_ramp_high" if step >= 4 else "on_ramp_low"
    box = Rect(
        x=column.x,
        y=top,
        w=column.w,
        h=high,
        r=4,
        fill=Fill(f"ramp{step}"),
        pen=Pen("line", 0.8),
        key=key,
        say=cell.say,
    )
    middle = column.x + column.w / 2
    if not cell.barriers and not cell.practices:
        return [
            box,
            Words(x=middle, y=top + high / 2 + 3, text="–", size=9, anchor="middle", fill=Fill("muted")),
        ]
    pairs = [(n, glyph) for n, glyph in ((cell.barriers, triangle), (cell.practices, disc)) if n]
    shapes: list[Shape] = [box]
    wides = [_MARK + measure(str(count), _COUNT, bold=True) for count, _glyph in pairs]
    apart = min(_APART, (column.w - sum(wides)) / 3)  # as much as beside them
    stacked = len(pairs) > 1 and apart < _LEAST_APART
    start = middle - (sum(wides) + apart * (len(pairs) - 1)) / 2
    for index, ((count, glyph), wide) in enumerate(zip(pairs, wides, strict=True)):
        y = top + high / 2
        if stacked:
            start, y = middle - wide / 2, y + (index - 0.5) * min(17.0, high * 0.46)
        shapes.append(glyph(start + 4.0, y, 8.0, ink))
        text = Words(x=start + _MARK, y=y + 3.7, text=str(count), size=_COUNT, bold=True, fill=Fill(ink))
        shapes.append(text)
        start += wide + apart
    return shapes


def _current(given: MapInput, columns: list[_Column], shapes: list[Shape]) -> list[Shape]:
    """A thick outline round the current cell, or round the whole column."""
    if given.current is None:
        return []
    station, lane = given.current
    keys = {f"{station}|{lane}"} if lane else {f"{station}|{one.id}" for one in given.lanes}
    boxes = [shape for shape in shapes if isinstance(shape, Rect) and shape.key in keys]
    if not boxes:
        return []
    top, foot = min(box.y for box in boxes), max(box.y + box.h for box in boxes)
    return [Rect(x=boxes[0].x, y=top, w=boxes[0].w, h=foot - top, r=4, pen=Pen("accent", 3.0))]


def _legend(given: MapInput, x: float, top: float) -> tuple[list[Shape], float]:
    words, middle = given.words, top + 8.0
    shapes: list[Shape] = [triangle(x + 4, middle, 8), _label(words.barriers, x + 12, middle)]
    x += 12 + measure(words.barriers, _SIZE) + 16
    shapes += [disc(x + 4, middle, 8), _label(words.practices, x + 12, middle)]
    x += 12 + measure(words.practices, _SIZE) + 16
    if given.current is not None:
        shapes += [
            Rect(x=x + 2, y=middle - 6, w=14, h=12, r=2, pen=Pen("accent", 2.4)),
            _label(words.here, x + 22, middle),
        ]
    return _ramp(
        words, given.width, columns_left=given.width * _LANE_WIDTH, middle=middle + 20.0, shapes=shapes
    )


def _ramp(
    words: MapWords, width: float, *, columns_left: float, middle: float, shapes: list[Shape]
) -> tuple[list[Shape], float]:
    x = columns_left
    lines = wrap(words.shade, width - x - 6 * 30.0 - 10.0, _SIZE, lines=1)
    label = lines[0] if lines else ""
    shapes.append(_label(label, x, middle))
    x += measure(label, _SIZE) + 8
    for step, least in enumerate(STEPS):
        last = step + 1 == len(STEPS)
        most = None if last else STEPS[step + 1] - 1
        text = f"{least}+" if most is None else str(least) if most == least else f"{least}–{most}"
        ink = "on_ramp_high" if step >= 4 else "on_ramp_low"
        shapes.append(
            Rect(x=x, y=middle - 7, w=28, h=14, r=2, fill=Fill(f"ramp{step}"), pen=Pen("line", 0.8))
        )
        shapes.append(Words(x=x + 14, y=middle + 3, text=text, size=8.2, anchor="middle", fill=Fill(ink)))
        x += 30
    return shapes, middle + 12.0


def _label(text: str, x: float, middle: float) -> Words:
    return Words(x=x, y=middle + 3, text=text, size=_SIZE, fill=Fill("ink"))


def _table(given: MapInput, counts: dict[tuple[str, str], MapCell]) -> tuple[tuple[str, ...], ...]:
    """One row for each cell that holds anything, station by station."""
    words = given.words
    rows = [(words.station, words.lane, words.barriers, words.practices)]
    for station in given.stations:
        for lane in given.lanes:
            cell = counts.get((station.id, lane.id))
            if cell is not None and (cell.barriers or cell.practices):
                rows.append((station.name, lane.name, str(cell.barriers), str(cell.practices)))
    return tuple(rows)

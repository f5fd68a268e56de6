# SPDX-License-Identifier: MIT
"""The run chart of one indicator: points in time, middle line, baseline, target, notes of changes.

It draws what the rules have worked out and says it in the words it is given; it judges nothing.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import msgspec

from walkthrough.export.charts.marks import LEADING, diamond, paragraph
from walkthrough.export.fonts import fit, measure, wrap
from walkthrough.export.scene import Circle, Fill, Pen, Poly, Rect, Scene, Shape, Words

_SIZE = 8.6
_PLOT = 150.0
_CLOSE = 0.05  # a range below this share of the highest value shows nothing on an axis from zero


class RunPoint(msgspec.Struct, frozen=True, gc=False):
    """One point.

    `at` is its place in time (a day's ordinal). A `value` of None is hidden or not known and
    breaks the line.
    """

    id: str
    at: float
    label: str
    value: float | None
    shown: str = ""  # the value in words, or why it is not there
    note: str = ""  # a change made at that time
    say: str = ""


class RunWords(msgspec.Struct, frozen=True, gc=False):
    """The words on the chart."""

    when: str
    value: str  # what is counted, with its unit; it stands over the upright axis
    note: str
    middle: str
    baseline: str
    target: str
    hidden: str
    empty: str
    cut: str  # said where the upright axis does not start at zero; takes {value}


class RunInput(msgspec.Struct, frozen=True, gc=False):
    """What `build_run_chart` draws.

    `middle` is the line over the points, `baseline` how many points from the first it was worked out from:
    up to the last of them the line is drawn through, after it dashed. `verdict` is said under the chart,
    such as "4 points: too few to judge".
    """

    points: tuple[RunPoint, ...]
    words: RunWords
    summary: str
    verdict: str = ""
    middle: float | None = None
    baseline: int = 0
    target: float | None = None
    width: float = 500.0


class _Frame(NamedTuple):
    """Where the plot lies, and the values at its foot and top."""

    left: float
    top: float
    right: float
    foot: float
    low: float
    high: float
    first: float
    last: float

    def x(self, at: float) -> float:
        """The place of a time."""
        if self.last <= self.first:
            return (self.left + self.right) / 2
        return (
            self.left + 10.0 + (self.right - self.left - 20.0) * (at - self.first) / (self.last - self.first)
        )

    def y(self, value: float) -> float:
        """The place of a value."""
        return self.foot - (self.foot - self.top) * (value - self.low) / (self.high - self.low)


def build_run_chart(given: RunInput) -> Scene:
    """The chart as a scene `given.width` points wide. Each point's key is its id."""
    if not given.points:
        words = Words(x=0, y=14, text=given.words.empty, size=10, fill=Fill("muted"))
        return Scene(given.width, 20, (words,), given.summary, _table(given))
    ticks = nice_ticks(_values(given))
    frame = _frame(given, ticks)
    shapes: list[Shape] = _axes(given, frame, ticks)
    shapes += _lines(given, frame)
    notes, below = _notes(given, frame)
    shapes += notes
    shapes += _joined(given, frame)
    foot = frame.foot + 20.0
    for lines, bold in below:
        shapes += paragraph(lines, frame.left, foot, _SIZE, bold=bold)
        foot += len(lines) * _SIZE * LEADING + 3.0
    return Scene(given.width, foot + 4.0, tuple(shapes), given.summary, _table(given))


def nice_ticks(values: list[float], wanted: int = 4) -> list[float]:
    """Round steps that hold all values; from zero unless they lie so close that it would flatten them."""
    low, high = min(values), max(values)
    if low >= 0 and high - low > _CLOSE * high:
        low = 0.0
    if high <= low:
        low, high = (0.0, 1.0) if not high else (min(0.0, 2 * low), max(0.0, 2 * high))
    rough = (high - low) / wanted
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(index * step, 10) for index in range(first, last + 1)]


def _values(given: RunInput) -> list[float]:
    values = [point.value for point in given.points if point.value is not None]
    values += [line for line in (given.middle, given.target) if line is not None]
    return values or [0.0]


def _frame(given: RunInput, ticks: list[float]) -> _Frame:
    left = max(measure(_number(tick), _SIZE) for tick in ticks) + 8.0
    labels = [measure(text, _SIZE, bold=True) for text, _ in _named_lines(given)]
    right = given.width - min(max(labels, default=0.0), given.width * 0.3) - 10.0
    top = 24.0 + (18.0 if any(point.note for point in given.points) else 0.0)
    times = [point.at for point in given.points]
    return _Frame(left, top, right, top + _PLOT, ticks[0], ticks[-1], min(times), max(times))


def _named_lines(given: RunInput) -> list[tuple[str, float]]:
    lines = []
    if given.middle is not None:
        lines.append((f"{given.words.middle} {_number(given.middle)}", given.middle))
    if given.target is not None:
        lines.append((f"{given.words.target} {_number(given.target)}", given.target))
    return lines


def _axes(given: RunInput, frame: _Frame, ticks: list[float]) -> list[Shape]:
    title = fit(given.words.value, given.width, _SIZE, bold=True)
    shapes: list[Shape] = [Words(x=0, y=9.5, text=title, size=_SIZE, bold=True)]
    for tick in ticks:
        y = frame.y(tick)
        colour, width = ("edge", 1.0) if tick == ticks[0] else ("line", 0.6)
        shapes.append(Poly(points=((frame.left, y), (frame.right, y)), pen=Pen(colour, width)))
        shapes.append(
            Words(x=frame.left - 5, y=y + 3, text=_number(tick), size=_SIZE, anchor="end", fill=Fill("muted"))
        )
    return shapes + _times(given, frame)


def _times(given: RunInput, frame: _Frame) -> list[Shape]:
    """Labels under the points, as many as stand clear of each other; the first and the last before others."""
    order = [0, len(given.points) - 1, *range(1, len(given.points) - 1)]
    taken: list[tuple[float, float]] = []
    shapes: list[Shape] = []
    for index in dict.fromkeys(order):
        point = given.points[index]
        half = measure(point.label, _SIZE) / 2
        x = min(max(frame.x(point.at), half), given.width - half)
        if any(x - half < right + 6 and x + half > left - 6 for left, right in taken):
            continue
        taken.append((x - half, x + half))
        shapes.append(
            Words(x=x, y=frame.foot + 13, text=point.label, size=_SIZE, anchor="middle", fill=Fill("muted"))
        )
    return shapes


def _lines(given: RunInput, frame: _Frame) -> list[Shape]:
    shapes: list[Shape] = []
    if given.middle is not None:
        y, until = frame.y(given.middle), frame.right
        if 0 < given.baseline < len(given.points):
            until = frame.x(given.points[given.baseline - 1].at)
            shapes.append(Poly(points=((until, y), (frame.right, y)), pen=Pen("edge", 1.4, (5, 3))))
            shapes += _bracket(given, frame, until)
        shapes.append(Poly(points=((frame.left, y), (until, y)), pen=Pen("edge", 1.4)))
    if given.target is not None:
        y = frame.y(given.target)
        shapes.append(Poly(points=((frame.left, y), (frame.right, y)), pen=Pen("target", 1.4, (1.5, 2.5))))
    return shapes + _line_names(given, frame)


def _bracket(given: RunInput, frame: _Frame, until: float) -> list[Shape]:
    """A light ground under the points that the middle line comes from."""
    left = frame.x(given.points[0].at) - 8.0
    text = fit(given.words.baseline, until - left + 4.0, 7.8)
    return [
        Rect(
            x=left,
            y=frame.top,
            w=until - left + 8.0,
            h=frame.foot - frame.top,
            fill=Fill("accent_soft", 0.45),
        ),
        Words(x=left + 4, y=frame.top + 9, text=text, size=7.8, fill=Fill("muted")),
    ]


def _line_names(given: RunInput, frame: _Frame) -> list[Shape]:
    """The names of the lines at their right ends, pushed apart where they would touch."""
    named = sorted(_named_lines(given), key=lambda item: frame.y(item[1]))
    shapes: list[Shape] = []
    last = -99.0
    for text, value in named:
        y = max(frame.y(value), last + 11.0)
        cut = fit(text, given.width - frame.right - 7.0, _SIZE, bold=True)
        colour = "target" if value == given.target and text.startswith(given.words.target) else "ink"
        shapes.append(Words(x=frame.right + 6, y=y + 3, text=cut, size=_SIZE, bold=True, fill=Fill(colour)))
        last = y
    return shapes


def _notes(given: RunInput, frame: _Frame) -> tuple[list[Shape], list[tuple[list[str], bool]]]:
    """Numbered marks over the points, and below the chart what they mean, after the verdict."""
    below: list[tuple[list[str], bool]] = []
    shapes: list[Shape] = []
    room = given.width - frame.left
    if given.verdict:
        below.append((wrap(given.verdict, room, _SIZE, bold=True), True))
    if frame.low > 0:
        below.append((wrap(given.words.cut.format(value=_number(frame.low)), room, _SIZE), False))
    noted = [point for point in given.points if point.note]
    for number, point in enumerate(noted, start=1):
        x = frame.x(point.at)
        end = frame.y(point.value) if point.value is not None else frame.foot
        shapes.append(Poly(points=((x, frame.top - 4), (x, end)), pen=Pen("edge", 0.8, (2, 2))))
        shapes.append(
            Circle(x=x, y=frame.top - 11, r=7, fill=Fill("paper"), pen=Pen("edge", 1.1), say=point.note)
        )
        shapes.append(Words(x=x, y=frame.top - 8, text=str(number), size=8.4, bold=True, anchor="middle"))
        below.append((wrap(f"{number}  {point.note}", room, _SIZE), False))
    if any(point.value is None for point in given.points):
        below.append((wrap(f"◇  {given.words.hidden}", room, _SIZE), False))
    return shapes, below


def _joined(given: RunInput, frame: _Frame) -> list[Shape]:
    """The line, broken where a value is missing, and over it the points."""
    stretch: list[tuple[float, float]] = []
    lines: list[Shape] = []
    marks: list[Shape] = []
    for point in (*given.points, None):
        if point is not None and point.value is not None:
            spot = (frame.x(point.at), frame.y(point.value))
            stretch.append(spot)
            marks.append(
                Circle(
                    x=spot[0],
                    y=spot[1],
                    r=3.6,
                    fill=Fill("accent"),
                    pen=Pen("paper", 1.0),
                    key=point.id,
                    say=point.say,
                )
            )
            continue
        if len(stretch) > 1:
            lines.append(Poly(points=tuple(stretch), pen=Pen("accent", 1.8, round=True)))
        stretch = []
        if point is not None:
            empty = diamond(frame.x(point.at), frame.foot, 8.0, pen="edge")
            marks.append(msgspec.structs.replace(empty, key=point.id, say=point.say))
    return lines + marks


def _number(value: float) -> str:
    return f"{value:.10g}"


def _table(given: RunInput) -> tuple[tuple[str, ...], ...]:
    words = given.words
    rows = [(words.when, words.value, words.note)]
    for point in given.points:
        shown = point.shown or (words.hidden if point.value is None else _number(point.value))
        rows.append((point.label, shown, point.note or "–"))
    return tuple(rows)

# SPDX-License-Identifier: MIT
"""The rules of run charts (RULES 4): median, shift, trend, too few points to judge. Pure functions.

Based on Perla, Provost and Murray (2011), "The run chart: a simple analytical tool for learning from
variation".
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from itertools import groupby, pairwise
from statistics import median

import msgspec

LEAST_POINTS = 10
SHIFT = 6
TREND = 5


class Signal(enum.StrEnum):
    """What the rules see."""

    SHIFT_UP = "shift_up"
    SHIFT_DOWN = "shift_down"
    TREND_UP = "trend_up"
    TREND_DOWN = "trend_down"


class Reading(msgspec.Struct, frozen=True, gc=False):
    """What a run of values shows: its median, how many could be judged, the signals if there are enough."""

    middle: float | None
    points: int
    signals: frozenset[Signal]

    @property
    def too_few(self) -> bool:
        """Whether there are too few points for any rule."""
        return self.points < LEAST_POINTS


def read_run(values: Sequence[float | None], frozen_middle: float | None = None) -> Reading:
    """Judge values in order of time; None is a hidden point and breaks the line.

    Args:
        values: one value for each point.
        frozen_middle: the median of the baseline, where it was frozen; else the median of all points.
    """
    seen = [value for value in values if value is not None]
    if not seen:
        return Reading(middle=None, points=0, signals=frozenset())
    middle = median(seen) if frozen_middle is None else frozen_middle
    if len(seen) < LEAST_POINTS:
        return Reading(middle=middle, points=len(seen), signals=frozenset())
    signals: set[Signal] = set()
    for piece in _pieces(values):
        signals |= _shifts(piece, middle) | _trends(piece)
    return Reading(middle=middle, points=len(seen), signals=frozenset(signals))


def _pieces(values: Sequence[float | None]) -> list[list[float]]:
    pieces: list[list[float]] = [[]]
    for value in values:
        if value is None:
            pieces.append([])
        else:
            pieces[-1].append(value)
    return [piece for piece in pieces if piece]


def _shifts(values: list[float], middle: float) -> set[Signal]:
    sides = [
        value > middle for value in values if value != middle
    ]  # a point on the median neither counts nor breaks
    return {
        Signal.SHIFT_UP if above else Signal.SHIFT_DOWN
        for above, group in groupby(sides)
        if len(list(group)) >= SHIFT
    }


def _trends(values: list[float]) -> set[Signal]:
    distinct = [value for value, _ in groupby(values)]  # equal neighbours count once
    rises = [after > before for before, after in pairwise(distinct)]
    return {
        Signal.TREND_UP if rising else Signal.TREND_DOWN
        for rising, group in groupby(rises)
        if len(list(group)) >= TREND - 1
    }

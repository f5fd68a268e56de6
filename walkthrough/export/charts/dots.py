# SPDX-License-Identifier: MIT
"""Ratings as dots: one for each person, stacked alike over every stage; a rule for range and middle.

The wall and the chart on screen and paper share it. It knows no words and no sizes but those it is given.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from walkthrough.export.charts.marks import diamond
from walkthrough.export.scene import Circle, Fill, Pen, Poly, Shape

_ROUND = 0.41  # of a dot's place: what is left is air
_HOLLOW = 0.35


class DotGrid(NamedTuple):
    """How dots are laid: the side of each one's place, and how many stand beside each other."""

    size: float
    per_row: int


def dot_grid(most: int, wide: float, high: float, largest: float, least: float = 1.0) -> DotGrid:
    """The largest dots of which so many fit into a stack.

    Args:
        most: how many the tallest stack has.
        wide, high: the room of a stack, in the unit of the picture.
        largest, least: limits of a dot's place; at the least it may not fit.
    """
    size = largest
    while size > least and int(high / size) * max(1, int(wide / size)) < most:
        size *= 0.94
    size = max(size, least)
    rows = max(1, int(high / size))
    return DotGrid(size, max(1, min(int(wide / size), -(-most // rows))))


def tall_of(many: int, grid: DotGrid) -> float:
    """The height of a stack."""
    return -(-many // grid.per_row) * grid.size


def stack(x: float, line: float, many: int, grid: DotGrid, *, hollow: bool = False) -> list[Shape]:
    """So many dots about x: solid ones stand on the line, hollow ones hang below it."""
    found: list[Shape] = []
    size, per_row = grid
    for index in range(many):
        row, col = divmod(index, per_row)
        in_row = min(per_row, many - row * per_row)
        at = x + (col - (in_row - 1) / 2) * size
        if hollow:
            pen = Pen("edge", max(size * 0.11, 0.6))
            y = line + size * (row + 0.5)
            found.append(Circle(x=at, y=y, r=size * _HOLLOW, fill=Fill("paper"), pen=pen))
        else:
            y = line - size * (row + 0.55)
            found.append(Circle(x=at, y=y, r=size * _ROUND, fill=Fill("accent")))
    return found


def spread_rule(
    centres: Sequence[float], reach: tuple[int, int], middle: Sequence[int], y: float, unit: float
) -> list[Shape]:
    """A thin line from the lowest to the highest stage chosen, with ends, and a mark at the middle.

    Args:
        centres: where the middle of stage 1, 2, ... is.
        reach: the lowest and the highest stage chosen.
        middle: the stage in the middle, or the two it lies between.
        y: the height of the line.
        unit: the size of the mark.
    """
    found: list[Shape] = []
    low, high = (centres[stage - 1] for stage in reach)
    if reach[0] < reach[1]:
        thin = Pen("edge", unit * 0.12)
        found.append(Poly(points=((low, y), (high, y)), pen=thin))
        found += [Poly(points=((x, y - unit * 0.3), (x, y + unit * 0.3)), pen=thin) for x in (low, high)]
    marks = [centres[stage - 1] for stage in middle]
    if len(marks) > 1:
        found.append(Poly(points=((marks[0], y), (marks[-1], y)), pen=Pen("accent", unit * 0.3)))
    return [*found, *(diamond(x, y, unit, fill="accent") for x in marks)]

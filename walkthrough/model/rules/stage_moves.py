# SPDX-License-Identifier: MIT
"""What moved between two stage checks of one ladder: up, or back, which is as normal.

Pure functions over what each dimension had reached. They know neither the workbook nor any sentence.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping

import msgspec

from walkthrough.model.rules.stages import Reached


class Way(enum.StrEnum):
    """Which way a dimension went."""

    UP = "up"
    BACK = "back"
    FIRST = "first"
    """It has a stage for the first time; there was none to compare with."""
    OPEN = "open"
    """It had a stage, and nobody knows it any more."""


class Move(msgspec.Struct, frozen=True, gc=False):
    """One dimension that stands elsewhere than before, by what was shown with evidence.

    Args:
        code: of the dimension.
        way: up, back, first or open.
        before: the stage shown before; None where there was none, 0 for "stage 1 not shown yet".
        after: the stage shown now, in the same way.
        stages: the stages that decided it: those newly shown, or the ones it no longer rests on.
    """

    code: str
    way: Way
    before: int | None
    after: int | None
    stages: tuple[int, ...]


def moves(before: Mapping[str, Reached], after: Mapping[str, Reached]) -> tuple[Move, ...]:
    """What moved, in the order of `after`; a dimension that stands where it stood is left out.

    Args:
        before: what each dimension had reached, by its code.
        after: the same in the later check, of the same ladder.
    """
    found = (_move(code, before.get(code), now) for code, now in after.items())
    return tuple(move for move in found if move is not None)


def way_of(before: int | None, after: int | None) -> Way | None:
    """Which way a stage went; None where it stayed, or there was none in both."""
    if before == after:
        return None
    if before is None:
        return Way.FIRST
    if after is None:
        return Way.OPEN
    return Way.UP if after > before else Way.BACK


def _move(code: str, was: Reached | None, now: Reached) -> Move | None:
    before, after = _stage(was), _stage(now)
    way = way_of(before, after)
    if way is None:
        return None
    low, high = sorted((before or 0, after or 0))
    return Move(code, way, before, after, tuple(range(low + 1, high + 1)))


def _stage(reached: Reached | None) -> int | None:
    return None if reached is None or reached.unplaced is not None else reached.evidenced

# SPDX-License-Identifier: MIT
"""Small counts of families, hidden wherever they leave the presenter's window (RULES 3). Pure functions.

Never showing 1 to 10 follows the cell size rule of the Centers for Medicare & Medicaid Services.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from itertools import pairwise

import msgspec

DEFAULT_THRESHOLD = 11


class InWords(enum.StrEnum):
    """What a ladder says where its figures may not be shown."""

    NONE = "none"
    SOME = "some"
    MANY_LOST = "many_lost"
    NOBODY_KNOWS = "nobody_knows"


class Rung(msgspec.Struct, frozen=True, gc=False):
    """Families in, on and lost at one station; None where nobody knows."""

    families_in: int | None
    families_on: int | None
    families_lost: int | None


def is_small(value: float | None, threshold: int = DEFAULT_THRESHOLD) -> bool:
    """Whether a count of families is too small to show. Zero may be shown; so may what nobody knows."""
    return value is not None and 0 < value < threshold


def ladder_is_hidden(rungs: Sequence[Rung], threshold: int = DEFAULT_THRESHOLD) -> bool:
    """Whether a whole ladder must leave in words: as soon as one figure, or a difference of two, is small."""
    return any(_rung_is_small(rung, threshold) for rung in rungs) or any(
        _difference_is_small(a.families_on, b.families_in, threshold) for a, b in pairwise(rungs)
    )


def _rung_is_small(rung: Rung, threshold: int) -> bool:
    figures = (rung.families_in, rung.families_on, rung.families_lost)
    return any(is_small(figure, threshold) for figure in figures) or _difference_is_small(
        rung.families_in, rung.families_on, threshold
    )


def _difference_is_small(one: int | None, other: int | None, threshold: int) -> bool:
    return one is not None and other is not None and is_small(abs(one - other), threshold)


def in_words(rung: Rung) -> InWords:
    """What a rung says in words: nobody knows, none, many lost (half or more of those who came), or some."""
    if rung.families_in is None:
        return InWords.NOBODY_KNOWS
    if rung.families_in == 0:
        return InWords.NONE
    lost = rung.families_lost
    if lost is None and rung.families_on is not None:
        lost = rung.families_in - rung.families_on
    if lost is not None and 2 * lost >= rung.families_in:
        return InWords.MANY_LOST
    return InWords.SOME

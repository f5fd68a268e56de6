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
    """Whether a whole ladder must leave in words: as soon as one figure is small, or can be worked out to be.

    Families come in and go on from station to station, so what two neighbouring figures differ by was lost
    between them; figures that nobody knows are stepped over.
    """
    if any(is_small(rung.families_lost, threshold) for rung in rungs):
        return True
    path = [figure for rung in rungs for figure in (rung.families_in, _went_on(rung)) if figure is not None]
    return any(is_small(figure, threshold) for figure in path) or any(
        is_small(abs(before - after), threshold) for before, after in pairwise(path)
    )


def _went_on(rung: Rung) -> int | None:
    """How many went on, if need be worked out as a reader would."""
    if rung.families_on is None and rung.families_in is not None and rung.families_lost is not None:
        return max(rung.families_in - rung.families_lost, 0)
    return rung.families_on


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

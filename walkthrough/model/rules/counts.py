# SPDX-License-Identifier: MIT
"""Small counts of families, hidden wherever they leave the presenter's window (RULES 3). Pure functions.

Never showing 1 to 10 follows the cell size rule of the Centers for Medicare & Medicaid Services.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Sequence

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

    Families come in and go on from station to station, so what two neighbouring figures differ by, less those
    who are known to be lost on the way, was lost too or waits: 50 on and 45 lost of 100 says that five did
    neither. Figures that nobody knows are stepped over.
    """
    return any(is_small(abs(figure), threshold) for figure in _worked_out(rungs))


def _worked_out(rungs: Sequence[Rung]) -> Iterator[int]:
    """Every figure of a ladder, and what a reader gets by taking each from those before it."""
    before: int | None = None  # the figure last told
    left: int | None = None  # the same, less those lost since
    for rung in rungs:
        for figure, lost in ((_came_in(rung), None), (_went_on(rung), rung.families_lost)):
            if lost is not None:
                yield lost
                if left is not None:
                    left -= lost
                    yield left
            if figure is not None:
                yield figure
                if before is not None and left is not None:
                    yield before - figure
                    yield left - figure
                before = left = figure


def _came_in(rung: Rung) -> int | None:
    """How many came in, if need be worked out as a reader would."""
    if rung.families_in is None and rung.families_on is not None and rung.families_lost is not None:
        return rung.families_on + rung.families_lost
    return rung.families_in


def _went_on(rung: Rung) -> int | None:
    """How many went on, if need be worked out as a reader would."""
    if rung.families_on is None and rung.families_in is not None and rung.families_lost is not None:
        return max(rung.families_in - rung.families_lost, 0)
    return rung.families_on


def share_tells_small(share: float, base: int, threshold: int = DEFAULT_THRESHOLD) -> bool:
    """Whether `share` per cent of `base` families may be a small count, or leave one: half of twelve is six.

    The share may have been rounded to a whole number, so every count that rounds to it is one it may tell.
    """
    counts = {count for small in range(1, threshold) for count in (small, base - small) if 0 <= count <= base}
    return any(abs(100 * count - share * base) <= base / 2 for count in counts)


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

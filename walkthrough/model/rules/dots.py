# SPDX-License-Identifier: MIT
"""Whether the dots that were counted can be right: people here, times the dots that each of them has.

Pure. It only says what does not add up; nothing is ever refused because of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

FEWEST_DOTS, MOST_DOTS, USUAL_DOTS = 1, 5, 3


class DotCheck(NamedTuple):
    """`code` is "fits", "over" (more dots than there can be) or "under"; `many` by how many."""

    code: str
    many: int


def check_dots(votes: Iterable[int], people: int, dots: int) -> DotCheck:
    """Hold the dots counted against those that were given out.

    Args:
        votes: the total of each theme.
        people: how many are here now.
        dots: how many each of them may place.
    """
    off = sum(votes) - people * dots
    if off == 0:
        return DotCheck("fits", 0)
    return DotCheck("over" if off > 0 else "under", abs(off))

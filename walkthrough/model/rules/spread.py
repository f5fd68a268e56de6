# SPDX-License-Identifier: MIT
"""Which of several questions the room sees most differently: those come first. Whole numbers only.

Pure. It knows no ballot and no sentence; whether tallies may be shown at all is decided before.
"""

from __future__ import annotations

from collections.abc import Sequence

from walkthrough.model.rules.agreement import words_of

_WIDEST_FIRST = ("differ", "close", "not_sure", "too_few", "agree")
"""What the room said of a question, in the order in which it is worth a talk."""


def span(tallies: Sequence[int]) -> tuple[int, int]:
    """The lowest and the highest stage that anybody chose; (0, 0) where nobody chose any.

    Args:
        tallies: how many were not sure, then how many chose stage 1, 2, ... K.
    """
    chosen = [stage for stage, many in enumerate(tallies) if stage and many]
    return (chosen[0], chosen[-1]) if chosen else (0, 0)


def widest_first(asked: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """The places of the questions, the one that is seen most differently first.

    What was said decides, then how many see it two or more stages away, then the distance between the lowest
    and the highest stage chosen, then the order given.

    Args:
        asked: the tallies of each question, in the order of the ladder; empty ones, which may not be shown,
            come last.
    """
    return tuple(sorted(range(len(asked)), key=lambda at: (*_narrowness(asked[at]), at)))


def _narrowness(tallies: Sequence[int]) -> tuple[int, int, int]:
    if not tallies:
        return (len(_WIDEST_FIRST), 0, 0)
    told = words_of(tallies)
    low, high = span(tallies)
    return (_WIDEST_FIRST.index(told.code), -told.tail, low - high)

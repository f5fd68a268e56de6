# SPDX-License-Identifier: MIT
"""How far a room agrees on a stage, from how many chose each one (RULES 2). Whole numbers, never an average.

Pure. It knows no ballot and no sentence: whether tallies may be shown at all is decided before.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

FEWEST_TO_SAY = 5
"""With fewer ratings than this, nothing is said about agreement."""
FAR_APART = 2
"""Somebody who sees it this many stages away, or more, is counted in the tail."""


class Agreeing(msgspec.Struct, frozen=True, gc=False):
    """What can be said of a round.

    Args:
        code: "not_sure", "too_few", "agree", "close" or "differ".
        stages: the stage agreed on, or the two neighbours the room is close on; else empty.
        tail: how many see it two or more stages away from the nearest most-chosen stage.
        not_sure: how many were not sure or left it blank.
        rated: how many chose a stage.
        middle: the stage in the middle, or the two stages it lies between; empty without a rating.
    """

    code: str
    stages: tuple[int, ...]
    tail: int
    not_sure: int
    rated: int
    middle: tuple[int, ...]


def words_of(tallies: Sequence[int]) -> Agreeing:
    """Say how far a room agrees.

    Args:
        tallies: how many were not sure, then how many chose stage 1, 2, ... K.
    """
    not_sure, *chose = tallies
    rated = sum(chose)
    code, stages = _said(not_sure, chose, rated)
    return Agreeing(code, stages, _tail(chose, rated), not_sure, rated, _middle(chose, rated))


def _said(not_sure: int, chose: Sequence[int], rated: int) -> tuple[str, tuple[int, ...]]:
    """The code and the stages it names. The order of these lines is the rule."""
    if 2 * not_sure >= rated + not_sure:
        return "not_sure", ()
    if rated < FEWEST_TO_SAY:
        return "too_few", ()
    if 4 * max(chose) >= 3 * rated:
        return "agree", (chose.index(max(chose)) + 1,)
    pairs = [one + two for one, two in pairwise(chose)]
    if len(chose) > 2 and 5 * max(pairs) >= 4 * rated:
        lower = pairs.index(max(pairs)) + 1
        return "close", (lower, lower + 1)
    return "differ", ()


def _tail(chose: Sequence[int], rated: int) -> int:
    if not rated:
        return 0
    most = [stage for stage, many in enumerate(chose) if many == max(chose)]
    return sum(
        many
        for stage, many in enumerate(chose)
        if min(abs(stage - favourite) for favourite in most) >= FAR_APART
    )


def _middle(chose: Sequence[int], rated: int) -> tuple[int, ...]:
    if not rated:
        return ()
    ratings = [stage for stage, many in enumerate(chose, start=1) for _ in range(many)]
    lower, upper = ratings[(rated - 1) // 2], ratings[rated // 2]
    return (lower,) if lower == upper else (lower, upper)

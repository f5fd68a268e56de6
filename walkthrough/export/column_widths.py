# SPDX-License-Identifier: MIT
"""How wide the columns of a table are. It knows numbers only: neither text nor any paper."""

from __future__ import annotations

from collections.abc import Sequence


def shared_out(weights: Sequence[float], needed: Sequence[float], width: float) -> list[float]:
    """Widths by weight, but none so narrow that a usual word breaks, if the others can spare it.

    Args:
        weights: each column's share of the width.
        needed: the least width of each, in points: its longest word with padding.
        width: of the whole table, in points.
    """
    share = width / sum(weights)
    wanted = [weight * share for weight in weights]
    ceiling = width * min(0.3, 1.6 / len(weights))
    least = [min(need, ceiling) for need in needed]
    short = sum(max(need - want, 0.0) for need, want in zip(least, wanted, strict=True))
    spare = sum(max(want - need, 0.0) for need, want in zip(least, wanted, strict=True))
    if short <= 0.0 or spare <= 0.0:
        return wanted
    given = min(1.0, short / spare)
    grown = min(1.0, spare / short)
    return [
        want + (need - want) * (grown if need > want else given)
        for need, want in zip(least, wanted, strict=True)
    ]

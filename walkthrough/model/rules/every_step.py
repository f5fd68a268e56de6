# SPDX-License-Identifier: MIT
"""Which of the checks at every step are said aloud at the end of a meeting. Pure.

The one about the people most affected always; two more take turns: after a few meetings all were said.
"""

from __future__ import annotations

from collections.abc import Sequence

ALWAYS = "most-affected"
TURNS = 2
"""How many others are said aloud beside it."""


def said_aloud(codes: Sequence[str], place: int) -> tuple[str, ...]:
    """Return the codes of the checks to say aloud, in the order of `codes`.

    Args:
        codes: all checks in their order.
        place: how many meetings were held before this one.
    """
    others = [code for code in codes if code != ALWAYS]
    many = min(TURNS, len(others))
    start = place * TURNS % len(others) if others else 0
    turns = {others[(start + n) % len(others)] for n in range(many)}
    return tuple(code for code in codes if code == ALWAYS or code in turns)

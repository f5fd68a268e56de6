# SPDX-License-Identifier: MIT
"""When private ratings may be shown, and to whom they may be asked (RULES 2). Pure; it knows no ballot."""

from __future__ import annotations

FEWEST_BALLOTS = 5
"""With fewer in the box only their number is shown and kept. Not-sure ones count, spoilt ones do not."""
FEWEST_PEOPLE = 5
"""With fewer in the room no private round is offered: open talk, or a show of hands."""


def may_show(ballots: int) -> bool:
    """Whether the tallies of so many ballots may be shown."""
    return ballots >= FEWEST_BALLOTS


def may_ask(people: int) -> bool:
    """Whether a private round is offered to so many people; 0 where nobody counted them."""
    return people == 0 or people >= FEWEST_PEOPLE


def sheets_off(handed_out: int | None, returned: int, spoilt: int) -> int:
    """How many sheets there are too many (above 0) or too few (below 0) against those handed out; 0 where
    nobody counted.
    """
    return 0 if handed_out is None else returned + spoilt - handed_out


def warn_again(before: int, now: int, left: int = 0) -> bool:
    """Whether to warn before the same is asked again: somebody left since, so that taking the new result from
    the old one could show how they rated. The round may still be held.

    Args:
        before: how many were here when it was asked before, or how many ballots there were if that is more.
        now: how many are here; 0 where nobody counted.
        left: how many are known to have left since (as many may have come).
    """
    return left > 0 or 0 < now < before

# SPDX-License-Identifier: MIT
"""When private ratings may be shown, and to whom they may be asked (RULES 2). Pure; it knows no ballot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from walkthrough.model.rules.agreement import words_of
from walkthrough.model.rules.fixing import Seen, a_part_is_fixed

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


class Part(msgspec.Struct, frozen=True, gc=False):
    """What may be shown of one part of those who answered a questionnaire.

    Args:
        name: the agency or group; "" for everyone else.
        ballots: how many, five or more.
        middles: for each question where its middle lies: twice the same answer, or the two it lies between.
    """

    name: str
    ballots: int
    middles: tuple[tuple[int, int], ...]


def split_of(tallies: Mapping[str, Sequence[Sequence[int]]]) -> tuple[Part, ...]:
    """The parts of a questionnaire's answers that may be shown, everyone else last; () for no split.

    Groups of five or more are shown; all others, with those who named none, are everyone else. While that is
    one to four people, the smallest group joins it (of two the one given later). With fewer than two parts
    left there is no split. Nor is there one if, for one question, all that is shown leaves one part no tally
    but its own, be it because everybody agrees. Then the split of *all* questions is dropped: to leave out
    one question would tell that just there a part can be worked out, and, with the sizes of the parts shown,
    often how.

    Args:
        tallies: for each group ("" for those who named none) and each question, in one order: how many left
            it blank, then how many gave answer 1, 2, ... K. Only questions whose answers have an order.
    """
    groups = {name: many for name, told in tallies.items() if (many := sum(told[0]) if told else 0)}
    shown = {name: many for name, many in groups.items() if name and many >= FEWEST_BALLOTS}
    while 0 < sum(groups.values()) - sum(shown.values()) < FEWEST_BALLOTS and shown:
        del shown[min(reversed(shown), key=shown.__getitem__)]
    parts = {name: tallies[name] for name in shown}
    if others := [tallies[name] for name in groups if name not in shown]:
        parts[""] = [_added(told) for told in zip(*others, strict=True)]
    if len(parts) < 2:
        return ()
    split = tuple(_part(name, told) for name, told in parts.items())
    for place in range(len(split[0].middles)):
        seen = [Seen(part.ballots, *part.middles[place]) for part in split]
        if a_part_is_fixed(seen, [parts[part.name][place] for part in split]):
            return ()
    return split


def _added(tallies: Sequence[Sequence[int]]) -> list[int]:
    return [sum(answers) for answers in zip(*tallies, strict=True)]


def _part(name: str, told: Sequence[Sequence[int]]) -> Part:
    middles = (words_of(tally).middle for tally in told)
    return Part(name, sum(told[0]), tuple((found[0], found[-1]) if found else (0, 0) for found in middles))

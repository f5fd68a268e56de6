# SPDX-License-Identifier: MIT
"""Whether somebody who sees the tally of all, and the size and middle of each part, can work out the tally of
a part (RULES 2). Exact, in whole numbers. Pure; it knows no ballot and no sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial

import msgspec

# For given numbers of blank answers, the tallies that a part can have fill the steps below, at and above its
# middle within bounds. Such sets (bases of laminar polymatroids) add up without gaps: a total can be shared
# out among the parts if and only if no choice of steps holds more of it than all parts can put there.
# So one comparison for each choice of steps stands for all ways to share; only the blank answers are tried
# one by one.

Sums = tuple[int, ...]
"""A number for each choice of steps: bit 0 of its place stands for step 1, bit 1 for step 2 ..."""


class Seen(msgspec.Struct, frozen=True, gc=False):
    """What is shown of one part: how many ballots, and its middle: `low` and `high` equal, or two steps, or
    0 where all are blank.
    """

    ballots: int
    low: int
    high: int


def a_part_is_fixed(parts: Sequence[Seen], tallies: Sequence[Sequence[int]]) -> bool:
    """Whether all that is shown of one question leaves a part no tally but its own.

    Args:
        parts: what is shown of each.
        tallies: what each answered: blank ones, then how many chose step 1, 2, ... K. Their sum is shown.
    """
    if not all(part.low for part in parts):
        return True
    total = [sum(column) for column in zip(*tallies, strict=True)]
    return any(
        not any(
            _can_be(total, parts, _Least(place, step, many + 1), [given[0] for given in tallies])
            for step, many in enumerate(tally)
        )
        for place, tally in enumerate(tallies)
    )


class _Least(msgspec.Struct, frozen=True, gc=False):
    """What is asked for: at least so many of one part at one step (0: blank)."""

    place: int
    step: int
    many: int


class _Option(msgspec.Struct, frozen=True, gc=False):
    """A number of blank answers that a part can have, and the most it can then put into each choice of
    steps.
    """

    blank: int
    most: Sums


def _can_be(total: Sequence[int], parts: Sequence[Seen], least: _Least, blanks: Sequence[int]) -> bool:
    """Whether the total can be shared out among the parts, with so many at one step in one of them."""
    steps = len(total) - 1
    options = []
    for place, part in enumerate(parts):
        step, many = (least.step, least.many) if least.place == place else (0, 0)
        found = _options(part, steps, total[0], step, many)
        if not found:
            return False
        options.append(sorted(found, key=partial(_away, blanks[place])))
    needed = tuple(_within(total, chosen) for chosen in range(2**steps))
    return _Sharing(options).reaches(0, total[0], needed)


def _away(blank: int, option: _Option) -> int:
    return abs(option.blank - blank)


class _Sharing:
    """Looks for a number of blank answers for each part, from the actual ones outwards."""

    def __init__(self, options: Sequence[Sequence[_Option]]) -> None:
        self._options = options
        none = (0,) * len(options[0][0].most)
        self._later: list[Sums] = [none]  # the most that the parts from here on can put anywhere
        self._blank: list[tuple[int, int]] = [(0, 0)]  # the fewest and the most blank ones among them
        for some in reversed(options):
            best = tuple(map(max, zip(*(one.most for one in some), strict=True)))
            self._later.insert(0, tuple(map(sum, zip(best, self._later[0], strict=True))))
            fewest, most = self._blank[0]
            blanks = [one.blank for one in some]
            self._blank.insert(0, (fewest + min(blanks), most + max(blanks)))
        self._dead: set[tuple[int, int, Sums]] = set()

    def reaches(self, place: int, blank: int, needed: Sums) -> bool:
        """Whether the parts from `place` on can have so many blank answers and put as much as needed into
        each choice of steps.
        """
        fewest, most = self._blank[place]
        if not fewest <= blank <= most or any(map(int.__gt__, needed, self._later[place])):
            return False
        if place == len(self._options):
            return True
        here = (place, blank, needed)
        if here in self._dead:
            return False
        for option in self._options[place]:
            left = tuple(max(need - put, 0) for need, put in zip(needed, option.most, strict=True))
            if self.reaches(place + 1, blank - option.blank, left):
                return True
        self._dead.add(here)
        return False


@lru_cache(maxsize=512)
def _options(part: Seen, steps: int, blank: int, step: int, many: int) -> tuple[_Option, ...]:
    """Every number of blank answers, up to `blank`, that goes with the middle of a part and with so many at
    that step.
    """
    return tuple(_tried(part, steps, blank, (step, many)))


def _tried(part: Seen, steps: int, blank: int, least: tuple[int, int]) -> Iterator[_Option]:
    step, many = least
    for blanks in range(many if step == 0 else 0, min(blank, part.ballots - 1) + 1):
        rated = part.ballots - blanks
        if part.low != part.high and rated % 2:
            continue
        bounds = {} if part.low == part.high else {_bit(part.low): 1, _bit(part.high): 1}
        if step:
            bounds[_bit(step)] = max(bounds.get(_bit(step), 0), many)
        groups = _groups(part, steps, rated)
        if all(_held(bounds, group) <= most for group, most in groups):
            yield _Option(blanks, tuple(_most(groups, bounds, rated, chosen) for chosen in range(2**steps)))


Groups = tuple[tuple[int, int], ...]
"""Choices of steps that together take no more than so many; each step stands in one."""


def _groups(part: Seen, steps: int, rated: int) -> Groups:
    """Where the middle is one step, on each side of it lies less than half. Where it lies between two, half
    is at the lower one or below it, half at the upper one or above.
    """
    below, above = _bit(part.low) - 1, 2**steps - 2 * _bit(part.high)
    if part.low == part.high:
        side = (rated - 1) // 2
        return (below, side), (_bit(part.low), rated), (above, side)
    between = _bit(part.high) - 2 * _bit(part.low)
    return (below + _bit(part.low), rated // 2), (between, 0), (above + _bit(part.high), rated // 2)


def _most(groups: Groups, bounds: Mapping[int, int], rated: int, chosen: int) -> int:
    """The most that a part can put into a choice of steps, with what others must have at least kept back."""
    put = sum(most - _held(bounds, group & ~chosen) for group, most in groups if group & chosen)
    return min(put, rated - _held(bounds, ~chosen))


def _held(bounds: Mapping[int, int], chosen: int) -> int:
    return sum(many for step, many in bounds.items() if step & chosen)


def _within(total: Sequence[int], chosen: int) -> int:
    return sum(many for step, many in enumerate(total) if step and _bit(step) & chosen)


def _bit(step: int) -> int:
    return 1 << (step - 1)

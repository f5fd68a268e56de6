# SPDX-License-Identifier: MIT
"""The day by which a stage check is named in a list; two of one day get what tells them apart.

It must not know what a check holds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from typing import Protocol

from walkthrough.export.calendar import day_words
from walkthrough.wording import Wording


class DatedCheck(Protocol):
    """What a check is told apart by."""

    @property
    def id(self) -> str:
        """Its key."""
        ...

    @property
    def as_of(self) -> date:
        """The day it is for."""
        ...

    @property
    def ladder(self) -> str:
        """The name of the ladder it asks by."""
        ...

    @property
    def version(self) -> str:
        """Which version of the ladder."""
        ...


def check_days(words: Wording, checks: Iterable[DatedCheck]) -> dict[str, str]:
    """The day of each check by its key; of two of one day also the ladder, its version, or which it is.

    Args:
        words: of the reader's language.
        checks: all checks, the oldest first.
    """
    checks = tuple(checks)
    named = {one.id: day_words(words, one.as_of) for one in checks}
    ways: tuple[Callable[[DatedCheck], str], ...] = (_ladder, _version)
    for day in {one.as_of for one in checks}:
        same = [one for one in checks if one.as_of == day]
        told, apart = max(((way, len({way(one) for one in same})) for way in ways), key=lambda way: way[1])
        if apart > 1:
            named.update({one.id: f"{named[one.id]} · {told(one)}" for one in same})
    return counted(checks, named)


def _ladder(check: DatedCheck) -> str:
    return check.ladder


def _version(check: DatedCheck) -> str:
    return f"{check.ladder}, {check.version}"


def counted(checks: Iterable[DatedCheck], named: dict[str, str]) -> dict[str, str]:
    """The same names, with a "(1)" and a "(2)" behind two that read the same."""
    checks = tuple(checks)
    many, seen = Counter(named[one.id] for one in checks), Counter[str]()
    found = {}
    for one in checks:
        name = named[one.id]
        seen[name] += 1
        found[one.id] = f"{name} ({seen[name]})" if many[name] > 1 else name
    return found

# SPDX-License-Identifier: MIT
"""Whether an agenda fits its meeting and leaves each station time enough to be walked. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from walkthrough.model.words import AgendaKind

LEAST_PER_STATION = 8
"""Minutes that a station with its hand-off needs, at the least (DESIGN.md 8)."""


class PartLike(Protocol):
    """What is looked at of a part."""

    @property
    def kind(self) -> AgendaKind: ...
    @property
    def minutes(self) -> int: ...


def minutes_planned(parts: Iterable[PartLike]) -> int:
    """All minutes of an agenda."""
    return sum(part.minutes for part in parts)


def stations_that_fit(minutes: int) -> int:
    """How many stations, hand-offs and all, a walk of so many minutes has time for."""
    return max(minutes, 0) // LEAST_PER_STATION


def is_too_short(minutes: int, stations: int) -> bool:
    """Whether a walk part gives less than it needs to a station; `stations` 0 is not known, taken as one."""
    return minutes < LEAST_PER_STATION * max(stations, 1)

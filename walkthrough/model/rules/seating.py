# SPDX-License-Identifier: MIT
"""The empty-chair grid: which sectors have a row, how the chairs of a cell stand, and who is missing.

Pure. It looks at partners and seats by their attributes and formats no sentence.
"""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from walkthrough.model.words import Seated, Tier

FAMILIES, TRIBES, OTHER = "families", "tribes", "other"
"""Sectors that the grid treats in a way of their own; the ids of the content list."""
FIRST = (FAMILIES, TRIBES)
"""Always in the grid, on top: the two that are most often forgotten."""
_EMPTY = (Seated.VACANT, Seated.LEFT)


class PartnerLike(Protocol):
    """What is looked at of a partner."""

    @property
    def sector(self) -> str: ...
    @property
    def has_left(self) -> bool: ...


class SeatLike(Protocol):
    """What is looked at of a seat."""

    @property
    def id(self) -> str: ...
    @property
    def sector(self) -> str: ...
    @property
    def tier(self) -> Tier: ...
    @property
    def state(self) -> Seated: ...


class Lack(enum.StrEnum):
    """In which way somebody is missing."""

    SEAT = "seat"
    FAMILY_VOICE = "family_voice"
    SECTOR = "sector"


@dataclass(frozen=True)
class Missing:
    """Somebody who is not at the table: an empty seat, no family voice in a tier, or a whole sector."""

    lack: Lack
    sector: str
    tier: Tier | None = None
    seat_id: str = ""

    @property
    def key(self) -> str:
        """Names it among the others, for as long as it lasts."""
        return f"{self.lack}:{self.seat_id or self.sector}:{self.tier or ''}"


def sectors_shown(
    order: Sequence[str], partners: Iterable[PartnerLike], seats: Iterable[SeatLike]
) -> tuple[str, ...]:
    """The sectors that have a row: families and tribes always and first, then those with a partner or a seat.

    Args:
        order: the sectors in the order of the content list.
        partners: those that left give no row of their own.
        seats: all of them.
    """
    taken = {one.sector for one in partners if not one.has_left} | {one.sector for one in seats}
    unknown = sorted(taken - set(order) - set(FIRST))
    return (*FIRST, *(sector for sector in order if sector in taken and sector not in FIRST), *unknown)


def standing(seats: Iterable[SeatLike], sector: str, tier: Tier) -> dict[Seated, int]:
    """How many seats of a cell stand in each state, in the order of `Seated`; without those of no seat."""
    found = Counter(one.state for one in seats if one.sector == sector and one.tier == tier)
    return {state: found[state] for state in Seated if found[state]}


def who_is_missing(
    order: Sequence[str], partners: Sequence[PartnerLike], seats: Sequence[SeatLike]
) -> tuple[Missing, ...]:
    """Who is not at the table: family voice by tier, then empty seats, then sectors without a partner.

    An invited seat is not missing. A tier in which families have an empty seat is named once, as that seat.
    """
    families = [one for one in seats if one.sector == FAMILIES]
    voices = tuple(
        Missing(Lack.FAMILY_VOICE, FAMILIES, tier)
        for tier in Tier
        if not any(one.tier == tier for one in families)
    )
    rank = {sector: place for place, sector in enumerate((*FIRST, *order))}
    empty = sorted(
        (one for one in seats if one.state in _EMPTY),
        key=lambda one: (rank.get(one.sector, 99), list(Tier).index(one.tier)),
    )
    chairs = tuple(Missing(Lack.SEAT, one.sector, one.tier, one.id) for one in empty)
    present = {one.sector for one in partners if not one.has_left} | {one.sector for one in seats}
    absent = tuple(
        Missing(Lack.SECTOR, sector)
        for sector in dict.fromkeys((TRIBES, *order))
        if sector not in present and sector not in (FAMILIES, OTHER)
    )
    return voices + chairs + absent

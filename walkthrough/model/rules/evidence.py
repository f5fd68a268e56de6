# SPDX-License-Identifier: MIT
"""Which evidence is complete, which counts for a stage on a day, and which is old (RULES 1).

Pure functions over frozen rows. They know neither the workbook nor any sentence.
"""

from __future__ import annotations

from datetime import date

import msgspec

from walkthrough.model.words import Proof

NEEDED: dict[Proof, tuple[str, ...]] = {
    Proof.DOCUMENT: ("what", "place"),
    Proof.COUNT: ("amount", "source", "day"),
    Proof.EVENT: ("what", "day"),
    Proof.EXAMPLE: ("role", "day", "what"),
}
"""The fields without which a piece of evidence is not complete, in the order in which they are asked for."""

_HARD = frozenset({Proof.DOCUMENT, Proof.COUNT, Proof.EVENT})


class Shown(msgspec.Struct, frozen=True, gc=False):
    """One piece of evidence; `day` is the day it shows, not the day it was written down."""

    proof: Proof
    what: str = ""
    place: str = ""
    amount: str = ""
    source: str = ""
    role: str = ""
    day: date | None = None


def missing(shown: Shown) -> tuple[str, ...]:
    """The names of the fields that are still empty and needed; none means complete."""
    return tuple(name for name in NEEDED[shown.proof] if _is_empty(getattr(shown, name)))


def counts(shown: Shown, stage: int, stages: int, as_of: date) -> bool:
    """Whether it counts for `stage` (1 the lowest of `stages`) on the day `as_of`.

    It must be complete and not of a later day. In the upper half of the ladder an example is too little.
    """
    if missing(shown) or (shown.day is not None and shown.day > as_of):
        return False
    return in_lower_half(stage, stages) or shown.proof in _HARD


def in_lower_half(stage: int, stages: int) -> bool:
    """Whether an observed example is enough at this stage; the middle of an odd ladder is not lower."""
    return 2 * stage <= stages


def is_old(shown: Shown, as_of: date) -> bool:
    """Whether its day lies more than twelve months before `as_of`; it still counts. No day: not old."""
    return shown.day is not None and shown.day < a_year_before(as_of)


def a_year_before(day: date) -> date:
    """The same day of the year before; 28 February for the 29th."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


def _is_empty(value: str | date | None) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())

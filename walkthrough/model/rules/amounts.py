# SPDX-License-Identifier: MIT
"""What a count that was typed as words is worth as a number: "1,204", "93 %", "140 hours a month".

Pure functions. Where a text holds no number, or more than one, nothing is guessed.
"""

from __future__ import annotations

import re

import msgspec

_NUMBER = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(?:[.](\d+)|,(\d{1,2}))?(?![\d.,]*\d)\s*(\D*)$")
_NOT_A_UNIT = re.compile(r"(of|out|de|or|o|to|a|and|y|per|/|-|–|x)\b|[-–/+<>~]", re.IGNORECASE)


class Amount(msgspec.Struct, frozen=True, gc=False):
    """A number, and what it counts: "%", "hours a month", or nothing."""

    value: float
    unit: str = ""


def amount_of(text: str) -> Amount | None:
    """The one number that a text begins with, and its unit; None where it says it in another way.

    A comma before three digits parts thousands, before one or two it marks decimals. "11 of 11" and
    "4 times, then 2 times" are no single number.
    """
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        return None
    whole, point, comma, unit = found.groups()
    if point is None and comma is not None and "," in whole:
        return None
    unit = unit.strip(" .,;:")
    if _NOT_A_UNIT.match(unit):
        return None
    return Amount(float(f"{whole.replace(',', '')}.{point or comma or 0}"), unit)

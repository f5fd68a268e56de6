# SPDX-License-Identifier: MIT
"""The digits of one paper ballot while it is typed: which question comes next, which digits it takes.

It must not know a widget nor a box.
"""

from __future__ import annotations

from collections.abc import Sequence


class SheetLine:
    """One sheet. `most` is the highest answer of each question; 0 is not sure or blank everywhere."""

    def __init__(self, most: Sequence[int]) -> None:
        self.most = tuple(most)
        self.digits: tuple[int, ...] = ()

    @property
    def at(self) -> int:
        """The question that the next digit answers, the first 0; past the last one when all are answered."""
        return len(self.digits)

    @property
    def is_begun(self) -> bool:
        """Whether a digit was typed."""
        return bool(self.digits)

    @property
    def is_full(self) -> bool:
        """Whether every question has its digit."""
        return self.at == len(self.most)

    def type(self, digit: int) -> bool:
        """Take a digit for the next question; False for one that it does not have."""
        if self.is_full or not 0 <= digit <= self.most[self.at]:
            return False
        self.digits += (digit,)
        return True

    def back(self) -> bool:
        """Take the last digit back; False where there is none."""
        if not self.digits:
            return False
        self.digits = self.digits[:-1]
        return True

    def clear(self) -> None:
        """Begin anew."""
        self.digits = ()

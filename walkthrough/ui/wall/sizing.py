# SPDX-License-Identifier: MIT
"""How large the words on the wall are: by the size of the room if somebody gave it, and by this machine's
steps larger or smaller.

Pure; it must not know a window.
"""

from __future__ import annotations

from dataclasses import dataclass

from walkthrough.model.rules.sight import usual_size, words_size
from walkthrough.settings import WALL_STEPS

_PER_STEP = 1.1
LEAST_SHARE, MOST_SHARE = 1 / 60, 1 / 9
"""Limits of the size over the height of the picture: a page of small print, and a question on three lines."""


@dataclass(frozen=True)
class Sizing:
    """What the size of the words follows from.

    Args:
        picture_cm, back_row_cm: the picture's width and the distance of the last row; None: not known.
        step: steps larger (above 0) or smaller, from `settings.WALL_STEPS`.
    """

    picture_cm: int | None = None
    back_row_cm: int | None = None
    step: int = 0

    def words(self, width: int, height: int) -> int:
        """Return the size of running text for a picture of this many logical pixels, in the same pixels."""
        if self.picture_cm and self.back_row_cm:
            size = words_size(self.picture_cm, self.back_row_cm, width)
        else:
            size = usual_size(height)
        least, most = round(height * LEAST_SHARE), round(height * MOST_SHARE)
        return min(max(round(size * _PER_STEP**self.step), least), most)

    def stepped(self, by: int) -> int:
        """Return the step that is this many larger or smaller, within their limits."""
        return min(max(self.step + by, WALL_STEPS[0]), WALL_STEPS[1])

# SPDX-License-Identifier: MIT
"""Which way a text runs, and in which order its parts stand side by side. It knows no face and no page.

Levels are those of the Unicode bidirectional algorithm: even ones run to the right, odd ones to the left.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any, Final

LEFTWARDS: Final = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Where the letters lie that run to the left; digits and marks are among them."""

_JOINERS: Final = dict.fromkeys(map(ord, "\u200c\u200d"), "\u0301")  # a mark goes with the letter before it


def runs_leftwards(text: str) -> bool:
    """Whether a letter of `text` runs to the left."""
    return (
        not text.isascii()
        and LEFTWARDS.search(text) is not None
        and any(unicodedata.bidirectional(char) in ("R", "AL") for char in text)
    )


def begins_leftwards(text: str) -> bool:
    """Whether the first letter of `text` that has a direction runs to the left: so does the paragraph."""
    if not runs_leftwards(text):
        return False
    ways = (unicodedata.bidirectional(char) for char in text)
    return next(way for way in ways if way in ("L", "R", "AL")) != "L"


def levels(text: str) -> list[int]:
    """The level of each character of a paragraph."""
    from bidi import algorithm

    storage: dict[str, Any] = algorithm.get_empty_storage()
    storage["base_level"] = int(begins_leftwards(text))
    storage["base_dir"] = "LR"[storage["base_level"]]
    algorithm.get_embedding_levels(text.translate(_JOINERS), storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    return [char["level"] for char in storage["chars"]]


def in_sight(parts: Sequence[int]) -> list[int]:
    """The order from left to right of the parts of a line, given by their levels in reading order."""
    order = list(range(len(parts)))
    for level in range(max(parts, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and parts[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = max(end, start + 1)
    return order


def side_by_side(widths: list[float], levels: list[int]) -> tuple[list[float], float]:
    """Where each part of a line begins, from its left edge, and the width of all.

    Widths and levels are given in reading order.
    """
    starts, at = [0.0] * len(widths), 0.0
    for index in in_sight(levels):
        starts[index] = at
        at += widths[index]
    return starts, at

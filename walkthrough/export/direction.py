# SPDX-License-Identifier: MIT
"""Which way a text runs, and in which order its parts stand side by side. It knows no face and no page.

Levels are those of the Unicode bidirectional algorithm: even ones run to the right, odd ones to the left.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any, Final

LEFTWARDS: Final = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Where the letters lie that run to the left; digits and marks are among them."""

_BRACKETS: Final = {"(": ")", "[": "]", "{": "}"}
_DEEPEST: Final = 63  # as the rule has it
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
    _match_brackets(storage["chars"], "LR"[storage["base_level"]])
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    return [char["level"] for char in storage["chars"]]


def _match_brackets(chars: list[dict[str, Any]], base: str) -> None:
    """Give both brackets of a pair one direction (rule N0), which the library, older than it, does not."""
    for opening, closing in sorted(_pairs(chars)):
        inside = {_way(char["type"]) for char in chars[opening + 1 : closing]}
        ways = (_way(chars[at]["type"]) for at in range(opening - 1, -1, -1))
        before = next((way for way in ways if way), base)
        if base in inside:
            way = base
        elif inside - {""}:
            way = before  # all inside runs against the paragraph: so do the brackets, if the words before do
        else:
            continue
        chars[opening]["type"] = chars[closing]["type"] = way


def _pairs(chars: list[dict[str, Any]]) -> Iterator[tuple[int, int]]:
    waiting: list[int] = []
    for at, char in enumerate(chars):
        if char["type"] != "ON":
            continue
        if char["ch"] in _BRACKETS:
            if len(waiting) == _DEEPEST:
                return
            waiting.append(at)
        elif char["ch"] in _BRACKETS.values():
            match = next(
                (one for one in reversed(waiting) if _BRACKETS[chars[one]["ch"]] == char["ch"]), None
            )
            if match is not None:
                del waiting[waiting.index(match) :]
                yield match, at


def _way(kind: str) -> str:
    """Numbers count as running to the left here."""
    return "R" if kind in ("R", "AN", "EN") else "L" if kind == "L" else ""


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

# SPDX-License-Identifier: MIT
"""Which lane a typed tag means: "@tr", "@cw", "@3". Pure; it knows nothing of the rest of the line.

A single letter means a lane only where its short name begins so; others that a word begins so are offered.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

import msgspec

TAG = re.compile(r"(?:(?<=\s)|^)@([^\s@]*)")
"""A tag stands at the start of a word; its name is the first group."""
_SHORT, _NO_FIT = 1, 4


class LaneTag(msgspec.Struct, frozen=True, gc=False):
    """A lane as the line knows it: its key, its place (0 is the family) and what it is called."""

    id: str
    pos: int
    short: str
    name: str
    code: str = ""


def lanes_like(word: str, lanes: Iterable[LaneTag]) -> tuple[LaneTag, ...]:
    """The lanes that `word` may mean, the likeliest first: all of them for an empty word."""
    ranked = sorted((_fit(word, lane), lane.pos, lane.id, lane) for lane in lanes)
    return tuple(lane for fit, _pos, _id, lane in ranked if fit < _NO_FIT)


def lane_named(word: str, lanes: Iterable[LaneTag]) -> LaneTag | None:
    """The one lane that fits `word` best, or None if none does or several do alike."""
    ranked = sorted((_fit(word, lane), lane.pos, lane.id, lane) for lane in lanes)
    if (
        not word
        or not ranked
        or ranked[0][0] == _NO_FIT
        or (len(word) == 1 and ranked[0][0] > _SHORT)
        or (len(ranked) > 1 and ranked[1][0] == ranked[0][0])
    ):
        return None
    return ranked[0][3]


def tag_at_end(text: str) -> str | None:
    """The tag being typed at the end of the text, without its @; None if there is none."""
    found = list(TAG.finditer(text))
    return found[-1][1] if found and found[-1].end() == len(text) else None


def tags_in(text: str) -> tuple[str, ...]:
    """The words of a text that look like tags, each with its @."""
    return tuple(found[0] for found in TAG.finditer(text) if found[1])


def _fit(word: str, lane: LaneTag) -> int:
    """How well a word fits a lane: 0 exactly, 1 its short name, 2 its other names, 3 a word inside them."""
    word = _plain(word)
    words = [part for part in re.split(r"\W+", _plain(lane.name)) if part]
    initials = "".join(part[0] for part in words)
    short, others = _plain(lane.short), (_plain(lane.name), _plain(lane.code), initials)
    if word in (short, *others, str(lane.pos)) and word:
        return 0
    if short.startswith(word):
        return _SHORT
    if len(word) == 1:  # a code or initials would surprise: whoever typed it meant a word
        return 3 if any(part.startswith(word) for part in (*words, *short.split())) else _NO_FIT
    if any(name.startswith(word) for name in others if name):
        return 2
    return 3 if any(part.startswith(word) for part in words if len(part) > 3) else _NO_FIT


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in apart if not unicodedata.combining(c))

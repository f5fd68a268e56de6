# SPDX-License-Identifier: MIT
"""Finds the glyphs of scripts whose letters join or carry marks, and where each stands. It knows no page.

The shaper is loaded with the first such text; plain Latin never needs it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from walkthrough.export.fonts import FILES, FOLDER, face

if TYPE_CHECKING:
    import uharfbuzz

_PLAIN: Final = {"kern": False, "liga": False, "clig": False, "calt": False}
"""As both papers set all text; ligatures that a script cannot do without stay on."""

_NARROW: Final = 0x0627  # the letter alef
_NOTHING: Final = "\u200b"
"""What a glyph says when those before it have said the whole cluster."""


class Glyph(NamedTuple):
    """A glyph by its number in the face, what it says, and where it stands in 1/1000 of the size.

    `x` is from the left edge of the stretch, `y` from the baseline upwards. One that is not `shown` is there
    only to say something.
    """

    number: int
    says: str
    x: float
    y: float
    shown: bool = True


class Shaped(NamedTuple):
    """The glyphs of a stretch in reading order, and the width of it all in 1/1000 of the size."""

    glyphs: tuple[Glyph, ...]
    width: float


@lru_cache(maxsize=4096)
def shaped(text: str, name: str, leftwards: bool = False) -> Shaped:
    """The glyphs of `text`, which is of one direction, in the face of that name in `FILES`.

    What the glyphs say, one after another, is the text; brackets are turned where it runs leftwards.
    """
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.flags = uharfbuzz.BufferFlags.DO_NOT_INSERT_DOTTED_CIRCLE
    buffer.direction = "rtl" if leftwards else "ltr"
    buffer.guess_segment_properties()
    uharfbuzz.shape(_font(name), buffer, _PLAIN)
    scale, at = 1000 / face(name).units, 0.0
    placed: list[tuple[int, Glyph]] = []
    for info, spot in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        glyph = Glyph(info.codepoint, "", (at + spot.x_offset) * scale, spot.y_offset * scale)
        placed.append((info.cluster, glyph))
        at += spot.x_advance
    if leftwards:
        placed.reverse()
    glyphs = _saying(placed, text)
    if leftwards:
        glyphs = _each_saying_one(glyphs, face(name).glyphs)
    return Shaped(tuple(glyphs), at * scale)


def _saying(placed: list[tuple[int, Glyph]], text: str) -> Iterator[Glyph]:
    """The glyphs, each with its share of the characters of its cluster."""
    groups = [
        (start, [glyph for _, glyph in group]) for start, group in groupby(placed, key=lambda one: one[0])
    ]
    ends = [start for start, _ in groups[1:]] + [len(text)]
    for (start, glyphs), end in zip(groups, ends, strict=True):
        last = len(glyphs) - 1
        for index, glyph in enumerate(glyphs):
            mine = text[start + index : end if index == last else min(start + index + 1, end)]
            yield glyph._replace(says=mine or _NOTHING)


def _each_saying_one(glyphs: Iterator[Glyph], known: dict[int, int]) -> Iterator[Glyph]:
    """The glyphs of text that runs to the left, none of which says more than one character.

    Programs that copy text turn what they find from left to right about, and a joined pair with it: so the
    second of a pair is said by a glyph at its left that is not shown.
    """
    for glyph in glyphs:
        yield glyph._replace(says=glyph.says[0])
        for index, char in enumerate(glyph.says[1:], start=1):
            yield Glyph(known.get(_NARROW, glyph.number), char, glyph.x - index, glyph.y, shown=False)


@cache
def _font(name: str) -> uharfbuzz.Font:
    import uharfbuzz

    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(FOLDER / FILES[name]))))

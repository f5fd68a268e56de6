# SPDX-License-Identifier: MIT
"""One line of text as both papers set it: which face draws what, and where. It knows neither paper."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from walkthrough.export import direction
from walkthrough.export.fonts import advance, face, face_name
from walkthrough.export.glyphs import is_shaped, split
from walkthrough.export.shaping import shaped


class Part(NamedTuple):
    """Text of one face and one direction, and where it begins from the left edge, in 1/1000 of the size."""

    text: str
    face: str
    x: float
    leftwards: bool = False

    def is_placed(self) -> bool:
        """Whether each glyph has a place of its own, which `shaping` knows."""
        return self.leftwards or is_shaped(self.text)


@lru_cache(maxsize=2048)
def set_line(text: str, bold: bool = False) -> tuple[Part, ...]:
    """The parts of a line in reading order; together they are as wide as `fonts.measure` says."""
    pieces = [(piece, face_name(family, bold=bold)) for piece, family in split(text)]
    if not direction.runs_leftwards(text):
        return _one_after_another(pieces)
    levels = direction.levels("".join(piece for piece, _ in pieces))
    parts: list[tuple[str, str]] = []
    ways: list[int] = []
    at = 0
    for piece, name in pieces:
        for level, group in groupby(range(len(piece)), key=levels[at : at + len(piece)].__getitem__):
            places = list(group)
            parts.append((piece[places[0] : places[-1] + 1], name))
            ways.append(level)
        at += len(piece)
    starts, _ = direction.side_by_side([advance(piece, name) for piece, name in parts], ways)
    return tuple(
        Part(piece, name, x, leftwards=bool(way % 2))
        for (piece, name), x, way in zip(parts, starts, ways, strict=True)
    )


def glyphs_of(part: Part) -> Iterator[tuple[int, float, float]]:
    """The glyphs of a part: its number, and how far right and up it stands from where the part begins."""
    if part.is_placed():
        for glyph in shaped(part.text, part.face, part.leftwards).glyphs:
            if glyph.shown:
                yield glyph.number, glyph.x, glyph.y
        return
    drawn, x = face(part.face), 0.0
    for char in part.text:
        yield drawn.glyphs[ord(char)], x, 0.0
        x += drawn.widths[ord(char)]


def _one_after_another(pieces: list[tuple[str, str]]) -> tuple[Part, ...]:
    out, x = [], 0.0
    for piece, name in pieces:
        out.append(Part(piece, name, x))
        x += advance(piece, name)
    return tuple(out)

# SPDX-License-Identifier: MIT
"""Lines of a text on paper: words filled into a width, and put in the order in which they are seen.

It knows widths and directions, no page and no tags. All stretches stand in reading order; where they are seen
in another, a line says where each begins.
"""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from walkthrough.export import direction
from walkthrough.export.fonts import advance
from walkthrough.export.glyphs import clusters, is_shaped


class Ink(NamedTuple):
    """What a stretch is drawn with: the face, and its run (0 where the run needs no tag of its own)."""

    face: str
    run: int = 0


class Stretch(NamedTuple):
    """Text of one ink, its width in points, and whether it runs to the left."""

    ink: Ink
    text: str
    width: float
    leftwards: bool = False

    def is_placed(self) -> bool:
        """Whether each glyph has a place of its own, which `shaping` knows."""
        return self.leftwards or is_shaped(self.text)


class Line(NamedTuple):
    """Stretches side by side, and their width without the space that ends the line.

    `starts` is where each begins, from the left edge of the line; without it each follows the one before.
    `leftwards` is true where the paragraph runs to the left.
    """

    stretches: tuple[Stretch, ...]
    width: float
    starts: tuple[float, ...] = ()
    leftwards: bool = False


def filled(words: list[list[Stretch]], width: float, size: float) -> list[Line]:
    """Words into lines, each as long as fits.

    Lines end with a space, or screen readers join words across them.
    """
    out: list[Line] = []
    line: list[Stretch] = []
    used = 0.0
    for word in words:
        wide = sum(part.width for part in word)
        space = _space(line[-1].ink, word[0].ink) if line else word[0].ink
        gap = advance(" ", space.face) * size / 1000 if line else 0.0
        if line and used + gap + wide > width:
            out.append(_line(line, used, " "))
            line, used, gap = [], 0.0, 0.0
        if wide > width:
            *full, word = _pieces(word, width, size)
            out += [_line(part, sum(p.width for p in part), "") for part in full]
            wide = sum(part.width for part in word)
        if line:
            line.append(Stretch(space, " ", gap))
        line += word
        used += gap + wide
    out.append(_line(line, used, " "))
    return out


def ordered(lines: list[Line], size: float) -> list[Line]:
    """The lines of one paragraph, each with the places of its parts where any text runs to the left."""
    text = "".join(stretch.text for line in lines for stretch in line.stretches)
    if not direction.runs_leftwards(text):
        return lines
    levels, at = direction.levels(text), 0
    base = int(direction.begins_leftwards(text))
    out = []
    for line in lines:
        end = at + sum(len(stretch.text) for stretch in line.stretches)
        out.append(_seen(line, levels[at:end], base, size))
        at = end
    return out


def _seen(line: Line, levels: list[int], base: int, size: float) -> Line:
    """The line cut where the level changes, with the place of each part; the space at its end is apart."""
    parts: list[Stretch] = []
    ways: list[int] = []
    at = 0
    for stretch in line.stretches:
        text, mine = stretch.text, levels[at : at + len(stretch.text)]
        at += len(text)
        for level, group in groupby(range(len(text)), key=mine.__getitem__):
            places = list(group)
            piece = text[places[0] : places[-1] + 1]
            wide = advance(piece, stretch.ink.face) * size / 1000
            parts.append(Stretch(stretch.ink, piece, wide, leftwards=bool(level % 2)))
            ways.append(level)
    tail = parts.pop() if parts and parts[-1].text.isspace() else None
    if tail is not None:
        ways.pop()
    elif parts and parts[-1].text.endswith(" "):
        ink, text = parts[-1].ink, parts[-1].text[:-1]
        tail = Stretch(ink, " ", 0.0)
        parts[-1] = parts[-1]._replace(text=text, width=advance(text, ink.face) * size / 1000)
    starts, width = direction.side_by_side([part.width for part in parts], ways)
    if tail is not None:
        parts.append(tail._replace(width=0.0, leftwards=False))
        starts.append(0.0 if base else width)
    return Line(tuple(parts), width, tuple(starts), leftwards=bool(base))


def _space(before: Ink, after: Ink) -> Ink:
    """The ink of the space between two words: that of neither, where a link or another language ends."""
    return before if before.run == after.run else Ink(before.face)


def _line(stretches: list[Stretch], used: float, end: str) -> Line:
    """A line with neighbours of one ink joined."""
    joined: list[Stretch] = []
    for ink, group in groupby(stretches, key=lambda part: part.ink):
        parts = list(group)
        joined.append(Stretch(ink, "".join(p.text for p in parts), sum(p.width for p in parts)))
    if joined and end:
        joined[-1] = joined[-1]._replace(text=joined[-1].text + end)
    return Line(tuple(joined), used)


def _pieces(word: list[Stretch], width: float, size: float) -> list[list[Stretch]]:
    """A word wider than the line, cut where it must be, never between a letter and its marks."""
    out: list[list[Stretch]] = [[]]
    used = 0.0
    for part in word:
        for one in clusters(part.text):
            wide = advance(one, part.ink.face) * size / 1000
            if used + wide > width and out[-1]:
                out.append([])
                used = 0.0
            out[-1].append(Stretch(part.ink, one, wide))
            used += wide
    return [_measured(piece, size) for piece in out]


def _measured(piece: list[Stretch], size: float) -> list[Stretch]:
    """Letters that join are not as wide together as each alone."""
    if not any(is_shaped(part.text) for part in piece):
        return piece
    joined = _line(piece, 0.0, "").stretches
    return [part._replace(width=advance(part.text, part.ink.face) * size / 1000) for part in joined]

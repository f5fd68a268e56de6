# SPDX-License-Identifier: MIT
"""Breaks a text into lines by the measured width of its words, and says whether any of it was left out.

Each word is measured once, so that a picture is laid out between two keystrokes. It knows no page.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

from walkthrough.export.fonts import face, measure
from walkthrough.export.glyphs import clean

_EM: Final = 1000.0
_NARROW: Final = 180.0  # of an em: no run of letters is narrower than this in the middle
_MORE: Final = "…"
_ALL: Final = 10_000
_SEEN: Final = 400
"""So many letters tell the way a text is read."""
_BREAKS: Final = re.compile(r"[^\S\xa0]+")  # a space that must not break keeps a date in one piece


class Lines(NamedTuple):
    """A text in lines. `whole` is False if its end was cut; the last line then ends with "…"."""

    lines: tuple[str, ...]
    whole: bool


def wrapped(text: str, width: float, size: float, bold: bool = False, most: int = 0) -> Lines:
    """Break `text` into lines no wider than `width`; of more than `most`, if given, the rest is cut.

    Widths are in the unit of `size`. A word wider than the line is cut where it must be, without a hyphen.
    """
    return _wrapped(text, round(width / size * _EM), bold, most or _ALL)


def width_of(text: str, size: float, bold: bool = False) -> float:
    """How wide `text` is on one line."""
    return _width(text, bold) * size / _EM


def fitted(text: str, width: float, size: float, bold: bool = False) -> str:
    """`text` on one line, cut and ended with "…" if it is wider than `width`."""
    laid = wrapped(text, width, size, bold, 1)
    return laid.lines[0] if laid.lines else ""


@lru_cache(maxsize=2048)
def reads_from_right(text: str) -> bool:
    """Whether most letters of a text are of a script that is read from the right, as Hebrew or Arabic."""
    ways = [unicodedata.bidirectional(char) for char in text[:_SEEN]]
    right = sum(way in ("R", "AL") for way in ways)
    return right > ways.count("L")


@lru_cache(maxsize=2048)
def _wrapped(text: str, room: int, bold: bool, most: int) -> Lines:
    seen = int(most * room / _NARROW) + 200  # what may come to the picture at all
    words = [word for word in _BREAKS.split(clean(text[:seen])) if word]
    over = len(text) > seen
    lines: list[str] = []
    held: list[str] = []
    used = 0.0
    for index, word in enumerate(words):
        for piece in _pieces(word, room, bold):
            gap = _space(held[-1], bold) if held else 0.0
            wide = _width(piece, bold)
            if held and used + gap + wide > room:
                lines.append(" ".join(held))
                if len(lines) == most:
                    rest = [piece, *words[index + 1 : index + 40]]
                    return Lines((*lines[:-1], _cut(lines[-1], rest, room, bold)), whole=False)
                held, used, gap = [], 0.0, 0.0
            held.append(piece)
            used += gap + wide
    if held:
        lines.append(_cut(" ".join(held), [], room, bold) if over else " ".join(held))
    return Lines(tuple(lines), not over)


def _cut(line: str, rest: list[str], room: int, bold: bool) -> str:
    """The line with what still fits of the rest, ended with the sign that more follows."""
    room -= round(_width(_MORE, bold)) + 1
    text = " ".join((line, *rest))[:4000]
    used, count = 0.0, 0
    for char in text:
        used += _letter(char, bold)
        if used > room:
            break
        count += 1
    kept = text[:count].rstrip(" ,;:–-·")
    return kept + _MORE


@lru_cache(maxsize=8192)
def _width(word: str, bold: bool) -> float:
    return measure(word, _EM, bold)


@lru_cache(maxsize=2048)
def _letter(char: str, bold: bool) -> float:
    """The width of one character. A space is as wide as the wider face has it."""
    return max(_spaces(bold)) if char == " " else measure(char, _EM, bold)


def _space(before: str, bold: bool) -> float:
    """The width of the space after a word: it is set in the face of the letter before it."""
    body, spare = _spaces(bold)
    return body if before.isascii() else max(body, spare)


@lru_cache(maxsize=2)
def _spaces(bold: bool) -> tuple[float, float]:
    weight = "-Bold" if bold else ""
    return face("Body" + weight).widths[ord(" ")], face("Spare" + weight).widths[ord(" ")]


def _pieces(word: str, room: int, bold: bool) -> list[str]:
    """The word, or as many pieces of it as it takes to fit: never cut before a mark that sits on a letter."""
    if _width(word, bold) <= room:
        return [word]
    pieces, start, used = [], 0, 0.0
    for at, char in enumerate(word):
        wide = _letter(char, bold)
        if used + wide > room and at > start and not unicodedata.combining(char):
            pieces.append(word[start:at])
            start, used = at, 0.0
        used += wide
    return [*pieces, word[start:]]

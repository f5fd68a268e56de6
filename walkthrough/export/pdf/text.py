# SPDX-License-Identifier: MIT
"""A piece of text on paper: broken into lines, split between pages, drawn with its tags.

It knows no other block.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import Any

from walkthrough.export.direction import LEFTWARDS, begins_leftwards
from walkthrough.export.document import Rich, Run, runs
from walkthrough.export.fonts import advance, face_name
from walkthrough.export.glyphs import clean, split
from walkthrough.export.languages import told_by_letters
from walkthrough.export.pdf import styles
from walkthrough.export.pdf.canvas import TaggedCanvas
from walkthrough.export.pdf.faces import code_of, needed
from walkthrough.export.pdf.lines import Ink, Line, Stretch, filled, ordered
from walkthrough.export.pdf.styles import TextStyle
from walkthrough.export.pdf.tagging import Element
from walkthrough.export.set_line import Part
from walkthrough.export.shaping import shaped

_FILLED, _INVISIBLE = 0, 3  # how letters are painted
_KEPT_LINES = 2  # fewer than these never stand alone on a page
_DROP = 0.76  # from the top of a line box to its baseline, as a share of (leading + size) / 2


class TextBlock:
    """Text in one style, for a width given later."""

    def __init__(self, text: Rich, style: TextStyle, element: Element | None, *, lang: str = "") -> None:
        self.style = style
        self.element = element
        self.before, self.after, self.keep_next = style.before, style.after, style.keep_next
        if element is not None and lang:
            element.lang = lang
        self._runs = [Run(""), *(runs(text) if lang else told_by_letters(runs(text)))]
        self.lines: list[Line] = []
        self._width = -1.0
        self.fixed = False  # a part of a split text keeps the lines it was given

    def height(self, width: float) -> float:
        """The height of the text at this width."""
        return len(self._broken(width)) * self.style.leading

    def least(self, width: float) -> float:
        """The height of the smallest part that may stand at the foot of a page."""
        count = len(self._broken(width))
        return (count if count < 2 * _KEPT_LINES else _KEPT_LINES) * self.style.leading

    def split(self, width: float, room: float) -> tuple[TextBlock, TextBlock] | None:
        """The part that fits into `room` and the rest, or None if too little would stand on either side."""
        lines = self._broken(width)
        fits = min(int((room + 0.01) / self.style.leading), len(lines) - _KEPT_LINES)
        if fits < _KEPT_LINES:
            return None
        return self._part(lines[:fits]), self._part(lines[fits:])

    def cut(self, width: float, room: float) -> tuple[TextBlock, TextBlock]:
        """As `split`, but with any number of lines on either side: for cells of a row that is cut."""
        lines = self._broken(width)
        fits = int((room + 0.01) / self.style.leading)
        return self._part(lines[:fits]), self._part(lines[fits:])

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, *, tagged: bool = True) -> None:
        """Draw with the top left corner at (x, top).

        `tagged=False` makes it an artifact, as repeated heads are.
        """
        element = self.element if tagged else None
        placed = self._placed(x, top, width)
        for run, group in groupby(placed, key=lambda item: item[0].ink.run):
            items = list(group)
            owner = self._owner(element, run)
            with canvas.mark(owner):
                self._ink(canvas, items)
            if self._runs[run].link:
                self._link(canvas, owner, self._runs[run].link, items)

    def is_leftwards(self) -> bool:
        """Whether the text runs to the left, as its first letter does."""
        return begins_leftwards("".join(run.text for run in self._runs))

    def longest_word(self) -> float:
        """The width of the widest word in points."""
        return max((sum(part.width for part in word) for hard in self._words() for word in hard), default=0.0)

    def _part(self, lines: list[Line]) -> TextBlock:
        made = copy.copy(self)
        made.lines, made.fixed = lines, True
        return made

    def _owner(self, element: Element | None, run: int) -> Element | None:
        if element is None or not run:
            return element
        setting = self._runs[run]
        return element.span(run, "Link" if setting.link else "Span", setting.lang)

    def _placed(self, x: float, top: float, width: float) -> Iterator[tuple[Stretch, float, float]]:
        style = self.style
        share = {"start": 0.0, "centre": 0.5, "end": 1.0}[style.align]
        baseline = top - (style.leading - style.size) / 2 - style.size * _DROP
        for line in self._broken(width):
            turned = line.leftwards and style.align == "start"
            at = x + (width - line.width) * (1.0 if turned else share)
            if line.starts:
                for stretch, start in zip(line.stretches, line.starts, strict=True):
                    yield stretch, at + start, baseline
            else:
                for stretch in line.stretches:
                    yield stretch, at, baseline
                    at += stretch.width
            baseline -= style.leading

    def _ink(self, canvas: TaggedCanvas, items: list[tuple[Stretch, float, float]]) -> None:
        link = bool(items) and bool(self._runs[items[0][0].ink.run].link)
        pen = canvas.beginText()
        pen.setFillColor(canvas.ink(styles.ACCENT if link else self.style.colour))
        font, here = "", (0.0, -1.0)
        for stretch, x, y in items:
            if stretch.ink.face != font:
                font = stretch.ink.face
                pen.setFont(needed(font), self.style.size)
            if stretch.is_placed():
                draw_placed(pen, stretch, font, self.style.size, (x, y))
                here = (0.0, -1.0)
                continue
            if (x, y) != here:
                pen.setTextOrigin(x, y)
            pen.textOut(stretch.text)
            here = (x + stretch.width, y)
        canvas.drawText(pen)

    def _link(
        self, canvas: TaggedCanvas, owner: Element | None, url: str, items: list[tuple[Stretch, float, float]]
    ) -> None:
        for y, group in groupby(items, key=lambda item: item[2]):
            row = list(group)
            left, right = min(x for _, x, _ in row), max(x + stretch.width for stretch, x, _ in row)
            with canvas.mark(None):
                canvas.stroke_with(styles.ACCENT, 0.6)
                canvas.line(left, y - 1.6, right, y - 1.6)
            canvas.link(owner, url, (left, y - self.style.size * 0.25, right, y + self.style.size * 0.8))

    def _broken(self, width: float) -> list[Line]:
        if width != self._width and not self.fixed:
            self._width = width
            size = self.style.size
            turns = any(not run.text.isascii() and LEFTWARDS.search(run.text) for run in self._runs)
            self.lines = []
            for hard in self._words():
                lines = filled(hard, width, size)
                self.lines += ordered(lines, size) if turns else lines
        return self.lines

    def _words(self) -> list[list[list[Stretch]]]:
        """The words, by hard lines; a word is a list of stretches, since runs may meet inside one."""
        hard: list[list[list[Stretch]]] = [[]]
        open_word = False
        for index, run in enumerate(self._runs):
            number = index if run.link or run.lang else 0
            for row, text in enumerate(run.text.split("\n")):
                if row:
                    hard.append([])
                    open_word = False
                open_word = self._add_words(hard[-1], text, run, number, open_word)
        return hard

    def _add_words(
        self, words: list[list[Stretch]], text: str, run: Run, number: int, open_word: bool
    ) -> bool:
        """Add the words of `text`; the first joins the last word if no space stands between.

        True: the end is open.
        """
        text = clean(text)
        if not text:
            return open_word
        bold = run.bold or self.style.bold
        slant = run.italic or self.style.italic
        scale = self.style.size / 1000
        joined = open_word and not text[0].isspace()
        for word in text.split():
            parts = []
            for piece, name, wide in _set_word(word, bold, slant):
                parts.append(Stretch(Ink(name, number), piece, wide * scale))
            if joined and words:
                words[-1] += parts
            else:
                words.append(parts)
            joined = False
        return not text[-1].isspace()


@lru_cache(maxsize=16384)
def _set_word(word: str, bold: bool, slant: bool) -> tuple[tuple[str, str, float], ...]:
    """A word cut by faces: (text, face, width in 1/1000 of the size). Reports say the same words often."""
    pieces = ((piece, face_name(family, bold=bold, italic=slant)) for piece, family in split(word))
    return tuple((piece, name, advance(piece, name)) for piece, name in pieces)


def draw_placed(pen: Any, part: Stretch | Part, name: str, size: float, at: tuple[float, float]) -> None:
    """Write text whose letters join, carry marks or run to the left, each glyph in its place.

    The glyphs stand in the file in reading order and say the characters of the text. Where marks stand over
    letters the text is given once more as a whole, or what is copied has gaps; text that runs to the left
    would be turned about by that, and rare letters lost, by programs in wide use.
    """
    x, y = at
    is_whole = not part.leftwards and max(part.text) <= "\uffff"
    if is_whole:
        pen._code.append(f"/Span << /ActualText <{_hexed(part.text)}> >> BDC")  # noqa: SLF001  a pen has no mark of its own
    for glyph in shaped(part.text, name, part.leftwards).glyphs:
        pen.setTextOrigin(x + glyph.x * size / 1000, y + glyph.y * size / 1000)
        if not glyph.shown:
            pen.setTextRenderMode(_INVISIBLE)
        pen.textOut(code_of(name, glyph))
        if not glyph.shown:
            pen.setTextRenderMode(_FILLED)
    if is_whole:
        pen._code.append("EMC")  # noqa: SLF001  as above


def _hexed(text: str) -> str:
    """A text as the format wants it between angle brackets."""
    return f"\ufeff{text}".encode("utf-16-be").hex().upper()

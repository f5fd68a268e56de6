# SPDX-License-Identifier: MIT
"""A piece of text on paper: broken into lines, split between pages, drawn with its tags.

It knows no other block.
"""

from __future__ import annotations

import copy
import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from walkthrough.export.document import Rich, Run, runs
from walkthrough.export.fonts import face
from walkthrough.export.glyphs import clean, split
from walkthrough.export.pdf import styles
from walkthrough.export.pdf.canvas import TaggedCanvas
from walkthrough.export.pdf.styles import TextStyle
from walkthrough.export.pdf.tagging import Element

_KEPT_LINES = 2  # fewer than these never stand alone on a page
_DROP = 0.76  # from the top of a line box to its baseline, as a share of (leading + size) / 2


class Ink(NamedTuple):
    """What a stretch is drawn with: the face, and its run (0 where the run needs no tag of its own)."""

    face: str
    run: int = 0


class Stretch(NamedTuple):
    """Text of one ink, and its width in points."""

    ink: Ink
    text: str
    width: float


class Line(NamedTuple):
    """Stretches side by side, and their width without the space that ends the line."""

    stretches: tuple[Stretch, ...]
    width: float


class TextBlock:
    """Text in one style, for a width given later."""

    def __init__(self, text: Rich, style: TextStyle, element: Element | None, *, lang: str = "") -> None:
        self.style = style
        self.element = element
        self.before, self.after, self.keep_next = style.before, style.after, style.keep_next
        if element is not None and lang:
            element.lang = lang
        self._runs = [Run(""), *runs(text)]
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
            at = x + (width - line.width) * share
            for stretch in line.stretches:
                if runs_leftwards(stretch.text):
                    yield from _leftwards(stretch, at, baseline, style.size)
                else:
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
                pen.setFont(font, self.style.size)
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
            left, right = row[0][1], row[-1][1] + row[-1][0].width
            with canvas.mark(None):
                canvas.stroke_with(styles.ACCENT, 0.6)
                canvas.line(left, y - 1.6, right, y - 1.6)
            canvas.link(owner, url, (left, y - self.style.size * 0.25, right, y + self.style.size * 0.8))

    def _broken(self, width: float) -> list[Line]:
        if width != self._width and not self.fixed:
            self._width = width
            self.lines = [line for hard in self._words() for line in _fill(hard, width, self.style.size)]
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
            for piece, spare in split(word):
                name = face_name(spare=spare, bold=bold, italic=slant)
                widths = face(name).widths
                parts.append(Stretch(Ink(name, number), piece, sum(widths[ord(c)] for c in piece) * scale))
            if joined and words:
                words[-1] += parts
            else:
                words.append(parts)
            joined = False
        return not text[-1].isspace()


def face_name(*, spare: bool, bold: bool, italic: bool) -> str:
    """Our name of the face for these settings; the spare faces have no italics."""
    if spare:
        return "Spare-Bold" if bold else "Spare"
    return {
        (False, False): "Body",
        (True, False): "Body-Bold",
        (False, True): "Body-Italic",
        (True, True): "Body-BoldItalic",
    }[(bold, italic)]


def runs_leftwards(text: str) -> bool:
    """Whether `text` is in a script that runs from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(char) in ("R", "AL") for char in text)


def _leftwards(stretch: Stretch, x: float, y: float, size: float) -> Iterator[tuple[Stretch, float, float]]:
    """Its characters from right to left, in reading order in the file; numbers stay as they are."""
    widths = face(stretch.ink.face).widths
    text = stretch.text.rstrip()
    end = at = x + sum(widths[ord(char)] for char in text) * size / 1000
    for part in re.findall(r"\d+|.", text, re.DOTALL):
        wide = sum(widths[ord(char)] for char in part) * size / 1000
        at -= wide
        yield Stretch(stretch.ink, part, wide), at, y
    if text != stretch.text:
        yield Stretch(stretch.ink, " ", 0.0), end, y


def _fill(words: list[list[Stretch]], width: float, size: float) -> list[Line]:
    """Words into lines, each as long as fits.

    Lines end with a space, or screen readers join words across them.
    """
    out: list[Line] = []
    line: list[Stretch] = []
    used = 0.0
    for word in words:
        wide = sum(part.width for part in word)
        space = _space(line[-1].ink, word[0].ink) if line else word[0].ink
        gap = face(space.face).widths[32] * size / 1000 if line else 0.0
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


def _space(before: Ink, after: Ink) -> Ink:
    """The ink of the space between two words: a link's underline does not reach over it."""
    return after if before.run and before.run != after.run else before


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
    """A word wider than the line, cut where it must be."""
    out: list[list[Stretch]] = [[]]
    used = 0.0
    for part in word:
        widths = face(part.ink.face).widths
        for char in part.text:
            wide = widths[ord(char)] * size / 1000
            if used + wide > width and out[-1]:
                out.append([])
                used = 0.0
            out[-1].append(Stretch(part.ink, char, wide))
            used += wide
    return out

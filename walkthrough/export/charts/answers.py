# SPDX-License-Identifier: MIT
"""Answers to the questions of a questionnaire: one dot for each ballot over the answer it gave, and a count.

It draws the tallies it is given. Whether they may be shown at all is decided before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from walkthrough.export.charts.dots import dot_grid, stack, tall_of
from walkthrough.export.charts.marks import fitted, paragraph, tall
from walkthrough.export.fonts import wrap
from walkthrough.export.scene import Anchor, Fill, Pen, Poly, Rect, Scene, Shape, Words

_TEXT = 0.44  # of the width: the question and what is said of it; the rest is for the answers
_GAP = 16.0
_ASKED, _TOLD, _COUNT, _STEP = 10.0, 8.6, 9.0, 7.8
_STACK, _DOT, _LEAST_DOT = 42.0, 8.4, 2.0
_AROUND = 9.0  # above and below a question
_LINES = 6
_BEFORE = 11.0


class AnswerItem(msgspec.Struct, frozen=True, gc=False):
    """One question with its answers.

    Args:
        id: key of its row.
        text: the question.
        told: what the answers say, in a sentence or two.
        tallies: how many were not sure, then how many gave answer 1, 2, ...
        choices: the answers of a choice question; () for one to agree with.
        before: the tallies of the time before; () for none.
        notes: lines under what is told, such as the middle of each part.
        say: all of it, to be read aloud.
    """

    id: str
    text: str
    told: str
    tallies: tuple[int, ...]
    choices: tuple[str, ...] = ()
    before: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()
    say: str = ""


class AnswersWords(msgspec.Struct, frozen=True, gc=False):
    """The words on the chart; `heads` are those of its table: question, answer, ballots, last time."""

    steps: tuple[str, ...]
    not_sure: str
    last_time: str
    heads: tuple[str, str, str, str]


class AnswersInput(msgspec.Struct, frozen=True, gc=False):
    """What `build_answers` draws."""

    items: tuple[AnswerItem, ...]
    words: AnswersWords
    summary: str
    width: float = 500.0


def build_answers(given: AnswersInput) -> Scene:
    """The questions under each other; the key of each one's box is its id."""
    page = _Page(given, given.width * _TEXT, given.width * (1 - _TEXT) - _GAP)
    shapes: list[Shape] = []
    y = 2.0
    has_head = False
    for index, item in enumerate(given.items):
        if not item.choices and not has_head:
            has_head = True
            y = _heads(page, y, shapes)
        elif index:
            shapes.append(Poly(points=((0.0, y), (given.width, y)), pen=Pen("line", 0.8)))
        y = (_choices if item.choices else _agreeing)(page, item, y, shapes)
    return Scene(given.width, max(y, 1.0), tuple(shapes), given.summary, tuple(_table(given)))


class _Page(NamedTuple):
    """The widths that all questions share."""

    given: AnswersInput
    text: float
    answers: float

    def centres(self) -> list[float]:
        """The middle of each answer's column: 1, 2, ... and, a little apart, not sure."""
        steps = len(self.given.words.steps)
        each = self.answers / (steps + 1.3)
        start = self.text + _GAP
        return [start + each * (at + 0.5) for at in range(steps)] + [start + each * (steps + 0.8)]

    def each(self) -> float:
        """The width of a column."""
        return self.answers / (len(self.given.words.steps) + 1.3)


def _heads(page: _Page, y: float, shapes: list[Shape]) -> float:
    words = page.given.words
    named = [*(f"{number} {step}" for number, step in enumerate(words.steps, 1)), words.not_sure]
    laid = [fitted(name, page.each() - 3.0, _STEP, bold=False, lines=3) for name in named]
    high = max(tall(len(lines), size) for lines, size in laid)
    for x, (lines, size) in zip(page.centres(), laid, strict=True):
        top = y + high - tall(len(lines), size)
        shapes += paragraph(lines, x, top, size, anchor="middle", colour="muted")
    foot = y + high + 4.0
    shapes.append(Poly(points=((0.0, foot), (page.given.width, foot)), pen=Pen("edge", 0.9)))
    return foot


def _agreeing(page: _Page, item: AnswerItem, y: float, shapes: list[Shape]) -> float:
    """A question to agree with: text at the left, a stack of dots over each step."""
    top = y + _AROUND
    text_foot = _texts(item, page.text, top, shapes)
    grid = dot_grid(max(item.tallies), page.each() * 0.86, _STACK, _DOT, _LEAST_DOT)
    dots = max(tall_of(max(item.tallies), grid), _DOT)
    line = max(top + dots, text_foot - _COUNT - 6.0)  # counts end with the text, the time before is below
    placed = [*item.tallies[1:], item.tallies[0]]
    for x, many in zip(page.centres(), placed, strict=True):
        shapes += stack(x, line, many, grid)
        shapes.append(_axis(x - page.each() * 0.43, x + page.each() * 0.43, line))
        shapes.append(_number(x, line + _COUNT + 2.0, many, "middle"))
    foot = line + _COUNT + 6.0
    if item.before:
        shapes += _earlier(page, item, foot)
        foot += _BEFORE
    return _boxed(page, item, y, max(foot, text_foot) + _AROUND - 2.0, shapes)


def _earlier(page: _Page, item: AnswerItem, top: float) -> Iterator[Shape]:
    """The counts of the time before, small and without dots."""
    placed = [*item.before[1:], item.before[0]]
    for x, many in zip(page.centres(), placed, strict=True):
        yield Words(x=x, y=top + 7.4, text=f"({many})", size=7.4, anchor="middle", fill=Fill("muted"))
    label = page.given.words.last_time
    yield Words(x=page.text, y=top + 7.4, text=label, size=7.4, anchor="end", fill=Fill("muted"))


def _choices(page: _Page, item: AnswerItem, y: float, shapes: list[Shape]) -> float:
    """A choice question: a line of dots for each choice."""
    top = _texts(item, page.given.width, y + _AROUND, shapes) + 5.0
    most = max((*item.tallies, 1))
    start, room = page.text + _GAP, page.answers - 40.0
    size = min(_DOT, room / most)
    named = [*item.choices, page.given.words.not_sure]
    placed = [*item.tallies[1:], item.tallies[0]]
    earlier = [*item.before[1:], item.before[0]] if item.before else []
    for at, (name, many) in enumerate(zip(named, placed, strict=True)):
        lines = wrap(name, page.text - 12.0, _COUNT, False, 3)
        high = max(tall(len(lines), _COUNT), 12.0)
        colour = "ink" if at < len(item.choices) else "muted"
        shapes += paragraph(lines, 12.0, top, _COUNT, colour=colour)
        middle = top + 7.0
        for dot in range(many):
            shapes += stack(start + size * (dot + 0.5), middle + size / 2, 1, dot_grid(1, size, size, size))
        shapes.append(_axis(start - 3.0, start - 3.0, middle - 6.0, middle + 6.0))
        after = start + size * many + 4.0
        shapes.append(_number(after, middle + 3.2, many, "start"))
        if earlier:
            told = f"({page.given.words.last_time} {earlier[at]})"
            shapes.append(Words(x=after + 14.0, y=middle + 3.2, text=told, size=7.4, fill=Fill("muted")))
        top += high + 3.0
    return _boxed(page, item, y, top + _AROUND - 4.0, shapes)


def _texts(item: AnswerItem, width: float, top: float, shapes: list[Shape]) -> float:
    """The question, what is told of it and the notes; returns where they end."""
    y = top
    pieces = ((item.text, _ASKED, "ink"), (item.told, _TOLD, "muted"))
    for text, size, colour in (*pieces, *((note, _TOLD, "muted") for note in item.notes)):
        if not text:
            continue
        lines = wrap(text, width - 4.0, size, False, _LINES)
        shapes += paragraph(lines, 0.0, y, size, colour=colour)
        y += tall(len(lines), size) + 2.0
    return y


def _boxed(page: _Page, item: AnswerItem, y: float, foot: float, shapes: list[Shape]) -> float:
    """What is read aloud of a question lies behind it as a box of its own."""
    box = Rect(x=0.0, y=y + 1.0, w=page.given.width, h=foot - y - 2.0, key=item.id, say=item.say or item.text)
    shapes.append(box)
    return foot


def _axis(x: float, right: float, y: float, foot: float | None = None) -> Poly:
    return Poly(points=((x, y), (right, y if foot is None else foot)), pen=Pen("edge", 0.9))


def _number(x: float, y: float, many: int, anchor: Anchor) -> Words:
    """A count; none at all is there too, but quiet."""
    fill = Fill("ink" if many else "muted")
    return Words(x=x, y=y, text=str(many), size=_COUNT, bold=bool(many), anchor=anchor, fill=fill)


def _table(given: AnswersInput) -> Iterator[tuple[str, ...]]:
    has_before = any(item.before for item in given.items)
    yield given.words.heads if has_before else given.words.heads[:3]
    for item in given.items:
        steps: Sequence[str] = item.choices or [
            f"{number} {step}" for number, step in enumerate(given.words.steps, 1)
        ]
        named = [*steps, given.words.not_sure]
        placed = [*item.tallies[1:], item.tallies[0]]
        earlier = [*item.before[1:], item.before[0]] if item.before else [None] * len(placed)
        for name, many, before in zip(named, placed, earlier, strict=True):
            row = (item.text, name, str(many))
            yield (*row, "" if before is None else str(before)) if has_before else row

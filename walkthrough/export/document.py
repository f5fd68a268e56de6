# SPDX-License-Identifier: MIT
"""A report as a neutral tree: title, headings, paragraphs, lists, tables, pictures.

It must not know any file format: it is built once, and the writers for PDF, DOCX and HTML read it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Literal, TypeAlias

import msgspec

from walkthrough.export.scene import Scene

Paper: TypeAlias = Literal["letter", "a4"]
ParaStyle: TypeAlias = Literal["body", "lead", "small", "callout"]
Align: TypeAlias = Literal["start", "centre", "end"]


PAPER_SIZES: dict[Paper, tuple[float, float]] = {"letter": (612.0, 792.0), "a4": (595.276, 841.89)}
"""Width and height of an upright page in points."""

SIDE_MARGIN = 60.0
"""Blank points left and right of the text."""


class Run(msgspec.Struct, frozen=True, gc=False):
    """A stretch of text set in one way.

    `link` is a URL, `lang` a BCP 47 tag where it differs from the block.
    """

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    lang: str = ""


_ADDRESS = re.compile(r"https?://[^\s<>\"]+[\w/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
Rich: TypeAlias = str | tuple[Run, ...]
"""Text of a paragraph, a list item or a cell: plain, or in runs."""


class Logo(msgspec.Struct, frozen=True, gc=False):
    """The mark of a county or an agency: a PNG or JPEG file's bytes, and who it stands for, in words.

    `width` and `height` are its size in pixels; a writer scales it to the room it has.
    """

    content: bytes
    alt: str
    width: int
    height: int


class Title(msgspec.Struct, frozen=True, gc=False):
    """The name of the whole document, once, at the top.

    `above` is a small line over it, `below` one under it; `logo` stands at the end of the line, and is read
    out after the words.
    """

    text: str
    above: str = ""
    below: str = ""
    logo: Logo | None = None


class Heading(msgspec.Struct, frozen=True, gc=False):
    """A heading under the title; `level` is 1 to 3.

    It is also a bookmark and never stands alone at a page's foot.
    """

    level: Literal[1, 2, 3]
    text: str


class Para(msgspec.Struct, frozen=True, gc=False):
    """A paragraph.

    `lead` opens a document, `small` is for notes and sources, `callout` is a box not to be missed.
    """

    text: Rich
    style: ParaStyle = "body"
    lang: str = ""


class Bullets(msgspec.Struct, frozen=True, gc=False):
    """A list, of points or numbered from `start`."""

    items: tuple[Rich, ...]
    numbered: bool = False
    start: int = 1


class Column(msgspec.Struct, frozen=True, gc=False):
    """A column of a table: its head, its share of the width, and where its text stands."""

    text: Rich
    weight: float = 1.0
    align: Align = "start"


class Table(msgspec.Struct, frozen=True, gc=False):
    """A table with one row of heads and no merged cells; the heads come again on every page.

    `row_heads` is the index of the column that names each row. `empty` is said where there are no rows.
    `row_height` is the least height of a row in points: room to write by hand on worksheets.
    `grid` draws all four sides of every cell, for forms; a table to read has light rules only.
    `is_large` sets it larger, for a page that hangs on a wall.
    Keep the heads together under eight words: a checker takes a longer line that comes again on the next
    page for text that readers miss.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Rich, ...], ...]
    row_heads: int | None = 0
    zebra: bool = True
    empty: str = ""
    row_height: float = 0.0
    grid: bool = False
    is_large: bool = False


class Figure(msgspec.Struct, frozen=True, gc=False):
    """A picture.

    `alt` says what it shows to those who do not see it; `table` gives its figures, set after it.
    """

    scene: Scene
    caption: str
    alt: str
    table: Table | None = None


class KeyFacts(msgspec.Struct, frozen=True, gc=False):
    """A few labelled facts: (label, value) pairs, read as label then value."""

    pairs: tuple[tuple[str, Rich], ...]


class PageBreak(msgspec.Struct, frozen=True, gc=False):
    """What follows starts on a new page."""


class KeepTogether(msgspec.Struct, frozen=True, gc=False):
    """Blocks that stay on one page where they fit on one."""

    blocks: tuple[Block, ...]


Block: TypeAlias = Title | Heading | Para | Bullets | Table | Figure | KeyFacts | PageBreak | KeepTogether


class Document(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One report, fit for every writer.

    title: also the window title of a PDF.            language: BCP 47 tag of the text, "en" or "es".
    subject: one sentence for the file's properties.  author: the collaborative.
    footer: the line at every page's foot, such as who may see it; `date_line` stands beside it.
    page_words: wording with `{page}` and `{pages}`.  day: the day it is made, for the file's properties.
    landscape: wide pages, for maps and sign-in sheets.
    stamp: a word set large and pale across every page, such as "Draft"; a report says it in its words, too.
    is_grey: black and grey only; what a colour means is never said by it alone.
    """

    title: str
    blocks: tuple[Block, ...]
    day: datetime.date
    language: str = "en"
    paper: Paper = "letter"
    landscape: bool = False
    subject: str = ""
    author: str = ""
    footer: str = ""
    date_line: str = ""
    page_words: str = "{page} / {pages}"
    stamp: str = ""
    is_grey: bool = False


def text_width(paper: Paper, *, landscape: bool = False) -> float:
    """The width of the text on that paper in points: build a picture this wide and its words keep
    their size.
    """
    return PAPER_SIZES[paper][1 if landscape else 0] - 2 * SIDE_MARGIN


def plain(text: Rich) -> str:
    """The text of `text` without its settings."""
    return text if isinstance(text, str) else "".join(run.text for run in text)


def runs(text: Rich) -> tuple[Run, ...]:
    """`text` as runs, whichever way it was given."""
    return (Run(text),) if isinstance(text, str) else text


def linked(text: str) -> tuple[Run, ...]:
    """The text as runs, with a link on each mail and web address in it."""
    told, at = [], 0
    for found in _ADDRESS.finditer(text):
        told += [Run(text[at : found.start()]), Run(found[0], link=_target(found[0]))]
        at = found.end()
    return tuple(run for run in (*told, Run(text[at:])) if run.text)


def _target(address: str) -> str:
    return address if address.startswith("http") else f"mailto:{address}"


def label_of(bullets: Bullets, index: int) -> str:
    """What stands before item `index` (from 0) of a list, in every writer."""
    return f"{bullets.start + index}." if bullets.numbered else "•"


def text_of(document: Document) -> list[str]:
    """The whole text in reading order, one string for each piece; pictures give their `alt`.

    Empty pieces are left out.
    """
    return [piece for block in document.blocks for piece in _pieces(block) if piece.strip()]


def _pieces(block: Block) -> Iterator[str]:
    match block:
        case Title():
            yield from (block.above, block.text, block.below, block.logo.alt if block.logo else "")
        case Heading():
            yield block.text
        case Para():
            yield plain(block.text)
        case KeepTogether():
            for inner in block.blocks:
                yield from _pieces(inner)
        case _:
            yield from _many_pieces(block)


def _many_pieces(block: Bullets | Table | Figure | KeyFacts | PageBreak) -> Iterator[str]:
    match block:
        case Bullets():
            for index, item in enumerate(block.items):
                yield from (label_of(block, index), plain(item))
        case Table():
            yield from _table_pieces(block)
        case Figure():
            yield from (block.alt, block.caption)
            if block.table is not None:
                yield from _table_pieces(block.table)
        case KeyFacts():
            for label, value in block.pairs:
                yield from (label, plain(value))


def _table_pieces(table: Table) -> Iterator[str]:
    yield table.caption
    if not table.rows and table.empty:
        yield table.empty
        return
    yield from (plain(column.text) for column in table.columns)
    for row in table.rows:
        yield from (plain(cell) for cell in row)

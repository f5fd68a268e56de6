# SPDX-License-Identifier: MIT
"""Where pages break: no heading, list item or last row stands alone, and a small table stays whole."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pypdfium2

from tests.export.hard_document import DAY
from walkthrough.export.document import Block, Bullets, Column, Document, Heading, Para, Table
from walkthrough.export.pdf.writer import pdf_bytes

NAMES = re.compile(r"\b(?:item|row)(\d+)\b")


def pages(*blocks: Block) -> list[str]:
    """The text of each page."""
    file = io.BytesIO(pdf_bytes(Document(title="One", blocks=blocks, day=DAY)))
    return [sheet.get_textpage().get_text_range() for sheet in pypdfium2.PdfDocument(file)]


def at_every_height(*blocks: Block) -> Iterator[list[str]]:
    """The same blocks begun at every other line of the lower half of a page."""
    for lines in range(20, 44, 2):
        yield pages(Para("\n".join("above" for _ in range(lines))), *blocks)


def rows(many: int) -> tuple[tuple[str, str], ...]:
    return tuple((f"row{number}", "short") for number in range(many))


def table(many: int, caption: str = "What it is") -> Table:
    return Table(caption, (Column("Name"), Column("Text", 3)), rows(many))


def named(page: str) -> list[str]:
    return NAMES.findall(page)


def test_a_small_table_is_never_parted_nor_is_its_heading_from_it():
    for found in at_every_height(Heading(2, "Heading"), table(5)):
        assert sorted(len(named(page)) for page in found if named(page)) == [5]
        (whole,) = [page for page in found if named(page)]
        assert "Heading" in whole
        assert "What it is" in whole


def test_a_long_table_leaves_no_row_alone_at_either_end():
    for found in at_every_height(Heading(2, "Heading"), table(40)):
        counts = [len(named(page)) for page in found if named(page)]
        assert sum(counts) == 40
        assert min(counts) >= 2
        begun = next(page for page in found if named(page))
        assert "Heading" in begun


def test_a_list_leaves_no_item_alone_at_either_end():
    items = tuple(f"item{number} is one line" for number in range(7))
    for found in at_every_height(Heading(2, "Heading"), Bullets(items)):
        counts = [len(named(page)) for page in found if named(page)]
        assert sum(counts) == 7
        assert min(counts) >= 2


def test_a_heading_of_two_lines_leaves_no_word_alone():
    text = "Goal: Women find help in the first half of a pregnancy and are not afraid to take it"
    lines = next(iter(pages(Heading(2, text)))).replace("\r", "").split("\n")
    begun, ended = (line.strip() for line in lines[:2])
    assert f"{begun} {ended}" == text
    assert len(ended) > len(begun) / 2

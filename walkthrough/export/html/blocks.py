# SPDX-License-Identifier: MIT
"""The blocks of a report as elements of a web page, in reading order. It knows no style and no whole page."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from typing import NamedTuple

from walkthrough.export.document import (
    Block,
    Bullets,
    Column,
    Figure,
    Heading,
    KeepTogether,
    KeyFacts,
    Logo,
    PageBreak,
    Para,
    Rich,
    Table,
    Title,
    plain,
)
from walkthrough.export.html.markup import attribute, is_blank, rich, settings, words
from walkthrough.export.svg import svg_of

_FEW_COLUMNS = 2
"""A table of so many columns fits a telephone; a wider one scrolls in a region of its own."""
_JPEG = b"\xff\xd8"


class Entry(NamedTuple):
    """A heading in the table of contents: how deep it stands, its place in the page, its text."""

    level: int
    place: str
    text: str


class Blocks:
    """Turns blocks into markup, one after the other; `headings` holds what it has met under the title."""

    def __init__(self) -> None:
        self.headings: list[Entry] = []
        self._level = 0  # of the last heading: none is skipped, and only the first is of level 1
        self._numbered = 0
        self._breaks = False

    def markup(self, block: Block) -> str:
        """The block as elements, "" where it has nothing to say."""
        match block:
            case PageBreak():
                self._breaks = True
                return ""
            case KeepTogether():
                inner = "".join(self.markup(one) for one in block.blocks)
                return f'<div class="together">{inner}</div>' if inner else ""
            case Title():
                return self._title(block)
            case Heading():
                return self._heading(block.level + 1, block.text)
            case Para():
                return self._para(block)
            case _:
                return self._wide(block)

    def _wide(self, block: Bullets | Table | Figure | KeyFacts) -> str:
        match block:
            case Bullets():
                return self._bullets(block)
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)
            case KeyFacts():
                return self._facts(block)

    def _break(self) -> str:
        """The class of what starts on a new page when printed."""
        if not self._breaks:
            return ""
        self._breaks = False
        return "page"

    def _title(self, title: Title) -> str:
        above = f'<p class="above"{settings(title.above)}>{words(title.above)}</p>'
        below = f'<p class="below"{settings(title.below)}>{words(title.below)}</p>'
        told = (
            (above if not is_blank(title.above) else "")
            + self._heading(1, title.text)
            + (below if not is_blank(title.below) else "")
        )
        logo = _logo(title.logo) if title.logo is not None else ""
        return f'<header class="title"><div>{told}</div>{logo}</header>' if told or logo else ""

    def _heading(self, level: int, text: str) -> str:
        if is_blank(text):
            return ""
        lowest = 1 if not self._level else 2
        self._level = max(lowest, min(level, self._level + 1))
        place = self._place("h")
        if self._level > 1:
            self.headings.append(Entry(self._level, place, text))
        shown = attribute("class", self._break())
        return f'<h{self._level} id="{place}"{shown}{settings(text)}>{words(text)}</h{self._level}>'

    def _place(self, kind: str) -> str:
        self._numbered += 1
        return f"{kind}{self._numbered}"

    def _para(self, para: Para) -> str:
        if is_blank(para.text):
            return ""
        style = "" if para.style == "body" else para.style
        shown = attribute("class", f"{style} {self._break()}")
        return f"<p{shown}{settings(para.text, para.lang)}>{rich(para.text)}</p>"

    def _bullets(self, bullets: Bullets) -> str:
        if not bullets.items:
            return ""
        name = "ol" if bullets.numbered else "ul"
        start = f' start="{bullets.start}"' if bullets.numbered and bullets.start != 1 else ""
        shown = attribute("class", self._break())
        items = "".join(f"<li{settings(item)}>{rich(item)}</li>" for item in bullets.items)
        return f"<{name}{start}{shown}>{items}</{name}>"

    def _facts(self, facts: KeyFacts) -> str:
        if not facts.pairs:
            return ""
        shown = attribute("class", f"facts {self._break()}")
        pairs = "".join(
            f"<div><dt{settings(label)}>{words(label)}</dt><dd{settings(value)}>{rich(value)}</dd></div>"
            for label, value in facts.pairs
        )
        return f"<dl{shown}>{pairs}</dl>"

    def _figure(self, figure: Figure) -> str:
        shown = attribute("class", self._break())
        place = self._place("f")
        caption = "" if is_blank(figure.caption) else words(figure.caption)
        name = attribute("aria-labelledby", place) if caption else attribute("aria-label", figure.alt)
        told = f'<figcaption id="{place}"{settings(figure.caption)}>{caption}</figcaption>' if caption else ""
        picture = _region("picture", name, svg_of(figure.scene, figure.alt))
        after = self._table(figure.table) if figure.table is not None else ""
        return f"<figure{shown}>{picture}{told}</figure>{after}"

    def _table(self, table: Table) -> str:
        shown = self._break()
        if not table.rows and table.empty:
            caption = f'<p class="caption"{settings(table.caption)}>{words(table.caption)}</p>'
            said = f'<p class="small"{settings(table.empty)}>{words(table.empty)}</p>'
            inner = (caption if not is_blank(table.caption) else "") + said
            return f"<div{attribute('class', shown)}>{inner}</div>"
        place = self._place("t")
        caption = f'<caption id="{place}"{settings(table.caption)}>{words(table.caption)}</caption>'
        few = len(table.columns) <= _FEW_COLUMNS
        look = (
            few and "few",
            table.is_large and "large",
            table.grid and "grid",
            table.zebra and not table.grid and "zebra",
        )
        if is_blank(table.caption):
            caption = ""
        inner = (
            f"<table{attribute('class', ' '.join(one for one in look if one))}"
            f' style="--columns:{len(table.columns)}">'
            f"{caption}{_columns(table)}{_head(table)}{_body(table)}</table>"
        )
        if few:
            return f"<div{attribute('class', f'table {shown}')}>{inner}</div>"
        name = attribute("aria-labelledby", place) if caption else attribute("aria-label", _heads(table))
        return _region(f"table {shown}", name, inner)


def _heads(table: Table) -> str:
    """What a table without a caption is called: by its first heads."""
    return ", ".join(plain(column.text) for column in table.columns[:3]) or "…"


def _region(style: str, name: str, inner: str) -> str:
    """What may be wider than a telephone: it scrolls by itself, by keys too.

    A group, not a region: twenty of them would drown the landmarks of the page.
    """
    return f'<div{attribute("class", f"scroll {style}")} role="group" tabindex="0"{name}>{inner}</div>'


def _logo(logo: Logo) -> str:
    kind = "jpeg" if logo.content.startswith(_JPEG) else "png"
    content = base64.b64encode(logo.content).decode("ascii")
    return (
        f'<img class="logo" src="data:image/{kind};base64,{content}" alt="{words(logo.alt)}"'
        f' width="{logo.width}" height="{logo.height}">'
    )


def _columns(table: Table) -> str:
    whole = sum(max(column.weight, 0.05) for column in table.columns)
    shares = (max(column.weight, 0.05) / whole * 100 for column in table.columns)
    return "<colgroup>" + "".join(f'<col style="width:{share:.4g}%">' for share in shares) + "</colgroup>"


def _head(table: Table) -> str:
    if not table.columns:
        return ""
    cells = "".join(_head_cell(column, "col") for column in table.columns)
    return f"<thead><tr>{cells}</tr></thead>"


def _head_cell(column: Column, scope: str) -> str:
    name = "td" if is_blank(column.text) else "th"
    said = ' scope="col"' if name == "th" else ""
    return f"<{name}{said}{_align(column)}{settings(column.text)}>{rich(column.text)}</{name}>"


def _body(table: Table) -> str:
    return "<tbody>" + "".join(_rows(table)) + "</tbody>" if table.rows else ""


def _rows(table: Table) -> Iterator[str]:
    high = f' style="height:{table.row_height:g}pt"' if table.row_height else ""
    count = len(table.columns)
    for row in table.rows:
        padded = (*row, *[""] * count)[:count]
        yield f"<tr{high}>"
        for index, (text, column) in enumerate(zip(padded, table.columns, strict=True)):
            yield _cell(text, column, names_row=index == table.row_heads)
        yield "</tr>"


def _cell(text: Rich, column: Column, *, names_row: bool) -> str:
    is_head = names_row and not is_blank(text)
    name, scope = ("th", ' scope="row"') if is_head else ("td", "")
    return f"<{name}{scope}{_align(column)}{settings(text)}>{rich(text)}</{name}>"


def _align(column: Column) -> str:
    return "" if column.align == "start" else f' class="{column.align}"'

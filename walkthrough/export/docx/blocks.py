# SPDX-License-Identifier: MIT
"""The blocks of a report as the body of a Word file, in reading order. It knows no file and no furniture."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Protocol

from walkthrough.export.document import (
    Block,
    Bullets,
    Figure,
    Heading,
    KeepTogether,
    KeyFacts,
    PageBreak,
    Para,
    Rich,
    Table,
    Title,
    plain,
)
from walkthrough.export.docx.picture import Shown, at_the_end, inline
from walkthrough.export.docx.table import facts_xml, table_xml
from walkthrough.export.docx.words import Relations, Setting, holding, one_line, paragraph
from walkthrough.export.pdf import styles
from walkthrough.export.readable_logo import readable
from walkthrough.export.scene import Scene
from walkthrough.export.xml_text import sayable

_PARAGRAPHS = {"body": "BodyText", "lead": "Lead", "small": "SmallText", "callout": "Callout"}
_LEADS_IN = 600
"""Letters. A longer paragraph before a table or a picture may stand alone at a page's foot."""
_BULLETS = 1
_FIRST_NUMBERED = 3
LOGO_ROOM = (150.0, 54.0)
"""Width and height in points that a logo may take."""


class Parts(Relations, Protocol):
    """Where the document keeps the files it shows."""

    def picture(self, content: bytes) -> str:
        """The number under which the text points to a PNG or JPEG file."""

    def drawn(self, scene: Scene) -> str:
        """The number under which the text points to the picture of a scene."""


class Body:
    """Turns blocks into the children of `w:body`, one after the other.

    `starts` holds what each numbered list began with, for the numbering part.
    """

    def __init__(self, parts: Parts, width: float, height: float, *, is_grey: bool = False) -> None:
        self.starts: list[int] = []
        self._parts = parts
        self._width = width
        self._tallest = height * 0.8
        self._is_grey = is_grey
        self._breaks = False
        self._begun = False
        self._pictures = 0

    def markup(self, blocks: Sequence[Block], *, keep: bool = False) -> str:
        """All blocks; with `keep` they stay on one page, together with what follows."""
        made = []
        for index, block in enumerate(blocks):
            made.append(self._one(block, keep=keep or _leads_in(blocks, index)))
        return "".join(made)

    def _one(self, block: Block, *, keep: bool) -> str:
        match block:
            case PageBreak():
                self._breaks = self._begun
                return ""
            case KeepTogether():
                last = self.markup(block.blocks[:-1], keep=True)
                return last + self.markup(block.blocks[-1:], keep=keep)
            case Title():
                return self._title(block)
            case Heading():
                return self._text(f"Heading{block.level}", one_line(block.text), keep=keep)
            case Para():
                return self._text(_PARAGRAPHS[block.style], block.text, keep=keep, lang=block.lang)
            case _:
                return self._wide(block, keep=keep)

    def _wide(self, block: Bullets | Table | Figure | KeyFacts, *, keep: bool) -> str:
        match block:
            case Bullets():
                return self._bullets(block, keep=keep)
            case Table():
                return self._table(block, keep=keep)
            case Figure():
                return self._figure(block, keep=keep)
            case KeyFacts():
                if not block.pairs:
                    return ""
                made = facts_xml(block, self._width, self._parts, new_page=self._break(), keep=keep)
                return made + _after_table(keep=keep)

    def _break(self) -> bool:
        """Whether what comes now starts on a new page."""
        breaks, self._breaks, self._begun = self._breaks, False, True
        return breaks

    def _text(self, style: str, text: Rich, *, keep: bool = False, lang: str = "") -> str:
        if not sayable(plain(text)).strip():
            return ""
        setting = Setting(keep_next=keep, new_page=self._break(), lang=lang)
        return paragraph(style, text, self._parts, setting)

    def _title(self, title: Title) -> str:
        is_first = not self._begun
        told = self._text("AboveTitle", one_line(title.above))
        told += self._text("Title", one_line(title.text)) + self._text("Subtitle", one_line(title.below))
        logo = readable(title.logo)
        if logo is None:
            return told
        width, height = _fitted(logo.width, logo.height)
        place = self._parts.picture(logo.content)
        shown = Shown(place, self._next_picture(), logo.alt, width, height, self._is_grey)
        if is_first and told:
            return f"{told.removesuffix('</w:p>')}{at_the_end(shown)}</w:p>"
        return told + holding("Picture", inline(shown), Setting(new_page=self._break()))

    def _bullets(self, bullets: Bullets, *, keep: bool) -> str:
        if not bullets.items:
            return ""
        number, style = _BULLETS, "ListBullet"
        if bullets.numbered:
            number, style = _FIRST_NUMBERED + len(self.starts), "ListNumber"
            self.starts.append(bullets.start)
        last = len(bullets.items) - 1
        made = []
        for index, item in enumerate(bullets.items):
            stays = keep or (last > 1 and index in (0, last - 1) and len(plain(item)) <= _LEADS_IN)
            after = styles.BODY.after + 2 if index == last else 0.0
            setting = Setting(number=number, keep_next=stays, new_page=self._break(), after=after)
            made.append(paragraph(style, item, self._parts, setting))
        return "".join(made)

    def _table(self, table: Table, *, keep: bool) -> str:
        caption = self._text("Caption", table.caption, keep=True)
        if not table.rows and table.empty:
            return caption + self._text("SmallText", table.empty, keep=keep)
        if not table.columns:
            return caption
        made = table_xml(table, self._width, self._parts, new_page=self._break(), keep=keep)
        return caption + made + _after_table(keep=keep)

    def _figure(self, figure: Figure, *, keep: bool) -> str:
        scene = figure.scene
        scale = min(self._width / scene.w, self._tallest / scene.h)
        shown = Shown(
            self._parts.drawn(scene), self._next_picture(), figure.alt, scene.w * scale, scene.h * scale
        )
        told = holding("Picture", inline(shown), Setting(new_page=self._break()))
        told += self._text("FigureCaption", figure.caption, keep=keep or figure.table is not None)
        return told + (self._table(figure.table, keep=keep) if figure.table is not None else "")

    def _next_picture(self) -> int:
        self._pictures += 1
        return self._pictures


def _leads_in(blocks: Sequence[Block], index: int) -> bool:
    """Whether it is one of a few short paragraphs before a table, a list of facts or a picture: they go to
    the next page with it.
    """
    if not isinstance(blocks[index], Para):
        return False
    run = list(takewhile(lambda block: isinstance(block, Para), blocks[index:]))
    after = blocks[index + len(run)] if index + len(run) < len(blocks) else None
    letters = sum(len(plain(para.text)) for para in run if isinstance(para, Para))
    return isinstance(after, Table | Figure | KeyFacts) and letters <= _LEADS_IN


def _after_table(*, keep: bool) -> str:
    """The gap under a table; without it Word makes one of two tables."""
    return holding("AfterTable", "", Setting(keep_next=keep))


def _fitted(width: float, height: float) -> tuple[float, float]:
    """A size in the proportion of these, as large as the room for a logo."""
    scale = min(LOGO_ROOM[0] / max(width, 1), LOGO_ROOM[1] / max(height, 1))
    return width * scale, height * scale

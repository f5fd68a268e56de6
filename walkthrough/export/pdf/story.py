# SPDX-License-Identifier: MIT
"""Turns a neutral document into blocks and, in the same order, into its structure tree. It draws nothing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from walkthrough.export.document import (
    Block,
    Bullets,
    Document,
    Figure,
    Heading,
    KeepTogether,
    KeyFacts,
    PageBreak,
    Para,
    Table,
    Title,
    label_of,
    plain,
)
from walkthrough.export.glyphs import clean
from walkthrough.export.pdf import styles
from walkthrough.export.pdf.blocks import BoxBlock, FactBlock, FigureBlock, HeadingBlock, ItemBlock
from walkthrough.export.pdf.flow import Flow, FlowItem, NewPage, Together
from walkthrough.export.pdf.styles import TextStyle
from walkthrough.export.pdf.table import lay_out
from walkthrough.export.pdf.tagging import Element
from walkthrough.export.pdf.text import TextBlock
from walkthrough.export.pdf.title import beside

_PARAGRAPHS = {"body": styles.BODY, "lead": styles.LEAD, "small": styles.SMALL}
LEAD_IN = 600
"""Letters. Longer paragraphs after a heading can carry it alone."""
_HEAD_ROW = "/O /Table /Scope /Row"


class Story:
    """The blocks of one document. `root` holds their tags once `items` has been run through."""

    def __init__(self, document: Document, frame_height: float) -> None:
        self.root = Element("Document", lang=document.language)
        self._document = document
        self._tallest = frame_height * 0.8
        self._level = 0  # the last heading's level in the tags: they never skip one
        self._outline = -1
        self._headings = 0

    def items(self) -> list[FlowItem]:
        """All blocks in reading order."""
        blocks = self._document.blocks
        items: list[FlowItem] = []
        for index, block in enumerate(blocks):
            made = list(self._items(block))
            if _leads_in(blocks, index):
                for item in made:
                    if isinstance(item, TextBlock):
                        item.keep_next = True
            items += made
        return items

    def _items(self, block: Block) -> Iterator[FlowItem]:
        match block:
            case PageBreak():
                yield NewPage()
            case KeepTogether():
                yield Together([item for inner in block.blocks for item in self._items(inner)])
            case Title():
                yield from self._title(block)
            case Heading():
                yield self._heading(block.text, block.level + 1, styles.HEADINGS[block.level])
            case Para():
                yield self._para(block)
            case _:
                yield from self._wide(block)

    def _wide(self, block: Bullets | Table | Figure | KeyFacts) -> Iterator[FlowItem]:
        match block:
            case Bullets():
                yield from self._bullets(block)
            case Table():
                yield from self._table(block)
            case Figure():
                yield from self._figure(block)
            case KeyFacts():
                yield from self._facts(block)

    def _title(self, title: Title) -> Iterator[FlowItem]:
        blocks: list[Flow] = []
        if title.above.strip():
            blocks.append(TextBlock(title.above, styles.ABOVE, self.root.child("P")))
        blocks.append(self._heading(title.text, 1, styles.TITLE))
        if title.below.strip():
            blocks.append(TextBlock(title.below, styles.BELOW, self.root.child("P")))
        yield from beside(blocks, title, self.root)

    def _heading(self, text: str, level: int, style: TextStyle) -> HeadingBlock:
        self._level = min(level, self._level + 1)
        self._headings += 1
        if text.strip():
            self._outline = min(self._level - 1, self._outline + 1)
        element = self.root.child(f"H{self._level}")
        return HeadingBlock(text, style, element, number=self._headings, level=self._outline)

    def _para(self, para: Para) -> FlowItem:
        element = self.root.child("P")
        if para.style == "callout":
            return BoxBlock(TextBlock(para.text, styles.CALLOUT, element, lang=para.lang))
        return TextBlock(para.text, _PARAGRAPHS[para.style], element, lang=para.lang)

    def _bullets(self, bullets: Bullets) -> Iterator[FlowItem]:
        kind = "Decimal" if bullets.numbered else "Disc"
        if not bullets.items:
            return
        made = self.root.child("L", attributes=f"/O /List /ListNumbering /{kind}")
        for index, text in enumerate(bullets.items):
            item = made.child("LI")
            label = TextBlock(label_of(bullets, index), styles.ITEM_LABEL, item.child("Lbl"))
            body = TextBlock(text, styles.ITEM, item.child("LBody"))
            last = len(bullets.items) - 1
            if index == last:
                body.after = styles.BODY.after + 2
            block = ItemBlock(label, body)
            is_short = len(plain(text)) <= LEAD_IN
            block.keep_next = is_short and last > 1 and index in (0, last - 1)  # no item stands alone
            yield block

    def _table(self, table: Table) -> Iterator[FlowItem]:
        if not table.rows and table.empty:
            if table.caption.strip():
                yield TextBlock(table.caption, styles.CAPTION, self.root.child("P"))
            yield TextBlock(table.empty, styles.SMALL, self.root.child("P"))
            return
        element = self.root.child("Table")
        if table.caption.strip():
            yield TextBlock(table.caption, styles.CAPTION, element.child("Caption"))
        yield lay_out(table, element)

    def _figure(self, figure: Figure) -> Iterator[FlowItem]:
        element = self.root.child("Figure", alt=clean(figure.alt))
        block = FigureBlock(figure.scene, element, self._tallest)
        yield block
        if figure.caption.strip():
            yield TextBlock(figure.caption, styles.UNDER_FIGURE, self.root.child("P"))
        else:
            block.keep_next = False
        if figure.table is not None:
            yield from self._table(figure.table)

    def _facts(self, facts: KeyFacts) -> Iterator[FlowItem]:
        if not facts.pairs:
            return
        body = self.root.child("Table").child("TBody")
        for index, (label, value) in enumerate(facts.pairs):
            row = body.child("TR")
            head = TextBlock(label, styles.LABEL, row.child("TH", attributes=_HEAD_ROW))
            said = TextBlock(value, styles.VALUE, row.child("TD"))
            yield FactBlock(head, said, last=index == len(facts.pairs) - 1)


def _leads_in(blocks: tuple[Block, ...], index: int) -> bool:
    """Tell whether the block is one of a few short paragraphs between a heading and a table, list or picture.

    They go to the next page with it, or the heading would stand alone with them at a page's foot.
    """
    if not isinstance(blocks[index], Para):
        return False
    after = next((block for block in blocks[index:] if not isinstance(block, Para)), None)
    paras = list(takewhile(lambda block: isinstance(block, Para), reversed(blocks[:index])))
    before = blocks[index - len(paras) - 1] if index > len(paras) else None
    run = [*paras, *takewhile(lambda block: isinstance(block, Para), blocks[index:])]
    short = sum(len(plain(para.text)) for para in run if isinstance(para, Para)) <= LEAD_IN
    return short and isinstance(before, Heading) and isinstance(after, Table | Figure | KeyFacts)

# SPDX-License-Identifier: MIT
"""What of a report no bundled face can draw, so that it is named before the PDF is written.

It knows the document tree, no file format and no sentence. Word files, web pages and tables keep such
characters as they are: the reader's own machine may have a face for them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Final

import msgspec

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
    Rich,
    Table,
    Title,
    plain,
)
from walkthrough.export.glyphs import holes
from walkthrough.export.scene import Words

_NUMBER = re.compile(r"#\d+")
_UNSPOKEN: Final = ("Cf", "Mn", "Me")


class Undrawable(msgspec.Struct, frozen=True):
    """One character, or a cluster such as an emoji of several, that the PDF shows as a box.

    Args:
        text: the cluster itself.
        name: its Unicode names, such as "thumbs up sign"; of a cluster only the parts that are seen.
        kind: "emoji", "chinese", "japanese", "korean", or the first word of its name, such as "tamil".
        count: how often it stands in the report.
        places: where, each once: the short number of the row ("#12"), else the heading or caption over it.
    """

    text: str
    name: str
    kind: str
    count: int
    places: tuple[str, ...]


def undrawable(document: Document) -> tuple[Undrawable, ...]:
    """Everything that the PDF of `document` shows as a box, in the order in which it is met."""
    counts: Counter[str] = Counter()
    places: dict[str, dict[str, None]] = {}
    for text, place in _texts(document):
        for hole in holes(text):
            counts[hole] += 1
            places.setdefault(hole, {})[place] = None
    return tuple(
        Undrawable(hole, _name(hole), _kind(hole), count, tuple(filter(None, places[hole])))
        for hole, count in counts.items()
    )


def _texts(document: Document) -> Iterator[tuple[str, str]]:
    """Every text that is drawn, and where it stands."""
    for text in (document.footer, document.date_line, document.stamp):
        yield text, ""
    yield from _of_blocks(document.blocks, "")


def _of_blocks(blocks: tuple[Block, ...], heading: str) -> Iterator[tuple[str, str]]:
    for block in blocks:
        if isinstance(block, Heading | Title):
            heading = block.text
        if isinstance(block, KeepTogether):
            yield from _of_blocks(block.blocks, heading)
        else:
            yield from _of_block(block, heading)


def _of_block(block: Block, heading: str) -> Iterator[tuple[str, str]]:
    match block:
        case Title():
            yield from ((text, heading) for text in (block.above, block.text, block.below))
        case Heading():
            yield block.text, heading
        case Para():
            yield _placed(block.text, heading)
        case Bullets():
            yield from (_placed(item, heading) for item in block.items)
        case KeyFacts():
            yield from (_placed(text, heading) for pair in block.pairs for text in pair)
        case Table():
            yield from _of_table(block, heading)
        case Figure():
            yield block.caption, heading
            yield from (
                _placed(shape.text, block.caption or heading)
                for shape in block.scene.shapes
                if isinstance(shape, Words)
            )
            if block.table is not None:
                yield from _of_table(block.table, heading)
        case PageBreak() | KeepTogether():
            pass


def _of_table(table: Table, heading: str) -> Iterator[tuple[str, str]]:
    over = table.caption.strip() or heading
    yield table.caption, over
    yield from ((plain(column.text), over) for column in table.columns)
    for row in table.rows:
        texts = [plain(cell) for cell in row]
        number = next((found[0] for text in texts if (found := _NUMBER.match(text.strip()))), "")
        yield from ((text, number or over) for text in texts)


def _placed(text: Rich, heading: str) -> tuple[str, str]:
    said = plain(text)
    found = _NUMBER.search(said)
    return said, found[0] if found else heading


def _name(cluster: str) -> str:
    seen = [char for char in cluster if unicodedata.category(char) not in _UNSPOKEN] or list(cluster)
    names = [unicodedata.name(char, f"U+{ord(char):04X}").lower() for char in seen]
    return " + ".join(name.removeprefix("regional indicator symbol ") for name in names)


def _kind(cluster: str) -> str:
    first = cluster[0]
    name = unicodedata.name(first, "").lower()
    if unicodedata.category(first) == "So" or (len(cluster) > 1 and name.startswith("digit")):
        return "emoji"
    word = name.split(" ")[0].split("-")[0]
    known = {"cjk": "chinese", "hangul": "korean", "hiragana": "japanese", "katakana": "japanese"}
    return known.get(word, word)

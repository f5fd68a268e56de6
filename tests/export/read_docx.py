# SPDX-License-Identifier: MIT
"""Reads a Word file as a screen reader would: its text in reading order, and what it holds.

It knows the file by the standard only, and nothing of how we write it.
"""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
HEADINGS = ("title", "heading 1", "heading 2", "heading 3")


class WordFile:
    """One file. `pieces` is its text with the labels of its lists and what its pictures show."""

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            self.names = file.namelist()
            self.parts = {name: file.read(name) for name in self.names}
        self.trees = {
            name: ElementTree.fromstring(part)
            for name, part in self.parts.items()
            if name.endswith((".xml", ".rels"))
        }
        self.body = self.trees["word/document.xml"][0]
        self._styles = {
            style.get(f"{W}styleId"): style.find(f"{W}name").get(f"{W}val").lower()
            for style in self.trees["word/styles.xml"].iter(f"{W}style")
        }
        self._numbers = dict(self._numberings())
        self._next: dict[str, int] = {}  # lists of one abstract numbering go on counting
        self._begun: set[str] = set()
        self.pieces: list[str] = []
        self.alts: list[str] = []
        for paragraph in self.body.iter(f"{W}p"):
            self.pieces += self._told(paragraph)

    def counts(self) -> Counter[str]:
        """How many headings, tables, rows of heads, items of lists and pictures with a text it holds."""
        found: Counter[str] = Counter()
        for paragraph in self.body.iter(f"{W}p"):
            found["headings"] += self.style_of(paragraph) in HEADINGS
            found["items"] += self._number_of(paragraph) != ""
        found["tables"] = sum(1 for _ in self.body.iter(f"{W}tbl"))
        found["rows"] = sum(1 for _ in self.body.iter(f"{W}tr"))
        found["repeated heads"] = sum(1 for _ in self.body.iter(f"{W}tblHeader"))
        found["alternative texts"] = sum(1 for alt in self.alts if alt.strip())
        found["links"] = sum(1 for _ in self.body.iter(f"{W}hyperlink"))
        return found

    def headings(self) -> list[tuple[str, str]]:
        """Each heading's style and text."""
        return [
            (style, "".join(self._words(paragraph)))
            for paragraph in self.body.iter(f"{W}p")
            if (style := self.style_of(paragraph)) in HEADINGS
        ]

    def style_of(self, paragraph: ElementTree.Element) -> str:
        """The name of its style, in small letters."""
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        return self._styles.get(style.get(f"{W}val"), "") if style is not None else ""

    def _told(self, paragraph: ElementTree.Element) -> Iterator[str]:
        number = self._number_of(paragraph)
        if number:
            yield self._label(number)
        yield from self._words(paragraph)

    def _words(self, paragraph: ElementTree.Element) -> Iterator[str]:
        for part in paragraph.iter():
            if part.tag == f"{W}t":
                yield part.text or ""
            elif part.tag == f"{W}br":
                yield "\n"
            elif part.tag == DRAWN:
                self.alts.append(part.get("descr", ""))
                yield part.get("descr", "")

    def _number_of(self, paragraph: ElementTree.Element) -> str:
        number = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
        return number.get(f"{W}val", "") if number is not None else ""

    def _label(self, number: str) -> str:
        kind, abstract, start = self._numbers[number]
        is_new = start is not None and number not in self._begun
        self._begun.add(number)
        at = start if is_new else self._next.get(abstract, 1)
        self._next[abstract] = at + 1
        return "•" if kind == "bullet" else f"{at}."

    def _numberings(self) -> Iterator[tuple[str, tuple[str, str, int | None]]]:
        tree = self.trees["word/numbering.xml"]
        kinds = {
            one.get(f"{W}abstractNumId"): one.find(f".//{W}numFmt").get(f"{W}val")
            for one in tree.iter(f"{W}abstractNum")
        }
        for one in tree.iter(f"{W}num"):
            start = one.find(f".//{W}startOverride")
            abstract = one.find(f"{W}abstractNumId").get(f"{W}val")
            begins = int(start.get(f"{W}val")) if start is not None else None
            yield one.get(f"{W}numId"), (kinds[abstract], abstract, begins)

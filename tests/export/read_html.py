# SPDX-License-Identifier: MIT
"""Reads a report's web page as a screen reader would: its text in reading order, what it holds, how it nests.

It knows the page by the standard only, and nothing of how we write it.
"""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser

VOID = {"br", "col", "img", "meta", "rect", "circle", "polyline", "polygon"}
HEADINGS = {f"h{level}" for level in range(1, 7)}


class Page(HTMLParser):
    """One page. `pieces` is the text of the report, without contents and furniture."""

    def __init__(self, content: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.levels: list[int] = []
        self.alts: list[str] = []
        self.tags: Counter[str] = Counter()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.heads: list[str] = []
        self._open: list[str] = []
        self._lists: list[int | None] = []
        self.feed(content.decode("utf-8"))
        self.close()
        assert self._open == [], "left open"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        self.tags[tag] += 1
        self.ids += [said["id"]] if "id" in said else []
        self.targets += [said[name] for name in ("href", "src") if name in said]
        if tag in HEADINGS:
            self.levels.append(int(tag[1]))
        if tag == "th":
            self.heads.append(said["scope"])
        if tag in ("ol", "ul"):
            self._lists.append(int(said.get("start", 1)) if tag == "ol" else None)
        if self._is_read():
            if tag == "li":
                self._label()
            if tag in ("svg", "img"):
                alt = said["aria-label"] if tag == "svg" else said["alt"]
                self.alts.append(alt)
                self.pieces.append(alt)
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in VOID

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, tag
        if tag in ("ol", "ul"):
            self._lists.pop()

    def handle_data(self, text: str) -> None:
        if self._is_read():
            self.pieces.append(text)

    def _label(self) -> None:
        number = self._lists[-1]
        self.pieces.append("•" if number is None else f"{number}.")
        if number is not None:
            self._lists[-1] = number + 1

    def _is_read(self) -> bool:
        return "main" in self._open and not {"nav", "svg"} & set(self._open)

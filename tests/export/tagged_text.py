# SPDX-License-Identifier: MIT
"""Reads a PDF the way a screen reader does: through the structure tree, with the text of each mark.

It shares no code with the writer, and holds just enough of the format for files with plain objects.
"""

from __future__ import annotations

import re
import zlib
from pathlib import Path
from typing import Any, NamedTuple

TOKEN = re.compile(
    rb"\s*(<<|>>|\[|\]|/[^\s<>\[\]()/]*|\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f\s]*>|[^\s<>\[\]()/]+)", re.DOTALL
)
INLINE = {"Span", "Link"}
Tree = dict[str, Any]


class Reference(NamedTuple):
    number: int


class TaggedFile:
    """The objects of one file, its elements in reading order and the text of their marks."""

    def __init__(self, path: Path) -> None:
        self.blob = path.read_bytes()
        self.objects: dict[int, tuple[bytes, bytes]] = {}
        for found in re.finditer(rb"(?:^|\n)(\d+) 0 obj\s(.*?)\sendobj", self.blob, re.DOTALL):
            body, _, stream = found[2].partition(b"stream\n")
            self.objects[int(found[1])] = (body, stream)
        self.catalog = next(tree for tree in self.all_of("Catalog"))
        self.pages = self._pages(self.get(self.catalog["Pages"]))
        self._marks = {number: self._marks_of(number) for number in self.pages}

    def get(self, value: Any) -> Any:
        """A value, or what it refers to."""
        return parse(self.objects[value.number][0]) if isinstance(value, Reference) else value

    def stream(self, reference: Reference) -> bytes:
        """The bytes of a stream, unpacked."""
        return zlib.decompressobj().decompress(self.objects[reference.number][1])

    def all_of(self, kind: str) -> list[Tree]:
        """Every dictionary of that Type."""
        mark = b"/Type /" + kind.encode()
        return [parse(body) for body, _ in self.objects.values() if re.search(mark + rb"\b", body)]

    def elements(self) -> list[Tree]:
        """Every structure element, in reading order."""
        return list(self._walk(self.get(self.catalog["StructTreeRoot"])["K"]))

    def text(self) -> str:
        """The whole text by tags, pictures as their alternative text, spaces evened out."""
        root = self.get(self.catalog["StructTreeRoot"])
        return " ".join("".join(self._said(kid, None) for kid in root["K"]).split())

    def _walk(self, kids: Any) -> Any:
        for kid in kids if isinstance(kids, list) else [kids]:
            node = self.get(kid)
            if isinstance(node, dict) and "S" in node:
                yield node
                yield from self._walk(node.get("K", []))

    def _said(self, kid: Any, page: int | None) -> str:
        node = self.get(kid)
        if isinstance(node, int):
            return self._marks[page][node]
        if node.get("Type") == "OBJR":
            return ""
        if node.get("Type") == "MCR":
            return self._marks[node["Pg"].number][node["MCID"]]
        if "Alt" in node:
            return f" {node['Alt']} "
        inner = "".join(
            self._said(one, node["Pg"].number if "Pg" in node else None) for one in node.get("K", [])
        )
        return inner if node["S"] in INLINE else f" {inner} "

    def _pages(self, node: Tree) -> list[int]:
        return [kid.number for kid in node["Kids"]]

    def _marks_of(self, number: int) -> dict[int, str]:
        page = self.get(Reference(number))
        fonts = self.get(self.get(page["Resources"])["Font"])
        maps = {name: self._characters(self.get(font)) for name, font in fonts.items()}
        content = self.stream(page["Contents"])
        marks: dict[int, str] = {}
        current, font, before, whole = None, "", [], ""
        for token in TOKEN.findall(content):
            if token == b"Tf":
                font = before[-2].decode()[1:]
            elif token == b"BDC" and before[-3] == b"/ActualText":  # stands for what is shown inside
                whole = bytes.fromhex(before[-2][1:-1].decode()).decode("utf-16")
                if current is not None:
                    marks[current] += whole
            elif token == b"BDC":
                current = int(before[-2])
                marks[current] = ""
            elif token == b"EMC" and whole:
                whole = ""
            elif token in (b"BMC", b"EMC"):
                current = None
            elif token == b"Tj" and current is not None and not whole:
                codes = unescaped(before[-1][1:-1])
                marks[current] += "".join(maps[font][code] for code in codes)
            before = [*before[-3:], token]
        return marks

    def _characters(self, font: Tree) -> dict[int, str]:
        if "ToUnicode" not in font:
            return {}
        pairs = re.findall(rb"<([0-9A-F]{2})> <((?:[0-9A-F]{4})+)>", self.stream(font["ToUnicode"]))
        return {int(code, 16): bytes.fromhex(char.decode()).decode("utf-16-be") for code, char in pairs}


def parse(source: bytes) -> Any:
    """The first value in `source`."""
    tokens = TOKEN.findall(source)
    return _value(tokens, 0)[0]


def _value(tokens: list[bytes], at: int) -> tuple[Any, int]:
    token = tokens[at]
    if token == b"<<":
        tree: Tree = {}
        at += 1
        while tokens[at] != b">>":
            tree[tokens[at].decode()[1:]], at = _value(tokens, at + 1)
        return tree, at + 1
    if token == b"[":
        values = []
        at += 1
        while tokens[at] != b"]":
            value, at = _value(tokens, at)
            values.append(value)
        return values, at + 1
    if token.isdigit() and tokens[at + 2 : at + 3] == [b"R"]:
        return Reference(int(token)), at + 3
    return _plain(token), at + 1


def _plain(token: bytes) -> Any:
    if token.startswith(b"/"):
        return token.decode()[1:]
    if token.startswith(b"("):
        raw = unescaped(token[1:-1])
        return raw[2:].decode("utf-16-be") if raw.startswith(b"\xfe\xff") else raw.decode("latin-1")
    return int(token) if token.isdigit() else token.decode("latin-1")


def unescaped(raw: bytes) -> bytes:
    """A literal string's bytes."""
    kept = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}

    def one(found: re.Match[bytes]) -> bytes:
        mark = found[1]
        return bytes([int(mark, 8)]) if mark.isdigit() else kept.get(mark, mark)

    return re.sub(rb"\\([0-7]{1,3}|.)", one, raw, flags=re.DOTALL)

# SPDX-License-Identifier: MIT
"""On which line of a TOML text each key and each item stands, so that a problem can name its line.

It reads only texts that the TOML parser has already accepted, and it keeps no values.
"""

from __future__ import annotations

import re

KeyPath = tuple[str | int, ...]

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY = re.compile(r"""[ \t]*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([\w-]+))[ \t]*""", re.ASCII)
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}|' + r"'''.*?'{3,5}" + r"""|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'""", re.DOTALL
)
_BARE = re.compile(r"[^,\]}\n#]+")


def line_index(text: str) -> dict[KeyPath, int]:
    """The line (from 1) of every table, key and item: {("stations", 3, "name"): 41}.

    Raises RecursionError on a text nested deeper than Python can follow.
    """
    return _Scan(text).run()


def nearest_line(index: dict[KeyPath, int], path: KeyPath) -> int:
    """The line of a path, else of the closest thing around it, else 1."""
    for length in range(len(path), 0, -1):
        found = index.get(path[:length])
        if found is not None:
            return found
    return 1


class _Scan:
    """One pass over a text. It keeps a place in the text and the line of that place."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.counted = 0
        self.line = 1
        self.index: dict[KeyPath, int] = {}
        self.items: dict[KeyPath, int] = {}

    def run(self) -> dict[KeyPath, int]:
        table: KeyPath = ()
        while self._skip_blank():
            if self.text.startswith("[", self.at):
                table = self._header()
            else:
                self._pair(table)
        return self.index

    def _skip_blank(self) -> bool:
        self._move(_BLANK.match(self.text, self.at))
        return self.at < len(self.text)

    def _move(self, match: re.Match[str] | None) -> None:
        # Always at least one character on, so that a text we misread ends instead of hanging.
        self.at = match.end() if match else self.at + 1

    def _note(self, path: KeyPath) -> None:
        self.line += self.text.count("\n", self.counted, self.at)
        self.counted = self.at
        self.index.setdefault(path, self.line)

    def _keys(self) -> tuple[str, ...]:
        found: list[str] = []
        while match := _KEY.match(self.text, self.at):
            found.append(next(group for group in match.groups() if group is not None))
            self.at = match.end()
            if not self.text.startswith(".", self.at):
                break
            self.at += 1
        return tuple(found)

    def _header(self) -> KeyPath:
        start = self.at
        is_item = self.text.startswith("[[", start)
        self.at += 2 if is_item else 1
        keys = self._keys()
        path: KeyPath = ()
        for depth, key in enumerate(keys):
            path = (*path, key)
            is_last = depth == len(keys) - 1
            if is_last and is_item:
                self.items[path] = self.items.get(path, -1) + 1
            if path in self.items:
                path = (*path, self.items[path])
        end = self.at + (2 if is_item else 1)
        self.at = start
        self._note(path[:-1] if is_item else path)
        self._note(path)
        self.at = end
        return path

    def _pair(self, table: KeyPath) -> None:
        start = self.at
        path = (*table, *self._keys())
        end = max(self.at, start + 1)
        self.at = start
        self._note(path)
        self.at = end
        if self.text.startswith("=", self.at):
            self.at += 1
        self._skip_blank()
        self._value(path)

    def _value(self, path: KeyPath) -> None:
        opener = self.text[self.at : self.at + 1]
        if opener == "[":
            self._array(path)
        elif opener == "{":
            self._inline_table(path)
        elif opener in ('"', "'"):
            self._move(_STRING.match(self.text, self.at))
        else:
            self._move(_BARE.match(self.text, self.at))

    def _array(self, path: KeyPath) -> None:
        self.at += 1
        number = 0
        while self._skip_blank() and self.text[self.at] != "]":
            if self.text[self.at] == ",":
                self.at += 1
                continue
            self._note((*path, number))
            self._value((*path, number))
            number += 1
        self.at += 1

    def _inline_table(self, path: KeyPath) -> None:
        self.at += 1
        while self._skip_blank() and self.text[self.at] != "}":
            if self.text[self.at] == ",":
                self.at += 1
                continue
            self._pair(path)
        self.at += 1

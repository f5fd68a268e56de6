# SPDX-License-Identifier: MIT
"""What a paste of several lines means: which lines there are, their kinds, what is only a bullet.

Pure: text in, lines out. It must not know the line that they are pasted into.
"""

from __future__ import annotations

import re

import msgspec

from walkthrough.model.words import Kind

MARKS = {"+": Kind.PRACTICE, "=": Kind.INDICATOR, ">": Kind.NEXT_STEP, "?": Kind.PARKED}
"""Marks that keep their meaning in a paste; "-" and "*" are bullets in what others wrote."""

_MARK = re.compile(r"\s*([" + re.escape("".join(MARKS)) + r"])(?:[ \t]+(?=\S)|(?=[^\W\d_]))")
"""A mark before a blank, or right before a letter: ">30 days" and "+1 555" are words of their own."""
_BULLET = re.compile(r"^\s*(?:[-*•‣◦·▪●○–—]\s+|\(?\d{1,3}[.)]\s+|\(?[a-zA-Z][)]\s+)?(?:\[[ xX]?\]\s+)?")
_CELL = re.compile(r'(?:(?<=[\t\n])|\A)"((?:[^"]|"")*)"(?=[\t\n]|\Z)')
_BYTE_ORDER = "\ufeff"
"""Some editors put it before all words; nobody sees it."""
_TABS = re.compile(r"\s*\t\s*")


class PastedLine(msgspec.Struct, frozen=True, gc=False):
    """One line of a paste: its words, and the mark that gave it a kind of its own, if any."""

    text: str
    mark: str = ""

    @property
    def kind(self) -> Kind | None:
        """The kind that the mark stands for."""
        return MARKS.get(self.mark)

    @property
    def whole(self) -> str:
        """The words with their mark, for where the line does not begin."""
        return f"{self.mark} {self.text}" if self.mark else self.text


def pasted_lines(text: str) -> tuple[PastedLine, ...]:
    """The lines of a paste without bullets, numbers, tick boxes and empty lines; a row of a table is one."""
    return tuple(line for line in map(_line, rows_of(text)) if line.text)


def rows_of(text: str) -> list[str]:
    """The lines of a paste as they are; a cell of a table that holds line breaks stays one with its row."""
    plain = text.removeprefix(_BYTE_ORDER).replace("\r\n", "\n")
    return _CELL.sub(_cell, plain).splitlines()


def _line(row: str) -> PastedLine:
    marked = _MARK.match(row)
    bare = row[marked.end() :] if marked else _BULLET.sub("", row, count=1)
    words = " ".join(_TABS.sub(", ", bare.strip()).split())
    return PastedLine(words, marked[1] if marked else "")


def _cell(found: re.Match[str]) -> str:
    """A quoted cell as its words, where the quotes are the table's and not the writer's."""
    inside = found[1]
    if not any(sign in inside for sign in ("\n", "\t", '""')):
        return found[0]
    return " ".join(inside.replace('""', '"').split())

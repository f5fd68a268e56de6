# SPDX-License-Identifier: MIT
"""What a spreadsheet is made of, whatever file it becomes: sheets, typed columns, rows, all in one language.

It must not know a workbook, and no kind of file.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeAlias

import msgspec

from walkthrough.export.terms import marked
from walkthrough.wording import N_, Wording

Cell: TypeAlias = str | int | float | bool | date | None
"""What stands in a cell: of a choice its code; None where nothing is known or may be told."""
Row: TypeAlias = tuple[Cell, ...]


class FieldKind(enum.StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    DAY = "day"
    YES_NO = "yes_no"
    CHOICE = "choice"


KIND_WORDS: dict[FieldKind, str] = {
    FieldKind.TEXT: N_("text"),
    FieldKind.WHOLE: N_("whole number"),
    FieldKind.NUMBER: N_("number"),
    FieldKind.DAY: N_("day"),
    FieldKind.YES_NO: N_("true or false"),
    FieldKind.CHOICE: N_("one of a list"),
}
LINKS = N_("short numbers, like #12")
"""What a column of more than one short number is said to hold."""


class Field(msgspec.Struct, frozen=True):
    """One column.

    Args:
        code: the name for machines: English, never translated, never changed once shipped.
        head: what the reader sees.
        kind: what the cells hold.
        about: what they mean, in a sentence.
        width: how wide the column is, in letters.
        choices: of a choice, its codes and what each is called.
        is_short: it holds the short numbers that people say: one, or as text "#4, #7".
    """

    code: str
    head: str
    kind: FieldKind
    about: str
    width: int
    choices: Mapping[str, str] = {}
    is_short: bool = False


class Sheet(msgspec.Struct, frozen=True):
    """One table: `code` is its name for machines, `name` for readers; each row has a cell for each field."""

    code: str
    name: str
    about: str
    fields: tuple[Field, ...]
    rows: tuple[Row, ...]


class TableSet(msgspec.Struct, frozen=True):
    """Some tables that belong together.

    Args:
        title: what they are called; `name` is whose they are.
        about: what they are for, a line each.
        left_out: what is not in them and why, a line each.
        language: of all heads and words.
        day: the day they stand for.
        sheets: the tables in their order.
        is_grey: without colour, for printers that have none.
        mark: stands on every printed page, such as "Draft"; "" for nothing.
    """

    title: str
    name: str
    about: tuple[str, ...]
    left_out: tuple[str, ...]
    language: str
    day: date
    sheets: tuple[Sheet, ...]
    paper: str = "letter"
    is_grey: bool = False
    mark: str = ""


def text(code: str, head: str, about: str, width: int = 24) -> Field:
    """A column of text. Here and below `head` and `about` are marked for translation."""
    return Field(code, head, FieldKind.TEXT, about, width)


def whole(code: str, head: str, about: str, width: int = 10) -> Field:
    """A column of whole numbers."""
    return Field(code, head, FieldKind.WHOLE, about, width)


def number(code: str, head: str, about: str, width: int = 12) -> Field:
    """A column of numbers with or without decimals."""
    return Field(code, head, FieldKind.NUMBER, about, width)


def day(code: str, head: str, about: str, width: int = 14) -> Field:
    """A column of days."""
    return Field(code, head, FieldKind.DAY, about, width)


def yes_no(code: str, head: str, about: str, width: int = 10) -> Field:
    """A column of true and false."""
    return Field(code, head, FieldKind.YES_NO, about, width)


def choice(
    code: str, head: str, about: str, choices: type[enum.StrEnum] | Mapping[str, str], width: int = 16
) -> Field:
    """A column of one closed list: its members, or codes with their marked names."""
    if isinstance(choices, type):
        choices = {member.value: marked(member) for member in choices}
    return Field(code, head, FieldKind.CHOICE, about, width, choices)


def short(code: str, head: str, about: str, width: int = 8) -> Field:
    """A column of one short number, shown as #12."""
    return Field(code, head, FieldKind.WHOLE, about, width, is_short=True)


def shorts(code: str, head: str, about: str, width: int = 14) -> Field:
    """A column of any number of short numbers, as text: "#4, #7"."""
    return Field(code, head, FieldKind.TEXT, about, width, is_short=True)


def numbered(numbers: Iterable[int]) -> str:
    """What stands in a column of `shorts`."""
    return ", ".join(f"#{one}" for one in numbers)


def sheet(
    words: Wording, code: str, name: str, about: str, fields: Iterable[Field], rows: Iterable[Row]
) -> Sheet:
    """A sheet in a language, of marked words."""
    said = tuple(_said(words, field) for field in fields)
    return Sheet(code, words.gettext(name), words.gettext(about), said, tuple(rows))


def _said(words: Wording, field: Field) -> Field:
    _ = words.gettext
    return msgspec.structs.replace(
        field,
        head=_(field.head),
        about=_(field.about),
        choices={code: _(called) for code, called in field.choices.items()},
    )


def kind_words(words: Wording, field: Field) -> str:
    """What a column holds, in words, for the data dictionary."""
    if field.is_short and field.kind is FieldKind.TEXT:
        return words.gettext(LINKS)
    return words.gettext(KIND_WORDS[field.kind])

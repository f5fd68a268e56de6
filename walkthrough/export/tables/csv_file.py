# SPDX-License-Identifier: MIT
"""Tables as CSV: RFC 4180, UTF-8 with a mark at the start, ISO days, the names for programs as heads.

One table is one file; a set of them is a zip with its data dictionary. It must not know a workbook.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable
from datetime import date

from walkthrough.export.files import entry_in_zip
from walkthrough.export.tables.dictionary import dictionary_of
from walkthrough.export.tables.table import Cell, Sheet, TableSet
from walkthrough.wording import Wording

_FORMULA = re.compile(r"[\s']*[=+\-@\uff1d\uff0b\uff0d\uff20]")
"""How a text begins that a spreadsheet would take for a formula, also in wide letters. A text that already
has the guard gets another, so that the first one can always be taken away.
"""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_HALVES = re.compile("[\ud800-\udfff]")
"""Half a character: no file can hold it."""


def csv_bytes(table: Sheet) -> bytes:
    """One table as a file; its first line holds the codes of the columns."""
    told = io.StringIO()
    writer = csv.writer(told, lineterminator="\r\n")
    writer.writerow(field.code for field in table.fields)
    writer.writerows(map(_line, table.rows))
    return told.getvalue().encode("utf-8-sig")


def zip_bytes(words: Wording, tables: TableSet) -> bytes:
    """A set of tables as one zip: a file for each, named by its code, and the data dictionary."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in _files(words, tables):
            file.writestr(entry_in_zip(name, tables.day), content)
    return packed.getvalue()


def _files(words: Wording, tables: TableSet) -> Iterable[tuple[str, bytes]]:
    lines = (tables.title, tables.name, tables.day.isoformat(), *tables.about, *tables.left_out)
    yield "read-me-first.txt", "\r\n".join((*map(plain, lines), "")).encode("utf-8-sig")
    for table in (dictionary_of(words, tables), *tables.sheets):
        yield f"{table.code.replace('_', '-')}.csv", csv_bytes(table)


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula: with a ' before it where it would."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """The text as it was before `guarded`."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text[1:]) else text


def _line(row: Iterable[Cell]) -> list[str]:
    return [_cell(cell) for cell in row]


def _cell(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case float():
            return repr(int(cell) if cell.is_integer() and abs(cell) < 1e15 else cell)
        case date():
            return cell.isoformat()
        case str():
            return guarded(plain(cell))
    return str(cell)


def plain(text: str) -> str:
    """A text with one kind of line end, no control characters and no half of one."""
    if text.isprintable():
        return text
    whole = _HALVES.sub("\ufffd", text)
    return _CONTROL.sub(" ", whole.replace("\r\n", "\n").replace("\r", "\n"))

# SPDX-License-Identifier: MIT
"""Tables as an Excel workbook: a first sheet about it with the data dictionary, then a sheet for each table.

Every cell has its type, no text is ever a formula, no cells are merged. It must not know our workbook.
"""

from __future__ import annotations

import io
import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import TypeAlias

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from walkthrough.export.tables.csv_file import guarded, plain
from walkthrough.export.tables.dictionary import contents_of, dictionary_of
from walkthrough.export.tables.looks import LINE_HEIGHT, TALLEST, Looks, lines_needed
from walkthrough.export.tables.table import Cell, Field, FieldKind, Row, Sheet, TableSet
from walkthrough.wording import Wording

Progress: TypeAlias = Callable[[int, int], None]
LONGEST_NAME = 31
LONGEST_TEXT = 32_767
"""What a cell can hold, in UTF-16 units; Excel calls a file with more in it damaged."""
MOST_LINKS = 60_000
_FIRST_YEAR = 1901
"""Earlier days Excel cannot count; they stand there as text."""
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\'\x00-\x1f]+")
_PAPERS = {"letter": 1, "a4": 9}
_PRINTED_WIDTH = 150
"""In letters: a page across that is still read without a glass. Columns further right are for the screen."""
_LONGEST_FOOT = 120
_READ_FIRST = "next_steps"
"""The table that a file opens on, where it is the first: what everybody came for."""
_FILTER = 4
"""In letters: what the filter's arrow takes of a head."""


def xlsx_bytes(words: Wording, tables: TableSet, progress: Progress | None = None) -> bytes:
    """The tables as one file; the same tables always give the same bytes.

    Args:
        words: the language of the tables.
        tables: what to write.
        progress: told how many sheets are written, of how many.
    """
    packed = io.BytesIO()
    book = Workbook(packed, {"in_memory": True})
    moment = datetime(tables.day.year, tables.day.month, tables.day.day)  # noqa: DTZ001  a day has no zone
    book.set_properties(
        {
            "title": f"{tables.title}: {tables.name}",
            "subject": tables.about[-1],
            "author": tables.name,
            "comments": " ".join(tables.left_out),
            "created": moment,
        }
    )
    _Writing(book, words, tables).write(progress or _untold)
    book.close()
    return packed.getvalue()


def _untold(done: int, whole: int) -> None:
    """Progress that nobody watches."""


def sheet_names(words: Wording, tables: TableSet) -> dict[str, str]:
    """What each sheet is called in the file, by its code: short enough, and each but once."""
    taken = {_fit(words.gettext("About")).casefold()}
    names = {}
    for one in tables.sheets:
        name = _fit(one.name) or one.code[:LONGEST_NAME]
        number = 1
        while name.casefold() in taken:
            number += 1
            tail = f" {number}"
            name = _fit(one.name)[: LONGEST_NAME - len(tail)] + tail
        taken.add(name.casefold())
        names[one.code] = name
    return names


def _fit(name: str) -> str:
    return _NOT_IN_NAMES.sub(" ", name).strip()[:LONGEST_NAME].strip()


def cut(text: str) -> str:
    """A text no longer than a cell can hold; what is left out is shown by "…"."""
    if not _is_long(text):
        return text
    units = text.encode("utf-16-le")
    if len(units) <= LONGEST_TEXT * 2:
        return text
    return units[: (LONGEST_TEXT - 1) * 2].decode("utf-16-le", "ignore") + "…"


def _is_long(text: str) -> bool:
    """Whether it may be too long: a letter is one unit or two."""
    return len(text) * 2 > LONGEST_TEXT


class _Writing:
    """One file being written."""

    def __init__(self, book: Workbook, words: Wording, tables: TableSet) -> None:
        self.book, self.words, self.tables = book, words, tables
        self.looks = Looks(book, words, is_grey=tables.is_grey)
        self.names = sheet_names(words, tables)
        self.places = dict(_places(tables, self.names))

    def write(self, progress: Progress) -> None:
        """Write every sheet."""
        about = self._new_sheet(_fit(self.words.gettext("About")))
        for done, one in enumerate(self.tables.sheets):
            progress(done, len(self.tables.sheets))
            page = self._new_sheet(self.names[one.code])
            self._table(page, one, 0)
            is_named = one.fields[0].is_short
            page.freeze_panes(1, 1 if is_named else 0)
            page.repeat_rows(0)
            page.print_area(0, 0, max(len(one.rows), 1), _printed(one.fields) - 1)
            if one.code == _READ_FIRST:
                page.activate()
        self._about(about)
        if _READ_FIRST not in (one.code for one in self.tables.sheets[:1]):
            about.activate()
        progress(len(self.tables.sheets), len(self.tables.sheets))

    def _new_sheet(self, name: str) -> Worksheet:
        page: Worksheet = self.book.add_worksheet(name)
        page.set_landscape()
        page.set_paper(_PAPERS[self.tables.paper])
        page.fit_to_pages(1, 0)
        page.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.7)
        _ = self.words.gettext
        numbers = _("Page {page} of {pages}").format(page="&P", pages="&N")
        whose = self.tables.name.replace("&", "&&")[:_LONGEST_FOOT]
        mark = self.tables.mark.replace("&", "&&")
        page.set_header(f"&L{whose}&C{mark}&R&A")
        secret = _("About systems. Holds no client information.").replace("&", "&&")
        page.set_footer(f"&L{secret[:_LONGEST_FOOT]}&R{numbers}")
        return page

    def _about(self, page: Worksheet) -> None:
        """What this is, what is left out, and what every column holds."""
        looks, _ = self.looks, self.words.gettext
        page.write_string(0, 0, cut(plain(self.tables.title)), looks.title)
        page.write_string(1, 0, cut(plain(self.tables.name)), looks.lead)
        line = 2
        draft = (_("Draft: not agreed yet."),) if self.tables.mark else ()
        wide = any(_printed(one.fields) < len(one.fields) for one in self.tables.sheets)
        prints = (_("Wide sheets print their first columns only."),) if wide else ()
        for told in (*draft, *self.tables.about, *self.tables.left_out, *self._cuts(), *prints):
            page.write_string(line, 0, cut(plain(told)), looks.plain)
            line += 1
        for listed in (contents_of(self.words, self.tables), dictionary_of(self.words, self.tables)):
            page.write_string(line + 1, 0, listed.name, looks.lead)
            self._table(page, listed, line + 2)
            page.repeat_rows(line + 2)  # the last one holds: the dictionary's, which is long
            at_code = [field.code for field in listed.fields].index("table_code")
            for row, told_of in enumerate(listed.rows, start=line + 3):
                name = self.names[str(told_of[at_code])]
                page.write_url(row, 0, f"internal:'{name}'!A1", looks.link, name)
            line += 3 + len(listed.rows)

    def _cuts(self) -> tuple[str, ...]:
        texts = (cell for one in self.tables.sheets for row in one.rows for cell in row)
        many = sum(
            isinstance(cell, str) and _is_long(cell) and cut(plain(cell)) != plain(cell) for cell in texts
        )
        if not many:
            return ()
        told = self.words.ngettext(
            "{n} text is longer than a cell can hold and is cut. CSV and PDF have it whole.",
            "{n} texts are longer than a cell can hold and are cut. CSV and PDF have them whole.",
            many,
        )
        return (told.format(n=many),)

    def _table(self, page: Worksheet, table: Sheet, top: int) -> None:
        """A real table with its own name, so that it sorts, filters, and is found by programs."""
        heads = _apart(field.head for field in table.fields)
        page.add_table(
            top,
            0,
            top + max(len(table.rows), 1),
            len(table.fields) - 1,
            {
                "name": table.code,
                "columns": [{"header": head, "header_format": self.looks.head} for head in heads],
                "style": None,
                "title": table.name,
                "description": table.about,
            },
        )
        for column, field in enumerate(table.fields):
            page.set_column(column, column, field.width)
        tallest = max(
            lines_needed(head, field.width - _FILTER) for head, field in zip(heads, table.fields, strict=True)
        )
        page.set_row(top, tallest * LINE_HEIGHT + 6)
        links = 0
        for number, row in enumerate(table.rows, start=top + 1):
            self._height(page, number, table.fields, row)
            for column, (field, cell) in enumerate(zip(table.fields, row, strict=True)):
                links += self._cell(page, (number, column), field, cell, may_link=links < MOST_LINKS)

    def _height(self, page: Worksheet, line: int, fields: tuple[Field, ...], row: Row) -> None:
        """Room for the lines of the longest text: not every program makes it by itself."""
        lines = 1
        for field, cell in zip(fields, row, strict=True):
            if isinstance(cell, str) and cell:
                lines = max(lines, lines_needed(field.choices.get(cell, cell), field.width))
        if lines > 1:
            page.set_row(line, min(lines * LINE_HEIGHT + 3, TALLEST))

    def _cell(
        self, page: Worksheet, at: tuple[int, int], field: Field, cell: Cell, *, may_link: bool
    ) -> bool:
        """Write one cell by its type; tells whether it became a link."""
        look = self.looks.of(field)
        target = self._target(field, cell) if may_link and field.is_short else ""
        if target:
            look = self.looks.link_number if isinstance(cell, int) else self.looks.link
            page.write_url(*at, target, look, str(cell))
        match cell:
            case None:
                page.write_blank(*at, None, look)
            case bool():
                page.write_boolean(*at, cell, look)
            case date() if cell.year >= _FIRST_YEAR:
                page.write_datetime(*at, cell, look)
            case date():
                page.write_string(*at, cell.isoformat(), self.looks.text)
            case int() | float() if math.isfinite(cell):
                page.write_number(*at, cell, look)
            case str() if not target:
                self._text(page, at, field, cell)
            case _:
                pass
        return bool(target)

    def _text(self, page: Worksheet, at: tuple[int, int], field: Field, cell: str) -> None:
        said = field.choices.get(cell, cell) if field.kind is FieldKind.CHOICE else cell
        said = cut(plain(said))
        is_risky = guarded(said) != said
        if said:
            page.write_string(*at, said, self.looks.quoted if is_risky else self.looks.text)
        else:
            page.write_blank(*at, None, self.looks.text)

    def _target(self, field: Field, cell: Cell) -> str:
        """Where a short number leads, if it is one alone and not the row's own."""
        if isinstance(cell, int):
            one = cell
        elif isinstance(cell, str) and cell[1:].isdigit():
            one = int(cell[1:])
        else:
            return ""
        found = None if field.code == "number" else self.places.get(one)
        return f"internal:'{found[0]}'!A{found[1]}" if found else ""


def _places(tables: TableSet, names: Mapping[str, str]) -> Iterator[tuple[int, tuple[str, int]]]:
    """Where each short number is explained: the sheet, and the line in it."""
    for one in tables.sheets:
        if one.fields[0].code == "number":
            for line, row in enumerate(one.rows, start=2):
                if isinstance(row[0], int):
                    yield row[0], (names[one.code], line)


def _printed(fields: tuple[Field, ...]) -> int:
    """How many columns, from the left, go on paper."""
    wide = 0
    for count, field in enumerate(fields):
        wide += field.width
        if wide > _PRINTED_WIDTH:
            return count
    return len(fields)


def _apart(heads: Iterable[str]) -> list[str]:
    """Heads of which no two are alike: a table must not have that."""
    found: list[str] = []
    seen: set[str] = set()
    for head in heads:
        told, number = head, 1
        while told.casefold() in seen:
            number += 1
            told = f"{head} ({number})"
        seen.add(told.casefold())
        found.append(told)
    return found

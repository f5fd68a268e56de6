# SPDX-License-Identifier: MIT
"""How the cells of an Excel workbook look: the colours of our paper, one head, plain rows.

It must not know a table's contents.
"""

from __future__ import annotations

import math

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from walkthrough.export.scene import PAPER
from walkthrough.export.tables.table import Field, FieldKind
from walkthrough.wording import N_, Wording

SHORT_NUMBER = '"#"0'
_DAYS = {"en": "[$-409]mmm d, yyyy", "es": "[$-540A]d mmm yyyy"}
"""As on paper: the month in letters, so that nobody reads 3/1 the other way round."""
_ISO = "yyyy-mm-dd"
_WHITE = "white"
LINE_HEIGHT, TALLEST = 15.0, 405.0
"""In points: of one line of a row, and what a row can be at the most."""


def _yes_no(words: Wording) -> str:
    """Where a program shows true and false by their format, they read yes and no; Excel has its own words."""
    yes, no = (words.gettext(one).replace('"', "") for one in (N_("Yes"), N_("No")))
    return f'"{yes}";"{yes}";"{no}"'


def lines_needed(text: str, width: int) -> int:
    """About how many lines a text takes in a column so many letters wide."""
    if len(text) <= width and "\n" not in text:
        return 1
    room = max(width * 1.1, 1.0)  # most letters are narrower than the digit that widths are counted in
    return sum(max(1, math.ceil(len(part) / room)) for part in text.split("\n"))


class Looks:
    """The formats of one workbook, made once.

    Args:
        book: the Excel workbook.
        words: whose language says how a day is written.
        is_grey: without colour.
    """

    def __init__(self, book: Workbook, words: Wording, *, is_grey: bool = False) -> None:
        self._book = book
        accent = PAPER["ink"] if is_grey else PAPER["accent"]
        ink = PAPER["ink"]
        self.title = self._made(font_size=18, bold=True, font_color=ink)
        self.lead = self._made(font_size=13, bold=True, font_color=accent)
        self.plain = self._made(font_color=ink)
        self.head = self._made(
            bold=True, font_color=_WHITE, bg_color=accent, text_wrap=True, valign="vcenter", border=1,
            border_color=accent, align="left", indent=1,
        )  # fmt: skip
        line = {"valign": "top", "font_color": ink, "bottom": 1, "bottom_color": PAPER["line"], "indent": 1}
        row, figure = line | {"align": "left"}, line | {"align": "right"}
        self.text = self._made(**row, text_wrap=True)
        self.quoted = self._made(**row, text_wrap=True, quote_prefix=True)
        linked = row | {"font_color": accent, "underline": 1}
        self.link = self._made(**linked, text_wrap=True)
        self.link_number = self._made(**linked, num_format=SHORT_NUMBER)
        self._short = self._made(**row, num_format=SHORT_NUMBER, bold=True)
        whole = self._made(**figure, num_format="#,##0")
        number = self._made(**figure)
        day = self._made(**row, num_format=_DAYS.get(words.language, _ISO))
        yes_no = self._made(**row, num_format=_yes_no(words))
        self._by_kind = {
            FieldKind.TEXT: self.text,
            FieldKind.CHOICE: self.text,
            FieldKind.WHOLE: whole,
            FieldKind.NUMBER: number,
            FieldKind.DAY: day,
            FieldKind.YES_NO: yes_no,
        }

    def _made(self, **properties: object) -> Format:
        made: Format = self._book.add_format(properties)
        return made

    def of(self, field: Field) -> Format:
        """The format of the cells of a column."""
        is_number = field.is_short and field.kind is FieldKind.WHOLE
        return self._short if is_number else self._by_kind[field.kind]

# SPDX-License-Identifier: MIT
"""What a set of tables says about itself: its sheets, and the data dictionary with each column and its words.

It must not know a kind of file.
"""

from __future__ import annotations

from collections.abc import Iterator

from walkthrough.export.tables.table import (
    Field,
    FieldKind,
    Row,
    Sheet,
    TableSet,
    kind_words,
    sheet,
    text,
    whole,
)
from walkthrough.wording import N_, Wording

_SHEET = text("table", N_("Sheet"), N_("The sheet."), 24)
_CONTENTS = (
    _SHEET,
    whole("lines", N_("Lines"), N_("How many lines it has.")),
    text("table_code", N_("For programs"), N_("The name of the sheet that never changes."), 20),
    text("about", N_("What it holds"), N_("What it holds."), 62),
)
_FIELDS = (
    _SHEET,
    text("head", N_("Column"), N_("What the column is called."), 22),
    text("kind", N_("Holds"), N_("What stands in its cells."), 20),
    text("about", N_("Meaning"), N_("What it means."), 62),
    text("table_code", N_("Sheet, for programs"), N_("The name of the sheet that never changes."), 22),
    text("code", N_("Column, for programs"), N_("The name of the column that never changes."), 22),
)


def contents_of(words: Wording, tables: TableSet) -> Sheet:
    """One line for each sheet."""
    rows = ((one.name, len(one.rows), one.code, one.about) for one in tables.sheets)
    return sheet(words, "contents", N_("Sheets"), N_("What each sheet holds."), _CONTENTS, rows)


def dictionary_of(words: Wording, tables: TableSet) -> Sheet:
    """One line for each column of each sheet."""
    about = N_("What each column holds.")
    return sheet(words, "data_dictionary", N_("Data dictionary"), about, _FIELDS, _lines(words, tables))


def _lines(words: Wording, tables: TableSet) -> Iterator[Row]:
    for one in tables.sheets:
        for field in one.fields:
            yield (
                one.name,
                field.head,
                kind_words(words, field),
                _about(words, field),
                one.code,
                field.code,
            )


def _about(words: Wording, field: Field) -> str:
    """The meaning; of a choice also its words with the codes that stand for them."""
    if field.kind is not FieldKind.CHOICE:
        return field.about
    listed = "; ".join(f"{called} ({code})" for code, called in field.choices.items())
    told = words.gettext("{about} One of: {choices}.")
    return told.format(about=field.about, choices=listed)

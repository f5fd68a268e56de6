# SPDX-License-Identifier: MIT
"""The spreadsheets and the calendar of a workbook as files, and what must still be in a spreadsheet after
another program has saved it again.
"""

from __future__ import annotations

import datetime
from pathlib import Path

import openpyxl

from walkthrough import paths
from walkthrough.export.formats import FORMATS, suffix_of
from walkthrough.export.reports import ReportOptions
from walkthrough.export.written import written
from walkthrough.model.snapshot import snapshot
from walkthrough.wording import Wording

TABLE_FORMS = ("xlsx", "csv", "ics")
_SPELT = {"=TRUE()": True, "=FALSE()": False}
"""How LibreOffice spells the two when it saves them."""


def write_table_files(book: Path, folder: Path, day: datetime.date, language: str = "en") -> list[Path]:
    """Write every report that has one as spreadsheet, CSV and calendar; the paths in order."""
    options = ReportOptions(day, Wording(language, paths.locale_folder()))
    files = []
    with snapshot(book) as read:
        for report, forms in FORMATS.items():
            for form in forms:
                if form in TABLE_FORMS:
                    path = folder / f"{book.stem}-{report}-{form}{suffix_of(report, form)}"
                    path.write_bytes(written(read, report, form, options))
                    files.append(path)
    return files


def spreadsheet_facts(path: Path) -> dict[str, object]:
    """What must be the same after another program has opened and saved a spreadsheet.

    Frozen heads are no part of it: a program without a window saves no view.
    """
    book = openpyxl.load_workbook(path)
    cells = [cell for page in book.worksheets for row in page.iter_rows() for cell in row]
    return {
        "sheets": book.sheetnames,
        "title": book.properties.title,
        "values": [_SPELT.get(cell.value, cell.value) for cell in cells if cell.value is not None],
        "links": sum(cell.hyperlink is not None for cell in cells),
        "filters": [
            page.title
            for page in book.worksheets
            if page.auto_filter.ref or any(table.autoFilter is not None for table in page.tables.values())
        ],
    }

# SPDX-License-Identifier: MIT
"""One report as the bytes of one file. It knows every writer and loads only the one that is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from walkthrough.export.document import Document
from walkthrough.export.reports import REPORTS, ReportOptions
from walkthrough.model.snapshot import Read

Progress: TypeAlias = Callable[[int, int], None]


def document_of(read: Read, report: str, options: ReportOptions) -> Document:
    """A report as a neutral tree, of one moment of the workbook."""
    return REPORTS[report](read, options)


def written(
    read: Read, report: str, form: str, options: ReportOptions, progress: Progress | None = None
) -> bytes:
    """One report as a file.

    Args:
        read: one consistent picture of the workbook.
        report: its name in `FORMATS`; `data` as JSON is not written here.
        form: one of its formats.
        options: language, paper, day and the rest.
        progress: told how many parts are done, of how many.

    Raises:
        KeyError: no such report, or not in this format; the caller has checked.
    """
    return _WRITERS[form](read, report, options, progress)


def _pdf(read: Read, report: str, options: ReportOptions, progress: Progress | None) -> bytes:
    from walkthrough.export.pdf.writer import pdf_bytes

    return pdf_bytes(document_of(read, report, options), progress=progress)


def _docx(read: Read, report: str, options: ReportOptions, progress: Progress | None) -> bytes:
    from walkthrough.export.docx.writer import docx_bytes

    return docx_bytes(document_of(read, report, options))


def _html(read: Read, report: str, options: ReportOptions, progress: Progress | None) -> bytes:
    from walkthrough.export.html.writer import html_bytes

    return html_bytes(document_of(read, report, options), options.words)


def _xlsx(read: Read, report: str, options: ReportOptions, progress: Progress | None) -> bytes:
    from walkthrough.export.tables.sets import TABLES
    from walkthrough.export.tables.xlsx import xlsx_bytes

    return xlsx_bytes(options.words, TABLES[report](read, options), progress)


def _csv(read: Read, report: str, options: ReportOptions, progress: Progress | None) -> bytes:
    from walkthrough.export.tables.csv_file import csv_bytes, zip_bytes
    from walkthrough.export.tables.sets import TABLES, steps_table

    if report == "data":
        return zip_bytes(options.words, TABLES[report](read, options))
    return csv_bytes(steps_table(read, options))


def _ics(read: Read, report: str, options: ReportOptions, progress: Progress | None) -> bytes:
    from walkthrough.export.ics.entries import calendar_entries, calendar_title
    from walkthrough.export.ics.writer import ics_bytes

    title = calendar_title(read, options)
    return ics_bytes(options.words, title, options.today, calendar_entries(read, options))


_WRITERS: dict[str, Callable[[Read, str, ReportOptions, Progress | None], bytes]] = {
    "pdf": _pdf,
    "docx": _docx,
    "xlsx": _xlsx,
    "csv": _csv,
    "ics": _ics,
    "html": _html,
}

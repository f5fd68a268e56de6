# SPDX-License-Identifier: MIT
"""The reports by name: each reads what may leave a workbook and returns a document. No file format here."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import TypeAlias

from walkthrough.export.document import Document, Logo
from walkthrough.export.reports.compare import compare_document
from walkthrough.export.reports.full import full_document
from walkthrough.export.reports.minutes import minutes_document
from walkthrough.export.reports.options import ReportOptions
from walkthrough.export.reports.orientation import orientation_document
from walkthrough.export.reports.plan import plan_document
from walkthrough.export.reports.printpack import printpack_document
from walkthrough.export.reports.sheet import sheet_document
from walkthrough.export.reports.stage_report import stage_document
from walkthrough.model.queries.logo import logo
from walkthrough.model.snapshot import Read

Report: TypeAlias = Callable[[Read, ReportOptions], Document]


def _with_logo(report: Report) -> Report:
    """The same report, with the workbook's logo at the top."""

    def document(read: Read, options: ReportOptions) -> Document:
        found = read(logo)
        if found is not None:
            mark = Logo(found.content, found.alt, found.width, found.height)
            options = dataclasses.replace(options, logo=mark)
        return report(read, options)

    return document


_PLAIN: dict[str, Report] = {
    "plan": plan_document,
    "full": full_document,
    "sheet": sheet_document,
    "stage": stage_document,
    "compare": compare_document,
    "minutes": minutes_document,
    "orientation": orientation_document,
    "printpack": printpack_document,
}

REPORTS: dict[str, Report] = {name: _with_logo(report) for name, report in _PLAIN.items()}
"""Name on the command line to the function that builds the document."""

__all__ = ["REPORTS", "ReportOptions"]

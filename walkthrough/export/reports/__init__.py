# SPDX-License-Identifier: MIT
"""The reports by name: each reads what may leave a workbook and returns a document. No file format here."""

from __future__ import annotations

from collections.abc import Callable

from walkthrough.export.document import Document
from walkthrough.export.reports.full import full_document
from walkthrough.export.reports.minutes import minutes_document
from walkthrough.export.reports.options import ReportOptions
from walkthrough.export.reports.plan import plan_document
from walkthrough.export.reports.printpack import printpack_document
from walkthrough.export.reports.sheet import sheet_document
from walkthrough.export.reports.stage_report import stage_document
from walkthrough.model.snapshot import Read

REPORTS: dict[str, Callable[[Read, ReportOptions], Document]] = {
    "plan": plan_document,
    "full": full_document,
    "sheet": sheet_document,
    "stage": stage_document,
    "minutes": minutes_document,
    "printpack": printpack_document,
}
"""Name on the command line to the function that builds the document."""

__all__ = ["REPORTS", "ReportOptions"]

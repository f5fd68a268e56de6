# SPDX-License-Identifier: MIT
"""The reports by name: each reads what may leave a workbook and returns a document. No file format here."""

from __future__ import annotations

from collections.abc import Callable

from walkthrough.export.document import Document
from walkthrough.export.reports.full import full_document
from walkthrough.export.reports.options import ReportOptions
from walkthrough.export.reports.plan import plan_document
from walkthrough.model.snapshot import Read

REPORTS: dict[str, Callable[[Read, ReportOptions], Document]] = {"plan": plan_document, "full": full_document}
"""Name on the command line to the function that builds the document."""

__all__ = ["REPORTS", "ReportOptions", "full_document", "plan_document"]

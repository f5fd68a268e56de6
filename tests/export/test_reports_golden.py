# SPDX-License-Identifier: MIT
"""The words of the sample's plan and full report, piece by piece, so that no change of wording goes unseen.

Where a change is meant: `RENEW_GOLDEN=1 python -m pytest tests/export/test_reports_golden.py`, then read the
difference in tests/export/golden as you would read the report, and commit it with the change.
"""

from __future__ import annotations

import difflib
import os
from pathlib import Path

import pytest

from tests.conftest import SAMPLE_DAY
from walkthrough import paths
from walkthrough.export.document import text_of
from walkthrough.export.reports import REPORTS, ReportOptions
from walkthrough.model.snapshot import snapshot
from walkthrough.wording import Wording

GOLDEN = Path(__file__).parent / "golden"


def lines_of(book: Path, report: str) -> list[str]:
    """One line for each piece of text; a line break inside a piece shows as a mark."""
    words = Wording("en", paths.locale_folder())
    with snapshot(book) as read:
        document = REPORTS[report](read, ReportOptions(SAMPLE_DAY, words))
    return [piece.replace("\n", " ⏎ ") for piece in (document.title, *text_of(document))]


@pytest.mark.parametrize("report", list(REPORTS))
def test_words_of_the_report_are_those_on_record(sample_workbook_file: Path, report: str):
    record = GOLDEN / f"{report}.txt"
    told = lines_of(sample_workbook_file, report)
    if os.environ.get("RENEW_GOLDEN"):
        record.write_text("\n".join(told) + "\n", encoding="utf-8")
    known = record.read_text(encoding="utf-8").splitlines()
    changes = difflib.unified_diff(known, told, "on record", "now", lineterm="", n=1)
    assert told == known, "\n".join((*changes, "", "If this is meant, see the head of this file."))

# SPDX-License-Identifier: MIT
"""Every report of the sample in every format, once, and the programs of others that open them.

Only `make interop` sets AXE_CORE; anywhere else these tests are left out.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.conftest import SAMPLE_DAY
from tests.export.hard_document import hard_document
from walkthrough import paths
from walkthrough.export.docx.writer import docx_bytes
from walkthrough.export.formats import FORMATS
from walkthrough.export.html.writer import html_bytes
from walkthrough.export.reports import ReportOptions
from walkthrough.export.written import written
from walkthrough.model.snapshot import snapshot
from walkthrough.wording import Wording

FORMS = ("docx", "html", "xlsx")


@pytest.fixture(scope="session")
def axe_core() -> str:
    """The checker's source."""
    place = os.environ.get("AXE_CORE")
    if not place:
        pytest.skip("make interop brings what this needs")
    return Path(place).read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory, sample_workbook_file: Path, axe_core: str) -> Path:
    """Every report in English and Spanish, and the hard document, as REPORT-LANGUAGE.FORMAT."""
    folder = tmp_path_factory.mktemp("written")
    with snapshot(sample_workbook_file) as read:
        for language in ("en", "es"):
            words = Wording(language, paths.locale_folder())
            options = ReportOptions(SAMPLE_DAY, words, is_draft=language == "es")
            for report, forms in FORMATS.items():
                for form in set(forms) & set(FORMS):
                    content = written(read, report, form, options)
                    (folder / f"{report}-{language}.{form}").write_bytes(content)
    (folder / "hard-en.docx").write_bytes(docx_bytes(hard_document()))
    (folder / "hard-en.html").write_bytes(html_bytes(hard_document("a4", landscape=True), Wording()))
    return folder

# SPDX-License-Identifier: MIT
"""A logo that cannot be read, as an older version may have taken, costs a report no more than itself."""

from __future__ import annotations

import pytest

from tests.export.hard_document import DAY
from tests.export.read_docx import WordFile
from walkthrough.export.document import Document, Logo, Para, Title
from walkthrough.export.docx.writer import docx_bytes
from walkthrough.export.pdf.writer import pdf_bytes


@pytest.mark.expects_log_warnings
def test_a_report_is_written_without_a_logo_that_cannot_be_read(caplog):
    secret = "Seal of Juniper County"
    title = Title("Plan", logo=Logo(b"\x89PNG\r\n\x1a\n" + bytes(40), secret, 10, 10))
    document = Document(title="One", blocks=(title, Para("End")), day=DAY)
    assert pdf_bytes(document).startswith(b"%PDF")
    file = WordFile(docx_bytes(document))
    assert file.pieces == ["Plan", "End"]
    assert "the logo is left out" in caplog.text
    assert secret not in caplog.text

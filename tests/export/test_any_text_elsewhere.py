# SPDX-License-Identifier: MIT
"""Any text at all, and every report of the sample, is read back whole from Word files and web pages."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import SAMPLE_DAY
from tests.export.hard_document import DAY
from tests.export.read_back import squeezed, wanted
from tests.export.read_docx import WordFile
from tests.export.read_html import Page
from tests.export.test_any_text import ANY, BLOCKS
from walkthrough import paths
from walkthrough.export.document import Block, Document, Title
from walkthrough.export.docx.writer import docx_bytes
from walkthrough.export.html.writer import html_bytes
from walkthrough.export.reports import REPORTS, ReportOptions
from walkthrough.model.snapshot import snapshot
from walkthrough.wording import Wording


@settings(max_examples=25)
@given(title=ANY, blocks=st.lists(BLOCKS, max_size=6).map(tuple))
def test_any_text_is_read_back_whole(title: str, blocks: tuple[Block, ...]) -> None:
    document = Document(
        title=title, blocks=(Title("Name", title), *blocks), day=DAY, footer=title, subject=title, stamp=title
    )
    assert squeezed(WordFile(docx_bytes(document)).pieces) == wanted(document)
    assert squeezed(Page(html_bytes(document, Wording())).pieces) == wanted(document)


def test_every_report_of_the_sample_is_read_back_whole(sample_workbook_file: Path):
    words = Wording("es", paths.locale_folder())
    with snapshot(sample_workbook_file) as read:
        documents = [report(read, ReportOptions(SAMPLE_DAY, words)) for report in REPORTS.values()]
    for document in documents:
        word, page = WordFile(docx_bytes(document)), Page(html_bytes(document, words))
        assert squeezed(word.pieces) == wanted(document)
        assert squeezed(page.pieces) == wanted(document)
        assert len(page.levels) == word.counts()["headings"] >= 2
        assert page.alts == word.alts
        assert page.tags["table"] == word.counts()["repeated heads"]

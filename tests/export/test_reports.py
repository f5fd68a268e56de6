# SPDX-License-Identifier: MIT
"""Every report as PDF: clean for PDF/UA and read whole through the tags, whatever is in the
workbook: nothing, a name alone, the sample, far too much.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import page
import pypdfium2
import pytest

from tests.conftest import SAMPLE_DAY
from tests.export.hard_workbook import ENDLESS, fill_hard_workbook
from tests.export.tagged_text import TaggedFile
from walkthrough import paths
from walkthrough.export.document import Document, Paper, text_of
from walkthrough.export.glyphs import clean
from walkthrough.export.pdf.writer import write_pdf
from walkthrough.export.reports import REPORTS, ReportOptions
from walkthrough.model.commands.collaborative import NameCollaborative
from walkthrough.model.snapshot import snapshot
from walkthrough.model.workbook import Workbook
from walkthrough.wording import Wording

BOOKS = ("empty", "named", "sample", "hard")
MARKS = {
    "empty": "A collaborative without a name",
    "named": "Cedar River",
    "sample": "Juniper",
    "hard": "word42 word43",
}
"""What every report of each workbook must say, so that no report is clean because it is blank."""


@dataclass(frozen=True)
class Written:
    """One report: the document, the file, and the file read through its tags."""

    document: Document
    path: Path
    tagged: TaggedFile


@pytest.fixture(scope="module")
def books(
    blank_workbook_file: Path, sample_workbook_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("books")
    files = {name: folder / f"{name}.walkthrough" for name in BOOKS}
    shutil.copyfile(blank_workbook_file, files["empty"])
    shutil.copyfile(blank_workbook_file, files["named"])
    shutil.copyfile(sample_workbook_file, files["sample"])
    book = Workbook.open(files["named"])
    book.do(NameCollaborative("Cedar River", "Juniper County"))
    book.close()
    fill_hard_workbook(files["hard"])
    return files


def document_of(book: Path, report: str, paper: Paper = "letter") -> Document:
    words = Wording("en", paths.locale_folder())
    with snapshot(book) as read:
        return REPORTS[report](read, ReportOptions(SAMPLE_DAY, words, paper))


class Shelf:
    """The reports of all workbooks, each written when it is first asked for."""

    def __init__(self, books: dict[str, Path], folder: Path) -> None:
        self._books, self._folder = books, folder
        self._found: dict[tuple[str, str], Written] = {}

    def __getitem__(self, wanted: tuple[str, str]) -> Written:
        if wanted not in self._found:
            path = self._folder / f"{'-'.join(wanted)}.pdf"
            document = document_of(self._books[wanted[0]], wanted[1])
            write_pdf(document, path)
            self._found[wanted] = Written(document, path, TaggedFile(path))
        return self._found[wanted]


@pytest.fixture(scope="module")
def written(books: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return Shelf(books, tmp_path_factory.mktemp("reports"))


def failures(path: Path) -> list[str]:
    return [f"{one.rule_id} {one.message}" for one in page.validate_pdf(str(path), profile="ua1").failures]


def squeezed(text: str) -> str:
    """Without any space: a word too long for its line is cut, and where it is cut is no concern here."""
    return "".join(text.split())


@pytest.mark.parametrize("report", list(REPORTS))
@pytest.mark.parametrize("book", BOOKS)
def test_a_report_is_clean_whole_and_says_what_is_in_the_workbook(book: str, report: str, written: Shelf):
    one = written[book, report]
    assert failures(one.path) == []
    text_is_that_of_the_document(one)
    fonts_are_embedded(one)
    headings_are_bookmarks(one)
    title_and_language_are_said(one)
    told = " ".join((one.document.title, *text_of(one.document)))
    assert (ENDLESS if (book, report) == ("hard", "stage") else MARKS[book]) in told


def text_is_that_of_the_document(one: Written) -> None:
    wanted = " ".join(" ".join(clean(piece) for piece in text_of(one.document)).split())
    found = one.tagged.text()
    assert squeezed(found) == squeezed(wanted)
    if ENDLESS not in wanted:  # else words stay apart, too
        assert found == wanted


def fonts_are_embedded(one: Written) -> None:
    fonts = [font for font in one.tagged.all_of("Font") if font.get("Subtype") == "TrueType"]
    assert fonts
    assert all("FontFile2" in one.tagged.get(font["FontDescriptor"]) for font in fonts)
    assert {font.get("Subtype") for font in one.tagged.all_of("Font")} == {"TrueType"}


def headings_are_bookmarks(one: Written) -> None:
    entries = [item.get_title() for item in pypdfium2.PdfDocument(one.path).get_toc()]
    headings = [node for node in one.tagged.elements() if re.fullmatch(r"H\d", node["S"])]
    assert len(entries) == len(headings) >= 2


def title_and_language_are_said(one: Written) -> None:
    assert one.tagged.catalog["Lang"] == "en"
    found = pypdfium2.PdfDocument(one.path).get_metadata_dict()
    assert found["Title"] == clean(one.document.title)
    assert one.tagged.get(one.tagged.catalog["ViewerPreferences"])["DisplayDocTitle"] == "true"


@pytest.mark.parametrize("report", list(REPORTS))
def test_paper_of_the_other_size_is_as_clean(books: dict[str, Path], report: str, tmp_path: Path):
    for book in ("sample", "empty"):
        path = tmp_path / f"{book}.pdf"
        write_pdf(document_of(books[book], report, "a4"), path)
        assert failures(path) == []
        assert [round(size) for size in pypdfium2.PdfDocument(path)[0].get_size()] == [595, 842]


def test_plan_of_the_sample_tells_the_main_things_on_page_one(written: Shelf):
    first = pypdfium2.PdfDocument(written["sample", "plan"].path)[0].get_textpage().get_text_range()
    for words in (
        "Action plan",
        "What happens next",
        "Where our work together stands",
        "next steps are open",
    ):
        assert words in first


def test_full_report_of_the_sample_has_its_kinds_of_picture(written: Shelf):
    figures = [node for node in written["sample", "full"].tagged.elements() if node["S"] == "Figure"]
    assert len(figures) == 4 + 6, "the map, the stage profile, ratings, history, one chart an indicator"
    assert all(len(node["Alt"]) > 20 for node in figures)

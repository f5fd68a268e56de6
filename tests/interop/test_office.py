# SPDX-License-Identifier: MIT
"""LibreOffice opens every Word file and every spreadsheet, and saves it again with nothing lost."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from tests.export.read_back import squeezed
from tests.export.read_docx import WordFile

pytestmark = pytest.mark.slow


def saved_again(files: list[Path], form: str, into: Path) -> list[Path]:
    """The files as LibreOffice writes them after opening them."""
    into.mkdir()
    office = ["soffice", f"-env:UserInstallation={(into / 'profile').as_uri()}", "--headless", "--norestore"]
    command = [*office, "--convert-to", form, "--outdir", str(into), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return [into / f"{file.stem}.{form}" for file in files]


@pytest.fixture(scope="module")
def word_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.docx"))


def test_word_files_keep_their_headings_tables_lists_and_alternative_texts(
    word_files: list[Path], tmp_path: Path
):
    assert len(word_files) >= 13
    for before, after in zip(word_files, saved_again(word_files, "docx", tmp_path / "again"), strict=True):
        ours, theirs = WordFile(before.read_bytes()), WordFile(after.read_bytes())
        assert theirs.counts() == ours.counts(), before.name
        assert theirs.headings() == ours.headings(), before.name
        assert squeezed(theirs.pieces) == squeezed(ours.pieces), before.name


def test_a_lost_alternative_text_or_heading_would_be_seen(folder: Path, tmp_path: Path):
    spoilt = tmp_path / "spoilt.docx"
    content = (folder / "full-en.docx").read_bytes()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(spoilt, "w") as target:
        for name in source.namelist():
            part = re.sub(rb' descr="[^"]*"', b"", source.read(name))
            target.writestr(name, part.replace(b'w:val="Heading2"', b'w:val="BodyText"'))
    (again,) = saved_again([spoilt], "docx", tmp_path / "again")
    lost = WordFile(content).counts() - WordFile(again.read_bytes()).counts()
    assert lost["headings"] >= 10
    assert lost["alternative texts"] >= 8


def test_word_files_have_pages_with_their_numbers(word_files: list[Path], tmp_path: Path):
    for before, file in zip(word_files, saved_again(word_files, "pdf", tmp_path / "pages"), strict=True):
        pages = pypdfium2.PdfDocument(file)
        last = pages[len(pages) - 1].get_textpage().get_text_range()
        assert len(re.findall(rf"\b{len(pages)}\b", last)) >= 2, before.name
    place = Path("out") / "interop" / "word"
    shutil.copytree(tmp_path / "pages", place, ignore=shutil.ignore_patterns("profile"), dirs_exist_ok=True)


_SAID = {"=TRUE()": True, "=FALSE()": False}
"""How LibreOffice writes yes and no that are shown in words."""


def facts_of(file: Path) -> dict[str, object]:
    """Each sheet's size, its tables and its cells; what is frozen is a window's, and this has none."""
    book = openpyxl.load_workbook(file)
    return {
        sheet.title: (
            sheet.dimensions,
            sorted(table.ref for table in sheet.tables.values()),
            [_SAID.get(cell.value, cell.value) for row in sheet.iter_rows() for cell in row],
        )
        for sheet in book
    }


def test_spreadsheets_keep_their_sheets_heads_and_values(folder: Path, tmp_path: Path):
    files = sorted(folder.glob("*.xlsx"))
    assert files
    for before, after in zip(files, saved_again(files, "xlsx", tmp_path / "again"), strict=True):
        assert facts_of(after) == facts_of(before), before.name

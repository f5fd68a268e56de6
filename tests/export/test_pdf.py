# SPDX-License-Identifier: MIT
"""The PDF of a hard document: valid for PDF/UA, read whole through its tags, written all or not at all."""

from __future__ import annotations

import errno
import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import msgspec
import page
import pypdfium2
import pytest

from tests.export.hard_document import DAY, hard_document, opening
from tests.export.tagged_text import TaggedFile
from tests.permissions import permission_bits_apply
from walkthrough.export.document import (
    Block,
    Column,
    Document,
    Heading,
    KeepTogether,
    Para,
    Run,
    Table,
    Title,
    text_of,
)
from walkthrough.export.glyphs import clean
from walkthrough.export.pdf.writer import pdf_bytes, write_pdf
from walkthrough.model.errors import FileTrouble


@pytest.fixture(scope="module")
def hard(tmp_path_factory: pytest.TempPathFactory) -> TaggedFile:
    path = tmp_path_factory.mktemp("pdf") / "hard.pdf"
    write_pdf(hard_document(), path)
    return TaggedFile(path)


def written(tmp_path: Path, *blocks: Block) -> Path:
    path = tmp_path / "one.pdf"
    write_pdf(Document(title="One", blocks=blocks, day=DAY), path)
    return path


def failures(path: Path) -> list[str]:
    return [f"{one.rule_id} {one.message}" for one in page.validate_pdf(str(path), profile="ua1").failures]


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("landscape", [False, True])
def test_hard_document_has_no_failure_on_any_paper(tmp_path: Path, paper: str, landscape: bool) -> None:
    path = tmp_path / "hard.pdf"
    write_pdf(hard_document(paper, landscape=landscape), path)  # type: ignore[arg-type]  # a parameter is plain text
    assert failures(path) == []
    width, height = pypdfium2.PdfDocument(path)[0].get_size()
    assert (width > height) is landscape
    assert round(min(width, height)) == {"letter": 612, "a4": 595}[paper]


def test_text_by_tags_is_the_text_of_the_document(hard: TaggedFile) -> None:
    wanted = " ".join(" ".join(clean(piece) for piece in text_of(hard_document())).split())
    assert re.sub(r"(x{20,}|y{20,}|b{20,})", "", hard.text()) == re.sub(r"(x{20,}|y{20,}|b{20,})", "", wanted)
    assert "x" * 200 in hard.text()


def test_character_without_a_face_is_seen_as_a_box(hard: TaggedFile) -> None:
    assert "two signs □□" in hard.text()


def test_furniture_is_never_read_out(hard: TaggedFile) -> None:
    assert "Page 1 of" not in hard.text()
    assert "Printed 3 March" not in hard.text()
    assert hard.text().count("Row 17 of the table") == 1
    assert hard.text().count("Many rows Name Text Count") == 1


def test_every_font_is_embedded(hard: TaggedFile) -> None:
    fonts = [font for font in hard.all_of("Font") if font.get("Subtype") == "TrueType"]
    assert len(fonts) >= 5
    assert all("FontFile2" in hard.get(font["FontDescriptor"]) for font in fonts)


def test_headings_are_bookmarks_and_skip_no_level(hard: TaggedFile) -> None:
    entries = [item.get_title() for item in pypdfium2.PdfDocument(hard.blob).get_toc()]
    assert entries[:3] == ["Action plan", "What we will do", "A level left out"]
    levels = [int(one["S"][1]) for one in hard.elements() if re.fullmatch(r"H\d", one["S"])]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_links_and_other_languages_are_tagged(hard: TaggedFile) -> None:
    links = [one for one in hard.elements() if one["S"] == "Link"]
    assert len(links) == 2
    assert all(any(isinstance(kid, dict) and kid["Type"] == "OBJR" for kid in one["K"]) for one in links)
    assert {one.get("Lang") for one in hard.elements()} >= {"en", "es", "ar"}


def test_tables_name_their_heads(hard: TaggedFile) -> None:
    scopes = {one["A"]["Scope"] for one in hard.elements() if one["S"] == "TH"}
    assert scopes == {"Column", "Row"}


def test_same_document_gives_the_same_bytes() -> None:
    assert pdf_bytes(hard_document()) == pdf_bytes(hard_document())


def test_same_bytes_in_another_process() -> None:
    script = (
        "import hashlib; from tests.export.hard_document import DAY, opening;"
        "from walkthrough.export.document import Document;"
        "from walkthrough.export.pdf.writer import pdf_bytes;"
        "file = pdf_bytes(Document(title='One', blocks=opening(), day=DAY));"
        "print(hashlib.sha256(file).hexdigest())"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", script],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(seen) == 1


def test_untagged_pages_look_the_same() -> None:
    document = Document(title="One", blocks=opening(), day=DAY)
    tagged, plain = (
        [
            sheet.render(scale=0.5).to_pil().tobytes()
            for sheet in pypdfium2.PdfDocument(pdf_bytes(document, tagged=flag))
        ]
        for flag in (True, False)
    )
    assert tagged == plain


def test_heading_is_never_left_at_the_foot_of_a_page(tmp_path: Path) -> None:
    for count in range(24, 44):
        blocks = (
            *(Para("A line of text.") for _ in range(count)),
            Heading(2, "Left behind"),
            Para("Text. " * 90),
        )
        document = pypdfium2.PdfDocument(written(tmp_path, *blocks))
        for sheet in document:
            lines = sheet.get_textpage().get_text_range().split("\r\n")
            if "Left behind" in [line.strip() for line in lines]:
                at = [line.strip() for line in lines].index("Left behind")
                assert lines[at + 1].startswith("Text."), count


@pytest.mark.parametrize(
    "blocks",
    [
        (),
        (Para(""),),
        (Para("\u200f\u200e\u0000\ud800".encode("utf-16", "surrogatepass").decode("utf-16", "replace")),),
        (Title("T" * 500),),
        (Heading(3, ""), Heading(1, "After a blank one")),
        (Heading(1, "An endless heading " * 400),),
        (KeepTogether((KeepTogether((Para("inside"),)), Heading(1, "last"))),),
        (Para((Run("a link of " + "many words " * 300, link="https://example.org"),)),),
        (Table("", (Column(""),), (("only one cell",),)),),
        (Table("Ragged", (Column("A"), Column("B")), (("one",), ("one", "two", "three"))),),
        (Table("Narrow", tuple(Column(f"Head{n}") for n in range(24)), (("unbreakable" * 4,) * 24,) * 3),),
    ],
    ids=[
        "nothing",
        "blank",
        "marks",
        "long title",
        "blank heading",
        "endless heading",
        "nested",
        "long link",
        "one cell",
        "ragged",
        "narrow",
    ],
)
def test_odd_blocks_are_written_and_can_be_opened(tmp_path: Path, blocks: tuple[Block, ...]) -> None:
    assert len(pypdfium2.PdfDocument(written(tmp_path, *blocks))) >= 1


def test_progress_counts_every_page() -> None:
    seen: list[tuple[int, int]] = []
    pdf_bytes(hard_document(), progress=lambda done, total: seen.append((done, total)))
    assert [done for done, _ in seen] == list(range(1, seen[-1][1] + 1))


def test_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble) as caught:
        write_pdf(Document(title="One", blocks=(), day=DAY), tmp_path / "nowhere" / "one.pdf")
    assert caught.value.code == "no_folder"


def test_closed_folder_leaves_nothing_behind(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    with permission_bits_apply(), pytest.raises(FileTrouble) as caught:
        write_pdf(Document(title="One", blocks=(), day=DAY), closed / "one.pdf")
    assert caught.value.code == "cannot_write"
    assert list(closed.iterdir()) == []


def test_full_disk_is_told_and_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    path = folder / "one.pdf"
    path.write_bytes(b"old")

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileTrouble) as caught:
        write_pdf(Document(title="One", blocks=(), day=DAY), path)
    assert caught.value.code == "no_room"
    assert path.read_bytes() == b"old"
    assert list(folder.iterdir()) == [path]


def test_target_that_cannot_be_replaced_leaves_no_part(tmp_path: Path) -> None:
    target = tmp_path / "out" / "one.pdf"
    (target / "inside").mkdir(parents=True)
    with pytest.raises(FileTrouble):
        write_pdf(Document(title="One", blocks=(), day=DAY), target)
    assert list(target.parent.iterdir()) == [target]


def test_old_file_is_replaced_in_one_step(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    path = written(folder, Para("first"))
    write_pdf(msgspec.structs.replace(hard_document(), blocks=(Para("second"),)), path)
    assert "second" in pypdfium2.PdfDocument(path)[0].get_textpage().get_text_range()
    assert list(folder.iterdir()) == [path]


def test_package_without_the_writer_loads_no_pdf_library() -> None:
    script = (
        "import sys, walkthrough.export.document, walkthrough.export.charts.map;"
        "import walkthrough.export.charts.run_chart;"
        "heavy = ('reportlab', 'PIL', 'PySide6', 'uharfbuzz', 'bidi');"
        "print([name for name in sys.modules if name.split('.')[0] in heavy])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

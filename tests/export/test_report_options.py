# SPDX-License-Identifier: MIT
"""What is asked of a report beside its name: logo, draft, grey, for whom, parts; the plan's version."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import page
import pypdfium2
import pytest
from PIL import Image

from tests.conftest import SAMPLE_DAY
from tests.export.tagged_text import TaggedFile
from walkthrough import paths
from walkthrough.export.document import Document, PageBreak, Title, linked, text_of
from walkthrough.export.glyphs import clean
from walkthrough.export.pdf.writer import pages_of, write_pdf
from walkthrough.export.reports import REPORTS, ReportOptions
from walkthrough.export.reports.options import PARTS
from walkthrough.model.commands.collaborative import DescribeCollaborative, NameCollaborative
from walkthrough.model.commands.logo import SetLogo
from walkthrough.model.commands.plan import AddNextStep
from walkthrough.model.commands.plan_issue import IssuePlan
from walkthrough.model.queries.plan_issue import plan_digest
from walkthrough.model.snapshot import Read, snapshot
from walkthrough.model.workbook import Workbook
from walkthrough.wording import Wording

ALT = "Seal of Juniper County"
WHOM = "The county board"
COLOUR = re.compile(rb"(?<![\d.])([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG)\b")


def seal(kind: str = "PNG") -> bytes:
    """A red disc on nothing, or on paper where the kind of file has no nothing."""
    picture = Image.new("RGBA", (90, 60), (255, 255, 255, 0))
    picture.paste((200, 30, 30, 255), (20, 10, 70, 50))
    file = io.BytesIO()
    (picture if kind == "PNG" else picture.convert("RGB")).save(file, kind)
    return file.getvalue()


@pytest.fixture(scope="module")
def sealed(sample_workbook_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with a logo."""
    path = tmp_path_factory.mktemp("sealed") / "sealed.walkthrough"
    shutil.copyfile(sample_workbook_file, path)
    book = Workbook.open(path)
    book.do(SetLogo(seal(), ALT))
    book.close()
    return path


@pytest.fixture
def read(sealed: Path) -> Iterator[Read]:
    with snapshot(sealed) as found:
        yield found


def options(language: str = "en", **more: object) -> ReportOptions:
    return ReportOptions(SAMPLE_DAY, Wording(language, paths.locale_folder()), **more)


def title_of(document: Document) -> Title:
    return next(block for block in document.blocks if isinstance(block, Title))


def test_logo_draft_and_whom_it_is_for_stand_on_every_report(read: Read):
    for name, report in REPORTS.items():
        plain, marked = report(read, options()), report(read, options(is_draft=True, whom=f" {WHOM} "))
        title = title_of(marked)
        assert (title.logo.alt, title.logo.width) == (ALT, 90), name
        assert title.below.startswith(f"For: {WHOM}"), name
        assert title.text == f"{title_of(plain).text} (draft)", "a stamp is not heard"
        assert marked.title == f"{plain.title} (draft)"
        assert (marked.stamp, plain.stamp) == ("Draft", "")
        assert title_of(plain).logo == title.logo


@pytest.mark.parametrize("is_grey", [False, True], ids=["coloured", "grey"])
def test_a_marked_report_is_read_as_it_is_told_and_its_stamp_is_not(
    read: Read, tmp_path: Path, is_grey: bool
):
    document = REPORTS["plan"](read, options(is_draft=True, whom=WHOM, is_grey=is_grey))
    path = tmp_path / "plan.pdf"
    write_pdf(document, path)
    tagged = TaggedFile(path)
    assert tagged.text() == " ".join(" ".join(clean(piece) for piece in text_of(document)).split())
    assert [one.message for one in page.validate_pdf(str(path), profile="ua1").failures] == []
    figure = next(node for node in tagged.elements() if node["S"] == "Figure")
    assert figure["Alt"] == ALT
    for sheet in pypdfium2.PdfDocument(path):
        assert "Draft" in sheet.get_textpage().get_text_range(), "it is on every page"
    assert "Draft" not in tagged.text()
    contents = b"\n".join(
        tagged.stream(tagged.get(page_of)["Contents"]) for page_of in page_references(tagged)
    )
    coloured = [found for found in COLOUR.findall(contents) if len(set(found)) > 1]
    assert bool(coloured) != is_grey
    spaces = {image["ColorSpace"] for image in tagged.all_of("XObject") if image.get("Subtype") == "Image"}
    assert ("DeviceRGB" in spaces) != is_grey


def page_references(tagged: TaggedFile) -> list[object]:
    return tagged.get(tagged.catalog["Pages"])["Kids"]


def test_a_jpeg_is_a_logo_too_and_never_runs_into_the_words(workbook: Workbook, tmp_path: Path):
    workbook.do(NameCollaborative("A county with a very long name " * 5))
    workbook.do(SetLogo(seal("JPEG"), ALT))
    path = tmp_path / "plan.pdf"
    write_pdf(REPORTS["plan"](workbook.read, options()), path)
    sheet = pypdfium2.PdfDocument(path)[0]
    (image,) = [item for item in sheet.get_objects() if item.type == 3]
    left, foot, _right, top = image.get_bounds()
    text = sheet.get_textpage()
    for at in range(text.count_rects()):
        _, low, right, high = text.get_rect(at)
        assert right <= left or high <= foot or low >= top


@pytest.mark.parametrize("report", ["plan", "full", "stage", "minutes"])
def test_a_part_that_is_left_out_is_gone_and_leaves_no_blank_page(read: Read, report: str):
    whole = REPORTS[report](read, options())
    for part, _ in PARTS[report]:
        less = REPORTS[report](read, options(left_out=frozenset({part})))
        is_shorter = len(text_of(less)) < len(text_of(whole))
        assert is_shorter or (report, part) in NOT_IN_EVERY_SAMPLE, part
        assert title_of(less) == title_of(whole)
        breaks = [isinstance(block, PageBreak) for block in less.blocks]
        assert not any(one and other for one, other in pairwise(breaks))
        assert not breaks[0]
        assert not breaks[-1]


NOT_IN_EVERY_SAMPLE = {
    ("full", "questionnaires"), ("minutes", "promises"),
}  # fmt: skip


# The plan's version --------------------------------------------------------------------------------------


def version_on(book: Workbook, language: str = "en") -> tuple[str, str]:
    document = REPORTS["plan"](book.read, options(language))
    below = title_of(document).below
    assert below in document.subject
    return below, document.date_line


def test_the_plan_says_which_version_it_is_and_what_it_replaces(workbook: Workbook):
    step = AddNextStep("Ask the clinic for evening hours")
    workbook.do(step)
    assert version_on(workbook) == ("Not handed out yet.", "Not handed out yet · As of November 22, 2026")
    workbook.do(IssuePlan(date(2026, 8, 1), workbook.read(plan_digest)))
    assert version_on(workbook) == ("Version 1 of August 1, 2026.", "Version 1 · As of November 22, 2026")
    workbook.do(AddNextStep("Print the form"))
    changed = "Changed since version 1 of August 1, 2026: not handed out yet."
    assert version_on(workbook) == (changed, "Not handed out yet · As of November 22, 2026")
    workbook.do(IssuePlan(SAMPLE_DAY, workbook.read(plan_digest)))
    told = "Version 2 of November 22, 2026. It replaces version 1 of August 1, 2026."
    assert version_on(workbook) == (told, "Version 2 · As of November 22, 2026")


# Page 1 --------------------------------------------------------------------------------------------------


def test_page_1_is_one_page_however_long_the_texts_are(workbook: Workbook):
    workbook.do(NameCollaborative("Collaborative " * 60, "Area " * 60))
    workbook.do(DescribeCollaborative({"convener": "Convener " * 60, "contact": "a@b.example"}))
    for number in range(7):
        values = {"owner": "Owner " * 40, "due": date(2026, 11, 1 + number)}
        workbook.do(AddNextStep(f"Step {number} " + "and then the next " * 40, values))
    document = REPORTS["plan"](workbook.read, options(is_draft=True, whom="Board " * 20))
    first = document.blocks[: document.blocks.index(PageBreak())]
    assert pages_of(Document(title="", blocks=first, day=SAMPLE_DAY)) == 1
    told = " ".join(text_of(Document(title="", blocks=first, day=SAMPLE_DAY)))
    assert "Step 0" in told
    assert "more next steps are in the whole plan below." in told
    whole = " ".join(text_of(document))
    assert "and then the next " * 39 in whole


def test_an_empty_plan_is_one_page_and_says_how_it_fills(workbook: Workbook):
    document = REPORTS["plan"](workbook.read, options())
    assert pages_of(document) == 1
    assert "The plan fills as the group agrees who does what by when." in " ".join(text_of(document))


def test_an_address_is_a_link():
    told = linked("Dana, d.w@juniper.example, or https://juniper.example/plan.")
    assert [(run.text, run.link) for run in told if run.link] == [
        ("d.w@juniper.example", "mailto:d.w@juniper.example"),
        ("https://juniper.example/plan", "https://juniper.example/plan"),
    ]
    assert "".join(run.text for run in told).endswith("plan.")

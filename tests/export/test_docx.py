# SPDX-License-Identifier: MIT
"""A report as a Word file: real headings, lists and tables, whole in its text, the same bytes each time."""

from __future__ import annotations

import io
import zipfile

import docx
import msgspec
import pytest

from tests.export.hard_document import DAY, hard_document, picture
from tests.export.read_back import squeezed, wanted
from tests.export.read_docx import DRAWN, W, WordFile
from walkthrough.export.document import (
    Bullets,
    Column,
    Document,
    Figure,
    Heading,
    KeepTogether,
    Logo,
    PageBreak,
    Para,
    Run,
    Table,
    Title,
    text_width,
)
from walkthrough.export.docx.picture import png_of
from walkthrough.export.docx.writer import docx_bytes
from walkthrough.export.scene import GREY


def written(*blocks: object, **facts: object) -> WordFile:
    return WordFile(docx_bytes(Document(title="One", blocks=blocks, day=DAY, **facts)))


@pytest.fixture(scope="module")
def hard_bytes() -> bytes:
    return docx_bytes(msgspec.structs.replace(hard_document(), stamp="Draft"))


@pytest.fixture(scope="module")
def hard(hard_bytes: bytes) -> WordFile:
    return WordFile(hard_bytes)


def test_text_in_reading_order_is_the_text_of_the_document(hard: WordFile):
    assert squeezed(hard.pieces) == wanted(hard_document())


def test_structure_is_that_of_the_document(hard: WordFile):
    counts = hard.counts()
    found = [counts[name] for name in ("headings", "tables", "repeated heads", "items", "links")]
    assert found == [5, 6, 5, 5, 2], (
        "one table has rows for facts and so no heads, an empty one is a sentence"
    )
    assert hard.alts == ["A hatched box and a disc."]
    assert hard.headings()[:3] == [
        ("title", "Action plan"),
        ("heading 1", "What we will do"),
        ("heading 3", "A level left out"),
    ]


IN_ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs bidi spacing ind jc"
    " outlineLvl",
    "rPr": "rStyle rFonts b bCs i iCs color sz szCs u rtl lang",
    "pBdr": "top left bottom right",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr tblStylePr",
    "tblPr": "tblStyle tblStyleRowBandSize tblW tblInd tblBorders tblLayout tblCellMar tblLook tblCaption",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tblStylePr": "pPr rPr tcPr",
    "tcPr": "tcW tcBorders shd vAlign",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "tc": "tcPr p",
    "abstractNum": "multiLevelType lvl",
    "lvl": "start numFmt pStyle lvlText lvlJc pPr",
    "sectPr": "headerReference footerReference pgSz pgMar titlePg",
    "settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang",
    "font": "altName charset family pitch",
}
"""What may stand in an element and in which order, by ECMA-376: Word opens no file that strays from it."""


def test_every_element_stands_where_the_standard_has_it(hard: WordFile):
    for name in ("document", "styles", "numbering", "settings", "fontTable", "header1", "header2", "footer1"):
        for element in hard.trees[f"word/{name}.xml"].iter():
            order = IN_ORDER.get(element.tag.removeprefix(W), "").split()
            places = [order.index(child.tag.removeprefix(W)) for child in element] if order else []
            assert places == sorted(places), (name, element.tag, [child.tag for child in element])


def test_python_docx_opens_it_and_knows_its_properties(hard_bytes: bytes):
    word = docx.Document(io.BytesIO(hard_bytes))
    facts = word.core_properties
    assert (facts.title, facts.author, facts.subject) == (
        hard_document().title,
        "Cedar River",
        "What was agreed",
    )
    assert (facts.language, facts.created.date(), facts.comments) == ("en-US", DAY, "")
    assert word.paragraphs[1].style.name == "Title"


def test_columns_have_widths_that_add_up_on_every_paper():
    wide = Table("Wide", tuple(Column(f"Head{n}", 1 + n % 3) for n in range(7)), (("word",) * 7,))
    for paper in ("letter", "a4"):
        for landscape in (False, True):
            file = written(wide, paper=paper, landscape=landscape)
            grid = [int(col.get(f"{W}w")) for col in file.body.iter(f"{W}gridCol")]
            assert sum(grid) == round(text_width(paper, landscape=landscape) * 20)
            cells = [int(width.get(f"{W}w")) for width in file.body.iter(f"{W}tcW")]
            assert cells == grid * 2
            size = next(file.body.iter(f"{W}pgSz"))
            assert (int(size.get(f"{W}w")) > int(size.get(f"{W}h"))) is landscape


def test_numbered_lists_start_where_they_say_each_by_itself():
    file = written(
        Bullets(("a", "b"), numbered=True),
        Bullets(("c",)),
        Bullets(("d",), numbered=True),
        Bullets(("e", "f"), numbered=True, start=12),
    )
    assert file.pieces == ["1.", "a", "2.", "b", "•", "c", "1.", "d", "12.", "e", "13.", "f"]


def test_a_heading_and_what_is_kept_together_stay_with_what_follows():
    file = written(
        KeepTogether((Para("one"), Bullets(("two",)), Para("three"))),
        Para("leads in"),
        Table("Four", (Column("Head"),), (("five",),)),
        PageBreak(),
        PageBreak(),
        Para("six"),
    )
    kept = {
        "".join(paragraph.itertext()): paragraph.find(f"{W}pPr/{W}keepNext") is not None
        for paragraph in file.body.iter(f"{W}p")
    }
    assert kept == {
        "one": True, "two": True, "three": False, "leads in": True, "Four": True, "Head": True, "five": False,
        "": False, "six": False,
    }  # fmt: skip
    breaks = [
        paragraph
        for paragraph in file.body.iter(f"{W}p")
        if paragraph.find(f".//{W}pageBreakBefore") is not None
    ]
    assert ["".join(one.itertext()) for one in breaks] == ["six"]


def test_languages_and_directions_are_said(hard: WordFile):
    said = {lang.get(f"{W}val") for lang in hard.body.iter(f"{W}lang")} - {None}
    assert said == {"es-US"}
    assert {lang.get(f"{W}bidi") for lang in hard.body.iter(f"{W}lang")} - {None} == {"ar-SA"}
    leftward = [p for p in hard.body.iter(f"{W}p") if p.find(f"{W}pPr/{W}bidi") is not None]
    assert ["".join(p.itertext()) for p in leftward] == ["العربية مرحبا بالعالم"]
    assert [run for run in hard.body.iter(f"{W}r") if run.find(f"{W}rPr/{W}rtl") is not None]
    assert b'<w:lang w:val="en-US"' in hard.parts["word/styles.xml"]


def test_pages_are_counted_by_fields_and_a_draft_says_so(hard: WordFile):
    foot = "".join(hard.trees["word/footer1.xml"].itertext())
    assert "PAGE" in foot
    assert "NUMPAGES" in foot
    assert "Printed 3 March 2027" in foot
    assert b'string="Draft"' in hard.parts["word/header1.xml"]
    assert b'string="Draft"' in hard.parts["word/header2.xml"]


def test_a_logo_is_read_after_the_words_of_the_title():
    logo = Logo(png_of(picture(), GREY), "Seal of the county", 400, 100)
    file = written(Title("Plan", "Above", "Below", logo), Figure(picture(), "", "A disc"), Para("End"))
    assert file.pieces == ["Above", "Plan", "Below", "Seal of the county", "A disc", "End"]
    assert len([name for name in file.names if name.startswith("word/media/")]) == 2
    assert len({drawn.get("id") for drawn in file.body.iter(DRAWN)}) == 2
    grey = written(Title("Plan", logo=logo), is_grey=True, language='e"n')
    assert b"<a:grayscl/>" in grey.parts["word/document.xml"]
    assert b"0B5C7A" not in b"".join(grey.parts[name] for name in grey.names if "theme" not in name)


def test_links_lead_to_the_web_or_nowhere():
    file = written(
        Para(
            (
                Run("a", link="https://example.org/a b?c=«1»"),
                Run("b", link="file:///etc"),
                Run("c", link="https://["),
            )
        )
    )
    targets = [
        rel.get("Target") for rel in file.trees["word/_rels/document.xml.rels"] if rel.get("TargetMode")
    ]
    assert targets == ["https://example.org/a%20b?c=%C2%AB1%C2%BB"]


def test_the_same_document_gives_the_same_bytes(hard_bytes: bytes):
    assert docx_bytes(msgspec.structs.replace(hard_document(), stamp="Draft")) == hard_bytes
    with zipfile.ZipFile(io.BytesIO(hard_bytes)) as file:
        assert {entry.date_time[0] for entry in file.infolist()} == {1980}
        assert file.testzip() is None


def test_odd_documents_are_files_too():
    for blocks in (
        (),
        (Heading(1, " "), Para("\ud800\x00\x1b")),
        (PageBreak(), Title("T" * 500), Table("", (), ()), PageBreak()),
        (Table("Ragged", (Column("A"), Column("B")), (("one",), ("one", "two"))),),
    ):
        file = written(*blocks)
        assert squeezed(file.pieces) == wanted(Document(title="x", blocks=blocks, day=DAY))
        assert file.body[-1].tag == f"{W}sectPr"

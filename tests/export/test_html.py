# SPDX-License-Identifier: MIT
"""A report as a web page: whole, escaped, accessible in its structure, with nothing outside the file."""

from __future__ import annotations

import re
from itertools import pairwise

import msgspec
import pytest

from tests.export.hard_document import DAY, hard_document
from tests.export.read_back import squeezed, wanted
from tests.export.read_html import Page
from walkthrough.export.document import Document, Figure, Heading, Logo, Para, Run, Table, Title
from walkthrough.export.fonts import FILES, FOLDER
from walkthrough.export.html.colours import DARK
from walkthrough.export.html.typeface import woff
from walkthrough.export.html.writer import html_bytes
from walkthrough.export.scene import GREY, PAPER, TOKENS
from walkthrough.wording import Wording


def written(*blocks: object, **facts: object) -> bytes:
    return html_bytes(Document(title="One", blocks=blocks, day=DAY, **facts), Wording())


@pytest.fixture(scope="module")
def hard() -> bytes:
    return html_bytes(msgspec.structs.replace(hard_document(), stamp="Draft"), Wording())


def test_text_in_reading_order_is_the_text_of_the_document(hard: bytes):
    assert squeezed(Page(hard).pieces) == wanted(hard_document())


def test_structure_is_that_of_the_document(hard: bytes):
    page = Page(hard)
    assert page.levels[0] == 1
    assert page.levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(page.levels))
    assert page.alts == ["A hatched box and a disc."]
    tables = [block for block in hard_document().blocks if isinstance(block, Table)]
    assert page.tags["table"] == page.tags["caption"] == len(tables) - 1 + 1, (
        "one is empty, a picture has one"
    )
    assert set(page.heads) == {"col", "row"}
    assert page.tags["dt"] == page.tags["dd"] == 2
    assert len(page.ids) == len(set(page.ids))


def test_a_page_needs_nothing_outside_it(hard: bytes):
    page, text = Page(hard), hard.decode()
    assert {target for target in page.targets if not target.startswith("#")} == {
        "https://example.org/guidance?a=1&b=2"
    }
    assert page.tags["script"] == page.tags["link"] == page.tags["iframe"] == 0
    assert all(url.startswith("data:") for url in re.findall(r"url\(([^)]*)\)", text))
    assert "@import" not in text


def test_markup_in_a_text_stays_text():
    trap = "</title></style><script>alert(1)</script> <b onclick='x'>&amp; \"quoted\" -->"
    blocks = (
        Title(trap, trap, trap, Logo(b"\x89PNG", trap, 10, 10)),
        Heading(1, trap),
        Para(trap, "callout", 'en" onclick="x'),
        Para((Run(trap, link="javascript:alert(1)"), Run(trap, link='https://example.org/" onclick="x'))),
        Table(trap, (), (), empty=trap),
    )
    facts = {"footer": trap, "date_line": trap, "stamp": trap, "subject": trap, "language": '"><b>'}
    page = Page(written(*blocks, **facts))
    assert page.tags["script"] == page.tags["b"] == 0
    assert page.targets.count("javascript:alert(1)") == 0
    assert squeezed(page.pieces) == wanted(Document(title="x", blocks=blocks, day=DAY))


def test_languages_and_directions_are_said(hard: bytes):
    text = hard.decode()
    assert '<html lang="en">' in text
    assert '<span lang="es">«Nadie' in text
    assert '<p lang="ar" dir="auto">' in text
    assert '<html lang="ar" dir="rtl">' in written(Para("مرحبا"), language="ar").decode()


def test_odd_documents_are_pages_too():
    for blocks in (
        (),
        (Heading(3, " "), Heading(3, "A heading without a title")),
        (Title(""), Para("\ud800\x00\x1b"), Title("A second title")),
        (Table("", (), ()), Figure(hard_document().blocks[9].scene, "", "Alone")),
    ):
        page = Page(written(*blocks))
        assert page.levels.count(1) <= 1
        assert squeezed(page.pieces) == wanted(Document(title="x", blocks=blocks, day=DAY))


def test_the_same_document_gives_the_same_bytes(hard: bytes):
    assert html_bytes(msgspec.structs.replace(hard_document(), stamp="Draft"), Wording()) == hard


def test_grey_means_no_other_colour_by_light_or_dark():
    told = written(Para("One"), is_grey=True).decode()
    assert set(GREY.values()) >= set(re.findall(r"--\w+:(#\w{6});", told))
    assert DARK["paper"] not in told
    assert 'name="color-scheme" content="light"' in told


def luminance(colour: str) -> float:
    levels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    parts = [level / 12.92 if level <= 0.03928 else ((level + 0.055) / 1.055) ** 2.4 for level in levels]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", [PAPER, DARK, GREY], ids=["light", "dark", "grey"])
def test_words_and_marks_can_be_told_from_what_they_lie_on(palette: dict[str, str]):
    assert set(palette) == TOKENS
    words = [(word, ground) for word in ("ink", "muted", "accent") for ground in ("paper", "surface")]
    words += [("ink", "accent_soft"), ("accent", "accent_soft"), ("on_accent", "accent")]
    words += [("on_ramp_low", f"ramp{step}") for step in range(4)]
    words += [("on_ramp_high", "ramp4"), ("on_ramp_high", "ramp5")]
    assert [pair for pair in words if contrast(palette[pair[0]], palette[pair[1]]) < 4.5] == []
    marks = ("edge", "barrier", "practice", "indicator", "next_step", "parked", "decision", "target")
    assert [mark for mark in marks if contrast(palette[mark], palette["paper"]) < 3] == []


def test_the_typeface_in_the_page_is_whole():
    font = (FOLDER / FILES["Body"]).read_bytes()
    made = woff(font)
    assert made[:8] == b"wOFF\x00\x01\x00\x00"
    assert int.from_bytes(made[8:12], "big") == len(made) < len(font) * 0.6
    assert int.from_bytes(made[16:20], "big") == len(font)

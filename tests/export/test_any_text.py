# SPDX-License-Identifier: MIT
"""Any text at all can be written, and is read back whole through the tags."""

from __future__ import annotations

import tempfile
from pathlib import Path

import page
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.export.hard_document import DAY
from tests.export.tagged_text import TaggedFile
from walkthrough.export.document import (
    Block,
    Bullets,
    Column,
    Document,
    Heading,
    KeyFacts,
    Para,
    Run,
    Table,
    Title,
    text_of,
)
from walkthrough.export.glyphs import clean, missing
from walkthrough.export.pdf.writer import write_pdf

ANY = st.text(st.characters(exclude_categories=("Cs",)), max_size=80) | st.sampled_from(
    (
        "x" * 300,
        "e\u0301e",
        "\u2028",
        "a\nb\n\nc",
        "(\\)",
        "😀 👩‍👧",
        "שלום 12 עולם",
        "\u0000\uffff",
        "•–—…",
        "\xa0 \u00ad",
    )
)
RUNS = st.lists(
    st.builds(
        Run, ANY, st.booleans(), st.booleans(), st.sampled_from(("", "https://example.org/(a)b")), st.just("")
    ),
    max_size=4,
).map(tuple)
RICH = ANY | RUNS
BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, st.sampled_from((1, 2, 3)), ANY),
    st.builds(Para, RICH, st.sampled_from(("body", "lead", "small", "callout"))),
    st.builds(Bullets, st.lists(RICH, max_size=4).map(tuple), st.booleans()),
    st.builds(KeyFacts, st.lists(st.tuples(ANY, RICH), max_size=3).map(tuple)),
    st.builds(
        Table,
        ANY,
        st.just((Column("Head one"), Column("Head two", 0.2, "end"))),
        st.lists(st.tuples(RICH, RICH), max_size=4).map(tuple),
    ),
)


@settings(max_examples=15, deadline=None)
@given(title=ANY, blocks=st.lists(BLOCKS, max_size=6).map(tuple))
def test_any_text_is_written_and_read_back_whole(title: str, blocks: tuple[Block, ...]) -> None:
    document = Document(title=title, blocks=(Title("Name", title), *blocks), day=DAY, footer=title)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.pdf"
        write_pdf(document, path)
        read = TaggedFile(path).text()
        failures = page.validate_pdf(str(path), profile="ua1").failures if title.strip() else []
    assert "".join(read.split()) == "".join(clean("".join(text_of(document))).split())
    assert [one.rule_id for one in failures] == []


@given(ANY)
def test_clean_text_misses_nothing_and_stays_as_it_is(text: str) -> None:
    assert missing(clean(text)) == ()
    assert clean(clean(text)) == clean(text)

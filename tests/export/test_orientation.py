# SPDX-License-Identifier: MIT
"""The pack for a new member: seats and contacts, how it is decided, what is open, our words, whom to ask."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from tests.conftest import SAMPLE_DAY
from walkthrough import paths
from walkthrough.export.document import Block, Bullets, Heading, Para, Table, plain, runs, text_of
from walkthrough.export.reports import REPORTS, ReportOptions
from walkthrough.export.reports.options import PARTS
from walkthrough.export.reports.orientation_words import DIFFERENT_WORDS, OUR_WORDS
from walkthrough.model.commands.collaborative import DescribeCollaborative, NameCollaborative
from walkthrough.model.commands.entry import HoldEntry, RecordEntry
from walkthrough.model.commands.partner import AddPartner, EditPartner, SetSeat, WriteAgreement
from walkthrough.model.content import load_shelf
from walkthrough.model.rules.reading import hard_sentences
from walkthrough.model.snapshot import snapshot
from walkthrough.model.words import AgreementKind, Kind, Seated, Tier
from walkthrough.model.workbook import Workbook
from walkthrough.wording import Wording

DAY = date(2026, 11, 22)
CONTENT = paths.resources() / "content"


def told(book: Workbook, **options) -> str:
    return "\n".join(text_of(REPORTS["orientation"](book.read, ReportOptions(DAY, **options))))


def test_a_newcomer_finds_seats_rules_and_contacts_and_nothing_on_hold(workbook: Workbook):
    for command in (
        NameCollaborative("Cedar River", "Juniper County"),
        DescribeCollaborative({"purpose": "Families stay together.", "contact": "555-0140"}),
    ):
        workbook.do(command)
    court = AddPartner(
        "Juniper County Family Court", "courts", {"short": "Family Court", "brings": "A judge"}
    )
    gone = AddPartner("Closed Clinic", "treatment", {"contact": "555-0199"})
    for command in (
        court,
        gone,
        EditPartner(gone.id, {"has_left": True}),
        SetSeat(Tier.OVERSIGHT, Seated.FILLED, "courts", court.id, {"holder": "Judge Pruitt"}),
        SetSeat(Tier.CORE, Seated.INVITED, "schools", None, {}),
        WriteAgreement("MOU of all", AgreementKind.MOU, (court.id,), {"review_on": DAY - timedelta(days=1)}),
    ):
        workbook.do(command)
    decided = [
        RecordEntry(Kind.DECISION, "Pay parents", detail=rule) for rule in ("By hands", "By Ana alone")
    ]
    for one in decided:
        workbook.do(one)
    workbook.do(HoldEntry(Kind.DECISION, decided[1].entry_id))

    pack = told(workbook)
    assert "Families stay together." in pack
    assert "Judge Pruitt (Family Court)" in pack
    assert "Empty chairs: Schools (invited)" in pack
    assert "So far: By hands." in pack
    assert "Ana" not in pack
    assert "555-0199" not in pack, "who has left is not asked"
    assert "Their day of review has passed: MOU of all." in pack
    assert "There is no communication protocol yet" in pack
    assert "Counts of families from 1 to 10 are not shown." in pack


def test_each_part_can_be_left_out_and_the_first_page_stays(workbook: Workbook):
    codes = [code for code, _words in PARTS["orientation"]]
    whole, bare = told(workbook), told(workbook, left_out=frozenset(codes))
    assert "Your first meeting" in bare
    for code in codes:
        rest = told(workbook, left_out=frozenset({code}))
        assert len(bare) < len(rest) < len(whole), code


def test_every_word_explained_is_one_of_the_glossary():
    english, spanish = (
        {one.id: [view.sector for view in one.views] for one in load_shelf(CONTENT, language).glossary}
        for language in ("en", "es")
    )
    assert english.keys() >= {*OUR_WORDS, *DIFFERENT_WORDS}
    assert list(spanish.items()) == list(english.items()), "a translation keeps ids, order and views"


def test_what_the_pack_says_of_itself_is_in_plain_words(workbook: Workbook):
    blocks = REPORTS["orientation"](workbook.read, ReportOptions(DAY)).blocks
    assert [found for line in sentences(blocks) for found in hard_sentences(line)] == []


def sentences(blocks: tuple[Block, ...]) -> list[str]:
    """The running text of an empty workbook's pack, without the words it explains: all of it is ours."""
    found = []
    for block in blocks:
        if isinstance(block, Para):
            found.append(plain(block.text))
        elif isinstance(block, Bullets):
            found += [
                "\n".join(run.text for run in runs(item) if not (run.bold or run.italic))
                for item in block.items
            ]
    return found


def test_in_spanish_what_is_shipped_in_english_alone_is_marked_as_english(sample_workbook_file: Path):
    words = Wording("es", paths.locale_folder())
    shelf = load_shelf(CONTENT, "es")
    with snapshot(sample_workbook_file) as read:
        blocks = REPORTS["orientation"](read, ReportOptions(SAMPLE_DAY, words)).blocks
    at = next(
        at
        for at, block in enumerate(blocks)
        if isinstance(block, Bullets) and plain(block.items[0]) == shelf.ground_rules[0].text
    )
    rules = blocks[at]
    assert isinstance(rules, Bullets)
    wanted = "" if shelf.language_of("meetings.toml") == "es" else "en"
    assert {run.lang for item in rules.items for run in runs(item)} == {wanted}
    assert sum(isinstance(block, Heading) and block.level == 1 for block in blocks) == 10
    assert sum(isinstance(block, Table) for block in blocks) == 5

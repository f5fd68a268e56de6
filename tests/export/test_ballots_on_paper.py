# SPDX-License-Identifier: MIT
"""Ballots and the blank four questions: both languages on every ballot, enough of them, nobody's name."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest

from tests.conftest import SAMPLE_DAY
from walkthrough import paths
from walkthrough.export.document import Block, Heading, KeepTogether, Para, Run, Table, plain, runs
from walkthrough.export.reports import REPORTS, ReportOptions
from walkthrough.model.commands.meeting import AddAttendance, PlanMeeting
from walkthrough.model.commands.prepare import SetMeetingDimensions
from walkthrough.model.commands.stage import BeginStageCheck
from walkthrough.model.content import load_shelf
from walkthrough.model.queries.stage import check_heads, check_page
from walkthrough.model.snapshot import snapshot
from walkthrough.model.words import Role
from walkthrough.model.workbook import Workbook
from walkthrough.wording import Wording

CONTENT = paths.resources() / "content"
LADDER = load_shelf(CONTENT, "en").ladder
LATER = SAMPLE_DAY + timedelta(days=1)


def print_pack(book: Path, language: str = "en") -> tuple[Block, ...]:
    with snapshot(book) as read:
        words = Wording(language, paths.locale_folder())
        return REPORTS["printpack"](read, ReportOptions(SAMPLE_DAY, words)).blocks


def ballots_in(blocks: Sequence[Block]) -> list[KeepTogether]:
    return [block for block in blocks if isinstance(block, KeepTogether)]


def pieces(ballot: KeepTogether) -> list[Run]:
    """All runs on a ballot, its heads too."""
    found: list[Run] = []
    for block in ballot.blocks:
        if isinstance(block, Para):
            found += runs(block.text)
        elif isinstance(block, Table):
            for text in (*(column.text for column in block.columns), *(c for row in block.rows for c in row)):
                found += runs(text)
    return found


@pytest.fixture
def book(blank_workbook_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(blank_workbook_file, tmp_path / "Juniper.walkthrough"))


def planned(workbook: Workbook, people: int) -> str:
    meeting = PlanMeeting(LATER, {"title": "First check"})
    workbook.do(meeting)
    for _one in range(people):
        workbook.do(AddAttendance(meeting.id, Role.MANAGER))
    return meeting.id


def test_before_the_first_check_ballots_ask_by_our_stages_in_both_languages(book: Path) -> None:
    workbook = Workbook.open(book)
    planned(workbook, 3)
    workbook.close()
    for language, other in (("en", "es"), ("es", "en")):
        found = ballots_in(print_pack(book, language))
        assert len(found) == 8
        assert len({msgspec.json.encode([run.text for run in pieces(one)]) for one in found}) == 1
        told = {run.text: run.lang for run in pieces(found[0])}
        for key, name in (("en", "Joint projects"), ("es", "Proyectos conjuntos")):
            assert told[name] == (key if key == other else "")
        assert any("five or more people answer" in text for text in told)
        assert any("cinco personas o más" in text for text in told)
        (table,) = (block for block in found[0].blocks if isinstance(block, Table))
        assert [plain(row[1]) for row in table.rows] == ["1", "2", "3", "4", "0"]


def test_parts_chosen_are_rows_in_the_order_typed_with_a_box_for_each_stage(book: Path) -> None:
    workbook = Workbook.open(book)
    meeting = planned(workbook, 11)
    workbook.do(BeginStageCheck(SAMPLE_DAY, LADDER))
    page = workbook.read(check_page, workbook.read(check_heads)[-1].id)
    assert page is not None
    money, purpose = page.dimensions[7], page.dimensions[0]
    workbook.do(SetMeetingDimensions(meeting, (money.id, purpose.id)))
    workbook.close()
    blocks = print_pack(book)
    found = ballots_in(blocks)
    heads = [block.text for block in blocks if isinstance(block, Heading) and "Ballots" in str(block.text)]
    assert heads == ["Ballots with 3 questions", "Ballots with 1 question"], "a box may ask the one alone"
    assert len(found) == 12 + 12
    (whole,) = (block for block in found[12].blocks if isinstance(block, Table))
    assert len(whole.rows) == len(LADDER.stages) + 1
    (table,) = (block for block in found[0].blocks if isinstance(block, Table))
    assert [plain(row[0]).splitlines()[0] for row in table.rows][1:] == ["Money", "Purpose and values"]
    assert plain(table.rows[2][0]) == "Purpose and values\nPropósito y valores"
    assert all(set(row[1:]) == {""} and len(row) == 6 for row in table.rows)
    tops = [plain(column.text) for column in table.columns[1:]]
    assert tops[1] == "2\nJoint projects\nProyectos conjuntos"
    assert tops[-1].startswith("Not sure")


def test_a_ladder_of_the_users_own_stands_once(book: Path) -> None:
    stages = (msgspec.structs.replace(LADDER.stages[0], name="We say hello"), *LADDER.stages[1:])
    workbook = Workbook.open(book)
    planned(workbook, 9)
    workbook.do(BeginStageCheck(date(2026, 5, 1), msgspec.structs.replace(LADDER, version=4, stages=stages)))
    workbook.close()
    found = ballots_in(print_pack(book))
    assert len(found) == 10
    told = [run.text for run in pieces(found[0])]
    assert told.count("We say hello") == 1
    assert not any("Intercambio" in text for text in told)
    assert any("cinco personas o más" in text for text in told)


def test_the_blank_sheet_has_the_four_questions_in_both_languages_and_lines_to_write_on(book: Path) -> None:
    blocks = print_pack(book)
    asked = [
        plain(block.text) for block in blocks if isinstance(block, Para) and plain(block.text)[:1].isdigit()
    ]
    assert [line[:2] for line in asked] == ["1.", "2.", "3.", "4."]
    assert asked[1] == "2. How do we know? · ¿Cómo lo sabemos?"
    forms = [block for block in blocks if isinstance(block, Table)][-4:]
    assert all(form.row_height >= 24 and form.grid for form in forms)
    assert all(cell == "" for form in forms for row in form.rows for cell in row)

# SPDX-License-Identifier: MIT
"""Questionnaires on paper: a sheet to mark with the digits that are typed, and what came of asking."""

from __future__ import annotations

from datetime import date

import page

from tests.model.asked_questionnaires import ROOM, ask, made
from walkthrough.export.document import Document, Table, Title, plain, text_of
from walkthrough.export.pdf.writer import write_pdf
from walkthrough.export.reports.questionnaire import blank_sheet, questionnaire_blocks, sheets_to_print
from walkthrough.model.commands.outside import AddOutsideResult
from walkthrough.model.queries.questionnaires import questionnaire
from walkthrough.wording import Wording

WORDS = Wording()
DAY = date(2026, 11, 22)


def paper_of(*blocks):
    return Document(title="Questionnaires", blocks=(Title("Questionnaires"), *blocks), day=DAY)


def test_nothing_stands_on_paper_where_there_is_no_questionnaire(workbook):
    assert questionnaire_blocks(WORDS, workbook.read) == ()
    assert sheets_to_print(workbook.read, WORDS) == ()


def test_the_sheet_shows_every_answer_under_the_digit_that_is_typed(workbook):
    sheet = blank_sheet(WORDS, workbook.read(questionnaire, made(workbook)), ("Courts", "Treatment"))
    tables = [one for block in sheet for one in getattr(block, "blocks", (block,)) if isinstance(one, Table)]
    statements, helps, groups = tables  # a short one is one list
    assert [column.text for column in statements.columns] == ["Statement", "1", "2", "3", "4", "5", "0"]
    assert [plain(row[0]) for row in statements.rows] == [
        "1. We share one goal.", "2. Parents can lead a team.", "3. We keep our word."
    ]  # fmt: skip
    assert [row[1] for row in helps.rows] == ["1 Time", "2 Money", "3 Training", "0 Not sure"]
    assert [row[1] for row in groups.rows] == ["1 Courts", "2 Treatment"]


def test_results_say_where_we_differ_and_of_too_few_ballots_their_number_alone(workbook, tmp_path):
    ask(workbook, made(workbook))
    few = made(workbook, "Asked of four")
    ask(workbook, few, ROOM[:4])
    workbook.do(AddOutsideResult("Team survey", "A university", DAY, 12, (("Trust", "3.4"),)))
    document = paper_of(*questionnaire_blocks(WORDS, workbook.read), *sheets_to_print(workbook.read, WORDS))
    told = text_of(document)
    assert told[told.index("Where we see it differently") + 2] == "Parents can lead a team."
    first, second = (next(n for n, text in enumerate(told) if text.startswith(name)) for name in
                     ("Our values", "Asked of four"))  # fmt: skip
    assert told[second + 1].startswith("4 ballots. With fewer than five")
    assert told[second + 2] == "Results of other tools"
    assert "3.4" in told[second:]
    assert first < second
    path = tmp_path / "asked.pdf"
    write_pdf(document, path)
    assert page.validate_pdf(str(path), profile="ua1").failures == []

# SPDX-License-Identifier: MIT
"""Reports as spreadsheets: every cell by its type, nothing a formula, each column explained, XLSX and CSV
alike.
"""

from __future__ import annotations

import csv
import datetime
import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import SAMPLE_DAY
from tests.export.hard_workbook import ARABIC, EMOJI, WORDS_8000
from walkthrough import paths
from walkthrough.export.formats import FORMATS, suffix_of
from walkthrough.export.reports import ReportOptions
from walkthrough.export.tables.csv_file import guarded, plain, unguarded
from walkthrough.export.tables.sets import TABLES
from walkthrough.export.tables.stage_sheets import ratings_sheet
from walkthrough.export.tables.table import Cell, Field, FieldKind, Sheet, TableSet
from walkthrough.export.tables.xlsx import LONGEST_TEXT, cut, sheet_names
from walkthrough.export.written import written
from walkthrough.model.commands.partner import AddPartner
from walkthrough.model.commands.plan import AcceptNextStep, AddNextStep, RaiseQuestion
from walkthrough.model.queries.rounds import RoundRow
from walkthrough.model.snapshot import Read, snapshot
from walkthrough.model.words import Acceptance, RatingMethod, Tier
from walkthrough.wording import Wording

WIDE = "\uff1d"
"""An equals sign as wide as a Chinese letter."""
ENGLISH = Wording()
OPTIONS = ReportOptions(SAMPLE_DAY, ENGLISH)
RISKY = ("=1+1", "+1 nurse", "-5 beds", "@SUM(A1)", "\t=A1", "'=A1", f"{WIDE}1", "=HYPERLINK(1)")


@pytest.fixture(scope="module")
def read(sample_workbook_file: Path) -> Iterator[Read]:
    with snapshot(sample_workbook_file) as read:
        yield read


@pytest.fixture(scope="module")
def tables(read: Read) -> TableSet:
    return TABLES["data"](read, OPTIONS)


@pytest.fixture(scope="module")
def book(read: Read) -> openpyxl.Workbook:
    return opened(written(read, "data", "xlsx", OPTIONS))


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def in_excel(field: Field, cell: Cell) -> object:
    """What a cell must read back as."""
    if isinstance(cell, datetime.date):
        return datetime.datetime.combine(cell, datetime.time())
    if field.kind is FieldKind.CHOICE:
        return field.choices[cell] if cell is not None else None
    return None if cell == "" else cell


def in_csv(field: Field, cell: str) -> object:
    """A cell of CSV, read by the kind that the dictionary says."""
    match field.kind:
        case _ if cell == "":
            return None
        case FieldKind.DAY:
            return datetime.date.fromisoformat(cell)
        case FieldKind.YES_NO:
            return {"true": True, "false": False}[cell]
        case FieldKind.WHOLE:
            return int(cell)
        case FieldKind.NUMBER:
            return float(cell)
    return unguarded(cell)


def test_a_spreadsheet_reads_back_as_its_tables_each_cell_by_its_type(
    book: openpyxl.Workbook, tables: TableSet
):
    assert sum(len(one.rows) for one in tables.sheets) > 250
    for one in tables.sheets:
        page = book[sheet_names(ENGLISH, tables)[one.code]]
        rows = list(page.iter_rows(values_only=True))
        assert list(rows[0]) == [field.head for field in one.fields]
        wanted = [
            tuple(in_excel(field, cell) for field, cell in zip(one.fields, row, strict=True))
            for row in one.rows
        ]
        assert [row for row in rows[1:] if any(cell is not None for cell in row)] == wanted, one.code
        for row, line in zip(page.iter_rows(min_row=2), one.rows, strict=False):
            kinds = {"d": datetime.date, "b": bool}
            for cell, value in zip(row, line, strict=True):
                assert cell.data_type in ("d", "b", "n", "s")
                assert isinstance(value, kinds.get(cell.data_type, object))


def test_the_plan_opens_on_its_next_steps(read: Read):
    assert opened(written(read, "plan", "xlsx", OPTIONS)).active.title == "Next steps"


def test_csv_reads_back_as_the_same_tables(read: Read, tables: TableSet):
    content = written(read, "data", "csv", OPTIONS)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        names = packed.namelist()
        files = {name: packed.read(name).decode("utf-8-sig") for name in names}
        assert all(packed.read(name).startswith(b"\xef\xbb\xbf") for name in names)
    for one in tables.sheets:
        head, *rows = csv.reader(io.StringIO(files[f"{one.code.replace('_', '-')}.csv"], newline=""))
        assert head == [field.code for field in one.fields]
        wanted = [tuple(None if cell == "" else cell for cell in row) for row in one.rows]
        got = [
            tuple(in_csv(field, cell) for field, cell in zip(one.fields, row, strict=True)) for row in rows
        ]
        assert got == wanted, one.code
    explained = list(csv.DictReader(io.StringIO(files["data-dictionary.csv"], newline="")))
    assert [(row["table_code"], row["code"]) for row in explained] == [
        (one.code, field.code) for one in tables.sheets for field in one.fields
    ]
    assert all(row["about"] and row["head"] and row["kind"] for row in explained)
    assert suffix_of("data", "csv") == ".zip"
    assert suffix_of("plan", "csv") == ".csv"


def test_the_first_sheet_says_what_it_is_what_is_left_out_and_explains_each_column(
    book: openpyxl.Workbook, tables: TableSet
):
    about = book.worksheets[0]
    rows = list(about.iter_rows(values_only=True))
    told = [row[0] for row in rows]
    assert told[:3] == ["Tables", "Juniper County Families First", "As of November 22, 2026"]
    assert any("Left out: private notes" in (line or "") for line in told)
    assert (
        about.print_title_rows == f"${told.index('Data dictionary') + 2}:${told.index('Data dictionary') + 2}"
    )
    listed = {row[0]: row[1] for row in rows[told.index("Sheets") + 2 : told.index("Data dictionary") - 1]}
    assert listed == {one.name: len(one.rows) for one in tables.sheets}
    explained = {(row[4], row[5]): row for row in rows if row[5]}
    for one in tables.sheets:
        assert {field.code for field in one.fields} == {
            code for sheet, code in explained if sheet == one.code
        }
        assert len({field.code for field in one.fields}) == len(one.fields)
    assert explained["next_steps", "state"][3].startswith("How it stands. One of: Not started (not_started)")
    assert explained["next_steps", "findings"][2] == "short numbers, like #12"


def test_sheets_are_easy_to_use_and_to_print(book: openpyxl.Workbook, tables: TableSet):
    assert book.properties.title == "Tables: Juniper County Families First"
    for page, one in zip(book.worksheets[1:], tables.sheets, strict=True):
        (table,) = page.tables.values()
        assert table.name == one.code
        assert table.autoFilter is not None
        assert page.freeze_panes in ("A2", "B2")
        assert not page.merged_cells.ranges
        assert page.page_setup.orientation == "landscape"
        assert page.print_title_rows == "$1:$1"
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert page.page_setup.fitToHeight == 0, "as many pages as it takes, each one sheet wide"
        assert page["A1"].font.bold
        assert page["A1"].font.color.rgb != page["A1"].fill.fgColor.rgb
    steps = book["Next steps"]
    assert steps["A2"].number_format == '"#"0'
    assert steps["J3"].hyperlink is None, "two findings are no one place"
    assert book["How steps went"]["A2"].hyperlink.location == "'Next steps'!A2"


@pytest.mark.parametrize("language", ["en", "es"])
def test_names_of_sheets_fit_and_are_told_apart_in_each_language(read: Read, language: str):
    words = Wording(language, paths.locale_folder())
    names = list(sheet_names(words, TABLES["data"](read, replace(OPTIONS, words=words))).values())
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\'") for name in names)
    assert len({name.casefold() for name in names}) == len(names)


def test_names_of_sheets_that_are_alike_or_too_long_are_told_apart(tables: TableSet):
    alike = tuple(Sheet(code, "A/b " * 20, "", (), ()) for code in ("one", "two", "three"))
    names = list(sheet_names(ENGLISH, TableSet("", "", (), (), "en", SAMPLE_DAY, alike)).values())
    assert len(set(names)) == 3
    assert all(len(name) <= 31 and "/" not in name for name in names)


def test_no_text_becomes_a_formula_and_every_script_comes_through(workbook):
    texts = (*RISKY, EMOJI, ARABIC, "two\nlines", "bell\x07 rings", "_x0041_")
    for text in texts:
        workbook.do(AddNextStep(text, {"owner": text}))
    found = opened(written(workbook.read, "plan", "xlsx", OPTIONS))["Next steps"]
    cells = [found.cell(line, 2) for line in range(2, len(texts) + 2)]
    assert [cell.value for cell in cells] == [plain(text.strip()) for text in texts]
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.quotePrefix for cell in cells[: len(RISKY)])
    told = written(workbook.read, "plan", "csv", OPTIONS).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(told, newline="")))
    assert [unguarded(row["what"]) for row in rows] == [plain(text.strip()) for text in texts]
    assert not [row["what"] for row in rows if row["what"][0] in f"=+-@\t{WIDE}"]


@given(st.text())
def test_the_guard_against_formulas_can_be_taken_away_again(text: str):
    assert unguarded(guarded(text)) == text
    assert guarded(text).lstrip()[:1] not in ("=", "+", "-", "@", WIDE)


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=0, max_size=40), st.integers(0, 3))
def test_a_cut_text_is_as_long_as_a_cell_can_hold(text: str, odd: int):
    long = "a" * odd + text * (1 + 40_000 // max(len(text), 1)) if text else "b" * odd
    told = cut(long)
    assert len(told.encode("utf-16-le")) // 2 <= LONGEST_TEXT
    assert told == long or (told.endswith("…") and long.startswith(told[:-1]))


def test_a_text_too_long_for_a_cell_is_cut_and_said_so_and_whole_in_csv(workbook):
    workbook.do(AddNextStep(WORDS_8000, {}))
    found = opened(written(workbook.read, "plan", "xlsx", OPTIONS))
    assert len(found["Next steps"]["B2"].value) == LONGEST_TEXT
    assert any("1 text is longer than a cell" in str(row[0].value) for row in found["About"].iter_rows())
    told = written(workbook.read, "plan", "csv", OPTIONS).decode("utf-8-sig")
    assert WORDS_8000 in told


def test_half_a_character_and_a_day_that_no_zip_can_say_break_no_file(workbook):
    for day in (datetime.date(1970, 1, 1), datetime.date(9999, 12, 31)):
        asked = replace(OPTIONS, today=day, whom="for \udcff\x01")
        assert "for \ufffd" in str(opened(written(workbook.read, "plan", "xlsx", asked))["About"]["A4"].value)
        with zipfile.ZipFile(io.BytesIO(written(workbook.read, "data", "csv", asked))) as packed:
            assert "for \ufffd" in packed.read("read-me-first.txt").decode()
            assert {entry.date_time[0] for entry in packed.infolist()} <= {1980, 2107}


def test_a_workbook_with_nothing_in_it_gives_the_heads(workbook):
    for report in TABLES:
        found = opened(written(workbook.read, report, "xlsx", OPTIONS))
        assert all(page.max_column == len(page[1]) >= 2 for page in found.worksheets)
        assert found.worksheets[1]["A1"].value
    assert written(workbook.read, "plan", "csv", OPTIONS).count(b"\r\n") == 1


def test_one_partner_gets_its_own_steps_and_nobody_hears_who_said_no(workbook):
    clinic, court = AddPartner("Clinic", "health"), AddPartner("Court", "courts")
    mine = AddNextStep("Ours", {"owner_partner_id": clinic.id, "owner": "Ann"})
    for command in (clinic, court, mine, AddNextStep("Theirs", {"owner_partner_id": court.id})):
        workbook.do(command)
    for tier in (Tier.STEERING, Tier.OVERSIGHT):
        workbook.do(RaiseQuestion("Who pays?" if tier is Tier.STEERING else "Who signs?", tier))
    workbook.do(AcceptNextStep(mine.id, Acceptance.DECLINED))
    told = written(workbook.read, "sheet", "csv", replace(OPTIONS, partner_id=clinic.id)).decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(told))
    assert row["what"] == "Ours"
    assert (row["owner"], row["agency"], row["acceptance"]) == ("", "", "")
    found = opened(written(workbook.read, "sheet", "xlsx", replace(OPTIONS, partner_id=clinic.id)))
    assert found.sheetnames == ["About", "Next steps", "How steps went", "Agreements"]
    assert found["About"]["A1"].value == "What we promised: Clinic"
    assert [row[1].value for row in found["Next steps"].iter_rows()] == ["Next step", "Ours"]
    found = opened(written(workbook.read, "sheet", "xlsx", replace(OPTIONS, tier=Tier.STEERING)))
    assert found.sheetnames == ["About", "Next steps", "How steps went", "Raised questions"]
    assert [row[1].value for row in found["Raised questions"].iter_rows()] == ["Question", "Who pays?"]


def test_of_a_round_with_few_ballots_the_number_stands_alone():
    few = RoundRow(
        "r", "c", SAMPLE_DAY, RatingMethod.PAPER, "", "", "", "", 4, 6, (), None, "box", 0
    )  # fmt: skip
    told = ratings_sheet(ENGLISH, [few], {})
    (row,) = told.rows
    cells = dict(zip((field.code for field in told.fields), row, strict=True))
    assert (cells["ballots"], cells["is_shown"]) == (4, False)
    assert (cells["stage"], cells["chose"], cells["says"]) == (None, None, "")


def test_the_same_moment_gives_the_same_bytes(read: Read):
    asked = replace(OPTIONS, paper="a4", is_grey=True, is_draft=True, whom="The board")
    files = [("plan", "xlsx"), ("data", "csv"), ("stage", "xlsx")]
    assert all(form in FORMATS[report] for report, form in files)
    for report, form in files:
        assert written(read, report, form, asked) == written(read, report, form, asked)
    found = opened(written(read, "plan", "xlsx", asked))
    assert found["Next steps"].oddHeader.center.text == "Draft"
    told = [row[0].value for row in found["About"].iter_rows(max_row=6)]
    assert {"Draft: not agreed yet.", "For: The board"} <= set(told)

# SPDX-License-Identifier: MIT
"""Nothing private leaves: marks planted by privacy class in every table are sought in all that goes out.

A mark in the complete data export is found by the same searcher, and private marks turn up on the screens as
soon as the room is said not to look: that is how these tests can fail.
"""

from __future__ import annotations

import difflib
import io
import re
import shutil
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QCoreApplication, QModelIndex
from PySide6.QtWidgets import QAbstractItemView, QTabBar
from sqlalchemy import Connection

from tests.conftest import SAMPLE_DAY
from tests.export.tagged_text import TaggedFile
from tests.planted_workbook import PAPER_YEAR, YEAR, Planted, plant, planted_columns, unmarked_columns
from tests.screen_texts import texts_of
from tests.ui.conftest import start  # noqa: F401  the fixture that starts the real window
from walkthrough import paths
from walkthrough.export.document import Document, text_of
from walkthrough.export.formats import FORMATS
from walkthrough.export.pdf.writer import pdf_bytes
from walkthrough.export.reports import REPORTS, ReportOptions
from walkthrough.export.written import written
from walkthrough.model.schema.base import Base, Moment, Privacy
from walkthrough.model.snapshot import Read, snapshot
from walkthrough.model.store.interchange import export_data
from walkthrough.wording import Wording

SCREENS = (
    *("overview", "walk", "stage-check", "indicators", "plan", "partners", "meetings", "groundwork"),
    *("reports", "home"),
)
SHOWN_ROWS = 6
HANDED_ROUND = {"printpack"}
"""Reports that lie on the table for everybody to write on: they name nobody, not even what paper may tell."""


def found(marks: Iterable[str], text: str) -> list[str]:
    """The marks that stand in a text, wherever its lines break."""
    told = "".join(text.split()).lower()
    return sorted(mark for mark in marks if mark in told)


@pytest.fixture(scope="module")
def planted(sample_workbook_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Planted:
    path = tmp_path_factory.mktemp("planted") / "planted.walkthrough"
    return plant(Path(shutil.copyfile(sample_workbook_file, path)))


@pytest.fixture(scope="module")
def other_figures(sample_workbook_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Planted:
    """The same workbook with other small counts, private links and choices: who sees only what may leave sees
    no difference.
    """
    path = tmp_path_factory.mktemp("other") / "planted.walkthrough"
    return plant(Path(shutil.copyfile(sample_workbook_file, path)), small=(9, 2), families=8, place=-1)


def document_of(read: Read, report: str) -> Document:
    return REPORTS[report](read, ReportOptions(SAMPLE_DAY, Wording("en", paths.locale_folder())))


def reports_of(planted: Planted) -> dict[str, Document]:
    with snapshot(planted.path) as read:
        return {report: document_of(read, report) for report in REPORTS}


@pytest.fixture(scope="module")
def reports(planted: Planted) -> dict[str, Document]:
    return reports_of(planted)


def everything_in(document: Document) -> str:
    """The words of a document, and all that is in its tree besides: pictures, links, properties."""
    return "\n".join((*text_of(document), repr(document)))


def unpacked(blob: bytes) -> Iterator[bytes]:
    """The bytes of a PDF file, and of each of its streams unpacked."""
    yield blob
    for stream in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", blob, re.DOTALL):
        try:
            yield zlib.decompress(stream[1])
        except zlib.error:
            continue


# What was planted ----------------------------------------------------------------------------------------


def test_every_private_column_was_planted(planted: Planted):
    kinds = {str(column): column.type for table in Base.metadata.tables.values() for column in table.columns}
    unmarked = {  # no words to seek: the tests with other figures show that nothing tells them apart
        "finding.said_by_partner_id",  # a link to a partner
        "debrief.answer",  # one of four choices
    }
    assert unmarked == unmarked_columns()
    moments = {name for name in planted_columns() if isinstance(kinds[name], Moment)}
    others = planted_columns() - set(planted.private) - unmarked
    figures = {name for name in others if not isinstance(kinds[name], Moment)}
    assert figures == {
        *("family_count.families_in", "family_count.families_on", "family_count.families_lost"),
        *("indicator.baseline", "point.value", "point.of_families"),
    }
    assert moments | figures | unmarked | set(planted.private) == planted_columns()


def test_the_complete_data_holds_every_mark_so_the_searcher_finds_what_is_there(planted: Planted):
    with snapshot(planted.path) as read:
        told = read(export_data).decode()
    marks = {*planted.private.values(), *planted.paper.values(), *planted.held.values()}
    assert len(marks) > 50
    assert found(marks, told) == sorted(marks)
    assert found([f"{YEAR}-", f"{PAPER_YEAR}-"], told) == [f"{YEAR}-", f"{PAPER_YEAR}-"]


def test_a_private_column_that_is_declared_as_for_paper_is_missed_by_nobody(planted: Planted):
    column = Base.metadata.tables["partner"].c.opposition
    column.info["privacy"] = Privacy.PAPER
    try:
        assert "partner.opposition" not in planted_columns()
        with pytest.raises(AssertionError):
            test_every_private_column_was_planted(planted)
    finally:
        column.info["privacy"] = Privacy.PRIVATE


# Paper ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("report", list(REPORTS))
def test_no_report_tells_anything_private_or_held(
    reports: dict[str, Document], planted: Planted, report: str
):
    told = everything_in(reports[report])
    assert found({*planted.private.values(), *planted.held.values(), str(YEAR)}, told) == []
    tells_paper = bool(found(planted.paper.values(), told))
    assert tells_paper == (report not in HANDED_ROUND), "paper may be told on paper, and some of it is"


@pytest.mark.parametrize("report", list(REPORTS))
def test_no_byte_of_a_report_holds_anything_private_or_held(
    reports: dict[str, Document], planted: Planted, report: str, tmp_path: Path
):
    marks = {*planted.private.values(), *planted.held.values(), str(YEAR)}
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf_bytes(reports[report]))
    for piece in unpacked(path.read_bytes()):
        assert found(marks - {str(YEAR)}, piece.decode("latin-1").replace("\0", "")) == []
    pages = [sheet.get_textpage().get_text_range() for sheet in pypdfium2.PdfDocument(path)]
    told = TaggedFile(path).text() + "\n".join(pages)
    assert found(marks, told) == []
    assert bool(found(planted.paper.values(), told)) == (report not in HANDED_ROUND)


def test_hidden_figures_change_nothing_in_a_report(planted: Planted, other_figures: Planted):
    one, other = reports_of(planted), reports_of(other_figures)
    assert one == other
    for report in REPORTS:
        assert pdf_bytes(one[report]) == pdf_bytes(other[report])


def test_the_other_figures_are_other_figures(planted: Planted, other_figures: Planted):
    with snapshot(planted.path) as read, snapshot(other_figures.path) as read_other:
        assert read(_figures) != read_other(_figures)
        assert set(read(_unmarked)).isdisjoint(read_other(_unmarked))


def _figures(connection: Connection) -> list[tuple[object, ...]]:
    statement = "select families_lost from family_count union all select value from point order by 1"
    return [tuple(row) for row in connection.exec_driver_sql(statement)]


def test_the_words_stand_in_for_the_ladder_and_for_what_is_held(reports: dict[str, Document]):
    told = text_of(reports["full"])
    assert "Some numbers are small. To protect families the whole ladder is told in words." in told
    assert sum("(wording on hold)" in piece for piece in told) > 8


def _unmarked(connection: Connection) -> list[tuple[object, ...]]:
    names = sorted(name.split(".") for name in unmarked_columns())
    statement = " union all ".join(f"select '{table}', {column} from {table}" for table, column in names)
    rows = [tuple(row) for row in connection.exec_driver_sql(statement)]
    assert {table for table, _ in rows} == {table for table, _ in names}
    return rows


# Files of every other format -------------------------------------------------------------------------------

OTHER_FILES = [
    (report, form)
    for report, forms in FORMATS.items()
    for form in forms
    if form != "pdf" and (report, form) != ("data", "json")
]


def file_of(planted: Planted, report: str, form: str) -> bytes:
    with snapshot(planted.path) as read:
        return written(read, report, form, ReportOptions(SAMPLE_DAY, Wording("en", paths.locale_folder())))


def told_in(blob: bytes) -> Iterator[str]:
    """A file, or each file in a zip, as text: as it is, and without what stands between its words."""
    if blob.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(blob)) as packed:
            for name in packed.namelist():
                yield name
                yield from told_in(packed.read(name))
        return
    text = blob.decode("utf-8", "replace")
    yield text
    yield re.sub(r"<[^>]*>", "", text)


@pytest.mark.parametrize(("report", "form"), OTHER_FILES)
def test_no_byte_of_any_other_file_holds_anything_private_or_held(planted: Planted, report: str, form: str):
    marks = {*planted.private.values(), *planted.held.values(), f"{YEAR}-"}
    told = list(told_in(file_of(planted, report, form)))
    assert [mark for text in told for mark in found(marks, text)] == []
    tells_paper = any(found(planted.paper.values(), text) for text in told)
    assert tells_paper == (report not in HANDED_ROUND)


def test_a_mark_in_a_packed_file_is_found():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", "<t>zq</t><t>private</t>")
    assert any(found(["zqprivate"], text) for text in told_in(packed.getvalue()))


def test_hidden_figures_change_no_byte_of_a_spreadsheet_or_a_calendar(
    planted: Planted, other_figures: Planted
):
    for report, form in (("data", "csv"), ("data", "xlsx"), ("plan", "ics")):
        assert file_of(planted, report, form) == file_of(other_figures, report, form), (report, form)


# The index -----------------------------------------------------------------------------------------------


def test_search_knows_nothing_private(planted: Planted):
    with snapshot(planted.path) as read:
        told = read(_index)
    assert len(told) > 2_000
    assert found({*planted.private.values(), str(YEAR)}, told) == []


def _index(connection: Connection) -> str:
    return "\n".join(row[0] for row in connection.exec_driver_sql("select text from search_row"))


# The wall ------------------------------------------------------------------------------------------------


def readings(windows, screen: str) -> Iterator[str]:
    """Go to a screen; read it as it opens, and with each row of its lists and each of its tabs chosen."""
    windows.frame.go(screen)
    window = windows.window
    QCoreApplication.processEvents()
    yield texts_of(window)
    for bar in window.stack.page.findChildren(QTabBar):
        for number in range(bar.count()):
            if bar.isVisible():
                bar.setCurrentIndex(number)
                QCoreApplication.processEvents()
                yield texts_of(window)
                yield from _row_by_row(window)
    yield from _row_by_row(window)


def _row_by_row(window) -> Iterator[str]:
    for view in window.stack.page.findChildren(QAbstractItemView):
        if not view.isVisible() or view.model() is None:
            continue
        last = view.model().rowCount(QModelIndex()) - 1
        for row in sorted({*range(min(SHOWN_ROWS, last + 1)), last} - {-1}):
            view.setCurrentIndex(view.model().index(row, 0))
            QCoreApplication.processEvents()
            yield texts_of(window)


def open_copy(start, planted: Planted, tmp_path: Path):  # noqa: F811
    path = tmp_path / "planted.walkthrough"
    shutil.copyfile(planted.path, path)
    return start(path, "--screen", "overview")


def test_no_room_safe_screen_shows_anything_private_held_or_for_paper(start, planted, tmp_path):  # noqa: F811
    windows = open_copy(start, planted, tmp_path)
    assert windows.room.safe
    marks = {*planted.private.values(), *planted.paper.values(), *planted.held.values()}
    years = {str(YEAR), str(PAPER_YEAR)}
    leaks = {}
    for screen in SCREENS:
        seen = {mark for text in readings(windows, screen) for mark in found(marks | years, text)}
        if seen:
            leaks[screen] = sorted(seen)
    assert leaks == {}


def test_the_same_screens_show_private_marks_as_soon_as_the_room_does_not_look(start, planted, tmp_path):  # noqa: F811
    windows = open_copy(start, planted, tmp_path)
    windows.room.peek(True)
    seen = {
        mark
        for screen in ("partners", "meetings")
        for text in readings(windows, screen)
        for mark in found({*planted.private.values(), *planted.paper.values()}, text)
    }
    assert seen & set(planted.private.values())
    assert seen & set(planted.paper.values())


def test_hidden_figures_change_nothing_on_a_room_safe_screen(start, planted, other_figures, tmp_path):  # noqa: F811
    told = []
    for one in (planted, other_figures):
        folder = tmp_path / str(len(told))
        folder.mkdir()
        windows = open_copy(start, one, folder)
        told.append(
            {
                screen: list(readings(windows, screen))
                for screen in ("indicators", "walk", "meetings", "overview")
            }
        )
        windows.window.close()
    for screen, texts in told[0].items():
        one, other = "\n".join(_without_places(texts)), "\n".join(_without_places(told[1][screen]))
        differences = difflib.unified_diff(one.splitlines(), other.splitlines(), lineterm="", n=0)
        assert "\n".join(differences) == "", screen


def _without_places(texts: list[str]) -> list[str]:
    """Without what differs between two runs in any case: keys and the clock."""
    key = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
    return [re.sub(rf"{key}|\d{{1,2}}:\d\d(:\d\d)?", "", text) for text in texts]

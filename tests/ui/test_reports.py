# SPDX-License-Identifier: MIT
"""The Reports page: options, the real pages, what the room must not see, the printer, what can go wrong."""

from __future__ import annotations

import datetime
import random
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from tests.in_pdfium import in_pdfium
from tests.screen_texts import texts_of
from walkthrough.export.left_out import LeftOut
from walkthrough.model.commands.meeting import PlanMeeting
from walkthrough.model.commands.partner import AddPartner
from walkthrough.model.commands.plan import AddNextStep
from walkthrough.model.queries.logo import logo
from walkthrough.model.queries.plan_issue import plan_version
from walkthrough.model.rules.picture_file import MOST_BYTES
from walkthrough.ui.jobs import Outcome
from walkthrough.ui.screens.reports.page_places import PagePlaces
from walkthrough.ui.screens.reports.pdf_pages import Mark, PdfFacts
from walkthrough.ui.screens.reports.screen import ReportsScreen

SECRET = "Ana Castillo"
WAIT = 60_000


@pytest.fixture
def quiet_page(at_desk, show_screen):
    """The page over a workbook with one step of a named person, alone with the screen; nothing is drawn."""
    step = AddNextStep("Open the clinic on Saturdays", {"owner": SECRET, "due": datetime.date(2027, 3, 1)})
    at_desk.desk.workbook.do(step)
    at_desk.room.confirm_alone()
    page = show_screen(ReportsScreen(at_desk.desk))
    page.set_room_safe(False)
    page.previewing.halt()
    return page


@pytest.fixture
def page(quiet_page, qtbot):
    """The same; its plan is drawn."""
    quiet_page.view.options.changed.emit()
    qtbot.waitUntil(lambda: quiet_page.view.preview.page_count() > 0, timeout=WAIT)
    return quiet_page


def told(page):
    return page.view.told.text()


def drawn(page):
    return page.view.preview.view._drawn


# The pages ---------------------------------------------------------------------------------------------


def test_the_real_pages_are_shown_with_outline_and_text_and_covered_while_the_room_can_see(
    page, at_desk, qtbot
):
    preview = page.view.preview
    qtbot.waitUntil(lambda: bool(drawn(page)), timeout=WAIT)
    assert preview.outline.tree.topLevelItemCount() > 1
    preview.outline.switch.buttons[1].click()
    qtbot.waitUntil(lambda: SECRET in texts_of(page), timeout=WAIT)
    assert "What will be left out" in told(page)
    QTest.keyClick(preview.view, Qt.Key.Key_PageDown)
    assert preview.view.accessibleName() == f"Page 2 of {preview.page_count()}"

    at_desk.room.be_safe()
    page.set_room_safe(True)
    assert SECRET not in texts_of(page)
    assert preview.outline.tree.topLevelItemCount() == 0
    assert not drawn(page)
    assert preview.view.page_count() == 0
    assert "covered" in texts_of(page)
    page.set_room_safe(False)
    qtbot.waitUntil(lambda: bool(drawn(page)), timeout=WAIT)
    page.view.list.choose("printpack")
    page.set_room_safe(True)
    qtbot.waitUntil(lambda: bool(drawn(page)), timeout=WAIT)
    assert SECRET not in texts_of(page), "what lies on the table for all may be seen by all"


def test_a_newer_choice_stops_the_preview_before_it_and_trouble_is_said_in_words(quiet_page, at_desk, qtbot):
    page = quiet_page
    options, written = page.view.options, []
    page.previewing.written.connect(written.append)
    for paper in ("a4", "letter", "a4"):
        options.paper.set_value(paper)
        options.changed.emit()
        qtbot.waitUntil(lambda: page.previewing._job is not None, timeout=WAIT)
    qtbot.waitUntil(lambda: bool(written) and not page.previewing.is_busy(), timeout=WAIT)
    assert len(written) == 1
    qtbot.waitUntil(lambda: page.view.preview.page_count() > 0, timeout=WAIT)
    assert round(page.view.preview._facts.sizes[0][0]) == 595
    assert list(written[0].parent.iterdir()) == [], "no file is left aside"

    path = at_desk.desk.workbook.path
    path.rename(path.with_name("elsewhere.walkthrough"))
    options.changed.emit()
    qtbot.waitUntil(lambda: "no longer there" in texts_of(page), timeout=WAIT)
    assert page.view.preview.page_count() == 0
    path.with_name("elsewhere.walkthrough").rename(path)


def test_another_report_begins_at_its_first_page_and_a_newer_one_stays_at_the_place(quiet_page, qtbot):
    preview = quiet_page.view.preview
    facts = PdfFacts(
        ((612.0, 792.0),) * 5,
        (Mark(0, "Plan", 0), Mark(0, "Goals", 1), Mark(1, "First", 2), Mark(0, "Steps", 3)),
    )
    preview.show_facts(facts)
    tree = preview.outline.tree
    for holder in (quiet_page.view.options.form.control, quiet_page.view.list, tree, preview.view):
        before, chosen = preview.view.page(), quiet_page.view.options.form.value()
        QTest.keyClick(holder, Qt.Key.Key_PageDown)
        assert (preview.view.page(), quiet_page.view.options.form.value()) == (before + 1, chosen)
    percent = preview.view.percent()
    QTest.keyClick(tree, Qt.Key.Key_Plus)
    assert preview.view.percent() > percent
    tree.topLevelItem(1).setExpanded(True)
    preview.show_busy()
    preview.set_covered(True)
    preview.set_covered(False)
    preview.show_facts(facts)
    assert preview.view.page() == 4
    assert [tree.topLevelItem(n).isExpanded() for n in range(3)] == [False, True, False]
    preview.start_over()
    preview.show_facts(facts)
    assert preview.view.page() == 0
    assert not tree.topLevelItem(1).isExpanded()


def test_pages_lie_under_each_other_and_keep_their_place_at_every_size():
    places = PagePlaces()
    places.sizes = ((612.0, 792.0), (792.0, 612.0), (612.0, 792.0))
    places.lay_out(500, 10)
    assert places.whole[0] == 500, "the widest page is as wide as there is room"
    assert places.between(0, 100) == range(1)
    assert places.between(*places.tops[1:3]) == range(1, 3)
    sizes = [places.factor()]
    for _press in range(12):
        places.step(1)
        sizes.append(places.factor())
    assert sizes == sorted(sizes)
    places.step(-1)
    assert places.factor() < sizes[-1]
    places.step(0)
    assert places.factor() == sizes[0]


# Out of the program ------------------------------------------------------------------------------------


class Printers:
    """Stands where the print dialog stands: prints into a file, the pages that are wanted."""

    def __init__(self, ask, out: Path, first: int = 0, last: int = 0) -> None:
        ask.has_printer = lambda: True
        ask.printer = self.printer
        self.out, self.first, self.last = out, first, last

    def printer(self, _title, _pages, paper):
        printer = QPrinter()
        printer.setResolution(72)
        printer.setPageSize(paper)
        printer.setOutputFileName(str(self.out))
        if self.first:
            printer.setFromTo(self.first, self.last)
        return printer


def ink_of(file):
    """How many pages, how large, and the darkest shade in the upper half and at the foot of the first."""
    sheet = file[0].render(scale=0.5, grayscale=True)
    shades = bytes(sheet.buffer)
    half, foot = len(shades) // 2, len(shades) * 9 // 10
    return len(file), [round(side) for side in file[0].get_size()], min(shades[:half]), min(shades[foot:])


def test_the_pages_wanted_go_to_the_printer_as_large_as_they_are(page, at_desk, tmp_path, qtbot):
    page.handlers()["file.print"]()
    assert "no printer" in told(page)
    assert page.view.write.hasFocus(), "the file is offered in its place"
    assert at_desk.desk.workbook.read(plan_version).version == 0

    Printers(at_desk.ask, tmp_path / "all.pdf")
    page.handlers()["file.print"]()
    qtbot.waitUntil(lambda: "at the printer" in told(page), timeout=WAIT)
    assert at_desk.desk.workbook.read(plan_version).version == 1, "a plan that goes out has a version"
    count, size, top, foot = in_pdfium(tmp_path / "all.pdf", ink_of)
    assert count == page.view.preview.page_count() > 1
    assert size == [612, 792]
    assert top < 100, "there is something on it"
    assert foot < 200, "down to its foot"

    Printers(at_desk.ask, tmp_path / "one.pdf", 2, 2)
    page.handlers()["file.print"]()
    qtbot.waitUntil(lambda: (tmp_path / "one.pdf").exists() and "at the printer" in told(page), timeout=WAIT)
    assert in_pdfium(tmp_path / "one.pdf", len) == 1
    assert at_desk.desk.workbook.read(plan_version).version == 1, "the same plan again is no other version"


def test_everything_for_a_meeting_goes_into_one_zip_or_is_cancelled_without_a_trace(
    quiet_page, at_desk, tmp_path, qtbot
):
    page = quiet_page
    view = page.view
    view.list.choose("all")
    page.handlers()["file.export"]()
    assert "no meeting yet" in told(page)
    at_desk.desk.workbook.do(PlanMeeting(datetime.date(2026, 11, 3), {"title": "Third"}))
    page.take_changes(None, None)
    view.options.meeting.set_value(page.reading.meetings[0].id)
    view.options.zip.set_value(True)
    at_desk.ask.path = tmp_path / "out"
    at_desk.ask.path.mkdir()
    page.handlers()["file.export"]()
    qtbot.waitUntil(lambda: view.bar.maximum() > 0, timeout=WAIT)
    assert view.cancel.hasFocus()
    QTest.keyClick(view.cancel, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Cancelled" in told(page), timeout=WAIT)
    assert list(at_desk.ask.path.iterdir()) == []

    page.handlers()["file.export"]()
    qtbot.waitUntil(lambda: "is written" in told(page), timeout=WAIT)
    (packed,) = at_desk.ask.path.iterdir()
    assert packed.suffix == ".zip"
    with zipfile.ZipFile(packed) as inside:
        names = {Path(name).name for name in inside.namelist()}
        assert {"index.html", "0 Read me first.txt", "1 Action plan.pdf", "2 Minutes.pdf"} <= names
        assert not any(name.endswith(".json") for name in names), "all data goes along on wish alone"
    assert view.open_folder.isVisible()


def test_what_was_written_is_said_until_the_report_an_option_or_the_workbook_changes(quiet_page, at_desk):
    page, finding = quiet_page, "Looking at what will be left out…"
    changes = (
        lambda: page.view.list.choose("data"),
        lambda: page.view.options.changed.emit(),
        lambda: page.take_changes(None, None),
    )
    for change in changes:
        page.going_out._on_written(Outcome(0, "", ""))
        assert "is written" in told(page)
        assert page.view.open_folder.isVisible()
        change()
        assert told(page) == finding
        assert not page.view.open_folder.isVisible()
    page.previewing.left_out.emit(LeftOut("data", is_whole=True))
    assert told(page).startswith("Nothing is left out: private notes")
    page.view.list.choose("full")
    assert told(page) == finding, "nothing of the report before"


def test_each_sheet_and_each_version_has_a_file_name_of_its_own_in_the_language_of_the_report(
    quiet_page, at_desk, tmp_path
):
    page, names = quiet_page, []
    at_desk.ask.save_as = lambda _title, suggested, _kinds="": names.append(suggested) or at_desk.ask.path
    at_desk.desk.workbook.do(AddPartner("Family/Court", "courts"))
    page.take_changes(None, None)
    options, write = page.view.options, page.handlers()["file.export"]
    options.language.set_value("es")
    options.changed.emit()
    write()
    assert "plan de acción v1 2" in names[-1].name
    page.view.list.choose("sheet")
    assert options.language.value() == "es", "the language goes along to the next report"
    for whose in (page.reading.partners[0][0], "tier:core"):
        options.whose.set_value(whose)
        write()
    assert "hoja Family Court 2" in names[-2].name
    assert "hoja " in names[-1].name
    assert names[-1].name != names[-2].name


def test_a_place_that_takes_no_file_is_said_and_the_button_is_there_again(
    quiet_page, at_desk, tmp_path, qtbot
):
    page = quiet_page
    at_desk.ask.path = tmp_path / "nowhere" / "plan.pdf"
    page.view.write.click()
    qtbot.waitUntil(lambda: "no such folder" in told(page), timeout=WAIT)
    assert page.view.write.isEnabled()
    assert not page.view.open_it.isVisible()


# The logo ----------------------------------------------------------------------------------------------


def test_a_logo_is_made_small_described_and_taken_out(quiet_page, at_desk, tmp_path):
    page = quiet_page
    card, book = page.view.options.logo, at_desk.desk.workbook
    chance = random.Random(2)
    large = QImage(chance.randbytes(1500 * 900 * 4), 1500, 900, QImage.Format.Format_RGB32)
    large.save(str(tmp_path / "large.png"))
    assert (tmp_path / "large.png").stat().st_size > 10 * MOST_BYTES
    at_desk.ask.path = tmp_path / "large.png"
    card.choose.click()
    found = book.read(logo)
    assert len(found.content) <= MOST_BYTES
    assert found.width * 9 == pytest.approx(found.height * 15, abs=20)
    assert found.alt == "Logo of the collaborative"
    card.alt.control.setText("Seal of Juniper County")
    card.alt.commit()
    assert book.read(logo).alt == "Seal of Juniper County"
    card.alt.control.setText(" ")
    card.alt.commit()
    assert card.alt.error()
    card.remove.click()
    assert book.read(logo) is None

    (tmp_path / "no.png").write_bytes(b"GIF89a")
    at_desk.ask.path = tmp_path / "no.png"
    card.choose.click()
    assert at_desk.said[-1] == "no.png is no PNG or JPEG picture."
    assert book.read(logo) is None

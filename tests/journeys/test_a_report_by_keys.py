# SPDX-License-Identifier: MIT
"""From the list of reports to a file in the other language, by keys alone: options, pages, outline."""

from __future__ import annotations

import shutil

import pytest

from tests.in_pdfium import in_pdfium, text_in
from tests.journeys.keys import Fingers, Key, at, wait_until
from tests.screen_texts import texts_of

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has none


def test_the_full_report_in_spanish_on_a4_in_grey(start, tmp_path, sample_workbook_file):
    path = tmp_path / "county.walkthrough"
    shutil.copyfile(sample_workbook_file, path)
    windows = start(path, "--screen", "reports")
    windows.window.room.confirm_alone()
    hand, page = Fingers(windows.window), windows.window.stack.page
    view, preview = page.view, page.view.preview
    out = windows.answers.path = tmp_path / "informe.pdf"

    assert at() == "reports.list"
    hand.press(Key.Key_Down, Key.Key_Return)
    assert view.shows_options()
    assert view.options.title.text() == "Full report"
    the_options_are_set(hand)
    the_pages_are_as_chosen(page)
    the_buttons_are_in_view(windows.window, view)
    the_pages_follow_the_keys(hand, preview)
    hand.ctrl(Key.Key_E)
    assert wait_until(lambda: windows.window.status.said() == f"{out.name} is written.", 60), texts_of(page)
    text = text_in(out)
    assert "Junta del condado" in text
    assert "Informe completo" in text
    sizes = in_pdfium(out, lambda file: {tuple(round(side) for side in sheet.get_size()) for sheet in file})
    assert sizes == {(595, 842)}
    hand.part_to(view.options.form.control)
    hand.press(Key.Key_Escape)
    assert at() == "reports.list"
    the_choices_are_remembered(windows)


def the_options_are_set(hand: Fingers) -> None:
    hand.tab_to("language_of_the_report")
    hand.press(Key.Key_Down)
    hand.tab_to("paper")
    hand.press(Key.Key_Down)
    hand.tab_to("whom_it_is_for")
    hand.write("Junta del condado")
    hand.tab_to("reports_grey")
    hand.press(Key.Key_Space)
    hand.tab_to("reports_part_partners")
    hand.press(Key.Key_Space)


def the_buttons_are_in_view(window, view) -> None:
    for button in (view.write, view.printed):
        corner = button.mapTo(window, button.rect().bottomRight())
        assert window.rect().contains(corner), "the buttons are in view at 1366 x 768 with 125 %"


def the_pages_follow_the_keys(hand: Fingers, preview) -> None:
    hand.part_to(preview.outline.tree)
    hand.press(*[Key.Key_Down] * 3)
    heading = preview.outline.tree.currentItem().text(0)
    place = preview.view.page()
    assert place > 0, f"{heading} is on a later page"
    hand.part_to(preview.view)
    hand.press(Key.Key_PageDown)
    assert preview.view.page() == place + 1
    factor = preview.view.percent()
    hand.type("+")
    assert preview.view.percent() > factor
    assert preview.view.page() == place + 1
    hand.type("0")


def the_pages_are_as_chosen(page) -> None:
    preview = page.view.preview

    def are_spanish() -> bool:
        facts = preview._facts
        is_a4 = bool(facts.sizes) and round(facts.sizes[0][0]) == 595
        return is_a4 and not page.previewing.is_busy() and facts.outline[0].text == "Informe completo"

    assert wait_until(are_spanish, 60)
    assert "Aliados" not in {mark.text for mark in preview._facts.outline}
    assert "Not wanted: Partners." in page.view.told.text()


def the_choices_are_remembered(windows) -> None:
    """For this report, on this machine; but not whom it was for, which is the collaborative's."""
    (kept,) = windows.frame.around.settings.now.report_choices
    assert '"report":"full"' in kept
    assert '"language":"es"' in kept
    assert '"is_grey":true' in kept
    assert '"left_out":["partners"]' in kept
    assert "Junta" not in kept

# SPDX-License-Identifier: MIT
"""The stage check of a group that has one already, by keyboard: what a key opens is where the eye is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from walkthrough.model.queries.stage import check_heads, check_page
from walkthrough.model.workbook import Workbook
from walkthrough.ui.widgets.in_view import bring_into_view
from walkthrough.ui.widgets.places import ScrollPage
from walkthrough.ui.widgets.text import Prose

Key = Qt.Key


def focus():
    found = QApplication.focusWidget()
    assert found is not None, "nothing has the focus"
    return found


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(focus(), key, modifier)
    QTest.qWait(5)


def is_in_view(page, widget):
    box = QRect(widget.mapTo(page.viewport(), QPoint(0, 0)), widget.size())
    return page.viewport().rect().contains(box)


@pytest.fixture
def windows(start, sample_workbook_file, tmp_path):
    book = tmp_path / "Sample.walkthrough"
    book.write_bytes(sample_workbook_file.read_bytes())
    found = start(book, "--screen", "stage-check")
    found.window.resize(1093, 614)
    QTest.qWait(10)
    return found


def test_what_a_key_opens_is_wholly_in_view_and_has_the_keys(windows, qtbot):
    screen = windows.window.stack.page
    screen.private.more.setFocus()
    press(Key.Key_Space)
    private = screen.private.round
    _a_round_is_opened(screen, private, qtbot)
    assert focus() is private.entry.cells
    QTest.keyClicks(focus(), "31")
    assert private.ballot_box.many_in == 2
    assert screen.head.open_box.text() == "An open ballot box with 2 ballots."
    QTest.keyClicks(focus(), "x")
    assert private.side.many.text() == "3 sheets: 2 counted, 1 spoilt"
    private.side.ask_drop()
    private.side.yes.click()
    assert screen.head.open_box.isHidden()
    screen.private.method.set_value("pass")
    screen.private.method.committed.emit("pass")
    _a_round_is_opened(screen, private, qtbot)
    assert focus() is private.handing.button
    press(Key.Key_Space)
    press(Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert private.page.isVisible(), "nothing ends while the laptop is out"
    assert private.page.hand_over.foot.property("look") == "label", "and the way back stands out"
    press(Key.Key_Space)
    press(Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert "Facilitator" in private.page.ballot.note.text()
    private.page.end()
    private.side.ask_drop()
    private.side.yes.click()
    screen.head.new.setFocus()
    press(Key.Key_Space)
    card = screen.criteria.card_with_focus()
    assert card.row.said.answer is None
    qtbot.waitUntil(lambda: is_in_view(screen.body, card))


def _a_round_is_opened(screen, private, qtbot):
    assert focus() is private.offer.begin
    press(Key.Key_Space)
    if private.question.isVisible():
        qtbot.waitUntil(lambda: is_in_view(screen.body, private.question))
        press(Key.Key_C)
    qtbot.waitUntil(lambda: is_in_view(screen.body, private))


def test_what_was_brought_into_view_stays_there_while_the_page_grows_above_it(qtbot):
    page, above, wanted = ScrollPage(), Prose(), Prose()
    qtbot.addWidget(page)
    above.set_plain("a line\n" * 60)
    wanted.set_plain("this one")
    page.add(above, wanted)
    page.resize(400, 300)
    page.show()
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 300)
    bring_into_view(wanted)
    qtbot.waitUntil(lambda: is_in_view(page, wanted))
    at = page.verticalScrollBar().value()
    above.set_plain("a line\n" * 90)
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() > at)
    assert is_in_view(page, wanted)


def test_what_was_left_half_typed_is_put_back_where_it_was_and_never_thrown_away_by_one_key(
    start, sample_workbook_file, tmp_path, qtbot
):
    book = tmp_path / "Sample.walkthrough"
    book.write_bytes(sample_workbook_file.read_bytes())
    with_drafts = Workbook.open(book)
    check = with_drafts.read(check_heads)[-1].id
    page = with_drafts.read(check_page, check)
    row = page.dimensions[2].criteria[3]
    form = f"stage-check/evidence/{check}/{row.id}/document"
    with_drafts.drafts.keep(f"{form}/what", "The signed agreement")
    with_drafts.drafts.keep(f"stage-check/wanted_reason/{check}", "For the families")
    with_drafts.drafts.keep("stage-check/agreed_reason/a-check-that-is-gone", "lost")
    with_drafts.close()
    found = start(book, "--screen", "home")
    bar = found.frame._offer
    assert "&" not in bar._put_back.text() + bar._discard.text()
    press(Key.Key_Tab)
    assert focus() is bar._discard
    press(Key.Key_Space)
    assert focus() is bar._put_back
    assert "Throw 7 words away?" in bar.text()
    assert len(found.frame.opened.workbook.drafts.all()) == 3
    press(Key.Key_Return)
    screen = found.window.stack.page
    qtbot.waitUntil(lambda: focus() is screen.criteria.card_of(row.id).evidence.form.fields["what"].control)
    assert focus().text() == "The signed agreement"
    qtbot.waitUntil(lambda: is_in_view(screen.body, focus()))
    assert screen.stage.wanted.reason.value() == "For the families"
    assert "1 word is not saved yet. This is no longer there." in bar.text()
    assert bar.isVisible()
    bar._discard.click()
    bar._discard.click()
    assert bar.isHidden()
    assert not any("gone" in draft.key for draft in found.frame.opened.workbook.drafts.all())


def test_a_question_pressed_takes_the_keys_to_its_first_thing(windows):
    side = windows.window.stack.page.check_side
    for number, part in ((3, side.next), (2, side.counts), (1, side.criteria), (0, side.stage)):
        side.questions.buttons[number].setFocus()
        press(Key.Key_Space)
        assert focus() is part or part.isAncestorOf(focus())

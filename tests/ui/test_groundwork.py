# SPDX-License-Identifier: MIT
"""Groundwork by keys: a questionnaire is written, asked and read; results of other tools are kept."""

from __future__ import annotations

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.model.asked_questionnaires import ROOM, VALUES, ask, made
from tests.tab_walk import complaints
from walkthrough.export.document import text_of
from walkthrough.export.reports import ReportOptions
from walkthrough.export.reports.printpack import printpack_document
from walkthrough.model.commands.question import AddQuestion
from walkthrough.model.queries.outside import outside_tools
from walkthrough.model.queries.questionnaires import asking_result, askings, questionnaire, questionnaires
from walkthrough.model.words import QuestionKind
from walkthrough.ui.screens.groundwork.list_page import OUTSIDE, SUMMARY
from walkthrough.ui.screens.groundwork.questionnaire_page import ASK, QUESTIONS, RESULTS
from walkthrough.ui.screens.groundwork.screen import GroundworkScreen

Key = Qt.Key
PASTED = "Trust:\n1. We keep our word.\nWhat helps most?\n- Time\n- Money\n- Training"


def key(pressed, times=1):
    for _time in range(times):
        QTest.keyClick(QApplication.focusWidget(), pressed)
    QApplication.processEvents()


def typed(text):
    QTest.keyClicks(QApplication.focusWidget(), text)


@pytest.fixture
def screen(at_desk, show_screen):
    page = GroundworkScreen(at_desk.desk)

    def follow(changes, initiator):  # as the window's bridge does
        if page.concerns(changes):
            page.take_changes(changes, initiator)

    leave = at_desk.opened.workbook.subscribe(follow)
    yield show_screen(page)
    leave()


def focus_is(qtbot, widget):
    stands_for = (widget, widget.focusProxy())
    qtbot.waitUntil(lambda: QApplication.focusWidget() in stands_for, timeout=2000)


def words_in_view(screen):
    QApplication.processEvents()
    return " ".join(one.text() for one in screen.findChildren(QLabel) if one.isVisible())


def written_by_keys(screen, workbook, qtbot):
    """A questionnaire pasted, with one question typed after it and moved up; its key."""
    screen.handlers()["edit.add"]()
    form = screen.list_page.form
    focus_is(qtbot, form.name.control)
    key(Key.Key_Return)
    assert form.name.error() == "", "an empty name waits"
    typed("Our values")
    form.text.setFocus()
    typed(PASTED.replace("\n", "\r"))
    assert form.rule.isVisible(), "how to type questions stays in view"
    form.save.setFocus()
    key(Key.Key_Return)
    focus_is(qtbot, screen.page.questions.list)
    screen.handlers()["edit.add"]()
    focus_is(qtbot, screen.page.questions.form.text.control)
    typed("We share one goal.")
    key(Key.Key_Return)
    screen.handlers()["entry.up"]()
    (head,) = [row for row in workbook.read(questionnaires) if not row.is_shipped]
    assert head.name == "Our values"
    return head


def test_a_questionnaire_is_pasted_asked_on_paper_and_read_by_keys_alone(screen, at_desk, qtbot):
    workbook = at_desk.opened.workbook
    head = written_by_keys(screen, workbook, qtbot)
    asked = workbook.read(questionnaire, head.id).questions
    assert [one.text for one in asked] == ["We keep our word.", "We share one goal.", "What helps most?"]

    screen.page.switch.buttons[ASK].setFocus()
    key(Key.Key_Space)
    ask_part = screen.page.ask
    _its_sheet_is_a_file_to_print(ask_part, at_desk, qtbot)
    ask_part.round.offer.begin.setFocus()
    key(Key.Key_Return)
    typed("c")  # the room cannot see it
    focus_is(qtbot, ask_part.round.entry.cells)
    for sheet in ("551", "511", "522", "453", "501", "541"):
        typed(sheet)
    assert ask_part.round.ballot_box.many_in == 6
    ask_part.round.side.close_box.setFocus()
    key(Key.Key_Return)
    key(Key.Key_Return)  # close and show

    assert screen.page.part() == RESULTS
    (asking,) = workbook.read(askings, head.code)
    assert [row.tallies for row in workbook.read(asking_result, asking.id).answers] == [
        (0, 0, 0, 0, 1, 5),
        (1, 1, 1, 0, 1, 2),
        (0, 4, 1, 1),
    ]
    assert "We see it differently" in words_in_view(screen)
    assert "We share one goal." in screen.page.results.views[0].picture.scene().summary
    key(Key.Key_Escape)
    focus_is(qtbot, screen.list_page.list)


def _its_sheet_is_a_file_to_print(ask_part, at_desk, qtbot):
    at_desk.ask.path = at_desk.opened.workbook.path.with_name("sheet.pdf")
    ask_part.print_sheet.click()
    qtbot.waitUntil(lambda: "sheet.pdf is written" in at_desk.said[-1], timeout=20_000)
    with pypdfium2.PdfDocument(at_desk.ask.path) as pages:
        texts = [page.get_textpage().get_text_bounded() for page in pages]
    assert "We keep our word." in texts[0]
    assert "Sign-in sheet" not in " ".join(texts), "nothing but the sheet"


def test_while_a_box_is_open_the_page_tells_how_many_are_in_and_nothing_can_be_changed(
    screen, at_desk, qtbot
):
    workbook = at_desk.opened.workbook
    mine = made(workbook)
    screen.refresh()
    screen.open_page(mine, ASK)
    panel = screen.page.ask.round
    focus_is(qtbot, screen.page.ask.method.control)
    screen.page.ask.people.control.setFocus()
    typed("4")
    key(Key.Key_Return)
    assert "Talk about it in the open" in words_in_view(screen)
    assert not panel.isVisible()  # no private round is offered to four
    screen.page.ask.people.control.selectAll()
    typed("8")
    key(Key.Key_Return)
    panel.offer.begin.click()
    panel.cover.give_word()
    for ballot in ROOM[:5]:
        typed("".join(map(str, ballot)))
    assert panel.ballot_box.many_in == 5
    told = words_in_view(screen)
    assert "5 of 8 are in" in told
    assert not any(word in told for word in ("agree", "differently", "Chosen", "close:"))
    for part in (QUESTIONS, RESULTS):
        screen.page.switch.buttons[part].click()
        told = words_in_view(screen)
        assert not any(word in told for word in ("We agree", "differently", "Chosen", "ballots"))
    assert not screen.page.results.views
    screen.page.switch.buttons[QUESTIONS].click()
    screen.page.questions.list.choose(workbook.read(questionnaire, mine).questions[0].id)
    screen.handlers()["entry.bin"]()
    assert len(workbook.read(questionnaire, mine).questions) == 4
    screen.close_questionnaire()
    screen.handlers()["entry.bin"]()  # nor taken out whole
    assert workbook.read(questionnaire, mine) is not None
    marks = screen.list_page.list.chosen_cells().marks
    assert [words for _tone, words in marks] == ["Ballot box open"]


def test_a_change_of_one_that_was_asked_goes_on_in_the_next_version(screen, at_desk, qtbot):
    workbook = at_desk.opened.workbook
    mine = made(workbook)
    ask(workbook, mine)
    ask(workbook, mine, ROOM[:3])
    screen.refresh()
    screen.show_for(questionnaire_id=mine, part="results")
    page = screen.page
    assert "3 ballots. With fewer than five" in page.results.many.text()
    focus_is(qtbot, page.results.asking.control)
    assert not page.results.pictures.isVisible()
    page.results.asking.control.setCurrentIndex(1)
    page.results.asking.control.activated.emit(1)
    assert page.results.result.asking.ballots == len(ROOM)
    page.switch.buttons[QUESTIONS].click()
    first = page.questions.row.questions[0].id
    page.questions.list.choose(first)
    page.questions.list.setFocus()
    key(Key.Key_F2)
    focus_is(qtbot, page.questions.form.text.control)
    page.questions.form.text.control.selectAll()
    typed("We have one goal in writing.")
    key(Key.Key_Return)
    assert (page.questions.row.version, page.questions.row.questions[0].text) == (
        2,
        "We have one goal in writing.",
    )
    assert page.questions.list.chosen_id() == page.questions.row.questions[0].id
    assert workbook.read(questionnaire, mine).questions[0].text == VALUES[0].questions[0].text
    assert "version 2" in at_desk.said[-1]
    page.switch.buttons[RESULTS].click()
    assert page.results.asking.control.count() == 2  # of the version before


def test_one_that_ships_is_asked_at_once_or_copied_to_change(screen, at_desk, qtbot):
    workbook = at_desk.opened.workbook
    assert screen.list_page.side_shown() == SUMMARY
    assert "The time we spent here today was worth it." in words_in_view(screen)
    screen.list_page.summary.ask.click()
    assert "The print pack in Reports has it too." in words_in_view(screen)
    pack = printpack_document(workbook.read, ReportOptions(at_desk.desk.clock.today()))
    assert "The time we spent here today was worth it." in "\n".join(text_of(pack))
    screen.close_questionnaire()
    screen.list_page.summary.copy.click()
    (copy,) = [row for row in workbook.read(questionnaires) if not row.is_shipped]
    assert (copy.name, copy.is_shipped, copy.questions) == ("Meeting pulse (our copy)", False, 10)
    workbook.do(AddQuestion(copy.id, "Which day suits?", kind=QuestionKind.CHOICE, choices=("Mon", "Tue")))
    screen.refresh()
    assert "Mon · Tue" in screen.page.questions.list.model().index(13, 0).data(
        Qt.ItemDataRole.AccessibleTextRole
    )


def test_results_of_another_tool_are_typed_in_and_its_days_stand_side_by_side(screen, at_desk, qtbot):
    workbook = at_desk.opened.workbook
    screen.list_page.type_in.setFocus()
    key(Key.Key_Space)
    panel = screen.list_page.outside
    focus_is(qtbot, panel.name.control)
    typed("Team survey")
    key(Key.Key_Tab)
    typed("A university")
    key(Key.Key_Tab)
    typed("2025-09-03")
    panel.scores.setFocus()
    typed("Trust 2.9\rAims")
    panel.save.setFocus()
    key(Key.Key_Return)
    assert "Each line needs" in panel.scores.error()
    panel.scores.setFocus()
    key(Key.Key_End)
    typed(": 4.1")
    panel.save.setFocus()
    key(Key.Key_Return)
    assert screen.list_page.side_shown() == OUTSIDE
    panel.again.setFocus()
    key(Key.Key_Return)
    focus_is(qtbot, panel.day.control)
    typed("2026-09-03")
    panel.scores.set_value("Trust: 3.4\nAims: 4.2")
    panel.save.setFocus()
    key(Key.Key_Return)
    (tool,) = workbook.read(outside_tools)
    assert [tool.scores(part) for part in tool.parts] == [("2.9", "3.4"), ("4.1", "4.2")]
    model = panel.table.model()
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    assert heads == ["Part", "Sep 3, 2025", "Sep 3, 2026"]


def test_tab_walks_each_part_of_an_opened_questionnaire(screen, at_desk, qtbot):
    workbook = at_desk.opened.workbook
    mine = made(workbook)
    ask(workbook, mine)
    for part in ("questions", "ask", "results"):
        screen.show_for(questionnaire_id=mine, part=part)
        focus_is(qtbot, screen.page.first())
        assert list(complaints(screen.window(), screen.page.first())) == [], part

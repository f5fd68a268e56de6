# SPDX-License-Identifier: MIT
"""The stage check in the real window: begun, answered, shown, agreed, undone and carried over by keyboard."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from walkthrough.model.commands.stage import AnswerCriterion, BeginStageCheck
from walkthrough.model.commands.stage_evidence import AddEvidence
from walkthrough.model.content import load_shelf
from walkthrough.model.queries.indicators import indicators
from walkthrough.model.queries.stage import check_page, checks
from walkthrough.model.rules.stages import Standing
from walkthrough.model.words import Agreement, Answer, Proof
from walkthrough.model.workbook import Workbook
from walkthrough.ui.widgets.signs import Chip

CONTENT = Path(__file__).resolve().parents[2] / "resources" / "content"
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


def focus():
    found = QApplication.focusWidget()
    assert found is not None, "nothing has the focus"
    return found


def press(key, modifier=NONE):
    QTest.keyClick(focus(), key, modifier)
    QTest.qWait(1)


def write(text):
    QTest.keyClicks(focus(), text)


def tab_to(name, most=200):
    """Press Tab until the control of this name has the focus."""
    for _step in range(most):
        if focus().objectName() == name:
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never came to {name}")


def tab_to_text(text, most=200):
    for _step in range(most):
        if getattr(focus(), "text", str)() == text:
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never came to {text}")


@pytest.fixture
def book(blank_workbook_file, tmp_path):
    path = tmp_path / "Harlan.walkthrough"
    path.write_bytes(blank_workbook_file.read_bytes())
    return path


@pytest.fixture
def begun(book):
    """A workbook with one check of May, its first statement shown by an example."""
    with_check = Workbook.open(book)
    begin = BeginStageCheck(date(2026, 5, 12), load_shelf(CONTENT, "en").ladder)
    with_check.do(begin)
    first = with_check.read(check_page, begin.id).dimensions[0].criteria[0]
    with_check.do(AnswerCriterion(begin.id, first.id, Answer.YES))
    seen = {"role": "a judge", "what": "Each told the other", "day": date(2025, 3, 1)}
    with_check.do(AddEvidence(begin.id, first.id, Proof.EXAMPLE, seen))
    with_check.close()
    return book


@pytest.fixture
def screen_of(start):
    def _screen_of(path, *words):
        windows = start(path, "--screen", "stage-check", *words)
        windows.window.resize(1093, 614)
        QTest.qWait(10)
        return windows.window.stack.page

    return _screen_of


def row(screen, code):
    every = [one for part in screen.page.dimensions for one in part.criteria]
    return next(one for one in every if one.code == code)


def is_in_view(screen, widget):
    window = screen.body.viewport()
    top = widget.mapTo(window, widget.rect().topLeft()).y()
    return top >= 0 and top + widget.height() <= window.height()


def test_without_a_check_one_button_begins_the_first(screen_of, book):
    screen = screen_of(book)
    assert focus() is screen.begin
    press(Qt.Key.Key_Space)
    assert len(screen.page.dimensions) == 10
    assert screen.page.as_of == screen.desk.clock.today()
    assert focus() is screen.criteria.cards[0].answer.control.buttons()[0]
    QTest.qWait(5)
    assert is_in_view(screen, screen.criteria.cards[0])


def test_one_key_goes_to_the_next_statement_without_an_answer_and_shows_it(screen_of, book):
    screen = screen_of(book)
    press(Qt.Key.Key_Space)
    every = [one for part in screen.page.dimensions for one in part.criteria]
    for one in every:
        card = screen.criteria.card_with_focus()
        assert card.row.id == one.id
        QTest.qWait(2)
        assert is_in_view(screen, card)
        press(Qt.Key.Key_3)
        press(Qt.Key.Key_Down, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert all(one.said.answer is Answer.NO for part in screen.page.dimensions for one in part.criteria)
    assert screen.criteria.card_with_focus().row.id == every[-1].id


def test_the_next_statement_without_an_answer_may_lie_before_this_one(screen_of, begun):
    screen = screen_of(begun)
    every = [one for part in screen.page.dimensions for one in part.criteria]
    for one in every[2:]:
        screen.do(AnswerCriterion(screen.page.id, one.id, Answer.NO))
    screen.show_for(criterion_id=every[-1].id)
    press(Qt.Key.Key_Down, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert screen.criteria.card_with_focus().row.id == every[1].id


def test_four_statements_are_answered_shown_and_agreed_by_keyboard(screen_of, book):
    screen = screen_of(book)
    press(Qt.Key.Key_Space)
    for number in range(4):
        if number:
            screen.criteria.list.setFocus()
            press(Qt.Key.Key_Down)
            press(Qt.Key.Key_Tab)
        press(Qt.Key.Key_1)
        tab_to("evidence_add_document")
        press(Qt.Key.Key_Space)
        assert focus().objectName() == "evidence_what"
        write("Page of goals")
        press(Qt.Key.Key_Tab)
        write("Shared binder")
        tab_to("evidence_day")
        write("12/31")  # without a year: the last one, which counts
        press(Qt.Key.Key_Return)
    shown = [part.criteria[0].standing for part in screen.page.dimensions]
    assert shown[:5] == [Standing.MET] * 4 + [Standing.NONE]
    assert [part.reached.evidenced for part in screen.page.dimensions[:4]] == [1] * 4

    screen.stage.agreed.stage.control.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    tab_to("agree")
    press(Qt.Key.Key_Space)
    assert (screen.page.agreement, bool(screen.stage.agreed.reason.error())) == (None, True)
    assert focus().objectName() == "agreed_reason"
    write("Two projects run")
    press(Qt.Key.Key_Return)
    assert (screen.page.agreement, screen.page.agreed_stage) == (Agreement.STAGE, 2)
    assert screen.stage.agreed.reason.error() == ""
    assert "Joint projects" in screen.stage.agreed.title.text()
    screen.criteria.list.setFocus()
    press(Qt.Key.Key_Z, CTRL)
    assert screen.page.agreement is None
    press(Qt.Key.Key_Z, CTRL)
    assert screen.page.dimensions[3].criteria[0].standing is Standing.YES


def test_a_new_check_brings_answers_along_and_says_when_they_were_given(screen_of, begun):
    screen = screen_of(begun)
    tab_to("new_check")
    press(Qt.Key.Key_Space)
    assert len(screen.desk.workbook.read(checks)) == 2
    card = screen.criteria.cards[0]
    assert row(screen, "purpose-1").standing is Standing.MET
    assert card.said_on.isVisible()
    assert "2026" in card.said_on.text()
    assert screen.counts.old.isVisible()


def test_what_does_not_apply_asks_why_and_counts_only_with_a_reason(screen_of, begun):
    screen = screen_of(begun)
    screen.show_for(criterion_id=row(screen, "money-2").id)
    press(Qt.Key.Key_5)
    assert focus().objectName() == "na_reason"
    assert row(screen, "money-2").standing is Standing.NONE
    write("The grant forbids it")
    press(Qt.Key.Key_Return)
    assert row(screen, "money-2").standing is Standing.NA


def test_evidence_that_is_not_complete_says_what_it_needs(screen_of, begun):
    screen = screen_of(begun)
    screen.show_for(criterion_id=row(screen, "purpose-2").id)
    press(Qt.Key.Key_1)
    screen.criteria.cards[1].evidence.open_form(Proof.COUNT)
    QTest.qWait(1)
    write("38")
    press(Qt.Key.Key_Return)
    assert focus().objectName() == "evidence_source", "Enter goes on to what is needed"
    press(Qt.Key.Key_Return, CTRL)
    (piece,) = row(screen, "purpose-2").evidence
    assert piece.missing == ("source", "day")
    chips = [chip.text() for chip in screen.criteria.cards[1].evidence.findChildren(Chip)]
    assert any(text.startswith("Still needed") and "the source" in text for text in chips)


def test_an_empty_form_says_so_beside_its_field_and_escape_leaves_it(screen_of, begun):
    screen = screen_of(begun)
    screen.show_for(criterion_id=row(screen, "purpose-2").id)
    press(Qt.Key.Key_1)
    box = screen.criteria.cards[1].evidence
    box.open_form(Proof.DOCUMENT)
    QTest.qWait(1)
    press(Qt.Key.Key_Return)
    assert box.form.fields["what"].error() != ""
    press(Qt.Key.Key_Escape)
    assert box.form is None
    assert focus() is box.buttons[Proof.DOCUMENT]


def test_one_key_makes_a_linked_next_step_of_what_moves_us_on(screen_of, begun):
    screen = screen_of(begun)
    line = screen.next.lines[0]
    line.button.setFocus()
    press(Qt.Key.Key_Return, CTRL)
    (step,) = row(screen, "purpose-2").steps
    assert step.what.startswith("Decide how we get there: "), "something to do, not what is so in the end"
    assert row(screen, "purpose-2").text in step.what
    screen.show_for(criterion_id=row(screen, "purpose-3").id)
    press(Qt.Key.Key_Return, CTRL)
    assert len(row(screen, "purpose-3").steps) == 1


def test_one_key_makes_an_indicator_of_a_count_and_then_goes_to_it(screen_of, begun):
    screen = screen_of(begun)
    criterion = row(screen, "purpose-1")
    values = {"what": "Members who could say it", "amount": "12", "source": "Notes", "day": date(2026, 4, 2)}
    screen.do(AddEvidence(screen.page.id, criterion.id, Proof.COUNT, values))
    screen.counts.count_lines[0].button.setFocus()
    press(Qt.Key.Key_Return, CTRL)
    QTest.qWait(5)
    (link,) = row(screen, "purpose-1").indicators
    assert focus() is screen.counts.count_lines[0].button
    assert focus().text() == f"Indicator #{link.number}"
    assert row(screen, "purpose-1").steps == ()
    press(Qt.Key.Key_Return)
    page = screen.window().stack.page
    assert page.name == "indicators"
    assert page.desk.workbook.read(indicators)[0].id == link.id


def test_old_evidence_is_renewed_where_it_stands_and_stays_until_the_new_day_is_saved(screen_of, begun):
    screen = screen_of(begun)
    screen.counts.old_lines[0].button.setFocus()
    press(Qt.Key.Key_Return)
    QTest.qWait(5)
    form = screen.criteria.cards[0].evidence.form
    assert focus().objectName() == "evidence_role"
    assert form.fields["what"].value() == "Each told the other"
    assert form.fields["day"].value() is None
    form.save()
    assert form.fields["day"].error() != ""
    assert row(screen, "purpose-1").evidence[0].is_old
    form.fields["day"].control.setFocus()
    write("2026-05-02")
    press(Qt.Key.Key_Return)
    (piece,) = row(screen, "purpose-1").evidence
    assert (piece.is_old, piece.shown.day, piece.shown.role) == (False, date(2026, 5, 2), "a judge")
    assert not screen.counts.old.isVisible()


def test_who_saw_it_is_not_on_the_wall(screen_of, begun):
    screen = screen_of(begun)

    def words():
        return " ".join(label.text() for label in screen.findChildren(QLabel))

    assert "judge" not in words()
    screen.set_room_safe(False)
    assert "judge" in words()
    screen.set_room_safe(True)
    screen.criteria.cards[0].evidence.open_form(Proof.EXAMPLE, row(screen, "purpose-1").evidence[0])
    assert not any("judge" in line.text() for line in screen.findChildren(QLineEdit))
    screen.criteria.cards[0].evidence.form.save()
    assert row(screen, "purpose-1").evidence[0].shown.role == "a judge"


def test_nothing_ever_says_zero(screen_of, begun):
    screen = screen_of(begun)
    words = [screen.criteria.list.item(n).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(10)]
    words += [shape.say for shape in screen.stage.profile.picture.shapes()]
    assert not any(word == "0" for text in words for word in text.replace(":", " ").split())


def test_a_bar_picked_in_the_picture_shows_its_statements(screen_of, begun):
    screen = screen_of(begun)
    screen.stage.profile.picture.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert screen.criteria.list.currentRow() == 1
    assert focus() is screen.criteria.list
    assert screen.criteria.title.text() == screen.page.dimensions[1].name


def test_another_day_is_judged_anew(screen_of, begun):
    screen = screen_of(begun)
    screen.stage.day.control.setFocus()
    screen.stage.day.control.selectAll()
    write("2025-01-31")
    press(Qt.Key.Key_Return)
    assert screen.page.as_of == date(2025, 1, 31)
    assert row(screen, "purpose-1").standing is Standing.YES


def test_what_is_typed_stays_when_the_page_is_read_again(screen_of, begun):
    screen = screen_of(begun)
    screen.stage.agreed.reason.control.setFocus()
    write("We know each")
    screen.desk.workbook.do(AnswerCriterion(screen.page.id, row(screen, "staff-1").id, Answer.NO))
    assert screen.stage.agreed.reason.control.text() == "We know each"


@pytest.mark.parametrize("words", [(), ("--zoom", "200", "--theme", "dark")])
def test_tab_goes_down_the_page_and_out_of_it_again(screen_of, begun, words):
    screen = screen_of(begun, *words)
    screen.criteria.cards[0].evidence.open_form(Proof.EVENT)
    QTest.qWait(1)
    screen.questions.buttons[0].setFocus()
    stops = []
    while screen.isAncestorOf(focus()):
        stops.append(focus())
        press(Qt.Key.Key_Tab)
        assert len(stops) < 200
    assert len(stops) == len(set(stops)) > 35
    assert all(stop.accessibleName() or getattr(stop, "text", str)() for stop in stops)
    sections = [screen.head, screen.stage, screen.criteria, screen.counts, screen.next]
    at = [next((n for n, part in enumerate(sections) if part.isAncestorOf(stop)), -1) for stop in stops]
    assert at == sorted(at)
    press(Qt.Key.Key_Backtab)
    back = []
    while screen.isAncestorOf(focus()) and len(back) < 200:
        back.append(focus())
        press(Qt.Key.Key_Backtab)
    assert len(back) == len(stops)
    screen.criteria.cards[0].answer.control.buttons()[0].setFocus()
    for part in (screen.counts.counts, screen.next.card):
        press(Qt.Key.Key_F6)
        QTest.qWait(5)
        assert focus() is part, "a whole card, where Enter does nothing"
        assert not part.visibleRegion().isEmpty()
    press(Qt.Key.Key_Tab)
    assert focus() is screen.next.lines[0].button


def test_nothing_is_wider_than_its_room(screen_of, begun):
    screen = screen_of(begun, "--zoom", "200")
    assert screen.body.page.width() <= screen.body.viewport().width()

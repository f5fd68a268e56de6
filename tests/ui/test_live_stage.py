# SPDX-License-Identifier: MIT
"""The stage check in a live meeting, by keys: hands counted and shown, a stage agreed, one open criterion."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui.live_parts import at, show_part, texts
from walkthrough.model.commands.ladder import MakeLadder
from walkthrough.model.commands.meeting import PlanMeeting
from walkthrough.model.commands.prepare import SetMeetingDimensions
from walkthrough.model.commands.roll import CameUnnamed
from walkthrough.model.commands.stage import AgreeStage, AnswerCriterion, BeginStageCheck
from walkthrough.model.content import load_shelf
from walkthrough.model.queries.live_stage import hands_of, stage_check_of
from walkthrough.model.queries.live_steps import steps_of_meeting
from walkthrough.model.queries.stage import check_heads, check_page
from walkthrough.model.showing import Call, Showing
from walkthrough.model.words import AgendaKind, Agreement, Answer, RatingMethod
from walkthrough.ui.screens.live.stage_part import StagePart

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
CONTENT = Path(__file__).parents[2] / "resources" / "content"


@pytest.fixture
def room(workbook):
    """A meeting with eleven people; returns its key."""
    plan = PlanMeeting(date(2026, 11, 24), {"rating": RatingMethod.HANDS})
    workbook.do(plan)
    for _ in range(11):
        workbook.do(CameUnnamed(plan.id, None))
    return plan.id


@pytest.fixture
def begun(workbook, room):
    """The same with a stage check of its own; returns the check's key."""
    begin = BeginStageCheck(date(2026, 11, 24), load_shelf(CONTENT, "en").ladder, room)
    workbook.do(begin)
    return begin.id


def spoken(rows, at):
    """A row as it is read aloud, its marks too."""
    return rows.model().index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def count(part, *numbers):
    for many in numbers:
        part.type(str(many))
        part.press(Key.Key_Return)


def test_one_key_begins_todays_check_with_the_answers_of_the_last(qtbot, at_desk, room, workbook):
    earlier = BeginStageCheck(date(2026, 5, 12), load_shelf(CONTENT, "en").ladder)
    workbook.do(earlier)
    first = workbook.read(check_page, earlier.id).dimensions[0].criteria[0]
    workbook.do(AnswerCriterion(earlier.id, first.id, Answer.PARTLY))
    part = show_part(qtbot, at_desk, StagePart, room)
    assert QApplication.focusWidget() is part.part.start
    assert workbook.read(stage_check_of, room) is None, "coming here writes nothing"
    part.press(Key.Key_Return)
    check = workbook.read(check_page, workbook.read(stage_check_of, room))
    assert check.dimensions[0].criteria[0].said.answer is Answer.PARTLY
    assert QApplication.focusWidget() is part.part.question.list


def test_the_check_begun_today_on_the_page_goes_on_in_the_room(qtbot, at_desk, room, workbook):
    part = show_part(qtbot, at_desk, StagePart, room)
    there = BeginStageCheck(part.part.live.desk.clock.today(), load_shelf(CONTENT, "en").ladder)
    workbook.do(there)
    workbook.do(AgreeStage(there.id, Agreement.STAGE, 2, "Said on the page"))
    part.press(Key.Key_Return)
    assert workbook.read(stage_check_of, room) == there.id
    assert len(workbook.read(check_heads)) == 1
    assert workbook.read(check_page, there.id).agreed_stage == 2


def test_after_beginning_the_first_stage_is_marked_and_takes_the_figures(qtbot, at_desk, room):
    part = show_part(qtbot, at_desk, StagePart, room)
    part.press(Key.Key_Return)
    rows = part.part.question.list
    assert rows.chosen_id() == "1"
    assert rows.visualRect(rows.currentIndex()).intersects(rows.viewport().rect())
    part.type("2")
    assert {key: many for key, many in rows.counts().items() if many is not None} == {"1": 2}


def test_a_figure_typed_on_the_button_goes_into_no_row_that_was_left(qtbot, at_desk, room, begun):
    part = show_part(qtbot, at_desk, StagePart, room)
    rows = part.part.question.list
    rows.choose("0")
    part.type("2")
    part.press(Key.Key_Return)
    assert QApplication.focusWidget() is part.part.question.count
    part.type("3")
    assert (QApplication.focusWidget(), rows.chosen_id()) == (rows, "1")
    assert (rows.counts()["0"], rows.counts()["1"]) == (2, None)
    part.type("3")
    assert (rows.counts()["0"], rows.counts()["1"]) == (2, 3)


def test_a_number_over_the_people_here_is_told_beside_it_and_has_two_figures(qtbot, at_desk, room, begun):
    part = show_part(qtbot, at_desk, StagePart, room)
    rows = part.part.question.list
    part.type("11")
    assert "More than" not in spoken(rows, 0)
    part.press(Key.Key_Down)
    part.type("231")
    assert rows.counts()["2"] == 23
    assert "More than 11" in spoken(rows, 1)
    side = part.part.question.mismatch
    assert side.height() >= side.heightForWidth(side.width()), "the alert is not cut"


def test_hands_are_counted_and_shown_with_the_words_of_the_rule(qtbot, at_desk, room, begun, workbook):
    part = show_part(qtbot, at_desk, StagePart, room)
    assert part.part.showing() == Showing(room, AgendaKind.STAGE_CHECK, method=RatingMethod.HANDS)
    count(part, 1, 5, 4, 0)
    assert part.part.showing().many_in == 10
    part.type("1")
    part.press(Key.Key_Return)
    assert QApplication.focusWidget() is part.part.question.count
    assert workbook.read(hands_of, begun) is None
    part.press(Key.Key_Return)
    hands = workbook.read(hands_of, begun)
    assert (hands.tallies, hands.people) == ((1, 1, 5, 4, 0), 11)
    assert part.part.showing().revealed
    assert part.part.question.said.text() == "We are close: stage 2 or 3"
    assert "1 of 11 is not sure" in part.part.question.tail.text()


def test_a_count_that_does_not_match_is_told_and_never_blocks(qtbot, at_desk, room, begun, workbook):
    part = show_part(qtbot, at_desk, StagePart, room)
    count(part, 9, 9)
    assert "More hands than people" in part.part.question.mismatch.text()
    part.part.question.count.click()
    assert workbook.read(hands_of, begun).tallies == (0, 9, 9, 0, 0)
    drafts = at_desk.desk.drafts
    drafts.keep_all()
    assert workbook.drafts.all() == (), "what was counted is saved, its draft is gone"
    part.part.question.again.click()
    drafts.keep_all()
    assert workbook.drafts.all() == (), "nothing was typed again"
    count(part, 3)
    drafts.keep_all()
    assert len(workbook.drafts.all()) == 1


def test_asking_again_counts_a_new_round_and_hides_the_last(qtbot, at_desk, room, begun, workbook):
    part = show_part(qtbot, at_desk, StagePart, room)
    count(part, 2, 9, 0, 0, 0)
    part.part.question.count.click()
    first = workbook.read(hands_of, begun).id
    part.part.question.again.click()
    assert not part.part.showing().revealed
    count(part, 0, 11, 0, 0, 0)
    part.part.question.count.click()
    assert workbook.read(hands_of, begun).id != first
    assert part.part.question.said.text() == "We agree on stage 2"


def test_a_digit_chooses_the_stage_and_enter_after_the_reason_records_it(
    qtbot, at_desk, room, begun, workbook
):
    part = show_part(qtbot, at_desk, StagePart, room)
    part.part.go(2)
    part.press(Key.Key_2)
    part.write("Two joint projects run")
    check = workbook.read(check_page, begun)
    assert (check.agreement, check.agreed_stage) == (Agreement.STAGE, 2)
    assert check.agreed_reason == "Two joint projects run"


def test_digits_reach_every_stage_of_a_ladder_of_nine_and_n_is_not_yet(qtbot, at_desk, room, workbook):
    make = MakeLadder("Nine", tuple((f"Step {chr(64 + n)}", "") for n in range(1, 10)))
    workbook.do(make)
    begin = BeginStageCheck(date(2026, 11, 24), meeting_id=room, ladder_id=make.id)
    workbook.do(begin)
    part = show_part(qtbot, at_desk, StagePart, room)
    part.part.go(2)
    chosen = part.part.agree.agreed.stage
    assert "1 to 9" in part.part.agree.keys.text()
    for key, value in (("9", 9), ("n", Agreement.NOT_YET), ("0", Agreement.NOT_AGREED)):
        part.part.agree.first().setFocus()
        part.type(key)
        assert chosen.value() == value
    part.write("Only talk so far")
    assert workbook.read(check_page, begin.id).agreement is Agreement.NOT_AGREED
    part.part.go(3)
    assert part.part.criteria.card.isHidden()
    assert "no parts" in part.part.criteria.nothing.text()


def test_a_stage_without_the_reason_it_needs_is_asked_for_it(qtbot, at_desk, room, begun, workbook):
    part = show_part(qtbot, at_desk, StagePart, room)
    part.part.go(2)
    part.press(Key.Key_3)
    part.press(Key.Key_Return)
    assert workbook.read(check_page, begun).agreement is None
    assert part.part.agree.agreed.reason.error()


def test_the_stage_wanted_is_asked_in_the_open(qtbot, at_desk, room, begun, workbook):
    part = show_part(qtbot, at_desk, StagePart, room)
    part.part.go(2)
    wanted = part.part.agree.wanted
    wanted.button.click()
    assert wanted.stage.error() != "", "nothing is chosen, so nothing is recorded"
    for _stage in range(3):
        QTest.keyClick(wanted.stage.control, Key.Key_Down)
    wanted.button.click()
    assert workbook.read(check_page, begun).wanted_stage == 3


def to_criteria(part):
    for _moment in range(3):
        part.press(Key.Key_PageDown)
    QTest.qWait(5)
    return part.part.criteria


def test_one_open_criterion_of_each_part_chosen_for_today(qtbot, at_desk, room, begun, workbook):
    parts = workbook.read(check_page, begun).dimensions
    workbook.do(SetMeetingDimensions(room, (parts[4].id, parts[1].id)))
    part = show_part(qtbot, at_desk, StagePart, room)
    criteria = to_criteria(part)
    assert texts(criteria.list) == [parts[4].name, parts[1].name]
    assert part.part.showing().call is Call.CRITERION
    assert part.part.showing().at == parts[4].next_criterion_id
    part.press(Key.Key_PageDown)
    assert part.part.showing().at == parts[1].next_criterion_id
    assert not part.part.page(1)


def test_digits_answer_the_criterion_in_view_and_zero_clears_it(qtbot, at_desk, room, begun, workbook):
    part = show_part(qtbot, at_desk, StagePart, room)
    to_criteria(part)
    at = part.part.showing().at

    def answer():
        every = [one for d in workbook.read(check_page, begun).dimensions for one in d.criteria]
        return next(one.said.answer for one in every if one.id == at)

    for digit, said in zip("1234", (Answer.YES, Answer.PARTLY, Answer.NO, Answer.DONT_KNOW), strict=True):
        part.type(digit)
        assert answer() is said
        assert part.part.showing().at == at, "an answer does not take the criterion out of view"
    part.type("0")
    assert answer() is None


def test_the_cards_are_walked_as_they_stand_and_a_reason_waits_for_a_stage(qtbot, at_desk, room, begun):
    part = show_part(qtbot, at_desk, StagePart, room)
    part.part.go(2)
    names = ["agree", "agreed_stage", "agreed_reason", "want", "wanted_stage", "wanted_reason"]
    order = [at()]
    for _stop in names[1:]:
        part.press(Key.Key_Tab)
        order.append(at())
    assert order == names, "Tab goes as the picture does"
    card = part.part.agree.agreed
    told = " ".join(label.text() for label in card.reason.findChildren(QLabel))
    assert "Needed, because" not in told
    assert "Choose a stage first" in told


def test_evidence_is_added_to_the_criterion_in_view(qtbot, at_desk, room, begun, workbook):
    part = show_part(qtbot, at_desk, StagePart, room)
    criteria = to_criteria(part)
    part.type("1")
    criteria.card.evidence.buttons["document"].click()
    QTest.qWait(10)
    needed = criteria.card.evidence.form.needed
    assert "its title" in needed.text(), "told before anything is typed"
    assert "where it is kept" in needed.text()
    part.type("Shared intake form")
    part.press(Key.Key_Tab)
    part.write("County site")
    every = [one for d in workbook.read(check_page, begun).dimensions for one in d.criteria]
    [piece] = next(one.evidence for one in every if one.id == part.part.showing().at)
    assert (piece.shown.what, piece.shown.place) == ("Shared intake form", "County site")


def test_one_key_makes_a_next_step_that_is_linked_to_the_criterion(qtbot, at_desk, room, begun, workbook):
    part = show_part(qtbot, at_desk, StagePart, room)
    to_criteria(part)
    part.press(Key.Key_Return, modifier=CTRL)
    [step] = workbook.read(steps_of_meeting, room)
    every = [one for d in workbook.read(check_page, begun).dimensions for one in d.criteria]
    criterion = next(one for one in every if one.id == part.part.showing().at)
    assert [link.id for link in criterion.steps] == [step.id]
    assert step.what == f"Decide how we get there: “{criterion.text}”"


def test_it_goes_on_at_the_criterion_where_it_was_left(qtbot, at_desk, room, begun, workbook):
    key = workbook.read(check_page, begun).dimensions[3].next_criterion_id
    left = Showing(room, AgendaKind.STAGE_CHECK, call=Call.CRITERION, at=key)
    part = show_part(qtbot, at_desk, StagePart, room, left)
    assert part.part.showing() == left
    assert part.part.criteria.card.row.id == key


def test_undoing_the_beginning_of_the_check_offers_it_again(qtbot, at_desk, room, workbook):
    part = show_part(qtbot, at_desk, StagePart, room)
    part.press(Key.Key_Return)
    assert not part.part.start.isVisible()
    workbook.undo()
    assert part.part.start.isVisible()
    assert part.part.first_focus() is part.part.start

# SPDX-License-Identifier: MIT
"""A private round piece by piece: the word that the room cannot see, sheets by digits, ballots with more than
one question, and the ways into it.
"""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from tests.journeys.keys import CTRL, NONE, SHIFT, Fingers, Key, at, focus, wait_until
from tests.ui.live_parts import show_part
from walkthrough.model.ballots import BoxHead, BoxQuestion
from walkthrough.model.commands.meeting import EditMeeting, PlanMeeting
from walkthrough.model.commands.roll import CameUnnamed, Depart
from walkthrough.model.commands.stage import BeginStageCheck
from walkthrough.model.content import load_shelf
from walkthrough.model.queries.bilingual import ladder_words
from walkthrough.model.queries.roll import roll
from walkthrough.model.queries.rounds import rounds_of_check
from walkthrough.model.words import RatingMethod
from walkthrough.paths import resources
from walkthrough.ui.ballots.asked import AnswerText, Asked, QuestionText, stage_asked
from walkthrough.ui.ballots.ballot_page import BallotPage
from walkthrough.ui.ballots.cover import Cover
from walkthrough.ui.ballots.hand_over_page import HandOverPage, StillThere
from walkthrough.ui.ballots.pass_page import PassPage
from walkthrough.ui.ballots.sheet_entry import SheetEntry
from walkthrough.ui.page import Page
from walkthrough.ui.room import Display, RoomState
from walkthrough.ui.screens.live.stage_part import StagePart
from walkthrough.ui.screens.stage_check.private_card import PrivateCard
from walkthrough.ui.screens.stage_check.screen import StageCheckScreen
from walkthrough.ui.theme import Theme

CONTENT = resources() / "content"
LAPTOP = Display("laptop", "", (0, 0, 1366, 768))
WALL = Display("wall", "", (1366, 0, 1920, 1080))
MIRROR = Display("wall", "", (0, 0, 1366, 768))


class PrivateCardAlone(Page):
    """The card of the page, met later, on a page of its own."""

    def __init__(self, desk, page) -> None:
        super().__init__()
        self.card, self._page = PrivateCard(desk, self), page
        QVBoxLayout(self).addWidget(self.card)

    def refresh(self) -> None:
        self.card.show_page(self._page)


@pytest.fixture
def check(workbook):
    """A stage check without a meeting; its key."""
    begin = BeginStageCheck(date(2026, 11, 24), load_shelf(CONTENT, "en").ladder)
    workbook.do(begin)
    return begin.id


def meeting_of(workbook, people: int, **values) -> str:
    """A meeting with its stage check and so many people."""
    plan = PlanMeeting(date(2026, 11, 24), values)
    workbook.do(plan)
    for _ in range(people):
        workbook.do(CameUnnamed(plan.id, None))
    workbook.do(BeginStageCheck(date(2026, 11, 24), load_shelf(CONTENT, "en").ladder, plan.id))
    return plan.id


def test_the_word_that_the_room_cannot_see_ends_with_every_change_of_screens():
    room = RoomState((LAPTOP,))
    cover, lost = Cover(room), []
    cover.lost.connect(lambda: lost.append(room.safe))
    assert not cover.holds
    cover.give_word()
    assert cover.holds
    assert room.safe, "a covered projector uncovers no private field"
    room.see((LAPTOP, MIRROR))
    assert (cover.holds, lost) == (False, [True])
    cover.give_word()
    room.see((LAPTOP, WALL))
    assert not cover.holds, "the word was for mirrored screens"
    cover.give_word()
    assert room.confirmed
    room.be_safe()  # the window was moved to the wall
    assert (cover.holds, len(lost)) == (False, 3)
    room.peek(True)
    assert not cover.holds, "a held key is no word"


@pytest.fixture
def sheets(qtbot, workbook, check):
    """An open box of three questions, the last of two answers, and the entry for it."""
    questions = (BoxQuestion("", 4), BoxQuestion("a", 4), BoxQuestion("b", 2))
    head = BoxHead(for_table="stage_check", for_id=check, method=RatingMethod.PAPER, questions=questions)
    entry = SheetEntry()
    qtbot.addWidget(entry)
    entry.resize(700, 300)
    entry.show()
    entry.activateWindow()
    qtbot.waitUntil(entry.isActiveWindow)
    entry.box_here = workbook.boxes.open_new(head)
    entry.show_box(entry.box_here, ("Whole", "First part", "Second part"))
    entry.cells.setFocus()
    return entry


def test_sheets_are_typed_taken_back_and_spoilt_by_single_keys(sheets, workbook):
    box, cells = sheets.box_here, sheets.cells
    QTest.keyClicks(cells, "31")
    assert "Second part" in sheets.asked.text()
    QTest.keyClicks(cells, "3")
    assert "from 1 to 2" in sheets.note.text()
    assert (sheets.line.digits, box.many_in) == ((3, 1), 0), "a digit beyond the ladder does not jump on"
    QTest.keyClick(cells, Key.Key_Return)
    assert "Question 3 is still missing" in sheets.note.text()
    QTest.keyClick(cells, Key.Key_Backspace)
    QTest.keyClicks(cells, "22")
    assert (box.many_in, box.tally("a"), sheets.line.digits) == (1, (0, 0, 1, 0, 0), ())
    assert sheets.sheets.text() == "Sheet 1: in"
    for label in (cells.accessibleName(), sheets.sheets.text(), sheets.note.text()):
        assert "322" not in label
    QTest.keyClicks(cells, "40")
    QTest.keyClick(cells, Key.Key_Z, CTRL)
    assert (sheets.line.digits, box.many_in) == ((), 1), "first the sheet that is not finished"
    QTest.keyClick(cells, Key.Key_Z, CTRL)
    assert (box.many_in, sheets.title.text()) == (0, "Sheet 1")
    steps = workbook.next_undo
    QTest.keyClick(cells, Key.Key_Z, CTRL)
    assert "only the one typed last" in sheets.note.text()
    assert workbook.next_undo == steps
    QTest.keyClicks(cells, "44x000")
    assert (box.spoilt, box.many_in, sheets.title.text()) == (1, 1, "Sheet 3")
    for key, modifier, text in ((Key.Key_X, NONE, "x"), (Key.Key_Z, CTRL, ""), (Key.Key_4, NONE, "4")):
        sheets.take_key(QKeyEvent(QEvent.Type.KeyPress, key, modifier, text, autorep=True))
    assert (box.spoilt, box.many_in, sheets.line.digits) == (1, 1, ()), "a key held down is one key"


def test_a_sheet_that_the_disk_does_not_take_stays_to_be_sent_again(sheets, ordinary_user):
    folder = sheets.box_here.path.parent
    QTest.keyClicks(sheets.cells, "11")
    with ordinary_user:
        folder.chmod(0o500)
        try:
            QTest.keyClicks(sheets.cells, "1")
        finally:
            folder.chmod(0o700)
    assert "not counted yet" in sheets.note.text()
    assert (sheets.box_here.many_in, sheets.line.digits) == (0, (1, 1))
    QTest.keyClicks(sheets.cells, "1")
    assert sheets.box_here.many_in == 1


def two_questions() -> Asked:
    """Yes or no, twice, from one of two groups."""
    answers = (AnswerText(("Yes",)), AnswerText(("No",)))
    texts = {key: QuestionText((f"Question {key}?",), answers) for key in "ab"}
    return Asked(
        "questionnaire", "q", ("en",), tuple(BoxQuestion(key, 2) for key in "ab"), texts, parts=("X", "Y")
    )


def test_a_ballot_of_two_questions_and_a_group_is_sent_once_and_goes_away_when_nobody_is_there(
    qtbot, at_desk, workbook, show_screen
):
    asked = two_questions()
    box = workbook.boxes.open_new(asked.head(RatingMethod.PASS, 0, with_more=False))
    cover = Cover(at_desk.room)
    cover.give_word()
    screen = show_screen(StageCheckScreen(at_desk.desk))
    page = PassPage(screen.window(), box, asked, cover)
    page.begin()
    hand = Fingers(screen.window())
    hand.press(Key.Key_Space, Key.Key_1, Key.Key_Return)
    assert page.ballot.rows.value() == -1
    assert "Question 2 of 3" in page.ballot._where.text()
    hand.press(Key.Key_Backspace)
    assert page.ballot.rows.value() == 1, "back at the question before, with its answer"
    hand.press(Key.Key_Down)
    assert page.ballot.rows.value() == 2
    _digits_are_known_by_what_they_write(page.ballot)
    hand.press(Key.Key_Return, Key.Key_2, Key.Key_Return, Key.Key_1)
    assert box.many_in == 0
    hand.press(Key.Key_Return)
    assert (box.many_in, box.tally("a", "X"), box.tally("b")) == (1, (0, 0, 1), (0, 0, 1))
    _it_goes_away(page, hand)
    assert (box.many_in, page.ballot.rows.value()) == (1, -1)
    screen.begin.setFocus()
    assert page.isAncestorOf(focus()), "what lies beneath gets no key"
    ended = []
    page.ended.connect(lambda: ended.append(True))
    hand.ctrl(Key.Key_Return)
    assert ended == [True]


def _digits_are_known_by_what_they_write(ballot) -> None:
    rows, group = ballot.rows, Qt.KeyboardModifier.GroupSwitchModifier
    ways = ((Key.Key_1, SHIFT, "1", 1), (Key.Key_2, group, "2", 2), (Key.Key_1, NONE, "\u0661", 1))
    for key, modifier, text, number in ways:  # French digits need Shift, Arabic ones are other letters
        QApplication.sendEvent(focus(), QKeyEvent(QEvent.Type.KeyPress, key, modifier, text))
        assert rows.value() == number
    QApplication.sendEvent(focus(), QKeyEvent(QEvent.Type.KeyPress, Key.Key_Ampersand, NONE, "&"))
    assert ballot.note.text().startswith("Press a number")
    QTest.mouseClick(rows.rows[1], Qt.MouseButton.RightButton)
    assert rows.value() == 1, "a right click chooses nothing"
    QTest.mouseClick(rows.rows[1], Qt.MouseButton.LeftButton)
    assert (rows.value(), ballot.note.text()) == (2, "")


def _it_goes_away(page, hand) -> None:
    page.still_timer.setInterval(1)
    page.back_timer.setInterval(1000)
    hand.press(Key.Key_Space, Key.Key_1)
    assert wait_until(lambda: page.shown() is page.still)
    assert not any(row.radio.isChecked() for row in page.ballot.rows.rows), "not for a screen reader either"
    page.still_timer.setInterval(60_000)
    hand.press(Key.Key_2)
    assert (page.shown(), page.ballot.rows.value()) == (page.ballot, 1), (
        "any key goes on, and answers nothing"
    )
    page.back_timer.setInterval(1)
    page.still_timer.start(1)
    assert wait_until(lambda: page.shown() is page.hand_over)


def test_both_languages_stand_on_a_ballot_and_a_ladder_of_ones_own_has_one(workbook, check):
    asked = stage_asked(workbook.read(ladder_words, check, CONTENT), check, None, ())
    assert asked.languages == ("en", "es")
    first = asked.texts[""].answers[0]
    assert first.name == ("Information exchange", "Intercambio de información")
    one = stage_asked(workbook.read(ladder_words, check, CONTENT)[:1], check, None, ())
    assert one.texts[""].answers[0].name == ("Information exchange",)


def test_nothing_is_cut_off_on_a_screen_of_half_the_size(qtbot, workbook, check):
    asked = stage_asked(workbook.read(ladder_words, check, CONTENT), check, None, ())
    between = HandOverPage(asked.languages)
    between.show_many(3, 9)
    Theme().apply(QApplication.instance(), "light")
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(600, 400)
    host.show()
    ballot = BallotPage([asked.texts[""]], asked.languages)
    ballot.open_new()
    for page in (between, StillThere(), ballot):
        page.setParent(host)
        for size in ((546, 307), (400, 300)):  # 1093 x 614 and 800 x 600 at 200 % zoom
            page.resize(*size)
            page.show()
            assert wait_until(lambda page=page: not _cut_off(page), 1), (size, _cut_off(page))


def _cut_off(page) -> list[str]:
    """Texts lower than they need, or beyond the sides of the page."""
    seen = [one for one in page.findChildren(QLabel) if one.isVisible() and one.text()]
    ends = [one.mapTo(page, one.rect().topRight()).x() for one in seen]
    low = [one.text() for one in seen if one.height() < one.heightForWidth(one.width()) - 1]
    return low + [one.text() for one, end in zip(seen, ends, strict=True) if end > page.width()]


def test_the_way_to_rate_follows_the_plan_the_screens_and_the_people(qtbot, at_desk, workbook):
    meeting = meeting_of(workbook, 6)
    part = show_part(qtbot, at_desk, StagePart, meeting).part
    assert part.ask.method is RatingMethod.PAPER, "one screen"
    at_desk.room.see((LAPTOP, WALL))
    part.ask.read_again()
    assert part.ask.method is RatingMethod.PASS, "a wall of its own, and six people"
    workbook.do(CameUnnamed(meeting, None))
    assert part.ask.method is RatingMethod.PAPER, "seven are too many for one laptop"
    workbook.do(EditMeeting(meeting, {"rating": RatingMethod.HANDS}))
    assert part.ask.method is RatingMethod.HANDS
    part.ask.ways.buttons()[1].click()
    assert part.ask.method is RatingMethod.PASS, "chosen here"
    assert part.showing().method is RatingMethod.PASS


def test_four_people_are_offered_no_private_round_and_told_why(qtbot, at_desk, workbook):
    part = show_part(qtbot, at_desk, StagePart, meeting_of(workbook, 4, rating=RatingMethod.PAPER)).part
    assert part.ask.method is RatingMethod.HANDS
    assert "With 4 people here nobody could stay unseen" in part.ask.too_few.text()
    assert [button.isEnabled() for button in part.ask.ways.buttons()] == [False, False, True]


def test_asking_again_is_a_new_box_and_warns_when_somebody_has_left(qtbot, at_desk, workbook):
    meeting = meeting_of(workbook, 6, rating=RatingMethod.PAPER)
    shown = show_part(qtbot, at_desk, StagePart, meeting)
    part, panel = shown.part, shown.part.ask.round
    shown.press(Key.Key_Return)
    shown.type("c23123")
    shown.press(Key.Key_PageDown)
    assert part.moment is part.reveal, "between two sheets the page keys go on"
    part.go(0)
    assert not panel.cover.holds, "out of sight, the word is gone"
    shown.type("c2")
    _the_sheets_handed_out_are_not_counted_after_all(panel)
    panel.side.close_box.click()
    panel.side.yes.click()
    assert part.moment is part.reveal
    first = workbook.read(rounds_of_check, panel._asked.for_id)[0].newest
    assert (first.ballots, first.people) == (6, 6)
    part.reveal.again_asked.emit()
    assert at() == "ballots_open"
    assert panel.offer.note.isHidden()
    workbook.do(Depart(workbook.read(roll, meeting)[0].id))
    assert "Somebody has left since" in panel.offer.note.text()
    shown.press(Key.Key_Return)
    shown.type("c")
    assert panel.ballot_box.head.people == 5


def test_a_box_that_is_gone_takes_no_digit_and_the_round_is_shown_anew(qtbot, at_desk, workbook):
    shown = show_part(qtbot, at_desk, StagePart, meeting_of(workbook, 6, rating=RatingMethod.PAPER))
    panel, entry = shown.part.ask.round, shown.part.ask.round.entry
    shown.press(Key.Key_Return)
    shown.type("c23")
    shown.host.hide()
    key = QKeyEvent(QEvent.Type.KeyPress, Key.Key_4, NONE, "4")
    assert not shown.part.key(key), "nobody sees where it goes"
    assert panel.ballot_box.many_in == 2
    workbook.boxes.drop(panel.ballot_box)
    shown.host.show()
    assert (panel.ballot_box, panel.offer.isVisible(), entry.isVisible()) == (None, True, False)
    panel.offer.begin.click()
    shown.type("c1")
    assert panel.ballot_box.many_in == 1
    workbook.boxes.drop(panel.ballot_box)
    told = len(shown.said)
    shown.type("2")
    shown.type("33")
    assert "no longer there" in shown.said[told]
    assert (panel.offer.isVisible(), panel.is_busy()) == (True, False)


def _the_sheets_handed_out_are_not_counted_after_all(panel) -> None:
    handed_out = panel.side.handed_out
    _two_enters_do_not_close_a_box_with_a_sheet_missing(panel)
    for value, told in ((13, "7 are missing"), (None, "")):
        handed_out.set_value(value)
        handed_out.committed.emit(value)
        assert panel.ballot_box.handed_out == value
        assert told in panel.side.hint.text() if told else panel.side.hint.isHidden()


def _coming_back_the_keys_are_where_they_can_be_seen(screen) -> None:
    for there in (False, True):
        screen.setVisible(there)
    assert screen.focusWidget() is screen.private.round.question, "the sheet is covered"
    assert screen.focusWidget().isVisible()


def _two_enters_do_not_close_a_box_with_a_sheet_missing(panel) -> None:
    side = panel.side
    for box_field, value in ((side.handed_out, 8), (side.spoilt, 1)):
        box_field.set_value(value)
        box_field.committed.emit(value)
    assert side.many.text() == "7 of 8 sheets: 6 counted, 1 spoilt"
    side.close_box.click()
    assert "1 is missing" in side.question.text()
    QTest.keyClick(focus(), Key.Key_Return)
    assert (panel.ballot_box.many_in, side.is_asking(), at()) == (6, False, "sheet_cells")
    side.spoilt.set_value(0)
    side.spoilt.committed.emit(0)


def test_paper_is_typed_on_the_page_after_the_meeting_and_an_open_box_is_found_there(
    at_desk, show_screen, workbook, check
):
    screen = show_screen(StageCheckScreen(at_desk.desk))
    card = screen.private
    card.more.click()
    assert at() == "ballots_open"
    QTest.keyClick(focus(), Key.Key_Return)
    QTest.keyClicks(focus(), "c")
    QTest.keyClicks(focus(), "2331")
    assert card.round.ballot_box.many_in == 4
    page = screen.page
    _coming_back_the_keys_are_where_they_can_be_seen(screen)
    card.hide()
    other = show_screen(PrivateCardAlone(at_desk.desk, page)).card
    assert other.told.text() == "An open ballot box with 4 ballots."
    assert other.round.isHidden()
    other.more.click()
    QTest.keyClicks(focus(), "c")
    QTest.keyClicks(focus(), "2")
    other.round.side.close_box.click()
    QTest.keyClick(focus(), Key.Key_Return)
    assert workbook.read(rounds_of_check, check)[0].newest.ballots == 5
    assert QApplication.focusWidget() is other.more

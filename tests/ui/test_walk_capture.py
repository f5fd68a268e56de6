# SPDX-License-Identifier: MIT
"""The walk in the real window, by keys alone: ten entries of six kinds, corrections, pastes, the remote."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.walking import Hands, begin_walk, has_focus
from walkthrough.model.commands.partner import AddPartner
from walkthrough.model.queries.entries import entries_at, last_entries
from walkthrough.model.queries.walk import lanes, stations, walk_head
from walkthrough.model.rules.capture import as_draft
from walkthrough.model.words import Kind
from walkthrough.ui.draft_offer import words_in

Key = Qt.Key


@pytest.fixture(scope="module")
def walk_begun(tmp_path_factory, blank_workbook_file):
    path = tmp_path_factory.mktemp("begun") / "walked.walkthrough"
    path.write_bytes(blank_workbook_file.read_bytes())
    begin_walk(path)
    return path


@pytest.fixture
def walked_file(tmp_path, walk_begun):
    path = tmp_path / "walked.walkthrough"
    path.write_bytes(walk_begun.read_bytes())
    return path


@pytest.fixture
def hands(start, walked_file):
    return Hands(start(walked_file, "--screen", "walk"))


@pytest.fixture
def places(hands):
    walk = hands.book.read(walk_head)
    return hands.book.read(stations, walk.id), hands.book.read(lanes, walk.id)


def test_the_line_has_the_focus_from_the_first_second(hands):
    assert has_focus(hands.line.text)


def test_ten_entries_of_six_kinds_cost_no_key_more_than_promised(hands, places):
    rows, across = places
    hands.enter("Same-day call")
    hands.enter("Nurse goes along")
    hands.enter("-Two hotlines")
    hands.enter("No answer after 5 pm")
    hands.enter("=Days to the first visit")
    hands.enter("Only English forms")
    hands.enter("?Jail visits")
    hands.enter("*One form for all")
    hands.type(">Ask the court @c")
    hands.press(Key.Key_Tab, Key.Key_Return)
    hands.type("Peer coach ")
    hands.alt(Key.Key_2)
    hands.press(Key.Key_Return)
    found = hands.book.read(entries_at, rows[0].id).rows
    assert [(row.number, row.kind.value) for row in reversed(found)] == [
        (1, "practice"), (2, "practice"), (3, "barrier"), (4, "barrier"), (5, "indicator"), (6, "barrier"),
        (7, "parked"), (8, "decision"), (9, "next_step"), (10, "barrier"),
    ]  # fmt: skip
    assert found[0].lane_id == across[2].id
    assert found[1].lane_id == across[3].id
    assert hands.screen.place.station.entries.row_count() == 10
    assert hands.said() == "Saved: Barrier #10."
    texts = sum(len(row.text) for row in found) + len(found)  # each with its Enter
    # five marks, three keys for a tag ("@", "c", Tab), one for Alt+2, and the blanks before both tags
    assert hands.keys == texts + 5 + 3 + 1 + 2


def test_backspace_on_the_chip_gives_the_character_back(hands):
    hands.type(">")
    assert hands.line.line.kind is Kind.NEXT_STEP
    hands.press(Key.Key_Backspace)
    hands.enter(" 30 days wait")
    row = hands.last()
    assert (row.kind, row.text) == (Kind.PRACTICE, "> 30 days wait")


def test_a_kind_key_works_at_any_moment(hands):
    hands.type("Two hotlines")
    hands.ctrl(Key.Key_1)
    hands.press(Key.Key_Return)
    assert hands.last().kind is Kind.BARRIER
    assert has_focus(hands.line.text)


def test_alt_and_a_digit_tags_the_lane(hands, places):
    for number in (0, 1, 7):
        hands.type("words")
        hands.alt(Key(Key.Key_0 + number))
        hands.press(Key.Key_Return)
        assert hands.last().lane_id == places[1][number].id


def test_the_pick_list_takes_tab_and_arrows_first_and_escape_closes_it(hands, places):
    hands.type("words @c")
    picker = hands.line.picker
    assert picker.isVisible()
    hands.press(Key.Key_Down, Key.Key_Return)
    assert not picker.isVisible()
    assert (hands.last().text, hands.last().lane_id) == ("words", places[1][4].id)
    hands.type("more @")
    hands.press(Key.Key_Escape)
    assert not picker.isVisible()
    assert hands.line.line.text.endswith("@")


def test_enter_takes_the_marked_lane_and_saves_in_one_go(hands):
    for number, (typed, text, short) in enumerate(
        (
            ("No rides @t", "No rides", "Treatment"),
            ("No rides @h", "No rides", "Health"),
            ("No rides @s", "No rides", "Treatment"),
            ("No rides @3", "No rides", "Child welfare"),
            ("No rides @xyz", "No rides @xyz", ""),
            ("Write to a@b.org", "Write to a@b.org", ""),
        ),
        start=1,
    ):
        hands.enter(f"-{typed}")
        assert (hands.last().number, hands.last().text, hands.last().lane) == (number, text, short)
        assert hands.line.line.is_empty
        assert ("@xyz stays in the words" in hands.said()) is ("@xyz" in text)


def test_a_tag_in_the_middle_leaves_a_later_one_alone(hands):
    hands.type("Mail @nobody")
    hands.press(Key.Key_Home)
    hands.enter("@t")
    assert (hands.last().text, hands.last().lane) == ("Mail @nobody", "Treatment")


def test_a_lane_by_its_key_goes_before_the_marked_one(hands, places):
    hands.type("No rides @t")
    hands.alt(Key.Key_4)
    hands.press(Key.Key_Return)
    assert hands.last().lane_id == places[1][4].id


def test_braces_in_a_tag_are_words(hands):
    hands.enter("Ask @{number}")
    assert hands.last().text == "Ask @{number}"
    assert "@{number} stays" in hands.said()


def test_what_is_half_typed_stays_with_its_station_when_the_remote_moves_on(hands, places):
    rows, _lanes = places
    hands.type("-Two hot")
    hands.press(Key.Key_PageDown)
    assert hands.screen.place.place == rows[1].id
    assert hands.line.chips.station.isVisible()
    assert hands.line.chips.station.text() == f"belongs to: {rows[0].name}"
    hands.enter("lines")
    assert (hands.last().station_id, hands.last().text) == (rows[0].id, "Two hotlines")
    hands.enter("Warm call")
    assert (hands.last().station_id, hands.last().kind) == (rows[1].id, Kind.PRACTICE)
    assert not hands.line.chips.station.isVisible()


def test_page_keys_stop_at_the_ends(hands, places):
    rows, _lanes = places
    hands.press(Key.Key_PageUp)
    assert hands.screen.place.place == rows[0].id
    hands.press(*[Key.Key_PageDown] * (len(rows) + 3))
    assert hands.screen.place.place == rows[-1].id
    assert has_focus(hands.line.text)


def test_up_on_the_empty_line_changes_the_last_entry_and_walks_back(hands):
    hands.enter("first")
    hands.enter("-second")
    hands.press(Key.Key_Up, Key.Key_End)
    hands.enter(" thing")
    assert (hands.at(2).text, hands.at(2).kind) == ("second thing", Kind.BARRIER)
    hands.press(Key.Key_Up, Key.Key_Up)
    assert hands.line.text.value() == "first"
    hands.press(Key.Key_Down)
    assert hands.line.text.value() == "second thing"
    hands.press(Key.Key_Escape)
    assert hands.line.line.is_empty
    hands.enter("third")
    assert hands.at(3).kind is Kind.BARRIER, "changing an entry leaves the lasting kind alone"


def test_up_never_takes_away_what_is_typed(hands):
    hands.enter("first")
    hands.type("half")
    hands.press(Key.Key_Up)
    assert hands.line.text.value() == "half"
    hands.press(Key.Key_Escape)
    assert hands.line.text.value() == "half"


def test_a_number_brings_its_entry_to_the_line_and_its_kind_and_lane_can_change(hands, places):
    hands.enter("first")
    hands.enter("second")
    hands.enter("#1")
    assert hands.line.text.value() == "first"
    hands.ctrl(Key.Key_1)
    hands.alt(Key.Key_4)
    hands.press(Key.Key_Return)
    row = hands.at(1)
    assert (row.kind, row.lane_id, row.text) == (Kind.BARRIER, places[1][4].id, "first")
    assert hands.said() == "Changed: #1."
    hands.ctrl(Key.Key_Z)
    assert hands.at(1).kind is Kind.PRACTICE


def test_a_number_nobody_has_is_said_beside_the_line(hands):
    hands.enter("#99")
    assert hands.line.text.error() == "There is no #99."
    assert hands.line.text.value() == "#99"


def test_pasted_lines_become_entries_of_the_kind_as_one_step(hands, places):
    hands.type("-")
    QApplication.clipboard().setText("- No ride\n2. Two forms\n\n• Nobody calls back\n")
    hands.ctrl(Key.Key_V)
    found = hands.book.read(entries_at, places[0][0].id).rows
    assert [(row.kind, row.text) for row in reversed(found)] == [
        (Kind.BARRIER, "No ride"), (Kind.BARRIER, "Two forms"), (Kind.BARRIER, "Nobody calls back"),
    ]  # fmt: skip
    assert hands.line.line.is_empty
    hands.ctrl(Key.Key_Z)
    assert hands.book.read(entries_at, places[0][0].id).total == 0


def test_pasted_marks_give_their_lines_a_kind_and_the_kinds_are_said(hands, places):
    QApplication.clipboard().setText("Same-day call\n> Ask the court\n? Jail visits\n- A nurse goes along")
    hands.ctrl(Key.Key_V)
    found = hands.book.read(entries_at, places[0][0].id).rows
    assert [row.kind.value for row in reversed(found)] == ["practice", "next_step", "parked", "practice"]
    assert hands.said() == "Saved: 4 entries: 2 effective practices, 1 next step, 1 parked topic."


def test_lines_that_come_past_the_paste_keys_become_entries_too(hands, places):
    hands.line.text.control.insert("No ride\n> Ask the court\nNo nurse")
    found = hands.book.read(entries_at, places[0][0].id).rows
    assert [row.text for row in reversed(found)] == ["No ride", "Ask the court", "No nurse"]
    assert hands.line.text.value() == ""


def test_eight_thousand_words_are_saved_to_the_last(hands):
    words = " ".join(f"word{n}" for n in range(8000))
    QApplication.clipboard().setText(words)
    hands.ctrl(Key.Key_V)
    assert hands.line.draft.text() == f"+{words}\t\t\t"
    hands.press(Key.Key_Return)
    assert hands.last().text == words
    assert hands.line.line.is_empty


def test_a_paste_in_the_middle_of_words_keeps_them(hands, places):
    hands.type("On Mondays ")
    QApplication.clipboard().setText("no ride\nno nurse")
    hands.ctrl(Key.Key_V)
    found = hands.book.read(entries_at, places[0][0].id).rows
    assert [row.text for row in found] == ["no nurse", "On Mondays no ride"]


def test_one_pasted_line_is_text_without_its_bullet(hands):
    QApplication.clipboard().setText(" - No ride ")
    hands.ctrl(Key.Key_V)
    assert hands.line.line.kind is Kind.PRACTICE
    hands.press(Key.Key_Return)
    assert hands.last().text == "No ride"


def test_a_next_step_asks_who_and_by_when_and_says_the_day_in_words(hands, qtbot):
    hands.type(">One form")
    hands.press(Key.Key_Tab)
    assert has_focus(hands.line.who)
    hands.type("J. Cole")
    hands.press(Key.Key_Tab)
    assert has_focus(hands.line.when)
    hands.type("2027-03-01")
    assert "Mar 1, 2027" in hands.line.when.control.accessibleDescription()
    hands.press(Key.Key_Return)
    row = hands.last()
    assert (row.text, row.owner, row.due.isoformat(), row.due_words) == (
        "One form",
        "J. Cole",
        "2027-03-01",
        "",
    )
    assert has_focus(hands.line.text)
    qtbot.waitUntil(hands.line.who.isHidden)
    hands.type(">Another")
    hands.press(Key.Key_Tab, Key.Key_Tab)
    hands.enter("when it thaws")
    assert (hands.last().due, hands.last().due_words) == (None, "when it thaws")


def test_partners_are_offered_for_who(hands):
    hands.book.do(AddPartner(name="Riverbend Clinic", sector="health"))
    hands.screen.refresh()
    offers = hands.line.who.control.completer().model().stringList()
    assert offers == ["Riverbend Clinic"]


def test_shift_enter_opens_a_second_line(hands, qtbot):
    hands.type("No ride")
    hands.press(Key.Key_Return, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert has_focus(hands.line.detail)
    hands.enter("Since the bus line closed")
    assert hands.last().detail == "Since the bus line closed"
    qtbot.waitUntil(hands.line.detail.isHidden)  # what stands around the words follows a moment later
    assert has_focus(hands.line.text)


def test_a_lone_key_of_a_remote_is_no_text_while_live(hands):
    hands.line.is_live = True
    hands.enter(".")
    assert hands.line.line.is_empty
    assert hands.book.read(last_entries) == ()


def test_a_remote_that_sends_a_letter_blanks_after_a_moment_and_a_word_goes_on(hands, qtbot):
    hands.line.is_live = True
    hands.type("b")
    qtbot.waitUntil(lambda: hands.line.line.is_empty, timeout=3000)
    assert hands.said() == "The remote asked for a blank screen."
    hands.enter("bus")
    assert hands.last().text == "bus"


def test_what_was_half_typed_comes_back_after_the_program_ends(hands, start, walked_file):
    hands.type("?Jail visits on")
    keeper = hands.screen.desk.drafts
    keeper.keep_all()
    hands.windows.window.close()
    again = Hands(start(walked_file, "--screen", "walk"))
    assert again.screen.desk.drafts.left
    again.screen.desk.drafts.put_back("walk/capture")
    assert (again.line.line.kind, again.line.text.value()) == (Kind.PARKED, "Jail visits on")
    again.enter(" Sunday")
    assert (again.last().kind, again.last().text) == (Kind.PARKED, "Jail visits on Sunday")


def test_half_typed_words_are_counted_as_people_do(hands):
    for typed, many in (
        *(("-No rides on clinic days", 5), ("- No rides", 2)),
        *(("@cw No rides", 2), ("+Peer coach - 24/7!", 3)),
    ):
        hands.type(typed)
        assert words_in(as_draft(hands.line.line)) == many, typed
        hands.press(Key.Key_Return)


def test_a_saved_entry_leaves_no_draft(hands, qtbot):
    hands.type("No ride")
    keeper = hands.screen.desk.drafts
    keeper.keep_all()
    assert [draft.key for draft in hands.book.drafts.all()] == ["walk/capture"]
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: hands.book.drafts.all() == (), timeout=2000)

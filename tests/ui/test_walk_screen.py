# SPDX-License-Identifier: MIT
"""The walk screen around the line: starting, stations, questions, hand-offs, the map, rows, the room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.walking import Hands, begin_walk, has_focus
from walkthrough.model.queries.entries import count_to_sort, entries_at
from walkthrough.model.queries.walk import lanes, station_page, stations, walk_head
from walkthrough.model.words import Kind, Warmth
from walkthrough.ui.room import Display
from walkthrough.ui.walking.station_list import TO_SORT

Key = Qt.Key
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


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


def test_a_walk_is_started_with_the_arrows_and_enter(start, tmp_path, blank_workbook_file):
    path = tmp_path / "empty.walkthrough"
    path.write_bytes(blank_workbook_file.read_bytes())
    hands = Hands(start(path, "--screen", "walk"))
    panel = hands.screen.start
    hands.press(Key.Key_Down)
    second = panel.chosen_route()
    assert second is hands.screen.desk.shelf.routes[1]
    panel.lanes[second.lanes[2].id].control.click()
    hands.press(Key.Key_Return)
    walk = hands.book.read(walk_head)
    assert walk.route == second.id
    assert walk.family == hands.screen.desk.shelf.families_of(second.id)[0].name
    assert len(hands.book.read(lanes, walk.id)) == len(second.lanes) - 1
    assert has_focus(hands.line.text)
    hands.enter("Same-day call")
    assert hands.last().text == "Same-day call"


def test_undoing_the_start_offers_the_start_again(hands):
    hands.ctrl(Key.Key_Z)
    assert hands.screen.start.isVisible()


def test_the_family_is_always_called_made_up(hands, places):
    view = hands.screen.place.station
    page = hands.book.read(station_page, places[0][0].id)
    assert view.family.words.text() == page.family_line
    assert "made up" in view.family.mark.text()


def test_three_questions_show_and_the_others_are_one_key_away(hands, places):
    panel = hands.screen.place.station.side.prompts
    shown = panel.lines
    assert len(shown()) == 3
    hands.press(Key.Key_F3)
    assert len(shown()) == len(hands.book.read(station_page, places[0][0].id).prompts)
    hands.press(Key.Key_F3)
    shown()[1].tick.control.click()
    page = hands.book.read(station_page, places[0][0].id)
    assert [prompt.asked for prompt in page.prompts[:3]] == [False, True, False]
    hands.press(Key.Key_PageDown, Key.Key_PageUp)
    assert [line.tick.value() for line in shown()] == [False, True, False]


def test_rule_practice_and_gap_are_saved_when_the_field_is_left(hands, places):
    side = hands.screen.place.station.side
    side.rule.control.setFocus()
    hands.type("within 24 hours")
    hands.press(Key.Key_Tab)
    hands.type("days")
    hands.press(Key.Key_Tab, Key.Key_Space)
    page = hands.book.read(station_page, places[0][0].id)
    assert (page.rule, page.practice, page.has_gap) == ("within 24 hours", "days", True)


def test_a_half_typed_field_is_saved_for_its_own_station_when_the_room_moves_on(hands, places):
    side = hands.screen.place.station.side
    side.practice.control.setFocus()
    hands.type("days")
    hands.screen.place.go(places[0][1].id)
    assert hands.book.read(station_page, places[0][0].id).practice == "days"
    assert hands.book.read(station_page, places[0][1].id).practice == ""
    assert side.practice.value() == ""


def test_a_hand_off_shows_its_card_and_keeps_it(hands, places):
    side = hands.screen.place.station.side
    assert not side.hand_off["to_whom"].isVisible()
    hands.press(Key.Key_PageDown)
    assert side.hand_off["to_whom"].isVisible()
    side.hand_off["to_whom"].control.setFocus()
    hands.enter("the nurse")
    side.hand_off["warmth"].control.setFocus()
    hands.press(Key.Key_Down)
    card = hands.book.read(station_page, places[0][1].id).hand_off
    assert (card.to_whom, card.warmth) == ("the nurse", Warmth.NONE)


def test_a_key_leads_to_the_hand_off_card_and_escape_back_to_the_line(hands):
    side = hands.screen.place.station.side
    hands.press(Key.Key_F7)
    assert hands.said() == "There is no hand-off card here. The diamonds on the path have one."
    assert has_focus(hands.line.text)
    hands.press(Key.Key_PageDown, Key.Key_F7)
    first = side.hand_off["from_whom"]
    assert has_focus(first)
    assert side.viewport().rect().contains(first.mapTo(side.viewport(), first.rect().bottomLeft()))
    for back in ((Key.Key_Escape, Qt.KeyboardModifier.NoModifier), (Key.Key_N, CTRL_SHIFT)):
        hands.press(Key.Key_F7)
        hands.press(back[0], modifier=back[1])
        assert has_focus(hands.line.text)


def test_the_hand_off_card_comes_first_and_tab_leaves_the_panel_at_its_end(hands):
    side = hands.screen.place.station.side
    hands.press(Key.Key_PageDown, Key.Key_F7)
    seen = []
    while side.isAncestorOf(QApplication.focusWidget()) and len(seen) < 30:
        seen.append(QApplication.focusWidget().objectName())
        hands.press(Key.Key_Tab)
    assert seen[:9] == list(side.hand_off)
    assert seen[9:] == [*["prompt_asked"] * 3, "more_questions", "rule", "practice", "has_gap"]


def test_a_long_line_of_the_hand_off_card_shows_its_beginning_when_it_is_left(hands):
    hands.press(Key.Key_PageDown, Key.Key_F7)
    hands.type("The nurse of the clinic at the river and whoever stands in for her")
    field = QApplication.focusWidget()
    hands.press(Key.Key_Tab)
    assert field.cursorPosition() == 0


def test_one_lane_alone_says_what_the_others_hold(hands, places):
    rows, across = places
    place = hands.screen.place
    hands.type("-No ride")
    hands.alt(Key.Key_1)
    hands.press(Key.Key_Return)
    place.go_to_cell(rows[0].id, across[2].id)
    assert place.station.entries.row_count() == 0
    short = across[2].short
    assert place.station.filter.text() == f"Only {short}. 1 entry in other lanes. Show all lanes"
    hands.press(Key.Key_F4, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert place.station.entries.row_count() == 1
    assert not place.station.filter.isVisible()


def test_the_own_note_shows_only_where_the_room_cannot_see(hands, places):
    side, room = hands.screen.place.station.side, hands.windows.room
    assert not side.note.isVisible()
    room.see([Display("a", "", (0, 0, 10, 10)), Display("b", "", (10, 0, 10, 10))])
    room.confirm_not_on_wall()
    assert side.note.isVisible()
    side.note.control.setFocus()
    hands.type("call on the liaison")
    hands.line.text.control.setFocus()
    assert hands.book.read(station_page, places[0][0].id).private_note == "call on the liaison"


def test_held_wording_and_owners_are_hidden_until_the_room_cannot_see(hands):
    hands.enter("-About one mother")
    hands.ctrl(Key.Key_H)
    row = hands.screen.place.station.entries.chosen_cells()
    assert row.text == "(wording on hold)"
    assert "mother" not in row.spoken()
    hands.press(Key.Key_Up)
    assert hands.line.line.is_empty, "held words are not brought to the line either"
    hands.windows.room.see([Display("a", "", (0, 0, 10, 10)), Display("b", "", (10, 0, 10, 10))])
    hands.windows.room.confirm_not_on_wall()
    assert hands.screen.place.station.entries.chosen_cells().text == "About one mother"
    hands.ctrl(Key.Key_H)
    assert not hands.last().held


def test_keys_on_the_newest_row_move_it_say_it_again_and_take_it_out(hands, places):
    rows, _lanes = places
    hands.enter("-Two hotlines")
    hands.ctrl(Key.Key_M)
    assert hands.last().said_again == 1
    hands.alt(Key.Key_Right)
    assert hands.last().station_id == rows[1].id
    assert hands.screen.place.station.entries.row_count() == 0
    hands.press(Key.Key_PageDown)
    hands.screen.place.station.entries.setFocus()
    hands.press(Key.Key_Delete)
    assert hands.at(1) is None
    assert has_focus(hands.line.text)
    hands.ctrl(Key.Key_Z)
    assert hands.at(1) is not None
    assert hands.said().startswith("Undone: taking out barrier #1")


def test_two_findings_are_joined_by_their_numbers_without_a_dialog(hands):
    hands.enter("-No ride")
    hands.enter("No bus")
    hands.ctrl(Key.Key_J)
    assert hands.line.text.control.text() == "#2 + #"
    hands.enter("1")
    assert (hands.at(1), hands.at(2).detail) == (None, "#1 No ride")


def test_a_next_step_from_a_barrier_is_linked_to_it(hands):
    hands.enter("-No ride")
    hands.ctrl(Key.Key_Return)
    assert hands.line.chips.answers.text() == "answers #1"
    hands.enter("Ask for a van")
    assert (hands.last().kind, hands.at(1).steps) == (Kind.NEXT_STEP, 1)
    assert hands.line.line.kind is Kind.BARRIER


def test_remove_for_good_asks_once_and_leaves_no_word(hands):
    hands.enter("-Secret words")
    hands.press(Key.Key_Delete, modifier=CTRL_SHIFT)
    assert hands.at(1) is None
    assert hands.windows.answers.said == ["Remove #1 for good?"]
    assert hands.said() == "#1 was removed for good."
    assert has_focus(hands.line.text)


def test_saying_no_removes_nothing(hands):
    hands.enter("-Words")
    hands.windows.answers.yes = False
    hands.press(Key.Key_Delete, modifier=CTRL_SHIFT)
    assert hands.at(1) is not None


def test_what_has_no_lane_is_sorted_with_alt_and_a_digit(hands, places):
    hands.enter("-No ride")
    hands.enter("No bus")
    place = hands.screen.place
    place.list.setFocus()
    hands.press(Key.Key_End)
    assert place.place == TO_SORT
    place.station.entries.setFocus()
    hands.press(Key.Key_Home)
    hands.alt(Key.Key_3)
    assert hands.at(2).lane_id == places[1][3].id
    hands.alt(Key.Key_1)
    assert hands.at(1).lane_id == places[1][1].id
    assert hands.book.read(count_to_sort, hands.book.read(walk_head).id) == 0
    hands.press(Key.Key_PageDown)
    assert place.place == places[0][0].id


@pytest.mark.parametrize("name", ["list", "entries", "map"])
def test_letters_typed_on_a_list_go_to_the_line(hands, name):
    place = hands.screen.place
    hands.enter("-No ride")
    at = place.place
    if name == "map":
        hands.press(Key.Key_F4)
    lists = {"list": place.list, "entries": place.station.entries, "map": place.map.scene.picture}
    lists[name].setFocus()
    hands.type("to Birth: no bus")
    assert has_focus(hands.line.text)
    assert (hands.line.text.value(), place.place) == ("to Birth: no bus", at)


def test_the_map_shows_counts_and_enter_on_a_cell_opens_it(hands, places):
    rows, across = places
    hands.type("-No ride")
    hands.alt(Key.Key_1)
    hands.press(Key.Key_Return)
    hands.press(Key.Key_F4)
    scene = hands.screen.place.map.scene
    assert scene.isVisible()
    says = [shape.say for shape in scene.picture.shapes()]
    assert f"{across[1].name} at {rows[0].name}: 1 barrier, 0 effective practices" in says
    scene.picked.emit(f"{rows[0].id}|{across[1].id}")
    assert not scene.isVisible()
    assert has_focus(hands.line.text)
    hands.enter("No bus")
    assert hands.last().lane_id == across[1].id
    hands.screen.place.show_all_lanes()
    hands.enter("No fuel")
    assert hands.last().lane_id is None
    assert hands.book.read(entries_at, rows[0].id).total == 3


def test_the_map_follows_while_the_room_talks(hands, places):
    hands.press(Key.Key_F4)
    hands.line.text.control.setFocus()
    hands.type("-No ride")
    hands.alt(Key.Key_1)
    hands.press(Key.Key_Return)
    says = [shape.say for shape in hands.screen.place.map.scene.picture.shapes()]
    assert any("1 barrier, " in say for say in says)


def test_a_station_says_itself_whole_to_a_screen_reader(hands):
    hands.enter("-No ride")
    item = hands.screen.place.list.item(0)
    spoken = item.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Station 1, Before pregnancy: 1 barrier, 0 effective practices. 0 of 3 questions asked."


def test_a_narrow_window_lets_entries_and_questions_take_turns(hands, qtbot):
    place = hands.screen.place
    hands.windows.window.resize(760, 614)
    qtbot.waitUntil(place.station.is_narrow)
    assert not place.list.isVisible()
    assert place.station.entries.isVisible()
    assert not place.station.side.isVisible()
    place.station.turn.click()
    assert place.station.side.isVisible()
    assert not place.station.entries.isVisible()


def test_a_narrow_window_still_names_the_station_and_leads_to_the_others(hands, qtbot, places):
    place, rows = hands.screen.place, places[0]
    assert not place.station.stations.isVisible()
    hands.windows.window.resize(760, 614)
    qtbot.waitUntil(place.station.is_narrow)
    assert place.station.title.text() == rows[0].name
    assert place.station.title.isVisible()
    field = hands.line.text.control
    assert field.fontMetrics().horizontalAdvance(field.placeholderText()) < field.width()
    hands.press(Key.Key_F6, Key.Key_F6)
    assert QApplication.focusWidget() is place.station.stations
    menu = place.list.menu_for(place.station.stations)
    assert [entry.text() for entry in menu.actions()] == [f"{n}  {row.name}" for n, row in enumerate(rows, 1)]
    menu.actions()[3].trigger()
    assert place.place == rows[3].id
    assert place.station.stations.text() == f"4 of {len(rows)}"


def test_another_page_can_send_the_room_to_a_station_or_an_entry(hands, places):
    hands.enter("-No ride")
    hands.screen.show_for(station_id=places[0][3].id)
    assert hands.screen.place.place == places[0][3].id
    hands.screen.show_for(number=1)
    assert hands.line.text.value() == "No ride"


def test_nothing_half_typed_is_on_the_screen_of_anyone_else(hands, places):
    hands.type("-About one mother")
    assert hands.book.read(entries_at, places[0][0].id).total == 0
    assert QApplication.focusWidget() is hands.line.text.control


def test_tab_walks_the_whole_page_in_reading_order_and_comes_back(hands):
    seen = []
    for _step in range(20):
        hands.press(Key.Key_Tab)
        seen.append(QApplication.focusWidget().objectName())
        if seen[-1] == "capture":
            break
    inside = [
        name for name in seen if name in ("stations", "prompt_asked", "more_questions", "rule", "practice")
    ]
    assert inside == ["stations", *["prompt_asked"] * 3, "more_questions", "rule", "practice"]
    assert seen[-1] == "capture"

# SPDX-License-Identifier: MIT
"""Choosing in a live meeting, by keys: themes typed, dots counted, weighed, fist to five."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui.live_parts import show_part, texts
from walkthrough.model.commands.choose import SetDots, SetVotes
from walkthrough.model.commands.entry import HoldEntry, RecordEntry
from walkthrough.model.commands.finding import MakeTheme
from walkthrough.model.commands.meeting import PlanMeeting
from walkthrough.model.commands.roll import CameUnnamed
from walkthrough.model.commands.walk import StartWalk
from walkthrough.model.content import load_shelf
from walkthrough.model.queries.choosing import choosing_rules, fists_of, themes_of
from walkthrough.model.queries.entries import entry_by_number
from walkthrough.model.queries.walk import stations, walk_head
from walkthrough.model.showing import Call, Showing
from walkthrough.model.words import AgendaKind, Kind
from walkthrough.ui.screens.live.choose_part import ChoosePart

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CONTENT = Path(__file__).parents[2] / "resources" / "content"


@pytest.fixture
def room(workbook):
    """A walk with eight barriers at two stations, and a meeting with four people; returns its key."""
    shelf = load_shelf(CONTENT, "en")
    route = shelf.route("five-points")
    workbook.do(StartWalk(route, shelf.general_prompts, shelf.families_of(route.id)[0]))
    walk = workbook.read(walk_head)
    places = workbook.read(stations, walk.id)
    for n in range(8):
        text = "No answer after five" if n in (0, 1) else f"Barrier {n} of this walk"
        workbook.do(RecordEntry(Kind.BARRIER, text, walk.id, places[n % 2].id))
    plan = PlanMeeting(date(2026, 11, 24), {"walk_id": walk.id})
    workbook.do(plan)
    for _ in range(4):
        workbook.do(CameUnnamed(plan.id, None))
    return plan.id


@pytest.fixture
def walk_id(workbook, room):
    return workbook.read(choosing_rules, room).walk_id


def themes(workbook, walk_id):
    return workbook.read(themes_of, walk_id)


def numbers(workbook, walk_id):
    return [[mark.number for mark in row.findings] for row in themes(workbook, walk_id)]


def first_numbers(workbook):
    return [
        n for n in range(1, 40) if (row := workbook.read(entry_by_number, n)) and row.kind is Kind.BARRIER
    ]


def shown(qtbot, at_desk, room, moment, showing=None, *, safe=False):
    part = show_part(qtbot, at_desk, ChoosePart, room, showing, safe=safe)
    part.part.go(moment)
    return part


def test_page_down_goes_on_through_the_moments_and_stops_at_the_last(qtbot, at_desk, room):
    part = show_part(qtbot, at_desk, ChoosePart, room)
    seen = [part.part.switch.marked()]
    for _ in range(8):
        part.part.page(1)  # the registry's Page Down, which works in the line too
        seen.append(part.part.switch.marked())
    assert seen[0] == 0
    assert seen[-1] == 4
    assert sorted(seen) == seen
    assert not part.part.page(1)


def test_alike_findings_are_joined_by_one_key(qtbot, at_desk, room, workbook):
    part = shown(qtbot, at_desk, room, 0)
    across = part.part.across
    assert part.part.showing().call is Call.LOOK_ACROSS
    alike = next(row for row in texts(across.list) if "No answer" in row)
    assert across.list.choose(str([row.text for row in across._rows].index(alike)))
    part.host.ask("entry.merge")
    kept, gone = first_numbers(workbook)[0], 2
    assert workbook.read(entry_by_number, kept).said_again == 1
    assert len(first_numbers(workbook)) == 7, gone


def test_looking_across_says_its_page_and_its_keys(qtbot, at_desk, room):
    part = shown(qtbot, at_desk, room, 0)
    across = part.part.across
    told = " ".join(label.text() for label in across.findChildren(QLabel) if label.isVisible())
    assert all(key in told for key in ("Ctrl+J", "Page Down", "Ctrl+G"))
    assert across.page_words.text().startswith("Page 1 of ")
    part.part.page(1)
    assert across.page_words.text().startswith("Page 2 of ")


def test_a_theme_of_alike_findings_begins_where_the_room_looks_across(
    qtbot, at_desk, room, workbook, walk_id
):
    part = shown(qtbot, at_desk, room, 0)
    across = part.part.across
    alike = next(row for row in across._rows if row.what == "alike")
    across.list.choose(str(across._rows.index(alike)))
    part.host.ask("entry.theme")
    assert QApplication.focusWidget() is part.part.themes.line.control
    part.write("Phones")
    assert numbers(workbook, walk_id) == [list(alike.numbers)]


def test_a_theme_is_typed_as_a_name_and_numbers(qtbot, at_desk, room, workbook, walk_id):
    part = shown(qtbot, at_desk, room, 1)
    one, two, three = first_numbers(workbook)[:3]
    part.write(f"Phones after five {one} #{two}")
    assert [row.name for row in themes(workbook, walk_id)] == ["Phones after five"]
    assert numbers(workbook, walk_id) == [[one, two]]
    assert part.part.themes.line.value() == ""
    part.write(f"Forms {three}")
    assert numbers(workbook, walk_id) == [[one, two], [three]]


def test_a_number_that_is_no_finding_is_said_beside_the_line_and_nothing_is_lost(
    qtbot, at_desk, room, workbook, walk_id
):
    part = shown(qtbot, at_desk, room, 1)
    part.write("Phones 999")
    assert themes(workbook, walk_id) == ()
    assert "#999" in part.part.themes.line.error()
    assert part.part.themes.line.value() == "Phones 999"


def test_one_key_makes_themes_of_the_loudest_barriers_while_there_are_none(
    qtbot, at_desk, room, workbook, walk_id
):
    part = shown(qtbot, at_desk, room, 1)
    button = part.part.themes.loudest
    assert button.isVisible()
    button.setFocus()
    part.press(Key.Key_Return)
    assert len(themes(workbook, walk_id)) == 8
    assert not button.isVisible()


def test_themes_are_named_anew_put_in_order_and_taken_out(qtbot, at_desk, room, workbook, walk_id):
    for name in ("Phones", "Forms", "Rides"):
        workbook.do(MakeTheme(walk_id, name))
    part = shown(qtbot, at_desk, room, 1)
    part.press(Key.Key_2)
    part.host.ask("entry.up")
    assert [row.name for row in themes(workbook, walk_id)] == ["Forms", "Phones", "Rides"]
    part.press(Key.Key_F2)
    part.write("One form")
    assert [row.name for row in themes(workbook, walk_id)] == ["One form", "Phones", "Rides"]
    part.press(Key.Key_3)
    part.press(Key.Key_Delete)
    assert [row.name for row in themes(workbook, walk_id)] == ["One form", "Phones"]


def test_enter_puts_a_finding_under_the_marked_theme_and_takes_it_out(
    qtbot, at_desk, room, workbook, walk_id
):
    workbook.do(MakeTheme(walk_id, "Phones"))
    part = shown(qtbot, at_desk, room, 1)
    findings, first = part.part.themes.findings, workbook.read(entry_by_number, first_numbers(workbook)[0])
    findings.setFocus()
    assert findings.choose(first.id)
    part.press(Key.Key_Return)
    assert numbers(workbook, walk_id) == [[first.number]]
    assert findings.choose(first.id)
    part.press(Key.Key_Return)
    assert numbers(workbook, walk_id) == [[]]


@pytest.fixture
def voting(workbook, room, walk_id):
    for name in ("Phones", "Forms", "Rides"):
        workbook.do(MakeTheme(walk_id, name))
    return room


def test_dots_are_typed_enter_goes_on_and_one_key_shows_the_totals(qtbot, at_desk, voting, workbook, walk_id):
    part = shown(qtbot, at_desk, voting, 2)
    dots = part.part.dots
    part.type("1")
    part.type("2")
    part.press(Key.Key_Return)
    part.type("0")
    part.press(Key.Key_Return)
    part.type("3")
    assert [row.votes for row in themes(workbook, walk_id)] == [0, 0, 0], "nothing is written while counting"
    assert part.part.showing().call is Call.NONE
    assert "15 dots for 4 people, 3 dots each: 12 in all." in dots.total.text()
    assert "3 more" in dots.note.text()
    part.press(Key.Key_Return)
    assert QApplication.focusWidget() is dots.show_totals
    part.press(Key.Key_Return)
    assert [row.votes for row in themes(workbook, walk_id)] == [12, 0, 3]
    showing = part.part.showing()
    assert (showing.call, showing.revealed) == (Call.TOTALS, True)


def test_all_totals_are_one_step_to_undo(qtbot, at_desk, voting, workbook, walk_id):
    part = shown(qtbot, at_desk, voting, 2)
    part.type("4")
    part.press(Key.Key_Down)
    part.type("5")
    part.part.dots.show_totals.click()
    assert [row.votes for row in themes(workbook, walk_id)] == [4, 5, 0]
    workbook.undo()
    assert [row.votes for row in themes(workbook, walk_id)] == [0, 0, 0]


def test_a_count_left_half_done_is_kept_but_not_shown(qtbot, at_desk, voting, workbook, walk_id):
    part = shown(qtbot, at_desk, voting, 2)
    part.type("7")
    part.part.leave()
    assert themes(workbook, walk_id)[0].votes == 7
    assert not part.part.showing().revealed


def test_backspace_takes_a_figure_back_and_a_number_is_typed_anew_when_its_row_is_reached(
    qtbot, at_desk, voting
):
    part = shown(qtbot, at_desk, voting, 2)
    counts = part.part.dots.list
    part.type("12")
    part.press(Key.Key_Backspace)
    assert next(iter(counts.counts().values())) == 1
    part.press(Key.Key_Down, Key.Key_Up)
    part.type("9")
    assert next(iter(counts.counts().values())) == 9
    part.press(Key.Key_Delete)
    assert counts.is_blank()


def test_dots_for_each_and_how_they_are_placed_are_set_here(qtbot, at_desk, voting, workbook):
    part = shown(qtbot, at_desk, voting, 2)
    part.part.dots.dots.control.buttons()[4].click()
    part.part.dots.way.control.buttons()[1].click()
    rules = workbook.read(choosing_rules, voting)
    assert (rules.dots, rules.is_private) == (5, True)
    assert "Private" in part.part.dots.way_words.text()


def test_counts_of_a_private_vote_stay_unseen_in_a_room_that_can_see_this_window(
    qtbot, at_desk, voting, workbook
):
    workbook.do(SetDots(voting, 3, True))
    part = shown(qtbot, at_desk, voting, 2, safe=True)
    part.type("8")
    part.press(Key.Key_Return)
    part.type("1")
    listed = part.part.dots.list.model()
    spoken = listed.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "8" not in spoken
    assert "Counted" in spoken


def test_a_count_broken_off_by_a_crash_comes_back(qtbot, at_desk, voting):
    drafts = at_desk.desk.drafts
    part = shown(qtbot, at_desk, voting, 2)
    part.type("6")
    left = part.part.dots.list.draft.text()
    drafts.ignore("live/dots")
    drafts.left["live/dots"] = left
    drafts.put_back("live/dots")  # as the offer to go on does, before the part is made
    again = shown(qtbot, at_desk, voting, 2)
    assert list(again.part.dots.list.counts().values()) == [6, None, None]


def test_two_digits_weigh_a_theme_and_go_on_to_the_next(qtbot, at_desk, voting, workbook, walk_id):
    part = shown(qtbot, at_desk, voting, 3)
    part.type("52")
    part.type("41")
    weights = [(row.impact, row.effort) for row in themes(workbook, walk_id)]
    assert weights == [(5, 2), (4, 1), (None, None)]
    assert part.part.showing().call is Call.WEIGHED


def test_a_first_digit_is_forgotten_by_zero_and_by_another_theme(qtbot, at_desk, voting, workbook, walk_id):
    part = shown(qtbot, at_desk, voting, 3)
    part.type("5")
    part.type("0")
    part.type("3")
    part.press(Key.Key_Down)
    part.type("24")
    weights = [(row.impact, row.effort) for row in themes(workbook, walk_id)]
    assert weights == [(None, None), (2, 4), (None, None)]


def test_six_counts_make_a_fist_to_five_and_the_rule_is_said(qtbot, at_desk, voting, workbook):
    part = shown(qtbot, at_desk, voting, 4)
    for many in (0, 1, 0, 2, 1, 0):
        part.type(str(many))
        part.press(Key.Key_Return)
    assert QApplication.focusWidget() is part.part.fist.count
    part.press(Key.Key_Return)
    [fist] = workbook.read(fists_of, voting)
    assert fist.counts == (0, 1, 0, 2, 1, 0)
    assert "Hear" in part.part.fist.outcome.text()
    showing = part.part.showing()
    assert (showing.call, showing.at) == (Call.FIST, fist.id)


def test_more_fists_than_people_are_told_and_counted_all_the_same(qtbot, at_desk, voting, workbook):
    part = shown(qtbot, at_desk, voting, 4)
    fist = part.part.fist
    part.type("324")
    assert fist.list.counts()["0"] == 32
    assert "32 hands for 4 people here" in fist.mismatch.text()
    assert fist.mismatch.isVisible()
    fist.count.click()
    [found] = workbook.read(fists_of, voting)
    assert found.counts == (32, 0, 0, 0, 0, 0)


def test_a_question_being_typed_never_reaches_the_wall(qtbot, at_desk, voting):
    part = shown(qtbot, at_desk, voting, 4)
    part.part.fist.question.control.setFocus()
    part.type("Shall we go on?")
    assert part.part.showing() == Showing(voting, AgendaKind.CHOOSE)


def test_it_goes_on_where_the_totals_were_shown(qtbot, at_desk, voting, workbook, walk_id):
    workbook.live_meeting = voting
    workbook.do(SetVotes(voting, {row.id: 2 for row in themes(workbook, walk_id)}))
    left = Showing(voting, AgendaKind.CHOOSE, call=Call.TOTALS, revealed=True)
    part = show_part(qtbot, at_desk, ChoosePart, voting, left)
    assert part.part.switch.marked() == 2
    assert part.part.showing() == left


def test_held_words_stay_out_of_a_window_that_the_room_can_see(qtbot, at_desk, voting, workbook):
    first = workbook.read(entry_by_number, first_numbers(workbook)[2])
    workbook.do(HoldEntry(Kind.BARRIER, first.id))
    part = shown(qtbot, at_desk, voting, 1, safe=True)
    assert not any(first.text in text for text in texts(part.part.themes.findings))
    part.part.set_room_safe(False)
    assert any(first.text in text for text in texts(part.part.themes.findings))

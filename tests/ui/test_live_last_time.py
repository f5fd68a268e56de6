# SPDX-License-Identifier: MIT
"""Last time's promises in a live meeting: one key each, then a note if there is one."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.ui.live_parts import Key, at, plan_meeting, show_part, texts
from walkthrough.model.commands.entry import HoldEntry, RecordEntry
from walkthrough.model.commands.partner import AddPartner, EditPartner
from walkthrough.model.commands.plan import AddNextStep, EditNextStep
from walkthrough.model.queries.meetings import parked_topics
from walkthrough.model.queries.plan import next_step, notes_of
from walkthrough.model.queries.promises import promises_of
from walkthrough.model.words import Kind, ParkedState, StepState
from walkthrough.ui.screens.live.last_time_part import LastTimePart

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def today(at_desk):
    return at_desk.desk.clock.today()


@pytest.fixture
def before(workbook, today):
    return plan_meeting(workbook, today - timedelta(days=90))


@pytest.fixture
def meeting(workbook, today, before):
    return plan_meeting(workbook, today)


@pytest.fixture
def promises(workbook, before, today):
    """Seven of one agency, the first the longest overdue."""
    health = AddPartner("Health", "health")
    workbook.do(health)
    made = [
        AddNextStep(
            f"Promise {n}",
            {
                "meeting_id": before,
                "due": today - timedelta(days=20 - n),
                "owner": "R. Diaz",
                "owner_partner_id": health.id,
            },
        )
        for n in range(7)
    ]
    for command in made:
        workbook.do(command)
    return [command.id for command in made]


@pytest.fixture
def shown(qtbot, at_desk, meeting, promises):
    return show_part(qtbot, at_desk, LastTimePart, meeting)


def state(shown, key):
    return shown.book.read(next_step, key).state


@pytest.mark.parametrize(
    ("key", "becomes"),
    [
        (Key.Key_1, StepState.DONE),
        (Key.Key_2, StepState.UNDER_WAY),
        (Key.Key_3, StepState.STUCK),
        (Key.Key_4, StepState.DROPPED),
    ],
)
def test_one_key_says_how_a_promise_stands_and_it_is_saved_at_once(shown, promises, meeting, key, becomes):
    shown.press(key)
    assert state(shown, promises[0]) is becomes
    assert at() == "promise_note"
    assert shown.book.read(promises_of, meeting)[0].is_told


def test_the_keys_are_told_as_keys_and_nothing_is_counted_that_is_not_there(shown, promises):
    assert shown.part.view.keys.text() == "Keys: 1 done, 2 under way, 3 stuck, 4 dropped."
    assert "told today" not in shown.part.view.counts.text()
    shown.press(Key.Key_1, Key.Key_Return)
    assert "1 told today" in shown.part.view.counts.text()


def test_for_what_is_done_the_note_is_the_proof(shown, promises):
    shown.press(Key.Key_1)
    shown.write("Signed by three agencies")
    row = shown.book.read(next_step, promises[0])
    assert (row.state, row.proof) == (StepState.DONE, "Signed by three agencies")
    assert shown.part.list.chosen_id() == promises[1]


def test_an_empty_proof_reads_no_proof_noted(shown, promises):
    shown.press(Key.Key_1, Key.Key_Return)
    shown.part.list.choose(promises[0])
    assert "no proof noted" in shown.part.list.chosen_cells().detail


def test_the_note_completes_what_the_key_wrote(shown, promises, meeting):
    shown.press(Key.Key_3)
    shown.write("Union rules")
    notes = shown.book.read(notes_of, promises[0])
    assert [(note.state, note.text) for note in notes] == [(StepState.STUCK, "Union rules")]


def test_esc_leaves_the_note_and_keeps_the_state(shown, promises):
    shown.press(Key.Key_3)
    shown.type("Un")
    shown.press(Key.Key_Escape)
    assert state(shown, promises[0]) is StepState.STUCK
    assert [note.text for note in shown.book.read(notes_of, promises[0])] == [""]
    assert shown.part.list.hasFocus()


def test_a_half_typed_note_is_kept_when_the_part_is_left(shown, promises):
    shown.press(Key.Key_3)
    shown.type("Union")
    shown.part.leave()
    assert [note.text for note in shown.book.read(notes_of, promises[0])] == ["Union"]


def test_page_down_shows_the_next_five_and_the_wall_goes_along(shown, promises):
    assert len(texts(shown.part.list)) == 5
    shown.press(Key.Key_PageDown)
    assert texts(shown.part.list) == ["Promise 5", "Promise 6"]
    assert shown.host.walls[-1].page == 1
    assert not shown.part.page(1)
    shown.press(Key.Key_PageUp)
    assert shown.part.showing().page == 0


def test_after_the_last_of_a_page_comes_the_first_of_the_next(shown, promises):
    for _promise in range(5):
        shown.press(Key.Key_2, Key.Key_Return)
    assert shown.part.showing().page == 1
    assert shown.part.list.chosen_id() == promises[5]
    assert shown.host.ended == []
    for _promise in range(2):
        shown.press(Key.Key_2, Key.Key_Return)
    assert shown.host.ended == ["finished"]


def test_down_and_up_choose_a_row(shown, promises):
    shown.press(Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_1)
    assert state(shown, promises[1]) is StepState.DONE
    assert state(shown, promises[0]) is StepState.NOT_STARTED


def test_a_key_is_taken_back_by_one_undo(shown, promises):
    shown.press(Key.Key_1, Key.Key_Return)
    shown.book.undo()
    assert state(shown, promises[0]) is StepState.NOT_STARTED


def spoken(shown):
    """All that a screen reader hears of the rows on this page."""
    rows = shown.part.list
    return " ".join(rows.model().cells_at(n).spoken() for n in range(rows.row_count()))


def test_names_and_held_wording_are_away_while_the_room_can_see(shown, promises):
    assert "R. Diaz" in spoken(shown)
    shown.book.do(HoldEntry(Kind.NEXT_STEP, promises[0]))
    shown.part.set_room_safe(True)
    shown.press(Key.Key_PageDown)
    assert "R. Diaz" not in spoken(shown)
    assert "Promise 0" not in spoken(shown)
    assert "Health" in spoken(shown)


def test_a_step_whose_agency_has_left_is_marked_with_words(shown, promises):
    partner = shown.book.read(next_step, promises[0]).owner_partner_id
    assert "who takes it on?" not in spoken(shown)
    shown.book.do(EditPartner(partner, {"has_left": True}))
    shown.part.set_room_safe(True)
    assert "who takes it on?" in spoken(shown)


def test_a_room_safe_picture_is_the_same_with_and_without_a_name(qtbot, at_desk, meeting, promises):
    shown = show_part(qtbot, at_desk, LastTimePart, meeting, safe=True)
    before = shown.part.grab().toImage()
    shown.book.do(
        EditNextStep(promises[0], {"owner": "", "private_note": "Do not push her", "needs": "Money"})
    )
    assert shown.part.grab().toImage() == before


@pytest.fixture
def topics(workbook, before):
    made = [RecordEntry(Kind.PARKED, text, meeting_id=before) for text in ("Jail visits", "Car seats")]
    for command in made:
        workbook.do(command)
    return [command.entry_id for command in made]


def topic(shown, key):
    return next(row for row in shown.book.read(parked_topics) if row.id == key)


def test_a_topic_carried_over_is_settled_with_what_came_of_it(qtbot, at_desk, meeting, topics):
    shown = show_part(qtbot, at_desk, LastTimePart, meeting)
    assert shown.part.parked.list.hasFocus(), "with no promise due the topics have the keys"
    shown.press(Key.Key_1)
    shown.write("The sheriff sends a list")
    row = topic(shown, topics[0])
    assert (row.state, row.outcome) == (ParkedState.SETTLED, "The sheriff sends a list")
    assert shown.part.parked.list.chosen_id() == topics[1]


def test_topics_are_dropped_or_kept_by_one_key(qtbot, at_desk, meeting, topics):
    shown = show_part(qtbot, at_desk, LastTimePart, meeting)
    assert shown.part.parked.waiting() == 2
    shown.press(Key.Key_2, Key.Key_3)
    assert topic(shown, topics[0]).state is ParkedState.DROPPED
    assert topic(shown, topics[1]).state is ParkedState.OPEN
    assert shown.part.parked.waiting() == 0

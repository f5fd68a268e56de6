# SPDX-License-Identifier: MIT
"""The whole job through the real window, by keys alone: from an empty Home to a printed action plan.

It states the keys used (`pytest -s`) and holds them down. The parts of the job stand in job_parts.py.
"""

from __future__ import annotations

import page
import pytest

from tests.in_pdfium import text_in
from tests.journeys import job_parts as job
from tests.journeys.keys import Fingers, Key, focus, wait_until
from walkthrough.model.queries.entries import entry_by_number
from walkthrough.model.queries.indicators import indicators
from walkthrough.model.queries.overview import head
from walkthrough.model.queries.plan import goals, next_steps
from walkthrough.model.queries.stage import check_heads, check_page
from walkthrough.model.queries.walk import lanes, station_page, stations, walk_head
from walkthrough.model.rules.stages import Standing
from walkthrough.model.store.integrity import check
from walkthrough.model.words import Agreement, Kind, Proof, Warmth
from walkthrough.model.workbook import Workbook

AT_MOST = {
    "a new workbook": 2,
    "start the walk": 2,
    "ten entries": 23,
    "a hand-off": 8,
    "correct, undo, redo": 7,
    "begin the stage check": 2,
    "four criteria": 32,
    "the agreed stage": 8,
    "a goal": 6,
    "an indicator": 13,
    "three points": 7,
    "three next steps": 12,
    "export the plan": 2,
}
"""The keys beyond words that each part may cost."""


@pytest.mark.timeout(120)
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_from_an_empty_home_to_a_printed_plan_by_keys_alone(start, tmp_path):
    windows = start()
    windows.answers.path = tmp_path / "The plan, printed.pdf"
    hand = Fingers(windows.window)
    job.make_a_workbook(hand)
    path = windows.frame.opened.workbook.path
    job.start_the_walk(hand)
    extra = job.write_ten_entries(hand)
    job.fill_a_hand_off(hand)
    job.correct_undo_and_redo(hand)
    job.answer_four_criteria(hand)
    job.agree_on_a_stage(hand)
    job.add_a_goal_and_an_indicator(hand)
    job.plan_three_steps(hand)
    job.export_the_plan(hand)
    print(f"\n{hand.table()}\n{job.told(extra)}")

    assert extra == job.PROMISED
    over = [part for part in hand.parts if part.keys and part.beyond > AT_MOST[part.name]]
    assert not over, over
    the_plan_is_on_paper(windows)
    the_workbook_holds_it_all(windows.frame.opened.workbook)
    hand.ctrl(Key.Key_W)
    assert check(path).sound, check(path).faults
    opened_again_everything_is_there(windows, hand)


def the_plan_is_on_paper(windows) -> None:
    written = windows.answers.path
    assert wait_until(lambda: windows.window.status.said() == f"{written.name} is written.", 60)
    assert not page.validate_pdf(str(written), profile="ua1").failures
    text = text_in(written)
    for step in job.STEPS:
        assert step.what in text
        assert step.who in text
    assert job.NAME in text


def opened_again_everything_is_there(windows, hand: Fingers) -> None:
    assert windows.frame.opened is None
    assert focus().objectName() == "workbooks"
    hand.press(Key.Key_Return)
    assert wait_until(lambda: windows.frame.opened is not None)
    the_workbook_holds_it_all(windows.frame.opened.workbook)


def the_workbook_holds_it_all(book: Workbook) -> None:
    assert book.read(head).name == job.NAME
    the_walk_holds(book)
    the_stage_check_holds(book)
    the_indicator_holds(book)
    the_plan_holds(book)


def the_walk_holds(book: Workbook) -> None:
    walk = book.read(walk_head)
    assert (walk.route, walk.family) == ("five-points", "The Harper family")
    rows = [book.read(entry_by_number, number) for number in range(1, len(job.ENTRIES) + 1)]
    places, across = book.read(stations, walk.id), book.read(lanes, walk.id)
    for row, entry in zip(rows, job.ENTRIES, strict=True):
        lane = across[entry.lane].id if entry.lane else None
        words = entry.words + (job.CORRECTION if row.number == 4 else "")
        assert (row.text, row.lane_id) == (words, lane)
        assert row.station_id == places[entry.station].id
    assert {row.kind for row in rows} == set(Kind)
    card = book.read(station_page, places[1].id).hand_off
    assert (card.from_whom, card.to_whom) == job.HAND_OFF[:2]
    assert (card.warmth, card.what_travels) == (Warmth.NONE, job.HAND_OFF[2])


def the_stage_check_holds(book: Workbook) -> None:
    heads = book.read(check_heads)
    found = book.read(check_page, heads[0].id)
    statements = found.dimensions[0].criteria
    assert [row.standing for row in statements] == [Standing.MET] * 4
    kinds = [row.evidence[0].shown.proof for row in statements]
    assert kinds == [Proof.DOCUMENT, Proof.EXAMPLE, Proof.COUNT, Proof.EVENT]
    assert (found.agreement, found.agreed_stage) == (Agreement.STAGE, 2)
    assert found.agreed_reason == job.REASON


def the_indicator_holds(book: Workbook) -> None:
    row = next(row for row in book.read(indicators) if row.name == job.INDICATOR)
    assert [goal.text for goal in book.read(goals)] == [job.GOAL]
    assert (row.goal, row.baseline, row.target) == (job.GOAL, 21, 7)
    assert [point.value for point in row.points] == [21, 18, 14]


def the_plan_holds(book: Workbook) -> None:
    steps = {step.what: step for step in book.read(next_steps)}
    for step in job.STEPS:
        assert steps[step.what].owner == step.who
        assert steps[step.what].due is not None
    answered = steps[job.STEPS[0].what].findings
    assert [mark.text for mark in answered] == [job.ENTRIES[2].words]

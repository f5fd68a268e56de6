# SPDX-License-Identifier: MIT
"""Sixty entries typed without a pause in a live meeting while the stations change underneath.

None is lost, none lies at another station than the one where its first letter was typed, and their numbers
follow the order in which they were said.
"""

from __future__ import annotations

import random
import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.journeys.keys import Fingers, Key, wait_until
from walkthrough.model.queries.entries import entry_by_number, last_entries
from walkthrough.model.queries.walk import lanes, walk_head
from walkthrough.model.words import FINDING_KINDS, AgendaKind, Kind
from walkthrough.ui.wall.projection import WallState

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "propagateSizeHints")
MANY = 60
MARKS = {
    Kind.BARRIER: "-",
    Kind.PRACTICE: "+",
    Kind.INDICATOR: "=",
    Kind.NEXT_STEP: ">",
    Kind.PARKED: "?",
    Kind.DECISION: "*",
}


@pytest.fixture
def page(start, tmp_path, sample_workbook_file):
    """The walk of a live meeting, with the audience window open."""
    windows = start(shutil.copyfile(sample_workbook_file, tmp_path / "county.walkthrough"))
    windows.hand = Fingers(windows.window)
    windows.hand.ctrl(Key.Key_L)
    live = windows.window.stack.page
    live.show_for(part=AgendaKind.WALK)
    live.desk.projection.start()
    assert wait_until(lambda: live.desk.projection.state is WallState.LIVE)
    assert wait_until(lambda: QApplication.focusWidget() is live.part().line.text.control)
    return live


def test_sixty_entries_at_talking_speed_are_all_there_in_order_and_in_their_place(page):
    book, part = page.desk.workbook, page.part()
    across = [lane for lane in book.read(lanes, book.read(walk_head).id) if 0 < lane.pos < 10]
    first = book.read(lambda c: c.exec_driver_sql("select next from number_series").scalar_one())
    chance, expected = random.Random(60), []
    for number in range(MANY):
        kind, lane = chance.choice(list(MARKS)), chance.choice([None, *across])
        words, here = f"entry number {number} of many", part.place.place
        _type(MARKS[kind] + words[:6])
        if number % 4 == 1:  # the remote, in the middle of a word; at the end it leads back
            _remote(part)
        if lane is not None:
            QTest.keyClick(_line(), Key(Key.Key_0 + lane.pos), Qt.KeyboardModifier.AltModifier)
        _type(words[6:])
        if number % 7 == 3:
            _remote(part)
        QTest.keyClick(_line(), Key.Key_Return)
        expected.append((kind, words, here, lane.id if lane else None))
    found = [book.read(entry_by_number, first + number) for number in range(MANY)]
    assert [(row.kind, row.text, row.station_id, row.lane_id) for row in found] == expected
    assert book.read(last_entries)[0].number == first + MANY - 1
    assert len({place for _kind, _words, place, _lane in expected}) == len(part.place.stations) >= 3
    assert {kind for kind, *_rest in expected} >= {*FINDING_KINDS, Kind.NEXT_STEP, Kind.PARKED}
    assert {row.meeting_id for row in _findings(book, found)} == {book.live_meeting}


def test_what_the_presenter_sees_at_the_end_is_what_the_file_holds(page):
    book, part = page.desk.workbook, page.part()
    for number in range(12):
        _type(f"-quick {number}")
        if number == 5:
            _remote(part)
        QTest.keyClick(_line(), Key.Key_Return)
    shown = part.place.station.entries
    at = part.place.place
    told = [row for row in part.place.station.rows.values() if row.text.startswith("quick")]
    assert [row.text for row in told] == [f"quick {number}" for number in range(11, 5, -1)]
    part.place.show_walk(part.place.walk)
    assert part.place.place == at
    read = [row for row in part.place.station.rows.values() if row.text.startswith("quick")]
    assert read == told
    assert shown.row_count() == part.place.station.entries.row_count()
    assert book.live_meeting


def _line():
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "capture"
    return focus


def _type(words):
    for letter in words:
        QTest.keyClick(_line(), letter)


def _remote(part):
    """Page Down as long as there is a station, else Page Up."""
    at = part.place.place
    QTest.keyClick(_line(), Key.Key_PageDown)
    if part.place.place == at:
        for _station in part.place.stations:
            QTest.keyClick(_line(), Key.Key_PageUp)


def _findings(book, rows):
    """The meeting of each finding."""
    ids = [row.id for row in rows if row.kind in FINDING_KINDS]
    sql = "select meeting_id from finding where id = ?"

    def read(connection):
        return [connection.exec_driver_sql(sql, (key,)).one() for key in ids]

    return book.read(read)

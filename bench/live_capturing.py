# SPDX-License-Identifier: MIT
"""From Enter on the capture line of a live meeting to the row on both screens, with 10,000 findings.

Sixty and more entries of all kinds, typed into the real line while the audience window is open.
"""

from __future__ import annotations

import random
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bench import workbooks
from bench.figures import Figure, milliseconds, percentile
from bench.windows import opened, seconds, settle
from walkthrough.model import Workbook
from walkthrough.model.commands.live import StartMeeting
from walkthrough.model.queries.meetings import meetings
from walkthrough.model.words import AgendaKind, MeetingState
from walkthrough.ui.frame import Frame

ENTRIES, GOAL = 200, 0.016
MARKS = ("", "", "-", "", "+", "=", "?", "*", "", ">")
"""Mixed as people talk: barriers and effective practices go on, the others come in between."""


def figures(path: Path) -> list[Figure]:
    """Type the entries at one station after another."""
    _begin_meeting(path)
    frame = opened(path)
    times = _typed(_walking(frame))
    frame.close_book()
    frame.window.close()
    p50, p95 = percentile(times, 0.5), percentile(times, 0.95)
    measured = f"p50 {milliseconds(p50)}, p95 {milliseconds(p95)}, longest {milliseconds(max(times))}"
    what = "Enter to painted in the live meeting, audience window open, 10,000 findings"
    return [Figure(what, measured, "p95 16 ms", p95 <= GOAL)]


def _begin_meeting(path: Path) -> None:
    book = Workbook.open(path)
    planned = [meeting for meeting in book.read(meetings) if meeting.state is MeetingState.PLANNED]
    book.do(StartMeeting(planned[0].id))
    book.settle()
    book.close()


def _walking(frame: Frame) -> Workbook:
    book = frame.opened.workbook
    frame.go("live", part=AgendaKind.WALK)
    frame.opened.desk.projection.start()
    settle()
    return book


def _typed(book: Workbook) -> list[float]:
    chance = random.Random(4)
    times: list[float] = []
    while len(times) < ENTRIES:
        line = QApplication.focusWidget()
        QTest.keyClicks(line, MARKS[len(times) % len(MARKS)] + workbooks.words(chance, 7))
        if len(times) % 20 == 19:
            QTest.keyClick(line, Qt.Key.Key_PageDown)
        settle()
        before = _steps(book)
        times.append(seconds(lambda at=line: QTest.keyClick(at, Qt.Key.Key_Return)))
        if _steps(book) != before + 1:
            raise RuntimeError("Enter on the live line recorded nothing")
    return times


def _steps(book: Workbook) -> int:
    newest = "select max(seq) from chg_step"
    return book.read(lambda connection: connection.exec_driver_sql(newest).scalar_one())

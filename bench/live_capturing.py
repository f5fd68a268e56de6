# SPDX-License-Identifier: MIT
"""From Enter on the capture line of a live meeting to the row on each screen, with 10,000 findings.

Entries of all kinds, typed into the real line while the audience window is open. The presenter's row comes
first; the room's follows when the presenter's is painted, so both moments are measured.
"""

from __future__ import annotations

import random
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from bench import workbooks
from bench.figures import Figure, milliseconds, percentile
from bench.windows import opened, settle
from walkthrough.model import Workbook
from walkthrough.model.commands.live import StartMeeting
from walkthrough.model.queries.meetings import meetings
from walkthrough.model.words import AgendaKind, MeetingState
from walkthrough.ui.frame import Frame

ENTRIES, GOAL, WALL_GOAL, MOST = 200, 0.016, 0.1, 2.0
MARKS = ("", "", "-", "", "+", "=", "?", "*", "", ">")
"""Mixed as people talk: barriers and effective practices go on, the others come in between."""


def figures(path: Path) -> list[Figure]:
    """Type the entries at one station after another."""
    _begin_meeting(path)
    frame = opened(path)
    own, wall = _typed(frame, _walking(frame))
    frame.close_book()
    frame.window.close()
    return [
        _figure("Enter to painted in the live meeting, audience window open, 10,000 findings", own, GOAL),
        _figure("Enter to painted on the wall", wall, WALL_GOAL),
    ]


class _Painted(QObject):
    """Tells how often a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.Paint
        return False


def _figure(what: str, times: list[float], goal: float) -> Figure:
    p50, p95 = percentile(times, 0.5), percentile(times, 0.95)
    measured = f"p50 {milliseconds(p50)}, p95 {milliseconds(p95)}, longest {milliseconds(max(times))}"
    return Figure(what, measured, f"p95 {1000 * goal:.0f} ms", p95 <= goal)


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


def _typed(frame: Frame, book: Workbook) -> tuple[list[float], list[float]]:
    """Seconds from each Enter until the presenter's list and then the audience window are painted."""
    chance = random.Random(4)
    rows = frame.window.stack.page.part().place.station.entries.viewport()
    own, wall = _Painted(rows), _Painted(_audience())
    times: tuple[list[float], list[float]] = ([], [])
    while len(times[0]) < ENTRIES:
        line = QApplication.focusWidget()
        if len(times[0]) % 20 == 19:
            QTest.keyClick(line, Qt.Key.Key_PageDown)
        QTest.keyClicks(line, MARKS[len(times[0]) % len(MARKS)] + workbooks.words(chance, 7))
        QTest.qWait(80)  # the wall is at rest
        before, seen = _steps(book), (own.times, wall.times)
        begin = time.perf_counter()
        QTest.keyClick(line, Qt.Key.Key_Return)
        for number, painted in enumerate((own, wall)):
            while painted.times == seen[number] and time.perf_counter() < begin + MOST:
                settle()
            times[number].append(time.perf_counter() - begin)
        if _steps(book) != before + 1:
            raise RuntimeError("Enter on the live line recorded nothing")
    return times


def _audience() -> QWidget:
    """The audience window's picture."""
    (window,) = (one for one in QApplication.topLevelWidgets() if one.objectName() == "audience")
    return next(child for child in window.findChildren(QWidget) if child.isVisible())


def _steps(book: Workbook) -> int:
    newest = "select max(seq) from chg_step"
    return book.read(lambda connection: connection.exec_driver_sql(newest).scalar_one())

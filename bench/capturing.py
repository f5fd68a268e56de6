# SPDX-License-Identifier: MIT
"""From Enter on the capture line to the row on the screen and safe on the disk, with 10,000 findings.

Typed into the real line of the Walk page. Once in quiet, once while another process exports the full report.
"""

from __future__ import annotations

import random
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bench import workbooks
from bench.exporting import Exporting
from bench.figures import Figure, milliseconds, percentile
from bench.windows import opened, seconds, settle
from walkthrough.model import Workbook

ENTRIES, GOAL = 200, 0.016


def figures(path: Path) -> list[Figure]:
    """Type the same number of entries in quiet and beside an export."""
    frame = opened(path)
    frame.go("walk")
    settle()
    quiet = _typed(frame.opened.workbook)
    exports = Exporting(path)
    try:
        beside = _typed(frame.opened.workbook, exports)
    finally:
        exports.end()
    frame.close_book()  # its pages must not read again what is gone by then
    frame.window.close()
    company = f"{exports.begun} exports, one at work at each of {len(beside)} Enters"
    return [_figure("in quiet", quiet), _figure(f"beside {company}", beside)]


def _typed(book: Workbook, beside: Exporting | None = None) -> list[float]:
    """Seconds from Enter until the window has shown the row; each row is looked up on the disk.

    With an export beside it, an Enter counts only if the export was at work before and after it.
    """
    chance = random.Random(3)
    line = QApplication.focusWidget()
    times: list[float] = []
    while len(times) < ENTRIES:
        QTest.keyClicks(line, workbooks.words(chance, 7))
        settle()
        if beside is not None:
            beside.go_on()
        before = _steps(book)
        taken = seconds(lambda: QTest.keyClick(line, Qt.Key.Key_Return))
        if _steps(book) != before + 1:
            raise RuntimeError("Enter on the capture line recorded nothing")
        if beside is None or beside.at_work():
            times.append(taken)
    return times


def _steps(book: Workbook) -> int:
    newest = "select max(seq) from chg_step"
    return book.read(lambda connection: connection.exec_driver_sql(newest).scalar_one())


def _figure(when: str, times: list[float]) -> Figure:
    p50, p95 = percentile(times, 0.5), percentile(times, 0.95)
    measured = f"p50 {milliseconds(p50)}, p95 {milliseconds(p95)}, longest {milliseconds(max(times))}"
    return Figure(f"Enter to shown and durable, 10,000 findings, {when}", measured, "p95 16 ms", p95 <= GOAL)

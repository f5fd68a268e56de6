# SPDX-License-Identifier: MIT
"""From Enter on the capture line to the row on the screen and safe on the disk, with 10,000 findings.

Typed into the real line of the Walk page. Once in quiet, once while another process exports the full report.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bench import workbooks
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
    with _exporting(path) as still_running:
        beside = _typed(frame.opened.workbook)
        was_running = still_running()
    frame.window.close()
    if not was_running:
        raise RuntimeError("the export ended before the typing did: nothing was measured beside it")
    return [_figure("in quiet", quiet), _figure("while a report is exported", beside)]


def _typed(book: Workbook) -> list[float]:
    """Seconds from Enter until the window has shown the row; each row is looked up on the disk."""
    chance = random.Random(3)
    line = QApplication.focusWidget()
    times = []
    for _ in range(ENTRIES):
        before = _steps(book)
        QTest.keyClicks(line, workbooks.words(chance, 7))
        times.append(seconds(lambda: QTest.keyClick(line, Qt.Key.Key_Return)))
        if _steps(book) != before + 1:
            raise RuntimeError("Enter on the capture line recorded nothing")
    return times


def _steps(book: Workbook) -> int:
    newest = "select max(seq) from chg_step"
    return book.read(lambda connection: connection.exec_driver_sql(newest).scalar_one())


@contextmanager
def _exporting(path: Path) -> Iterator[object]:
    """Full reports, one after another in a process of its own, until the block ends."""
    report = path.with_suffix(".pdf")
    program = f'"{sys.executable}" -m walkthrough export "{path}" --report full --format pdf -o "{report}"'
    process = subprocess.Popen(
        ["bash", "-c", f"while {program}; do :; done"], stdout=subprocess.DEVNULL, start_new_session=True
    )
    try:
        yield lambda: process.poll() is None
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _figure(when: str, times: list[float]) -> Figure:
    p50, p95 = percentile(times, 0.5), percentile(times, 0.95)
    measured = f"p50 {milliseconds(p50)}, p95 {milliseconds(p95)}, longest {milliseconds(max(times))}"
    return Figure(f"Enter to shown and durable, 10,000 findings, {when}", measured, "p95 16 ms", p95 <= GOAL)

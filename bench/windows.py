# SPDX-License-Identifier: MIT
"""The program's own window over a workbook, in this process, so that its parts can be timed."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from walkthrough import arguments
from walkthrough.model import Workbook
from walkthrough.ui.frame import Frame
from walkthrough.ui.starting import Windows


def opened(path: Path) -> Frame:
    """The window with this workbook open, shown and at rest."""
    program = QApplication.instance() or QApplication([])
    data = path.with_suffix(".folder")
    windows = Windows(program, arguments.read([str(path), "--data-dir", str(data)]))
    windows.window.resize(1100, 620)
    windows.window.show()
    windows.load()
    windows.frame.keep = windows  # the window's parts live as long as its frame
    settle()
    return windows.frame


def settle() -> None:
    """Let the window do all it has to do now."""
    QApplication.processEvents()


def seconds(work: Callable[[], object]) -> float:
    """How long it takes until the window has shown the outcome."""
    begin = time.perf_counter()
    work()
    settle()
    return time.perf_counter() - begin


def timed_reads(book: Workbook) -> list[float]:
    """From now on, the seconds of each query of this workbook are added to the list that is returned."""
    times: list[float] = []
    read = book.read

    def timed(*arguments: Any, **options: Any) -> Any:
        begin = time.perf_counter()
        try:
            return read(*arguments, **options)
        finally:
            times.append(time.perf_counter() - begin)

    book.read = timed
    return times

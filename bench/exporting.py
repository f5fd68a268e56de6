# SPDX-License-Identifier: MIT
"""The program's own export of the full report in a process of its own, one after another, to type beside.

It says whether an export is at work this moment: begun by its own progress line, and neither done nor dead.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

LIMIT, POLL = 120.0, 0.005  # seconds


class Exporting:
    """Exports of one workbook; `begun` is how many there were."""

    def __init__(self, workbook: Path) -> None:
        self.begun = 0
        report = workbook.with_suffix(".pdf")
        self._words = ["export", str(workbook), "--report", "full", "--format", "pdf", "-o", str(report)]
        self._said = workbook.with_suffix(".progress")
        self._process: subprocess.Popen[bytes] | None = None

    def at_work(self) -> bool:
        """Whether an export is reading or writing now."""
        if self._process is None or self._process.poll() is not None:
            return False
        said = self._said.read_text(encoding="utf-8")
        return "progress 0 2" in said and "progress 2 2" not in said

    def go_on(self) -> None:
        """Come back when an export is at work, if need be a new one.

        Raises:
            RuntimeError: it failed, or did not begin in time.
        """
        until = time.monotonic() + LIMIT
        while not self.at_work():
            if self._process is None or self._process.poll() == 0:
                self._begin()
            elif self._process.poll() is not None or time.monotonic() > until:
                self.end()
                raise RuntimeError(f"no export is at work: {self._said.read_text(encoding='utf-8')}")
            time.sleep(POLL)

    def end(self) -> None:
        """Stop whatever is still running."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def _begin(self) -> None:
        self.begun += 1
        with self._said.open("wb") as said:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "walkthrough", *self._words],
                env={**os.environ, "WALKTHROUGH_PROGRESS": "1", "PYTHONUNBUFFERED": "1"},
                stdout=said,
                stderr=subprocess.STDOUT,
            )

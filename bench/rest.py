# SPDX-License-Identifier: MIT
"""Tells when a program has come to rest: still pixels alone may mean that it is busy loading."""

from __future__ import annotations

import os
import time
from pathlib import Path

BUSY = 0.05  # seconds of processor time in the span looked at: more than a blinking caret takes


class Rest:
    """Watches the processor time of one process; `come` is True after a quiet span of so many seconds."""

    def __init__(self, process: int, span: float = 1.0) -> None:
        self._status = Path(f"/proc/{process}/stat")
        self._span = span
        self._used, self._since = self._seconds(), time.monotonic()

    def come(self, now: float) -> bool:
        """Whether the process has been at rest for the whole span before `now`."""
        used = self._seconds()
        if used - self._used > BUSY:
            self._used, self._since = used, now
        return now - self._since > self._span

    def _seconds(self) -> float:
        fields = self._status.read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

# SPDX-License-Identifier: MIT
"""Places for files that are read once: in a folder of this run of the program, gone at its end."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject


class Aside(QObject):
    """Made at the first place that is asked for; deleted with whatever lies in it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder: TemporaryDirectory[str] | None = None
        self._numbers = count(1)

    def place(self, suffix: str) -> Path:
        """Return where a file may be written that nobody else will name."""
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="walkthrough-", ignore_cleanup_errors=True)
            self.destroyed.connect(self._folder.cleanup)
        folder = Path(self._folder.name)
        folder.mkdir(mode=0o700, exist_ok=True)  # one that lay unused for a day may have been swept
        return folder / f"{next(self._numbers)}{suffix}"

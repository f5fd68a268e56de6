# SPDX-License-Identifier: MIT
"""What a file that leaves the program is called, and where it goes if nobody says otherwise."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\s]+')


def documents_folder() -> Path:
    """Return the user's folder for documents, or their home."""
    found = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return found if found.is_dir() else Path.home()


def suggested_file(collaborative: str, words: str, day: date, suffix: str) -> Path:
    """Return a file's usual place and name: collaborative, what it is, day."""
    name = _NOT_IN_NAMES.sub(" ", collaborative or "Walkthrough").strip()
    return documents_folder() / f"{name} {words} {day.isoformat()}.{suffix}"

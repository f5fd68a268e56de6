# SPDX-License-Identifier: MIT
"""Where a meeting's papers go: a folder of their own among the person's documents.

It must not know a window.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import count
from pathlib import Path

from PySide6.QtCore import QStandardPaths

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\s]+')


def meeting_folder(collaborative: str, day: date) -> Path:
    """Return the folder for a meeting of this day, one that is not there yet."""
    name = _NOT_IN_NAMES.sub(" ", collaborative).strip(" .") or "Walkthrough"
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    folder = documents if documents.is_dir() else Path.home()
    return free_folder(folder / f"{name[:80].rstrip()} {day.isoformat()}")


def free_folder(wanted: Path) -> Path:
    """Return this folder, or where it is there already "… (2)", "… (3)"."""
    names = (wanted if n == 1 else wanted.with_name(f"{wanted.name} ({n})") for n in count(1))
    return next(folder for folder in names if not folder.exists())

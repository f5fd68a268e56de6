# SPDX-License-Identifier: MIT
"""What leaves the program is called how, and where it goes if nobody says otherwise. No window here."""

from __future__ import annotations

import re
from datetime import date
from itertools import count
from pathlib import Path

from PySide6.QtCore import QStandardPaths

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\s]+')
_LONGEST = 80


def documents_folder() -> Path:
    """Return the user's folder for documents, or their home."""
    found = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return found if found.is_dir() else Path.home()


def suggested_file(collaborative: str, words: str, day: date, suffix: str) -> Path:
    """Return a file's usual place and name: collaborative, what it is, day."""
    return documents_folder() / f"{_fit(collaborative)} {_fit(words)} {day.isoformat()}.{suffix}"


def meeting_folder(collaborative: str, day: date) -> Path:
    """Return the folder for the papers of a meeting of this day, one that is not there yet."""
    return free_folder(documents_folder() / f"{_fit(collaborative)} {day.isoformat()}")


def free_folder(wanted: Path) -> Path:
    """Return this folder, or where it is there already "… (2)", "… (3)"."""
    names = (wanted if n == 1 else wanted.with_name(f"{wanted.name} ({n})") for n in count(1))
    return next(folder for folder in names if not folder.exists())


def free_file(wanted: Path) -> Path:
    """Return this place, or where something is there already "… (2)", before the ending."""
    stem, suffix = (wanted.stem, ".zip") if wanted.suffix == ".zip" else (wanted.name, "")
    names = (wanted if n == 1 else wanted.with_name(f"{stem} ({n}){suffix}") for n in count(1))
    return next(place for place in names if not place.exists())


def _fit(collaborative: str) -> str:
    """Words as part of a file's name on every system."""
    return _NOT_IN_NAMES.sub(" ", collaborative).strip(" .")[:_LONGEST].rstrip() or "Walkthrough"

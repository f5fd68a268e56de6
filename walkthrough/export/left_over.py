# SPDX-License-Identifier: MIT
"""Where an export is made before it gets its name, and how what a kill left there is cleared away.

Apart from the rest because the windows need it, and nothing else of exports.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import tempfile
import time
from pathlib import Path

_MOST_LETTERS = 40
_OURS = re.compile(r"walkthrough-(check-|log-)?[a-z0-9_]{8}")
"""Temporary folders of this program: previews, and copies of workbooks that were looked over."""
_PREVIEW = re.compile(r"\d+\.[a-z]+|\.\d+.*\.part")
_A_DAY = 24 * 60 * 60


def part_of(folder: Path) -> Path:
    """Return where this process makes a folder before it gets its name: two at once never write into one."""
    return folder.with_name(f".{folder.name}.{os.getpid()}.part")


def spare_prefix(file: Path) -> str:
    """Return how the name begins under which a file is written before it gets its own."""
    return f".{file.name[:_MOST_LETTERS]}-"


def drop_part(place: Path) -> None:
    """Throw away what stopped exports, of whichever process, left beside the folder or the file to be."""
    folders = re.compile(rf"\.{re.escape(place.name)}\.\d+\.part")
    files = re.compile(rf"{re.escape(spare_prefix(place))}[a-z0-9_]{{8}}\.part")
    with contextlib.suppress(OSError):
        for path in list(place.parent.iterdir()):
            if folders.fullmatch(path.name):
                shutil.rmtree(path, ignore_errors=True)
            elif files.fullmatch(path.name):
                path.unlink(missing_ok=True)


def sweep_temporary() -> None:
    """Throw away what stopped programs left in the temporary folder for over a day: it may be private."""
    before = time.time() - _A_DAY
    with contextlib.suppress(OSError), os.scandir(tempfile.gettempdir()) as entries:
        for entry in entries:
            if (found := _OURS.fullmatch(entry.name)) is None:
                continue
            with contextlib.suppress(OSError):
                is_old = entry.stat(follow_symlinks=False).st_mtime < before
                if not is_old or not entry.is_dir(follow_symlinks=False):
                    continue
                # "walkthrough-workshop" may be somebody's own: a folder of previews holds nothing else
                if found[1] or all(_PREVIEW.fullmatch(file.name) for file in Path(entry.path).iterdir()):
                    shutil.rmtree(entry.path, ignore_errors=True)

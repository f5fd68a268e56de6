# SPDX-License-Identifier: MIT
"""Where a folder of exports is made before it gets its name, and how what a kill left there is cleared away.

Apart from the rest because the windows need it, and nothing else of exports.
"""

from __future__ import annotations

import shutil
from pathlib import Path


def part_of(folder: Path) -> Path:
    """Return where a folder is made before it gets its name."""
    return folder.with_name(f".{folder.name}.part")


def drop_part(folder: Path) -> None:
    """Throw away what a stopped hand-out left beside its place."""
    shutil.rmtree(part_of(folder), ignore_errors=True)

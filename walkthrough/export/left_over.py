# SPDX-License-Identifier: MIT
"""Where a folder of exports is made before it gets its name, and how what a kill left there is cleared away.

Apart from the rest because the windows need it, and nothing else of exports.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
from pathlib import Path


def part_of(folder: Path) -> Path:
    """Return where this process makes a folder before it gets its name: two at once never write into one."""
    return folder.with_name(f".{folder.name}.{os.getpid()}.part")


def drop_part(folder: Path) -> None:
    """Throw away what stopped hand-outs, of whichever process, left beside their place."""
    of_any = re.compile(rf"\.{re.escape(folder.name)}\.\d+\.part")
    with contextlib.suppress(OSError):
        for path in list(folder.parent.iterdir()):
            if of_any.fullmatch(path.name):
                shutil.rmtree(path, ignore_errors=True)

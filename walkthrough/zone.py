# SPDX-License-Identifier: MIT
"""The computer's time zone, where no clock can go by it. It knows nothing of what the program shows."""

from __future__ import annotations

import os
import time
from datetime import datetime
from pathlib import Path

_MARK = b"TZif"
"""What every file of a time zone begins with."""


def mend_zone() -> None:
    """Go by UTC where the environment names a zone that is none, before anything asks what day it is."""
    named = os.environ.get("TZ")
    if named and not _can_be(named):
        os.environ["TZ"] = "UTC"
        if hasattr(time, "tzset"):  # Windows reads no zone from the environment
            time.tzset()


def _can_be(named: str) -> bool:
    try:
        datetime.now().astimezone()
        place = Path(named.removeprefix(":"))
        return not place.exists() or _is_zone_file(place)
    except (OSError, ValueError, OverflowError):
        return False


def _is_zone_file(place: Path) -> bool:
    with place.open("rb") as file:
        return file.read(len(_MARK)) == _MARK

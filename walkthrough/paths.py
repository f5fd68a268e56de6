# SPDX-License-Identifier: MIT
"""Where things are on this machine: the data folder (portable, moved by hand, or the usual one) and our
resources.

It must not read or write any of them, and knows no file format.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

PORTABLE_MARK = "portable.txt"
WORKBOOK_SUFFIX = ".walkthrough"


@dataclass(frozen=True)
class Places:
    """The folders of one run of the program, all under `data`."""

    data: Path

    @property
    def workbooks(self) -> Path:
        """Where new workbooks go: local, never a synced folder by default."""
        return self.data / "workbooks"

    @property
    def settings_file(self) -> Path:
        """The settings of this machine."""
        return self.data / "settings.toml"

    @property
    def logs(self) -> Path:
        """Log files and reports of a crash; neither holds a word that a user typed."""
        return self.data / "logs"

    @property
    def backups(self) -> Path:
        """Copies of the workbooks, not beside them."""
        return self.data / "backups"

    @property
    def exports(self) -> Path:
        """Where exports go when nobody says otherwise."""
        return self.data / "exports"


def find_places(data_dir: Path | None = None) -> Places:
    """Choose the data folder: the one given, `data` beside a `portable.txt`, or the user's local one."""
    if data_dir is not None:
        return Places(data_dir.expanduser().resolve())
    beside = program_folder()
    if (beside / PORTABLE_MARK).is_file():
        return Places(beside / "data")
    import platformdirs  # here because a start with --data-dir, as scripts do, need not pay for it

    return Places(platformdirs.user_data_path("Walkthrough", appauthor=False, roaming=False))


def is_frozen() -> bool:
    """Tell whether this is a built program, not a source tree."""
    return bool(getattr(sys, "frozen", False))


def program_folder() -> Path:
    """Return the folder of the built program, or the root of the source tree."""
    if is_frozen():
        return Path(sys.executable).resolve().parent
    return Path(__file__).resolve().parent.parent


def resources() -> Path:
    """Return the folder of our content, fonts, themes and translations."""
    unpacked = getattr(sys, "_MEIPASS", None)
    return (Path(unpacked) if unpacked else program_folder()) / "resources"


def locale_folder() -> Path:
    """Return the folder of the translations."""
    return resources() / "locale"


def own_command() -> list[str]:
    """Return how to start this same program again, for work in a process of its own."""
    return [sys.executable] if is_frozen() else [sys.executable, "-m", "walkthrough"]

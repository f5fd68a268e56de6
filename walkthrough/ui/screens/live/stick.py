# SPDX-License-Identifier: MIT
"""Copies a meeting's folder and the workbook's backup to another place, off the windows' own thread.

It must not know a window: it says how it ended.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal

from walkthrough.ui.out_names import free_folder


class StickCopy(QThread):
    """One copy. It ends when everything lies there as large as here."""

    copied = Signal(object)
    """The folder that was made, as a Path."""
    failed = Signal(str)
    """What the machine said."""

    def __init__(self, folder: Path, backup: Path | None, place: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder, self._backup, self._place = folder, backup, place

    def run(self) -> None:
        """Copy; called in a thread of its own by `start`."""
        try:
            made = self._copy()
        except (OSError, shutil.Error) as error:
            self.failed.emit(str(getattr(error, "strerror", None) or error))
        else:
            self.copied.emit(made)

    def _copy(self) -> Path:
        made = free_folder(self._place / self._folder.name)
        shutil.copytree(self._folder, made)
        if self._backup is not None:
            shutil.copy2(self._backup, made / self._backup.name)
        pairs = [(path, made / path.relative_to(self._folder)) for path in self._folder.rglob("*")]
        if self._backup is not None:
            pairs.append((self._backup, made / self._backup.name))
        for here, there in pairs:
            if here.is_file() and here.stat().st_size != there.stat().st_size:
                raise OSError(there.name)
        return made

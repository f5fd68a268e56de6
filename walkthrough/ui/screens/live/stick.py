# SPDX-License-Identifier: MIT
"""Copies a meeting's folder and the workbook's backup to another place, off the windows' own thread.

It must not know a window: it says how it ended.
"""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal

from walkthrough.ui.out_names import free_folder

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class StickCopy(QThread):
    """One copy. It ends when everything lies there as large as here."""

    copied = Signal(object)
    """The folder that was made, as a Path."""
    failed = Signal(bool)
    """Nothing was left there. True: there was not enough room."""

    def __init__(self, folder: Path, backup: Path | None, place: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder, self._backup, self._place = folder, backup, place

    def run(self) -> None:
        """Copy in a thread of its own, by `start`. Only a whole copy gets its name."""
        made = free_folder(self._place / self._folder.name)
        part = made.with_name(f".{made.name}.part")
        try:
            self._copy(part)
            part.rename(made)
        except OSError as error:
            shutil.rmtree(part, ignore_errors=True)
            self.failed.emit(error.errno in _NO_ROOM)
        else:
            self.copied.emit(made)

    def _copy(self, part: Path) -> None:
        """Copy file by file, so that the first complaint is the machine's own."""
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir()
        pairs = [(path, part / path.relative_to(self._folder)) for path in sorted(self._folder.rglob("*"))]
        self._folder.stat()  # or a folder that is gone would be copied as an empty one
        if self._backup is not None:
            pairs.append((self._backup, part / self._backup.name))
        for here, there in pairs:
            if here.is_dir():
                there.mkdir()
                continue
            shutil.copyfile(here, there)
            if here.stat().st_size != there.stat().st_size:
                raise OSError(there.name)

# SPDX-License-Identifier: MIT
"""Where an open workbook lies, and whether that very file still lies there. Knows nothing of what is in it.

A file that was renamed or replaced while it is open takes what is written to it, and nobody finds it again.
"""

from __future__ import annotations

from pathlib import Path

from walkthrough.model.errors import FileTrouble


class Place:
    """A path, and the number that the disk gave to the file found there at first."""

    def __init__(self, path: Path) -> None:
        """Remember the file at `path`.

        Raises:
            FileTrouble: missing, cannot_open.
        """
        self.path = path
        try:
            found = path.stat()
        except FileNotFoundError as error:
            raise FileTrouble("missing", path=str(path)) from error
        except OSError as error:
            raise FileTrouble("cannot_open", path=str(path)) from error
        self._number = (found.st_dev, found.st_ino)

    def refuse_moved(self) -> None:
        """Raise FileTrouble("moved") where the path has no file now, or another one. Takes microseconds."""
        try:
            found = self.path.stat()
        except OSError as error:
            raise FileTrouble("moved", path=str(self.path)) from error
        if (found.st_dev, found.st_ino) != self._number:
            raise FileTrouble("moved", path=str(self.path))

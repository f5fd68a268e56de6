# SPDX-License-Identifier: MIT
"""One program per workbook: a lock file beside it that says who has it open and since when.

The operating system lets go of the lock when a program dies, so a crash never locks anybody out.
"""

from __future__ import annotations

import getpass
import json
import os
import platform
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Self

from walkthrough.model.errors import FileTrouble
from walkthrough.model.store.trouble import trouble_of_system

_BYTE = 1 << 20
"""Locked far behind the text, so that others can still read who holds it."""

if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: IO[str]) -> bool:
        file.seek(_BYTE)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(file: IO[str]) -> bool:
        # flock, not lockf: a POSIX record lock is lost as soon as anybody in this process closes the file
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True


_held: set[Path] = set()
"""Workbooks open in this very process: the system's locks do not keep a process from itself."""


def refuse_open_here(workbook: Path) -> None:
    """Raise FileTrouble("in_use") for a workbook open in this process, before anything else looks at it.

    On most systems a process that closes a file loses every lock it has on it, those of SQLite too; so an
    open workbook must not be opened once more, not even to read its header.
    """
    if workbook.resolve() in _held:
        raise FileTrouble("in_use", path=str(workbook), **_holder(lock_path(workbook.resolve())))


class Lock:
    """Holds a workbook for this program until given back."""

    def __init__(self, path: Path, file: IO[str]) -> None:
        self._workbook = path
        self._path = lock_path(path)
        self._file: IO[str] | None = file

    @classmethod
    def take(cls, workbook: Path) -> Self:
        """Lock a workbook for this process.

        Raises:
            FileTrouble: in_use (facts: who, host, since), read_only, linked,
                disk_full, name_too_long, no_folder.
        """
        if not workbook.parent.is_dir():
            raise FileTrouble("no_folder", path=str(workbook))
        workbook = workbook.resolve()
        path = lock_path(workbook)
        refuse_open_here(workbook)
        file = _locked(workbook, path)
        if workbook.exists() and not os.access(
            workbook, os.W_OK, effective_ids=os.access in os.supports_effective_ids
        ):
            _close(file)
            path.unlink(missing_ok=True)
            raise FileTrouble("read_only", path=str(workbook))
        if _names_of(workbook) > 1:  # under its other name it has another lock and another log
            _close(file)
            path.unlink(missing_ok=True)
            raise FileTrouble("linked", path=str(workbook))
        _say_who(file)
        _held.add(workbook)
        return cls(workbook, file)

    def give_back(self) -> None:
        """Let others open the workbook. Calling it twice does no harm."""
        if self._file is None:
            return
        if sys.platform == "win32":  # an open file cannot be removed there
            _close(self._file)
            with suppress(OSError):
                self._path.unlink(missing_ok=True)
        else:
            with suppress(OSError):  # its folder may be gone, with the workbook
                self._path.unlink(missing_ok=True)
            _close(self._file)
        self._file = None
        _held.discard(self._workbook)


def lock_path(workbook: Path) -> Path:
    """Where the lock of a workbook lies."""
    return workbook.with_name(workbook.name + ".lock")


def _names_of(workbook: Path) -> int:
    try:
        return workbook.stat().st_nlink
    except OSError:
        return 0  # it is about to be made


def _close(file: IO[str]) -> None:
    """Close a lock file; words that found no room on the disk are tried once more here, and given up."""
    with suppress(OSError):
        file.close()


def _locked(workbook: Path, path: Path) -> IO[str]:
    while True:
        try:
            file = path.open("a+", encoding="utf-8")
        except OSError as error:
            raise trouble_of_system(error, workbook) from error
        if not _try_lock(file):
            file.close()
            raise FileTrouble("in_use", path=str(workbook), **_holder(path))
        if path.exists() and os.path.samestat(path.stat(), os.fstat(file.fileno())):
            return file
        file.close()  # the holder removed it between our opening and locking: what we hold is nobody's lock


def _say_who(file: IO[str]) -> None:
    holder = {
        "who": getpass.getuser(),
        "host": platform.node(),
        "since": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    try:
        file.seek(0)
        file.truncate()
        json.dump(holder, file)
        file.flush()
    except OSError:
        return  # a full disk must not keep anybody from opening their work; the lock holds without the words


def _holder(path: Path) -> dict[str, str]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        found = {}
    return {name: str(found.get(name, "")) for name in ("who", "host", "since")}

# SPDX-License-Identifier: MIT
"""SQLite's complaints as the few troubles a person can do something about."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlalchemy.exc import DBAPIError

from walkthrough.model.errors import FileTrouble

_CODES = {
    "SQLITE_FULL": "disk_full",
    "SQLITE_READONLY": "read_only",
    "SQLITE_BUSY": "busy",
    "SQLITE_LOCKED": "busy",
    "SQLITE_IOERR": "cannot_write",
    "SQLITE_CORRUPT": "damaged",
    "SQLITE_NOTADB": "damaged",
    "SQLITE_CANTOPEN": "cannot_open",
    "SQLITE_PERM": "cannot_open",
}
_UNNAMED = {
    "not a database": "SQLITE_NOTADB",
    "malformed": "SQLITE_CORRUPT",
    "disk is full": "SQLITE_FULL",
    "disk I/O error": "SQLITE_IOERR",
    "readonly": "SQLITE_READONLY",
    "locked": "SQLITE_BUSY",
    "unable to open": "SQLITE_CANTOPEN",
    "Could not decode": "SQLITE_CORRUPT",  # bytes that are no text, in a column that only ever held text
}
"""Complaints that come without SQLite's name: the driver's own, and all of its backup call."""


def trouble_of(error: BaseException, path: Path) -> FileTrouble | None:
    """The file trouble behind a driver's or SQLAlchemy's error, or None where it is a mistake of ours."""
    original = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(
        original, UnicodeDecodeError
    ):  # the driver cannot even read SQLite's complaint, which quotes the file
        return FileTrouble("damaged", path=str(path))
    name = getattr(original, "sqlite_errorname", "") or ""
    if not name and isinstance(original, driver.DatabaseError):
        name = next((name for words, name in _UNNAMED.items() if words in str(original)), "")
    code = next((code for prefix, code in _CODES.items() if name.startswith(prefix)), None)
    return None if code is None else FileTrouble(code, path=str(path))


_SYSTEM = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.ENAMETOOLONG: "name_too_long",
    errno.EEXIST: "exists",
    errno.ENOENT: "no_folder",
    errno.ENOTDIR: "no_folder",
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
    errno.EROFS: "read_only",
}


def trouble_of_system(error: OSError, path: Path) -> FileTrouble:
    """The file trouble behind the system's complaint about writing a file."""
    return FileTrouble(_SYSTEM.get(error.errno or 0, "cannot_write"), path=str(path))


def is_link_broken(error: BaseException) -> bool:
    """Whether SQLite refused because a row points to one that is not there, or would from now on."""
    original = error.orig if isinstance(error, DBAPIError) else error
    return isinstance(original, driver.IntegrityError) and "FOREIGN KEY" in str(original)


@contextmanager
def told_plainly(path: Path, *, otherwise: str = "") -> Iterator[None]:
    """Turn the driver's errors inside into `FileTrouble`; anything that is not one passes as it is.

    Args:
        path: the file it is about.
        otherwise: the code for errors that name no trouble of the machine. At opening our statements are
            always the same, so that a complaint means that the file is not as we wrote it.
    """
    try:
        yield
    except (DBAPIError, driver.Error, UnicodeDecodeError) as error:
        trouble = trouble_of(error, path)
        if trouble is None and otherwise:
            trouble = FileTrouble(otherwise, path=str(path))
        if trouble is None:
            raise
        raise trouble from error

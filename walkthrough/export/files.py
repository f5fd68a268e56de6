# SPDX-License-Identifier: MIT
"""Writes an export whole or not at all. It knows bytes and folders, not what they hold."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
import zipfile
from datetime import date
from pathlib import Path

from walkthrough.export.left_over import spare_prefix
from walkthrough.model.errors import FileTrouble
from walkthrough.paths import WORKBOOK_SUFFIX

_DATABASE = b"SQLite format 3\x00"
"""What every workbook starts with, under whatever name."""

_CODES = {
    errno.ENOSPC: "no_room",
    errno.EDQUOT: "no_room",
    errno.EFBIG: "no_room",
    errno.ENOENT: "no_folder",
    errno.ENOTDIR: "no_folder",
    errno.ENAMETOOLONG: "name_too_long",
}
_YEARS_OF_ZIP = (1980, 2107)
"""The first and the last year that a zip can say: a laptop without power for a year begins before."""
_HELD_OPEN = (5, 32, 33)
"""What Windows answers where a program has a file open that is to be replaced: denied, shared, locked."""


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` to `path`: beside it first, then in its place, so that no half file is ever seen.

    Raises:
        FileTrouble: `no_room`, `no_folder`, `name_too_long`, `is_workbook` or `not_a_file` for what must not
        be replaced, `open_elsewhere`, or `cannot_write` for any other refusal; facts: path. Nothing is left
        behind.
    """
    spare: Path | None = None
    try:
        refuse_to_replace(path)
        place = Path(os.path.realpath(path)) if path.is_symlink() else path  # a link stays a link
        handle, name = tempfile.mkstemp(prefix=spare_prefix(path), suffix=".part", dir=place.parent)
        spare = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _open_to_others(spare)
        spare.replace(place)
        spare = None
    except OSError as error:
        raise trouble_of(error, path) from error
    finally:  # whatever ended it: Ctrl+C, too
        if spare is not None:
            with contextlib.suppress(OSError):
                spare.unlink(missing_ok=True)


def trouble_of(error: OSError, path: Path) -> FileTrouble:
    """What the machine's refusal to write `path` means to a person."""
    if getattr(error, "winerror", None) in _HELD_OPEN and path.exists():
        return FileTrouble("open_elsewhere", path=str(path))
    return FileTrouble(_CODES.get(error.errno or 0, "cannot_write"), path=str(path))


def refuse_to_replace(path: Path) -> None:
    """Refuse a folder, a device or anybody's workbook as the place of an export: it would be gone. So would
    what was not yet joined to a workbook with the log beside it, such as "county.walkthrough-wal".

    Raises:
        FileTrouble: `is_workbook` or `not_a_file`; facts: path.
        OSError: the place cannot be looked at.
    """
    if path.suffix.startswith(WORKBOOK_SUFFIX):
        raise FileTrouble("is_workbook", path=str(path))
    if not path.exists():
        return
    if not path.is_file():
        raise FileTrouble("not_a_file", path=str(path))
    with path.open("rb") as file:
        if file.read(len(_DATABASE)) == _DATABASE:
            raise FileTrouble("is_workbook", path=str(path))


def entry_in_zip(name: str, day: date) -> zipfile.ZipInfo:
    """The head of a file in a zip: the same bytes on every machine and at every hour of that day.

    Args:
        name: the file's name, with the folders before it.
        day: its day; one that a zip cannot say becomes the nearest year that it can.
    """
    first, last = _YEARS_OF_ZIP
    head = zipfile.ZipInfo(name, (min(max(day.year, first), last), day.month, day.day, 0, 0, 0))
    head.compress_type, head.create_system = zipfile.ZIP_DEFLATED, 0
    return head


def _open_to_others(path: Path) -> None:
    """A temporary file is closed to others; an export gets the rights any new file would get."""
    if os.name == "posix":
        mask = os.umask(0)
        os.umask(mask)
        path.chmod(0o666 & ~mask)

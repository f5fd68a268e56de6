# SPDX-License-Identifier: MIT
"""Copies of a workbook by SQLite itself, right even while somebody writes; and whether pages are sound."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from walkthrough.model.errors import FileTrouble
from walkthrough.model.store.trouble import told_plainly, trouble_of_system


def address(path: Path) -> str:
    """How SQLite is told to open a file that is there, and never to make one."""
    return path.absolute().as_uri() + "?mode=rw"


@contextmanager
def opened(path: Path, *, reading: bool = False) -> Iterator[Any]:
    """A plain connection of the driver, closed at the end; foreign keys are off, nothing begins by itself."""
    with told_plainly(path):
        connection = driver.connect(address(path), uri=True, isolation_level=None, timeout=0.25)
        try:
            connection.execute("PRAGMA temp_store=MEMORY")
            if reading:
                connection.execute("PRAGMA query_only=ON")
            yield connection
        finally:
            connection.close()


def copy_whole(source: Path, target: Path) -> None:
    """Copy a workbook, with what its log still holds, into one single file.

    The copy is complete, on the disk and checked before it gets its name: what lies at `target` is sound.

    Raises:
        FileTrouble: the source is damaged, or the target cannot be written (facts: path, which of the two).
    """
    part = target.with_name(target.name + ".part")
    try:
        part.write_bytes(b"")
        with opened(source, reading=True) as old, opened(part) as new:
            with told_plainly(part):
                new.execute("PRAGMA synchronous=FULL")
            old.backup(new)
            with told_plainly(part):
                new.execute("PRAGMA journal_mode=DELETE")
            if faults_of_pages(new, quick=True):
                raise FileTrouble("damaged", path=str(source))
        part.replace(target)
        sync_folder(target.parent)
    except FileTrouble as trouble:
        if (
            trouble.code == "damaged"
        ):  # whatever we wrote ourselves a moment ago, the fault came from the source
            raise FileTrouble("damaged", path=str(source)) from trouble
        raise
    except OSError as error:
        raise trouble_of_system(error, target) from error
    finally:
        for leftover in (part, part.with_name(part.name + "-journal")):
            with suppress(OSError):
                leftover.unlink(missing_ok=True)


def faults_of_pages(connection: Any, *, quick: bool) -> int:
    """How many complaints SQLite has about the pages of a file; 0 for a sound one."""
    rows = connection.execute("PRAGMA quick_check" if quick else "PRAGMA integrity_check").fetchall()
    return 0 if [tuple(row) for row in rows] == [("ok",)] else len(rows)


def sync_folder(folder: Path) -> None:
    """Bring a new name in a folder onto the disk, where the system can."""
    if os.name == "nt":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some file systems do not know this for a folder
            os.fsync(number)
    finally:
        os.close(number)

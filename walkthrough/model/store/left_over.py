# SPDX-License-Identifier: MIT
"""A log that a crash left beside a workbook: does it belong to that file? Judged on copies, before SQLite
joins the two for good. Knows no open workbook and deletes nothing.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from walkthrough.model.errors import FileTrouble
from walkthrough.model.store import file
from walkthrough.model.store.copying import opened
from walkthrough.model.store.integrity import Fault, faults_of_copy
from walkthrough.model.store.trouble import trouble_of_system

ENDING = ".left-over"


def put_aside(path: Path) -> Path | None:
    """Put a log that belongs to another file aside, so that opening does not mix the two.

    Somebody may have copied another workbook, or a backup, over one that a crash had left.

    Args:
        path: the workbook; the caller holds its lock and has not opened it.

    Returns:
        Where the log is now, or None where there is none or it belongs to the file.

    Raises:
        FileTrouble: damaged (with its log and without), disk_full; nothing was touched.
    """
    if not file.has_log(path):
        return None
    try:
        with tempfile.TemporaryDirectory(prefix="walkthrough-log-") as folder:
            alone, joined = Path(folder) / "alone.walkthrough", Path(folder) / "joined.walkthrough"
            shutil.copyfile(path, alone)
            shutil.copyfile(path, joined)
            shutil.copyfile(_beside(path, "-wal"), _beside(joined, "-wal"))
            if _belong_together(alone, joined):
                return None
            if _is_damaged(_faults(alone)):
                raise FileTrouble("damaged", path=str(path))
        return _move(path)
    except OSError as error:
        raise trouble_of_system(error, path) from error


def _belong_together(alone: Path, joined: Path) -> bool:
    """Whether the log continues the file: every step of the file is still there, and all is sound.

    A file may be torn without its log (the power went while the log was brought in); then only the joined
    copy can tell.
    """
    faults = _faults(joined)
    if _is_damaged(faults):
        return False
    before, after = _steps(alone), _steps(joined)
    if before is not None and (after is None or not before <= after):
        return False
    if not faults:
        return True
    if before is None:
        return False
    known = _faults(alone)  # what was wrong before does not speak against the log
    return all(fault in known for fault in faults)


def _faults(copy: Path) -> tuple[Fault, ...]:
    try:
        with opened(copy, reading=True) as connection:
            (schema,) = connection.execute("PRAGMA user_version").fetchone()
        return faults_of_copy(copy, schema)
    except FileTrouble as trouble:
        if trouble.code != "damaged":
            raise
        return (Fault("damaged"),)


def _is_damaged(faults: tuple[Fault, ...]) -> bool:
    return any(fault.code == "damaged" for fault in faults)


def _steps(copy: Path) -> set[tuple[object, object]] | None:
    """The workbook's own key and every step's; None where they cannot be read."""
    try:
        with opened(copy, reading=True) as connection:
            keys = connection.execute("select 0, uid from workbook").fetchall()
            return {
                tuple(row) for row in keys + connection.execute("select seq, uid from chg_step").fetchall()
            }
    except FileTrouble as trouble:
        if trouble.code != "damaged":
            raise
        return None


def _move(path: Path) -> Path:
    ending = next(
        ending
        for ending in (ENDING, *(f"{ENDING}-{n}" for n in range(2, 10_000)))
        if not _beside(path, "-wal" + ending).exists()
    )
    for which in ("-wal", "-shm"):
        if _beside(path, which).exists():
            _beside(path, which).replace(_beside(path, which + ending))
    return _beside(path, "-wal" + ending)


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)

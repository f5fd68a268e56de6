# SPDX-License-Identifier: MIT
"""After a removal: old pages out of the file and its log, and the text out of every backup."""

from __future__ import annotations

import secrets
import shutil
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from walkthrough.model.errors import FileTrouble
from walkthrough.model.schema.base import moment_text
from walkthrough.model.store import file
from walkthrough.model.store.backup import AFTER_REMOVAL, Backup, Backups
from walkthrough.model.store.copying import faults_of_pages, opened, sync_folder
from walkthrough.model.store.remove import Cleaning, Taking
from walkthrough.model.store.trouble import told_plainly

NOTHING_CLEANED, BACKUPS_CLEANED, ALL_CLEANED = 0, 1, 2
"""How far the cleaning has come; kept with the marks, so that a crash in between is made good."""


class Wiping:
    """The cleaning of one open workbook."""

    def __init__(self, path: Path, writer: Engine, reader: Engine) -> None:
        self._path = path
        self._writer = writer
        self._reader = reader

    def is_unfinished(self) -> bool:
        """Whether a removal's cleaning was cut short, in this run of the program or before."""
        return self._reached() < ALL_CLEANED

    def clean_up(self, backups: Backups | None, taking: Taking | None, now: datetime) -> Cleaning:
        """Do what a removal still needs after its commit. It never raises for trouble with files: it says so.

        Args:
            backups: the workbook's backups, if it has any.
            taking: what was removed a moment ago; None where that is not known any more.
            now: names and dates what is made.
        """
        cleaned = dropped = 0
        try:
            to_replace = self._reached() < BACKUPS_CLEANED and backups is not None and taking is None
            if backups is not None and taking is not None:
                cleaned, dropped = clean_backups(backups, taking, now)
            if not to_replace:
                self._note(BACKUPS_CLEANED)
            self._rewrite()
            if backups is not None and to_replace:
                replace_backups(backups, now)  # only now: a copy has the old pages of its source
            self._note(ALL_CLEANED)
        except (FileTrouble, OSError):
            return Cleaning(finished=False, backups_cleaned=cleaned, backups_dropped=dropped)
        return Cleaning(finished=True, backups_cleaned=cleaned, backups_dropped=dropped)

    def _reached(self) -> int:
        with told_plainly(self._path), self._writer.begin() as connection:
            (least,) = connection.exec_driver_sql("select min(cleaned) from removed").one()
        return ALL_CLEANED if least is None else int(least)

    def _note(self, reached: int) -> None:
        with told_plainly(self._path), self._writer.begin() as connection:
            connection.exec_driver_sql("update removed set cleaned = ? where cleaned < ?", (reached, reached))

    def _rewrite(self) -> None:
        """Write the whole file anew and empty its log, so that no freed page and no old frame is left."""
        self._reader.dispose()  # a reader waiting in the pool may still hold on to old pages
        with told_plainly(self._path), self._writer.connect() as connection:
            raw: Any = connection.connection.dbapi_connection
            connection.rollback()
            raw.execute("VACUUM")
            busy = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        if busy:  # somebody still reads an older state from the log
            raise FileTrouble("busy", path=str(self._path))


def clean_backups(backups: Backups, taking: Taking, now: datetime) -> tuple[int, int]:
    """Take the text out of every backup; one that cannot be cleaned is deleted.

    Returns:
        How many were cleaned, how many deleted.
    """
    cleaned = 0
    found = backups.all()
    for backup in found:
        try:
            _clean(backup, taking, now)
            cleaned += 1
        except (FileTrouble, OSError):
            backup.path.unlink()
    return cleaned, len(found) - cleaned


def replace_backups(backups: Backups, now: datetime) -> None:
    """Make one new backup and delete all others: after a crash nobody knows which words to take out."""
    old = backups.all()
    backups.make(AFTER_REMOVAL, now)
    for backup in old:
        backup.path.unlink(missing_ok=True)


def _clean(backup: Backup, taking: Taking, now: datetime) -> None:
    part = backup.path.with_name(backup.path.name + ".part")
    try:
        shutil.copyfile(backup.path, part)
        with opened(part) as connection:
            if connection.execute("PRAGMA user_version").fetchone()[0] != file.SCHEMA:
                raise FileTrouble("older", path=str(part))  # its tables are not ours to read: it goes
            _clean_copy(connection, taking, now)
            if faults_of_pages(connection, quick=True):
                raise FileTrouble("damaged", path=str(part))
        part.replace(backup.path)
        sync_folder(backup.path.parent)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _clean_copy(connection: Any, taking: Taking, now: datetime) -> None:
    execute = connection.execute
    execute("PRAGMA journal_mode=MEMORY")  # a rollback journal on the disk would hold the very pages we clean
    execute("PRAGMA secure_delete=ON")
    execute("PRAGMA recursive_triggers=ON")
    execute("PRAGMA foreign_keys=ON")
    execute("BEGIN IMMEDIATE")
    (seq,) = execute(
        "insert into chg_step(uid, kind, label, facts, at, day)"
        " values(?, 'remove', '', '{}', ?, ?) returning seq",
        (secrets.token_hex(16), moment_text(now), now.astimezone().date().isoformat()),
    ).fetchone()
    execute("update chg_now set step = ?", (seq,))
    taking.from_backup(execute)
    execute("update removed set cleaned = ?", (ALL_CLEANED,))
    execute("update chg_now set step = null")
    execute("COMMIT")
    execute("VACUUM")

# SPDX-License-Identifier: MIT
"""The connections of one open workbook and their care: read, settle, rest, back up. It writes no step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection

from walkthrough.model.clock import Clock
from walkthrough.model.errors import FileTrouble
from walkthrough.model.store import file
from walkthrough.model.store.backup import Backup
from walkthrough.model.store.care import Care
from walkthrough.model.store.place import Place
from walkthrough.model.store.trouble import told_plainly

P = ParamSpec("P")
T = TypeVar("T")


class OpenFile:
    """One file with a connection that writes and some that can only read; the caller holds its lock."""

    def __init__(self, path: Path, clock: Clock, backups: Path | None) -> None:
        self.path, self.clock, self.backups = path, clock, backups
        self._place = Place(path)
        self._writer = file.writing_engine(path, self._place)
        self._reader = file.reading_engine(path, self._place)
        self._care = Care(self._place, self._writer, self._reader, backups, clock)

    def let_go(self) -> None:
        """Close every connection."""
        self._reader.dispose()
        self._writer.dispose()

    def read(self, query: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a query on a connection that can only read; it returns frozen rows."""
        with told_plainly(self.path), self._reader.connect() as connection:
            return query(connection, *args, **kwargs)

    @property
    def backup_trouble(self) -> FileTrouble | None:
        """Why today's backup could not be made; the work itself goes on."""
        return self._care.backup_trouble

    def settle(self) -> None:
        """Bring everything from the log into the file itself (before copying it)."""
        self._care.settle()

    def idle(self) -> None:
        """For when nobody has typed for a moment: a few milliseconds that keep every commit short."""
        self._care.rest()

    def backup_now(self, reason: str) -> Backup | None:
        """Make a backup, checked and thinned; None where no folder for backups is known.

        Args:
            reason: small letters, digits and hyphens; it becomes part of the file's name.

        Raises:
            FileTrouble: damaged, disk_full, cannot_write.
        """
        return self._care.back_up(reason)

# SPDX-License-Identifier: MIT
"""The care of an open file: settling, resting, backups, cleaning after a removal. Knows no step, no row."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine

from walkthrough.model.clock import Clock
from walkthrough.model.errors import FileTrouble
from walkthrough.model.store import file
from walkthrough.model.store.backup import DAILY, Backup, Backups
from walkthrough.model.store.place import Place
from walkthrough.model.store.remove import Cleaning, Taking
from walkthrough.model.store.trouble import told_plainly
from walkthrough.model.store.wiping import Wiping

MERGED_PAGES = 64
"""How much of the search index is merged at a time: a bite of about a millisecond."""


class Care:
    """What keeps an open file small, quick and backed up."""

    def __init__(
        self, place: Place, writer: Engine, reader: Engine, backups: Path | None, clock: Clock
    ) -> None:
        self.backup_trouble: FileTrouble | None = None
        self._place, self._path = place, place.path
        self._writer = writer
        self._backups = backups
        self._clock = clock
        self._wiping = Wiping(place.path, writer, reader)
        self._to_clean = False

    def begin(self) -> None:
        """At every opening: finish a cleaning that was cut short, make the backup of the day.

        Raises:
            FileTrouble: damaged, found while copying; other trouble with backups stays in `backup_trouble`.
        """
        if self._wiping.is_unfinished():
            self.clean_up(None)
        backups = self._known_backups()
        try:
            if backups is not None and backups.is_due(self._clock.now()):
                backups.make(DAILY, self._clock.now())
        except FileTrouble as trouble:
            if trouble.code == "damaged":
                raise
            self.backup_trouble = trouble

    def settle(self) -> None:
        """Bring everything from the log into the file itself."""
        self._place.refuse_moved()
        file.settle(self._writer, self._path)

    def rest(self) -> None:
        """What keeps commits short, done while nobody waits: a bite of merging search, a bit of settling."""
        with told_plainly(self._path), self._writer.begin() as connection:
            connection.exec_driver_sql("insert into search(search, rank) values('merge', ?)", (MERGED_PAGES,))
        self._place.refuse_moved()
        file.settle(self._writer, self._path, "PASSIVE")
        if self._to_clean:
            self.clean_up(None)

    def back_up(self, reason: str) -> Backup | None:
        """Make a backup now; None where no folder for backups is known.

        Raises:
            FileTrouble: moved, damaged, disk_full, cannot_write.
        """
        self._place.refuse_moved()  # a copy of what lies there now would be called a backup of this workbook
        backups = self._known_backups()
        return None if backups is None else backups.make(reason, self._clock.now())

    def clean_up(self, taking: Taking | None) -> Cleaning:
        """Wipe what a removal left behind, or try again when idle and at the next opening."""
        done = self._wiping.clean_up(self._known_backups(), taking, self._clock.now())
        self._to_clean = not done.finished
        return done

    def _known_backups(self) -> Backups | None:
        return None if self._backups is None else Backups(self._backups, self._path)

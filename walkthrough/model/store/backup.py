# SPDX-License-Identifier: MIT
"""Backups of one workbook: made, checked, named by moment and reason, thinned. Knows no sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from walkthrough.model.errors import FileTrouble
from walkthrough.model.store.copying import copy_whole, opened

DAILY, BEFORE_UPGRADE, AFTER_REMOVAL = "daily", "before-upgrade", "after-removal"
"""Reasons of the program's own; whoever calls `make` may have others (letters, digits, hyphens)."""
KEPT_LAST, KEPT_DAYS, KEPT_WEEKS, KEPT_MONTHS = 10, 7, 4, 12
_NAME = re.compile(
    r"(?P<stem>.+) (?P<moment>\d{8}T\d{6}Z)(?:-\d+)? (?P<reason>[a-z0-9-]+) (?P<uid>[0-9a-f]{16})"
)
_MOMENT = "%Y%m%dT%H%M%SZ"


class Backup(msgspec.Struct, frozen=True):
    """One backup: where it lies, when and why it was made, of which file name."""

    path: Path
    at: datetime
    reason: str
    stem: str


class Backups:
    """The backups of one workbook, known by the uid inside it, so that renaming the file loses none."""

    def __init__(self, folder: Path, workbook: Path) -> None:
        self.folder = folder
        self._workbook = workbook
        self._uid = _uid_of(workbook)

    def all(self) -> tuple[Backup, ...]:
        """Every backup of this workbook, newest first."""
        found = (_read_name(path, self._uid) for path in self.folder.glob(f"* {self._uid}.walkthrough"))
        return tuple(sorted((b for b in found if b), key=lambda b: (b.at, b.path.name), reverse=True))

    def make(self, reason: str, now: datetime) -> Backup:
        """Copy the workbook into the folder, check the copy, then thin what is there.

        Raises:
            FileTrouble: damaged (facts: path of the workbook), or the folder cannot be written.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            path = self._free_name(reason, now)
        except OSError as error:
            raise FileTrouble("cannot_write", path=str(self.folder)) from error
        copy_whole(self._workbook, path)
        self.thin()
        made = _read_name(path, self._uid)
        assert made is not None
        return made

    def is_due(self, now: datetime) -> bool:
        """Whether none was made of this file on the day of `now`."""
        today = now.astimezone().date()
        return not any(
            b.stem == self._workbook.stem and b.at.astimezone().date() == today for b in self.all()
        )

    def thin(self) -> None:
        """Drop all but the last ten, one a day for a week, one a week for four, one a month for a year."""
        backups = [b for b in self.all() if b.stem == self._workbook.stem]
        kept = set(to_keep([b.at.astimezone() for b in backups]))
        for backup in backups:
            if backup.at not in kept:
                with suppress(OSError):  # what cannot be dropped today is dropped another day
                    backup.path.unlink()

    def _free_name(self, reason: str, now: datetime) -> Path:
        moment = now.astimezone(UTC).strftime(_MOMENT)
        tries = (moment if n == 0 else f"{moment}-{n}" for n in range(10_000))
        names = (f"{self._workbook.stem} {moment} {reason} {self._uid}.walkthrough" for moment in tries)
        return next(path for path in (self.folder / name for name in names) if not path.exists())


def to_keep(moments: Iterable[datetime]) -> list[datetime]:
    """Which of these moments the thinning keeps. The newest of a day, week or month stands for it."""
    newest_first = sorted(set(moments), reverse=True)
    kept = set(newest_first[:KEPT_LAST])
    if newest_first:
        last = newest_first[0]
        kept |= _newest_of_each(newest_first, last - timedelta(days=KEPT_DAYS), lambda m: m.date())
        kept |= _newest_of_each(
            newest_first, last - timedelta(weeks=KEPT_WEEKS), lambda m: m.isocalendar()[:2]
        )
        kept |= _newest_of_each(
            newest_first, last - timedelta(days=31 * KEPT_MONTHS), lambda m: (m.year, m.month)
        )
    return sorted(kept, reverse=True)


def _newest_of_each(
    newest_first: list[datetime], since: datetime, period: Callable[[datetime], Hashable]
) -> set[datetime]:
    newest: dict[Hashable, datetime] = {}
    for moment in newest_first:
        if moment > since:
            newest.setdefault(period(moment), moment)
    return set(newest.values())


def _read_name(path: Path, uid: str) -> Backup | None:
    match = _NAME.fullmatch(path.stem)
    if match is None or match["uid"] != uid:
        return None
    at = datetime.strptime(match["moment"], _MOMENT).replace(tzinfo=UTC)
    return Backup(path=path, at=at, reason=match["reason"], stem=match["stem"])


def _uid_of(workbook: Path) -> str:
    with opened(workbook, reading=True) as connection:
        row = connection.execute("select uid from workbook").fetchone()
    if row is None:
        raise FileTrouble("damaged", path=str(workbook))
    return str(row[0])

# SPDX-License-Identifier: MIT
"""The workbooks that Home offers: those in the data folder and those opened before. It never opens one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from walkthrough.paths import WORKBOOK_SUFFIX

SAMPLE = "Sample" + WORKBOOK_SUFFIX
"""The file of the sample workbook in the data folder."""
_BESIDE = ("-wal", "-shm", ".lock")


@dataclass(frozen=True)
class Volume:
    """One workbook file. `changed` is seconds since 1970, `size` bytes."""

    path: Path
    changed: float
    size: int
    is_sample: bool

    @property
    def name(self) -> str:
        """What it is called: its file name without the ending."""
        return self.path.name.removesuffix(WORKBOOK_SUFFIX)


def volumes(folder: Path, recent: Iterable[str]) -> list[Volume]:
    """List the workbooks, the one changed last first and the sample at the end; files that are gone are left
    out.
    """
    paths = dict.fromkeys((*_in(folder), *(Path(known) for known in recent)))
    found = [volume for path in paths if (volume := _volume(path, folder)) is not None]
    return sorted(found, key=lambda volume: (volume.is_sample, -volume.changed))


def delete_sample(folder: Path) -> bool:
    """Delete the sample's file and what lies beside it; False if this machine does not let us."""
    from walkthrough.model.ballots.boxes import destroy_beside  # here because Home paints before the model

    try:
        for name in (SAMPLE, *(SAMPLE + beside for beside in _BESIDE)):
            (folder / name).unlink(missing_ok=True)
        destroy_beside(folder / SAMPLE)
    except OSError:
        return False
    return True


def _in(folder: Path) -> list[Path]:
    try:
        return sorted(folder.glob("*" + WORKBOOK_SUFFIX))
    except OSError:
        return []


def _volume(path: Path, folder: Path) -> Volume | None:
    try:
        stat = path.stat()
    except (OSError, ValueError):  # a path that is none, from a settings file changed by hand
        return None
    # Recording goes to the log beside the file first, so that one is the younger while a workbook is open.
    log = path.with_name(path.name + "-wal")
    changed = max(stat.st_mtime, log.stat().st_mtime if log.exists() else 0)
    return Volume(path, changed, stat.st_size, path.name == SAMPLE and path.parent == folder)

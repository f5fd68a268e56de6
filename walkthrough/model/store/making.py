# SPDX-License-Identifier: MIT
"""A new workbook made under another name beside its own, which it gets when it is whole. Knows no content."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from walkthrough.model.errors import FileTrouble
from walkthrough.model.store import file
from walkthrough.model.store.copying import sync_folder
from walkthrough.model.store.lock import Lock
from walkthrough.model.store.trouble import trouble_of_system

LONGEST_ENDING = ".part-journal"
"""What may come after a workbook's name while it is made: a name that leaves no room for it is too long."""


@contextmanager
def made_beside(path: Path) -> Iterator[Path]:
    """Give the name to make a workbook under; it is renamed to `path` at the end, or dropped after trouble.

    A program killed in between leaves nothing at `path`; what it left beside is dropped the next time.

    Raises:
        FileTrouble: exists, no_folder, name_too_long, read_only, disk_full, in_use.
    """
    refuse_taken(path)
    lock = Lock.take(path)
    part = path.with_name(path.name + ".part")
    file.drop(part)
    try:
        yield part
        part.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise trouble_of_system(error, path) from error
    finally:
        file.drop(part)
        lock.give_back()


def refuse_taken(path: Path) -> None:
    """Raise FileTrouble("exists") where something is at `path`, and name_too_long where nothing can be."""
    try:
        if path.is_symlink() or path.exists():
            raise FileTrouble("exists", path=str(path))
        path.with_name(path.name + LONGEST_ENDING).exists()
    except OSError as error:
        raise trouble_of_system(error, path) from error

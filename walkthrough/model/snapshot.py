# SPDX-License-Identifier: MIT
"""Reading a workbook without opening it for work: one consistent picture, no lock, nothing written.

For exports and checks in a process of their own, also while somebody records in the same workbook.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from sqlalchemy import Connection

from walkthrough.model.errors import FileTrouble
from walkthrough.model.store import file
from walkthrough.model.store.left_over import put_aside
from walkthrough.model.store.lock import Lock
from walkthrough.model.store.trouble import told_plainly

P = ParamSpec("P")
T = TypeVar("T")


class Read(Protocol):
    """Runs a query and returns its frozen rows; a workbook's `read` and a snapshot's are alike."""

    def __call__(
        self, query: Callable[Concatenate[Connection, P], T], /, *args: P.args, **kwargs: P.kwargs
    ) -> T: ...


@contextmanager
def snapshot(path: Path) -> Iterator[Read]:
    """Read a workbook as it is at this moment; what is recorded meanwhile is not seen.

    Raises:
        FileTrouble: missing, not_a_workbook, newer, older (open it once to upgrade it), damaged, cannot_open.
    """
    _mind_the_log(path)
    header = file.read_header(path)
    file.refuse_truncated(path, header)
    if header.schema < file.SCHEMA:
        raise FileTrouble("older", path=str(path))
    engine = file.reading_engine(path)
    try:
        with told_plainly(path), engine.connect() as connection:

            def read(
                query: Callable[Concatenate[Connection, P], T], /, *args: P.args, **kwargs: P.kwargs
            ) -> T:
                return query(connection, *args, **kwargs)

            yield read
    finally:
        engine.dispose()


def _mind_the_log(path: Path) -> None:
    """Put a log of another file aside, as opening does: the last reader to leave would join the two."""
    if not file.has_log(path):
        return
    try:
        lock = Lock.take(path)
    except FileTrouble:
        return  # somebody is at work, and has looked at it; or nothing can be written here at all
    try:
        put_aside(path)
    finally:
        lock.give_back()

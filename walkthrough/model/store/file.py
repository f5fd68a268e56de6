# SPDX-License-Identifier: MIT
"""The workbook's file: header, connections, tables. One SQLite library, one writer, short-lived readers."""

from __future__ import annotations

import errno
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool, StaticPool

from walkthrough.model.errors import FileTrouble
from walkthrough.model.journal import rebuild_search, sync_triggers
from walkthrough.model.schema import Base
from walkthrough.model.schema.record import SEARCH_INDEX, SEARCH_SETTINGS, TABLES
from walkthrough.model.store.copying import address
from walkthrough.model.store.place import Place
from walkthrough.model.store.trouble import told_plainly, trouble_of_system

APPLICATION_ID = 0x57414C4B
""""WALK" in the header of every workbook."""
SCHEMA = 2
"""The number of the newest file format this program writes."""
BUSY_SECONDS = 0.25
_MAGIC = b"SQLite format 3\x00"
_PRAGMAS = (
    "foreign_keys=ON",
    "synchronous=FULL",
    "recursive_triggers=ON",
    "temp_store=MEMORY",
    "trusted_schema=OFF",
)
_WHEN_READING = ("query_only=ON",)
_WHEN_WRITING = (
    "secure_delete=ON",
    "journal_mode=WAL",
    "journal_size_limit=4194304",
    # 16 MB, or 100 entries at once: settling is done while nobody waits (`Workbook.idle`), not in a commit.
    "wal_autocheckpoint=4000",
)


class Header(msgspec.Struct, frozen=True):
    """What the first hundred bytes of a file say."""

    schema: int
    page_size: int
    pages: int


def read_header(path: Path) -> Header:
    """Read and judge a file's header without SQLite, so that a foreign file is never touched.

    Raises:
        FileTrouble: missing, cannot_open, not_a_workbook, or newer (facts: schema, ours).
    """
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError as error:
        raise FileTrouble("missing", path=str(path)) from error
    except OSError as error:
        code = "name_too_long" if error.errno == errno.ENAMETOOLONG else "cannot_open"
        raise FileTrouble(code, path=str(path)) from error
    if len(head) < 100 or not head.startswith(_MAGIC) or _number(head, 68, 4) != APPLICATION_ID:
        raise FileTrouble("not_a_workbook", path=str(path))
    if _number(head, 60, 4) > SCHEMA:
        raise FileTrouble("newer", path=str(path), schema=_number(head, 60, 4), ours=SCHEMA)
    page_size = 65536 if _number(head, 16, 2) == 1 else _number(head, 16, 2)
    return Header(schema=_number(head, 60, 4), page_size=page_size, pages=_number(head, 28, 4))


def _number(head: bytes, start: int, length: int) -> int:
    return int.from_bytes(head[start : start + length], "big")


def has_log(path: Path) -> bool:
    """Whether there is a log with something in it: a program is at work, or had no time to close the file."""
    try:
        return path.with_name(path.name + "-wal").stat().st_size > 0
    except OSError:
        return False


def refuse_truncated(path: Path, header: Header) -> None:
    """Raise FileTrouble("damaged") for a file shorter than its header says, without a log to heal it."""
    if not has_log(path) and path.stat().st_size < header.page_size * header.pages:
        raise FileTrouble("damaged", path=str(path))


def make_empty(path: Path) -> None:
    """Put an empty file at `path` for a new workbook: opening never makes one.

    Raises:
        FileTrouble: exists, disk_full, read_only, name_too_long, no_folder.
    """
    try:
        path.open("xb").close()
    except OSError as error:
        raise trouble_of_system(error, path) from error


def make_whole(path: Path) -> None:
    """Make a new, empty workbook at `path`, settled and closed; nothing is left there where it fails.

    Raises:
        FileTrouble: exists, disk_full, read_only, name_too_long, no_folder.
    """
    make_empty(path)
    engine = writing_engine(path)
    try:
        with told_plainly(path):
            with engine.begin() as connection:
                create_tables(connection)
            settle(engine, path)
            engine.dispose()
    except BaseException:
        engine.dispose()
        drop(path)
        raise


def drop(path: Path) -> None:
    """Delete a workbook that could not be made, with its log."""
    for ending in ("", "-wal", "-shm", "-journal"):
        with suppress(OSError):
            path.with_name(path.name + ending).unlink(missing_ok=True)


def connector(path: Path, place: Place | None, *, reading: bool) -> Callable[[], Any]:
    """A function that opens one connection. `isolation_level=None`: the driver never begins by itself."""

    def connect() -> Any:
        if place is not None:
            place.refuse_moved()
        connection: Any = driver.connect(
            address(path),
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            timeout=BUSY_SECONDS,
            cached_statements=256,
        )
        try:
            for pragma in (*_PRAGMAS, *(_WHEN_READING if reading else _WHEN_WRITING)):
                connection.execute("PRAGMA " + pragma)
        except BaseException:
            connection.close()
            raise
        return connection

    return connect


def _engine(path: Path, place: Place | None, *, reading: bool) -> Engine:
    pool: dict[str, Any] = (
        {"poolclass": QueuePool, "pool_size": 2, "max_overflow": 4} if reading else {"poolclass": StaticPool}
    )
    engine = create_engine(
        "sqlite://", module=driver, creator=connector(path, place, reading=reading), **pool
    )
    begin = "BEGIN" if reading else "BEGIN IMMEDIATE"

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        if place is not None and not reading:
            place.refuse_moved()
        connection.exec_driver_sql(begin)

    return engine


def writing_engine(path: Path, place: Place | None = None) -> Engine:
    """The one connection that writes; it belongs to the thread of the user interface.

    Args:
        path: an existing file; an empty one becomes a workbook by `create_tables`.
        place: where the file must still lie whenever something begins to write.
    """
    return _engine(path, place, reading=False)


def reading_engine(path: Path, place: Place | None = None) -> Engine:
    """Connections that can only read; what is read by an old one is right even after the file was moved."""
    return _engine(path, place, reading=True)


def settle(engine: Engine, path: Path, how: str = "TRUNCATE") -> None:
    """Bring everything from the log into the file itself; PASSIVE stops where somebody else is at work."""
    with told_plainly(path), engine.connect() as connection:
        raw: Any = connection.connection.dbapi_connection
        connection.rollback()
        raw.execute(f"PRAGMA wal_checkpoint({how})")


def refuse_newer(connection: Connection, path: Path) -> None:
    """Raise FileTrouble("newer") where the log knows of a newer format than the header read before."""
    schema = connection.exec_driver_sql("pragma user_version").scalar_one()
    if schema != SCHEMA:
        raise FileTrouble("newer", path=str(path), schema=schema, ours=SCHEMA)


def create_tables(connection: Connection) -> None:
    """Make every table, the journal, search and the header of an empty file."""
    Base.metadata.create_all(connection)
    for statement in (*TABLES, SEARCH_INDEX, *SEARCH_SETTINGS):
        connection.exec_driver_sql(statement)
    sync_triggers(connection)
    rebuild_search(connection)
    connection.exec_driver_sql(f"pragma application_id={APPLICATION_ID}")
    connection.exec_driver_sql(f"pragma user_version={SCHEMA}")

# SPDX-License-Identifier: MIT
"""Brings an older workbook to today's format, or leaves it exactly as it was.

Alembic is imported only here and in the versions, and only when there is something to upgrade.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Column, Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

from walkthrough.model.clock import Clock
from walkthrough.model.errors import FileTrouble
from walkthrough.model.journal import drop_triggers, image_text, rebuild_search, sync_triggers
from walkthrough.model.schema import Base
from walkthrough.model.schema.base import moment_text
from walkthrough.model.steps import UPGRADE
from walkthrough.model.store import file
from walkthrough.model.store.backup import BEFORE_UPGRADE, Backups
from walkthrough.model.store.copying import address
from walkthrough.model.store.integrity import wrong_tables
from walkthrough.model.store.trouble import told_plainly

if TYPE_CHECKING:
    from walkthrough.model.migrations import Version

Row = dict[str, Any]


def upgrade_if_older(path: Path, backups: Path | None, clock: Clock) -> None:
    """Upgrade the workbook at `path` if its format is older than ours, after a checked backup.

    Args:
        path: the workbook; the caller holds its lock.
        backups: where the backup goes; beside the file where no folder is known.
        clock: names the backup and dates the step.

    Raises:
        FileTrouble: upgrade_failed (facts: why), damaged, disk_full, cannot_write; the file stays as it was.
    """
    if file.read_header(path).schema == file.SCHEMA:
        return
    from walkthrough.model import migrations

    with told_plainly(path, otherwise="damaged"):
        Backups(backups or path.parent, path).make(BEFORE_UPGRADE, clock.now())
    upgrade(path, migrations.ALL, clock)


def upgrade(path: Path, versions: Sequence[Version], clock: Clock) -> None:
    """Run the versions that the file has not seen, all in one transaction.

    Raises:
        FileTrouble: upgrade_failed (facts: why), damaged, disk_full, busy; the file is as it was.
    """
    engine = _engine(path)
    try:
        with told_plainly(path, otherwise="upgrade_failed"), engine.connect() as connection:
            with connection.begin():
                _upgrade(connection, versions, path, clock)
            raw = connection.connection.dbapi_connection
            assert raw is not None
            raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        engine.dispose()


def _upgrade(connection: Connection, versions: Sequence[Version], path: Path, clock: Clock) -> None:
    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    # the log may know a newer number than the header that was read without SQLite
    schema = connection.exec_driver_sql("pragma user_version").scalar_one()
    todo = [version for version in versions if schema < version.NUMBER]
    if [version.NUMBER for version in todo] != list(range(schema + 1, file.SCHEMA + 1)):
        raise FileTrouble("upgrade_failed", path=str(path), why="unknown_format")
    connection.exec_driver_sql("update chg_now set step = null")
    drop_triggers(connection)
    operations = Operations(MigrationContext.configure(connection, opts={"render_as_batch": True}))
    for version in todo:
        version.upgrade(operations)
    lost = _rewrite_images(connection, todo)
    if lost:
        _name_lost_steps(connection, lost, clock.now(), clock.today().isoformat())
    sync_triggers(connection)
    rebuild_search(connection)
    if why := _still_wrong(connection):
        raise FileTrouble("upgrade_failed", path=str(path), why=why)
    connection.exec_driver_sql(f"pragma user_version={file.SCHEMA}")


def _still_wrong(connection: Connection) -> str:
    if wrong_tables(connection):
        return "tables"
    if connection.exec_driver_sql("pragma foreign_key_check").first():
        return "foreign_keys"
    if connection.exec_driver_sql("pragma integrity_check").scalar_one() != "ok":
        return "pages"
    return ""


def _engine(path: Path) -> Engine:
    """An engine of its own: foreign keys never on (SQLite ignores the switch inside a transaction)."""
    connect = lambda: driver.connect(address(path), uri=True, isolation_level=None, timeout=file.BUSY_SECONDS)  # noqa: E731  one line, used once
    engine = create_engine("sqlite://", module=driver, creator=connect, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN EXCLUSIVE")

    return engine


def row_of_today(table: str, row: Row, versions: Sequence[Version]) -> Row | None:
    """A row of an older format as it would be today, or None where there is no way."""
    current: Row | None = row
    for version in versions:
        image = getattr(version, "image", None)
        current = image(table, current) if image and current is not None else current
    if current is None or table not in Base.metadata.tables:
        return None
    columns = Base.metadata.tables[table].columns
    filled = {c.name: current[c.name] if c.name in current else default_of(c) for c in columns}
    if any(filled[c.name] is None and not c.nullable for c in columns):
        return None
    return filled


def default_of(column: Column[Any]) -> Any:
    """What a new column holds in a row of an older format, as the file keeps it; None without a default."""
    default = column.default
    if default is None or not default.is_scalar:
        return None
    value = default.arg  # type: ignore[attr-defined]  # only scalar defaults have it
    bind = getattr(column.type, "process_bind_param", None)
    return bind(value, None) if bind else value


def _rewrite_images(connection: Connection, versions: Sequence[Version]) -> list[int]:
    """Bring the journal's rows into today's format; returns the steps that have no way back any more."""
    lost: set[int] = set()
    rows = connection.exec_driver_sql("select n, step, tbl, old, new from chg_row").fetchall()
    for n, step, table, *images in rows:
        today = [
            None if image is None else row_of_today(table, json.loads(image), versions) for image in images
        ]
        if any(was is not None and now is None for was, now in zip(images, today, strict=True)):
            lost.add(step)
            connection.exec_driver_sql("delete from chg_row where n = ?", (n,))
            continue
        texts = tuple(None if row is None else image_text(row) for row in today)
        if texts != tuple(images):
            connection.exec_driver_sql("update chg_row set old = ?, new = ? where n = ?", (*texts, n))
    return sorted(lost)


def _name_lost_steps(connection: Connection, lost: list[int], now: datetime, day: str) -> None:
    last = connection.exec_driver_sql("select uid from chg_step order by seq desc limit 1").scalar_one()
    # the same upgrade of the same file makes the same version everywhere, so that two copies still meet
    uid = hashlib.sha256(f"{last} upgrade {file.SCHEMA}".encode()).hexdigest()[:32]
    connection.exec_driver_sql(
        "insert into chg_step(uid, kind, label, facts, at, day) values(?, ?, '', ?, ?, ?)",
        (uid, UPGRADE, json.dumps({"lost": lost}), moment_text(now), day),
    )

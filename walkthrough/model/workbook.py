# SPDX-License-Identifier: MIT
"""One open workbook: `do` a command, `undo`, `redo`, `read` a query, hear what changed.

The only way to write. It knows no screen and no sentence.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, Protocol, Self, TypeVar

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from walkthrough.model.changes import Change, ChangeSet, Listener, Listeners, StepName
from walkthrough.model.clock import Clock, SystemClock
from walkthrough.model.drafts import Drafts
from walkthrough.model.errors import FileTrouble, Refused
from walkthrough.model.journal import replay, sync_triggers
from walkthrough.model.schema.base import moment_text
from walkthrough.model.steps import Steps
from walkthrough.model.store import file
from walkthrough.model.store.lock import Lock
from walkthrough.model.store.migrate import upgrade_if_older
from walkthrough.model.store.trouble import told_plainly

P = ParamSpec("P")
T = TypeVar("T")


class Command(Protocol):
    """One thing a user does. Its class name is its label; `facts` name it without the user's text."""

    def apply(self, session: Session) -> None:
        """Write it. May raise Refused; then nothing is written."""
        ...

    def facts(self) -> dict[str, Any]:
        """Numbers and keys that let the user interface name what was done."""
        ...


class Workbook:
    """One open file. Made by `create` or `open`, given back by `close`."""

    def __init__(self, path: Path, lock: Lock, clock: Clock, backups: Path | None) -> None:
        self.path = path
        self.clock = clock
        self.backups = backups
        self.live_meeting: str | None = None
        self.last_saved: datetime | None = None
        self._lock = lock
        self._writer = file.writing_engine(path)
        self._reader = file.reading_engine(path)
        self._listeners = Listeners()
        self._steps = Steps()
        self.drafts = Drafts(self._writer, path)

    @classmethod
    def create(cls, path: Path, *, clock: Clock | None = None, backups: Path | None = None) -> Self:
        """Make a new, empty workbook at `path` and open it.

        Raises:
            FileTrouble: exists, no_folder, read_only, disk_full, in_use.
        """
        if path.exists():
            raise FileTrouble("exists", path=str(path))
        lock = Lock.take(path)
        book = cls(path, lock, clock or SystemClock(), backups)
        try:
            with told_plainly(path):
                with book._writer.begin() as connection:
                    file.create_tables(connection)
                book.settle()
        except BaseException:
            book.close()
            path.unlink(missing_ok=True)
            raise
        return book

    @classmethod
    def open(cls, path: Path, *, clock: Clock | None = None, backups: Path | None = None) -> Self:
        """Open a workbook, upgrading an older one after a backup.

        Raises:
            FileTrouble: missing, not_a_workbook, newer, damaged, read_only, in_use, cannot_open.
        """
        file.refuse_truncated(path, file.read_header(path))
        lock = Lock.take(path)
        try:
            upgrade_if_older(path, backups)
            book = cls(path, lock, clock or SystemClock(), backups)
        except BaseException:
            lock.give_back()
            raise
        try:
            with told_plainly(path), book._writer.begin() as connection:
                sync_triggers(connection)
                connection.exec_driver_sql("update chg_now set step = null where step is not null")
                book._steps = Steps.read(connection)
        except BaseException:
            book.close()
            raise
        return book

    def close(self) -> None:
        """Let go of the file. Calling it twice does no harm."""
        self._reader.dispose()
        self._writer.dispose()
        self._lock.give_back()

    # -- writing

    def do(self, command: Command, initiator: object | None = None) -> ChangeSet | None:
        """Apply a command as one transaction and one step.

        Args:
            command: what to do.
            initiator: who asks; passed on to listeners, so that a view can know its own echo.

        Returns:
            What changed, or None where the command changed nothing.

        Raises:
            Refused: the user can put it right; nothing was written.
            FileTrouble: the machine is in the way; nothing was written.
        """
        return self._step("do", type(command).__name__, command.facts, command.apply, initiator)

    def undo(self, initiator: object | None = None, *, older_too: bool = False) -> ChangeSet | None:
        """Take back the last step of this meeting, or of this day outside one (RULES 6).

        Args:
            initiator: who asks.
            older_too: True from History, where older steps are taken back one at a time.

        Raises:
            Refused: undo_older (facts: at) or undo_barrier: it stops at *Remove for good* and at a sealed box.
        """
        step = self._steps.next_undo
        if step is None:
            if self._steps.stopped:
                raise Refused("undo_barrier")
            return None
        if not older_too and not self._is_recent(step.seq):
            raise Refused("undo_older", at=step.at)

        def work(session: Session) -> None:
            replay(session.connection(), step.seq, backwards=True)

        return self._step("undo", step.label, lambda: step.facts, work, initiator, of=step.seq)

    def redo(self, initiator: object | None = None) -> ChangeSet | None:
        """Do the step again that was taken back last."""
        step = self._steps.next_redo
        if step is None:
            return None

        def work(session: Session) -> None:
            replay(session.connection(), step.seq, backwards=False)

        return self._step("redo", step.label, lambda: step.facts, work, initiator, of=step.seq)

    @property
    def next_undo(self) -> StepName | None:
        """What Undo would take back, or None."""
        return self._steps.next_undo

    @property
    def next_redo(self) -> StepName | None:
        """What Redo would do again, or None."""
        return self._steps.next_redo

    # -- reading

    def read(self, query: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a query on a connection that can only read; it returns frozen rows."""
        with told_plainly(self.path), self._reader.connect() as connection:
            return query(connection, *args, **kwargs)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Hear every ChangeSet after its commit; returns the call that ends it."""
        return self._listeners.subscribe(listener)

    def settle(self) -> None:
        """Bring everything from the log into the file itself (when idle, before copying, after creating)."""
        with told_plainly(self.path), self._writer.connect() as connection:
            raw = connection.connection.dbapi_connection
            assert raw is not None
            connection.rollback()
            raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")

    # -- one step

    def _step(
        self,
        kind: str,
        label: str,
        facts: Callable[[], dict[str, Any]],
        work: Callable[[Session], None],
        initiator: object | None,
        of: int | None = None,
    ) -> ChangeSet | None:
        """Do, undo, redo: all are this one function. The triggers record whatever `work` writes."""
        at = moment_text(self.clock.now())
        with told_plainly(self.path), Session(self._writer, expire_on_commit=False) as session:
            execute = session.connection().exec_driver_sql
            execute("pragma defer_foreign_keys=on")
            seq = execute(
                "insert into chg_step(uid, kind, of, label, facts, at, day, meeting)"
                " values(?, ?, ?, ?, '{}', ?, ?, ?) returning seq",
                (secrets.token_hex(16), kind, of, label, at, self.clock.today().isoformat(), self.live_meeting),
            ).scalar_one()
            execute("update chg_now set step = ?", (seq,))
            work(session)
            session.flush()
            rows = execute("select tbl, pk, old, new from chg_row where step = ? order by n", (seq,)).fetchall()
            if not rows:
                session.rollback()
                return None
            named = facts()
            execute("update chg_step set facts = ? where seq = ?", (json.dumps(named, sort_keys=True), seq))
            execute("update chg_now set step = null")
            session.commit()
        self.last_saved = datetime.now(UTC)
        name = StepName(seq=seq, label=label, facts=named, at=at)
        self._steps.push(kind, name, of)
        changes = ChangeSet(step=name, kind=kind, changes=tuple(_change(row) for row in rows))
        self._listeners.tell(changes, initiator)
        return changes

    def _is_recent(self, seq: int) -> bool:
        def where(connection: Connection) -> tuple[str, str | None]:
            row = connection.exec_driver_sql("select day, meeting from chg_step where seq = ?", (seq,)).one()
            return row[0], row[1]

        day, meeting = self.read(where)
        if self.live_meeting is not None:
            return meeting == self.live_meeting
        return day == self.clock.today().isoformat()


def _change(row: Any) -> Change:
    table, pk, old, new = row
    return Change(table, pk, json.loads(old) if old else None, json.loads(new) if new else None)

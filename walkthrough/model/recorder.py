# SPDX-License-Identifier: MIT
"""Writes one step: whatever changes rows, its name and its row images, all in one transaction.

Do, undo, redo, merge and removal are all this one thing. It knows no command and keeps no stack.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine
from sqlalchemy.orm import Session

from walkthrough.model.changes import Change, ChangeSet, StepName
from walkthrough.model.clock import Clock
from walkthrough.model.errors import Refused
from walkthrough.model.quick_rows import EXECUTE
from walkthrough.model.schema.base import moment_text
from walkthrough.model.store.place import Place
from walkthrough.model.store.trouble import is_link_broken, told_plainly


class Deed(msgspec.Struct, frozen=True, kw_only=True):
    """What a step is to be: its kind and name, and the step it takes back or does again."""

    kind: str
    label: str
    facts: Callable[[], dict[str, Any]]
    meeting: str | None
    of: int | None = None


Guard = Callable[[Sequence[Change], Callable[..., Any]], None]
"""Told what a step changes, with what runs a statement in its transaction; raises Refused to prevent it."""


class Recorder:
    """The one writing connection, as something that records steps. `may_be` is asked before each commit."""

    def __init__(self, writer: Engine, place: Place, clock: Clock, may_be: Guard) -> None:
        self._writer = writer
        self._may_be = may_be
        self._place = place
        self._clock = clock

    def record(self, deed: Deed, work: Callable[[Session], None]) -> ChangeSet | None:
        """Run `work` and keep what it changed as one step, or keep nothing at all.

        Returns:
            What changed, or None where no row did.

        Raises:
            Refused: from `work` or the guard, or gone (facts: table) where something that it points to is not
                there any more; nothing was written.
            FileTrouble: the machine is in the way; nothing was written.
        """
        at = moment_text(self._clock.now())
        with self._writing() as connection:
            raw: Any = connection.connection.driver_connection
            execute = raw.execute  # six small statements of our own: past SQLAlchemy they cost a third
            execute("pragma defer_foreign_keys=on")
            seq = execute(
                "insert into chg_step(uid, kind, of, label, facts, at, day, meeting)"
                " values(?, ?, ?, ?, '{}', ?, ?, ?) returning seq",
                (
                    secrets.token_hex(16),
                    deed.kind,
                    deed.of,
                    deed.label,
                    at,
                    self._clock.today().isoformat(),
                    deed.meeting,
                ),
            ).fetchone()[0]
            execute("update chg_now set step = ?", (seq,))
            # Of a connection that is in a transaction already a session lets commits alone.
            with Session(connection, expire_on_commit=False, info={EXECUTE: execute}) as session:
                work(session)
                session.flush()
            rows = execute(
                "select tbl, pk, old, new from chg_row where step = ? order by n", (seq,)
            ).fetchall()
            if not rows:
                return None
            changes = tuple(_change(row) for row in rows)
            self._may_be(changes, execute)
            facts = deed.facts()
            execute("update chg_step set facts = ? where seq = ?", (json.dumps(facts, sort_keys=True), seq))
            execute("update chg_now set step = null")
            self._place.refuse_moved()
            connection.commit()
        name = StepName(seq=seq, label=deed.label, facts=facts, at=at)
        return ChangeSet(step=name, kind=deed.kind, changes=changes)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """A connection in a transaction, of which nothing is left unless it is committed inside.

        After a COMMIT that failed SQLAlchemy holds the transaction for over, while SQLite is in it still and
        nothing more could be written: so it is taken back past SQLAlchemy.
        """
        with told_plainly(self._place.path), self._writer.connect() as connection:
            raw: Any = connection.connection.driver_connection
            try:
                connection.begin()
                yield connection
            except BaseException as error:
                if raw.in_transaction:
                    raw.rollback()
                if is_link_broken(error):
                    raise Refused("gone", table="") from error
                raise


def _change(row: Any) -> Change:
    table, pk, old, new = row
    return Change(table, pk, json.loads(old) if old else None, json.loads(new) if new else None)

# SPDX-License-Identifier: MIT
"""One open workbook: `do` a command, `undo`, `redo`, `read` a query, hear what changed.

The only way to write. It knows no screen and no sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol, Self

from sqlalchemy import Connection, Engine
from sqlalchemy.orm import Session

from walkthrough.model.ballots import BallotBox, Boxes
from walkthrough.model.ballots.boxes import sealed_names
from walkthrough.model.ballots.sealing import SealBox
from walkthrough.model.changes import ChangeSet, Listener, Listeners, StepName
from walkthrough.model.clock import Clock, SystemClock
from walkthrough.model.drafts import Drafts
from walkthrough.model.errors import FileTrouble
from walkthrough.model.journal import rebuild_search, replay, sync_triggers
from walkthrough.model.live_now import LiveNow
from walkthrough.model.open_file import OpenFile
from walkthrough.model.recorder import Deed, Recorder
from walkthrough.model.steps import Steps, When
from walkthrough.model.store import file
from walkthrough.model.store.left_over import put_aside
from walkthrough.model.store.lock import Lock, refuse_open_here
from walkthrough.model.store.making import refuse_taken
from walkthrough.model.store.migrate import upgrade_if_older
from walkthrough.model.store.remove import Removal, Taking
from walkthrough.model.store.trouble import told_plainly


class Command(Protocol):
    """One thing a user does. Its class name is its label; `facts` name it without the user's text."""

    def apply(self, session: Session) -> None:
        """Write it. May raise Refused; then nothing is written."""
        ...

    def facts(self) -> dict[str, Any]:
        """Numbers and keys that let the user interface name what was done."""
        ...


class Workbook(OpenFile):
    """One open file. Made by `create` or `open`, given back by `close`."""

    def __init__(self, path: Path, lock: Lock, clock: Clock, backups: Path | None) -> None:
        super().__init__(path, clock, backups)
        self.live_meeting: str | None = None
        self.last_saved: datetime | None = None
        self.left_over: Path | None = None
        """A log of another file that lay beside this one, where it was put aside."""
        self.on_trouble: Callable[[FileTrouble], None] = lambda _trouble: None  # hears of a step not written
        self._lock = lock
        self._listeners = Listeners()
        self._steps = Steps()
        self.drafts = Drafts(self._writer, path)
        self.live_now = LiveNow(self._writer, self._place)
        self.boxes = Boxes(path, self.read)
        self._recorder = Recorder(self._writer, self._place, clock, self.boxes.refuse_while_asked)

    @classmethod
    def create(cls, path: Path, *, clock: Clock | None = None, backups: Path | None = None) -> Self:
        """Make a new, empty workbook at `path` and open it.

        Raises:
            FileTrouble: exists, no_folder, name_too_long, read_only, disk_full, in_use.
        """
        refuse_taken(path)
        lock = Lock.take(path)
        try:
            file.make_whole(path)
            return cls(path, lock, clock or SystemClock(), backups)
        except BaseException:
            lock.give_back()
            raise

    @classmethod
    def open(cls, path: Path, *, clock: Clock | None = None, backups: Path | None = None) -> Self:
        """Open a workbook: an older one is upgraded after a backup, and the first opening of a day makes one.

        Raises:
            FileTrouble: missing, cannot_open, not_a_workbook, newer, damaged, read_only, in_use,
                upgrade_failed.
        """
        refuse_open_here(path)
        file.refuse_truncated(path, file.read_header(path))
        lock = Lock.take(path)
        clock = clock or SystemClock()
        try:
            left_over = _made_ready(path, backups, clock)
            book = cls(path, lock, clock, backups)
            book.left_over = left_over
        except BaseException:
            lock.give_back()
            raise
        try:
            with told_plainly(path, otherwise="damaged"):
                book._begin()
        except BaseException:
            book.close()
            raise
        return book

    def close(self) -> None:
        """Let go of the file. Calling it twice does no harm."""
        self.let_go()
        self._lock.give_back()

    def do(self, command: Command, initiator: object | None = None) -> ChangeSet | None:
        """Apply a command as one transaction and one step.

        Args:
            command: what to do.
            initiator: who asks; passed on to listeners, so that a view can know its own echo.

        Returns:
            What changed, or None where the command changed nothing.

        Raises:
            Refused: the user can put it right (box_open: people are being asked about it in private); nothing
                was written.
            FileTrouble: the machine is in the way (moved: the file is no longer there); nothing was written.
        """
        deed = Deed(kind="do", label=type(command).__name__, facts=command.facts, meeting=self.live_meeting)
        return self._record(deed, command.apply, initiator)

    def undo(self, initiator: object | None = None, *, older_too: bool = False) -> ChangeSet | None:
        """Take back the last step of this meeting, or of this day outside one (RULES 6).

        Args:
            initiator: who asks.
            older_too: True from History, where older steps are taken back one at a time.

        Raises:
            Refused: undo_before_meeting, undo_older (facts: at), or undo_barrier (facts: why): it stops at
                *Remove for good*, at a sealed box and where an upgrade of the file left no way back;
                gone where something that the step needs is not there any more; box_open.
        """
        here = When(self.clock.today().isoformat(), self.live_meeting)
        step = self._steps.next_undo if older_too else self._steps.recent_undo(here)
        if step is None:
            self._steps.refuse_if_stopped()
            return None
        return self._again("undo", step, initiator)

    def redo(self, initiator: object | None = None) -> ChangeSet | None:
        """Do the step again that was taken back last.

        Raises:
            Refused: redo_barrier (facts: why), where a sealed box or a removal lies between; gone; box_open.
        """
        step = self._steps.next_redo
        if step is None:
            self._steps.refuse_redo_if_stopped()
            return None
        return self._again("redo", step, initiator)

    @property
    def next_undo(self) -> StepName | None:
        """What Undo would take back, or None."""
        return self._steps.next_undo

    @property
    def next_redo(self) -> StepName | None:
        """What Redo would do again, or None."""
        return self._steps.next_redo

    def remove_for_good(self, table: str, pk: str, initiator: object | None = None) -> Removal:
        """Take a row and its text out of workbook, journal, drafts, search and backups. Not to be undone.

        Raises:
            Refused: gone (facts: table), or box_open.
            FileTrouble: the machine is in the way; nothing was removed.
        """
        taking = Taking(table, pk)
        here, facts = self.live_meeting, {"table": table}
        deed = Deed(kind="remove", label="RemoveForGood", facts=lambda: facts, meeting=here)

        take = taking.from_workbook
        changes = self._record(deed, lambda at: take(at.connection().exec_driver_sql), initiator)
        assert changes is not None
        self.boxes.forget(taking.rows, taking.is_told_in)
        return taking.outcome(changes, self._care.clean_up(taking))

    def seal(self, box: BallotBox, initiator: object | None = None) -> ChangeSet | None:
        """Seal a ballot box: tallies that may be shown come into the workbook, the box is destroyed.

        Not to be undone. A box that was sealed before, by a run that ended too early, is only destroyed.

        Raises:
            Refused: gone (facts: table), where what was asked about is not there any more; the box stays.
            FileTrouble: the machine is in the way; nothing was written, the box stays.
        """
        changes = None
        if box.head.name not in self.read(sealed_names):
            command = SealBox(box)
            deed = Deed(kind="seal", label="SealBox", facts=command.facts, meeting=self.live_meeting)
            changes = self._record(deed, command.apply, initiator)
        box.destroy()
        return changes

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Hear every ChangeSet after its commit; returns the call that ends it."""
        return self._listeners.subscribe(listener)

    def _begin(self) -> None:
        """Read first, write only when all was well: a file that is not as it should be stays untouched."""
        with self._reader.connect() as connection:
            file.refuse_newer(connection, self.path)
            self._steps = _steps_in(connection, self.path)
        _make_ready(self._writer)
        self._care.begin()
        self.boxes.found()  # what a crash left of a sealed one goes now, whether somebody asks for it or not

    def _again(self, kind: str, step: StepName, initiator: object | None) -> ChangeSet | None:
        def work(session: Session) -> None:
            replay(session.connection(), step.seq, backwards=kind == "undo")

        facts, here = step.facts, self.live_meeting
        deed = Deed(kind=kind, label=step.label, facts=lambda: facts, meeting=here, of=step.seq)
        return self._record(deed, work, initiator)

    def _record(
        self, deed: Deed, work: Callable[[Session], None], initiator: object | None
    ) -> ChangeSet | None:
        with _telling(self.on_trouble):
            changes = self._recorder.record(deed, work)
        if changes is not None:
            self.last_saved = datetime.now(UTC)
            here = When(self.clock.today().isoformat(), deed.meeting)
            self._steps.push(deed.kind, changes.step, deed.of, here)
            if changes.took("meeting", self.live_meeting):
                self.live_meeting = None  # nothing may be said in a meeting that is not there
            self._listeners.tell(changes, initiator)
        return changes


def _make_ready(writer: Engine) -> None:
    with writer.begin() as connection:
        if sync_triggers(connection):
            rebuild_search(connection)  # without its triggers it has missed something
        connection.exec_driver_sql("update chg_now set step = null where step is not null")


@contextmanager
def _telling(listener: Callable[[FileTrouble], None]) -> Iterator[None]:
    try:
        yield
    except FileTrouble as trouble:
        listener(trouble)
        raise


def _made_ready(path: Path, backups: Path | None, clock: Clock) -> Path | None:
    """What a locked file may need before its first connection; returns where a log of another file went."""
    left_over = put_aside(path)
    file.refuse_truncated(path, file.read_header(path))
    upgrade_if_older(path, backups, clock)
    return left_over


def _steps_in(connection: Connection, path: Path) -> Steps:
    try:
        return Steps.read(connection)
    except (ValueError, TypeError) as error:
        raise FileTrouble("damaged", path=str(path)) from error

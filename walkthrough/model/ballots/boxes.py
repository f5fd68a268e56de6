# SPDX-License-Identifier: MIT
"""The open ballot boxes beside a workbook: opening, finding after a crash, throwing away."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Container, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec
from sqlalchemy import Connection, select

from walkthrough.model.ballots.asked_about import Execute, refuse_while_asked
from walkthrough.model.ballots.box import BallotBox
from walkthrough.model.ballots.box_file import LEFT_BY_A_CRASH, destroy
from walkthrough.model.ballots.head import BoxHead
from walkthrough.model.changes import Change
from walkthrough.model.errors import FileTrouble, Refused
from walkthrough.model.rules.ballots import FEWEST_PEOPLE, may_ask
from walkthrough.model.schema import Asking, Questionnaire, Round, StageCheck

_ENDING = ".ballots"


class Boxes:
    """The boxes of one open workbook.

    Args:
        workbook: its path; boxes lie beside it, under its name and their own.
        read: runs a query on the workbook.
    """

    def __init__(self, workbook: Path, read: Callable[[Callable[[Connection], set[str]]], set[str]]) -> None:
        self._workbook, self._read = workbook, read
        self._open: dict[str, BallotBox] = {}
        self._known: dict[str, BallotBox] = {}
        # Every box met since the workbook was opened, also one that cannot be seen just now: two objects of
        # one box would write over each other's ballots.
        self.on_kept: Callable[[BallotBox], None] = lambda _box: None
        """Called once a box, or a change of one, is on the disk; and for one that is thrown away."""

    def open_new(self, head: BoxHead) -> BallotBox:
        """Open a box for what `head` says; it gets a name of its own. Nothing is written in the workbook.

        Raises:
            Refused: too_few_people (facts: people, least), or box_open where one stands open for the same.
            FileTrouble: the machine is in the way.
        """
        if not may_ask(head.people):
            raise Refused("too_few_people", people=head.people, least=FEWEST_PEOPLE)
        heads = [box.head for box in self.found()]
        if (head.for_table, head.for_id) in [(other.for_table, other.for_id) for other in heads]:
            raise Refused("box_open")
        name = secrets.token_hex(8)
        box = BallotBox.make(self._path_of(name), msgspec.structs.replace(head, name=name))
        self._open[name] = self._known[name] = box
        self._watch(box)
        self._tell(box)
        return box

    def found(self) -> tuple[BallotBox, ...]:
        """The open boxes, those that a crash left too. What is left of one that was sealed before, or of one
        that was never ready, is cleared up instead.
        """
        sealed = self._read(sealed_names)
        self._clear_half_written()
        self._adopt()
        there: dict[str, BallotBox] = {}
        for path in boxes_beside(self._workbook):
            name = box_name(path)
            if name in sealed:
                destroy(path)
                continue
            box = self._known.get(name) or sound_box(path)
            if box is not None:
                there[name] = self._known[name] = box
                self._watch(box)
        self._open = there
        return tuple(there.values())

    def damaged(self) -> tuple[Path, ...]:
        """Boxes that nobody can read; their ballots are lost."""
        names = {box.path for box in self.found()}
        return tuple(path for path in boxes_beside(self._workbook) if path not in names)

    def drop_damaged(self) -> None:
        """Throw away the boxes that nobody can read.

        Raises:
            FileTrouble: cannot_write, where the system does not let us; the others are gone.
        """
        stayed = [path for path in self.damaged() if not destroy(path)]
        if stayed:
            raise FileTrouble("cannot_write", path=str(stayed[0]))

    def drop(self, box: BallotBox) -> None:
        """Throw a box away with all ballots in it.

        Raises:
            FileTrouble: cannot_write, where the system does not let us.
        """
        if not box.destroy():
            raise FileTrouble("cannot_write", path=str(box.path))
        for boxes in (self._open, self._known):
            boxes.pop(box.head.name, None)
        self._tell(box)

    def forget(self, rows: Container[tuple[str, str]], told: Callable[[str], bool]) -> None:
        """After *Remove for good*: destroy the boxes that were about a removed row, which nothing can bring
        back, and take the removed words out of the others.

        Args:
            rows: table and key of each row that is gone.
            told: whether a text is one that was removed.
        """
        for box in self.found():
            with suppress(FileTrouble):  # the row is gone already: such a box is refused when it is sealed
                if (box.head.for_table, box.head.for_id) in rows:
                    self.drop(box)
                else:
                    box.say_without(told)

    def refuse_while_asked(self, changes: Sequence[Change], execute: Execute) -> None:
        """Refuse a step that changes what an open box asks about; it looks at no file.

        Raises:
            Refused: box_open.
        """
        if self._open:
            heads = [box.head for box in self._open.values() if box.is_open]
            refuse_while_asked(heads, changes, execute)

    def _watch(self, box: BallotBox) -> None:
        box.on_kept = self._tell

    def _tell(self, box: BallotBox) -> None:
        self.on_kept(box)

    def _path_of(self, name: str) -> Path:
        return self._workbook.with_name(f"{self._workbook.name}.{name}{_ENDING}")

    def _clear_half_written(self) -> None:
        for ending in LEFT_BY_A_CRASH:
            for path in _beside(self._workbook, _ENDING + ending):
                destroy(path)

    def _adopt(self) -> None:
        """Take over the boxes of this workbook that lie under the name it had before somebody renamed it.

        While a copy beside it might be the one that was renamed, they stay where they are.
        """
        folder = self._workbook.parent
        for path in _listed(folder, _ENDING):
            before = path.name.removesuffix(_ENDING).rpartition(".")[0]
            if before == self._workbook.name or (folder / before).exists():
                continue
            box = sound_box(path)
            if box is None or box.head.for_id not in self._read(_asked_about):
                continue
            there = self._path_of(box.head.name)
            if not there.exists() and not _another_has(self._workbook, box.head.for_id):
                with suppress(OSError):  # it lies there as before, and the next opening tries again
                    path.rename(there)


def boxes_beside(workbook: Path) -> list[Path]:
    """The files of ballot boxes beside a workbook, sound or not."""
    return _beside(workbook, _ENDING)


def destroy_beside(workbook: Path) -> None:
    """Destroy the boxes of a workbook that is deleted, as far as the system lets us."""
    for path in boxes_beside(workbook):
        destroy(path)


def sealed_names(connection: Connection) -> set[str]:
    """The names of all boxes that were sealed into the workbook."""
    rounds = connection.execute(select(Round.box).where(Round.box != "").distinct()).scalars()
    askings = connection.execute(select(Asking.box).where(Asking.box != "").distinct()).scalars()
    return {*rounds, *askings}


def _asked_about(connection: Connection) -> set[str]:
    return {key for table in (StageCheck, Questionnaire) for key in connection.scalars(select(table.id))}


def _another_has(workbook: Path, key: str) -> bool:
    """Whether another workbook of the folder may hold this key too. It is not opened: it may be in use."""
    try:
        others = [one for one in workbook.parent.iterdir() if one.suffix == workbook.suffix]
        files = [one for one in others if one.name != workbook.name and one.is_file()]
        logs = [log for one in files if (log := one.with_name(one.name + "-wal")).is_file()]
        return any(key.encode() in one.read_bytes() for one in (*files, *logs))
    except OSError:
        return True


def _beside(workbook: Path, ending: str) -> list[Path]:
    """The files called after a workbook and one name more: those of "a.walkthrough.walkthrough" are not of
    "a.walkthrough".
    """
    start, listed = workbook.name + ".", _listed(workbook.parent, ending)
    own = [path for path in listed if path.name.startswith(start)]
    return [path for path in own if "." not in path.name.removeprefix(start).removesuffix(ending)]


def _listed(folder: Path, ending: str) -> list[Path]:
    """Files and links; a folder is no box, whatever its name."""
    try:
        named = sorted(path for path in folder.iterdir() if path.name.endswith(ending))
        return [path for path in named if path.is_symlink() or path.is_file()]
    except OSError:
        return []


def box_name(path: Path) -> str:
    """The name of the box that a file is called after."""
    return path.name.removesuffix(_ENDING).rpartition(".")[2]


def sound_box(path: Path) -> BallotBox | None:
    """The box that a file holds; None where it holds none, or one of another name."""
    try:
        box = BallotBox.read(path)
    except FileTrouble:
        return None
    return box if box.head.name == box_name(path) else None

# SPDX-License-Identifier: MIT
"""The open ballot boxes beside a workbook: opening, finding after a crash, throwing away."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from pathlib import Path

import msgspec
from sqlalchemy import Connection, select

from walkthrough.model.ballots.box import BallotBox
from walkthrough.model.ballots.box_file import destroy
from walkthrough.model.ballots.head import BoxHead
from walkthrough.model.errors import FileTrouble, Refused
from walkthrough.model.rules.ballots import FEWEST_PEOPLE, may_ask
from walkthrough.model.schema import Asking, Round

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
        self._open[name] = box
        return box

    def found(self) -> tuple[BallotBox, ...]:
        """The open boxes, those that a crash left too. One that was sealed before is cleared up instead."""
        sealed = self._read(sealed_names)
        there: dict[str, BallotBox] = {}
        for path in self._paths():
            name = _name_of(path)
            if name in sealed:
                destroy(path)
                continue
            box = self._open.get(name) or _sound(path)
            if box is not None:
                there[name] = box
        self._open = there
        return tuple(there.values())

    def damaged(self) -> tuple[Path, ...]:
        """Boxes that nobody can read; their ballots are lost."""
        names = {box.path for box in self.found()}
        return tuple(path for path in self._paths() if path not in names)

    def drop(self, box: BallotBox) -> None:
        """Throw a box away with all ballots in it.

        Raises:
            FileTrouble: cannot_write, where the system does not let us.
        """
        if not box.destroy():
            raise FileTrouble("cannot_write", path=str(box.path))
        self._open.pop(box.head.name, None)

    def _path_of(self, name: str) -> Path:
        return self._workbook.with_name(f"{self._workbook.name}.{name}{_ENDING}")

    def _paths(self) -> list[Path]:
        start = self._workbook.name + "."
        try:
            names = sorted(path for path in self._workbook.parent.iterdir() if path.name.startswith(start))
        except OSError:
            return []
        return [path for path in names if path.name.endswith(_ENDING)]


def sealed_names(connection: Connection) -> set[str]:
    """The names of all boxes that were sealed into the workbook."""
    rounds = connection.execute(select(Round.box).where(Round.box != "").distinct()).scalars()
    askings = connection.execute(select(Asking.box).where(Asking.box != "").distinct()).scalars()
    return {*rounds, *askings}


def _name_of(path: Path) -> str:
    return path.name.removesuffix(_ENDING).rpartition(".")[2]


def _sound(path: Path) -> BallotBox | None:
    try:
        box = BallotBox.read(path)
    except FileTrouble:
        return None
    return box if box.head.name == _name_of(path) else None

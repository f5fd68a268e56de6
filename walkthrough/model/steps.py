# SPDX-License-Identifier: MIT
"""What can be undone and redone, replayed from the journal's steps at open. Nothing is kept anywhere else."""

from __future__ import annotations

import json
from typing import Any, NamedTuple, Self

import msgspec
from sqlalchemy import Connection

from walkthrough.model.changes import StepName
from walkthrough.model.errors import Refused

BARRIERS = ("remove", "seal")
"""Kinds of step that undo never crosses (RULES 6)."""
UPGRADE = "upgrade"
"""A step written by an upgrade that left some older steps without a way back (its facts name them)."""


class When(msgspec.Struct, frozen=True, gc=False):
    """The local day of a step, and the meeting it was made in."""

    day: str
    meeting: str | None


class _Entry(NamedTuple):
    """A step on a stack, as it stands in the file: thousands are read at open, few are ever looked at."""

    seq: int
    label: str
    facts: str
    at: str
    day: str
    meeting: str | None

    @property
    def name(self) -> StepName:
        return StepName(seq=self.seq, label=self.label, facts=json.loads(self.facts), at=self.at)


class Steps:
    """Two stacks of steps, and what lies beneath them that cannot be undone."""

    def __init__(self) -> None:
        self._undos: list[_Entry] = []
        self._redos: list[_Entry] = []
        self._stopped_by = ""
        self._redo_stopped_by = ""

    @classmethod
    def read(cls, connection: Connection) -> Self:
        """Replay every step in the file.

        Raises:
            ValueError: the journal contradicts itself.
        """
        steps = cls()
        rows = connection.exec_driver_sql(
            "select kind, of, seq, label, facts, at, day, meeting from chg_step order by seq"
        )
        for kind, of, *entry in rows.fetchall():
            steps._push(kind, of, _Entry(*entry))
        return steps

    @property
    def next_undo(self) -> StepName | None:
        """The step that undo takes back."""
        return self._undos[-1].name if self._undos else None

    @property
    def next_redo(self) -> StepName | None:
        """The step that redo does again."""
        return self._redos[-1].name if self._redos else None

    def recent_undo(self, here: When) -> StepName | None:
        """The step that undo takes back, if it was done (or redone) in this meeting, or outside one this day.

        Raises:
            Refused: undo_before_meeting in a meeting, else undo_older (facts: at).
        """
        if not self._undos:
            return None
        last = self._undos[-1]
        here_too = last.day == here.day if here.meeting is None else last.meeting == here.meeting
        if not here_too and here.meeting is not None:
            raise Refused("undo_before_meeting")
        if not here_too:
            raise Refused("undo_older", at=last.at)
        return last.name

    def refuse_if_stopped(self) -> None:
        """Raise Refused("undo_barrier", why=...) where something that cannot be undone lies beneath."""
        if self._stopped_by:
            raise Refused("undo_barrier", why=self._stopped_by)

    def refuse_redo_if_stopped(self) -> None:
        """Raise Refused("redo_barrier", why=...) where such a step came after what was taken back last."""
        if self._redo_stopped_by:
            raise Refused("redo_barrier", why=self._redo_stopped_by)

    def push(self, kind: str, step: StepName, of: int | None, when: When) -> None:
        """Take note of one more step in the journal.

        Raises:
            ValueError: an undo or redo that names another step than its turn.
        """
        facts = json.dumps(step.facts)
        self._push(kind, of, _Entry(step.seq, step.label, facts, step.at, when.day, when.meeting))

    def _push(self, kind: str, of: int | None, entry: _Entry) -> None:
        if kind == "undo":
            self._redos.append(_taken(self._undos, of))
        elif kind == "redo":
            # its name stays that of the step; its place in time is now
            self._undos.append(_taken(self._redos, of)._replace(day=entry.day, meeting=entry.meeting))
        elif kind in BARRIERS:
            self._redo_stopped_by = kind if self._redos else self._redo_stopped_by
            self._undos.clear()
            self._redos.clear()
            self._stopped_by = kind
        elif kind == UPGRADE:
            self._give_up(entry.name.facts.get("lost", ()))
        else:
            self._undos.append(entry)
            self._redos.clear()
            self._redo_stopped_by = ""

    def _give_up(self, lost: Any) -> None:
        """Drop the steps without a way back, and all that could only be reached through them."""
        for stack in (self._undos, self._redos):
            below = [place for place, entry in enumerate(stack) if entry.seq in lost]
            if below:
                del stack[: below[-1] + 1]
                self._stopped_by = UPGRADE if stack is self._undos else self._stopped_by


def _taken(stack: list[_Entry], of: int | None) -> _Entry:
    if not stack or stack[-1].seq != of:
        raise ValueError(of)
    return stack.pop()

# SPDX-License-Identifier: MIT
"""What can be undone and redone, replayed from the journal's steps at open. Nothing is kept anywhere else."""

from __future__ import annotations

import json
from typing import Self

from sqlalchemy import Connection

from walkthrough.model.changes import StepName

BARRIERS = ("remove", "seal")
"""Kinds of step that undo never crosses (RULES 6)."""


class Steps:
    """Two stacks of steps, and whether a step that cannot be undone lies beneath them."""

    def __init__(self) -> None:
        self._undos: list[StepName] = []
        self._redos: list[StepName] = []
        self._names: dict[int, StepName] = {}
        self.stopped = False

    @classmethod
    def read(cls, connection: Connection) -> Self:
        """Replay (seq, kind, of) of every step in the file."""
        steps = cls()
        rows = connection.exec_driver_sql("select seq, kind, of, label, facts, at from chg_step order by seq")
        for seq, kind, of, label, facts, at in rows:
            steps.push(kind, StepName(seq=seq, label=label, facts=json.loads(facts), at=at), of)
        return steps

    @property
    def next_undo(self) -> StepName | None:
        """The step that undo takes back."""
        return self._undos[-1] if self._undos else None

    @property
    def next_redo(self) -> StepName | None:
        """The step that redo does again."""
        return self._redos[-1] if self._redos else None

    def push(self, kind: str, step: StepName, of: int | None) -> None:
        """Take note of one more step in the journal."""
        if kind == "undo":
            self._redos.append(self._undos.pop())
        elif kind == "redo":
            self._undos.append(self._redos.pop())
        elif kind in BARRIERS:
            self._undos.clear()
            self._redos.clear()
            self.stopped = True
        else:
            self._undos.append(step)
            self._redos.clear()

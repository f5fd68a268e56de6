# SPDX-License-Identifier: MIT
"""What one step changed: told to every open view, which then asks whether it is concerned. Plain Python."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

Image = Mapping[str, Any]
"""A row as the journal keeps it: column name to stored value."""


class Change(msgspec.Struct, frozen=True, gc=False):
    """One row before and after. No `old`: it was made. No `new`: it is gone."""

    table: str
    id: str
    old: Image | None
    new: Image | None

    @property
    def columns(self) -> frozenset[str]:
        """Names of the columns whose value differs."""
        if self.old is None or self.new is None:
            return frozenset(self.new or self.old or ())
        old = self.old
        return frozenset(name for name, value in self.new.items() if old.get(name) != value)


class StepName(msgspec.Struct, frozen=True):
    """What the user interface needs to name a step: the command's name, its facts, and when."""

    seq: int
    label: str
    facts: dict[str, Any]
    at: str


class ChangeSet(msgspec.Struct, frozen=True):
    """All rows changed by one step. `kind` is do, undo, redo, merge or remove."""

    step: StepName
    kind: str
    changes: tuple[Change, ...]

    @property
    def label(self) -> str:
        """The name of the command that was done, undone or done again."""
        return self.step.label

    @property
    def facts(self) -> dict[str, Any]:
        """Numbers and keys (never the user's text) that let the command be named."""
        return self.step.facts

    def touches(self, *tables: str, **where: Any) -> bool:
        """Whether a row of one of `tables` changed that has, before or after, the given column values."""
        return any(
            change.table in tables
            and all(
                value in ((change.old or {}).get(name), (change.new or {}).get(name))
                for name, value in where.items()
            )
            for change in self.changes
        )

    def took(self, table: str, key: str | None) -> bool:
        """Whether the row with this key went."""
        return any(one.id == key and one.table == table and one.new is None for one in self.changes)


Listener = Callable[[ChangeSet, object | None], None]
"""Called after each commit with what changed and who asked for it."""


class Listeners:
    """A plain signal: whoever subscribes hears every ChangeSet until they leave."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Add a listener; returns the call that takes it off again."""
        self._listeners.append(listener)

        def leave() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return leave

    def tell(self, changes: ChangeSet, initiator: object | None) -> None:
        """Tell everybody, in the order in which they came."""
        for listener in tuple(self._listeners):
            listener(changes, initiator)

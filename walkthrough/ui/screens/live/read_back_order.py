# SPDX-License-Identifier: MIT
"""In which order the steps of a meeting are read back, which one is read now, and which have their answer.

It must not know a widget.
"""

from __future__ import annotations

from collections.abc import Iterable

from walkthrough.model.queries.plan import StepRow
from walkthrough.model.words import Acceptance


class ReadBackOrder:
    """The steps, those of who leaves early first. `at` is the one read now, "" when all are read."""

    def __init__(self) -> None:
        self.steps: tuple[StepRow, ...] = ()
        self.raised: frozenset[str] = frozenset()
        self.first: tuple[str, ...] = ()
        self.done: dict[str, None] = {}  # in the order in which they were dealt with
        self.at = ""

    def resume(self, at: str, done: Iterable[str]) -> None:
        """Go on where the room was."""
        self.done |= dict.fromkeys(done)
        self.at = at or self.at

    def put_first(self, step_ids: Iterable[str]) -> None:
        """Read these before all others."""
        self.first = tuple(step_ids)
        waiting = [key for key in self.first if key not in self.done]
        self.at = waiting[0] if waiting else self.at

    def take(self, steps: tuple[StepRow, ...], raised: frozenset[str]) -> None:
        """Follow the workbook: what is gone is forgotten, what an undo took back is read once more."""
        early = [step for key in self.first for step in steps if step.id == key]
        self.steps = (*early, *(step for step in steps if step.id not in self.first))
        self.raised = raised
        known = {step.id for step in steps}
        answered = {step.id for step in steps if step.acceptance is not Acceptance.OPEN} | raised
        taken_back = (set(self.done) & known) - answered
        self.done = {key: None for key in self.done if key in answered & known}
        if taken_back or self.at not in known:
            self.at = next(iter(taken_back), "") or self.waiting()

    def step(self, key: str | None = None) -> StepRow | None:
        """Return the step that is read now, or one by its key."""
        wanted = self.at if key is None else key
        return next((step for step in self.steps if step.id == wanted), None)

    def place(self) -> int:
        """Return where the step that is read now stands, the first 0."""
        return next((n for n, step in enumerate(self.steps) if step.id == self.at), 0)

    def number(self) -> int:
        """Return which it is in the order of reading, counted as the wall counts."""
        done = list(self.done)
        return 1 + (done.index(self.at) if self.at in self.done else len(done))

    def waiting(self, after: int = -1) -> str:
        """Return the next step without an answer, from a place on, then from the beginning; "" for none."""
        after = min(after, len(self.steps) - 1)
        order = [*self.steps[after + 1 :], *self.steps[: after + 1]]
        return next((step.id for step in order if step.id not in self.done), "")

    def beside(self, by: int) -> str:
        """Return the step so many places on (or back, below 0); "" for none."""
        start = self.place() if self.at else (len(self.steps) if by < 0 else -1)
        place = start + by if self.at else (start - 1 if by < 0 else 0)
        return self.steps[place].id if 0 <= place < len(self.steps) else ""

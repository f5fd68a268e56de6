# SPDX-License-Identifier: MIT
"""Parked topics, each with one key: settled, dropped, or kept for next time; and what came of it in a line.

It must not know of which meeting they are.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from walkthrough.model.commands.entry import EditEntry
from walkthrough.model.queries.meetings import ParkedRow
from walkthrough.model.words import Kind, ParkedState
from walkthrough.ui.screens.live.note_line import NoteLine
from walkthrough.ui.screens.live.part_hands import PartHands
from walkthrough.ui.step_words import wording_of
from walkthrough.ui.widgets.fit_list import FitList
from walkthrough.ui.widgets.group_list import GroupCells
from walkthrough.ui.widgets.places import Column
from walkthrough.ui.widgets.text import Prose
from walkthrough.ui.wording_ui import word
from walkthrough.wording import N_, _

SETTLE, DROP, KEEP = "1", "2", "3"
_STATES = {SETTLE: ParkedState.SETTLED, DROP: ParkedState.DROPPED, KEEP: ParkedState.OPEN}
_TONES = {ParkedState.SETTLED: "good", ParkedState.DROPPED: "quiet", ParkedState.OPEN: "warn"}


class ParkedBox(Column):
    """The list with its line. A topic that got its answer here stays in view."""

    changed = Signal()
    """What is kept for next time is another lot."""

    def __init__(self, name: str, hands: PartHands, parent: QWidget | None = None) -> None:
        super().__init__(gap="half", parent=parent)
        self._hands = hands
        self._topics: tuple[ParkedRow, ...] = ()
        self._kept: set[str] = set()
        self._is_safe = True
        self.keys = Prose(N_("Keys: 1 settled, 2 dropped, 3 kept for next time."), look="small")
        self.line = NoteLine(f"{name}_outcome", hands.drafts)
        self.list = FitList(N_("Parked topics"), lines=2, keys="".join(_STATES))
        self.add(self.keys, self.line, self.list)
        self.list.key_asked.connect(self._on_key)
        self.list.activated_row.connect(self._ask_outcome)
        self.line.answered.connect(self._on_answered)
        self.line.given_up.connect(lambda _key: self._back())

    def show_topics(self, topics: Sequence[ParkedRow], safe: bool) -> None:
        """Show these."""
        self._topics, self._is_safe = tuple(topics), safe
        self._kept &= {row.id for row in topics if row.state is ParkedState.OPEN}
        self.list.set_rows([self._cells(row) for row in topics])
        self.setVisible(bool(topics))

    def waiting(self) -> int:
        """Return how many still need an answer."""
        return sum(row.state is ParkedState.OPEN and row.id not in self._kept for row in self._topics)

    def key(self, event: QKeyEvent) -> bool:
        """Take a key for the chosen topic."""
        if event.text() not in _STATES or not self.list.chosen_id():
            return False
        self._on_key(self.list.chosen_id(), event.text())
        return True

    def leave(self) -> None:
        """Write down what is half typed."""
        self.line.settle()

    def _cells(self, row: ParkedRow) -> GroupCells:
        is_held = row.held and not self._is_safe
        outcome = wording_of(row.outcome, row.held, self._is_safe) if row.outcome else ""
        is_kept = row.id in self._kept
        mark = ("note", _("Kept for next time")) if is_kept else (_TONES[row.state], word(row.state))
        return GroupCells(
            id=row.id,
            text=wording_of(row.text, row.held, self._is_safe),
            kind="parked",
            number=row.number,
            detail=" · ".join(part for part in (outcome, _("on hold") if is_held else "") if part),
            marks=(mark,),
            is_soft=is_kept or row.state is not ParkedState.OPEN,
        )

    def _topic(self, key: str) -> ParkedRow | None:
        return next((row for row in self._topics if row.id == key), None)

    def _on_key(self, key: str, pressed: str) -> None:
        row, state = self._topic(key), _STATES[pressed]
        if row is None:
            return
        (self._kept.add if pressed == KEEP else self._kept.discard)(key)
        command = EditEntry(Kind.PARKED, key, values={"state": state})
        if row.state is not state and not self._hands.did(command):
            return
        said = _("Kept for next time") if pressed == KEEP else word(state)
        self._hands.say(_("#{number}: {state}.").format(number=row.number, state=said))
        self.show_topics(self._topics, self._is_safe)
        self.changed.emit()
        if pressed == SETTLE:
            self._ask_outcome(key)
        else:
            self._next(key)

    def _ask_outcome(self, key: str) -> None:
        row = self._topic(key)
        if row is None:
            return
        number = row.number
        self.line.ask(
            key,
            lambda: _("What came of #{number}?").format(number=number),
            N_("Enter goes on; it may stay empty. Esc leaves it."),
            "" if row.held and self._is_safe else row.outcome,
        )

    def _on_answered(self, key: str, text: str) -> None:
        row = self._topic(key)
        if row is not None and text and text != row.outcome:
            self._hands.did(EditEntry(Kind.PARKED, key, values={"outcome": text}))
        self._next(key)

    def _next(self, key: str) -> None:
        keys = [row.id for row in self._topics]
        place = keys.index(key) + 1 if key in keys else 0
        if place < len(keys):
            self.list.choose(keys[place])
        self._back()

    def _back(self) -> None:
        if self.list.isVisible():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

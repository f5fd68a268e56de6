# SPDX-License-Identifier: MIT
"""What opens beside a row of the checklist: a list, one line to type into, keys on the chosen row.

It must not know the checklist.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from walkthrough.ui.screens.live.close_reading import CloseReading
from walkthrough.ui.screens.live.note_line import NoteLine
from walkthrough.ui.screens.live.part_hands import PartHands
from walkthrough.ui.widgets.fit_list import FitList
from walkthrough.ui.widgets.group_list import GroupCells
from walkthrough.ui.widgets.places import ScrollPage
from walkthrough.ui.widgets.spoken import Words
from walkthrough.ui.widgets.text import Heading, Prose


class CloseBody(ScrollPage):
    """Title, what to do, the line, the rows. A subclass says what the rows are."""

    actions_changed = Signal()

    def __init__(
        self,
        name: str,
        title: Words,
        words: Words,
        hands: PartHands,
        keys: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(gap="unit", margin="", parent=parent)
        self.hands = hands
        self.is_safe = True
        self.reading: CloseReading | None = None
        self.title, self.words = Heading(2, title), Prose(words, look="soft")
        self.line = NoteLine(f"close_{name}", hands.drafts)
        self.list = FitList(title, lines=2, keys=keys)
        self.list.setObjectName(f"close_{name}_list")
        self.add(self.title, self.words, self.line, self.list)
        self.list.key_asked.connect(self.on_key)
        self.list.activated_row.connect(self.on_enter)
        self.line.answered.connect(self.on_answered)
        self.line.given_up.connect(lambda _key: self.back())
        self.list.chosen.connect(lambda _key: self.actions_changed.emit())

    def show_reading(self, reading: CloseReading, safe: bool) -> None:
        """Show how it stands now."""
        self.reading, self.is_safe = reading, safe
        rows = self.cells(reading)
        self.list.set_rows(rows)
        self.list.setVisible(bool(rows))

    def cells(self, reading: CloseReading) -> Sequence[GroupCells]:
        """Return the rows."""
        raise NotImplementedError

    def first(self) -> QWidget | None:
        """Return what has the focus when somebody comes here; None for nothing to do."""
        return self.list if self.list.row_count() and not self.list.isHidden() else None

    def key(self, event: QKeyEvent) -> bool:
        """Answer a key for the chosen row."""
        return False

    def does(self, action_id: str) -> bool:
        """Tell whether this action of the registry makes sense for the chosen row."""
        return False

    def act(self, action_id: str) -> None:
        """Do it."""

    def on_key(self, row_id: str, pressed: str) -> None:
        """One of the list's keys."""

    def on_enter(self, row_id: str) -> None:
        """Enter on a row."""

    def on_answered(self, row_id: str, text: str) -> None:
        """What was typed into the line."""

    def next_row(self, row_id: str) -> None:
        """Go to the row after this one."""
        ids = [cells.id for cells in self.cells(self.reading)] if self.reading is not None else []
        place = ids.index(row_id) + 1 if row_id in ids else 0
        if place < len(ids):
            self.list.choose(ids[place])
        self.back()

    def back(self) -> None:
        """Give the keys to the rows again."""
        if self.list.isVisible():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

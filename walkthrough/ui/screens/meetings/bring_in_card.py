# SPDX-License-Identifier: MIT
"""Entries collected before the meeting, by mail or phone: each line of a pasted list becomes one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walkthrough.model.commands.entry import RecordEntries, RecordEntry
from walkthrough.model.rules.pasting import pasted_lines
from walkthrough.model.words import Kind
from walkthrough.ui.screens.meetings.deeds import Hands
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import text_field
from walkthrough.ui.widgets.places import Card
from walkthrough.ui.widgets.text import Prose
from walkthrough.wording import N_, ngettext

DRAFT = "meetings/bring_in"


class BringInCard(Card):
    """A field for the list, and a button."""

    brought = Signal(int)

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(N_("Bring in what people sent"), parent=parent)
        self._hands = hands
        self._meeting_id, self._walk_id = "", ""
        self.text = text_field(N_("One entry on each line"), lines=3, name="bring_in")
        self.take = Button(N_("Make entries of these lines"), "plain", sign="add", name="bring_in_take")
        self.add(
            Prose(
                N_(
                    "A line is a barrier. Begin it with + for what works, > for a next step, ? for a topic to"
                    " park. They wait under “To sort” on the walk."
                ),
                look="small",
            ),
            self.text,
            self.take,
        )
        self.take.clicked.connect(self._take)
        hands.drafts.watch(DRAFT, self.text.control)

    def show_meeting(self, meeting_id: str, walk_id: str | None) -> None:
        """Say which meeting and walk the entries are for."""
        self._meeting_id, self._walk_id = meeting_id, walk_id or ""
        self.take.setEnabled(walk_id is not None)

    def _take(self) -> None:
        lines = pasted_lines(self.text.value())
        if not lines:
            self.text.set_error(N_("Please paste or type a line first."))
            return
        commands = tuple(
            RecordEntry(
                line.kind or Kind.BARRIER, line.text, walk_id=self._walk_id, meeting_id=self._meeting_id
            )
            for line in lines
        )
        if self._hands.did(RecordEntries(commands)):
            self.text.set_value("")
            self._hands.drafts.saved(DRAFT)
            n = len(commands)
            self._hands.say(ngettext("{n} entry is in.", "{n} entries are in.", n).format(n=n))
            self.brought.emit(n)

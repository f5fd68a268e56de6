# SPDX-License-Identifier: MIT
"""What can be done to a whole meeting or entry, with one sentence after it. It must not know how it looks."""

from __future__ import annotations

from walkthrough.model.commands.meeting import RemoveMeeting
from walkthrough.model.queries.meetings import MeetingRow
from walkthrough.ui.screen import Desk
from walkthrough.ui.screens.meetings.deeds import Do
from walkthrough.ui.screens.meetings.phrases import title_words
from walkthrough.ui.wording_ui import refusal_text
from walkthrough.wording import _


class MeetingDeeds:
    """Does them at a desk."""

    def __init__(self, desk: Desk, do: Do) -> None:
        self._desk, self._do = desk, do

    def take_out(self, row: MeetingRow) -> bool:
        """Take a meeting out; Undo brings it back."""
        refused = self._do(RemoveMeeting(row.id))
        told = _("“{title}” is out. What was said in it stays. Undo brings it back.")
        self._desk.say(refusal_text(refused) if refused else told.format(title=title_words(row)))
        return refused is None

    def remove_for_good(self, table: str, key: str, initiator: object) -> bool:
        """Ask, and take a row's text out of everything."""
        yes = self._desk.ask.confirm(
            _("Remove this for good?"),
            _("Its text goes from this workbook, its history and its backups. This cannot be undone."),
            _("Remove for good"),
            danger=True,
        )
        if yes:
            self._desk.workbook.remove_for_good(table, key, initiator)
            self._desk.say(_("It is removed for good."))
        return yes

# SPDX-License-Identifier: MIT
"""The way into a live meeting: start the one that is next, go on with one that was interrupted.

It must not know the live screen beyond its name; it writes by commands and leaves the rest to the page.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from walkthrough.model import FileTrouble, Refused
from walkthrough.model.commands.live import LeaveMeeting, ReopenMeeting, StartMeeting
from walkthrough.model.commands.meeting import PlanMeeting
from walkthrough.model.queries.live import LiveMeeting, closed_on, gone_live, live_meeting, meeting_to_start
from walkthrough.model.words import MeetingState
from walkthrough.ui.wording_ui import refusal_text, trouble_text
from walkthrough.wording import N_, _

if TYPE_CHECKING:
    from walkthrough.model import ChangeSet
    from walkthrough.ui.screen import Desk

AGENDA = "ninety-minutes"
"""What a meeting that nobody planned goes by."""
_TAKEN = {
    "do": N_("The meeting was taken out. Ctrl+Z brings it back."),
    "redo": N_("The meeting was taken out. Ctrl+Z brings it back."),
    "undo": N_("The meeting was taken out. Ctrl+Y brings it back."),
}
"""By the kind of step; what is removed for good does not come back."""


class LiveDoor:
    """Makes a meeting of the open workbook live."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._live: str | None = None

    def note(self) -> None:
        """Take note of the meeting that is live: called when it may have begun or ended."""
        self._live = self._desk.workbook.live_meeting

    def was_taken(self, changes: ChangeSet) -> bool:
        """Tell whether these changes took the live meeting away: then nothing of it stays on the wall."""
        if self._live is None or not changes.took("meeting", self._live):
            return False
        self._live = None
        projection, told = self._desk.projection, _TAKEN.get(changes.kind, N_("The meeting was taken out."))
        projection.stop()
        projection.forget_view()
        # after what the step says of itself
        QTimer.singleShot(0, projection, lambda: self._desk.say(_(told)))
        return True

    def interrupted(self) -> LiveMeeting | None:
        """Return the meeting that the file says is live while this window is in none."""
        if self._desk.workbook.live_meeting is not None:
            return None
        return self._desk.workbook.read(gone_live)

    def go_on(self) -> bool:
        """Be in the meeting that is live in the file; whether there is one."""
        found = self.interrupted()
        if found is not None:
            self._desk.workbook.live_meeting = found.id
        return found is not None

    def start(self, meeting_id: str = "") -> bool:
        """Make a meeting live: this one, or the one planned for today, else the soonest to come, else a new
        one. One that is live already goes on. False if it could not be, which is said.
        """
        book = self._desk.workbook
        if book.live_meeting is not None and meeting_id in ("", book.live_meeting):
            return True
        try:
            return self._started(meeting_id)
        except Refused as refused:
            self._desk.say(refusal_text(refused))
        except FileTrouble as trouble:
            self._desk.say(trouble_text(trouble))
        return False

    def _started(self, meeting_id: str) -> bool:
        book, today = self._desk.workbook, self._desk.clock.today()
        going, following = book.read(gone_live), book.read(meeting_to_start, today)
        if going is not None and meeting_id in ("", going.id):
            if going.day == today or following is None or following.day != today or meeting_id:
                book.live_meeting = going.id
                return True
            book.do(LeaveMeeting(going.id))  # nobody ended it on its own day, and today has one of its own
        if not meeting_id and (following is None or following.day != today) and book.read(closed_on, today):
            raise Refused("closed_today")
        chosen = book.read(live_meeting, meeting_id) if meeting_id else following
        if chosen is None:
            chosen = self._planned_now()
        over = chosen.state is MeetingState.CLOSED
        if over:
            book.live_now.clear()  # its clock and its place are those of a meeting that was over
        book.do(ReopenMeeting(chosen.id) if over else StartMeeting(chosen.id))
        book.live_meeting = chosen.id
        return True

    def _planned_now(self) -> LiveMeeting:
        """A meeting that begins now and has the usual agenda."""
        desk = self._desk
        agenda = next(one for one in desk.shelf.agendas if one.id == AGENDA)
        begins = desk.clock.now().astimezone()
        ends = begins + timedelta(minutes=agenda.minutes)
        values = {"starts": f"{begins:%H:%M}", "ends": f"{ends:%H:%M}"}
        parts = tuple((part.kind, part.name, part.minutes) for part in agenda.parts)
        command = PlanMeeting(desk.clock.today(), values, parts)
        desk.workbook.do(command)
        made = desk.workbook.read(live_meeting, command.id)
        assert made is not None
        desk.say(_("No meeting was planned, so this one has the usual agenda of 90 minutes."))
        return made

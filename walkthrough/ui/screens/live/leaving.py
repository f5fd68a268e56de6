# SPDX-License-Identifier: MIT
"""Leaving a live meeting: asked first, and everything kept so that it can go on later."""

from __future__ import annotations

from walkthrough.model.commands.live import LeaveMeeting
from walkthrough.model.queries.live import LiveMeeting
from walkthrough.model.words import MeetingState
from walkthrough.ui.screen import Desk
from walkthrough.wording import _


def leave_meeting(desk: Desk, meeting: LiveMeeting, screen: object) -> bool:
    """Leave the meeting; False if the person stays. One that is closed is left without a question.

    Raises:
        FileTrouble: it could not be written.
    """
    if meeting.state is MeetingState.LIVE:
        sure = desk.ask.confirm(
            _("Leave the meeting?"),
            _("Everything is saved. You can go on with it later, at the same place."),
            _("Leave"),
        )
        if not sure:
            return False
        desk.workbook.do(LeaveMeeting(meeting.id), initiator=screen)
    else:
        desk.workbook.live_now.clear()
    desk.projection.stop()
    desk.projection.forget_view()
    desk.workbook.live_meeting = None
    return True

# SPDX-License-Identifier: MIT
"""Which query answers which showing."""

from __future__ import annotations

from sqlalchemy import Connection

from walkthrough.model.queries.wall.across import across
from walkthrough.model.queries.wall.choosing import choosing, fist
from walkthrough.model.queries.wall.criterion import one_criterion
from walkthrough.model.queries.wall.heads import WallMeeting, wall_meeting
from walkthrough.model.queries.wall.mapped import mapped
from walkthrough.model.queries.wall.notices import plain
from walkthrough.model.queries.wall.opening import open_card
from walkthrough.model.queries.wall.promises import promises
from walkthrough.model.queries.wall.rating import rating
from walkthrough.model.queries.wall.shapes import Plain, WallHead, WallView
from walkthrough.model.queries.wall.steps import closing, read_back, steps
from walkthrough.model.queries.wall.walking import walking
from walkthrough.model.showing import Call, Showing
from walkthrough.model.words import AgendaKind


def wall_view(connection: Connection, showing: Showing) -> WallView:
    """What the room sees at this place; a part without a picture of its own shows its name.

    A key in `showing` that is not there any more shows the part without it.
    """
    meeting = wall_meeting(connection, showing.meeting_id)
    if meeting is None:
        return Plain(WallHead(showing.part, ""))
    return _called(connection, showing, meeting) or _part(connection, showing, meeting)


def _called(connection: Connection, showing: Showing, meeting: WallMeeting) -> WallView | None:
    """What can be called onto the wall in any part."""
    match showing.call:
        case Call.MAP:
            return mapped(connection, showing, meeting)
        case Call.LOOK_ACROSS:
            return across(connection, showing, meeting)
        case Call.FIST:
            return fist(connection, showing)
        case Call.CRITERION:
            return one_criterion(connection, showing, meeting)
    return None


def _part(connection: Connection, showing: Showing, meeting: WallMeeting) -> WallView:
    match showing.part:
        case AgendaKind.OPEN:
            return open_card(connection, showing, meeting)
        case AgendaKind.LAST_TIME:
            return promises(connection, showing, meeting)
        case AgendaKind.WALK:
            return walking(connection, showing, meeting)
        case AgendaKind.CHOOSE:
            return choosing(connection, showing, meeting)
        case AgendaKind.STAGE_CHECK:
            return rating(connection, showing, meeting)
        case AgendaKind.NEXT_STEPS:
            return steps(connection, showing)
        case AgendaKind.READ_BACK:
            return read_back(connection, showing)
        case AgendaKind.CLOSE:
            return closing(connection, showing, meeting)
    return plain(connection, showing)

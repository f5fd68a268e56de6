# SPDX-License-Identifier: MIT
"""A meeting goes live, is left for a while, is opened again. Where it is while live stands in live_now."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from walkthrough.model.commands.base import Deed, found
from walkthrough.model.commands.entry import this_day
from walkthrough.model.errors import Refused
from walkthrough.model.schema import Meeting
from walkthrough.model.words import MeetingState

REOPENED_WITHIN_DAYS = 30
"""A closed meeting opens again this many days after its day at the most: later its papers stand."""


@dataclass(frozen=True)
class LiveDeed(Deed):
    """A command about how far a meeting has come; it can name the meeting and its day once applied."""

    id: str
    _told: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def facts(self) -> dict[str, Any]:
        """The meeting and its day."""
        return dict(self._told)

    def meeting(self, session: Session) -> Meeting:
        """The row, noted for `facts`. Raises Refused("gone")."""
        row = found(session, Meeting, self.id)
        self._told.update(meeting_id=row.id, day=row.day.isoformat())
        return row


@dataclass(frozen=True)
class StartMeeting(LiveDeed):
    """A planned meeting begins."""

    def apply(self, session: Session) -> None:
        """Make it live; one that is live already stays so.

        Raises:
            Refused: gone; already_live (facts: meeting_id, at) where another meeting is live;
                meeting_closed (facts: meeting_id) where this one is over: it is opened again instead.
        """
        row = self.meeting(session)
        if row.state is MeetingState.CLOSED:
            raise Refused("meeting_closed", meeting_id=row.id)
        _refuse_second(session, row)
        row.state = MeetingState.LIVE


@dataclass(frozen=True)
class LeaveMeeting(LiveDeed):
    """A live meeting is left without closing it: it can begin again."""

    def apply(self, session: Session) -> None:
        """Make it planned again; nothing else changes, nor does a meeting that is not live."""
        row = self.meeting(session)
        if row.state is MeetingState.LIVE:
            row.state = MeetingState.PLANNED


@dataclass(frozen=True)
class ReopenMeeting(LiveDeed):
    """A closed meeting is opened again, to put something right."""

    def apply(self, session: Session) -> None:
        """Make it live.

        Raises:
            Refused: gone; too_long_ago (facts: most, in days); already_live, as in `StartMeeting`.
        """
        row = self.meeting(session)
        if (this_day(session, None) - row.day).days > REOPENED_WITHIN_DAYS:
            raise Refused("too_long_ago", most=REOPENED_WITHIN_DAYS)
        _refuse_second(session, row)
        row.state = MeetingState.LIVE


def _refuse_second(session: Session, row: Meeting) -> None:
    query = select(Meeting).where(Meeting.state == MeetingState.LIVE, Meeting.id != row.id).limit(1)
    other = session.scalar(query)
    if other is not None:
        raise Refused("already_live", meeting_id=other.id, at=other.day.isoformat())

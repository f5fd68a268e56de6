# SPDX-License-Identifier: MIT
"""Preparing a meeting: which stations and dimensions are on for it, and how large the room is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from walkthrough.model.commands.base import Deed, found
from walkthrough.model.commands.meeting import set_meeting
from walkthrough.model.errors import Refused
from walkthrough.model.schema import Dimension, Meeting, MeetingDimension, MeetingStation, Station

MOST_MINUTES = 24 * 60


@dataclass(frozen=True)
class SetMeetingStations(Deed):
    """The stations to be walked in a meeting, in their order, each with its minutes."""

    meeting_id: str
    stations: tuple[tuple[str, int], ...]

    def apply(self, session: Session) -> None:
        """Write them in place of those before. A station named twice keeps its first place.

        Raises:
            Refused: gone; minutes_wrong (facts: field).
        """
        found(session, Meeting, self.meeting_id)
        minutes = dict(self.stations)
        for station_id, many in minutes.items():
            found(session, Station, station_id)
            if not 1 <= many <= MOST_MINUTES:
                raise Refused("minutes_wrong", field="minutes")
        rows = _rows_for(session, MeetingStation, "station_id", self.meeting_id, minutes)
        for station_id, row in rows.items():
            row.minutes = minutes[station_id]
        session.add_all(rows.values())

    def facts(self) -> dict[str, Any]:
        """How many."""
        return {"count": len(dict(self.stations))}


@dataclass(frozen=True)
class SetMeetingDimensions(Deed):
    """The dimensions whose open criterion is looked at in a meeting, in their order."""

    meeting_id: str
    dimension_ids: tuple[str, ...]

    def apply(self, session: Session) -> None:
        """Write them in place of those before.

        Raises:
            Refused: gone.
        """
        found(session, Meeting, self.meeting_id)
        for dimension_id in self.dimension_ids:
            found(session, Dimension, dimension_id)
        rows = _rows_for(session, MeetingDimension, "dimension_id", self.meeting_id, self.dimension_ids)
        session.add_all(rows.values())

    def facts(self) -> dict[str, Any]:
        """How many."""
        return {"count": len(set(self.dimension_ids))}


@dataclass(frozen=True)
class SetRoomSize(Deed):
    """How large the room is: it sets the size of the words on the wall. None where nobody measured.

    Args:
        meeting_id: which meeting.
        picture_cm: how wide the picture on the wall is, in centimetres.
        back_row_cm: how far from it the last row sits, in centimetres.
    """

    meeting_id: str
    picture_cm: int | None
    back_row_cm: int | None

    def apply(self, session: Session) -> None:
        """Write both.

        Raises:
            Refused: gone; out_of_range (facts: field, least, most).
        """
        row = found(session, Meeting, self.meeting_id)
        set_meeting(row, {"picture_cm": self.picture_cm, "back_row_cm": self.back_row_cm})


def _rows_for(
    session: Session, kind: type[Any], column: str, meeting_id: str, wanted: Iterable[str]
) -> dict[str, Any]:
    """A row for each key wanted, in that order: those that are there are kept, so that two copies of the
    workbook still know them as the same; the others go.
    """
    here: dict[str, Any] = {}
    for row in session.query(kind).filter_by(meeting_id=meeting_id).order_by(kind.pos):
        if here.setdefault(getattr(row, column), row) is not row:
            session.delete(row)
    order = list(dict.fromkeys(wanted))
    for key, row in here.items():
        if key not in order:
            session.delete(row)
    rows = {key: here.get(key) or kind(meeting_id=meeting_id, **{column: key}) for key in order}
    for pos, row in enumerate(rows.values()):
        row.pos = pos
    return rows

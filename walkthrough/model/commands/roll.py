# SPDX-License-Identifier: MIT
"""The roll of a live meeting: who comes, who goes, who must leave early, who came without a name."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from walkthrough.model.commands.base import Deed, found
from walkthrough.model.errors import Refused
from walkthrough.model.rules.times import is_time
from walkthrough.model.schema import Attendance, Meeting, Partner, new_id
from walkthrough.model.words import Role


@dataclass(frozen=True)
class Arrive(Deed):
    """Somebody on the list is here, or is back."""

    attendance_id: str

    def apply(self, session: Session) -> None:
        """Write that they came and are here."""
        row = found(session, Attendance, self.attendance_id)
        row.came, row.has_left = True, False


@dataclass(frozen=True)
class Depart(Deed):
    """Somebody who came goes; that they came stays."""

    attendance_id: str

    def apply(self, session: Session) -> None:
        """Write that they have left; nothing happens to somebody who never came."""
        row = found(session, Attendance, self.attendance_id)
        row.has_left = row.came


@dataclass(frozen=True)
class CameUnnamed(Deed):
    """One more person is here whose name nobody writes down."""

    meeting_id: str
    partner_id: str | None = None
    role: Role = Role.OTHER
    id: str = field(default_factory=new_id)

    def apply(self, session: Session) -> None:
        """Write a line without a name that came."""
        found(session, Meeting, self.meeting_id)
        if self.partner_id is not None:
            found(session, Partner, self.partner_id)
        session.add(
            Attendance(
                id=self.id,
                meeting_id=self.meeting_id,
                partner_id=self.partner_id,
                role=self.role,
                came=True,
            )
        )


@dataclass(frozen=True)
class SetLeaves(Deed):
    """Say when somebody must go; an empty time takes that back."""

    attendance_id: str
    leaves: str

    def apply(self, session: Session) -> None:
        """Write the time, as HH:MM.

        Raises:
            Refused: gone; time_wrong (facts: field).
        """
        row = found(session, Attendance, self.attendance_id)
        if not is_time(self.leaves):
            raise Refused("time_wrong", field="leaves")
        row.leaves = self.leaves

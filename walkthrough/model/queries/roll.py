# SPDX-License-Identifier: MIT
"""Who is in the room now: the roll of a meeting for the presenter, and how many people that makes.

Names are for paper and never come to the wall; the wall has queries of its own and reads the number only.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, func, not_, select

from walkthrough.model.queries.rows import frozen
from walkthrough.model.schema import Attendance, Meeting, Partner
from walkthrough.model.words import Role


class RollRow(msgspec.Struct, frozen=True, gc=False):
    """Somebody invited or present. `name` is for paper; `leaves` is the local time, as HH:MM, or "".

    Who speaks from lived experience is shown as a count only where other people can see it.
    """

    id: str
    partner_id: str | None
    partner: str
    short: str
    name: str
    role: Role
    came: bool
    has_left: bool
    leaves: str

    @property
    def is_here(self) -> bool:
        """Whether this person sits in the room now."""
        return self.came and not self.has_left

    @property
    def is_lived_experience(self) -> bool:
        """Whether this person speaks from life, not for an agency."""
        return self.role is Role.LIVED_EXPERIENCE


def people_here(connection: Connection, meeting_id: str) -> int:
    """How many people are here now: came and has not left, with and without a name.

    Args:
        connection: one that can read.
        meeting_id: the meeting; one that is not there any more has nobody.
    """
    return int(connection.execute(_people_here(), {"meeting": meeting_id}).scalar_one())


def roll(connection: Connection, meeting_id: str) -> tuple[RollRow, ...]:
    """Everybody on the roll of a meeting: by partner in the order of the partners, then as they were added;
    who belongs to no partner comes last.
    """
    return frozen(RollRow, connection.execute(_roll(), {"meeting": meeting_id}))


def starts_at(connection: Connection, meeting_id: str) -> str:
    """When a meeting begins, as HH:MM; "" where nobody said."""
    found = connection.execute(select(Meeting.starts).where(Meeting.id == meeting_id)).scalar()
    return found or ""


@cache
def _people_here() -> Any:
    query = select(func.count()).select_from(Attendance)
    return query.where(
        Attendance.meeting_id == bindparam("meeting"), Attendance.came, not_(Attendance.has_left)
    )


@cache
def _roll() -> Any:
    return (
        select(
            Attendance.id,
            Attendance.partner_id,
            func.coalesce(Partner.name, ""),
            func.coalesce(Partner.short, ""),
            Attendance.name,
            Attendance.role,
            Attendance.came,
            Attendance.has_left,
            Attendance.leaves,
        )
        .outerjoin(Partner, Partner.id == Attendance.partner_id)
        .where(Attendance.meeting_id == bindparam("meeting"))
        .order_by(Partner.pos.is_(None), Partner.pos, Attendance.id)
    )

# SPDX-License-Identifier: MIT
"""The roll of a meeting: who is here now, by partner, and how many people that makes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest
from sqlalchemy.orm import Session

from walkthrough.model.commands.base import Deed
from walkthrough.model.commands.meeting import PlanMeeting
from walkthrough.model.commands.partner import AddPartner
from walkthrough.model.queries.roll import people_here, roll
from walkthrough.model.schema import Attendance
from walkthrough.model.words import Role
from walkthrough.model.workbook import Workbook


@dataclass(frozen=True)
class PutOnRoll(Deed):
    """Lines of the roll as they stand in the table."""

    meeting_id: str
    lines: Iterable[dict[str, Any]] = field(default_factory=tuple)

    def apply(self, session: Session) -> None:
        for line in self.lines:
            session.add(Attendance(meeting_id=self.meeting_id, **line))
            session.flush()


@pytest.fixture
def meeting(workbook: Workbook) -> str:
    planned = PlanMeeting(date(2026, 11, 22))
    workbook.do(planned)
    return planned.id


def test_here_is_who_came_and_has_not_left_with_and_without_a_name(workbook: Workbook, meeting: str):
    lines = [
        {"name": "Ana", "came": True},
        {"name": "", "came": True},
        {"name": "Bo", "came": True, "has_left": True},
        {"name": "Cy", "came": False},
        {"role": Role.LIVED_EXPERIENCE, "came": True},
    ]
    workbook.do(PutOnRoll(meeting, lines))
    assert workbook.read(people_here, meeting) == 3
    assert [row.is_here for row in workbook.read(roll, meeting)] == [True, True, False, False, True]
    assert [row.is_lived_experience for row in workbook.read(roll, meeting)] == [False] * 4 + [True]


def test_another_meeting_has_its_own_roll(workbook: Workbook, meeting: str):
    workbook.do(PutOnRoll(meeting, [{"came": True}]))
    other = PlanMeeting(date(2026, 12, 6))
    workbook.do(other)
    assert workbook.read(people_here, other.id) == 0
    assert workbook.read(people_here, "gone") == 0
    assert workbook.read(roll, other.id) == ()


def test_the_roll_goes_by_partner_and_who_belongs_to_none_comes_last(workbook: Workbook, meeting: str):
    first, second = (
        AddPartner("Family Court", "courts", {"short": "Court"}),
        AddPartner("County Health", "health"),
    )
    workbook.do(first)
    workbook.do(second)
    lines = [
        {"name": "Guest", "leaves": "15:30"},
        {"name": "Nurse", "partner_id": second.id},
        {"name": "Judge", "partner_id": first.id, "role": Role.DIRECTOR},
        {"name": "Clerk", "partner_id": first.id},
    ]
    workbook.do(PutOnRoll(meeting, lines))
    rows = workbook.read(roll, meeting)
    assert [row.name for row in rows] == ["Judge", "Clerk", "Nurse", "Guest"]
    assert (rows[0].partner, rows[0].short, rows[0].role) == ("Family Court", "Court", Role.DIRECTOR)
    assert (rows[3].partner, rows[3].leaves) == ("", "15:30")

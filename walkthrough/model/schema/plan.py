# SPDX-License-Identifier: MIT
"""Next steps, what they answer, how they go, and questions raised to a tier."""

from __future__ import annotations

from datetime import date, datetime

from walkthrough.model.schema.base import Base, Mapped, choice, key, paper, part_of, points_to, private, room
from walkthrough.model.words import Acceptance, StepState, Tier


class NextStep(Base):
    """An action: what, one accountable owner, by when, and how we will know."""

    __tablename__ = "next_step"
    id: Mapped[str] = key()
    goal_id: Mapped[str | None] = points_to("goal")
    indicator_id: Mapped[str | None] = points_to("indicator")
    station_id: Mapped[str | None] = points_to("station")
    lane_id: Mapped[str | None] = points_to("lane")
    meeting_id: Mapped[str | None] = points_to("meeting")
    criterion_id: Mapped[str | None] = points_to("criterion")
    owner_partner_id: Mapped[str | None] = points_to("partner")
    pos: Mapped[int] = room()
    number: Mapped[int] = room(unique=True)
    old_number: Mapped[int | None] = room(default=None)
    what: Mapped[str] = room()
    owner: Mapped[str] = paper(default="")
    due: Mapped[date | None] = room(default=None)
    due_words: Mapped[str] = room(default="")
    because: Mapped[str] = room(default="")
    tier: Mapped[Tier | None] = room(choice(Tier), default=None)
    needs: Mapped[str] = paper(default="")
    state: Mapped[StepState] = room(choice(StepState), default=StepState.NOT_STARTED)
    acceptance: Mapped[Acceptance] = room(choice(Acceptance), default=Acceptance.OPEN)
    ask_by: Mapped[date | None] = room(default=None)
    ask_whom: Mapped[str] = paper(default="")
    proof: Mapped[str] = room(default="")
    closed_on: Mapped[date | None] = room(default=None)
    held: Mapped[bool] = room(default=False)
    made_at: Mapped[datetime] = private()
    private_note: Mapped[str] = private(default="")


class StepFinding(Base):
    """That a next step answers a finding."""

    __tablename__ = "step_finding"
    id: Mapped[str] = key()
    step_id: Mapped[str] = part_of("next_step")
    finding_id: Mapped[str] = part_of("finding")


class StepNote(Base):
    """How a next step went, on one day."""

    __tablename__ = "step_note"
    id: Mapped[str] = key()
    step_id: Mapped[str] = part_of("next_step")
    meeting_id: Mapped[str | None] = points_to("meeting")
    day: Mapped[date] = room()
    state: Mapped[StepState] = room(choice(StepState))
    text: Mapped[str] = room(default="")
    held: Mapped[bool] = room(default=False)


class Raised(Base):
    """A question that the table cannot decide: to which tier, by when, the answer, told back."""

    __tablename__ = "raised"
    id: Mapped[str] = key()
    step_id: Mapped[str | None] = points_to("next_step")
    meeting_id: Mapped[str | None] = points_to("meeting")
    number: Mapped[int] = room(unique=True)
    old_number: Mapped[int | None] = room(default=None)
    question: Mapped[str] = room()
    tier: Mapped[Tier] = room(choice(Tier))
    to_whom: Mapped[str] = paper(default="")
    by_day: Mapped[date | None] = room(default=None)
    answer: Mapped[str] = room(default="")
    told_back_on: Mapped[date | None] = room(default=None)
    held: Mapped[bool] = room(default=False)

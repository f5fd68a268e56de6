# SPDX-License-Identifier: MIT
"""Goals, and the indicators that tell whether families fare better."""

from __future__ import annotations

from datetime import date, datetime

from walkthrough.model.schema.base import Base, Mapped, choice, key, paper, part_of, points_to, private, room
from walkthrough.model.words import Better, Certainty


class Goal(Base):
    """What the collaborative wants for families; indicators and next steps hang on it."""

    __tablename__ = "goal"
    id: Mapped[str] = key()
    pos: Mapped[int] = room()
    text: Mapped[str] = room()
    strategy: Mapped[str] = room(default="")
    budget: Mapped[str] = paper(default="")
    in_kind: Mapped[str] = paper(default="")
    held: Mapped[bool] = room(default=False)


class Indicator(Base):
    """A measure. Values that count families are private: they leave through the rule for small counts."""

    __tablename__ = "indicator"
    id: Mapped[str] = key()
    goal_id: Mapped[str | None] = points_to("goal")
    station_id: Mapped[str | None] = points_to("station")
    lane_id: Mapped[str | None] = points_to("lane")
    meeting_id: Mapped[str | None] = points_to("meeting")
    owner_partner_id: Mapped[str | None] = points_to("partner")
    criterion_id: Mapped[str | None] = points_to("criterion")
    """The statement of a stage check whose evidence became this indicator."""
    pos: Mapped[int] = room()
    number: Mapped[int] = room(unique=True)
    old_number: Mapped[int | None] = room(default=None)
    name: Mapped[str] = room()
    definition: Mapped[str] = room(default="")
    source: Mapped[str] = room(default="")
    owner: Mapped[str] = paper(default="")
    unit: Mapped[str] = room(default="")
    better: Mapped[Better] = room(choice(Better), default=Better.UP)
    counts_families: Mapped[bool] = room(default=False)
    how_often: Mapped[str] = room(default="")
    baseline: Mapped[float | None] = private(default=None)
    baseline_on: Mapped[date | None] = room(default=None)
    target: Mapped[float | None] = room(default=None)
    target_on: Mapped[date | None] = room(default=None)
    held: Mapped[bool] = room(default=False)
    made_at: Mapped[datetime] = private()
    private_note: Mapped[str] = private(default="")


class Point(Base):
    """One value of an indicator."""

    __tablename__ = "point"
    id: Mapped[str] = key()
    indicator_id: Mapped[str] = part_of("indicator")
    day: Mapped[date] = room()
    value: Mapped[float] = private()
    of_families: Mapped[int | None] = private(default=None)
    certainty: Mapped[Certainty] = room(choice(Certainty), default=Certainty.COUNTED)
    note: Mapped[str] = room(default="")

# SPDX-License-Identifier: MIT
"""What the capture line makes at a station: findings, parked topics, decisions; and themes over findings.

Next steps and indicators, the other two kinds, have homes of their own (plan.py, indicator.py).
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Index
from sqlalchemy import text as sql

from walkthrough.model.schema.base import (
    Base,
    Mapped,
    Privacy,
    choice,
    key,
    paper,
    part_of,
    points_to,
    private,
    room,
)
from walkthrough.model.words import Kind, ParkedState


class Finding(Base):
    """A barrier or an effective practice, at station x lane. Without a lane it is still to sort."""

    __tablename__ = "finding"
    __table_args__ = (
        Index(None, "station_id", "kind", "lane_id"),  # counts of stations and of the map's cells
        Index(None, "station_id", "number"),  # a station's newest page
        Index(None, "walk_id", "lane_id", "number"),  # what is still to sort
        Index(
            "ix_finding_loudest", "kind", sql("votes + said_again desc"), "number"
        ),  # barriers without a next step, from 60 ms to 1 ms
        Index("ix_finding_held", "held", sqlite_where=sql("held")),  # the few that are held, to count them
    )
    id: Mapped[str] = key()
    walk_id: Mapped[str] = part_of("walk")
    station_id: Mapped[str | None] = points_to("station")
    lane_id: Mapped[str | None] = points_to("lane")
    meeting_id: Mapped[str | None] = points_to("meeting")
    number: Mapped[int] = room(unique=True)
    old_number: Mapped[int | None] = room(default=None)
    kind: Mapped[Kind] = room(choice(Kind))
    text: Mapped[str] = room()
    detail: Mapped[str] = room(default="")
    category: Mapped[str] = room(default="")
    who_is_affected: Mapped[str] = room(default="")
    said_again: Mapped[int] = room(default=0)
    votes: Mapped[int] = room(default=0)
    impact: Mapped[int | None] = room(default=None)
    effort: Mapped[int | None] = room(default=None)
    held: Mapped[bool] = room(default=False)
    made_at: Mapped[datetime] = private()
    said_by: Mapped[str] = private(default="")
    said_by_partner_id: Mapped[str | None] = points_to("partner", privacy=Privacy.PRIVATE)
    private_note: Mapped[str] = private(default="")


class Theme(Base):
    """A few findings under one name, to vote on."""

    __tablename__ = "theme"
    id: Mapped[str] = key()
    walk_id: Mapped[str] = part_of("walk")
    number: Mapped[int] = room(unique=True)
    old_number: Mapped[int | None] = room(default=None)
    pos: Mapped[int] = room()
    name: Mapped[str] = room()
    votes: Mapped[int] = room(default=0)
    impact: Mapped[int | None] = room(default=None)
    effort: Mapped[int | None] = room(default=None)
    held: Mapped[bool] = room(default=False)


class ThemeFinding(Base):
    """That a finding belongs to a theme."""

    __tablename__ = "theme_finding"
    id: Mapped[str] = key()
    theme_id: Mapped[str] = part_of("theme")
    finding_id: Mapped[str] = part_of("finding")


class ParkedTopic(Base):
    """A topic set aside, to come back to before closing."""

    __tablename__ = "parked_topic"
    id: Mapped[str] = key()
    station_id: Mapped[str | None] = points_to("station")
    lane_id: Mapped[str | None] = points_to("lane")
    meeting_id: Mapped[str | None] = points_to("meeting")
    number: Mapped[int] = room(unique=True)
    old_number: Mapped[int | None] = room(default=None)
    text: Mapped[str] = room()
    state: Mapped[ParkedState] = room(choice(ParkedState), default=ParkedState.OPEN)
    outcome: Mapped[str] = room(default="")
    held: Mapped[bool] = room(default=False)
    made_at: Mapped[datetime] = private()
    private_note: Mapped[str] = private(default="")


class Decision(Base):
    """Something the table settled, and by which rule."""

    __tablename__ = "decision"
    id: Mapped[str] = key()
    station_id: Mapped[str | None] = points_to("station")
    lane_id: Mapped[str | None] = points_to("lane")
    meeting_id: Mapped[str | None] = points_to("meeting")
    number: Mapped[int] = room(unique=True)
    old_number: Mapped[int | None] = room(default=None)
    text: Mapped[str] = room()
    rule: Mapped[str] = room(default="")
    decided_on: Mapped[date | None] = room(default=None)
    decided_by: Mapped[str] = paper(default="")
    held: Mapped[bool] = room(default=False)
    made_at: Mapped[datetime] = private()
    private_note: Mapped[str] = private(default="")

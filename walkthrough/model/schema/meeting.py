# SPDX-License-Identifier: MIT
"""Meetings: when and where, the agenda, who came, what is on for today, how it went."""

from __future__ import annotations

from datetime import date

from walkthrough.model.schema.base import Base, Mapped, choice, key, paper, part_of, points_to, private, room
from walkthrough.model.words import (
    AgendaKind,
    DebriefAnswer,
    MeetingKind,
    MeetingMode,
    MeetingState,
    RatingMethod,
    Role,
)


class Meeting(Base):
    """One gathering. Times are local, as HH:MM.

    `picture_cm` is the width of the picture on the wall and `back_row_cm` how far from it the last row sits,
    both in centimetres: together they say how large the words must be. Each person may place `dots` votes.
    """

    __tablename__ = "meeting"
    id: Mapped[str] = key()
    walk_id: Mapped[str | None] = points_to("walk")
    title: Mapped[str] = room(default="")
    day: Mapped[date] = room()
    starts: Mapped[str] = room(default="")
    ends: Mapped[str] = room(default="")
    zone: Mapped[str] = room(default="")
    place: Mapped[str] = room(default="")
    kind: Mapped[MeetingKind] = room(choice(MeetingKind), default=MeetingKind.WALK)
    mode: Mapped[MeetingMode] = room(choice(MeetingMode), default=MeetingMode.ROOM)
    state: Mapped[MeetingState] = room(choice(MeetingState), default=MeetingState.PLANNED)
    purpose: Mapped[str] = room(default="")
    facilitator: Mapped[str] = paper(default="")
    recorder: Mapped[str] = paper(default="")
    next_day: Mapped[date | None] = room(default=None)
    picture_cm: Mapped[int | None] = room(default=None)
    back_row_cm: Mapped[int | None] = room(default=None)
    dots: Mapped[int] = room(default=3)
    dots_private: Mapped[bool] = room(default=False)
    rating: Mapped[RatingMethod | None] = room(choice(RatingMethod), default=None)
    arrangements: Mapped[str] = private(default="")
    private_note: Mapped[str] = private(default="")


class AgendaPart(Base):
    """One part of the agenda, with its minutes."""

    __tablename__ = "agenda_part"
    id: Mapped[str] = key()
    meeting_id: Mapped[str] = part_of("meeting")
    pos: Mapped[int] = room()
    kind: Mapped[AgendaKind] = room(choice(AgendaKind))
    title: Mapped[str] = room()
    minutes: Mapped[int] = room()


class Attendance(Base):
    """Somebody invited or present, by agency and role; the name may stay empty.

    Here now is who came and has not left. `leaves` is the local time, as HH:MM, at which somebody must go.
    """

    __tablename__ = "attendance"
    id: Mapped[str] = key()
    meeting_id: Mapped[str] = part_of("meeting")
    partner_id: Mapped[str | None] = points_to("partner")
    name: Mapped[str] = paper(default="")
    role: Mapped[Role] = room(choice(Role), default=Role.OTHER)
    came: Mapped[bool] = room(default=False)
    has_left: Mapped[bool] = room(default=False)
    leaves: Mapped[str] = room(default="")
    needs: Mapped[str] = private(default="")


class MeetingStation(Base):
    """A station to be walked in a meeting, with its minutes there."""

    __tablename__ = "meeting_station"
    id: Mapped[str] = key()
    meeting_id: Mapped[str] = part_of("meeting")
    station_id: Mapped[str] = part_of("station")
    pos: Mapped[int] = room()
    minutes: Mapped[int] = room()


class MeetingDimension(Base):
    """A dimension whose open criterion is looked at in a meeting."""

    __tablename__ = "meeting_dimension"
    id: Mapped[str] = key()
    meeting_id: Mapped[str] = part_of("meeting")
    dimension_id: Mapped[str] = part_of("dimension")
    pos: Mapped[int] = room()


class FistCount(Base):
    """One fist-to-five: how many showed no finger, one, ... five."""

    __tablename__ = "fist_count"
    id: Mapped[str] = key()
    meeting_id: Mapped[str] = part_of("meeting")
    step_id: Mapped[str | None] = points_to("next_step")
    theme_id: Mapped[str | None] = points_to("theme")
    pos: Mapped[int] = room()
    question: Mapped[str] = room(default="")
    zero: Mapped[int] = room(default=0)
    one: Mapped[int] = room(default=0)
    two: Mapped[int] = room(default=0)
    three: Mapped[int] = room(default=0)
    four: Mapped[int] = room(default=0)
    five: Mapped[int] = room(default=0)
    held: Mapped[bool] = room(default=False)


class Debrief(Base):
    """The facilitator's own look back at one of the checks at every step. `code` names the check."""

    __tablename__ = "debrief"
    id: Mapped[str] = key()
    meeting_id: Mapped[str] = part_of("meeting")
    step_id: Mapped[str | None] = points_to("next_step")
    pos: Mapped[int] = room()
    code: Mapped[str] = room()
    text: Mapped[str] = room()
    answer: Mapped[DebriefAnswer | None] = private(choice(DebriefAnswer), default=None)
    note: Mapped[str] = private(default="")

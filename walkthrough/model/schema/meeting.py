# SPDX-License-Identifier: MIT
"""Meetings: when and where, the agenda, who came."""

from __future__ import annotations

from datetime import date

from walkthrough.model.schema.base import Base, Mapped, choice, key, paper, part_of, points_to, private, room
from walkthrough.model.words import AgendaKind, MeetingKind, MeetingMode, MeetingState, Role


class Meeting(Base):
    """One gathering. Times are local, as HH:MM."""

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
    """Somebody invited or present, by agency and role; the name may stay empty."""

    __tablename__ = "attendance"
    id: Mapped[str] = key()
    meeting_id: Mapped[str] = part_of("meeting")
    partner_id: Mapped[str | None] = points_to("partner")
    name: Mapped[str] = paper(default="")
    role: Mapped[Role] = room(choice(Role), default=Role.OTHER)
    came: Mapped[bool] = room(default=False)
    needs: Mapped[str] = private(default="")

# SPDX-License-Identifier: MIT
"""A walk: one route being walked. The route's words are copied in, so that an old walk never changes."""

from __future__ import annotations

from datetime import date

from walkthrough.model.schema.base import Base, Mapped, choice, key, paper, part_of, points_to, private, room
from walkthrough.model.words import Certainty, Warmth


class Walk(Base):
    """One route being walked, over one or more meetings."""

    __tablename__ = "walk"
    id: Mapped[str] = key()
    pos: Mapped[int] = room()
    route: Mapped[str] = room()
    route_version: Mapped[str] = room()
    name: Mapped[str] = room()
    language: Mapped[str] = room(default="en")
    population: Mapped[str] = room(default="")
    boundary: Mapped[str] = room(default="")
    family: Mapped[str] = room(default="")
    family_intro: Mapped[str] = room(default="")
    started_on: Mapped[date | None] = room(default=None)
    walked_before_id: Mapped[str | None] = points_to("walk")


class Lane(Base):
    """A helping system across the stations; the lane at pos 0 is the family."""

    __tablename__ = "lane"
    id: Mapped[str] = key()
    walk_id: Mapped[str] = part_of("walk")
    pos: Mapped[int] = room()
    code: Mapped[str] = room()
    name: Mapped[str] = room()
    short: Mapped[str] = room()
    sector: Mapped[str] = room(default="")


class Station(Base):
    """A step on the route; a hand-off is a station between two."""

    __tablename__ = "station"
    id: Mapped[str] = key()
    walk_id: Mapped[str] = part_of("walk")
    pos: Mapped[int] = room()
    code: Mapped[str] = room()
    name: Mapped[str] = room()
    short: Mapped[str] = room()
    summary: Mapped[str] = room(default="")
    is_handoff: Mapped[bool] = room(default=False)
    minutes: Mapped[int] = room(default=8)
    family_line: Mapped[str] = room(default="")
    rule: Mapped[str] = room(default="")
    practice: Mapped[str] = room(default="")
    has_gap: Mapped[bool] = room(default=False)
    private_note: Mapped[str] = private(default="")


class SubStep(Base):
    """A part of a station, to jog the memory."""

    __tablename__ = "sub_step"
    id: Mapped[str] = key()
    station_id: Mapped[str] = part_of("station")
    pos: Mapped[int] = room()
    text: Mapped[str] = room()


class Prompt(Base):
    """A question asked at a station; three of them must be asked."""

    __tablename__ = "prompt"
    id: Mapped[str] = key()
    station_id: Mapped[str] = part_of("station")
    pos: Mapped[int] = room()
    code: Mapped[str] = room()
    text: Mapped[str] = room()
    must_ask: Mapped[bool] = room(default=False)
    asked: Mapped[bool] = room(default=False)


class HandOff(Base):
    """The card of a hand-off: how a family passes from one agency to the next."""

    __tablename__ = "hand_off"
    id: Mapped[str] = key()
    station_id: Mapped[str] = part_of("station")
    from_whom: Mapped[str] = room(default="")
    to_whom: Mapped[str] = room(default="")
    warmth: Mapped[Warmth | None] = room(choice(Warmth), default=None)
    what_travels: Mapped[str] = room(default="")
    legal_basis: Mapped[str] = room(default="")
    time_by_rule: Mapped[str] = room(default="")
    time_in_practice: Mapped[str] = room(default="")
    who_checks: Mapped[str] = room(default="")
    how_many_lost: Mapped[str] = room(default="")


class FamilyCount(Base):
    """Families in, on and lost at a station in one period: counted, estimated or nobody knows.

    The numbers are private: they leave only through the rule for small counts (RULES 3).
    """

    __tablename__ = "family_count"
    id: Mapped[str] = key()
    station_id: Mapped[str] = part_of("station")
    pos: Mapped[int] = room()
    certainty: Mapped[Certainty] = room(choice(Certainty))
    families_in: Mapped[int | None] = private(default=None)
    families_on: Mapped[int | None] = private(default=None)
    families_lost: Mapped[int | None] = private(default=None)
    period: Mapped[str] = room(default="")
    source: Mapped[str] = room(default="")
    owner: Mapped[str] = paper(default="")
    note: Mapped[str] = room(default="")

# SPDX-License-Identifier: MIT
"""What stands at the top of every picture on the wall: the part, and on a walk the strip of stations."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, func, select

from walkthrough.model.queries.wall.for_the_room import for_the_room
from walkthrough.model.queries.wall.shapes import WallHead, WallStation
from walkthrough.model.rules.promises import many_pages
from walkthrough.model.schema import AgendaPart, Meeting, Station, Walk
from walkthrough.model.showing import Showing
from walkthrough.model.words import RatingMethod


class WallMeeting(msgspec.Struct, frozen=True, gc=False):
    """The meeting as the pictures need it; `walk_id` is the newest walk where the meeting names none."""

    walk_id: str | None
    day: date
    purpose: str
    next_day: date | None
    dots: int
    dots_private: bool
    rating: RatingMethod | None


def wall_meeting(connection: Connection, meeting_id: str) -> WallMeeting | None:
    """The live meeting; None if it is not there any more."""
    row = connection.execute(_meeting(), {"meeting": meeting_id}).one_or_none()
    return None if row is None else WallMeeting(*row)


def part_head(connection: Connection, showing: Showing) -> WallHead:
    """The head of a part that is no walk."""
    return WallHead(showing.part, _title_of(connection, showing))


def walk_head(connection: Connection, showing: Showing, walk_id: str | None) -> WallHead:
    """The head of the walk, with the strip of all its stations."""
    rows = connection.execute(_stations(), {"walk": walk_id}).all()
    here = next((pos for pos, row in enumerate(rows, start=1) if row.id == showing.station_id), 0)
    return WallHead(
        part=showing.part,
        title=_title_of(connection, showing),
        station=rows[here - 1].name if here else "",
        number=here,
        of=len(rows),
        strip=tuple(
            WallStation(row.short or row.name, row.is_handoff, row.id == showing.station_id) for row in rows
        ),
    )


def page_of(showing: Showing, many: int, per_page: int) -> tuple[int, int]:
    """The page to show, the first 0 and never beyond the last, and how many there are."""
    pages = many_pages(many, per_page)
    return min(max(showing.page, 0), pages - 1), pages


def _title_of(connection: Connection, showing: Showing) -> str:
    found = connection.execute(_title(), {"meeting": showing.meeting_id, "part": showing.part})
    return str(found.scalar() or "")


@for_the_room
def _meeting() -> Any:
    newest = select(Walk.id).order_by(Walk.pos.desc(), Walk.id.desc()).limit(1).scalar_subquery()
    return select(
        func.coalesce(Meeting.walk_id, newest), Meeting.day, Meeting.purpose, Meeting.next_day, Meeting.dots,
        Meeting.dots_private, Meeting.rating,
    ).where(Meeting.id == bindparam("meeting"))  # fmt: skip


@for_the_room
def _title() -> Any:
    query = select(AgendaPart.title).where(
        AgendaPart.meeting_id == bindparam("meeting"), AgendaPart.kind == bindparam("part")
    )
    return query.order_by(AgendaPart.pos, AgendaPart.id).limit(1)


@for_the_room
def _stations() -> Any:
    query = select(Station.id, Station.name, Station.short, Station.is_handoff)
    return query.where(Station.walk_id == bindparam("walk")).order_by(Station.pos, Station.id)

# SPDX-License-Identifier: MIT
"""The map on the wall: for each lane and station, how many barriers and effective practices."""

from __future__ import annotations

from collections import Counter
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from walkthrough.model.queries.wall.for_the_room import for_the_room
from walkthrough.model.queries.wall.heads import WallMeeting, walk_head
from walkthrough.model.queries.wall.shapes import Mapped, MapRow
from walkthrough.model.schema import Finding, Lane, Station
from walkthrough.model.showing import Showing
from walkthrough.model.words import Kind


def mapped(connection: Connection, showing: Showing, meeting: WallMeeting) -> Mapped:
    """The map of the walk that the room is on. What is still to sort, and what is held, is not counted."""
    here = {"station": showing.station_id, "walk": meeting.walk_id}
    walk_id = connection.execute(_walk(), here).scalar() or meeting.walk_id
    many: Counter[tuple[str, str, Kind]] = Counter()
    for station, lane, kind, found, held in connection.execute(_cells(), {"walk": walk_id}):
        many[station, lane, kind] = found - held
    stations = tuple(connection.execute(_stations(), {"walk": walk_id}).scalars())
    head = walk_head(connection, showing, walk_id)
    rows = tuple(
        MapRow(name, tuple((many[at, lane, Kind.BARRIER], many[at, lane, Kind.PRACTICE]) for at in stations))
        for lane, name in connection.execute(_lanes(), {"walk": walk_id})
    )
    return Mapped(head, head.strip, rows)


@for_the_room
def _walk() -> Any:
    return select(Station.walk_id).where(Station.id == bindparam("station"))


@for_the_room
def _stations() -> Any:
    return select(Station.id).where(Station.walk_id == bindparam("walk")).order_by(Station.pos, Station.id)


@for_the_room
def _lanes() -> Any:
    query = select(Lane.id, func.coalesce(func.nullif(Lane.short, ""), Lane.name))
    return query.where(Lane.walk_id == bindparam("walk")).order_by(Lane.pos, Lane.id)


@for_the_room
def _cells() -> Any:
    """Every cell by its index, each with how many of its findings are held, which another index lists."""
    held = Finding.__table__.alias("held_finding")
    hidden = (
        select(held.c.station_id, held.c.kind, held.c.lane_id, func.count().label("many"))
        .where(held.c.held)
        .group_by(held.c.station_id, held.c.kind, held.c.lane_id)
        .subquery()
    )
    place = (Finding.station_id, Finding.kind, Finding.lane_id)
    cells = (
        select(*place, func.count().label("many"))
        .join(Station, Station.id == Finding.station_id)
        .where(Station.walk_id == bindparam("walk"), Finding.lane_id.is_not(None))
        .group_by(*place)
        .subquery()
    )
    same = (
        (hidden.c.station_id == cells.c.station_id)
        & (hidden.c.kind == cells.c.kind)
        & (hidden.c.lane_id == cells.c.lane_id)
    )
    return select(
        cells.c.station_id, cells.c.lane_id, cells.c.kind, cells.c.many, func.coalesce(hidden.c.many, 0)
    ).outerjoin(hidden, same)

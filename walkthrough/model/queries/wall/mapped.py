# SPDX-License-Identifier: MIT
"""The map on the wall: for each lane and station, how many barriers and effective practices."""

from __future__ import annotations

from collections import Counter
from typing import Any

from sqlalchemy import Connection, bindparam, case, func, select, union_all
from sqlalchemy.orm import aliased

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
    barriers: Counter[tuple[str, str]] = Counter()
    practices: Counter[tuple[str, str]] = Counter()
    for at, lane, gets_in_the_way, works in connection.execute(_cells(), {"walk": walk_id}):
        barriers[at, lane] += gets_in_the_way
        practices[at, lane] += works
    stations = tuple(connection.execute(_stations(), {"walk": walk_id}).scalars())
    head = walk_head(connection, showing, walk_id)
    rows = tuple(
        MapRow(name, tuple((barriers[at, lane], practices[at, lane]) for at in stations))
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
    """How many lie in each cell, which an index counts; then each of the few held ones, to be taken off."""
    finding, is_barrier = aliased(Finding), case((Finding.kind == Kind.BARRIER, -1), else_=0)
    cells = (
        select(Station.id, Lane.id, _many(finding, Kind.BARRIER), _many(finding, Kind.PRACTICE))
        .join(Lane, Lane.walk_id == Station.walk_id)
        .where(Station.walk_id == bindparam("walk"))
    )
    taken_off = select(Finding.station_id, Finding.lane_id, is_barrier, -1 - is_barrier)
    return union_all(cells, taken_off.where(Finding.held))


def _many(finding: Any, kind: Kind) -> Any:
    here = (finding.station_id == Station.id, finding.lane_id == Lane.id, finding.kind == kind)
    return select(func.count()).select_from(finding).where(*here).scalar_subquery()

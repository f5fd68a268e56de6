# SPDX-License-Identifier: MIT
"""Look across the stations: what sounds alike at two of them, where rule and practice part, the clocks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, bindparam, func, not_, or_, select, union

from walkthrough.model.queries.wall.for_the_room import for_the_room
from walkthrough.model.queries.wall.heads import WallMeeting, page_of, part_head
from walkthrough.model.queries.wall.shapes import Across, AcrossRow
from walkthrough.model.rules.alikeness import Told, alike_pairs
from walkthrough.model.schema import Finding, HandOff, Station
from walkthrough.model.showing import Showing
from walkthrough.model.words import Kind

NEWEST, LOUDEST = 400, 50
"""So many findings are held against each other: the newest, and of each kind those said again most often."""
ROWS_PER_PAGE = 5


def across(connection: Connection, showing: Showing, meeting: WallMeeting) -> Across:
    """A page of everything that shows only across stations: alike findings, then gaps, then clocks."""
    here = {"walk": meeting.walk_id}
    rows = (*_alike(connection, here), *_gaps(connection, here), *_clocks(connection, here))
    page, pages = page_of(showing, len(rows), ROWS_PER_PAGE)
    first = page * ROWS_PER_PAGE
    head = part_head(connection, showing)
    return Across(head, rows[first : first + ROWS_PER_PAGE], page, pages)


def _alike(connection: Connection, here: dict[str, Any]) -> Iterator[AcrossRow]:
    told, names = [], {}
    for number, station, name, kind, text in connection.execute(_findings(), here):
        told.append(Told(number, station, kind, text))
        names[station] = name
    for one, other in alike_pairs(told):
        stations = names[one.place], names[other.place]
        yield AcrossRow("alike", stations, (one.key, other.key), one.text, other.text)


def _gaps(connection: Connection, here: dict[str, Any]) -> Iterator[AcrossRow]:
    for name, rule, practice in connection.execute(_gap_stations(), here):
        yield AcrossRow("gap", (name,), (), rule, practice)


def _clocks(connection: Connection, here: dict[str, Any]) -> Iterator[AcrossRow]:
    for name, by_rule, in_practice in connection.execute(_hand_offs(), here):
        yield AcrossRow("clock", (name,), (), by_rule, in_practice)


def _short() -> Any:
    return func.coalesce(func.nullif(Station.short, ""), Station.name)


@for_the_room
def _findings() -> Any:
    chosen = union(
        _first(NEWEST, Finding.number.desc()),
        _first(LOUDEST, (Finding.votes + Finding.said_again).desc(), Finding.kind == Kind.BARRIER),
        _first(LOUDEST, (Finding.votes + Finding.said_again).desc(), Finding.kind == Kind.PRACTICE),
    )
    return (
        select(Finding.number, Finding.station_id, _short(), Finding.kind, Finding.text)
        .join(Station, Station.id == Finding.station_id)
        .where(Finding.id.in_(chosen), not_(Finding.held))
    )


def _first(many: int, order: Any, *where: Any) -> Any:
    """The keys of the first so many in an order that an index holds, not the index of the walk."""
    of_walk = (Finding.walk_id.concat("") == bindparam("walk"), Finding.station_id.is_not(None))
    query = select(Finding.id).where(*where, *of_walk, not_(Finding.held)).order_by(order, Finding.number)
    return select(query.limit(many).subquery())


@for_the_room
def _gap_stations() -> Any:
    query = select(_short(), Station.rule, Station.practice).where(
        Station.walk_id == bindparam("walk"), Station.has_gap
    )
    return query.order_by(Station.pos, Station.id)


@for_the_room
def _hand_offs() -> Any:
    return (
        select(_short(), HandOff.time_by_rule, HandOff.time_in_practice)
        .join(Station, Station.id == HandOff.station_id)
        .where(
            Station.walk_id == bindparam("walk"),
            or_(HandOff.time_by_rule != "", HandOff.time_in_practice != ""),
        )
        .order_by(Station.pos, Station.id, HandOff.id)
    )

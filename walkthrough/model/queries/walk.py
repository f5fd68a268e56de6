# SPDX-License-Identifier: MIT
"""What the walk screen reads of a walk: its head, lanes, stations with counts, one station's page, the map.

It knows no screen. Entries are in entries.py.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, case, func, select

from walkthrough.model.queries.rows import frozen
from walkthrough.model.schema import FamilyCount, Finding, HandOff, Lane, Prompt, Station, SubStep, Walk
from walkthrough.model.words import Certainty, Kind, Warmth


class WalkHead(msgspec.Struct, frozen=True, gc=False):
    """A walk without its parts."""

    id: str
    name: str
    route: str
    family: str
    family_intro: str
    population: str
    boundary: str
    language: str
    started_on: date | None


class LaneRow(msgspec.Struct, frozen=True, gc=False):
    """A lane; the family's is at pos 0."""

    id: str
    pos: int
    code: str
    name: str
    short: str


class StationRow(msgspec.Struct, frozen=True, gc=False):
    """A station in the list of stations: what was said there, and how many must-ask prompts were asked."""

    id: str
    pos: int
    name: str
    short: str
    is_handoff: bool
    minutes: int
    has_gap: bool
    barriers: int
    practices: int
    asked: int
    must_ask: int


class PromptRow(msgspec.Struct, frozen=True, gc=False):
    """A question to ask at a station."""

    id: str
    text: str
    must_ask: bool
    asked: bool


class HandOffRow(msgspec.Struct, frozen=True, gc=False):
    """The card of a hand-off."""

    from_whom: str
    to_whom: str
    warmth: Warmth | None
    what_travels: str
    legal_basis: str
    time_by_rule: str
    time_in_practice: str
    who_checks: str
    how_many_lost: str


class CountRow(msgspec.Struct, frozen=True, gc=False):
    """Families at a station; private numbers, for the presenter's window only."""

    id: str
    certainty: Certainty
    families_in: int | None
    families_on: int | None
    families_lost: int | None
    period: str
    source: str
    owner: str
    note: str


class StationPage(msgspec.Struct, frozen=True, gc=False):
    """All that is written down of one station. `private_note` and `counts` are for the presenter alone."""

    id: str
    walk_id: str
    pos: int
    name: str
    short: str
    summary: str
    is_handoff: bool
    minutes: int
    family_line: str
    rule: str
    practice: str
    has_gap: bool
    private_note: str
    prompts: tuple[PromptRow, ...]
    sub_steps: tuple[str, ...]
    hand_off: HandOffRow | None
    counts: tuple[CountRow, ...]


class MapCell(msgspec.Struct, frozen=True, gc=False):
    """How many findings lie at station x lane; None is to sort."""

    station_id: str | None
    lane_id: str | None
    barriers: int
    practices: int


class WalkMap(msgspec.Struct, frozen=True, gc=False):
    """Stations across, lanes down, and the cells that are not empty."""

    name: str
    lanes: tuple[LaneRow, ...]
    stations: tuple[StationRow, ...]
    cells: tuple[MapCell, ...]


def walk_heads(connection: Connection) -> tuple[WalkHead, ...]:
    """Every walk, the newest first."""
    query = select(
        Walk.id, Walk.name, Walk.route, Walk.family, Walk.family_intro, Walk.population, Walk.boundary,
        Walk.language, Walk.started_on,
    ).order_by(Walk.pos.desc(), Walk.id.desc())  # fmt: skip
    return frozen(WalkHead, connection.execute(query))


def walk_head(connection: Connection, walk_id: str | None = None) -> WalkHead | None:
    """One walk; without a key the newest; None if there is none."""
    heads = walk_heads(connection)
    return next((head for head in heads if walk_id in (None, head.id)), None)


def lanes(connection: Connection, walk_id: str) -> tuple[LaneRow, ...]:
    """The lanes of a walk, the family's first."""
    query = select(Lane.id, Lane.pos, Lane.code, Lane.name, Lane.short).filter_by(walk_id=walk_id)
    return frozen(LaneRow, connection.execute(query.order_by(Lane.pos, Lane.id)))


def stations(connection: Connection, walk_id: str) -> tuple[StationRow, ...]:
    """The stations of a walk in their order, with what was said and asked there."""
    asked: dict[str, tuple[int, int]] = {}
    for station_id, done, many in connection.execute(_asked(), {"walk": walk_id}):
        asked[station_id] = (int(done), many)
    return tuple(
        StationRow(*(*row, *asked.get(row[0], (0, 0))))
        for row in connection.execute(_stations(), {"walk": walk_id})
    )


@cache
def _asked() -> Any:
    return (
        select(Prompt.station_id, func.sum(Prompt.asked), func.count())
        .join(Station, Station.id == Prompt.station_id)
        .where(Station.walk_id == bindparam("walk"), Prompt.must_ask)
        .group_by(Prompt.station_id)
    )


@cache
def _stations() -> Any:
    here = Finding.station_id == Station.id
    query = select(
        Station.id, Station.pos, Station.name, Station.short, Station.is_handoff, Station.minutes,
        Station.has_gap, _many(Kind.BARRIER, here), _many(Kind.PRACTICE, here),
    )  # fmt: skip
    return query.where(Station.walk_id == bindparam("walk")).order_by(Station.pos, Station.id)


def station_page(connection: Connection, station_id: str) -> StationPage | None:
    """Everything at one station but its entries; None if it is not there any more."""
    query = select(
        Station.id, Station.walk_id, Station.pos, Station.name, Station.short, Station.summary,
        Station.is_handoff, Station.minutes, Station.family_line, Station.rule, Station.practice,
        Station.has_gap, Station.private_note,
    ).filter_by(id=station_id)  # fmt: skip
    head = connection.execute(query).one_or_none()
    if head is None:
        return None
    prompts = select(Prompt.id, Prompt.text, Prompt.must_ask, Prompt.asked).filter_by(station_id=station_id)
    steps = select(SubStep.text).filter_by(station_id=station_id).order_by(SubStep.pos, SubStep.id)
    values: list[Any] = [
        *head,
        frozen(PromptRow, connection.execute(prompts.order_by(Prompt.pos, Prompt.id))),
        tuple(connection.execute(steps).scalars()),
        _hand_off(connection, station_id),
        _counts(connection, station_id),
    ]
    return StationPage(*values)


def map_cells(connection: Connection, walk_id: str) -> WalkMap:
    """The map of a walk: every station and lane, and the counts of the cells that hold findings."""
    head = walk_head(connection, walk_id)
    rows, across = lanes(connection, walk_id), stations(connection, walk_id)
    found = (_cells, _without_lane, _without_station)
    cells = tuple(cell for part in found for cell in part(connection, walk_id))
    return WalkMap(head.name if head else "", rows, across, cells)


def _many(kind: Kind, *where: Any) -> Any:
    """A count of findings for each row of the outer select: an index answers it without sorting anything."""
    return select(func.count()).where(Finding.kind == kind, *where).scalar_subquery()


def _cells(connection: Connection, walk_id: str) -> list[MapCell]:
    here = (Finding.station_id == Station.id, Finding.lane_id == Lane.id)
    query = (
        select(Station.id, Lane.id, _many(Kind.BARRIER, *here), _many(Kind.PRACTICE, *here))
        .join(Lane, Lane.walk_id == Station.walk_id)
        .where(Station.walk_id == walk_id)
    )
    return [MapCell(*row) for row in connection.execute(query) if row[2] or row[3]]


def _without_lane(connection: Connection, walk_id: str) -> list[MapCell]:
    here = (Finding.station_id == Station.id, Finding.lane_id.is_(None))
    query = select(Station.id, _many(Kind.BARRIER, *here), _many(Kind.PRACTICE, *here))
    rows = connection.execute(query.where(Station.walk_id == walk_id))
    return [MapCell(station, None, *many) for station, *many in rows if any(many)]


def _without_station(connection: Connection, walk_id: str) -> list[MapCell]:
    is_barrier = case((Finding.kind == Kind.BARRIER, 1), else_=0)
    query = (
        select(Finding.lane_id, func.sum(is_barrier), func.sum(1 - is_barrier))
        .where(Finding.walk_id.concat("") == walk_id, Finding.station_id.is_(None))  # the station's index
        .group_by(Finding.lane_id)
    )
    return [MapCell(None, lane, *many) for lane, *many in connection.execute(query)]


def _hand_off(connection: Connection, station_id: str) -> HandOffRow | None:
    query = select(
        HandOff.from_whom, HandOff.to_whom, HandOff.warmth, HandOff.what_travels, HandOff.legal_basis,
        HandOff.time_by_rule, HandOff.time_in_practice, HandOff.who_checks, HandOff.how_many_lost,
    ).filter_by(station_id=station_id)  # fmt: skip
    row = connection.execute(query.limit(1)).one_or_none()
    return None if row is None else HandOffRow(*row)


def _counts(connection: Connection, station_id: str) -> tuple[CountRow, ...]:
    query = select(
        FamilyCount.id, FamilyCount.certainty, FamilyCount.families_in, FamilyCount.families_on,
        FamilyCount.families_lost, FamilyCount.period, FamilyCount.source, FamilyCount.owner,
        FamilyCount.note,
    ).filter_by(station_id=station_id)  # fmt: skip
    return frozen(CountRow, connection.execute(query.order_by(FamilyCount.pos, FamilyCount.id)))

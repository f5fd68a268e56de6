# SPDX-License-Identifier: MIT
"""What reports read of the walk: room and paper columns only, small counts already hidden (RULES 3, 7)."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, func, select

from walkthrough.model.queries.indicators import threshold_of
from walkthrough.model.queries.rows import frozen
from walkthrough.model.rules.counts import InWords, Rung, in_words, ladder_is_hidden
from walkthrough.model.schema import FamilyCount, Finding, HandOff, Lane, Station, Walk
from walkthrough.model.words import Certainty, Kind, Warmth


class FindingLine(msgspec.Struct, frozen=True, gc=False):
    """A finding as it may leave: `text` is to be replaced where it is held."""

    id: str
    number: int
    kind: Kind
    text: str
    detail: str
    category: str
    who_is_affected: str
    said_again: int
    votes: int
    held: bool
    station_id: str | None
    station: str
    lane_id: str | None
    lane: str


class HandOffLine(msgspec.Struct, frozen=True, gc=False):
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


class StationLine(msgspec.Struct, frozen=True, gc=False):
    """A station with its findings and, between stations, its hand-off."""

    id: str
    name: str
    short: str
    is_handoff: bool
    family_line: str
    rule: str
    practice: str
    has_gap: bool
    summary: str
    findings: tuple[FindingLine, ...] = ()
    hand_off: HandOffLine | None = None


class LaneLine(msgspec.Struct, frozen=True, gc=False):
    """A helping system."""

    id: str
    name: str
    short: str


class RungLine(msgspec.Struct, frozen=True, gc=False):
    """A rung of the drop-off ladder as it may leave: figures, or words for the whole ladder."""

    station: str
    certainty: Certainty
    figures: Rung | None
    words: InWords
    period: str
    source: str
    note: str


class WalkReport(msgspec.Struct, frozen=True):
    """A walk as it may leave."""

    name: str
    population: str
    boundary: str
    family: str
    family_intro: str
    lanes: tuple[LaneLine, ...]
    stations: tuple[StationLine, ...]
    to_sort: tuple[FindingLine, ...]
    ladder: tuple[RungLine, ...]


def _findings() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Finding.id,
            Finding.number,
            Finding.kind,
            Finding.text,
            Finding.detail,
            Finding.category,
            Finding.who_is_affected,
            Finding.said_again,
            Finding.votes,
            Finding.held,
            Finding.station_id,
            func.coalesce(Station.name, ""),
            Finding.lane_id,
            func.coalesce(Lane.name, ""),
        )
        .outerjoin(Station, Station.id == Finding.station_id)
        .outerjoin(Lane, Lane.id == Finding.lane_id)
    )


def newest_walk(connection: Connection) -> str | None:
    """The walk begun last."""
    found: str | None = connection.execute(select(Walk.id).order_by(Walk.pos.desc()).limit(1)).scalar()
    return found


def top_findings(connection: Connection, kind: str, limit: int) -> tuple[FindingLine, ...]:
    """The findings of a kind with most votes, then most often said, of the newest walk."""
    query = _findings().where(Finding.walk_id == newest_walk(connection), Finding.kind == Kind(kind))
    rows = connection.execute(
        query.order_by(Finding.votes.desc(), Finding.said_again.desc(), Finding.number).limit(limit)
    )
    return frozen(FindingLine, rows)


def walk_report(connection: Connection, walk: str | None = None) -> WalkReport | None:
    """One walk, without a key the newest; None where nothing has been walked yet."""
    walk = walk or newest_walk(connection)
    if walk is None:
        return None
    head = connection.execute(
        select(Walk.name, Walk.population, Walk.boundary, Walk.family, Walk.family_intro).where(
            Walk.id == walk
        )
    ).one()
    lanes = connection.execute(
        select(Lane.id, Lane.name, Lane.short).where(Lane.walk_id == walk).order_by(Lane.pos)
    )
    by_station: defaultdict[str | None, list[FindingLine]] = defaultdict(list)
    rows = connection.execute(_findings().where(Finding.walk_id == walk).order_by(Finding.number))
    for line in frozen(FindingLine, rows):
        by_station[line.station_id].append(line)
    return WalkReport(
        *head,
        lanes=frozen(LaneLine, lanes),
        stations=_stations(connection, walk, by_station),
        to_sort=tuple(by_station[None]),
        ladder=family_ladder(connection, walk),
    )


def _stations(
    connection: Connection, walk: str, findings: dict[str | None, list[FindingLine]]
) -> tuple[StationLine, ...]:
    cards = _hand_offs(connection, walk)
    rows = connection.execute(
        select(
            Station.id,
            Station.name,
            Station.short,
            Station.is_handoff,
            Station.family_line,
            Station.rule,
            Station.practice,
            Station.has_gap,
            Station.summary,
        )
        .where(Station.walk_id == walk)
        .order_by(Station.pos)
    )
    return frozen(StationLine, ((*row, tuple(findings.get(row[0], ())), cards.get(row[0])) for row in rows))


def _hand_offs(connection: Connection, walk: str) -> dict[str, HandOffLine]:
    rows = connection.execute(
        select(
            HandOff.station_id,
            HandOff.from_whom,
            HandOff.to_whom,
            HandOff.warmth,
            HandOff.what_travels,
            HandOff.legal_basis,
            HandOff.time_by_rule,
            HandOff.time_in_practice,
            HandOff.who_checks,
            HandOff.how_many_lost,
        )
        .join(Station, Station.id == HandOff.station_id)
        .where(Station.walk_id == walk)
    ).all()
    return {row[0]: frozen(HandOffLine, [row[1:]])[0] for row in rows}


def family_ladder(connection: Connection, walk: str) -> tuple[RungLine, ...]:
    """The drop-off ladder: as soon as one figure is small, the whole ladder leaves in words."""
    rows = connection.execute(
        select(
            Station.name,
            FamilyCount.certainty,
            FamilyCount.families_in,
            FamilyCount.families_on,
            FamilyCount.families_lost,
            FamilyCount.period,
            FamilyCount.source,
            FamilyCount.note,
        )
        .join(Station, Station.id == FamilyCount.station_id)
        .where(Station.walk_id == walk)
        .order_by(Station.pos, FamilyCount.pos)
    ).all()
    rungs = [_rung(row.certainty, *row[2:5]) for row in rows]
    hidden = ladder_is_hidden(rungs, threshold_of(connection))
    return frozen(
        RungLine,
        (
            (row[0], row[1], None if hidden else rung, in_words(rung), *row[5:])
            for row, rung in zip(rows, rungs, strict=True)
        ),
    )


def _rung(certainty: Certainty, came: int | None, went_on: int | None, lost: int | None) -> Rung:
    if certainty is Certainty.NOBODY_KNOWS:
        return Rung(None, None, None)
    return Rung(came, went_on, lost)

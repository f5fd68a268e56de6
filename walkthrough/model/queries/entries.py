# SPDX-License-Identifier: MIT
"""Entries of all six kinds as one kind of row: at a station, to sort, by number. Never more than a page.

It knows no screen and no grammar.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, func, literal, null, select, union_all

from walkthrough.model.schema import (
    Decision,
    Finding,
    Indicator,
    Lane,
    Meeting,
    NextStep,
    ParkedTopic,
    Partner,
    StepFinding,
)
from walkthrough.model.words import Kind

PAGE = 50


class EntryRow(msgspec.Struct, frozen=True, gc=False):
    """One entry as a row shows it. Where `held` is set the wording is for the presenter alone.

    `steps` is how many next steps answer it; `owner`, `due` and `due_words` are a next step's.
    """

    kind: Kind
    id: str
    number: int
    old_number: int | None
    text: str
    detail: str
    station_id: str | None
    lane_id: str | None
    lane: str
    held: bool
    said_again: int
    votes: int
    category: str
    owner: str
    due: date | None
    due_words: str
    steps: int


class StationEntries(msgspec.Struct, frozen=True, gc=False):
    """A page of a station's entries, the newest first, and how many there are of each kind in all."""

    rows: tuple[EntryRow, ...]
    totals: dict[Kind, int]

    @property
    def total(self) -> int:
        """How many there are in all."""
        return sum(self.totals.values())


def entries_at(
    connection: Connection,
    station_id: str,
    offset: int = 0,
    limit: int = PAGE,
    *,
    lane_id: str | None = None,
) -> StationEntries:
    """A station's entries, the newest first; with `lane_id` only that lane's."""
    totals: dict[Kind, int] = {}
    for table, kind in _TABLES:
        where = [table.station_id == station_id]
        if lane_id is not None:
            where.append(table.lane_id == lane_id)
        shown: Any = Finding.kind if kind is None else literal(kind.value)
        for found, many in connection.execute(select(shown, func.count()).where(*where).group_by(shown)):
            if many:
                totals[Kind(found)] = many
    rows = _page(connection, _where(station_id=station_id, lane_id=lane_id), offset, limit)
    return StationEntries(rows, totals)


def entries_to_sort(
    connection: Connection, walk_id: str, offset: int = 0, limit: int = PAGE
) -> tuple[EntryRow, ...]:
    """Findings without a lane or a station, the newest first."""
    return _found(connection, Finding.id.in_(_newest_to_sort(walk_id, offset + limit)), offset, limit)


def count_to_sort(connection: Connection, walk_id: str) -> int:
    """How many findings have no lane or no station."""
    no_lane, no_station = _to_sort(walk_id)
    counts = (select(func.count()).select_from(Finding).where(where) for where in (no_lane, no_station))
    return sum(connection.execute(query).scalar_one() for query in counts)


def entries_in_cell(
    connection: Connection, walk_id: str, station_id: str | None, lane_id: str | None, limit: int = PAGE
) -> tuple[EntryRow, ...]:
    """The findings in one cell of the map."""
    cell = (Finding.walk_id == walk_id) & (Finding.station_id == station_id) & (Finding.lane_id == lane_id)
    return _found(connection, cell, 0, limit)


def last_entries(
    connection: Connection, *, before: int | None = None, after: int | None = None, limit: int = 1
) -> tuple[EntryRow, ...]:
    """The entries with the highest numbers; or those next below `before`, or next above `after`."""
    parts = [_before_or_after(part, table, before, after, limit) for part, table in _parts()]
    rows = [row for part in parts for row in _rows(connection, part)]
    ordered = sorted(rows, key=lambda row: row.number, reverse=after is None)
    return tuple(ordered[:limit])


def entry_by_number(connection: Connection, number: int) -> EntryRow | None:
    """The entry that people know by this number, or None."""
    for part, table in _parts():
        for row in _rows(connection, part.where(table.number == number)):
            return row
    return None


def entry_by_id(connection: Connection, kind: Kind, entry_id: str) -> EntryRow | None:
    """One entry, or None if it is not there any more."""
    wanted = {own: table for table, own in _TABLES}.get(kind, Finding)
    for part, table in _parts():
        if table is wanted:
            return next(iter(_rows(connection, part.where(table.id == entry_id))), None)
    return None


def known_owners(connection: Connection, limit: int = 200) -> tuple[str, ...]:
    """Who may own a next step: the partners, and whoever owned one before."""
    owners = select(NextStep.owner).where(NextStep.owner != "").distinct().limit(limit)
    partners = select(Partner.name).where(Partner.name != "").limit(limit)
    names = (*connection.execute(partners).scalars(), *connection.execute(owners).scalars())
    return tuple(sorted(dict.fromkeys(names), key=str.casefold))


def next_meeting_day(connection: Connection, after: date) -> date | None:
    """The first day of a meeting later than `after`: planned, or named at the end of a meeting."""
    days = (Meeting.day, Meeting.next_day)
    found = [connection.execute(select(func.min(day)).where(day > after)).scalar() for day in days]
    return min((day for day in found if day is not None), default=None)


_TABLES: tuple[tuple[Any, Kind | None], ...] = (
    (Finding, None),
    (ParkedTopic, Kind.PARKED),
    (Decision, Kind.DECISION),
    (NextStep, Kind.NEXT_STEP),
    (Indicator, Kind.INDICATOR),
)


def _parts() -> list[tuple[Select[Any], Any]]:
    """One select per table, all with the columns of EntryRow; lanes and steps are looked up, not joined."""
    no, none, zero = literal(""), null(), literal(0)
    finding = (Finding.said_again, Finding.votes, Finding.category, no, none, no, _steps_of())
    step = (zero, zero, no, NextStep.owner, NextStep.due, NextStep.due_words, zero)
    other = (zero, zero, no, no, none, no, zero)
    return [
        (_part(Finding, Finding.kind, Finding.text, Finding.detail, finding), Finding),
        (_part(ParkedTopic, _kind(Kind.PARKED), ParkedTopic.text, ParkedTopic.outcome, other), ParkedTopic),
        (_part(Decision, _kind(Kind.DECISION), Decision.text, Decision.rule, other), Decision),
        (_part(NextStep, _kind(Kind.NEXT_STEP), NextStep.what, NextStep.because, step), NextStep),
        (_part(Indicator, _kind(Kind.INDICATOR), Indicator.name, Indicator.definition, other), Indicator),
    ]


def _kind(kind: Kind) -> Any:
    return literal(kind.value)


def _part(table: Any, kind: Any, text: Any, detail: Any, rest: tuple[Any, ...]) -> Select[Any]:
    lane = select(Lane.short).where(Lane.id == table.lane_id).scalar_subquery()
    return select(
        kind.label("kind"), table.id.label("id"), table.number.label("number"),
        table.old_number.label("old_number"), text.label("text"), detail.label("detail"),
        table.station_id.label("station_id"), table.lane_id.label("lane_id"),
        func.coalesce(lane, "").label("lane"), table.held.label("held"),
        *(value.label(f"rest_{n}") for n, value in enumerate(rest)),
    )  # fmt: skip


def _steps_of() -> Any:
    return (
        select(func.count())
        .select_from(StepFinding)
        .where(StepFinding.finding_id == Finding.id)
        .scalar_subquery()
    )


def _rows(connection: Connection, query: Select[Any]) -> list[EntryRow]:
    return [_row(row) for row in connection.execute(query)]


def _row(row: Any) -> EntryRow:
    values = list(row)
    values[0], values[9] = Kind(values[0]), bool(values[9])
    if isinstance(values[14], str):
        values[14] = date.fromisoformat(values[14])
    return EntryRow(*values)


def _page(connection: Connection, where: dict[str, str], offset: int, limit: int) -> tuple[EntryRow, ...]:
    """The newest of all tables together: each gives at most what the page could need."""
    newest = [
        part.filter_by(**where).order_by(table.number.desc()).limit(offset + limit).subquery().select()
        for part, table in _parts()
    ]
    together = union_all(*newest).subquery()
    query = select(together).order_by(together.c.number.desc()).offset(offset).limit(limit)
    return tuple(_rows(connection, query))


def _found(
    connection: Connection, where: ColumnElement[bool], offset: int, limit: int
) -> tuple[EntryRow, ...]:
    part, table = _parts()[0]
    query = part.where(where).order_by(table.number.desc()).offset(offset).limit(limit)
    return tuple(_rows(connection, query))


def _to_sort(walk_id: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Two conditions that never hold together, each answered by an index of its own."""
    no_lane = (Finding.walk_id == walk_id) & Finding.lane_id.is_(None)
    # joined with "", so that the walk's index, which holds everything, is not the one that is used
    of_walk = Finding.walk_id.concat("") == walk_id
    no_station = of_walk & Finding.station_id.is_(None) & Finding.lane_id.is_not(None)
    return no_lane, no_station


def _newest_to_sort(walk_id: str, limit: int) -> Any:
    newest = [
        select(Finding.id).where(where).order_by(Finding.number.desc()).limit(limit).subquery().select()
        for where in _to_sort(walk_id)
    ]
    return union_all(*newest).subquery().select()


def _where(**wanted: str | None) -> dict[str, str]:
    return {name: value for name, value in wanted.items() if value is not None}


def _before_or_after(
    part: Select[Any], table: Any, before: int | None, after: int | None, limit: int
) -> Select[Any]:
    if after is not None:
        return part.where(table.number > after).order_by(table.number).limit(limit)
    if before is not None:
        part = part.where(table.number < before)
    return part.order_by(table.number.desc()).limit(limit)


__all__ = [
    "PAGE", "EntryRow", "StationEntries", "count_to_sort", "entries_at", "entries_in_cell",
    "entries_to_sort", "entry_by_id", "entry_by_number", "known_owners", "last_entries", "next_meeting_day",
]  # fmt: skip

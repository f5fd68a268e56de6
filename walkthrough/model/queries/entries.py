# SPDX-License-Identifier: MIT
"""Entries of all six kinds as one kind of row: at a station, to sort, by number. Never more than a page.

Plain SQL, built once: the line asks after every Enter, and building expressions took longer than the answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Connection

from walkthrough.model.words import FINDING_KINDS, Kind

PAGE = 50


class EntryRow(msgspec.Struct, frozen=True, gc=False):
    """One entry as a row shows it. Where `held` is set the wording is for the presenter alone.

    `steps` is how many next steps answer it; `owner`, `partner` (the agency), `due` and `due_words` are a
    next step's.
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
    partner: str = ""


class StationEntries(msgspec.Struct, frozen=True, gc=False):
    """A page of a station's entries, the newest first, and how many there are of each kind in all."""

    rows: tuple[EntryRow, ...]
    totals: dict[Kind, int]

    @property
    def total(self) -> int:
        """How many there are in all."""
        return sum(self.totals.values())


_STEPS = "(select count(*) from step_finding s where s.finding_id = t.id)"
_PARTNER = "coalesce((select name from partner p where p.id = t.owner_partner_id), '')"
_OTHER = "0, 0, '', '', null, '', 0, ''"
# fmt: off
_SOURCES = {
    "finding": ("t.kind", "text", "detail", f"t.said_again, t.votes, t.category, '', null, '', {_STEPS}, ''"),
    "parked_topic": (f"'{Kind.PARKED}'", "text", "outcome", _OTHER),
    "decision": (f"'{Kind.DECISION}'", "text", "rule", _OTHER),
    "next_step": (
        f"'{Kind.NEXT_STEP}'", "what", "because", f"0, 0, '', t.owner, t.due, t.due_words, 0, {_PARTNER}",
    ),
    "indicator": (f"'{Kind.INDICATOR}'", "name", "definition", _OTHER),
}
# fmt: on
"""Of each table: its kind, the columns of text and second line, and the columns that only some have."""

_PARTS = {
    table: f"select {kind} kind, t.id, t.number number, t.old_number, t.{text}, t.{detail}, t.station_id,"
    " t.lane_id, coalesce((select short from lane l where l.id = t.lane_id), ''),"
    f" t.held, {rest} from {table} t"
    for table, (kind, text, detail, rest) in _SOURCES.items()
}
"""For each table a select of the columns of EntryRow, in their order."""


def _newest_together(where: str) -> str:
    """The newest of all tables: each gives at most what the page could need."""
    each = f"select * from ({{}} where {where} order by t.number desc limit :reach)"
    together = " union all ".join(each.format(part) for part in _PARTS.values())
    return f"{together} order by number desc limit :many offset :offset"


def _totals_together(where: str) -> str:
    return " union all ".join(
        f"select {kind}, count(*) from {table} t where {where} group by 1"
        for table, (kind, *_rest) in _SOURCES.items()
    )


_AT = "t.station_id = :station"
_IN_LANE = f"{_AT} and t.lane_id = :lane"
_PAGES = {where: (_newest_together(where), _totals_together(where)) for where in (_AT, _IN_LANE)}
_NO_LANE = "t.walk_id = :walk and t.lane_id is null"
# The + keeps the walk's own index out of it, which holds everything.
_NO_STATION = "+t.walk_id = :walk and t.station_id is null and t.lane_id is not null"
_TO_SORT = " union all ".join(
    f"select * from ({_PARTS['finding']} where {where} order by t.number desc limit :reach)"
    for where in (_NO_LANE, _NO_STATION)
)


def entries_at(
    connection: Connection,
    station_id: str,
    offset: int = 0,
    limit: int = PAGE,
    *,
    lane_id: str | None = None,
) -> StationEntries:
    """A station's entries, the newest first; with `lane_id` only that lane's."""
    page, totals = _PAGES[_AT if lane_id is None else _IN_LANE]
    place = {"station": station_id} if lane_id is None else {"station": station_id, "lane": lane_id}
    counts = connection.exec_driver_sql(totals, place).fetchall()
    reach = {"many": limit, "offset": offset, "reach": offset + limit}
    return StationEntries(_rows(connection, page, place | reach), {Kind(kind): many for kind, many in counts})


def entries_to_sort(
    connection: Connection, walk_id: str, offset: int = 0, limit: int = PAGE
) -> tuple[EntryRow, ...]:
    """Findings without a lane or a station, the newest first."""
    sql = f"{_TO_SORT} order by number desc limit :many offset :offset"
    return _rows(connection, sql, {"walk": walk_id, "many": limit, "offset": offset, "reach": offset + limit})


def count_to_sort(connection: Connection, walk_id: str) -> int:
    """How many findings have no lane or no station."""
    counts = (f"(select count(*) from finding t where {where})" for where in (_NO_LANE, _NO_STATION))
    return int(connection.exec_driver_sql(f"select {' + '.join(counts)}", {"walk": walk_id}).scalar_one())


def entries_in_cell(
    connection: Connection, walk_id: str, station_id: str | None, lane_id: str | None, limit: int = PAGE
) -> tuple[EntryRow, ...]:
    """The findings in one cell of the map, the newest first; None is to sort."""
    where = "+t.walk_id = :walk and t.station_id is :station and t.lane_id is :lane"
    sql = f"{_PARTS['finding']} where {where} order by t.number desc limit :many"
    return _rows(connection, sql, {"walk": walk_id, "station": station_id, "lane": lane_id, "many": limit})


def last_entries(
    connection: Connection, *, before: int | None = None, after: int | None = None, limit: int = 1
) -> tuple[EntryRow, ...]:
    """The entries with the highest numbers; or those next below `before`, or next above `after`."""
    if after is not None:
        where, way, bound = "t.number > :bound", "asc", after
    elif before is not None:
        where, way, bound = "t.number < :bound", "desc", before
    else:
        where, way, bound = "t.number > :bound", "desc", 0
    each = f"select * from ({{}} where {where} order by t.number {way} limit :many)"
    together = " union all ".join(each.format(part) for part in _PARTS.values())
    sql = f"{together} order by number {way} limit :many"
    return _rows(connection, sql, {"bound": bound, "many": limit})


def entry_by_number(connection: Connection, number: int) -> EntryRow | None:
    """The entry that people know by this number, or None."""
    for part in _PARTS.values():
        if rows := _rows(connection, f"{part} where t.number = :number", {"number": number}):
            return rows[0]
    return None


def entry_by_id(connection: Connection, kind: Kind, entry_id: str) -> EntryRow | None:
    """One entry, or None if it is not there any more."""
    tables = {Kind.PARKED: "parked_topic", Kind.DECISION: "decision", Kind.NEXT_STEP: "next_step"}
    table = "finding" if kind in FINDING_KINDS else tables.get(kind, "indicator")
    return next(iter(_rows(connection, f"{_PARTS[table]} where t.id = :id", {"id": entry_id})), None)


def known_owners(connection: Connection, limit: int = 200) -> tuple[str, ...]:
    """Who may own a next step: the partners, and whoever owned one before."""
    sql = "select distinct {0} from {1} where {0} <> '' limit :many"
    sources = (("name", "partner"), ("owner", "next_step"))
    found = [connection.exec_driver_sql(sql.format(*source), {"many": limit}) for source in sources]
    names = {str(row[0]): None for result in found for row in result}
    return tuple(sorted(names, key=str.casefold))


def next_meeting_day(connection: Connection, after: date) -> date | None:
    """The first day of a meeting later than `after`: planned, or named at the end of a meeting."""
    sql = (
        "select min(day) from (select min(day) day from meeting where day > :day"
        " union all select min(next_day) from meeting where next_day > :day)"
    )
    found = connection.exec_driver_sql(sql, {"day": after.isoformat()}).scalar()
    return date.fromisoformat(found) if found else None


def counting_day(connection: Connection, today: date, meeting_id: str | None) -> date:
    """The day from which "2w" counts: today, or the day of the meeting that is live, if it began early."""
    if not meeting_id:
        return today
    found = connection.exec_driver_sql("select day from meeting where id = :id", {"id": meeting_id}).scalar()
    return max(today, date.fromisoformat(found)) if found else today


def _rows(connection: Connection, sql: str, values: dict[str, Any]) -> tuple[EntryRow, ...]:
    return tuple(_row(row) for row in connection.exec_driver_sql(sql, values))


def _row(row: Sequence[Any]) -> EntryRow:
    values = list(row)
    values[0], values[9] = Kind(values[0]), bool(values[9])
    values[14] = date.fromisoformat(values[14]) if values[14] else None
    return EntryRow(*values)

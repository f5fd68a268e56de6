# SPDX-License-Identifier: MIT
"""The walk at one station: the question, the made-up family, what was said there, newest first.

Read again after every Enter: each statement is built once, and counts come from an index.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Text, bindparam, func, literal, not_, select, type_coerce, union_all

from walkthrough.model.queries.rows import frozen
from walkthrough.model.queries.wall.for_the_room import for_the_room
from walkthrough.model.queries.wall.heads import WallMeeting, walk_head
from walkthrough.model.queries.wall.ladder import ladder_in_words
from walkthrough.model.queries.wall.shapes import HandOffFacts, Walking, WallRow
from walkthrough.model.schema import (
    Decision,
    Finding,
    HandOff,
    Indicator,
    Lane,
    NextStep,
    ParkedTopic,
    Prompt,
    Station,
    Walk,
)
from walkthrough.model.schema.base import choice
from walkthrough.model.showing import READ_AT_ONCE, Call, Showing
from walkthrough.model.words import Kind, ParkedState

MOST_ROWS = 60
"""So many of the newest rows are read: more never fit on a wall."""


def walking(connection: Connection, showing: Showing, meeting: WallMeeting) -> Walking:
    """The station of the walk; without one, or with one that is gone, its question and rows are empty."""
    here = {"station": showing.station_id, "prompt": showing.prompt_id, "walk": meeting.walk_id}
    place = connection.execute(_place(), here).one_or_none()
    walk_id = meeting.walk_id if place is None else place.walk_id
    practices, barriers, parked = connection.execute(_counts(), here).one()
    rows = frozen(WallRow, connection.execute(_rows(), here))
    pair = place if showing.call is Call.RULE_AND_PRACTICE else None
    return Walking(
        head=walk_head(connection, showing, walk_id),
        call=showing.call,
        question=place.question if place else "",
        family=place.family if place else str(connection.execute(_family(), here).scalar() or ""),
        family_line=place.family_line if place else "",
        rows=_read_back(rows, showing.page) if showing.call is Call.STATION_READ_BACK else rows,
        practices=practices,
        barriers=barriers,
        parked=parked,
        rule=pair.rule if pair else "",
        practice=pair.practice if pair else "",
        has_gap=bool(pair and pair.has_gap),
        hand_off=_hand_off(connection, here) if showing.call is Call.HAND_OFF else None,
        ladder=ladder_in_words(connection, walk_id) if showing.call is Call.LADDER else (),
    )


def _read_back(rows: tuple[WallRow, ...], page: int) -> tuple[WallRow, ...]:
    """One page in the order said. The presenter counts held rows too: beyond the last page is the last."""
    last = max(len(rows) - 1, 0) // READ_AT_ONCE
    start = min(page, last) * READ_AT_ONCE
    return rows[::-1][start : start + READ_AT_ONCE]


def _hand_off(connection: Connection, here: dict[str, Any]) -> HandOffFacts | None:
    row = connection.execute(_card(), here).one_or_none()
    return None if row is None else HandOffFacts(*row)


@for_the_room
def _place() -> Any:
    """The station with the question asked now: the one chosen, else the first that must be asked."""
    asked = Prompt.id == bindparam("prompt")
    question = (
        select(Prompt.text)
        .where(Prompt.station_id == Station.id)
        .order_by(asked.desc(), Prompt.must_ask.desc(), Prompt.pos, Prompt.id)
        .limit(1)
        .scalar_subquery()
    )
    columns = (
        Station.walk_id, Station.family_line, Station.rule, Station.practice, Station.has_gap, Walk.family,
        func.coalesce(question, "").label("question"),
    )  # fmt: skip
    return select(*columns).join(Walk, Walk.id == Station.walk_id).where(Station.id == bindparam("station"))


@for_the_room
def _family() -> Any:
    return select(Walk.family).where(Walk.id == bindparam("walk"))


@for_the_room
def _card() -> Any:
    return select(
        HandOff.from_whom, HandOff.to_whom, HandOff.warmth, HandOff.what_travels, HandOff.legal_basis,
        HandOff.time_by_rule, HandOff.time_in_practice, HandOff.who_checks, HandOff.how_many_lost,
    ).where(HandOff.station_id == bindparam("station")).order_by(HandOff.id).limit(1)  # fmt: skip


@for_the_room
def _counts() -> Any:
    parked = (
        select(func.count(ParkedTopic.id))
        .where(
            ParkedTopic.station_id == bindparam("station"),
            ParkedTopic.state == ParkedState.OPEN,
            not_(ParkedTopic.held),
        )
        .scalar_subquery()
    )
    return select(_many(Kind.PRACTICE), _many(Kind.BARRIER), parked)


def _many(kind: Kind) -> Any:
    """All of a kind, which an index counts, less the few held ones, which another index lists."""
    every = select(func.count()).where(Finding.station_id == bindparam("station"), Finding.kind == kind)
    held = select(func.count()).where(
        Finding.held,
        Finding.station_id.concat("") == bindparam("station"),  # so that the index of the held is taken
        type_coerce(Finding.kind, Text).concat("") == kind.value,
    )
    return every.scalar_subquery() - held.scalar_subquery()


@for_the_room
def _rows() -> Any:
    """The newest of what the capture line made here, whatever its kind."""
    said_again = Finding.said_again
    parts = (
        _newest(Finding, Finding.kind, Finding.text, said_again, Finding.detail),
        _newest(ParkedTopic, Kind.PARKED, ParkedTopic.text, 0, ParkedTopic.outcome),
        _newest(Decision, Kind.DECISION, Decision.text, 0, Decision.rule),
        _newest(NextStep, Kind.NEXT_STEP, NextStep.what, 0, NextStep.because),
        _newest(Indicator, Kind.INDICATOR, Indicator.name, 0, Indicator.definition),
    )
    return union_all(*parts).order_by(parts[0].selected_columns.number.desc()).limit(MOST_ROWS)


def _newest(entry: Any, kind: Any, text: Any, said_again: Any, detail: Any) -> Any:
    """So many rows of one table, in the order of WallRow."""
    columns = (
        entry.number.label("number"),
        (literal(kind, choice(Kind)) if isinstance(kind, Kind) else kind).label("kind"),
        text.label("text"),
        func.coalesce(Lane.short, "").label("lane"),
        (literal(0) if isinstance(said_again, int) else said_again).label("said_again"),
        detail.label("detail"),
    )
    rows = select(*columns).outerjoin(Lane, Lane.id == entry.lane_id)
    rows = rows.where(entry.station_id == bindparam("station"), not_(entry.held))
    return select(rows.order_by(entry.number.desc()).limit(MOST_ROWS).subquery())

# SPDX-License-Identifier: MIT
"""What the presenter of a live walk reads beside the walk: agencies here, who was heard, parked topics.

Who said something is private: none of this may come to the wall.
"""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection

from walkthrough.model.words import ParkedState


class Agency(msgspec.Struct, frozen=True, gc=False):
    """A partner somebody of whom is here now."""

    id: str
    name: str


class Topic(msgspec.Struct, frozen=True, gc=False):
    """A parked topic that is still open."""

    id: str
    number: int
    text: str
    held: bool


class ThemeName(msgspec.Struct, frozen=True, gc=False):
    """A theme to gather findings under. `findings` is how many it has."""

    id: str
    number: int
    name: str
    findings: int


_HERE = (
    "select p.id, p.name from partner p where p.id in (select a.partner_id from attendance a"
    " where a.meeting_id = :meeting and a.came and not a.has_left) order by p.pos, p.id"
)
_HEARD = (
    "select distinct said_by_partner_id from finding"
    " where station_id = :station and meeting_id = :meeting and said_by_partner_id is not null"
)
_OPEN = (
    "select id, number, text, held from parked_topic where state = :state order by number desc limit :many"
)
_THEMES = (
    "select t.id, t.number, t.name, (select count(*) from theme_finding f where f.theme_id = t.id)"
    " from theme t where t.walk_id = :walk order by t.pos, t.id"
)


def agencies_here(connection: Connection, meeting_id: str) -> tuple[Agency, ...]:
    """The partners of whom somebody came and has not left, in the order of the partners."""
    return tuple(Agency(*row) for row in connection.exec_driver_sql(_HERE, {"meeting": meeting_id}))


def not_heard(connection: Connection, meeting_id: str, station_id: str) -> tuple[Agency, ...]:
    """The agencies here of whom nobody was heard at a station in this meeting.

    Empty as long as nobody wrote down who speaks there: then it would only name everybody.
    """
    keys = {"meeting": meeting_id, "station": station_id}
    heard = {row[0] for row in connection.exec_driver_sql(_HEARD, keys)}
    if not heard:
        return ()
    return tuple(agency for agency in agencies_here(connection, meeting_id) if agency.id not in heard)


def open_topics(connection: Connection, most: int = 100) -> tuple[Topic, ...]:
    """The newest parked topics that are still open."""
    rows = connection.exec_driver_sql(_OPEN, {"state": ParkedState.OPEN.value, "many": most})
    return tuple(Topic(key, number, text, bool(held)) for key, number, text, held in rows)


def theme_names(connection: Connection, walk_id: str) -> tuple[ThemeName, ...]:
    """The themes of a walk in their order."""
    return tuple(ThemeName(*row) for row in connection.exec_driver_sql(_THEMES, {"walk": walk_id}))

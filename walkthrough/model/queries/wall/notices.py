# SPDX-License-Identifier: MIT
"""Parts without a picture of their own: their name, and the workbook's own words where there are any."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, bindparam, not_, select

from walkthrough.model.queries.wall.for_the_room import for_the_room
from walkthrough.model.queries.wall.heads import part_head
from walkthrough.model.queries.wall.shapes import Plain
from walkthrough.model.schema import Decision, Raised
from walkthrough.model.showing import Showing
from walkthrough.model.words import AgendaKind

MOST_LINES = 12


def plain(connection: Connection, showing: Showing) -> Plain:
    """The part's name; with the decisions of this meeting, or the questions that still wait for an answer."""
    statements = {AgendaKind.DECISIONS: _decisions, AgendaKind.RAISED: _raised}
    head, statement = part_head(connection, showing), statements.get(showing.part)
    if statement is None:
        return Plain(head)
    return Plain(head, tuple(connection.execute(statement(), {"meeting": showing.meeting_id}).scalars()))


@for_the_room
def _decisions() -> Any:
    query = select(Decision.text).where(Decision.meeting_id == bindparam("meeting"), not_(Decision.held))
    return query.order_by(Decision.number.desc()).limit(MOST_LINES)


@for_the_room
def _raised() -> Any:
    query = select(Raised.question).where(Raised.answer == "", not_(Raised.held))
    return query.order_by(Raised.number).limit(MOST_LINES)

# SPDX-License-Identifier: MIT
"""The cards of the opening, in the workbook's own words: purpose, made-up family, who is not here."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, bindparam, not_, or_, select

from walkthrough.model.queries.wall.for_the_room import for_the_room
from walkthrough.model.queries.wall.heads import WallMeeting, page_of, part_head
from walkthrough.model.queries.wall.shapes import OpenCard
from walkthrough.model.schema import Attendance, Collaborative, Partner, Seat, Walk
from walkthrough.model.showing import Card, Showing
from walkthrough.model.words import Seated


def open_card(connection: Connection, showing: Showing, meeting: WallMeeting) -> OpenCard:
    """The card of the page; what the program itself says on a card is not read here."""
    cards = tuple(Card)
    page, pages = page_of(showing, len(cards), 1)
    head = part_head(connection, showing)
    return OpenCard(head, cards[page], page, pages, _lines(connection, cards[page], showing, meeting))


def _lines(connection: Connection, card: Card, showing: Showing, meeting: WallMeeting) -> tuple[str, ...]:
    lines: tuple[str, ...] = ()
    if card is Card.PURPOSE:
        lines = (meeting.purpose or str(connection.execute(_purpose()).scalar() or ""),)
    elif card is Card.FAMILY:
        found = connection.execute(_family(), {"walk": meeting.walk_id}).one_or_none()
        lines = tuple(found or ())
    elif card is Card.NOT_HERE:
        lines = tuple(connection.execute(_not_here(), {"meeting": showing.meeting_id}).scalars())
    return tuple(line for line in lines if line)


@for_the_room
def _purpose() -> Any:
    return select(Collaborative.purpose).limit(1)


@for_the_room
def _family() -> Any:
    return select(Walk.family, Walk.family_intro).where(Walk.id == bindparam("walk"))


@for_the_room
def _not_here() -> Any:
    """Partners that are invited, or hold a seat, and of which nobody is in the room now."""
    listed = select(Attendance.partner_id).where(
        Attendance.meeting_id == bindparam("meeting"), Attendance.partner_id.is_not(None)
    )
    seated = select(Seat.partner_id).where(
        Seat.state.in_((Seated.FILLED, Seated.INVITED)), Seat.partner_id.is_not(None)
    )
    return (
        select(Partner.name)
        .where(
            not_(Partner.has_left),
            or_(Partner.id.in_(listed), Partner.id.in_(seated)),
            Partner.id.not_in(listed.where(Attendance.came, not_(Attendance.has_left))),
        )
        .order_by(Partner.pos, Partner.id)
    )

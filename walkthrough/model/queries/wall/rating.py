# SPDX-License-Identifier: MIT
"""Stage check, the question: how many are in; once it may be shown, how many see each stage, and the words.

An open box is no part of the workbook, so nothing of it can be read here.
"""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, select

from walkthrough.model.queries.roll import people_here
from walkthrough.model.queries.rounds import AskedRow, rounds_of_check
from walkthrough.model.queries.wall.checks import ladder_of, newest_check, stage_names
from walkthrough.model.queries.wall.for_the_room import for_the_room
from walkthrough.model.queries.wall.heads import WallMeeting, page_of, part_head
from walkthrough.model.queries.wall.shapes import AskedAgain, EarlierRating, Rating
from walkthrough.model.schema import Dimension
from walkthrough.model.showing import Showing
from walkthrough.model.words import RatingMethod


def rating(connection: Connection, showing: Showing, meeting: WallMeeting) -> Rating:
    """A question of this meeting's check; its newest round only if it is called for and the box is sealed.

    `showing.at` names the part that is rated, else `showing.page` counts the questions of the check.
    """
    check = newest_check(connection, showing.meeting_id)
    is_ours = check is not None and check.meeting_id == showing.meeting_id
    asked = rounds_of_check(connection, check.id) if check is not None and is_ours else ()
    view = Rating(
        head=part_head(connection, showing),
        stages_named=stage_names(connection, ladder_of(connection, check if is_ours else None)),
        many_in=showing.many_in,
        people=people_here(connection, showing.meeting_id),
        is_open=meeting.rating is RatingMethod.HANDS,
        agreed=check.agreed_stage if check and is_ours else None,
    )
    if showing.revealed and asked:
        at = next((n for n, one in enumerate(asked) if one.is_at(showing.at)), showing.page)
        at, pages = page_of(msgspec.structs.replace(showing, page=at), len(asked), 1)
        return revealed(msgspec.structs.replace(view, page=at, pages=pages), asked[at])
    return _being_asked(connection, view, asked, showing)


def _being_asked(
    connection: Connection, view: Rating, asked: tuple[AskedRow, ...], showing: Showing
) -> Rating:
    """What is asked, and nothing of any round but its words."""
    part = connection.execute(_dimension(), {"dimension": showing.at}).scalar()
    whole = next((one.newest for one in asked if not one.newest.dimension_id), None)
    method = showing.method or (whole.method if whole is not None else None)
    return msgspec.structs.replace(
        view,
        dimension=str(part or ""),
        question=whole.question if whole is not None and not part else "",
        is_open=view.is_open if method is None else method is RatingMethod.HANDS,
    )


def revealed(view: Rating, asked: AskedRow) -> Rating:
    """The newest round that may be shown, with the words of RULES 2; else how many are in."""
    newest, told, beneath = asked.newest, asked.newest.told, asked.beneath
    shown = msgspec.structs.replace(
        view,
        question=newest.question,
        dimension=newest.dimension,
        is_open=newest.is_open,
        many_in=newest.ballots,
        people=newest.people or view.people,
        agreed=None if newest.dimension_id else view.agreed,
        is_too_few=told is None,
    )
    if told is None:
        return shown
    earlier = beneath and EarlierRating(
        beneath.day, beneath.tallies, beneath.is_open, beneath.check_id == newest.check_id
    )
    return msgspec.structs.replace(
        shown,
        tallies=newest.tallies,
        words=told.code,
        stages=told.stages,
        tail=told.tail,
        middle=told.middle,
        not_sure=told.not_sure,
        rated=told.rated,
        earlier=earlier,
        again=asked.again and AskedAgain(asked.again.day, asked.again.ballots),
    )


@for_the_room
def _dimension() -> Any:
    return select(Dimension.name).where(Dimension.id == bindparam("dimension"))

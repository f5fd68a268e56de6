# SPDX-License-Identifier: MIT
"""Stage check, the question: how many are in; once it may be shown, how many see each stage, and the words.

An open box is no part of the workbook, so nothing of it can be read here.
"""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, select

from walkthrough.model.queries.roll import people_here
from walkthrough.model.queries.wall.checks import ladder_of, newest_check, stage_names
from walkthrough.model.queries.wall.for_the_room import for_the_room
from walkthrough.model.queries.wall.heads import WallMeeting, part_head
from walkthrough.model.queries.wall.shapes import Rating
from walkthrough.model.rules.agreement import words_of
from walkthrough.model.schema import Round, Tally
from walkthrough.model.showing import Showing
from walkthrough.model.words import RatingMethod

FEWEST_BALLOTS = 5
"""With fewer private ballots than this only their number may be shown (RULES 2)."""


def rating(connection: Connection, showing: Showing, meeting: WallMeeting) -> Rating:
    """The newest round of this meeting; its tallies only if they are called for and the box is sealed."""
    check = newest_check(connection, showing.meeting_id)
    is_ours = check is not None and check.meeting_id == showing.meeting_id
    asked = connection.execute(_round(), {"check": check.id}).first() if check and is_ours else None
    stages = stage_names(connection, ladder_of(connection, check))
    is_open = (meeting.rating if asked is None else asked.method) is RatingMethod.HANDS
    tallies: tuple[int, ...] = ()
    if asked is not None and asked.sealed and showing.revealed:
        tallies = _tallies(connection, asked.id, len(stages), is_open=is_open)
    return _with_words(
        Rating(
            head=part_head(connection, showing),
            stages_named=stages,
            many_in=showing.many_in or sum(tallies),
            people=(asked.people if asked and tallies else 0) or people_here(connection, showing.meeting_id),
            is_open=is_open,
            tallies=tallies,
            agreed=check.agreed_stage if check and is_ours else None,
            question=asked.question if asked is not None else "",
        )
    )


def _tallies(connection: Connection, round_id: str, stages: int, *, is_open: bool) -> tuple[int, ...]:
    """How many were not sure, then how many see stage 1, 2, ...; empty where it may not be shown."""
    found = {row.stage: row.ballots for row in connection.execute(_ballots(), {"round": round_id})}
    tallies = tuple(found.get(stage, 0) for stage in range(stages + 1))
    return tallies if found and (is_open or sum(tallies) >= FEWEST_BALLOTS) else ()


def _with_words(shown: Rating) -> Rating:
    """The same with the words of RULES 2, where there are tallies."""
    if not shown.tallies:
        return shown
    told = words_of(shown.tallies)
    return msgspec.structs.replace(
        shown,
        words=told.code,
        stages=told.stages,
        tail=told.tail,
        middle=told.middle,
        not_sure=told.not_sure,
        rated=told.rated,
    )


@for_the_room
def _round() -> Any:
    columns = (Round.id, Round.method, Round.question, Round.people, Round.sealed)
    query = select(*columns).where(Round.stage_check_id == bindparam("check"))
    return query.order_by(Round.pos.desc(), Round.id.desc()).limit(1)


@for_the_room
def _ballots() -> Any:
    return select(Tally.stage, Tally.ballots).where(Tally.round_id == bindparam("round"))

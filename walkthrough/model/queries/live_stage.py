# SPDX-License-Identifier: MIT
"""What the presenter needs for the stage check of a meeting: its check, its show of hands, its dimensions."""

from __future__ import annotations

from datetime import date

import msgspec
from sqlalchemy import Connection, func, select

from walkthrough.model.schema import MeetingDimension, Round, Stage, StageCheck, Tally
from walkthrough.model.words import RatingMethod


class HandsRow(msgspec.Struct, frozen=True, gc=False):
    """A show of hands: how many are not sure, then how many see stage 1, 2, ...; of how many people."""

    id: str
    people: int
    question: str
    tallies: tuple[int, ...]


def stage_check_of(connection: Connection, meeting: str) -> str | None:
    """The newest stage check of a meeting; None before it is begun."""
    query = select(StageCheck.id).where(StageCheck.meeting_id == meeting)
    return connection.execute(query.order_by(StageCheck.pos.desc()).limit(1)).scalar()


def check_to_take_up(connection: Connection, today: date) -> str | None:
    """The newest check, if it was begun for today outside any meeting: the room can go on with it."""
    columns = (StageCheck.id, StageCheck.as_of, StageCheck.meeting_id)
    newest = select(*columns).order_by(StageCheck.pos.desc(), StageCheck.id.desc()).limit(1)
    row = connection.execute(newest).one_or_none()
    return None if row is None or row.meeting_id or row.as_of != today else row.id


def hands_of(connection: Connection, check: str) -> HandsRow | None:
    """The newest show of hands of a check."""
    row = connection.execute(
        select(Round.id, Round.people, Round.question)
        .where(Round.stage_check_id == check, Round.method == RatingMethod.HANDS)
        .order_by(Round.pos.desc())
        .limit(1)
    ).one_or_none()
    if row is None:
        return None
    stages = select(func.count(Stage.id)).join(StageCheck, StageCheck.ladder_id == Stage.ladder_id)
    many = connection.execute(stages.where(StageCheck.id == check)).scalar_one()
    query = select(Tally.stage, Tally.ballots).where(Tally.round_id == row.id)
    found = {stage: many for stage, many in connection.execute(query)}  # noqa: C416  rows are no pairs to mypy
    return HandsRow(*row, tuple(found.get(stage, 0) for stage in range(many + 1)))


def dimensions_today(connection: Connection, meeting: str) -> tuple[str, ...]:
    """The dimensions chosen for a meeting, in its order; none where nobody chose."""
    query = select(MeetingDimension.dimension_id).where(MeetingDimension.meeting_id == meeting)
    return tuple(connection.execute(query.order_by(MeetingDimension.pos)).scalars())

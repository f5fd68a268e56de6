# SPDX-License-Identifier: MIT
"""What is known of the last private round of a stage check: numbers of people and ballots, no rating."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, select

from walkthrough.model.schema import Round
from walkthrough.model.words import RatingMethod


class LastRound(msgspec.Struct, frozen=True, gc=False):
    """How a sealed round was taken, and of how many."""

    method: RatingMethod
    people: int
    ballots: int


def last_private_round(connection: Connection, check: str) -> LastRound | None:
    """The newest private round of a check; None where nobody was asked in private yet."""
    query = (
        select(Round.method, Round.people, Round.ballots)
        .where(Round.stage_check_id == check, Round.sealed, Round.method != RatingMethod.HANDS)
        .order_by(Round.pos.desc())
        .limit(1)
    )
    row = connection.execute(query).one_or_none()
    return None if row is None else LastRound(*row)

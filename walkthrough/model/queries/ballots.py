# SPDX-License-Identifier: MIT
"""What is known of private ratings before this one: numbers of people and ballots, no rating."""

from __future__ import annotations

from datetime import date

import msgspec
from sqlalchemy import Connection, Select, select

from walkthrough.model.ballots.head import FOR_STAGE_CHECK
from walkthrough.model.rules.ballots import FEWEST_BALLOTS
from walkthrough.model.schema import Asking, Questionnaire, Round, StageCheck
from walkthrough.model.words import RatingMethod


class AskedBefore(msgspec.Struct, frozen=True, gc=False):
    """How many were asked the same before, on the newest day of which a result is shown.

    Args:
        day: that day.
        people: the most people who were here at one time of asking on that day; 0 where nobody counted.
        ballots: the most ballots that were in at one time of asking on that day.
    """

    day: date
    people: int
    ballots: int

    @property
    def before(self) -> int:
        """What `rules.ballots.warn_again` takes as the number before."""
        return max(self.people, self.ballots)


def asked_before(connection: Connection, for_table: str, for_id: str) -> AskedBefore | None:
    """Of whom a result is shown from which a new one could be taken: what is left is how somebody rated.

    A questionnaire has been asked before in all its versions, a stage in all checks of the same day.

    Args:
        for_table: FOR_STAGE_CHECK or FOR_QUESTIONNAIRE.
        for_id: the stage check, or the questionnaire, that is to be asked.

    Returns:
        None where there is no result that is shown.
    """
    asked = _rounds_that_day if for_table == FOR_STAGE_CHECK else _askings_of_every_version
    rows = connection.execute(asked(for_id)).all()
    newest = max((day for day, _, _ in rows), default=None)
    if newest is None:
        return None
    that_day = [(people, ballots) for day, people, ballots in rows if day == newest]
    return AskedBefore(newest, *map(max, zip(*that_day, strict=True)))


def _rounds_that_day(check: str) -> Select[date, int, int]:
    same_day = select(StageCheck.as_of).where(StageCheck.id == check).scalar_subquery()
    return (
        select(StageCheck.as_of, Round.people, Round.ballots)
        .join(Round, Round.stage_check_id == StageCheck.id)
        .where(StageCheck.as_of == same_day, Round.sealed, Round.method != RatingMethod.HANDS)
        .where(Round.ballots >= FEWEST_BALLOTS)
    )


def _askings_of_every_version(questionnaire: str) -> Select[date, int, int]:
    same_code = select(Questionnaire.code).where(Questionnaire.id == questionnaire).scalar_subquery()
    return (
        select(Asking.day, Asking.people, Asking.ballots)
        .join(Questionnaire, Questionnaire.id == Asking.questionnaire_id)
        .where(Questionnaire.code == same_code, Asking.ballots >= FEWEST_BALLOTS)
    )

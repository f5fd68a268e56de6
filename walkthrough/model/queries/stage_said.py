# SPDX-License-Identifier: MIT
"""What the room said in earlier stage checks and still holds: the stage it wants, the stage it agreed on.

Only checks by the same version of a ladder are asked: a number of another ladder means another stage.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, exists, or_, select

from walkthrough.model.queries.stage_rows import CheckPage, LastAgreed, LastWanted
from walkthrough.model.schema import CriterionAnswer, Ladder, Round, StageCheck
from walkthrough.model.words import Agreement


def said_last(connection: Connection, page: CheckPage) -> tuple[LastWanted | None, LastAgreed | None]:
    """The stage wanted last, in this check or before; the stage agreed before, if none is agreed yet."""
    pos = select(StageCheck.pos).where(StageCheck.id == page.id).scalar_subquery()
    query = (
        select(
            StageCheck.as_of,
            StageCheck.agreement,
            StageCheck.agreed_stage,
            StageCheck.wanted_stage,
            StageCheck.wanted_reason,
        )
        .join(Ladder, Ladder.id == StageCheck.ladder_id)
        .where(StageCheck.pos <= pos, *_same_ladder(page))
        .order_by(StageCheck.pos.desc(), StageCheck.id.desc())
    )
    rows = connection.execute(query).all()
    wanted = (LastWanted(row.wanted_stage, row.wanted_reason, row.as_of) for row in rows if row.wanted_stage)
    agreed = (
        LastAgreed(row.agreement, row.agreed_stage, row.as_of)
        for row in rows
        if row.agreement in (Agreement.STAGE, Agreement.NOT_YET)
    )
    return next(wanted, None), None if page.agreement is not None else next(agreed, None)


def newest_with_something(connection: Connection) -> str:
    """The newest check with an answer, a sealed round or something agreed; "" where none has any."""
    answered = exists().where(CriterionAnswer.stage_check_id == StageCheck.id)
    rated = exists().where(Round.stage_check_id == StageCheck.id, Round.sealed)
    has = or_(StageCheck.agreement.is_not(None), StageCheck.wanted_stage.is_not(None), answered, rated)
    query = select(StageCheck.id).where(has).order_by(StageCheck.pos.desc(), StageCheck.id.desc())
    return connection.execute(query.limit(1)).scalar() or ""


def _same_ladder(page: CheckPage) -> tuple[ColumnElement[bool], ...]:
    if page.is_own_ladder:
        return (Ladder.id == page.ladder_id,)
    return (Ladder.code == page.ladder_code, Ladder.version == page.version, Ladder.is_own.is_(False))

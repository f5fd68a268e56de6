# SPDX-License-Identifier: MIT
"""What the room said in earlier stage checks and still holds: the stage it wants, the stage it agreed on.

Only checks by the same version of a ladder are asked: a number of another ladder means another stage.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, exists, or_, select

from walkthrough.model.queries.stage_rows import CheckPage, LastAgreed, LastWanted
from walkthrough.model.schema import Criterion, CriterionAnswer, Evidence, Ladder, Round, StageCheck
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


def newest_with_something(connection: Connection, meeting_id: str = "") -> str:
    """The newest check, of the meeting if one is named, in which something is said; "" where there is none.

    Something is an agreement, a wanted stage, a sealed round or an answer. Answers that merely came along
    from another check of the same day do not count; those of an earlier day are judged anew, so they do.
    """
    rated = exists().where(Round.stage_check_id == StageCheck.id, Round.sealed)
    has = or_(StageCheck.agreement.is_not(None), StageCheck.wanted_stage.is_not(None), rated)
    query = select(StageCheck.id, StageCheck.meeting_id, StageCheck.as_of, has.label("has"))
    heads = connection.execute(query.order_by(StageCheck.pos.desc(), StageCheck.id.desc())).all()
    for at, head in enumerate(heads):
        if meeting_id and head.meeting_id != meeting_id:
            continue
        before = next((one.id for one in heads[at + 1 : at + 2] if one.as_of == head.as_of), "")
        if head.has or _answers(connection, head.id) - _answers(connection, before):
            return str(head.id)
    return ""


def _answers(connection: Connection, check_id: str) -> frozenset[tuple[Any, ...]]:
    """What is answered and shown in a check, without the days on which it was said."""
    answer = (CriterionAnswer.answer, CriterionAnswer.na_reason, CriterionAnswer.note)
    piece = (
        Evidence.proof, Evidence.what, Evidence.place, Evidence.amount, Evidence.source, Evidence.role,
        Evidence.day,
    )  # fmt: skip
    query = (
        select(Criterion.code, *answer, *piece)
        .join(Criterion, Criterion.id == CriterionAnswer.criterion_id)
        .outerjoin(Evidence, Evidence.answer_id == CriterionAnswer.id)
        .where(CriterionAnswer.stage_check_id == check_id)
    )
    return frozenset(tuple(row) for row in connection.execute(query))


def _same_ladder(page: CheckPage) -> tuple[ColumnElement[bool], ...]:
    if page.is_own_ladder:
        return (Ladder.id == page.ladder_id,)
    return (Ladder.code == page.ladder_code, Ladder.version == page.version, Ladder.is_own.is_(False))

# SPDX-License-Identifier: MIT
"""What a new stage check takes over from the last one: answers and evidence, each with its own date.

What was agreed is asked anew; the dimensions chosen for a meeting follow its ladder. It knows no rule of
stages.
"""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from walkthrough.model.schema import (
    Criterion,
    CriterionAnswer,
    Dimension,
    Evidence,
    Ladder,
    MeetingDimension,
    StageCheck,
    new_id,
)

_EVIDENCE = ("pos", "proof", "what", "place", "amount", "source", "role", "day", "held")


def carry_over(session: Session, before: StageCheck, check: StageCheck) -> dict[str, int]:
    """Copy the answers of `before` into `check`.

    In another version of the ladder only criteria with the same code and the same words keep their answer:
    nobody has answered a statement that was changed since. The same version of a shipped ladder in another
    language says the same, code by code.

    Returns:
        How many `answers` there were, how many `came` along, how many statements have `changed` or are new.
    """
    same = _same_criteria(session, before.ladder_id, check.ladder_id)
    answers = session.scalars(select(CriterionAnswer).filter_by(stage_check_id=before.id)).all()
    for old in answers:
        if old.criterion_id not in same:
            continue
        new = CriterionAnswer(
            id=new_id(),
            stage_check_id=check.id,
            criterion_id=same[old.criterion_id],
            answer=old.answer,
            na_reason=old.na_reason,
            note=old.note,
            answered_on=old.answered_on or before.as_of,
        )
        session.add(new)
        session.flush()
        for piece in session.scalars(select(Evidence).filter_by(answer_id=old.id).order_by(Evidence.pos)):
            session.add(Evidence(answer_id=new.id, **{name: getattr(piece, name) for name in _EVIDENCE}))
    came = sum(old.criterion_id in same for old in answers)
    changed = len(_criteria_of(session, check.ladder_id)) - len(same)
    return {"answers": len(answers), "came": came, "changed": changed}


def follow_ladder(session: Session, meeting_id: str, ladder_id: str) -> None:
    """Have the dimensions chosen for a meeting be those of its ladder: the same ones by their codes."""
    here = {one.code: one.id for one in session.scalars(select(Dimension).filter_by(ladder_id=ladder_id))}
    for row in session.scalars(select(MeetingDimension).filter_by(meeting_id=meeting_id)):
        chosen = session.get(Dimension, row.dimension_id)
        if chosen is not None and chosen.ladder_id != ladder_id and chosen.code in here:
            row.dimension_id = here[chosen.code]


def _same_criteria(session: Session, before: str, after: str) -> dict[str, str]:
    old = _criteria_of(session, before)
    if before == after:
        return {one.id: one.id for one in old}
    if shipped := _worded_from(session, before, after):
        kept = {(one.code, one.text) for one in _criteria_of(session, shipped)}
        new_ones = {one.code: one.id for one in _criteria_of(session, after) if (one.code, one.text) in kept}
        return {one.id: new_ones[one.code] for one in old if one.code in new_ones}
    is_translated = _is_translated(session, before, after)
    new = {(one.code, "" if is_translated else one.text): one.id for one in _criteria_of(session, after)}
    names = {one.id: (one.code, "" if is_translated else one.text) for one in old}
    return {key: new[name] for key, name in names.items() if name in new}


def _criteria_of(session: Session, ladder_id: str) -> list[Criterion]:
    query = select(Criterion).join(Dimension, Dimension.id == Criterion.dimension_id)
    return list(session.scalars(query.where(Dimension.ladder_id == ladder_id)))


def _worded_from(session: Session, before: str, after: str) -> str | None:
    """The shipped ladder that a changed one was worded from, where the check before asked by that very one in
    another language: what was not changed says the same.
    """
    one, other = (session.get_one(Ladder, key) for key in (before, after))
    if one.is_own or not other.is_own or one.language == other.language or one.code != other.code:
        return None
    shipped = select(Ladder.id).filter_by(code=one.code, version=one.version, is_own=False)
    return session.scalar(shipped.filter_by(language=other.language))


def _is_translated(session: Session, before: str, after: str) -> bool:
    one, other = (session.get_one(Ladder, key) for key in (before, after))
    same = (one.code, one.version) == (other.code, other.version)
    return same and one.language != other.language and not (one.is_own or other.is_own)

# SPDX-License-Identifier: MIT
"""How a ladder is written: from the content, or copied from one that is here. And which may be changed.

It must not know a stage check's answers.
"""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from walkthrough.model import content
from walkthrough.model.commands.base import found, said
from walkthrough.model.errors import Refused
from walkthrough.model.rules.ladder_versions import next_version
from walkthrough.model.schema import Criterion, Dimension, Ladder, Stage, StageCheck, new_id

_DIMENSION = ("pos", "code", "name", "short", "about")
_CRITERION = ("stage", "pos", "code", "text", "example")


def changeable(session: Session, ladder_id: str) -> Ladder:
    """The ladder, if it may be changed as it stands.

    Raises:
        Refused: gone; ladder_used where a stage check has used it, ladder_shipped where it is as we ship it.
    """
    ladder = found(session, Ladder, ladder_id)
    if is_used(session, ladder_id):
        raise Refused("ladder_used")
    if not ladder.is_own:
        raise Refused("ladder_shipped")
    return ladder


def is_used(session: Session, ladder_id: str) -> bool:
    """Whether a stage check asks by this ladder."""
    uses = select(func.count(StageCheck.id)).where(StageCheck.ladder_id == ladder_id)
    return bool(session.scalar(uses))


def ladder_in(session: Session, shipped: content.Ladder, language: str) -> Ladder:
    """The shipped ladder as it is in the workbook; copied there once for each version."""
    version = str(shipped.version)
    query = select(Ladder).filter_by(code=shipped.id, version=version, language=language, is_own=False)
    here = session.scalar(query)
    return here or write_ladder(session, new_id(), shipped, version, language, is_own=False)


def write_ladder(
    session: Session, key: str, given: content.Ladder, version: str, language: str, *, is_own: bool
) -> Ladder:
    """Write a ladder of the content with its stages, dimensions and criteria."""
    ladder = Ladder(
        id=key,
        code=given.id,
        version=version,
        name=said(given.name, "name"),
        language=language,
        is_own=is_own,
    )
    session.add(ladder)
    session.flush()
    for stage in given.stages:
        session.add(Stage(ladder_id=key, number=stage.number, name=stage.name, meaning=stage.meaning))
    for pos, part in enumerate(given.dimensions):
        values = {"pos": pos, "code": part.id, "name": part.name, "short": part.short, "about": part.about}
        dimension = Dimension(id=new_id(), ladder_id=key, **values)
        session.add(dimension)
        session.flush()
        for place, one in enumerate(part.criteria):
            row = Criterion(dimension_id=dimension.id, stage=one.stage, pos=place, code=one.id, text=one.text)
            row.example = one.example
            session.add(row)
    session.flush()
    return ladder


def copy_ladder(session: Session, ladder: Ladder, key: str) -> Ladder:
    """Write a version of a ladder that may be changed: all its rows, with the same codes."""
    copy = Ladder(
        id=key,
        code=ladder.code,
        version=next_version(ladder.version, versions_of(session, ladder.code)),
        name=ladder.name,
        language=ladder.language,
        is_own=True,
    )
    session.add(copy)
    session.flush()
    for stage in session.scalars(select(Stage).filter_by(ladder_id=ladder.id).order_by(Stage.number)):
        session.add(Stage(ladder_id=key, number=stage.number, name=stage.name, meaning=stage.meaning))
    parts = session.scalars(select(Dimension).filter_by(ladder_id=ladder.id).order_by(Dimension.pos)).all()
    for part in parts:
        values = {name: getattr(part, name) for name in _DIMENSION}
        dimension = Dimension(id=new_id(), ladder_id=key, **values)
        session.add(dimension)
        session.flush()
        for one in session.scalars(select(Criterion).filter_by(dimension_id=part.id)):
            values = {name: getattr(one, name) for name in _CRITERION}
            session.add(Criterion(dimension_id=dimension.id, **values))
    session.flush()
    return copy


def versions_of(session: Session, code: str) -> frozenset[str]:
    """The versions of a ladder that the workbook holds, in any language."""
    return frozenset(session.scalars(select(Ladder.version).filter_by(code=code)))


def own_code(key: str) -> str:
    """A code that no other row has, for what was written in a workbook; copies keep it."""
    return f"own-{key[-12:]}"


def same_words(session: Session, ladder: Ladder, given: content.Ladder) -> bool:
    """Whether a ladder of the workbook says, word for word, what one of the content says."""
    stages = select(Stage.number, Stage.name, Stage.meaning).filter_by(ladder_id=ladder.id)
    criteria = (
        select(
            Dimension.code, Dimension.name, Dimension.short, Dimension.about,
            Criterion.stage, Criterion.text, Criterion.example,
        )
        .join(Criterion, Criterion.dimension_id == Dimension.id)
        .where(Dimension.ladder_id == ladder.id)
    )  # fmt: skip
    wanted = {
        (part.id, part.name, part.short, part.about, one.stage, one.text, one.example)
        for part in given.dimensions
        for one in part.criteria
    }
    return (
        ladder.name == given.name.strip()
        and {tuple(row) for row in session.execute(stages)}
        == {(stage.number, stage.name, stage.meaning) for stage in given.stages}
        and {tuple(row) for row in session.execute(criteria)} == wanted
    )

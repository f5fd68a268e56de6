# SPDX-License-Identifier: MIT
"""The ladders of the workbook: which there are, which one the next check asks by, and one of them whole.

Rows are frozen. It must not know what was answered.
"""

from __future__ import annotations

from collections import defaultdict

import msgspec
from sqlalchemy import Connection, func, select

from walkthrough.model.queries.rows import frozen
from walkthrough.model.rules.ladder_versions import LadderHead, next_ladder
from walkthrough.model.schema import Criterion, Dimension, Ladder, Stage, StageCheck


class StageOfLadder(msgspec.Struct, frozen=True, gc=False):
    """A stage with its key; `criteria` is how many statements stand at it, in all dimensions."""

    id: str
    number: int
    name: str
    meaning: str
    criteria: int


class CriterionOfLadder(msgspec.Struct, frozen=True, gc=False):
    """A statement as it stands on the ladder."""

    id: str
    stage: int
    text: str
    example: str


class DimensionOfLadder(msgspec.Struct, frozen=True, gc=False):
    """A dimension with its statements, the lowest stage first; `holes` are the stages that have none."""

    id: str
    name: str
    short: str
    about: str
    criteria: tuple[CriterionOfLadder, ...]
    holes: tuple[int, ...]


class LadderPage(msgspec.Struct, frozen=True, gc=False):
    """One ladder, whole."""

    head: LadderHead
    stages: tuple[StageOfLadder, ...]
    dimensions: tuple[DimensionOfLadder, ...]


def ladders(connection: Connection) -> tuple[LadderHead, ...]:
    """Every ladder of the workbook, the oldest first."""
    checks = _counted(connection, StageCheck.ladder_id)
    stages = _counted(connection, Stage.ladder_id)
    dimensions = _counted(connection, Dimension.ladder_id)
    filled: defaultdict[str, int] = defaultdict(int)
    criteria: defaultdict[str, int] = defaultdict(int)
    cells = (
        select(Dimension.ladder_id, func.count(Criterion.id))
        .join(Criterion, Criterion.dimension_id == Dimension.id)
        .group_by(Dimension.ladder_id, Dimension.id, Criterion.stage)
    )
    for ladder_id, many in connection.execute(cells):
        filled[ladder_id] += 1
        criteria[ladder_id] += many
    rows = connection.execute(
        select(Ladder.id, Ladder.code, Ladder.version, Ladder.name, Ladder.language, Ladder.is_own).order_by(
            Ladder.id
        )
    )
    return tuple(
        LadderHead(
            *row,
            checks=checks.get(row.id, 0),
            stages=stages.get(row.id, 0),
            dimensions=dimensions.get(row.id, 0),
            criteria=criteria[row.id],
            holes=stages.get(row.id, 0) * dimensions.get(row.id, 0) - filled[row.id],
        )
        for row in rows
    )


def ladder_for_next(connection: Connection, shipped_code: str = "") -> str | None:
    """The ladder that the next check asks by; None for the shipped one, or where there is none."""
    newest = select(StageCheck.ladder_id).order_by(StageCheck.pos.desc(), StageCheck.id.desc()).limit(1)
    return next_ladder(ladders(connection), connection.execute(newest).scalar() or "", shipped_code)


def ladder_of_meeting(connection: Connection, meeting_id: str) -> str | None:
    """The ladder of a meeting's own check; before that is begun, the one it will ask by."""
    own = select(StageCheck.ladder_id).where(StageCheck.meeting_id == meeting_id)
    found: str | None = connection.execute(own.order_by(StageCheck.pos.desc()).limit(1)).scalar()
    return found or ladder_for_next(connection)


def ladder_page(connection: Connection, ladder_id: str) -> LadderPage | None:
    """One ladder with its stages, dimensions and statements; None if it is gone."""
    head = next((one for one in ladders(connection) if one.id == ladder_id), None)
    if head is None:
        return None
    criteria = _criteria(connection, ladder_id)
    at_stage: defaultdict[int, int] = defaultdict(int)
    for row in (one for rows in criteria.values() for one in rows):
        at_stage[row.stage] += 1
    columns = (Stage.id, Stage.number, Stage.name, Stage.meaning)
    stages = tuple(
        StageOfLadder(*row, at_stage[row.number])
        for row in connection.execute(
            select(*columns).where(Stage.ladder_id == ladder_id).order_by(Stage.number)
        )
    )
    dimensions = connection.execute(
        select(Dimension.id, Dimension.name, Dimension.short, Dimension.about)
        .where(Dimension.ladder_id == ladder_id)
        .order_by(Dimension.pos, Dimension.id)
    )
    return LadderPage(
        head,
        stages,
        tuple(
            DimensionOfLadder(*row, tuple(criteria[row.id]), _holes(criteria[row.id], stages))
            for row in dimensions
        ),
    )


def _criteria(connection: Connection, ladder_id: str) -> defaultdict[str, list[CriterionOfLadder]]:
    rows = connection.execute(
        select(Criterion.dimension_id, Criterion.id, Criterion.stage, Criterion.text, Criterion.example)
        .join(Dimension, Dimension.id == Criterion.dimension_id)
        .where(Dimension.ladder_id == ladder_id)
        .order_by(Criterion.stage, Criterion.pos, Criterion.id)
    )
    found: defaultdict[str, list[CriterionOfLadder]] = defaultdict(list)
    for dimension_id, *row in rows:
        found[dimension_id] += frozen(CriterionOfLadder, [row])
    return found


def _holes(criteria: list[CriterionOfLadder], stages: tuple[StageOfLadder, ...]) -> tuple[int, ...]:
    filled = {one.stage for one in criteria}
    return tuple(stage.number for stage in stages if stage.number not in filled)


def _counted(connection: Connection, of: object) -> dict[str, int]:
    rows = connection.execute(select(of, func.count()).group_by(of))  # type: ignore[call-overload]  # `of` is a column
    return {key: many for key, many in rows}  # noqa: C416  rows are no pairs to mypy

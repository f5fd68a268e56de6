# SPDX-License-Identifier: MIT
"""What was made of the statements of a ladder: next steps and indicators, by the code of the statement.

By code, because the statement stays the same one in a later version of its ladder and in another language.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import Connection, Select, select

from walkthrough.model.queries.stage_rows import IndicatorLink, StepLink
from walkthrough.model.schema import Criterion, Dimension, Indicator, Ladder, NextStep


def step_links(connection: Connection, ladder_id: str) -> dict[str, list[StepLink]]:
    """The next steps made of statements, by code, the first made first."""
    columns = (NextStep.id, NextStep.number, NextStep.what, NextStep.state, NextStep.held)
    query = select(Criterion.code, *columns).join(Criterion, Criterion.id == NextStep.criterion_id)
    found: dict[str, list[StepLink]] = defaultdict(list)
    for code, *row in connection.execute(_of_ladder(query, ladder_id).order_by(NextStep.number)):
        found[code].append(StepLink(*row))
    return found


def indicator_links(connection: Connection, ladder_id: str) -> dict[str, list[IndicatorLink]]:
    """The indicators made of counts given as evidence, by the code of the statement."""
    columns = (Indicator.id, Indicator.number)
    query = select(Criterion.code, *columns).join(Criterion, Criterion.id == Indicator.criterion_id)
    found: dict[str, list[IndicatorLink]] = defaultdict(list)
    for code, *row in connection.execute(_of_ladder(query, ladder_id).order_by(Indicator.number)):
        found[code].append(IndicatorLink(*row))
    return found


def _of_ladder(query: Select[*tuple[Any, ...]], ladder_id: str) -> Select[*tuple[Any, ...]]:
    """Only statements of this ladder, in any of its versions and languages."""
    code = select(Ladder.code).where(Ladder.id == ladder_id).scalar_subquery()
    return (
        query.join(Dimension, Dimension.id == Criterion.dimension_id)
        .join(Ladder, Ladder.id == Dimension.ladder_id)
        .where(Ladder.code == code)
    )

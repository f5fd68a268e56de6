# SPDX-License-Identifier: MIT
"""The stage check that the room is on, with its ladder: what the question and the criteria share."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, select

from walkthrough.model.queries.ladders import ladder_for_next
from walkthrough.model.queries.rows import frozen
from walkthrough.model.queries.wall.for_the_room import for_the_room
from walkthrough.model.queries.wall.shapes import StageName
from walkthrough.model.schema import Stage, StageCheck
from walkthrough.model.words import Agreement


class WallCheck(msgspec.Struct, frozen=True, gc=False):
    """A stage check; `meeting_id` may be of another meeting where this one has none yet."""

    id: str
    ladder_id: str
    meeting_id: str | None
    as_of: date
    agreement: Agreement | None
    agreed_stage: int | None


def newest_check(connection: Connection, meeting_id: str) -> WallCheck | None:
    """The newest stage check of the meeting, else the newest of all."""
    row = connection.execute(_check(), {"meeting": meeting_id}).first()
    return None if row is None else WallCheck(*row)


def ladder_of(connection: Connection, check: WallCheck | None) -> str | None:
    """The ladder of a check; without one that which the next check will ask by, if the workbook has it."""
    return check.ladder_id if check is not None else ladder_for_next(connection)


def stage_names(connection: Connection, ladder_id: str | None) -> tuple[StageName, ...]:
    """The stages of a ladder, the lowest first."""
    return frozen(StageName, connection.execute(_stages(), {"ladder": ladder_id}))


@for_the_room
def _check() -> Any:
    columns = (
        StageCheck.id, StageCheck.ladder_id, StageCheck.meeting_id, StageCheck.as_of, StageCheck.agreement,
        StageCheck.agreed_stage,
    )  # fmt: skip
    is_ours = StageCheck.meeting_id.is_(bindparam("meeting"))
    return select(*columns).order_by(is_ours.desc(), StageCheck.pos.desc(), StageCheck.id.desc()).limit(1)


@for_the_room
def _stages() -> Any:
    query = select(Stage.number, Stage.name, Stage.meaning)
    return query.where(Stage.ladder_id == bindparam("ladder")).order_by(Stage.number)

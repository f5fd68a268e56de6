# SPDX-License-Identifier: MIT
"""The next steps and raised questions of one meeting, and the order of the whole plan they stand in."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, select

from walkthrough.model.queries.plan import StepRow, next_steps_of
from walkthrough.model.queries.rows import frozen
from walkthrough.model.schema import NextStep, Raised
from walkthrough.model.words import Tier


class RaisedHere(msgspec.Struct, frozen=True, gc=False):
    """A question raised in this meeting; `step_id` is the next step it came from."""

    id: str
    number: int
    question: str
    tier: Tier
    held: bool
    step_id: str | None


def steps_of_meeting(connection: Connection, meeting: str) -> tuple[StepRow, ...]:
    """The next steps made in a meeting, in the order of the plan."""
    return next_steps_of(connection, meeting)


def plan_order(connection: Connection) -> tuple[str, ...]:
    """The keys of all next steps in the order of the plan."""
    return tuple(connection.execute(select(NextStep.id).order_by(NextStep.pos, NextStep.number)).scalars())


def raised_in(connection: Connection, meeting: str) -> tuple[RaisedHere, ...]:
    """The questions raised in a meeting, by number."""
    rows = connection.execute(
        select(Raised.id, Raised.number, Raised.question, Raised.tier, Raised.held, Raised.step_id)
        .where(Raised.meeting_id == meeting)
        .order_by(Raised.number)
    )
    return frozen(RaisedHere, rows)

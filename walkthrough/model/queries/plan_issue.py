# SPDX-License-Identifier: MIT
"""Which version of the plan was handed out last, and whether the plan says something else by now."""

from __future__ import annotations

import hashlib
from datetime import date

import msgspec
from sqlalchemy import Connection, select

from walkthrough.model.queries.plan import GoalRow, RaisedRow, StepRow, goals, next_steps, raised_questions
from walkthrough.model.schema import PlanIssue

_ON_HOLD = "on hold"
"""Stands for words that no paper tells: what they are changes nothing that is handed out."""


class PlanVersion(msgspec.Struct, frozen=True, gc=False):
    """The newest version handed out, and the one it replaced.

    Without any the version is 0. `is_changed_since`: the plan says something else than that version did.
    """

    version: int = 0
    day: date | None = None
    replaces: int = 0
    replaces_day: date | None = None
    is_changed_since: bool = False


def plan_version(connection: Connection) -> PlanVersion:
    """How the plan of this moment stands to what was handed out."""
    query = select(PlanIssue.version_number, PlanIssue.day, PlanIssue.digest)
    rows = connection.execute(
        query.order_by(PlanIssue.version_number.desc(), PlanIssue.id.desc()).limit(2)
    ).all()
    if not rows:
        return PlanVersion()
    newest, before = rows[0], rows[1] if len(rows) > 1 else None
    return PlanVersion(
        version=newest.version_number,
        day=newest.day,
        replaces=before.version_number if before is not None else 0,
        replaces_day=before.day if before is not None else None,
        is_changed_since=newest.digest != plan_digest(connection),
    )


def plan_digest(connection: Connection) -> str:
    """What stands for all that the plan says, in 64 letters: its goals, next steps and raised questions.

    Not the day, nor what stands on it from elsewhere.
    """
    told = (
        [_goal(row) for row in goals(connection)],
        [_step(row) for row in next_steps(connection)],
        [_question(row) for row in raised_questions(connection)],
    )
    return hashlib.sha256(msgspec.json.encode(told)).hexdigest()


def _goal(row: GoalRow) -> tuple[object, ...]:
    if row.held:
        return row.id, _ON_HOLD
    return row.id, row.text, row.strategy, row.budget, row.in_kind


def _step(row: StepRow) -> tuple[object, ...]:
    words = (_ON_HOLD,) if row.held else (row.what, row.because, row.proof)
    indicator = _ON_HOLD if row.indicator_held else row.indicator
    findings = [mark.number for mark in row.findings]
    who = row.owner, row.partner, row.acceptance, row.ask_whom, row.ask_by
    when = row.due, row.due_words, row.state, row.closed_on
    return row.number, row.goal_id, words, who, when, row.tier, row.needs, indicator, findings


def _question(row: RaisedRow) -> tuple[object, ...]:
    words = (_ON_HOLD,) if row.held else (row.question, row.answer)
    return row.number, words, row.tier, row.to_whom, row.by_day, row.told_back_on

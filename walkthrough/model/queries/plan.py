# SPDX-License-Identifier: MIT
"""The plan: goals, next steps with what they answer, and raised questions, as frozen rows."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, func, select

from walkthrough.model.queries.rows import frozen
from walkthrough.model.schema import (
    Finding,
    Goal,
    Indicator,
    NextStep,
    Partner,
    Raised,
    Station,
    StepFinding,
    StepNote,
)
from walkthrough.model.words import Acceptance, Kind, StepState, Tier

OPEN_STATES = (StepState.NOT_STARTED, StepState.UNDER_WAY, StepState.STUCK)


class FindingMark(msgspec.Struct, frozen=True, gc=False):
    """A finding named by its number."""

    id: str
    number: int
    kind: Kind
    text: str
    held: bool


class StepRow(msgspec.Struct, frozen=True, gc=False):
    """A next step as the plan shows it. `owner` is for paper; `partner` may be on the wall."""

    id: str
    number: int
    pos: int
    what: str
    owner: str
    owner_partner_id: str | None
    partner: str
    due: date | None
    due_words: str
    because: str
    tier: Tier | None
    needs: str
    state: StepState
    acceptance: Acceptance
    ask_whom: str
    ask_by: date | None
    proof: str
    closed_on: date | None
    goal_id: str | None
    goal: str
    indicator_id: str | None
    indicator: str
    indicator_held: bool
    station_id: str | None
    station: str
    meeting_id: str | None
    held: bool
    findings: tuple[FindingMark, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether there is still something to do."""
        return self.state in OPEN_STATES

    def is_overdue(self, today: date) -> bool:
        """Whether its day has passed and it is still open."""
        return self.is_open and self.due is not None and self.due < today


class NoteRow(msgspec.Struct, frozen=True, gc=False):
    """How a step went on one day."""

    day: date
    state: StepState
    text: str
    held: bool


class GoalRow(msgspec.Struct, frozen=True, gc=False):
    """A goal. `budget` and `in_kind` are for paper."""

    id: str
    text: str
    strategy: str
    budget: str
    in_kind: str
    held: bool


class RaisedRow(msgspec.Struct, frozen=True, gc=False):
    """A question raised to a tier."""

    id: str
    number: int
    question: str
    tier: Tier
    to_whom: str
    by_day: date | None
    answer: str
    told_back_on: date | None
    held: bool


def _steps() -> Select[*tuple[Any, ...]]:
    return (
        select(
            NextStep.id,
            NextStep.number,
            NextStep.pos,
            NextStep.what,
            NextStep.owner,
            NextStep.owner_partner_id,
            func.coalesce(Partner.name, ""),
            NextStep.due,
            NextStep.due_words,
            NextStep.because,
            NextStep.tier,
            NextStep.needs,
            NextStep.state,
            NextStep.acceptance,
            NextStep.ask_whom,
            NextStep.ask_by,
            NextStep.proof,
            NextStep.closed_on,
            NextStep.goal_id,
            func.coalesce(Goal.text, ""),
            NextStep.indicator_id,
            func.coalesce(Indicator.name, ""),
            func.coalesce(Indicator.held, False),
            NextStep.station_id,
            func.coalesce(Station.short, ""),
            NextStep.meeting_id,
            NextStep.held,
        )
        .outerjoin(Partner, Partner.id == NextStep.owner_partner_id)
        .outerjoin(Goal, Goal.id == NextStep.goal_id)
        .outerjoin(Indicator, Indicator.id == NextStep.indicator_id)
        .outerjoin(Station, Station.id == NextStep.station_id)
    )


def _answered(connection: Connection, *where: Any) -> dict[str, tuple[FindingMark, ...]]:
    rows = connection.execute(
        select(StepFinding.step_id, Finding.id, Finding.number, Finding.kind, Finding.text, Finding.held)
        .join(Finding, Finding.id == StepFinding.finding_id)
        .where(*where)
    )
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for step, *mark in rows:
        found[step].append(mark)
    # Sorted here: SQLite would walk through every finding to have them in order.
    return {
        step: tuple(sorted(frozen(FindingMark, marks), key=lambda mark: mark.number))
        for step, marks in found.items()
    }


def next_steps(connection: Connection) -> tuple[StepRow, ...]:
    """Every next step in the order of the plan, with the findings it answers."""
    answered = _answered(connection)
    rows = connection.execute(_steps().order_by(NextStep.pos, NextStep.number))
    return frozen(StepRow, ((*row, answered.get(row[0], ())) for row in rows))


def next_steps_of(connection: Connection, meeting: str) -> tuple[StepRow, ...]:
    """The next steps made in one meeting, in the order of the plan."""
    rows = connection.execute(
        _steps().where(NextStep.meeting_id == meeting).order_by(NextStep.pos, NextStep.number)
    ).all()
    answered = _answered(connection, StepFinding.step_id.in_([row[0] for row in rows]))
    return frozen(StepRow, ((*row, answered.get(row[0], ())) for row in rows))


def next_step(connection: Connection, key: str) -> StepRow | None:
    """One next step, or None where it is gone."""
    row = connection.execute(_steps().where(NextStep.id == key)).one_or_none()
    if row is None:
        return None
    return frozen(StepRow, [(*row, _answered(connection, StepFinding.step_id == key).get(key, ()))])[0]


def notes_of(connection: Connection, step: str) -> tuple[NoteRow, ...]:
    """How a step went, newest first."""
    rows = connection.execute(
        select(StepNote.day, StepNote.state, StepNote.text, StepNote.held)
        .where(StepNote.step_id == step)
        .order_by(StepNote.day.desc(), StepNote.id.desc())
    )
    return frozen(NoteRow, rows)


def goals(connection: Connection) -> tuple[GoalRow, ...]:
    """The goals in their order."""
    rows = connection.execute(
        select(Goal.id, Goal.text, Goal.strategy, Goal.budget, Goal.in_kind, Goal.held).order_by(Goal.pos)
    )
    return frozen(GoalRow, rows)


def raised_questions(connection: Connection) -> tuple[RaisedRow, ...]:
    """Questions raised to a tier, unanswered ones first."""
    rows = connection.execute(
        select(
            Raised.id,
            Raised.number,
            Raised.question,
            Raised.tier,
            Raised.to_whom,
            Raised.by_day,
            Raised.answer,
            Raised.told_back_on,
            Raised.held,
        ).order_by(Raised.told_back_on.is_not(None), Raised.answer != "", Raised.number)
    )
    return frozen(RaisedRow, rows)


def findings_without_step(connection: Connection, limit: int = 100) -> tuple[FindingMark, ...]:
    """Barriers that no next step answers, those with most votes and most often said first."""
    linked = select(StepFinding.finding_id)
    rows = connection.execute(
        select(Finding.id, Finding.number, Finding.kind, Finding.text, Finding.held)
        .where(Finding.kind == Kind.BARRIER, Finding.id.not_in(linked))
        .order_by((Finding.votes + Finding.said_again).desc(), Finding.number)
        .limit(limit)
    )
    return frozen(FindingMark, rows)


def findings_to_link(connection: Connection, limit: int = 500) -> tuple[FindingMark, ...]:
    """Findings to choose from when linking a step, by number."""
    rows = connection.execute(
        select(Finding.id, Finding.number, Finding.kind, Finding.text, Finding.held)
        .order_by(Finding.number)
        .limit(limit)
    )
    return frozen(FindingMark, rows)

# SPDX-License-Identifier: MIT
"""What the plan page shows at one moment, read in one go, and which steps a filter lets through.

It must not know a widget nor a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from walkthrough.model import Workbook
from walkthrough.model.queries.indicators import IndicatorRow, indicators
from walkthrough.model.queries.leavers import steps_left_behind
from walkthrough.model.queries.overview import next_meeting
from walkthrough.model.queries.partners import PartnerRow, partners
from walkthrough.model.queries.plan import (
    FindingMark,
    GoalRow,
    NoteRow,
    RaisedRow,
    StepRow,
    findings_to_link,
    findings_without_step,
    goals,
    next_steps,
    notes_of,
    raised_questions,
)
from walkthrough.model.words import Tier

ALL, OPEN, OVERDUE, LEFT_BEHIND = "all", "open", "overdue", "left_behind"
ANY = ""
"""The choice of a filter that lets everything through."""


@dataclass(frozen=True)
class PlanReading:
    """The rows of the page."""

    steps: tuple[StepRow, ...] = ()
    goals: tuple[GoalRow, ...] = ()
    unanswered: tuple[FindingMark, ...] = ()
    findings: tuple[FindingMark, ...] = ()
    raised: tuple[RaisedRow, ...] = ()
    partners: tuple[PartnerRow, ...] = ()
    indicators: tuple[IndicatorRow, ...] = ()
    next_meeting: date | None = None
    left_behind: frozenset[str] = frozenset()

    def step(self, key: str) -> StepRow | None:
        """Return a next step by its key."""
        return next((row for row in self.steps if row.id == key), None)

    def question(self, key: str) -> RaisedRow | None:
        """Return a raised question by its key."""
        return next((row for row in self.raised if row.id == key), None)

    def finding(self, key: str) -> FindingMark | None:
        """Return a finding by its key."""
        return next((row for row in (*self.unanswered, *self.findings) if row.id == key), None)


@dataclass(frozen=True)
class Sieve:
    """What the filter asks for; everything, as long as nobody asks."""

    stands: str = ALL
    partner_id: str = ANY
    tier: str = ANY
    text: str = ""

    @property
    def is_open(self) -> bool:
        """Whether everything comes through."""
        return self == Sieve()

    def lets_through(self, step: StepRow, today: date, left_behind: frozenset[str]) -> bool:
        """Tell whether a step is to be shown."""
        if self.stands == OPEN and not step.is_open:
            return False
        if self.stands == OVERDUE and not step.is_overdue(today):
            return False
        if self.stands == LEFT_BEHIND and step.id not in left_behind:
            return False
        if self.partner_id and step.owner_partner_id != self.partner_id:
            return False
        if self.tier and step.tier != Tier(self.tier):
            return False
        return self.text.casefold() in f"#{step.number} {step.what}".casefold()


def read_plan(workbook: Workbook, today: date) -> PlanReading:
    """Read everything the page shows."""
    coming = workbook.read(next_meeting, today)
    return PlanReading(
        steps=workbook.read(next_steps),
        goals=workbook.read(goals),
        unanswered=workbook.read(findings_without_step),
        findings=workbook.read(findings_to_link),
        raised=workbook.read(raised_questions),
        partners=workbook.read(partners),
        indicators=workbook.read(indicators),
        left_behind=workbook.read(steps_left_behind),
        next_meeting=coming.day if coming is not None else None,
    )


def read_notes(workbook: Workbook, step_id: str) -> tuple[NoteRow, ...]:
    """Read how a step went, newest first."""
    return workbook.read(notes_of, step_id)


def grouped(
    reading: PlanReading, sieve: Sieve, today: date
) -> Iterator[tuple[GoalRow | None, tuple[StepRow, ...]]]:
    """Give each goal with the steps shown under it, then those without a goal.

    A goal without steps is given too, unless a filter is on.
    """
    shown = [step for step in reading.steps if sieve.lets_through(step, today, reading.left_behind)]
    for goal in reading.goals:
        under = tuple(step for step in shown if step.goal_id == goal.id)
        if under or sieve.is_open:
            yield goal, under
    if rest := tuple(step for step in shown if step.goal_id is None):
        yield None, rest


def places_to_move(reading: PlanReading, sieve: Sieve, today: date, step_id: str, way: int) -> int:
    """Return by how many places of the whole plan a step moves to pass its neighbour in the list, or 0."""
    order = [step.id for step in reading.steps]
    for _goal, steps in grouped(reading, sieve, today):
        ids = [step.id for step in steps]
        if step_id in ids:
            there = ids.index(step_id) + way
            return order.index(ids[there]) - order.index(step_id) if 0 <= there < len(ids) else 0
    return 0

# SPDX-License-Identifier: MIT
"""The plan in words: who, by when, how late, what a step answers; and rows of it as cells.

`safe` says that the room may be looking: names of people and held wording stay out. It must not know a widget
beyond the cells it fills.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from walkthrough.model.queries.plan import FindingMark, GoalRow, RaisedRow, StepRow
from walkthrough.ui.step_words import (
    TONES,
    acceptance_words,
    answers_words,
    day_text,
    late_words,
    proof_words,
    when_words,
    who_words,
    wording_of,
)
from walkthrough.ui.widgets.group_list import GroupCells
from walkthrough.ui.wording_ui import word
from walkthrough.wording import N_, _, ngettext

GOAL = "goal:"
"""What the key of a heading's row begins with."""

FOR_PAPER = N_("For paper; never on the wall.")


def step_cells(step: StepRow, today: date, safe: bool, *, left_behind: bool = False) -> GroupCells:
    """Return a next step as a row of the list; `left_behind` where its owner has left."""
    facts = (
        who_words(step, safe),
        when_words(step),
        word(step.tier) if step.tier else "",
        answers_words(step.findings),
        acceptance_words(step, safe) if step.is_open else "",
        proof_words(step, safe),
        _("on hold") if step.held and not safe else "",
    )
    late = late_words(step, today)
    marks = [(TONES[step.state], word(step.state))]
    if late:
        marks.insert(0, ("bad", late))
    if left_behind:
        marks.insert(0, ("warn", _("Owner has left")))
    return GroupCells(
        id=step.id,
        text=wording_of(step.what, step.held, safe),
        number=step.number,
        detail=" · ".join(fact for fact in facts if fact),
        marks=tuple(marks),
        is_soft=not step.is_open,
    )


def goal_cells(goal: GoalRow | None, steps: Sequence[StepRow], safe: bool) -> GroupCells:
    """Return a goal as the heading of its steps."""
    if goal is None:
        return GroupCells(id=GOAL, text=_("Without a goal"), is_head=True)
    money = _("Budget: {text}").format(text=goal.budget) if goal.budget and not safe else ""
    kind = _("In kind: {text}").format(text=goal.in_kind) if goal.in_kind and not safe else ""
    strategy = wording_of(goal.strategy, goal.held, safe) if goal.strategy else ""
    facts = (strategy, money, kind, "" if steps else _("No next step yet."))
    return GroupCells(
        id=f"{GOAL}{goal.id}",
        text=wording_of(goal.text, goal.held, safe),
        detail=" · ".join(fact for fact in facts if fact),
        is_head=True,
    )


def finding_cells(mark: FindingMark, safe: bool) -> GroupCells:
    """Return a finding as a row."""
    return GroupCells(
        id=mark.id, text=wording_of(mark.text, mark.held, safe), kind=str(mark.kind), number=mark.number
    )


def question_cells(row: RaisedRow, today: date, safe: bool) -> GroupCells:
    """Return a raised question as a row."""
    to = _("{tier}: {whom}").format(tier=word(row.tier), whom=row.to_whom) if row.to_whom and not safe else ""
    facts = [
        to or word(row.tier),
        _("by {day}").format(day=day_text(row.by_day)) if row.by_day and not row.answer else "",
        _("told back {day}").format(day=day_text(row.told_back_on)) if row.told_back_on else "",
    ]
    is_late = row.by_day is not None and row.by_day < today and not row.answer
    state = ("good", _("Answered")) if row.answer else ("quiet", _("Not answered"))
    return GroupCells(
        id=row.id,
        text=wording_of(row.question, row.held, safe),
        number=row.number,
        detail=" · ".join(fact for fact in facts if fact),
        marks=(("bad", _("Overdue")), state) if is_late else (state,),
        is_soft=row.told_back_on is not None,
    )


def head_words(steps: Sequence[StepRow], today: date) -> str:
    """Return how many steps there are and how many are late."""
    if not steps:
        return ""
    still = sum(step.is_open for step in steps)
    late = sum(step.is_overdue(today) for step in steps)
    told = ngettext("{n} next step, {open} still open", "{n} next steps, {open} still open", len(steps))
    told = told.format(n=len(steps), open=still)
    if not late:
        return told
    return _("{told} · {late}").format(
        told=told, late=ngettext("{n} overdue", "{n} overdue", late).format(n=late)
    )

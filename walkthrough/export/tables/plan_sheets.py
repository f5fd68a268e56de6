# SPDX-License-Identifier: MIT
"""Next steps, how they went, raised questions, goals and indicators as sheets.

Held words never leave; nor who said no to a next step, nor a small count of families.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from walkthrough.export.tables.table import (
    Row,
    Sheet,
    choice,
    day,
    number,
    numbered,
    sheet,
    short,
    shorts,
    text,
    whole,
    yes_no,
)
from walkthrough.export.terms import unless_held
from walkthrough.model.queries.indicators import IndicatorRow
from walkthrough.model.queries.plan import GoalRow, RaisedRow, StepRow
from walkthrough.model.queries.tables import NoteLine
from walkthrough.model.words import Acceptance, Better, Certainty, StepState, Tier
from walkthrough.wording import N_, Wording

ON_HOLD = yes_no(
    "on_hold", N_("On hold"), N_("True: the wording may point to a person and waits to be checked.")
)
GOAL = text("goal", N_("Goal"), N_("The goal that it serves."), 30)
AGENCY = text("agency", N_("Agency"), N_("The partner that owns it."), 26)
OWNER = text("owner", N_("Owner"), N_("The one person who answers for it."), 20)
MEETING_DAY = day("meeting_day", N_("Meeting day"), N_("The day of the meeting it comes from."))

_STEPS = (
    short("number", N_("No."), N_("The short number of the next step.")),
    text("what", N_("Next step"), N_("What is to be done."), 48),
    OWNER,
    AGENCY,
    day("due", N_("By when"), N_("The day by which it is to be done.")),
    choice("state", N_("Status"), N_("How it stands."), StepState),
    yes_no("overdue", N_("Overdue"), N_("True: it is open and its day has passed.")),
    text("because", N_("We will know because"), N_("What will show that it is done and helps."), 36),
    text("due_words", N_("By when, as said"), N_("The day as somebody said it."), 16),
    shorts("findings", N_("Answers"), N_("The findings that it answers.")),
    short("indicator", N_("Indicator"), N_("The indicator that it should move."), 11),
    GOAL,
    text("station", N_("Station"), N_("The station that it comes from."), 18),
    choice("tier", N_("Tier"), N_("The tier that watches over it."), Tier, 14),
    choice("acceptance", N_("Owner says"), N_("Whether the owner has said yes."), Acceptance),
    text("ask_whom", N_("To be asked"), N_("Who is still to be asked to own it."), 20),
    day("ask_by", N_("Ask by"), N_("The day by which to ask.")),
    text("needs", N_("Needs"), N_("What the owner needs to do it."), 28),
    text("proof", N_("Proof"), N_("What shows that it was done."), 32),
    day("closed_on", N_("Closed on"), N_("The day it was done or dropped.")),
    MEETING_DAY,
    ON_HOLD,
)
_NOTES = (
    short("step", N_("No."), N_("The next step that the note is about.")),
    day("day", N_("Day"), N_("The day of the note.")),
    choice("state", N_("Status"), N_("How the step stood on that day."), StepState),
    text("note", N_("Note"), N_("What was said."), 60),
    ON_HOLD,
)
_RAISED = (
    short("number", N_("No."), N_("The short number of the question.")),
    text("question", N_("Question"), N_("What the table cannot decide."), 48),
    choice("tier", N_("Tier"), N_("The tier that is asked."), Tier, 14),
    text("to_whom", N_("To whom"), N_("The person who is asked."), 22),
    day("by_day", N_("By when"), N_("The day by which an answer is needed.")),
    text("answer", N_("Answer"), N_("What the tier answered."), 40),
    day("told_back_on", N_("Told back on"), N_("The day the table heard the answer.")),
    ON_HOLD,
)
_GOALS = (
    whole("place", N_("Place"), N_("Where it stands in the plan, 1 is first."), 8),
    text("goal", N_("Goal"), N_("What the collaborative wants for families."), 48),
    text("strategy", N_("Strategy"), N_("How it wants to get there."), 40),
    text("budget", N_("Budget"), N_("Money for it."), 24),
    text("in_kind", N_("In kind"), N_("Time, rooms and other help that is not money."), 24),
    whole("next_steps", N_("Next steps"), N_("How many next steps serve it."), 11),
    whole("open_steps", N_("Still open"), N_("How many of these are still open."), 9),
    ON_HOLD,
)
_INDICATORS = (
    short("number", N_("No."), N_("The short number of the indicator.")),
    text("name", N_("Indicator"), N_("What is measured."), 40),
    text("definition", N_("What it counts"), N_("What exactly is counted, and of whom."), 40),
    text("source", N_("Source"), N_("Where the figures come from."), 26),
    OWNER,
    AGENCY,
    text("unit", N_("Unit"), N_("What the values are counted in."), 12),
    choice("better", N_("Direction"), N_("Which way it should move."), Better, 15),
    yes_no("counts_families", N_("Counts families"), N_("True: small values are left out."), 12),
    text("how_often", N_("How often"), N_("How often there is a new value."), 14),
    number("baseline", N_("Baseline"), N_("The value at the start; empty where it may not be told.")),
    day("baseline_on", N_("Baseline day"), N_("The day of the baseline.")),
    number("target", N_("Target"), N_("The value to reach.")),
    day("target_on", N_("Target day"), N_("The day by which to reach it.")),
    number("current", N_("Now"), N_("The newest value; empty where it may not be told.")),
    day("current_on", N_("Now: day"), N_("The day of the newest value.")),
    GOAL,
    ON_HOLD,
)
_POINTS = (
    short("indicator", N_("No."), N_("The indicator that was measured.")),
    text("name", N_("Indicator"), N_("What is measured."), 40),
    day("day", N_("Day"), N_("The day of the value.")),
    number("value", N_("Value"), N_("The value; empty where it may not be told.")),
    yes_no("hidden", N_("Small, not told"), N_("True: the value counts few families and is left out."), 12),
    text("unit", N_("Unit"), N_("What the values are counted in."), 12),
    whole("of_families", N_("Of families"), N_("Out of how many families, where it may be told."), 11),
    choice("certainty", N_("Known how"), N_("How the value is known."), Certainty, 14),
    text("note", N_("Note"), N_("What was noted beside it."), 36),
)


def steps_sheet(
    words: Wording,
    steps: Iterable[StepRow],
    goals: Iterable[GoalRow],
    indicators: Iterable[IndicatorRow],
    meeting_days: Mapping[str, date],
    today: date,
) -> Sheet:
    """Every next step, with what it answers and what it should move."""
    goal_texts = {goal.id: unless_held(words, goal.text, goal.held) for goal in goals}
    numbers = {row.id: row.number for row in indicators}
    about = N_("Who does what by when, and why.")
    rows = (
        _step(words, step, goal_texts, numbers.get(step.indicator_id or ""), meeting_days, today)
        for step in steps
    )
    return sheet(words, "next_steps", N_("Next steps"), about, _STEPS, rows)


def _step(
    words: Wording,
    step: StepRow,
    goals: Mapping[str, str],
    indicator: int | None,
    meeting_days: Mapping[str, date],
    today: date,
) -> Row:
    # Who said no is nobody's business outside the room: the step just has no owner.
    is_free, is_to_ask = step.acceptance is Acceptance.DECLINED, step.acceptance is Acceptance.TO_ASK
    return (
        step.number,
        unless_held(words, step.what, step.held),
        "" if is_free else step.owner or (step.ask_whom if is_to_ask else ""),
        "" if is_free else step.partner,
        step.due,
        step.state.value,
        step.is_overdue(today),
        told(words, step.because, step.held),
        "" if step.due else step.due_words,
        numbered(mark.number for mark in step.findings),
        indicator,
        goals.get(step.goal_id or "", ""),
        step.station,
        step.tier.value if step.tier else None,
        None if is_free else step.acceptance.value,
        step.ask_whom if is_to_ask else "",
        step.ask_by if step.acceptance is Acceptance.TO_ASK else None,
        told(words, step.needs, step.held),
        told(words, step.proof, step.held),
        step.closed_on,
        meeting_days.get(step.meeting_id or ""),
        step.held,
    )


def told(words: Wording, text: str, held: bool) -> str:
    """A text as it may leave; where there is none, nothing is on hold either."""
    return unless_held(words, text, held) if text else ""


def notes_sheet(words: Wording, notes: Iterable[NoteLine]) -> Sheet:
    """How each next step went, day by day."""
    about = N_("How the next steps went, day by day.")
    rows = (
        (note.step, note.day, note.state.value, told(words, note.text, note.held), note.held)
        for note in notes
    )
    return sheet(words, "step_notes", N_("How steps went"), about, _NOTES, rows)


def raised_sheet(words: Wording, questions: Iterable[RaisedRow]) -> Sheet:
    """Questions that another tier has to answer."""
    about = N_("Questions that the table cannot decide, and what became of them.")
    rows = (
        (
            row.number,
            unless_held(words, row.question, row.held),
            row.tier.value,
            row.to_whom,
            row.by_day,
            told(words, row.answer, row.held),
            row.told_back_on,
            row.held,
        )
        for row in questions
    )
    return sheet(words, "raised_questions", N_("Raised questions"), about, _RAISED, rows)


def goals_sheet(words: Wording, goals: Iterable[GoalRow], steps: Sequence[StepRow]) -> Sheet:
    """The goals, and how many next steps serve each."""
    rows: list[Row] = []
    for place, goal in enumerate(goals, start=1):
        mine = [step for step in steps if step.goal_id == goal.id]
        texts = (goal.strategy, goal.budget, goal.in_kind)
        rows.append(
            (
                place,
                unless_held(words, goal.text, goal.held),
                *(told(words, one, goal.held) for one in texts),
                len(mine),
                sum(step.is_open for step in mine),
                goal.held,
            )
        )
    about = N_("What the collaborative wants for families.")
    return sheet(words, "goals", N_("Goals"), about, _GOALS, rows)


def indicators_sheet(words: Wording, rows: Iterable[IndicatorRow], goals: Iterable[GoalRow]) -> Sheet:
    """The indicators as they may be shared, with baseline, target and newest value."""
    goal_texts = {goal.id: unless_held(words, goal.text, goal.held) for goal in goals}
    about = N_("What is measured, from where, to where, and where it stands now.")
    lines = (_indicator(words, row, goal_texts.get(row.goal_id or "", "")) for row in rows)
    return sheet(words, "indicators", N_("Indicators"), about, _INDICATORS, lines)


def _indicator(words: Wording, row: IndicatorRow, goal: str) -> Row:
    if row.held:  # its figures would tell what it is about
        empty: tuple[None, ...] = (None,) * (len(_INDICATORS) - 3)
        return (row.number, unless_held(words, row.name, held=True), *empty, True)
    current = row.current
    return (
        row.number,
        row.name,
        row.definition,
        row.source,
        row.owner,
        row.partner,
        row.unit,
        row.better.value,
        row.counts_families,
        row.how_often,
        row.baseline,
        row.baseline_on,
        row.target,
        row.target_on,
        current.value if current else None,
        current.day if current else None,
        goal,
        False,
    )


def points_sheet(words: Wording, rows: Iterable[IndicatorRow]) -> Sheet:
    """Every value of the indicators that are not on hold."""
    lines = (
        (
            row.number,
            row.name,
            point.day,
            point.value,
            point.value is None,
            row.unit,
            point.of_families,
            point.certainty.value,
            point.note,
        )
        for row in rows
        if not row.held
        for point in row.points
    )
    about = N_("One line for each value of an indicator.")
    return sheet(words, "indicator_points", N_("Indicator points"), about, _POINTS, lines)

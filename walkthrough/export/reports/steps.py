# SPDX-License-Identifier: MIT
"""Next steps as tables, shared by the reports. People's names are for paper; held words never leave."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from walkthrough.export.calendar import short_day
from walkthrough.export.document import Column, Rich, Run, Table
from walkthrough.export.terms import term, unless_held
from walkthrough.model.queries.plan import RaisedRow, StepRow
from walkthrough.model.words import Acceptance, StepState
from walkthrough.wording import Wording

_SIGNS = {
    StepState.NOT_STARTED: "○",
    StepState.UNDER_WAY: "◐",
    StepState.STUCK: "▲",
    StepState.DONE: "●",
    StepState.DROPPED: "×",
}
"""Stands before the word for a state: found at a glance, and told apart without colour."""
_FLAG = "⚑"
FIRST = 5
"""How many next steps page 1 of the plan shows."""


def first_steps(steps: Sequence[StepRow], today: date) -> tuple[StepRow, ...]:
    """The open steps for page 1: overdue ones, then by day, then those without a day."""
    still_open = [step for step in steps if step.is_open]
    far = date.max
    return tuple(sorted(still_open, key=lambda s: (s.due or far, s.number))[:FIRST])


def who(words: Wording, step: StepRow) -> str:
    """The accountable owner and agency, and whether they have said yes."""
    _ = words.gettext
    named = ", ".join(part for part in (step.owner, step.partner) if part) or _("Nobody yet")
    if step.acceptance is Acceptance.TO_ASK:
        whom = step.ask_whom or named
        asked = _("to be asked by {day}") if step.ask_by else _("to be asked")
        return f"{whom}: {asked.format(day=short_day(words, step.ask_by))}"
    if step.acceptance is Acceptance.DECLINED:
        return _("Looking for an owner")  # who said no is nobody's business outside the room
    return named


def who_cell(words: Wording, step: StepRow) -> str:
    """The same for a table: owner and agency each on a line."""
    is_plain = step.acceptance not in (Acceptance.TO_ASK, Acceptance.DECLINED)
    if is_plain and step.owner and step.partner:
        return f"{step.owner}\n{step.partner}"
    return who(words, step)


def by_when(words: Wording, step: StepRow, today: date) -> Rich:
    """The day in words; where it has passed, a flag and the word on a line of their own."""
    _ = words.gettext
    if step.due is None:
        return step.due_words or _("No date yet")
    day = short_day(words, step.due)
    if step.is_overdue(today):
        return (Run(day + "\n"), Run(_FLAG + " " + _("Overdue"), bold=True))
    return day


def what(words: Wording, step: StepRow) -> str:
    """What is to be done, or the words that stand in for it."""
    return unless_held(words, step.what, step.held)


def first_steps_table(
    words: Wording, steps: Sequence[StepRow], today: date, caption: str = "", *, longest: int = 0
) -> Table:
    """Page 1: what, who, by when; of a text longer than `longest` letters, if given, the first words."""
    _ = words.gettext
    return Table(
        caption=caption,
        columns=(
            Column(_("No."), 0.6),
            Column(_("What"), 4.0),
            Column(_("Who"), 2.6),
            Column(_("By when"), 1.5),
        ),
        rows=tuple(
            (
                f"#{step.number}",
                in_short(what(words, step), longest),
                in_short(who_cell(words, step), longest),
                by_when(words, step, today),
            )
            for step in steps
        ),
        empty=_("No next step is open."),
        zebra=False,
        is_large=bool(longest),
    )


def in_short(text: str, longest: int) -> str:
    """The first whole words of a text, with an ellipsis where some are left out; 0 for all of it."""
    if not longest or len(text) <= longest:
        return text
    return (text[:longest].rpartition(" ")[0] or text[:longest]).rstrip(" ,;:.") + "…"


def steps_table(words: Wording, caption: str, steps: Sequence[StepRow], today: date) -> Table:
    """The whole plan under one goal: with what each step answers, how it stands and how we will know."""
    _ = words.gettext
    return Table(
        caption=caption,
        columns=(
            Column(_("No."), 0.6),
            Column(_("Next step"), 4.1),
            Column(_("Who"), 2.2),
            Column(_("By when"), 1.5),
            Column(_("Status"), 1.9),
        ),
        rows=tuple(_row(words, step, today) for step in steps),
        empty=_("No next step yet."),
        zebra=False,
    )


def _row(words: Wording, step: StepRow, today: date) -> tuple[Rich, ...]:
    return (
        f"#{step.number}",
        _what_and_why(words, step),
        who_cell(words, step),
        by_when(words, step, today),
        standing(words, step),
    )


def _what_and_why(words: Wording, step: StepRow) -> Rich:
    _ = words.gettext
    told = [Run(what(words, step), bold=True)]
    told += [Run("\n" + line) for line in why_lines(words, step)]
    if step.findings:
        numbers = ", ".join(f"#{mark.number}" for mark in step.findings)
        told.append(Run("\n" + _("Answers {numbers}.").format(numbers=numbers)))
    return tuple(told)


def standing(words: Wording, step: StepRow) -> str:
    """How a step stands; a step that is done says its proof, or that there is none."""
    _ = words.gettext
    state = f"{_SIGNS[step.state]} {term(words, step.state)}"
    if step.closed_on is not None:
        state = _("{state} on {day}").format(state=state, day=short_day(words, step.closed_on))
    if step.state == "done":
        proof = unless_held(words, step.proof, step.held) if step.proof else _("no proof noted")
        return f"{state}: {proof}"
    return state


def why_lines(words: Wording, step: StepRow) -> list[str]:
    """How we will know, in words; and the indicator to watch. Each a line of its own."""
    _, told = words.gettext, []
    if step.because:
        why = unless_held(words, step.because, step.held).rstrip(".")
        told.append(_("We will know because: {why}.").format(why=why))
    if step.indicator:
        indicator = unless_held(words, step.indicator, step.indicator_held)
        told.append(_("Watch: {indicator}").format(indicator=indicator))
    return told


def raised_table(words: Wording, questions: Sequence[RaisedRow], caption: str | None = None) -> Table:
    """Questions that another tier has to answer; the caption is "" under a heading that says the same."""
    _ = words.gettext
    return Table(
        caption=_("Questions raised to another tier") if caption is None else caption,
        columns=(
            Column(_("No."), 0.6),
            Column(_("Question"), 3.2),
            Column(_("To whom"), 1.8),
            Column(_("By when"), 1.5),
            Column(_("Answer"), 2.4),
        ),
        rows=tuple(
            (
                f"#{row.number}",
                unless_held(words, row.question, row.held),
                ", ".join(part for part in (term(words, row.tier), row.to_whom) if part),
                short_day(words, row.by_day) or _("No date yet"),
                unless_held(words, row.answer, row.held) or _("Not yet answered"),
            )
            for row in questions
        ),
        empty=_("No question is with another tier."),
        zebra=False,
    )

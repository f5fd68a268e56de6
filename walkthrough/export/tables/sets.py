# SPDX-License-Identifier: MIT
"""Which tables a report becomes: read at one moment, in one language, room and paper columns only.

It must not know a kind of file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from walkthrough.export.calendar import day_words
from walkthrough.export.reports.options import ReportOptions, name_of
from walkthrough.export.tables import plan_sheets
from walkthrough.export.tables.table import Sheet, TableSet
from walkthrough.model.queries import indicators, meetings, overview, plan, tables
from walkthrough.model.snapshot import Read
from walkthrough.wording import Wording


def plan_tables(read: Read, options: ReportOptions) -> TableSet:
    """The plan: next steps, how they went, raised questions, goals, indicators."""
    _ = options.words.gettext
    about = (_("Who does what by when, and why. One line for each next step."),)
    return _set(read, options, _("Action plan"), about, tuple(_plan(read, options)))


def steps_table(read: Read, options: ReportOptions) -> Sheet:
    """The next steps alone: the plan where a file can hold one table only."""
    return next(_plan(read, options))


def _plan(read: Read, options: ReportOptions) -> Iterator[Sheet]:
    words, goals = options.words, read(plan.goals)
    measured = read(indicators.indicators_to_share)
    every = read(plan.next_steps)
    steps = tuple(step for step in every if options.partner_id in ("", step.owner_partner_id))
    yield plan_sheets.steps_sheet(words, steps, goals, measured, _meeting_days(read), options.today)
    mine = {step.number for step in steps}
    notes = (note for note in read(tables.step_notes) if note.step in mine)
    yield plan_sheets.notes_sheet(words, notes)
    yield plan_sheets.raised_sheet(words, read(plan.raised_questions))
    yield plan_sheets.goals_sheet(words, goals, every)
    yield plan_sheets.indicators_sheet(words, measured, goals)
    yield plan_sheets.points_sheet(words, measured)


def _meeting_days(read: Read) -> dict[str, date]:
    return {row.id: row.day for row in read(meetings.meetings)}


def _set(
    read: Read, options: ReportOptions, title: str, about: Sequence[str], sheets: tuple[Sheet, ...]
) -> TableSet:
    words = options.words
    _ = words.gettext
    head = read(overview.head)
    whom = (_("For: {whom}").format(whom=options.whom),) if options.whom else ()
    return TableSet(
        title=title,
        name=name_of(words, head.name if head else None),
        about=(_("Version of {day}").format(day=day_words(words, options.today)), *whom, *about),
        left_out=tuple(_left_out(words, sheets)),
        language=words.language,
        day=options.today,
        sheets=sheets,
        paper=options.paper,
        is_grey=options.is_grey,
        mark=_("Draft") if options.is_draft else "",
    )


def _left_out(words: Wording, sheets: Sequence[Sheet]) -> Iterator[str]:
    _, ngettext = words.gettext, words.ngettext
    yield _("Left out: private notes, who said what, ballots, and names of people who came.")
    held = sum(_true(one, "on_hold") for one in sheets)
    if held:
        told = ngettext(
            "{n} line is on hold: its wording may point to a person and is left out.",
            "{n} lines are on hold: their wording may point to a person and is left out.",
            held,
        )
        yield told.format(n=held)
    hidden = sum(_true(one, "hidden") for one in sheets)
    if hidden:
        told = ngettext(
            "{n} small count of families is left out.", "{n} small counts of families are left out.", hidden
        )
        yield told.format(n=hidden)


def _true(table: Sheet, code: str) -> int:
    places = [place for place, field in enumerate(table.fields) if field.code == code]
    return sum(row[place] is True for row in table.rows for place in places)


TABLES: dict[str, Callable[[Read, ReportOptions], TableSet]] = {
    "plan": plan_tables,
    "sheet": plan_tables,
}
"""Name of a report on the command line to the function that builds its tables."""

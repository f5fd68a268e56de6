# SPDX-License-Identifier: MIT
"""Which tables a report becomes: read at one moment, in one language, room and paper columns only.

It must not know a kind of file.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from walkthrough import paths
from walkthrough.export.calendar import day_words
from walkthrough.export.reports.options import ReportOptions, name_of
from walkthrough.export.reports.plan import version_words
from walkthrough.export.tables import (
    meeting_sheets,
    partner_sheets,
    plan_sheets,
    questionnaire_sheets,
    stage_sheets,
    walk_sheets,
)
from walkthrough.export.tables.table import Sheet, TableSet
from walkthrough.export.terms import term
from walkthrough.model.content import load_shelf
from walkthrough.model.queries import (
    choosing,
    indicators,
    meetings,
    outside,
    overview,
    partners,
    plan,
    questionnaires,
    report,
    rounds,
    stage,
    tables,
    walk,
)
from walkthrough.model.queries.plan import StepRow
from walkthrough.model.queries.plan_issue import plan_version
from walkthrough.model.snapshot import Read
from walkthrough.wording import Wording

_SHEETS_OF_PART = {
    "standing": ("stage_parts",),
    "ratings": ("ratings",),
    "evidence": ("stage_answers", "evidence"),
}
"""Which sheets a part of the stage report is, for those that are not wanted."""


def tables_of_plan(read: Read, options: ReportOptions) -> TableSet:
    """The plan: next steps, how they went, raised questions, goals, indicators."""
    _ = options.words.gettext
    about = (
        version_words(options.words, read(plan_version)),
        _("Who does what by when, and why. One line for each next step."),
    )
    return _set(read, options, _("Action plan"), about, tuple(_plan(read, options)))


def tables_of_sheet(read: Read, options: ReportOptions) -> TableSet:
    """What one partner or one tier promised, is asked and has signed; of everybody, the plan."""
    words, whose = options.words, options.partner_id
    _ = words.gettext
    rows = read(partners.partners)
    names = [row.name for row in rows if row.id == whose]
    if options.tier is not None:
        names.append(term(words, options.tier))
    if not names:
        return tables_of_plan(read, options)
    steps, notes, raised, *_rest = _plan(read, options)
    if whose:
        signed = (row for row in read(partners.agreements) if whose in {key for key, _name in row.partners})
        last = partner_sheets.agreements_sheet(words, signed)
    else:
        last = raised
    about = (_("What was promised, by when, and how we will know"),)
    title = _("What we promised: {whose}").format(whose=names[0])
    return _set(read, options, title, about, (steps, notes, last))


def steps_table(read: Read, options: ReportOptions) -> Sheet:
    """The next steps alone: the plan where a file can hold one table only."""
    return next(_plan(read, options))


def tables_of_stage(read: Read, options: ReportOptions) -> TableSet:
    """The stage checks with evidence and ratings."""
    _ = options.words.gettext
    about = (_("Every stage check: what was said, how we know, what was agreed."),)
    unwanted = {code for part in options.left_out for code in _SHEETS_OF_PART.get(part, ())}
    sheets = tuple(one for one in _stage(read, options.words) if one.code not in unwanted)
    return _set(read, options, _("Stage check"), about, sheets)


def tables_of_everything(read: Read, options: ReportOptions) -> TableSet:
    """All that may leave the workbook."""
    words = options.words
    _ = words.gettext
    everyones = dataclasses.replace(options, partner_id="", tier=None)
    sheets = (
        *_plan(read, everyones),
        *_walks(read, words),
        *_stage(read, words),
        *_meetings(read, words),
        *_partners(read, words),
        *_questionnaires(read, words),
    )
    about = (_("Everything that may leave the workbook, to count and to chart."),)
    return _set(read, options, _("Tables"), about, sheets)


def _plan(read: Read, options: ReportOptions) -> Iterator[Sheet]:
    words, goals = options.words, read(plan.goals)
    measured = read(indicators.indicators_to_share)
    every = read(plan.next_steps)
    steps = tuple(step for step in every if _is_wanted(step, options))
    yield plan_sheets.steps_sheet(words, steps, goals, measured, _meeting_days(read), options.today)
    mine = {step.number for step in steps}
    notes = (note for note in read(tables.step_notes) if note.step in mine)
    yield plan_sheets.notes_sheet(words, notes)
    questions = (row for row in read(plan.raised_questions) if options.tier in (None, row.tier))
    yield plan_sheets.raised_sheet(words, questions)
    yield plan_sheets.goals_sheet(words, goals, every)
    yield plan_sheets.indicators_sheet(words, measured, goals)
    yield plan_sheets.points_sheet(words, measured)


def _is_wanted(step: StepRow, options: ReportOptions) -> bool:
    if options.partner_id:
        return step.owner_partner_id == options.partner_id
    return options.tier is None or step.tier is options.tier


def _walks(read: Read, words: Wording) -> Iterator[Sheet]:
    shelf = load_shelf(paths.resources() / "content", words.language)
    categories = {one.id: one.name for one in shelf.barrier_categories}
    heads = tuple(reversed(read(walk.walk_heads)))
    reports = tuple(found for head in heads if (found := read(report.walk_report, head.id)))
    yield walk_sheets.findings_sheet(words, read(tables.findings_told), categories, _meeting_days(read))
    yield walk_sheets.themes_sheet(words, [(head.name, read(choosing.themes_of, head.id)) for head in heads])
    yield walk_sheets.stations_sheet(words, reports)
    yield walk_sheets.counts_sheet(words, reports)


def _stage(read: Read, words: Wording) -> Iterator[Sheet]:
    found = (read(stage.check_page, head.id) for head in read(stage.check_heads))
    pages = tuple(page for page in found if page is not None)
    yield stage_sheets.checks_sheet(words, pages)
    yield stage_sheets.parts_sheet(words, pages)
    yield stage_sheets.answers_sheet(words, pages)
    yield stage_sheets.evidence_sheet(words, pages)
    yield stage_sheets.ratings_sheet(words, read(rounds.all_rounds), {page.id: page for page in pages})


def _meetings(read: Read, words: Wording) -> Iterator[Sheet]:
    rows, came = read(meetings.meetings), read(tables.attendance_told)
    days = _meeting_days(read)
    yield meeting_sheets.meetings_sheet(words, rows, came)
    yield meeting_sheets.attendance_sheet(words, came, {row.id: row for row in rows})
    yield meeting_sheets.decisions_sheet(words, read(meetings.decisions), days)
    yield meeting_sheets.parked_sheet(words, read(meetings.parked_topics), days)


def _partners(read: Read, words: Wording) -> Iterator[Sheet]:
    shelf = load_shelf(paths.resources() / "content", words.language)
    sectors = {one.id: one.name for one in shelf.sectors}
    yield partner_sheets.partners_sheet(words, read(partners.partners), sectors)
    yield partner_sheets.seats_sheet(words, read(partners.seats), sectors)
    yield partner_sheets.agreements_sheet(words, read(partners.agreements))


def _questionnaires(read: Read, words: Wording) -> Iterator[Sheet]:
    found = (read(questionnaires.asking_result, key) for key in read(tables.asking_keys))
    results = tuple(one for one in found if one is not None)
    yield questionnaire_sheets.askings_sheet(words, results)
    yield questionnaire_sheets.tallies_sheet(words, results)
    yield questionnaire_sheets.middles_sheet(words, results)
    yield questionnaire_sheets.tools_sheet(words, read(outside.outside_results))


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
        about=(_("As of {day}").format(day=day_words(words, options.today)), *whom, *about),
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
    if any(_true(one, "told_in_words") for one in sheets):
        yield _("Some numbers are small. To protect families the whole ladder is told in words.")


def _true(table: Sheet, code: str) -> int:
    places = [place for place, field in enumerate(table.fields) if field.code == code]
    return sum(row[place] is True for row in table.rows for place in places)


TABLES: dict[str, Callable[[Read, ReportOptions], TableSet]] = {
    "plan": tables_of_plan,
    "sheet": tables_of_sheet,
    "stage": tables_of_stage,
    "data": tables_of_everything,
}
"""Name of a report on the command line to the function that builds its tables."""

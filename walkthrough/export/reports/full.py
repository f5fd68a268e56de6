# SPDX-License-Identifier: MIT
"""The full report: everything that may leave, one part after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from walkthrough.export.calendar import short_day
from walkthrough.export.document import (
    Block,
    Column,
    Document,
    Figure,
    Heading,
    KeyFacts,
    Para,
    Rich,
    Table,
    Title,
)
from walkthrough.export.pictures.runs import current_words, run_scene, summary_of, value_words
from walkthrough.export.reports.gatherings import meeting_blocks, partner_blocks
from walkthrough.export.reports.options import ReportOptions, name_of, parted, report_document
from walkthrough.export.reports.plan import PlanContent, main_message, plan_content, whole_plan
from walkthrough.export.reports.questionnaire import questionnaire_blocks
from walkthrough.export.reports.stage import full_stage_blocks
from walkthrough.export.reports.walk import walk_blocks
from walkthrough.export.terms import term, unless_held
from walkthrough.model.queries import indicators, report
from walkthrough.model.queries.indicators import IndicatorRow
from walkthrough.model.queries.plan import GoalRow
from walkthrough.model.snapshot import Read
from walkthrough.wording import Wording


def full_document(read: Read, options: ReportOptions) -> Document:
    """The full report as a neutral document."""
    words = options.words
    _ = words.gettext
    content = plan_content(read, options.today)
    head = content.head
    name = name_of(words, head.name if head else None)
    return report_document(
        options,
        parted(*_parts(read, options, content, name)),
        title=_("Full report of {name}").format(name=name),
        subject=_("The walk, the stage check, the indicators and the plan"),
        author=name,
    )


def _parts(read: Read, options: ReportOptions, content: PlanContent, name: str) -> Iterator[Iterable[Block]]:
    """The parts that are wanted, each to begin on a new page; the walk follows the title."""
    words, head = options.words, content.head
    cover = (
        *_cover(words, name, head.area if head else "", head.purpose if head else ""),
        Para(main_message(words, content, options.today), style="lead"),
    )
    yield (*cover, *walk_blocks(words, read(report.walk_report))) if options.wants("walk") else cover
    if options.wants("stage"):
        yield full_stage_blocks(words, content.stage)
    if options.wants("questionnaires"):
        yield questionnaire_blocks(words, read, options.paper)
    if options.wants("indicators"):
        yield _indicators(words, read(indicators.indicators_to_share), content.goals)
    if options.wants("whole"):
        yield whole_plan(content, options)
    yield (
        *(partner_blocks(words, read) if options.wants("partners") else ()),
        *(meeting_blocks(words, read) if options.wants("meetings") else ()),
    )


def _cover(words: Wording, name: str, area: str, purpose: str) -> Iterator[Block]:
    _ = words.gettext
    yield Title(text=_("Full report"), above=" · ".join(part for part in (name, area) if part))
    if purpose:
        yield Para(purpose)


def _indicators(
    words: Wording, rows: tuple[IndicatorRow, ...], goals: tuple[GoalRow, ...]
) -> Iterator[Block]:
    _ = words.gettext
    names = {goal.id: unless_held(words, goal.text, goal.held) for goal in goals}
    yield Heading(1, _("Indicators"))
    if not rows:
        yield Para(_("No indicator has been set yet."))
    before = None
    for row in rows:
        if row.goal_id != before or row is rows[0]:
            before = row.goal_id
            goal = names.get(row.goal_id or "")
            yield Heading(2, _("Goal: {goal}").format(goal=goal) if goal else _("Without a goal"))
        yield from _indicator(words, row)


def _indicator(words: Wording, row: IndicatorRow) -> Iterator[Block]:
    _ = words.gettext
    name = unless_held(words, row.name, row.held)
    yield Heading(3, f"#{row.number} {name}")
    if row.held:
        return
    owner = ", ".join(part for part in (row.owner, row.partner) if part)
    facts = (
        (_("What it counts"), row.definition),
        (_("Source"), row.source),
        (_("Owner"), owner),
        (_("Baseline"), _value_on(words, row, row.baseline, row.baseline_on, hidden=row.baseline_hidden)),
        (_("Target"), _value_on(words, row, row.target, row.target_on)),
        (_("Now"), current_words(words, row)),
    )
    told: tuple[tuple[str, Rich], ...] = tuple((label, text) for label, text in facts if text)
    yield KeyFacts(told)
    yield Figure(run_scene(words, row), name, summary_of(words, row), _points(words, row))


def _value_on(
    words: Wording, row: IndicatorRow, value: float | None, day: date | None, *, hidden: bool = False
) -> str:
    told = value_words(words, row, value, hidden=hidden)
    if day is None:
        return told
    return words.gettext("{value} on {day}").format(value=told, day=short_day(words, day))


def _points(words: Wording, row: IndicatorRow) -> Table:
    _ = words.gettext
    return Table(
        caption=_("The points of this chart"),
        columns=(
            Column(_("Day"), 1.2),
            Column(_("Value"), 1.4),
            Column(_("Known how"), 1),
            Column(_("Note"), 2.4),
        ),
        rows=tuple(
            (
                short_day(words, point.day),
                value_words(words, row, point.value, hidden=point.value is None),
                term(words, point.certainty),
                point.note,
            )
            for point in row.points
        ),
        empty=_("No point yet."),
    )

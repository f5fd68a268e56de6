# SPDX-License-Identifier: MIT
"""The full report: everything that may leave, one part after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from walkthrough import paths
from walkthrough.export.calendar import short_day
from walkthrough.export.document import (
    Block,
    Bullets,
    Column,
    Document,
    Figure,
    Heading,
    KeepTogether,
    KeyFacts,
    Para,
    Rich,
    Table,
    Title,
)
from walkthrough.export.pictures.runs import current_words, run_scene, summary_of, value_words
from walkthrough.export.pictures.stage import agreed_so_far
from walkthrough.export.reports.gatherings import meeting_blocks, partner_blocks
from walkthrough.export.reports.minutes import votes_table
from walkthrough.export.reports.options import ReportOptions, name_of, parted, report_document
from walkthrough.export.reports.plan import PlanContent, main_message, plan_content, whole_plan
from walkthrough.export.reports.questionnaire import questionnaire_blocks
from walkthrough.export.reports.stage import full_stage_blocks
from walkthrough.export.reports.stage_over_time import history_blocks, rating_blocks
from walkthrough.export.reports.walk import walk_blocks, walk_in_short
from walkthrough.export.terms import term, unless_held
from walkthrough.model.content import load_shelf
from walkthrough.model.queries import indicators, minutes, report
from walkthrough.model.queries.indicators import IndicatorRow
from walkthrough.model.queries.plan import GoalRow
from walkthrough.model.queries.report import WalkReport
from walkthrough.model.queries.rounds import rounds_of_check
from walkthrough.model.queries.stage_history import stage_history
from walkthrough.model.queries.stage_rows import StageSummary
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
    """The cover with its contents, then the parts that are wanted, each to begin on a new page."""
    shelf = load_shelf(paths.resources() / "content", options.words.language)
    walk, measures = read(report.walk_report), read(indicators.indicators_to_share)
    builders: dict[str, Callable[[], Iterable[Block]]] = {
        "walk": lambda: walk_blocks(options.words, walk),
        "themes": lambda: _themes(options.words, read),
        "stage": lambda: _stage(options.words, read, content.stage),
        "questionnaires": lambda: questionnaire_blocks(options.words, read, options.paper),
        "indicators": lambda: _indicators(options.words, measures, content.goals),
        "whole": lambda: whole_plan(content, options),
        "partners": lambda: partner_blocks(options.words, read, shelf),
        "meetings": lambda: meeting_blocks(options.words, read),
    }
    parts = {code: tuple(build()) for code, build in builders.items() if options.wants(code)}
    if "walk" in parts and "themes" in parts:
        parts["walk"] += parts.pop("themes")  # a short table needs no page of its own
    glance = _glance(options, content, walk, measures)
    yield (*_cover(options, content, name), *glance, *contents(options.words, parts.values()))
    yield from parts.values()


def _cover(options: ReportOptions, content: PlanContent, name: str) -> Iterator[Block]:
    words, head = options.words, content.head
    above = " · ".join(part for part in (name, head.area if head else "") if part)
    yield Title(text=words.gettext("Full report"), above=above)
    if head and head.purpose:
        yield Para(head.purpose, style="lead")


def _glance(
    options: ReportOptions, content: PlanContent, walk: WalkReport | None, measures: tuple[IndicatorRow, ...]
) -> Iterator[Block]:
    """The whole in four lines."""
    words, today = options.words, options.today
    _ = words.gettext
    yield Heading(1, _("At a glance"))
    signals = sum(bool(row.reading.signals) for row in measures if not row.held)
    told = words.ngettext("{n} indicator.", "{n} indicators.", len(measures)).format(n=len(measures))
    if signals:
        line = words.ngettext("{n} shows a signal.", "{n} show a signal.", signals)
        told = f"{told} {line.format(n=signals)}"
    yield KeyFacts(
        (
            (_("The walk"), walk_in_short(words, walk)),
            (_("Stage"), agreed_so_far(words, content.stage) if content.stage else _("No stage check yet.")),
            (_("Indicators"), told),
            (_("Plan"), main_message(words, content, today)),
        )
    )


def contents(words: Wording, parts: Iterable[Iterable[Block]]) -> Iterator[Block]:
    """The parts by their headings, in order. Page numbers are the bookmarks' affair."""
    heads = [one.text for part in parts for one in part if isinstance(one, Heading) and one.level == 1]
    if heads:
        yield Heading(1, words.gettext("What is in this report"))
        yield Bullets(tuple(heads), numbered=True)


def _themes(words: Wording, read: Read) -> Iterator[Block]:
    """What the room put together and voted on, in the newest walk; nothing where it did not."""
    themes = read(minutes.themes_of, read(report.newest_walk))
    if themes:
        yield Heading(1, words.gettext("Themes and votes"))
        yield votes_table(words, themes)


def _stage(words: Wording, read: Read, summary: StageSummary | None) -> Iterator[Block]:
    yield from full_stage_blocks(words, summary)
    if summary is None:
        return
    yield from rating_blocks(words, read(rounds_of_check, summary.page.id), level=2)
    yield from history_blocks(words, read(stage_history), level=2)


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
    heading = Heading(3, f"#{row.number} {name}")
    if row.held:
        yield heading
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
    figure = Figure(run_scene(words, row), name, summary_of(words, row))
    yield KeepTogether((heading, KeyFacts(told), figure))
    yield _points(words, row)


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

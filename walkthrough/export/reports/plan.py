# SPDX-License-Identifier: MIT
"""The action plan: page 1 for everyone, then the full table. Only room and paper columns come in here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from walkthrough.export.calendar import day_words
from walkthrough.export.document import Block, Bullets, Document, Heading, Para, Rich, Run, Title, linked
from walkthrough.export.reports.options import ReportOptions, name_of, parted, report_document
from walkthrough.export.reports.stage import stage_blocks
from walkthrough.export.reports.steps import (
    FIRST,
    first_steps,
    first_steps_table,
    in_short,
    raised_table,
    steps_table,
)
from walkthrough.export.terms import unless_held
from walkthrough.model.queries import overview, plan, report, stage
from walkthrough.model.queries.overview import Head, StepCounts
from walkthrough.model.queries.plan import GoalRow, RaisedRow, StepRow
from walkthrough.model.queries.plan_issue import PlanVersion, plan_version
from walkthrough.model.queries.report import FindingLine
from walkthrough.model.queries.stage_rows import StageSummary
from walkthrough.model.snapshot import Read
from walkthrough.wording import Wording

_LONGEST = 180
"""Letters of a heading, and of one text on page 1, which is one page; the whole plan has the rest."""


class PlanContent(msgspec.Struct, frozen=True):
    """Everything the plan says, read at one moment."""

    head: Head | None
    steps: tuple[StepRow, ...]
    counts: StepCounts
    goals: tuple[GoalRow, ...]
    raised: tuple[RaisedRow, ...]
    stage: StageSummary | None
    barriers: tuple[FindingLine, ...]
    practices: tuple[FindingLine, ...]
    version: PlanVersion


def plan_content(read: Read, today: date) -> PlanContent:
    """Read what the plan needs."""
    return PlanContent(
        head=read(overview.head),
        steps=read(plan.next_steps),
        counts=read(overview.step_counts, today),
        goals=read(plan.goals),
        raised=read(plan.raised_questions),
        stage=read(stage.summary_to_report),
        barriers=read(report.top_findings, "barrier", 6),
        practices=read(report.top_findings, "practice", 5),
        version=read(plan_version),
    )


def plan_document(read: Read, options: ReportOptions) -> Document:
    """The action plan as a neutral document."""
    content = plan_content(read, options.today)
    _ = options.words.gettext
    name = name_of(options.words, content.head.name if content.head else None)
    which = version_words(options.words, content.version)
    title, behind = _title(content, options), tuple(_behind(content, options))
    is_first = options.wants("first")
    return report_document(
        options,
        parted(_first_page(content, options, title), behind) if is_first else (title, *behind),
        title=_("Action plan of {name}").format(name=name),
        subject=" ".join((_("Who does what by when, and why."), which)),
        author=name,
        date_line=version_in_short(options, content.version),
    )


def version_words(words: Wording, version: PlanVersion) -> str:
    """Which version this is and what it replaces, or that nobody has been given it yet."""
    _ = words.gettext
    if not version.version:
        return _("Not handed out yet.")
    day, before = day_words(words, version.day), day_words(words, version.replaces_day)
    if version.is_changed_since:
        told = _("Changed since version {version} of {day}: not handed out yet.")
        return told.format(version=version.version, day=day)
    told = _("Version {version} of {day}.").format(version=version.version, day=day)
    if not version.replaces:
        return told
    replaces = _("It replaces version {version} of {day}.").format(version=version.replaces, day=before)
    return f"{told} {replaces}"


def version_in_short(options: ReportOptions, version: PlanVersion) -> str:
    """The same for the foot of every page, with the day on which the plan stood so."""
    words = options.words
    _ = words.gettext
    day = _("As of {day}").format(day=day_words(words, options.today))
    if not version.version or version.is_changed_since:
        return " · ".join((_("Not handed out yet"), day))
    return " · ".join((_("Version {version}").format(version=version.version), day))


def _behind(content: PlanContent, options: ReportOptions) -> Iterator[Block]:
    if options.wants("whole") and (content.goals or content.steps or content.raised):
        yield from whole_plan(content, options)
    if options.wants("why"):
        yield from _why(options.words, content)


def _title(content: PlanContent, options: ReportOptions) -> Title:
    words, head = options.words, content.head
    place = " · ".join(part for part in ((head.name, head.area) if head else ()) if part)
    return Title(
        words.gettext("Action plan"),
        above=in_short(place, _LONGEST),
        below=version_words(words, content.version),
    )


def _first_page(content: PlanContent, options: ReportOptions, title: Title) -> tuple[Block, ...]:
    """Page 1, for everyone, with as many next steps as one page holds."""
    from walkthrough.export.pdf.writer import pages_of

    page: tuple[Block, ...] = ()
    for most in range(FIRST, 0, -1):
        page = (title, *_page_1(content, options, most))
        if pages_of(report_document(options, page, title="", subject="", author="")) == 1:
            return page
    return page


def _page_1(content: PlanContent, options: ReportOptions, most: int) -> Iterator[Block]:
    """The main message, what happens next, the stage, whom to ask."""
    words, today, head = options.words, options.today, content.head
    _, ngettext = words.gettext, words.ngettext
    yield Para(main_message(words, content, today), style="lead")
    yield Heading(2, _("What happens next"))
    first = first_steps(content.steps, today)
    yield first_steps_table(words, first[:most], today, longest=_LONGEST)
    if options.wants("whole") and (more := content.counts.open - len(first[:most])) > 0:
        line = ngettext(
            "{n} more next step is in the whole plan below.",
            "{n} more next steps are in the whole plan below.",
            more,
        )
        yield Para(line.format(n=more), style="small")
    yield from stage_blocks(words, content.stage, longest=_LONGEST)
    if head and (head.convener or head.contact):
        told = ", ".join(part for part in (head.convener, head.contact) if part)
        head_run = Run(_("Whom to ask:") + " ", bold=True)
        yield Para((head_run, *linked(in_short(told, _LONGEST))), style="callout")


def main_message(words: Wording, content: PlanContent, today: date) -> Rich:
    """The one thing to know, in a few sentences; what is overdue stands out."""
    _, ngettext, counts = words.gettext, words.ngettext, content.counts
    if not content.steps:
        if content.barriers:
            return _("There is no next step yet. The barriers below wait for an answer.")
        return _("There is no next step yet. The plan fills as the group agrees who does what by when.")
    told = ngettext("{n} next step is open.", "{n} next steps are open.", counts.open)
    runs = [Run(told.format(n=counts.open))]
    first = next((step for step in first_steps(content.steps, today) if step.due and step.due >= today), None)
    if counts.overdue:
        told = ngettext("{n} of them is overdue.", "{n} of them are overdue.", counts.overdue)
        runs.append(Run(" " + told.format(n=counts.overdue), bold=True))
    if first is not None:
        runs.append(Run(" " + _("The next one is due on {day}.").format(day=day_words(words, first.due))))
    if counts.done:
        runs.append(Run(" " + ngettext("{n} is done.", "{n} are done.", counts.done).format(n=counts.done)))
    return tuple(runs)


def _why(words: Wording, content: PlanContent) -> Iterator[Block]:
    _ = words.gettext
    if content.barriers or content.practices:
        yield Heading(1, _("Why these steps"))
    if content.barriers:
        yield Heading(2, _("What gets in the way most"))
        yield Bullets(tuple(finding_line(words, row) for row in content.barriers))
    if content.practices:
        yield Heading(2, _("What works and should spread"))
        yield Bullets(tuple(finding_line(words, row) for row in content.practices))


def finding_line(words: Wording, row: FindingLine) -> str:
    """A finding in one line: its number, its words, where."""
    _ = words.gettext
    text = unless_held(words, row.text, row.held)
    where = ", ".join(part for part in (row.station, row.lane) if part)
    line = _("#{number} {text} ({where})") if where else "#{number} {text}"
    return line.format(number=row.number, text=text, where=where)


def whole_plan(content: PlanContent, options: ReportOptions) -> Iterator[Block]:
    """Every next step under its goal, and the questions that wait for another tier."""
    words, today = options.words, options.today
    _ = words.gettext
    yield Heading(1, _("The whole plan"))
    for goal in content.goals:
        text = unless_held(words, goal.text, goal.held)
        yield Heading(2, _("Goal: {goal}").format(goal=in_short(text, _LONGEST)))
        if len(text) > _LONGEST:
            yield Para(text)
        if goal.strategy and not goal.held:
            yield Para(goal.strategy)
        budget = " · ".join(part for part in (goal.budget, goal.in_kind) if part)
        if budget and not goal.held:
            yield Para(_("Money and in kind: {budget}").format(budget=budget), style="small")
        steps = [step for step in content.steps if step.goal_id == goal.id]
        yield steps_table(words, "", steps, today)
    loose = [step for step in content.steps if step.goal_id is None]
    if loose or not content.goals:
        if content.goals:
            yield Heading(2, _("Other next steps"))
        yield steps_table(words, "", loose, today)
    if content.raised:
        yield Heading(2, _("Questions for another tier"))
        yield raised_table(words, content.raised, caption="")

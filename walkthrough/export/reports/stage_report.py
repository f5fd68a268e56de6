# SPDX-License-Identifier: MIT
"""The report of a stage check: the four questions on one page, then all that they rest on.

Claims print as claims, ratings as RULES 2 allows, and nothing says that a low stage is bad.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import NamedTuple

import msgspec

from walkthrough.export.both_languages import BothLanguages
from walkthrough.export.calendar import day_words, short_day
from walkthrough.export.document import (
    Block,
    Bullets,
    Document,
    Figure,
    Heading,
    PageBreak,
    Para,
    Rich,
    Run,
    Title,
    plain,
)
from walkthrough.export.pictures.stage import closed, middle_words, strip_scene
from walkthrough.export.reports.ballots import blank_sheet
from walkthrough.export.reports.options import ReportOptions, name_of, report_document
from walkthrough.export.reports.stage import stage_sentences
from walkthrough.export.reports.stage_over_time import history_blocks, rating_blocks
from walkthrough.export.reports.stage_tables import (
    claimed_blocks,
    counts_table,
    evidence_table,
    evidence_words,
    frontier_table,
    old_blocks,
    profile_figure,
    skipped_blocks,
)
from walkthrough.export.reports.steps import by_when, first_steps, what, who
from walkthrough.model.queries import overview, plan, stage
from walkthrough.model.queries.plan import StepRow
from walkthrough.model.queries.rounds import AskedRow, rounds_of_check
from walkthrough.model.queries.stage import counted
from walkthrough.model.queries.stage_history import HistoryCheck, stage_history
from walkthrough.model.queries.stage_rows import (
    CheckPage,
    CriterionRow,
    DimensionRow,
    EvidenceRow,
    StageSummary,
)
from walkthrough.model.rules.stages import Standing
from walkthrough.model.snapshot import Read
from walkthrough.wording import Wording


class _Most(NamedTuple):
    """How many lines the lists of the first page have; the rest stands behind it."""

    shown: int
    counts: int
    steps: int


_MOSTS = sorted(
    (_Most(*many) for many in product((3, 2, 1), repeat=3)),
    key=lambda most: (-sum(most), max(most) - min(most), -most.steps),
)
"""The longest lists that fit on one page are taken; these are tried in order."""


class _Content(msgspec.Struct, frozen=True):
    summary: StageSummary
    asked: tuple[AskedRow, ...]
    history: tuple[HistoryCheck, ...]
    begun: date | None
    """The day of a newer check in which nothing is said yet."""
    steps: tuple[StepRow, ...]


def stage_document(read: Read, options: ReportOptions) -> Document:
    """The report of the newest check in which something is said, or of that of the meeting asked for."""
    words = options.words
    _ = words.gettext
    head = read(overview.head)
    name = name_of(words, head.name if head else None)
    content = _content(read, options.meeting_id)
    blocks = _nothing(words, name) if content is None else _blocks(options, name, content)
    return report_document(
        options,
        blocks,
        title=_("Stage check of {name}").format(name=name),
        subject=_("Which stage, how we know, which objective indicators, what moves us on"),
        author=name,
    )


def _content(read: Read, meeting_id: str) -> _Content | None:
    summary = read(stage.summary_to_report, meeting_id)
    if summary is None:
        return None
    history = read(stage_history)
    until = [one.id for one in history].index(summary.page.id) + 1
    return _Content(
        summary=summary,
        asked=read(rounds_of_check, summary.page.id),
        history=history[:until],
        begun=history[-1].as_of if not meeting_id and history[until:] else None,
        steps=_steps_on(summary.page, read(plan.next_steps)),
    )


def _steps_on(page: CheckPage, steps: tuple[StepRow, ...]) -> tuple[StepRow, ...]:
    """The next steps that were made of a statement."""
    linked = {link.id for part in page.dimensions for one in part.criteria for link in one.steps}
    return tuple(step for step in steps if step.id in linked)


def _nothing(words: Wording, name: str) -> Iterator[Block]:
    _ = words.gettext
    yield Title(_("Stage check"), above=name)
    yield Para(_("There has been no stage check yet."), style="lead")
    yield Para(_("The next page has the four questions, to fill in by hand at a first meeting."))
    yield PageBreak()
    yield from blank_sheet(BothLanguages.beside(words))


def _blocks(options: ReportOptions, name: str, content: _Content) -> Iterator[Block]:
    most, first = _first_page(options, name, content)
    yield from first
    behind = tuple(_behind(options, content, most))
    if behind:
        yield PageBreak()
        yield from behind


def _first_page(options: ReportOptions, name: str, content: _Content) -> tuple[_Most, tuple[Block, ...]]:
    """The four questions, their lists as long as one page can hold."""
    from walkthrough.export.pdf.writer import pages_of  # who only prints ballots need not load it

    most = _MOSTS[0]
    first: tuple[Block, ...] = ()
    for most in _MOSTS:
        first = tuple(_answered(options, name, content, most))
        if pages_of(report_document(options, first, title="", subject="", author="")) == 1:
            break
    return most, first


def _answered(options: ReportOptions, name: str, content: _Content, most: _Most) -> Iterator[Block]:
    words, page = options.words, content.summary.page
    yield Title(words.gettext("Stage check"), above=f"{name} · {day_words(words, page.as_of)}")
    if content.begun is not None:
        told = words.gettext("A new check was begun on {day}. Nothing is answered in it yet.")
        yield Para(told.format(day=day_words(words, content.begun)), style="small")
    yield from _four_questions(options, content, most)


def _behind(options: ReportOptions, content: _Content, most: _Most) -> Iterator[Block]:
    """What the first page rests on; of a ladder without parts, ratings and history alone."""
    words = options.words
    page = content.summary.page
    if page.dimensions and options.wants("standing"):
        yield Heading(1, words.gettext("Where each part stands"))
        yield Para(middle_words(words, page))
        yield profile_figure(words, content.summary)
    if options.wants("ratings"):
        yield from rating_blocks(words, content.asked)
    if options.wants("history"):
        yield from history_blocks(words, content.history)
    if page.dimensions:
        yield from _parts_in_full(options, content, most)


def _parts_in_full(options: ReportOptions, content: _Content, most: _Most) -> Iterator[Block]:
    """Part by part: the evidence, the counts, what is open."""
    words, page = options.words, content.summary.page
    if options.wants("evidence"):
        yield Heading(1, words.gettext("What was said, and how we know"))
        yield evidence_table(words, page)
        yield from claimed_blocks(words, page)
        yield from skipped_blocks(words, page)
        yield from old_blocks(words, page)
    if options.wants("counts"):
        yield Heading(1, words.gettext("All counts"))
        yield counts_table(words, page)
    if not options.wants("open"):
        return
    yield Heading(1, words.gettext("What is open, part by part"))
    yield frontier_table(words, content.summary)
    if len(steps := first_steps(content.steps, options.today)) > most.steps:
        yield Heading(2, words.gettext("All next steps made of a statement"))
        yield Bullets(tuple(_step_line(options, step) for step in steps))


# Page 1 --------------------------------------------------------------------------------------------------


def _four_questions(options: ReportOptions, content: _Content, most: _Most) -> Iterator[Block]:
    words, summary = options.words, content.summary
    _ = words.gettext
    yield Heading(1, _("1. Which stage are we in?"))
    scene = strip_scene(words, summary)
    yield Figure(scene, _("The stages, with the one agreed and the one wanted"), scene.summary)
    yield Para(stage_sentences(words, summary))
    yield Heading(1, _("2. How do we know?"))
    yield from _known(words, summary.page, most.shown)
    yield Heading(1, _("3. What are the objective indicators?"))
    yield from _counts(words, summary.page, most.counts)
    yield Heading(1, _("4. What steps move us forward?"))
    yield from _steps(options, content, most.steps)


def _known(words: Wording, page: CheckPage, most: int) -> Iterator[Block]:
    """What is shown, the highest stage first; then in one sentence the parts that are still to be shown."""
    _ = words.gettext
    if not page.dimensions:
        yield Para(_("The ladder has no parts with statements. The room said its stage as a whole."))
        return
    shown = sorted(_shown(page), key=lambda found: -found[1].stage)
    if shown:
        yield Bullets(tuple(_shown_line(words, part, one) for part, one in shown[:most]))
    told = [_("Nothing is shown by evidence yet. That is where a first check begins.")] if not shown else []
    if (more := len(shown) - most) > 0:
        line = words.ngettext(
            "{n} more part is on a later page.", "{n} more parts are on a later page.", more
        )
        told.append(line.format(n=more))
    if (still := [part.short for part in page.dimensions if part.reached.evidenced == 0]) and shown:
        told.append(_("Stage 1 not shown yet: {parts}.").format(parts=", ".join(still)))
    if told:
        yield Para(" ".join(told))


def _shown(page: CheckPage) -> Iterator[tuple[DimensionRow, CriterionRow]]:
    for part in page.dimensions:
        top = [one for one in part.criteria if one.stage == part.reached.evidenced]
        if met := [one for one in top if one.standing is Standing.MET]:
            yield part, met[0]


def _shown_line(words: Wording, part: DimensionRow, one: CriterionRow) -> Rich:
    head = words.gettext("{part}, stage {n}:").format(part=part.short, n=one.stage)
    pieces = [row for row in one.evidence if row.counts]
    told = f" {closed(one.text)}"
    if pieces:
        told += f" {closed(evidence_words(words, pieces[-1]))}"
    return (Run(head, bold=True), Run(told))


def _counts(words: Wording, page: CheckPage, most: int) -> Iterator[Block]:
    """Value, what it counts, source and day of each count."""
    _ = words.gettext
    counts = [(one, row) for _part, one, row in counted(page) if not row.held]
    if not counts:
        yield Para(_("No count has been given as evidence yet."))
        return
    yield Bullets(tuple(_count_line(words, one, row) for one, row in counts[:most]))
    if (more := len(counts) - most) > 0:
        line = words.ngettext(
            "{n} more count is on a later page.", "{n} more counts are on a later page.", more
        )
        yield Para(line.format(n=more), style="small")


def _count_line(words: Wording, one: CriterionRow, row: EvidenceRow) -> Rich:
    shown = row.shown
    numbers = " ".join(f"#{link.number}" for link in one.indicators)
    told = ", ".join(
        part for part in (shown.what or one.text, shown.source, short_day(words, shown.day), numbers) if part
    )
    return (Run(shown.amount or words.gettext("No number yet"), bold=True), Run(f"  {told}"))


def _steps(options: ReportOptions, content: _Content, most: int) -> Iterator[Block]:
    words = options.words
    _ = words.gettext
    if steps := first_steps(content.steps, options.today):
        yield Bullets(tuple(_step_line(options, step) for step in steps[:most]))
        if (more := len(steps) - most) > 0:
            line = words.ngettext(
                "{n} more next step is on a later page.", "{n} more next steps are on a later page.", more
            )
            yield Para(line.format(n=more), style="small")
    elif content.summary.frontier:
        yield Para(_("No next step is open yet. The last page has statements to choose one from."))
    elif content.summary.page.dimensions:
        yield Para(_("Every statement is shown."))
    else:
        yield Para(
            _("No statement is open, since the ladder has no parts. The action plan has the next steps.")
        )


def _step_line(options: ReportOptions, step: StepRow) -> Rich:
    """What, who and by when."""
    words = options.words
    day = " ".join(plain(by_when(words, step, options.today)).split())
    told = f"  {closed(what(words, step))} {who(words, step)}; {day}."
    return (Run(f"#{step.number}", bold=True), Run(told))


# Behind it -----------------------------------------------------------------------------------------------

# SPDX-License-Identifier: MIT
"""The tables of a stage check, shared by the reports: where each part stands, evidence, counts, what is next.

A claim without evidence prints as a claim. Held words never leave.
"""

from __future__ import annotations

from collections.abc import Iterator

from walkthrough.export.calendar import day_words, short_day
from walkthrough.export.document import Block, Bullets, Column, Figure, KeyFacts, Para, Rich, Run, Table
from walkthrough.export.pictures.stage import (
    agreed_so_far,
    closed,
    middle_words,
    profile_scene,
    profile_summary,
    standing_words,
    wanted_so_far,
)
from walkthrough.export.terms import HELD, term
from walkthrough.model.queries import stage as stage_queries
from walkthrough.model.queries.stage_rows import CheckPage, CriterionRow, EvidenceRow, StageSummary
from walkthrough.model.rules.stages import Standing
from walkthrough.model.words import Proof
from walkthrough.wording import N_, Wording

STANDING = {
    Standing.MET: N_("Shown by evidence"),
    Standing.YES: N_("Claimed, no evidence that counts"),
    Standing.PARTLY: N_("Partly"),
    Standing.NO: N_("No"),
    Standing.DONT_KNOW: N_("We do not know"),
    Standing.NONE: N_("Not looked at"),
    Standing.NA: N_("Does not apply"),
}
"""What an answer is worth, in words."""


def profile_blocks(words: Wording, summary: StageSummary) -> Iterator[Block]:
    """The bars with their table, then what was agreed and wanted, and the middle."""
    yield profile_figure(words, summary)
    yield KeyFacts(_stage_facts(words, summary))


def profile_figure(words: Wording, summary: StageSummary) -> Figure:
    """The bars, solid where shown and hatched where claimed, with their table."""
    page, wanted = summary.page, summary.wanted
    caption = words.gettext("Stage profile of {day}").format(day=day_words(words, page.as_of))
    scene = profile_scene(words, page, wanted=wanted.stage if wanted else None)
    return Figure(scene, caption, profile_summary(words, page), _profile_table(words, page))


def no_parts(words: Wording) -> str:
    """What stands in place of a table where the ladder asks for the stage as a whole."""
    return words.gettext("The ladder has no parts with statements.")


def _stage_facts(words: Wording, summary: StageSummary) -> tuple[tuple[str, Rich], ...]:
    _, page = words.gettext, summary.page
    agreed = (agreed_so_far(words, summary), closed(page.agreed_reason))
    wanted = (wanted_so_far(words, summary), closed(summary.wanted.reason if summary.wanted else ""))
    return (
        (_("Agreed"), " ".join(part for part in agreed if part)),
        (_("Wanted"), " ".join(part for part in wanted if part) or _("No wanted stage has been set.")),
        (_("Middle"), middle_words(words, page)),
    )


def _profile_table(words: Wording, page: CheckPage) -> Table:
    _ = words.gettext
    return Table(
        caption=_("Where each part stands"),
        columns=(
            Column(_("Part"), 1.6),
            Column(_("Stage"), 2.6),
            Column(_("Out of order"), 0.9),
        ),
        rows=tuple(
            (
                one.name,
                standing_words(words, one, page.stages),
                ", ".join(str(stage) for stage in one.reached.ahead),
            )
            for one in page.dimensions
        ),
        empty=no_parts(words),
    )


def evidence_words(words: Wording, row: EvidenceRow) -> str:
    """One piece of evidence in a line: what, where or how much, when, and whether it is old."""
    _ = words.gettext
    if row.held:
        return _(HELD)
    shown = row.shown
    kind = term(words, shown.proof)
    parts = [shown.what, shown.amount if shown.proof is Proof.COUNT else "", shown.place, shown.source]
    parts += [shown.role if shown.proof is Proof.EXAMPLE else "", short_day(words, shown.day)]
    text = f"{kind}: {', '.join(part for part in parts if part)}"
    return _("{evidence} (old)").format(evidence=text) if row.is_old else text


def statement(one: CriterionRow) -> Rich:
    """A statement with the number of its stage before it."""
    return (Run(f"{one.stage}. ", bold=True), Run(one.text))


def evidence_table(words: Wording, page: CheckPage) -> Table:
    """Every statement that was answered, with the evidence for it or that there is none."""
    _ = words.gettext
    rows = [
        (dimension.short, statement(one), _(STANDING[one.standing]), _evidence_of(words, one))
        for dimension in page.dimensions
        for one in dimension.criteria
        if one.standing is not Standing.NONE
    ]
    return Table(
        caption=_("What was said, and the evidence for it"),
        columns=(
            Column(_("Part"), 1.1),
            Column(_("Statement"), 2.6),
            Column(_("Answer"), 1.2),
            Column(_("Evidence"), 2.3),
        ),
        rows=tuple(rows),
        empty=_("No statement has been answered yet."),
    )


def _evidence_of(words: Wording, one: CriterionRow) -> str:
    if one.said.na_reason and one.standing is Standing.NA:
        return words.gettext("Reason: {reason}").format(reason=one.said.na_reason)
    return "; ".join(evidence_words(words, row) for row in one.evidence)


def claimed_blocks(words: Wording, page: CheckPage) -> Iterator[Block]:
    """How many statements are claimed and not shown; nothing where there is none."""
    claimed = sum(one.standing is Standing.YES for part in page.dimensions for one in part.criteria)
    if claimed:
        told = words.ngettext(
            "{n} statement is claimed and not shown yet: there is no evidence for it that counts.",
            "{n} statements are claimed and not shown yet: there is no evidence for them that counts.",
            claimed,
        )
        yield Para(told.format(n=claimed))


def skipped_blocks(words: Wording, page: CheckPage) -> Iterator[Block]:
    """The statements that do not apply, each with its reason; nothing where there is none."""
    _ = words.gettext
    skipped = [
        (part, one) for part in page.dimensions for one in part.criteria if one.standing is Standing.NA
    ]
    if skipped:
        yield Para(_("These statements do not apply here:"))
        line = _("{part}, {n}: {statement} Reason: {reason}")
        yield Bullets(
            tuple(
                line.format(
                    part=part.short,
                    n=one.stage,
                    statement=closed(one.text),
                    reason=closed(one.said.na_reason),
                )
                for part, one in skipped
            )
        )


def old_blocks(words: Wording, page: CheckPage) -> Iterator[Block]:
    """The evidence older than twelve months on the day of the check; nothing where there is none."""
    old = stage_queries.old_evidence(page)
    if old:
        yield Para(words.gettext("Evidence older than twelve months, to be renewed:"))
        yield Bullets(
            tuple(f"{part.short}, {one.stage}: {evidence_words(words, row)}" for part, one, row in old)
        )


def counts_table(words: Wording, page: CheckPage) -> Table:
    """The counts given as evidence; with the number of the indicator that was made of one."""
    _ = words.gettext
    counts = [found for found in stage_queries.counted(page) if not found[2].held]
    return Table(
        caption=_("Counts given as evidence"),
        columns=(
            Column(_("What"), 2.4),
            Column(_("How many"), 1),
            Column(_("Source"), 1.6),
            Column(_("Day"), 1.1),
        ),
        rows=tuple(
            (_counted(one, row), row.shown.amount, row.shown.source, short_day(words, row.shown.day))
            for _dimension, one, row in counts
        ),
        empty=_("No count has been given as evidence yet."),
    )


def _counted(one: CriterionRow, row: EvidenceRow) -> Rich:
    what = row.shown.what or one.text
    numbers = " ".join(f"#{link.number}" for link in one.indicators)
    return (Run(f"{numbers} ", bold=True), Run(what)) if numbers else what


def frontier_table(words: Wording, summary: StageSummary) -> Table:
    """The first statement of each part that is not shown yet, and the next steps made of it."""
    _ = words.gettext
    return Table(
        caption=_("The next statement to show, part by part"),
        columns=(Column(_("Part"), 1.1), Column(_("Next statement"), 3), Column(_("Next steps on it"), 1.4)),
        rows=tuple(
            (
                row.dimension,
                statement(row.criterion),
                " ".join(f"#{step.number}" for step in row.criterion.steps),
            )
            for row in summary.frontier
        ),
        empty=_("Every statement is shown.") if summary.page.dimensions else no_parts(words),
    )

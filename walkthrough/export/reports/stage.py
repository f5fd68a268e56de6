# SPDX-License-Identifier: MIT
"""The stage check in reports: the strip for page 1, and the four questions for the full report."""

from __future__ import annotations

from collections.abc import Iterator

from walkthrough.export.calendar import day_words, short_day
from walkthrough.export.document import (
    Block,
    Bullets,
    Column,
    Figure,
    Heading,
    KeyFacts,
    Para,
    Rich,
    Run,
    Table,
)
from walkthrough.export.pictures.stage import (
    agreed_words,
    closed,
    middle_words,
    profile_scene,
    profile_summary,
    standing_words,
    strip_scene,
    wanted_words,
)
from walkthrough.export.terms import HELD, term
from walkthrough.model.queries import stage as stage_queries
from walkthrough.model.queries.stage_rows import CheckPage, CriterionRow, EvidenceRow, StageSummary
from walkthrough.model.rules.stages import Standing
from walkthrough.model.words import Proof
from walkthrough.wording import N_, Wording

_STANDING = {
    Standing.MET: N_("Shown by evidence"),
    Standing.YES: N_("Claimed, no evidence that counts"),
    Standing.PARTLY: N_("Partly"),
    Standing.NO: N_("No"),
    Standing.DONT_KNOW: N_("We do not know"),
    Standing.NONE: N_("Not looked at"),
    Standing.NA: N_("Does not apply"),
}


def stage_blocks(words: Wording, summary: StageSummary | None) -> Iterator[Block]:
    """Page 1: where we stand, in one picture and one or two sentences."""
    _ = words.gettext
    yield Heading(2, _("Where our work together stands"))
    if summary is None:
        yield Para(_("There has been no stage check yet."))
        return
    page = summary.page
    scene = strip_scene(words, page)
    caption = _("Stage check of {day}").format(day=day_words(words, page.as_of))
    yield Figure(scene, caption, scene.summary)
    reasons = [closed(page.agreed_reason), wanted_words(words, page), closed(page.wanted_reason)]
    yield Para(" ".join(part for part in (agreed_words(words, page), *reasons) if part))


def full_stage_blocks(words: Wording, summary: StageSummary | None) -> Iterator[Block]:
    """The four questions in order: which stage, how we know, which objective indicators, what moves us on."""
    _ = words.gettext
    yield Heading(1, _("Stage of collaboration"))
    if summary is None:
        yield Para(_("There has been no stage check yet."))
        return
    page = summary.page
    yield Heading(2, _("Which stage are we in?"))
    caption = _("Stage profile of {day}").format(day=day_words(words, page.as_of))
    yield Figure(
        profile_scene(words, page), caption, profile_summary(words, page), _profile_table(words, page)
    )
    yield KeyFacts(_stage_facts(words, page))
    yield Heading(2, _("How do we know?"))
    yield _evidence_table(words, page)
    yield from _old(words, page)
    yield Heading(2, _("What are the objective indicators?"))
    yield _counts_table(words, page)
    yield Heading(2, _("What moves us on?"))
    yield _next_table(words, summary)


def _stage_facts(words: Wording, page: CheckPage) -> tuple[tuple[str, Rich], ...]:
    _ = words.gettext
    agreed = " ".join(part for part in (agreed_words(words, page), closed(page.agreed_reason)) if part)
    wanted = " ".join(part for part in (wanted_words(words, page), closed(page.wanted_reason)) if part)
    return (
        (_("Agreed"), agreed),
        (_("Wanted"), wanted or _("No wanted stage has been set.")),
        (_("Middle"), middle_words(words, page)),
    )


def _profile_table(words: Wording, page: CheckPage) -> Table:
    _ = words.gettext
    return Table(
        caption=_("Where each part stands"),
        columns=(
            Column(_("Part"), 1.6),
            Column(_("Stage"), 2.2),
            Column(_("Out of order"), 1.2),
        ),
        rows=tuple(
            (
                one.name,
                standing_words(words, one, page.stages),
                ", ".join(str(stage) for stage in one.reached.ahead),
            )
            for one in page.dimensions
        ),
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


def _criterion_row(words: Wording, name: str, one: CriterionRow) -> tuple[Rich, ...]:
    _ = words.gettext
    evidence = "; ".join(evidence_words(words, row) for row in one.evidence)
    if one.said.na_reason:
        evidence = _("Reason: {reason}").format(reason=one.said.na_reason)
    cell: Rich = (Run(f"{one.stage}. ", bold=True), Run(one.text))
    return (name, cell, _(_STANDING[one.standing]), evidence)


def _evidence_table(words: Wording, page: CheckPage) -> Table:
    _ = words.gettext
    rows = [
        _criterion_row(words, dimension.short or dimension.name, one)
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


def _old(words: Wording, page: CheckPage) -> Iterator[Block]:
    old = stage_queries.old_evidence(page)
    if old:
        yield Para(words.gettext("Evidence older than twelve months, to be renewed:"))
        yield Bullets(tuple(evidence_words(words, row) for _dimension, _criterion, row in old))


def _counts_table(words: Wording, page: CheckPage) -> Table:
    _ = words.gettext
    return Table(
        caption=_("Counts given as evidence"),
        columns=(
            Column(_("What"), 2.4),
            Column(_("How many"), 1),
            Column(_("Source"), 1.6),
            Column(_("Day"), 1.1),
        ),
        rows=tuple(
            (one.text, row.shown.amount, row.shown.source, short_day(words, row.shown.day))
            for _dimension, one, row in stage_queries.counted(page)
            if not row.held
        ),
        empty=_("No count has been given as evidence yet."),
    )


def _next_table(words: Wording, summary: StageSummary) -> Table:
    _ = words.gettext
    return Table(
        caption=_("The next statement to show, part by part"),
        columns=(Column(_("Part"), 1.1), Column(_("Next statement"), 3), Column(_("Next steps on it"), 1.4)),
        rows=tuple(
            (
                row.dimension,
                (Run(f"{row.criterion.stage}. ", bold=True), Run(row.criterion.text)),
                " ".join(f"#{step.number}" for step in row.criterion.steps),
            )
            for row in summary.frontier
        ),
        empty=_("Every statement is shown."),
    )

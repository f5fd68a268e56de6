# SPDX-License-Identifier: MIT
"""The stage check in other reports: the strip for page 1 of the plan, four questions for the full report."""

from __future__ import annotations

from collections.abc import Iterator

from walkthrough.export.calendar import day_words
from walkthrough.export.document import Block, Figure, Heading, Para
from walkthrough.export.pictures.stage import agreed_so_far, closed, strip_scene, wanted_so_far
from walkthrough.export.reports.stage_tables import (
    claimed_blocks,
    counts_table,
    evidence_table,
    frontier_table,
    old_blocks,
    profile_blocks,
    skipped_blocks,
)
from walkthrough.export.reports.steps import in_short
from walkthrough.model.queries.stage_rows import StageSummary
from walkthrough.wording import Wording


def stage_blocks(words: Wording, summary: StageSummary | None, *, longest: int = 0) -> Iterator[Block]:
    """Page 1: where we stand, in one picture and one or two sentences; of a reason longer than `longest`
    letters the first words.
    """
    _ = words.gettext
    yield Heading(2, _("Where our work together stands"))
    if summary is None:
        yield Para(_("There has been no stage check yet."))
        return
    scene = strip_scene(words, summary)
    caption = _("Stage check of {day}").format(day=day_words(words, summary.page.as_of))
    yield Figure(scene, caption, scene.summary)
    yield Para(stage_sentences(words, summary, longest=longest))


def stage_sentences(words: Wording, summary: StageSummary, *, longest: int = 0) -> str:
    """The stage agreed and the one wanted, each with its reason."""
    page, wanted = summary.page, summary.wanted
    told = (
        agreed_so_far(words, summary),
        closed(in_short(page.agreed_reason, longest)),
        wanted_so_far(words, summary),
        closed(in_short(wanted.reason if wanted else "", longest)),
    )
    return " ".join(part for part in told if part)


def full_stage_blocks(words: Wording, summary: StageSummary | None) -> Iterator[Block]:
    """The four questions in order: which stage, how we know, which objective indicators, what moves us on."""
    _ = words.gettext
    yield Heading(1, _("Stage of collaboration"))
    if summary is None:
        yield Para(_("There has been no stage check yet."))
        return
    page = summary.page
    yield Heading(2, _("Which stage are we in?"))
    yield from profile_blocks(words, summary)
    yield Heading(2, _("How do we know?"))
    yield evidence_table(words, page)
    yield from claimed_blocks(words, page)
    yield from skipped_blocks(words, page)
    yield from old_blocks(words, page)
    yield Heading(2, _("What are the objective indicators?"))
    yield counts_table(words, page)
    yield Heading(2, _("What moves us on?"))
    yield frontier_table(words, summary)

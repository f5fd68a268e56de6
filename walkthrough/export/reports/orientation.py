# SPDX-License-Identifier: MIT
"""The pack for a new member, which is also a hand-over: what we want, how we work, what is open, our words.

Holders of seats and contacts are on it, for it is paper. Whoever reads it may never have been here.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from walkthrough import paths
from walkthrough.export.calendar import day_words
from walkthrough.export.document import (
    Block,
    Bullets,
    Document,
    Figure,
    Heading,
    KeyFacts,
    Para,
    Rich,
    Run,
    Title,
    linked,
    text_width,
)
from walkthrough.export.pictures.stage import strip_scene
from walkthrough.export.reports.gatherings import agreements_table
from walkthrough.export.reports.options import ReportOptions, name_of, report_document
from walkthrough.export.reports.orientation_table import meet_blocks, partner_blocks
from walkthrough.export.reports.orientation_words import LONGEST, note_blocks, route_blocks, word_blocks
from walkthrough.export.reports.stage import stage_sentences
from walkthrough.export.reports.steps import first_steps_table, in_short
from walkthrough.export.terms import term, unless_held
from walkthrough.model.content import Shelf, load_shelf
from walkthrough.model.queries import overview, partners, plan, stage
from walkthrough.model.queries.meetings import MeetingRow
from walkthrough.model.queries.overview import Head
from walkthrough.model.queries.stage_rows import StageSummary
from walkthrough.model.snapshot import Read
from walkthrough.model.words import AgreementKind
from walkthrough.wording import Wording

_MOST_STEPS = 5


def orientation_document(read: Read, options: ReportOptions) -> Document:
    """The pack as a neutral document; of a new workbook it has what is shipped, and says what is missing."""
    words = options.words
    _ = words.gettext
    head = read(overview.head)
    name = name_of(words, head.name if head else None)
    shelf = load_shelf(paths.resources() / "content", words.language)
    return report_document(
        options,
        _blocks(read, options, shelf, head, name),
        title=_("Orientation: {name}").format(name=name),
        subject=_("What we want, who is at the table, how we work, what is open, our words"),
        author=name,
    )


def _blocks(
    read: Read, options: ReportOptions, shelf: Shelf, head: Head | None, name: str
) -> Iterator[Block]:
    words = options.words
    coming = read(overview.next_meeting, options.today)
    yield from _welcome(words, head, name)
    yield from _goals(words, head, read)
    yield from _first_meeting(words, head, coming)
    if options.wants("partners"):
        yield from partner_blocks(words, read, shelf)
    if options.wants("meet"):
        yield from meet_blocks(options, read, shelf)
    if options.wants("notes"):
        yield from note_blocks(words, head)
    if options.wants("route"):
        yield from route_blocks(words, read)
    if options.wants("stage"):
        yield from _stage(options, read(stage.summary_to_report))
    if options.wants("promised"):
        yield from _promised(options, read)
    if options.wants("agreements"):
        yield from _agreements(options, read)
    if options.wants("words"):
        yield from word_blocks(words, shelf)


def _welcome(words: Wording, head: Head | None, name: str) -> Iterator[Block]:
    _ = words.gettext
    yield Title(
        _("Welcome to the table"),
        above=" · ".join(part for part in (name, head.area if head else "") if part),
        below=_("For new members, and for whoever takes over a seat"),
    )
    yield Para(
        _("This pack tells what we want, who is here, how we work, and what is open. Ask us the rest."),
        style="lead",
    )


def _goals(words: Wording, head: Head | None, read: Read) -> Iterator[Block]:
    _ = words.gettext
    yield Heading(1, _("What we are here for"))
    yield Para(head.purpose if head and head.purpose else _("Our purpose has not been written down yet."))
    goals = read(plan.goals)
    if goals:
        yield Para(_("Our goals for families:"))
        yield Bullets(tuple(in_short(unless_held(words, one.text, one.held), LONGEST) for one in goals))


def _first_meeting(words: Wording, head: Head | None, coming: MeetingRow | None) -> Iterator[Block]:
    """The day of the next meeting, whom to ask, and what to do before one comes for the first time."""
    _ = words.gettext
    yield Heading(1, _("Your first meeting"))
    asked = ", ".join(part for part in ((head.convener, head.contact) if head else ()) if part)
    facts: tuple[tuple[str, Rich], ...] = (
        (_("We meet next"), _meeting(words, coming) if coming else _("The day is not set yet.")),
        (_("Whom to ask"), linked(asked) or _("The person who gave you this pack")),
        (_("We began"), day_words(words, head.started_on) if head else ""),
    )
    yield KeyFacts(tuple((label, value) for label, value in facts if value))
    yield Para(_("Before you come:"))
    yield Bullets(
        (
            _("Read the action plan, and find the next steps of your agency."),
            _("Talk with the member who held this seat before you, if there was one."),
            _("Know what you may decide for your agency, and what you must take back."),
            _("Say what you need to take part: a ride, child care, an interpreter, large print."),
        )
    )


def _meeting(words: Wording, row: MeetingRow) -> str:
    """When and where a meeting is, and what for."""
    when = ", ".join(part for part in (day_words(words, row.day), row.starts, row.zone, row.place) if part)
    return f"{when}: {in_short(row.title or term(words, row.kind), LONGEST)}"


# The stage, what is open, what is signed -----------------------------------------------------------------


def _stage(options: ReportOptions, summary: StageSummary | None) -> Iterator[Block]:
    words = options.words
    _ = words.gettext
    yield Heading(1, _("Where our work together stands"))
    if summary is None:
        yield Para(_("There has been no stage check yet."))
        return
    scene = strip_scene(words, summary, text_width(options.paper))
    caption = _("Stage check of {day}").format(day=day_words(words, summary.page.as_of))
    yield Figure(scene, caption, scene.summary)
    yield Para(stage_sentences(words, summary))
    yield Bullets(
        tuple(
            (Run(f"{one.number} {one.name}: ", bold=True), Run(one.meaning))
            for one in summary.page.stages
            if one.meaning and one.number in _stages_to_know(summary)
        )
    )


def _stages_to_know(summary: StageSummary) -> set[int | None]:
    """The stage agreed on, now or before, and the one wanted; before any talk of it, the first."""
    page, known = summary.page, set[int | None]()
    known |= {page.agreed_stage, summary.agreed.stage if summary.agreed else None}
    known |= {page.wanted_stage, summary.wanted.stage if summary.wanted else None}
    return known if known != {None} else {1}


def _promised(options: ReportOptions, read: Read) -> Iterator[Block]:
    words = options.words
    _ = words.gettext
    still_open = [
        msgspec.structs.replace(step, what=in_short(step.what, LONGEST))
        for step in read(plan.next_steps)
        if step.is_open
    ]
    still_open.sort(key=lambda step: (step.due is None, step.due or options.today, step.number))
    yield Heading(1, _("What is promised"))
    yield first_steps_table(words, still_open[:_MOST_STEPS], options.today, _("Next steps that are open"))
    if (more := len(still_open) - _MOST_STEPS) > 0:
        told = words.ngettext("{n} more is in the action plan.", "{n} more are in the action plan.", more)
        yield Para(told.format(n=more), style="small")


def _agreements(options: ReportOptions, read: Read) -> Iterator[Block]:
    words = options.words
    _ = words.gettext
    written = read(partners.agreements)
    yield Heading(1, _("Agreements"))
    if written:
        yield agreements_table(words, written)
    else:
        yield Para(_("No agreement has been written down yet."))
    late = [row.title for row in written if row.review_on is not None and row.review_on < options.today]
    if late:
        yield Para(_("Their day of review has passed: {titles}.").format(titles=", ".join(late)))
    if not any(row.kind is AgreementKind.COMMUNICATION for row in written):
        yield Para(_("There is no communication protocol yet: who tells whom what, how and how fast."))

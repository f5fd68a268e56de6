# SPDX-License-Identifier: MIT
"""Before and after: what changed between an earlier day and now, on one page; then part by part.

Going back is normal and reads so. Where the records cannot tell, the report says that they cannot.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from walkthrough.export.calendar import day_words
from walkthrough.export.document import (
    Block,
    Bullets,
    Document,
    Heading,
    PageBreak,
    Para,
    Rich,
    Run,
    Title,
    plain,
)
from walkthrough.export.reports.compare_content import Comparison, comparison
from walkthrough.export.reports.compare_parts import figure_of, part_blocks
from walkthrough.export.reports.compare_words import (
    barriers_in_short,
    changes,
    indicators_in_short,
    promises_in_short,
    stage_in_short,
    table_in_short,
)
from walkthrough.export.reports.options import ReportOptions, name_of, report_document
from walkthrough.export.reports.steps import in_short, what, who
from walkthrough.export.terms import term, unless_held
from walkthrough.model.queries import overview
from walkthrough.model.queries.before_after import Moment, MomentKind
from walkthrough.model.queries.plan import StepRow
from walkthrough.model.rules.before_after import BarrierFate, PromiseFate, promise_fate
from walkthrough.model.snapshot import Read
from walkthrough.wording import Wording

_MOST_CHANGES = 5
"""Changes in the one sentence; those that weigh less stand below it."""
_MOST_TO_TALK_OF = 5
_LONGEST = 200
"""Letters of a text on the first page; the pages behind it have the whole."""


def compare_document(read: Read, options: ReportOptions) -> Document:
    """The comparison as a neutral document; where there is one moment only, what is missing."""
    words = options.words
    _ = words.gettext
    head = read(overview.head)
    name = name_of(words, head.name if head else None)
    content = comparison(read, options.today, options.since)
    return report_document(
        options,
        _nothing(words, name) if content is None else _blocks(options, name, content),
        title=_("Before and after: {name}").format(name=name),
        subject=_("What became of promises, barriers, stage and indicators"),
        author=name,
    )


def _nothing(words: Wording, name: str) -> Iterator[Block]:
    _ = words.gettext
    yield Title(_("Before and after"), above=name)
    yield Para(_("There is only one moment so far, so there is nothing to compare yet."), style="lead")
    yield Heading(1, _("When there will be something"))
    yield Bullets(
        (
            _("After the next meeting this report tells what became of each promise and each barrier."),
            _("After the second stage check it shows how each part of working together has moved."),
            _("With a second value it shows each indicator then and now."),
        )
    )
    yield Heading(1, _("What helps until then"))
    yield Bullets(
        (
            _("Note how each next step goes, and what shows that it is done."),
            _("Link each next step to the barrier that it answers."),
        )
    )


def _blocks(options: ReportOptions, name: str, content: Comparison) -> Iterator[Block]:
    shown, first = _with_a_picture(options, content, tuple(_first_page(options, name, content)))
    yield from first
    yield PageBreak()
    yield from part_blocks(options, content, shown)


def _with_a_picture(
    options: ReportOptions, content: Comparison, first: tuple[Block, ...]
) -> tuple[str, tuple[Block, ...]]:
    """The first page with the picture that tells most and fits on it; and of which part that is, or ""."""
    from walkthrough.export.pdf.writer import pages_of

    for code in ("stage", "indicators", "barriers"):
        figure = figure_of(code, options, content) if options.wants(code) else None
        if figure is None:
            continue
        head = Heading(1, plain(figure.caption))
        whole = (*first, head, msgspec.structs.replace(figure, caption="", table=None))
        if pages_of(report_document(options, whole, title="", subject="", author="")) == 1:
            return code, whole
    return "", first


def _first_page(options: ReportOptions, name: str, content: Comparison) -> Iterator[Block]:
    words = options.words
    _ = words.gettext
    then, now = day_words(words, content.since), day_words(words, content.today)
    yield Title(_("Before and after"), above=name, below=_("From {then} to {now}").format(then=then, now=now))
    yield Para(_lead(words, content), style="lead")
    if between := _between(words, content):
        yield Para(between, style="small")
    yield Heading(1, _("In short"))
    lines = (
        ("promises", _("Promises"), promises_in_short(words, content.promises)),
        ("barriers", _("Barriers"), barriers_in_short(words, content.barriers)),
        ("stage", _("Stage"), stage_in_short(words, content.stage)),
        ("indicators", _("Indicators"), indicators_in_short(words, content)),
        ("table", _("At the table"), table_in_short(words, content.table)),
    )
    yield Bullets(
        tuple(
            (Run(f"{label}: ", bold=True), Run(told))
            for code, label, told in lines
            if told and options.wants(code)
        )
    )
    yield from _to_talk_of(words, content)


def _lead(words: Wording, content: Comparison) -> str:
    _ = words.gettext
    told = changes(words, content)
    day = day_words(words, content.since)
    if not told:
        return _("Nothing has changed in this workbook since {day}.").format(day=day)
    return _("Since {day}: {changes}.").format(day=day, changes="; ".join(told[:_MOST_CHANGES]))


def _between(words: Wording, content: Comparison) -> str:
    """What the two moments are, beside their days: the meeting of then, and the newest one since."""
    _ = words.gettext
    told = []
    if content.moment is not None:
        told.append(_("Then: {what}.").format(what=_moment(words, content.moment)))
    newest = content.table.now if content.table else None
    if newest is not None:
        meeting = in_short(newest.title or term(words, newest.kind), _LONGEST)
        line = _("Newest meeting since: {meeting}, {day}.")
        told.append(line.format(meeting=meeting, day=day_words(words, newest.day)))
    return " ".join(told)


def _moment(words: Wording, moment: Moment) -> str:
    _ = words.gettext
    match moment.kind:
        case MomentKind.MEETING:
            return in_short(moment.title, _LONGEST) or _("a meeting")
        case MomentKind.WALK:
            return _("start of the walk: {name}").format(name=moment.title)
    return _("a stage check")


def _in_trouble(content: Comparison) -> Iterator[tuple[StepRow, PromiseFate]]:
    """The next steps that are stuck, then those past their day, whenever they were promised."""
    told = content.promises
    steps = (*(one.step for one in told.then), *told.new, *told.unknown)
    fates = [(step, promise_fate(step.state, step.due, content.today)) for step in steps]
    for wanted in (PromiseFate.STUCK, PromiseFate.OVERDUE):
        yield from (one for one in fates if one[1] is wanted)


def _to_talk_of(words: Wording, content: Comparison) -> Iterator[Block]:
    """What the next meeting may begin with: promises in trouble, barriers said again. No blame in it."""
    _ = words.gettext
    lines: list[Rich] = []
    for step, fate in _in_trouble(content):
        how = _("stuck") if fate is PromiseFate.STUCK else _("past its day")
        in_brackets = ", ".join((how, in_short(who(words, step), _LONGEST)))
        told = f"{in_short(what(words, step), _LONGEST)} ({in_brackets})"
        lines.append((Run(f"#{step.number} ", bold=True), Run(told)))
    for row, one in content.barriers.of(BarrierFate.SAID_AGAIN):
        text = in_short(unless_held(words, row.named.text, row.held), _LONGEST)
        told = _("{barrier} (said again)").format(barrier=text)
        lines.append((Run(f"#{one.named.number} ", bold=True), Run(told)))
    if not lines:
        return
    yield Heading(1, _("What to talk about first"))
    yield Para(_("Ask what is in the way, and who at this table can help."))
    yield Bullets(tuple(lines[:_MOST_TO_TALK_OF]))
    if (more := len(lines) - _MOST_TO_TALK_OF) > 0:
        told = words.ngettext("{n} more is on the next pages.", "{n} more are on the next pages.", more)
        yield Para(told.format(n=more), style="small")

# SPDX-License-Identifier: MIT
"""The sheet of one partner or one tier: what it promised, what it is asked, what it signed. No ranking.

Without a choice it holds a sheet for each partner that has something to do, one to a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from walkthrough.export.calendar import day_words, short_day
from walkthrough.export.document import (
    Block,
    Bullets,
    Column,
    Document,
    Heading,
    PageBreak,
    Para,
    Rich,
    Run,
    Table,
    Title,
)
from walkthrough.export.reports.options import ReportOptions, name_of, report_document
from walkthrough.export.reports.steps import because, by_when, raised_table, standing, what
from walkthrough.export.terms import term
from walkthrough.model.queries import overview, partners, plan
from walkthrough.model.queries.partners import AgreementRow, PartnerRow
from walkthrough.model.queries.plan import RaisedRow, StepRow
from walkthrough.model.snapshot import Read
from walkthrough.model.words import Acceptance, Tier
from walkthrough.wording import Wording


class Sheet(msgspec.Struct, frozen=True):
    """What one sheet is about: whose it is, its next steps, questions and agreements."""

    name: str
    duties: str
    steps: tuple[StepRow, ...]
    raised: tuple[RaisedRow, ...] = ()
    agreements: tuple[AgreementRow, ...] = ()


def sheet_document(read: Read, options: ReportOptions) -> Document:
    """A partner's or a tier's sheet as a neutral document, or everybody's."""
    words = options.words
    _ = words.gettext
    head = read(overview.head)
    name = name_of(words, head.name if head else None)
    sheets = _sheets(read, options)
    whose = sheets[0].name if len(sheets) == 1 else _("each partner")
    return report_document(
        options,
        _blocks(options, name, whose, sheets),
        title=_("Sheet for {whose}: {name}").format(whose=whose, name=name),
        subject=_("What was promised, by when, and how we will know"),
        author=name,
    )


def partners_with_sheets(read: Read) -> tuple[PartnerRow, ...]:
    """The partners that own a next step that is open or was closed, in the order of the workbook."""
    owners = {step.owner_partner_id for step in read(plan.next_steps)}
    return tuple(row for row in read(partners.partners) if row.id in owners)


def _sheets(read: Read, options: ReportOptions) -> tuple[Sheet, ...]:
    steps, raised = read(plan.next_steps), read(plan.raised_questions)
    if options.tier is not None:
        return (_tier_sheet(options.words, options.tier, steps, raised),)
    written = read(partners.agreements)
    rows = partners_with_sheets(read)
    if options.partner_id:
        rows = tuple(row for row in read(partners.partners) if row.id == options.partner_id)
    return tuple(
        Sheet(
            name=row.name,
            duties=row.duties,
            steps=tuple(step for step in steps if step.owner_partner_id == row.id),
            agreements=tuple(one for one in written if row.id in {key for key, _name in one.partners}),
        )
        for row in rows
    )


def _tier_sheet(words: Wording, tier: Tier, steps: Sequence[StepRow], raised: Sequence[RaisedRow]) -> Sheet:
    return Sheet(
        name=term(words, tier),
        duties="",
        steps=tuple(step for step in steps if step.tier is tier),
        raised=tuple(row for row in raised if row.tier is tier),
    )


def _blocks(options: ReportOptions, name: str, whose: str, sheets: Sequence[Sheet]) -> Iterator[Block]:
    words = options.words
    _ = words.gettext
    yield Title(
        text=_("What we promised: {whose}").format(whose=whose),
        above=name,
        below=_("As of {day}").format(day=day_words(words, options.today)),
    )
    if not sheets:
        yield Para(_("No next step has an owner among the partners yet."))
        yield Heading(1, _("Next steps"))
        yield Heading(2, _("How to use this sheet"))
    for number, sheet in enumerate(sheets):
        if number:
            yield PageBreak()
        yield from _sheet(options, sheet, alone=len(sheets) == 1)
    yield Heading(2, _("If something is in the way"))
    yield Bullets(
        (
            _("Say so early. A step that is stuck is worth as much at the table as one that is done."),
            _("Note what shows that a step is done: a paper, a count, a date."),
            _("If somebody else should own a step, name the person and ask them first."),
        )
    )


def _sheet(options: ReportOptions, sheet: Sheet, *, alone: bool) -> Iterator[Block]:
    words = options.words
    _, ngettext = words.gettext, words.ngettext
    yield Heading(1, _("Next steps") if alone else sheet.name)
    still_open = [step for step in sheet.steps if step.is_open]
    late = sum(step.is_overdue(options.today) for step in still_open)
    told = ngettext("{n} next step is open.", "{n} next steps are open.", len(still_open))
    lead = told.format(n=len(still_open))
    if late:
        lead += " " + ngettext("{n} of them is overdue.", "{n} of them are overdue.", late).format(n=late)
    yield Para(lead, style="lead")
    yield _steps(options, sheet)
    if sheet.raised:
        yield raised_table(words, sheet.raised)
    if sheet.duties:
        yield Para((Run(_("What it does here:") + " ", bold=True), Run(sheet.duties)))
    if sheet.agreements:
        yield _agreements(words, sheet.agreements)


def _steps(options: ReportOptions, sheet: Sheet) -> Table:
    words = options.words
    _ = words.gettext
    return Table(
        caption=_("Next steps of {whose}").format(whose=sheet.name),
        columns=(
            Column(_("No."), 0.6),
            Column(_("What"), 4.2),
            Column(_("Who"), 1.8),
            Column(_("By when"), 1.5),
            Column(_("Status"), 1.8),
        ),
        rows=tuple(
            (
                f"#{step.number}",
                _what_and_why(words, step),
                _person(words, step),
                by_when(words, step, options.today),
                standing(words, step),
            )
            for step in sheet.steps
        ),
        empty=_("No next step yet."),
    )


def _what_and_why(words: Wording, step: StepRow) -> Rich:
    told = [Run(what(words, step), bold=True)]
    if why := because(words, step):
        told.append(Run("\n" + words.gettext("We will know because: {why}.").format(why=why.rstrip("."))))
    return tuple(told)


def _person(words: Wording, step: StepRow) -> str:
    _ = words.gettext
    if step.acceptance is Acceptance.TO_ASK:
        return (
            _("to be asked by {day}").format(day=short_day(words, step.ask_by))
            if step.ask_by
            else _("to be asked")
        )
    if step.acceptance is Acceptance.DECLINED:
        return _("Looking for an owner")
    return step.owner or _("A name is missing")


def _agreements(words: Wording, rows: Sequence[AgreementRow]) -> Table:
    _ = words.gettext
    return Table(
        caption=_("Agreements it has signed"),
        columns=(Column(_("Agreement"), 3), Column(_("Kind"), 1.6), Column(_("Review by"), 1.2)),
        rows=tuple((row.title, term(words, row.kind), short_day(words, row.review_on)) for row in rows),
    )

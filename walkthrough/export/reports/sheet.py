# SPDX-License-Identifier: MIT
"""The sheet of one partner or one tier: its promises, questions to it, what others do in its field.

No agency is ranked. Without a choice there is a sheet for each partner that has something to do, each from
a new page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from walkthrough.export.calendar import day_words, short_day
from walkthrough.export.document import (
    Block,
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
from walkthrough.export.reports.steps import (
    by_when,
    first_steps_table,
    raised_table,
    standing,
    what,
    why_lines,
)
from walkthrough.export.terms import term
from walkthrough.model.queries import overview, partners, plan
from walkthrough.model.queries.meetings import MeetingRow
from walkthrough.model.queries.partners import AgreementRow, PartnerRow, SeatRow
from walkthrough.model.queries.plan import RaisedRow, StepRow
from walkthrough.model.queries.sheet import sectors_touched
from walkthrough.model.snapshot import Read
from walkthrough.model.words import Acceptance, StepState, Tier
from walkthrough.wording import Wording


class Sheet(msgspec.Struct, frozen=True):
    """What one sheet is about: whose it is, its next steps, questions to it, open steps of others that reach
    into its field, agreements.
    """

    name: str
    duties: str
    steps: tuple[StepRow, ...]
    raised: tuple[RaisedRow, ...] = ()
    others: tuple[StepRow, ...] = ()
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
        _blocks(options, name, whose, sheets, read(overview.next_meeting, options.today)),
        title=_("Sheet for {whose}: {name}").format(whose=whose, name=name),
        subject=_("What was promised, by when, and how we will know"),
        author=name,
    )


def partners_with_sheets(read: Read) -> tuple[PartnerRow, ...]:
    """The partners that own a next step that is open or done, in the order of the workbook."""
    owners = {step.owner_partner_id for step in read(plan.next_steps) if step.state is not StepState.DROPPED}
    return tuple(row for row in read(partners.partners) if row.id in owners)


def _sheets(read: Read, options: ReportOptions) -> tuple[Sheet, ...]:
    steps, raised = read(plan.next_steps), read(plan.raised_questions)
    if options.tier is not None:
        return (_tier_sheet(options.words, options.tier, steps, raised),)
    rows = partners_with_sheets(read)
    if options.partner_id:
        rows = tuple(row for row in read(partners.partners) if row.id == options.partner_id)
    written, seats, touched = read(partners.agreements), read(partners.seats), read(sectors_touched)
    return tuple(
        Sheet(
            name=row.name,
            duties=row.duties,
            steps=tuple(
                step
                for step in steps
                if step.owner_partner_id == row.id and step.state is not StepState.DROPPED
            ),
            raised=_asked_of(row, seats, raised),
            others=tuple(
                step
                for step in steps
                if step.is_open
                and step.owner_partner_id != row.id
                and row.sector in touched.get(step.id, frozenset())
            ),
            agreements=tuple(one for one in written if row.id in {key for key, _name in one.partners}),
        )
        for row in rows
    )


def _asked_of(
    row: PartnerRow, seats: Sequence[SeatRow], raised: Sequence[RaisedRow]
) -> tuple[RaisedRow, ...]:
    """The open questions to a partner, by its name or by that of somebody who holds a seat for it."""
    holders = (seat.holder for seat in seats if seat.partner_id == row.id)
    names = [name.casefold() for name in (row.name, row.short, row.champion, *holders) if name]
    waiting = (one for one in raised if not one.answer)
    return tuple(one for one in waiting if any(name in one.to_whom.casefold() for name in names))


def _tier_sheet(words: Wording, tier: Tier, steps: Sequence[StepRow], raised: Sequence[RaisedRow]) -> Sheet:
    return Sheet(
        name=term(words, tier),
        duties="",
        steps=tuple(step for step in steps if step.tier is tier and step.state is not StepState.DROPPED),
        raised=tuple(row for row in raised if row.tier is tier and not row.answer),
    )


def _blocks(
    options: ReportOptions, name: str, whose: str, sheets: Sequence[Sheet], coming: MeetingRow | None
) -> Iterator[Block]:
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
        yield _what_helps(words)
    for number, sheet in enumerate(sheets):
        if number:
            yield PageBreak()
        yield from _sheet(options, sheet, coming, alone=len(sheets) == 1)
        yield _what_helps(words)


def _what_helps(words: Wording) -> Para:
    """The foot of every sheet: what to do where something is in the way."""
    _ = words.gettext
    told = (
        _("Say so early. A step that is stuck is worth as much at the table as one that is done."),
        _("Note what shows that a step is done: a paper, a count, a date."),
        _("If somebody else should own a step, name the person and ask them first."),
    )
    return Para((Run(_("If something is in the way:") + " ", bold=True), Run(" ".join(told))), style="small")


def _sheet(
    options: ReportOptions, sheet: Sheet, coming: MeetingRow | None, *, alone: bool
) -> Iterator[Block]:
    words = options.words
    _ = words.gettext
    yield Heading(1, _("Next steps") if alone else sheet.name)
    yield Para(_main_message(words, sheet, options.today), style="lead")
    if coming is not None:
        when = ", ".join(part for part in (day_words(words, coming.day), coming.starts, coming.place) if part)
        yield Para(_("We meet next: {meeting}.").format(meeting=when))
    yield _steps(options, sheet)
    if sheet.raised:
        yield msgspec.structs.replace(raised_table(words, sheet.raised), caption=_("Questions to answer"))
    if sheet.others:
        caption = _("What others promised that reaches into this field")
        yield first_steps_table(words, sheet.others, options.today, caption)
    if sheet.duties:
        yield Para((Run(_("What it does here:") + " ", bold=True), Run(sheet.duties)))
    if sheet.agreements:
        told = "; ".join(_agreement(words, one, options.today) for one in sheet.agreements)
        yield Para((Run(_("Agreements it is part of:") + " ", bold=True), Run(told)))


def _main_message(words: Wording, sheet: Sheet, today: date) -> str:
    """How many steps are open, overdue and done, when the next one is due, and how many questions wait."""
    _, ngettext = words.gettext, words.ngettext
    still_open = [step for step in sheet.steps if step.is_open]
    told = [
        ngettext("{n} next step is open.", "{n} next steps are open.", len(still_open)).format(
            n=len(still_open)
        )
        if still_open
        else _("No next step is open.")
    ]
    late = sum(step.is_overdue(today) for step in still_open)
    if late:
        told.append(ngettext("{n} of them is overdue.", "{n} of them are overdue.", late).format(n=late))
    coming = [step.due for step in still_open if step.due is not None and step.due >= today]
    if coming:
        told.append(_("The next one is due on {day}.").format(day=day_words(words, min(coming))))
    done = sum(step.state is StepState.DONE for step in sheet.steps)
    if done:
        told.append(ngettext("{n} is done: thank you.", "{n} are done: thank you.", done).format(n=done))
    waiting = len(sheet.raised)
    if waiting:
        line = ngettext("{n} question waits for an answer.", "{n} questions wait for an answer.", waiting)
        told.append(line.format(n=waiting))
    return " ".join(told)


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
    told += [Run("\n" + line) for line in why_lines(words, step)]
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


def _agreement(words: Wording, one: AgreementRow, today: date) -> str:
    """An agreement in a line: what it is, and when it is to be looked at again."""
    _ = words.gettext
    told = [] if one.signed_on is not None else [_("not signed yet")]
    if one.review_on is not None:
        day = short_day(words, one.review_on)
        line = _("review was due on {day}") if one.review_on < today else _("review by {day}")
        told.append(line.format(day=day))
    return f"{one.title} ({', '.join(told)})" if told else one.title

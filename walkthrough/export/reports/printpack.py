# SPDX-License-Identifier: MIT
"""What is printed before a meeting: sign-in sheet, worksheets, a blank map, the four questions, ballots.

The sign-in sheet has agencies filled in and names left blank: who came writes them. Nothing here is private.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from walkthrough import paths
from walkthrough.export.both_languages import BothLanguages
from walkthrough.export.calendar import day_words
from walkthrough.export.document import (
    Block,
    Bullets,
    Column,
    Document,
    Heading,
    KeepTogether,
    PageBreak,
    Para,
    Table,
    Title,
)
from walkthrough.export.reports.ballots import ballots, blank_sheet
from walkthrough.export.reports.minutes import meeting_title
from walkthrough.export.reports.options import ReportOptions, name_of, report_document
from walkthrough.export.reports.questionnaire import blank_sheet as questions_sheet
from walkthrough.export.reports.questionnaire import sheets_to_print
from walkthrough.model.errors import Refused
from walkthrough.model.queries import overview
from walkthrough.model.queries.minutes import meeting_to_come
from walkthrough.model.queries.printpack import PrintPack, WorksheetRow, print_pack
from walkthrough.model.queries.questionnaires import questionnaire
from walkthrough.model.snapshot import Read
from walkthrough.model.words import Role
from walkthrough.wording import Wording

_WRITING, _SIGNING = 28.0, 26.0
"""Points of height that a handwritten line needs, and a name: eighteen of them stand on the first page."""
_SPARE_LINES = 6
_ACROSS = 5
"""Stations side by side on the blank map."""


def printpack_document(read: Read, options: ReportOptions) -> Document:
    """The print pack as a neutral document; of a workbook without a meeting, that there is none."""
    words = options.words
    _ = words.gettext
    head = read(overview.head)
    name = name_of(words, head.name if head else None)
    if options.questionnaire_id:
        return _one_sheet(read, options, name)
    meeting = read(meeting_to_come, options.meeting_id, options.today)
    content = paths.resources() / "content"
    blocks = (
        _nothing(words, name) if meeting is None else _blocks(words, name, read(print_pack, meeting, content))
    )
    return report_document(
        options,
        (*blocks, *sheets_to_print(read, words)),
        title=_("Print pack of {name}").format(name=name),
        subject=_("Sign-in sheet, worksheets, blank map, the four questions and ballots"),
        author=name,
    )


def _one_sheet(read: Read, options: ReportOptions, name: str) -> Document:
    """The blank sheet of one questionnaire, to be copied for everybody who is asked.

    Raises:
        Refused: gone, for a questionnaire that is not there.
    """
    row = read(questionnaire, options.questionnaire_id)
    if row is None:
        raise Refused("gone", table="questionnaire")
    subject = options.words.gettext("Questionnaire to mark on paper")
    blocks = questions_sheet(options.words, row)
    return report_document(options, blocks, title=row.name, subject=subject, author=name)


def _nothing(words: Wording, name: str) -> Iterator[Block]:
    _ = words.gettext
    yield Title(_("Print pack"), above=name)
    yield Para(_("No meeting is planned yet."))
    yield Heading(1, _("Sign-in sheet"))
    yield Heading(2, _("Who is here"))
    yield _sign_in(words, ())
    yield PageBreak()
    yield from blank_sheet(BothLanguages.beside(words))


def _blocks(words: Wording, name: str, pack: PrintPack) -> Iterator[Block]:
    _ = words.gettext
    both = BothLanguages.beside(words)
    meeting = pack.meeting
    where = " · ".join(
        part for part in (day_words(words, meeting.day), meeting.starts, meeting.place) if part
    )
    yield Title(_("Who is here"), above=f"{name} · {meeting_title(words, meeting)}", below=where)
    yield Heading(1, _("Sign-in sheet"))
    yield Para(
        _("Please write your name and your role. Families and young people may sign with a first name only."),
        style="small",
    )
    yield _sign_in(words, _agencies(words, pack))
    for station in pack.stations:
        yield PageBreak()
        yield from _worksheet(words, station)
    if pack.stations and pack.lanes:
        yield PageBreak()
        yield from _blank_map(words, pack)
    yield PageBreak()
    yield from blank_sheet(both)
    yield PageBreak()
    yield from ballots(both, pack.ballot, people=len(pack.invited))
    if pack.ballot.dimensions:  # a box may also ask the one question alone: then only this sheet matches
        yield PageBreak()
        yield from ballots(both, pack.ballot.of_the_whole(), people=len(pack.invited), is_one_of_two=True)


def _agencies(words: Wording, pack: PrintPack) -> tuple[str, ...]:
    lived = words.gettext("Families and lived experience")
    return tuple(lived if row.role is Role.LIVED_EXPERIENCE else row.partner for row in pack.invited)


def _sign_in(words: Wording, agencies: Sequence[str]) -> Table:
    _ = words.gettext
    return Table(
        caption="",
        columns=(
            Column(_("Agency"), 2.4),  # most agencies in one line
            Column(_("Name"), 2.3),
            Column(_("Role"), 1.3),
            Column(_("In"), 0.6),
        ),
        rows=tuple((agency, "", "", "") for agency in (*agencies, *[""] * _SPARE_LINES)),
        row_heads=None,
        zebra=False,
        row_height=_SIGNING,
        grid=True,
    )


def _worksheet(words: Wording, station: WorksheetRow) -> Iterator[Block]:
    _, ngettext = words.gettext, words.ngettext
    yield Heading(1, station.name)
    minutes = ngettext("{n} minute", "{n} minutes", station.minutes).format(n=station.minutes)
    told = _("Hand-off, {minutes}") if station.is_handoff else _("Station, {minutes}")
    yield Para(told.format(minutes=minutes), style="small")
    if station.family_line:
        yield Para(_("Made-up family: {line}").format(line=station.family_line), style="callout")
    if station.prompts:
        yield Bullets(station.prompts, numbered=True)
    for caption, lines in ((_("What works"), 4), (_("What gets in the way"), 7)):
        yield Table(
            caption=caption,
            columns=(Column(_("What"), 4.4), Column(_("Where"), 1.4)),
            rows=(("", ""),) * lines,
            row_heads=None,
            zebra=False,
            row_height=_WRITING,
            grid=True,
        )
    yield Para(_("No client names. About how the system works, not about who is to blame."), style="small")


def _blank_map(words: Wording, pack: PrintPack) -> Iterator[Block]:
    _ = words.gettext
    yield Heading(1, _("Blank map"))
    yield Para(_("Stations across, lanes down: one mark for each thing that works or gets in the way."))
    for first in range(0, len(pack.stations), _ACROSS):
        part = pack.stations[first : first + _ACROSS]
        table = Table(
            caption=_("Map: {first} to {last}").format(first=part[0].short, last=part[-1].short),
            columns=(Column(_("Lane"), 1.4), *(Column(station.short, 1.2) for station in part)),
            rows=tuple((lane, *[""] * len(part)) for lane in pack.lanes),
            zebra=False,
            row_height=_WRITING * 1.4,
            grid=True,
        )
        yield KeepTogether((table,))

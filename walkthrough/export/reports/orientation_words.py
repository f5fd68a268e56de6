# SPDX-License-Identifier: MIT
"""The route, our words and what happens to notes, for somebody who has never walked with us."""

from __future__ import annotations

from collections.abc import Iterator

from walkthrough.export.document import Block, Bullets, Column, Heading, Para, Rich, Run, Table
from walkthrough.export.reports.steps import in_short
from walkthrough.export.terms import unless_held
from walkthrough.model.content import Shelf
from walkthrough.model.content.shapes import Term
from walkthrough.model.queries import report
from walkthrough.model.queries.overview import Head
from walkthrough.model.queries.report import FindingLine
from walkthrough.model.rules.counts import DEFAULT_THRESHOLD
from walkthrough.model.snapshot import Read
from walkthrough.model.words import Kind
from walkthrough.wording import Wording

OUR_WORDS = (
    *("tier", "seat", "station", "lane", "hand-off", "warm-hand-off", "barrier", "effective-practice"),
    *("parked-topic", "raised", "next-step", "evidence", "indicator", "agreement", "lived-experience"),
)
"""The words of the glossary that a newcomer meets first, by id, in the order in which one meets them."""
DIFFERENT_WORDS = ("client", "confidential", "engaged", "success")
"""Those by which the systems mean different things, as far as they come up in every meeting."""
LONGEST = 400
"""Letters of a finding, a goal or a next step that a newcomer is shown; the rest is in the other reports."""
_MOST_BARRIERS = 4
_MOST_PRACTICES = 2


def route_blocks(words: Wording, read: Read) -> Iterator[Block]:
    """The stations in plain words, with how much was found at each, and what weighs most."""
    _ = words.gettext
    yield Heading(1, _("The route we walk"))
    walk = read(report.walk_report)
    if walk is None:
        yield Para(_("No route has been walked yet."))
        return
    told = _(
        "We walk the path of a made-up family through the systems, station by station. At each one we say "
        "what works and what gets in the way. Our route: {name}."
    )
    yield Para(told.format(name=walk.name))
    yield Table(
        caption=_("The stations"),
        columns=(Column(_("Station"), 1.5), Column(_("What should happen there"), 4)),
        rows=tuple((station.name, station.summary) for station in walk.stations),
    )
    barriers = read(report.top_findings, Kind.BARRIER, _MOST_BARRIERS)
    practices = read(report.top_findings, Kind.PRACTICE, _MOST_PRACTICES)
    if barriers:
        yield Heading(2, _("What gets in the way most"))
        yield Bullets(tuple(_finding(words, row) for row in barriers))
    if practices:
        yield Heading(2, _("What works and should spread"))
        yield Bullets(tuple(_finding(words, row) for row in practices))


def _finding(words: Wording, row: FindingLine) -> Rich:
    where = f" ({row.station})" if row.station else ""
    return (
        Run(f"#{row.number} ", bold=True),
        Run(in_short(unless_held(words, row.text, row.held), LONGEST)),
        Run(where, italic=True),
    )


# Our words -----------------------------------------------------------------------------------------------


def word_blocks(words: Wording, shelf: Shelf) -> Iterator[Block]:
    """The words we use, then those by which the systems mean different things."""
    _ = words.gettext
    lang, sector_lang = (other_language(words, shelf, file) for file in ("glossary.toml", "lists.toml"))
    terms = {one.id: one for one in shelf.glossary}
    sectors = {one.id: one.name for one in shelf.sectors}
    yield Heading(1, _("Our words"))
    yield Bullets(
        tuple(_meaning(terms[code], lang, sectors, sector_lang) for code in OUR_WORDS if code in terms)
    )
    yield Heading(2, _("Words that mean different things to us"))
    yield Para(_("If one of these comes up, ask: what do you mean by it?"))
    yield Bullets(
        tuple(_meaning(terms[code], lang, sectors, sector_lang) for code in DIFFERENT_WORDS if code in terms)
    )


def _meaning(one: Term, lang: str, sectors: dict[str, str], sector_lang: str) -> Rich:
    """A word, what it means, and what it means to whom."""
    told = [Run(f"{one.word}: ", bold=True, lang=lang), Run(one.meaning, lang=lang)]
    for view in one.views:
        told.append(Run(f" {sectors.get(view.sector, view.sector)}: ", italic=True, lang=sector_lang))
        told.append(Run(view.says, lang=lang))
    return tuple(told)


def other_language(words: Wording, shelf: Shelf, file: str) -> str:
    """The language a content file is in, where that is not the report's; else ""."""
    language = shelf.language_of(file)
    return "" if language == words.language else language


# Notes and privacy ---------------------------------------------------------------------------------------


def note_blocks(words: Wording, head: Head | None) -> Iterator[Block]:
    """What is written down, who sees it, and what is never written."""
    _ = words.gettext
    most = (head.hide_counts_below if head else DEFAULT_THRESHOLD) - 1
    yield Heading(1, _("Notes and privacy"))
    yield Bullets(
        (
            _("We write about systems, never about clients. The family we walk with is made up."),
            _("What we write down in a meeting is on the wall. Say so if it is wrong."),
            _("Names and contacts of members are on paper only, never on the wall."),
            _("Words that may point to a person are put on hold: off wall and paper until we decide."),
            _("Nobody can see who gave which rating. Of fewer than five ballots only the number is kept."),
            _("Counts of families from 1 to {most} are not shown.").format(most=most),
            _("The notes are kept on one computer, without the internet. Reports like this are passed on."),
        )
    )

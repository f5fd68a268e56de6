# SPDX-License-Identifier: MIT
"""Who is at the table and how it decides, for somebody new: partners, tiers and seats, ground rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from walkthrough.export.calendar import day_words
from walkthrough.export.document import Block, Bullets, Column, Heading, Para, Rich, Run, Table, linked
from walkthrough.export.reports.options import ReportOptions
from walkthrough.export.reports.orientation_words import LONGEST, other_language
from walkthrough.export.reports.steps import in_short
from walkthrough.export.terms import term
from walkthrough.model.content import Shelf
from walkthrough.model.queries import meetings, partners, plan
from walkthrough.model.queries.meetings import MeetingRow
from walkthrough.model.queries.partners import SeatRow
from walkthrough.model.snapshot import Read
from walkthrough.model.words import MeetingState, Seated, Tier
from walkthrough.wording import Wording

_MOST_RULES = 4


def partner_blocks(words: Wording, read: Read, shelf: Shelf) -> Iterator[Block]:
    """The partners with what they bring, then the tiers with who sits there and which chairs are empty."""
    _ = words.gettext
    yield Heading(1, _("Who is at the table"))
    rows = [row for row in read(partners.partners) if not row.has_left]
    yield Table(
        caption=_("Partners"),
        columns=(Column(_("Partner"), 2), Column(_("What it brings"), 3.2), Column(_("Contact"), 1.8)),
        rows=tuple((row.name, in_short(row.brings, LONGEST), linked(row.contact) or "") for row in rows),
        empty=_("No partner has been written down yet."),
    )
    champions = [f"{row.champion} ({row.short or row.name})" for row in rows if row.champion]
    if champions:
        told = _("They speak up for this work, and will gladly talk with you: {people}.")
        yield Para(told.format(people=", ".join(champions)))
    shorts = {row.id: row.short or row.name for row in rows}
    yield _tiers(words, read(partners.seats), shelf, shorts)


def _tiers(words: Wording, seats: Sequence[SeatRow], shelf: Shelf, shorts: dict[str, str]) -> Table:
    _ = words.gettext
    about = {one.id: one.about for one in shelf.tiers}
    chairs = {one.id: one.name for one in shelf.sectors} | shorts
    lang = other_language(words, shelf, "lists.toml")
    return Table(
        caption=_("The three tiers, and their seats"),
        columns=(Column(_("Tier"), 1), Column(_("Who belongs there"), 1.8), Column(_("Who sits there"), 3.6)),
        rows=tuple(
            (
                term(words, tier),
                (Run(about[tier], lang=lang),),
                _sitting(words, [seat for seat in seats if seat.tier is tier], chairs),
            )
            for tier in Tier
        ),
    )


def _sitting(words: Wording, seats: Sequence[SeatRow], chairs: dict[str, str]) -> Rich:
    """Everybody who sits in a tier, then the chairs that wait for somebody; `chairs` has a short name for
    each partner and each sector, by its key.
    """
    _ = words.gettext
    filled = [_holder(seat, chairs) for seat in seats if seat.state is Seated.FILLED]
    waiting = [
        _("{seat} (invited)").format(seat=_chair(seat, chairs))
        if seat.state is Seated.INVITED
        else _chair(seat, chairs)
        for seat in seats
        if seat.state is not Seated.FILLED
    ]
    told = [Run("\n".join(filled) or _("Nobody yet"))]
    if waiting:
        told.append(Run("\n" + _("Empty chairs: {seats}").format(seats="; ".join(waiting)), italic=True))
    return tuple(told)


def _holder(seat: SeatRow, chairs: dict[str, str]) -> str:
    person = ", ".join(part for part in (seat.holder, seat.job) if part)
    return f"{person} ({_chair(seat, chairs)})" if person else _chair(seat, chairs)


def _chair(seat: SeatRow, chairs: dict[str, str]) -> str:
    return chairs.get(seat.partner_id or seat.sector, seat.partner or seat.sector)


# How we meet and decide ----------------------------------------------------------------------------------


def meet_blocks(options: ReportOptions, read: Read, shelf: Shelf) -> Iterator[Block]:
    """How often we have met, how a meeting goes, the ground rules, how we decide and what we raise."""
    words = options.words
    _ = words.gettext
    yield Heading(1, _("How we meet and decide"))
    held = [
        row for row in read(meetings.meetings) if row.state is MeetingState.CLOSED or row.day < options.today
    ]
    yield Para(_met(words, held))
    yield Para(
        _(
            "A meeting begins with last time's promises. Then we walk some stations, choose what matters "
            "most, and end with next steps: what, who and by when."
        )
    )
    lang = other_language(words, shelf, "meetings.toml")
    yield Heading(2, _("Our ground rules"))
    yield Bullets(tuple((Run(rule.text, lang=lang),) for rule in shelf.ground_rules))
    yield Heading(2, _("How we decide"))
    yield Bullets(tuple(_deciding(words, read)))


def _met(words: Wording, held: Sequence[MeetingRow]) -> str:
    _ = words.gettext
    if not held:
        return _("We have not met yet.")
    told = words.ngettext("We have met {n} time.", "We have met {n} times.", len(held)).format(n=len(held))
    newest = _("The last time was on {day}: {what}.").format(
        day=day_words(words, held[0].day), what=in_short(held[0].title or term(words, held[0].kind), LONGEST)
    )
    return f"{told} {newest}"


def _deciding(words: Wording, read: Read) -> Iterator[str]:
    _ = words.gettext
    rules = dict.fromkeys(row.rule for row in read(meetings.decisions) if row.rule and not row.held)
    if rules:
        named = "; ".join(list(rules)[-_MOST_RULES:])
        yield _("We note with each decision by which rule it was made. So far: {rules}.").format(rules=named)
    else:
        yield _("We note with each decision by which rule it was made.")
    yield _(
        "Fist to five: three fingers or more from all and we go. One or two, and we hear the concern first."
    )
    yield _("What the table cannot decide is raised to a tier, with a day for the answer. It is told back.")
    waiting = sum(not row.answer for row in read(plan.raised_questions))
    if waiting:
        told = words.ngettext(
            "{n} question waits for an answer now.", "{n} questions wait for an answer now.", waiting
        )
        yield told.format(n=waiting)

# SPDX-License-Identifier: MIT
"""Partners, seats, agreements, meetings, decisions and parked topics in the full report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from walkthrough.export.calendar import short_day
from walkthrough.export.document import Block, Column, Heading, Para, Table, linked
from walkthrough.export.terms import term, unless_held
from walkthrough.model.content import Shelf
from walkthrough.model.queries import meetings, minutes, partners
from walkthrough.model.queries.meetings import DecisionRow, ParkedRow
from walkthrough.model.queries.partners import AgreementRow, SeatRow
from walkthrough.model.snapshot import Read
from walkthrough.model.words import Seated, Tier
from walkthrough.wording import Wording


def partner_blocks(words: Wording, read: Read, shelf: Shelf) -> Iterator[Block]:
    """Who is at the table, in which seats, bound by which agreements."""
    _ = words.gettext
    yield Heading(1, _("Partners"))
    rows = read(partners.partners)
    here = [row for row in rows if not row.has_left]
    yield Table(
        caption=_("Who is at the table"),
        columns=(
            Column(_("Partner"), 2),
            Column(_("What it brings"), 2.2),
            Column(_("What it does here"), 2.2),
            Column(_("Contact"), 1.8),
        ),
        rows=tuple((row.name, row.brings, row.duties, linked(row.contact) or "") for row in here),
        empty=_("No partner has been written down yet."),
    )
    champions = [f"{row.champion} ({row.short or row.name})" for row in here if row.champion]
    if champions:
        yield Para(_("Champions: {people}.").format(people=", ".join(champions)))
    seats = read(partners.seats)
    if seats:
        yield _seats(words, seats, {one.id: one.name for one in shelf.sectors})
    written = read(partners.agreements)
    if written:
        yield agreements_table(words, written)


def _seats(words: Wording, seats: tuple[SeatRow, ...], sectors: dict[str, str]) -> Table:
    """The grid of seats: a line for each partner or sector, a column for each tier, empty chairs in words."""
    _ = words.gettext
    cells: dict[str, dict[Tier, list[str]]] = {}
    for seat in sorted(seats, key=lambda seat: seat.partner_id is None):
        chair = seat.partner or sectors.get(seat.sector, seat.sector)
        cells.setdefault(chair, {}).setdefault(seat.tier, []).append(_seated(words, seat))
    return Table(
        caption=_("Seats by tier"),
        columns=(Column(_("Seat"), 2), *(Column(term(words, tier), 1.8) for tier in Tier)),
        rows=tuple(
            (chair, *("\n".join(by_tier.get(tier, ("–",))) for tier in Tier))
            for chair, by_tier in cells.items()
        ),
    )


def _seated(words: Wording, seat: SeatRow) -> str:
    """Who holds a seat; of an empty one how it stands."""
    person = ", ".join(part for part in (seat.holder, seat.job) if part)
    return person if person and seat.state is Seated.FILLED else term(words, seat.state)


def agreements_table(words: Wording, written: tuple[AgreementRow, ...]) -> Table:
    """What has been signed, what it covers, by whom, and when it is to be looked at again."""
    _ = words.gettext
    return Table(
        caption=_("Written agreements"),
        columns=(
            Column(_("Agreement"), 2),
            Column(_("What it covers"), 2.2),
            Column(_("Partners"), 2.2),
            Column(_("Review by"), 1),
        ),
        rows=tuple(
            (
                row.title,
                _covers(words, row),
                ", ".join(name for _key, name in row.partners),
                short_day(words, row.review_on),
            )
            for row in written
        ),
    )


def _covers(words: Wording, row: AgreementRow) -> str:
    """The kind of an agreement, whether it still waits for signatures, and what it covers."""
    _ = words.gettext
    kind = term(words, row.kind)
    told = kind if row.signed_on is not None else _("{kind}, not signed yet").format(kind=kind)
    return f"{told}\n{row.covers}".rstrip()


def meeting_blocks(words: Wording, read: Read) -> Iterator[Block]:
    """When we met, what was decided, what is parked."""
    _ = words.gettext
    yield Heading(1, _("Meetings, decisions, parked topics"))
    came = read(minutes.came_to_meetings)
    yield Table(
        caption=_("Meetings"),
        columns=(
            Column(_("Day"), 1.2),
            Column(_("What for"), 3),
            Column(_("Place"), 1.8),
            Column(_("People"), 0.7, "end"),
        ),
        rows=tuple(
            (
                short_day(words, row.day),
                row.title or term(words, row.kind),
                row.place,
                str(came.get(row.id, "–")),
            )
            for row in read(meetings.meetings)
        ),
        empty=_("No meeting yet."),
    )
    yield decisions_table(words, read(meetings.decisions))
    yield parked_table(words, read(meetings.parked_topics))


def decisions_table(words: Wording, rows: Sequence[DecisionRow], caption: str | None = None) -> Table:
    """What was settled, by which rule; the caption is "" under a heading that says the same."""
    _ = words.gettext
    return Table(
        caption=_("Decisions") if caption is None else caption,
        columns=(
            Column(_("No."), 0.6),
            Column(_("Decision"), 3.4),
            Column(_("By which rule"), 1.6),
            Column(_("Day"), 1.1),
        ),
        rows=tuple(
            (
                f"#{row.number}",
                unless_held(words, row.text, row.held),
                unless_held(words, row.rule, row.held) if row.rule else _("No rule noted"),
                short_day(words, row.decided_on),
            )
            for row in rows
        ),
        empty=_("No decision yet."),
    )


def parked_table(words: Wording, rows: Sequence[ParkedRow], caption: str | None = None) -> Table:
    """What was set aside, and what became of it; the caption is "" under a heading that says the same."""
    _ = words.gettext
    return Table(
        caption=_("Parked topics") if caption is None else caption,
        columns=(
            Column(_("No."), 0.6),
            Column(_("Topic"), 3.4),
            Column(_("How it stands"), 1.2),
            Column(_("Outcome"), 2),
        ),
        rows=tuple(
            (
                f"#{row.number}",
                unless_held(words, row.text, row.held),
                term(words, row.state),
                unless_held(words, row.outcome, row.held) if row.outcome else "",
            )
            for row in rows
        ),
        empty=_("No topic is parked."),
    )

# SPDX-License-Identifier: MIT
"""Partners, seats and agreements in words; and rows of them as cells.

`safe` says that the room may be looking: what is for paper stays out. It must not know a widget beyond the
cells it fills.
"""

from __future__ import annotations

from datetime import date

from walkthrough.export.calendar import short_day
from walkthrough.model.queries.partners import AgreementRow, PartnerRow
from walkthrough.model.rules.seating import Lack, Missing
from walkthrough.model.words import Seated, Tier
from walkthrough.ui.screens.partners.reading import PartnersReading
from walkthrough.ui.widgets.group_list import GroupCells
from walkthrough.ui.wording_ui import word
from walkthrough.wording import N_, _, current, ngettext

FOR_PAPER = N_("For paper; never on the wall.")
FOR_YOU = N_("For you alone: never on the wall, never on paper.")
SIGNS = {
    Seated.FILLED: ("good", "good"),
    Seated.VACANT: ("warn", "empty_seat"),
    Seated.INVITED: ("note", "right"),
    Seated.LEFT: ("bad", "close"),
}
"""How a state of a seat looks: tone and sign. The word always stands with them."""


def day_text(day: date | None) -> str:
    """Return a day in short words."""
    return short_day(current(), day)


def count_words(state: Seated, n: int) -> str:
    """Return so many seats in a state, such as "2 filled"."""
    match state:
        case Seated.FILLED:
            return ngettext("{n} filled", "{n} filled", n).format(n=n)
        case Seated.VACANT:
            return ngettext("{n} vacant", "{n} vacant", n).format(n=n)
        case Seated.INVITED:
            return ngettext("{n} invited", "{n} invited", n).format(n=n)
        case Seated.LEFT:
            return ngettext("{n} left", "{n} left", n).format(n=n)


def cell_words(reading: PartnersReading, sector: str, tier: Tier) -> str:
    """Return how the seats of a cell stand, in one line."""
    told = [count_words(state, n) for state, n in reading.standing(sector, tier).items()]
    return ", ".join(told) if told else _("no seat")


def cell_spoken(reading: PartnersReading, sector: str, tier: Tier) -> str:
    """Return the whole of a cell: whose, in which tier, how it stands."""
    return _("{sector}, {tier}: {seats}").format(
        sector=reading.sector_name(sector), tier=word(tier).lower(), seats=cell_words(reading, sector, tier)
    )


def missing_words(reading: PartnersReading, missing: Missing) -> str:
    """Return who is missing where."""
    sector, tier = reading.sector_name(missing.sector), word(missing.tier).lower() if missing.tier else ""
    match missing.lack:
        case Lack.FAMILY_VOICE:
            return _("Nobody with lived experience in {tier}").format(tier=tier)
        case Lack.SECTOR:
            return _("Nobody from {sector}").format(sector=sector)
        case Lack.SEAT:
            seat = reading.seat(missing.seat_id)
            who = seat.partner if seat is not None and seat.partner else sector
            if seat is not None and seat.state is Seated.LEFT:
                return _("{who} left its seat in {tier}").format(who=who, tier=tier)
            return _("{who} has an empty seat in {tier}").format(who=who, tier=tier)


def invitation_words(reading: PartnersReading, missing: Missing) -> str:
    """Return the next step that would bring somebody in."""
    sector, tier = reading.sector_name(missing.sector), word(missing.tier).lower() if missing.tier else ""
    match missing.lack:
        case Lack.FAMILY_VOICE:
            return _("Invite parents or young people with lived experience to sit in {tier}").format(
                tier=tier
            )
        case Lack.SECTOR:
            return _("Invite a partner from: {sector}").format(sector=sector)
        case Lack.SEAT:
            seat = reading.seat(missing.seat_id)
            if seat is not None and seat.partner:
                return _("Invite {partner} to fill its seat in {tier}").format(
                    partner=seat.partner, tier=tier
                )
            return _("Invite somebody to the seat in {tier} for: {sector}").format(tier=tier, sector=sector)


def missing_cells(reading: PartnersReading, missing: Missing) -> GroupCells:
    """Return somebody missing as a row, and whether the plan says so already."""
    step = reading.step_saying(invitation_words(reading, missing))
    planned = (("good", _("In the plan: #{number}").format(number=step.number)),) if step else ()
    return GroupCells(
        id=missing.key, text=missing_words(reading, missing), marks=planned, is_soft=step is not None
    )


def partner_cells(reading: PartnersReading, row: PartnerRow) -> GroupCells:
    """Return a partner as a row: its sector and where it sits."""
    seats = [seat for seat in reading.seats if seat.partner_id == row.id]
    told = [
        _("{tier}: {state}").format(tier=word(seat.tier), state=word(seat.state).lower())
        for tier in Tier
        for seat in seats
        if seat.tier is tier
    ]
    facts = (reading.sector_name(row.sector), *(told or [_("no seat yet")]))
    return GroupCells(
        id=row.id,
        text=row.name,
        detail=" · ".join(facts),
        marks=(("quiet", _("Has left")),) if row.has_left else (),
        is_soft=row.has_left,
    )


def is_overdue(row: AgreementRow, today: date) -> bool:
    """Tell whether an agreement should have been looked at again by now."""
    return row.review_on is not None and row.review_on < today


def agreement_cells(row: AgreementRow, today: date, safe: bool) -> GroupCells:
    """Return an agreement as a row; the wall sees its kind only."""
    if safe:
        return GroupCells(id=row.id, text=word(row.kind), detail=_("The rest is for paper."))
    signed = _("signed {day}").format(day=day_text(row.signed_on)) if row.signed_on else _("not signed yet")
    review = _("review by {day}").format(day=day_text(row.review_on)) if row.review_on else ""
    parties = ", ".join(name for _key, name in row.partners) or _("no parties named yet")
    marks = []
    if is_overdue(row, today):
        marks.append(("bad", _("Review overdue")))
    marks.append(("good", _("Signed")) if row.signed_on else ("warn", _("Not signed")))
    detail = " · ".join(part for part in (word(row.kind), signed, review, parties) if part)
    return GroupCells(id=row.id, text=row.title, detail=detail, marks=tuple(marks))


def head_words(reading: PartnersReading) -> str:
    """Return how many partners there are and how many seats stand empty."""
    if reading.is_blank:
        return ""
    n = sum(not row.has_left for row in reading.partners)
    empty = sum(row.state in (Seated.VACANT, Seated.LEFT) for row in reading.seats)
    told = ngettext("{n} empty seat", "{n} empty seats", empty).format(n=empty)
    return _("{partners} · {empty}").format(
        partners=ngettext("{n} partner", "{n} partners", n).format(n=n),
        empty=told if reading.seats else _("No seats set yet"),
    )

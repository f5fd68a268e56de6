# SPDX-License-Identifier: MIT
"""Partners, seats and written agreements as sheets. Nothing that only the presenter may know, no ranking."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from walkthrough.export.tables.table import Field, Sheet, choice, day, sheet, text, yes_no
from walkthrough.model.queries.partners import AgreementRow, PartnerRow, SeatRow
from walkthrough.model.words import AgreementKind, Seated, Tier
from walkthrough.wording import N_, Wording

_AGREEMENTS = (
    text("title", N_("Agreement"), N_("What the agreement is called."), 44),
    choice("kind", N_("Kind"), N_("What kind of agreement it is."), AgreementKind, 26),
    text("partners", N_("Partners"), N_("Who signed it."), 44),
    text("covers", N_("Covers"), N_("What it is about."), 40),
    day("signed_on", N_("Signed on"), N_("The day it was signed.")),
    day("review_on", N_("Review by"), N_("The day by which to look at it again.")),
)


def _sector(sectors: Mapping[str, str]) -> Field:
    return choice("sector", N_("Sector"), N_("The field that it works in."), sectors, 28)


def partners_sheet(words: Wording, rows: Iterable[PartnerRow], sectors: Mapping[str, str]) -> Sheet:
    """Every partner, those that left last; `sectors` are names by code, in the language of the sheet."""
    fields = (
        text("name", N_("Partner"), N_("The agency or group."), 36),
        text("short", N_("Short name"), N_("What it is called in tables."), 18),
        _sector(sectors),
        text("brings", N_("What it brings"), N_("What it can give to families."), 40),
        text("duties", N_("What it does here"), N_("What it has taken on."), 40),
        text("contact", N_("Contact"), N_("How to reach it."), 30),
        text("champion", N_("Champion"), N_("Who speaks up for this work there."), 22),
        yes_no("has_left", N_("Has left"), N_("True: it is no longer part of this.")),
    )
    lines = (
        (row.name, row.short, row.sector, row.brings, row.duties, row.contact, row.champion, row.has_left)
        for row in rows
    )
    return sheet(words, "partners", N_("Partners"), N_("Who is at the table."), fields, lines)


def seats_sheet(words: Wording, rows: Iterable[SeatRow], sectors: Mapping[str, str]) -> Sheet:
    """Every seat; one without a partner is the sector's own chair."""
    fields = (
        text("partner", N_("Partner"), N_("Whose seat it is; empty: the chair of its sector."), 36),
        _sector(sectors),
        choice("tier", N_("Tier"), N_("In which tier it is."), Tier, 14),
        choice("state", N_("Status"), N_("Whether somebody sits there."), Seated),
        text("holder", N_("Held by"), N_("Who sits there."), 24),
        text("job", N_("Job"), N_("What this person does at work."), 26),
        day("since", N_("Since"), N_("Since which day.")),
    )
    lines = (
        (row.partner, row.sector, row.tier.value, row.state.value, row.holder, row.job, row.since)
        for row in rows
    )
    return sheet(
        words, "seats", N_("Seats"), N_("Who sits in which tier, and who is missing."), fields, lines
    )


def agreements_sheet(words: Wording, rows: Iterable[AgreementRow]) -> Sheet:
    """Written agreements, those to be looked at first at the top."""
    lines = (
        (
            row.title,
            row.kind.value,
            "; ".join(name for _key, name in row.partners),
            row.covers,
            row.signed_on,
            row.review_on,
        )
        for row in rows
    )
    about = N_("What partners have signed, and when to look at it again.")
    return sheet(words, "agreements", N_("Agreements"), about, _AGREEMENTS, lines)

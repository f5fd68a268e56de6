# SPDX-License-Identifier: MIT
"""Partners, seats by sector and tier, and written agreements, as frozen rows."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

import msgspec
from sqlalchemy import Connection, select

from walkthrough.model.queries.rows import frozen
from walkthrough.model.schema import AgreementPartner, Partner, Seat, WrittenAgreement
from walkthrough.model.words import AgreementKind, Seated, Tier


class PartnerRow(msgspec.Struct, frozen=True, gc=False):
    """A partner. `contact` and `champion` are for paper."""

    id: str
    name: str
    short: str
    sector: str
    brings: str
    duties: str
    contact: str
    champion: str
    has_left: bool


class PartnerNotes(msgspec.Struct, frozen=True, gc=False):
    """What only the presenter may see of a partner."""

    readiness: str
    influence: str
    opposition: str
    private_note: str


class SeatRow(msgspec.Struct, frozen=True, gc=False):
    """A seat. `holder` and `job` are for paper. Without a partner it is the sector's own chair."""

    id: str
    partner_id: str | None
    partner: str
    sector: str
    tier: Tier
    state: Seated
    holder: str
    job: str
    since: date | None


class AgreementRow(msgspec.Struct, frozen=True, gc=False):
    """A written agreement with the names of its parties; all of it is for paper."""

    id: str
    kind: AgreementKind
    title: str
    covers: str
    signed_on: date | None
    review_on: date | None
    partners: tuple[tuple[str, str], ...] = ()


def partners(connection: Connection) -> tuple[PartnerRow, ...]:
    """Every partner, those that left last."""
    rows = connection.execute(
        select(
            Partner.id,
            Partner.name,
            Partner.short,
            Partner.sector,
            Partner.brings,
            Partner.duties,
            Partner.contact,
            Partner.champion,
            Partner.has_left,
        ).order_by(Partner.has_left, Partner.pos)
    )
    return frozen(PartnerRow, rows)


def partner_notes(connection: Connection, key: str) -> PartnerNotes | None:
    """What only the presenter may see of one partner, or None where it is gone."""
    row = connection.execute(
        select(Partner.readiness, Partner.influence, Partner.opposition, Partner.private_note).where(
            Partner.id == key
        )
    ).one_or_none()
    return next(iter(frozen(PartnerNotes, [] if row is None else [row])), None)


def seats(connection: Connection) -> tuple[SeatRow, ...]:
    """Every seat, by partner and tier."""
    rows = connection.execute(
        select(
            Seat.id,
            Seat.partner_id,
            Partner.name,
            Seat.sector,
            Seat.tier,
            Seat.state,
            Seat.holder,
            Seat.job,
            Seat.since,
        )
        .outerjoin(Partner, Partner.id == Seat.partner_id)
        .order_by(Partner.pos, Seat.id)
    )
    return frozen(SeatRow, ((key, partner, name or "", *rest) for key, partner, name, *rest in rows))


def agreements(connection: Connection) -> tuple[AgreementRow, ...]:
    """Written agreements, those to be reviewed first at the top."""
    parties: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    links = select(AgreementPartner.agreement_id, Partner.id, Partner.name).join(
        Partner, Partner.id == AgreementPartner.partner_id
    )
    for agreement, key, name in connection.execute(links.order_by(Partner.pos)):
        parties[agreement].append((key, name))
    rows = connection.execute(
        select(
            WrittenAgreement.id,
            WrittenAgreement.kind,
            WrittenAgreement.title,
            WrittenAgreement.covers,
            WrittenAgreement.signed_on,
            WrittenAgreement.review_on,
        ).order_by(WrittenAgreement.review_on.is_(None), WrittenAgreement.review_on, WrittenAgreement.id)
    )
    return frozen(AgreementRow, ((*row, tuple(parties[row[0]])) for row in rows))

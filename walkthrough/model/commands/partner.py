# SPDX-License-Identifier: MIT
"""Partners, their seats in each tier, and written agreements."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from walkthrough.model.commands.base import Deed, change, end_of, found, said
from walkthrough.model.schema import AgreementPartner, Partner, Seat, WrittenAgreement, new_id
from walkthrough.model.words import AgreementKind, Seated, Tier

PARTNER_COLUMNS = frozenset(
    {
        "name",
        "short",
        "sector",
        "brings",
        "duties",
        "contact",
        "champion",
        "has_left",
        "readiness",
        "influence",
        "opposition",
        "private_note",
    }
)
SEAT_COLUMNS = frozenset({"state", "holder", "job", "since", "private_note"})
AGREEMENT_COLUMNS = frozenset({"kind", "title", "covers", "signed_on", "review_on", "private_note"})


@dataclass(frozen=True)
class AddPartner(Deed):
    """An agency or community body, with its sector."""

    name: str
    sector: str
    values: dict[str, Any] = field(default_factory=dict)
    id: str = field(default_factory=new_id)

    def apply(self, session: Session) -> None:
        """Write it after the others."""
        row = Partner(
            id=self.id,
            name=said(self.name, "name"),
            sector=said(self.sector, "sector"),
            pos=end_of(session, Partner),
        )
        change(row, self.values, PARTNER_COLUMNS)
        session.add(row)


@dataclass(frozen=True)
class EditPartner(Deed):
    """Change columns of a partner."""

    id: str
    values: dict[str, Any]

    def apply(self, session: Session) -> None:
        """Write the given columns; name and sector may not become empty. Its seats follow to a new sector."""
        for name in ("name", "sector"):
            if name in self.values:
                said(self.values[name] or "", name)
        row = found(session, Partner, self.id)
        change(row, self.values, PARTNER_COLUMNS)
        if "sector" in self.values:
            for seat in session.scalars(select(Seat).filter_by(partner_id=self.id)):
                seat.sector = row.sector


@dataclass(frozen=True)
class RemovePartner(Deed):
    """Take a partner away with its seats (Undo brings it back)."""

    id: str

    def apply(self, session: Session) -> None:
        """Delete it."""
        session.delete(found(session, Partner, self.id))


@dataclass(frozen=True)
class SetSeat(Deed):
    """Say how the seat of a partner (or, without one, of a sector or the families) in a tier stands.

    A partner's seat stands in the partner's sector, whatever `sector` says.
    """

    tier: Tier
    state: Seated
    sector: str
    partner_id: str | None = None
    values: dict[str, Any] = field(default_factory=dict)
    id: str = field(default_factory=new_id)

    def apply(self, session: Session) -> None:
        """Write the seat; there is one for each partner and tier."""
        here = select(Seat).where(Seat.tier == self.tier)
        if self.partner_id is None:
            sector = said(self.sector, "sector")
            here = here.where(Seat.partner_id.is_(None), Seat.sector == sector)
        else:
            sector = found(session, Partner, self.partner_id).sector
            here = here.where(Seat.partner_id == self.partner_id)
        row = session.scalar(here) or Seat(
            id=self.id, tier=self.tier, sector=sector, partner_id=self.partner_id, state=self.state
        )
        row.state = self.state
        change(row, self.values, SEAT_COLUMNS)
        session.add(row)


@dataclass(frozen=True)
class RemoveSeat(Deed):
    """Take a seat away: nobody is meant to sit there."""

    id: str

    def apply(self, session: Session) -> None:
        """Delete it."""
        session.delete(found(session, Seat, self.id))


@dataclass(frozen=True)
class WriteAgreement(Deed):
    """Make or change a written agreement and say who is party to it."""

    title: str
    kind: AgreementKind
    partners: tuple[str, ...] = ()
    values: dict[str, Any] = field(default_factory=dict)
    id: str = field(default_factory=new_id)

    def apply(self, session: Session) -> None:
        """Write the agreement and its parties."""
        row = session.get(WrittenAgreement, self.id) or WrittenAgreement(id=self.id)
        row.title, row.kind = said(self.title, "title"), self.kind
        change(row, self.values, AGREEMENT_COLUMNS)
        session.add(row)
        session.flush()
        parties = set(session.scalars(select(AgreementPartner.partner_id).filter_by(agreement_id=self.id)))
        gone = parties - set(self.partners)
        session.execute(
            delete(AgreementPartner).where(
                AgreementPartner.agreement_id == self.id, AgreementPartner.partner_id.in_(gone)
            )
        )
        for partner in self.partners:
            if partner not in parties:
                session.add(
                    AgreementPartner(agreement_id=self.id, partner_id=found(session, Partner, partner).id)
                )


@dataclass(frozen=True)
class RemoveAgreement(Deed):
    """Take a written agreement away."""

    id: str

    def apply(self, session: Session) -> None:
        """Delete it."""
        session.delete(found(session, WrittenAgreement, self.id))

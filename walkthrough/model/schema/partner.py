# SPDX-License-Identifier: MIT
"""Partners, the seats they hold in each tier, and the agreements between them."""

from __future__ import annotations

from datetime import date

from walkthrough.model.schema.base import Base, Mapped, choice, key, paper, part_of, private, room
from walkthrough.model.words import AgreementKind, Seated, Tier


class Partner(Base):
    """An agency or community body, with a sector."""

    __tablename__ = "partner"
    id: Mapped[str] = key()
    pos: Mapped[int] = room()
    name: Mapped[str] = room()
    short: Mapped[str] = room(default="")
    sector: Mapped[str] = room()
    brings: Mapped[str] = room(default="")
    duties: Mapped[str] = room(default="")
    contact: Mapped[str] = paper(default="")
    champion: Mapped[str] = paper(default="")
    has_left: Mapped[bool] = room(default=False)
    readiness: Mapped[str] = private(default="")
    influence: Mapped[str] = private(default="")
    opposition: Mapped[str] = private(default="")
    private_note: Mapped[str] = private(default="")


class Seat(Base):
    """Partner or family voice x tier. Without a partner it is the sector's (or the family's) own chair."""

    __tablename__ = "seat"
    id: Mapped[str] = key()
    partner_id: Mapped[str | None] = part_of("partner")
    sector: Mapped[str] = room()
    tier: Mapped[Tier] = room(choice(Tier))
    state: Mapped[Seated] = room(choice(Seated))
    holder: Mapped[str] = paper(default="")
    job: Mapped[str] = paper(default="")
    since: Mapped[date | None] = room(default=None)
    private_note: Mapped[str] = private(default="")


class WrittenAgreement(Base):
    """A memorandum, data sharing agreement or communication protocol."""

    __tablename__ = "written_agreement"
    id: Mapped[str] = key()
    kind: Mapped[AgreementKind] = room(choice(AgreementKind))
    title: Mapped[str] = paper()
    covers: Mapped[str] = paper(default="")
    signed_on: Mapped[date | None] = paper(default=None)
    review_on: Mapped[date | None] = paper(default=None)
    private_note: Mapped[str] = private(default="")


class AgreementPartner(Base):
    """That a partner is party to an agreement."""

    __tablename__ = "agreement_partner"
    id: Mapped[str] = key()
    agreement_id: Mapped[str] = part_of("written_agreement")
    partner_id: Mapped[str] = part_of("partner")

# SPDX-License-Identifier: MIT
"""What the partners page shows at one moment, read in one go. It must not know a widget nor a sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from walkthrough.model import Workbook
from walkthrough.model.content.shapes import Named
from walkthrough.model.queries.partners import (
    AgreementRow,
    PartnerNotes,
    PartnerRow,
    SeatRow,
    agreements,
    partner_notes,
    partners,
    seats,
)
from walkthrough.model.queries.plan import StepRow, next_steps
from walkthrough.model.rules.seating import Missing, sectors_shown, standing, who_is_missing
from walkthrough.model.words import Seated, Tier


@dataclass(frozen=True)
class PartnersReading:
    """The rows of the page, and the sectors of the content list by id."""

    sectors: dict[str, Named] = field(default_factory=dict)
    partners: tuple[PartnerRow, ...] = ()
    seats: tuple[SeatRow, ...] = ()
    agreements: tuple[AgreementRow, ...] = ()
    steps: tuple[StepRow, ...] = ()
    missing: tuple[Missing, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether nobody is there yet."""
        return not self.partners and not self.seats

    def sector_name(self, sector: str) -> str:
        """Return what a sector is called; one that the list does not know keeps its id."""
        named = self.sectors.get(sector)
        return named.name if named is not None else sector

    def rows(self) -> tuple[str, ...]:
        """Return the sectors that have a row in the grid."""
        return sectors_shown(tuple(self.sectors), self.partners, self.seats)

    def standing(self, sector: str, tier: Tier) -> dict[Seated, int]:
        """Return how the seats of a cell stand."""
        return standing(self.seats, sector, tier)

    def partner(self, key: str) -> PartnerRow | None:
        """Return a partner by its key."""
        return next((row for row in self.partners if row.id == key), None)

    def agreement(self, key: str) -> AgreementRow | None:
        """Return an agreement by its key."""
        return next((row for row in self.agreements if row.id == key), None)

    def seat(self, key: str) -> SeatRow | None:
        """Return a seat by its key."""
        return next((row for row in self.seats if row.id == key), None)

    def seat_of(self, tier: Tier, partner_id: str | None, sector: str) -> SeatRow | None:
        """Return the seat of a partner in a tier, or without a partner the sector's own chair."""
        return next(
            (
                row
                for row in self.seats
                if row.tier is tier
                and row.partner_id == partner_id
                and (partner_id is not None or row.sector == sector)
            ),
            None,
        )

    def step_saying(self, text: str) -> StepRow | None:
        """Return the open next step with these very words, if the plan has it."""
        return next((row for row in self.steps if row.is_open and row.what == text), None)


def read_partners(workbook: Workbook, sectors: tuple[Named, ...]) -> PartnersReading:
    """Read everything the page shows."""
    everybody, chairs = workbook.read(partners), workbook.read(seats)
    return PartnersReading(
        sectors={one.id: one for one in sectors},
        partners=everybody,
        seats=chairs,
        agreements=workbook.read(agreements),
        steps=workbook.read(next_steps),
        missing=who_is_missing([one.id for one in sectors], everybody, chairs),
    )


def read_notes(workbook: Workbook, partner_id: str) -> PartnerNotes | None:
    """Read what only the presenter may see of a partner."""
    return workbook.read(partner_notes, partner_id)

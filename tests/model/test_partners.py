# SPDX-License-Identifier: MIT
"""Partners, seats and agreements as commands; who has a row in the grid and who is missing."""

from __future__ import annotations

from datetime import date

import pytest

from walkthrough.model.commands.partner import (
    AddPartner,
    EditPartner,
    RemovePartner,
    RemoveSeat,
    SetSeat,
    WriteAgreement,
)
from walkthrough.model.errors import Refused
from walkthrough.model.queries.partners import agreements, partners, seats
from walkthrough.model.rules.seating import Lack, sectors_shown, standing, who_is_missing
from walkthrough.model.words import AgreementKind, Seated, Tier

ORDER = ("families", "tribes", "child-welfare", "courts", "housing", "other")


@pytest.fixture
def court(workbook):
    command = AddPartner("Family Court", "courts")
    workbook.do(command)
    return command.id


def test_a_partner_needs_a_name_and_a_sector(workbook):
    for name, sector, field in ((" ", "courts", "name"), ("Court", "", "sector")):
        with pytest.raises(Refused) as refused:
            workbook.do(AddPartner(name, sector))
        assert (refused.value.code, refused.value.facts["field"]) == ("text_missing", field)
    assert workbook.read(partners) == ()


def test_a_partner_cannot_lose_its_name_or_sector(workbook, court):
    for column in ("name", "sector"):
        with pytest.raises(Refused):
            workbook.do(EditPartner(court, {column: " "}))


def test_a_partner_has_one_seat_in_a_tier_whatever_sector_is_said(workbook, court):
    workbook.do(SetSeat(Tier.STEERING, Seated.INVITED, "courts", court))
    workbook.do(SetSeat(Tier.STEERING, Seated.FILLED, "housing", court, {"since": date(2026, 3, 1)}))
    (seat,) = workbook.read(seats)
    assert (seat.state, seat.sector, seat.since) == (Seated.FILLED, "courts", date(2026, 3, 1))


def test_seats_follow_a_partner_to_another_sector_and_back_by_undo(workbook, court):
    workbook.do(SetSeat(Tier.CORE, Seated.FILLED, "courts", court))
    workbook.do(EditPartner(court, {"sector": "housing"}))
    workbook.do(SetSeat(Tier.CORE, Seated.LEFT, "housing", court))
    assert [(seat.sector, seat.state) for seat in workbook.read(seats)] == [("housing", Seated.LEFT)]
    workbook.undo()
    workbook.undo()
    assert [(seat.sector, seat.state) for seat in workbook.read(seats)] == [("courts", Seated.FILLED)]


def test_a_sector_has_a_chair_of_its_own_beside_its_partners(workbook, court):
    workbook.do(SetSeat(Tier.CORE, Seated.FILLED, "courts", court))
    workbook.do(SetSeat(Tier.CORE, Seated.VACANT, "courts"))
    workbook.do(SetSeat(Tier.CORE, Seated.INVITED, "courts"))
    rows = workbook.read(seats)
    assert sorted(seat.state for seat in rows) == ["filled", "invited"]
    with pytest.raises(Refused):
        workbook.do(SetSeat(Tier.CORE, Seated.VACANT, ""))


def test_a_partner_taken_out_takes_its_seats_along(workbook, court):
    workbook.do(SetSeat(Tier.CORE, Seated.FILLED, "courts", court))
    workbook.do(RemovePartner(court))
    assert workbook.read(seats) == ()
    workbook.undo()
    assert len(workbook.read(seats)) == 1


def test_an_agreement_keeps_its_parties_and_needs_a_title(workbook, court):
    command = WriteAgreement("Shared form", AgreementKind.MOU, (court,))
    workbook.do(command)
    workbook.do(
        WriteAgreement("Shared form", AgreementKind.DATA_SHARING, (court,), {"covers": "Visits"}, command.id)
    )
    (row,) = workbook.read(agreements)
    assert (row.kind, row.covers, row.partners) == (
        AgreementKind.DATA_SHARING, "Visits", ((court, "Family Court"),)
    )  # fmt: skip
    workbook.do(WriteAgreement("Shared form", AgreementKind.DATA_SHARING, (), {}, command.id))
    assert workbook.read(agreements)[0].partners == ()
    with pytest.raises(Refused):
        workbook.do(WriteAgreement("", AgreementKind.MOU, (), {}, command.id))


def test_families_and_tribes_always_have_a_row_and_stand_first(workbook, court):
    assert sectors_shown(ORDER, (), ()) == ("families", "tribes")
    rows = workbook.read(partners)
    assert sectors_shown(ORDER, rows, ()) == ("families", "tribes", "courts")
    workbook.do(SetSeat(Tier.CORE, Seated.VACANT, "child-welfare"))
    workbook.do(EditPartner(court, {"has_left": True}))
    shown = sectors_shown(ORDER, workbook.read(partners), workbook.read(seats))
    assert shown == ("families", "tribes", "child-welfare")


def test_a_sector_that_the_list_does_not_know_still_has_a_row(workbook):
    workbook.do(AddPartner("Harbor pilots", "harbors"))
    assert sectors_shown(ORDER, workbook.read(partners), ()) == ("families", "tribes", "harbors")


def test_a_cell_counts_its_seats_by_state(workbook, court):
    workbook.do(SetSeat(Tier.CORE, Seated.FILLED, "courts", court))
    workbook.do(SetSeat(Tier.CORE, Seated.VACANT, "courts"))
    rows = workbook.read(seats)
    assert standing(rows, "courts", Tier.CORE) == {Seated.FILLED: 1, Seated.VACANT: 1}
    assert standing(rows, "courts", Tier.STEERING) == {}


def missing_now(workbook):
    return [(one.lack, one.sector, one.tier) for one in missing_rows(workbook)]


def missing_rows(workbook):
    return who_is_missing(ORDER, workbook.read(partners), workbook.read(seats))


def test_missing_are_family_voices_by_tier_then_empty_seats_then_sectors(workbook, court):
    workbook.do(SetSeat(Tier.CORE, Seated.FILLED, "families"))
    workbook.do(SetSeat(Tier.STEERING, Seated.VACANT, "families"))
    workbook.do(SetSeat(Tier.CORE, Seated.LEFT, "courts", court))
    assert missing_now(workbook) == [
        (Lack.FAMILY_VOICE, "families", Tier.OVERSIGHT),
        (Lack.SEAT, "families", Tier.STEERING),
        (Lack.SEAT, "courts", Tier.CORE),
        (Lack.SECTOR, "tribes", None),
        (Lack.SECTOR, "child-welfare", None),
        (Lack.SECTOR, "housing", None),
    ]
    keys = [one.key for one in missing_rows(workbook)]
    assert len(set(keys)) == len(keys)


def test_somebody_invited_is_not_missing(workbook, court):
    workbook.do(SetSeat(Tier.CORE, Seated.INVITED, "courts", court))
    workbook.do(SetSeat(Tier.CORE, Seated.INVITED, "housing"))
    sectors = [sector for _lack, sector, _tier in missing_now(workbook)]
    assert "courts" not in sectors
    assert "housing" not in sectors
    workbook.do(RemoveSeat(workbook.read(seats)[-1].id))
    assert len(workbook.read(seats)) == 1

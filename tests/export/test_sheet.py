# SPDX-License-Identifier: MIT
"""The sheet of a partner: its promises, questions to it, and what others promised that reaches its field."""

from __future__ import annotations

from datetime import date, timedelta

from walkthrough.export.document import text_of
from walkthrough.export.reports import REPORTS, ReportOptions
from walkthrough.model.commands.entry import HoldEntry, RecordEntry
from walkthrough.model.commands.meeting import PlanMeeting
from walkthrough.model.commands.partner import AddPartner, SetSeat
from walkthrough.model.commands.plan import AddNextStep, RaiseQuestion, SetStepState
from walkthrough.model.commands.walk import StartWalk
from walkthrough.model.content import load_shelf
from walkthrough.model.queries.walk import lanes, stations
from walkthrough.model.words import Kind, Seated, StepState, Tier
from walkthrough.model.workbook import Workbook
from walkthrough.paths import resources

DAY = date(2026, 11, 22)
SHELF = load_shelf(resources() / "content", "en")


def test_a_sheet_tells_its_own_promises_questions_to_it_and_what_reaches_into_its_field(workbook: Workbook):
    def do(command) -> str:
        workbook.do(command)
        return command.id

    court, clinic = do(AddPartner("Family Court", "courts", {})), do(AddPartner("Clinic", "treatment", {}))
    do(SetSeat(Tier.OVERSIGHT, Seated.FILLED, "courts", court, {"holder": "Judge Pruitt"}))
    walk = StartWalk(SHELF.route("five-points"), started_on=DAY)
    workbook.do(walk)
    lane = next(row.id for row in workbook.read(lanes, walk.walk_id) if "Courts" in row.name)
    station = workbook.read(stations, walk.walk_id)[0].id
    found = RecordEntry(Kind.BARRIER, "Hearings clash with visits", walk.walk_id, station, lane)
    workbook.do(found)
    own = do(AddNextStep("Move the hearings", {"owner_partner_id": court, "due": DAY + timedelta(days=9)}))
    told = do(AddNextStep("Tell lawyers of the clinic", {"owner_partner_id": court}))
    do(SetStepState(told, StepState.DONE, DAY, "", "Letter of May 2"))
    do(AddNextStep("Share visit times", {"owner_partner_id": clinic}, (found.entry_id,)))
    held = do(AddNextStep("Ask about little Ana", {"owner_partner_id": clinic}, (found.entry_id,)))
    workbook.do(HoldEntry(Kind.NEXT_STEP, held))
    do(AddNextStep("Hire a nurse", {"owner_partner_id": clinic}))
    do(RaiseQuestion("May we share dates?", Tier.OVERSIGHT, {"to_whom": "Judge Pruitt, with counsel"}))
    do(PlanMeeting(DAY + timedelta(days=16), {"place": "Library"}))

    pieces = text_of(REPORTS["sheet"](workbook.read, ReportOptions(DAY, partner_id=court)))
    sheet = "\n".join(pieces)
    assert own
    assert (
        "1 next step is open. The next one is due on December 1, 2026. 1 is done: thank you."
        " 1 question waits for an answer." in pieces
    )
    assert "We meet next: December 8, 2026, Library." in pieces
    assert "May we share dates?" in sheet
    others = pieces[pieces.index("What others promised that reaches into this field") :]
    assert "Share visit times" in others
    assert "(wording on hold)" in others
    assert "little Ana" not in sheet
    assert "Hire a nurse" not in sheet

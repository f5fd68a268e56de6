# SPDX-License-Identifier: MIT
"""A workbook that breaks reports: far too much of everything, endless texts, every script.

It is filled by the same commands as real work; it knows no report.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from walkthrough import paths
from walkthrough.model.commands.base import Deed
from walkthrough.model.commands.collaborative import NameCollaborative
from walkthrough.model.commands.entry import RecordEntry
from walkthrough.model.commands.indicator import AddGoal, AddIndicator, RecordPoint
from walkthrough.model.commands.meeting import AddAttendance, CloseMeeting, PlanMeeting
from walkthrough.model.commands.partner import AddPartner, SetSeat
from walkthrough.model.commands.plan import AddNextStep, RaiseQuestion
from walkthrough.model.commands.prepare import SetMeetingDimensions
from walkthrough.model.commands.stage import (
    AgreeStage,
    AnswerCriterion,
    BeginStageCheck,
    SkipCriterion,
    WantStage,
)
from walkthrough.model.commands.stage_evidence import AddEvidence
from walkthrough.model.commands.walk import StartWalk
from walkthrough.model.content import load_shelf
from walkthrough.model.queries.minutes import meeting_to_come
from walkthrough.model.queries.stage import check_page
from walkthrough.model.queries.stage_rows import CheckPage
from walkthrough.model.schema import Station
from walkthrough.model.words import Agreement, Answer, Kind, Proof, Role, Seated, Tier
from walkthrough.model.workbook import Workbook

DAY = datetime.date(2026, 11, 22)
ENDLESS = "Familienzusammenführungsbeauftragtenstellvertretung" * 20
EMOJI = "Grandma 👵🏽 signs ✍️ for the baby 👶, then 👩‍👧‍👦 moves: 100 % 🎉"
ARABIC = "الأسرة تنتظر ثلاثة أسابيع قبل العلاج (2027)"
WORDS_8000 = " ".join(f"word{n % 97}" for n in range(8_000))
GOAL_3000 = ("Every family keeps one plan. " * 104)[:3_000]
MARKUP = '<b>not bold</b> & "quoted" {name} %s (\\) \t tab'
ODD = (EMOJI, ARABIC, ENDLESS, MARKUP, "漢字とかな", "e\u0301a\u0308 \u202eturned\u202c \u00ad soft")


@dataclass(frozen=True)
class AllAtOnce(Deed):
    """Many commands as one, because each commit waits for the disk."""

    commands: tuple[Deed, ...]

    def apply(self, session: Session) -> None:
        for command in self.commands:
            command.apply(session)
            session.flush()


def fill_hard_workbook(path: Path) -> None:
    """Make a new workbook at `path` that holds all of it."""
    book = Workbook.create(path)
    try:
        shelf = load_shelf(paths.resources() / "content", "en")
        walk = StartWalk(
            shelf.route("five-points"), shelf.general_prompts, shelf.family("bennett"), started_on=DAY
        )
        book.do(AllAtOnce((NameCollaborative(f"{EMOJI} {ARABIC} {ENDLESS}", MARKUP), walk)))
        book.do(AllAtOnce(tuple(_everything(walk.walk_id, book.read(_a_station)))))
        begin = BeginStageCheck(DAY, shelf.ladder)
        book.do(begin)
        page, to_come = book.read(check_page, begin.id), book.read(meeting_to_come, "", DAY)
        book.do(AllAtOnce(tuple(_a_stage_check(page, to_come.id))))
        book.settle()
    finally:
        book.close()


def _everything(walk: str, station: str) -> Iterator[Deed]:
    title = WORDS_8000[:4000]
    held = PlanMeeting(DAY, {"title": title, "purpose": MARKUP, "place": ENDLESS, "walk_id": walk})
    before = PlanMeeting(DAY - datetime.timedelta(days=60), {"title": ARABIC, "walk_id": walk})
    yield before
    yield held
    yield PlanMeeting(DAY + datetime.timedelta(days=30), {"title": title, "walk_id": walk})
    yield RecordEntry(Kind.BARRIER, WORDS_8000, walk, station, meeting_id=held.id)
    for text in ODD:
        for kind in (Kind.BARRIER, Kind.PRACTICE):
            yield RecordEntry(kind, text, walk, station, detail=text[:200], meeting_id=held.id)
        yield RecordEntry(Kind.PARKED, text, walk, station, meeting_id=held.id)
        yield RecordEntry(Kind.DECISION, text, walk, station, meeting_id=held.id)
        yield RaiseQuestion(text, Tier.STEERING, {"to_whom": ENDLESS})
    goals = [AddGoal(text, {"strategy": text, "budget": ENDLESS}) for text in (GOAL_3000, *ODD)]
    yield from goals
    yield from _indicators(goals)
    yield from _plan(goals, before.id, held.id)
    yield CloseMeeting(before.id, DAY)
    yield CloseMeeting(held.id, DAY + datetime.timedelta(days=30))


def _a_stage_check(page: CheckPage, meeting: str) -> Iterator[Deed]:
    """Forty answers in every script, counts and reasons without end, and all parts chosen for a ballot."""
    criteria = [one for part in page.dimensions for one in part.criteria]
    for number, one in enumerate(criteria):
        text = ODD[number % len(ODD)]
        if number % 4 == 3:
            yield SkipCriterion(page.id, one.id, text)
            continue
        yield AnswerCriterion(page.id, one.id, Answer.YES, text)
        proof = (Proof.DOCUMENT, Proof.COUNT)[number % 2]
        yield AddEvidence(page.id, one.id, proof, {"what": text, "place": text, "amount": text, "day": DAY})
        yield AddNextStep(text, {"criterion_id": one.id, "owner": text})
    yield AgreeStage(page.id, Agreement.STAGE, 4, ENDLESS)
    yield WantStage(page.id, 4, ARABIC)
    yield SetMeetingDimensions(meeting, tuple(part.id for part in page.dimensions))


def _indicators(goals: list[AddGoal]) -> Iterator[Deed]:
    for number, text in enumerate((GOAL_3000, *ODD)):
        added = AddIndicator(text, {"goal_id": goals[number].id, "definition": text, "unit": ENDLESS[:60]})
        yield added
        for month in range(1, 13):
            value = 10.0 ** (month - 4)
            yield RecordPoint(added.id, datetime.date(2026, month, 1), value, {"note": text[:300]})


def _plan(goals: list[AddGoal], before: str, held: str) -> Iterator[Deed]:
    partners = [AddPartner(f"{ODD[n % len(ODD)]} {n}", "courts", {"brings": ENDLESS}) for n in range(40)]
    yield from partners
    for partner in partners:
        yield SetSeat(Tier.STEERING, Seated.FILLED, "courts", partner.id, {"holder": ARABIC})
        yield AddAttendance(held, Role.MANAGER, partner.id, ARABIC, came=True)
    for number in range(200):
        values = {
            "goal_id": goals[number % len(goals)].id if number % 3 else None,
            "owner": ODD[number % len(ODD)],
            "owner_partner_id": partners[number % 40].id,
            "due": DAY + datetime.timedelta(days=number - 60) if number % 5 else None,
            "because": MARKUP,
            "meeting_id": (before, held, None)[number % 3],
        }
        yield AddNextStep(f"Step {number}: {ODD[number % len(ODD)]}", values)
    yield AddNextStep(WORDS_8000, {"owner_partner_id": partners[0].id})


def _a_station(connection: Connection) -> str:
    return (
        connection.execute(select(Station.id).where(~Station.is_handoff).order_by(Station.pos))
        .scalars()
        .first()
    )

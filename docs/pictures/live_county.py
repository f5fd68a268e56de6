# SPDX-License-Identifier: MIT
"""The sample county in the middle of a meeting, as people talk, or with texts far longer than anybody would
write; recorded by the same commands as real work.

It knows no window; who lets it be shown picks the size, the theme and the language.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from walkthrough.model.commands.choose import CountFist, SetDots, SetVotes, WeighTheme
from walkthrough.model.commands.collaborative import NameCollaborative
from walkthrough.model.commands.entry import HoldEntry, RecordEntry
from walkthrough.model.commands.finding import MakeTheme, SayAgain
from walkthrough.model.commands.hands import CountHands
from walkthrough.model.commands.indicator import AddIndicator
from walkthrough.model.commands.live import StartMeeting
from walkthrough.model.commands.meeting import AddAttendance, EditMeeting, SetAgenda
from walkthrough.model.commands.partner import EditPartner
from walkthrough.model.commands.plan import AddNextStep, EditNextStep, RaiseQuestion
from walkthrough.model.commands.prepare import SetMeetingDimensions
from walkthrough.model.commands.roll import Arrive
from walkthrough.model.commands.stage import AgreeStage, AnswerCriterion, BeginStageCheck
from walkthrough.model.commands.stage_evidence import AddEvidence
from walkthrough.model.commands.station import (
    SetFamilyLine,
    SetRuleAndPractice,
    SetStationNote,
    WriteHandOff,
)
from walkthrough.model.commands.walk import RenameLane, RenameStation
from walkthrough.model.content import Shelf
from walkthrough.model.schema import (
    AgendaPart,
    Attendance,
    Criterion,
    Dimension,
    Finding,
    Lane,
    Meeting,
    MeetingStation,
    NextStep,
    Partner,
    Station,
    Theme,
    Walk,
)
from walkthrough.model.words import AgendaKind, Agreement, Answer, Kind, Proof, Role, Tier
from walkthrough.model.workbook import Workbook

MOST_LETTERS = 400
_SAID: tuple[tuple[Kind, str], ...] = (
    (Kind.PRACTICE, "The home visitor comes in the first week, and stays until the child is three"),
    (Kind.PRACTICE, "Parents get one phone number that a parent answers"),
    (Kind.BARRIER, "Nobody answers the clinic telephone after five"),
    (Kind.BARRIER, "Two forms ask the same questions, on two days"),
    (Kind.BARRIER, "The van does not run on visiting days"),
    (Kind.BARRIER, "A slip of the mother is heard in court before anybody calls her counselor"),
    (Kind.INDICATOR, "Days from birth to the first home visit"),
    (Kind.PARKED, "Visits in the county jail"),
    (Kind.DECISION, "We use the state's release form from January"),
)
_THEMES = (
    "Nobody to call after five",
    "Two forms for one release",
    "Waiting for treatment",
    "No ride to visits",
    "Staff change too often",
)
_PROMISES = (
    ("Run the van until seven on visiting days", "Tomas Vega"),
    ("Put one release form before the judges", "Quentin Hahn"),
    ("Train the night shift on the plan of safe care", "Lena Brandt"),
    ("Count the days from birth to the first visit", "Ines Moreno"),
)
_PARTS = (
    *(AgendaKind.OPEN, AgendaKind.LAST_TIME, AgendaKind.WALK, AgendaKind.CHOOSE, AgendaKind.STAGE_CHECK),
    *(AgendaKind.NEXT_STEPS, AgendaKind.READ_BACK, AgendaKind.CLOSE),
)
_MOST = 12


@dataclass(frozen=True)
class Told:
    """What is said in the meeting: sentence by sentence, and how much of it."""

    longer: Callable[[str], str]
    times: int = 1

    def __call__(self, text: str) -> str:
        return self.longer(text)


AS_TOLD = Told(lambda text: text)
OVER_LONG = Told(lambda text: " ".join(itertools.repeat(text, MOST_LETTERS))[:MOST_LETTERS].strip(), 6)


def go_live(path: Path, shelf: Shelf, told: Told = AS_TOLD) -> None:
    """Begin the next meeting of a fresh sample workbook and let something be said in each of its parts."""
    book = Workbook.open(path)
    try:
        _Meeting(book, shelf, told).hold()
    finally:
        book.close()


@dataclass
class _Meeting:
    """One meeting being held."""

    book: Workbook
    shelf: Shelf
    told: Told

    def hold(self) -> None:
        self.meeting = self._keys(select(Meeting.id).order_by(Meeting.day))[-1]
        self.day = self.book.clock.today()
        self.walk = self._keys(select(Walk.id).order_by(Walk.pos))[-1]
        at = select(Station.id).where(Station.walk_id == self.walk).order_by(Station.pos)
        self.stations = self._keys(at)
        self.hand_offs = self._keys(at.where(Station.is_handoff))
        today = select(MeetingStation.station_id).where(MeetingStation.meeting_id == self.meeting)
        self.today = self._keys(today.order_by(MeetingStation.pos))
        self.lanes = self._keys(select(Lane.id).where(Lane.walk_id == self.walk).order_by(Lane.pos))
        self.partners = self._keys(select(Partner.id).order_by(Partner.pos))
        now = datetime.now().astimezone()
        ends = min(now + timedelta(minutes=90), now.replace(hour=23, minute=59))
        times = {"starts": f"{now:%H:%M}", "ends": f"{ends:%H:%M}", "zone": ""}
        self.book.do(EditMeeting(self.meeting, {"day": self.day, "state": "planned", **times}))
        if self.told.times > 1:
            self._lengthen()
        self._agenda()
        self.book.do(StartMeeting(self.meeting))
        for step in (self._come, self._say, self._describe, self._choose, self._check, self._promise):
            step()

    def _keys(self, query: Any) -> tuple[Any, ...]:
        def keys(connection: Connection) -> tuple[Any, ...]:
            return tuple(connection.execute(query).scalars())

        return self.book.read(keys)

    def _lengthen(self) -> None:
        told = self.told
        self.book.do(NameCollaborative(told("Juniper County Families First"), told("Juniper County")))
        for number, key in enumerate(self.partners):
            short = told(f"Agency {number}")
            self.book.do(EditPartner(key, {"name": told(f"Agency of families {number}"), "short": short}))
        for number, key in enumerate(self.stations):
            name = told(f"Station {number} of the long route")
            self.book.do(RenameStation(key, name, told(f"St {number}")))
        for number, key in enumerate(self.lanes):
            self.book.do(RenameLane(key, told(f"Helping system {number}"), told(f"System {number}")))
        for key in self._keys(select(NextStep.id)):
            values = {"what": told("A promise of last time"), "owner": told("Ana Ruiz")}
            self.book.do(EditNextStep(key, values))
        self.book.do(EditMeeting(self.meeting, {"title": told("Follow-up"), "place": told("Library")}))

    def _agenda(self) -> None:
        rows = select(AgendaPart.kind, AgendaPart.title, AgendaPart.minutes)
        query = rows.where(AgendaPart.meeting_id == self.meeting).order_by(AgendaPart.pos)

        def parts(connection: Connection) -> list[tuple[AgendaKind, str, int]]:
            return [(AgendaKind(row[0]), row[1], row[2]) for row in connection.execute(query)]

        agenda = self.book.read(parts)
        have = {kind for kind, _title, _minutes in agenda}
        wanted = _PARTS if self.told.times == 1 else tuple(AgendaKind)
        more = [(kind, kind.value.replace("_", " ").capitalize(), 5) for kind in wanted if kind not in have]
        told = [(kind, self.told(title), minutes) for kind, title, minutes in (*agenda, *more)]
        self.book.do(SetAgenda(self.meeting, tuple(told)))

    def _come(self) -> None:
        here = select(Attendance.id).where(Attendance.meeting_id == self.meeting)
        for key in self._keys(here)[:8]:
            self.book.do(Arrive(key))
        for number in range(3 * self.told.times):
            name = self.told(f"Guest {number}")
            self.book.do(AddAttendance(self.meeting, Role.OTHER, self.partners[0], name, came=True))

    def _say(self) -> None:
        for number_of, station in enumerate(self.today):
            place = {"walk_id": self.walk, "meeting_id": self.meeting, "station_id": station}
            for number in range(self.told.times):
                for pos, (kind, text) in enumerate(_SAID):
                    if number_of and (pos + number_of) % 2:
                        continue
                    lane = self.lanes[(pos + number) % len(self.lanes)]
                    said = {"said_by_partner_id": self.partners[0]} if kind is Kind.BARRIER else {}
                    entry = RecordEntry(kind, self.told(text), lane_id=lane, **place, **said)
                    self.book.do(entry)
                    if kind is Kind.BARRIER and pos == 2:
                        self.book.do(SayAgain(entry.entry_id))
                    if kind is Kind.BARRIER and pos == 5:
                        self.book.do(HoldEntry(kind, entry.entry_id))
        loose = RecordEntry(Kind.BARRIER, self.told("Nobody knows who pays"), walk_id=self.walk)
        self.book.do(replace(loose, meeting_id=self.meeting))

    def _describe(self) -> None:
        told, book = self.told, self.book
        rule, practice = "The hotline answers within two hours", "At night the answer comes next morning"
        for key in self.today[:2]:
            book.do(SetRuleAndPractice(key, told(rule), told(practice), has_gap=True))
            book.do(SetFamilyLine(key, told("Ana is home with her baby for two days")))
            book.do(SetStationNote(key, told("Ask the nurse first")))
        card = {
            "from_whom": "Hospital", "to_whom": "Child welfare", "what_travels": "The form",
            "legal_basis": "Consent", "time_by_rule": "24 hours", "time_in_practice": "4 days",
            "who_checks": "Nobody", "how_many_lost": "One in four",
        }  # fmt: skip
        here = next(key for key in self.today if key in self.hand_offs)
        book.do(WriteHandOff(here, {name: told(text) for name, text in card.items()}))

    def _choose(self) -> None:
        query = select(Finding.id).where(Finding.station_id == self.today[0]).order_by(Finding.number)
        barriers = self._keys(query.where(Finding.kind == Kind.BARRIER, Finding.held.is_(False)))
        names = itertools.islice(itertools.cycle(_THEMES), _MOST if self.told.times > 1 else len(_THEMES))
        there = len(self._keys(select(Theme.id)))
        for number, name in enumerate(names):
            if there + number < _MOST:
                text = self.told(name if number < len(_THEMES) else f"{name} {number}")
                self.book.do(MakeTheme(self.walk, text, barriers[number % 3 : number % 3 + 2]))
        themes = self._keys(select(Theme.id).order_by(Theme.pos))
        self.book.do(SetDots(self.meeting, 3, private=False))
        self.book.do(SetVotes(self.meeting, {key: 9 - n for n, key in enumerate(themes[:9])}))
        for number, key in enumerate(themes[:4]):
            self.book.do(WeighTheme(key, 5 - number, 1 + number))
        question = self.told("Shall we start with the telephone?")
        self.book.do(CountFist(self.meeting, (0, 0, 1, 2, 3, 4), question))

    def _check(self) -> None:
        began = BeginStageCheck(self.day, self.shelf.ladder, self.meeting)
        self.book.do(began)
        dimensions = self._keys(select(Dimension.id).order_by(Dimension.pos))
        self.book.do(SetMeetingDimensions(self.meeting, dimensions[:3]))
        query = select(Criterion.id).where(Criterion.stage == 1).order_by(Criterion.code)
        for key in self._keys(query)[:3]:
            self.book.do(AnswerCriterion(began.id, key, Answer.PARTLY, self.told("As far as we know")))
            proof = {"what": self.told("Release form"), "place": self.told("Shared folder"), "day": self.day}
            for _time in range(self.told.times):
                self.book.do(AddEvidence(began.id, key, Proof.DOCUMENT, proof))
        self.book.do(CountHands(began.id, (1, 1, 2, 6, 1), 11, self.told("How do we work together?")))
        self.book.do(AgreeStage(began.id, Agreement.STAGE, 3, self.told("Most of us see it so")))

    def _promise(self) -> None:
        query = select(Finding.id).where(Finding.station_id == self.today[0]).order_by(Finding.number)
        barriers = self._keys(query.where(Finding.kind == Kind.BARRIER))
        for number in range(len(_PROMISES) * self.told.times):
            what, who = _PROMISES[number % len(_PROMISES)]
            values = {
                "meeting_id": self.meeting,
                "owner": self.told(who),
                "owner_partner_id": self.partners[number % len(self.partners)],
                "because": self.told("the log of each month"),
                "held": number == 3,
            }
            self.book.do(AddNextStep(self.told(what), values, barriers[:1] if number == 0 else ()))
        for _time in range(self.told.times):
            self.book.do(RaiseQuestion(self.told("May agencies pay for each other's rides?"), Tier.OVERSIGHT))
            self.book.do(AddIndicator(self.told("Parents who keep their first visit")))

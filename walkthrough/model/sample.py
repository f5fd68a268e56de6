# SPDX-License-Identifier: MIT
"""The sample workbook: a made-up county after two meetings, recorded by the same commands as real work.

Its words are data (resources/samples); its days move by whole weeks, so that it never looks long ago.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from walkthrough.model.clock import FixedClock
from walkthrough.model.commands import collaborative as collaborative_commands
from walkthrough.model.commands import indicator, meeting, partner, plan, stage, stage_evidence, station
from walkthrough.model.commands.entry import RecordEntry
from walkthrough.model.commands.finding import SayAgain
from walkthrough.model.commands.hands import CountHands
from walkthrough.model.commands.plan_issue import IssuePlan
from walkthrough.model.commands.walk import StartWalk
from walkthrough.model.content import Shelf, load_shelf
from walkthrough.model.queries.plan_issue import plan_digest
from walkthrough.model.sample_meetings import tell_meetings
from walkthrough.model.schema import Criterion, Lane, Station
from walkthrough.model.store.making import made_beside
from walkthrough.model.words import (
    Acceptance,
    Agreement,
    AgreementKind,
    Answer,
    Certainty,
    Kind,
    Proof,
    Role,
    Seated,
    StepState,
    Tier,
)
from walkthrough.model.workbook import Command, Workbook

FILE = "juniper.toml"
_KINDS = {"-": Kind.BARRIER, "+": Kind.PRACTICE}
Table = dict[str, Any]


def create_sample(path: Path, resources: Path, today: date | None = None) -> None:
    """Write the sample workbook at `path`.

    Args:
        path: where; nothing may be there yet.
        resources: the folder with `samples` and `content`.
        today: the day it is to look recent on; by default this day.

    Raises:
        FileTrouble: exists, no_folder, name_too_long, read_only, disk_full; nothing is left at `path`.
    """
    told = tomllib.loads((resources / "samples" / FILE).read_text(encoding="utf-8"))
    told = _moved(told, _weeks_since(told["written_for"], today or datetime.now().astimezone().date()))
    clock = FixedClock(datetime.combine(told["last_meeting"], time(20), UTC))
    shelf = load_shelf(resources / "content", "en")
    with made_beside(path) as part:
        book = Workbook.create(part, clock=clock)
        try:
            _Teller(book, shelf, told).tell()
            book.settle()
        finally:
            book.close()


def _weeks_since(then: date, today: date) -> timedelta:
    return timedelta(weeks=(today - then).days // 7)


def _moved(value: Any, by: timedelta) -> Any:
    """The same value with every day in it moved."""
    if isinstance(value, dict):
        return {name: _moved(inner, by) for name, inner in value.items()}
    if isinstance(value, list):
        return [_moved(inner, by) for inner in value]
    return value + by if isinstance(value, date) else value


def _pick(table: Table, *names: str) -> Table:
    return {name: table[name] for name in names if name in table}


@dataclass
class _Teller:
    """Records the sample in the order in which people would have."""

    book: Workbook
    shelf: Shelf
    told: Table
    keys: dict[str, str] = field(default_factory=dict)

    def tell(self) -> None:
        """Record everything."""
        self._people()
        self._meetings()
        self._walk()
        self._findings()
        self._goals()
        self._hand_out(self.told["meetings"][0]["day"])
        self._steps()
        self._hand_out(self.told["written_for"])
        self._stage()
        checks = {check.id: check.text for check in self.shelf.every_step_checks}
        tell_meetings(self.book, self.told, self.keys, checks)

    def _do(self, command: Command, key: str = "") -> None:
        self.book.do(command)
        if key:
            self.keys[key] = command.id  # type: ignore[attr-defined]  # every command that makes a keyed row has one

    def _people(self) -> None:
        who = self.told["collaborative"]
        self._do(collaborative_commands.NameCollaborative(who["name"], who["area"]))
        rest = _pick(who, "purpose", "convener", "contact", "started_on")
        self._do(collaborative_commands.DescribeCollaborative({**rest, "is_sample": True}))
        sectors: dict[str, str] = {"": ""}
        for one in self.told["partners"]:
            values = _pick(one, "short", "brings", "duties", "contact", "champion")
            self._do(partner.AddPartner(one["name"], one["sector"], values), "partner " + one["key"])
            sectors[one["key"]] = one["sector"]
        for seat in self.told["seats"]:
            key = seat.get("partner", "")
            self._do(
                partner.SetSeat(
                    Tier(seat["tier"]),
                    Seated(seat["state"]),
                    seat.get("sector") or sectors[key],
                    self._partner(key),
                    _pick(seat, "holder", "job", "since"),
                )
            )
        for one in self.told["agreements"]:
            parties = tuple(self.keys["partner " + key] for key in one["partners"])
            values = _pick(one, "covers", "signed_on", "review_on")
            self._do(partner.WriteAgreement(one["title"], AgreementKind(one["kind"]), parties, values))

    def _partner(self, key: str) -> str | None:
        return self.keys["partner " + key] if key else None

    def _meetings(self) -> None:
        agendas = {agenda.id: agenda for agenda in self.shelf.agendas}
        for one in self.told["meetings"]:
            parts = tuple((part.kind, part.name, part.minutes) for part in agendas[one["agenda"]].parts)
            values = _pick(
                one, "title", "starts", "ends", "place", "kind", "mode", "purpose", "facilitator", "recorder",
                "state", "next_day",
            )  # fmt: skip
            self._do(meeting.PlanMeeting(one["day"], values, parts), "meeting " + one["key"])
            for key, role in one["came"]:
                self._do(
                    meeting.AddAttendance(
                        self.keys["meeting " + one["key"]], Role(role), self._partner(key), came=True
                    )
                )

    def _walk(self) -> None:
        walk = self.told["walk"]
        start = StartWalk(
            self.shelf.route(walk["route"]),
            self.shelf.general_prompts,
            self.shelf.family(walk["family"]),
            started_on=walk["started_on"],
            population=walk["population"],
            boundary=walk["boundary"],
        )
        self.book.do(start)
        self.keys["walk"] = start.walk_id
        for code, key in self.book.read(_codes, Station, start.walk_id):
            self.keys["station " + code] = key
        for code, key in self.book.read(_codes, Lane, start.walk_id):
            self.keys["lane " + code] = key
        for one in self.told["stations"]:
            at = self.keys["station " + one["id"]]
            self._do(station.SetRuleAndPractice(at, one["rule"], one["practice"], one["gap"]))
        for one in self.told["handoffs"]:
            values = {name: value for name, value in one.items() if name != "station"}
            self._do(station.WriteHandOff(self.keys["station " + one["station"]], values))
        for one in self.told["counts"]:
            rest = _pick(one, "families_in", "families_on", "families_lost", "period", "source", "owner")
            at = self.keys["station " + one["station"]]
            self._do(station.RecordCount(at, Certainty(one["certainty"]), **rest))

    def _place(self, meeting_key: str, code: str, lane: str = "") -> Table:
        return {
            "walk_id": self.keys["walk"],
            "meeting_id": self.keys["meeting " + meeting_key],
            "station_id": self.keys["station " + code] if code else None,
            "lane_id": self.keys["lane " + lane] if lane else None,
        }

    def _findings(self) -> None:
        for one in self.told["findings"]:
            meeting_key, code, lane, sign = one["at"]
            rest = _pick(one, "detail", "category")
            rest["said_by_partner_id"] = self._partner(one.get("said_by", ""))
            entry = RecordEntry(_KINDS[sign], one["text"], **self._place(meeting_key, code, lane), **rest)
            self.book.do(entry)
            if "key" in one:
                self.keys["finding " + one["key"]] = entry.entry_id
            for _time in range(one.get("said_again", 0)):
                self.book.do(SayAgain(entry.entry_id))
        for one in self.told["parked"]:
            self._do(RecordEntry(Kind.PARKED, one["text"], **self._place(*one["at"])))
        for one in self.told["decisions"]:
            place = self._place(*one["at"])
            self._do(RecordEntry(Kind.DECISION, one["text"], detail=one["rule"], **place))

    def _goals(self) -> None:
        for one in self.told["goals"]:
            values = _pick(one, "strategy", "budget", "in_kind")
            self._do(indicator.AddGoal(one["text"], values), "goal " + one["key"])
        for one in self.told["indicators"]:
            values = _pick(
                one, "definition", "source", "owner", "unit", "better", "counts_families", "how_often",
                "baseline", "baseline_on", "target", "target_on",
            )  # fmt: skip
            owner = {
                "goal_id": self.keys["goal " + one["goal"]],
                "owner_partner_id": self._partner(one["partner"]),
            }
            self._do(indicator.AddIndicator(one["name"], {**values, **owner}), "indicator " + one["key"])
            for day, value, *note in one["points"]:
                at = self.keys["indicator " + one["key"]]
                told = {"note": note[0]} if note else {}
                self._do(indicator.RecordPoint(at, day, float(value), told))

    def _steps(self) -> None:
        for one in self.told["steps"]:
            values = {
                **_pick(one, "owner", "due", "because", "tier"),
                "owner_partner_id": self._partner(one["partner"]),
                "goal_id": self.keys["goal " + one["goal"]],
                "indicator_id": self.keys.get("indicator " + one.get("indicator", "")),
                "meeting_id": self.keys["meeting " + one.get("meeting", "second")],
            }
            answers = tuple(self.keys["finding " + key] for key in one["answers"])
            self._do(plan.AddNextStep(one["what"], values, answers), "step " + one["key"])
            at = self.keys["step " + one["key"]]
            acceptance = Acceptance(one["acceptance"])
            self._do(plan.AcceptNextStep(at, acceptance, one.get("ask_whom", ""), one.get("ask_by")))
            state = StepState(one["state"])
            if state is not StepState.NOT_STARTED or "note" in one:
                day = min(one["due"], self.told["written_for"])
                told = one.get("note", ""), one.get("proof", "")
                self._do(plan.SetStepState(at, state, day, *told))
        for one in self.told["raised"]:
            values = _pick(one, "to_whom", "by_day", "answer", "told_back_on")
            step = {"step_id": self.keys["step " + one["step"]]} if "step" in one else {}
            self._do(plan.RaiseQuestion(one["question"], Tier(one["tier"]), {**values, **step}))

    def _hand_out(self, day: date) -> None:
        self.book.do(IssuePlan(day, self.book.read(plan_digest)))

    def _stage(self) -> None:
        """Two checks: what was answered in the first comes along into the second."""
        first, told = self.told["first_stage"], self.told["stage"]
        early = {one["criterion"]: one for one in told["answers"] if one["criterion"] in first["answers"]}
        check = self._check(first, early.values())
        self._do(stage.AgreeStage(check, Agreement.STAGE, first["agreed"], first["agreed_reason"]))
        check = self._check(told, (one for one in told["answers"] if one["criterion"] not in early))
        criteria = dict(self.book.read(_criteria))
        self._do(CountHands(check, tuple(told["hands"]), sum(told["hands"])))
        self._do(stage.AgreeStage(check, Agreement.STAGE, told["agreed"], told["agreed_reason"]))
        self._do(stage.WantStage(check, told["wanted"], told["wanted_reason"]))
        for step, code in told["moved_on_by"]:
            self._do(plan.EditNextStep(self.keys["step " + step], {"criterion_id": criteria[code]}))

    def _check(self, told: Table, answers: Iterable[Table]) -> str:
        """Begin a check and answer some statements in it; its key."""
        begin = stage.BeginStageCheck(
            told["as_of"], self.shelf.ladder, self.keys["meeting " + told["meeting"]]
        )
        self._do(begin)
        criteria = dict(self.book.read(_criteria))
        for one in answers:
            at = criteria[one["criterion"]]
            self._do(
                stage.AnswerCriterion(begin.id, at, Answer(one["answer"]), one.get("note"), told["as_of"])
            )
            for proof, values in one.get("evidence", ()):
                self._do(stage_evidence.AddEvidence(begin.id, at, Proof(proof), values))
        return begin.id


def _codes(connection: Connection, kind: type[Station] | type[Lane], walk: str) -> list[tuple[str, str]]:
    query = select(kind.code, kind.id).where(kind.walk_id == walk)
    return [(code, key) for code, key in connection.execute(query)]


def _criteria(connection: Connection) -> list[tuple[str, str]]:
    return [(code, key) for code, key in connection.execute(select(Criterion.code, Criterion.id))]

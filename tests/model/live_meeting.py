# SPDX-License-Identifier: MIT
"""A live meeting in the sample workbook with something in every part, and every place the room can look at.

Made by the same commands as real work; it knows no window.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from walkthrough.model.commands.base import Deed
from walkthrough.model.commands.choose import CountFist, SetDots, SetVotes, WeighTheme
from walkthrough.model.commands.entry import HoldEntry, RecordEntry
from walkthrough.model.commands.finding import MakeTheme, SayAgain
from walkthrough.model.commands.hands import CountHands
from walkthrough.model.commands.live import StartMeeting
from walkthrough.model.commands.meeting import AddAttendance
from walkthrough.model.commands.plan import AddNextStep, SetStepState
from walkthrough.model.commands.prepare import SetMeetingDimensions
from walkthrough.model.commands.stage import AgreeStage, AnswerCriterion, BeginStageCheck
from walkthrough.model.commands.stage_evidence import AddEvidence
from walkthrough.model.queries.wall.shapes import Walking
from walkthrough.model.queries.wall.view import wall_view
from walkthrough.model.schema import (
    Criterion,
    Dimension,
    Finding,
    Lane,
    Meeting,
    NextStep,
    Partner,
    Round,
    Station,
    Theme,
    Walk,
)
from walkthrough.model.showing import Call, Card, Showing
from walkthrough.model.words import AgendaKind, Agreement, Answer, Kind, Proof, RatingMethod, Role, StepState
from walkthrough.model.workbook import Workbook

BARRIERS, PRACTICES = 5, 2
"""What `go_live` records at the station, one barrier and one practice of it held."""
THEMES = 12
HANDS = (1, 1, 2, 6, 1)
"""How many were not sure, then how many see stage 1, 2, 3, 4."""
STEPS = 12
"""What `go_live` promises, the last one held."""


V = TypeVar("V")


@dataclass(frozen=True)
class Live:
    """The keys of a live meeting; `station` is where most of it was said."""

    meeting: str
    walk: str
    station: str
    hand_off: str
    stations: tuple[str, ...]
    lanes: tuple[str, ...]
    steps: tuple[str, ...]
    themes: tuple[str, ...]


def go_live(book: Workbook) -> Live:
    """Begin the sample's next meeting and record something in each of its parts."""
    live = book.read(keys_of)
    book.do(StartMeeting(live.meeting))
    _come(book, live)
    _say(book, live)
    promised = book.read(_keys, select(NextStep.id).order_by(NextStep.number).limit(3))[1:]
    day = book.read(_keys, select(Meeting.day).where(Meeting.id == live.meeting))[0]
    for key, state in zip(promised, (StepState.DONE, StepState.STUCK), strict=True):
        book.do(SetStepState(key, state, day, "told in the room", meeting_id=live.meeting))
    _choose(book, live)
    _check(book, live, day)
    _promise(book, live)
    return book.read(keys_of)


class Wall:
    """A live meeting, asked what the room sees."""

    def __init__(self, book: Workbook) -> None:
        self.book, self.keys = book, book.read(keys_of)

    def sees(self, kind: type[V], part: AgendaKind, **where: Any) -> V:
        view = self.book.read(wall_view, Showing(self.keys.meeting, part, **where))
        assert isinstance(view, kind), view
        return view

    def walking(self, **where: Any) -> Walking:
        return self.sees(Walking, AgendaKind.WALK, **{"station_id": self.keys.station, **where})

    def find(self, query: Any) -> list[Any]:
        return self.book.read(lambda connection: list(connection.execute(query).scalars()))

    def write(self, change: Callable[[Session], Any]) -> None:
        self.book.do(Write(change))


@dataclass(frozen=True)
class Write(Deed):
    """Anything that no command of the program does."""

    change: Callable[[Session], Any]

    def apply(self, session: Session) -> None:
        self.change(session)


def every_showing(live: Live) -> Iterator[Showing]:
    """Every place the room can look at: each part with each call, shown and not yet shown, page by page."""
    for part, call in itertools.product(AgendaKind, Call):
        for revealed in (False, True):
            yield Showing(live.meeting, part, live.station, call=call, revealed=revealed)
    for page, part in itertools.product(range(len(Card)), AgendaKind):
        yield Showing(live.meeting, part, live.station, page=page, call=Call.NONE)
    for page in range(3):
        yield Showing(live.meeting, AgendaKind.STAGE_CHECK, page=page, revealed=True)
    for page, call in itertools.product(range(12), (Call.LOOK_ACROSS, Call.CRITERION)):
        yield Showing(live.meeting, AgendaKind.STAGE_CHECK, live.station, page=page, call=call)
    for station, call in itertools.product(live.stations, Call):
        yield Showing(live.meeting, AgendaKind.WALK, station, call=call)
    for many in range(len(live.steps) + 1):
        yield Showing(live.meeting, AgendaKind.READ_BACK, done=live.steps[:many])
    for step in live.steps:
        yield Showing(live.meeting, AgendaKind.READ_BACK, at=step, done=live.steps)
    yield Showing("gone", AgendaKind.WALK)
    yield Showing(live.meeting, AgendaKind.WALK, "gone", prompt_id="gone", at="gone")


def keys_of(connection: Connection) -> Live:
    """The keys of what is there, in the order of the workbook."""
    meeting = _keys(connection, select(Meeting.id).order_by(Meeting.day))[-1]
    walk = _keys(connection, select(Walk.id).order_by(Walk.pos))[-1]
    at = select(Station.id).where(Station.walk_id == walk).order_by(Station.pos)
    stations = _keys(connection, at)
    hand_offs = _keys(connection, at.where(Station.is_handoff))
    return Live(
        meeting=meeting,
        walk=walk,
        station=next(key for key in stations if key not in hand_offs),
        hand_off=hand_offs[0],
        stations=stations,
        lanes=_keys(connection, select(Lane.id).where(Lane.walk_id == walk).order_by(Lane.pos)),
        steps=_keys(
            connection, select(NextStep.id).where(NextStep.meeting_id == meeting).order_by(NextStep.number)
        ),
        themes=_keys(connection, select(Theme.id).order_by(Theme.pos)),
    )


def _keys(connection: Connection, query: Any) -> tuple[Any, ...]:
    return tuple(connection.execute(query).scalars())


def _come(book: Workbook, live: Live) -> None:
    partners = book.read(_keys, select(Partner.id).order_by(Partner.pos))
    for pos, partner in enumerate(partners[:6]):
        role = Role.LIVED_EXPERIENCE if pos == 5 else Role.MANAGER
        book.do(AddAttendance(live.meeting, role, partner, f"Person {pos}", came=pos < 4, needs="a ramp"))
    book.do(AddAttendance(live.meeting, Role.OTHER, came=True))


def _say(book: Workbook, live: Live) -> None:
    place = {"walk_id": live.walk, "meeting_id": live.meeting, "station_id": live.station}
    for number in range(PRACTICES):
        _record(book, Kind.PRACTICE, f"Practice {number}", place, live.lanes[number])
    keys = [
        _record(book, Kind.BARRIER, f"Barrier {number}", place, live.lanes[number % 3])
        for number in range(BARRIERS)
    ]
    for _time in range(2):
        book.do(SayAgain(keys[0]))
    for kind in (Kind.PARKED, Kind.DECISION, Kind.INDICATOR) * 2:
        _record(book, kind, f"A {kind.value}", place, live.lanes[1])
    book.do(HoldEntry(Kind.BARRIER, keys[-1]))
    same = "Nobody answers the clinic telephone after five"
    for station in live.stations[:2]:
        _record(book, Kind.BARRIER, same, {**place, "station_id": station}, live.lanes[2])


def _record(book: Workbook, kind: Kind, text: str, place: dict[str, Any], lane: str) -> str:
    entry = RecordEntry(kind, text, lane_id=lane, detail=f"{text}, told more", **place)
    book.do(entry)
    return entry.entry_id


def _choose(book: Workbook, live: Live) -> None:
    book.do(SetDots(live.meeting, 3, private=True))
    barriers = book.read(_barriers, live.station)
    for number in range(len(live.themes), THEMES):
        book.do(MakeTheme(live.walk, f"Theme {number}", barriers))
    themes = book.read(keys_of).themes
    book.do(SetVotes(live.meeting, {key: votes for votes, key in enumerate(themes)}))
    book.do(WeighTheme(themes[0], 5, 2))
    book.do(CountFist(live.meeting, (0, 0, 1, 2, 3, 4), "Shall we try it?"))
    book.do(CountFist(live.meeting, (0, 0, 0, 2, 3, 5), theme_id=themes[1]))
    book.do(CountFist(live.meeting, (1, 0, 0, 2, 3, 5), theme_id=themes[0]))


def _barriers(connection: Connection, station: str) -> tuple[str, ...]:
    query = select(Finding.id).where(Finding.station_id == station, Finding.kind == Kind.BARRIER)
    return _keys(connection, query.order_by(Finding.number))


def _check(book: Workbook, live: Live, day: Any) -> None:
    begin = BeginStageCheck(day, None, live.meeting)
    book.do(begin)
    dimensions = book.read(_keys, select(Dimension.id).order_by(Dimension.pos))
    book.do(SetMeetingDimensions(live.meeting, dimensions[:3]))
    first = book.read(_keys, select(Criterion.id).where(Criterion.stage == 1).order_by(Criterion.code))
    for criterion in first:
        book.do(AnswerCriterion(begin.id, criterion, Answer.PARTLY))
        book.do(AddEvidence(begin.id, criterion, Proof.COUNT, {"what": "Forms", "amount": "3", "day": day}))
    question = "How do we work together?"
    book.do(CountHands(begin.id, HANDS[::-1], sum(HANDS), question))
    book.do(CountHands(begin.id, HANDS, sum(HANDS), question))
    book.do(Write(partial(_seal_few, begin.id, 9, dimension_id=dimensions[1])))
    book.do(Write(partial(_seal_few, begin.id, 10, question=question)))
    book.do(AgreeStage(begin.id, Agreement.STAGE, 3, "Most of us see it so"))


def _seal_few(check: str, pos: int, session: Session, **asked: str) -> None:
    """A private round of one question with too few ballots: their number is all there is."""
    row = Round(
        stage_check_id=check, pos=pos, method=RatingMethod.PAPER, people=7, ballots=4, sealed=True, box="b",
        **asked,
    )  # fmt: skip
    session.add(row)


def _promise(book: Workbook, live: Live) -> None:
    partner = book.read(_keys, select(Partner.id).order_by(Partner.pos))[0]
    answers = book.read(_barriers, live.station)
    values = {
        "meeting_id": live.meeting,
        "owner": "Ana Ruiz",
        "owner_partner_id": partner,
        "because": "a log",
    }
    for number in range(STEPS):
        own = {**values, "held": number == STEPS - 1}
        book.do(AddNextStep(f"Step {number}", own, answers if number == 0 else ()))

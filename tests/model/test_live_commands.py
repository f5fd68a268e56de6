# SPDX-License-Identifier: MIT
"""What is done in a live meeting: each command is one step, undone and done again whole, told by numbers."""

from __future__ import annotations

import random
import shutil
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from tests.conftest import SAMPLE_DAY
from tests.model.any_rows import whole
from walkthrough.model.clock import FixedClock
from walkthrough.model.commands.choose import (
    CountFist,
    RemoveFist,
    SetDots,
    SetVotes,
    ThemesOfLoudest,
    WeighTheme,
)
from walkthrough.model.commands.debrief import BeginDebrief, JudgeCheck, NoteCheck, StepFromCheck
from walkthrough.model.commands.entry import RecordEntry
from walkthrough.model.commands.finding import DropTheme, MakeTheme
from walkthrough.model.commands.hands import CountHands
from walkthrough.model.commands.live import LeaveMeeting, ReopenMeeting, StartMeeting
from walkthrough.model.commands.meeting import AddAttendance, CloseMeeting, PlanMeeting, RemoveMeeting
from walkthrough.model.commands.plan import RemoveNextStep
from walkthrough.model.commands.prepare import SetMeetingDimensions, SetMeetingStations, SetRoomSize
from walkthrough.model.commands.roll import Arrive, CameUnnamed, Depart, SetLeaves
from walkthrough.model.errors import Refused
from walkthrough.model.schema import (
    Attendance,
    Debrief,
    Dimension,
    FistCount,
    Meeting,
    Partner,
    Station,
    Walk,
)
from walkthrough.model.schema import StageCheck as Check
from walkthrough.model.schema.base import new_id
from walkthrough.model.store.integrity import check
from walkthrough.model.words import DebriefAnswer, Kind, MeetingState, Role
from walkthrough.model.workbook import Workbook

NOON = FixedClock(datetime.combine(SAMPLE_DAY, datetime.min.time(), UTC).replace(hour=12))
TOLD = "zq told by a person"
CHECKS = (("power", "Who holds it?"), ("harm", "Did it hurt?"))


@pytest.fixture
def book(sample_workbook_file, tmp_path):
    path = tmp_path / "sample.walkthrough"
    shutil.copyfile(sample_workbook_file, path)
    workbook = Workbook.open(path, clock=NOON)
    yield workbook
    workbook.close()


class Place:
    """Keys to work with: a meeting of today, somebody invited, two themes of a walk without others."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.meeting, self.walk, self.guest = (new_id() for _ in range(3))
        self.partner, self.check = self.keys(Partner)[0], self.keys(Check)[0]
        self.stations, self.dimensions = self.keys(Station)[:3], self.keys(Dimension)[:3]
        book.do(PlanMeeting(SAMPLE_DAY, {"title": TOLD}, id=self.meeting))
        book.do(AddAttendance(self.meeting, Role.OTHER, self.partner, TOLD, id=self.guest))
        book.do(BeginDebrief(self.meeting, CHECKS))
        self.first_check = self.keys(Debrief, meeting_id=self.meeting)[0]
        walk = self.keys(Walk)[0]
        self.themes = [new_id(), new_id()]
        for theme in self.themes:
            book.do(MakeTheme(walk, TOLD, (), theme))

    def keys(self, kind, **where):
        query = select(kind.id).filter_by(**where).order_by(kind.pos if hasattr(kind, "pos") else kind.id)
        return self.book.read(lambda c: [key for (key,) in c.execute(query)])

    def row(self, kind, key):
        return self.book.read(lambda c: c.execute(select(kind.__table__).filter_by(id=key)).one())


@pytest.fixture
def place(book):
    return Place(book)


DEEDS = {
    "StartMeeting": lambda at: StartMeeting(at.meeting),
    "Arrive": lambda at: Arrive(at.guest),
    "CameUnnamed": lambda at: CameUnnamed(at.meeting, at.partner, Role.LIVED_EXPERIENCE),
    "SetLeaves": lambda at: SetLeaves(at.guest, "14:15"),
    "SetDots": lambda at: SetDots(at.meeting, 5, True),
    "SetVotes": lambda at: SetVotes(at.meeting, {at.themes[0]: 4, at.themes[1]: 9}),
    "WeighTheme": lambda at: WeighTheme(at.themes[0], 5, 1),
    "CountFist": lambda at: CountFist(at.meeting, (0, 1, 0, 3, 4, 2), TOLD, theme_id=at.themes[0]),
    "SetMeetingStations": lambda at: SetMeetingStations(at.meeting, tuple((k, 9) for k in at.stations)),
    "SetMeetingDimensions": lambda at: SetMeetingDimensions(at.meeting, tuple(at.dimensions)),
    "SetRoomSize": lambda at: SetRoomSize(at.meeting, 200, 600),
    "BeginDebrief": lambda at: BeginDebrief(at.meeting, (*CHECKS, ("ways-in", TOLD))),
    "JudgeCheck": lambda at: JudgeCheck(at.first_check, DebriefAnswer.PARTLY),
    "NoteCheck": lambda at: NoteCheck(at.first_check, TOLD),
    "StepFromCheck": lambda at: StepFromCheck(at.first_check, TOLD, {"owner": TOLD}),
    "CountHands": lambda at: CountHands(at.check, (1, 0, 5, 3, 0), 9, TOLD),
    "RecordEntry": lambda at: RecordEntry(
        Kind.BARRIER, TOLD, station_id=at.stations[0], said_by_partner_id=at.partner
    ),
}


@pytest.mark.parametrize("name", DEEDS)
def test_each_is_one_step_that_comes_undone_and_is_done_again_whole(book, place, name):
    before = book.read(whole)
    assert book.do(DEEDS[name](place)) is not None
    after = book.read(whole)
    assert after != before
    book.undo()
    assert book.read(whole) == before
    book.redo()
    assert book.read(whole) == after


@pytest.mark.parametrize("name", DEEDS)
def test_each_is_named_by_numbers_and_keys_and_never_by_what_was_typed(book, place, name):
    book.do(DEEDS[name](place))
    assert book.next_undo.label == name
    assert TOLD not in repr(book.next_undo.facts)


@pytest.mark.parametrize("name", sorted(set(DEEDS) - {"StartMeeting", "RecordEntry", "CountHands"}))
def test_each_is_refused_as_gone_when_its_row_is_not_there_any_more(book, place, name):
    place.meeting = place.guest = place.first_check = place.check = "gone"
    place.themes = ["gone", "gone"]
    before = book.read(whole)
    with pytest.raises(Refused) as refused:
        book.do(DEEDS[name](place))
    assert refused.value.code == "gone"
    assert book.read(whole) == before


# Live ----------------------------------------------------------------------------------------------------


def test_a_meeting_goes_live_is_left_and_begins_again(book, place):
    book.do(StartMeeting(place.meeting))
    assert place.row(Meeting, place.meeting).state is MeetingState.LIVE
    assert book.do(StartMeeting(place.meeting)) is None
    book.do(LeaveMeeting(place.meeting))
    assert place.row(Meeting, place.meeting).state is MeetingState.PLANNED
    assert book.do(LeaveMeeting(place.meeting)) is None
    book.do(StartMeeting(place.meeting))
    assert book.next_undo.facts == {"meeting_id": place.meeting, "day": SAMPLE_DAY.isoformat()}


def test_only_one_meeting_is_live_and_the_other_is_named_by_its_day(book, place):
    other = PlanMeeting(date(2026, 12, 24))
    book.do(other)
    book.do(StartMeeting(other.id))
    for command in (StartMeeting, ReopenMeeting):
        with pytest.raises(Refused) as refused:
            book.do(command(place.meeting))
        assert refused.value.code == "already_live"
        assert refused.value.facts == {"meeting_id": other.id, "at": "2026-12-24"}


def test_leaving_a_closed_meeting_does_not_open_it(book, place):
    closed = PlanMeeting(SAMPLE_DAY, {"state": MeetingState.CLOSED})
    book.do(closed)
    assert book.do(LeaveMeeting(closed.id)) is None


@pytest.mark.parametrize(("days", "opens"), [(0, True), (30, True), (31, False), (-20, True)])
def test_a_closed_meeting_opens_again_for_thirty_days_and_is_never_just_started(book, days, opens):
    closed = PlanMeeting(SAMPLE_DAY - timedelta(days=days), {"state": MeetingState.CLOSED})
    book.do(closed)
    with pytest.raises(Refused) as refused:
        book.do(StartMeeting(closed.id))
    assert refused.value.code == "meeting_closed"
    if opens:
        assert book.do(ReopenMeeting(closed.id)) is not None
        return
    with pytest.raises(Refused) as refused:
        book.do(ReopenMeeting(closed.id))
    assert (refused.value.code, refused.value.facts) == ("too_long_ago", {"most": 30})


# The roll ------------------------------------------------------------------------------------------------


def here(place):
    row = place.row(Attendance, place.guest)
    return row.came, row.has_left


def test_who_comes_goes_and_comes_back_is_here_and_came_once(book, place):
    book.do(Depart(place.guest))
    assert here(place) == (False, False)
    book.do(Arrive(place.guest))
    assert here(place) == (True, False)
    book.do(Depart(place.guest))
    assert here(place) == (True, True)
    book.do(Arrive(place.guest))
    assert here(place) == (True, False)


def test_somebody_without_a_name_came_and_may_belong_to_nobody(book, place):
    for partner in (None, place.partner):
        command = CameUnnamed(place.meeting, partner)
        book.do(command)
        row = place.row(Attendance, command.id)
        assert (row.came, row.name, row.partner_id, row.role) == (True, "", partner, Role.OTHER)


@pytest.mark.parametrize("time", ["2 pm", "25:00", "14:1"])
def test_a_time_to_leave_that_is_none_is_refused(book, place, time):
    with pytest.raises(Refused) as refused:
        book.do(SetLeaves(place.guest, time))
    assert (refused.value.code, refused.value.facts) == ("time_wrong", {"field": "leaves"})


def test_a_time_to_leave_is_taken_back_by_an_empty_one(book, place):
    book.do(SetLeaves(place.guest, "14:15"))
    book.do(SetLeaves(place.guest, ""))
    assert place.row(Attendance, place.guest).leaves == ""


# A fist --------------------------------------------------------------------------------------------------


def test_fists_stand_in_the_order_in_which_they_were_counted_and_one_can_go(book, place):
    first, second = (CountFist(place.meeting, (0, 0, 0, n, 0, 0), f" {n} ") for n in (4, 5))
    for command in (first, second):
        book.do(command)
    assert place.keys(FistCount, meeting_id=place.meeting) == [first.id, second.id]
    row = place.row(FistCount, second.id)
    assert (row.zero, row.three, row.question, row.held) == (0, 5, "5", False)
    book.do(RemoveFist(first.id))
    assert place.keys(FistCount, meeting_id=place.meeting) == [second.id]


@pytest.mark.parametrize(
    ("counts", "code"),
    [
        ((0,) * 6, "hands_missing"),
        ((-1, 0, 0, 0, 0, 2), "out_of_range"),
        ((10_000, *(0,) * 5), "out_of_range"),
    ],
)
def test_a_fist_that_nobody_showed_or_that_cannot_be_is_refused(book, place, counts, code):
    with pytest.raises(Refused) as refused:
        book.do(CountFist(place.meeting, counts))
    assert (refused.value.code, refused.value.facts["field"]) == (code, "hands")


@pytest.mark.parametrize("link", ["step_id", "theme_id"])
def test_a_fist_about_something_that_is_gone_is_refused(book, place, link):
    with pytest.raises(Refused) as refused:
        book.do(CountFist(place.meeting, (0, 0, 0, 1, 0, 0), **{link: "gone"}))
    assert refused.value.code == "gone"


def test_themes_are_made_only_while_a_walk_has_none(book, place):
    assert book.do(ThemesOfLoudest(place.keys(Walk)[0])) is None


# All of them, in any order -------------------------------------------------------------------------------


def any_deed(at, dice):
    """One of the commands with what it may be given, right or wrong."""
    meeting, theme = dice.choice([at.meeting, at.other]), dice.choice(at.themes)
    guest, step = dice.choice([at.guest, *at.unnamed]), dice.choice([None, *at.steps])
    made = new_id()
    fists = at.keys(FistCount)
    dimensions = at.keys(Dimension)
    deeds = {
        "start": lambda: StartMeeting(meeting),
        "leave": lambda: LeaveMeeting(meeting),
        "reopen": lambda: ReopenMeeting(meeting),
        "close": lambda: CloseMeeting(meeting),
        "arrive": lambda: Arrive(guest),
        "depart": lambda: Depart(guest),
        "unnamed": lambda: at.unnamed.append(made) or CameUnnamed(meeting, None, id=made),
        "leaves": lambda: SetLeaves(guest, dice.choice(["", "14:15", "late"])),
        "dots": lambda: SetDots(meeting, dice.randint(0, 6), dice.random() < 0.5),
        "votes": lambda: SetVotes(meeting, {key: dice.randint(-1, 9) for key in at.themes}),
        "weigh": lambda: WeighTheme(theme, dice.choice([None, 1, 5]), dice.randint(0, 6)),
        "loudest": lambda: ThemesOfLoudest(at.walk_of_all),
        "drop theme": lambda: DropTheme(theme),
        "fist": lambda: CountFist(
            meeting, tuple(dice.randint(0, 3) for _ in range(6)), TOLD, step, theme, id=made
        ),
        "no fist": lambda: RemoveFist(dice.choice([*fists, "gone"])),
        "stations": lambda: SetMeetingStations(
            meeting, tuple((key, dice.randint(0, 30)) for key in dice.sample(at.stations, 2))
        ),
        "dimensions": lambda: SetMeetingDimensions(meeting, tuple(dice.sample(dimensions, 3))),
        "room": lambda: SetRoomSize(meeting, dice.choice([None, 10, 200]), dice.choice([None, 600])),
        "debrief": lambda: BeginDebrief(meeting, tuple(dice.sample(CHECKS, dice.randint(0, 2)))),
        "judge": lambda: JudgeCheck(at.first_check, dice.choice([None, *DebriefAnswer])),
        "note": lambda: NoteCheck(at.first_check, dice.choice(["", TOLD])),
        "step": lambda: at.steps.append(made) or StepFromCheck(at.first_check, TOLD, id=made),
        "no step": lambda: RemoveNextStep(step or "gone"),
        "hands": lambda: CountHands(at.check, tuple(dice.randint(0, 2) for _ in range(5)), 8, id=made),
        "no meeting": lambda: RemoveMeeting(at.other),
    }
    return deeds[dice.choice(sorted(deeds))]()


@pytest.mark.parametrize("seed", range(4))
def test_any_hundred_of_them_come_undone_to_the_start_and_are_done_again_to_the_end(book, place, seed):
    dice = random.Random(seed)
    other = PlanMeeting(SAMPLE_DAY)
    book.do(other)
    place.other, place.walk_of_all = other.id, place.keys(Walk)[0]
    place.unnamed, place.steps = [], []
    start, done, refused = book.read(whole), 0, 0
    for _ in range(100):
        try:
            done += book.do(any_deed(place, dice)) is not None
        except Refused:
            refused += 1
    assert min(done, refused) > 10
    end = book.read(whole)
    for _ in range(done):
        book.undo()
    assert book.read(whole) == start
    for _ in range(done):
        book.redo()
    assert book.read(whole) == end
    path = book.path
    book.close()
    assert check(path).faults == ()

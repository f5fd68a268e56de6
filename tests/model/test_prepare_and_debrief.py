# SPDX-License-Identifier: MIT
"""Before a meeting and after it: stations, dimensions, size of the room; the debrief; hands on the stage."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from walkthrough.model.commands.debrief import BeginDebrief, JudgeCheck, NoteCheck, StepFromCheck
from walkthrough.model.commands.entry import ChangeKind, EditEntry, RecordEntry
from walkthrough.model.commands.finding import MergeFindings
from walkthrough.model.commands.hands import CountHands
from walkthrough.model.commands.meeting import AddAttendance, EditAttendance, EditMeeting, PlanMeeting
from walkthrough.model.commands.partner import AddPartner, RemovePartner
from walkthrough.model.commands.plan import RemoveNextStep
from walkthrough.model.commands.prepare import SetMeetingDimensions, SetMeetingStations, SetRoomSize
from walkthrough.model.commands.stage import BeginStageCheck
from walkthrough.model.commands.walk import StartWalk
from walkthrough.model.content import load_shelf
from walkthrough.model.errors import Refused
from walkthrough.model.schema import (
    Debrief,
    Dimension,
    Finding,
    Meeting,
    MeetingDimension,
    MeetingStation,
    NextStep,
    Round,
    Station,
    Tally,
)
from walkthrough.model.words import DebriefAnswer, Kind, RatingMethod, Role
from walkthrough.paths import resources

DAY = date(2026, 12, 8)
CHECKS = (("power", "Who holds it?"), ("harm", "Did it hurt?"), ("ways-in", "Who stays away?"))


@pytest.fixture(scope="module")
def shelf():
    return load_shelf(resources() / "content", "en")


@pytest.fixture
def meeting(workbook):
    command = PlanMeeting(DAY)
    workbook.do(command)
    return command.id


@pytest.fixture
def stations(workbook, shelf):
    workbook.do(StartWalk(shelf.route("five-points"), shelf.general_prompts, shelf.family("harper")))
    return column(workbook, select(Station.id).order_by(Station.pos))


@pytest.fixture
def check(workbook, shelf):
    command = BeginStageCheck(DAY, shelf.ladder)
    workbook.do(command)
    return command.id


def column(workbook, query):
    return workbook.read(lambda c: c.execute(query).scalars().all())


def rows(workbook, query):
    return [tuple(row) for row in workbook.read(lambda c: c.execute(query).all())]


# Stations and dimensions for the day ---------------------------------------------------------------------

ON_FOR_TODAY = select(MeetingStation.station_id, MeetingStation.minutes).order_by(MeetingStation.pos)
KEYS = select(MeetingStation.id).order_by(MeetingStation.pos)


def test_stations_are_walked_in_the_order_and_for_the_minutes_given(workbook, meeting, stations):
    wanted = ((stations[4], 12), (stations[0], 8))
    workbook.do(SetMeetingStations(meeting, wanted))
    assert rows(workbook, ON_FOR_TODAY) == list(wanted)
    assert workbook.next_undo.facts == {"count": 2}


def test_a_station_that_stays_keeps_its_row_so_that_copies_still_know_it(workbook, meeting, stations):
    workbook.do(SetMeetingStations(meeting, ((stations[0], 8), (stations[1], 8))))
    first, second = column(workbook, KEYS)
    workbook.do(SetMeetingStations(meeting, ((stations[2], 9), (stations[1], 10))))
    assert rows(workbook, ON_FOR_TODAY) == [(stations[2], 9), (stations[1], 10)]
    assert column(workbook, KEYS)[1] == second
    assert first not in column(workbook, KEYS)
    workbook.undo()
    assert column(workbook, KEYS) == [first, second]
    workbook.do(SetMeetingStations(meeting, ()))
    assert rows(workbook, ON_FOR_TODAY) == []


def test_a_station_named_twice_is_walked_once(workbook, meeting, stations):
    workbook.do(SetMeetingStations(meeting, ((stations[0], 8), (stations[1], 8), (stations[0], 11))))
    assert rows(workbook, ON_FOR_TODAY) == [(stations[0], 11), (stations[1], 8)]


@pytest.mark.parametrize("minutes", [0, -5, 1441])
def test_minutes_that_no_day_has_are_refused(workbook, meeting, stations, minutes):
    with pytest.raises(Refused) as refused:
        workbook.do(SetMeetingStations(meeting, ((stations[0], minutes),)))
    assert (refused.value.code, refused.value.facts) == ("minutes_wrong", {"field": "minutes"})


def test_stations_and_dimensions_that_are_gone_are_refused(workbook, meeting):
    for command in (SetMeetingStations(meeting, (("gone", 8),)), SetMeetingDimensions(meeting, ("gone",))):
        with pytest.raises(Refused) as refused:
            workbook.do(command)
        assert refused.value.code == "gone"


def test_dimensions_stand_in_the_order_given_each_once(workbook, meeting, check):
    keys = column(workbook, select(Dimension.id).order_by(Dimension.pos))
    workbook.do(SetMeetingDimensions(meeting, (keys[3], keys[0], keys[3])))
    here = select(MeetingDimension.dimension_id).order_by(MeetingDimension.pos)
    assert column(workbook, here) == [keys[3], keys[0]]
    workbook.do(SetMeetingDimensions(meeting, (keys[0],)))
    assert column(workbook, here) == [keys[0]]


# The room ------------------------------------------------------------------------------------------------

ROOM = select(Meeting.picture_cm, Meeting.back_row_cm)


def test_nobody_measured_the_room_until_somebody_did(workbook, meeting):
    assert rows(workbook, ROOM) == [(None, None)]
    workbook.do(SetRoomSize(meeting, 200, 600))
    assert rows(workbook, ROOM) == [(200, 600)]
    workbook.do(SetRoomSize(meeting, None, None))
    assert rows(workbook, ROOM) == [(None, None)]


@pytest.mark.parametrize(("picture", "back", "field"), [(0, 600, "picture_cm"), (200, 20_001, "back_row_cm")])
def test_a_room_that_cannot_be_is_refused_beside_its_field(workbook, meeting, picture, back, field):
    with pytest.raises(Refused) as refused:
        workbook.do(SetRoomSize(meeting, picture, back))
    assert (refused.value.code, refused.value.facts["field"]) == ("out_of_range", field)
    assert rows(workbook, ROOM) == [(None, None)]


def test_a_meeting_takes_what_is_arranged_and_how_it_rates(workbook, meeting):
    values = {"rating": RatingMethod.PASS, "arrangements": " Child care in room 3 ", "dots_private": True}
    workbook.do(EditMeeting(meeting, values))
    query = select(Meeting.rating, Meeting.arrangements, Meeting.dots_private)
    assert rows(workbook, query) == [(RatingMethod.PASS, "Child care in room 3", True)]


def test_a_line_of_the_attendance_takes_when_somebody_leaves(workbook, meeting):
    line = AddAttendance(meeting, Role.OTHER)
    workbook.do(line)
    workbook.do(EditAttendance(line.id, {"leaves": "14:00", "has_left": True}))
    with pytest.raises(Refused) as refused:
        workbook.do(EditAttendance(line.id, {"leaves": "two"}))
    assert (refused.value.code, refused.value.facts) == ("time_wrong", {"field": "leaves"})


# The debrief ---------------------------------------------------------------------------------------------


def test_the_checks_come_into_a_meeting_once_and_keep_their_answers(workbook, meeting):
    workbook.do(BeginDebrief(meeting, CHECKS[:2]))
    assert workbook.next_undo.facts == {"count": 2}
    first = column(workbook, select(Debrief.id).order_by(Debrief.pos))[0]
    workbook.do(JudgeCheck(first, DebriefAnswer.NOT_YET))
    assert workbook.do(BeginDebrief(meeting, CHECKS[:2])) is None
    workbook.do(BeginDebrief(meeting, (("power", "Said in another way"), *CHECKS[1:])))
    assert rows(workbook, select(Debrief.code, Debrief.text, Debrief.answer).order_by(Debrief.pos)) == [
        ("power", "Who holds it?", DebriefAnswer.NOT_YET), ("harm", "Did it hurt?", None),
        ("ways-in", "Who stays away?", None),
    ]  # fmt: skip


def test_a_judgement_and_a_note_can_be_taken_back(workbook, meeting):
    workbook.do(BeginDebrief(meeting, CHECKS[:1]))
    (key,) = column(workbook, select(Debrief.id))
    told = select(Debrief.answer, Debrief.note)
    workbook.do(JudgeCheck(key, DebriefAnswer.NO))
    workbook.do(NoteCheck(key, " Two voices "))
    assert rows(workbook, told) == [(DebriefAnswer.NO, "Two voices")]
    workbook.do(JudgeCheck(key, None))
    workbook.do(NoteCheck(key, ""))
    assert rows(workbook, told) == [(None, "")]


def test_a_step_from_a_check_belongs_to_the_meeting_and_leaves_the_check_when_it_goes(workbook, meeting):
    workbook.do(BeginDebrief(meeting, CHECKS))
    key = column(workbook, select(Debrief.id).order_by(Debrief.pos))[1]
    command = StepFromCheck(key, "Ask a parent to lead", {"owner": "Dana"})
    workbook.do(command)
    assert rows(workbook, select(NextStep.id, NextStep.what, NextStep.owner, NextStep.meeting_id)) == [
        (command.id, "Ask a parent to lead", "Dana", meeting)
    ]
    link = select(Debrief.step_id).where(Debrief.id == key)
    assert column(workbook, link) == [command.id]
    assert workbook.next_undo.facts == {"number": 1}
    workbook.do(RemoveNextStep(command.id))
    assert column(workbook, link) == [None]


def test_a_step_from_a_check_needs_words(workbook, meeting):
    workbook.do(BeginDebrief(meeting, CHECKS))
    key = column(workbook, select(Debrief.id))[0]
    with pytest.raises(Refused) as refused:
        workbook.do(StepFromCheck(key, "  "))
    assert (refused.value.code, refused.value.facts) == ("text_missing", {"field": "what"})


# Hands on the stage --------------------------------------------------------------------------------------


def test_a_show_of_hands_is_a_sealed_round_with_a_tally_for_each_stage(workbook, check):
    command = CountHands(check, (1, 0, 5, 3, 0), 9)
    workbook.do(command)
    round_ = select(Round.method, Round.sealed, Round.people, Round.pos)
    assert rows(workbook, round_) == [(RatingMethod.HANDS, True, 9, 0)]
    tallies = select(Tally.stage, Tally.ballots).where(Tally.round_id == command.id).order_by(Tally.stage)
    assert rows(workbook, tallies) == [(0, 1), (1, 0), (2, 5), (3, 3), (4, 0)]
    workbook.do(CountHands(check, (0, 0, 9, 0, 0), 9))
    assert rows(workbook, select(Round.pos).order_by(Round.pos)) == [(0,), (1,)]


@pytest.mark.parametrize(("people", "over"), [(9, 0), (12, 0), (7, 2), (0, 0)])
def test_more_hands_than_people_are_told_of_and_kept(workbook, check, people, over):
    command = CountHands(check, (1, 0, 5, 3, 0), people)
    assert workbook.do(command) is not None
    assert command.facts() == {"stage_check_id": check, "hands": 9, "people": people, "over": over}


@pytest.mark.parametrize(
    ("tallies", "people", "code", "field"),
    [
        ((0, 0, 0, 0, 0), 9, "hands_missing", "hands"),
        ((0, -1, 0, 0, 5), 9, "out_of_range", "hands"),
        ((0, 1, 0, 0, 5), -1, "out_of_range", "people"),
    ],
)
def test_hands_that_cannot_be_are_refused_and_nothing_is_kept(workbook, check, tallies, people, code, field):
    with pytest.raises(Refused) as refused:
        workbook.do(CountHands(check, tallies, people))
    assert (refused.value.code, refused.value.facts["field"]) == (code, field)
    assert rows(workbook, select(Round.id)) == []


def test_hands_for_stages_that_the_ladder_does_not_have_are_a_mistake_of_ours(workbook, check):
    with pytest.raises(ValueError, match="4"):
        workbook.do(CountHands(check, (0, 1, 2, 3), 6))


# Who said it ---------------------------------------------------------------------------------------------


def test_who_said_it_goes_with_a_finding_and_not_with_other_kinds(workbook, stations):
    court = AddPartner("Court", "courts")
    workbook.do(court)
    said = {"station_id": stations[0], "said_by_partner_id": court.id}
    barrier = RecordEntry(Kind.BARRIER, "No bus", **said)
    workbook.do(barrier)
    workbook.do(RecordEntry(Kind.PARKED, "Jail visits", **said))
    by = select(Finding.said_by_partner_id)
    assert column(workbook, by) == [court.id]
    workbook.do(EditEntry(Kind.BARRIER, barrier.entry_id, values={"said_by_partner_id": None}))
    assert column(workbook, by) == [None]
    workbook.undo()
    workbook.do(ChangeKind(Kind.BARRIER, barrier.entry_id, Kind.PRACTICE))
    assert column(workbook, by) == [court.id]
    workbook.do(RemovePartner(court.id))
    assert column(workbook, by) == [None]


def test_a_speaker_who_is_gone_is_refused(workbook, stations):
    with pytest.raises(Refused) as refused:
        workbook.do(RecordEntry(Kind.BARRIER, "No bus", station_id=stations[0], said_by_partner_id="gone"))
    assert refused.value.code == "gone"


def test_a_finding_that_takes_another_in_keeps_who_said_it_first(workbook, stations):
    court, clinic = AddPartner("Court", "courts"), AddPartner("Clinic", "health")
    for command in (court, clinic):
        workbook.do(command)
    kept, gone = (
        RecordEntry(Kind.BARRIER, "A", station_id=stations[0]),
        RecordEntry(Kind.BARRIER, "B", station_id=stations[0], said_by_partner_id=clinic.id),
    )
    own = RecordEntry(Kind.BARRIER, "C", station_id=stations[0], said_by_partner_id=court.id)
    for command in (kept, gone, own):
        workbook.do(command)
    workbook.do(MergeFindings(kept.entry_id, (gone.entry_id, own.entry_id)))
    assert column(workbook, select(Finding.said_by_partner_id)) == [clinic.id]

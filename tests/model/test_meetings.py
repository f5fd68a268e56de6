# SPDX-License-Identifier: MIT
"""Meetings as commands: days, times, agendas, who comes; and the pure rules of times and agendas."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkthrough.model.commands.meeting import (
    AddAttendance,
    CloseMeeting,
    EditAttendance,
    EditMeeting,
    InvitePartners,
    PlanMeeting,
    RemoveMeeting,
    SetAgenda,
)
from walkthrough.model.commands.partner import AddPartner, EditPartner
from walkthrough.model.commands.plan import AddNextStep, SetStepState
from walkthrough.model.errors import Refused
from walkthrough.model.queries.meetings import agenda_of, attendance_of, meetings, needs_of
from walkthrough.model.queries.plan import next_step
from walkthrough.model.rules.agendas import is_too_short, minutes_planned, stations_that_fit
from walkthrough.model.rules.times import (
    is_over_midnight,
    is_time,
    minutes_between,
    read_time,
    read_time_after,
)
from walkthrough.model.words import AgendaKind, Role, StepState

DAY = date(2026, 12, 8)
PARTS = ((AgendaKind.OPEN, "Welcome", 10), (AgendaKind.WALK, "Walk", 40))


FAR = date(2126, 12, 8)
"""A day to come, whenever the tests run."""


@pytest.fixture
def meeting(workbook):
    command = PlanMeeting(DAY, {"starts": "13:00", "ends": "14:30"}, PARTS)
    workbook.do(command)
    return command.id


def test_a_meeting_is_planned_with_its_agenda_and_undone_as_one(workbook, meeting):
    (row,) = workbook.read(meetings)
    assert (row.day, row.starts, row.ends) == (DAY, "13:00", "14:30")
    assert [(part.kind, part.title, part.minutes) for part in workbook.read(agenda_of, meeting)] == list(
        PARTS
    )
    workbook.undo()
    assert workbook.read(meetings) == ()


@pytest.mark.parametrize("column", ["starts", "ends"])
def test_a_time_that_is_none_is_refused_beside_its_field(workbook, meeting, column):
    with pytest.raises(Refused) as refused:
        workbook.do(EditMeeting(meeting, {column: "1 pm"}))
    assert (refused.value.code, refused.value.facts["field"]) == ("time_wrong", column)


def test_a_meeting_keeps_a_day(workbook, meeting):
    with pytest.raises(Refused) as refused:
        workbook.do(EditMeeting(meeting, {"day": None}))
    assert refused.value.facts["field"] == "day"


@pytest.mark.parametrize(("title", "minutes", "field"), [(" ", 5, "title"), ("Break", 0, "minutes")])
def test_a_part_needs_a_title_and_minutes(workbook, meeting, title, minutes, field):
    with pytest.raises(Refused) as refused:
        workbook.do(SetAgenda(meeting, ((AgendaKind.BREAK, title, minutes),)))
    assert refused.value.facts["field"] == field
    assert len(workbook.read(agenda_of, meeting)) == 2


def test_all_partners_are_invited_once_and_families_speak_from_life(workbook, meeting):
    for name, sector in (("Court", "courts"), ("Parents", "families"), ("Bus line", "transport")):
        workbook.do(AddPartner(name, sector))
    bus = AddPartner("Gone", "housing")
    workbook.do(bus)
    workbook.do(EditPartner(bus.id, {"has_left": True}))
    invite = InvitePartners(meeting)
    workbook.do(invite)
    assert invite.facts() == {"count": 3}
    rows = workbook.read(attendance_of, meeting)
    assert [(row.partner, row.role) for row in rows] == [
        ("Court", Role.OTHER), ("Parents", Role.LIVED_EXPERIENCE), ("Bus line", Role.OTHER),
    ]  # fmt: skip
    workbook.do(InvitePartners(meeting))
    assert len(workbook.read(attendance_of, meeting)) == 3


def test_what_somebody_needs_is_read_by_itself(workbook, meeting):
    command = AddAttendance(meeting, Role.LIVED_EXPERIENCE, needs="A ride")
    workbook.do(command)
    assert workbook.read(needs_of, command.id) == "A ride"
    assert not hasattr(workbook.read(attendance_of, meeting)[0], "needs")
    workbook.do(EditAttendance(command.id, {"came": True}))
    assert workbook.read(attendance_of, meeting)[0].came


def test_a_meeting_taken_out_takes_its_agenda_and_people_along(workbook, meeting):
    workbook.do(AddAttendance(meeting, Role.OTHER))
    workbook.do(RemoveMeeting(meeting))
    assert workbook.read(agenda_of, meeting) == ()
    workbook.undo()
    assert len(workbook.read(agenda_of, meeting)) == 2
    assert len(workbook.read(attendance_of, meeting)) == 1


def waiting_step(workbook, words, **values):
    command = AddNextStep("Call the court", {"due_words": words, **values})
    workbook.do(command)
    return command.id


@pytest.mark.parametrize("words", ["next meeting", "Next time.", "próxima reunión"])
def test_a_step_due_at_the_next_meeting_gets_its_day_and_undo_takes_back_both(workbook, words):
    step = waiting_step(workbook, words)
    workbook.do(PlanMeeting(FAR))
    assert workbook.read(next_step, step).due == FAR
    workbook.undo()
    assert workbook.read(meetings) == ()
    assert workbook.read(next_step, step).due is None


def test_other_words_and_other_days_are_left_alone(workbook):
    vague, dated = waiting_step(workbook, "when it rains"), waiting_step(workbook, "", due=date(2126, 1, 2))
    closed = waiting_step(workbook, "next meeting")
    workbook.do(SetStepState(closed, StepState.DROPPED, DAY))
    workbook.do(PlanMeeting(FAR))
    assert [workbook.read(next_step, key).due for key in (vague, dated, closed)] == [
        None, date(2126, 1, 2), None,
    ]  # fmt: skip


def test_a_step_due_at_the_next_meeting_moves_along_with_it(workbook):
    step = waiting_step(workbook, "next meeting")
    command = PlanMeeting(FAR)
    workbook.do(command)
    workbook.do(EditMeeting(command.id, {"title": "Second"}))
    assert workbook.read(next_step, step).due == FAR
    workbook.do(EditMeeting(command.id, {"day": date(2126, 12, 15)}))
    assert workbook.read(next_step, step).due == date(2126, 12, 15)


@pytest.mark.parametrize(
    "say", [lambda key: EditMeeting(key, {"next_day": FAR}), lambda key: CloseMeeting(key, FAR)]
)
def test_a_day_named_for_the_next_meeting_dates_what_was_said_in_this_one(workbook, say):
    live = PlanMeeting(date(2126, 12, 1))
    workbook.do(live)
    step = waiting_step(workbook, "next meeting", meeting_id=live.id)
    workbook.do(say(live.id))
    assert workbook.read(next_step, step).due == FAR


def test_the_next_meeting_is_neither_past_nor_the_one_it_was_said_in(workbook):
    live = PlanMeeting(FAR)
    workbook.do(live)
    step = waiting_step(workbook, "next meeting", meeting_id=live.id)
    for day in (date(2020, 1, 8), FAR):
        workbook.do(PlanMeeting(day))
        assert workbook.read(next_step, step).due is None
    workbook.do(PlanMeeting(date(2127, 1, 12)))
    assert workbook.read(next_step, step).due == date(2127, 1, 12)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("9", "09:00"), ("9:30", "09:30"), ("13:30", "13:30"), ("1:30 pm", "13:30"), ("1 PM", "13:00"),
        ("12 am", "00:00"), ("12:15 p.m.", "12:15"), ("1330", "13:30"), ("13h30", "13:30"),
        (" 8.05 ", "08:05"),
        ("24", None), ("12:60", None), ("13 pm", None), ("0 am", None), ("noon", None), ("", None),
        ("1:2", None),
    ],
)  # fmt: skip
def test_times_are_read_as_people_type_them(typed, kept):
    assert read_time(typed) == kept


@pytest.mark.parametrize(
    ("typed", "starts", "kept"),
    [
        ("2:30", "13:00", "14:30"), ("2:30", "09:00", "14:30"), ("10:30", "09:00", "10:30"),
        ("2:30 am", "13:00", "02:30"), ("02:30", "13:00", "02:30"), ("14:30", "13:00", "14:30"),
        ("11", "13:00", "23:00"), ("12:30", "13:00", "12:30"), ("2:30", "", "02:30"), ("soon", "13:00", None),
    ],
)  # fmt: skip
def test_a_time_without_half_of_the_day_is_meant_from_the_beginning_of_the_meeting(typed, starts, kept):
    assert read_time_after(typed, starts) == kept


@given(st.integers(0, 23), st.integers(0, 59))
def test_a_kept_time_reads_back_as_itself(hour, minute):
    kept = f"{hour:02}:{minute:02}"
    assert is_time(kept)
    assert read_time(kept) == kept


def test_the_length_of_a_meeting_is_open_until_both_times_are_said():
    assert minutes_between("13:00", "14:30") == 90
    assert minutes_between("14:30", "13:00") == -90
    assert minutes_between("", "13:00") is None


def test_an_end_up_to_twelve_hours_on_is_of_the_next_day():
    assert minutes_between("23:30", "01:00") == 90
    assert minutes_between("18:00", "06:00") == 12 * 60
    assert minutes_between("18:00", "06:01") < 0
    assert is_over_midnight("23:30", "01:00")
    for starts, ends in (
        ("13:00", "14:30"),
        ("14:30", "13:00"),
        ("", "01:00"),
        ("23:30", ""),
        ("09:00", "09:00"),
    ):
        assert not is_over_midnight(starts, ends)


@dataclass
class Part:
    kind: AgendaKind
    minutes: int


@given(st.integers(0, 600), st.integers(0, 30))
def test_as_many_stations_fit_as_have_eight_minutes_each(minutes, stations):
    fit = stations_that_fit(minutes)
    assert fit * 8 <= minutes < (fit + 1) * 8
    assert is_too_short(minutes, stations) == (max(stations, 1) > fit)


def test_the_minutes_of_all_parts_are_added_up():
    assert minutes_planned([Part(AgendaKind.OPEN, 8), Part(AgendaKind.WALK, 36)]) == 44

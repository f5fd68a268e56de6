# SPDX-License-Identifier: MIT
"""The plan as a calendar file, read back by the library that calendars use: days, hours in their zone,
reminders, the same event again in the next version.
"""

from __future__ import annotations

import datetime
from dataclasses import replace

import icalendar
import pytest

from tests.conftest import SAMPLE_DAY
from tests.export.hard_workbook import ARABIC, EMOJI, WORDS_8000
from walkthrough.export.ics.entries import CalendarEntry
from walkthrough.export.ics.writer import ics_bytes
from walkthrough.export.reports import ReportOptions
from walkthrough.export.written import written
from walkthrough.model.commands.meeting import CloseMeeting, PlanMeeting
from walkthrough.model.commands.partner import AddPartner, WriteAgreement
from walkthrough.model.commands.plan import AddNextStep, RaiseQuestion, SetStepState
from walkthrough.model.words import AgreementKind, StepState, Tier
from walkthrough.wording import Wording

OPTIONS = ReportOptions(SAMPLE_DAY, Wording())
SOON, PAST = SAMPLE_DAY + datetime.timedelta(days=10), SAMPLE_DAY - datetime.timedelta(days=3)


def events(workbook, **asked) -> dict[str, icalendar.Event]:
    """The events of the calendar by their summary."""
    told = written(workbook.read, "plan", "ics", replace(OPTIONS, **asked))
    return {str(event["summary"]): event for event in icalendar.Calendar.from_ical(told).walk("VEVENT")}


def test_open_steps_with_a_day_are_events_of_a_whole_day_with_a_reminder(workbook):
    clinic = AddPartner("Clinic", "health")
    workbook.do(clinic)
    ours = {"owner": "Ann", "owner_partner_id": clinic.id, "due": SOON, "because": "Nobody waits"}
    done = AddNextStep("Long done", {"due": SOON})
    for step in (
        AddNextStep("Call back", ours),
        done,
        AddNextStep("Some day"),
        AddNextStep("Late", {"due": PAST}),
    ):
        workbook.do(step)
    workbook.do(SetStepState(done.id, StepState.DONE, SAMPLE_DAY))
    workbook.do(AddNextStep("Said by Mr Doe", {"due": SOON, "held": True}))
    found = events(workbook)
    assert set(found) == {
        "#1 Call back: Ann, Clinic",
        "Overdue: #4 Late: Nobody yet",
        "#5 (wording on hold): Nobody yet",
    }
    event = found["#1 Call back: Ann, Clinic"]
    assert (event.start, event.end) == (SOON, SOON + datetime.timedelta(days=1))
    assert event["transp"] == "TRANSPARENT"
    assert event["summary"].params["LANGUAGE"] == "en"
    assert event["class"] == "PUBLIC"
    assert "We will know because: Nobody waits." in event["description"]
    (alarm,) = event.walk("VALARM")
    rings = datetime.datetime.combine(SOON, datetime.time()) + alarm["trigger"].dt
    assert rings == datetime.datetime.combine(SOON - datetime.timedelta(days=3), datetime.time(9))
    assert not found["Overdue: #4 Late: Nobody yet"].walk("VALARM"), "or all would ring at once"
    assert set(events(workbook, partner_id=clinic.id)) == {"#1 Call back: Ann, Clinic"}


@pytest.mark.parametrize(
    ("day", "starts", "ends", "end_day"),
    [
        (datetime.date(2027, 3, 14), "01:30", "03:30", datetime.date(2027, 3, 14)),  # the clocks go forward
        (datetime.date(2026, 12, 31), "22:30", "00:30", datetime.date(2027, 1, 1)),  # over midnight
    ],
)
def test_a_meeting_has_its_hours_in_its_own_zone(workbook, day, starts, ends, end_day):
    values = {
        "title": "Review",
        "starts": starts,
        "ends": ends,
        "zone": "America/Chicago",
        "place": "Library",
    }
    workbook.do(PlanMeeting(day, values))
    told = written(workbook.read, "plan", "ics", OPTIONS)
    calendar = icalendar.Calendar.from_ical(told)
    (event,) = calendar.walk("VEVENT")
    assert event["dtstart"].params["TZID"] == "America/Chicago"
    assert event.start.replace(tzinfo=None) == datetime.datetime.fromisoformat(f"{day}T{starts}")
    assert event.end.replace(tzinfo=None) == datetime.datetime.fromisoformat(f"{end_day}T{ends}")
    assert event["location"] == "Library"
    (zone,) = calendar.walk("VTIMEZONE")
    offsets = {part["tzoffsetto"].td for part in zone.walk("DAYLIGHT")}
    assert offsets == {datetime.timedelta(hours=-5)}
    assert told == written(workbook.read, "plan", "ics", OPTIONS)


def test_a_zone_that_nobody_knows_gives_the_hours_of_whoever_reads(workbook):
    workbook.do(PlanMeeting(SOON, {"title": "Review", "starts": "09:00", "zone": "county time"}))
    event = events(workbook)["Review"]
    assert event.start == datetime.datetime.combine(SOON, datetime.time(9))
    assert "county time" in event["description"]
    assert event.get("dtend") is None, "nobody said how long"


def test_questions_agreements_and_the_day_named_for_the_next_meeting_are_there(workbook):
    meeting = PlanMeeting(PAST)
    commands = (
        RaiseQuestion("Who pays?", Tier.OVERSIGHT, {"by_day": SOON}),
        RaiseQuestion("Answered?", Tier.OVERSIGHT, {"by_day": SOON, "answer": "Yes"}),
        WriteAgreement("One form", AgreementKind.MOU, (), {"review_on": SOON}),
        meeting,
        CloseMeeting(meeting.id, SOON),
    )
    for command in commands:
        workbook.do(command)
    found = events(workbook)
    assert set(found) == {"#1 Who pays?: Oversight", "Review by today: One form", "Next meeting"}
    assert all(event.start == SOON for event in found.values())


def test_the_next_version_brings_the_same_events_up_to_date(workbook):
    step = AddNextStep("Call back", {"due": SOON})
    workbook.do(step)
    (first,) = events(workbook).values()
    (again,) = events(workbook, today=SAMPLE_DAY + datetime.timedelta(days=1)).values()
    assert first["uid"] == again["uid"]
    assert first["sequence"] < again["sequence"]
    assert first["last-modified"].dt < again["last-modified"].dt
    assert step.id not in str(first["uid"]), "the key would tell when it was written down"


def test_lines_are_folded_at_75_octets_in_every_script(workbook):
    for text in (EMOJI * 3, ARABIC * 3, WORDS_8000, "semi; comma, back\\slash\nline"):
        workbook.do(AddNextStep(text, {"due": SOON, "owner": text[:40]}))
    told = written(workbook.read, "plan", "ics", OPTIONS)
    assert told.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in told.replace(b"\r\n", b"")
    assert max(len(line) for line in told.split(b"\r\n")) <= 75
    for line in told.split(b"\r\n"):
        line.decode()  # no letter is cut in two
    summaries = list(events(workbook))
    assert any(EMOJI in one for one in summaries)
    assert any(ARABIC in one for one in summaries)
    assert any("semi; comma, back\\slash line" in one for one in summaries)
    assert all(len(one) < 260 for one in summaries)


def test_no_control_mark_gets_into_a_calendar():
    entry = CalendarEntry("key", "a\x00b\r\nEND:VEVENT", ("c\x1bd",), "", SOON, place="e\ufffff")
    told = ics_bytes(Wording(), "t\x07u", SAMPLE_DAY, (entry,)).decode()
    assert all(letter.isprintable() or letter in "\r\n" for letter in told)
    assert told.count("\nEND:VEVENT") == 1


def test_the_last_day_of_all_calendars_is_a_day_too(workbook):
    last = {"title": "The end", "starts": "23:00", "ends": "23:30", "zone": "America/Chicago"}
    workbook.do(PlanMeeting(datetime.date.max, last))
    workbook.do(AddNextStep("Some time", {"due": datetime.date.max}))
    found = events(workbook)
    assert {event.start.isoformat()[:10] for event in found.values()} == {"9999-12-31"}


def test_a_workbook_with_nothing_in_it_gives_an_empty_calendar(workbook):
    told = written(workbook.read, "plan", "ics", OPTIONS)
    calendar = icalendar.Calendar.from_ical(told)
    assert calendar["x-wr-calname"] == "Action plan of A collaborative without a name"
    assert not calendar.walk("VEVENT")

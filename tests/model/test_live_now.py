# SPDX-License-Identifier: MIT
"""Where a live meeting is: kept outside the journal, found after a crash, gone with the meeting."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from walkthrough.model.commands.live import LeaveMeeting, StartMeeting
from walkthrough.model.commands.meeting import AddAttendance, PlanMeeting, RemoveMeeting
from walkthrough.model.commands.roll import SetLeaves
from walkthrough.model.live_now import LiveState
from walkthrough.model.rules.pace import Clockwork, begin_break, start_timer
from walkthrough.model.showing import Call, Showing
from walkthrough.model.store.copying import opened
from walkthrough.model.store.integrity import check
from walkthrough.model.store.interchange import export_data, import_data
from walkthrough.model.words import AgendaKind, Role
from walkthrough.model.workbook import Workbook

NOW = datetime(2026, 12, 8, 13, 20, 30, tzinfo=UTC)
CLOCK = begin_break(start_timer(Clockwork(NOW, NOW + timedelta(minutes=90)), NOW, 8), NOW, 10)


@pytest.fixture
def meeting(workbook):
    command = PlanMeeting(date(2026, 12, 8))
    workbook.do(command)
    workbook.do(StartMeeting(command.id))
    return command.id


def where(meeting, **more):
    return LiveState(Showing(meeting, AgendaKind.WALK, **more), CLOCK)


def reopened(workbook):
    workbook.close()
    return Workbook.open(workbook.path)


def test_nobody_is_anywhere_in_a_new_workbook(workbook):
    assert workbook.live_now.found() is None


def test_where_the_meeting_is_comes_back_whole_after_an_end_without_goodbye(workbook, meeting, tmp_path):
    state = where(
        meeting, station_id="s", call=Call.HAND_OFF, page=2, at="t", done=("a", "b"), revealed=True, many_in=7
    )
    workbook.live_now.keep(where(meeting))
    workbook.live_now.keep(state)
    left = tmp_path / "killed.walkthrough"  # what lies on the disk while the program still runs
    for ending in ("", "-wal"):
        shutil.copyfile(f"{workbook.path}{ending}", f"{left}{ending}")
    book = Workbook.open(left)
    assert book.live_now.found() == state
    book.close()
    assert check(left).faults == ()


def test_a_meeting_that_is_left_is_forgotten(workbook, meeting):
    workbook.live_now.keep(where(meeting))
    workbook.live_now.clear()
    assert workbook.live_now.found() is None
    workbook.live_now.clear()


def test_going_on_is_no_step_and_nothing_to_undo(workbook, meeting):
    before = workbook.next_undo
    workbook.live_now.keep(where(meeting))
    assert workbook.next_undo == before
    steps = workbook.read(lambda c: c.exec_driver_sql("select count(*) from chg_step").scalar_one())
    assert steps == 2


def damage(path, state):
    with opened(path) as connection:
        connection.execute("update live_now set state = ?", (state,))
        connection.commit()


@given(st.one_of(st.text(), st.recursive(st.none() | st.integers() | st.text(), st.lists).map(json.dumps)))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nonsense_in_it_is_no_trouble(workbook, nonsense):
    if not workbook.live_now.found():
        command = PlanMeeting(date(2026, 12, 8))
        workbook.do(command)
        workbook.live_now.keep(where(command.id))
    damage(workbook.path, nonsense)
    assert workbook.live_now.found() is None


def test_a_workbook_with_nonsense_in_it_opens(workbook, meeting):
    workbook.live_now.keep(where(meeting))
    damage(workbook.path, '{"showing": ')
    book = reopened(workbook)
    assert book.live_now.found() is None
    book.live_now.keep(where(meeting))
    assert book.live_now.found() == where(meeting)
    book.close()


@pytest.mark.parametrize("part", ["began", "showing", "clock"])
def test_a_state_of_another_version_is_forgotten(workbook, meeting, part):
    told = json.loads(msgspec.json.encode(where(meeting)))
    (told if part in told else told["clock"]).pop(part)
    workbook.live_now.keep(where(meeting))
    damage(workbook.path, json.dumps(told))
    assert workbook.live_now.found() is None


def test_a_workbook_whose_live_meeting_is_gone_opens_and_the_meeting_comes_back_with_undo(workbook, meeting):
    workbook.live_now.keep(where(meeting))
    workbook.do(LeaveMeeting(meeting))
    workbook.do(RemoveMeeting(meeting))
    book = reopened(workbook)
    assert book.live_now.found() is None
    book.undo()
    assert book.live_now.found() == where(meeting)
    book.close()


def test_it_is_in_the_backup_and_not_in_the_data(workbook, meeting, tmp_path):
    book = Workbook.open(_closed(workbook), backups=tmp_path / "backups")
    book.live_now.keep(where(meeting))
    told = book.read(export_data)
    assert b"live_now" not in told
    backup = book.backup_now("by-hand")
    book.close()
    copy = Workbook.open(shutil.copyfile(backup.path, tmp_path / "restored.walkthrough"))
    assert copy.live_now.found() == where(meeting)
    copy.close()
    import_data(told, tmp_path / "imported.walkthrough")
    imported = Workbook.open(tmp_path / "imported.walkthrough")
    assert imported.live_now.found() is None
    imported.close()


def _closed(workbook):
    workbook.close()
    return workbook.path


def test_a_meeting_removed_for_good_is_forgotten_here_and_in_every_backup(workbook, meeting, tmp_path):
    book = Workbook.open(_closed(workbook), backups=tmp_path / "backups")
    book.live_now.keep(where(meeting))
    backup = book.backup_now("by-hand")
    book.remove_for_good("meeting", meeting)
    book.close()
    for path in (book.path, backup.path):
        with opened(path, reading=True) as connection:
            assert connection.execute("select count(*) from live_now").fetchone() == (0,)


def test_another_meeting_removed_for_good_leaves_it_alone(workbook, meeting):
    other = PlanMeeting(date(2026, 12, 9))
    workbook.do(other)
    workbook.live_now.keep(where(meeting))
    workbook.remove_for_good("meeting", other.id)
    assert workbook.live_now.found() == where(meeting)


def test_removing_somebody_for_good_leaves_the_time_at_which_others_leave(workbook, meeting):
    lines = [AddAttendance(meeting, Role.OTHER, name=name) for name in ("Dana", "Rose")]
    for line in lines:
        workbook.do(line)
        workbook.do(SetLeaves(line.id, "14:15"))
    removal = workbook.remove_for_good("attendance", lines[0].id)
    assert removal.also_in == ()
    query = "select leaves from attendance"
    assert workbook.read(lambda c: c.exec_driver_sql(query).scalar_one()) == "14:15"

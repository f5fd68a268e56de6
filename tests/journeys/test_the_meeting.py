# SPDX-License-Identifier: MIT
"""A whole meeting by keys, on a laptop at 125 % with a projector beside it: from getting ready to the files.

The windows are real, and so is the process that writes the papers.
"""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.fake_screens import LAPTOP, WALL
from tests.fake_screens import screens as screens
from tests.journeys.keys import CTRL, SHIFT, Fingers, Key, at, focus, wait_until
from tests.settled import settle
from walkthrough.model.commands.meeting import PlanMeeting, RemoveMeeting
from walkthrough.model.queries.choosing import themes_of
from walkthrough.model.queries.entries import count_to_sort, entry_by_number, last_entries
from walkthrough.model.queries.meetings import meetings, parked_topics
from walkthrough.model.queries.plan import next_steps_of
from walkthrough.model.queries.prepare import preparing
from walkthrough.model.queries.roll import people_here
from walkthrough.model.queries.walk import stations, walk_head
from walkthrough.model.store.integrity import check
from walkthrough.model.words import Acceptance, AgendaKind, Kind, MeetingState, ParkedState
from walkthrough.model.workbook import Workbook
from walkthrough.ui.walking.station_list import TO_SORT
from walkthrough.ui.wall.projection import WallState

AGENDA = (
    (AgendaKind.OPEN, "Welcome", 5),
    (AgendaKind.LAST_TIME, "Last time", 10),
    (AgendaKind.WALK, "Walk", 36),
    (AgendaKind.CHOOSE, "Choose", 8),
    (AgendaKind.STAGE_CHECK, "Stage", 9),
    (AgendaKind.NEXT_STEPS, "Next steps", 12),
    (AgendaKind.READ_BACK, "Read back", 5),
    (AgendaKind.CLOSE, "Close", 5),
)
pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support", "propagateSizeHints"),
    pytest.mark.timeout(180),
]


class Room:
    """The presenter with ten fingers, the two windows, and what the workbook holds."""

    def __init__(self, windows, screens, meeting: str, walk: str, documents: Path) -> None:
        self.windows, self.screens, self.meeting, self.walk = windows, screens, meeting, walk
        self.documents = documents
        self.hand = Fingers(windows.window)

    @property
    def page(self):
        return self.windows.window.stack.page

    @property
    def wall(self):
        return self.windows.frame.projection

    @property
    def read(self):
        return self.windows.frame.opened.workbook.read

    def on_the_wall(self) -> str:
        """Everything that the room could read now."""
        settle()
        scene = self.wall.audience.scene
        return " ".join(shape.say for shape in scene.shapes if shape.say)

    def to(self, kind: AgendaKind) -> None:
        """Go on by Ctrl+Page Down until this part is in view."""
        for _press in range(len(AGENDA)):
            if self.page.part().kind is kind:
                return
            self.hand.ctrl(Key.Key_PageDown)
        raise AssertionError(f"never came to {kind}")


@pytest.fixture
def room(start, screens, tmp_path, sample_workbook_file, monkeypatch):
    """The sample county on the day of a meeting whose agenda is set and nothing else."""
    documents = tmp_path / "documents"
    documents.mkdir()
    where = "PySide6.QtCore.QStandardPaths.writableLocation"
    monkeypatch.setattr(where, lambda _kind: str(documents))
    path = Path(shutil.copyfile(sample_workbook_file, tmp_path / "county.walkthrough"))
    book = Workbook.open(path)
    walk = book.read(walk_head).id
    for row in book.read(meetings):
        if row.state is MeetingState.PLANNED:
            book.do(RemoveMeeting(row.id))
    plan = PlanMeeting(book.clock.today(), {"starts": "00:05", "ends": "23:55", "walk_id": walk}, AGENDA)
    book.do(plan)
    book.close()
    screens(LAPTOP, WALL)
    windows = start(path, "--screen", "meetings")
    return Room(windows, screens, plan.id, walk, documents)


def test_a_meeting_from_getting_ready_to_the_files_on_disk(room):
    prepare(room)
    begin(room)
    come_in(room)
    walk_three_stations(room)
    sort_in_the_break(room)
    the_wall_obeys(room)
    choose(room)
    agree_on_steps(room)
    read_back(room)
    close(room)
    print(room.hand.table())


def prepare(room):
    hand = room.hand
    hand.begin("prepare")
    hand.tab_to("meeting_part_3")
    hand.press(Key.Key_Space)
    hand.press(Key.Key_Tab, Key.Key_Tab)
    for _tab in range(6):
        if focus() is room.page.view.panel.prepare.stations.list:
            break
        hand.press(Key.Key_Tab)
    hand.press(Key.Key_Space, Key.Key_Down, Key.Key_Space, Key.Key_Down, Key.Key_Space)
    ready = room.read(preparing, room.meeting)
    assert [row.number for row in ready.stations if row.is_chosen] == [1, 2, 3]


def begin(room):
    hand = room.hand
    hand.begin("to the wall")
    hand.ctrl(Key.Key_L)
    hand.press(Key.Key_F5)
    hand.press(Key.Key_Return)
    assert room.page.name == "live"
    assert room.wall.state is WallState.LIVE
    assert room.wall.screen_number == 2
    assert not room.windows.room.safe
    assert hand.part.keys == 3
    hand.press(Key.Key_PageDown)
    assert "roles" in repr(room.page.part().showing()) or room.page.part().showing().page == 1


def come_in(room):
    hand = room.hand
    hand.begin("roll")
    hand.press(Key.Key_A, with_=CTRL | SHIFT)
    for _person in range(6):
        hand.type("+")
    hand.press(Key.Key_A, with_=CTRL | SHIFT)
    assert room.read(people_here, room.meeting) == 6


def walk_three_stations(room):
    hand = room.hand
    hand.begin("walk")
    room.to(AgendaKind.WALK)
    names = [row.name for row in room.read(stations, room.walk)][:3]
    hand.enter("A nurse calls the same day")
    assert "A nurse calls the same day" in room.on_the_wall()
    hand.enter("-No ride after five")
    wrong = room.read(last_entries)[0]
    hand.press(Key.Key_PageDown)
    hand.enter("?Visits in jail")
    hand.enter("-The form asks the same things twice")
    hand.enter(f"#{wrong.number}")
    assert room.page.line.line.edited is not None
    hand.enter(" on weekdays")
    assert room.read(entry_by_number, wrong.number).text == "No ride after five on weekdays"
    hand.press(Key.Key_PageDown)
    hand.enter("Coaches sit in the waiting room")
    hand.enter("-Two weeks for a place")
    (topic,) = (row for row in room.read(parked_topics, room.meeting) if row.state is ParkedState.OPEN)
    assert topic.text == "Visits in jail"
    said = room.read(last_entries, limit=6)
    order = {row.id: row.name for row in room.read(stations, room.walk)}
    assert [order[row.station_id] for row in reversed(said)] == [
        names[0], names[0], names[1], names[1], names[2], names[2],
    ]  # fmt: skip


def sort_in_the_break(room):
    hand, place = room.hand, room.page.part().place
    hand.begin("sort")
    many = room.read(count_to_sort, room.walk)
    assert many >= 4
    hand.press(Key.Key_B, with_=CTRL | SHIFT)
    hand.part_to(place.list)
    hand.press(Key.Key_End)
    assert place.place == TO_SORT
    assert "Two weeks for a place" not in room.on_the_wall(), "the room sees when we go on, no more"
    hand.part_to(place.station.entries)
    hand.press(Key.Key_Home)
    for _entry in range(2):
        hand.alt(Key.Key_2)
    assert room.read(count_to_sort, room.walk) == many - 2
    hand.press(Key.Key_B, with_=CTRL | SHIFT)
    hand.press(Key.Key_PageUp)
    assert place.place != TO_SORT
    hand.part_to(room.page.line.text.control)


def the_wall_obeys(room):
    hand, wall = room.hand, room.wall
    hand.begin("the wall")
    before = room.on_the_wall()
    hand.press(Key.Key_F8)
    assert wall.state is WallState.FROZEN
    hand.enter("+Said while the wall stood still")
    assert room.on_the_wall() == before
    hand.press(Key.Key_F8)
    assert "Said while the wall stood still" in room.on_the_wall()
    hand.press(Key.Key_F9)
    assert wall.state is WallState.BLANK
    assert "still" not in room.on_the_wall()
    hand.press(Key.Key_F9)
    hand.press(Key.Key_F5, with_=CTRL)
    assert wall.screen_number == 1
    assert room.windows.room.safe, "after a swap everything is fit for the wall until somebody says so"
    hand.press(Key.Key_F5, with_=CTRL)
    room.screens(LAPTOP)
    assert room.windows.room.safe
    assert not wall.audience.isVisible(), "it never jumps onto the presenter's screen"
    hand.enter("+Said while the cable was out")
    room.screens(LAPTOP, WALL)
    assert wait_until(lambda: wall.screen_number == 2)
    assert room.windows.room.safe
    assert "Said while the cable was out" in room.on_the_wall()


def turn_to(hand, is_there):
    """Page Down goes through the pages of a moment, then on to the next."""
    for _press in range(8):
        if is_there():
            return
        hand.press(Key.Key_PageDown)
    raise AssertionError("Page Down never came there")


def choose(room):
    hand = room.hand
    hand.begin("choose")
    room.to(AgendaKind.CHOOSE)
    part = room.page.part()
    turn_to(hand, lambda: part.themes.isVisible())
    rows = [row for row in room.read(last_entries, limit=20) if row.kind is Kind.BARRIER]
    numbers = " ".join(str(row.number) for row in rows[:2])
    already = len(room.read(themes_of, room.walk))
    part.themes.line.control.setFocus()
    hand.enter(f"Rides and waits {numbers}")
    assert len(room.read(themes_of, room.walk)) == already + 1
    turn_to(hand, lambda: part.dots.isVisible())
    part.dots.list.setFocus()
    for _theme in range(already):
        hand.press(Key.Key_Down)
    hand.type("9")
    hand.press(Key.Key_Return)
    assert wait_until(lambda: max(row.votes for row in room.read(themes_of, room.walk)) == 9)


def agree_on_steps(room):
    hand = room.hand
    hand.begin("next steps")
    room.to(AgendaKind.NEXT_STEPS)
    assert at() == "capture" or focus() is room.page.line.text.control
    for what, who in (
        ("Run the van until seven", "T. Vega"),
        ("Ask once, share the form", "Q. Hahn"),
    ):
        hand.fill(what, who, "2w")
        room.windows.window.activateWindow()  # names are offered in a window of their own
        hand.press(Key.Key_Return)
    steps = room.read(next_steps_of, room.meeting)
    assert [step.what for step in steps] == ["Run the van until seven", "Ask once, share the form"]
    told = room.on_the_wall()
    assert "Run the van until seven" in told
    assert "Vega" not in told, "who it is stays on paper"


def read_back(room):
    hand = room.hand
    hand.begin("read back")
    room.to(AgendaKind.READ_BACK)
    assert "Run the van until seven" in room.on_the_wall()
    hand.press(Key.Key_Return, Key.Key_Return)
    steps = room.read(next_steps_of, room.meeting)
    assert [step.acceptance for step in steps] == [Acceptance.ACCEPTED] * 2


def close(room):
    hand = room.hand
    hand.begin("close")
    room.to(AgendaKind.CLOSE)
    page = room.page
    part = page.part()
    hand.tab_to("close_next_day")
    hand.write("13w")
    hand.tab_to("close_it")
    hand.press(Key.Key_Return)
    assert wait_until(lambda: any(not path.name.startswith(".") for path in room.documents.iterdir()), 60)
    (folder,) = room.documents.iterdir()
    names = sorted(path.name for path in folder.iterdir())
    for begins in ("0 ", "1 Action plan.pdf", "1 Action plan.docx", "2 Minutes", "3 Full", "4 Sheet"):
        assert any(name.startswith(begins) for name in names), begins
    assert any(name.endswith(".json") for name in names)
    (row,) = (row for row in room.read(meetings) if row.id == room.meeting)
    assert row.state is MeetingState.CLOSED
    assert row.next_day == row.day + timedelta(weeks=13)
    assert list(room.windows.places.backups.rglob("*meeting*"))
    assert wait_until(lambda: part.papers.job is None or part.papers.job.outcome is not None)
    path = room.windows.frame.opened.workbook.path
    room.windows.window.close()
    assert check(path).sound


def test_a_program_closed_while_papers_are_written_leaves_no_half_of_them(room):
    begin(room)
    room.to(AgendaKind.CLOSE)
    room.hand.tab_to("close_it")
    room.hand.press(Key.Key_Return)
    assert wait_until(lambda: any(room.documents.iterdir()))
    room.windows.window.close()
    assert [path.name for path in room.documents.iterdir() if path.name.startswith(".")] == []


def test_a_key_held_by_the_remote_never_leaves_a_part(room):
    begin(room)
    for _press in range(20):
        room.hand.press(Key.Key_PageDown)
    assert room.page.part().kind is AgendaKind.OPEN
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    assert room.page.name == "live"

# SPDX-License-Identifier: MIT
"""The walk in a live meeting, the presenter's side, by keys in the real window."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.journeys.keys import Fingers, Key, wait_until
from walkthrough.model.commands.entry import RecordEntry
from walkthrough.model.commands.prepare import SetMeetingStations
from walkthrough.model.commands.roll import CameUnnamed
from walkthrough.model.commands.station import SetStationNote
from walkthrough.model.queries.entries import entries_at, last_entries
from walkthrough.model.queries.live_walk import not_heard, theme_names
from walkthrough.model.queries.partners import partners
from walkthrough.model.queries.walk import station_page, stations, walk_head
from walkthrough.model.showing import Call
from walkthrough.model.words import AgendaKind, Certainty, Kind

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "propagateSizeHints")


class Walking:
    """The part in view, and fingers on the keys."""

    def __init__(self, windows):
        self.windows, self.hand = windows, Fingers(windows.window)
        self.hand.ctrl(Key.Key_L)
        self.page = windows.window.stack.page
        self.book = self.page.desk.workbook
        self.every = self.book.read(stations, self.book.read(walk_head).id)

    def begin(self, *places):
        """Choose stations for today by their place on the route, and go to the walk."""
        today = tuple((self.every[place].id, 8 + place) for place in places)
        self.book.do(SetMeetingStations(self.book.live_meeting, today))
        self.page.show_for(part=AgendaKind.WALK)
        assert wait_until(lambda: QApplication.focusWidget() is self.part.line.text.control)
        return self

    @property
    def part(self):
        return self.page.part()

    @property
    def place(self):
        return self.part.place

    def showing(self):
        return self.part.showing()

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        self.hand.press(key, with_=modifier)

    def not_safe(self):
        self.page.desk.room.confirm_alone()

    def last(self):
        return self.book.read(last_entries)[0]


@pytest.fixture
def live(start, tmp_path, sample_workbook_file):
    return Walking(start(shutil.copyfile(sample_workbook_file, tmp_path / "county.walkthrough")))


@pytest.fixture
def walking(live):
    return live.begin(2, 3, 4)


def hand_off_at(walking):
    return next(n for n, row in enumerate(walking.place.stations) if row.is_handoff)


def test_only_todays_stations_are_walked_in_todays_order_with_their_minutes(live):
    live.begin(4, 2)
    assert [row.id for row in live.place.stations] == [live.every[4].id, live.every[2].id]
    assert [row.minutes for row in live.place.stations] == [12, 10]
    assert live.place.place == live.every[4].id
    assert live.place.station.where.text() == "1 of 2  ·  0 of 12 minutes"


def test_without_a_choice_for_today_every_station_is_walked(live):
    live.begin()
    assert [row.id for row in live.place.stations] == [row.id for row in live.every]


def test_a_station_left_by_the_remote_keeps_its_half_typed_line(walking, qtbot):
    first, second = (row.id for row in walking.place.stations[:2])
    walking.hand.write("-The form asks")
    walking.press(Key.Key_PageDown)
    assert walking.showing().station_id == second
    chip = walking.part.line.chips.station
    assert not chip.isHidden()
    assert walking.place.stations[0].name in chip.text()
    walking.hand.enter(" twice")
    row = walking.last()
    assert (row.text, row.station_id, row.kind) == ("The form asks twice", first, Kind.BARRIER)
    qtbot.waitUntil(chip.isHidden)


def test_each_new_station_starts_with_what_works(walking):
    walking.hand.enter("-A barrier")
    assert walking.part.line.line.kind is Kind.BARRIER
    walking.press(Key.Key_PageDown)
    assert walking.part.line.line.kind is Kind.PRACTICE


def test_page_keys_stay_within_the_walk(walking):
    walking.press(Key.Key_PageUp)
    assert walking.place.place == walking.place.stations[0].id
    for _more in range(6):
        walking.press(Key.Key_PageDown)
    assert walking.page.part().kind is AgendaKind.WALK
    assert walking.place.place == walking.place.stations[-1].id


def test_what_is_called_onto_the_wall_goes_off_by_the_same_key(walking):
    for key, modifier, call in (
        (Key.Key_F7, SHIFT, Call.RULE_AND_PRACTICE),
        (Key.Key_F3, SHIFT, Call.LADDER),
        (Key.Key_F4, Qt.KeyboardModifier.NoModifier, Call.MAP),
        (Key.Key_R, CTRL | SHIFT, Call.STATION_READ_BACK),
    ):
        walking.press(key, modifier)
        assert walking.showing().call is call
        walking.press(key, modifier)
        assert walking.showing().call is Call.NONE, call


def test_going_on_to_the_next_station_takes_off_what_was_called_up(walking):
    walking.press(Key.Key_F7, SHIFT)
    assert not walking.place.station.called.isHidden()
    walking.press(Key.Key_PageDown)
    assert walking.showing().call is Call.NONE
    assert walking.place.station.called.isHidden()


def test_f7_brings_the_hand_off_card_to_the_fields_and_to_the_wall(walking):
    for _station in range(hand_off_at(walking)):
        walking.press(Key.Key_PageDown)
    walking.press(Key.Key_F7)
    assert walking.showing().call is Call.HAND_OFF
    assert QApplication.focusWidget().objectName() == "from_whom"
    walking.press(Key.Key_F7)
    assert walking.showing().call is Call.NONE
    assert QApplication.focusWidget() is walking.part.line.text.control


def test_a_station_without_a_hand_off_says_so_and_keeps_the_wall(walking):
    walking.press(Key.Key_F7)
    assert walking.showing().call is Call.NONE
    assert "hand-off" in walking.windows.window.status.said()


def test_a_station_is_read_back_in_the_order_said_page_by_page(walking):
    station = walking.place.place
    walking.press(Key.Key_R, CTRL | SHIFT)
    rows = [row.number for row in walking.place.station.rows.values()]
    assert rows == sorted(rows)
    assert len(rows) == walking.book.read(entries_at, station).total > 3
    walking.press(Key.Key_PageDown)
    assert (walking.showing().page, walking.showing().station_id) == (1, station)
    walking.press(Key.Key_PageUp)
    assert walking.showing().page == 0
    for _page in rows:
        walking.press(Key.Key_PageDown)
    assert walking.showing().call is Call.NONE


def test_a_question_chosen_by_the_arrows_stands_on_the_wall_and_counts_as_asked(walking):
    page = walking.book.read(station_page, walking.place.place)
    walking.press(Key.Key_F3)
    walking.press(Key.Key_Down)
    walking.press(Key.Key_Return)
    assert walking.showing().prompt_id == page.prompts[1].id
    assert walking.book.read(station_page, page.id).prompts[1].asked
    marked = [line for line in walking.part.side.panel.prompts.lines() if not line.on_wall.isHidden()]
    assert [line.id for line in marked] == [page.prompts[1].id]
    assert QApplication.focusWidget() is walking.part.line.text.control
    walking.press(Key.Key_PageDown)
    assert walking.showing().prompt_id == ""


def agencies(walking, many=3):
    found = walking.book.read(partners)[:many]
    for partner in found:
        walking.book.do(CameUnnamed(walking.book.live_meeting, partner.id))
    return found


def test_who_is_speaking_stays_on_the_line_and_is_written_down(walking):
    found = agencies(walking)
    walking.not_safe()
    walking.hand.write("-Two hotlines")
    walking.press(Key.Key_S, CTRL | SHIFT)
    names = [agency.name for agency in walking.part.speaking.list._agencies if agency.id]
    at = names.index(found[1].name)
    walking.hand.type(str(at + 1))
    assert walking.part.line.heard.text() == f"Heard: {found[1].name}"
    assert QApplication.focusWidget() is walking.part.line.text.control
    walking.hand.enter()
    walking.hand.enter("And no reply")
    said = walking.book.read(lambda c: c.exec_driver_sql(
        "select said_by_partner_id from finding order by number desc limit 2").scalars().all())  # fmt: skip
    assert said == [found[1].id, found[1].id]


def test_nobody_is_noted_and_nothing_shows_it_while_the_room_may_look(walking):
    agencies(walking)
    walking.not_safe()
    walking.press(Key.Key_S, CTRL | SHIFT)
    walking.hand.type("1")
    walking.page.desk.room.be_safe()
    assert walking.part.line.heard.isHidden()
    walking.hand.enter("-A word in front of all")
    said = "select said_by_partner_id from finding order by number desc limit 1"
    assert walking.book.read(lambda c: c.exec_driver_sql(said).scalar()) is None
    walking.press(Key.Key_S, CTRL | SHIFT)
    assert not walking.part.speaking.list.isVisible()
    assert walking.part.line.text.error()


def test_who_was_not_heard_shows_only_once_somebody_was_and_never_to_the_room(walking):
    found = agencies(walking)
    walking.not_safe()
    meeting, station = walking.book.live_meeting, walking.place.place
    assert walking.book.read(not_heard, meeting, station) == ()
    walking.book.do(RecordEntry(
        Kind.BARRIER, "Heard", station_id=station, meeting_id=meeting, said_by_partner_id=found[0].id,
    ))  # fmt: skip
    assert wait_until(lambda: not walking.part.side.not_heard.isHidden())
    told = walking.part.side.not_heard.text()
    assert found[1].name in told
    assert found[0].name not in told
    walking.page.desk.room.be_safe()
    assert walking.part.side.not_heard.isHidden()


def test_how_many_families_are_written_down_in_the_side(walking):
    walking.not_safe()
    form = walking.part.side.count
    walking.part.side.turn_to("count")
    form.fields["families_in"].control.setFocus(Qt.FocusReason.TabFocusReason)
    walking.hand.type("40")
    walking.press(Key.Key_Tab)
    walking.hand.type("12")
    walking.press(Key.Key_Return)
    page = walking.book.read(station_page, walking.place.place)
    (count,) = page.counts[-1:]
    assert (count.certainty, count.families_in, count.families_on) == (Certainty.ESTIMATED, 40, 12)
    walking.page.desk.room.be_safe()
    assert not form.fields["families_in"].isVisible()


def test_the_note_is_written_in_its_own_tab_and_gone_while_the_room_may_look(walking):
    walking.not_safe()
    walking.book.do(SetStationNote(walking.place.place, "Call on the sheriff"))
    walking.part.side.turn_to("note")
    assert walking.part.side.panel.note.isVisible()
    assert walking.part.side.panel.note.value() == "Call on the sheriff"
    walking.page.desk.room.be_safe()
    assert not walking.part.side.panel.note.isVisible()
    assert walking.part.side.tab() == "ask"


def test_parked_topics_are_counted_and_listed(walking):
    before = walking.part.side.parked.row_count()
    walking.hand.enter("?Rides on Sundays")
    assert wait_until(lambda: walking.part.side.parked.row_count() == before + 1)
    walking.part.side.turn_to("parked")
    button = walking.part.side.switch.buttons[walking.part.side.switch.marked()]
    assert button.text() == f"Parked {before + 1}"


def test_where_the_walk_was_left_comes_back_with_what_was_called_up(walking):
    walking.press(Key.Key_PageDown)
    walking.press(Key.Key_F7, SHIFT)
    kept = walking.showing()
    walking.page.show_for(part=AgendaKind.CHOOSE)
    walking.page.show_for(part=AgendaKind.WALK)
    assert walking.showing().station_id == kept.station_id
    walking.part.begin(kept)
    assert walking.showing() == kept


def test_rows_are_sorted_from_the_list_by_lane_kind_and_station(walking):
    walking.hand.enter("-To be sorted")
    number = walking.last().number
    walking.place.station.entries.setFocus()
    QTest.keyClick(walking.place.station.entries, Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert walking.last().lane_id == walking.part.line.lanes[1].id
    walking.place.station.entries.setFocus()
    walking.press(Key.Key_2, CTRL)
    assert walking.last().kind is Kind.PRACTICE
    walking.press(Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert (walking.last().number, walking.last().station_id) == (number, walking.place.stations[1].id)
    assert walking.place.station.entries.hasFocus()


def test_a_theme_is_named_on_the_line_and_the_next_finding_joins_it_by_number(walking):
    themes = walking.book.read(theme_names, walking.place.walk.id)
    walking.hand.enter("-Nobody trusts the form")
    first = walking.last()
    walking.press(Key.Key_G, CTRL)
    assert f"#{first.number}" in walking.part.line.text.control.accessibleName()
    walking.hand.enter("Trust between us")
    walking.hand.enter("-Nor the letter")
    walking.press(Key.Key_G, CTRL)
    walking.hand.enter(str(len(themes) + 1))
    now = walking.book.read(theme_names, walking.place.walk.id)
    assert [(theme.name, theme.findings) for theme in now[len(themes) :]] == [("Trust between us", 2)]
    walking.hand.enter("-And back to entries")
    assert walking.last().text == "And back to entries"


def test_escape_leaves_the_naming_of_a_theme_and_writes_nothing(walking):
    themes = walking.book.read(theme_names, walking.place.walk.id)
    walking.hand.enter("-Nobody trusts the form")
    walking.press(Key.Key_G, CTRL)
    walking.hand.type("Tru")
    walking.press(Key.Key_Escape)
    assert walking.part.line.line.gathers is None
    assert walking.part.line.is_untouched()
    assert not walking.part.line.picker.isVisible()
    assert walking.book.read(theme_names, walking.place.walk.id) == themes


def rows_in_view(walking):
    return list(walking.place.station.rows.values())


def test_an_entry_shown_from_its_own_step_is_as_the_query_reads_it(walking):
    for mark in "-+=>?*":
        walking.hand.enter(f"{mark}Said aloud with {mark}")
        shown = rows_in_view(walking)
        assert shown[0].text == f"Said aloud with {mark}"
        read = walking.book.read(entries_at, walking.place.place)
        assert tuple(shown) == read.rows[: len(shown)]
        assert walking.place.station.entries.row_count() == read.total


def test_an_entry_done_again_stands_where_its_number_says(walking):
    walking.hand.enter("-The first")
    walking.hand.enter("-The second")
    walking.press(Key.Key_Z, CTRL)
    walking.press(Key.Key_Z, CTRL)
    walking.hand.ctrl(Key.Key_Y, Key.Key_Y)
    assert [row.text for row in rows_in_view(walking)[:2]] == ["The second", "The first"]


def test_a_cell_of_the_map_that_is_not_on_for_today_opens_its_findings(walking):
    beyond = walking.every[0]
    lane = walking.part.line.lanes[1]
    walking.place.map.cell_chosen.emit(beyond.id, lane.id)
    assert walking.showing().station_id == beyond.id
    assert beyond.id in [row.id for row in walking.place.stations]
    walking.hand.enter("-Seen on the map")
    assert (walking.last().station_id, walking.last().lane_id) == (beyond.id, lane.id)


def test_the_newest_entry_can_be_asked_for_as_soon_as_its_station_is_reached(walking):
    walking.press(Key.Key_PageDown)
    walking.press(Key.Key_G, CTRL)
    newest = walking.book.read(entries_at, walking.place.place).rows[0]
    assert walking.part.line.line.gathers.number == newest.number

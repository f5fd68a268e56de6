# SPDX-License-Identifier: MIT
"""The walk laid out: stations at the left, station or map in the middle.

It reads the workbook and shows it; it never writes. The capture line is handed in: it may stand here at the
foot, or somewhere else in the window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from walkthrough.model.queries.entries import count_to_sort, last_entries
from walkthrough.model.queries.entry_image import new_entry
from walkthrough.model.queries.walk import (
    StationPage,
    StationRow,
    WalkHead,
    lanes,
    map_cells,
    station_page,
    stations,
)
from walkthrough.model.queries.walk_tally import WalkTally
from walkthrough.model.rules.lane_tags import LaneTag
from walkthrough.ui.theme import look_of
from walkthrough.ui.walking.capture_line import CaptureLine
from walkthrough.ui.walking.entries_in_view import EntriesInView
from walkthrough.ui.walking.map_view import MapView
from walkthrough.ui.walking.station_list import TO_SORT, StationList
from walkthrough.ui.walking.station_view import StationView
from walkthrough.ui.widgets.places import Stack

if TYPE_CHECKING:
    from walkthrough.model import ChangeSet
    from walkthrough.ui.screen import Desk

NO_LIST_BELOW = 720
"""Below this width at 100 % the list of stations makes room; Page Up and Down still walk it."""


class _Middle(Stack):
    """Station or map: where there is little room, the line has it first."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumSize(1, 1)

    def hasHeightForWidth(self) -> bool:
        return False


class WalkDesk(QWidget):
    """One walk on screen. `place` is the station in view, or TO_SORT."""

    def __init__(
        self, desk: Desk, line: CaptureLine, station: StationView | None = None, *, keeps_line: bool = True
    ) -> None:
        """Make it; the line stands at its foot if it `keeps_line`."""
        super().__init__()
        self._desk, self.line, self._keeps_line = desk, line, keeps_line
        self.walk: WalkHead | None = None
        self.stations: tuple[StationRow, ...] = ()
        self._to_sort = 0
        self.place, self.only_lane = "", ""
        self.drafts_of = "walk"
        self.list, self.station, self.map = StationList(), station or StationView(), MapView()
        self.entries = EntriesInView(desk, self.station)
        self.middle = _Middle()
        self._below: list[QWidget] = []
        self._build()
        self.list.reached.connect(self.go)
        self.map.cell_chosen.connect(self.go_to_cell)
        self.station.all_lanes_asked.connect(self.show_all_lanes)
        self.station.to_map.clicked.connect(self.toggle_map)
        self.map.to_station.clicked.connect(self.toggle_map)

    def show_walk(self, walk: WalkHead) -> None:
        """Read everything of a walk; stay at the station in view if it is still there."""
        self.walk = walk
        self.stations = self.read_stations(walk)
        found = self._desk.workbook.read(lanes, walk.id)
        names = {station.id: station.name for station in self.stations}
        tags = [LaneTag(lane.id, lane.pos, lane.short, lane.name, lane.code) for lane in found]
        self.line.set_lanes(tags, lambda station_id: names.get(station_id, ""))
        self._to_sort = self._desk.workbook.read(count_to_sort, walk.id)
        self.list.set_stations(self.stations, self._to_sort)
        if self.place not in names and not (self.place == TO_SORT and self._to_sort):
            self.place = self.first_place(names)
        self._show_place()

    def read_stations(self, walk: WalkHead) -> tuple[StationRow, ...]:
        """Read the stations that are walked: all of them, unless a page knows better."""
        return self._desk.workbook.read(stations, walk.id)

    def tell_place(self, page: StationPage) -> None:
        """Show what else belongs to the station now in view: nothing, unless a page has more."""

    def follow(self, changes: ChangeSet) -> None:
        """Take over a step that changed entries: counts are kept up, only what is in view is read again."""
        if self.walk is None:
            return
        tally = WalkTally(self.stations, self._to_sort).after(changes, self.walk.id)
        self.stations, self._to_sort = tally.stations, tally.to_sort
        self.list.set_stations(self.stations, self._to_sort)
        lanes_named = {lane.id: lane.short for lane in self.line.lanes}
        if self.shows_map() or not self.entries.took_in(new_entry(changes, lanes_named)):
            self.show_entries()

    def show_entries(self) -> None:
        """Read the entries in view again."""
        if self.walk is None:
            return
        if self.place in ("", TO_SORT):
            self.entries.show_sorting(self.walk.id, self._to_sort)
        else:
            lane = next((lane for lane in self.line.lanes if lane.id == self.only_lane), None)
            self.entries.show_station(self.place, lane)
        if self.shows_map():
            self._draw_map()

    def show_entry(self, entry_id: str) -> None:
        """Mark the entry that was just written or changed, if it is in view."""
        self.station.entries.choose(entry_id, 0)

    def go(self, station_id: str) -> None:
        """Go to a station, or to what is to sort; the line keeps what is half typed for its own."""
        if not station_id:
            return
        self.station.side.commit()
        if station_id != self.place:
            self.only_lane = ""
            self.line.use(self.line.line.always_lane(None))
        self.place = station_id
        self._show_place()
        self.list.mark(station_id)

    def go_to_cell(self, station_id: str, lane_id: str) -> None:
        """Open the findings of one cell; new entries go into its lane until all lanes are shown."""
        self.go(station_id)
        self.only_lane = lane_id
        self.middle.setCurrentWidget(self.station)
        self.line.use(self.line.line.always_lane(lane_id))
        self._show_place()
        self.line.text.control.setFocus()

    def show_all_lanes(self) -> None:
        """Show a station's entries of every lane again."""
        self.only_lane = ""
        self.line.use(self.line.line.always_lane(None))
        self._show_place()
        self.line.text.control.setFocus()

    def toggle_map(self) -> None:
        """Turn from the station to the map or back."""
        if self.shows_map():
            self.middle.setCurrentWidget(self.station)
            self.line.text.control.setFocus()
        else:
            self.middle.setCurrentWidget(self.map)
            self._draw_map()
            self.map.scene.picture.setFocus()

    def shows_map(self) -> bool:
        """Tell whether the map is in view."""
        return self.middle.currentWidget() is self.map

    def set_safe(self, safe: bool) -> None:
        """Hide what is for the presenter alone, or show it."""
        self.entries.safe = safe
        self.station.side.set_private(not safe)
        if self.walk is not None:
            self.show_entries()

    def retranslate(self) -> None:
        """Set the words again that hold facts."""
        if self.walk is not None:
            self.show_walk(self.walk)

    def first_place(self, names: dict[str, str]) -> str:
        """Return where to begin: where something was last said."""
        last = self._desk.workbook.read(last_entries)
        if last and last[0].station_id in names:
            return last[0].station_id or ""
        return self.stations[0].id if self.stations else ""

    def _show_place(self) -> None:
        is_station = self.place and self.place != TO_SORT
        self.line.use(self.line.line.moved_to(self.place if is_station else None))
        self.list.mark(self.place)
        page = self._desk.workbook.read(station_page, self.place) if is_station else None
        if page is not None and self.walk is not None:
            number = 1 + [one.id for one in self.stations].index(page.id)
            self.station.show_station(page, self.walk.family, number, len(self.stations))
            self.tell_place(page)
            self._watch_drafts()
        self.show_entries()

    def _draw_map(self) -> None:
        if self.walk is not None:
            found = self._desk.workbook.read(map_cells, self.walk.id)
            self.map.show_map(found, (self.place, self.only_lane))

    def _watch_drafts(self) -> None:
        for name, field in self.station.side.drafts().items():
            for station in self.stations:
                self._desk.drafts.ignore(f"{self.drafts_of}/{name}/{station.id}")
            self._desk.drafts.watch(f"{self.drafts_of}/{name}/{self.place}", field, field.toPlainText())

    def _build(self) -> None:
        self.middle.addWidget(self.station)
        self.middle.addWidget(self.map)
        self._upper, self._whole, self._left = QHBoxLayout(), QVBoxLayout(self), QVBoxLayout()
        self._left.addWidget(self.list, 1)
        self._upper.addLayout(self._left)
        self._upper.addWidget(self.middle, 1)
        self._whole.addLayout(self._upper, 1)
        if self._keeps_line:
            self._whole.addWidget(self.line)
        self._space_out()

    def add_below_list(self, widget: QWidget) -> None:
        """Put something under the list of stations; it comes and goes with the list."""
        self._below.append(widget)
        self._left.addWidget(widget)

    def _space_out(self) -> None:
        look = look_of(self)
        side = look.space("gap")
        around = side if self._keeps_line else 0  # else the page around has its own
        self._whole.setContentsMargins(around, look.space("unit"), around, look.space("unit"))
        self._whole.setSpacing(look.space("unit"))
        self._upper.setSpacing(side)
        self.list.setFixedWidth(look.px(176))
        self.list.setVisible(self.width() >= look.px(NO_LIST_BELOW))
        for widget in self._below:
            widget.setVisible(not self.list.isHidden())
        self.station.stand_alone(self.list.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._space_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._space_out()

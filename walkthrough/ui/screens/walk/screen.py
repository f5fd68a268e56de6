# SPDX-License-Identifier: MIT
"""The walk screen: joins the walk on screen to the workbook and to the registry of actions.

It must not know how any part looks, nor another screen.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QWidget

from walkthrough.model.queries.walk import walk_head
from walkthrough.ui.page import Handlers
from walkthrough.ui.screen import Desk, Screen
from walkthrough.ui.walking.capture_line import CaptureLine
from walkthrough.ui.walking.deeds import Deeds
from walkthrough.ui.walking.letters import LettersToLine
from walkthrough.ui.walking.line_work import LineAround, LineWork
from walkthrough.ui.walking.row_work import RowWork
from walkthrough.ui.walking.start_panel import StartPanel
from walkthrough.ui.walking.station_list import TO_SORT
from walkthrough.ui.walking.walk_desk import WalkDesk
from walkthrough.ui.walking.walk_keys import ENTRIES, HEADS, walk_handlers, write_side
from walkthrough.ui.widgets.places import StackLayout
from walkthrough.wording import _

if TYPE_CHECKING:
    from walkthrough.model import ChangeSet
    from walkthrough.model.commands.walk import StartWalk

DRAFT = "walk/capture"


class WalkScreen(Screen):
    """Start a walk, or go on with it."""

    name: ClassVar[str] = "walk"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.line = CaptureLine(self._read_day, self)
        self.place = WalkDesk(desk, self.line)
        self.start: StartPanel | None = None
        desk.drafts.watch(DRAFT, self.line.draft)
        around = LineAround(lambda: self.place.entries.safe, self.place.show_entry, DRAFT)
        self._lines = LineWork(desk, self.line, around)
        self._rows = RowWork(self.place, self._lines)
        self._deeds = Deeds(desk, self, self._lines.complain)
        self._lines.deeds = self._rows.deeds = self._deeds
        self._told: tuple[bool, bool] | None = None
        self._pages = StackLayout(self)
        self._pages.addWidget(self.place)
        self._connect()
        self.retranslate()

    def refresh(self) -> None:
        """Read the walk, or offer to start one."""
        walk = self.desk.workbook.read(walk_head)
        if walk is None:
            self._show_start()
            return
        self._deeds.walk_id = walk.id
        self.place.show_walk(walk)
        self._lines.offer_owners()
        self._pages.setCurrentWidget(self.place)
        self._tell_actions(always=True)

    def retranslate(self) -> None:
        """Set the words again that hold facts; the parts do theirs."""
        self.place.retranslate()

    def concerns(self, changes: ChangeSet) -> bool:
        """Tell whether anything of a walk or an entry changed."""
        return changes.touches(*HEADS, *ENTRIES)

    def take_changes(self, changes: ChangeSet, initiator: object) -> None:
        """Follow a change; an entry alone makes only the entries in view be read again."""
        if self.place.walk is None or changes.touches(*HEADS):
            self.refresh()
        else:
            self.place.follow(changes)
            self._tell_actions(always=True)

    def show_for(self, **where: Any) -> None:
        """Go to a station (station_id), or bring an entry to the line (number)."""
        if self.place.walk is None:
            return
        if station_id := where.get("station_id"):
            self.place.go(str(station_id))
        if (number := where.get("number")) and (row := self._deeds.find(int(number))):
            self._lines.edit(row)

    def handlers(self) -> Handlers:
        """Kinds, lanes, entries, stations, map and questions."""
        line, place = self.line, self.place
        return {
            **walk_handlers(place, self._rows),
            "edit.add": line.text.control.setFocus,
            "capture.hand_off": self._to_hand_off,
            "go.station_next": partial(self._step, 1),
            "go.station_before": partial(self._step, -1),
            "view.map": place.toggle_map,
            "view.questions": place.station.side.prompts.toggle,
        }

    def can(self, action_id: str) -> bool:
        """Tell whether there is a walk, and an entry for what needs one."""
        if self.place.walk is None:
            return False
        if action_id.startswith("entry."):
            return self._rows.can(action_id.removeprefix("entry."))
        return action_id != "view.picture" or self.place.shows_map()

    def set_room_safe(self, safe: bool) -> None:
        """Hide the own note, names and held wording."""
        self.place.set_safe(safe)

    def first_focus(self) -> QWidget:
        """Return the capture line, or the choice of a route."""
        if self.place.walk is None and self.start is not None:
            return self.start.route.control
        return self.line.text.control

    def parts(self) -> tuple[QWidget, ...]:
        """Return the line, the entries or the map, the hand-off, the questions, the stations."""
        if self.place.walk is None:
            return (self.first_focus(),)
        line, station = self.line.text.control, self.place.station
        stations = station.stations if self.place.list.isHidden() else self.place.list
        if self.place.shows_map():
            return (line, self.place.map.scene.picture, stations)
        side = station.side
        return (line, station.entries, side.hand_off["from_whom"].control, side.prompts, stations)

    def _connect(self) -> None:
        write_side(self.place, self._deeds, self.line)
        self.place.station.entries.chosen.connect(self._on_chosen)
        self.place.station.stations.clicked.connect(self._offer_stations)
        letters = LettersToLine(self.line, self)
        letters.watch(self.place.station.entries, self.place.list, self.place.map.scene.picture)

    def _on_chosen(self, _id: str) -> None:
        self._tell_actions()

    def _tell_actions(self, *, always: bool = False) -> None:
        """Tell of another row only if it can be asked for something else: the menus look at every action."""
        now = self._rows.can("edit"), self._rows.can("again")
        if always or now != self._told:
            self._told = now
            self.actions_changed.emit()

    def _show_start(self) -> None:
        self.place.walk = None
        if self.start is None:
            self.start = StartPanel(self.desk.shelf)
            self.start.started.connect(self._on_started)
            self._pages.addWidget(self.start)
        self._pages.setCurrentWidget(self.start)
        self.actions_changed.emit()

    def _on_started(self, command: StartWalk) -> None:
        if self._deeds.do(command, _("The walk has begun. Type what works here, then Enter.")):
            self.refresh()
            self.line.text.control.setFocus()

    def _to_hand_off(self) -> None:
        if not self.place.station.to_hand_off():
            self.desk.say(_("There is no hand-off card here. The diamonds on the path have one."))
            return
        if self.place.shows_map():
            self.place.toggle_map()
            self.place.station.to_hand_off()

    def _offer_stations(self) -> None:
        under = self.place.station.stations
        menu = self.place.list.menu_for(under)
        menu.triggered.connect(lambda _chosen: self.line.text.control.setFocus())
        menu.popup(under.mapToGlobal(under.rect().bottomLeft()))

    def _step(self, by: int) -> None:
        self.place.list.step(by)
        if self.place.place != TO_SORT:
            self.desk.say(self.place.station.title.text())

    def _read_day(self, text: str) -> Any:
        return self._deeds.read_day(text)

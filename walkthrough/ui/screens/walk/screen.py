# SPDX-License-Identifier: MIT
"""The walk screen: joins the walk on screen to the workbook and to the registry of actions.

It must not know how any part looks, nor another screen.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from walkthrough.model.commands.station import MarkAsked, SetRuleAndPractice, SetStationNote, WriteHandOff
from walkthrough.model.queries.walk import walk_head
from walkthrough.model.words import Kind
from walkthrough.ui.page import Handlers
from walkthrough.ui.screen import Desk, Screen
from walkthrough.ui.walking.capture_line import CaptureLine
from walkthrough.ui.walking.deeds import Deeds
from walkthrough.ui.walking.line_work import LineAround, LineWork
from walkthrough.ui.walking.row_work import ACTIONS, RowWork
from walkthrough.ui.walking.start_panel import StartPanel
from walkthrough.ui.walking.station_list import TO_SORT
from walkthrough.ui.walking.walk_desk import WalkDesk
from walkthrough.wording import _

if TYPE_CHECKING:
    from walkthrough.model import ChangeSet
    from walkthrough.model.commands.walk import StartWalk

_HEADS = ("walk", "lane", "station", "sub_step", "prompt", "hand_off")
_ENTRIES = ("finding", "parked_topic", "decision", "next_step", "indicator", "step_finding")


class WalkScreen(Screen):
    """Start a walk, or go on with it."""

    name: ClassVar[str] = "walk"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.line = CaptureLine(self._read_day, self)
        self.place = WalkDesk(desk, self.line)
        self.place.keep_line()
        self.start: StartPanel | None = None
        around = LineAround(lambda: self.place.safe, self.place.show_entry)
        self._lines = LineWork(desk, self.line, around)
        self._rows = RowWork(self.place, self._lines)
        self._deeds = Deeds(desk, self, self._lines.complain)
        self._lines.deeds = self._rows.deeds = self._deeds
        self._pages = QStackedLayout(self)
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
        self.actions_changed.emit()

    def retranslate(self) -> None:
        """Set the words again that hold facts; the parts do theirs."""
        self.place.retranslate()

    def concerns(self, changes: ChangeSet) -> bool:
        """Tell whether anything of a walk or an entry changed."""
        return changes.touches(*_HEADS, *_ENTRIES)

    def take_changes(self, changes: ChangeSet, initiator: object) -> None:
        """Follow a change; an entry alone makes only the entries in view be read again."""
        if self.place.walk is None or changes.touches(*_HEADS):
            self.refresh()
        else:
            self.place.follow(changes)
            self.actions_changed.emit()

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
        kinds = {f"capture.kind.{kind}": partial(self._use_kind, kind) for kind in Kind}
        lanes = {f"capture.lane.{n}": partial(self._rows.tag, n) for n in range(10)}
        rows = {f"entry.{name}": partial(self._rows.ask, name) for name in ACTIONS}
        return {
            **kinds,
            **lanes,
            **rows,
            "edit.add": line.text.control.setFocus,
            "capture.hand_off": self._to_hand_off,
            "go.station_next": partial(self._step, 1),
            "go.station_before": partial(self._step, -1),
            "view.map": place.toggle_map,
            "view.all_lanes": place.show_all_lanes,
            "view.picture": place.map.scene.toggle_table,
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Letters typed on the lists go to the line: it is always ready."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _is_typing(event):
            self.line.text.control.setFocus()
            self.line.text.control.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        side, write = self.place.station.side, self._deeds.do
        side.prompt_asked.connect(lambda prompt, on: write(MarkAsked(prompt, on)))
        side.rule_written.connect(lambda *values: write(SetRuleAndPractice(self.place.place, *values)))
        side.hand_off_written.connect(lambda values: write(WriteHandOff(self.place.place, values)))
        side.left.connect(self.line.text.control.setFocus)
        side.note_written.connect(lambda text: write(SetStationNote(self.place.place, text)))
        self.place.station.entries.chosen.connect(lambda _id: self.actions_changed.emit())
        self.place.station.stations.clicked.connect(self._offer_stations)
        for watched in (self.place.station.entries, self.place.list, self.place.map.scene.picture):
            watched.installEventFilter(self)

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

    def _use_kind(self, kind: Kind) -> None:
        self.line.use(self.line.line.with_kind(kind))
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


_TYPES = (
    Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.KeypadModifier
    | Qt.KeyboardModifier.GroupSwitchModifier  # what AltGr is where "@" takes it
)


def _is_typing(event: QKeyEvent) -> bool:
    others = event.modifiers() & ~_TYPES
    text = event.text()
    return not others and len(text) == 1 and text.isprintable() and text != " "

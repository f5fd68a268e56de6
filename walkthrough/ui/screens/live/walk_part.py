# SPDX-License-Identifier: MIT
"""The walk in a live meeting, the presenter's side: joins line, station, side and map to what the wall shows.

It must not know how any of them looks, nor another part.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from walkthrough.model import ChangeSet
from walkthrough.model.commands.station import RecordCount
from walkthrough.model.commands.walk import StartWalk
from walkthrough.model.queries.live import live_meeting
from walkthrough.model.queries.live_walk import agencies_here, not_heard, open_topics
from walkthrough.model.queries.walk import walk_head
from walkthrough.model.showing import Showing
from walkthrough.model.words import AgendaKind
from walkthrough.ui.page import Handlers
from walkthrough.ui.screens.live.part import LiveDesk, LivePart
from walkthrough.ui.screens.live.walk_calling import Calling
from walkthrough.ui.screens.live.walk_calls import calls_of
from walkthrough.ui.screens.live.walk_place import TodayDesk
from walkthrough.ui.screens.live.walk_side import WalkSide
from walkthrough.ui.screens.live.walk_speaker import Speaking
from walkthrough.ui.walking.deeds import Deeds
from walkthrough.ui.walking.letters import LettersToLine
from walkthrough.ui.walking.line_work import LineAround, LineWork
from walkthrough.ui.walking.row_work import RowWork
from walkthrough.ui.walking.start_panel import StartPanel
from walkthrough.ui.walking.station_list import TO_SORT
from walkthrough.ui.walking.walk_keys import ENTRIES, HEADS, walk_handlers, write_side
from walkthrough.ui.widgets.places import StackLayout
from walkthrough.wording import _

DRAFT = "live/capture"
_BESIDE = ("partner", "attendance", "family_count", "theme", "meeting_station")
_AFTER_MS = 120
"""What stands beside the entries is read when nobody waits for a row any more."""
_MINUTE_MS = 20_000


class WalkPart(LivePart):
    """Station by station: what the room says, and what the presenter needs beside it."""

    kind = AgendaKind.WALK
    takes_line = True

    def __init__(self, live: LiveDesk, parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self._meeting_id, self._is_shown = "", False
        self.line, self.side = live.line, WalkSide()
        self.place = TodayDesk(live.desk, self.line, self.side)
        self.start: StartPanel | None = None
        around = LineAround(
            lambda: self.place.entries.safe,
            self.place.show_entry,
            DRAFT,
            live.desk.projection.blank,
            lambda: self._is_shown,
        )
        self._lines = LineWork(live.desk, self.line, around)
        self._rows = RowWork(self.place, self._lines)
        self._deeds = Deeds(live.desk, live.screen, self._lines.complain)
        self._lines.deeds = self._rows.deeds = self._deeds
        self.speaking = Speaking(self, self.line, self._deeds)
        self.calling = Calling(live.desk, self.place, self._deeds, self.wall_changed.emit)
        self._beside, self._minutes = QTimer(self, singleShot=True, interval=_AFTER_MS), QTimer(self)
        self._minutes.setInterval(_MINUTE_MS)
        self._pages = StackLayout(self)
        self._pages.addWidget(self.place)
        self._handlers = self._make_handlers()  # the menus ask after every entry
        self._told: tuple[bool, bool] | None = None
        self._connect()

    # -- what the live screen asks

    def begin(self, showing: Showing) -> None:
        """Read the walk; go where the room was, or stay where it is."""
        self._meeting_id, self._is_shown = showing.meeting_id, True
        self.place.meeting_id = showing.meeting_id
        if showing.part is self.kind:
            self.calling.calls = calls_of(showing)
            self.place.place = showing.station_id or self.place.place
        self._read()
        self._minutes.start()

    def showing(self) -> Showing:
        """Return the station, its question and what is called up."""
        at = "" if self.place.place == TO_SORT else self.place.place
        return self.calling.calls.showing(self._meeting_id, at)

    def concerns(self, changes: ChangeSet) -> bool:
        """Tell whether anything of the walk, its entries or what stands beside them changed."""
        return changes.touches(*HEADS, *ENTRIES, *_BESIDE)

    def take_changes(self, changes: ChangeSet, initiator: object) -> None:
        """Follow a change; an entry alone makes only the entries in view be read again."""
        if self.place.walk is None or changes.touches(*HEADS, "family_count", "meeting_station"):
            self._read()
        else:
            self.place.follow(changes)
            self._beside.start()

    def leave(self) -> None:
        """Save what is half typed beside the line; the line itself stays as it is."""
        self._is_shown = False
        self.place.station.side.commit()
        self.side.count.commit()
        self.place.times.go("")
        self._minutes.stop()

    def page(self, by: int) -> bool:
        """Turn the page of what is read back; else go to the next station or the one before."""
        if self.calling.turn(by):
            return True
        before = self.place.place
        self.place.list.step(by)
        if self.place.place != before and self.place.place != TO_SORT:
            self.live.desk.say(self.place.station.title.text())
        return self.place.place != before

    def handlers(self) -> Handlers:
        """Kinds, lanes, entries; what is called onto the wall; who is speaking."""
        return self._handlers

    def _make_handlers(self) -> Handlers:
        return {
            **walk_handlers(self.place, self._rows),
            **self.calling.handlers(),
            "live.speaker": self._offer_speakers,
        }

    def can(self, action_id: str) -> bool:
        """Tell whether there is a walk, and an entry for what needs one."""
        if self.place.walk is None:
            return False
        if action_id.startswith("entry."):
            return self._rows.can(action_id.removeprefix("entry."))
        return action_id != "view.picture" or self.place.shows_map()

    def set_room_safe(self, safe: bool) -> None:
        """Hide the own note, names, numbers, who speaks, who was not heard, and held wording."""
        self.side.set_safe(safe)
        self.place.set_safe(safe)
        self.speaking.set_safe(safe)

    def retranslate(self) -> None:
        """Set the words again that hold facts."""
        self.place.retranslate()

    def first_focus(self) -> QWidget:
        """Return the capture line, or the choice of a route."""
        if self.place.walk is None and self.start is not None:
            return self.start.route.control
        return self.line.text.control

    def parts(self) -> tuple[QWidget, ...]:
        """Return the line, the entries or the map, the side, the stations."""
        if self.place.walk is None:
            return (self.first_focus(),)
        line, station = self.line.text.control, self.place.station
        stations = station.stations if self.place.list.isHidden() else self.place.list
        if self.place.shows_map():
            return (line, self.place.map.scene.picture, stations)
        return (line, station.entries, self.side.switch.buttons[self.side.switch.marked()], stations)

    # -- reading

    def _read(self) -> None:
        read = self.live.desk.workbook.read
        meeting = read(live_meeting, self._meeting_id)
        walk = read(walk_head, meeting.walk_id if meeting else None) or read(walk_head)
        if walk is None:
            self._show_start()
            return
        self._deeds.walk_id = walk.id
        self.place.show_walk(walk)
        self._lines.offer_owners()
        self._pages.setCurrentWidget(self.place)
        self.calling.show_calls()
        self._read_beside()
        self.actions_changed.emit()

    def _read_beside(self) -> None:
        read = self.live.desk.workbook.read
        self.side.set_topics(read(open_topics))
        self.side.set_not_heard(read(not_heard, self._meeting_id, self.place.place))

    def _show_start(self) -> None:
        self.place.walk = None
        if self.start is None:
            self.start = StartPanel(self.live.desk.shelf)
            self.start.started.connect(self._on_started)
            self._pages.addWidget(self.start)
        self._pages.setCurrentWidget(self.start)
        self.actions_changed.emit()

    def _on_started(self, command: StartWalk) -> None:
        if self._deeds.do(command, _("The walk has begun. Type what works here, then Enter.")):
            self._read()
            self.line.text.control.setFocus()
            self.wall_changed.emit()

    def _tell_actions(self, _id: str) -> None:
        """Tell of another row only if it can be asked for something else: the menus look at every action."""
        now = self._rows.can("edit"), self._rows.can("again")
        if now != self._told:
            self._told = now
            self.actions_changed.emit()

    def _on_reached(self, *_where: str) -> None:
        self.calling.clear()
        self._beside.start()
        self._tell_actions("")

    def _offer_speakers(self) -> None:
        self.speaking.offer(self.live.desk.workbook.read(agencies_here, self._meeting_id))

    def _write_count(self, count_id: str, values: dict[str, Any]) -> None:
        key: dict[str, Any] = {"count_id": count_id} if count_id else {}
        self._deeds.do(RecordCount(self.place.place, **values, **key), _("Written down."))

    def _connect(self) -> None:
        write_side(self.place, self._deeds, self.line)
        self.place.list.reached.connect(self._on_reached)
        self.place.map.cell_chosen.connect(self._on_reached)
        self.place.station.entries.chosen.connect(self._tell_actions)
        self.side.panel.prompts.put_up.connect(self.calling.put_up)
        self.side.count.written.connect(self._write_count)
        self._beside.timeout.connect(self._read_beside)
        self._minutes.timeout.connect(self.place.tell_minutes)
        letters = LettersToLine(self.line, self)
        letters.watch(self.place.station.entries, self.place.list, self.place.map.scene.picture)

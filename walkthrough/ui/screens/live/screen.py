# SPDX-License-Identifier: MIT
"""The live meeting: head, strip of parts, one part at a time, the capture line at the foot.

It leads from part to part and hands on what the keys ask for; what a part shows it leaves to the part.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from walkthrough.model import ChangeSet
from walkthrough.model.queries.wall.shapes import WallHead
from walkthrough.model.showing import Showing
from walkthrough.ui.page import Handlers
from walkthrough.ui.screen import Desk, Screen
from walkthrough.ui.screens.live.clock import LiveClock, begun
from walkthrough.ui.screens.live.course import Course
from walkthrough.ui.screens.live.head_work import HeadWork
from walkthrough.ui.screens.live.keys import LiveKeys
from walkthrough.ui.screens.live.layout import LiveLayout, NoMeeting
from walkthrough.ui.screens.live.line_here import LineHere
from walkthrough.ui.screens.live.live_actions import LiveActions
from walkthrough.ui.screens.live.part import LiveDesk
from walkthrough.ui.screens.live.wall_feed import WallFeed
from walkthrough.ui.wall.projection import WallState
from walkthrough.wording import _

_MEETING = ("meeting", "agenda_part", "meeting_station")
_LINE = ("walk", "lane", "station", "partner")


class LiveScreen(Screen):
    """The presenter's window while a meeting is live."""

    name = "live"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.course, self.clock = Course(desk), LiveClock(desk.clock, self)
        self.foot = LineHere(desk, self)
        self.line = self.foot.line
        self.laid_out, self.nothing = LiveLayout(self.line), NoMeeting()
        self.head = HeadWork(desk, self.laid_out.head, self.clock, self.course, self)
        self.feed = WallFeed(desk, self.clock, self.showing, self)
        self.stack = self.laid_out.stack
        self.stack.work_at(LiveDesk(desk, self, self.line, lambda: self.head.people))
        self.asked = LiveActions(self)
        self._reached: tuple[int, str] | None = None
        self._keys = LiveKeys(self.stack, self._key)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.nothing)
        self._pages.addWidget(self.laid_out)
        self._join()
        self.retranslate()

    # -- what the frame asks

    @property
    def stands_alone(self) -> bool:
        """Whether a meeting is live, so that the rail makes room for it."""
        return self.desk.workbook.live_meeting is not None

    def refresh(self) -> None:
        """Read the meeting; go on where it is, or where it was when the program ended."""
        meeting_id = self.desk.workbook.live_meeting
        is_new = self.course.meeting is None or self.course.meeting.id != meeting_id
        if meeting_id is None:
            self._show_nothing()
        elif is_new:
            self._take_up(meeting_id)
        else:
            self._read_meeting()
            self._begin_part()

    def retranslate(self) -> None:
        """Say again what holds facts."""
        self.stack.retranslate()
        self.head.show_wall()
        self.head.tick()

    def take_changes(self, changes: ChangeSet, initiator: object) -> None:
        """Follow a change: the part first, then the head, then the wall."""
        part = self.stack.part()
        if part is None or self.course.meeting is None:
            self.refresh()
            return
        if changes.touches(*_MEETING):
            self._read_meeting()
        if changes.touches("attendance"):
            self.head.count_people()
        if changes.touches(*_LINE) and self.foot.is_ours:
            self.foot.read()
        if part.concerns(changes):
            part.take_changes(changes, initiator)
        self.feed.wake()
        self.actions_changed.emit()

    def show_for(self, **where: Any) -> None:
        """Go to a part of the agenda (part: an AgendaKind)."""
        kinds = [row.kind for row in self.course.agenda]
        if where.get("part") in kinds:
            self.go(kinds.index(where["part"]))

    def handlers(self) -> Handlers:
        """What the live screen does itself; all else goes to the part in view."""
        return self.asked.handlers()

    def can(self, action_id: str) -> bool:
        """Tell whether there is a meeting, and for what only a part does whether it can now."""
        return self.asked.can(action_id)

    def set_room_safe(self, safe: bool) -> None:
        """Hide private fields everywhere."""
        self.foot.set_safe(safe)
        self.stack.set_room_safe(safe)

    def first_focus(self) -> QWidget:
        """The capture line where the part takes it, else what the part says."""
        part = self.stack.part()
        return self.nothing.first_focus() if part is None else part.first_focus()

    def parts(self) -> tuple[QWidget, ...]:
        """The part's own, the line if it shows, the strip, the head."""
        part, line = self.stack.part(), self.line.text.control
        if part is None:
            return (self.nothing.first_focus(),)
        own = part.parts()
        foot = () if line in own or self.line.isHidden() else (line,)
        return (*own, *foot, self.laid_out.strip.first_focus(), self.laid_out.head.people)

    # -- from part to part

    def showing(self) -> Showing | None:
        """Where the room is looking now."""
        part = self.stack.part()
        return None if part is None or self.course.meeting is None else part.showing()

    def go(self, at: int) -> None:
        """Go to another part of the agenda; any one at any time."""
        part = self.stack.part()
        if part is None or at == self.course.at:
            return
        part.leave()
        self.course.leave(part.showing())
        self.course.at = at
        self._begin_part()
        self.focus_part()

    def _take_up(self, meeting_id: str) -> None:
        self.stack.forget()
        self.course.forget()
        self.course.read(meeting_id)
        meeting, kept = self.course.meeting, self.desk.workbook.live_now.found()
        assert meeting is not None
        if kept is not None and kept.showing.meeting_id == meeting_id:
            self.course.resume(kept.showing)
            self.clock.run(kept.clock)
        else:
            minutes = sum(row.minutes for row in self.course.agenda)
            self.clock.run(begun(meeting, minutes, self.desk.clock))
        self.laid_out.strip.show_parts(self.course.agenda)
        self.desk.projection.set_room_size(meeting.picture_cm, meeting.back_row_cm)
        self.foot.read()
        self.head.count_people()
        self._pages.setCurrentWidget(self.laid_out)
        self._begin_part()

    def _begin_part(self) -> None:
        part = self.stack.show_part(self.course.kind, self.course.place())
        self.foot.lend(not part.takes_line)
        self._mark()
        self._on_place()
        self.actions_changed.emit()

    def _mark(self) -> None:
        self.laid_out.strip.mark(self.course.at, frozenset(self.course.past - {self.course.at}))

    def _read_meeting(self) -> None:
        meeting = self.course.meeting
        assert meeting is not None
        if self.course.read(meeting.id):
            self.laid_out.strip.show_parts(self.course.agenda)
            self._mark()
        self.head.tick()

    def _show_nothing(self) -> None:
        self.stack.forget()
        self.course.forget()
        self.clock.halt()
        self.feed.sleep()
        self._pages.setCurrentWidget(self.nothing)
        self.actions_changed.emit()

    def _join(self) -> None:
        head, strip = self.laid_out.head, self.laid_out.strip
        strip.asked.connect(self.go)
        head.timer.clicked.connect(self.asked.toggle_timer)
        self.stack.wall_changed.connect(self._on_place)
        self.stack.actions_changed.connect(self.actions_changed)
        self.stack.part_finished.connect(self._on_finished)
        self.clock.ticked.connect(self.feed.tick)
        self.clock.changed.connect(self.feed.wake)
        self.feed.told.connect(self._on_told)
        self.foot.closed.connect(self.focus_part)
        self.head.wall_stands.connect(self._on_wall_stands)
        self.nothing.begin.clicked.connect(partial(self.desk.go, "live", start=True))

    def focus_part(self) -> None:
        """Give the keys to the part in view."""
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_place(self) -> None:
        showing = self.showing()
        if showing is None:
            return
        reached = self.course.at, showing.station_id
        if self._reached not in (None, reached):
            self.clock.reach()
        self._reached = reached
        self.head.show_place(showing, None if self.feed.head is None else self.feed.head)
        self.feed.wake()

    def _on_told(self, picture: WallHead) -> None:
        showing = self.showing()
        if showing is not None:
            self.head.show_place(showing, picture)

    def _on_finished(self) -> None:
        self.course.past.add(self.course.at)
        self.desk.say(_("This part is done. Ctrl+Page Down goes on."))

    def _on_wall_stands(self) -> None:
        self.laid_out.set_framed(self.desk.projection.state in (WallState.FROZEN, WallState.BLANK))
        self.actions_changed.emit()

    def _key(self, event: QKeyEvent) -> bool:
        part = self.stack.part()
        return part is not None and (part.key(event) or self.foot.open_by(event))

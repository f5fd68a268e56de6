# SPDX-License-Identifier: MIT
"""The live meeting as a page: head, strip of parts, one part at a time, panels, the capture line at the foot.

It hands on what the frame and the keys ask for; where the meeting is it leaves to the run.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from walkthrough.model import ChangeSet
from walkthrough.ui.page import Handlers
from walkthrough.ui.screen import Desk, Screen
from walkthrough.ui.screens.live.keys import LiveKeys
from walkthrough.ui.screens.live.layout import LiveLayout, NoMeeting
from walkthrough.ui.screens.live.line_here import LineHere
from walkthrough.ui.screens.live.live_actions import LiveActions
from walkthrough.ui.screens.live.part import LiveDesk, LivePart
from walkthrough.ui.screens.live.roll_work import RollWork
from walkthrough.ui.screens.live.room_bar import RoomBar
from walkthrough.ui.screens.live.run import LiveRun
from walkthrough.ui.screens.live.sides import LiveSides
from walkthrough.ui.widgets.places import StackLayout


class LiveScreen(Screen):
    """The presenter's window while a meeting is live."""

    name = "live"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.foot = LineHere(desk, self)
        self.line = self.foot.line
        self.laid_out, self.nothing = LiveLayout(self.line), NoMeeting()
        self.run = LiveRun(desk, self.laid_out, self.foot, self)
        self.run.stack.work_at(LiveDesk(desk, self, self.line, lambda: self.run.head.people))
        self.sides = LiveSides(self.laid_out, self.focus_part, self)
        self.roll = RollWork(desk, self.sides.roll, self._read_back_first, self.run.is_before_choosing, self)
        self.bar = RoomBar(desk.projection, desk.room)
        self.laid_out.put_above(self.bar)
        self.asked = LiveActions(self)
        self._keys = LiveKeys(self.laid_out, (self.sides.roll, self.sides.help), self._key)
        self._pages = StackLayout(self)
        self._pages.addWidget(self.nothing)
        self._pages.addWidget(self.laid_out)
        self._join()
        self.retranslate()

    @property
    def stands_alone(self) -> bool:
        """Whether a meeting is live, so that the rail makes room for it."""
        return self.desk.workbook.live_meeting is not None

    def part(self) -> LivePart | None:
        """The part in view."""
        return self.run.stack.part() if self.run.meeting is not None else None

    def refresh(self) -> None:
        """Read the meeting; go on where it is, or where it was when the program ended."""
        meeting_id, meeting = self.desk.workbook.live_meeting, self.run.meeting
        if meeting_id is None:
            self.run.lay_down()
        elif meeting is None or meeting.id != meeting_id:
            self.sides.close_all()
            self.run.take_up(meeting_id)
            self.roll.read()
        else:
            self.run.read_again()
            self.roll.read()
        self._pages.setCurrentWidget(self.nothing if meeting_id is None else self.laid_out)
        self.actions_changed.emit()

    def retranslate(self) -> None:
        """Say again what holds facts."""
        self.run.stack.retranslate()
        self.run.head.show_wall()
        self.run.head.tick()

    def take_changes(self, changes: ChangeSet, initiator: object) -> None:
        """Follow a change."""
        if self.run.meeting is None or self.desk.workbook.live_meeting is None:
            self.refresh()
            return
        self.run.follow(changes, initiator)
        if changes.kind == "remove":  # the wall has forgotten what it showed
            self.run.feed.catch_up()
        if changes.touches("attendance", "partner"):
            self.roll.read()
        self.actions_changed.emit()

    def show_for(self, **where: Any) -> None:
        """Go to a part of the agenda (part: an AgendaKind)."""
        if "part" in where:
            self.run.go_to_kind(where["part"])

    def handlers(self) -> Handlers:
        """What the live screen does itself; all else goes to the part in view."""
        return self.asked.handlers()

    def can(self, action_id: str) -> bool:
        """Tell whether there is a meeting, and for what only a part does whether it can now."""
        return self.asked.can(action_id)

    def only_actions(self) -> frozenset[str] | None:
        """Return the only actions that may be asked for while the laptop goes round; None for all."""
        part = self.part()
        return None if part is None else part.only_actions()

    def set_room_safe(self, safe: bool) -> None:
        """Hide private fields everywhere."""
        self.foot.set_safe(safe)
        self.roll.set_room_safe(safe)
        self.run.stack.set_room_safe(safe)

    def first_focus(self) -> QWidget:
        """What the part says; where it has nothing to use, its button in the strip."""
        part = self.part()
        if part is None:
            return self.nothing.first_focus()
        first = part.first_focus()
        return self.laid_out.strip.first_focus() if first is part else first

    def parts(self) -> tuple[QWidget, ...]:
        """The part's own, the line if it shows, an open panel, the strip, the head."""
        part, line = self.part(), self.line.text.control
        if part is None:
            return (self.nothing.first_focus(),)
        look = self.laid_out
        own = tuple(widget for widget in part.parts() if widget is not part)
        foot = () if line in own or self.line.isHidden() else (line,)
        return (*own, *foot, *self.sides.parts(), look.strip.first_focus(), look.head.people)

    def focus_part(self) -> None:
        """Give the keys to the part in view."""
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _join(self) -> None:
        head = self.laid_out.head
        head.timer.clicked.connect(self.asked.toggle_timer)
        head.people.clicked.connect(self.sides.toggle_roll)
        head.help.clicked.connect(self.sides.toggle_help)
        self.run.entered.connect(self.focus_part)
        self.run.changed.connect(self.actions_changed)
        self.run.stack.leave_asked.connect(self.asked.leave)
        self.foot.closed.connect(self.focus_part)
        self.nothing.begin.clicked.connect(partial(self.desk.go, "live", start=True))

    def _read_back_first(self, step_ids: tuple[str, ...]) -> None:
        self.sides.close_all()
        self.run.read_back_first(step_ids)

    def _key(self, event: QKeyEvent) -> bool:
        part = self.part()
        return part is not None and (part.key(event) or self.foot.open_by(event))

# SPDX-License-Identifier: MIT
"""Keeps the head of the live screen true: what is on the wall, who is here, the timer, the pace.

It must not know a part of the agenda.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from walkthrough.model.queries.roll import people_here
from walkthrough.model.queries.wall.shapes import WallHead
from walkthrough.model.showing import Showing
from walkthrough.ui.screen import Desk
from walkthrough.ui.screens.live.clock import TIMER_MINUTES, LiveClock
from walkthrough.ui.screens.live.course import Course
from walkthrough.ui.screens.live.head import LiveHead
from walkthrough.ui.screens.live.wall_words import wall_words
from walkthrough.ui.wall.projection import WallState
from walkthrough.ui.widgets.spoken import plain
from walkthrough.ui.wording_ui import word


class HeadWork(QObject):
    """Told of a second, of a picture on the wall, of a change of either; sets the head's words."""

    wall_stands = Signal()
    """The wall is shown, frozen, blank or off now, and was something else before."""

    def __init__(self, desk: Desk, head: LiveHead, clock: LiveClock, course: Course, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._head, self._clock, self._course = desk, head, clock, course
        self.people, self.station_id = 0, ""
        self._picture: WallHead | None = None
        self._seen: WallHead | None = None
        self._was = desk.projection.state
        clock.ticked.connect(self.tick)
        desk.projection.changed.connect(self.show_wall)
        desk.room.changed.connect(self.show_wall)

    def minutes(self) -> int:
        """How long a timer is that is started now: as the station's or the part's minutes."""
        return self._course.plan(self.station_id).here or TIMER_MINUTES

    def count_people(self) -> None:
        """Read how many are here."""
        if self._course.meeting is not None:
            self.people = self._desk.workbook.read(people_here, self._course.meeting.id)
        self._head.show_people(self.people)

    def show_place(self, showing: Showing, head: WallHead | None) -> None:
        """The room is here now; `head` is that of the picture, once it is read."""
        self.station_id = showing.station_id
        if head is not None:
            self._picture = head
        station = head.station if head is not None else ""
        self._head.show_where(word(showing.part), station)
        self.tick()

    def tick(self) -> None:
        """A second has passed."""
        if self._course.meeting is None:
            return
        clock, head = self._clock, self._head
        head.show_timer(clock.timer_left(), runs=clock.runs(), rests=clock.in_break, minutes=self.minutes())
        head.show_pace(clock.pace(self._course.plan(self.station_id)))

    def show_wall(self) -> None:
        """Say how the wall stands; what was on it when it froze stays named."""
        projection = self._desk.projection
        state = projection.state
        if state is not WallState.FROZEN:
            self._seen = None
        elif self._was is not WallState.FROZEN:
            self._seen = self._picture
        tone, words = wall_words(projection, self._desk.room, self._seen)
        self._head.show_wall(tone, plain(words))
        if state is not self._was:
            self._was = state
            self.wall_stands.emit()

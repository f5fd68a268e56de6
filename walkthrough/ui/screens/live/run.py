# SPDX-License-Identifier: MIT
"""Leads a live meeting from part to part, keeps its clock with it, and lets the wall follow.

It must not know the frame nor which keys there are; what a part shows it leaves to the part.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from walkthrough.model import ChangeSet
from walkthrough.model.queries.live import LiveMeeting
from walkthrough.model.queries.wall.shapes import WallHead
from walkthrough.model.showing import Showing
from walkthrough.model.words import AgendaKind
from walkthrough.ui.screen import Desk
from walkthrough.ui.screens.live.clock import LiveClock, begun, end_now
from walkthrough.ui.screens.live.course import Course
from walkthrough.ui.screens.live.head_work import HeadWork
from walkthrough.ui.screens.live.layout import LiveLayout
from walkthrough.ui.screens.live.line_here import LineHere
from walkthrough.ui.screens.live.wall_feed import WallFeed
from walkthrough.ui.wall.projection import WallState
from walkthrough.wording import _

_MEETING = ("meeting", "agenda_part", "meeting_station")
_LINE = ("walk", "lane", "station", "partner")


class LiveRun(QObject):
    """One meeting at a time; `take_up` begins or goes on with one, `lay_down` ends."""

    entered = Signal()
    """Another part is in view: it is to have the keys."""
    changed = Signal()
    """What can be asked for may have changed."""

    def __init__(self, desk: Desk, laid_out: LiveLayout, foot: LineHere, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._laid_out, self._foot = desk, laid_out, foot
        self.course, self.clock = Course(desk), LiveClock(desk.clock, self)
        self.stack = laid_out.stack
        self.head = HeadWork(desk, laid_out.head, self.clock, self.course, self)
        self.feed = WallFeed(desk, self.clock, self.showing, lambda: self.course.at, self)
        self._reached: tuple[int, str] | None = None
        laid_out.strip.asked.connect(self.go)
        self.stack.wall_changed.connect(self._on_place)
        self.stack.actions_changed.connect(self.changed)
        self.stack.part_finished.connect(self._on_finished)
        self.stack.part_asked.connect(self.go_to_kind)
        self.clock.ticked.connect(self.feed.tick)
        self.clock.changed.connect(self.feed.wake)
        self.feed.told.connect(self._on_told)
        self.head.wall_stands.connect(self._on_wall_stands)

    @property
    def meeting(self) -> LiveMeeting | None:
        """The meeting that is live."""
        return self.course.meeting

    def showing(self) -> Showing | None:
        """Where the room is looking now."""
        part = self.stack.part()
        return None if part is None or self.meeting is None else part.showing()

    def take_up(self, meeting_id: str) -> None:
        """Be in this meeting: where it was when the program ended, or at its beginning."""
        course = self.course
        self.lay_down()
        course.read(meeting_id)
        meeting, kept = course.meeting, self._desk.workbook.live_now.found()
        assert meeting is not None
        if kept is not None and kept.showing.meeting_id == meeting_id:
            course.resume(kept.showing, kept.at)
            self.clock.run(kept.clock)
        else:
            minutes = sum(row.minutes for row in course.agenda)
            self.clock.run(begun(meeting, minutes, self._desk.clock))
        self._laid_out.strip.show_parts(course.agenda)
        self._desk.projection.set_room_size(meeting.picture_cm, meeting.back_row_cm)
        self._foot.read()
        self.head.count_people()
        self._begin_part(course.place())

    def lay_down(self) -> None:
        """Be in no meeting."""
        self.stack.forget()
        self.course.forget()
        self.clock.halt()
        self.feed.sleep()
        self._reached = None

    def read_again(self) -> None:
        """Read everything that is in view again: it was out of sight while it changed."""
        self._read_meeting()
        self._foot.read()
        self.head.count_people()
        part = self.stack.part()
        if part is not None:
            self._begin_part(part.showing())

    def follow(self, changes: ChangeSet, initiator: object) -> None:
        """Follow a change: the part, then the head, then the wall."""
        if changes.touches("attendance"):
            self.head.count_people()  # parts ask how many are here
        part = self.stack.part()
        if part is not None and part.concerns(changes):
            part.take_changes(changes, initiator)
        if changes.touches(*_MEETING):
            self._read_meeting()
        if changes.touches(*_LINE) and self._foot.is_ours:
            self._foot.read()
        self.feed.wake()

    def go(self, at: int) -> None:
        """Go to another part of the agenda; any one at any time."""
        part = self.stack.part()
        if part is None or at == self.course.at:
            return
        part.leave()
        self.course.leave(part.showing())
        self.course.at = at
        self._begin_part(self.course.place())
        self.entered.emit()

    def go_to_kind(self, kind: object) -> bool:
        """Go to the first part of that kind; False if the agenda has none."""
        kinds = [row.kind for row in self.course.agenda]
        if kind not in kinds:
            return False
        self.go(kinds.index(AgendaKind(str(kind))))
        return True

    def read_back_first(self, step_ids: tuple[str, ...]) -> None:
        """Go to read back with these next steps before all others: somebody leaves early."""
        if not self.go_to_kind(AgendaKind.READ_BACK):
            self._desk.say(_("This agenda has no part to read back in."))
            return
        part = self.stack.part()
        if part is not None:
            part.put_first(step_ids)

    def is_before_choosing(self) -> bool:
        """Whether the room has yet to choose, or does so now."""
        kinds = [row.kind for row in self.course.agenda]
        return AgendaKind.CHOOSE in kinds[self.course.at :]

    def _begin_part(self, place: Showing) -> None:
        part = self.stack.show_part(self.course.kind, place)
        self._foot.lend(not part.takes_line)
        self._mark()
        self._on_place()
        self.changed.emit()

    def _mark(self) -> None:
        self._laid_out.strip.mark(self.course.at, frozenset(self.course.past - {self.course.at}))

    def _read_meeting(self) -> None:
        before, here = self.meeting, self.course.kind
        assert before is not None
        is_other = self.course.read(before.id)
        now = self.meeting
        if now is None:
            return
        if _times(now) != _times(before):
            self.clock.end_at(end_now(now, self._desk.clock))
        if (now.picture_cm, now.back_row_cm) != (before.picture_cm, before.back_row_cm):
            self._desk.projection.set_room_size(now.picture_cm, now.back_row_cm)
        if is_other:
            self._laid_out.strip.show_parts(self.course.agenda)
            self._mark()
        if self.course.kind is not here:  # its part was taken off the agenda
            self._begin_part(self.course.place())
        self.head.tick()

    def _on_place(self) -> None:
        showing = self.showing()
        if showing is None:
            return
        reached = self.course.at, self.course.stop_of(showing.station_id)
        if self._reached not in (None, reached):
            self.clock.reach()
        self._reached = reached
        picture = self.feed.head
        is_same = picture is not None and picture.part is showing.part
        self.head.show_place(showing, picture if is_same else None)
        self.feed.wake()

    def _on_told(self, picture: WallHead) -> None:
        showing = self.showing()
        if showing is not None:
            self.head.show_place(showing, picture)

    def _on_finished(self) -> None:
        self.course.past.add(self.course.at)
        if self.course.at + 1 < len(self.course.agenda):
            self._desk.say(_("This part is done. Ctrl+Page Down goes on."))

    def _on_wall_stands(self) -> None:
        self._laid_out.set_framed(self._desk.projection.state in (WallState.FROZEN, WallState.BLANK))
        self.changed.emit()


def _times(meeting: LiveMeeting) -> tuple[object, ...]:
    return meeting.day, meeting.starts, meeting.ends, meeting.zone

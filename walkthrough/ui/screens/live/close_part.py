# SPDX-License-Identifier: MIT
"""The close: a checklist that never blocks, the next day, and one key that closes and hands out.

It must not know how the papers are written, nor how the wall shows the plan.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from walkthrough.model import ChangeSet
from walkthrough.model.commands.meeting import CloseMeeting, EditMeeting
from walkthrough.model.queries.plan_issue import plan_digest
from walkthrough.model.queries.wall.shapes import Closing
from walkthrough.model.queries.wall.view import wall_view
from walkthrough.model.showing import Showing
from walkthrough.model.words import AgendaKind, MeetingState
from walkthrough.ui.page import Handlers
from walkthrough.ui.screens.live import close_words as words
from walkthrough.ui.screens.live.close_bodies import (
    ParkedBody,
    StepsBody,
)
from walkthrough.ui.screens.live.close_body import CloseBody
from walkthrough.ui.screens.live.close_reading import CloseReading, read_closing
from walkthrough.ui.screens.live.close_view import CloseView
from walkthrough.ui.screens.live.hand_out_panel import HandOutPanel
from walkthrough.ui.screens.live.part import LiveDesk, LivePart
from walkthrough.ui.screens.live.part_hands import PartHands
from walkthrough.ui.widgets.places import StackLayout

_TABLES = (
    "next_step", "step_finding", "raised", "theme", "theme_finding", "finding", "parked_topic", "decision",
    "indicator", "attendance", "debrief", "meeting", "partner",
)  # fmt: skip
_ACTIONS = ("entry.edit", "entry.next_step", "entry.hold")


class ClosePart(LivePart):
    """Checklist and what opens beside it; after the close, the papers."""

    kind = AgendaKind.CLOSE

    closed = Signal()
    """The meeting is closed now; the papers are being written."""

    def __init__(self, live: LiveDesk, parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self.hands = PartHands(live)
        self._reading: CloseReading | None = None
        self._page, self._is_safe = 0, True
        self.view = CloseView(self.hands)
        self.list, self.bodies = self.view.list, self.view.bodies
        self.next_day, self.close_it = self.view.next_day, self.view.close_it
        self.papers = HandOutPanel(live.desk)
        self._pages = StackLayout(self)  # of this widget first: a page without a parent would be a window
        for page in (self.view, self.papers):
            self._pages.addWidget(page)
        self._join()

    def begin(self, showing: Showing) -> None:
        """Read everything; a meeting that is closed shows its papers."""
        self.hands.begin(showing.meeting_id)
        self._page = max(showing.page, 0) if showing.part is self.kind else 0
        self._read()
        if self._reading is not None and not self.next_day.control.hasFocus():
            self.next_day.set_value(self._reading.meeting.next_day)
        if not self.list.chosen_id():
            self.list.choose(words.STEPS)

    def showing(self) -> Showing:
        """Page 1 of the plan, and those after it."""
        return Showing(self.hands.meeting_id, self.kind, page=self._page)

    def concerns(self, changes: ChangeSet) -> bool:
        """Tell whether anything on the checklist may have changed."""
        return changes.touches(*_TABLES)

    def take_changes(self, changes: ChangeSet, initiator: object) -> None:
        """Read again."""
        self._read()
        self.wall_changed.emit()

    def leave(self) -> None:
        """Write down what is half typed."""
        self.next_day.commit()
        for body in self.bodies.values():
            body.line.settle()

    def page(self, by: int) -> bool:
        """Turn the plan on the wall."""
        view = self.hands.read(wall_view, self.showing())
        place = self._page + by
        if not isinstance(view, Closing) or not 0 <= place < view.pages:
            return False
        self._page = place
        self.wall_changed.emit()
        return True

    def key(self, event: QKeyEvent) -> bool:
        """Digits answer for what is open beside the checklist."""
        alone = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        body = self._body()
        if not alone or body is None or self._pages.currentIndex() != 0:
            return False
        return self._is_inside(body) and body.key(event)

    def handlers(self) -> Handlers:
        """F2, Ctrl+Enter and Ctrl+H for the row that is open."""
        return {
            "entry.edit": lambda: self._act("entry.edit"),
            "entry.next_step": lambda: self._act("entry.next_step"),
            "entry.hold": lambda: self._act("entry.hold"),
        }

    def can(self, action_id: str) -> bool:
        """Tell whether the row that is open answers it."""
        body = self._body()
        return body is not None and action_id in _ACTIONS and body.does(action_id)

    def set_room_safe(self, safe: bool) -> None:
        """Hide names, held wording and the debrief."""
        self._is_safe = safe
        self._show()

    def retranslate(self) -> None:
        """Say the checklist again."""
        self._show()
        self.papers.retranslate()

    def first_focus(self) -> QWidget:
        """The button that closes, when nothing waits; else the checklist."""
        if self._pages.currentIndex() != 0:
            return self.papers.first()
        reading = self._reading
        if reading is not None and not words.open_points(reading, self._parked_waiting(), self._is_safe):
            return self.close_it
        return self.list

    def parts(self) -> tuple[QWidget, ...]:
        """The checklist, what is open beside it, the close."""
        if self._pages.currentIndex() != 0:
            return (self.papers.first(),)
        body = self._body()
        first = body.first() if body is not None else None
        return (self.list, *((first,) if first is not None else ()), self.close_it)

    def _join(self) -> None:
        self.list.chosen.connect(self._on_chosen)
        self.list.activated_row.connect(self._enter)
        self.next_day.committed.connect(self._on_day)
        self.close_it.clicked.connect(self._close_now)
        self.papers.leave_asked.connect(self.leave_asked)
        steps, parked = self.bodies[words.STEPS], self.bodies[words.PARKED]
        assert isinstance(steps, StepsBody)
        assert isinstance(parked, ParkedBody)
        steps.read_asked.connect(self._ask_to_read)
        parked.box.changed.connect(self._show)
        for body in self.bodies.values():
            body.actions_changed.connect(self.actions_changed)

    def _read(self) -> None:
        self._reading = read_closing(self.hands, self.live.desk.shelf.every_step_checks)
        self._show()

    def _show(self) -> None:
        reading = self._reading
        if reading is None:
            return
        if reading.meeting.state is not MeetingState.CLOSED and self.papers.job is None:
            self._pages.setCurrentIndex(0)  # it was opened again, or an undo took the close back
        for body in self.bodies.values():
            body.show_reading(reading, self._is_safe)
        waiting, safe = self._parked_waiting(), self._is_safe
        self.list.set_rows(words.checklist(reading, waiting, safe))
        self.view.show_open(words.open_points(reading, waiting, safe))
        self.actions_changed.emit()

    def _parked_waiting(self) -> int:
        parked = self.bodies[words.PARKED]
        return parked.box.waiting() if isinstance(parked, ParkedBody) else 0

    def _body(self) -> CloseBody | None:
        return self.bodies.get(self.list.chosen_id())

    def _is_inside(self, body: CloseBody) -> bool:
        focus = QApplication.focusWidget()
        return focus is self.list or (focus is not None and body.isAncestorOf(focus))

    def _act(self, action_id: str) -> None:
        body = self._body()
        if body is not None and body.does(action_id):
            body.act(action_id)

    def _on_chosen(self, key: str) -> None:
        if key in self.bodies:
            self.view.beside.setCurrentWidget(self.bodies[key])
            self.actions_changed.emit()

    def _enter(self, key: str) -> None:
        first = self.bodies[key].first() if key in self.bodies else None
        (first or self.close_it).setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_to_read(self) -> None:
        self.part_asked.emit(AgendaKind.READ_BACK)

    def _on_day(self, day: date | None) -> None:
        self.hands.did(EditMeeting(self.hands.meeting_id, {"next_day": day}))

    def _close_now(self) -> None:
        if not self.next_day.commit():
            self.next_day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.leave()
        here = self.hands.meeting_id
        hands_out = (self.hands.today(), plan_digest)
        if not self.hands.did(CloseMeeting(here, self.next_day.value(), hands_out)):
            return
        self._pages.setCurrentWidget(self.papers)
        self.papers.begin(here)
        self.closed.emit()
        self.finished.emit()

# SPDX-License-Identifier: MIT
"""Last time's promises, five a page: one key says how each stands, then a note if there is one.

Below them the parked topics that were carried over. It must not know how the wall shows a promise.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from walkthrough.model import ChangeSet
from walkthrough.model.commands.plan import SetStepState
from walkthrough.model.queries.live import live_meeting
from walkthrough.model.queries.meetings import ParkedRow, parked_topics
from walkthrough.model.queries.partners import SeatRow, partners, seats
from walkthrough.model.queries.promises import PromiseLine, promises_of
from walkthrough.model.rules.promises import many_pages, on_page
from walkthrough.model.showing import Showing
from walkthrough.model.words import AgendaKind, ParkedState, Seated, StepState
from walkthrough.ui.page import Handlers
from walkthrough.ui.screens.live.last_time_view import LastTimeView
from walkthrough.ui.screens.live.last_time_words import head_words, promise_cells, question_words
from walkthrough.ui.screens.live.part import LiveDesk, LivePart
from walkthrough.ui.screens.live.part_hands import PartHands
from walkthrough.ui.step_words import STATE_KEYS
from walkthrough.wording import N_

_TABLES = ("next_step", "step_note", "partner", "seat", "parked_topic", "meeting")


class LastTimePart(LivePart):
    """The page of promises, the line for a note, the topics carried over."""

    kind = AgendaKind.LAST_TIME

    def __init__(self, live: LiveDesk, parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self.hands = PartHands(live)
        self._lines: tuple[PromiseLine, ...] = ()
        self._empty_agencies: frozenset[str] = frozenset()
        self._topics: tuple[ParkedRow, ...] = ()
        self._carried: set[str] = set()
        self._page, self._is_safe, self._is_told = 0, True, False
        self._day = self.hands.today()
        self.view = LastTimeView(self.hands, self._head_words)
        self.line, self.list, self.parked = self.view.line, self.view.list, self.view.parked
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._join()

    def begin(self, showing: Showing) -> None:
        """Read the promises, and show the page at which the room was."""
        if showing.meeting_id != self.hands.meeting_id:
            self._carried, self._is_told = set(), False
        self.hands.begin(showing.meeting_id)
        self._page = max(showing.page, 0) if showing.part is self.kind else 0
        self._read()
        if not self.list.chosen_id() and self._lines:
            self.list.choose(self._on_page()[0].id)

    def showing(self) -> Showing:
        """The page."""
        return Showing(self.hands.meeting_id, self.kind, page=self._page)

    def concerns(self, changes: ChangeSet) -> bool:
        """Tell whether a promise, its owner or a parked topic changed."""
        return changes.touches(*_TABLES)

    def take_changes(self, changes: ChangeSet, initiator: object) -> None:
        """Read again."""
        self._read()
        self.wall_changed.emit()

    def leave(self) -> None:
        """Write down the note that is half typed."""
        self.line.settle()
        self.parked.leave()

    def page(self, by: int) -> bool:
        """Go to the next five, or the five before."""
        place = self._page + by
        if not 0 <= place < many_pages(len(self._lines)):
            return False
        self.line.settle()
        self._turn_to(place)
        return True

    def key(self, event: QKeyEvent) -> bool:
        """1 to 4 say how the chosen promise stands; on a parked topic, 1 to 3."""
        if event.modifiers() not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            return False
        if QApplication.focusWidget() is self.parked.list:
            return self.parked.key(event)
        if event.text() in STATE_KEYS and self.list.chosen_id():
            self._on_key(self.list.chosen_id(), event.text())
            return True
        return False

    def handlers(self) -> Handlers:
        """F2 opens the note of the chosen promise."""
        return {"entry.edit": lambda: self._ask(self.list.chosen_id())}

    def can(self, action_id: str) -> bool:
        """There must be a promise to note something on."""
        return bool(self.list.chosen_id())

    def set_room_safe(self, safe: bool) -> None:
        """Hide names and held wording; a note that is open is written down, for it may be held."""
        self._is_safe = safe
        if safe:
            self.leave()
        self._show()

    def retranslate(self) -> None:
        """Say the rows again."""
        self._show()

    def first_focus(self) -> QWidget:
        """The promises, or the topics where there are none."""
        if self._lines:
            return self.list
        return self.parked.list if self._topics else self

    def parts(self) -> tuple[QWidget, ...]:
        """The promises, and the topics."""
        found = [self.list] if self._lines else []
        return (*found, self.parked.list) if self._topics else tuple(found) or (self,)

    def _join(self) -> None:
        self.list.key_asked.connect(self._on_key)
        self.list.activated_row.connect(self._ask)
        self.list.chosen.connect(lambda _key: self.actions_changed.emit())
        self.line.answered.connect(self._on_answered)
        self.line.given_up.connect(lambda _key: self._back())

    def _read(self) -> None:
        read, here = self.hands.read, self.hands.meeting_id
        self._lines = read(promises_of, here)
        meeting = read(live_meeting, here)
        self._day = meeting.day if meeting is not None else self.hands.today()
        self._page = min(self._page, many_pages(len(self._lines)) - 1)
        self._empty_agencies = _agencies_without_anybody(read(seats)) | {
            row.id for row in read(partners) if row.has_left
        }
        topics = [row for row in read(parked_topics) if row.meeting_id != here]
        self._carried |= {row.id for row in topics if row.state is ParkedState.OPEN}
        self._topics = tuple(sorted((t for t in topics if t.id in self._carried), key=lambda t: t.number))
        self._show()

    def _show(self) -> None:
        day, agencies, safe = self._day, self._empty_agencies, self._is_safe
        self.view.show_rows([promise_cells(line, day, agencies, safe) for line in self._on_page()])
        self.parked.show_topics(self._topics, safe)
        self.view.show_parked(bool(self._topics))
        self.actions_changed.emit()

    def _on_page(self) -> tuple[PromiseLine, ...]:
        return tuple(on_page(self._lines, self._page))

    def _head_words(self) -> str:
        if not self._lines:
            return ""
        return head_words(self._lines, self._page, many_pages(len(self._lines)))

    def _turn_to(self, page: int) -> None:
        self._page = page
        self._show()
        self.list.choose(self._on_page()[0].id)
        self.wall_changed.emit()

    def _promise(self, key: str) -> PromiseLine | None:
        return next((line for line in self._lines if line.id == key), None)

    def _on_key(self, key: str, pressed: str) -> None:
        line, state = self._promise(key), STATE_KEYS[pressed]
        here = self.hands.meeting_id
        if line is not None and self.hands.did(SetStepState(key, state, self.hands.today(), meeting_id=here)):
            self._ask(key)

    def _ask(self, key: str) -> None:
        line = self._promise(key)
        if line is None:
            return
        self.line.ask(
            key,
            lambda: question_words(line, line.state),
            N_("Enter goes to the next one, also when it is empty. Esc leaves the note."),
        )

    def _on_answered(self, key: str, text: str) -> None:
        line = self._promise(key)
        if line is not None and text:
            here, today = self.hands.meeting_id, self.hands.today()
            if line.state is StepState.DONE:
                self.hands.did(SetStepState(key, line.state, today, proof=text, meeting_id=here))
            else:
                self.hands.did(SetStepState(key, line.state, today, note=text, meeting_id=here))
        self._next(key)

    def _next(self, key: str) -> None:
        """Go to the promise after this one, over the end of a page too; the last one ends the part."""
        keys = [line.id for line in self._lines]
        place = keys.index(key) + 1 if key in keys else 0
        if place < len(keys):
            page = next(n for n in range(many_pages(len(keys))) if keys[place] in _keys_on(self._lines, n))
            if page != self._page:
                self._turn_to(page)
            self.list.choose(keys[place])
        self._back()
        if not self._is_told and all(line.is_told for line in self._lines):
            self._is_told = True
            self.finished.emit()

    def _back(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)


def _keys_on(lines: tuple[PromiseLine, ...], page: int) -> set[str]:
    return {line.id for line in on_page(lines, page)}


def _agencies_without_anybody(rows: tuple[SeatRow, ...]) -> frozenset[str]:
    """Partners whose seats were left and of whom nobody sits any more; which seat it was does not matter."""
    left = {row.partner_id for row in rows if row.state is Seated.LEFT and row.partner_id}
    filled = {row.partner_id for row in rows if row.state is Seated.FILLED}
    return frozenset(key for key in left - filled if key)

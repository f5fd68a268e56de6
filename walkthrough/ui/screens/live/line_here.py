# SPDX-License-Identifier: MIT
"""The capture line in the parts that do not take it: a kind character opens it, Enter saves, Esc closes.

What is written there belongs to no station. It must not know the parts.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from walkthrough.model.queries.entries import EntryRow, known_owners, last_entries
from walkthrough.model.queries.partners import partners
from walkthrough.model.queries.walk import lanes, stations, walk_head
from walkthrough.model.rules.capture import MARKS, Blank, Change, Fetch, Intention, Join, Record
from walkthrough.model.rules.lane_tags import LaneTag
from walkthrough.ui.screen import Desk
from walkthrough.ui.walking.capture_line import CaptureLine
from walkthrough.ui.walking.deeds import Deeds, as_edited, brought
from walkthrough.ui.widgets.spoken import plain
from walkthrough.wording import _

DRAFT = "live/capture"
_DRAFT_AFTER_MS = 150


class LineHere(QObject):
    """Works the line while `is_ours`; a part that takes it does that itself."""

    closed = Signal()
    """The line is not needed any more: the part has the keys again."""

    def __init__(self, desk: Desk, screen: QWidget) -> None:
        super().__init__(screen)
        self._desk = desk
        self.deeds = Deeds(desk, screen, self._complain)
        self.line = CaptureLine(self.deeds.read_day, screen)
        self.line.is_live = True
        self.is_ours, self._safe, self._is_held = False, True, False
        self.line.asked.connect(self._on_asked)
        self.line.several_pasted.connect(self._on_pasted)
        self.line.walked.connect(self._on_walked)
        for field in (self.line.text, self.line.who, self.line.when, self.line.detail):
            field.control.left.connect(self._on_left)
        self.line.draft.textEdited.connect(self._on_put_back)
        desk.drafts.watch(DRAFT, self.line.draft)

    def read(self) -> None:
        """Read lanes and owners anew."""
        read = self._desk.workbook.read
        walk = read(walk_head)
        self.deeds.walk_id = walk.id if walk else None
        if walk is not None:
            names = {row.id: row.name for row in read(stations, walk.id)}
            tags = [LaneTag(row.id, row.pos, row.short, row.name, row.code) for row in read(lanes, walk.id)]
            self.line.set_lanes(tags, lambda key: names.get(key, ""))
        self._offer_owners()

    def lend(self, is_ours: bool) -> None:
        """Work the line ourselves from now on, hidden until it is opened, or leave it to the part."""
        self.is_ours = is_ours
        if is_ours:
            self.line.use(self.line.line.moved_to(None))
        self.line.setVisible(not is_ours or not self.line.is_untouched())

    def set_safe(self, safe: bool) -> None:
        """Bring no held wording to the line while the room may look, and leave none on it."""
        self._safe = safe
        self._offer_owners()
        if safe and self._is_held and self.line.line.edited is not None:
            self.line.use(self.line.line.emptied())

    def open_by(self, event: QKeyEvent) -> bool:
        """Open the line over the part if this key is a kind character; what is half typed there stays."""
        if not self.is_ours or event.text() not in MARKS:
            return False
        self.line.show()
        self.line.text.control.setFocus()
        if self.line.is_untouched():
            self.line.text.control.keyPressEvent(event)
        return True

    def _offer_owners(self) -> None:
        """People's names only while nobody else can see."""
        read = self._desk.workbook.read
        self.line.who.control.offer(read(partners), () if self._safe else read(known_owners))

    def _on_put_back(self, text: str) -> None:
        """What was half typed when the program ended is back: it must be seen."""
        if text:
            self.line.show()

    def _close(self) -> None:
        self.line.hide()
        self.closed.emit()

    def _complain(self, sentence: str) -> None:
        self.line.text.set_error(plain(sentence))

    def _on_left(self) -> None:
        if self.is_ours and not self.line.picker.isVisible():
            self._close()

    def _on_asked(self, meaning: Intention) -> None:
        if not self.is_ours:
            return
        match meaning:
            case Blank():
                self._desk.projection.blank()
                self._close()
            case Record():
                self._settle(bool(self.deeds.record(meaning)))
            case Change():
                self._settle(self.deeds.change(meaning))
            case Join(numbers=numbers):
                self._settle(self.deeds.join(numbers))
            case Fetch(number=number):
                row = self.deeds.find(number)
                if row is not None:
                    self._edit(row)

    def _on_pasted(self, entries: tuple[Record, ...]) -> None:
        if self.is_ours:
            self._settle(self.deeds.record_several(entries))

    def _edit(self, row: EntryRow) -> None:
        if row.held and self._safe:
            self._complain(_("#{n} is held back. Its words are not shown here.").format(n=row.number))
            return
        self._is_held = row.held
        self.line.edit(self.line.line.editing(as_edited(row), brought(self.deeds, row, safe=self._safe)))
        self._desk.say(_("#{n} is on the line. Enter saves it, Esc leaves it.").format(n=row.number))

    def _settle(self, is_done: bool) -> None:
        if not is_done:
            self.line.text.control.setFocus()
            return
        self.line.saved()
        self._close()
        # Off the way of the next key: dropping a draft is a commit of its own.
        QTimer.singleShot(_DRAFT_AFTER_MS, self, self._drop_draft)

    def _drop_draft(self) -> None:
        if self.line.line.is_empty:
            self._desk.drafts.saved(DRAFT)

    def _on_walked(self, by: int) -> None:
        if not self.is_ours:
            return
        at, read = self.line.line.edited, self._desk.workbook.read
        if by < 0:
            rows = read(last_entries, before=at.number) if at else read(last_entries)
        else:
            rows = read(last_entries, after=at.number) if at else ()
        if rows:
            self._edit(rows[0])
        elif by > 0 and at:
            self.line.use(self.line.line.emptied())

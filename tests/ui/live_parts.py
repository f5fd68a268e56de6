# SPDX-License-Identifier: MIT
"""One part of the live meeting in a window of its own, followed as the live screen follows it."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from walkthrough.model.commands.meeting import PlanMeeting
from walkthrough.model.queries.roll import people_here
from walkthrough.model.showing import Showing
from walkthrough.ui.screens.live.part import LiveDesk, LivePart
from walkthrough.ui.walking.capture_line import CaptureLine

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
_SHORTCUTS = {
    "entry.edit": "F2",
    "entry.bin": "Del",
    "entry.next_step": "Ctrl+Return",
    "entry.hold": "Ctrl+H",
}


class LiveHost(QWidget):
    """Stands where the live screen stands: hands keys, pages and actions on to the part."""

    def __init__(self, kind: type[LivePart], desk, meeting_id: str) -> None:
        super().__init__()
        self.line = CaptureLine(lambda _text: None)
        self.meeting_id = meeting_id
        self.walls: list[Showing] = []
        self.ended: list[str] = []
        live = LiveDesk(desk, self, self.line, lambda: desk.workbook.read(people_here, meeting_id))
        self.part = kind(live)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self.part, 1)
        if kind.takes_line:
            column.addWidget(self.line)
        self.part.wall_changed.connect(lambda: self.walls.append(self.part.showing()))
        self.part.finished.connect(lambda: self.ended.append("finished"))
        for action, keys in _SHORTCUTS.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda action=action: self.ask(action))
        QApplication.instance().installEventFilter(self)

    def ask(self, action: str) -> None:
        if action in self.part.handlers() and self.part.can(action):
            self.part.handlers()[action]()

    def eventFilter(self, watched, event) -> bool:
        if event.type() != QEvent.Type.KeyPress or watched is not QApplication.focusWidget():
            return False
        if not isinstance(event, QKeyEvent) or isinstance(watched, QLineEdit | QPlainTextEdit):
            return False
        if event.key() in (Key.Key_PageDown, Key.Key_PageUp):
            return self.part.page(1 if event.key() == Key.Key_PageDown else -1)
        return self.part.key(event)


@dataclass
class Shown:
    """The part on the screen, with the fingers before it."""

    host: LiveHost
    book: object
    said: list[str]
    safe: list[bool] = field(default_factory=list)

    @property
    def part(self):
        return self.host.part

    def press(self, *keys, modifier=NONE):
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.host, key, modifier)
            QTest.qWait(2)

    def type(self, text):
        for letter in text:
            QTest.keyClicks(QApplication.focusWidget(), letter)
        QTest.qWait(2)

    def write(self, text):
        self.type(text)
        self.press(Key.Key_Return)


def at() -> str:
    """What has the focus, by its name."""
    found = QApplication.focusWidget()
    assert found is not None, "nothing has the focus"
    return found.objectName() or found.accessibleName()


def texts(rows):
    """The rows of a list, as it shows them."""
    return [rows.model().index(n, 0).data() for n in range(rows.row_count())]


def plan_meeting(book, day, **values) -> str:
    """A meeting of this day."""
    command = PlanMeeting(day, values)
    book.do(command)
    return command.id


def show_part(qtbot, at_desk, kind, meeting_id: str, showing=None, *, safe=False) -> Shown:
    """Show a part of this meeting, begun, with the focus where it begins."""
    book = at_desk.desk.workbook
    book.live_meeting = meeting_id
    host = LiveHost(kind, at_desk.desk, meeting_id)
    qtbot.addWidget(host)
    host.part.set_room_safe(safe)
    host.part.begin(showing or Showing(meeting_id, host.part.kind))
    book.subscribe(
        lambda changes, by: host.part.take_changes(changes, by) if host.part.concerns(changes) else None
    )
    host.resize(1093, 400)
    host.show()
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    host.part.first_focus().setFocus()
    QTest.qWait(2)
    return Shown(host, book, at_desk.said)

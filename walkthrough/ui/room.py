# SPDX-License-Identifier: MIT
"""Whether the room may be looking: everything is fit for the wall until somebody says that this window is not
on it.

It must not know any widget's content; pages hide their private fields when `RoomState.safe` says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent

from walkthrough.ui.focus_filter import FocusFilter

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen, QWindow


@dataclass(frozen=True)
class Display:
    """One screen as the system names it, with its place in logical pixels (x, y, width, height)."""

    name: str
    serial: str
    place: tuple[int, int, int, int]


def differ(displays: Iterable[Display]) -> bool:
    """Tell whether two of the displays show different parts of the desktop; at one and the same place they
    mirror.
    """
    return len({display.place for display in displays}) > 1


class RoomState(QObject):
    """Safe from the first second and again at every change of screens; open only on a person's word."""

    changed = Signal()
    """`safe` or `can_confirm` may have another value."""
    screens_changed = Signal()
    """The screens are not what they were: worth a sentence."""

    def __init__(self, displays: Iterable[Display] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._displays = frozenset(displays)
        self._confirmed = False
        self._peeking = False

    @property
    def safe(self) -> bool:
        """Whether private fields are to be hidden now."""
        return not (self._confirmed or self._peeking)

    @property
    def can_confirm(self) -> bool:
        """Whether there is a second, differently placed screen, so that the question makes sense."""
        return differ(self._displays)

    @property
    def confirmed(self) -> bool:
        """Whether somebody said that this window is not on the wall, and the screens are still the same."""
        return self._confirmed

    def confirm_not_on_wall(self, yes: bool = True) -> None:
        """Take a person's word that this window is not on the wall, or take it back; ignored while screens
        mirror.
        """
        self._confirmed = yes and self.can_confirm
        self.changed.emit()

    def confirm_alone(self) -> None:
        """Take a person's word that nobody else sees the one screen there is: no projector, no mirror.

        Only after the question was put in full; it ends with the next change of screens, like every word.
        """
        self._confirmed = True
        self.changed.emit()

    def peek(self, on: bool) -> None:
        """Show private fields while a key is held."""
        if on != self._peeking:
            self._peeking = on
            self.changed.emit()

    def see(self, displays: Iterable[Display]) -> None:
        """Take note of the screens there are now; if they differ from before, be safe first and ask after."""
        now = frozenset(displays)
        if now == self._displays:
            return
        self._displays = now
        self.be_safe()
        self.screens_changed.emit()

    def be_safe(self) -> None:
        """Forget what was confirmed, for instance because the window was moved to another screen."""
        self._confirmed = self._peeking = False
        self.changed.emit()


class ScreenWatch(QObject):
    """Tells a RoomState what the system says about screens, and where the window stands."""

    def __init__(self, room: RoomState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room = room
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(self._follow)
        application.screenRemoved.connect(self._look)
        application.primaryScreenChanged.connect(self._look)
        for screen in QGuiApplication.screens():
            self._follow(screen)

    def follow_window(self, window: QWindow) -> None:
        """Be safe as soon as this window stands on another screen."""
        window.screenChanged.connect(self._room.be_safe)

    def _follow(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._look)
        self._look()

    def _look(self) -> None:
        self._room.see(_display(screen) for screen in QGuiApplication.screens())


def _display(screen: QScreen) -> Display:
    place = screen.geometry()
    return Display(
        screen.name(), screen.serialNumber(), (place.x(), place.y(), place.width(), place.height())
    )


class PeekKeys(FocusFilter):
    """Shows private fields while Ctrl+Shift+P is down; lets go when another window comes to the front."""

    def __init__(self, room: RoomState, parent: QObject | None = None) -> None:
        self._room = room
        super().__init__(parent)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._let_go)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the keys."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress and _is_peek(event):
                self._room.peek(True)
                return True
            if event.type() == QEvent.Type.KeyRelease and _ends_peek(event):
                self._room.peek(False)
        return False

    def _let_go(self, _window: QWindow | None) -> None:
        self._room.peek(False)


def _is_peek(event: QKeyEvent) -> bool:
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    return event.key() == Qt.Key.Key_P and event.modifiers() == both


def _ends_peek(event: QKeyEvent) -> bool:
    return not event.isAutoRepeat() and event.key() in (Qt.Key.Key_P, Qt.Key.Key_Control, Qt.Key.Key_Shift)

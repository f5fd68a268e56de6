# SPDX-License-Identifier: MIT
"""Whether the room may be looking: everything is fit for the wall until somebody says that this window is not
on it.

It must not know any widget's content; pages hide their private fields when `RoomState.safe` says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent

from walkthrough.ui.focus_filter import FocusFilter

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QScreen, QWindow


@dataclass(frozen=True)
class Display:
    """One screen as the system names it, with its place on the desk (x, y, width, height) in the pixels that
    the system counts in.
    """

    name: str
    serial: str
    place: tuple[int, int, int, int]


def overlap(one: Display, other: Display) -> bool:
    """Tell whether two displays show a part of the desktop in common: whole or in part, they mirror.

    A projector of another resolution or scale mirrors too, so it is not enough to compare places.
    """
    x, y, width, height = one.place
    left, top, across, down = other.place
    return x < left + across and left < x + width and y < top + down and top < y + height


def differ(displays: Iterable[Display]) -> bool:
    """Tell whether two of the displays show different parts of the desktop."""
    return any(not overlap(one, other) for one, other in combinations(displays, 2))


def displays_now() -> tuple[Display, ...]:
    """Return the screens as the system tells them now, the main one first."""
    return tuple(display_of(screen) for screen in QGuiApplication.screens())


def display_of(screen: QScreen) -> Display:
    """Return what a screen is known by, as it stands now."""
    return Display(screen.name(), screen.serialNumber(), _in_system_pixels(screen.geometry(), screen))


def reaches_onto(window: QRect, own: QScreen, display: Display) -> bool:
    """Tell whether any part of a window's place, which stands mostly on the screen `own`, is on a display."""
    return overlap(Display("", "", _in_system_pixels(window, own)), display)


def _in_system_pixels(place: QRect, screen: QScreen) -> tuple[int, int, int, int]:
    """Return a place on this screen as the system counts it.

    Qt keeps the origin of a screen and divides the rest by its scale, so that in Qt's pixels two screens of
    different scale have a gap between them where in truth they touch or mirror.
    """
    in_points = QGuiApplication.platformName().startswith(("cocoa", "wayland"))
    scale = 1.0 if in_points else screen.devicePixelRatio()
    origin = screen.geometry().topLeft()
    x, y = (place.topLeft() - origin).toTuple()
    return (
        origin.x() + round(x * scale),
        origin.y() + round(y * scale),
        round(place.width() * scale),
        round(place.height() * scale),
    )


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
        self._window: QWindow | None = None
        self._touched: frozenset[Display] = frozenset()
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(self._follow)
        application.screenRemoved.connect(self._look)
        application.primaryScreenChanged.connect(self._look)
        for screen in QGuiApplication.screens():
            self._follow(screen)

    def follow_window(self, window: QWindow) -> None:
        """Be safe as soon as this window stands on another screen, or reaches over the edge of its own."""
        self._window = window
        window.screenChanged.connect(self._room.be_safe)
        self._room.changed.connect(self._note_touched)
        for moved in (window.xChanged, window.yChanged, window.widthChanged, window.heightChanged):
            moved.connect(self._moved)

    def _follow(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._look)
        self._look()

    def _look(self) -> None:
        self._room.see(displays_now())

    def _note_touched(self) -> None:
        if self._room.confirmed:
            self._touched = self._touches()

    def _moved(self) -> None:
        # A person's word holds for the screens that the window stood on when it was given.
        if self._room.confirmed and not self._touches() <= self._touched:
            self._room.be_safe()

    def _touches(self) -> frozenset[Display]:
        if self._window is None:
            return frozenset()
        place, own = self._window.geometry(), self._window.screen()
        return frozenset(display for display in displays_now() if reaches_onto(place, own, display))


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

# SPDX-License-Identifier: MIT
"""Where the audience window stands: on a screen of its own, small beside the presenter's, or hidden.

Screens are known by name and serial number, never by their place in a list; after each change the window
hides before anything else. It must not know what is live, frozen or blank.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from walkthrough.ui.wall import placing
from walkthrough.ui.wall.audience_window import CALM, AudienceWindow, Shown
from walkthrough.ui.wall.sizing import Sizing

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QWidget

    from walkthrough.settings import KeptSettings
    from walkthrough.ui.room import RoomState

_TRIES = 3
"""How often the window is placed before it is left to a person to drag it where it belongs."""
SETTLE_MS = 350
"""Systems tell a change of screens in pieces: after the last one we wait this long before a window is placed.
"""


class Stand(enum.StrEnum):
    """Where the audience window stands: nowhere (off, or its screen has gone), small, or on the wall."""

    NOWHERE = "nowhere"
    SMALL = "small"
    WALL = "wall"


class Standing(QObject):
    """Places the audience window, and takes it away from a screen that has become the presenter's.

    Args:
        room: goes room-safe by itself at each change of screens, before this hears of it.
        presenter: its window, or None.  settings: keep which screen was the wall; None: kept nowhere.
    """

    changed = Signal()
    """It stands elsewhere, or the screens are others."""
    settled = Signal()
    """A change of screens is over and the window stands where it belongs."""
    closed = Signal()
    """Somebody closed the window."""

    def __init__(
        self, room: RoomState, presenter: QWidget | None, settings: KeptSettings | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._room, self._presenter, self._settings = room, presenter, settings
        self.stand = Stand.NOWHERE
        self._is_on = False
        self._screen: placing.ScreenName | None = None
        self._shown, self._sizing = CALM, Sizing()
        self._audience: AudienceWindow | None = None
        self._gone: AudienceWindow | None = None
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._settled)
        self._tries = 0
        self._check = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._check.timeout.connect(self._check_place)
        room.screens_changed.connect(self._screens_changed)

    @property
    def audience(self) -> AudienceWindow | None:
        """The window, while it is on."""
        return self._audience

    @property
    def screen_number(self) -> int:
        """The screen it stands on, counted from 1 as people count; 0 while it stands nowhere."""
        if self._audience is None or self.stand is Stand.NOWHERE:
            return 0
        screens, here = QGuiApplication.screens(), self._audience.screen()
        return screens.index(here) + 1 if here in screens else 0

    @property
    def can_swap(self) -> bool:
        """Whether there is another screen that the two windows can trade."""
        return self.stand is Stand.WALL and self._presenter is not None

    @property
    def is_apart(self) -> bool:
        """Whether it stands on the wall and no part of the presenter's window does."""
        if self._audience is None or self._presenter is None or self.stand is not Stand.WALL:
            return False
        return not self._presenter.geometry().intersects(self._audience.screen().geometry())

    def begin(self) -> None:
        """Place the window on the wall, or small."""
        self._is_on = True
        if self.stand is not Stand.WALL:
            self._place(may_be_small=True)

    def end(self) -> None:
        """Take the window away."""
        self._is_on = False
        self._settle.stop()
        self._check.stop()
        self.stand = Stand.NOWHERE
        if self._audience is not None:
            self._audience.hide()
            self._audience.deleteLater()
            # It may be in the middle of an event of its own: the last reference must outlive that.
            self._audience, self._gone = None, self._audience

    def show_this(self, shown: Shown, *, at_once: bool = False) -> None:
        """Show this wherever it stands; `at_once` before anything else happens."""
        self._shown = shown
        if self._audience is None:
            return
        self._audience.show_this(shown)
        if at_once:
            self._audience.draw_now()
            self._audience.picture.repaint()

    def set_sizing(self, sizing: Sizing) -> None:
        """Let the words be of another size."""
        self._sizing = sizing
        if self._audience is not None:
            self._audience.set_sizing(sizing)

    def swap(self) -> None:
        """Trade screens with the presenter's window, which is room-safe before it moves."""
        if self._audience is None or self._presenter is None:
            return
        self._room.be_safe()
        wall, desk = self._audience.screen(), self._presenter.screen()
        self._audience.hide()
        placing.bring(self._presenter, wall)
        self._stand_on(desk)

    def _screens_changed(self) -> None:
        """Hide before anything else can be seen on the wrong screen; think once the system has finished."""
        if self._is_on:
            if self.stand is Stand.WALL and not self._has_its_screen():
                self._hide()
            self._settle.start()
        self.changed.emit()

    def _settled(self) -> None:
        self._place(may_be_small=self.stand is Stand.SMALL)
        self.changed.emit()
        self.settled.emit()

    def _place(self, *, may_be_small: bool) -> None:
        desk = self._desk_screen()
        wall = None if placing.is_by_hand() else placing.wall_for(desk, self._wanted())
        if wall is not None:
            self._stand_on(wall)
        elif may_be_small and desk is not None:
            self._stand_small(desk)
        else:
            self._hide()

    def _hide(self) -> None:
        self.stand = Stand.NOWHERE
        if self._audience is not None:
            self._audience.hide()

    def _stand_on(self, screen: QScreen) -> None:
        audience = self._made()
        is_there = self.stand is Stand.WALL and audience.isVisible() and audience.screen() is screen
        if not is_there or audience.geometry() != screen.geometry():
            audience.fill(screen)
        self.stand = Stand.WALL
        self._remember(screen)
        self._tries = 1
        self._check.start()

    def _check_place(self) -> None:
        """See that the window came where it was sent: window managers have a will of their own, and on the
        presenter's screen it would cover what somebody is working on.
        """
        audience, desk = self._audience, self._desk_screen()
        if audience is None or desk is None or self.stand is not Stand.WALL:
            return
        wall = placing.known_as(self._screen)
        if wall is None or (audience.screen() is wall and audience.geometry() == wall.geometry()):
            return
        self._tries += 1
        if self._tries <= _TRIES:
            audience.fill(wall)
            self._check.start()
        else:
            self._stand_small(desk, by_hand=True)
            self.changed.emit()

    def _stand_small(self, screen: QScreen, *, by_hand: bool = False) -> None:
        audience = self._made()
        if self.stand is not Stand.SMALL or not audience.isVisible():
            audience.stand_small(screen, by_hand=by_hand or placing.is_by_hand())
        self.stand = Stand.SMALL

    def _filled(self) -> None:
        if self._audience is not None:
            self.stand = Stand.WALL
            self._remember(self._audience.screen())
            self.changed.emit()
            self.settled.emit()

    def _made(self) -> AudienceWindow:
        if self._audience is None:
            self._audience = AudienceWindow(self._presenter)
            self._audience.closed.connect(self.closed)
            self._audience.filled.connect(self._filled)
            self._audience.set_sizing(self._sizing)
        self._audience.show_this(self._shown)
        return self._audience

    def _remember(self, screen: QScreen) -> None:
        self._screen = placing.name_of(screen)
        if self._settings is not None:
            self._settings.change(wall_screen=str(self._screen))

    def _wanted(self) -> str:
        """The screen to come back to, or that was the wall last."""
        if self._screen is not None:
            return str(self._screen)
        return self._settings.now.wall_screen if self._settings else ""

    def _desk_screen(self) -> QScreen | None:
        """The screen that the presenter's window stands on."""
        here = self._presenter.screen() if self._presenter is not None else None
        return here if here in QGuiApplication.screens() else QGuiApplication.primaryScreen()

    def _has_its_screen(self) -> bool:
        """Whether the audience window's screen is still there, and shows nothing of the presenter's."""
        desk = self._desk_screen()
        return desk is not None and placing.known_as(self._screen) in placing.apart_from(desk)

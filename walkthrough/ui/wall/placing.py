# SPDX-License-Identifier: MIT
"""Which screen is the wall, and how the presenter's window comes to another one.

Screens are known by name and serial number, never by their place in a list. It must not know what any window
shows.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from walkthrough.ui.room import display_of, overlap


@dataclass(frozen=True)
class ScreenName:
    """What a screen is known by, also after it was unplugged and has come back."""

    name: str
    serial: str

    def __str__(self) -> str:
        return f"{self.name} {self.serial}".strip()


def name_of(screen: QScreen) -> ScreenName:
    """Return what this screen is known by."""
    return ScreenName(screen.name(), screen.serialNumber())


def known_as(name: ScreenName | None) -> QScreen | None:
    """Return the screen of this name, or None while it is not there."""
    return next((screen for screen in QGuiApplication.screens() if name_of(screen) == name), None)


def is_by_hand() -> bool:
    """Tell whether this system lets no program place a window on a screen, so that a person has to."""
    return QGuiApplication.platformName().startswith("wayland")


def apart_from(desk: QScreen) -> list[QScreen]:
    """Return the screens that show nothing of what `desk` shows: neither `desk` itself nor a mirror of it."""
    here = display_of(desk)
    return [
        screen
        for screen in QGuiApplication.screens()
        if screen is not desk and not overlap(display_of(screen), here)
    ]


def wall_for(desk: QScreen | None, wanted: str) -> QScreen | None:
    """Return the screen that is the wall when the presenter's window stands on `desk`; None without one.

    The one that is `wanted` by its name, else the largest.
    """
    if desk is None:
        return None
    apart = apart_from(desk)
    known = [screen for screen in apart if wanted and str(name_of(screen)) == wanted]
    return max(known or apart, key=_area, default=None)


def bring(window: QWidget, screen: QScreen) -> None:
    """Bring a window to another screen, as large as it was or as it can be there; maximised if it was."""
    states = window.windowState()
    spread = states & (Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen)
    if spread:
        window.setWindowState(states & ~spread)
    before = window.screen().availableGeometry()
    window.setScreen(screen)
    window.setGeometry(moved(window.geometry(), before, screen.availableGeometry()))
    if spread:
        window.setWindowState(states)


def moved(window: QRect, before: QRect, after: QRect) -> QRect:
    """Return where a window stands on the screen `after` that stood at `window` on the screen `before`."""
    size: QSize = window.size().boundedTo(after.size())
    offset: QPoint = window.topLeft() - before.topLeft()
    x = min(max(offset.x(), 0), after.width() - size.width())
    y = min(max(offset.y(), 0), after.height() - size.height())
    return QRect(after.topLeft() + QPoint(x, y), size)


def _area(screen: QScreen) -> int:
    size = screen.size()
    return size.width() * size.height()

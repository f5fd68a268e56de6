# SPDX-License-Identifier: MIT
"""The start of the windows: the first picture at once, everything heavy right after it.

It must not import the model at its top, nor anything that does: that is what makes the first picture quick.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

import walkthrough
from walkthrough import logs, paths
from walkthrough.settings import KeptSettings
from walkthrough.ui.crash import Crash
from walkthrough.ui.language import Language
from walkthrough.ui.main_window import MainWindow
from walkthrough.ui.room import PeekKeys, RoomState, ScreenWatch
from walkthrough.ui.screen_makers import pages_here
from walkthrough.ui.text_keys import TextKeys
from walkthrough.ui.theme import Theme
from walkthrough.ui.view_actions import ViewActions, theme_now

if TYPE_CHECKING:
    from walkthrough.ui.frame import Frame


class FirstPaint(QObject):
    """Starts the timer `then` once, when the first picture of the window has been drawn."""

    def __init__(self, window: MainWindow, then: QTimer) -> None:
        super().__init__(window)
        self._then: QTimer | None = then
        window.stack.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first Paint; the timer fires after it has reached the screen."""
        if event.type() == QEvent.Type.Paint and self._then is not None:
            self._then.start()
            self._then = None
            watched.removeEventFilter(self)
        return False


class Windows:
    """Everything with a window, built in two halves: `__init__` and `show`, then `load`."""

    def __init__(self, program: QApplication, asked: argparse.Namespace) -> None:
        self._program, self._asked = program, asked
        self.places = paths.find_places(asked.data_dir)
        self.settings = KeptSettings(self.places.settings_file)
        for_now = {name: value for name in ("language", "theme", "zoom") if (value := getattr(asked, name))}
        self.settings.now = self.settings.now.with_(**for_now)  # of this run only, until something is chosen
        self.language = Language(program)
        self.language.use(self.settings.now.language)
        self.theme = Theme()
        self.theme.apply(program, theme_now(self.settings), self.settings.now.zoom)
        self.room = RoomState()
        self.window = MainWindow(self.room, pages_here())
        self.window.rail.set_open(asked.file is not None)
        self.window.rail.mark(asked.screen or ("home" if asked.file is None else self.settings.now.screen))
        self.frame: Frame | None = None
        self.crash = Crash(self.places.logs, self.window)
        self._watch = ScreenWatch(self.room, self.window)
        self._filters = (TextKeys(self.window), PeekKeys(self.room, self.window))
        self.view = ViewActions(self.window, self.settings, self.theme, self.language)

    def show(self) -> None:
        """Put the window on the screen; `load` follows its first picture."""
        self.window.place(self.settings.now.geometry, self.settings.now.maximised)
        after = QTimer(self.window, singleShot=True, interval=0)
        after.timeout.connect(self.load)
        FirstPaint(self.window, after)
        self.window.show()
        handle = self.window.windowHandle()
        if handle is not None:
            self._watch.follow_window(handle)

    def load(self) -> None:
        """Import the model, join it to the window, open what was asked for."""
        from walkthrough.export.left_over import sweep_temporary
        from walkthrough.ui.file_actions import FileActions
        from walkthrough.ui.frame import Frame, Surroundings

        around = Surroundings.usual(self.window, self.places, self.settings)
        self.frame = frame = Frame(self.window, self.view, around)
        FileActions(frame)
        self.crash.known = frame.known
        path: Path | None = self._asked.file
        if path is None or not frame.open_book(path, self._asked.screen):
            frame.go("home")
        sweep_temporary()


def run_windows(asked: argparse.Namespace) -> int:
    """Show the window and run until it is closed; returns the exit code."""
    program = QApplication(sys.argv[:1])
    program.setApplicationName("Walkthrough")
    program.setApplicationVersion(walkthrough.__version__)
    program.setDesktopFileName("walkthrough")
    windows = Windows(program, asked)
    logs.start(windows.places.logs)
    windows.crash.install()
    windows.show()
    return program.exec()

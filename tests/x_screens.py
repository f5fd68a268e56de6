# SPDX-License-Identifier: MIT
"""A real X server with monitors that come and go: `xrandr --setmonitor` sends the events of a real cable.

Run as a program inside such a server, it walks the audience window through all changes and prints what it
sees, one JSON line for each; `tests/ui/test_projection_on_x.py` starts it and judges.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QElapsedTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow

from walkthrough.model.queries.wall.shapes import Walking, WallHead
from walkthrough.model.showing import Call
from walkthrough.model.words import AgendaKind
from walkthrough.settings import KeptSettings
from walkthrough.ui.room import RoomState, ScreenWatch
from walkthrough.ui.theme import Theme
from walkthrough.ui.wall.keep_awake import KeepAwake
from walkthrough.ui.wall.projection import Projection

LAPTOP = "1366/361x768/203+0+0"
WALL = "1920/508x1080/286+1366+0"
MIRROR = "1366/361x768/203+0+0"
_PATIENCE_MS = 8000


def xrandr(*words: str) -> None:
    """Change the monitors of the server that DISPLAY names."""
    subprocess.run(["xrandr", *words], check=True, capture_output=True)


class Desk:
    """A presenter's window and its wall on a real server."""

    def __init__(self, folder: Path) -> None:
        self.window = QMainWindow()
        self.window.setCentralWidget(QLineEdit())
        self.room = RoomState()
        self.watch = ScreenWatch(self.room, self.window)
        settings = KeptSettings(folder / "settings.toml")
        self.wall = Projection(self.room, self.window, settings, self.window, KeepAwake(()))
        self.window.setGeometry(100, 100, 700, 500)
        self.window.show()
        self.watch.follow_window(self.window.windowHandle())
        self.seen: list[tuple[bool, bool]] = []
        self.room.changed.connect(self._note)
        self.wall.changed.connect(self._note)

    def _note(self) -> None:
        audience = self.wall.audience
        self.seen.append((self.room.safe, audience is not None and audience.isVisible()))

    def tell(self, what: str) -> None:
        """Print how things stand."""
        audience, status = self.wall.audience, self.wall.status
        on = audience.screen().name() if audience is not None and audience.isVisible() else ""
        told = {
            "what": what, "state": status.state, "stand": status.stand, "on": on, "safe": self.room.safe,
            "asks": self.wall.asks, "presenter": self.window.screen().name(),
            "fills": bool(on) and audience.geometry() == audience.screen().geometry(),
            "active": self.window.isActiveWindow(), "seen": self.seen[:],
            "screens": [screen.name() for screen in QApplication.screens()],
        }  # fmt: skip
        print(json.dumps(told), flush=True)
        self.seen.clear()

    def wait(self, until: Callable[[], bool]) -> None:
        """Let events come until it holds, and a little longer."""
        clock = QElapsedTimer()
        clock.start()
        while not until() and clock.elapsed() < _PATIENCE_MS:
            QTest.qWait(20)
        QTest.qWait(600)


def on_screen(desk: Desk, name: str) -> Callable[[], bool]:
    """Whether the audience window is to be seen on the screen of this name."""
    return lambda: (
        desk.wall.audience is not None
        and desk.wall.audience.isVisible()
        and desk.wall.audience.screen().name() == name
    )


def walk(folder: Path) -> None:
    """Go through all changes."""
    program = QApplication(sys.argv[:1])
    Theme().apply(program, "light")
    desk = Desk(folder)
    desk.wait(desk.window.isActiveWindow)
    head = WallHead(AgendaKind.WALK, "Walk", "Birth", 1, 3)
    desk.wall.set_view(Walking(head, Call.NONE, "What happens first?", "", "", (), 0, 0, 0))

    def screens(many: int) -> Callable[[], bool]:
        return lambda: len(QApplication.screens()) == many

    desk.wall.start()
    desk.tell("one screen")
    xrandr("--setmonitor", "projector", WALL, "none")
    desk.wait(on_screen(desk, "projector"))
    desk.tell("extended")
    desk.room.confirm_not_on_wall()
    desk.wall.freeze()
    desk.seen.clear()
    xrandr("--delmonitor", "projector")
    desk.wait(screens(1))
    desk.tell("unplugged")
    xrandr("--setmonitor", "projector", WALL, "none")
    desk.wait(on_screen(desk, "projector"))
    desk.tell("plugged back")
    desk.room.confirm_not_on_wall()
    desk.seen.clear()
    xrandr("--delmonitor", "projector")
    desk.wait(screens(1))
    xrandr("--setmonitor", "projector", MIRROR, "none")
    desk.wait(screens(2))
    desk.tell("mirrored")
    xrandr("--delmonitor", "projector")
    desk.wait(screens(1))
    xrandr("--setmonitor", "projector", WALL, "none")
    desk.wait(on_screen(desk, "projector"))
    desk.tell("extended again")
    swap_and_drag(desk)
    desk.wall.stop()


def swap_and_drag(desk: Desk) -> None:
    """Trade the screens twice, then drag the presenter's window over the edge."""
    desk.room.confirm_not_on_wall()
    desk.seen.clear()
    desk.wall.swap()
    desk.wait(lambda: desk.window.screen().name() == "projector")
    desk.tell("swapped")
    desk.wall.swap()
    desk.wait(lambda: desk.window.screen().name() == "laptop")
    desk.tell("swapped back")
    desk.room.confirm_not_on_wall()
    desk.seen.clear()
    desk.window.move(1200, 200)
    desk.wait(lambda: desk.room.safe)
    desk.tell("dragged over the edge")


if __name__ == "__main__":
    walk(Path(sys.argv[1]))

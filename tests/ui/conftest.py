# SPDX-License-Identifier: MIT
"""The real window over a data folder of its own, with answers instead of questions that stop everything."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLayout, QVBoxLayout, QWidget

from tests.fake_screens import screens  # noqa: F401  (a fixture for tests of screens)
from walkthrough import arguments, paths, wording
from walkthrough.model.content import load_shelf
from walkthrough.settings import KeptSettings
from walkthrough.ui.opened import Around, Opened
from walkthrough.ui.room import RoomState
from walkthrough.ui.starting import Windows
from walkthrough.ui.theme import Theme
from walkthrough.ui.wall.projection import Projection


class Answers:
    """Stands where `Ask` stands: answers at once, and remembers what was said."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.path: Path | None = None
        self.yes = True

    def open_workbook(self, folder):
        return self.path

    def open_file(self, title, kinds):
        return self.path

    def save_as(self, title, suggested, kinds=""):
        return self.path

    def choose_folder(self, title, start):
        return self.path

    def has_printer(self):
        return False

    def confirm(self, question, detail, yes, *, danger=False):
        self.said.append(question)
        return self.yes

    def tell(self, title, text):
        self.said.append(text)


@pytest.fixture
def start(qtbot, tmp_path, monkeypatch):
    """Start the windows as the command line does; `start(words...)` returns them, shown and loaded."""
    started = []

    def _start(*words):
        asked = arguments.read([*map(str, words), "--data-dir", str(tmp_path / "data")])
        windows = Windows(QApplication.instance(), asked)
        started.append(windows)
        answers = Answers()
        monkeypatch.setattr("walkthrough.ui.frame.Ask", lambda _window: answers)
        windows.answers = answers
        windows.show()
        qtbot.waitUntil(
            lambda: windows.frame is not None and windows.window.stack.page is not None, timeout=5000
        )
        windows.window.activateWindow()
        qtbot.waitUntil(windows.window.isActiveWindow)
        return windows

    yield _start
    for windows in started:
        windows.window.close()
        windows.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    wording.use(wording.Wording())


class AtDesk:
    """A screen's desk over a real workbook, and what the screen asked of it."""

    def __init__(self, workbook, folder: Path) -> None:
        self.said: list[str] = []
        self.gone: list[tuple[str, dict[str, object]]] = []
        self.ask = Answers()
        self.room = RoomState()
        self.settings = KeptSettings(folder / "settings.toml")
        shelf = load_shelf(paths.resources() / "content", "en")
        self.projection = Projection(self.room)
        around = Around(
            shelf,
            self.room,
            workbook.clock,
            self.settings,
            self.said.append,
            self._go,
            self.ask,
            self.projection,
        )
        self.opened = Opened(workbook, around)
        self.desk = self.opened.desk

    def _go(self, screen: str, /, **where: object) -> None:
        self.gone.append((screen, where))


@pytest.fixture
def at_desk(qapp, workbook, tmp_path):
    """A desk for a screen without the window: `at_desk.desk`; `.said`, `.gone`, `.ask`, `.room` tell and
    steer.
    """
    place = AtDesk(workbook, tmp_path)
    yield place
    place.opened.drafts.close()


@pytest.fixture
def show_screen(qtbot):
    """Show a page in a window of the presenter's size, as the frame does: `show_screen(page, **where)`."""
    hosts = []  # Python owns them: without a reference they go at once

    def _show(page, **where):
        if not hosts:  # a page is put together three times as fast before the style sheet is on
            Theme().apply(QApplication.instance(), "light")
        host = QWidget()
        hosts.append(host)
        qtbot.addWidget(host)
        column = QVBoxLayout(host)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(page)
        page.set_room_safe(True)
        page.refresh()
        if where:
            page.show_for(**where)
        host.resize(929, 500)
        host.show()
        host.activateWindow()
        qtbot.waitUntil(host.isActiveWindow)
        page.first_focus().setFocus()
        return page

    yield _show
    hosts.clear()

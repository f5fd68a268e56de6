# SPDX-License-Identifier: MIT
"""The real window over a data folder of its own, with answers instead of questions that stop everything."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from walkthrough import arguments, wording
from walkthrough.ui.starting import Windows


class Answers:
    """Stands where `Ask` stands: answers at once, and remembers what was said."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.path: Path | None = None
        self.yes = True

    def open_workbook(self, folder):
        return self.path

    def save_as(self, title, suggested, kinds=""):
        return self.path

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
        windows.end()
        windows.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    wording.use(wording.Wording())

# SPDX-License-Identifier: MIT
"""Somebody in a live meeting until the power fails: the real window, offscreen, in a process of its own.

Run as a script: workbook, data folder, the part to go to, the words to type on the line. It says when all of
that is done, and then waits for its end.
"""

from __future__ import annotations

import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from walkthrough import arguments
from walkthrough.model.words import AgendaKind
from walkthrough.ui.starting import Windows


def tell(*words: object) -> None:
    """One line, in one write."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def main() -> None:
    """Go live, go to the part, turn a page, start the timer, type; tell where that is; never end."""
    path, folder, kind, words = sys.argv[1:5]
    program = QApplication([])
    windows = Windows(program, arguments.read([path, "--screen", "overview", "--data-dir", folder]))
    windows.show()
    while windows.frame is None or windows.window.stack.page is None:
        QTest.qWait(10)
    windows.window.activateWindow()
    windows.window.actions_here.ask("live.start")
    page = windows.window.stack.page
    page.run.go_to_kind(AgendaKind(kind))
    page.part().page(1)
    windows.window.actions_here.ask("live.timer")
    QTest.qWait(50)
    if page.line.isHidden():
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Minus)
    page.line.text.control.setFocus()
    QTest.keyClicks(page.line.text.control, words)
    windows.frame.opened.drafts.keep_all()  # what happens every two seconds
    QTest.qWait(100)
    showing = page.run.showing()
    tell(
        windows.frame.opened.workbook.live_meeting,
        showing.part,
        showing.station_id or "-",
        showing.page,
        page.run.clock.now.timer_ends.isoformat(),
        page.line.line.text.replace(" ", "_"),
    )
    QTest.qWait(60_000)


if __name__ == "__main__":
    main()

# SPDX-License-Identifier: MIT
"""One open workbook in the window: its desk, its drafts, its notices, its rests. Closing it lets go of the
file.

It must not know the window; it is handed what the desk needs.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from walkthrough.model import FileTrouble
from walkthrough.ui.bridge import Bridge
from walkthrough.ui.drafts import DraftKeeper
from walkthrough.ui.jobs import ExportOrder, Job, MeetingOrder, start_export, start_hand_out
from walkthrough.ui.screen import Desk, Go
from walkthrough.wording import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from walkthrough.model import Clock, Workbook
    from walkthrough.model.content import Shelf
    from walkthrough.settings import KeptSettings
    from walkthrough.ui.dialogs.ask import Ask
    from walkthrough.ui.room import RoomState
    from walkthrough.ui.wall.projection import Projection

REST_AFTER_MS = 1500
STEPS_UNRESTED = 60
"""So many steps, one soon after the other, put the rest off: it would come between a line and its Enter."""
STEPS_A_REST = 15
"""One bite of merging keeps search in order for so many steps."""


@dataclass(frozen=True)
class Around:
    """What is there whichever workbook is open."""

    shelf: Shelf
    room: RoomState
    clock: Clock
    settings: KeptSettings
    say: Callable[[str], None]
    go: Go
    ask: Ask
    projection: Projection


class Opened(QObject):
    """Joins a workbook to the windows; `close` it before another one is opened."""

    def __init__(self, workbook: Workbook, around: Around, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workbook = workbook
        self.bridge = Bridge(workbook, self)
        self.drafts = DraftKeeper(workbook, self)
        self.desk = Desk(
            workbook=workbook,
            shelf=around.shelf,
            room=around.room,
            clock=around.clock,
            settings=around.settings,
            say=around.say,
            go=around.go,
            drafts=self.drafts,
            ask=around.ask,
            export=self._export,
            hand_out=self._hand_out,
            projection=around.projection,
        )
        self._steps = 0
        self._rest = QTimer(self, singleShot=True, interval=REST_AFTER_MS)
        self._rest.timeout.connect(self._on_rest)
        self.bridge.changed.connect(self._on_changed)
        if workbook.left_over is not None:
            QTimer.singleShot(0, self, self._tell_left_over)  # once the window shows the workbook

    def close(self) -> None:
        """Keep what is being typed, end what is being written, hear no more, let go of the file."""
        for job in self.findChildren(Job):
            job.stop_and_wait()
        self.drafts.close()
        self.bridge.close()
        self._rest.stop()
        self.workbook.close()
        self.deleteLater()

    def _tell_left_over(self) -> None:
        left_over = self.workbook.left_over
        if left_over is None:
            return
        self.desk.ask.tell(
            _("Unsaved work of another file was put aside"),
            _("This file was replaced after the program stopped. The old work is kept in {file}.").format(
                file=left_over.name
            ),
        )

    def _on_changed(self) -> None:
        self._steps += 1
        if self._steps < STEPS_UNRESTED or not self._rest.isActive():
            self._rest.start()

    def _on_rest(self) -> None:
        """Keep the file in order between two steps; what fails now is tried again after the next one."""
        self._steps = max(self._steps - STEPS_A_REST, 0)
        with suppress(FileTrouble):
            self.workbook.idle()
        if self._steps:
            self._rest.start()

    def _export(self, order: ExportOrder) -> Job:
        return start_export(self.workbook.path, order, self)

    def _hand_out(self, order: MeetingOrder) -> Job:
        return start_hand_out(self.workbook.path, order, self)

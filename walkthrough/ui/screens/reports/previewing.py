# SPDX-License-Identifier: MIT
"""Makes the pages to look at: a child process writes the PDF aside, a moment after the last change of an
option. The file is gone as soon as it is read.

It must not know how the pages look.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from walkthrough.export.left_out import LeftOut
from walkthrough.ui.jobs import ExportOrder, Job, Outcome
from walkthrough.ui.screens.reports.aside import Aside
from walkthrough.ui.screens.reports.choices import Choices
from walkthrough.ui.screens.reports.kinds import ALL, kind_of

AFTER_MS = 350
"""So long nobody changes another option before the pages are made anew."""
_LEFT_OUT = "left-out "


class Previewing(QObject):
    """One preview at a time; what was asked for before is stopped."""

    begun = Signal()
    written = Signal(object)
    """The path of the PDF, for whoever reads it and deletes it."""
    nothing = Signal()
    """This report has no pages to look at."""
    failed = Signal(str)
    left_out = Signal(object)
    """A LeftOut."""

    def __init__(
        self, export: Callable[[ExportOrder], Job], aside: Aside, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._export = export
        self._choices: Choices | None = None
        self._job: Job | None = None
        self._aside, self._out = aside, Path()
        self._soon = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._soon.timeout.connect(self._begin)

    def ask(self, choices: Choices) -> None:
        """Make the pages of these choices a moment from now."""
        self._choices = choices
        self._stop()
        self._soon.start()

    def halt(self) -> None:
        """Make nothing: nobody looks."""
        self._soon.stop()
        self._stop()

    def is_busy(self) -> bool:
        """Whether pages are on their way."""
        return self._soon.isActive() or self._job is not None

    def _stop(self) -> None:
        if self._job is not None:
            self._job.ended.disconnect(self._on_ended)
            self._job.stop()
            self._job = None

    def _begin(self) -> None:
        choices = self._choices
        if choices is None or (choices.report == ALL and not choices.meeting_id):
            self.nothing.emit()
            return
        is_paged = kind_of(choices.report).is_paged
        self._out = self._aside.place(".pdf")
        order = choices.order("pdf" if is_paged else choices.form, self._out if is_paged else None)
        self.begun.emit()
        if not is_paged:
            self.nothing.emit()
        self._job = self._export(order)
        self._job.ended.connect(self._on_ended)

    def _on_ended(self, outcome: Outcome) -> None:
        self._job = None
        if not outcome.is_done:
            self.failed.emit(outcome.complaint)
            return
        found = left_out_in(outcome)
        if found is not None:
            self.left_out.emit(found)
        if self._out.exists():
            self.written.emit(self._out)


def left_out_in(outcome: Outcome) -> LeftOut | None:
    """What a job said it left out."""
    for line in outcome.answer.splitlines():
        if line.startswith(_LEFT_OUT):
            try:
                return msgspec.json.decode(line.removeprefix(_LEFT_OUT), type=LeftOut)
            except msgspec.DecodeError:
                return None
    return None

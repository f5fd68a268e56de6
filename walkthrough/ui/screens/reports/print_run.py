# SPDX-License-Identifier: MIT
"""From "print" to paper: gives a plan its version, has the PDF written aside, hands it to the printer.

It must not know the options' widgets.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from walkthrough.ui.jobs import Job, Outcome
from walkthrough.ui.screen import Desk
from walkthrough.ui.screens.reports.aside import Aside
from walkthrough.ui.screens.reports.choices import Choices
from walkthrough.ui.screens.reports.kinds import kind_of
from walkthrough.ui.screens.reports.printing import FAILED, Printing
from walkthrough.ui.widgets.spoken import worded


class PrintRun(QObject):
    """One at a time."""

    begun = Signal()
    progress = Signal(int, int)
    ended = Signal(str, str)
    """How (of `printing`), and the child's complaint or nothing."""

    def __init__(self, desk: Desk, aside: Aside, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._aside = desk, aside
        self._job: Job | None = None
        self._out, self._title = Path(), ""
        self.printing = Printing(desk.ask, self)
        self.printing.progress.connect(self.progress)
        self.printing.ended.connect(lambda how: self.ended.emit(how, ""))

    def is_busy(self) -> bool:
        """Whether pages are on their way to the printer."""
        return self._job is not None or self.printing.is_busy

    def begin(self, choices: Choices) -> None:
        """Write the PDF of these choices aside and print it."""
        self._title = worded(kind_of(choices.report).text)
        self._out = self._aside.place(".pdf")
        self._job = self._desk.export(choices.order("pdf", self._out))
        self._job.ended.connect(self._on_written)
        self.begun.emit()

    def stop(self) -> None:
        """Print nothing more."""
        if self._job is not None:
            self._job.stop()
        elif self.printing.is_busy:
            self.printing.stop()

    def _on_written(self, outcome: Outcome) -> None:
        self._job = None
        if outcome.is_done:
            self.printing.print_file(self._out, self._title)
        else:
            self.ended.emit(FAILED, outcome.complaint)

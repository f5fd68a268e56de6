# SPDX-License-Identifier: MIT
"""What happens at the foot of the page: write, print, cancel, open what was written; and how it went.

It must not know the list of reports nor the pages.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from walkthrough.ui.jobs import Outcome
from walkthrough.ui.screen import Desk
from walkthrough.ui.screens.reports.aside import Aside
from walkthrough.ui.screens.reports.choices import Choices
from walkthrough.ui.screens.reports.kinds import ALL, kind_of
from walkthrough.ui.screens.reports.print_run import PrintRun
from walkthrough.ui.screens.reports.printing import CANCELLED, PRINTED
from walkthrough.ui.screens.reports.reading import ReportsReading
from walkthrough.ui.screens.reports.view import ReportsView
from walkthrough.ui.screens.reports.writing import Writing
from walkthrough.ui.widgets.messages import Tone
from walkthrough.ui.widgets.spoken import Words
from walkthrough.wording import N_, _


class GoingOut(QObject):
    """One thing at a time goes out."""

    finished = Signal()

    def __init__(self, desk: Desk, view: ReportsView, aside: Aside, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._view = desk, view
        self.writing = Writing(desk, self)
        self.print_run = PrintRun(desk, aside, self)
        self.has_news = False
        """Whether the bar says how something went; until another option is chosen."""
        self._join()

    def write(self, choices: Choices, reading: ReportsReading) -> None:
        """Write the report to a file that the person names."""
        if not self.is_busy() and not self._lacks_a_meeting(choices, reading):
            self.writing.write(choices, reading)

    def print_it(self, choices: Choices) -> None:
        """Print it; where there is no printer, say so and offer the file."""
        if self.is_busy() or not kind_of(choices.report).is_paged:
            return
        if not self._desk.ask.has_printer():
            self._say(N_("This computer has no printer. Write the PDF, and print it on another one."), "warn")
            self._view.write.setFocus()
        elif self.writing.issue(choices):
            self.print_run.begin(choices)

    def forget_news(self) -> None:
        """Another option was chosen: what was written is not what is shown."""
        self.has_news = False
        self._view.show_written(False)

    def _join(self) -> None:
        view, writing, printed = self._view, self.writing, self.print_run
        view.cancel.clicked.connect(self._stop)
        view.open_it.clicked.connect(self._open_it)
        view.open_folder.clicked.connect(self._open_folder)
        writing.begun.connect(lambda: self._begin(N_("Writing…")))
        writing.progress.connect(self._on_progress)
        writing.ended.connect(self._on_written)
        writing.refused.connect(lambda sentence: self._say(lambda: sentence, "bad"))
        printed.begun.connect(lambda: self._begin(N_("Getting the pages ready for the printer…")))
        printed.progress.connect(self._on_progress)
        printed.ended.connect(self._on_printed)

    def is_busy(self) -> bool:
        """Whether something is being written or printed."""
        return self.writing.job is not None or self.print_run.is_busy()

    def _lacks_a_meeting(self, choices: Choices, reading: ReportsReading) -> bool:
        if choices.report != ALL or reading.meeting(choices.meeting_id) is not None:
            return False
        self._say(N_("There is no meeting yet. Plan one on the page Meetings."), "warn")
        return True

    def _say(self, words: Words, tone: Tone) -> None:
        self.has_news = True
        self._view.told.show_words(words, tone)

    def _begin(self, words: str) -> None:
        self._say(words, "note")
        self._view.show_busy(True)
        self._view.show_written(False)
        self._view.cancel.setFocus()

    def _stop(self) -> None:
        self.writing.stop()
        self.print_run.stop()

    def _on_progress(self, done: int, of: int) -> None:
        self._view.bar.setRange(0, of)
        self._view.bar.setValue(done)

    def _on_written(self, outcome: Outcome) -> None:
        name, view = self.writing.out.name, self._view
        view.show_busy(False)
        view.show_written(outcome.is_done)
        if outcome.is_done:
            self._say(lambda: _("{file} is written.").format(file=name), "good")
            self._desk.say(_("{file} is written.").format(file=name))
        elif outcome.code < 0:
            self._say(N_("Cancelled. Nothing was written."), "note")
        else:
            told = outcome.complaint
            self._say(lambda: told or _("The report could not be written."), "bad")
        view.write.setFocus()
        self.finished.emit()

    def _on_printed(self, how: str, complaint: str) -> None:
        self._view.show_busy(False)
        if how == PRINTED:
            self._say(N_("The pages are at the printer."), "good")
            self._desk.say(_("The pages are at the printer."))
        elif how == CANCELLED:
            self._say(N_("Printing was cancelled."), "note")
        else:
            self._say(lambda: complaint or _("The pages could not be printed."), "bad")
        self._view.printed.setFocus()
        self.finished.emit()

    def _open_it(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.writing.out)))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.writing.out.parent)))

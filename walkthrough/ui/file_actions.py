# SPDX-License-Identifier: MIT
"""What the File menu and Home ask for: new, open, the sample, back up, the data folder, close, quit.

It must not know any screen of a workbook.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, QObject, QTime, QUrl
from PySide6.QtGui import QDesktopServices

from walkthrough.model import FileTrouble, Refused, Workbook
from walkthrough.model.commands.collaborative import NameCollaborative
from walkthrough.ui.dialogs.about import show_about
from walkthrough.ui.dialogs.new_workbook import NewWorkbook, ask_new_workbook
from walkthrough.ui.frame import Frame
from walkthrough.ui.jobs import Job, Outcome
from walkthrough.ui.screens.home.library import SAMPLE, delete_sample
from walkthrough.ui.screens.home.screen import HomePage
from walkthrough.ui.wording_ui import refusal_text, trouble_text
from walkthrough.wording import _


class FileActions(QObject):
    """Answers Home's signals and the actions of the File menu."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._frame, self._window = frame, frame.window
        self._places, self._ask = frame.around.places, frame.around.ask
        self._job: Job | None = None
        self._window.stack.add_makers({"home": self._home})
        self._window.actions_here.answer(
            {
                "file.new": self.ask_new,
                "file.open": self.browse,
                "file.save": self.back_up,
                "file.export": lambda: frame.go("reports"),
                "file.folder": self.show_folder,
                "file.close": self._close,
                "file.quit": self._window.close,
                "help.about": lambda: show_about(self._window, self._places),
            }
        )

    def ask_new(self) -> None:
        """Ask for a name and make a workbook of it."""
        wanted = ask_new_workbook(self._places.workbooks, self._window)
        if wanted is not None and self._frame.may_let_go():
            self.create(wanted)

    def create(self, wanted: NewWorkbook) -> bool:
        """Make the file, name the collaborative, open it; False with a sentence if that cannot be done."""
        try:
            self._places.workbooks.mkdir(parents=True, exist_ok=True)
            workbook = Workbook.create(
                wanted.path, clock=self._frame.around.clock, backups=self._places.backups
            )
        except OSError:
            self._tell_not_made(trouble_text(FileTrouble("no_folder", path=str(wanted.path))))
            return False
        except FileTrouble as trouble:
            self._tell_not_made(trouble_text(trouble))
            return False
        try:
            workbook.do(NameCollaborative(wanted.name, wanted.area))
        except (Refused, FileTrouble) as error:
            workbook.close()
            told = refusal_text(error) if isinstance(error, Refused) else trouble_text(error)
            self._tell_not_made(told)
            return False
        self._frame.take(workbook, "overview")
        self._window.status.say(_("Your workbook is ready. Everything is saved as you go."))
        return True

    def browse(self) -> None:
        """Ask which file to open."""
        path = self._ask.open_workbook(self._places.workbooks)
        if path is not None and self._frame.may_let_go():
            self._frame.open_book(path)

    def open_sample(self) -> None:
        """Open the sample, made first if it is not there, in a process of its own."""
        target = self._places.workbooks / SAMPLE
        if target.exists():
            self._open_listed(target, "overview")
            return
        if self._job is not None:
            return
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError:
            self._tell_not_made(trouble_text(FileTrouble("no_folder", path=str(target))))
            return
        self._window.status.say(_("Making the sample. This takes a moment."))
        self._job = Job(["sample", str(target)], self)
        self._job.ended.connect(self._sample_made)

    def drop_sample(self) -> None:
        """Delete the sample's file after asking."""
        sure = self._ask.confirm(
            _("Delete the sample?"),
            _("Everything you tried in it is gone. You can get a fresh one at any time."),
            _("Delete"),
            danger=True,
        )
        if not sure:
            return
        workbook = self._frame.desk_workbook
        if workbook is not None and workbook.path == self._places.workbooks / SAMPLE:
            self._frame.close_book()
        delete_sample(self._places.workbooks)
        self._refresh_home()

    def back_up(self) -> None:
        """Nothing needs saving: say so, with the time, and put a copy of all into the backups."""
        workbook = self._frame.desk_workbook
        if workbook is None:
            return
        if self._window.status.is_unsaved():
            self._window.status.say(_("Not all is saved: the last change could not be written."))
            return
        backup = workbook.backup_now("asked")
        time = QLocale().toString(QTime.currentTime(), QLocale.FormatType.ShortFormat)
        made = _("All saved {time}, and a backup was made.") if backup else _("All saved {time}")
        self._window.status.say(made.format(time=time))

    def show_folder(self) -> None:
        """Show the data folder in the machine's own file window."""
        self._places.workbooks.mkdir(parents=True, exist_ok=True)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._places.workbooks))):
            self._ask.tell(_("Your data folder"), str(self._places.workbooks))

    def _close(self) -> None:
        if self._frame.may_let_go():
            self._frame.close_book()

    def _home(self) -> HomePage:
        home = HomePage(self._places.workbooks, self._frame.around.settings)
        home.open_asked.connect(self._open_listed)
        home.start_asked.connect(self._start_listed)
        home.new_asked.connect(self.ask_new)
        home.browse_asked.connect(self.browse)
        home.sample_asked.connect(self.open_sample)
        home.sample_unwanted.connect(self.drop_sample)
        home.folder_asked.connect(self.show_folder)
        return home

    def _open_listed(self, path: Path, screen: str = "") -> None:
        workbook = self._frame.desk_workbook
        if workbook is not None and workbook.path.resolve() == path.resolve():
            self._frame.go(screen or self._frame.around.settings.now.screen)
            return
        if self._frame.may_let_go() and not self._frame.open_book(path, screen):
            self._refresh_home()

    def _start_listed(self, path: Path) -> None:
        self._open_listed(path)
        workbook = self._frame.desk_workbook
        if workbook is not None and workbook.path.resolve() == path.resolve():
            self._frame.go("live", start=True)

    def _sample_made(self, outcome: Outcome) -> None:
        self._job = None
        target = self._places.workbooks / SAMPLE
        if outcome.is_done and target.exists():
            self._refresh_home()
            self._open_listed(target, "overview")
        else:
            self._tell_not_made(outcome.complaint or _("The sample could not be made."))

    def _refresh_home(self) -> None:
        page = self._window.stack.page
        if isinstance(page, HomePage):
            page.refresh()

    def _tell_not_made(self, text: str) -> None:
        self._ask.tell(_("The workbook was not made"), text)

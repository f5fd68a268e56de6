# SPDX-License-Identifier: MIT
"""What comes after the close: the papers being written, where they lie, the backup, a copy for a stick.

It must not know the checklist before it.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QProgressBar, QWidget

from walkthrough.model import FileTrouble
from walkthrough.model.commands.plan_issue import IssuePlan
from walkthrough.model.queries.closing import closing_meeting
from walkthrough.model.queries.overview import head
from walkthrough.model.queries.plan_issue import plan_digest
from walkthrough.ui.jobs import Dress, Job, MeetingOrder, Outcome
from walkthrough.ui.out_names import meeting_folder
from walkthrough.ui.screen import Desk
from walkthrough.ui.screens.live.stick import StickCopy
from walkthrough.ui.step_words import day_text
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.messages import InfoBar
from walkthrough.ui.widgets.places import Card, FlowRow, ScrollPage
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.ui.wording_ui import trouble_text
from walkthrough.wording import N_, _, current


class HandOutPanel(ScrollPage):
    """Writes everything that the meeting hands out, and says where it is."""

    leave_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(gap="gap", margin="gap", parent=parent)
        self._desk = desk
        self.job: Job | None = None
        self.copying: StickCopy | None = None
        self.folder, self.backup = Path(), Path()
        self._has_backup, self._trouble, self._meeting_id = False, "", ""
        self._steps = (0, 0)
        self.told, self.bar = Prose(self._told_words), QProgressBar()
        self.outcome = InfoBar()
        self.kept, self.outside = (
            Prose(self._kept_words, look="soft"),
            Prose(self._outside_words, look="soft"),
        )
        self.cancel = Button(N_("&Cancel"), "plain", name="hand_out_cancel")
        self.open_folder = Button(N_("&Open folder"), "primary", sign="open", name="hand_out_open")
        self.copy = Button(N_("Copy to a &stick…"), "plain", name="hand_out_copy")
        self.again = Button(N_("Write them &again"), "plain", name="hand_out_again")
        self.leave_it = Button(N_("&Leave the live meeting"), "quiet", keys="Ctrl+W", name="hand_out_leave")
        self._lay_out()
        self._join()

    def begin(self, meeting_id: str) -> None:
        """Back up the workbook and write the papers of this meeting."""
        self._meeting_id = meeting_id
        self._back_up()
        self._write()

    def first(self) -> QWidget:
        """Return the button to press next."""
        offered = (self.cancel, self.open_folder, self.again)
        return next((button for button in offered if not button.isHidden()), self.leave_it)

    def retranslate(self) -> None:
        """Say again what holds facts."""
        for line in (self.told, self.kept, self.outside):
            line.retranslate()

    def _lay_out(self) -> None:
        card = Card()
        self.bar.setTextVisible(False)
        buttons = FlowRow()
        buttons.add(self.cancel, self.open_folder, self.copy, self.again, self.leave_it)
        card.add(Heading(2, N_("The meeting is closed")), self.told, self.bar, self.outcome, buttons)
        card.add(self.kept, self.outside)
        self.add(card)
        self.add_stretch()

    def _join(self) -> None:
        self.cancel.clicked.connect(self._stop)
        self.open_folder.clicked.connect(self._open)
        self.copy.clicked.connect(self._copy)
        self.again.clicked.connect(self._write)
        self.leave_it.clicked.connect(self.leave_asked)

    def _back_up(self) -> None:
        self._trouble, self._has_backup = "", False
        try:
            made = self._desk.workbook.backup_now("meeting")
        except FileTrouble as trouble:
            self._trouble = trouble_text(trouble)
        else:
            if made is not None:
                self.backup, self._has_backup = made.path, True

    def _write(self) -> None:
        if self.job is not None:
            return
        desk = self._desk
        found, meeting = desk.workbook.read(head), desk.workbook.read(closing_meeting, self._meeting_id)
        day = meeting.day if meeting is not None else desk.clock.today()
        if not self._issued():
            return
        self.folder, self._steps = meeting_folder(found.name if found else "", day), (0, 0)
        paper = desk.settings.now.paper or (found.paper_size if found else "letter")
        self.job = desk.hand_out(
            MeetingOrder(self._meeting_id, self.folder, Dress(current().language, paper))
        )
        self.job.progress.connect(self._on_progress)
        self.job.ended.connect(self._on_ended)
        self.outcome.hide()
        self._show(is_busy=True, is_there=False)
        self.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _issued(self) -> bool:
        """Give the plan its version, which its paper tells; say so where the disk does not take it.

        The close has given it one; this is for a plan that was changed before the papers are written again.
        """
        book = self._desk.workbook
        try:
            book.do(IssuePlan(self._desk.clock.today(), book.read(plan_digest)), initiator=self)
        except FileTrouble as trouble:
            told = trouble_text(trouble)
            self._show(is_busy=False, is_there=False)
            self.outcome.show_words(lambda: told, "bad")
            return False
        return True

    def _stop(self) -> None:
        if self.job is not None:
            self.job.stop()

    def _on_progress(self, done: int, of: int) -> None:
        self._steps = done, of
        self.bar.setRange(0, of)
        self.bar.setValue(done)
        self.told.retranslate()

    def _on_ended(self, outcome: Outcome) -> None:
        self.job = None
        self._show(is_busy=False, is_there=outcome.is_done)
        folder = self.folder.name  # where it lies may name a person, and the room can see
        if outcome.is_done:
            told = _("Everything is in the folder “{folder}”, among your documents.")
            self.outcome.show_words(lambda: told.format(folder=folder), "good")
            self._desk.say(_("The papers of the meeting are written."))
        elif outcome.code == -1:
            self.outcome.show_words(
                N_("Stopped. No folder was made; the meeting is closed all the same."), "warn"
            )
        else:
            complaint = outcome.complaint.strip()
            self.outcome.show_words(lambda: complaint or _("The papers could not be written."), "bad")
        self.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, *, is_busy: bool, is_there: bool) -> None:
        self.bar.setRange(0, 0)
        for widget in (self.told, self.bar, self.cancel):
            widget.setVisible(is_busy)
        for widget in (self.open_folder, self.copy):
            widget.setVisible(is_there)
        self.again.setVisible(not is_busy and not is_there)
        self.retranslate()

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder)))

    def _copy(self) -> None:
        if self.copying is not None:
            return
        place = self._desk.ask.choose_folder(_("Copy to a stick or another folder"), Path.home())
        if place is None:
            return
        backup = self.backup if self._has_backup else None
        self.copying = StickCopy(self.folder, backup, place, self)
        self.copying.copied.connect(self._on_copied)
        self.copying.failed.connect(self._on_not_copied)
        self.copy.setEnabled(False)
        self.outcome.show_words(N_("Copying…"))
        self.copying.start()

    def _on_copied(self, made: Path) -> None:
        desk = self._desk
        desk.settings.put(desk.settings.now.was_copied(desk.workbook.path, desk.clock.today()))
        self._end_copying()
        place = made.name
        self.outcome.show_words(lambda: _("Copied, into the folder “{place}”.").format(place=place), "good")
        self.outside.retranslate()

    def _on_not_copied(self, is_full: bool) -> None:
        self._end_copying()
        full = N_("It could not be copied: there is too little room. Make room or choose another place.")
        other = N_("It could not be copied there. Choose another place.")
        self.outcome.show_words(full if is_full else other, "bad")

    def _end_copying(self) -> None:
        if self.copying is not None:
            self.copying.wait()
            self.copying.deleteLater()
        self.copying = None
        self.copy.setEnabled(True)
        self.copy.setFocus(Qt.FocusReason.OtherFocusReason)

    def _told_words(self) -> str:
        done, of = self._steps
        if not of:
            return _("Writing the plan, the report, a sheet for each agency and the data…")
        return _("Writing the papers: {done} of {of}…").format(done=done, of=of)

    def _kept_words(self) -> str:
        if self._trouble:
            return self._trouble
        if not self._has_backup:
            return _("No backup was made: this workbook has no folder for backups.")
        return _("A backup of the workbook was made.")

    def _outside_words(self) -> str:
        day = self._desk.settings.now.copied_on(self._desk.workbook.path)
        if day is None:
            return _("Last copy outside this computer: never.")
        return _("Last copy outside this computer: {day}.").format(day=day_text(day))

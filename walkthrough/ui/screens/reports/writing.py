# SPDX-License-Identifier: MIT
"""Writes the report in earnest: asks where, gives a plan its version, starts the child, says how it went.

It must not know the options' widgets.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from walkthrough import paths
from walkthrough.export.formats import suffix_of
from walkthrough.export.terms import term
from walkthrough.model import FileTrouble, Refused
from walkthrough.model.commands.plan_issue import IssuePlan
from walkthrough.model.queries.plan_issue import plan_digest, plan_version
from walkthrough.model.words import Tier
from walkthrough.ui.jobs import Job, Outcome
from walkthrough.ui.out_names import free_file, meeting_folder, suggested_file
from walkthrough.ui.screen import Desk
from walkthrough.ui.screens.reports.choices import TIER, Choices
from walkthrough.ui.screens.reports.kinds import ALL, FILE_KINDS, kind_of
from walkthrough.ui.screens.reports.reading import ReportsReading
from walkthrough.ui.wording_ui import refusal_text, trouble_text
from walkthrough.wording import N_, Wording, _

_SHEET = N_("sheet")


class Writing(QObject):
    """One file or folder at a time."""

    begun = Signal()
    progress = Signal(int, int)
    ended = Signal(object)
    """An Outcome."""
    refused = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.job: Job | None = None
        self.out = Path()
        self._folder: Path | None = None
        """Where the last one was put; the next is offered a place there."""

    def write(self, choices: Choices, reading: ReportsReading) -> bool:
        """Ask where and begin; False if it was not begun."""
        if self.job is not None:
            return False
        out = self._where(choices, reading)
        if out is None or not self.issue(choices):
            return False
        self.out = out
        desk = self._desk
        if choices.report == ALL:
            self.job = desk.hand_out(choices.hand_out(out))
        else:
            self.job = desk.export(choices.order(choices.form, out))
        self.job.progress.connect(self.progress)
        self.job.ended.connect(self._on_ended)
        self.begun.emit()
        return True

    def stop(self) -> None:
        """End it; nothing half written is left."""
        if self.job is not None:
            self.job.stop()

    def issue(self, choices: Choices) -> bool:
        """Give the plan its version, if this is one that goes out; False if that could not be written."""
        if choices.report not in ("plan", ALL) or choices.is_draft:
            return True
        workbook = self._desk.workbook
        try:
            workbook.do(IssuePlan(self._desk.clock.today(), workbook.read(plan_digest)), initiator=self)
        except Refused as refused:
            self.refused.emit(refusal_text(refused))
            return False
        except FileTrouble as trouble:
            self.refused.emit(trouble_text(trouble))
            return False
        return True

    def _where(self, choices: Choices, reading: ReportsReading) -> Path | None:
        if choices.report == ALL:
            return self._where_all(choices, reading)
        kind = kind_of(choices.report)
        suffix = suffix_of(kind.name, choices.form)
        meeting = reading.meeting(choices.meeting_id)
        day = meeting.day if meeting is not None else self._desk.clock.today()
        words = self._file_words(choices, reading)
        suggested = suggested_file(reading.name, words, day, suffix.removeprefix("."))
        if self._folder is not None:
            suggested = self._folder / suggested.name
        out = self._desk.ask.save_as(
            _("Write the report"), suggested, _(FILE_KINDS[suffix.removeprefix(".")])
        )
        if out is None:
            return None
        self._folder = out.parent
        return out if out.suffix else out.with_name(out.name + suffix)

    def _file_words(self, choices: Choices, reading: ReportsReading) -> str:
        """What the file is called, in the language of what stands in it; no other report is called so."""
        words = Wording(choices.language, paths.locale_folder())
        told = words.gettext(kind_of(choices.report).file_words)
        if choices.report == "plan" and not choices.is_draft:
            found = self._desk.workbook.read(plan_version)
            return f"{told} v{found.version + (found.is_changed_since or not found.version)}"
        if choices.report == "sheet" and choices.whose:
            is_tier = choices.whose.startswith(TIER)
            tier = choices.whose.removeprefix(TIER)
            whose = term(words, Tier(tier)) if is_tier else reading.partner(choices.whose)
            return f"{words.gettext(_SHEET)} {whose}"
        return told

    def _where_all(self, choices: Choices, reading: ReportsReading) -> Path | None:
        meeting = reading.meeting(choices.meeting_id)
        if meeting is None:
            return None
        folder = meeting_folder(reading.name, meeting.day)
        place = self._desk.ask.choose_folder(_("Where to put the papers"), self._folder or folder.parent)
        if place is None:
            return None
        self._folder = place
        return free_file(place / f"{folder.name}.zip") if choices.is_zip else free_file(place / folder.name)

    def _on_ended(self, outcome: Outcome) -> None:
        self.job = None
        self.ended.emit(outcome)

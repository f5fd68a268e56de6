# SPDX-License-Identifier: MIT
"""The sheet of a questionnaire as a file to print, written by a process of its own.

It must not know how the page looks nor what stands on the sheet.
"""

from __future__ import annotations

from walkthrough.model.queries.questionnaires import QuestionnaireRow
from walkthrough.ui.jobs import Dress, ExportOrder, Job, Outcome
from walkthrough.ui.out_names import suggested_file
from walkthrough.ui.screen import Desk
from walkthrough.wording import _, current


class SheetOnPaper:
    """Asks where, writes it, and says how that went."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._job: Job | None = None
        self._name = ""

    def write(self, row: QuestionnaireRow) -> None:
        """Write the sheet of a questionnaire; one at a time."""
        if self._job is not None:
            return
        desk = self._desk
        suggested = suggested_file(row.name, _("sheet"), desk.clock.today(), "pdf")
        out = desk.ask.save_as(_("Write the sheet"), suggested, _("PDF (*.pdf)"))
        if out is None:
            return
        out = out.with_suffix(".pdf")
        dress = Dress(language=current().language, paper=desk.settings.now.paper or "letter")
        desk.say(_("Writing…"))
        self._name = out.name
        self._job = desk.export(ExportOrder("printpack", "pdf", out, dress, questionnaire_id=row.id))
        self._job.ended.connect(self._on_ended)

    def _on_ended(self, outcome: Outcome) -> None:
        self._job = None
        told = _("{file} is written. Print one for each person.").format(file=self._name)
        self._desk.say(told if outcome.is_done else outcome.complaint or _("It could not be written."))

# SPDX-License-Identifier: MIT
"""What is done with a meeting besides planning it: a dry run of the wall, the print pack, its papers.

It must not know how the page looks.
"""

from __future__ import annotations

from collections.abc import Callable

from walkthrough.model.queries.meetings import MeetingRow
from walkthrough.model.queries.overview import head
from walkthrough.model.queries.wall.view import wall_view
from walkthrough.model.showing import Showing
from walkthrough.model.words import AgendaKind
from walkthrough.ui.jobs import Dress, ExportOrder, Job, MeetingOrder, Outcome
from walkthrough.ui.out_names import meeting_folder, suggested_file
from walkthrough.ui.screen import Desk
from walkthrough.wording import _, current


class Papers:
    """Answers the buttons for the wall and for paper, for the meeting that is chosen."""

    def __init__(self, desk: Desk, chosen: Callable[[], MeetingRow | None]) -> None:
        self._desk, self._chosen = desk, chosen
        self._job: Job | None = None

    def dry_run(self) -> None:
        """Show the room's opening picture: small where there is one screen, else on the other one."""
        row = self._chosen()
        if row is None:
            return
        projection, facts = self._desk.projection, Showing(row.id, AgendaKind.OPEN)
        projection.set_room_size(row.picture_cm, row.back_row_cm)
        projection.set_view(self._desk.workbook.read(wall_view, facts))
        projection.start()
        self._desk.say(_("This is what the room would see. Shift+F5 takes it away."))

    def write_print_pack(self) -> None:
        """Ask where, and write it in a process of its own."""
        row = self._chosen()
        if row is None or self._job is not None:
            return
        found = self._desk.workbook.read(head)
        suggested = suggested_file(found.name if found else "", _("print pack"), row.day, "pdf")
        out = self._desk.ask.save_as(_("Write the print pack"), suggested, _("PDF (*.pdf)"))
        if out is None:
            return
        paper = self._desk.settings.now.paper or "letter"
        dress = Dress(current().language, paper)
        order = ExportOrder("printpack", "pdf", out.with_suffix(".pdf"), dress, meeting_id=row.id)
        self._desk.say(_("Writing…"))
        self._job = self._desk.export(order)
        self._job.ended.connect(lambda outcome: self._on_ended(outcome, out.name))

    def write_papers(self) -> None:
        """Write everything a closed meeting hands out into a new folder, all data apart."""
        row = self._chosen()
        if row is None or self._job is not None:
            return
        found = self._desk.workbook.read(head)
        folder = meeting_folder(found.name if found else "", row.day)
        paper = self._desk.settings.now.paper or "letter"
        order = MeetingOrder(row.id, folder, Dress(current().language, paper), private=False)
        self._desk.say(_("Writing…"))
        self._job = self._desk.hand_out(order)
        self._job.ended.connect(lambda outcome: self._on_ended(outcome, str(folder)))

    def _on_ended(self, outcome: Outcome, name: str) -> None:
        self._job = None
        told = _("{file} is written.").format(file=name)
        self._desk.say(told if outcome.is_done else outcome.complaint or _("It could not be written."))

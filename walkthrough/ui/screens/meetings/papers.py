# SPDX-License-Identifier: MIT
"""What is done with a meeting besides planning it: a dry run of the wall, the print pack, its papers.

It must not know how the page looks.
"""

from __future__ import annotations

from collections.abc import Callable

from walkthrough.model.queries.meetings import MeetingRow
from walkthrough.model.queries.wall.view import wall_view
from walkthrough.model.showing import Showing
from walkthrough.model.words import AgendaKind
from walkthrough.ui.screen import Desk
from walkthrough.wording import _


class Papers:
    """Answers the buttons for the wall and for paper, for the meeting that is chosen."""

    def __init__(self, desk: Desk, chosen: Callable[[], MeetingRow | None]) -> None:
        self._desk, self._chosen = desk, chosen

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
        """Lead to where the print pack of this meeting is written."""
        self._to_reports("printpack")

    def write_papers(self) -> None:
        """Lead to where everything that a closed meeting hands out is written."""
        self._to_reports("all")

    def _to_reports(self, report: str) -> None:
        row = self._chosen()
        if row is not None:
            self._desk.go("reports", report=report, meeting_id=row.id)

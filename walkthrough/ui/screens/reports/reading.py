# SPDX-License-Identifier: MIT
"""What the Reports page reads of a workbook: its name, and whose sheets and which meetings there are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from walkthrough.model import Workbook
from walkthrough.model.queries.logo import LogoRow, logo
from walkthrough.model.queries.meetings import MeetingRow, meetings
from walkthrough.model.queries.overview import head
from walkthrough.model.queries.partners import partners
from walkthrough.model.words import MeetingState


@dataclass(frozen=True)
class ReportsReading:
    """`partners` are (key, name); `meetings` are in order of time, the newest first."""

    name: str = ""
    paper: str = "letter"
    partners: tuple[tuple[str, str], ...] = ()
    meetings: tuple[MeetingRow, ...] = ()
    logo: LogoRow | None = None

    def meeting_for(self, report: str, today: date) -> str:
        """Which meeting a report is of if nobody says otherwise: the next for its print pack, else the last
        that is over, "" where there is none.
        """
        over = [row for row in self.meetings if row.state is MeetingState.CLOSED or row.day < today]
        coming = [row for row in self.meetings if row not in over]
        first = [*coming[::-1], *over] if report == "printpack" else [*over, *coming[::-1]]
        return first[0].id if first else ""

    def partner(self, key: str) -> str:
        """The name of the partner of that key."""
        return dict(self.partners).get(key, "")

    def meeting(self, key: str) -> MeetingRow | None:
        """The meeting of that key."""
        return next((row for row in self.meetings if row.id == key), None)


def read_reports(workbook: Workbook) -> ReportsReading:
    """Read it."""
    found = workbook.read(head)
    return ReportsReading(
        found.name if found else "",
        found.paper_size if found else "letter",
        tuple((row.id, row.name) for row in workbook.read(partners)),
        tuple(sorted(workbook.read(meetings), key=lambda row: (row.day, row.starts), reverse=True)),
        workbook.read(logo),
    )

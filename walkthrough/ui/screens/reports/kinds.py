# SPDX-License-Identifier: MIT
"""The reports as a person chooses them: what each is called, what it is for, what it has to be told.

It must not know a widget nor how a report is written.
"""

from __future__ import annotations

from dataclasses import dataclass

from walkthrough.export.formats import FORMATS
from walkthrough.ui.widgets.spoken import Words
from walkthrough.wording import N_, pgettext

ALL = "all"
"""Everything that a meeting hands out."""
WHOSE, MEETING, SINCE = "whose", "meeting", "since"


@dataclass(frozen=True)
class ReportKind:
    """One report.

    Args:
        name: as on the command line, or ALL.
        text, about: what it is called, and what it is for, not yet translated.
        file_words: what its file is called.
        asks: what it has to be told besides: WHOSE, MEETING, SINCE.
        names_people: whether it may tell what the room is not to see.
    """

    name: str
    text: Words
    about: str
    file_words: str
    asks: tuple[str, ...] = ()
    names_people: bool = True

    @property
    def formats(self) -> tuple[str, ...]:
        """The kinds of file it can be written as, the usual one first."""
        return FORMATS.get(self.name, ())

    @property
    def is_paged(self) -> bool:
        """Whether there are pages to look at."""
        return "pdf" in self.formats


_KINDS = (
    ReportKind(
        "plan", N_("Action plan"), N_("For everyone: one page to post, then who does what by when."),
        N_("action plan"),
    ),
    ReportKind(
        "full", N_("Full report"), N_("For funders and new staff: walk, stage, indicators, plan, partners."),
        N_("full report"),
    ),
    ReportKind(
        "sheet", N_("Sheet for a partner or a tier"), N_("For one agency: what it promised, and by when."),
        N_("sheets"), (WHOSE,),
    ),
    ReportKind(
        "stage", N_("Stage check"), N_("For the steering tier: four questions on one page, then evidence."),
        N_("stage check"),
    ),
    ReportKind(
        "compare", N_("Before and after"), N_("For the next meeting: what has changed since a day."),
        N_("before and after"), (SINCE,),
    ),
    ReportKind(
        "minutes", lambda: pgettext("of a meeting", "Minutes"),
        N_("For all who came and all who did not: decisions and promises."),
        N_("minutes"), (MEETING,),
    ),
    ReportKind(
        "orientation", N_("Orientation pack"), N_("For a new member: who we are, what we do, how to join."),
        N_("orientation"),
    ),
    ReportKind(
        "printpack", N_("Print pack"), N_("For the table: sign-in sheet, worksheets, blank map, ballots."),
        N_("print pack"), (MEETING,), names_people=False,
    ),
    ReportKind(
        ALL, N_("Everything for a meeting"), N_("For the record: all papers of one meeting, with an index."),
        N_("papers"), (MEETING,),
    ),
    ReportKind(
        "data", N_("Data"), N_("To keep, to count, or to open elsewhere. JSON holds private notes, too."),
        N_("all data"),
    ),
)  # fmt: skip

FORM_TEXTS = {
    "pdf": N_("PDF, to read and print"),
    "docx": N_("Word (DOCX), to change"),
    "html": N_("Web page (HTML)"),
    "xlsx": N_("Spreadsheet (XLSX)"),
    "csv": N_("Tables as text (CSV)"),
    "ics": N_("Calendar file (ICS)"),
    "json": N_("All data (JSON)"),
}
"""What the formats are called."""
FILE_KINDS = {
    "pdf": N_("PDF (*.pdf)"),
    "docx": N_("Word (*.docx)"),
    "html": N_("Web page (*.html)"),
    "xlsx": N_("Spreadsheet (*.xlsx)"),
    "csv": N_("Tables (*.csv)"),
    "zip": N_("Zip file (*.zip)"),
    "ics": N_("Calendar (*.ics)"),
    "json": N_("Data (*.json)"),
}
"""What a file dialog calls a kind of file, by how its name ends."""


def kinds_here() -> tuple[ReportKind, ...]:
    """The reports that this program can write."""
    return tuple(kind for kind in _KINDS if kind.name == ALL or kind.formats)


def kind_of(name: str) -> ReportKind:
    """The report of that name; the plan for a name nobody knows."""
    return next((kind for kind in kinds_here() if kind.name == name), _KINDS[0])

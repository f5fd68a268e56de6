# SPDX-License-Identifier: MIT
"""What was chosen for a report: an order for the command line, and what of it this machine remembers.

What belongs to a collaborative (whom it is for, whose sheet, which meeting) is not remembered.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec

from walkthrough.ui.jobs import Dress, ExportOrder, MeetingOrder
from walkthrough.ui.screens.reports.kinds import ALL, ReportKind

TIER = "tier:"
"""What the choice of a tier's sheet begins with; any other is a partner's key, or "" for everybody's."""
_KEPT = ("report", "form", "language", "paper", "is_grey", "is_draft", "left_out", "is_zip")


class Choices(msgspec.Struct, frozen=True, kw_only=True):
    """All options of one report."""

    report: str = "plan"
    form: str = "pdf"
    language: str = "en"
    paper: str = "letter"
    is_grey: bool = False
    is_draft: bool = False
    left_out: tuple[str, ...] = ()
    whom: str = ""
    whose: str = ""
    meeting_id: str = ""
    since: date | None = None
    is_zip: bool = False
    with_private: bool = False

    @property
    def dress(self) -> Dress:
        """How it looks."""
        left_out = frozenset(self.left_out)
        return Dress(self.language, self.paper, left_out, self.whom, self.is_grey, self.is_draft)

    def order(self, form: str, out: Path | None) -> ExportOrder:
        """Ask for it in a format; without a place, only for what would be left out."""
        is_tier = self.whose.startswith(TIER)
        return ExportOrder(
            "" if self.report == ALL else self.report,
            form or "pdf",
            out,
            self.dress,
            meeting_id=self.meeting_id,
            partner_id="" if is_tier else self.whose,
            tier=self.whose.removeprefix(TIER) if is_tier else "",
            since=self.since.isoformat() if self.since else "",
        )

    def hand_out(self, place: Path) -> MeetingOrder:
        """Ask for everything of the meeting."""
        return MeetingOrder(self.meeting_id, place, self.dress, self.with_private, self.is_zip)


def remembered(kind: ReportKind, lines: tuple[str, ...], usual: Choices) -> Choices:
    """What was chosen last for a report on this machine, or what is usual.

    Args:
        kind: the report.
        lines: as they stand in the settings, one JSON object for each report.
        usual: the language and paper to begin with.
    """
    for line in lines:
        try:
            found = msgspec.json.decode(line, type=Choices)
        except (msgspec.DecodeError, ValueError):
            continue
        if found.report == kind.name:
            return _possible(kind, found)
    return _possible(kind, msgspec.structs.replace(usual, report=kind.name))


def remember(lines: tuple[str, ...], choices: Choices) -> tuple[str, ...]:
    """The lines of the settings with these choices in place of the earlier ones of the same report."""
    kept = {name: getattr(choices, name) for name in _KEPT}
    others = [line for line in lines if f'"report":"{choices.report}"' not in line]
    return (*others, msgspec.json.encode(kept).decode())


def _possible(kind: ReportKind, choices: Choices) -> Choices:
    """An older program may have remembered a format that is gone, a newer one a paper that is new."""
    form = choices.form if choices.form in kind.formats else next(iter(kind.formats), "")
    paper = choices.paper if choices.paper in ("letter", "a4") else "letter"
    return msgspec.structs.replace(choices, form=form, paper=paper)

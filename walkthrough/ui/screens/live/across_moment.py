# SPDX-License-Identifier: MIT
"""Look across: what shows only when the stations are seen together. The presenter reads what the wall shows.

It must not know how alike findings are found.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walkthrough.model.commands.finding import MergeFindings
from walkthrough.model.queries.entries import EntryRow, entry_by_number
from walkthrough.model.queries.wall.shapes import Across, AcrossRow
from walkthrough.model.showing import Call, Showing
from walkthrough.model.words import FINDING_KINDS
from walkthrough.ui.page import Handlers
from walkthrough.ui.screens.live.moment import Moment
from walkthrough.ui.screens.live.part import LiveDesk
from walkthrough.ui.widgets.group_list import GroupCells, GroupList
from walkthrough.ui.widgets.text import Prose
from walkthrough.wording import N_, _

_HEADS = {
    "alike": N_("Do these say the same?"),
    "gap": N_("The rule says one thing, practice another"),
    "clock": N_("Clocks that run"),
}
_HEAD = "head:"
_SHOWN = N_("The room sees this list.")
_KEYS = N_(
    "Ctrl+J joins findings that say the same, into the first number. "
    "Page Down shows the next page, then the themes. Ctrl+G begins a theme of the marked findings."
)


class AcrossMoment(Moment):
    """Alike findings, gaps and clocks across the stations; Ctrl+J joins those that say the same."""

    theme_asked = Signal(str)
    """The numbers of the findings that a new theme is to hold, as they are typed."""

    def __init__(self, live: LiveDesk, parent: QWidget | None = None) -> None:
        super().__init__(live, parent=parent)
        self._rows: tuple[AcrossRow, ...] = ()
        self.list = GroupList(
            N_("Across the stations"),
            lines=3,
            empty=N_("Nothing stands out across the stations yet: no alike findings, no gaps, no clocks."),
        )
        self.list.setMinimumHeight(160)
        self.page_words = Prose(look="label")
        self.add(Prose(_SHOWN, look="soft"), self.page_words)
        self.add(self.list, stretch=1)
        self.add(Prose(_KEYS, look="small"))
        self.list.chosen.connect(lambda _id: self.actions_changed.emit())

    def read_again(self) -> None:
        """Read the page that the wall shows."""
        view = self.view_of_wall()
        self._rows = view.rows if isinstance(view, Across) else ()
        if isinstance(view, Across):
            self.page_words.set_plain(
                _("Page {page} of {pages}").format(page=view.page + 1, pages=view.pages)
            )
            self.page_words.setVisible(view.pages > 1)
        self.list.set_rows(self._cells())
        if self._rows and not self.list.chosen_id():
            self.list.choose("0")

    def resume(self, showing: Showing) -> None:
        """Open the page that was shown."""
        self.shown_page = showing.page

    def is_left_at(self, showing: Showing) -> bool:
        """Tell whether the room was looking across."""
        return showing.call is Call.LOOK_ACROSS

    def on_wall(self) -> Mapping[str, Any]:
        """The list, at its page."""
        return {"call": Call.LOOK_ACROSS, "page": self.shown_page}

    def turn(self, by: int) -> bool:
        """Turn a page of the list."""
        turned = super().turn(by)
        if turned:
            self.read_again()
        return turned

    def asks(self) -> Handlers:
        """Joining, and a theme of the marked findings, by their keys."""
        return {"entry.merge": self.join, "entry.theme": self.gather}

    def can(self, action_id: str) -> bool:
        """Tell whether the marked row is of findings that may be joined, or gathered under a theme."""
        row = self._chosen()
        if action_id == "entry.theme":
            return row is not None and bool(self._findings(row))
        return row is not None and row.what == "alike" and len(row.numbers) > 1

    def join(self) -> None:
        """Join the findings of the marked row into the first."""
        row = self._chosen()
        if row is None or not self.can("entry.merge"):
            return
        findings = [found.id for found in self._findings(row)]
        if len(findings) > 1 and self.hands.did(MergeFindings(findings[0], tuple(findings[1:]))):
            self.hands.say(_("Joined into #{number}. Ctrl+Z parts them again.").format(number=row.numbers[0]))

    def gather(self) -> None:
        """Begin a theme with the findings of the marked row; its name is typed where themes are made."""
        row = self._chosen()
        if row is not None:
            self.theme_asked.emit(" ".join(f"#{found.number}" for found in self._findings(row)))

    def first(self) -> QWidget:
        """The list."""
        return self.list

    def _chosen(self) -> AcrossRow | None:
        chosen = self.list.chosen_id()
        return self._rows[int(chosen)] if chosen.isdecimal() and int(chosen) < len(self._rows) else None

    def _findings(self, row: AcrossRow) -> list[EntryRow]:
        found = (self.hands.read(entry_by_number, number) for number in row.numbers)
        return [one for one in found if one is not None and one.kind in FINDING_KINDS]

    def _cells(self) -> list[GroupCells]:
        cells, last = [], ""
        for at, row in enumerate(self._rows):
            if row.what != last:
                last = row.what
                cells.append(GroupCells(id=f"{_HEAD}{last}", text=_(_HEADS[last]), is_head=True))
            text, other = _pair(row)
            numbers = " ".join(f"#{number}" for number in row.numbers)
            facts = (other, numbers, ", ".join(row.stations))
            detail = " · ".join(fact for fact in facts if fact)
            cells.append(GroupCells(id=str(at), text=text, detail=detail))
        return cells


def _pair(row: AcrossRow) -> tuple[str, str]:
    """Return both sides of what shows across stations; a side that nobody said is left out."""
    if row.what == "alike":
        return row.text, row.other
    by_rule = _("By rule: {text}").format(text=row.text) if row.text else ""
    in_practice = _("In practice: {text}").format(text=row.other) if row.other else ""
    return (by_rule, in_practice) if by_rule else (in_practice, "")

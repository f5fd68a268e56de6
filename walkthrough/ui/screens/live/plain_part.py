# SPDX-License-Identifier: MIT
"""A part of the agenda without a screen of its own: its name, and what the workbook has for it, to read.

A break, the dashboard, raised questions, decisions. It must not know how the wall shows them.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from walkthrough.export.pictures.runs import current_words
from walkthrough.export.terms import unless_held
from walkthrough.model import ChangeSet
from walkthrough.model.queries.indicators import indicators
from walkthrough.model.queries.meetings import decisions
from walkthrough.model.queries.plan import raised_questions
from walkthrough.model.showing import Showing
from walkthrough.model.words import AgendaKind
from walkthrough.ui.screens.live.part import LiveDesk, LivePart
from walkthrough.ui.widgets.places import Column
from walkthrough.ui.widgets.row_list import RowList
from walkthrough.ui.widgets.row_model import RowCells
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.ui.wording_ui import word
from walkthrough.wording import N_, current

_SAID = {
    AgendaKind.BREAK: N_("Time to stretch. Ctrl+Shift+B starts the break, and ends it."),
    AgendaKind.DASHBOARD: N_("What we measure, with the newest value of each."),
    AgendaKind.RAISED: N_("What other tables ask this one."),
    AgendaKind.DECISIONS: N_("What was decided so far. Type * to write down another one."),
}
_TABLES = {
    AgendaKind.DASHBOARD: ("indicator", "indicator_point"),
    AgendaKind.RAISED: ("raised_question",),
    AgendaKind.DECISIONS: ("decision",),
}


class PlainPart(LivePart):
    """The name of the part, and a list to read from."""

    kind = AgendaKind.BREAK

    def __init__(self, kind: AgendaKind, live: LiveDesk, parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self._kind, self._meeting, self._safe = kind, "", True
        self._list = RowList(lambda: word(kind), empty=N_("Nothing is written down for this yet."))
        if kind not in _TABLES:
            self._list.hide()  # never shown by hand: without a parent it would flash up as a window
        page = Column(gap="unit", margin="gap")
        page.add(Heading(2, lambda: word(kind)), Prose(_SAID.get(kind, ""), look="soft"))
        page.add(self._list, stretch=1)
        if kind not in _TABLES:
            page.add_stretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

    def begin(self, showing: Showing) -> None:
        """Read what there is."""
        self._meeting = showing.meeting_id
        if self._kind in _TABLES:
            self._list.set_rows(self._rows())

    def showing(self) -> Showing:
        """This part, without a place in it."""
        return Showing(self._meeting, self._kind)

    def concerns(self, changes: ChangeSet) -> bool:
        """Tell whether what is listed changed."""
        return changes.touches(*_TABLES.get(self._kind, ()))

    def take_changes(self, changes: ChangeSet, initiator: object) -> None:
        """Read again."""
        self.begin(self.showing())

    def set_room_safe(self, safe: bool) -> None:
        """Leave held wording out while the room may look."""
        self._safe = safe
        if self._meeting:
            self.begin(self.showing())

    def retranslate(self) -> None:
        """Say the rows again."""
        if self._meeting:
            self.begin(self.showing())

    def first_focus(self) -> QWidget:
        """The list, where there is one."""
        return self._list if self._kind in _TABLES else self

    def _rows(self) -> Sequence[RowCells]:
        read, words = self.live.desk.workbook.read, current()

        def text(wording: str, held: bool) -> str:
            return unless_held(words, wording, held and self._safe)

        match self._kind:
            case AgendaKind.DASHBOARD:
                return [
                    RowCells(
                        row.id, text(row.name, row.held), "indicator", row.number, current_words(words, row)
                    )
                    for row in read(indicators)
                ]
            case AgendaKind.RAISED:
                return [
                    RowCells(row.id, text(row.question, row.held), "", row.number, word(row.tier))
                    for row in read(raised_questions)
                ]
            case _:
                return [
                    RowCells(row.id, text(row.text, row.held), "decision", row.number)
                    for row in read(decisions)
                ]

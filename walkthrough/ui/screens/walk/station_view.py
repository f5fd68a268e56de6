# SPDX-License-Identifier: MIT
"""One station in the middle: its name, the made-up family, what was said. Beside it the side panel.

In a narrow window the side panel takes the place of the entries, one key apart. It must not know a workbook.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from walkthrough.model.queries.entries import EntryRow
from walkthrough.model.queries.walk import StationPage
from walkthrough.ui.screens.walk.row_words import cells_of
from walkthrough.ui.screens.walk.side_panel import SidePanel
from walkthrough.ui.theme import look_of
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.places import Row
from walkthrough.ui.widgets.row_list import RowList
from walkthrough.ui.widgets.row_model import FetchPage
from walkthrough.ui.widgets.signs import Chip
from walkthrough.ui.widgets.spoken import Words
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import N_, _

NARROW = 620
"""Below this width at 100 % the two columns take turns."""


class FamilyLine(QFrame):
    """What happens to the made-up family here; always called made up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "info-note")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.mark = Chip("quiet", N_("Made-up family"))
        self.words = Prose()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(self.mark)
        row.addWidget(self.words, 1)

    def show_line(self, family: str, line: str) -> None:
        """Show whose path it is and what happens; nothing hides it."""
        self.mark.set_chip("quiet", lambda: _("{family} (made up)").format(family=family) if family else "")
        self.words.set_plain(line)


class StationView(QWidget):
    """Entries and side panel of one station, or what is to sort."""

    all_lanes_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[str, EntryRow] = {}
        self._shows_side = False
        self._is_sorting = False
        self.title, self.where = Heading(2), Prose(look="small")
        self.family = FamilyLine()
        self.filter = Button(N_("Show all lanes"), "quiet", name="all_lanes")
        self.turn = Button(N_("Questions and rule"), "quiet", name="turn_side")
        self.to_map = Button(N_("Map"), "plain", sign="overview", keys="F4", name="to_map")
        self.to_map.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.entries = RowList(N_("Entries"), lines=3, empty=N_("What works well here?"))
        self.side = SidePanel()
        self._build()
        self.filter.clicked.connect(self.all_lanes_asked)
        self.turn.clicked.connect(self.toggle_side)

    def show_station(self, page: StationPage, family: str, many: int, lane: str) -> None:
        """Show the head and the side of a station; `lane` names the one lane shown, if only one is."""
        self._is_sorting = False
        self.title.set_plain(page.name)
        self.where.set_words(lambda: _("{n} of {many}").format(n=page.pos + 1, many=many))
        self.family.show_line(family, page.family_line)
        self.side.show_station(page)
        self.filter.setVisible(bool(lane))
        self.filter.set_words(lambda: _("Only {lane}. Show all lanes").format(lane=lane))
        self._arrange()

    def show_sorting(self, many: int) -> None:
        """Show the head over what is to sort."""
        self._is_sorting = True
        self.title.set_words(N_("To sort"))
        words = N_("Choose a row, then press Alt and the number of its lane.")
        self.where.set_words(words)
        self.family.hide()
        self.filter.hide()
        self._arrange()

    def show_entries(self, total: int, page: FetchPage, *, safe: bool, empty: Words) -> None:
        """Show entries, asked for page by page."""

        def fetch(offset: int, limit: int) -> Sequence[EntryRow]:
            rows: Sequence[EntryRow] = page(offset, limit)
            self.rows.update({row.id: row for row in rows})
            return rows

        self.rows.clear()
        self.entries.set_empty(empty)
        self.entries.set_source(total, fetch, lambda row: cells_of(row, safe=safe))

    def chosen(self) -> EntryRow | None:
        """Return the entry that keys work on: the marked one, else the newest."""
        found = self.rows.get(self.entries.chosen_id())
        return found or next(iter(self.rows.values()), None)

    def toggle_side(self) -> None:
        """In a narrow window, show the side instead of the entries, or the entries again."""
        self._shows_side = not self._shows_side
        self._arrange()

    def is_narrow(self) -> bool:
        """Tell whether the two columns take turns."""
        return self.width() < look_of(self).px(NARROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._arrange()

    def _build(self) -> None:
        head = Row()
        head.add(self.title, stretch=1)
        head.add(self.where, self.filter, self.turn, self.to_map)
        self.where.setWordWrap(False)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(head)
        left.addWidget(self.family)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(16)
        self._columns.addWidget(self.entries, 3)
        self._columns.addWidget(self.side, 2)
        left.addLayout(self._columns, 1)
        self.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)

    def _arrange(self) -> None:
        narrow, look = self.is_narrow(), look_of(self)
        tight, low = self.width() < look.px(420), self.height() < look.px(240)
        self.where.setVisible(not tight)
        self.to_map.setVisible(not tight)
        self.family.setVisible(bool(self.family.words.text()) and not self._is_sorting and not low)
        self.turn.setVisible(narrow and not self._is_sorting)
        self.turn.set_words(N_("Show the entries") if self._shows_side else N_("Questions and rule"))
        self.side.setVisible(not self._is_sorting and (not narrow or self._shows_side))
        self.entries.setVisible(self._is_sorting or not narrow or not self._shows_side)

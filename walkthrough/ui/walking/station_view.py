# SPDX-License-Identifier: MIT
"""One station in the middle: its name, the made-up family, what was said. Beside it the side panel.

In a narrow window the side panel takes the place of the entries, one key apart. It must not know a workbook.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from walkthrough.model.queries.entries import EntryRow
from walkthrough.model.queries.walk import StationPage
from walkthrough.ui.theme import look_of
from walkthrough.ui.walking.row_words import cells_of
from walkthrough.ui.walking.side_panel import SidePanel
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.places import Row
from walkthrough.ui.widgets.row_list import RowList
from walkthrough.ui.widgets.row_model import PAGE, FetchPage, RowCells
from walkthrough.ui.widgets.short_text import ShortHeading, ShortProse
from walkthrough.ui.widgets.signs import Chip
from walkthrough.ui.widgets.spoken import Words
from walkthrough.ui.widgets.text import Prose
from walkthrough.wording import N_, _, ngettext

NARROW = 620
"""Below this width at 100 % the two columns take turns."""


_ACROSS = QBoxLayout.Direction.LeftToRight


class FamilyLine(QFrame):
    """What happens to the made-up family here; always called made up."""

    def __init__(self, way: QBoxLayout.Direction = _ACROSS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "info-note")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.mark = Chip("quiet", N_("Made-up family"))
        self.words = ShortProse(lines=3)
        row = QBoxLayout(way, self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12 if way == _ACROSS else 6)
        row.addWidget(self.mark)
        row.addWidget(self.words, 1)

    def show_line(self, family: str, line: str) -> None:
        """Show whose path it is and what happens; nothing hides it."""
        self.mark.set_chip("quiet", lambda: _("{family} (made up)").format(family=family) if family else "")
        self.words.set_plain(line)


class StationView(QWidget):
    """Entries and side panel of one station, or what is to sort."""

    all_lanes_asked = Signal()

    def __init__(
        self,
        side: SidePanel | None = None,
        around: QWidget | None = None,
        family: FamilyLine | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make it; `around` is what the side panel stands in, as high as all this, with the family's line."""
        super().__init__(parent)
        self.rows: dict[str, EntryRow] = {}
        self._made: dict[str, tuple[EntryRow, RowCells]] = {}
        self._made_safe = True
        self._shows_side = False
        self._is_sorting = False
        self._has_card = self._is_alone = False
        self.title, self.where = ShortHeading(2), Prose(look="small")
        self.stations = Button(N_("Stations"), "quiet", sign="walk", name="choose_station")
        self.family = family or FamilyLine()
        self.filter = Button(N_("Show all lanes"), "quiet", keys="Shift+F4", name="all_lanes")
        self.turn = Button(N_("Questions and rule"), "quiet", name="turn_side")
        self.to_map = Button(N_("Map"), "plain", sign="overview", keys="F4", name="to_map")
        self.to_map.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.entries = RowList(N_("Entries"), lines=3, empty=N_("What works well here?"))
        self.side = side or SidePanel()
        self._beside = around or self.side
        self.called = Chip("note", N_("On the wall"))
        self.called.hide()
        self._build()
        self.filter.clicked.connect(self.all_lanes_asked)
        self.turn.clicked.connect(self.toggle_side)
        self.side.left.connect(lambda: self._show_side(False))

    def show_station(self, page: StationPage, family: str, number: int, many: int) -> None:
        """Show the head and the side of a station, which is `number` of `many`."""
        self._is_sorting, self._has_card = False, page.is_handoff
        self.title.set_plain(page.name)
        for place in (self.where, self.stations):
            place.set_words(lambda: _("{n} of {many}").format(n=number, many=many))
        self.stations.setAccessibleDescription(_("Choose a station. Page Up and Page Down walk them."))
        self.stations.setToolTip(self.stations.accessibleDescription())
        self.family.show_line(family, page.family_line)
        self.side.show_station(page)
        self._arrange()

    def show_lane(self, lane: str, others: int) -> None:
        """Say which lane alone is shown, if only one is, and how many entries the others hold."""
        self.filter.setVisible(bool(lane))
        self.filter.set_words(lambda: _lane_words(lane, others))

    def show_sorting(self, many: int) -> None:
        """Show the head over what is to sort."""
        self._is_sorting = True
        self.title.set_words(N_("To sort"))
        words = N_("Choose a row, then press Alt and the number of its lane.")
        self.where.set_words(words)
        self.stations.set_words(N_("Stations"))
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
        made = {} if safe is not self._made_safe else self._made
        self._made_safe, self._made = safe, {}

        def cells(row: EntryRow) -> RowCells:
            kept = made.get(row.id)
            pair = kept if kept is not None and kept[0] is row else (row, cells_of(row, safe=safe))
            self._made[row.id] = pair
            return pair[1]

        self.entries.set_source(total, fetch, cells)
        if total and not self.rows:
            fetch(0, PAGE)  # the keys work on the newest before it has been painted

    def chosen(self) -> EntryRow | None:
        """Return the entry that keys work on: the marked one, else the newest."""
        found = self.rows.get(self.entries.chosen_id())
        return found or next(iter(self.rows.values()), None)

    def toggle_side(self) -> None:
        """In a narrow window, show the side instead of the entries, or the entries again."""
        self._show_side(not self._shows_side)

    def to_hand_off(self) -> bool:
        """Show the hand-off card and go there; False if there is none."""
        if self._is_sorting or not self._has_card:
            return False
        self._show_side(self.is_narrow())
        return self.side.to_hand_off()

    def stand_alone(self, alone: bool) -> None:
        """Offer the stations in the head where the list of them has no room."""
        self._is_alone = alone
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
        head.add(self.where, self.stations, self.turn, self.to_map)
        self.where.setWordWrap(False)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(10)
        left.addWidget(head)
        if self._beside is self.side:
            left.addWidget(self.family)
        left.addWidget(self.called, 0, Qt.AlignmentFlag.AlignLeft)
        left.addWidget(self.filter, 0, Qt.AlignmentFlag.AlignLeft)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        if self._beside is self.side:
            columns.addWidget(self.entries, 3)
            columns.addWidget(self.side, 2)
            left.addLayout(columns, 1)
            self.setLayout(left)
            return
        left.addWidget(self.entries, 1)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.addLayout(left, 5)
        columns.addWidget(self._beside, 4)
        self.setLayout(columns)

    def _arrange(self) -> None:
        narrow, look = self.is_narrow(), look_of(self)
        tight, low = self.width() < look.px(420), self.height() < look.px(240)
        self.where.setVisible(not tight and (self._is_sorting or not self._is_alone))
        self.stations.setVisible(self._is_alone)
        is_whole = self._beside is not self.side
        self.to_map.setVisible(not tight and (self._is_alone or not is_whole))
        if not is_whole:
            self.family.setVisible(bool(self.family.words.text()) and not self._is_sorting and not low)
        self.turn.setVisible(narrow and not self._is_sorting)
        self.turn.set_words(self._turn_words())
        self._size_title("label" if tight else "h3" if self._is_alone and low else "h2")
        self._beside.setVisible(not self._is_sorting and (not narrow or self._shows_side))
        self.entries.setVisible(self._is_sorting or not narrow or not self._shows_side)

    def _show_side(self, shown: bool) -> None:
        self._shows_side = shown
        self._arrange()

    def _size_title(self, look: str) -> None:
        if self.title.property("look") != look:  # a long name must fit where there is little room
            self.title.setProperty("look", look)
            self.title.style().unpolish(self.title)
            self.title.style().polish(self.title)

    def _turn_words(self) -> Words:
        if self._shows_side:
            return N_("Entries") if self._is_alone else N_("Show the entries")
        if self._has_card:
            return N_("Hand-off") if self._is_alone else N_("Hand-off and questions")
        return N_("Questions") if self._is_alone else N_("Questions and rule")


def _lane_words(lane: str, others: int) -> str:
    if not others:
        return _("Only {lane}. Show all lanes").format(lane=lane)
    return ngettext(
        "Only {lane}. {n} entry in other lanes. Show all lanes",
        "Only {lane}. {n} entries in other lanes. Show all lanes",
        others,
    ).format(lane=lane, n=others)

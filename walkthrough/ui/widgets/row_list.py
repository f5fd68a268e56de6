# SPDX-License-Identifier: MIT
"""A list of entries that keyboard and screen reader handle whole, with ten rows or a hundred thousand.

Must not know what an entry is nor what is done to one: it says which row and what was asked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from walkthrough.ui.theme import look_of
from walkthrough.ui.widgets.row_model import FetchPage, Index, MakeCells, RowCells, RowModel, as_they_are
from walkthrough.ui.widgets.row_paint import RowDelegate
from walkthrough.ui.widgets.spoken import Retranslated, Words, worded

_EVEN_FROM = 300
"""From so many rows on all get one height: measuring each would fetch every page."""


class RowList(Retranslated, QListView):
    """Entries under each other. Every signal carries the id of a row."""

    chosen = Signal(str)
    """Another row is current; empty when there is none."""
    activated_row = Signal(str)
    """Enter, or a double click."""
    edit_asked = Signal(str)
    """F2."""
    bin_asked = Signal(str)
    """Del or Backspace."""
    again_asked = Signal(str)
    """Ctrl+M: somebody else said it too."""

    def __init__(
        self, name: Words, *, lines: int = 2, empty: Words = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._empty = name, empty
        self._rows = RowModel(self)
        self._painter = RowDelegate(lines, self)
        self._last = ""
        self.setModel(self._rows)
        self.setItemDelegate(self._painter)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.doubleClicked.connect(self._on_entered)
        self.retranslate()

    def set_rows(self, rows: Sequence[Any], cells: MakeCells = as_they_are) -> None:
        """Show these rows; `cells` makes RowCells of one. What was chosen stays chosen if it is there."""
        self.set_source(len(rows), lambda offset, limit: rows[offset : offset + limit], cells)

    def set_source(self, total: int, page: FetchPage, cells: MakeCells = as_they_are) -> None:
        """Show `total` rows that page(offset, limit) hands out, a hundred at a time, as they are needed."""
        # What was told last: the rows may have moved on, and asking for them again would name another.
        kept, place, scrolled = self._last, self.currentIndex().row(), self.verticalScrollBar().value()
        grown = total - self.row_count()
        self._painter.even = total > _EVEN_FROM
        self.setUniformItemSizes(self._painter.even)
        self._rows.set_source(total, page, cells)
        self.verticalScrollBar().setValue(scrolled)
        if kept and total:
            for near in (place, place + grown):  # the pages where the row most likely is now
                self._rows.cells_at(min(max(near, 0), total - 1))
            found = self._rows.row_of(kept)
            self.setCurrentIndex(self._rows.index(found if found >= 0 else min(place, total - 1)))
        self._tell_chosen()
        self.viewport().update()

    def chosen_id(self) -> str:
        """Return the id of the current row, or empty."""
        return cells.id if (cells := self.chosen_cells()) else ""

    def chosen_cells(self) -> RowCells | None:
        """Return what the current row shows."""
        index = self.currentIndex()
        return self._rows.cells_at(index.row()) if index.isValid() else None

    def choose(self, id: str, row: int = -1) -> bool:  # noqa: A002  the word of the model
        """Make a row current and show it; `row` is where it stands, if it may be on a page not held yet."""
        if row >= 0:
            self._rows.cells_at(row)
        found = self._rows.row_of(id)
        if found < 0:
            return False
        index = self._rows.index(found)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def row_count(self) -> int:
        """Return how many rows there are."""
        return self._rows.rowCount()

    def set_empty(self, words: Words) -> None:
        """Say this where no row is."""
        if words != self._empty:
            self._empty = words
            self.retranslate()

    def retranslate(self) -> None:
        """Set the words in the language of the windows, those of the rows too."""
        self.setAccessibleName(worded(self._name))
        self.setAccessibleDescription("" if self.row_count() else worded(self._empty))
        self._rows.retranslate()
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._tell_chosen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = self._asked(event)
        if asked is not None and (id := self.chosen_id()):  # noqa: A001  the word of the model
            asked(id)
            event.accept()
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Typed letters jump in short lists only: a search through pages would fetch them all."""
        if not self._painter.even:
            super().keyboardSearch(search)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._painter.even:
            self.scheduleDelayedItemsLayout()  # texts wrap anew

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.row_count() or not (words := worded(self._empty)):
            return
        look, painter = look_of(self), QPainter(self.viewport())
        painter.setFont(look.font())
        painter.setPen(look.color("ink_soft"))
        around = look.space("gap")
        room = self.viewport().rect().adjusted(around, around, -around, -around)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), words)

    def _asked(self, event: QKeyEvent) -> Callable[[str], None] | None:
        if QKeySequence(event.keyCombination()) == QKeySequence("Ctrl+M"):
            return self.again_asked.emit
        if event.modifiers() not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            return None
        return {
            Qt.Key.Key_Return: self.activated_row.emit,
            Qt.Key.Key_Enter: self.activated_row.emit,
            Qt.Key.Key_F2: self.edit_asked.emit,
            Qt.Key.Key_Delete: self.bin_asked.emit,
            Qt.Key.Key_Backspace: self.bin_asked.emit,
        }.get(Qt.Key(event.key()))

    def _on_entered(self, index: QModelIndex) -> None:
        if cells := self._rows.cells_at(index.row()):
            self.activated_row.emit(cells.id)

    def _tell_chosen(self) -> None:
        id = self.chosen_id()  # noqa: A001  the word of the model
        if id != self._last:
            self._last = id
            self.chosen.emit(id)

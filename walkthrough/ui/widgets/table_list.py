# SPDX-License-Identifier: MIT
"""A plain table of rows with a handful of columns, for plan, partners and meetings.

Must not know what a row is: each TableColumn says how to read one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from walkthrough.ui.theme import look_of
from walkthrough.ui.widgets.spoken import Retranslated, Words, worded
from walkthrough.wording import _

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


@dataclass(frozen=True, kw_only=True)
class TableColumn:
    """One column: its head, how to read a cell off a row, its share of the width (0: what its texts need).

    `sign` gives a sign and its colour token beside the text; `sort` is the key handed to sort_asked, empty
    for a column that does not sort.
    """

    head: Words
    cell: Callable[[Any], str]
    weight: float = 1.0
    sign: Callable[[Any], tuple[str, str]] | None = None
    sort: str = ""
    right: bool = False


class _Rows(QAbstractTableModel):
    """The rows under their columns."""

    def __init__(self, columns: Sequence[TableColumn], parent: QObject) -> None:
        super().__init__(parent)
        self._columns = columns
        self.rows: Sequence[Any] = ()

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.rows[index.row()], self._columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return column.cell(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row, index.column())
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
                return int(side | Qt.AlignmentFlag.AlignVCenter)
            case Qt.ItemDataRole.DecorationRole if column.sign is not None:
                sign, token = column.sign(row)
                parent = self.parent()
                look = look_of(parent if isinstance(parent, QWidget) else None)
                return look.icon(sign, token, size=16) if sign else None
        return None

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and way == Qt.Orientation.Horizontal:
            return worded(self._columns[section].head)
        return None

    def _spoken(self, row: Any, column: int) -> str:
        """The first column says the whole row, the others themselves under their heads; none is silent."""
        told = range(len(self._columns)) if column == 0 else (column,)
        heads = ((worded(self._columns[n].head), self._columns[n].cell(row)) for n in told)
        said = ", ".join(f"{head}: {text}" for head, text in heads if text)
        return said or _("{head}: empty").format(head=worded(self._columns[column].head))


class _Cells(QStyledItemDelegate):
    """Draws a line under each row and marks the chosen one by a bar: a tint alone is colour alone."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        look = look_of(getattr(option, "widget", None))
        painter.fillRect(QRect(option.rect.bottomLeft(), QSize(option.rect.width(), 1)), look.color("line"))
        if index.column() == 0 and option.state & QStyle.StateFlag.State_Selected:
            bar = QRect(option.rect.topLeft(), QSize(look.px(4), option.rect.height()))
            painter.fillRect(bar, look.color("accent"))


class TableList(Retranslated, QTableView):
    """Rows with an `id`. Signals carry that id."""

    activated_row = Signal(str)
    """Enter, or a double click."""
    chosen = Signal(str)
    """Another row is current; empty when there is none."""
    edit_asked = Signal(str)
    """F2."""
    bin_asked = Signal(str)
    """Del or Backspace."""
    sort_asked = Signal(str, bool)
    """The sort key of a column, and whether the largest comes first; by its head or the context menu."""

    def __init__(self, name: Words, columns: Sequence[TableColumn], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._columns = name, columns
        self._rows = _Rows(columns, self)
        self._last = ""
        self._sorted = ("", False)
        self.setModel(self._rows)
        self.setItemDelegate(_Cells(self))
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self._set_up_head()
        self.doubleClicked.connect(lambda index: self.activated_row.emit(self._rows.rows[index.row()].id))
        self.retranslate()

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows; the row that was chosen stays chosen if it is still there."""
        kept, place = self.chosen_id(), self.currentIndex().row()
        self._rows.set_rows(rows)
        self._share_width()
        self._fit_rows()
        if kept and rows and not self.choose(kept):
            self.setCurrentIndex(self._rows.index(min(place, len(rows) - 1), 0))
        self._tell_chosen()

    def chosen_id(self) -> str:
        """Return the id of the current row, or empty."""
        index = self.currentIndex()
        return str(self._rows.rows[index.row()].id) if index.isValid() else ""

    def choose(self, id: str) -> bool:  # noqa: A002  the word of the model
        """Make a row current; False if it is not here."""
        for number, row in enumerate(self._rows.rows):
            if row.id == id:
                self.setCurrentIndex(self._rows.index(number, max(self.currentIndex().column(), 0)))
                return True
        return False

    def show_sorted(self, key: str, *, descending: bool = False) -> None:
        """Mark the column by which the rows handed in are sorted."""
        self._sorted = (key, descending)
        column = next((n for n, column in enumerate(self._columns) if column.sort == key), -1)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicatorShown(column >= 0)
        self.horizontalHeader().setSortIndicator(column, order)

    def retranslate(self) -> None:
        """Set the words in the language of the windows; cells are read anew."""
        self.setAccessibleName(worded(self._name))
        self._rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(len(self._columns) - 1, 0))
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._tell_chosen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = {
            Qt.Key.Key_Return: self.activated_row,
            Qt.Key.Key_Enter: self.activated_row,
            Qt.Key.Key_F2: self.edit_asked,
            Qt.Key.Key_Delete: self.bin_asked,
            Qt.Key.Key_Backspace: self.bin_asked,
        }.get(Qt.Key(event.key()))
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if asked is not None and plain and (id := self.chosen_id()):  # noqa: A001  the word of the model
            asked.emit(id)
            event.accept()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the sorting that a mouse finds on the heads."""
        menu = QMenu(self)
        for number, column in enumerate(self._columns):
            if column.sort:
                action = menu.addAction(_("Sort by {column}").format(column=worded(column.head)))
                action.triggered.connect(lambda _on=False, at=number: self._on_head(at))
        if not menu.isEmpty():
            menu.exec(event.globalPos())
        menu.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()
        self._fit_rows()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit_rows()

    def _set_up_head(self) -> None:
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setHighlightSections(False)
        head.setSectionsClickable(any(column.sort for column in self._columns))
        head.sectionClicked.connect(self._on_head)

    def _share_width(self) -> None:
        """Give columns without a weight what they need, and share the rest among the others."""
        head, left = self.horizontalHeader(), self.viewport().width()
        needed = {
            number: max(self.sizeHintForColumn(number), head.sectionSizeHint(number))
            for number, column in enumerate(self._columns)
            if not column.weight
        }
        left = max(left - sum(needed.values()), 0)
        weight = sum(column.weight for column in self._columns)
        for number, column in enumerate(self._columns):
            share = needed.get(number, int(left * column.weight / weight) if weight else 0)
            self.setColumnWidth(number, share)
            if column.weight:
                left, weight = left - share, weight - column.weight

    def _fit_rows(self) -> None:
        least = look_of(self).px(44)
        self.horizontalHeader().setMinimumSectionSize(least)  # Qt's own is wider than a narrow column's share
        self.verticalHeader().setMinimumSectionSize(least)
        self.verticalHeader().setDefaultSectionSize(least)
        if len(self._rows.rows) <= _FITTED:
            self.resizeRowsToContents()

    def _on_head(self, number: int) -> None:
        key = self._columns[number].sort
        if key:
            self.sort_asked.emit(key, self._sorted[0] == key and not self._sorted[1])

    def _tell_chosen(self) -> None:
        id = self.chosen_id()  # noqa: A001  the word of the model
        if id != self._last:
            self._last = id
            self.chosen.emit(id)


_FITTED = 300
"""Up to so many rows each is as high as its text needs; measuring more takes too long."""

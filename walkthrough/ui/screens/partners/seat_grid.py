# SPDX-License-Identifier: MIT
"""The empty-chair grid: sectors down, tiers across, each cell saying in words how its seats stand.

Arrows go from cell to cell, Enter opens one. It must not know what opening means.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from walkthrough.model.words import Seated, Tier
from walkthrough.ui.screens.partners.phrases import SIGNS, cell_spoken, cell_words, count_words
from walkthrough.ui.screens.partners.reading import PartnersReading
from walkthrough.ui.theme import look_of
from walkthrough.ui.widgets.row_paint import wrapped
from walkthrough.ui.widgets.signs import chip_height, chip_width, paint_chip
from walkthrough.ui.widgets.spoken import Retranslated
from walkthrough.ui.wording_ui import word
from walkthrough.wording import _

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_TIERS = tuple(Tier)
_STANDING = int(Qt.ItemDataRole.UserRole) + 1
_SECTOR_SHARE, _SECTOR_LEAST = 0.34, 120
_SIDE, _AROUND = 10, 8


class _Cells(QAbstractTableModel):
    """One row for each sector: its name, then its cells."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.reading = PartnersReading()
        self.sectors: tuple[str, ...] = ()

    def show_reading(self, reading: PartnersReading) -> None:
        """Show the grid as it stands; if the rows are the same, the view keeps its place."""
        rows = reading.rows()
        if rows == self.sectors:
            self.reading = reading
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(_TIERS)))
            return
        self.beginResetModel()
        self.reading, self.sectors = reading, rows
        self.endResetModel()

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.sectors)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(_TIERS) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        sector, tier = self.sectors[index.row()], tier_of(index)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                if tier is None:
                    return self.reading.sector_name(sector)
                return cell_words(self.reading, sector, tier)
            case Qt.ItemDataRole.AccessibleTextRole:
                told = [cell_spoken(self.reading, sector, one) for one in ((tier,) if tier else _TIERS)]
                return "; ".join(told)
            case int() if role == _STANDING and tier is not None:
                return self.reading.standing(sector, tier)
        return None

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and way == Qt.Orientation.Horizontal:
            return word(_TIERS[section - 1]) if section else _("Sector")
        return None


class SeatGrid(Retranslated, QTableView):
    """The grid. A cell is a sector and a tier; the first column stands for the whole sector."""

    cell_asked = Signal(str, object)
    """Enter or a double click: the sector, and the tier or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells = _Cells(self)
        self.setModel(self._cells)
        self.setItemDelegate(_SeatPainter(self))
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setHighlightSections(False)
        self.doubleClicked.connect(self._ask)
        self.retranslate()

    def show_reading(self, reading: PartnersReading) -> None:
        """Show the seats; the cell that was current stays so if its sector is still there."""
        kept = self.current_cell()
        self._cells.show_reading(reading)
        self._fit()
        if self._cells.sectors:
            self.choose(*(kept or (self._cells.sectors[0], _TIERS[0])))
        self.viewport().update()

    def current_cell(self) -> tuple[str, Tier | None] | None:
        """Return the sector and tier of the current cell."""
        index = self.currentIndex()
        return (self._cells.sectors[index.row()], tier_of(index)) if index.isValid() else None

    def choose(self, sector: str, tier: Tier | None) -> None:
        """Make a cell current; the first row if the sector has none."""
        rows = self._cells.sectors
        row = rows.index(sector) if sector in rows else 0
        column = _TIERS.index(tier) + 1 if tier is not None else 0
        if (self.currentIndex().row(), self.currentIndex().column()) != (row, column):
            self.setCurrentIndex(self._cells.index(row, column))

    def retranslate(self) -> None:
        """Set the words in the language of the windows; cells are read anew."""
        self.setAccessibleName(_("Seats by sector and tier"))
        self.setAccessibleDescription(_("Arrow keys go from cell to cell, Enter opens one."))
        self._cells.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(_TIERS))
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._ask(self.currentIndex())
            event.accept()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()

    def _ask(self, index: QModelIndex) -> None:
        self.cell_asked.emit(self._cells.sectors[index.row()], tier_of(index))

    def _fit(self) -> None:
        """Share the width; where it is too narrow for the words, the grid scrolls sideways."""
        look, head, whole = look_of(self), self.horizontalHeader(), self.viewport().width()
        head.setMinimumSectionSize(look.px(44))
        words = max(chip_width(look, count_words(state, 9), sign=True) for state in Seated)
        heads = max(head.sectionSizeHint(number) for number in range(1, len(_TIERS) + 1))
        least = max(words + 2 * look.px(_SIDE), heads)
        first = max(int(whole * _SECTOR_SHARE), look.px(_SECTOR_LEAST))
        self.setColumnWidth(0, first)
        for number in range(len(_TIERS)):
            self.setColumnWidth(number + 1, max((whole - first) // len(_TIERS), least))
        self.verticalHeader().setMinimumSectionSize(look_of(self).px(44))
        self.resizeRowsToContents()


class _SeatPainter(QStyledItemDelegate):
    """Paints a sector's name, or one chip for each state: sign, number and word."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        assert isinstance(view, QTableView)
        look, width = look_of(view), view.columnWidth(index.column())
        if tier_of(index) is None:
            lines = wrapped(index.data(), look.font(bold=True), width - 2 * look.px(_SIDE), 3)
            height = len(lines) * QFontMetrics(look.font(bold=True)).lineSpacing()
        else:
            chips = max(len(index.data(_STANDING)), 1)
            height = chips * (chip_height(look) + look.px(4)) - look.px(4)
        return QSize(width, height + 2 * look.px(_AROUND))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = self.parent()
        look, box = look_of(view if isinstance(view, QWidget) else None), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_current or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, look.color("accent_soft" if is_current else "hover"))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), look.color("line"))
        y = box.top() + look.px(_AROUND)
        left, width = box.left() + look.px(_SIDE), box.width() - 2 * look.px(_SIDE)
        if tier_of(index) is None:
            self._paint_name(painter, QRectF(left, y, width, 0), index.data())
        else:
            self._paint_seats(painter, QRectF(left, y, width, 0), index.data(_STANDING))
        if is_current:
            # A frame as well as a tint: the current cell must show without colour.
            painter.setPen(QPen(look.color("accent"), look.px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        painter.restore()

    def _paint_name(self, painter: QPainter, place: QRectF, name: str) -> None:
        look = look_of(self.parent())  # type: ignore[arg-type]  # the list it paints for
        font = look.font(bold=True)
        painter.setFont(font)
        painter.setPen(look.color("ink"))
        metrics, y = QFontMetrics(font), place.top()
        for line in wrapped(name, font, place.width(), 3):
            painter.drawText(QPointF(place.left(), y + metrics.ascent()), line.rstrip())
            y += metrics.lineSpacing()

    def _paint_seats(self, painter: QPainter, place: QRectF, seats: dict[Seated, int]) -> None:
        look = look_of(self.parent())  # type: ignore[arg-type]  # the list it paints for
        y = place.top()
        if not seats:
            font = look.font("small")
            painter.setFont(font)
            painter.setPen(look.color("ink_soft"))
            metrics = QFontMetrics(font)
            middle = y + (chip_height(look) + metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(place.left(), middle), _("no seat"))
        for state, n in seats.items():
            (tone, sign), words = SIGNS[state], count_words(state, n)
            width = min(chip_width(look, words, sign=True), place.width() + look.px(_SIDE))
            box = QRectF(place.left() - look.px(2), y, width, chip_height(look))
            paint_chip(painter, look, box, words, tone, sign)
            y += chip_height(look) + look.px(4)


def tier_of(index: Index) -> Tier | None:
    """Return the tier of a column, None for that of the names."""
    return _TIERS[index.column() - 1] if index.column() else None

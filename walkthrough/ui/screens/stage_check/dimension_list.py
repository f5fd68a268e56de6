# SPDX-License-Identifier: MIT
"""The parts of collaboration as a list: name, where it stands in words, one mark for each stage.

Each mark has a shape of its own: nothing is said by colour alone. It must not know a criterion's text.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from walkthrough.export.pictures.stage import standing_words
from walkthrough.model.queries.stage_rows import CheckPage, DimensionRow
from walkthrough.model.rules.stages import Standing
from walkthrough.ui.criteria.phrases import reached_line
from walkthrough.ui.theme import look_of
from walkthrough.ui.theme_look import Look
from walkthrough.ui.widgets.spoken import Retranslated
from walkthrough.wording import _, current

Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole
_WORDS = Qt.ItemDataRole.UserRole + 1
_SIDE = 13.0


class DimensionList(Retranslated, QListWidget):
    """All dimensions of a check, as high as its rows; up and down choose one."""

    chosen = Signal(str)
    """The key of the dimension that is marked now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: CheckPage | None = None
        self.setObjectName("dimensions")
        self.setAccessibleIdentifier("dimensions")
        self.setItemDelegate(_DimensionPainter(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.currentRowChanged.connect(self._tell)
        self.retranslate()

    def show_page(self, page: CheckPage) -> None:
        """Show the dimensions of a check; the marked one stays marked, also into another check."""
        code = self._code()
        self._page = page
        self.blockSignals(True)
        while self.count() > len(page.dimensions):
            self.takeItem(self.count() - 1)
        while self.count() < len(page.dimensions):
            QListWidgetItem(self)
        codes = [part.code for part in page.dimensions]
        self.setCurrentRow(codes.index(code) if code in codes else 0)
        self.blockSignals(False)
        self.retranslate()
        self.updateGeometry()

    def choose(self, key: str) -> bool:
        """Mark a dimension; False if there is none of that key."""
        parts = self._page.dimensions if self._page else ()
        at = next((n for n, part in enumerate(parts) if part.id == key), -1)
        if at >= 0:
            self.setCurrentRow(at)
        return at >= 0

    def retranslate(self) -> None:
        """Set what is read and read aloud."""
        self.setAccessibleName(_("Parts of collaboration"))
        parts: Sequence[DimensionRow] = self._page.dimensions if self._page else ()
        for number, part in enumerate(parts):
            item = self.item(number)
            words = standing_words(current(), part, self._page.stages if self._page else ())
            short = reached_line(part.reached)
            item.setText(part.name)
            item.setData(_ROW, part)
            item.setData(_WORDS, short)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{part.name}: {words}")
            item.setToolTip(part.about)

    def sizeHint(self) -> QSize:
        rows = sum(self.sizeHintForRow(n) for n in range(self.count()))
        return QSize(look_of(self).px(260), rows + 2 * self.frameWidth() + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(look_of(self).px(200), self.sizeHint().height())

    def _code(self) -> str:
        item = self.currentItem()
        row = item.data(_ROW) if item is not None else None
        return row.code if row is not None else ""

    def _tell(self, number: int) -> None:
        if self._page is not None and 0 <= number < len(self._page.dimensions):
            self.chosen.emit(self._page.dimensions[number].id)


class _DimensionPainter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        look = look_of(self.parent())  # type: ignore[arg-type]  # the list it paints for
        return QSize(look.px(200), look.px(45))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        widget = option.widget
        rect: QRect = option.rect
        look, part = look_of(widget), index.data(_ROW)
        widget.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, widget)
        if part is None:
            return
        pad = look.px(12)
        room = rect.adjusted(pad, look.px(3), -pad, -look.px(4))
        upper, lower = (
            room.adjusted(0, 0, 0, -room.height() // 2),
            room.adjusted(0, room.height() // 2, 0, 0),
        )
        marks = self._paint_marks(painter, look, lower, part)
        halves = (upper, lower.adjusted(marks + look.px(10), 0, 0, 0))
        texts = ((index.data(), "body", True, "ink"), (index.data(_WORDS), "small", False, "ink_soft"))
        for half, (text, role, bold, token) in zip(halves, texts, strict=True):
            painter.setFont(look.font(role, bold=bold))
            painter.setPen(look.color(token))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, half.width())
            painter.drawText(half, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)

    def _paint_marks(self, painter: QPainter, look: Look, rect: QRect, part: DimensionRow) -> int:
        side, gap = look.px(_SIDE), look.px(3)
        cells = part.reached.cells
        width = len(cells) * (side + gap) - gap
        left, top = rect.left(), rect.center().y() - side / 2
        for number, cell in enumerate(cells):
            paint_mark(painter, look, QRectF(left + number * (side + gap), top, side, side), cell)
        return width


def paint_mark(painter: QPainter, look: Look, box: QRectF, standing: Standing) -> None:
    """Paint the mark of one stage: full, hatched, half, empty, or a stroke where it does not apply."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    accent = look.color("accent")
    inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
    if standing is Standing.NA:
        painter.setPen(QPen(look.color("ink_soft"), 1.6))
        level = inner.center().y()
        painter.drawLine(QPointF(inner.left() + 2, level), QPointF(inner.right() - 2, level))
        painter.restore()
        return
    is_known = standing in (Standing.MET, Standing.YES, Standing.PARTLY)
    painter.setPen(QPen(accent if is_known else look.color("edge"), 1.2))
    painter.setBrush(accent if standing is Standing.MET else look.color("paper"))
    painter.drawRect(inner)
    if standing is Standing.PARTLY:
        painter.fillRect(QRectF(inner.left(), inner.center().y(), inner.width(), inner.height() / 2), accent)
    if standing is Standing.YES:
        painter.setClipRect(inner)
        step = max(3.0, box.width() / 4)
        at = -box.height()
        while at < box.width():
            left = inner.left() + at
            painter.drawLine(QPointF(left, inner.bottom()), QPointF(left + box.height(), inner.top()))
            at += step
    painter.restore()

# SPDX-License-Identifier: MIT
"""Paint one row of a list of entries: glyph, number, text over a few lines, detail, lane and marks.

Must not know where rows come from nor what a press on one does.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from walkthrough.ui.theme import look_of
from walkthrough.ui.theme_look import Look
from walkthrough.ui.theme_signs import paint_sign
from walkthrough.ui.widgets.row_model import CELLS_ROLE, RowCells
from walkthrough.ui.widgets.signs import chip_height, chip_width, paint_chip, tone_of

Index = QModelIndex | QPersistentModelIndex
_BESIDE = 0.25
"""The share of a row that lane and marks may take beside the text."""
_NARROWEST = 2
"""No letter is narrower, in logical pixels."""


_KEPT = 512
_broken: dict[tuple[str, str, float, int], list[str]] = {}
"""Texts as they were broken last: a row is measured and painted at every entry, and its text stays."""


def wrapped(text: str, font: QFont, width: float, most: int) -> list[str]:
    """Break text into at most so many lines of a width; the last one ends in an ellipsis if there is more."""
    wanted = text, font.key(), width, most
    if wanted not in _broken:
        if len(_broken) >= _KEPT:
            _broken.clear()
        _broken[wanted] = _lines(text, font, width, most)
    return _broken[wanted]


def _lines(text: str, font: QFont, width: float, most: int) -> list[str]:
    seen = int(most * max(width, 1) / _NARROWEST)
    if len(text) > seen:
        text = text[:seen] + "…"  # more could not be seen, and laying out a whole chapter would take long
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        start = line.textStart()
        if len(lines) == most - 1:
            rest = text[start:]
            lines.append(QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, int(width)))
            break
        lines.append(text[start : start + line.textLength()])
    layout.endLayout()
    return lines


class RowDelegate(QStyledItemDelegate):
    """Paints RowCells. `lines` is the most that a text takes; `even` gives all rows the room for so many."""

    def __init__(self, lines: int = 2, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines = lines
        self.even = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        look = look_of(_widget(option))
        cells = None if self.even else index.data(CELLS_ROLE)
        body, small = QFontMetrics(look.font()), QFontMetrics(look.font("small"))
        rows, detail = self.lines, True
        if cells is not None:
            width = self._text_width(look, cells, _width(option))
            rows, detail = len(wrapped(cells.text, look.font(), width, self.lines)), bool(cells.detail)
        height = rows * body.lineSpacing() + (small.lineSpacing() + look.px(2) if detail else 0)
        if cells is not None and not _beside(look, cells, _width(option)):
            height += chip_height(look) + look.px(6)
        return QSize(look.px(160), max(height, chip_height(look)) + 2 * look.px(9))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cells = index.data(CELLS_ROLE)
        if cells is None:
            return
        look, box = look_of(_widget(option)), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, look, box, option.state)
        top = box.top() + look.px(9)
        left = box.left() + look.px(14)
        if cells.kind:
            side, line = look.px(16), QFontMetrics(look.font()).lineSpacing()
            place = QRectF(left, top + (line - side) / 2, side, side)
            paint_sign(painter, look.signs[cells.kind], place, look.color(tone_of(cells.kind)[0]))
        left += look.px(28)
        if cells.number is not None:
            self._paint_number(painter, look, left, top, cells.number)
        left = box.left() + self._text_left(look, cells)
        width = self._text_width(look, cells, box.width())
        foot = self._paint_text(painter, look, QRectF(left, top, width, 0), cells)
        if _beside(look, cells, box.width()):
            self._paint_chips_beside(painter, look, box, cells)
        else:
            _paint_chips_below(painter, look, QPointF(left, foot + look.px(4)), box, cells)
        painter.restore()

    def _paint_number(self, painter: QPainter, look: Look, left: float, top: float, number: int) -> None:
        font = look.font(bold=True)
        painter.setFont(font)
        painter.setPen(look.color("ink_soft"))
        painter.drawText(QPointF(left, top + QFontMetrics(font).ascent()), f"#{number}")

    def _paint_text(self, painter: QPainter, look: Look, place: QRectF, cells: RowCells) -> float:
        """Paint text and detail; return where they end."""
        y = place.top()
        for role, token, text, most in (
            ("body", "ink", cells.text, self.lines),
            ("small", "ink_soft", cells.detail, 1),
        ):
            font = look.font(role)
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(look.color(token))
            for line in wrapped(text, font, place.width(), most) if text else ():
                painter.drawText(QPointF(place.left(), y + metrics.ascent()), line.rstrip())
                y += metrics.lineSpacing()
            y += look.px(2) if text else 0
        return y

    def _paint_chips_beside(self, painter: QPainter, look: Look, box: QRectF, cells: RowCells) -> None:
        right = box.right() - look.px(12)
        for tone, words in reversed(_chips(cells)):
            width = min(chip_width(look, words, sign=False), box.width() / 3)
            place = QRectF(right - width, box.top() + look.px(9) - look.px(2), width, chip_height(look))
            paint_chip(painter, look, place, words, tone)
            right -= width + look.px(6)

    def _text_left(self, look: Look, cells: RowCells) -> int:
        widest = "#8888" if cells.number is None or cells.number < 10_000 else f"#{cells.number}"
        number = (
            QFontMetrics(look.font(bold=True)).horizontalAdvance(widest) if cells.number is not None else 0
        )
        return (
            look.px(14)
            + (look.px(28) if cells.kind or number else 0)
            + (number + look.px(6) if number else 0)
        )

    def _text_width(self, look: Look, cells: RowCells, whole: float) -> float:
        chips = _chips_width(look, cells, whole) if _beside(look, cells, whole) else 0
        return max(whole - self._text_left(look, cells) - chips - look.px(20), look.px(80))


def _chips_width(look: Look, cells: RowCells, whole: float) -> float:
    return sum(min(chip_width(look, w, sign=False), whole / 3) + look.px(6) for _t, w in _chips(cells))


def _beside(look: Look, cells: RowCells, whole: float) -> bool:
    """Tell whether lane and marks leave the text enough room beside them; if not they stand below it."""
    return _chips_width(look, cells, whole) <= whole * _BESIDE


def _paint_chips_below(painter: QPainter, look: Look, start: QPointF, box: QRectF, cells: RowCells) -> None:
    left = start.x()
    for tone, words in _chips(cells):
        width = min(chip_width(look, words, sign=False), box.width() / 3)
        paint_chip(painter, look, QRectF(left, start.y(), width, chip_height(look)), words, tone)
        left += width + look.px(6)


def _chips(cells: RowCells) -> list[tuple[str, str]]:
    return ([("quiet", cells.lane)] if cells.lane else []) + list(cells.marks)


def _paint_ground(painter: QPainter, look: Look, box: QRectF, state: QStyle.StateFlag) -> None:
    selected = bool(state & QStyle.StateFlag.State_Selected)
    if selected or state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(box, look.color("accent_soft" if selected else "hover"))
    painter.setPen(QPen(look.color("line"), 1))
    painter.drawLine(QPointF(box.left() + 12, box.bottom()), QPointF(box.right() - 12, box.bottom()))
    if selected:
        # A bar as well as a tint: a chosen row must show without colour.
        painter.fillRect(QRectF(box.left(), box.top(), look.px(4), box.height()), look.color("accent"))
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(look.color("accent"), 1))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))


def _widget(option: QStyleOptionViewItem) -> QWidget | None:
    widget = getattr(option, "widget", None)
    return widget if isinstance(widget, QWidget) else None


def _width(option: QStyleOptionViewItem) -> int:
    widget = _widget(option)
    viewport = getattr(widget, "viewport", None)
    return viewport().width() if viewport is not None else option.rect.width()

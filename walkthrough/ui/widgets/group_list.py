# SPDX-License-Identifier: MIT
"""A list of rows under headings: a text over a few lines, facts beneath it, marks in a column at the right.

Headings are rows too, so that arrows, screen reader and "what is chosen" work through one list. Must not know
what a row is.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from walkthrough.ui.theme import look_of
from walkthrough.ui.theme_look import Look
from walkthrough.ui.theme_signs import paint_sign
from walkthrough.ui.widgets.row_list import RowList
from walkthrough.ui.widgets.row_model import CELLS_ROLE, RowCells
from walkthrough.ui.widgets.row_paint import RowDelegate, wrapped
from walkthrough.ui.widgets.signs import chip_height, chip_width, paint_chip, tone_of
from walkthrough.ui.widgets.spoken import Words

Index = QModelIndex | QPersistentModelIndex
_SIGNS = {"bad": "alert", "warn": "warn", "good": "good"}
_SIDE, _TOP, _CHIP_GAP = 14, 10, 6
_FACT_LINES = 4
_NARROW = 240  # less than this beside the marks, and the facts stand below them
_WIDEST_MARK = 0.45


@dataclass(frozen=True, slots=True)
class GroupCells(RowCells):
    """A row, or with `is_head` the heading of those after it; `is_soft` for what needs no more attention."""

    is_head: bool = False
    is_soft: bool = False


class GroupList(RowList):
    """The list. `keys` are characters that are asked of the chosen row, like "1234"."""

    key_asked = Signal(str, str)
    """A row's id and the character pressed on it."""

    def __init__(
        self,
        name: Words,
        *,
        lines: int = 3,
        keys: str = "",
        empty: Words = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, lines=lines, empty=empty, parent=parent)
        self._keys = keys
        self._painter = _GroupPainter(lines, self)
        self.setItemDelegate(self._painter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = event.text().lower()
        if is_typed(event) and pressed and pressed in self._keys and (chosen := self.chosen_id()):
            self.key_asked.emit(chosen, pressed)
            event.accept()
            return
        super().keyPressEvent(event)


def is_typed(event: QKeyEvent) -> bool:
    """Tell whether a key was pressed for its character. Shift may be held: many keyboards need it for "+",
    the French one for every digit.
    """
    no = Qt.KeyboardModifier
    return not event.modifiers() & ~(no.ShiftModifier | no.KeypadModifier | no.GroupSwitchModifier)


class _GroupPainter(RowDelegate):
    """Paints GroupCells; rows without marks give their text the whole width."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        look = look_of(_widget(option))
        cells = None if self.even else index.data(CELLS_ROLE)
        if cells is None:
            body = QFontMetrics(look.font()).lineSpacing()
            return QSize(look.px(160), (self.lines + 1) * body + 2 * look.px(_TOP))
        height = 0
        for place, (role, _token, lines) in enumerate(self._lines(look, cells, _width(option))):
            height += len(lines) * QFontMetrics(look.font(role)).lineSpacing() + look.px(3)
            if place == 0:
                height = max(height, self._facts_top(look, cells, _width(option)))
        height = max(height, _marks_height(look, cells))
        return QSize(look.px(160), height + 2 * look.px(_TOP) + look.px(8 if _is_head(cells) else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cells = index.data(CELLS_ROLE)
        if cells is None:
            return
        look, box = look_of(_widget(option)), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, look, box, option.state, is_head=_is_head(cells))
        y = box.top() + look.px(_TOP) + look.px(8 if _is_head(cells) else 0)
        self._paint_front(painter, look, box, y, cells)
        _paint_marks(painter, look, box, y, cells)
        left = box.left() + _text_left(look, cells)
        top = y
        for place, (role, token, lines) in enumerate(self._lines(look, cells, box.width())):
            if place == 1:
                y = max(y, top + self._facts_top(look, cells, box.width()))
            metrics = QFontMetrics(look.font(role))
            painter.setFont(look.font(role))
            painter.setPen(look.color(token))
            for line in lines:
                painter.drawText(QPointF(left, y + metrics.ascent()), line.rstrip())
                y += metrics.lineSpacing()
            y += look.px(3)
        painter.restore()

    def _lines(self, look: Look, cells: RowCells, whole: float) -> list[tuple[str, str, list[str]]]:
        full = whole - _text_left(look, cells) - look.px(_SIDE)
        width = max(full - _marks_width(look, cells, whole), look.px(80))
        role = "h3" if _is_head(cells) else "body"
        token = "ink_soft" if getattr(cells, "is_soft", False) else "ink"
        lines = [(role, token, wrapped(cells.text, look.font(role), width, self.lines))]
        if cells.detail:
            text_height = len(lines[0][2]) * QFontMetrics(look.font(role)).lineSpacing() + look.px(3)
            is_clear = _marks_height(look, cells) <= text_height
            below = full if is_clear or width < look.px(_NARROW) else width
            lines.append(("body", "ink_soft", wrapped(cells.detail, look.font(), below, _FACT_LINES)))
        return lines

    def _facts_top(self, look: Look, cells: RowCells, whole: float) -> int:
        """How far down the facts begin at the earliest: below the marks where the row is narrow."""
        beside = whole - _text_left(look, cells) - look.px(_SIDE) - _marks_width(look, cells, whole)
        return _marks_height(look, cells) + look.px(2) if beside < look.px(_NARROW) else 0

    def _paint_front(self, painter: QPainter, look: Look, box: QRectF, y: float, cells: RowCells) -> None:
        left = box.left() + look.px(_SIDE)
        font = look.font(bold=True)
        metrics = QFontMetrics(font)
        if cells.kind:
            side = look.px(14)
            place = QRectF(left, y + (metrics.lineSpacing() - side) / 2, side, side)
            paint_sign(painter, look.signs[cells.kind], place, look.color(tone_of(cells.kind)[0]))
            left += look.px(22)
        if cells.number is not None:
            painter.setFont(font)
            painter.setPen(look.color("ink_soft"))
            painter.drawText(QPointF(left, y + metrics.ascent()), f"#{cells.number}")


def _is_head(cells: RowCells) -> bool:
    return bool(getattr(cells, "is_head", False))


def _text_left(look: Look, cells: RowCells) -> int:
    if _is_head(cells):
        return look.px(_SIDE)
    number = QFontMetrics(look.font(bold=True)).horizontalAdvance("8888") + look.px(8)
    if cells.number is not None and cells.number > 999:
        number = QFontMetrics(look.font(bold=True)).horizontalAdvance(f"#{cells.number}") + look.px(8)
    return look.px(_SIDE) + (look.px(22) if cells.kind else 0) + (number if cells.number is not None else 0)


def _marks_width(look: Look, cells: RowCells, whole: float) -> float:
    widths = [_mark_width(look, tone, words, whole) for tone, words in cells.marks]
    return max(widths) + look.px(_SIDE) if widths else 0


def _marks_height(look: Look, cells: RowCells) -> int:
    return max(len(cells.marks) * (chip_height(look) + look.px(4)) - look.px(6), 0)


def _mark_width(look: Look, tone: str, words: str, whole: float) -> float:
    return min(chip_width(look, words, sign=tone in _SIGNS), whole * _WIDEST_MARK)


def _paint_marks(painter: QPainter, look: Look, box: QRectF, y: float, cells: RowCells) -> None:
    """Under each other at the right, so that the eye runs down one column."""
    for tone, words in cells.marks:
        width = _mark_width(look, tone, words, box.width())
        place = QRectF(box.right() - look.px(_SIDE) - width, y - look.px(2), width, chip_height(look))
        paint_chip(painter, look, place, words, tone, _SIGNS.get(tone, ""))
        y += chip_height(look) + look.px(4)


def _paint_ground(
    painter: QPainter, look: Look, box: QRectF, state: QStyle.StateFlag, *, is_head: bool
) -> None:
    selected = bool(state & QStyle.StateFlag.State_Selected)
    if selected or state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(box, look.color("accent_soft" if selected else "hover"))
    elif is_head:
        painter.fillRect(box, look.color("ground"))
    painter.setPen(QPen(look.color("edge" if is_head else "line"), 1))
    around = 0 if is_head else look.px(_SIDE)
    painter.drawLine(QPointF(box.left() + around, box.bottom()), QPointF(box.right() - around, box.bottom()))
    if selected:
        # A bar as well as a tint: a chosen row must show without colour.
        painter.fillRect(QRectF(box.left(), box.top(), look.px(4), box.height()), look.color("accent"))


def _widget(option: QStyleOptionViewItem) -> QWidget | None:
    widget = getattr(option, "widget", None)
    return widget if isinstance(widget, QWidget) else None


def _width(option: QStyleOptionViewItem) -> int:
    widget = _widget(option)
    viewport = getattr(widget, "viewport", None)
    return viewport().width() if viewport is not None else option.rect.width()

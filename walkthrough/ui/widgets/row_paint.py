# SPDX-License-Identifier: MIT
"""Paint one row of a list of entries: glyph, number, text over a few lines, detail, lane and marks.

Must not know where rows come from nor what a press on one does.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from walkthrough.ui.theme import look_of
from walkthrough.ui.theme_look import Look
from walkthrough.ui.theme_signs import paint_sign
from walkthrough.ui.widgets.row_model import CELLS_ROLE, RowCells
from walkthrough.ui.widgets.row_pictures import RowPictures
from walkthrough.ui.widgets.signs import chip_height, chip_width, paint_chip, tone_of

Index = QModelIndex | QPersistentModelIndex
_MARKS = (
    QStyle.StateFlag.State_Selected,
    QStyle.StateFlag.State_MouseOver,
    QStyle.StateFlag.State_HasFocus,
)
"""What of a row's state can be seen."""
_ROUND = 8
"""Pixels at 100 % from the edge of a list that its round corners take."""
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


class _Sizes:
    """What is the same for every row of one look: fonts, their heights, colours, distances in pixels."""

    def __init__(self, look: Look) -> None:
        self.body, self.small, self.bold = look.font(), look.font("small"), look.font(bold=True)
        body, small, bold = QFontMetrics(self.body), QFontMetrics(self.small), QFontMetrics(self.bold)
        self.line, self.small_line = body.lineSpacing(), small.lineSpacing()
        self.body_up, self.small_up, self.bold_up = body.ascent(), small.ascent(), bold.ascent()
        self.ink, self.ink_soft = look.color("ink"), look.color("ink_soft")
        self.chip, self.number = chip_height(look), bold.horizontalAdvance("#8888")
        self.above, self.side, self.sign, self.room = (look.px(size) for size in (9, 14, 16, 28))
        self.hair, self.half, self.end, self.last, self.least = (look.px(n) for n in (2, 6, 12, 20, 80))


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where the parts of one row stand: text from `left` in so many lines, chips with their widths."""

    left: int
    lines: tuple[str, ...]
    detail: tuple[str, ...]
    chips: tuple[tuple[str, str, float], ...]
    is_beside: bool


class RowDelegate(QStyledItemDelegate):
    """Paints RowCells. `lines` is the most that a text takes; `even` gives all rows the room for so many."""

    def __init__(self, lines: int = 2, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines = lines
        self.even = False
        self.pictures = RowPictures()
        self._look: Look | None = None
        self._sizes: _Sizes
        self._plans: dict[tuple[RowCells, float, int], _Plan] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        look = self._take(option)
        cells = None if self.even else index.data(CELLS_ROLE)
        sizes, rows, detail, below = self._sizes, self.lines, True, False
        if cells is not None:
            plan = self._plan(look, cells, _width(option))
            rows, detail, below = len(plan.lines), bool(cells.detail), not plan.is_beside
        height = rows * sizes.line + (sizes.small_line + sizes.hair if detail else 0)
        if below:
            height += sizes.chip + sizes.half
        return QSize(look.px(160), max(height, sizes.chip) + 2 * sizes.above)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cells = index.data(CELLS_ROLE)
        if cells is None:
            return
        look, state, box = self._take(option), option.state, option.rect
        marks = tuple(bool(state & mark) for mark in _MARKS)

        def paint(onto: QPainter, place: QRectF) -> None:
            self._paint_row(onto, look, place, cells, state)

        # A picture is a whole box: in the round corners of the list it must leave out what is only ground.
        round_off = look.px(_ROUND) if _at_round_corner(option, look.px(_ROUND)) else 0
        if round_off and any(marks):
            paint(painter, QRectF(box))
        else:
            self.pictures.draw(painter, box, look, (cells, self.lines, marks), paint, bare=round_off)

    def _take(self, option: QStyleOptionViewItem) -> Look:
        look = look_of(_widget(option))
        if look is not self._look:
            self._look, self._sizes = look, _Sizes(look)
            self._plans.clear()
        return look

    def _paint_row(
        self, painter: QPainter, look: Look, box: QRectF, cells: RowCells, state: QStyle.StateFlag
    ) -> None:
        sizes, plan = self._sizes, self._plan(look, cells, box.width())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, look, box, state)
        top = box.top() + sizes.above
        left = box.left() + sizes.side
        if cells.kind:
            place = QRectF(left, top + (sizes.line - sizes.sign) / 2, sizes.sign, sizes.sign)
            paint_sign(painter, look.signs[cells.kind], place, look.color(tone_of(cells.kind)[0]))
        if cells.number is not None:
            painter.setFont(sizes.bold)
            painter.setPen(sizes.ink_soft)
            painter.drawText(QPointF(left + sizes.room, top + sizes.bold_up), f"#{cells.number}")
        foot = self._paint_text(painter, box.left() + plan.left, top, plan)
        if plan.is_beside:
            _paint_chips_beside(painter, look, sizes, box, plan)
        else:
            start = QPointF(box.left() + plan.left, foot + look.px(4))
            _paint_chips_below(painter, look, sizes, start, plan)
        painter.restore()

    def _paint_text(self, painter: QPainter, left: float, y: float, plan: _Plan) -> float:
        """Paint text and detail; return where they end."""
        sizes = self._sizes
        for font, ink, up, high, lines in (
            (sizes.body, sizes.ink, sizes.body_up, sizes.line, plan.lines),
            (sizes.small, sizes.ink_soft, sizes.small_up, sizes.small_line, plan.detail),
        ):
            if not lines:
                continue
            painter.setFont(font)
            painter.setPen(ink)
            for line in lines:
                painter.drawText(QPointF(left, y + up), line)
                y += high
            y += sizes.hair
        return y

    def _plan(self, look: Look, cells: RowCells, whole: float) -> _Plan:
        wanted = cells, float(whole), self.lines
        plan = self._plans.get(wanted)
        if plan is None:
            if len(self._plans) >= _KEPT:
                self._plans.clear()
            plan = self._plans[wanted] = self._laid_out(look, cells, whole)
        return plan

    def _laid_out(self, look: Look, cells: RowCells, whole: float) -> _Plan:
        sizes = self._sizes
        left = self._text_left(cells)
        chips = tuple(
            (tone, words, min(chip_width(look, words, sign=False), whole / 3))
            for tone, words in _chips(cells)
        )
        wide = sum(width + sizes.half for _tone, _words, width in chips)
        is_beside = wide <= whole * _BESIDE  # if not, lane and marks stand below the text
        room = max(whole - left - (wide if is_beside else 0) - sizes.last, sizes.least)
        lines = wrapped(cells.text, sizes.body, room, self.lines)
        detail = wrapped(cells.detail, sizes.small, room, 1) if cells.detail else []
        painted = tuple(line.rstrip() for line in lines) if cells.text else ()
        return _Plan(left, painted or ("",) * len(lines), tuple(d.rstrip() for d in detail), chips, is_beside)

    def _text_left(self, cells: RowCells) -> int:
        sizes, number = self._sizes, 0
        if cells.number is not None:
            number = sizes.number
            if cells.number >= 10_000:
                number = QFontMetrics(sizes.bold).horizontalAdvance(f"#{cells.number}")
        start = sizes.side + (sizes.room if cells.kind or number else 0)
        return start + (number + sizes.half if number else 0)


def _paint_chips_beside(painter: QPainter, look: Look, sizes: _Sizes, box: QRectF, plan: _Plan) -> None:
    right = box.right() - sizes.end
    for tone, words, width in reversed(plan.chips):
        place = QRectF(right - width, box.top() + sizes.above - sizes.hair, width, sizes.chip)
        paint_chip(painter, look, place, words, tone)
        right -= width + sizes.half


def _paint_chips_below(painter: QPainter, look: Look, sizes: _Sizes, start: QPointF, plan: _Plan) -> None:
    left = start.x()
    for tone, words, width in plan.chips:
        paint_chip(painter, look, QRectF(left, start.y(), width, sizes.chip), words, tone)
        left += width + sizes.half


def _chips(cells: RowCells) -> list[tuple[str, str]]:
    return ([("quiet", cells.lane)] if cells.lane else []) + list(cells.marks)


def _at_round_corner(option: QStyleOptionViewItem, radius: int) -> bool:
    """Tell whether a row stands in the list's round corners, which a whole picture would cover."""
    viewport = getattr(_widget(option), "viewport", None)
    return (
        viewport is None or option.rect.top() < radius or option.rect.bottom() > viewport().height() - radius
    )


def _paint_ground(painter: QPainter, look: Look, box: QRectF, state: QStyle.StateFlag) -> None:
    selected = bool(state & QStyle.StateFlag.State_Selected)
    if selected or state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(box, look.color("accent_soft" if selected else "hover"))
    # Within the row, or the next one would cover it. Filled: a smoothed line takes three times as long.
    painter.fillRect(QRectF(box.left() + 12, box.bottom() - 1, box.width() - 24, 1), look.color("line"))
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

# SPDX-License-Identifier: MIT
"""The boxes of one paper ballot on screen: a digit in each that is typed, a mark on the one that comes next.

It must not know a box nor what a digit means.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from walkthrough.ui.ballots.sheet_line import SheetLine
from walkthrough.ui.theme import look_of
from walkthrough.wording import _

_WIDE, _HIGH, _CAPTION, _GAP, _AROUND = 50, 56, 22, 8, 8
"""At 100 % zoom: one box, the line above it with its number, what is between two and around all. Ten boxes,
the stage and nine parts, stand in one line on a small laptop.
"""


class SheetCells(QWidget):
    """Takes the keys of the sheet and hands them on; boxes go on in the next line where there is no room."""

    pressed = Signal(QKeyEvent)
    """A key that came here; whoever takes it accepts it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = SheetLine(())
        self.setObjectName("sheet_cells")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_line(self, line: SheetLine) -> None:
        """Show this sheet as it stands."""
        is_other = len(line.most) != len(self._line.most)
        self._line = line
        if is_other:
            self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        look = look_of(self)
        across = self._across(width)
        lines = -(-max(len(self._line.most), 1) // across)
        return lines * look.px(_CAPTION + _HIGH) + (lines - 1) * look.px(_GAP) + 2 * look.px(_AROUND)

    def sizeHint(self) -> QSize:
        look = look_of(self)
        wide = max(len(self._line.most), 1) * look.px(_WIDE + _GAP) + 2 * look.px(_AROUND)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        look = look_of(self)
        return QSize(look.px(4 * (_WIDE + _GAP)), look.px(_CAPTION + _HIGH + 2 * _AROUND))

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
        ):
            event.accept()  # here it is the last sheet that is taken back
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.pressed.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self.updateGeometry()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(len(self._line.most)):
            self._paint_cell(painter, number, self._place(number))

    def _across(self, width: int) -> int:
        look = look_of(self)
        gap = look.px(_GAP)
        return max(1, (width + gap - 2 * look.px(_AROUND)) // (look.px(_WIDE) + gap))

    def _place(self, number: int) -> QRectF:
        look = look_of(self)
        row, column = divmod(number, self._across(self.width()))
        around = look.px(_AROUND)
        x = around + column * (look.px(_WIDE) + look.px(_GAP))
        y = around + row * (look.px(_CAPTION + _HIGH) + look.px(_GAP)) + look.px(_CAPTION)
        return QRectF(x, y, look.px(_WIDE), look.px(_HIGH))

    def _paint_cell(self, painter: QPainter, number: int, place: QRectF) -> None:
        look, line = look_of(self), self._line
        is_next = number == line.at
        painter.setFont(look.font("small", bold=is_next))
        painter.setPen(look.color("accent" if is_next else "ink_soft"))
        caption = QRectF(place.x(), place.y() - look.px(_CAPTION), place.width(), look.px(_CAPTION - 2))
        # Translators: the number of a question on a paper ballot, over a small box.
        painter.drawText(caption, Qt.AlignmentFlag.AlignCenter, _("Q{n}").format(n=number + 1))
        painter.setPen(QPen(look.color("accent" if is_next else "edge"), look.px(3 if is_next else 1)))
        painter.setBrush(look.color("accent_soft" if is_next else "paper"))
        radius, inset = look.space("radius"), look.px(2)
        painter.drawRoundedRect(place.adjusted(inset, inset, -inset, -inset), radius, radius)
        if number < line.at:
            painter.setFont(look.font("h1"))
            painter.setPen(look.color("ink"))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(line.digits[number]))

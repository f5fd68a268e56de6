# SPDX-License-Identifier: MIT
"""A heading over something that must keep its room: a few lines at most, then an ellipsis; said in full.

Must not know where it stands.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption

from walkthrough.ui.widgets.spoken import Words
from walkthrough.ui.widgets.text import Heading


class ShortHeading(Heading):
    """A heading of at most so many lines; the tool tip and screen readers have all of a longer one."""

    def __init__(self, level: int, words: Words = "", *, lines: int = 2) -> None:
        super().__init__(level, words)
        self._lines = lines

    def sizeHint(self) -> QSize:
        return self._capped(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        return self._capped(super().minimumSizeHint())

    def heightForWidth(self, width: int) -> int:
        return min(super().heightForWidth(width), self._most())

    def paintEvent(self, event: QPaintEvent) -> None:
        if super().heightForWidth(self.width()) <= self._most():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        high = self.fontMetrics().lineSpacing()
        for number, line in enumerate(self.shown_lines()):
            painter.drawText(QPointF(0, number * high + self.fontMetrics().ascent()), line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_cut = super().heightForWidth(self.width()) > self._most()
        self.setToolTip(self.text() if is_cut else "")

    def shown_lines(self) -> list[str]:
        """Return the lines as they are drawn, the last one cut where there is more."""
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        text = self.text()
        layout = QTextLayout(text, self.font())
        layout.setTextOption(option)
        layout.beginLayout()
        found: list[str] = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self.width())
            start, end = line.textStart(), line.textStart() + line.textLength()
            if len(found) + 1 == self._lines:
                end = len(text)
            found.append(text[start:end].strip())
            if end == len(text):
                break
        layout.endLayout()
        cut = Qt.TextElideMode.ElideRight
        return [*found[:-1], self.fontMetrics().elidedText(found[-1], cut, self.width())] if found else []

    def _most(self) -> int:
        return self._lines * self.fontMetrics().lineSpacing()

    def _capped(self, size: QSize) -> QSize:
        return QSize(size.width(), min(size.height(), self._most()))

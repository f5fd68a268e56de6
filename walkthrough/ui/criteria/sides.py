# SPDX-License-Identifier: MIT
"""Things beside each other where there is room, else under each other (small window, large zoom).

It must not know what it holds.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QWidget

from walkthrough.ui.theme import look_of

_FILL = Qt.AlignmentFlag(0)
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Sides(QWidget):
    """Lays its widgets across from `least` pixels on (at 100 % zoom), else down."""

    def __init__(self, least: int, *, gap: str = "wide", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._gap = least, gap
        self._box = QBoxLayout(_ACROSS, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(look_of(self).space(gap))

    def add(self, widget: QWidget, stretch: int = 1, *, at: Qt.AlignmentFlag = _FILL) -> None:
        """Put a widget after those already there; `at` if it is not to grow as high as its neighbours."""
        self._box.addWidget(widget, stretch, at)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest of its widgets: below that they go under each other."""
        size = self._box.minimumSize()
        items = (self._box.itemAt(n) for n in range(self._box.count()))
        widths = [item.minimumSize().width() for item in items if item is not None]
        return QSize(max(widths, default=0), size.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._box.setSpacing(look_of(self).space(self._gap))
            self._turn()

    def _turn(self) -> None:
        wanted = _ACROSS if self.width() >= look_of(self).px(self._least) else _DOWN
        if self._box.direction() != wanted:
            self._box.setDirection(wanted)
            self.updateGeometry()


class Staying(QWidget):
    """Keeps a widget in view beside something longer while a page scrolls; both stand in its column."""

    def __init__(self, widget: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widget = widget
        self._area: QScrollArea | None = None
        widget.setParent(self)

    def follow(self, area: QScrollArea) -> None:
        """Stay in view of this scrolling page from now on."""
        self._area = area
        area.verticalScrollBar().valueChanged.connect(self._place)
        area.viewport().installEventFilter(self)

    def sizeHint(self) -> QSize:
        return self._widget.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._widget.minimumSizeHint().width(), self._high())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.updateGeometry()
            self._place()
        return super().eventFilter(watched, event)

    def _high(self) -> int:
        """As high as it wants to be, but never higher than what is in view."""
        wanted = self._widget.sizeHint().height()
        if self._area is None:
            return wanted
        return min(wanted, max(self._area.viewport().height() - 2 * look_of(self).space("unit"), 1))

    def _place(self) -> None:
        top = 0
        if self._area is not None and (sheet := self._area.widget()) is not None:
            gap = look_of(self).space("unit")
            top = self._area.verticalScrollBar().value() - self.mapTo(sheet, QPoint(0, 0)).y() + gap
        high = self._high()
        self._widget.setGeometry(0, min(max(top, 0), max(self.height() - high, 0)), self.width(), high)

# SPDX-License-Identifier: MIT
"""Things beside each other where there is room, else under each other (small window, large zoom).

It must not know what it holds.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from walkthrough.ui.theme import look_of

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Sides(QWidget):
    """Lays its widgets across from `least` pixels on (at 100 % zoom), else down."""

    def __init__(self, least: int, *, gap: str = "wide", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._gap = least, gap
        self._box = QBoxLayout(_ACROSS, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(look_of(self).space(gap))

    def add(self, widget: QWidget, stretch: int = 1) -> None:
        """Put a widget after those already there."""
        self._box.addWidget(widget, stretch)

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

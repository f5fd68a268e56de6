# SPDX-License-Identifier: MIT
"""One sheet in the middle of the window, which scrolls where the zoom leaves too little room.

It must not know what stands on the sheet.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractSlider, QWidget

from walkthrough.ui.theme import look_of
from walkthrough.ui.widgets.places import Row, ScrollPage

_WIDEST = 720
_TURNS = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
}


class MiddlePage(ScrollPage):
    """As wide as it reads well, and never wider than the window."""

    def __init__(self, sheet: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(gap="unit", margin="gap", parent=parent)
        self._sheet = sheet
        self.add_stretch()
        row = Row(gap="")  # a box that aligns what it holds would not ask for its height at its width
        row.add_stretch()
        row.add(sheet)
        row.add_stretch()
        self.add(row)
        self.add_stretch()

    def turn(self, key: int) -> None:
        """Scroll by one of the keys that do."""
        if (by := _TURNS.get(Qt.Key(key))) is not None:
            self.verticalScrollBar().triggerAction(by)

    def resizeEvent(self, event: QResizeEvent) -> None:
        look = look_of(self)
        wide = self.viewport().width() - 2 * look.space("gap")
        self._sheet.setFixedWidth(max(1, min(look.px(_WIDEST), wide)))
        super().resizeEvent(event)

# SPDX-License-Identifier: MIT
"""A list as high as its rows, for a page that scrolls; the chosen row stays in view of that page.

It must not know what a row is.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea

from walkthrough.ui.theme import look_of
from walkthrough.ui.widgets.group_list import GroupList
from walkthrough.ui.widgets.row_model import FetchPage, MakeCells, as_they_are

Index = QModelIndex | QPersistentModelIndex


class FitList(GroupList):
    """The list; with no row it is as high as one, to say that there is none."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_source(self, total: int, page: FetchPage, cells: MakeCells = as_they_are) -> None:
        super().set_source(total, page, cells)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._show_current()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.row_count():
            self.setCurrentIndex(self.model().index(0, 0))
        self._show_current()

    def _fit(self) -> None:
        rows = sum(self.sizeHintForRow(number) for number in range(self.row_count()))
        self.setFixedHeight((rows or look_of(self).px(72)) + 2 * self.frameWidth() + 2)

    def _show_current(self) -> None:
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        sheet = area.widget() if area is not None else None
        if area is None or sheet is None or not self.hasFocus():
            return
        box = self.visualRect(self.currentIndex())
        for corner in (box.bottomLeft(), box.topLeft()):
            at = self.viewport().mapTo(sheet, QPoint(0, corner.y()))
            area.ensureVisible(0, at.y(), 0, look_of(self).space("unit"))

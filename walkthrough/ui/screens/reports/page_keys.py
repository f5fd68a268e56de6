# SPDX-License-Identifier: MIT
"""The keys of the pages, wherever the focus is: a closed choice or a list would take them for itself.

It must not know a report.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from walkthrough.ui.screens.reports.page_view import PageView

_TURN = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_SIZE = {"+": 1, "=": 1, "-": -1}


class PageKeys(QObject):
    """PgUp and PgDown turn the pages; beside the pages + and - size them, too."""

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self._view = view
        self._beside: set[QObject] = set()

    def watch(self, *widgets: QWidget, beside: bool = False) -> None:
        """Take these keys from widgets; where nothing is typed (`beside`), + and -, too."""
        for widget in widgets:
            widget.installEventFilter(self)
            if beside:
                self._beside.add(widget)

    def take(self, event: QKeyEvent, *, sizes: bool = False) -> bool:
        """Do what the key is for; False if it is none of these."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.ShiftModifier:
            return False
        step = _TURN.get(Qt.Key(event.key()))
        if step is not None:
            self._view.turn(step)
        elif sizes and event.text() in _SIZE:
            self._view.grow(_SIZE[event.text()])
        else:
            return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.take(event, sizes=watched in self._beside)
        return False

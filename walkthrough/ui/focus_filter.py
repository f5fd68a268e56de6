# SPDX-License-Identifier: MIT
"""Sees the keys of whatever has the focus. It must not know what they do.

A filter on the whole application would be asked about every event of every widget: in Python that is half a
second of each start. Key events begin at the widget with the focus, so one filter that follows the focus sees
them all.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget


class FocusFilter(QObject):
    """The base: an event filter that is always on the widget that has the focus."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        program = QApplication.instance()
        assert isinstance(program, QApplication)
        program.focusChanged.connect(self._follow)
        self._follow(None, QApplication.focusWidget())

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if new is not None:
            new.installEventFilter(self)

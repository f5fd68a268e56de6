# SPDX-License-Identifier: MIT
"""Brings something on a page that scrolls into view, and holds it there while the page takes its new layout.

Texts that wrap find their height in more than one turn: what was in view after the first may be out of it
after the last. It must not know what it brings.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from walkthrough.ui.theme import look_of

_SETTLED_MS = 200
"""No page takes longer for its new layout; who scrolls later goes where they like."""


def bring_into_view(widget: QWidget, *, to_top: bool = False) -> None:
    """Scroll the page so that all of the widget is in view.

    Args:
        widget: what is to be seen; where it is higher than the view, its top is seen.
        to_top: put it at the top of the view, also where it is in view lower down.
    """
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if isinstance(above, QScrollArea):
        for one in above.findChildren(_Bringing):
            one.end()
        _Bringing(above, widget, to_top=to_top)


class _Bringing(QTimer):
    """One widget on its way into view, until the page has settled."""

    def __init__(self, area: QScrollArea, widget: QWidget, *, to_top: bool) -> None:
        super().__init__(widget, singleShot=True, interval=_SETTLED_MS)  # gone with the widget
        self._area, self._widget, self._to_top = area, widget, to_top
        self._at = area.verticalScrollBar().value()
        area.verticalScrollBar().rangeChanged.connect(self._bring)
        self.timeout.connect(self._bring_at_last)
        self.start()
        QTimer.singleShot(0, self, self._bring)
        self._bring()

    def end(self) -> None:
        """Let the page go: something else is to be seen."""
        self.stop()
        self.deleteLater()

    def _bring_at_last(self) -> None:
        if self._area.verticalScrollBar().value() == self._at:  # else somebody scrolls already
            self.start()
            self._bring()
        self.end()

    def _bring(self) -> None:
        page, bar = self._area.widget(), self._area.verticalScrollBar()
        if page is None or not self.isActive() or not page.isAncestorOf(self._widget):
            return
        gap = look_of(self._area).space("gap")
        top = self._widget.mapTo(page, QPoint(0, 0)).y() - gap
        room = self._area.viewport().height()
        height = self._widget.height() + 2 * gap
        if self._to_top or top < bar.value() or height > room:
            bar.setValue(top)
        elif top + height > bar.value() + room:
            bar.setValue(top + height - room)
        self._at = bar.value()

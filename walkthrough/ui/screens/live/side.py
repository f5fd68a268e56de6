# SPDX-License-Identifier: MIT
"""A panel at the right side of the live screen: a title, a way out, Esc. It must not know what is in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from walkthrough.ui.theme import look_of
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.places import Card
from walkthrough.ui.widgets.spoken import Words
from walkthrough.wording import N_

WIDE = 372
"""Points at 100 %: names wrap, and the part beside still has room at 1093."""


class SidePanel(Card):
    """Hidden until it is wanted; `left` when it is not wanted any more."""

    left = Signal()

    def __init__(self, title: Words, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(title, fill=True, parent=parent)
        self.body.box.setSpacing(look_of(self).space("unit"))
        self.away = Button(N_("Close"), "quiet", keys="Esc", name=f"{name}_close")
        self.away.clicked.connect(self.left)
        self.add_beside_title(self.away)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()

    def _fit(self) -> None:
        self.setFixedWidth(look_of(self).px(WIDE))

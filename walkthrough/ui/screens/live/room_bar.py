# SPDX-License-Identifier: MIT
"""Asks, once the picture is on a screen of its own, whether this window is seen by the presenter alone.

It takes the keys only from what nobody types in, and nothing changes without an answer.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from walkthrough.ui.room import RoomState
from walkthrough.ui.wall.projection import Projection
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.messages import InfoBar
from walkthrough.ui.widgets.places import Row
from walkthrough.wording import N_, _


class RoomBar(InfoBar):
    """One question with two answers; without one the window stays fit for the wall."""

    def __init__(self, projection: Projection, room: RoomState) -> None:
        self.alone = Button(N_("Only I see it"), "primary", name="room_alone", keys="Shift+F9")
        self.shared = Button(N_("Keep it fit for the wall"), "quiet", name="room_shared")
        both = Row()
        both.add(self.alone, self.shared)
        super().__init__("warn", button=both)
        self._projection, self._room = projection, room
        self._back: QWidget | None = None
        self._is_settled = False
        self.alone.clicked.connect(self._confirm)
        self.shared.clicked.connect(self._settle)
        projection.asks_confirmation.connect(self._ask)
        projection.changed.connect(self._follow)
        room.changed.connect(self._follow)
        room.screens_changed.connect(self._forget)

    def _ask(self) -> None:
        if self._is_settled or not self._projection.asks:
            return
        number = self._projection.screen_number
        self.show_words(
            lambda: _("The picture is on screen {n}. Is this window for you alone?").format(n=number), "warn"
        )
        focus = QApplication.focusWidget()
        if not isinstance(focus, QLineEdit | QPlainTextEdit) and self.isVisible():
            self._back = focus
            self.alone.setFocus(Qt.FocusReason.OtherFocusReason)

    def _confirm(self) -> None:
        self._room.confirm_not_on_wall()
        self._settle()

    def _settle(self) -> None:
        self._is_settled = True
        back, self._back = self._back, None
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        self.hide()
        if had_focus and back is not None and isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self) -> None:
        if not self._projection.asks and self.isVisible():
            self._settle()
            self._is_settled = False

    def _forget(self) -> None:
        """The screens are others: the answer was for those before."""
        self._is_settled = False

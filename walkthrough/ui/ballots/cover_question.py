# SPDX-License-Identifier: MIT
"""Asks that the room cannot see this window, before a ballot is on it. One key answers; no dialog.

It must not know what comes after.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from walkthrough.ui.ballots.cover import Cover
from walkthrough.ui.ballots.plain_keys import is_plain
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.places import Card, FlowRow
from walkthrough.ui.widgets.spoken import announce
from walkthrough.ui.widgets.text import Prose
from walkthrough.wording import N_, _

_TITLE = N_("First: the room must not see this window")
_APART = N_("The wall is another screen. Look up: it must not show this window. Then press C.")
_SAME = N_("The wall shows this window. Cover the projector or put it on blank, then press C.")
_LOST = N_("The screens have changed, so the ballot is hidden.")


class CoverQuestion(Card):
    """The question, what to do, and the button that says it is done."""

    def __init__(self, cover: Cover, more: Sequence[QWidget] = (), parent: QWidget | None = None) -> None:
        super().__init__(_TITLE, level=2, parent=parent)
        self._cover, self._is_lost = cover, False
        self.setObjectName("cover_question")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.told = Prose()
        self.button = Button(N_("The room cannot see it"), "primary", keys="C", name="cover_yes")
        row = FlowRow()
        row.add(self.button)
        self.add(self.told, *more, row)
        self.button.clicked.connect(cover.give_word)
        cover.changed.connect(self._say)
        cover.lost.connect(self._on_lost)
        self.told.set_words(self._words)

    def begin(self) -> None:
        """Ask, with the keys here: not on the button, where a key meant for a ballot would answer."""
        self._say()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{self.title.text()}. {self.told.text()}", urgent=True)

    def take_key(self, event: QKeyEvent) -> bool:
        """C says that the room cannot see this window."""
        if event.text().lower() != "c" or not is_plain(event) or event.isAutoRepeat():
            return False
        self._is_lost = False
        self._cover.give_word()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.take_key(event):
            super().keyPressEvent(event)

    def _words(self) -> str:
        asked = _(_APART if self._cover.is_apart else _SAME)
        return f"{_(_LOST)} {asked}" if self._is_lost else asked

    def _say(self) -> None:
        if self._cover.holds:
            self._is_lost = False
        self.told.set_words(self._words)
        self.setAccessibleName(f"{self.title.text()}. {self.told.text()}")

    def _on_lost(self) -> None:
        self._is_lost = self._cover.by_screens

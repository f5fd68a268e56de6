# SPDX-License-Identifier: MIT
"""Push buttons in three weights, with words always and a sign where it helps.

Must not know what a press does.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from walkthrough.ui.theme import look_of
from walkthrough.ui.theme_look import Look
from walkthrough.ui.widgets.spoken import Retranslated, Words, plain, unmarked, worded

ButtonKind = Literal["primary", "plain", "quiet"]
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ALONE = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_INK = {"primary": "on_accent", "plain": "ink", "quiet": "accent"}


class Button(Retranslated, QPushButton):
    """A button. primary: the one thing to do here; plain: others; quiet: by the way.

    `shortcut` belongs to this button alone; `keys` only shows the keys of an action that the registry knows.
    """

    def __init__(
        self,
        words: Words,
        kind: ButtonKind = "plain",
        *,
        sign: str = "",
        shortcut: str = "",
        keys: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._kind, self._sign, self._shortcut, self._keys = words, kind, sign, shortcut, keys
        self._painted: tuple[Look, str] | None = None
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        if name:
            self.setObjectName(name)
            self.setAccessibleIdentifier(name)
        self._paint_sign()
        self.retranslate()

    def set_words(self, words: Words) -> None:
        """Say something else on it."""
        self._words = words
        self.retranslate()

    def set_plain(self, text: str) -> None:
        """Show text as it is, in no language of ours."""
        self.set_words(plain(text))

    def set_sign(self, sign: str) -> None:
        """Show another sign beside the words, or none."""
        self._sign = sign
        self._paint_sign()

    def retranslate(self) -> None:
        """Set the words in the language of the windows."""
        text = worded(self._words)
        self.setText(text)
        self.setAccessibleName(unmarked(text))
        keys = self._shortcut or self._keys
        if self._shortcut:
            self.setShortcut(QKeySequence(self._shortcut))  # setText drops it
        if keys:
            shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            self.setToolTip(shown)
            self.setAccessibleDescription(shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and event.modifiers() in _ALONE:
            if not event.isAutoRepeat():
                self.click()  # Qt leaves Enter to what is around, which may do the opposite of this button
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._paint_sign()

    def _paint_sign(self) -> None:
        if not self._sign:
            return
        look = look_of(self)
        if self._painted == (look, self._sign):  # every change of parents tells of a new style
            return
        self._painted = (look, self._sign)
        self.setIcon(look.icon(self._sign, _INK[self._kind], size=18, room=4))
        self.setIconSize(QSize(look.px(18) + look.px(4), look.px(18)))

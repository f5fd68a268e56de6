# SPDX-License-Identifier: MIT
"""Widgets that talk to the person: a bar with a message, and what stands where there is nothing yet.

Must not know what the message is about.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from walkthrough.ui.theme import look_of
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.faces import speaks_as
from walkthrough.ui.widgets.signs import SignLabel
from walkthrough.ui.widgets.spoken import Words, announce, worded
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import N_

Tone = Literal["note", "good", "warn", "bad"]
_SIGNS: dict[str, str] = {"note": "note", "good": "good", "warn": "warn", "bad": "alert"}
_INKS: dict[str, str] = {"note": "ink_soft", "good": "good", "warn": "warn", "bad": "bad"}


class InfoBar(QFrame):
    """A message across the page, said aloud when it comes; a button to act and one to close, if wanted."""

    closed = Signal()

    def __init__(
        self,
        tone: Tone = "note",
        words: Words = "",
        *,
        button: QWidget | None = None,
        closable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sign = SignLabel(_SIGNS[tone], _INKS[tone])
        self._prose = Prose(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 12, 10)
        row.setSpacing(12)
        row.addWidget(self._sign)
        row.addWidget(self._prose, 1)
        if button is not None:
            row.addWidget(button)
        self._close = Button(N_("Close"), "quiet", parent=self)
        self._close.setVisible(closable)
        self._close.clicked.connect(self._on_closed)
        row.addWidget(self._close)
        self._wear(tone)
        if not words:
            self.hide()  # never shown by hand here: without a parent it would flash up as a window

    def show_words(self, words: Words, tone: Tone = "note") -> None:
        """Show a message and have it said; urgent tones (warn, bad) cut in."""
        self._prose.set_words(words)
        self._sign.set_sign(_SIGNS[tone], _INKS[tone])
        self._wear(tone)
        self.show()
        self.updateGeometry()  # longer words in a bar that shows already want more lines
        announce(self, worded(words), urgent=tone in ("warn", "bad"))

    def text(self) -> str:
        """Return the message shown."""
        return self._prose.text()

    def _wear(self, tone: Tone) -> None:
        self.setProperty("look", f"info-{tone}")
        self.style().unpolish(self)
        self.style().polish(self)

    def _on_closed(self) -> None:
        self.hide()
        self.closed.emit()


class EmptyState(QWidget):
    """What stands where nothing is yet: what will be here, why it is worth it, and the way to begin."""

    def __init__(
        self,
        sign: str,
        title: Words,
        words: Words,
        button: Button | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.title, self.prose = Heading(2, title), Prose(words, look="soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 40, 24, 40)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(SignLabel(sign, "accent", size=56), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(4)
        for line in (self.title, self.prose):
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            line.setMaximumWidth(look_of(self).px(560))
            line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(line, 4)
            row.addStretch(1)
            column.addLayout(row)
        if button is not None:
            column.addSpacing(8)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)


class _AlertFace(QAccessibleWidget):
    """A bar that says its message as its name."""

    def __init__(self, bar: InfoBar) -> None:
        super().__init__(bar, QAccessible.Role.AlertMessage)
        self._bar = bar

    def text(self, part: QAccessible.Text) -> str:
        return self._bar.text() if part == QAccessible.Text.Name else super().text(part)


speaks_as(InfoBar, _AlertFace)

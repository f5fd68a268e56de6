# SPDX-License-Identifier: MIT
"""Headings and running text that translate themselves and are read aloud as what they are.

Must not know where they stand.
"""

from __future__ import annotations

import re
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QLabel, QSizePolicy, QWidget

from walkthrough.ui.widgets.faces import speaks_as
from walkthrough.ui.widgets.spoken import Retranslated, Words, plain, worded

ProseLook = Literal["body", "soft", "small", "label", "display"]


_LONG_WORD = re.compile(r"\S{41,}")
"""No language needs so long a word; one alone would widen the whole panel."""


def _breakable(word: re.Match[str]) -> str:
    return "\u200b".join(word[0])


class SpokenLabel(Retranslated, QLabel):
    """A label that holds words rather than text; never reads its text as markup."""

    def __init__(self, words: Words = "", parent: QWidget | None = None, *, look: str = "body") -> None:
        super().__init__(parent)
        self._words = words
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", look)
        self.retranslate()

    def set_words(self, words: Words) -> None:
        """Show other words: a msgid or a callable."""
        self._words = words
        self.retranslate()

    def set_plain(self, text: str) -> None:
        """Show text as it is, in no language of ours."""
        self.set_words(plain(text))

    def retranslate(self) -> None:
        """Set the words in the language of the windows."""
        self.setText(_LONG_WORD.sub(_breakable, worded(self._words)))


class Heading(SpokenLabel):
    """A heading: 1 the page, 2 a part, 3 a card; 0 is the one large figure or sentence of a page."""

    def __init__(self, level: int, words: Words = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent, look="display" if level == 0 else f"h{level}")
        self.level = level
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)


class Prose(SpokenLabel):
    """Running text that wraps. look: body, soft (second text), small (captions), label (bold)."""

    def __init__(self, words: Words = "", parent: QWidget | None = None, *, look: ProseLook = "body") -> None:
        super().__init__(words, parent, look=look)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)


class _HeadingFace(QAccessibleWidget):
    """A label that says it is a heading."""

    def __init__(self, heading: Heading) -> None:
        super().__init__(heading, QAccessible.Role.Heading)
        self._heading = heading

    def text(self, part: QAccessible.Text) -> str:
        if part == QAccessible.Text.Name:
            return self._heading.text()
        return super().text(part)


speaks_as(Heading, _HeadingFace)

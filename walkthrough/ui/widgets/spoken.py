# SPDX-License-Identifier: MIT
"""Words that translate themselves: what every widget with text is built on.

Must not know any text. `Words` is a marked msgid, N_("Save"), or a callable that returns a finished sentence;
either is looked up again when the language changes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from walkthrough.wording import _

Words: TypeAlias = str | Callable[[], str]
"""A msgid marked with N_, or a callable that returns finished text (plurals, numbers, people's own words)."""


def worded(words: Words) -> str:
    """Return the words in the language of the windows, now. Empty stays empty."""
    if callable(words):
        return words()
    return _(words) if words else ""


def plain(text: str) -> Words:
    """Return words that are shown as they are: what people typed is never looked up in a catalogue."""
    return lambda: text


def unmarked(text: str) -> str:
    """Return a label's text without its mnemonic mark, for names read aloud: "&Save" is "Save"."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Have a screen reader say the text now; urgent cuts in on what it is saying."""
    event = QAccessibleAnnouncementEvent(widget, text)
    if urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


class Retranslated:
    """A mixin before a Qt class: calls `retranslate()` when the language changes."""

    def retranslate(self) -> None:
        """Set every word again."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        """Say the words again in the new language."""
        super().changeEvent(event)  # type: ignore[misc]  # a Qt class comes after this one
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

# SPDX-License-Identifier: MIT
"""By when: a typed day ("2w", "3/1", "next meeting"), said back in words before Enter.

"Next meeting" is understood even while no meeting has a date. It must not know a step.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from PySide6.QtWidgets import QWidget

from walkthrough.model.rules.dates import read_day
from walkthrough.ui.widgets.field import Field
from walkthrough.ui.widgets.inputs import DayInput, day_words
from walkthrough.ui.widgets.spoken import Words
from walkthrough.wording import N_, current


class Due(NamedTuple):
    """A day, or the words that stand for one; neither while nothing is said."""

    day: date | None = None
    words: str = ""


class DayReader:
    """Reads typed days. The page keeps `next_meeting` up to date."""

    def __init__(self, today: Callable[[], date]) -> None:
        self._today = today
        self.next_meeting: date | None = None

    def read(self, text: str) -> date | None:
        """Return the day that is meant, or None."""
        return read_day(text, self._today(), language=current().language, next_meeting=self.next_meeting)

    def means_next_meeting(self, text: str) -> bool:
        """Tell whether the words mean the next meeting, whose day is not set yet."""
        today, language = self._today(), current().language
        return (
            self.next_meeting is None
            and read_day(text, today, language=language) is None
            and read_day(text, today, language=language, next_meeting=today) is not None
        )


class DueInput(DayInput):
    """The control; its value is a Due."""

    def __init__(self, reader: DayReader, parent: QWidget | None = None) -> None:
        super().__init__(reader.read, parent)
        self._reader = reader

    def value(self) -> Any:
        """Return the day, or the words where they mean the next meeting."""
        text = self.text().strip()
        if text and self._reader.means_next_meeting(text):
            return Due(words=text)
        return Due(super().value())

    def set_value(self, value: Any) -> None:
        """Show a day or the words."""
        due = value or Due()
        if due.day is None:
            self.setText(due.words)
        else:
            super().set_value(due.day)

    def problem(self) -> Words:
        """Say that the words are no day."""
        if not self.text().strip() or self.value() != Due():
            return ""
        return N_("This is not a day yet. Type it like 2w, 3/1, next friday or 2026-03-31.")

    def echo(self) -> Words:
        """Say the day back in words."""
        due = self.value()
        if due.words:
            return N_("At the next meeting. Its day is not set yet.")
        return _said(due.day)


def _said(day: date | None) -> Words:
    return (lambda: day_words(day)) if day is not None else ""


def due_field(label: Words, reader: DayReader, **more: Any) -> Field:
    """Ask by when. Value: Due."""
    return Field(DueInput(reader), label=label, **more)

# SPDX-License-Identifier: MIT
"""A time of day as people type it ("9", "1:30 pm"), said back in words. It must not know a meeting."""

from __future__ import annotations

from typing import Any

from walkthrough.model.rules.times import read_time
from walkthrough.ui.screens.meetings.phrases import time_words
from walkthrough.ui.widgets.field import Field
from walkthrough.ui.widgets.inputs import LineInput
from walkthrough.ui.widgets.spoken import Words
from walkthrough.wording import N_


class TimeInput(LineInput):
    """The control; its value is HH:MM, or empty."""

    def value(self) -> Any:
        """Return the time as it is kept, empty while there is none."""
        return read_time(self.text()) or ""

    def problem(self) -> Words:
        """Say that the words are not a time."""
        if not self.text().strip() or self.value():
            return ""
        return N_("This is not a time yet. Type it like 13:30 or 1:30 pm.")

    def echo(self) -> Words:
        """Say the time back, unless it was typed that way."""
        kept = self.value()
        return (lambda: time_words(kept)) if kept and time_words(kept) != self.text() else ""


def time_field(label: Words, **more: Any) -> Field:
    """Ask for a time of day. Value: HH:MM or empty. more: hint, optional, name, parent."""
    return Field(TimeInput(), label=label, **more)

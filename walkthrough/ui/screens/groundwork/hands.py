# SPDX-License-Identifier: MIT
"""What the parts of this screen are handed: doing a command, saying a sentence, drafts, days.

They never see the workbook.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from walkthrough.model import Command, Refused
from walkthrough.model.rules.dates import read_day
from walkthrough.wording import current

if TYPE_CHECKING:
    from walkthrough.ui.drafts import DraftKeeper

Do = Callable[[Command], Refused | None]
"""Does a command; returns why it was refused, or None where it was done."""


@dataclass(frozen=True)
class Hands:
    """What a part may use."""

    do: Do
    say: Callable[[str], None]
    drafts: DraftKeeper
    today: Callable[[], date]

    def read_day(self, text: str) -> date | None:
        """Return the day that typed words mean ("3/1", "today"), or None."""
        return read_day(text, self.today(), language=current().language)

    def read_past(self, text: str) -> date | None:
        """Return the day of something that has happened: one without a year lies behind us."""
        return read_day(text, self.today(), language=current().language, has_happened=True)


def focus_later(widget: QWidget) -> None:
    """Give a widget the focus once the page has its new layout, so that it comes into view."""
    QTimer.singleShot(0, widget, lambda: widget.setFocus(Qt.FocusReason.OtherFocusReason))

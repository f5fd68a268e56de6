# SPDX-License-Identifier: MIT
"""What the cards may ask of the page they stand on: to do a command. They never see the workbook."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from walkthrough.model import Command, Refused
from walkthrough.model.rules.dates import read_day
from walkthrough.ui.widgets.in_view import bring_into_view
from walkthrough.wording import current

if TYPE_CHECKING:
    from walkthrough.model.queries.stage_rows import CriterionRow
    from walkthrough.ui.drafts import DraftKeeper

Do = Callable[[Command], Refused | None]
"""Does a command; returns why it was refused, or None where it was done."""


@dataclass(frozen=True)
class Hands:
    """What a part is handed: doing, saying a sentence, the drafts, and the one key that makes a next step."""

    do: Do
    say: Callable[[str], None]
    drafts: DraftKeeper
    make_step: Callable[[CriterionRow], None]
    today: Callable[[], date]

    def read_past(self, text: str) -> date | None:
        """Return the day of something that has happened: one without a year lies behind us."""
        return read_day(text, self.today(), language=current().language, has_happened=True)


def focus_later(widget: QWidget, whole: QWidget | None = None) -> None:
    """Give a widget the focus once the page has its new layout; bring it, or all of `whole`, into view."""

    def now() -> None:
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, widget, lambda: bring_into_view(whole or widget))

    QTimer.singleShot(0, widget, now)

# SPDX-License-Identifier: MIT
"""A row of buttons of which one is on: which of a few parts is shown. Tab comes to each, Space turns it on.

It must not know the parts.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.places import FlowRow
from walkthrough.ui.widgets.spoken import Words


class PartSwitch(FlowRow):
    """The buttons, numbered from 0; the first is on."""

    asked = Signal(int)
    """The part that a person asked for."""

    def __init__(
        self, name: str, parts: Sequence[Words], *, gap: str = "unit", parent: QWidget | None = None
    ) -> None:
        super().__init__(gap=gap, parent=parent)
        self.buttons = [
            Button(words, "quiet", name=f"{name}_{number}") for number, words in enumerate(parts, start=1)
        ]
        self.add(*self.buttons)
        for number, button in enumerate(self.buttons):
            button.setCheckable(True)
            button.clicked.connect(lambda _on=False, number=number: self._ask(number))
        self.mark(0)

    def mark(self, number: int) -> None:
        """Show which part is on, without telling anybody."""
        for at, button in enumerate(self.buttons):
            button.setChecked(at == number)

    def marked(self) -> int:
        """Return which part is on."""
        return next((number for number, button in enumerate(self.buttons) if button.isChecked()), 0)

    def _ask(self, number: int) -> None:
        self.mark(number)
        self.asked.emit(number)

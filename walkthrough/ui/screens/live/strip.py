# SPDX-License-Identifier: MIT
"""The parts of the agenda in a row: each a button, any of them at any time; those done have a tick.

One of them takes Tab, Left and Right go along. It must not know what a part shows.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from walkthrough.model.queries.meetings import PartRow
from walkthrough.ui.theme import look_of
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.places import FlowRow
from walkthrough.ui.wording_ui import word
from walkthrough.wording import _, ngettext

HIGH = 34
"""Points of a button: with the head above it the part has the room it needs on a small laptop."""


class _PartButton(Button):
    """A part; a screen reader hears its own name for it, its minutes and whether it is done."""

    def __init__(self, row: PartRow, number: int) -> None:
        self._row, self.is_past = row, False
        super().__init__(lambda: word(row.kind), "quiet", name=f"live_part_{number}")
        self.setCheckable(True)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(look_of(self).px(HIGH))

    def retranslate(self) -> None:
        super().retranslate()
        row = self._row
        minutes = ngettext("{n} minute", "{n} minutes", row.minutes).format(n=row.minutes)
        self.setToolTip(_("{part}, {minutes}").format(part=row.title, minutes=minutes))
        name = word(row.kind)
        self.setAccessibleName(_("{part}, done").format(part=name) if self.is_past else name)
        self.setAccessibleDescription(self.toolTip())


class PartStrip(FlowRow):
    """The buttons; `mark` says which part we are in."""

    asked = Signal(int)
    """The place of the part that a person asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap="half", parent=parent)
        self.buttons: list[_PartButton] = []
        self._group = QButtonGroup(self)
        self.setAccessibleName(_("Parts of the agenda"))

    def show_parts(self, rows: Sequence[PartRow]) -> None:
        """Show these parts."""
        had_focus = any(button.hasFocus() for button in self.buttons)
        for button in self.buttons:
            self._group.removeButton(button)
        self.clear()
        self.buttons = [_PartButton(row, number) for number, row in enumerate(rows, start=1)]
        for at, button in enumerate(self.buttons):
            self._group.addButton(button, at)
            button.clicked.connect(lambda _on=False, at=at: self.asked.emit(at))
        self.add(*self.buttons)
        self.mark(0, frozenset())
        if had_focus and self.buttons:
            self.buttons[0].setFocus()

    def mark(self, at: int, past: frozenset[int]) -> None:
        """Show which part we are in and which are done."""
        for number, button in enumerate(self.buttons):
            here = number == at
            button.setChecked(here)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
            if button.is_past is not (number in past):
                button.is_past = number in past
                button.set_sign("tick" if button.is_past else "")
                button.retranslate()

    def first_focus(self) -> QWidget:
        """The button of the present part."""
        return next((button for button in self.buttons if button.isChecked()), self)

    def retranslate(self) -> None:
        """Say what the row is; the buttons say themselves."""
        self.setAccessibleName(_("Parts of the agenda"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        now = next((at for at, button in enumerate(self.buttons) if button.hasFocus()), -1)
        if by is None or now < 0:
            super().keyPressEvent(event)
            return
        self.buttons[(now + by) % len(self.buttons)].setFocus(Qt.FocusReason.TabFocusReason)

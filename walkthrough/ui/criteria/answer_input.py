# SPDX-License-Identifier: MIT
"""The five answers to a statement, in view and on the digits 1 to 5; they go on in the next line if need be.

A control for a Field. It must not know the statement.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QAccessibleWidget, QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from walkthrough.model.words import Answer
from walkthrough.ui.widgets.faces import speaks_as
from walkthrough.ui.widgets.group_list import is_typed
from walkthrough.ui.widgets.places import FlowRow
from walkthrough.ui.widgets.spoken import Retranslated, Words
from walkthrough.ui.wording_ui import word
from walkthrough.wording import _

ANSWERS = (Answer.YES, Answer.PARTLY, Answer.NO, Answer.DONT_KNOW, Answer.NA)


class AnswerInput(Retranslated, QWidget):
    """Yes, partly, no, we do not know, does not apply. value() is None until one is chosen."""

    edited = Signal(str)
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._row = FlowRow(gap="unit")
        for number, _answer in enumerate(ANSWERS):
            button = QRadioButton()
            self._group.addButton(button, number)
            self._row.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._row)
        self.set_value(None)
        self.retranslate()
        # Not idClicked: a screen reader or voice control toggles a radio button without a click.
        self._group.idToggled.connect(self._toggled)

    def buttons(self) -> list[QRadioButton]:
        """Return the buttons, in the order of the digits."""
        return [button for button in self._group.buttons() if isinstance(button, QRadioButton)]

    def value(self) -> Answer | None:
        """Return the answer chosen."""
        at = self._group.checkedId()
        return ANSWERS[at] if at >= 0 else None

    def set_value(self, value: Answer | None) -> None:
        """Choose an answer without telling anybody; None leaves none chosen."""
        self._group.blockSignals(True)
        self._group.setExclusive(False)
        for answer, button in zip(ANSWERS, self.buttons(), strict=True):
            button.setChecked(answer == value)
        self._group.setExclusive(True)
        self._group.blockSignals(False)
        self.setFocusProxy(self._group.checkedButton() or self.buttons()[0])

    def problem(self) -> Words:
        """Every answer will do."""
        return ""

    def echo(self) -> Words:
        """The button shows it."""
        return ""

    def take_digit(self, event: QKeyEvent) -> bool:
        """Choose by a digit from 1 to 5 without modifiers; return whether it was one."""
        digit = event.text()
        if not is_typed(event) or len(digit) != 1 or digit not in "12345":
            return False
        number = int(digit) - 1
        button = self.buttons()[number]
        button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        button.click()
        return True

    def retranslate(self) -> None:
        """Say the answers again, each with its digit."""
        for number, (answer, button) in enumerate(zip(ANSWERS, self.buttons(), strict=True), start=1):
            button.setText(word(answer))
            button.setToolTip(str(number))
            button.setAccessibleDescription(_("Key {digit}").format(digit=number))

    def _toggled(self, number: int, on: bool) -> None:
        if on:
            self.setFocusProxy(self.buttons()[number])
            self.edited.emit(word(ANSWERS[number]))
            self.finished.emit()


def _grouping(widget: QWidget) -> QAccessibleWidget:
    return QAccessibleWidget(widget, QAccessible.Role.Grouping, "")


speaks_as(AnswerInput, _grouping)

# SPDX-License-Identifier: MIT
"""The controls that a Field wraps for choosing: a list that drops down, a tick, one of a few.

Same protocol as inputs.py. Options are (value, words); must not know what the values mean.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import (
    QAccessibleWidget,
    QBoxLayout,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from walkthrough.ui.widgets.faces import speaks_as
from walkthrough.ui.widgets.spoken import Retranslated, Words, worded
from walkthrough.wording import N_

Option: TypeAlias = tuple[Any, Words]
"""A value and the words it is shown by; wrap people's own words in `spoken.plain`."""


PROMPT = N_("Choose…")
_MOST_SHOWN = 16
"""Rows of a list that drops down before it scrolls; where the screen is lower, it scrolls sooner."""


class ChoiceInput(Retranslated, QComboBox):
    """One of a list that drops down. value() is None while nothing is chosen."""

    edited = Signal(str)
    finished = Signal()

    def __init__(
        self,
        options: Sequence[Option] = (),
        prompt: Words = PROMPT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._options: list[Option] = []
        self._prompt = prompt
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setMaxVisibleItems(_MOST_SHOWN)
        self.set_options(options)
        self.activated.connect(self._chosen)

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer these; what was chosen stays chosen if it is still among them."""
        kept = self.value()
        self._options = list(options)
        self.clear()
        for _value, words in self._options:
            self.addItem(worded(words))
        self.setPlaceholderText(worded(self._prompt))
        self.set_value(kept)

    def value(self) -> Any:
        """Return the value chosen."""
        at = self.currentIndex()
        return self._options[at][0] if 0 <= at < len(self._options) else None

    def set_value(self, value: Any) -> None:
        """Choose a value; one that is not offered chooses nothing."""
        self.setCurrentIndex(next((n for n, option in enumerate(self._options) if option[0] == value), -1))

    def problem(self) -> Words:
        """Every option will do."""
        return ""

    def echo(self) -> Words:
        """The list shows what is chosen."""
        return ""

    def retranslate(self) -> None:
        """Say the options again; the choice stays."""
        for number, (_value, words) in enumerate(self._options):
            self.setItemText(number, worded(words))
        self.setPlaceholderText(worded(self._prompt))

    def showPopup(self) -> None:
        self.view().setAccessibleName(self.accessibleName())  # a list of its own for a screen reader
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling a page must not change an answer on the way

    def _chosen(self, _number: int) -> None:
        self.edited.emit(self.currentText())
        self.finished.emit()


class CheckInput(Retranslated, QCheckBox):
    """Yes or no; carries its words itself."""

    edited = Signal(str)
    finished = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.retranslate()
        self.clicked.connect(self._ticked)

    def value(self) -> bool:
        """Return whether it is ticked."""
        return self.isChecked()

    def set_value(self, value: Any) -> None:
        """Tick or untick."""
        self.setChecked(bool(value))

    def problem(self) -> Words:
        """Both will do."""
        return ""

    def echo(self) -> Words:
        """The tick shows it."""
        return ""

    def retranslate(self) -> None:
        """Set the words in the language of the windows."""
        self.setText(worded(self._words))

    def _ticked(self) -> None:
        self.edited.emit("")
        self.finished.emit()


class RadioInput(Retranslated, QWidget):
    """One of a few, all in view; arrow keys choose. value() is None until one is chosen."""

    edited = Signal(str)
    finished = Signal()

    def __init__(
        self, options: Sequence[Option], *, across: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._options = list(options)
        self._group = QButtonGroup(self)
        way = QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        row = QBoxLayout(way, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16 if across else 2)
        for number, _option in enumerate(self._options):
            button = QRadioButton(self)
            self._group.addButton(button, number)
            row.addWidget(button)
        if across:
            row.addStretch(1)
        self._hand_on_focus()
        self.retranslate()
        # Not idClicked: a screen reader or voice control toggles a radio button without a click.
        self._group.idToggled.connect(self._toggled)

    def buttons(self) -> list[QRadioButton]:
        """Return the buttons in order, for pictures and tests."""
        return [button for button in self._group.buttons() if isinstance(button, QRadioButton)]

    def value(self) -> Any:
        """Return the value chosen."""
        at = self._group.checkedId()
        return self._options[at][0] if at >= 0 else None

    def set_value(self, value: Any) -> None:
        """Choose a value; one that is not offered leaves none chosen."""
        at = next((n for n, option in enumerate(self._options) if option[0] == value), -1)
        self._group.blockSignals(True)  # nobody chose it
        self._group.setExclusive(False)
        for number, button in enumerate(self.buttons()):
            button.setChecked(number == at)
        self._group.setExclusive(True)
        self._group.blockSignals(False)
        self._hand_on_focus()

    def problem(self) -> Words:
        """Every option will do."""
        return ""

    def echo(self) -> Words:
        """The button shows it."""
        return ""

    def retranslate(self) -> None:
        """Say the options again; the choice stays."""
        for button, (_value, words) in zip(self.buttons(), self._options, strict=True):
            button.setText(worded(words))

    def _hand_on_focus(self) -> None:
        """A proxy, not a stop of its own: Shift+Tab would go from the button to the group and back."""
        self.setFocusProxy(self._group.checkedButton() or self.buttons()[0])

    def _toggled(self, number: int, on: bool) -> None:
        if on:
            self._hand_on_focus()
            self.edited.emit(self.buttons()[number].text())
            self.finished.emit()


def _grouping(widget: QWidget) -> QAccessibleWidget:
    return QAccessibleWidget(widget, QAccessible.Role.Grouping, "")


speaks_as(RadioInput, _grouping)

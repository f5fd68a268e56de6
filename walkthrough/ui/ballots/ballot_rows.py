# SPDX-License-Identifier: MIT
"""The answers of one question as big rows to choose from: a radio button with its number and its meaning.

The languages stand side by side. They must not know whose ballot it is, nor where it goes.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from walkthrough.ui.ballots.asked import AnswerText, QuestionText
from walkthrough.ui.ballots.tongues import in_each
from walkthrough.ui.theme import look_of
from walkthrough.ui.widgets.places import Column
from walkthrough.ui.widgets.spoken import plain
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import N_

NOT_SURE = N_("Not sure")
UNSAID = N_("I cannot say, or I would rather not.")
_MANY = 6
"""More answers than this stand closer."""


class AnswerRow(QFrame):
    """One answer. A click anywhere on it chooses."""

    def __init__(self, number: int, answer: AnswerText) -> None:
        super().__init__()
        self.number, self._around = number, 6
        self.setProperty("look", "answer")
        self.radio = QRadioButton(str(number))
        self.radio.setObjectName(f"answer_{number}")
        self.radio.setAccessibleName(_spoken(number, answer, 0))
        self.radio.setAccessibleDescription(_spoken(number, answer, 1) if len(answer.name) > 1 else "")
        self._texts: list[QWidget] = [self.radio]
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignVCenter)
        for at, name in enumerate(answer.name):
            column = QVBoxLayout()
            column.setSpacing(0)
            meaning = answer.meaning[at] if at < len(answer.meaning) else ""
            named = Heading(3, plain(name)) if name else Prose()
            column.addStretch(1)
            column.addWidget(named)
            if meaning:
                column.addWidget(Prose(plain(meaning)))
            column.addStretch(1)
            self._row.addLayout(column, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.radio.toggled.connect(self._wear)
        self._space_out()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
        self.radio.click()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange) and hasattr(self, "_row"):
            self._space_out()

    def set_roomy(self, roomy: bool, *, many: bool = False) -> None:
        """Be larger on a screen that has the room, and lower among many on one that has not."""
        self.setProperty("roomy", roomy)
        self._around = 14 if roomy else (2 if many else 6)
        self._dress()
        self._space_out()

    def _wear(self, chosen: bool) -> None:
        self.setProperty("chosen", chosen)
        self._dress()

    def _dress(self) -> None:
        self.style().unpolish(self)
        self.style().polish(self)

    def _space_out(self) -> None:
        look = look_of(self)
        side, high = look.px(16), look.px(self._around)
        self._row.setContentsMargins(side, high, side, high)
        self._row.setSpacing(look.px(20))
        self.radio.setMinimumWidth(look.px(64))
        self.radio.setFont(look.font("h2"))


class BallotRows(Column):
    """All answers of a question, the first one on top, "not sure" last. Nothing is chosen at first."""

    chosen = Signal(int)
    """Another answer was chosen, by any way there is; -1: none any more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap="half", parent=parent)
        self.rows: tuple[AnswerRow, ...] = ()
        self._is_roomy = False
        self._group = QButtonGroup(self)
        self._group.idToggled.connect(self._on_toggled)

    def show_question(self, question: QuestionText, languages: Sequence[str]) -> None:
        """Show the answers of this question, none of them chosen."""
        for row in self.rows:
            self._group.removeButton(row.radio)
        self.clear()
        unsure = AnswerText(in_each(languages, NOT_SURE), in_each(languages, UNSAID))
        rows = [AnswerRow(number, one) for number, one in enumerate(question.answers, start=1)]
        self.rows = (*rows, AnswerRow(0, unsure))
        for row in self.rows:
            self._group.addButton(row.radio, row.number)
            row.set_roomy(self._is_roomy, many=len(self.rows) > _MANY)
            self.add(row)

    def set_roomy(self, roomy: bool) -> None:
        """Show larger words, on a screen that has the room."""
        if roomy != self._is_roomy:
            self._is_roomy = roomy
            for row in self.rows:
                row.set_roomy(roomy, many=len(self.rows) > _MANY)

    def value(self) -> int:
        """Return the number chosen; -1 for none."""
        return self._group.checkedId()

    def choose(self, number: int) -> bool:
        """Choose an answer by its number; False for one that is not there."""
        if number not in [row.number for row in self.rows]:
            return False
        radio = self._group.button(number)
        radio.setChecked(True)
        radio.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def unchoose(self) -> None:
        """Choose nothing."""
        self._group.setExclusive(False)
        for row in self.rows:
            row.radio.setChecked(False)
        self._group.setExclusive(True)
        self.chosen.emit(-1)

    def first(self) -> QWidget:
        """Return where the keys begin: what is chosen, else the first answer."""
        return self._group.checkedButton() or (self.rows[0].radio if self.rows else self)

    def _on_toggled(self, number: int, is_on: bool) -> None:
        if is_on:
            self.chosen.emit(number)


def _spoken(number: int, answer: AnswerText, at: int) -> str:
    meaning = answer.meaning[at] if at < len(answer.meaning) else ""
    return ". ".join(part.rstrip(".") for part in (str(number), answer.name[at], meaning) if part)

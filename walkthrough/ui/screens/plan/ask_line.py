# SPDX-License-Identifier: MIT
"""One question about one next step, asked in place: the proof of what is done, or a note on how it goes.

No dialog: Enter answers, Esc leaves it. It must not know how a step is stored.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from walkthrough.model.queries.plan import StepRow
from walkthrough.model.words import StepState
from walkthrough.ui.screens.plan.deeds import Hands
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import line_field
from walkthrough.ui.widgets.places import Card, Row
from walkthrough.ui.wording_ui import word
from walkthrough.wording import N_, _


class AskLine(Card):
    """Asks, and hands out the answer."""

    answered = Signal(str, object, str)
    """The step's key, the state it gets, what was typed (may be empty)."""
    given_up = Signal()
    asking = Signal(bool)
    """Whether the question stands there from now on."""

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._drafts = hands.drafts
        self._step: StepRow | None = None
        self._state = StepState.DONE
        self.field = line_field(self._question, hint=self._hint, name="step_answer")
        self.field.control.returnPressed.connect(self._on_enter)
        keep = Button(N_("Save"), "primary", keys="Return", name="step_answer_save")
        keep.clicked.connect(self._on_enter)
        leave = Button(N_("Cancel"), "quiet", keys="Esc", name="step_answer_cancel")
        leave.clicked.connect(self.close_line)
        row = Row(gap="gap")
        row.add(self.field, stretch=1)
        row.add(keep, leave)
        self.add(row)
        self.hide()

    def ask(self, step: StepRow, state: StepState) -> None:
        """Ask how we know that a step is done, or for a note on its state."""
        self._step, self._state = step, state
        self.field.set_value("")
        self.field.retranslate()
        self._drafts.watch(self._key(), self.field.control)
        self.show()
        self.asking.emit(True)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_line(self) -> None:
        """Leave it unanswered."""
        self._forget()
        self.given_up.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_line()
            return
        super().keyPressEvent(event)

    def _question(self) -> str:
        if self._step is None:
            return ""
        if self._state is StepState.DONE:
            return _("#{number} is done. How do we know?").format(number=self._step.number)
        return _("#{number}, {state}: what is there to say?").format(
            number=self._step.number, state=word(self._state)
        )

    def _hint(self) -> str:
        if self._state is StepState.DONE:
            return _("Enter saves; empty says that no proof was noted. Esc leaves the step as it was.")
        return _("Enter saves. Esc leaves it.")

    def _on_enter(self) -> None:
        if self._step is None:
            return
        step, text = self._step, self.field.value()
        self._forget()
        self.answered.emit(step.id, self._state, text)

    def _key(self) -> str:
        return f"plan/answer/{self._step.id}" if self._step is not None else ""

    def _forget(self) -> None:
        if self._step is not None:
            self._drafts.saved(self._key())
            self._drafts.ignore(self._key())
        self._step = None
        self.hide()
        self.asking.emit(False)

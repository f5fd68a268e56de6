# SPDX-License-Identifier: MIT
"""One key for each state of a step, and the question that goes with it: the proof, or a note.

It must not know how a step is stored.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from walkthrough.model.queries.plan import StepRow
from walkthrough.model.words import StepState
from walkthrough.ui.screens.plan.doing import StepDeeds
from walkthrough.ui.screens.plan.view import PlanView
from walkthrough.ui.step_words import STATE_KEYS


class Asking:
    """Joins keys and buttons to the line that asks. `step_of` finds a step by its key."""

    def __init__(self, view: PlanView, deeds: StepDeeds, step_of: Callable[[str], StepRow | None]) -> None:
        self._view, self._deeds, self._step_of = view, deeds, step_of
        view.list.key_asked.connect(self._on_key)
        view.ask_line.answered.connect(self._on_answered)
        view.ask_line.given_up.connect(self._back)
        view.state_asked.connect(self.ask_state)
        view.note_asked.connect(self.ask_note)

    def ask_state(self, key: str, state: StepState) -> None:
        """Give a step a state at once; one that is done without proof is asked for it first."""
        step = self._step_of(key)
        if step is None:
            return
        if state is StepState.DONE and not step.proof:
            self._view.ask_line.ask(step, state)
        else:
            self._deeds.set_state(step, state)

    def ask_note(self, key: str) -> None:
        """Ask how a step goes, in words."""
        if (step := self._step_of(key)) is not None:
            self._view.ask_line.ask(step, step.state)

    def _on_key(self, key: str, pressed: str) -> None:
        if pressed in STATE_KEYS:
            self.ask_state(key, STATE_KEYS[pressed])
        else:
            self.ask_note(key)

    def _on_answered(self, key: str, state: StepState, text: str) -> None:
        self._back()
        step = self._step_of(key)
        if step is not None and (text or state is not step.state):
            self._deeds.set_state(step, state, text)

    def _back(self) -> None:
        self._view.list.setFocus(Qt.FocusReason.OtherFocusReason)

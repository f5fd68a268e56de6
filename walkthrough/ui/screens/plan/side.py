# SPDX-License-Identifier: MIT
"""What stands beside the list at the moment, and where the focus goes when that changes.

It must not know the list's filter nor any command.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt

from walkthrough.model.queries.plan import NoteRow, StepRow
from walkthrough.ui.screens.plan.reading import PlanReading
from walkthrough.ui.screens.plan.view import BESIDE, QUESTION, STEP, PlanView

_OTHER = Qt.FocusReason.OtherFocusReason


class Side:
    """Keeps the pane at the side in step with what is chosen."""

    def __init__(self, view: PlanView, notes: Callable[[str], tuple[NoteRow, ...]]) -> None:
        self._view, self._notes = view, notes
        view.side_closed.connect(self.close)

    def follow(self, reading: PlanReading, step: StepRow | None, safe: bool) -> None:
        """Show the chosen step, or the open question, as it stands now; if it is gone, what was before."""
        view = self._view
        if view.side_shown() == STEP:
            if step is None:
                view.show_side(BESIDE)
            else:
                view.panel.show_step(step, reading, self._notes(step.id), safe)
        elif view.side_shown() == QUESTION and view.question.row is not None:
            row = reading.question(view.question.row.id)
            if row is None:
                view.show_side(BESIDE)
            else:
                view.question.show_question(row, safe)

    def open_step(self, reading: PlanReading, step: StepRow, safe: bool) -> None:
        """Show a step with its fields."""
        self._view.show_side(STEP)
        self.follow(reading, step, safe)

    def open_question(self, reading: PlanReading, key: str, safe: bool) -> None:
        """Show a raised question, or with no key an empty form, and go there."""
        self._view.question.show_question(reading.question(key), safe)
        self._view.show_side(QUESTION)
        self._view.question.first().setFocus(_OTHER)

    def close(self) -> None:
        """Show what is unanswered again, and go back to where the panel was opened from."""
        was_question = self._view.side_shown() == QUESTION
        self._view.show_side(BESIDE)
        (self._view.beside.questions if was_question else self._view.list).setFocus(_OTHER)


def step_left_open(left: Iterable[str], reading: PlanReading) -> StepRow | None:
    """Return the step whose text was left half typed when the program ended.

    Args:
        left: keys of drafts.
        reading: the plan.
    """
    for key in left:
        page, _slash, row = key.rpartition("/")
        if page.startswith("plan/step/") and (step := reading.step(row)) is not None:
            return step
    return None

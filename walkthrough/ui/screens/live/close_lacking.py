# SPDX-License-Identifier: MIT
"""Beside the checklist: the next steps that nobody owns or that have no date, to be filled in in place.

It must not know the checklist, nor how a step is read back.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt

from walkthrough.model.queries.plan import StepRow
from walkthrough.ui.screens.live.close_body import CloseBody
from walkthrough.ui.screens.live.close_reading import CloseReading
from walkthrough.ui.screens.live.part_hands import PartHands
from walkthrough.ui.screens.live.read_back_forms import ChangeForm
from walkthrough.ui.screens.live.read_back_words import has_owner, promise_words
from walkthrough.ui.step_words import wording_of
from walkthrough.ui.widgets.group_list import GroupCells
from walkthrough.wording import N_, _


class LackingBody(CloseBody):
    """The steps, and the three fields of the one that is filled in."""

    def __init__(self, hands: PartHands, title: str) -> None:
        words = N_("Enter or F2 says who does it, and by when. Without both, a promise is easy to forget.")
        super().__init__("lacking", title, words, hands)
        self.form = ChangeForm(hands)
        self.add(self.form)
        self.add_stretch()
        self.form.saved.connect(self._on_saved)
        self.form.left.connect(self._on_left)

    def show_reading(self, reading: CloseReading, safe: bool) -> None:
        """Show them; fields that are open are closed once the room can see, for they may show a name."""
        super().show_reading(reading, safe)
        step = self.form.step
        is_gone = step is not None and all(row.id != step.id for row in reading.steps)
        if step is not None and (safe or is_gone):
            self.form.leave_it()
        elif step is not None:
            self.list.hide()  # the fields have its place: below it they would be out of sight

    def cells(self, reading: CloseReading) -> Sequence[GroupCells]:
        """Return them with what is known: who said no is not looked at as an owner."""
        return [self._cells(step) for step in reading.lacking(self.is_safe)]

    def does(self, action_id: str) -> bool:
        """Fill in the chosen one."""
        return action_id == "entry.edit" and bool(self.list.chosen_id()) and self.form.step is None

    def act(self, action_id: str) -> None:
        """Open the fields."""
        self.on_enter(self.list.chosen_id())

    def on_enter(self, row_id: str) -> None:
        """Open the fields, at the first that is empty."""
        reading = self.reading
        step = next((row for row in reading.steps if row.id == row_id), None) if reading else None
        if step is None:
            return
        self.form.open_for(step, self.is_safe)
        asked = "due" if has_owner(step, self.is_safe) else "who"
        self.form.fields[asked].setFocus(Qt.FocusReason.OtherFocusReason)
        self.list.hide()

    def _on_saved(self, row_id: str) -> None:
        self.list.setVisible(bool(self.list.row_count()))
        self.next_row(row_id)

    def _on_left(self) -> None:
        self.list.setVisible(bool(self.list.row_count()))
        self.back()

    def _cells(self, step: StepRow) -> GroupCells:
        is_refused = not has_owner(step, False) and bool(step.owner or step.partner)
        return GroupCells(
            id=step.id,
            text=wording_of(step.what, step.held, self.is_safe),
            number=step.number,
            detail=promise_words(step, self.is_safe),
            marks=(("warn", _("looking for an owner")),) if is_refused else (),
        )

# SPDX-License-Identifier: MIT
"""The checks at every step: three to say out loud, and all twelve on the facilitator's own debrief.

Answers and notes are the presenter's alone: while the room can see, none of them shows. It must not know the
checklist.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from walkthrough.model.commands.debrief import BeginDebrief, JudgeCheck, NoteCheck, StepFromCheck
from walkthrough.model.queries.closing import CheckRow, checks_of
from walkthrough.model.words import DebriefAnswer
from walkthrough.ui.screens.live.close_body import CloseBody
from walkthrough.ui.screens.live.close_reading import CloseReading
from walkthrough.ui.screens.live.close_words import step_made
from walkthrough.ui.screens.live.part_hands import PartHands
from walkthrough.ui.widgets.group_list import GroupCells
from walkthrough.ui.wording_ui import word
from walkthrough.wording import N_, _

_ANSWERS = dict(zip("1234", DebriefAnswer, strict=True))
_TONES = {
    DebriefAnswer.YES: "good",
    DebriefAnswer.PARTLY: "note",
    DebriefAnswer.NO: "warn",
    DebriefAnswer.NOT_YET: "quiet",
}
_ALOUD = N_("Ask the room. Keys: 1 yes, 2 partly, 3 no, 4 not yet. The answers stay with you.")
_ALL = N_(
    "Keys: 1 yes, 2 partly, 3 no, 4 not yet. Enter writes a note, Ctrl+Enter a next step. Esc leaves it."
)
_SAFE = N_("For you alone: hidden while the room can see.")


class ChecksBody(CloseBody):
    """Three of them, or all."""

    def __init__(self, hands: PartHands, title: str, *, aloud: bool, parent: QWidget | None = None) -> None:
        name = "aloud" if aloud else "debrief"
        super().__init__(name, title, self._words, hands, keys="".join(_ANSWERS), parent=parent)
        self._is_aloud, self._is_step = aloud, False
        self.words.retranslate()
        self.add_stretch()

    def show_reading(self, reading: CloseReading, safe: bool) -> None:
        """Show the checks; while the room can see, the debrief is away."""
        super().show_reading(reading, safe)
        self.words.retranslate()
        if safe:
            self.line.put_away()

    def cells(self, reading: CloseReading) -> Sequence[GroupCells]:
        """Return a row for each check."""
        if self._is_aloud:
            return [self._cells(row) for row in reading.checks_aloud()]
        return [] if self.is_safe else [self._cells(row) for row in reading.checks]

    def key(self, event: QKeyEvent) -> bool:
        """1 to 4 judge the chosen check."""
        if event.text() not in _ANSWERS or not self.list.chosen_id():
            return False
        self.on_key(self.list.chosen_id(), event.text())
        return True

    def does(self, action_id: str) -> bool:
        """Note, and next step from a check."""
        return action_id in ("entry.edit", "entry.next_step") and self.first() is not None

    def act(self, action_id: str) -> None:
        """Open the line for a note or for a next step."""
        self._ask(self.list.chosen_id(), step=action_id == "entry.next_step")

    def on_enter(self, row_id: str) -> None:
        """A note."""
        self._ask(row_id, step=False)

    def on_key(self, row_id: str, pressed: str) -> None:
        """Write the answer; the same once more takes it back."""
        row = self._row(row_id)
        answer = _ANSWERS[pressed]
        if row is not None and self.hands.did(JudgeCheck(row.id, None if row.answer is answer else answer)):
            self.next_row(row_id)

    def on_answered(self, row_id: str, text: str) -> None:
        """Write the note, or make the next step."""
        row = self._row(row_id) if text or not self._is_step else None
        if row is not None and self._is_step:
            command = StepFromCheck(row.id, text)
            if self.hands.did(command):
                self.hands.say(step_made(command.facts()["number"]))
        elif row is not None and (text or not self.is_safe) and text != row.note:
            self.hands.did(NoteCheck(row.id, text))
        self.next_row(row_id)

    def _words(self) -> str:
        if not hasattr(self, "_is_aloud"):
            return ""
        if self._is_aloud:
            return _(_ALOUD)
        return _(_SAFE) if self.is_safe else _(_ALL)

    def _cells(self, row: CheckRow) -> GroupCells:
        note = "" if self.is_safe else row.note
        step = _("next step #{number}").format(number=row.step_number) if row.step_number else ""
        answer = None if self.is_safe else row.answer
        return GroupCells(
            id=row.code,
            text=row.text,
            detail=" · ".join(part for part in (note, step if not self.is_safe else "") if part),
            marks=((_TONES[answer], word(answer)),) if answer is not None else (),
        )

    def _ask(self, code: str, *, step: bool) -> None:
        row = next((row for row in self.reading.checks if row.code == code), None) if self.reading else None
        if row is None:
            return
        self.line.settle()
        self._is_step = step
        question = N_("Which next step follows from this?") if step else N_("Your note on this")
        text = "" if step or self.is_safe else row.note
        self.line.ask(code, question, N_("Enter writes it. Esc leaves it."), text)

    def _row(self, code: str) -> CheckRow | None:
        """The check as a row of this meeting; the debrief begins with the first one that is touched."""
        if self.reading is None:
            return None
        row = next((row for row in self.reading.checks if row.code == code), None)
        if row is None or row.id:
            return row
        checks = tuple((one.code, one.text) for one in self.reading.checks)
        if not self.hands.did(BeginDebrief(self.hands.meeting_id, checks)):
            return None
        return next(
            (one for one in self.hands.read(checks_of, self.hands.meeting_id) if one.code == code), None
        )

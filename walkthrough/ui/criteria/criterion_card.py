# SPDX-License-Identifier: MIT
"""One statement on a card: answer it, say how we know, make it a next step. Digits 1 to 5 answer.

It must not know the other statements.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from walkthrough.model.commands.stage import AnswerCriterion, ClearAnswer, SkipCriterion
from walkthrough.model.queries.stage_rows import CheckPage, CriterionRow
from walkthrough.model.rules.stages import Standing
from walkthrough.model.words import Answer
from walkthrough.ui.criteria.answer_input import AnswerInput
from walkthrough.ui.criteria.deeds import Hands, focus_later
from walkthrough.ui.criteria.evidence_box import EvidenceBox
from walkthrough.ui.criteria.phrases import STANDINGS, day_words, stage_line
from walkthrough.ui.step_words import wording_of
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import Field, line_field
from walkthrough.ui.widgets.places import Card, FlowRow, Row
from walkthrough.ui.widgets.signs import Chip
from walkthrough.ui.widgets.spoken import plain, worded
from walkthrough.ui.widgets.text import Prose
from walkthrough.ui.wording_ui import refusal_text, word
from walkthrough.wording import N_, _

_PROVABLE = (Answer.YES, Answer.PARTLY)


class CriterionCard(Card):
    """One statement with its answer and evidence."""

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(level=3, parent=parent)
        self._hands = hands
        self._page: CheckPage | None = None
        self.row: CriterionRow | None = None
        self._today = date.min
        self.stage, self.standing = Prose(look="small"), Chip("quiet", N_("Not looked at"), sign="")
        self.example, self.said_on = Prose(look="soft"), Prose(look="small")
        self.answer = Field(AnswerInput(), label=N_("Is this so?"), name="answer")
        self.reason = line_field(
            N_("Why it does not apply"),
            hint=N_("Printed. Without a reason it counts as not looked at."),
            name="na_reason",
        )
        self.evidence = EvidenceBox(hands)
        self.steps = FlowRow()
        self.make_step = Button(N_("Make it a next step"), "quiet", sign="next_step", keys="Ctrl+Return")
        self.clear = Button(N_("Clear the answer"), "quiet", sign="undo", name="answer_clear")
        self._build()

    def show_criterion(self, page: CheckPage, row: CriterionRow, today: date, *, is_safe: bool) -> None:
        """Show a statement of a check, keeping what is being typed about the same one."""
        is_other = self.row is None or self.row.id != row.id or self._page is None or self._page.id != page.id
        if is_other:
            self._rewatch(page, row)
        self._page, self.row, self._today = page, row, today
        self.stage.set_plain(stage_line(page, row.stage))
        self.set_title(plain(row.text))
        tone, words, sign = STANDINGS[row.standing]
        self.standing.set_chip(tone, words, sign=sign)
        self.example.set_plain(_("For example: {example}").format(example=row.example))
        self.example.setVisible(bool(row.example))
        self._show_answer(row, is_other)
        self.evidence.show_evidence(page.id, row, len(page.stages), is_safe=is_safe)
        is_typing = self.evidence.form is not None
        self.evidence.setVisible(is_typing or row.said.answer in _PROVABLE or bool(row.evidence))
        self._show_foot(page, row, is_safe=is_safe)

    def make_next_step(self) -> None:
        """Make a next step from this statement."""
        if self.row is not None and self.make_step.isVisibleTo(self):
            self._hands.make_step(self.row)

    def clear_answer(self) -> None:
        """Make the statement one that nobody has looked at."""
        if self._page is not None and self.row is not None:
            self._hands.do(ClearAnswer(self._page.id, self.row.id))
            self.answer.control.setFocus()
            self._hands.say(_("Answer taken back. Undo brings it back."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.answer.control.take_digit(event):
            super().keyPressEvent(event)

    def _build(self) -> None:
        over = Row()
        over.add(self.stage, stretch=1)
        over.add(self.standing)
        self._layout.insertWidget(0, over)
        foot = FlowRow()
        foot.add(self.make_step, self.clear, self.steps)
        self.add(self.example, self.answer, self.reason, self.evidence, self.said_on, foot)
        self.answer.committed.connect(self._on_answer)
        self.reason.committed.connect(self._on_reason)
        self.clear.clicked.connect(self.clear_answer)
        self.make_step.clicked.connect(self.make_next_step)

    def _show_answer(self, row: CriterionRow, is_other: bool) -> None:
        self.answer.set_value(row.said.answer)
        is_typing = not is_other and self.reason.control.hasFocus()
        self.reason.setVisible(is_typing or row.said.answer is Answer.NA)
        if is_other or not self.reason.control.hasFocus():
            self.reason.set_value(row.said.na_reason)

    def _show_foot(self, page: CheckPage, row: CriterionRow, *, is_safe: bool) -> None:
        is_earlier = row.answered_on is not None and row.answered_on < page.as_of
        self.said_on.set_plain(_("Said on {day}.").format(day=day_words(row.answered_on)))
        self.said_on.setVisible(is_earlier)
        self.make_step.setVisible(row.standing not in (Standing.MET, Standing.NA))
        self.clear.setVisible(row.said.answer is not None)
        for button in (self.make_step, self.clear):
            button.setAccessibleDescription(row.text)
        self.steps.clear()
        for step in row.steps:
            chip = Chip("next_step")
            chip.set_plain(_("#{number} {state}").format(number=step.number, state=word(step.state)))
            chip.setToolTip(wording_of(step.what, step.held, is_safe))
            self.steps.add(chip)
        self.steps.setVisible(bool(row.steps))

    def _on_answer(self, answer: Answer) -> None:
        if self._page is None or self.row is None:
            return
        keys = self._page.id, self.row.id
        if answer is Answer.NA:
            refused = self._hands.do(SkipCriterion(*keys, self.row.said.na_reason, on=self._today))
        else:
            refused = self._hands.do(AnswerCriterion(*keys, answer, on=self._today))
        if refused is not None:
            self.answer.set_error(lambda: refusal_text(refused))
            return
        if answer is Answer.NA:
            focus_later(self.reason.control)
        self._hands.say(worded(STANDINGS[self.row.standing][1]))

    def _on_reason(self, text: str) -> None:
        if self._page is None or self.row is None:
            return
        self._hands.do(SkipCriterion(self._page.id, self.row.id, text, on=self._today))
        self._hands.drafts.saved(self._key(self._page, self.row))
        self._hands.say(worded(STANDINGS[self.row.standing][1]))

    def _rewatch(self, page: CheckPage, row: CriterionRow) -> None:
        if self._page is not None and self.row is not None:
            self._hands.drafts.ignore(self._key(self._page, self.row))
        control = self.reason.control
        assert isinstance(control, QLineEdit)
        self.reason.set_value(row.said.na_reason)
        self._hands.drafts.watch(self._key(page, row), control, row.said.na_reason)

    @staticmethod
    def _key(page: CheckPage, row: CriterionRow) -> str:
        return f"stage-check/na_reason/{page.id}/{row.id}"

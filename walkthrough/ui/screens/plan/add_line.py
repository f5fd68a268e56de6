# SPDX-License-Identifier: MIT
"""A new next step in one line: what Tab who Tab by when Enter. Esc on it gives up.

It must not know how a step is stored: it hands out what was typed.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from walkthrough.model import Refused
from walkthrough.model.queries.partners import PartnerRow
from walkthrough.model.queries.plan import FindingMark, GoalRow
from walkthrough.ui.screens.plan.deeds import Hands
from walkthrough.ui.step_words import wording_of
from walkthrough.ui.theme import look_of
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.due_input import Due, due_field
from walkthrough.ui.widgets.field import Field, line_field, suggest_field
from walkthrough.ui.widgets.places import Column, FlowRow
from walkthrough.ui.widgets.signs import Chip
from walkthrough.ui.wording_ui import refusal_text
from walkthrough.wording import N_, _

_ACROSS_FROM = 620


class AddLine(Column):
    """Three fields; `answered` is the finding that the step will be linked to."""

    asked = Signal(str, str, object)
    """What, who, by when (a Due)."""

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(gap="half", parent=parent)
        self._drafts = hands.drafts
        self.answered: FindingMark | None = None
        self.what = line_field(N_("New next step: what"), name="step_what")
        self.who = suggest_field(N_("Who"), name="step_who")
        self.due = due_field(N_("By when"), hands.days, name="step_due")
        self._line = QWidget()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._line)
        self._box.setContentsMargins(0, 0, 0, 0)
        for field, share in ((self.what, 5), (self.who, 3), (self.due, 3)):
            self._box.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
            field.control.returnPressed.connect(self._on_enter)
            hands.drafts.watch(f"plan/{field.control.objectName()}", field.control)
        self._chips = FlowRow()
        self._answers = Chip("quiet", lambda: "")
        self._goal = Chip("quiet", lambda: "")
        self._unlink = Button(N_("Without the link"), "quiet", name="step_unlink")
        self._unlink.clicked.connect(lambda: self.answer(None))
        self._chips.add(self._answers, self._unlink, self._goal)
        self.add(self._line, self._chips)
        self.show_goal(None, safe=True)
        self.answer(None)

    def answer(self, mark: FindingMark | None, safe: bool = True) -> None:
        """Link the step that is typed to a finding, or to none."""
        self.answered = mark
        self._answers.setVisible(mark is not None)
        self._unlink.setVisible(mark is not None)
        if mark is not None:
            text = wording_of(mark.text, mark.held, safe)
            text = text if len(text) <= 60 else f"{text[:59]}…"
            told = _("Answers #{number}: {text}").format(number=mark.number, text=text)
            self._answers.set_chip(str(mark.kind), lambda: told)
        self._show_chips()

    def show_goal(self, goal: GoalRow | None, safe: bool) -> None:
        """Say under which goal the step will stand."""
        self._goal.setVisible(goal is not None)
        if goal is not None:
            text = wording_of(goal.text, goal.held, safe)
            text = text if len(text) <= 60 else f"{text[:59]}…"
            self._goal.set_chip("quiet", lambda: _("Under the goal: {goal}").format(goal=text))
        self._show_chips()

    def offer(self, partners: Sequence[PartnerRow]) -> None:
        """Offer these agencies as owners; people's names are never offered, the room may be looking."""
        self.who.control.set_suggestions([row.short or row.name for row in partners if not row.has_left])

    def done(self) -> None:
        """It was written: empty the line for the next one."""
        for field in self._fields():
            field.set_value(Due() if field is self.due else "")
            self._drafts.saved(f"plan/{field.control.objectName()}")
        self.answer(None)
        self.what.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_refusal(self, refused: Refused) -> None:
        """Say beside the field what is wrong."""
        field = self.due if refused.facts.get("field") == "due" else self.what
        field.set_error(lambda: refusal_text(refused))
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.answered is not None:
            self.answer(None)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_line"):
            self._turn()

    def _on_enter(self) -> None:
        if not self.due.commit():
            self.due.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.asked.emit(self.what.value(), self.who.value(), self.due.value())

    def _fields(self) -> tuple[Field, ...]:
        return self.what, self.who, self.due

    def _show_chips(self) -> None:
        self._chips.setVisible(self.answered is not None or not self._goal.isHidden())

    def _turn(self) -> None:
        look = look_of(self)
        across = self.width() >= look.px(_ACROSS_FROM)
        way = QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        self._box.setDirection(way)
        self._box.setSpacing(look.space("gap" if across else "unit"))

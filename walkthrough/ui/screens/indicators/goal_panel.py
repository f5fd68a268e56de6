# SPDX-License-Identifier: MIT
"""A goal: what the collaborative wants for families, by which strategy and with which money.

It must not know the list beside it.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from walkthrough.model import Refused
from walkthrough.model.commands.indicator import AddGoal, EditGoal, RemoveGoal
from walkthrough.model.queries.plan import GoalRow
from walkthrough.ui.screens.indicators.deeds import Hands
from walkthrough.ui.screens.indicators.phrases import FOR_PAPER
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import line_field, text_field
from walkthrough.ui.widgets.places import FlowRow, ScrollPage
from walkthrough.ui.widgets.row_form import RowForm
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.ui.wording_ui import refusal_text
from walkthrough.wording import N_, _

_NEW = "new"


class GoalPanel(ScrollPage):
    """A form for a new goal, or the fields of one, each of which saves itself."""

    added = Signal(str)
    """The key of the new goal."""

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(gap="gap", margin="", parent=parent)
        self._hands = hands
        self.row: GoalRow | None = None
        self.form = RowForm("indicators/goal", hands.drafts, self._save, self)
        self._title = Heading(2, self._title_words)
        self._on_hold = Prose(N_("The wording is on hold, so it is not shown while the room can see."))
        add = self.form.add
        text = add("text", line_field(N_("What we want for families"), name="goal_text"))
        text.control.returnPressed.connect(self._on_enter)
        add("strategy", text_field(N_("How we mean to get there"), lines=2, name="goal_strategy"))
        add("budget", text_field(N_("Budget"), lines=1, hint=FOR_PAPER, name="goal_budget"))
        add("in_kind", text_field(N_("Given in kind"), lines=1, hint=FOR_PAPER, name="goal_in_kind"))
        self.add_it = Button(N_("Add this goal"), "primary", keys="Return", name="goal_add")
        self.add_it.clicked.connect(self._add_goal)
        self.drop = Button(N_("Take out"), "quiet", sign="bin", name="goal_drop")
        self.drop.clicked.connect(self.take_out)
        foot = FlowRow()
        foot.add(self.add_it, self.drop)
        self.add(self._title, self._on_hold, *self.form.fields.values(), foot)
        self.add_stretch()

    def show_goal(self, row: GoalRow | None, safe: bool) -> None:
        """Show a goal, or an empty form for a new one."""
        self.row = row
        values = {} if row is None else {name: getattr(row, name) for name in self.form.fields}
        self.form.show(row.id if row is not None else _NEW, values)
        held = safe and row is not None and row.held
        self._on_hold.setVisible(held)
        for name in ("text", "strategy"):
            self.form.fields[name].setVisible(not held)
        for name in ("budget", "in_kind"):
            self.form.fields[name].setVisible(not safe)
        self.add_it.setVisible(row is None)
        self.drop.setVisible(row is not None)
        self._title.retranslate()

    def first(self) -> QWidget:
        """Return the field to begin with."""
        field = self.form.fields["text"]
        return self.drop if field.isHidden() else field.control

    def take_out(self) -> None:
        """Take the goal out; its indicators and next steps stay, without a goal."""
        if self.row is not None and self._hands.do(RemoveGoal(self.row.id)) is None:
            self._hands.say(_("The goal is out; what stood under it stays. Undo brings it back."))

    def _title_words(self) -> str:
        return _("A new goal") if self.row is None else _("Goal")

    def _save(self, column: str, value: Any) -> Refused | None:
        if self.row is None:
            return None  # a new one is written whole, by its button
        return self._hands.do(EditGoal(self.row.id, {column: value}))

    def _on_enter(self) -> None:
        if self.row is None:
            self._add_goal()

    def _add_goal(self) -> None:
        fields = self.form.fields
        values = {name: field.value() for name, field in fields.items()}
        command = AddGoal(values.pop("text"), values)
        refused = self._hands.do(command)
        if refused is not None:
            fields["text"].set_error(lambda: refusal_text(refused))
            fields["text"].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        for name in fields:
            fields[name].set_value("")
            self._hands.drafts.saved(self.form.key_of(name))
        self.added.emit(command.id)

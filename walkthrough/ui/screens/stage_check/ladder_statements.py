# SPDX-License-Identifier: MIT
"""The statements of one part at one stage of a ladder: each with its example, an empty one where none is yet.

It must not know the other stages.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walkthrough.model import Refused
from walkthrough.model.commands.ladder_parts import AddCriterion, EditCriterion
from walkthrough.model.queries.ladders import CriterionOfLadder, DimensionOfLadder, StageOfLadder
from walkthrough.ui.screens.stage_check.ladder_deeds import LadderDeeds
from walkthrough.ui.screens.stage_check.ladder_words import stage_words
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import text_field
from walkthrough.ui.widgets.places import Card, Column, FlowRow
from walkthrough.ui.widgets.row_form import RowForm
from walkthrough.wording import N_


class StatementForm(Column):
    """One statement, or room for a new one, which is written once it is left with words in it."""

    written = Signal()
    """A new statement is in the workbook."""

    def __init__(self, deeds: LadderDeeds, parent: QWidget | None = None) -> None:
        super().__init__(gap="unit", parent=parent)
        self._deeds = deeds
        self.row: CriterionOfLadder | None = None
        self._part_id, self._stage = "", 0
        self.form = RowForm("stage-check/ladder-statement", deeds.desk.drafts, self._save, self)
        add = self.form.add
        self.text = add("text", text_field(N_("Statement"), lines=2, name="ladder_statement"))
        self.example = add(
            "example",
            text_field(N_("What could show it"), lines=1, optional=True, name="ladder_statement_example"),
        )
        self.drop = Button(N_("Take this statement out"), "quiet", sign="bin", name="ladder_statement_drop")
        self.drop.clicked.connect(self.take_out)
        self._foot = FlowRow()
        self._foot.add(self.drop)
        self.add(self.text, self.example, self._foot)

    def show_statement(self, part_id: str, stage: int, row: CriterionOfLadder | None) -> None:
        """Show a statement; None for room to write one."""
        self.row, self._part_id, self._stage = row, part_id, stage
        values = {"text": row.text, "example": row.example} if row else {"text": "", "example": ""}
        self.form.show(row.id if row else f"{part_id}:{stage}", values)
        self._foot.setVisible(row is not None)

    def take_out(self) -> None:
        """Take the statement out."""
        if self.row is not None:
            self._deeds.drop_statement(self.row.id)

    def _save(self, column: str, value: Any) -> Refused | None:
        if self.row is not None:
            return self._deeds.do(EditCriterion(self.row.id, {column: value}))
        text = value if column == "text" else self.text.value()
        if not text:
            return None
        example = value if column == "example" else self.example.value()
        drafts = [self.form.key_of(name) for name in self.form.fields]
        refused = self._deeds.do(AddCriterion(self._part_id, self._stage, text, example))
        if refused is None:
            for key in drafts:
                self._deeds.desk.drafts.saved(key)
            self.written.emit()
        return refused


class StageBlock(Card):
    """All statements of one part at one stage, under the stage's name."""

    def __init__(self, deeds: LadderDeeds, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._deeds = deeds
        self._adds = False
        self._key = ("", "")
        self.forms: list[StatementForm] = []
        self._part: DimensionOfLadder | None = None
        self._at: StageOfLadder | None = None
        self.more = Button(N_("Add a statement"), "quiet", sign="add", name="ladder_statement_add")
        self.more.clicked.connect(self.add_statement)
        self.add_beside_title(self.more)

    def show_stage(self, part: DimensionOfLadder, stage: StageOfLadder) -> None:
        """Show what stands at a stage of a part."""
        if self._key != (part.id, stage.id):
            self._key, self._adds = (part.id, stage.id), False
        self._part, self._at = part, stage
        self.set_title(lambda: stage_words(stage))
        self.more.setAccessibleDescription(stage_words(stage))
        here = [one for one in part.criteria if one.stage == stage.number]
        rows = [*here, None] if self._adds or not here else here
        while len(self.forms) < len(rows):
            form = StatementForm(self._deeds)
            form.written.connect(self._on_written)
            self.forms.append(form)
            self.add(form)
        for form, row in zip(self.forms, rows, strict=False):
            form.show_statement(part.id, stage.number, row)
            form.show()
        for form in self.forms[len(rows) :]:
            form.hide()
        self.more.setVisible(rows[-1] is not None)

    def add_statement(self) -> None:
        """Make room for one more statement, with the keyboard in it."""
        if self._part is None or self._at is None:
            return
        self._adds = True
        self.show_stage(self._part, self._at)
        form = next(form for form in self.forms if form.row is None and not form.isHidden())
        form.text.setFocus()

    def _on_written(self) -> None:
        self._adds = False
        if self._part is not None and self._at is not None:
            self.show_stage(self._part, self._at)

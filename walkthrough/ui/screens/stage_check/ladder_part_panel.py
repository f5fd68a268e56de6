# SPDX-License-Identifier: MIT
"""One part of a ladder: what it is called, and its statements from the lowest stage to the highest.

It must not know the list beside it.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from walkthrough.model import Refused
from walkthrough.model.commands.ladder_parts import EditDimension
from walkthrough.model.queries.ladders import DimensionOfLadder, LadderPage
from walkthrough.ui.criteria.sides import Sides
from walkthrough.ui.screens.stage_check.ladder_deeds import LadderDeeds
from walkthrough.ui.screens.stage_check.ladder_statements import StageBlock, StatementForm
from walkthrough.ui.screens.stage_check.ladder_words import part_leaves_words
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import line_field, text_field
from walkthrough.ui.widgets.inputs import LineInput
from walkthrough.ui.widgets.places import Column, FlowRow, ScrollPage
from walkthrough.ui.widgets.row_form import RowForm
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import N_

_SHORT = N_("For pictures: twelve letters fit.")
_HOW = N_(
    "One statement or more for each stage. It should stay true at the stages above. Alt+Up and Alt+Down move "
    "a statement, also to another stage."
)


class PartPanel(ScrollPage):
    """Name, short name, question; then a block for each stage."""

    def __init__(self, deeds: LadderDeeds, parent: QWidget | None = None) -> None:
        super().__init__(gap="gap", margin="", parent=parent)
        self._deeds = deeds
        self.part: DimensionOfLadder | None = None
        self.blocks: list[StageBlock] = []
        self.form = RowForm("stage-check/ladder-part", deeds.desk.drafts, self._save, self)
        add = self.form.add
        self.name = add("name", line_field(N_("Name of the part"), name="ladder_part_name"))
        add("short", line_field(N_("Short name"), optional=True, hint=_SHORT, name="ladder_part_short"))
        add(
            "about",
            text_field(N_("The question it asks"), lines=1, optional=True, name="ladder_part_about"),
        )
        self._leaves = Prose(look="small")
        self.drop = Button(N_("Take this part out"), "quiet", sign="bin", name="ladder_part_drop")
        self.drop.clicked.connect(self.take_out)
        foot = FlowRow()
        foot.add(self.drop)
        names = Sides(420, gap="gap")
        for column, stretch in (("name", 3), ("short", 2)):
            names.add(self.form.fields[column], stretch=stretch, at=Qt.AlignmentFlag.AlignTop)
        self._blocks, out = Column(gap="gap"), Column(gap="half")
        out.add(self._leaves, foot)
        self.add(Heading(2, N_("Part of collaboration")), names, self.form.fields["about"])
        self.add(Prose(_HOW, look="small"), self._blocks, out)
        self.add_stretch()

    def show_part(self, page: LadderPage, part: DimensionOfLadder) -> None:
        """Show a part of a ladder that may be changed."""
        if self.part is None or self.part.id != part.id:
            self.verticalScrollBar().setValue(0)
        self.part = part
        self.form.show(part.id, {name: getattr(part, name) for name in self.form.fields})
        self._leaves.set_words(lambda: part_leaves_words(part))
        self._leaves.setVisible(bool(part.criteria))
        while len(self.blocks) < len(page.stages):
            block = StageBlock(self._deeds)
            self.blocks.append(block)
            self._blocks.add(block)
        for block, stage in zip(self.blocks, page.stages, strict=False):
            block.show_stage(part, stage)
            block.show()
        for block in self.blocks[len(page.stages) :]:
            block.hide()

    def first(self) -> LineInput:
        """Return the field to begin with."""
        control: LineInput = self.name.control
        return control

    def take_out(self) -> None:
        """Take the part out; what goes with it stood above the button."""
        if self.part is not None:
            self._deeds.drop_part(self.part.id)

    def statement_with_focus(self) -> StatementForm | None:
        """Return the written statement that the keyboard is in."""
        focus = self.window().focusWidget()
        forms = (form for block in self.blocks for form in block.forms if form.row is not None)
        return next((form for form in forms if focus is not None and form.isAncestorOf(focus)), None)

    def form_of(self, criterion_id: str) -> StatementForm | None:
        """Return where a statement stands now."""
        forms = (form for block in self.blocks for form in block.forms if not form.isHidden())
        return next((one for one in forms if one.row is not None and one.row.id == criterion_id), None)

    def _save(self, column: str, value: Any) -> Refused | None:
        return self._deeds.do(EditDimension(self.part.id, {column: value})) if self.part else None

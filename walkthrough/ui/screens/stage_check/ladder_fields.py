# SPDX-License-Identifier: MIT
"""The fields of the ladder itself and of one of its stages. Each saves itself when it is left.

They must not know the list beside them.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from walkthrough.model import Refused
from walkthrough.model.commands.ladder import EditStageOfLadder, RenameLadder
from walkthrough.model.queries.ladders import StageOfLadder
from walkthrough.model.rules.ladder_versions import LadderHead
from walkthrough.ui.screens.stage_check.ladder_deeds import LadderDeeds
from walkthrough.ui.screens.stage_check.ladder_words import holds_words, stage_leaves_words
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import line_field, text_field
from walkthrough.ui.widgets.inputs import LineInput
from walkthrough.ui.widgets.places import FlowRow, ScrollPage
from walkthrough.ui.widgets.row_form import RowForm
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import N_, _


class LadderPanel(ScrollPage):
    """The name of the ladder, what it holds, and the way to take it out."""

    def __init__(self, deeds: LadderDeeds, parent: QWidget | None = None) -> None:
        super().__init__(gap="gap", margin="", parent=parent)
        self._deeds = deeds
        self.head: LadderHead | None = None
        self.form = RowForm("stage-check/ladder", deeds.desk.drafts, self._save, self)
        self.name = self.form.add("name", line_field(N_("Name of the ladder"), name="ladder_name"))
        self._holds = Prose(look="soft")
        self.drop = Button(N_("Take this ladder out"), "quiet", sign="bin", name="ladder_drop")
        foot = FlowRow()
        foot.add(self.drop)
        how = N_("Choose a stage or a part at the left to word it anew. Alt+Up and Alt+Down move it.")
        self.add(Heading(2, N_("The ladder")), self.name, self._holds, Prose(how, look="small"), foot)
        self.add_stretch()

    def show_ladder(self, head: LadderHead) -> None:
        """Show a ladder that may be changed."""
        self.head = head
        self.form.show(head.id, {"name": head.name})
        self._holds.set_words(lambda: holds_words(head))

    def first(self) -> LineInput:
        """Return the field to begin with."""
        control: LineInput = self.name.control
        return control

    def _save(self, _column: str, value: Any) -> Refused | None:
        return self._deeds.do(RenameLadder(self.head.id, value)) if self.head is not None else None


class StagePanel(ScrollPage):
    """The name and the meaning of one stage."""

    def __init__(self, deeds: LadderDeeds, parent: QWidget | None = None) -> None:
        super().__init__(gap="gap", margin="", parent=parent)
        self._deeds = deeds
        self.stage: StageOfLadder | None = None
        self.form = RowForm("stage-check/ladder-stage", deeds.desk.drafts, self._save, self)
        self._title = Heading(2)
        add = self.form.add
        self.name = add("name", line_field(N_("Name of the stage"), name="ladder_stage_name"))
        add("meaning", text_field(N_("What it means"), lines=2, name="ladder_stage_meaning"))
        self._leaves = Prose(look="small")
        self.drop = Button(N_("Take this stage out"), "quiet", sign="bin", name="ladder_stage_drop")
        self.drop.clicked.connect(self.take_out)
        foot = FlowRow()
        foot.add(self.drop)
        self.add(self._title, *self.form.fields.values(), self._leaves, foot)
        self.add_stretch()

    def show_stage(self, stage: StageOfLadder) -> None:
        """Show a stage."""
        self.stage = stage
        self._title.set_words(lambda: _("Stage {n}").format(n=stage.number))
        self.form.show(stage.id, {"name": stage.name, "meaning": stage.meaning})
        self._leaves.set_words(lambda: stage_leaves_words(stage))
        self._leaves.setVisible(bool(stage.criteria))

    def first(self) -> LineInput:
        """Return the field to begin with."""
        control: LineInput = self.name.control
        return control

    def take_out(self) -> None:
        """Take the stage out; what goes with it stood above the button."""
        if self.stage is not None:
            self._deeds.drop_stage(self.stage.id)

    def _save(self, column: str, value: Any) -> Refused | None:
        return self._deeds.do(EditStageOfLadder(self.stage.id, {column: value})) if self.stage else None

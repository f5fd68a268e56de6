# SPDX-License-Identifier: MIT
"""How the side of the ladders is laid out: which one, whether it may be changed, its rows, what is chosen.

It must not know a workbook: it shows a page.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from walkthrough.model.queries.ladders import LadderPage
from walkthrough.model.rules.ladder_versions import LadderHead
from walkthrough.ui.criteria.sides import Sides
from walkthrough.ui.screens.stage_check.ladder_deeds import LadderDeeds
from walkthrough.ui.screens.stage_check.ladder_fields import LadderPanel, StagePanel
from walkthrough.ui.screens.stage_check.ladder_new_panel import NewLadderPanel
from walkthrough.ui.screens.stage_check.ladder_part_panel import PartPanel
from walkthrough.ui.screens.stage_check.ladder_reading import LadderReading
from walkthrough.ui.screens.stage_check.ladder_words import (
    LADDER,
    cells_of,
    choice_words,
    standing_words,
)
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import choice_field
from walkthrough.ui.widgets.group_list import GroupList
from walkthrough.ui.widgets.inputs import LineInput
from walkthrough.ui.widgets.panes import PanesPage
from walkthrough.ui.widgets.places import Column, FlowRow, Stack
from walkthrough.ui.widgets.spoken import plain
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import N_


class LadderView(PanesPage):
    """Everything on the side."""

    def __init__(self, deeds: LadderDeeds, parent: QWidget | None = None) -> None:
        super().__init__(shares=(2, 3), low=300, parent=parent)
        self.back = Button(N_("Back to the stage check"), shortcut="Esc", name="ladder_back")
        self.choice = choice_field(N_("Ladder"), name="ladder")
        self.standing = Prose(look="soft")
        self.copy = Button(N_("Change a copy of it"), "primary", name="ladder_copy")
        self.list = GroupList(N_("Stages and parts of the ladder"), lines=2)
        self.more_stage = Button(N_("Add a stage"), "quiet", sign="add", name="ladder_stage_add")
        self.more_part = Button(N_("Add a part"), "quiet", sign="add", name="ladder_part_add")
        self.other = Button(N_("Another ladder…"), "quiet", sign="add", name="ladder_other")
        self.panel, self.stage, self.part = LadderPanel(deeds), StagePanel(deeds), PartPanel(deeds)
        self.new, self.reading = NewLadderPanel(deeds), LadderReading()
        self._key = ""
        self._side = Stack()
        for one in (self.panel, self.stage, self.part, self.new, self.reading):
            self._side.addWidget(one)
        left = Column(gap="unit")
        buttons = FlowRow()
        buttons.add(self.more_stage, self.more_part)
        left.add(self.list, stretch=1)
        left.add(buttons)
        self.set_panes(self._head(), left, self._side)

    def show_ladder(self, ladders: Sequence[LadderHead], page: LadderPage, *, is_new: bool) -> None:
        """Show a ladder; the chosen row stays chosen. `is_new`: room to make another one beside it."""
        self.choice.control.set_options([(one.id, plain(choice_words(one))) for one in ladders])
        self.choice.set_value(page.head.id)
        self.standing.set_words(lambda: standing_words(page.head))
        self.list.set_rows(tuple(cells_of(page)))
        if self._key != page.head.id or not self.list.chosen_id():
            self._key = page.head.id
            self.list.choose(LADDER)
        may_change = page.head.may_change
        self.copy.setVisible(not may_change)
        self.more_stage.setVisible(may_change)
        self.more_part.setVisible(may_change)
        self._show_side(page, is_new=is_new)

    def fields(self) -> LineInput | None:
        """Return the field to begin with at the right; None where there are only words."""
        at = self._side.currentIndex()
        panels = (self.panel, self.stage, self.part, self.new)
        return panels[at].first() if at < len(panels) else None

    def _head(self) -> QWidget:
        sides = Sides(640, gap="gap")
        sides.add(Heading(1, N_("The ladder")), stretch=1, at=Qt.AlignmentFlag.AlignBottom)
        sides.add(self.choice, stretch=1)
        sides.add(self.back, stretch=0, at=Qt.AlignmentFlag.AlignBottom)
        self.choice.control.setMinimumContentsLength(18)
        told = Sides(640, gap="gap")
        told.add(self.standing, stretch=1, at=Qt.AlignmentFlag.AlignVCenter)
        told.add(self.other, stretch=0, at=Qt.AlignmentFlag.AlignVCenter)
        told.add(self.copy, stretch=0, at=Qt.AlignmentFlag.AlignVCenter)
        head = Column(gap="unit")
        head.add(sides, told)
        return head

    def _show_side(self, page: LadderPage, *, is_new: bool) -> None:
        key = self.list.chosen_id()
        stage = next((one for one in page.stages if one.id == key), None)
        part = next((one for one in page.dimensions if one.id == key), None)
        if is_new:
            self._side.setCurrentWidget(self.new)
        elif not page.head.may_change:
            self.reading.show_row(page, stage or part)
            self._side.setCurrentWidget(self.reading)
        elif stage is not None:
            self.stage.show_stage(stage)
            self._side.setCurrentWidget(self.stage)
        elif part is not None:
            self.part.show_part(page, part)
            self._side.setCurrentWidget(self.part)
        else:
            self.panel.show_ladder(page.head)
            self._side.setCurrentWidget(self.panel)

# SPDX-License-Identifier: MIT
"""Question 4, what moves us on: the first open statement of each dimension, one key from being a next step.

It must not know the plan; it hands over the statement.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from walkthrough.model.queries.stage import frontier
from walkthrough.model.queries.stage_rows import CheckPage, CriterionRow, FrontierRow
from walkthrough.ui.criteria.deeds import Hands
from walkthrough.ui.criteria.phrases import STANDINGS, stage_line
from walkthrough.ui.criteria.sides import Sides
from walkthrough.ui.step_words import wording_of
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.places import Card, Column, Divider, FlowRow
from walkthrough.ui.widgets.signs import Chip
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.ui.wording_ui import word
from walkthrough.wording import N_, _

_TITLE = N_("4  What moves us on?")


class NextLine(Column):
    """One dimension's next statement, with the button that makes a next step of it."""

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(gap="unit", parent=parent)
        self._hands = hands
        self.row: FrontierRow | None = None
        self.where, self.text = Prose(look="small"), Prose(look="label")
        self.chips = FlowRow()
        self.button = Button(N_("Make it a next step"), sign="next_step", keys="Ctrl+Return")
        self.button.clicked.connect(self.make_next_step)
        said = Column(gap="half")
        said.add(self.where, self.text, self.chips)
        sides = Sides(520, gap="gap")
        sides.add(said, stretch=1)
        sides.add(self.button, stretch=0, at=Qt.AlignmentFlag.AlignTop)
        self.line_above = Divider()
        self.add(self.line_above, sides)

    def show_row(self, page: CheckPage, row: FrontierRow, *, is_safe: bool) -> None:
        """Show what moves a dimension on, and the next steps made from it already."""
        self.row = row
        one = row.criterion
        self.where.set_plain(
            _("{part} · {stage}").format(part=row.dimension, stage=stage_line(page, one.stage))
        )
        self.text.set_plain(one.text)
        self.button.setAccessibleDescription(f"{row.dimension}: {one.text}")
        self.chips.clear()
        tone, words, sign = STANDINGS[one.standing]
        self.chips.add(Chip(tone, words, sign=sign))
        for step in one.steps:
            chip = Chip("next_step")
            chip.set_plain(_("#{number} {state}").format(number=step.number, state=word(step.state)))
            chip.setToolTip(wording_of(step.what, step.held, is_safe))
            self.chips.add(chip)

    def make_next_step(self) -> None:
        """Make a next step of it."""
        if self.row is not None:
            self._hands.make_step(self.row.criterion)


class NextPart(Column):
    """The frontier: one line for each dimension that has an open statement."""

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(gap="gap", parent=parent)
        self._hands = hands
        self.lines: list[NextLine] = []
        self._done = Prose(N_("Every part has shown all its stages. Ask what the families say."))
        self.card = Card(_TITLE)
        self.card.show_title(False)
        self.card.add(self._done)
        self.setFocusProxy(self.card)  # F6 comes to the card: what it comes to must not be a deed
        self.add(
            Heading(2, _TITLE),
            Prose(N_("The first open statement of each part. Pick the few that matter most to families.")),
            self.card,
        )

    def show_page(self, page: CheckPage, *, is_safe: bool) -> None:
        """Show the frontier of a check."""
        rows = frontier(page)
        self._done.setVisible(not rows)
        while len(self.lines) < len(rows):
            line = NextLine(self._hands)
            line.line_above.setVisible(bool(self.lines))
            self.lines.append(line)
            self.card.add(line)
        for line, row in zip(self.lines, rows, strict=False):
            line.show_row(page, row, is_safe=is_safe)
            line.show()
        for line in self.lines[len(rows) :]:
            line.hide()

    def row_with_focus(self) -> CriterionRow | None:
        """Return the statement whose button the keyboard is at."""
        focus = self.window().focusWidget()
        found = next((line for line in self.lines if line.button is focus), None)
        return found.row.criterion if found is not None and found.row is not None else None

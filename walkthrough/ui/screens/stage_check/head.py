# SPDX-License-Identifier: MIT
"""The top of the stage check: which check is shown, a new one, the four questions as a way around.

It must not know what a check holds.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from walkthrough.export.check_days import check_days
from walkthrough.model.queries.stage_rows import CheckHead, CheckPage
from walkthrough.ui.criteria.sides import Sides
from walkthrough.ui.screens.stage_check.ladder_choice import LadderChoice
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import choice_field
from walkthrough.ui.widgets.places import Column, Divider, FlowRow
from walkthrough.ui.widgets.spoken import plain
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import N_, _, current

_QUESTIONS = (
    N_("1  Which stage?"),
    N_("2  How do we know?"),
    N_("3  Which counts?"),
    N_("4  What moves us on?"),
)


class Questions(QFrame):
    """The four questions in order, always in view; one press goes there."""

    asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = [
            Button(words, "quiet", name=f"question_{n}") for n, words in enumerate(_QUESTIONS, start=1)
        ]
        row = FlowRow(gap="unit")
        row.add(*self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 8, 24, 8)
        column.addWidget(row)
        below = QVBoxLayout()
        below.addWidget(Divider())
        column.addLayout(below)
        for number, button in enumerate(self.buttons):
            button.setCheckable(True)
            button.clicked.connect(lambda _on=False, n=number: self.asked.emit(n))
        self.mark(0)

    def mark(self, number: int) -> None:
        """Mark the question in view."""
        for at, button in enumerate(self.buttons):
            button.setChecked(at == number)


class Head(Column):
    """The page's title, the check that is shown, and the way to begin a new one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap="unit", parent=parent)
        self.new = Button(N_("New stage check"), sign="add", name="new_check")
        self.check = choice_field(N_("Stage check of"), name="check")
        self.note, self.open_box = Prose(look="soft"), Prose(look="label")
        self.check.control.setMinimumContentsLength(16)  # a whole date
        sides = Sides(640, gap="gap")
        sides.add(Heading(1, N_("Stage check")), stretch=1, at=Qt.AlignmentFlag.AlignBottom)
        sides.add(self.check, stretch=0)
        sides.add(self.new, stretch=0, at=Qt.AlignmentFlag.AlignBottom)
        self.ladders = LadderChoice()
        self.add(sides, self.ladders, self.note, self.open_box)

    def show_box(self, told: str) -> None:
        """Say that a ballot box is open, wherever on the page it is; nothing without one."""
        self.open_box.set_plain(told)
        self.open_box.setVisible(bool(told))

    def show_checks(self, rows: Sequence[CheckHead], page: CheckPage) -> None:
        """Offer all checks, the newest first."""
        days = check_days(current(), rows)
        options = [(row.id, plain(days[row.id])) for row in reversed(rows)]
        self.check.control.set_options(options)
        self.check.set_value(page.id)
        self.note.set_plain(_("This is an earlier check. What you change here changes the past."))
        self.note.setVisible(rows[-1].id != page.id)

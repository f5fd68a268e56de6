# SPDX-License-Identifier: MIT
"""The side of the page that shows a check: the four questions as a way around, above what answers them.

It must not know what the parts hold.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from walkthrough.ui.screens.stage_check.head import Questions
from walkthrough.ui.widgets.places import Card, ScrollPage
from walkthrough.ui.widgets.text import Prose
from walkthrough.wording import N_

_NO_PARTS = N_(
    "The room is asked for its stage as a whole, so there is no statement to answer here. Parts with "
    "statements show how you know, and what moves you on. You can add them under Change the ladder."
)


class CheckSide(QWidget):
    """A head, then a part for each question, on one page that scrolls."""

    def __init__(self, head: QWidget, parts: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = tuple(parts)
        self.questions, self.body = Questions(), ScrollPage()
        self._no_parts = Card(N_("This ladder has no parts"))
        self._no_parts.add(Prose(_NO_PARTS))
        self.body.add(head, *parts, self._no_parts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.questions)
        column.addWidget(self.body, 1)
        self.body.verticalScrollBar().valueChanged.connect(self._mark_question)

    def show_parts(self, has_parts: bool) -> None:
        """Show the questions that the parts of a ladder answer; without parts say so in their place."""
        for button, part in zip(self.questions.buttons[1:], self._parts[1:], strict=True):
            button.setVisible(has_parts)
            part.setVisible(has_parts)
        self._no_parts.setVisible(not has_parts)

    def go_to(self, number: int) -> None:
        """Bring the part that answers a question into view."""
        self.body.verticalScrollBar().setValue(
            0 if number == 0 else self._top(self._parts[number]) - self.questions.height() // 4
        )
        self.questions.mark(number)

    def _mark_question(self, value: int) -> None:
        line = value + self.body.viewport().height() // 3
        shown = [(n, self._top(part)) for n, part in enumerate(self._parts) if not part.isHidden()]
        self.questions.mark(max((n for n, top in shown if top <= line), default=0))

    def _top(self, part: QWidget) -> int:
        return part.mapTo(self.body.page, part.rect().topLeft()).y()

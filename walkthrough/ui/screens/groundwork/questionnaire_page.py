# SPDX-License-Identifier: MIT
"""One questionnaire over the whole page: its questions, asking it, its results.

It must not know a workbook: the screen hands it what it shows.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walkthrough.model.queries.questionnaires import QuestionnaireRow
from walkthrough.ui.screen import Desk
from walkthrough.ui.screens.groundwork.ask_part import AskPart
from walkthrough.ui.screens.groundwork.hands import Hands
from walkthrough.ui.screens.groundwork.phrases import version_words
from walkthrough.ui.screens.groundwork.questions_part import QuestionsPart
from walkthrough.ui.screens.groundwork.results_part import ResultsPart
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.part_switch import PartSwitch
from walkthrough.ui.widgets.places import Column, Row, Stack
from walkthrough.ui.widgets.spoken import plain
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import N_

QUESTIONS, ASK, RESULTS = range(3)
PARTS = {"questions": QUESTIONS, "ask": ASK, "results": RESULTS}


class QuestionnairePage(Column):
    """Head, switch, and the part that is on."""

    part_asked = Signal(int)

    def __init__(self, desk: Desk, hands: Hands, initiator: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(gap="gap", margin="wide", parent=parent)
        self.title, self.version = Heading(1), Prose(look="soft")
        self.back = Button(N_("All of groundwork"), "quiet", sign="left", keys="Esc", name="groundwork_back")
        self.switch = PartSwitch("groundwork_part", (N_("Questions"), N_("Ask now"), N_("Results")))
        head = Row(gap="gap")
        self._stack = Stack()
        self.add(head, self.version, self.switch)
        self.add(self._stack, stretch=1)
        head.add(self.title, stretch=1)
        head.add(self.back)
        self.questions = QuestionsPart(hands, self._stack)
        self.ask, self.results = AskPart(desk, initiator, self._stack), ResultsPart(self._stack)
        for widget in (self.questions, self.ask, self.results):
            self._stack.addWidget(widget)
        self.switch.asked.connect(self.part_asked)

    def show_head(self, row: QuestionnaireRow) -> None:
        """Show whose page it is."""
        self.title.set_words(plain(row.name))
        self.version.set_words(lambda: version_words(row))
        self.version.setVisible(self.part() == QUESTIONS and bool(version_words(row)))

    def part(self) -> int:
        """Return which part is on."""
        return self._stack.currentIndex()

    def show_part(self, which: int) -> None:
        """Turn to another part."""
        self._stack.setCurrentIndex(which)
        self.switch.mark(which)
        self.version.setVisible(which == QUESTIONS and bool(self.version.text()))

    def first(self) -> QWidget:
        """Return where the keys begin."""
        return (self.questions.first, self.ask.first, self.results.first)[self.part()]()

    def panes(self) -> tuple[QWidget, ...]:
        """Return what F6 goes to."""
        inner = (self.questions.panes, self.ask.panes, self.results.panes)[self.part()]()
        return (self.switch.buttons[self.part()], *inner)

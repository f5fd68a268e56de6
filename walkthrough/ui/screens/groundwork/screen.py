# SPDX-License-Identifier: MIT
"""Groundwork as a page: questionnaires and results of other tools; one questionnaire takes the whole page.

It reads and does commands; how a part looks it leaves to the part.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walkthrough.model import ChangeSet, Command, Refused
from walkthrough.ui.page import Handlers
from walkthrough.ui.screen import Desk, Screen
from walkthrough.ui.screens.groundwork.doing import GroundworkDeeds
from walkthrough.ui.screens.groundwork.hands import Hands, focus_later
from walkthrough.ui.screens.groundwork.list_page import ListPage
from walkthrough.ui.screens.groundwork.list_work import ListWork
from walkthrough.ui.screens.groundwork.opened import OpenQuestionnaire
from walkthrough.ui.screens.groundwork.questionnaire_page import (
    ASK,
    PARTS,
    QUESTIONS,
    RESULTS,
    QuestionnairePage,
)
from walkthrough.ui.screens.groundwork.reading import GroundworkReading, read_groundwork
from walkthrough.ui.widgets.places import Stack

_TABLES = (
    *("questionnaire", "question_section", "question", "asking", "answer_tally"),
    *("outside_result", "outside_score", "partner", "meeting", "attendance"),
)


class GroundworkScreen(Screen):
    """What the group is asked beside its meetings, and what it said."""

    name = "groundwork"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.reading = GroundworkReading()
        hands = Hands(self.do, desk.say, desk.drafts, desk.clock.today)
        deeds = GroundworkDeeds(desk, self.do)
        # Containers first and then what is in them: each move of a full one would style all of it again.
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._stack = Stack(self)
        column.addWidget(self._stack)
        self.list_page = ListPage(hands, desk.ask, self._stack)
        self._stack.addWidget(self.list_page)
        self._listed = ListWork(desk, self.list_page, deeds, self)
        self._opened = OpenQuestionnaire(desk, hands, self, self._stack)
        self._listed.open_asked.connect(self.open_page)
        self._listed.changed.connect(self.actions_changed)
        self._opened.left.connect(self.close_questionnaire)
        self._opened.changed.connect(self.actions_changed)
        self._opened.box_changed.connect(self.refresh)
        self._opened.drop_asked.connect(deeds.take_results_out)
        self.retranslate()

    @property
    def page(self) -> QuestionnairePage:
        """The page of the questionnaire that is open."""
        return self._opened.page

    def refresh(self) -> None:
        """Read and show again; what is chosen and typed stays."""
        self.reading = read_groundwork(self.desk.workbook, self.desk.shelf)
        self._show()

    def concerns(self, changes: ChangeSet) -> bool:
        """Tell whether a questionnaire, its results, or who may be asked changed."""
        return changes.touches(*_TABLES)

    def retranslate(self) -> None:
        """Say again what was put together from words."""
        self._show()
        self.list_page.outside.retranslate()
        self._opened.retranslate()

    def show_for(self, **where: Any) -> None:
        """Show a questionnaire (questionnaire_id; part: questions, ask, results) or a result (outside_id)."""
        if key := where.get("questionnaire_id"):
            self.open_page(key, PARTS.get(str(where.get("part")), QUESTIONS))
        elif key := where.get("outside_id"):
            self.close_questionnaire()
            self.list_page.list.choose(key)

    def handlers(self) -> Handlers:
        """What this page does for the keys of the registry."""
        return {
            "edit.add": self._add,
            "entry.edit": self._edit_here,
            "entry.up": lambda: self.page.questions.move_chosen(-1),
            "entry.down": lambda: self.page.questions.move_chosen(1),
            "entry.bin": self._drop_here,
            "view.picture": lambda: self.page.results.toggle_table(),
        }

    def can(self, action_id: str) -> bool:
        """Tell whether there is something to do it with."""
        on_questions = self._opened.is_at(QUESTIONS)
        match action_id:
            case "entry.up" | "entry.down":
                return on_questions and self.page.questions.can_change()
            case "view.picture":
                return self._opened.is_at(RESULTS)
            case "entry.edit" | "entry.bin":
                return on_questions or (not self._opened.key and bool(self.list_page.chosen()))
        return not self._opened.key or on_questions

    def first_focus(self) -> QWidget:
        """The list, or where the open questionnaire begins."""
        return self.page.first() if self._opened.key else self.list_page.list

    def parts(self) -> tuple[QWidget, ...]:
        """What F6 goes to."""
        return self.page.panes() if self._opened.key else self.list_page.panes()

    def only_actions(self) -> frozenset[str] | None:
        """Return the only actions that may work now, while the laptop goes round; None for all."""
        return self._opened.only_actions()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits go to a ballot that is typed; Esc goes back to the list."""
        if self._opened.is_at(ASK) and self.page.ask.round.take_key(event):
            return
        if event.key() == Qt.Key.Key_Escape and self._opened.key and not self.page.ask.round.is_busy():
            self.close_questionnaire()
            return
        super().keyPressEvent(event)

    def do(self, command: Command) -> Refused | None:
        """Do a command and show what came of it; a refusal is handed back to be shown beside its field."""
        try:
            self.desk.workbook.do(command, initiator=self)
        except Refused as refused:
            return refused
        return None

    def open_page(self, key: str, part: int) -> None:
        """Let a questionnaire of the workbook take the whole page."""
        self.list_page.list.choose(key)
        self._opened.begin(key, part, self.reading)

    def close_questionnaire(self) -> None:
        """Go back to the list."""
        if key := self._opened.end():
            self._stack.setCurrentWidget(self.list_page)
            self.refresh()
            self.list_page.list.choose(key)
            focus_later(self.list_page.list)

    def _show(self) -> None:
        self._listed.show_reading(self.reading)
        self._opened.show_reading(self.reading)
        self.actions_changed.emit()

    def _add(self) -> None:
        if self._opened.key:
            focus_later(self.page.questions.form.text.control)
        else:
            self._listed.begin_new()

    def _edit_here(self) -> None:
        if self._opened.key:
            self.page.questions.change_chosen()
        else:
            self._listed.edit_chosen()

    def _drop_here(self) -> None:
        if self._opened.key:
            self.page.questions.take_out_chosen()
        else:
            self._listed.take_out_chosen()

# SPDX-License-Identifier: MIT
"""Groundwork as a page: questionnaires and results of other tools; one questionnaire takes the whole page.

It reads and does commands; how a part looks it leaves to the part.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from walkthrough.model import ChangeSet, Command, Refused
from walkthrough.model.queries.partners import partners
from walkthrough.model.queries.questionnaires import asking_result, askings, questionnaire
from walkthrough.model.queries.roll import people_here
from walkthrough.ui.page import Handlers
from walkthrough.ui.screen import Desk, Screen
from walkthrough.ui.screens.groundwork.doing import GroundworkDeeds
from walkthrough.ui.screens.groundwork.hands import Hands, focus_later
from walkthrough.ui.screens.groundwork.list_page import NEW, NOTHING, OUTSIDE, SUMMARY, ListPage
from walkthrough.ui.screens.groundwork.questionnaire_page import (
    ASK,
    PARTS,
    QUESTIONS,
    RESULTS,
    QuestionnairePage,
)
from walkthrough.ui.screens.groundwork.reading import SHELF, GroundworkReading, read_groundwork
from walkthrough.wording import _

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
        self._opened = self._asking = ""
        self._is_new_result = False
        self._deeds = GroundworkDeeds(desk, self.do)
        self._hands = Hands(self.do, desk.say, desk.drafts, desk.clock.today)
        # Containers first and then what is in them: each move of a full one would style all of it again.
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._stack = QStackedWidget(self)
        column.addWidget(self._stack)
        self.list_page = ListPage(self._hands, desk.ask, self._stack)
        self._stack.addWidget(self.list_page)
        self._page: QuestionnairePage | None = None
        self._join()
        self.retranslate()

    # -- the page of the frame

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
        if self._page is not None:
            self._page.ask.retranslate()
            self._page.results.retranslate()

    def show_for(self, **where: Any) -> None:
        """Show a questionnaire (questionnaire_id; part: questions, ask, results) or a result (outside_id)."""
        if key := where.get("questionnaire_id"):
            self.list_page.list.choose(key)
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
        on_questions = bool(self._opened) and self.page.part() == QUESTIONS
        match action_id:
            case "entry.up" | "entry.down":
                return on_questions and self.page.questions.can_change()
            case "view.picture":
                return bool(self._opened) and self.page.part() == RESULTS
            case "entry.edit" | "entry.bin":
                return on_questions or (not self._opened and bool(self.list_page.chosen()))
        return not self._opened or on_questions

    def first_focus(self) -> QWidget:
        """The list, or where the open questionnaire begins."""
        return self.page.first() if self._opened else self.list_page.list

    def parts(self) -> tuple[QWidget, ...]:
        """What F6 goes to."""
        return self.page.panes() if self._opened else self.list_page.panes()

    def only_actions(self) -> frozenset[str] | None:
        """Return the only actions that may work now, while the laptop goes round; None for all."""
        return self._page.ask.round.only_actions() if self._page is not None else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits go to a ballot that is typed; Esc goes back to the list."""
        asks = bool(self._opened) and self.page.part() == ASK
        if asks and self.page.ask.round.take_key(event):
            return
        if event.key() == Qt.Key.Key_Escape and self._opened and not self.page.ask.round.is_busy():
            self.close_questionnaire()
            return
        super().keyPressEvent(event)

    # -- for its parts

    @property
    def page(self) -> QuestionnairePage:
        """The page of one questionnaire, made when it is first wanted."""
        if self._page is None:
            self._page = QuestionnairePage(self.desk, self._hands, self, self._stack)
            self._stack.addWidget(self._page)
            self._join_page(self._page)
        return self._page

    def do(self, command: Command) -> Refused | None:
        """Do a command and show what came of it; a refusal is handed back to be shown beside its field."""
        try:
            self.desk.workbook.do(command, initiator=self)
        except Refused as refused:
            return refused
        return None

    def open_page(self, key: str, part: int) -> None:
        """Let a questionnaire of the workbook take the whole page."""
        self._opened, self._asking = key, ""
        self.page.show_part(part)
        self._stack.setCurrentWidget(self.page)
        self._show_page()
        focus_later(self.page.first())
        self.actions_changed.emit()

    def close_questionnaire(self) -> None:
        """Go back to the list."""
        if not self._opened:
            return
        self.list_page.list.choose(self._opened)
        self._opened = ""
        self._stack.setCurrentWidget(self.list_page)
        self.refresh()
        focus_later(self.list_page.list)
        self.actions_changed.emit()

    # -- inside

    def _join(self) -> None:
        first = self.list_page
        first.list.chosen.connect(lambda _key: self._on_chosen())
        first.list.activated_row.connect(lambda _key: self._enter())
        first.list.edit_asked.connect(lambda _key: self._edit_here())
        first.list.bin_asked.connect(lambda _key: self._drop_here())
        first.new.clicked.connect(self._new)
        first.type_in.clicked.connect(self._new_result)
        first.form.made.connect(lambda key: self.open_page(key, QUESTIONS))
        first.outside.added.connect(self._on_result_added)
        summary = first.summary
        summary.ask_asked.connect(lambda: self._open_chosen(ASK))
        summary.results_asked.connect(lambda: self._open_chosen(RESULTS))
        summary.change_asked.connect(lambda: self._open_chosen(QUESTIONS))
        summary.copy_asked.connect(self._copy)
        summary.drop_asked.connect(self._drop_here)

    def _join_page(self, page: QuestionnairePage) -> None:
        page.back.clicked.connect(self.close_questionnaire)
        page.part_asked.connect(self._turn_to)
        page.questions.version_made.connect(self._follow)
        page.questions.list.chosen.connect(lambda _key: self.actions_changed.emit())
        page.ask.sealed.connect(self._on_sealed)
        page.ask.changed.connect(self._on_box)
        page.results.asking_asked.connect(self._show_asking)
        page.results.drop_asked.connect(self._deeds.take_results_out)

    def _show(self) -> None:
        self.list_page.show_reading(self.reading)
        if not self.list_page.list.chosen_id() and (first := self.reading.first()):
            self.list_page.list.choose(first)
        self._show_side()
        self._show_page()
        self.actions_changed.emit()

    def _show_side(self) -> None:
        view, key = self.list_page, self.list_page.chosen()
        head, piece = self.reading.head(key), self.reading.piece(key.removeprefix(SHELF))
        if view.side_shown() == NEW or (view.side_shown() == OUTSIDE and self._is_new_result):
            return
        if head is not None and (row := self.desk.workbook.read(questionnaire, head.id)) is not None:
            view.summary.show_own(head, row, is_open=head.id in self.reading.open_boxes)
            view.show_side(SUMMARY)
        elif piece is not None:
            view.summary.show_piece(piece)
            view.show_side(SUMMARY)
        elif (result := self.reading.result(key)) is not None:
            view.outside.show_result(result, self.reading.tool_of(key))
            view.show_side(OUTSIDE)
        else:
            view.show_side(NOTHING)

    def _show_page(self) -> None:
        if not self._opened:
            return
        read, page = self.desk.workbook.read, self.page
        row = read(questionnaire, self._opened)
        if row is None:  # an undo took it out
            self.close_questionnaire()
            return
        page.show_head(row)
        page.questions.show_questions(row, is_open=row.id in self.reading.open_boxes)
        if page.part() == ASK:
            meeting = self.desk.workbook.live_meeting
            names = [one.short or one.name for one in read(partners) if not one.has_left]
            page.ask.show_ask(row, read(people_here, meeting) if meeting else 0, names)
        elif page.part() == RESULTS:
            times = read(askings, row.code)
            known = [one.id for one in times]
            shown = self._asking if self._asking in known else next(iter(known), "")
            page.results.show_results(times, read(asking_result, shown) if shown else None)

    def _on_chosen(self) -> None:
        self._is_new_result = False
        if self.list_page.side_shown() in (NEW, OUTSIDE):
            self.list_page.show_side(NOTHING)
        self._show_side()
        self.actions_changed.emit()

    def _open_chosen(self, part: int) -> None:
        key = self.list_page.chosen()
        if (piece := self.reading.piece(key.removeprefix(SHELF))) is not None and key.startswith(SHELF):
            key = self._deeds.take_over(piece, self.desk.shelf.questionnaire_language(piece.id))
        if self.reading.head(key) is not None:
            self.open_page(key, part)

    def _enter(self) -> None:
        """Enter on a row: the results where there are some, else what can be done with it first."""
        key = self.list_page.chosen()
        head = self.reading.head(key)
        if head is not None and head.id not in self.reading.open_boxes and head.askings:
            self._open_chosen(RESULTS)
        elif head is not None and not head.is_shipped and not head.questions:
            self._open_chosen(QUESTIONS)
        else:
            focus_later(self.list_page.side_first())

    def _edit_here(self) -> None:
        if self._opened:
            self.page.questions.change_chosen()
        elif (head := self.reading.head(self.list_page.chosen())) is not None and not head.is_shipped:
            self._open_chosen(QUESTIONS)
        elif self.list_page.chosen():
            focus_later(self.list_page.side_first())

    def _add(self) -> None:
        if self._opened:
            self.page.show_part(QUESTIONS)
            focus_later(self.page.questions.form.text.control)
        else:
            self._new()

    def _new(self) -> None:
        self.list_page.show_side(NEW)
        focus_later(self.list_page.form.first())

    def _new_result(self) -> None:
        self._is_new_result = True
        self.list_page.outside.show_result(None, None)
        self.list_page.show_side(OUTSIDE)
        focus_later(self.list_page.outside.first())

    def _on_result_added(self, key: str) -> None:
        self._is_new_result = False
        self.list_page.list.choose(key)
        self._show_side()

    def _copy(self) -> None:
        key = self.list_page.chosen()
        row = self.desk.workbook.read(questionnaire, key)
        piece = self.reading.piece(key.removeprefix(SHELF))
        made = self._deeds.copy_row(row) if row is not None else self._deeds.copy_piece(piece)
        if made:
            self.open_page(made, QUESTIONS)

    def _drop_here(self) -> None:
        if self._opened:
            self.page.questions.take_out_chosen()
        elif (head := self.reading.head(self.list_page.chosen())) is not None:
            if head.id in self.reading.open_boxes:
                self.desk.say(_("A ballot box is open for it. Close the box first."))
            else:
                self._deeds.take_out(head)
        elif self.list_page.side_shown() == OUTSIDE:
            self.list_page.outside.take_out()

    def _turn_to(self, part: int) -> None:
        self.page.show_part(part)
        self._show_page()
        self.actions_changed.emit()

    def _follow(self, version: str) -> None:
        """Go on in the version that a change made."""
        self._opened = version
        self._show_page()
        row = self.page.questions.row
        if row is not None:
            told = _("This is version {n} now. Earlier results stay with the words they were given to.")
            self.desk.say(told.format(n=row.version))

    def _on_box(self) -> None:
        self.reading = read_groundwork(self.desk.workbook, self.desk.shelf)
        self.list_page.show_reading(self.reading)
        row = self.page.questions.row
        if row is not None:
            self.page.questions.show_questions(row, is_open=row.id in self.reading.open_boxes)
        self.actions_changed.emit()

    def _on_sealed(self, _many: int) -> None:
        self._asking = ""
        self._turn_to(RESULTS)
        focus_later(self.page.first())

    def _show_asking(self, key: str) -> None:
        self._asking = key
        self._show_page()

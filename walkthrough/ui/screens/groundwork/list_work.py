# SPDX-License-Identifier: MIT
"""What is done from the list: showing what is chosen beside it, new ones, copies, taking out.

It must not know the page that an opened questionnaire takes.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from walkthrough.model.queries.questionnaires import questionnaire
from walkthrough.ui.screen import Desk
from walkthrough.ui.screens.groundwork.doing import GroundworkDeeds
from walkthrough.ui.screens.groundwork.hands import focus_later
from walkthrough.ui.screens.groundwork.list_page import NEW, NOTHING, OUTSIDE, SUMMARY, ListPage
from walkthrough.ui.screens.groundwork.questionnaire_page import ASK, QUESTIONS, RESULTS
from walkthrough.ui.screens.groundwork.reading import SHELF, GroundworkReading
from walkthrough.wording import _


class ListWork(QObject):
    """Joins the first page to what can be done there."""

    open_asked = Signal(str, int)
    """A questionnaire of the workbook, and the part of its page that is wanted."""
    changed = Signal()
    """Actions may answer differently."""

    def __init__(self, desk: Desk, view: ListPage, deeds: GroundworkDeeds, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._view, self._deeds = desk, view, deeds
        self._is_new_result = False
        self.reading = GroundworkReading()
        self._join()

    def show_reading(self, reading: GroundworkReading) -> None:
        """Show the list as it stands, and what is chosen."""
        self.reading = reading
        self._view.show_reading(reading)
        if not self._view.list.chosen_id() and (first := reading.first()):
            self._view.list.choose(first)
        self._show_side()

    def begin_new(self) -> None:
        """Show the form of a new questionnaire."""
        self._view.show_side(NEW)
        focus_later(self._view.form.first())

    def edit_chosen(self) -> None:
        """Go where the chosen row can be changed."""
        key = self._view.chosen()
        if (head := self.reading.head(key)) is not None and not head.is_shipped:
            self.open_asked.emit(key, QUESTIONS)
        elif key:
            focus_later(self._view.side_first())

    def take_out_chosen(self) -> None:
        """Take out what is chosen; Undo brings it back."""
        if (head := self.reading.head(self._view.chosen())) is not None:
            if head.id in self.reading.open_boxes:
                self._desk.say(_("A ballot box is open for it. Close the box first."))
            else:
                self._deeds.take_out(head)
        elif self._view.side_shown() == OUTSIDE:
            self._view.outside.take_out()

    # -- inside

    def _join(self) -> None:
        view = self._view
        view.list.chosen.connect(lambda _key: self._on_chosen())
        view.list.activated_row.connect(lambda _key: self._enter())
        view.list.edit_asked.connect(lambda _key: self.edit_chosen())
        view.list.bin_asked.connect(lambda _key: self.take_out_chosen())
        view.new.clicked.connect(self.begin_new)
        view.type_in.clicked.connect(self._new_result)
        view.form.made.connect(lambda key: self.open_asked.emit(key, QUESTIONS))
        view.outside.added.connect(self._on_result_added)
        summary = view.summary
        summary.ask_asked.connect(lambda: self._open(ASK))
        summary.results_asked.connect(lambda: self._open(RESULTS))
        summary.change_asked.connect(lambda: self._open(QUESTIONS))
        summary.copy_asked.connect(self._copy)
        summary.drop_asked.connect(self.take_out_chosen)

    def _show_side(self) -> None:
        view, key = self._view, self._view.chosen()
        if view.side_shown() == NEW or (view.side_shown() == OUTSIDE and self._is_new_result):
            return
        head, piece = self.reading.head(key), self.reading.piece(key.removeprefix(SHELF))
        row = self._desk.workbook.read(questionnaire, head.id) if head is not None else None
        if head is not None and row is not None:
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

    def _on_chosen(self) -> None:
        self._is_new_result = False
        if self._view.side_shown() in (NEW, OUTSIDE):
            self._view.show_side(NOTHING)
        self._show_side()
        self.changed.emit()

    def _open(self, part: int) -> None:
        """Open the chosen one; one that ships comes into the workbook first."""
        key = self._view.chosen()
        piece = self.reading.piece(key.removeprefix(SHELF))
        if piece is not None and key.startswith(SHELF):
            key = self._deeds.take_over(piece, self._desk.shelf.questionnaire_language(piece.id))
        if key:
            self.open_asked.emit(key, part)

    def _enter(self) -> None:
        """Enter on a row: the results where there are some, else what can be done with it first."""
        head = self.reading.head(self._view.chosen())
        if head is not None and head.id not in self.reading.open_boxes and head.askings:
            self._open(RESULTS)
        elif head is not None and not head.is_shipped and not head.questions:
            self._open(QUESTIONS)
        else:
            focus_later(self._view.side_first())

    def _new_result(self) -> None:
        self._is_new_result = True
        self._view.outside.show_result(None, None)
        self._view.show_side(OUTSIDE)
        focus_later(self._view.outside.first())

    def _on_result_added(self, key: str) -> None:
        self._is_new_result = False
        self._view.list.choose(key)
        self._show_side()

    def _copy(self) -> None:
        key = self._view.chosen()
        row = self._desk.workbook.read(questionnaire, key)
        piece = self.reading.piece(key.removeprefix(SHELF))
        made = self._deeds.copy_row(row) if row is not None else self._deeds.copy_piece(piece)
        if made:
            self.open_asked.emit(made, QUESTIONS)

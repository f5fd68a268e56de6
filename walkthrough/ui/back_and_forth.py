# SPDX-License-Identifier: MIT
"""Undo, redo and the history of the open workbook, each said in words. It must not know any screen."""

from __future__ import annotations

from PySide6.QtCore import QObject

from walkthrough.model import Refused, StepName, Workbook
from walkthrough.ui.dialogs.history import HistoryDialog
from walkthrough.ui.main_window import MainWindow
from walkthrough.ui.station_names import StationNames
from walkthrough.ui.wording_steps import step_text, undone_text
from walkthrough.ui.wording_ui import refusal_text
from walkthrough.wording import _


class BackAndForth(QObject):
    """Answers the actions of the Edit menu for one workbook at a time."""

    def __init__(self, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._workbook: Workbook | None = None
        self._names = StationNames()
        window.actions_here.answer(
            {"edit.undo": self.undo, "edit.redo": self.redo, "edit.history": self._show_history}
        )

    def use(self, workbook: Workbook | None) -> None:
        """Work on this one from now on."""
        self._workbook = workbook
        self._names.use(workbook)

    def undo(self) -> None:
        """Take back the last step, and say which."""
        self._step(again=False)

    def redo(self) -> None:
        """Do the step again that was taken back last, and say which."""
        self._step(again=True)

    def show_names(self) -> None:
        """Let the menu say what would be taken back and what done again."""
        book = self._workbook
        undo, redo = (book.next_undo, book.next_redo) if book else (None, None)
        self._window.actions_here.set_text("edit.undo", _line(_("&Undo: {what}"), undo))
        self._window.actions_here.set_text("edit.redo", _line(_("&Redo: {what}"), redo))

    def _show_history(self) -> None:
        if self._workbook is not None:
            HistoryDialog(self._workbook, self._names.name, self._window).exec()

    def _step(self, *, again: bool) -> None:
        workbook = self._workbook
        if workbook is None:
            return
        step = workbook.next_redo if again else workbook.next_undo
        # Asked before: afterwards the station may be gone.
        if step is not None and step.facts.get("station_id"):
            self._names.name(str(step.facts["station_id"]))
        try:
            changes = workbook.redo() if again else workbook.undo()
        except Refused as refused:
            self._window.status.say(refusal_text(refused))
            return
        if changes is None:
            self._window.status.say(
                _("There is nothing to do again.") if again else _("There is nothing to undo.")
            )
        else:
            said = undone_text(changes.label, changes.facts, self._names.name, again=again)
            self._window.status.say(said)


def _line(line: str, step: StepName | None) -> str:
    if step is None:
        return ""
    # The name of a station would cost a query at every change; the number is enough in the menu.
    return line.format(what=step_text(step.label, step.facts, lambda _key: ""))

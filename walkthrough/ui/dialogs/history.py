# SPDX-License-Identifier: MIT
"""History: what was done, newest first, and undo one step at a time, older days too (RULES 6).

It must not know how a step is taken back; it is handed the workbook and the names of stations.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDateTime, QLocale
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from walkthrough.model import Refused, Workbook
from walkthrough.model.queries.history import HistoryLine, history
from walkthrough.ui.theme import look_of
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.focus_ring import FocusRing
from walkthrough.ui.widgets.messages import InfoBar
from walkthrough.ui.widgets.places import Row
from walkthrough.ui.widgets.table_list import TableColumn, TableList
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.ui.wording_steps import step_text, undone_text
from walkthrough.ui.wording_ui import refusal_text
from walkthrough.wording import N_, _

StationName = Callable[[str], str]


class HistoryDialog(QDialog):
    """The steps of a workbook, and the way back."""

    def __init__(self, workbook: Workbook, station_name: StationName, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbook, self._station_name = workbook, station_name
        self.setWindowTitle(_("History"))
        look = look_of(parent)
        self.resize(look.px(640), look.px(480))
        self.steps = TableList(
            N_("What was done, newest first"),
            [
                TableColumn(head=N_("When"), cell=_when, weight=1.3),
                TableColumn(head=N_("What"), cell=self._what, weight=3),
                TableColumn(head=N_("State"), cell=_state, weight=1),
            ],
        )
        self.told = InfoBar()
        self.back = Button(N_("&Undo the newest step"), "primary", sign="undo", name="history.undo")
        self.leave = Button(N_("&Close"), "plain", name="history.close")
        self.back.clicked.connect(self._undo)
        self.leave.clicked.connect(self.accept)
        self._lay_out()
        self._ring = FocusRing(self)
        self._show()
        self.steps.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.addWidget(Heading(2, N_("History")))
        column.addWidget(Prose(N_("Steps go back one at a time, also from other days."), look="soft"))
        column.addWidget(self.steps, 1)
        column.addWidget(self.told)
        buttons = Row()
        buttons.add(self.back)
        buttons.add_stretch()
        buttons.add(self.leave)
        column.addWidget(buttons)

    def _show(self) -> None:
        self.steps.set_rows(self._workbook.read(history))
        self.back.setEnabled(self._workbook.next_undo is not None)

    def _undo(self) -> None:
        step = self._workbook.next_undo
        if step is not None and step.facts.get("station_id"):
            self._station_name(str(step.facts["station_id"]))  # asked before: afterwards it may be gone
        try:
            changes = self._workbook.undo(older_too=True)
        except Refused as refused:
            said = refusal_text(refused)
            self.told.show_words(lambda: said, "warn")
            return
        self._show()
        if changes is not None:
            undone = undone_text(changes.label, changes.facts, self._station_name)
            self.told.show_words(lambda: undone, "good")

    def _what(self, line: HistoryLine) -> str:
        if line.kind == "remove":
            return _("something removed for good")
        return step_text(line.label, line.facts, self._station_name)


def _when(line: HistoryLine) -> str:
    local = QDateTime.fromSecsSinceEpoch(int(line.at.timestamp()))
    return QLocale().toString(local, QLocale.FormatType.ShortFormat)


def _state(line: HistoryLine) -> str:
    return _("undone") if line.is_undone else ""

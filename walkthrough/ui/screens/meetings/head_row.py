# SPDX-License-Identifier: MIT
"""The head of one meeting: what it is called, when it is, and the button that makes it live."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walkthrough.model.commands.live import REOPENED_WITHIN_DAYS
from walkthrough.model.queries.meetings import MeetingRow
from walkthrough.model.words import MeetingState
from walkthrough.ui.screens.meetings.phrases import title_words, when_words
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.places import Column, FlowRow
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import N_

_WORDS = {
    MeetingState.PLANNED: N_("&Start the meeting"),
    MeetingState.LIVE: N_("&Go on with the meeting"),
    MeetingState.CLOSED: N_("&Open it again"),
}


class HeadRow(FlowRow):
    """Title and time, and what can be done with the meeting as it stands."""

    go_asked = Signal(str)
    papers_asked = Signal()
    """The papers of a closed meeting are to be written once more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap="gap", parent=parent)
        self._row: MeetingRow | None = None
        self._title = Heading(2, lambda: title_words(self._row) if self._row else "")
        self._when = Prose(lambda: when_words(self._row) if self._row else "", look="soft")
        self.go = Button(_WORDS[MeetingState.PLANNED], "primary", name="meeting_go")
        self.papers = Button(N_("&Write its papers"), "plain", sign="reports", name="meeting_papers")
        self.go.clicked.connect(self._ask)
        self.papers.clicked.connect(self.papers_asked)
        titles = Column(gap="")
        titles.add(self._title, self._when)
        self.add(titles, self.go, self.papers)

    def show_meeting(self, row: MeetingRow, today: date) -> None:
        """Show a meeting; one that was closed long ago cannot be opened again."""
        self._row = row
        self._title.retranslate()
        self._when.retranslate()
        self.go.set_words(_WORDS[row.state])
        is_old = row.state is MeetingState.CLOSED and today - row.day > timedelta(days=REOPENED_WITHIN_DAYS)
        self.go.setVisible(not is_old)
        self.papers.setVisible(row.state is MeetingState.CLOSED)

    def _ask(self) -> None:
        if self._row is not None:
            self.go_asked.emit(self._row.id)

# SPDX-License-Identifier: MIT
"""What the pieces of a part are handed: doing a command, reading a query, saying a sentence, days by words.

They never see the workbook nor the desk.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from walkthrough.model import Command, FileTrouble, Refused
from walkthrough.model.queries.entries import counting_day, next_meeting_day
from walkthrough.ui.screens.live.part import LiveDesk
from walkthrough.ui.widgets.due_input import DayReader
from walkthrough.ui.wording_ui import refusal_text

P = ParamSpec("P")
T = TypeVar("T")


class PartHands:
    """What a part does and reads, for the meeting it shows. `meeting_id` is set when the part begins."""

    def __init__(self, live: LiveDesk) -> None:
        desk = live.desk
        self._live, self._workbook = live, desk.workbook
        self.say, self.drafts, self.settings = desk.say, desk.drafts, desk.settings
        self.days = DayReader(self.counted_from)
        self.meeting_id = ""
        self._meeting_day = date.min

    def begin(self, meeting_id: str) -> None:
        """Work for this meeting from now on."""
        self.meeting_id = meeting_id
        self._meeting_day = self.read(counting_day, date.min, meeting_id)
        self.days.next_meeting = self.read(next_meeting_day, self.counted_from())

    def today(self) -> date:
        """Return the local day."""
        return self._live.desk.clock.today()

    def counted_from(self) -> date:
        """Return the day from which typed days count: the meeting's own where it began early."""
        return max(self.today(), self._meeting_day)

    def read(self, query: Callable[Concatenate[Any, P], T], *args: P.args, **more: P.kwargs) -> T:
        """Run a query; it returns frozen rows."""
        return self._workbook.read(query, *args, **more)

    def do(self, command: Command) -> Refused | None:
        """Do a command; a refusal is handed back to be shown beside its field, and so is file trouble."""
        try:
            self._workbook.do(command, initiator=self._live.screen)
        except Refused as refused:
            return refused
        except FileTrouble as trouble:
            return Refused(trouble.code, **trouble.facts)
        return None

    def did(self, command: Command) -> bool:
        """Do a command that no field stands for; say why if it was refused."""
        refused = self.do(command)
        if refused is not None:
            self.say(refusal_text(refused))
        return refused is None


def focus_later(widget: QWidget) -> None:
    """Give a widget the focus once the part has its new layout, so that it comes into view."""
    QTimer.singleShot(0, widget, lambda: widget.setFocus(Qt.FocusReason.OtherFocusReason))

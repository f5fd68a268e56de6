# SPDX-License-Identifier: MIT
"""A new meeting: the day, when it starts, what it is called, which agenda. Enter plans it.

It must not know how a meeting is stored: it hands out what was typed.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from walkthrough.model import Refused
from walkthrough.model.commands.meeting import PlanMeeting
from walkthrough.model.content.shapes import Agenda
from walkthrough.model.words import AgendaKind, MeetingKind
from walkthrough.ui.screens.meetings.deeds import Hands
from walkthrough.ui.screens.meetings.time_input import time_field
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import choice_field, day_field, line_field
from walkthrough.ui.widgets.places import FlowRow, Row, ScrollPage
from walkthrough.ui.widgets.spoken import plain
from walkthrough.ui.widgets.text import Heading
from walkthrough.ui.wording_ui import refusal_text
from walkthrough.wording import N_

_TITLE, _DAY = "meetings/new/title", "meetings/new/day"
_ALONE = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class NewMeeting(ScrollPage):
    """The form."""

    asked = Signal(object)
    """The command that plans the meeting."""
    given_up = Signal()

    def __init__(self, hands: Hands, agendas: Sequence[Agenda], parent: QWidget | None = None) -> None:
        super().__init__(gap="gap", margin="", parent=parent)
        self._drafts, self._agendas = hands.drafts, agendas
        self.title = line_field(N_("Title"), optional=True, name="new_title")
        self.day = day_field(
            N_("Day"), parse=hands.read_day, hint=N_("Such as 3/1, 2w or next friday."), name="new_day"
        )
        self.starts = time_field(N_("Starts"), optional=True, name="new_starts")
        self.agenda = choice_field(
            N_("Agenda template"),
            [("", N_("No agenda yet")), *((one.id, plain(one.name)) for one in agendas)],
            name="new_agenda",
        )
        self.agenda.set_value("")
        save = Button(N_("Plan this meeting"), "primary", sign="add", name="new_plan")
        save.clicked.connect(self._ask)
        cancel = Button(N_("Cancel"), "quiet", keys="Esc", name="new_cancel")
        cancel.clicked.connect(self.given_up)
        hands.drafts.watch(_TITLE, self.title.control)
        hands.drafts.watch(_DAY, self.day.control)
        when, buttons = Row(gap="gap"), FlowRow()
        for field in (self.day, self.starts):
            when.box.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        buttons.add(save, cancel)
        self.add(Heading(2, N_("New meeting")), when, self.title, self.agenda, buttons)
        self.add_stretch()

    def first(self) -> QWidget:
        """Return the field to begin with."""
        control: QWidget = self.day.control
        return control

    def done(self) -> None:
        """It was planned: empty the form for the next one."""
        self.title.set_value("")
        self.day.set_value(None)
        self.starts.set_value("")
        self.agenda.set_value("")
        for key in (_TITLE, _DAY):
            self._drafts.saved(key)

    def show_refusal(self, refused: Refused) -> None:
        """Say beside the field what is wrong."""
        field = self.starts if refused.facts.get("field") == "starts" else self.day
        field.set_error(lambda: refusal_text(refused))
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() in _ALONE:
            self._ask()  # from whatever field the key comes, lists that drop down too
            return
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            return
        super().keyPressEvent(event)

    def _ask(self) -> None:
        for field in (self.day, self.starts):
            if not field.commit():
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        if self.day.value() is None:
            self.show_refusal(Refused("text_missing", field="day"))
            return
        agenda = next((one for one in self._agendas if one.id == self.agenda.value()), None)
        starts = self.starts.value()
        values = {"title": self.title.value(), "starts": starts}
        if agenda is not None and any(part.kind is AgendaKind.RAISED for part in agenda.parts):
            values["kind"] = MeetingKind.STEERING
        if agenda is not None and starts:
            values["ends"] = _later(starts, agenda.minutes)
        parts = tuple((part.kind, part.name, part.minutes) for part in agenda.parts) if agenda else ()
        self.asked.emit(PlanMeeting(self.day.value(), values, parts))


def _later(starts: str, minutes: int) -> str:
    """Return the time so many minutes later; none if that is another day."""
    whole = int(starts[:2]) * 60 + int(starts[3:]) + minutes
    return f"{whole // 60:02}:{whole % 60:02}" if whole < 24 * 60 else ""

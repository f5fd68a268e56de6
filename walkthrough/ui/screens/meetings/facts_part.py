# SPDX-License-Identifier: MIT
"""When, where and what for: the fields of one meeting. Each saves itself when it is left."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimeZone
from PySide6.QtWidgets import QWidget

from walkthrough.model import Refused
from walkthrough.model.commands.meeting import EditMeeting
from walkthrough.model.words import MeetingKind, MeetingMode, MeetingState
from walkthrough.ui.screens.meetings.deeds import Hands
from walkthrough.ui.screens.meetings.phrases import FOR_PAPER, FOR_YOU
from walkthrough.ui.screens.meetings.reading import MeetingDetail, MeetingsReading
from walkthrough.ui.screens.meetings.time_input import time_field
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import choice_field, day_field, line_field, suggest_field, text_field
from walkthrough.ui.widgets.places import Row, ScrollPage
from walkthrough.ui.widgets.row_form import RowForm
from walkthrough.ui.wording_ui import options
from walkthrough.wording import N_

_PAIRS = (
    ("day", "next_day"), ("starts", "ends"), ("place", "zone"), ("kind", "mode"), ("facilitator", "recorder"),
)  # fmt: skip
_ORDER = ("title", "day", "starts", "place", "purpose", "kind", "facilitator", "state", "private_note")


class FactsPart(ScrollPage):
    """The form; `show_detail` puts a meeting in it."""

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(gap="gap", margin="", parent=parent)
        self._hands = hands
        self._meeting_id = ""
        self.form = RowForm("meetings/meeting", hands.drafts, self._save, self)
        self.take_out = Button(N_("Take this meeting out"), "quiet", sign="bin", name="meeting_out")
        self._rows: dict[str, Row] = {}
        self._make_fields()
        self._lay_out()

    def show_detail(self, detail: MeetingDetail, reading: MeetingsReading, safe: bool) -> None:
        """Show a meeting; who leads it is for paper, the note for the presenter alone."""
        self._meeting_id = detail.row.id
        fields = self.form.fields
        used = {row.zone for row in reading.meetings if row.zone}
        here = bytes(QTimeZone.systemTimeZoneId().data()).decode()
        fields["zone"].control.set_suggestions(sorted({*used, here}))
        fields["place"].control.set_suggestions(sorted({row.place for row in reading.meetings if row.place}))
        states: list[MeetingState] = [state for state in MeetingState if state is not MeetingState.LIVE]
        if detail.row.state is MeetingState.LIVE:
            states.insert(1, MeetingState.LIVE)
        words = dict(options(MeetingState))
        fields["state"].control.set_options([(state, words[state]) for state in states])
        values = {name: getattr(detail.row, name) for name in fields if name != "private_note"}
        self.form.show(detail.row.id, {**values, "private_note": detail.note})
        self._rows["facilitator"].setVisible(not safe)
        fields["private_note"].setVisible(not safe)

    def first(self) -> QWidget:
        """Return the field to begin with."""
        control: QWidget = self.form.fields["title"].control
        return control

    def _make_fields(self) -> None:
        add, read_day = self.form.add, self._hands.read_day
        add("title", line_field(N_("Title"), name="meeting_title"))
        add("day", day_field(N_("Day"), parse=read_day, name="meeting_day"))
        add("next_day", day_field(N_("Next meeting"), parse=read_day, optional=True, name="meeting_next"))
        add("starts", time_field(N_("Starts"), name="meeting_starts"))
        add("ends", time_field(N_("Ends"), name="meeting_ends"))
        add("place", suggest_field(N_("Place"), name="meeting_place"))
        add("zone", suggest_field(N_("Time zone"), optional=True, name="meeting_zone"))
        add("purpose", text_field(N_("What it is for"), lines=2, name="meeting_purpose"))
        add("kind", choice_field(N_("Kind"), options(MeetingKind), name="meeting_kind"))
        add("mode", choice_field(N_("Where people sit"), options(MeetingMode), name="meeting_mode"))
        add("facilitator", line_field(N_("Facilitator"), hint=FOR_PAPER, name="meeting_facilitator"))
        add("recorder", line_field(N_("Recorder"), hint=FOR_PAPER, name="meeting_recorder"))
        add("state", choice_field(N_("How it stands"), name="meeting_state"))
        add("private_note", text_field(N_("Private note"), lines=2, hint=FOR_YOU, name="meeting_note"))

    def _lay_out(self) -> None:
        fields, beside = self.form.fields, dict(_PAIRS)
        for name in _ORDER:
            if name not in beside:
                self.add(fields[name])
                continue
            row = self._rows[name] = Row(gap="gap")
            for one in (name, beside[name]):
                row.box.addWidget(fields[one], 1, Qt.AlignmentFlag.AlignTop)
            self.add(row)
        self.add(self.take_out)
        self.add_stretch()

    def _save(self, column: str, value: Any) -> Refused | None:
        return self._hands.do(EditMeeting(self._meeting_id, {column: value}))

# SPDX-License-Identifier: MIT
"""What came of a meeting: its decisions and parked topics, a line for new ones, and what became of each.

It must not know the list of meetings.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from walkthrough.model import Refused
from walkthrough.model.commands.entry import DropEntry, EditEntry, HoldEntry, RecordEntry, ReleaseEntry
from walkthrough.model.queries.meetings import DecisionRow, ParkedRow
from walkthrough.model.words import Kind, ParkedState
from walkthrough.ui.screens.meetings.deeds import Hands, focus_later
from walkthrough.ui.screens.meetings.phrases import FOR_PAPER, outcome_cells
from walkthrough.ui.screens.meetings.reading import MeetingDetail
from walkthrough.ui.widgets.field import choice_field, day_field, line_field, radio_group_field, text_field
from walkthrough.ui.widgets.fit_list import FitList
from walkthrough.ui.widgets.places import Card, ScrollPage
from walkthrough.ui.widgets.row_form import RowForm
from walkthrough.ui.widgets.text import Prose
from walkthrough.ui.wording_ui import options, refusal_text, word
from walkthrough.wording import N_, _

_KEYS = {"1": ParkedState.SETTLED, "2": ParkedState.DROPPED, "3": ParkedState.OPEN}
_LINE = "meetings/outcome/line"
_HELD = N_("The wording is on hold, so it is not shown while the room can see.")
Entry = DecisionRow | ParkedRow


class OutcomePart(ScrollPage):
    """The list, the fields of the chosen entry, the line."""

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(gap="gap", margin="", parent=parent)
        self._hands = hands
        self._detail: MeetingDetail | None = None
        self._is_safe = True
        self.list = FitList(
            N_("Decisions and parked topics"),
            keys="".join(_KEYS),
            empty=N_("Nothing yet. Write below what was decided, or what waits for later."),
        )
        self._keys = Prose(N_("On a parked topic: 1 settled, 2 dropped, 3 open again."), look="small")
        self.decision = RowForm("meetings/decision", hands.drafts, self._save_decision, self)
        self.topic = RowForm("meetings/topic", hands.drafts, self._save_topic, self)
        self._decision_card, self._topic_card = Card(N_("This decision")), Card(N_("This parked topic"))
        self._on_hold = Prose(_HELD, look="soft")
        kinds = [(Kind.DECISION, N_("Decision")), (Kind.PARKED, N_("Parked topic"))]
        self.kind = radio_group_field(N_("Write down a new"), kinds, across=True, name="outcome_kind")
        self.kind.set_value(Kind.DECISION)
        self.line = line_field(N_("In one line"), hint=N_("Enter writes it down."), name="outcome_line")
        self._make_fields()
        self.add(
            self.kind, self.line, self.list, self._keys, self._on_hold, self._decision_card, self._topic_card
        )
        self.add_stretch()
        self._join()

    def show_detail(self, detail: MeetingDetail, safe: bool) -> None:
        """Show what came of a meeting; held wording stays off the wall."""
        if self._detail is None or self._detail.row.id != detail.row.id:
            self.list.setCurrentIndex(self.list.model().index(-1, 0))
        self._detail, self._is_safe = detail, safe
        self.list.set_rows(outcome_cells(detail, safe))
        self._keys.setVisible(bool(detail.parked or detail.still_open))
        self._show_fields()

    def first(self) -> QWidget:
        """Return the control to begin with."""
        control: QWidget = self.list if self.list.row_count() else self.line.control
        return control

    def chosen(self) -> tuple[Kind, Entry] | None:
        """Return the entry that is chosen with its kind."""
        key = self.list.chosen_id()
        if self._detail is None or not key:
            return None
        if (decision := self._detail.decision(key)) is not None:
            return Kind.DECISION, decision
        topic = self._detail.topic(key)
        return (Kind.PARKED, topic) if topic is not None else None

    def take_out(self) -> None:
        """Take the chosen entry out; Undo brings it back."""
        chosen = self.chosen()
        if chosen is not None and self._hands.did(DropEntry(chosen[0], chosen[1].id)):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self._hands.say(_("#{number} is out. Undo brings it back.").format(number=chosen[1].number))

    def hold(self) -> None:
        """Keep the wording off wall and paper, or let it out again."""
        chosen = self.chosen()
        if chosen is None:
            return
        kind, row = chosen
        command = ReleaseEntry if row.held else HoldEntry
        if self._hands.did(command(kind, row.id)):
            told = _("#{number} may be shown again.") if row.held else _("#{number}: the wording is on hold.")
            self._hands.say(told.format(number=row.number))

    def _make_fields(self) -> None:
        read_past = self._hands.read_past
        self.decision.add("text", text_field(N_("Decision"), lines=1, name="decision_text"))
        self.decision.add("rule", line_field(N_("How it was decided"), optional=True, name="decision_rule"))
        self.decision.add("decided_on", day_field(N_("Decided on"), parse=read_past, name="decision_day"))
        self.decision.add(
            "decided_by", line_field(N_("Who decided"), hint=FOR_PAPER, optional=True, name="decision_by")
        )
        self.topic.add("text", text_field(N_("Topic"), lines=1, name="topic_text"))
        self.topic.add("state", choice_field(N_("How it stands"), options(ParkedState), name="topic_state"))
        self.topic.add("outcome", text_field(N_("What came of it"), lines=1, name="topic_outcome"))
        self._decision_card.add(*self.decision.fields.values())
        self._topic_card.add(*self.topic.fields.values())

    def _join(self) -> None:
        self.line.control.returnPressed.connect(self._write_down)
        self._hands.drafts.watch(_LINE, self.line.control)
        self.list.chosen.connect(lambda _key: self._show_fields())
        self.list.bin_asked.connect(lambda _key: self.take_out())
        self.list.key_asked.connect(self._on_key)
        for opened in (self.list.activated_row, self.list.edit_asked):
            opened.connect(lambda _key: self._open())

    def _show_fields(self) -> None:
        chosen = self.chosen()
        row = chosen[1] if chosen else None
        on_hold = row is not None and row.held and self._is_safe
        self._on_hold.setVisible(on_hold)
        self._decision_card.setVisible(isinstance(row, DecisionRow) and not on_hold)
        self._topic_card.setVisible(isinstance(row, ParkedRow) and not on_hold)
        form = self.decision if isinstance(row, DecisionRow) else self.topic
        if row is not None and not on_hold:
            form.show(row.id, {name: getattr(row, name) for name in form.fields})
        self.decision.fields["decided_by"].setVisible(not self._is_safe)

    def _open(self) -> None:
        for card, form, name in (
            (self._decision_card, self.decision, "text"), (self._topic_card, self.topic, "outcome"),
        ):  # fmt: skip
            if not card.isHidden():
                focus_later(form.fields[name].control)

    def _on_key(self, key: str, pressed: str) -> None:
        topic = self._detail.topic(key) if self._detail is not None else None
        if topic is None:
            return
        state = _KEYS[pressed]
        if self._hands.did(EditEntry(Kind.PARKED, key, values={"state": state})):
            self._hands.say(_("#{number}: {state}.").format(number=topic.number, state=word(state)))
            if state is not ParkedState.OPEN and not topic.outcome and not self._topic_card.isHidden():
                focus_later(self.topic.fields["outcome"].control)

    def _write_down(self) -> None:
        if self._detail is None:
            return
        command = RecordEntry(self.kind.value(), self.line.value(), meeting_id=self._detail.row.id)
        refused = self._hands.do(command)
        if refused is not None:
            self.line.set_error(lambda: refusal_text(refused))
            return
        self.line.set_value("")
        self._hands.drafts.saved(_LINE)
        self._hands.say(_("#{number} is written down.").format(number=command.facts()["number"]))

    def _save_decision(self, column: str, value: Any) -> Refused | None:
        return self._save(Kind.DECISION, column, value)

    def _save_topic(self, column: str, value: Any) -> Refused | None:
        return self._save(Kind.PARKED, column, value)

    def _save(self, kind: Kind, column: str, value: Any) -> Refused | None:
        chosen = self.chosen()
        if chosen is None:
            return None
        if column == "text":
            return self._hands.do(EditEntry(kind, chosen[1].id, text=value))
        return self._hands.do(EditEntry(kind, chosen[1].id, values={column: value}))

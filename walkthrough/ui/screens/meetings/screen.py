# SPDX-License-Identifier: MIT
"""The meetings as a page: those to come and past ones, and the chosen one with agenda, people and outcome.

It reads the meetings and does commands; how a part looks it leaves to the part.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walkthrough.model import ChangeSet, Command, Refused
from walkthrough.model.commands.meeting import PlanMeeting
from walkthrough.ui.page import Handlers
from walkthrough.ui.screen import Desk, Screen
from walkthrough.ui.screens.meetings.deeds import Hands, focus_later
from walkthrough.ui.screens.meetings.doing import MeetingDeeds
from walkthrough.ui.screens.meetings.meeting_panel import AGENDA, FACTS, OUTCOME, PEOPLE, PREPARE
from walkthrough.ui.screens.meetings.papers import Papers
from walkthrough.ui.screens.meetings.phrases import day_text
from walkthrough.ui.screens.meetings.reading import MeetingsReading, read_detail, read_meetings
from walkthrough.ui.screens.meetings.view import MEETING, NEW, RULES, MeetingsView
from walkthrough.wording import _

_TABLES = ("meeting", "agenda_part", "attendance", "decision", "parked_topic", "partner", "seat")
_PREPARED = ("walk", "station", "meeting_station", "ladder", "dimension", "meeting_dimension")
_PARTS = {"facts": FACTS, "agenda": AGENDA, "prepare": PREPARE, "people": PEOPLE, "outcome": OUTCOME}


class MeetingsScreen(Screen):
    """When we meet, on what, who comes, and what came of it."""

    name = "meetings"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._is_safe = desk.room.safe
        self.reading = MeetingsReading()
        self._meeting_id = ""
        self._deeds = MeetingDeeds(desk, self.do)
        self._papers = Papers(desk, lambda: self.reading.meeting(self._meeting_id))
        self.view = MeetingsView(Hands(self.do, desk.say, desk.drafts, desk.clock.today), desk.shelf)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._join()
        self.retranslate()

    def refresh(self) -> None:
        """Read the meetings and show them; what is chosen and typed stays."""
        self.reading = read_meetings(self.desk.workbook, self.desk.clock.today())
        self._show()
        self._open_draft()

    def concerns(self, changes: ChangeSet) -> bool:
        """Tell whether a meeting, or anything that belongs to one, changed."""
        return changes.touches(*_TABLES, *_PREPARED)

    def retranslate(self) -> None:
        """Say again what was put together from words."""
        self._show()

    def show_for(self, **where: Any) -> None:
        """Show a meeting (meeting_id), and of it a part (facts, agenda, people, outcome)."""
        if where.get("meeting_id"):
            self.view.list.choose(where["meeting_id"])
        if where.get("part") in _PARTS:
            self.view.panel.show_part(_PARTS[where["part"]])

    def handlers(self) -> Handlers:
        """What this page does for the keys of the registry."""
        return {
            "edit.add": self._add,
            "entry.edit": partial(self.view.panel.edit_here, self._enter),
            "entry.up": lambda: self.view.panel.agenda.move_part(-1),
            "entry.down": lambda: self.view.panel.agenda.move_part(1),
            "entry.hold": lambda: self.view.panel.outcome.hold(),
            "entry.bin": self._drop_here,
            "entry.remove_for_good": self._remove_for_good,
            "wall.show": self._papers.dry_run,
            "wall.stop": self.desk.projection.stop,
        }

    def can(self, action_id: str) -> bool:
        """Tell whether there is something to do it with."""
        panel = self.view.panel
        has_panel = self.view.side_shown() == MEETING
        match action_id:
            case "entry.up" | "entry.down":
                return has_panel and panel.part() == AGENDA and panel.agenda.chosen() >= 0
            case "entry.hold":
                return has_panel and panel.part() == OUTCOME and panel.outcome.chosen() is not None
            case "wall.show":
                return self.reading.meeting(self._meeting_id) is not None
            case "entry.remove_for_good":
                return self._row_chosen() is not None
        return True

    def set_room_safe(self, safe: bool) -> None:
        """Leave out names, notes and held wording; count lived experience, while the room can see."""
        self._is_safe = safe
        self._show()

    def first_focus(self) -> QWidget:
        """The list, or the way to begin."""
        return self.view.main()

    def parts(self) -> tuple[QWidget, ...]:
        """List, the switch of the meeting, what it shows."""
        switch = self.view.panel.switch
        middle = (switch.buttons[switch.marked()],) if self.view.side_shown() == MEETING else ()
        return (self.view.main(), *middle, self.view.side_first())

    def do(self, command: Command) -> Refused | None:
        """Do a command and show what came of it; a refusal is handed back to be shown beside its field."""
        try:
            self.desk.workbook.do(command, initiator=self)
        except Refused as refused:
            return refused
        return None

    def _join(self) -> None:
        view = self.view
        view.list.chosen.connect(self._on_chosen)
        for opened in (view.list.activated_row, view.list.edit_asked):
            opened.connect(lambda _key: self._enter())
        view.list.bin_asked.connect(lambda _key: self._drop_here())
        view.panel.left.connect(self._back)
        view.panel.head.go_asked.connect(lambda key: self.desk.go("live", meeting_id=key))
        view.panel.head.papers_asked.connect(self._papers.write_papers)
        view.panel.dry_run_asked.connect(self._papers.dry_run)
        view.panel.print_asked.connect(self._papers.write_print_pack)
        view.panel.part_changed.connect(self.actions_changed)
        view.panel.take_out_asked.connect(self._take_meeting_out)
        view.panel.row_chosen.connect(self.actions_changed)
        view.new_asked.connect(self._new)
        view.plan_asked.connect(self._plan)
        view.given_up.connect(self._give_up)

    def _show(self) -> None:
        view = self.view
        view.show_reading(self.reading, self.desk.clock.today())
        if self.reading.meeting(self._meeting_id) is None and self.reading.meetings:
            view.list.choose(self.reading.meetings[0].id)
        self._show_side()
        self.actions_changed.emit()

    def _show_side(self) -> None:
        view, row = self.view, self.reading.meeting(self._meeting_id)
        if view.side_shown() == NEW:
            return
        view.show_side(RULES if row is None else MEETING)
        if row is not None:
            detail = read_detail(self.desk.workbook, row, self._is_safe)
            view.panel.show_detail(detail, self.reading, self._is_safe)

    def _on_chosen(self, key: str) -> None:
        if self.reading.meeting(key) is not None and key != self._meeting_id:
            self._meeting_id = key
            self._close_form()
            self._show_side()
            self.actions_changed.emit()

    def _enter(self) -> None:
        self._close_form()
        self._show_side()
        focus_later(self.view.side_first())

    def _back(self) -> None:
        self.view.main().setFocus(Qt.FocusReason.OtherFocusReason)

    def _new(self) -> None:
        self.view.show_side(NEW)
        focus_later(self.view.form.first())
        self.actions_changed.emit()

    def _close_form(self) -> None:
        if self.view.side_shown() == NEW:
            self.view.show_side(RULES)

    def _give_up(self) -> None:
        self._close_form()
        self._show_side()
        self._back()

    def _plan(self, command: PlanMeeting) -> None:
        refused = self.do(command)
        if refused is not None:
            self.view.form.show_refusal(refused)
            return
        self.view.form.done()
        self.view.list.choose(command.id)
        self._give_up()
        self.desk.say(_("The meeting on {day} is planned.").format(day=day_text(command.day)))

    def _add(self) -> None:
        panel = self.view.panel
        is_inside = self.view.side_shown() == MEETING and panel.isAncestorOf(self.focusWidget())
        if not is_inside or not panel.add_here():
            self._new()

    def _drop_here(self) -> None:
        if self.view.list.hasFocus():
            self._take_meeting_out()
        else:
            self.view.panel.take_out_here()

    def _take_meeting_out(self) -> None:
        row = self.reading.meeting(self._meeting_id)
        if row is not None and self._deeds.take_out(row):
            self._back()

    def _row_chosen(self) -> tuple[str, str] | None:
        """Return (table, key) of the entry that is chosen in what came of it, else of the meeting."""
        entry = self.view.panel.entry_chosen() if self.view.side_shown() == MEETING else None
        return entry or (("meeting", self._meeting_id) if self.reading.meeting(self._meeting_id) else None)

    def _remove_for_good(self) -> None:
        row = self._row_chosen()
        if row is not None and self._deeds.remove_for_good(*row, self):
            self._back()

    def _open_draft(self) -> None:
        """Choose the meeting whose text was left half typed, or open the form, so that it can be put back."""
        self.view.make_for(self.desk.drafts.left)
        for key in self.desk.drafts.left:
            page, _slash, row = key.rpartition("/")
            if page.startswith("meetings/meeting/") and self.reading.meeting(row) is not None:
                self.view.list.choose(row)

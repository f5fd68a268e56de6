# SPDX-License-Identifier: MIT
"""What the roll reads and writes, and what somebody who leaves early asks of the room.

It must not know the head nor a part; `read_back` takes the meeting to the steps of who leaves.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from walkthrough.model import Command, FileTrouble, Refused
from walkthrough.model.commands.roll import Arrive, CameUnnamed, Depart, SetLeaves
from walkthrough.model.queries.plan import next_steps_of
from walkthrough.model.queries.roll import RollRow, roll, starts_at
from walkthrough.model.words import Role
from walkthrough.ui.screen import Desk
from walkthrough.ui.screens.live.roll_panel import RollPanel
from walkthrough.ui.screens.live.roll_words import LIVED, lived, offer_words, who_is
from walkthrough.ui.wording_ui import refusal_text, trouble_text
from walkthrough.wording import _


class RollWork(QObject):
    """Works one panel; `choose_first` tells whether there is still something to choose."""

    def __init__(
        self,
        desk: Desk,
        panel: RollPanel,
        read_back: Callable[[tuple[str, ...]], None],
        choose_first: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._panel = desk, panel
        self._read_back, self._choose_first = read_back, choose_first
        self._rows: tuple[RollRow, ...] = ()
        self._steps: tuple[str, ...] = ()
        self._safe = True
        panel.turned.connect(self._turn)
        panel.one_more.connect(self._one_more)
        panel.time_asked.connect(self._set_time)
        panel.read_back_asked.connect(self._go_read_back)
        panel.list.edit_asked.connect(self._ask_time)
        panel.list.bin_asked.connect(self._depart)

    def read(self) -> None:
        """Read the roll again."""
        meeting = self._desk.workbook.live_meeting
        self._rows = self._desk.workbook.read(roll, meeting) if meeting else ()
        self._panel.starts = self._desk.workbook.read(starts_at, meeting) if meeting else ""
        self._panel.show_rows(self._rows, safe=self._safe)

    def set_room_safe(self, safe: bool) -> None:
        """Leave names out while the room may look."""
        self._safe = safe
        self._panel.show_offer("", steps=False)  # it may hold a name
        self._panel.show_rows(self._rows, safe=safe)

    def ask(self, action_id: str) -> None:
        """Do what a key of the registry means on the chosen row: F2 when to go, Del has left."""
        key = self._panel.list.chosen_id()
        if action_id == "entry.edit":
            self._ask_time(key)
        else:
            self._depart(key)

    def _ask_time(self, key: str) -> None:
        row = self._row(key)
        if row is not None:
            self._panel.ask_time(row.leaves)

    def _depart(self, key: str) -> None:
        row = (
            next((row for row in lived(self._rows) if row.is_here), None) if key == LIVED else self._row(key)
        )
        if row is not None and row.is_here:
            self._leaves(row)

    def _row(self, key: str) -> RollRow | None:
        return next((row for row in self._rows if row.id == key), None)

    # What is said stays in view for a while, whatever becomes of the screens: no name is in it.

    def _turn(self, key: str) -> None:
        if key == LIVED:
            row = next((row for row in lived(self._rows) if not row.is_here), None)
        else:
            row = self._row(key)
        if row is None:
            return
        if row.is_here:
            self._leaves(row)
        elif self._did(Arrive(row.id), _("{who} is here.").format(who=who_is(row, safe=True))):
            self._offer(None)

    def _leaves(self, row: RollRow) -> None:
        if self._did(Depart(row.id), _("{who} has left.").format(who=who_is(row, safe=True))):
            self._offer(row)

    def _one_more(self, key: str) -> None:
        meeting, row = self._desk.workbook.live_meeting, self._row(key)
        if meeting is None:
            return
        role = Role.LIVED_EXPERIENCE if key == LIVED else Role.OTHER
        partner = row.partner_id if row is not None else None
        said = _("One more from {agency} is here.").format(agency=row.partner) if row and row.partner else ""
        self._did(CameUnnamed(meeting, partner, role), said or _("One more is here."))

    def _set_time(self, key: str, time: str) -> None:
        if self._did(SetLeaves(key, time), _("Noted.")):
            row = self._row(key)
            self._offer(row if time else None)

    def _offer(self, row: RollRow | None) -> None:
        meeting = self._desk.workbook.live_meeting
        self._steps = ()
        if row is not None and meeting is not None:
            steps = self._desk.workbook.read(next_steps_of, meeting)
            self._steps = tuple(
                step.id
                for step in steps
                if step.is_open
                and (
                    (row.partner_id and step.owner_partner_id == row.partner_id)
                    or (row.name and step.owner == row.name)
                )
            )
        choose = self._choose_first()
        if row is None or not (self._steps or choose):
            self._panel.show_offer("", steps=False)
            return
        many, safe = len(self._steps), self._safe
        self._panel.show_offer(
            lambda: offer_words(row, many, choose_first=choose, safe=safe), steps=bool(many)
        )

    def _go_read_back(self) -> None:
        steps, self._steps = self._steps, ()
        self._panel.show_offer("", steps=False)
        if steps:
            self._read_back(steps)

    def _did(self, command: Command, said: str) -> bool:
        try:
            self._desk.workbook.do(command, initiator=self.parent())
        except Refused as refused:
            self._desk.say(refusal_text(refused))
            return False
        except FileTrouble as trouble:
            self._desk.say(trouble_text(trouble))
            return False
        self._desk.say(said)
        return True

# SPDX-License-Identifier: MIT
"""Who is missing, and one key that writes the invitation into the plan.

It must not know how a next step is stored.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walkthrough.ui.screens.partners.phrases import invitation_words, missing_cells
from walkthrough.ui.screens.partners.reading import PartnersReading
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.group_list import GroupList
from walkthrough.ui.widgets.places import Card
from walkthrough.ui.widgets.spoken import Words, plain
from walkthrough.ui.widgets.text import Prose
from walkthrough.wording import N_


class MissingPanel(Card):
    """The list; Enter asks for the invitation of the row, or opens the one the plan has."""

    invite_asked = Signal(str)
    """The key of somebody missing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(N_("Who is missing?"), level=2, fill=True, parent=parent)
        self._reading = PartnersReading()
        self.list = GroupList(N_("Who is missing"), empty=N_("Nobody: every sector and every seat is taken."))
        self.step = Prose(look="soft")
        self.invite = Button(N_("Put the invitation in the plan"), "primary", sign="next_step", keys="Enter",
                             name="invite")  # fmt: skip
        self.add(self.list, stretch=1)
        self.add(self.step, self.invite)
        self.list.activated_row.connect(self.invite_asked)
        self.list.chosen.connect(lambda _key: self._show_step())
        self.invite.clicked.connect(lambda: self.invite_asked.emit(self.list.chosen_id()))

    def show_reading(self, reading: PartnersReading) -> None:
        """Show who is missing now."""
        self._reading = reading
        self.list.set_rows([missing_cells(reading, one) for one in reading.missing])
        if reading.missing and not self.list.chosen_id():
            self.list.choose(reading.missing[0].key)
        self._show_step()

    def _show_step(self) -> None:
        key = self.list.chosen_id()
        missing = next((one for one in self._reading.missing if one.key == key), None)
        self.invite.setVisible(missing is not None)
        self.step.setVisible(missing is not None)
        if missing is None:
            return
        text = invitation_words(self._reading, missing)
        self.step.set_words(plain(text))
        planned = self._reading.step_saying(text) is not None
        words: Words = N_("See it in the plan") if planned else N_("Put the invitation in the plan")
        self.invite.set_words(words)

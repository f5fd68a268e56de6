# SPDX-License-Identifier: MIT
"""The way into a private round: what is asked, by which method, and the button that opens the box.

It must not know the box nor who may see this window.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walkthrough.model.ballots.head import FOR_STAGE_CHECK
from walkthrough.model.words import RatingMethod
from walkthrough.ui.ballots.asked import Asked
from walkthrough.ui.ballots.words import UNSEEN
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import check_field
from walkthrough.ui.widgets.messages import InfoBar
from walkthrough.ui.widgets.places import Column, FlowRow
from walkthrough.ui.widgets.spoken import plain
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import N_, _, ngettext

_PAPER = N_("Hand out one ballot each, let people mark it and fold it, collect them, then type them in here.")
_PASS = N_("The laptop goes round. Each person rates alone: one key to choose, Enter to send.")
_HAND = N_("One person after the other rates on this laptop, alone. Nobody sees what the others said.")
_MORE = N_("The ballots also ask about the parts chosen for today")


class Offer(Column):
    """What stands here before a box is open."""

    open_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap="gap", parent=parent)
        self.note_text = ""
        self._parts = ""
        self._for_id = ""
        self._questions = self._many_parts = 0
        self._is_paper = False
        self.title, self.how, self.names = Heading(2), Prose(), Prose(look="soft")
        self.more = check_field(_MORE, name="ballots_more")
        self.note = InfoBar()
        self.begin = Button(N_("&Open the ballot box"), "primary", sign="live", name="ballots_open")
        row = FlowRow()
        row.add(self.begin)
        self.add(self.title, self.how, self.more, self.names, self.note, row, Prose(UNSEEN, look="small"))
        self.begin.clicked.connect(self.open_asked)
        self.more.committed.connect(lambda _on: self._say_parts())

    def show_offer(self, asked: Asked, method: RatingMethod, people: int, note: str = "") -> None:
        """Offer this round to so many people (0: nobody counted), with a sentence to heed."""
        is_paper = method is RatingMethod.PAPER
        self.title.set_words(N_("Paper ballots") if is_paper else N_("Pass the laptop"))
        told = ngettext("{n} person is here.", "{n} people are here.", people).format(n=people)
        self.how.set_words(lambda: f"{_(_PAPER if is_paper else _PASS)} {told if people else ''}".strip())
        self._is_paper, self._many_parts = is_paper, len(asked.more)
        self._parts = ", ".join(asked.texts[one.key].short for one in asked.more)
        self._questions = 0 if asked.for_table == FOR_STAGE_CHECK else len(asked.first)
        if self._for_id != asked.for_id:
            self._for_id = asked.for_id
            self.more.set_value(bool(asked.more))
        self.more.setVisible(is_paper and bool(asked.more))
        self._say_parts()
        self.note.setVisible(bool(note))
        if note and note != self.note_text:
            self.note.show_words(plain(note), "warn")
        self.note_text = note

    def wants_more(self) -> bool:
        """Tell whether the sheets ask more than the one question."""
        return bool(self.more.value())

    def _say_parts(self) -> None:
        if self._questions:  # a questionnaire: all of it is asked, by either method
            told = ngettext("{n} question.", "{n} questions.", self._questions)
            self.names.set_plain(told.format(n=self._questions))
            return
        shown = not self.more.isHidden() and self.wants_more()
        first = _("First the stage as a whole, then: {parts}").format(parts=self._parts)
        told = first if shown else _("One question: the stage as a whole.")
        if self._is_paper:
            many = 1 + (self._many_parts if shown else 0)
            sheet = ngettext(
                "Take the ballots with {n} question.", "Take the ballots with {n} questions.", many
            )
            told = f"{told} {sheet.format(n=many)}"
        self.names.set_plain(told)


class Handing(Column):
    """What stands beside an open box while the laptop is not on its way."""

    hand_over_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap="gap", parent=parent)
        self.button = Button(N_("&Hand the laptop over"), "primary", sign="live", name="ballots_hand_over")
        row = FlowRow()
        row.add(self.button)
        self.add(Heading(2, N_("Pass the laptop")), Prose(_HAND), row)
        self.button.clicked.connect(self.hand_over_asked)

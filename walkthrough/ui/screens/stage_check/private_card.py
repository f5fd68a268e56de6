# SPDX-License-Identifier: MIT
"""Ratings in private on the page: mostly paper ballots that are typed in after the meeting.

An open box is found here again. It must not know what the ratings came to.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from walkthrough.model import Refused
from walkthrough.model.queries.bilingual import ladder_words
from walkthrough.model.queries.live_stage import dimensions_today
from walkthrough.model.queries.roll import people_here, roll
from walkthrough.model.queries.stage_rows import CheckPage
from walkthrough.model.rules.ballots import may_ask
from walkthrough.model.words import RatingMethod
from walkthrough.ui.ballots.asked import stage_asked
from walkthrough.ui.ballots.round_panel import RoundPanel
from walkthrough.ui.screen import Desk
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import radio_group_field
from walkthrough.ui.widgets.in_view import bring_into_view
from walkthrough.ui.widgets.places import Card, FlowRow
from walkthrough.ui.widgets.text import Prose
from walkthrough.ui.wording_ui import refusal_text
from walkthrough.wording import N_, ngettext

_METHODS = ((RatingMethod.PAPER, N_("Paper ballots")), (RatingMethod.PASS, N_("Pass the laptop")))
_WHY = N_("Each person rates the stage unseen. Paper ballots can be typed in here after the meeting.")


class PrivateCard(Card):
    """One sentence and a button, until somebody asks for more or a box is open."""

    actions_changed = Signal()

    def __init__(self, desk: Desk, initiator: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(N_("Rate in private"), parent=parent)
        self._desk = desk
        self._page: CheckPage | None = None
        self.told = Prose(_WHY)
        self.more = Button(N_("As&k privately"), sign="stage-check", name="ask_privately")
        self.method = radio_group_field(N_("How"), _METHODS, across=True, name="private_method")
        self.round = RoundPanel(desk, initiator, self._people)
        row = FlowRow()
        row.add(self.more)
        self._row = row
        self.method.set_value(RatingMethod.PAPER)
        self.add(self.told, row, self.method, self.round)
        self._is_wanted = False
        self.more.clicked.connect(self._want)
        self.method.committed.connect(lambda _value: self._show())
        self.round.changed.connect(self._show)
        self.round.sealed.connect(self._on_sealed)
        self.round.actions_changed.connect(self.actions_changed)

    def show_page(self, page: CheckPage) -> None:
        """Show the way into a private round of this check, or its open box."""
        if self._page is None or self._page.id != page.id:
            self._is_wanted = False
        self._page = page
        self._show()

    def only_actions(self) -> frozenset[str] | None:
        """Return the only actions that may work while the laptop goes round; None for all."""
        return self.round.only_actions()

    def open_words(self) -> str:
        """Say that a box is open, and how many ballots are in; empty where there is none."""
        box = self.round.ballot_box
        return _open_words(box.many_in) if box is not None else ""

    def panes(self) -> tuple[QWidget, ...]:
        """Return what F6 goes to; nothing until the round is asked for."""
        return () if self.round.isHidden() else self.round.panes()

    def retranslate(self) -> None:
        """Say again what holds numbers."""
        self.round.retranslate()

    def _people(self) -> int:
        """How many are at the meeting of the check, or came to it; 0 for none, where nobody counted."""
        meeting, workbook = self._page.meeting_id if self._page is not None else None, self._desk.workbook
        if meeting is None:
            return 0
        if meeting == workbook.live_meeting:
            return workbook.read(people_here, meeting)
        return sum(row.came for row in workbook.read(roll, meeting))

    def _show(self) -> None:
        page = self._page
        if page is None:
            return
        workbook = self._desk.workbook
        words = workbook.read(ladder_words, page.id, self._desk.shelf.folder.parent)
        chosen = workbook.read(dimensions_today, page.meeting_id) if page.meeting_id else ()
        asked = stage_asked(words, page.id, page.meeting_id, chosen)
        self.round.show_round(asked, self.method.value())
        box, people = self.round.ballot_box, self._people()
        can = box is not None or may_ask(people)
        is_open = self._is_wanted and can
        self.round.setVisible(is_open)
        self.method.setVisible(is_open and box is None)
        self.told.setVisible(not is_open)
        self._row.setVisible(can and not is_open)
        self.more.set_words(N_("As&k privately") if box is None else N_("Go on with the &box"))
        few = Refused("too_few_people", people=people)
        many = box.many_in if box is not None else 0
        if box is not None:
            self.told.set_words(lambda: _open_words(many))
        else:
            self.told.set_words(_WHY if can else lambda: refusal_text(few))

    def _on_sealed(self, _ballots: int) -> None:
        self._is_wanted = False
        self.method.set_value(RatingMethod.PAPER)  # the next box is another one: what comes first is offered
        self._show()
        self.more.setFocus(Qt.FocusReason.OtherFocusReason)

    def _want(self) -> None:
        self._is_wanted = True
        self._show()
        self.round.first().setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(self, to_top=True)


def _open_words(many: int) -> str:
    told = ngettext("An open ballot box with {n} ballot.", "An open ballot box with {n} ballots.", many)
    return told.format(n=many)

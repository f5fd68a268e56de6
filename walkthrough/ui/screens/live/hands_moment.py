# SPDX-License-Identifier: MIT
"""The question of the stage check by a show of hands: a number for each stage, then the words for it.

Open, and it says so. It must not know ballots.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from walkthrough.model.commands.hands import CountHands
from walkthrough.model.queries.live_stage import HandsRow, hands_of, stage_check_of
from walkthrough.model.queries.stage import check_page
from walkthrough.model.queries.stage_rows import CheckPage
from walkthrough.model.rules.agreement import Agreeing, words_of
from walkthrough.model.showing import Showing
from walkthrough.ui.page import Handlers
from walkthrough.ui.screens.live.count_list import KEYS, CountList, CountRow
from walkthrough.ui.screens.live.moment import Moment
from walkthrough.ui.screens.live.part import LiveDesk
from walkthrough.ui.screens.live.stage_words import (
    agreement_words,
    hands_words,
    middle_words,
    stage_text,
    tail_words,
)
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.messages import InfoBar
from walkthrough.ui.widgets.places import Card, Column, FlowRow
from walkthrough.ui.widgets.spoken import plain
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.ui.wording_ui import refusal_text
from walkthrough.wording import N_, _

_DRAFT = "live/hands"
_UNSURE = "0"


class HandsMoment(Moment):
    """Numbers for the stages at the left; how many hands, and what they say, at the right."""

    def __init__(self, live: LiveDesk, parent: QWidget | None = None) -> None:
        super().__init__(live, parent=parent)
        self.check: CheckPage | None = None
        self._hands: HandsRow | None = None
        self.revealed = False
        self.list = CountList(N_("Hands for each stage"))
        self.mismatch = InfoBar()
        self.many, self.said = Heading(2), Heading(3)
        self.tail = Prose(look="soft")
        self.count = Button(N_("&Count and show"), "primary", sign="live", name="hands_count")
        self.again = Button(N_("Ask again"), "quiet", sign="again", name="hands_again")
        self._build()

    def read_again(self) -> None:
        """Read the check and its newest show of hands; what is being typed stays."""
        check_id = self.hands.read(stage_check_of, self.hands.meeting_id)
        self.check = self.hands.read(check_page, check_id) if check_id else None
        self._hands = self.hands.read(hands_of, check_id) if check_id else None
        if self._hands is None:
            self.revealed = False
        stages = self.check.stages if self.check else ()
        lines = [CountRow(str(stage.number), stage_text(stage), detail=stage.meaning) for stage in stages]
        # Before the check is begun there is no row: a mark on "Not sure" alone would stay on it.
        self.list.show_lines([*lines, CountRow(_UNSURE, _("Not sure"))] if stages else [])
        if self._hands is not None and (self.revealed or self.list.is_blank()):
            self.list.set_counts({str(n): many for n, many in enumerate(self._hands.tallies)})
            self.hands.drafts.shows_saved(_DRAFT)
        self._show_said()

    def resume(self, showing: Showing) -> None:
        """Go on where the hands were shown."""
        self.revealed = showing.revealed

    def on_wall(self) -> Mapping[str, Any]:
        """How many are in; once counted, the hands for each stage."""
        return {"revealed": True} if self.revealed else {"many_in": self.list.total()}

    def take_key(self, event: QKeyEvent) -> bool:
        """A figure goes into the marked row."""
        return self.list.take_digit(event)

    def asks(self) -> Handlers:
        """Clearing a number."""
        return {"entry.bin": self.list.clear_chosen}

    def can(self, action_id: str) -> bool:
        """Tell whether the numbers have the keys."""
        return self.list.hasFocus()

    def first(self) -> QWidget:
        """The numbers."""
        return self.list

    def panes(self) -> tuple[QWidget, ...]:
        """The numbers, the button."""
        return (self.list, self.count)

    # -- inside

    def _build(self) -> None:
        head = Column(gap="half")
        asked = N_(
            "Which stage are we in? Read the stages aloud, then count hands for each. "
            "A show of hands is open: everybody sees it."
        )
        head.add(Prose(asked))
        side = Card()
        buttons = FlowRow()
        buttons.add(self.count, self.again)
        side.add(self.many, self.mismatch, self.said, self.tail, buttons, Prose(KEYS, look="small"))
        self.set_panes(head, self.list, side)
        self.list.counted.connect(self._on_counted)
        self.list.completed.connect(self.count.setFocus)
        self.count.clicked.connect(self._count)
        self.again.clicked.connect(self._ask_again)
        self.live.desk.drafts.watch(_DRAFT, self.list.draft)

    def _on_counted(self) -> None:
        self.revealed = False
        self._show_said()
        self.wall_changed.emit()

    def _count(self) -> None:
        if self.check is None:
            return
        counts = self.list.counts()
        tallies = tuple(counts.get(str(n)) or 0 for n in range(len(self.check.stages) + 1))
        refused = self.hands.do(CountHands(self.check.id, tallies, self.live.people_here()))
        if refused is not None:
            self.hands.say(refusal_text(refused))
            return
        self.hands.drafts.saved(_DRAFT)
        self.revealed = True
        self.read_again()
        self.hands.say(self.said.text())
        self.again.setFocus()
        self.wall_changed.emit()

    def _ask_again(self) -> None:
        self.revealed = False
        self.list.start_over()
        self.hands.drafts.shows_saved(_DRAFT)
        self._show_said()
        self.list.setFocus()
        self.wall_changed.emit()

    def _show_said(self) -> None:
        counted, people = self.list.total(), self.live.people_here()
        self.list.set_limit(people)
        self.many.set_words(lambda: hands_words(counted, people))
        off = counted != people and bool(people) and not self.list.is_blank()
        self.mismatch.setVisible(off)
        if off:
            told = (
                _("More hands than people. Count again, or go on.")
                if counted > people
                else _("Not every person here has a hand counted. Count again, or go on.")
            )
            if told != self.mismatch.text():
                self.mismatch.show_words(plain(told), "warn" if counted > people else "note")
        shown = words_of(self._hands.tallies) if self.revealed and self._hands else None
        self.said.setVisible(shown is not None)
        self.tail.setVisible(shown is not None)
        if shown is not None:
            self.said.set_words(lambda: agreement_words(shown))
            self.tail.set_words(lambda: _facts(shown))
        self.count.setEnabled(not self.list.is_blank())
        self.count.setVisible(not self.revealed)
        self.again.setVisible(self.revealed)
        self._grow()  # an alert that comes needs its lines


def _facts(told: Agreeing) -> str:
    return "".join(f"{fact}. " for fact in (tail_words(told), middle_words(told)) if fact).strip()

# SPDX-License-Identifier: MIT
"""How last time's promises look: head and keys, the line for a note, the rows, the topics carried over.

It must not know what a key does.
"""

from __future__ import annotations

from collections.abc import Sequence

from walkthrough.ui.screens.live.note_line import NoteLine
from walkthrough.ui.screens.live.parked_box import ParkedBox
from walkthrough.ui.screens.live.part_hands import PartHands
from walkthrough.ui.step_words import STATE_KEYS
from walkthrough.ui.widgets.fit_list import FitList
from walkthrough.ui.widgets.group_list import GroupCells
from walkthrough.ui.widgets.messages import EmptyState
from walkthrough.ui.widgets.places import Card, FlowRow, ScrollPage
from walkthrough.ui.widgets.spoken import Words
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import N_


class LastTimeView(ScrollPage):
    """The page; `counts` says how many promises there are."""

    def __init__(self, hands: PartHands, counts: Words) -> None:
        super().__init__(gap="gap", margin="gap")
        self.head = Heading(2, N_("What became of our promises"))
        self.counts = Prose(counts, look="soft")
        self.keys = Prose(N_("Keys: 1 done, 2 under way, 3 stuck, 4 dropped."), look="small")
        self.line = NoteLine("promise_note", hands.drafts)
        self.list = FitList(N_("Promises"), lines=2, keys="".join(STATE_KEYS))
        self.none_due = EmptyState(
            "good",
            N_("Nothing is due from before"),
            N_("At the next meeting, this part opens on the next steps that are agreed today."),
        )
        self.parked = ParkedBox("carried", hands)
        self._parked_card = Card(N_("Parked topics, carried over"))
        self._parked_card.add(self.parked)
        self._lay_out()

    def show_rows(self, rows: Sequence[GroupCells]) -> None:
        """Show the promises of a page."""
        self.list.set_rows(rows)
        for widget in (self.list, self.keys):
            widget.setVisible(bool(rows))
        self.none_due.setVisible(not rows)
        self.counts.retranslate()

    def show_parked(self, is_any: bool) -> None:
        """Show the topics, or nothing of them."""
        self._parked_card.setVisible(is_any)

    def _lay_out(self) -> None:
        titles = FlowRow(gap="gap")
        for label in (self.head, self.counts, self.keys):
            label.setWordWrap(False)
            titles.add(label)
        self.add(titles, self.line, self.list, self.none_due, self._parked_card)
        self.add_stretch()

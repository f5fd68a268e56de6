# SPDX-License-Identifier: MIT
"""How the close looks: the checklist, what opens beside a row of it, the next day, the button that closes.

It must not know what closing does.
"""

from __future__ import annotations

from walkthrough.ui.screens.live import close_words as words
from walkthrough.ui.screens.live.close_bodies import (
    DecisionsBody,
    HeldBody,
    ParkedBody,
    PeopleBody,
    StepsBody,
    WithoutBody,
)
from walkthrough.ui.screens.live.close_body import CloseBody
from walkthrough.ui.screens.live.close_checks import ChecksBody
from walkthrough.ui.screens.live.close_lacking import LackingBody
from walkthrough.ui.screens.live.part_hands import PartHands
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import day_field
from walkthrough.ui.widgets.group_list import GroupList
from walkthrough.ui.widgets.panes import PanesPage
from walkthrough.ui.widgets.places import Column, Row, Stack
from walkthrough.ui.widgets.text import Prose
from walkthrough.wording import N_


class CloseView(PanesPage):
    """The page before the close."""

    def __init__(self, hands: PartHands) -> None:
        super().__init__(shares=(2, 3), low=220, margin="gap")
        self.list = GroupList(N_("Before we close"), lines=2)
        self.bodies = _bodies(hands)
        self.beside = Stack()
        self.next_day = day_field(
            N_("Next meeting"),
            parse=hands.days.read,
            hint=N_("Like 2w, 3/1 or next friday."),
            optional=True,
            name="close_next_day",
        )
        self.close_it = Button(N_("&Close the meeting and hand out"), "primary", name="close_it")
        self._open = 0
        self.summary = Prose(lambda: words.summary_words(self._open), look="label")
        self._lay_out()

    def show_open(self, n: int) -> None:
        """Say how many points are still open."""
        self._open = n
        self.summary.retranslate()

    def _lay_out(self) -> None:
        for body in self.bodies.values():
            self.beside.addWidget(body)
        foot, button = Row(gap="gap"), Column(gap="half")
        foot.add(self.next_day, stretch=1)
        button.add_stretch()
        button.add(self.close_it)
        button.add_stretch()
        foot.add(button)
        self.set_panes(self.summary, self.list, self.beside, foot)


def _bodies(hands: PartHands) -> dict[str, CloseBody]:
    titles = words.TITLES
    return {
        words.STEPS: StepsBody(hands, titles[words.STEPS]),
        words.LACKING: LackingBody(hands, titles[words.LACKING]),
        words.WITHOUT: WithoutBody(hands, titles[words.WITHOUT]),
        words.PARKED: ParkedBody(hands, titles[words.PARKED]),
        words.ALOUD: ChecksBody(hands, titles[words.ALOUD], aloud=True),
        words.HELD: HeldBody(hands, titles[words.HELD]),
        words.DECISIONS: DecisionsBody(hands, titles[words.DECISIONS]),
        words.PEOPLE: PeopleBody(hands, titles[words.PEOPLE]),
        words.DEBRIEF: ChecksBody(hands, titles[words.DEBRIEF], aloud=False),
    }

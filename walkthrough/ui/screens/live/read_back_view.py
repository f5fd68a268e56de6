# SPDX-License-Identifier: MIT
"""How reading back looks: the step large, what is asked about it, below all the steps of this meeting.

It must not know what an answer does.
"""

from __future__ import annotations

from walkthrough.ui.screens.live import read_back_card as answers
from walkthrough.ui.screens.live.part_hands import PartHands
from walkthrough.ui.screens.live.read_back_card import ReadBackCard
from walkthrough.ui.screens.live.read_back_forms import AskForm, ChangeForm, RaiseForm, StepForm
from walkthrough.ui.screens.live.read_back_order import ReadBackOrder
from walkthrough.ui.screens.live.read_back_words import step_rows
from walkthrough.ui.widgets.fit_list import FitList
from walkthrough.ui.widgets.messages import EmptyState
from walkthrough.ui.widgets.places import Card, ScrollPage
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import N_, ngettext


class ReadBackView(ScrollPage):
    """The page; `show_order` fills it."""

    def __init__(self, hands: PartHands) -> None:
        super().__init__(gap="gap", margin="gap")
        self._many = 0
        self.card = ReadBackCard()
        self.forms: dict[str, StepForm] = {
            answers.CHANGE: ChangeForm(hands),
            answers.ASK: AskForm(hands),
            answers.RAISE: RaiseForm(hands),
        }
        self.all_read = Card()
        self._all_words = Heading(2, self._all_read_words)
        again = Prose(N_("Choose a row and press Enter to read it again."), look="soft")
        self.all_read.add(self._all_words, again)
        self.list = FitList(N_("Next steps of this meeting"), lines=2)
        self.none_yet = EmptyState(
            "next_step",
            N_("No next step yet"),
            N_("What the room agrees in the part Next steps is read back here, one step at a time."),
        )
        self.add(self.card, *self.forms.values(), self.all_read, self.list, self.none_yet)
        self.add_stretch()

    def form(self) -> StepForm | None:
        """Return the form that is open."""
        return next((form for form in self.forms.values() if form.step is not None), None)

    def show_order(self, order: ReadBackOrder, safe: bool) -> None:
        """Show the step that is read now, and the rows."""
        step, is_asking = order.step(), self.form() is not None
        self._many = len(order.steps)
        self.card.setVisible(step is not None)
        self.card.set_asking(is_asking)
        self.all_read.setVisible(step is None and bool(order.steps))
        self.none_yet.setVisible(not order.steps)
        self.list.setVisible(bool(order.steps) and not is_asking)
        self._all_words.retranslate()
        if step is not None:
            place, done = (order.number(), self._many), step.id in order.done
            self.card.show_step(step, place, is_raised=step.id in order.raised, is_done=done, safe=safe)
        self.list.set_rows(step_rows(order, safe))
        if step is not None and self.list.chosen_id() != step.id:
            self.list.choose(step.id)

    def _all_read_words(self) -> str:
        n = self._many
        return ngettext("{n} next step is read back.", "All {n} next steps are read back.", n).format(n=n)

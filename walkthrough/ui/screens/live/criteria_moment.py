# SPDX-License-Identifier: MIT
"""What moves us on: one open criterion at a time, answered by digits, with what shows it.

It must not know how a stage is worked out, nor hands.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from walkthrough.model.commands.plan import AddNextStep
from walkthrough.model.queries.live_stage import dimensions_today, stage_check_of
from walkthrough.model.queries.stage import check_page
from walkthrough.model.queries.stage_rows import CheckPage, CriterionRow, DimensionRow
from walkthrough.model.showing import Call, Showing
from walkthrough.ui.criteria.criterion_card import CriterionCard
from walkthrough.ui.criteria.deeds import Hands
from walkthrough.ui.criteria.phrases import reached_line, step_words
from walkthrough.ui.page import Handlers
from walkthrough.ui.screens.live.moment import Moment
from walkthrough.ui.screens.live.part import LiveDesk
from walkthrough.ui.widgets.group_list import GroupCells, GroupList
from walkthrough.ui.widgets.places import ScrollPage
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import N_, _

_KEYS = N_(
    "1 yes, 2 partly, 3 no, 4 we do not know, 5 does not apply, 0 clears. Page Down goes to the next part. "
    "Ctrl+Enter makes a next step of it."
)


class CriteriaMoment(Moment):
    """The dimensions on for today at the right; the open criterion of the marked one at the left."""

    def __init__(self, live: LiveDesk, parent: QWidget | None = None) -> None:
        super().__init__(live, low=280, parent=parent)
        self.check: CheckPage | None = None
        self._parts: tuple[DimensionRow, ...] = ()
        self._at = ""
        """The criterion in view; it stays in view when its answer makes another one the next."""
        own = self.hands
        hands = Hands(own.do, own.say, own.drafts, self._make_step, own.today)
        self.card = CriterionCard(hands)
        self.title = Heading(3)
        self.nothing = Prose(self._nothing_words)
        self.list = GroupList(N_("Parts of collaboration on for today"), lines=2)
        shown = ScrollPage(gap="unit", margin="")
        shown.add(self.title, self.nothing, self.card)
        shown.add_stretch()
        self.set_panes(Prose(_KEYS, look="soft"), shown, self.list)
        self.list.chosen.connect(self._on_chosen)

    def read_again(self) -> None:
        """Read the check; the criterion in view stays."""
        check_id = self.hands.read(stage_check_of, self.hands.meeting_id)
        self.check = self.hands.read(check_page, check_id) if check_id else None
        every = {part.id: part for part in self.check.dimensions} if self.check else {}
        chosen = self.hands.read(dimensions_today, self.hands.meeting_id)
        self._parts = tuple(every[key] for key in chosen if key in every) or tuple(every.values())
        self.list.set_rows(self._parts, _cells)
        if self._parts and not self.list.chosen_id():
            part = self._part_of(self._at) or next(
                (one for one in self._parts if one.next_criterion_id), self._parts[0]
            )
            self.list.choose(part.id)
        self._show_card()

    def resume(self, showing: Showing) -> None:
        """Show the criterion that was shown."""
        self._at = showing.at

    def is_left_at(self, showing: Showing) -> bool:
        """Tell whether a criterion was on the wall."""
        return showing.call is Call.CRITERION

    def on_wall(self) -> Mapping[str, Any]:
        """The criterion in view."""
        return {"call": Call.CRITERION, "at": self._at}

    def turn(self, by: int) -> bool:
        """Go to the next part, or the one before."""
        keys = [part.id for part in self._parts]
        at = keys.index(self.list.chosen_id()) + by if self.list.chosen_id() in keys else 0
        if not 0 <= at < len(keys):
            return False
        self.list.choose(keys[at])
        return True

    def take_key(self, event: QKeyEvent) -> bool:
        """A digit answers."""
        if self.card.isHidden():
            return False
        if event.text() == "0":
            self.card.clear_answer()
            return True
        return bool(self.card.answer.control.take_digit(event))

    def asks(self) -> Handlers:
        """A next step from the criterion in view."""
        return {"entry.next_step": self.card.make_next_step}

    def can(self, action_id: str) -> bool:
        """Tell whether there is a criterion to make it of."""
        return not self.card.isHidden()

    def first(self) -> QWidget:
        """The answers, or the list of parts."""
        return self.list if self.card.isHidden() else self.card.answer.control.buttons()[0]

    def panes(self) -> tuple[QWidget, ...]:
        """The criterion, the parts."""
        return (self.first(), self.list)

    # -- inside

    def _on_chosen(self, key: str) -> None:
        part = next((one for one in self._parts if one.id == key), None)
        if part is not None and not any(one.id == self._at for one in part.criteria):
            self._at = part.next_criterion_id
            self._show_card()
            self.wall_changed.emit()
            self.actions_changed.emit()

    def _part_of(self, criterion_id: str) -> DimensionRow | None:
        return next(
            (part for part in self._parts if any(one.id == criterion_id for one in part.criteria)), None
        )

    def _show_card(self) -> None:
        part = next((one for one in self._parts if one.id == self.list.chosen_id()), None)
        if part is not None and not any(one.id == self._at for one in part.criteria):
            self._at = part.next_criterion_id
        row = next((one for one in part.criteria if one.id == self._at), None) if part else None
        self.title.set_plain(part.name if part else "")
        self.card.setVisible(row is not None)
        self.nothing.setVisible(row is None)
        self.nothing.retranslate()
        if row is not None and self.check is not None:
            self.card.show_criterion(self.check, row, self.hands.today(), is_safe=self.is_safe)

    def _nothing_words(self) -> str:
        if not self._parts:
            return _("This ladder has no parts with statements. Talk about what brings you one stage on.")
        return _("This part has shown all its stages. Ask what the families say.")

    def _make_step(self, row: CriterionRow) -> None:
        values = {"criterion_id": row.id, "meeting_id": self.hands.meeting_id}
        command = AddNextStep(step_words(row), values)
        if self.hands.did(command):
            number = command.facts()["number"]
            told = _("Next step #{number} is made. Say in its part what to do, who does it and by when.")
            self.hands.say(told.format(number=number))


def _cells(part: DimensionRow) -> GroupCells:
    return GroupCells(id=part.id, text=part.name, detail=reached_line(part.reached))

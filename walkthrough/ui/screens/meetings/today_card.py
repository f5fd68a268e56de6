# SPDX-License-Identifier: MIT
"""The stage check and the votes of a meeting: which parts of collaboration, how we rate, how many dots."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from walkthrough.model.commands.choose import SetDots
from walkthrough.model.commands.meeting import EditMeeting
from walkthrough.model.commands.prepare import SetMeetingDimensions
from walkthrough.model.queries.prepare import Preparing
from walkthrough.model.rules.dots import FEWEST_DOTS, MOST_DOTS
from walkthrough.model.words import RatingMethod
from walkthrough.ui.screens.meetings.deeds import Hands
from walkthrough.ui.widgets.field import check_field, choice_field, number_field
from walkthrough.ui.widgets.fit_list import FitList
from walkthrough.ui.widgets.group_list import GroupCells
from walkthrough.ui.widgets.places import Card, Row
from walkthrough.ui.widgets.text import Prose
from walkthrough.ui.wording_ui import options
from walkthrough.wording import N_, _

ENOUGH = 3
"""More parts of collaboration than this do not fit a meeting."""
_SPACE = " "


class TodayCard(Card):
    """What is asked, and how."""

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(N_("Stage check and votes"), parent=parent)
        self._hands = hands
        self._meeting_id = ""
        self._facts: Preparing | None = None
        self.list = FitList(
            N_("Parts of collaboration to look at"),
            keys=_SPACE,
            empty=N_("Begin a stage check first: its parts are chosen here."),
        )
        self._sum = Prose(look="label")
        hint = N_("Paper suits more than six people, or one screen. With four or fewer, only hands.")
        self.rating = choice_field(
            N_("How we rate the stage"), options(RatingMethod), hint=hint, name="meeting_rating"
        )
        self.dots = number_field(
            N_("Dots for each person"), least=FEWEST_DOTS, most=MOST_DOTS, name="meeting_dots"
        )
        self.are_private = check_field(N_("Dots are placed in private"), name="meeting_dots_private")
        row = Row(gap="gap")
        row.box.addWidget(self.rating, 2, Qt.AlignmentFlag.AlignTop)
        row.box.addWidget(self.dots, 1, Qt.AlignmentFlag.AlignTop)
        self.add(Prose(N_("Space takes a part on or off. Three are plenty."), look="small"))
        self.add(self.list, self._sum, row, self.are_private)
        self.list.key_asked.connect(self._on_key)
        self.list.activated_row.connect(self._turn)
        self.rating.committed.connect(self._set_rating)
        self.dots.committed.connect(self._set_dots)
        self.are_private.committed.connect(self._set_dots)

    def show_today(self, meeting_id: str, facts: Preparing) -> None:
        """Show what is on for a meeting."""
        self._meeting_id, self._facts = meeting_id, facts
        self.list.set_rows(
            [
                GroupCells(
                    id=row.id,
                    text=row.name,
                    marks=(("good", _("today")),) if row.is_chosen else (),
                    is_soft=not row.is_chosen,
                )
                for row in facts.dimensions
            ]
        )
        many = sum(row.is_chosen for row in facts.dimensions)
        self._sum.setVisible(bool(facts.dimensions))
        if many > ENOUGH:
            self._sum.set_plain(_("{n} chosen: more than a meeting has time for.").format(n=many))
        else:
            self._sum.set_plain(_("{n} chosen").format(n=many) if many else _("None chosen: all of them."))
        for field, value in (
            (self.rating, facts.rating),
            (self.dots, facts.dots),
            (self.are_private, facts.dots_private),
        ):
            if field.value() != value:
                field.set_value(value)

    def _on_key(self, key: str, pressed: str) -> None:
        if pressed == _SPACE:
            self._turn(key)

    def _turn(self, key: str) -> None:
        rows = self._facts.dimensions if self._facts is not None else ()
        chosen = tuple(row.id for row in rows if row.is_chosen != (row.id == key))
        self._hands.did(SetMeetingDimensions(self._meeting_id, chosen))

    def _set_rating(self, value: Any) -> None:
        self._hands.did(EditMeeting(self._meeting_id, {"rating": value}))

    def _set_dots(self, _value: Any) -> None:
        dots = self.dots.value()
        if dots:
            self._hands.did(SetDots(self._meeting_id, dots, self.are_private.value()))

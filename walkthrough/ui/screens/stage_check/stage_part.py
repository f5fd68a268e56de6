# SPDX-License-Identifier: MIT
"""Question 1, which stage are we in: the profile, the stage agreed and the one wanted, with reasons.

It must not know single statements.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from walkthrough.model.queries.stage_rows import CheckHead, CheckPage, LastWanted
from walkthrough.model.words import Agreement
from walkthrough.ui.criteria.deeds import Hands
from walkthrough.ui.criteria.phrases import day_words
from walkthrough.ui.criteria.sides import Sides
from walkthrough.ui.criteria.stage_cards import AgreedCard, WantedCard
from walkthrough.ui.screens.stage_check.history_part import HistoryPart
from walkthrough.ui.screens.stage_check.profile import Profile
from walkthrough.ui.widgets.field import day_field
from walkthrough.ui.widgets.places import Column
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import N_, _


class StagePart(Column):
    """The picture on one side, what the room agrees and wants on the other."""

    def __init__(self, hands: Hands, private: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(gap="gap", parent=parent)
        self.profile = Profile()
        self.agreed, self.wanted = AgreedCard(hands), WantedCard(hands)
        self.earlier = Prose(look="soft")
        self.day = day_field(
            N_("This check is for the day"),
            hint=N_("Evidence of later days does not count yet."),
            name="as_of",
        )
        cards = Column(gap="gap")
        cards.add(self.agreed, self.wanted)
        cards.add_stretch()
        picture = Column(gap="gap")
        picture.add(self.profile, self.day, self.earlier)
        picture.add_stretch()
        sides = Sides(760)
        sides.add(picture, stretch=3)
        sides.add(cards, stretch=2)
        self.history = HistoryPart()
        self.add(Heading(2, N_("1  Which stage are we in?")), sides, private, self.history)

    def show_page(self, page: CheckPage, before: Sequence[CheckHead], held: LastWanted | None) -> None:
        """Show a check, what was agreed in those before it, and the stage wanted last."""
        self.profile.show_page(page, held.stage if held is not None else None)
        if not self.day.control.hasFocus() or self.day.value() is None:
            self.day.set_value(page.as_of)
        self.agreed.show_page(page)
        self.wanted.show_page(page, held)
        lines = [_earlier_line(row) for row in before if row.agreement is not None]
        self.earlier.set_plain("\n".join((_("Agreed before:"), *lines)))
        self.earlier.setVisible(bool(lines))


def _earlier_line(row: CheckHead) -> str:
    match row.agreement:
        case Agreement.STAGE:
            what = f"{row.agreed_stage} {row.agreed_name}"
        case Agreement.NOT_YET:
            what = _("not yet at stage 1")
        case _:
            what = _("not agreed")
    return _("{day}: {what}").format(day=day_words(row.as_of), what=what)

# SPDX-License-Identifier: MIT
"""Which ladder the next stage check asks by, and the way to change it.

It must not know a check. While there is one ladder only, there is nothing to choose.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from walkthrough.model.rules.ladder_versions import LadderHead
from walkthrough.ui.criteria.sides import Sides
from walkthrough.ui.screens.stage_check.ladder_words import choice_words
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import choice_field
from walkthrough.ui.widgets.spoken import plain
from walkthrough.wording import N_

SHIPPED = ""


class LadderChoice(Sides):
    """The ladders in a line, beside the button that changes one."""

    change_asked = Signal(str)
    """The ladder that somebody wants to see or change, "" for the shipped one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(640, gap="gap", parent=parent)
        self._chosen: str | None = None
        self._waiting = ""
        self.choice = choice_field(N_("Ladder for the next check"), name="next_ladder")
        self.choice.control.setMinimumContentsLength(20)
        self.change = Button(N_("Change the ladder"), "quiet", sign="edit", name="ladder_change")
        self._before = QWidget()  # keeps both at the right end, as wide as their words
        self.add(self._before, stretch=1)
        self.add(self.choice, stretch=1)
        self.add(self.change, stretch=0, at=Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight)
        self.choice.committed.connect(self._on_chosen)
        self.change.clicked.connect(self._ask)

    def show_ladders(self, heads: Sequence[LadderHead], next_id: str | None, shipped: str, name: str) -> None:
        """Offer the ladders.

        Args:
            heads: those of the workbook.
            next_id: the one that the next check asks by where nobody chooses; None for the shipped one.
            shipped: the code of the shipped ladder.
            name: what that one is called.
        """
        others = [one for one in reversed(heads) if one.is_own or one.code != shipped]
        ready = [one for one in others if one.is_ready]
        options = [(SHIPPED, plain(name)), *((one.id, plain(choice_words(one))) for one in ready)]
        known = [key for key, _words in options]
        usual = next_id if next_id in known else SHIPPED
        if self._chosen not in known:
            self._chosen = None
        self.choice.control.set_options(options)
        self.choice.set_value(usual if self._chosen is None else self._chosen)
        for one in (self._before, self.choice):
            one.setVisible(len(options) > 1)
        self._waiting = next((one.id for one in others if one.may_change and not one.is_ready), "")

    def chosen(self) -> str | None:
        """Return the ladder that somebody chose; None where nobody did."""
        return self._chosen

    def shown(self) -> str:
        """Return the ladder that a check would ask by now, "" for the shipped one."""
        return self.choice.value() or SHIPPED

    def choose(self, key: str) -> None:
        """Have the next check ask by this ladder, unless somebody chooses another one."""
        self._chosen = key
        self.choice.set_value(key)

    def start_over(self) -> None:
        """A check has begun: what is chosen next is open again."""
        self._chosen = None

    def _on_chosen(self, key: str) -> None:
        self._chosen = key

    def _ask(self) -> None:
        """One that is not ready comes first: somebody is at work on it."""
        key = self.choice.value()
        self.change_asked.emit(self._waiting if self._chosen is None and self._waiting else key or SHIPPED)

# SPDX-License-Identifier: MIT
"""Which findings a next step answers: a list to take off from, and a choice to add to.

It must not know a step.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walkthrough.model.queries.plan import FindingMark
from walkthrough.ui.screens.plan.phrases import finding_cells
from walkthrough.ui.step_words import wording_of
from walkthrough.ui.theme import look_of
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import choice_field
from walkthrough.ui.widgets.group_list import GroupList
from walkthrough.ui.widgets.places import Column
from walkthrough.ui.widgets.spoken import plain
from walkthrough.ui.widgets.text import Prose
from walkthrough.wording import N_

_SHOWN = 3  # findings in view before the list scrolls
_LONGEST = 70  # letters of a finding in the choice


class LinkBox(Column):
    """The findings that are linked."""

    link_asked = Signal(str, bool)
    """A finding's key, and whether it is to be linked or not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap="half", parent=parent)
        self.linked = GroupList(
            N_("Findings that this step answers"), lines=2, empty=N_("None yet. Choose one below.")
        )
        self.take_off = Button(
            N_("Take this link off"), "quiet", sign="close", keys="Del", name="step_link_off"
        )
        self.choose = choice_field(N_("Link a finding"), name="step_link")
        self.add(Prose(N_("Answers"), look="label"), self.linked, self.take_off, self.choose)
        self.take_off.clicked.connect(self.take_chosen_off)
        self.linked.bin_asked.connect(lambda key: self.link_asked.emit(key, False))
        self.choose.committed.connect(self._on_chosen)

    def take_chosen_off(self) -> None:
        """Ask to take the chosen link off."""
        if key := self.linked.chosen_id():
            self.link_asked.emit(key, False)

    def show_links(self, linked: Sequence[FindingMark], known: Sequence[FindingMark], safe: bool) -> None:
        """Show what is linked, and offer the rest."""
        self.linked.set_rows(linked, lambda mark: finding_cells(mark, safe))
        self.linked.setFixedHeight(look_of(self).px(48 * min(max(len(linked), 1), _SHOWN) + 8))
        self.take_off.setVisible(bool(linked))
        keys = {mark.id for mark in linked}
        self.choose.control.set_options(
            [(mark.id, plain(_line(mark, safe))) for mark in known if mark.id not in keys]
        )
        self.choose.set_value(None)
        self.choose.setVisible(len(keys) < len(known))

    def _on_chosen(self, key: object) -> None:
        if isinstance(key, str) and key:
            self.link_asked.emit(key, True)


def _line(mark: FindingMark, safe: bool) -> str:
    text = wording_of(mark.text, mark.held, safe)
    return f"#{mark.number} {text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…'}"

# SPDX-License-Identifier: MIT
"""What of the plan is shown: words to find, how a step stands, whose it is, of which tier.

It must not know a step.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from walkthrough.model.queries.partners import PartnerRow
from walkthrough.model.words import Tier
from walkthrough.ui.screens.plan.reading import ALL, ANY, LEFT_BEHIND, OPEN, OVERDUE, Sieve
from walkthrough.ui.theme import look_of
from walkthrough.ui.widgets.field import Field, choice_field, line_field
from walkthrough.ui.widgets.places import FlowRow
from walkthrough.ui.widgets.spoken import plain
from walkthrough.ui.wording_ui import options
from walkthrough.wording import N_

_WIDTH = 132


class FilterBar(FlowRow):
    """Four fields in a row that wraps."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap="gap", parent=parent)
        stands = [
            (ALL, N_("Any")),
            (OPEN, N_("Still open")),
            (OVERDUE, N_("Overdue")),
            (LEFT_BEHIND, N_("Owner has left")),
        ]
        self.wanted = line_field(N_("Find"), name="plan_find")
        self.stands = choice_field(N_("Show"), stands, name="plan_show")
        self.agency = choice_field(N_("Agency"), [(ANY, N_("Any"))], name="plan_agency")
        self.tier = choice_field(N_("Tier"), [(ANY, N_("Any")), *options(Tier)], name="plan_tier")
        self.wanted.edited.connect(lambda _text: self.changed.emit())
        for field in self._choices():
            field.control.edited.connect(lambda _text: self.changed.emit())
        self.add(self.wanted, *self._choices())
        self.reset()

    def sieve(self) -> Sieve:
        """Return what is asked for."""
        return Sieve(
            self.stands.value() or ALL,
            self.agency.value() or ANY,
            self.tier.value() or ANY,
            self.wanted.value(),
        )

    def reset(self) -> None:
        """Let everything through; nobody is told."""
        self.wanted.set_value("")
        self.stands.set_value(ALL)
        self.agency.set_value(ANY)
        self.tier.set_value(ANY)

    def offer(self, partners: Sequence[PartnerRow]) -> None:
        """Offer these agencies to choose from."""
        kept = self.agency.value()
        known = [(row.id, plain(row.short or row.name)) for row in partners]
        self.agency.control.set_options([(ANY, N_("Any")), *known])
        self.agency.set_value(kept if kept in [key for key, _words in known] else ANY)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for field in (self.wanted, *self._choices()):
            field.setFixedWidth(look_of(self).px(_WIDTH))

    def _choices(self) -> tuple[Field, ...]:
        return self.stands, self.agency, self.tier

# SPDX-License-Identifier: MIT
"""The form for how many families come to a station, go on and are lost. Its numbers are for the presenter.

It must not know a workbook: it says what was written as the values of one count.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walkthrough.model.queries.walk import CountRow
from walkthrough.model.words import Certainty
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import choice_field, line_field, number_field
from walkthrough.ui.widgets.places import Card, Row
from walkthrough.ui.widgets.text import Prose
from walkthrough.ui.wording_ui import options
from walkthrough.wording import N_, pgettext

NUMBERS = ("families_in", "families_on", "families_lost")


class CountForm(Card):
    """The newest count of a station; another period makes another one. A field saves when it is left."""

    written = Signal(str, object)
    """The key of the count ("" for a new one), and all its values."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(N_("How many families"), parent=parent)
        self._count_id = ""
        self.fields = {
            "certainty": choice_field(N_("How do we know?"), options(Certainty), name="count_certainty"),
            "families_in": number_field(N_("Come here"), name="families_in"),
            "families_on": number_field(lambda: pgettext("families", "Go on"), name="families_on"),
            "families_lost": number_field(N_("Are lost"), name="families_lost"),
            "period": line_field(N_("In which time"), name="count_period"),
            "source": line_field(N_("Who counted, where"), name="count_source"),
        }
        self.another = Button(N_("Another time span"), "quiet", name="count_another")
        self._hidden = Prose(N_("The numbers are hidden while the room may look."), look="small")
        self._numbers = Row(gap="unit")
        self._numbers.add(*(self.fields[name] for name in NUMBERS), stretch=1)
        self.add(self.fields["certainty"], self._numbers, self._hidden)
        self.add(self.fields["period"], self.fields["source"])
        self.add(Prose(N_("The wall shows words only, never these numbers."), look="small"), self.another)
        for field in self.fields.values():
            field.committed.connect(lambda _value: self._tell())
        self.another.clicked.connect(lambda: self.show_counts(()))

    def show_counts(self, counts: tuple[CountRow, ...]) -> None:
        """Show the newest of these, or an empty form; what is being typed stays."""
        newest = counts[-1] if counts else None
        same = newest is not None and newest.id == self._count_id
        self._count_id = newest.id if newest else ""
        for name, field in self.fields.items():
            if same and field.control.hasFocus():
                continue
            value = getattr(newest, name) if newest else ("" if name in ("period", "source") else None)
            if field.value() != value:
                field.set_value(value)
        self.another.setVisible(newest is not None)

    def set_private(self, shown: bool) -> None:
        """Show or hide the numbers."""
        self._numbers.setVisible(shown)
        self._hidden.setVisible(not shown)

    def commit(self) -> None:
        """Save what is half typed, before another station is shown."""
        for field in self.fields.values():
            if field.control.hasFocus():
                field.commit()

    def _tell(self) -> None:
        values: dict[str, Any] = {name: field.value() for name, field in self.fields.items()}
        has_number = any(values[name] is not None for name in NUMBERS)
        if has_number and values["certainty"] in (None, Certainty.NOBODY_KNOWS):
            values["certainty"] = (
                Certainty.ESTIMATED
            )  # a number was said after all; nobody said it was counted
            self.fields["certainty"].set_value(Certainty.ESTIMATED)
        if values["certainty"] is Certainty.NOBODY_KNOWS or (values["certainty"] and has_number):
            self.written.emit(self._count_id, values)

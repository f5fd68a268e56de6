# SPDX-License-Identifier: MIT
"""A new partner: its name, and its kind, which suggests the sector. Enter adds it.

It must not know how a partner is stored: it hands out what was typed.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from walkthrough.model import Refused
from walkthrough.model.content.shapes import Named, PartnerType
from walkthrough.ui.screens.partners.deeds import Hands
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import choice_field, line_field
from walkthrough.ui.widgets.places import FlowRow, ScrollPage
from walkthrough.ui.widgets.spoken import plain
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.ui.wording_ui import refusal_text
from walkthrough.wording import N_

_NAME = "partners/new/name"
_ALONE = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class NewPartner(ScrollPage):
    """The form."""

    asked = Signal(str, str)
    """Name and sector, as they stand."""
    given_up = Signal()

    def __init__(
        self,
        hands: Hands,
        sectors: Sequence[Named],
        types: Sequence[PartnerType],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(gap="gap", margin="", parent=parent)
        self._drafts = hands.drafts
        self._sector_of = {one.id: one.sector for one in types}
        self.kind = choice_field(
            N_("What kind of partner"),
            [(one.id, plain(one.name)) for one in types],
            optional=True,
            hint=N_("Choosing one suggests the sector."),
            name="new_kind",
        )
        self.name = line_field(N_("Name"), name="new_name")
        self.sector = choice_field(
            N_("Sector"), [(one.id, plain(one.name)) for one in sectors], name="new_sector"
        )
        self.kind.committed.connect(lambda kind: self.sector.set_value(self._sector_of.get(kind)))
        self._drafts.watch(_NAME, self.name.control)
        self.save = Button(N_("Add this partner"), "primary", sign="add", name="new_add")
        self.save.clicked.connect(self._ask)
        cancel = Button(N_("Cancel"), "quiet", keys="Esc", name="new_cancel")
        cancel.clicked.connect(self.given_up)
        row = FlowRow()
        row.add(self.save, cancel)
        about = Prose(N_("An agency, a tribe, a group, or parents who speak for families."), look="soft")
        self.add(Heading(2, N_("New partner")), about, self.name, self.kind, self.sector, row)
        self.add_stretch()

    def suggest(self, sector: str) -> None:
        """Begin with a sector."""
        self.kind.set_value(None)
        self.sector.set_value(sector)

    def first(self) -> QWidget:
        """Return the field to begin with."""
        control: QWidget = self.name.control
        return control

    def done(self) -> None:
        """It was written: empty the form for the next one."""
        self.name.set_value("")
        self.kind.set_value(None)
        self.sector.set_value(None)
        self._drafts.saved(_NAME)

    def show_refusal(self, refused: Refused) -> None:
        """Say beside the field what is wrong."""
        field = self.sector if refused.facts.get("field") == "sector" else self.name
        field.set_error(lambda: refusal_text(refused))
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() in _ALONE:
            self._ask()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            return
        super().keyPressEvent(event)

    def _ask(self) -> None:
        self.asked.emit(self.name.value(), self.sector.value() or "")

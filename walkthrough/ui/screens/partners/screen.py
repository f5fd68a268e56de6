# SPDX-License-Identifier: MIT
"""The partners as a page: empty-chair grid, partners and agreements, and who is missing beside them.

It reads the partners and does commands; how a part looks it leaves to the part.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walkthrough.model import ChangeSet, Command, Refused
from walkthrough.model.commands.partner import AddPartner, WriteAgreement
from walkthrough.model.queries.partners import PartnerNotes
from walkthrough.model.words import AgreementKind, Tier
from walkthrough.ui.page import Handlers
from walkthrough.ui.screen import Desk, Screen
from walkthrough.ui.screens.partners.deeds import Hands, focus_later
from walkthrough.ui.screens.partners.doing import PartnerDeeds
from walkthrough.ui.screens.partners.reading import PartnersReading, read_notes, read_partners
from walkthrough.ui.screens.partners.view import (
    AGREEMENT,
    AGREEMENTS,
    CELL,
    GRID,
    LIST,
    MISSING,
    NEW_AGREEMENT,
    NEW_PARTNER,
    PARTNER,
    PartnersView,
)
from walkthrough.wording import _

_TABLES = ("partner", "seat", "written_agreement", "agreement_partner", "next_step")


class PartnersScreen(Screen):
    """Who is at the table, who is not, and what was agreed in writing."""

    name = "partners"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._is_safe = desk.room.safe
        self.reading = PartnersReading()
        self._deeds = PartnerDeeds(desk, self.do)
        self.view = PartnersView(Hands(self.do, desk.say, desk.drafts, desk.clock.today), desk.shelf)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._join()
        self.retranslate()

    def refresh(self) -> None:
        """Read the partners and show them; what is chosen and typed stays."""
        self.reading = read_partners(self.desk.workbook, self.desk.shelf.sectors)
        self._show()
        self._open_draft()

    def concerns(self, changes: ChangeSet) -> bool:
        """Tell whether a partner, a seat, an agreement or an invitation changed."""
        return changes.touches(*_TABLES)

    def retranslate(self) -> None:
        """Say again what was put together from words."""
        self._show()

    def show_for(self, **where: Any) -> None:
        """Show a partner (partner_id), an agreement (agreement_id) or a sector (sector)."""
        if where.get("partner_id"):
            self._open_partner(where["partner_id"])
        if where.get("agreement_id"):
            self._open_agreement(where["agreement_id"])
        if where.get("sector"):
            self._open_cell(where["sector"], None)

    def handlers(self) -> Handlers:
        """What this page does for the keys of the registry."""
        return {
            "edit.add": self._add,
            "entry.bin": self._drop_here,
            "entry.remove_for_good": self._remove_for_good,
            "view.picture": self._switch_grid,
        }

    def can(self, action_id: str) -> bool:
        """Tell whether there is something to do it with."""
        return action_id not in ("entry.bin", "entry.remove_for_good") or self._row_chosen() is not None

    def set_room_safe(self, safe: bool) -> None:
        """Leave out contacts, agreements and private notes while the room can see."""
        self._is_safe = safe
        self._show()

    def first_focus(self) -> QWidget:
        """The grid or list shown, or the way to begin."""
        return self.view.main()

    def parts(self) -> tuple[QWidget, ...]:
        """Switch, grid or list, what stands beside it."""
        return (self.view.switch.buttons[self.view.switch.marked()], self.view.main(), self.view.side_first())

    def do(self, command: Command) -> Refused | None:
        """Do a command and show what came of it; a refusal is handed back to be shown beside its field."""
        try:
            self.desk.workbook.do(command, initiator=self)
        except Refused as refused:
            return refused
        return None

    def _join(self) -> None:
        view = self.view
        view.switch.asked.connect(self._show_part)
        view.grid.cell_asked.connect(self._open_cell)
        view.missing.invite_asked.connect(lambda key: self._deeds.invite(key, self.reading))
        for rows, opened in ((view.list, self._open_partner), (view.agreements, self._open_agreement)):
            rows.activated_row.connect(opened)
            rows.edit_asked.connect(opened)
            rows.bin_asked.connect(lambda _key: self._drop_here())
            rows.chosen.connect(lambda _key: self.actions_changed.emit())
        view.add_asked.connect(self._add)
        view.partner_asked.connect(self._add_partner)
        view.agreement_asked.connect(self._add_agreement)
        view.side_closed.connect(self._close_side)
        view.partner_out_asked.connect(self._take_partner_out)
        view.agreement_out_asked.connect(self._take_agreement_out)

    def _show(self) -> None:
        self.view.show_reading(self.reading, self.desk.clock.today(), self._is_safe)
        self._show_side()
        self.actions_changed.emit()

    def _show_side(self) -> None:
        self.view.fill_side(self.reading, self._notes_of, self.desk.clock.today(), self._is_safe)

    def _notes_of(self, key: str) -> PartnerNotes | None:
        return None if self._is_safe else read_notes(self.desk.workbook, key)

    def _show_part(self, part: int) -> None:
        self.view.show_part(part)
        self.actions_changed.emit()

    def _switch_grid(self) -> None:
        self._show_part(LIST if self.view.switch.marked() == GRID else GRID)
        self.view.main().setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, side: int) -> None:
        self.view.show_side(side)
        self._show_side()
        focus_later(self.view.side_first())

    def _open_cell(self, sector: str, tier: Tier | None) -> None:
        self.view.cell.open_cell(sector, tier)
        self._open(CELL)

    def _open_partner(self, key: str) -> None:
        if (row := self.reading.partner(key)) is not None:
            self.view.partner.partner = row
            self.view.list.choose(key)
            self._open(PARTNER)

    def _open_agreement(self, key: str) -> None:
        if (row := self.reading.agreement(key)) is not None:
            self.view.agreement.row = row
            self.view.agreements.choose(key)
            self._show_part(AGREEMENTS)
            self._open(AGREEMENT)

    def _close_side(self) -> None:
        self.view.show_side(MISSING)
        self.view.main().setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        if self.view.switch.marked() == AGREEMENTS:
            self._open(NEW_AGREEMENT)
        else:
            cell = self.view.grid.current_cell() if self.view.grid.hasFocus() else None
            self.view.new_partner.suggest(cell[0] if cell else "")
            self._open(NEW_PARTNER)

    def _add_partner(self, name: str, sector: str) -> None:
        command = AddPartner(name, sector)
        refused = self.do(command)
        if refused is not None:
            self.view.new_partner.show_refusal(refused)
            return
        self.view.new_partner.done()
        self._open_partner(command.id)
        focus_later(self.view.partner.seats[Tier.OVERSIGHT].state.control)
        self.desk.say(_("{partner} is on the list. Say where it sits.").format(partner=name))

    def _add_agreement(self, kind: AgreementKind, title: str) -> None:
        command = WriteAgreement(title, kind)
        refused = self.do(command)
        if refused is not None:
            self.view.agreement_form.show_refusal(refused)
            return
        self.view.agreement_form.done()
        self._open_agreement(command.id)
        self.desk.say(_("The agreement is on the list."))

    def _row_chosen(self) -> tuple[str, str] | None:
        """Return (table, key) of the partner or agreement that is chosen or open."""
        view = self.view
        if (partner := view.partner_with_focus()) is not None:
            return "partner", partner.id
        part = view.switch.marked()
        key = {LIST: view.list.chosen_id(), AGREEMENTS: view.agreements.chosen_id()}.get(part, "")
        return ("written_agreement" if part == AGREEMENTS else "partner", key) if key else None

    def _drop_here(self) -> None:
        if self.view.list.hasFocus():
            self._take_partner_out(self.view.list.chosen_id())
        elif self.view.agreements.hasFocus():
            self._take_agreement_out(self.view.agreements.chosen_id())

    def _take_partner_out(self, key: str) -> None:
        row = self.reading.partner(key)
        if row is not None and self._deeds.take_partner_out(row):
            self._close_side()

    def _take_agreement_out(self, key: str) -> None:
        if self._deeds.take_agreement_out(key):
            self._close_side()

    def _remove_for_good(self) -> None:
        if (row := self._row_chosen()) and self._deeds.remove_for_good(*row, self):
            self._close_side()

    def _open_draft(self) -> None:
        """Open the partner or form whose text was left half typed, so that it can be put back."""
        self.view.make_for(self.desk.drafts.left)
        for key in self.desk.drafts.left:
            page, _slash, row = key.rpartition("/")
            if page.startswith("partners/partner/") and self.reading.partner(row) is not None:
                self._open_partner(row)

# SPDX-License-Identifier: MIT
"""The partners as a page: empty-chair grid, partners and agreements, and who is missing beside them.

It reads the partners and does commands; how a part looks it leaves to the part.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walkthrough.model import ChangeSet, Command, Refused
from walkthrough.model.commands.partner import AddPartner, RemoveAgreement, RemovePartner, WriteAgreement
from walkthrough.model.commands.plan import AddNextStep
from walkthrough.model.words import AgreementKind, Tier
from walkthrough.ui.page import Handlers
from walkthrough.ui.screen import Desk, Screen
from walkthrough.ui.screens.partners.deeds import Hands, focus_later
from walkthrough.ui.screens.partners.phrases import invitation_words
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
from walkthrough.ui.wording_ui import refusal_text
from walkthrough.wording import _

_TABLES = ("partner", "seat", "written_agreement", "agreement_partner", "next_step")


class PartnersScreen(Screen):
    """Who is at the table, who is not, and what was agreed in writing."""

    name = "partners"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._is_safe = desk.room.safe
        self.reading = PartnersReading()
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
        if action_id in ("entry.bin", "entry.remove_for_good"):
            return self._row_chosen() is not None
        return True

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
        view.missing.invite_asked.connect(self._invite)
        for asked in (view.list.activated_row, view.list.edit_asked):
            asked.connect(self._open_partner)
        for asked in (view.agreements.activated_row, view.agreements.edit_asked):
            asked.connect(self._open_agreement)
        for rows in (view.list, view.agreements):
            rows.bin_asked.connect(lambda _key: self._drop_here())
            rows.chosen.connect(lambda _key: self.actions_changed.emit())
        for button in (view.new, view.begin, view.new_agreement, view.begin_agreement):
            button.clicked.connect(self._add)
        view.new_partner.asked.connect(self._add_partner)
        view.agreement_form.asked.connect(self._add_agreement)
        for closed in (
            view.cell.closed, view.partner.closed, view.agreement.closed, view.new_partner.given_up,
            view.agreement_form.given_up,
        ):  # fmt: skip
            closed.connect(self._close_side)
        view.partner.out_asked.connect(self._take_partner_out)
        view.agreement.out_asked.connect(self._take_agreement_out)

    def _show(self) -> None:
        self.view.show_reading(self.reading, self.desk.clock.today(), self._is_safe)
        self._show_side()
        self.actions_changed.emit()

    def _show_side(self) -> None:
        view, shown = self.view, self.view.side_shown()
        if shown == CELL:
            view.cell.show_reading(self.reading, self._is_safe)
        elif shown == PARTNER and view.partner.partner is not None:
            row = self.reading.partner(view.partner.partner.id)
            if row is None:
                view.show_side(MISSING)
            else:
                notes = None if self._is_safe else read_notes(self.desk.workbook, row.id)
                view.partner.show_partner(row, self.reading, notes, self._is_safe)
        elif shown == AGREEMENT and view.agreement.row is not None:
            agreement = self.reading.agreement(view.agreement.row.id)
            if agreement is None:
                view.show_side(MISSING)
            else:
                view.agreement.show_agreement(agreement, self.reading, self.desk.clock.today(), self._is_safe)

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
            return
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

    def _invite(self, key: str) -> None:
        missing = next((one for one in self.reading.missing if one.key == key), None)
        if missing is None:
            return
        text = invitation_words(self.reading, missing)
        if (step := self.reading.step_saying(text)) is not None:
            self.desk.go("plan", step_id=step.id)
            return
        command = AddNextStep(text, {"meeting_id": self.desk.workbook.live_meeting})
        if not self._was_refused(self.do(command)):
            self.desk.say(
                _("#{number} is in the plan. Say there who does it by when.").format(**command.facts())
            )

    def _row_chosen(self) -> tuple[str, str] | None:
        """Return (table, key) of the partner or agreement that is chosen or open."""
        view = self.view
        if view.partner.isAncestorOf(self.focusWidget()) and view.partner.partner is not None:
            return "partner", view.partner.partner.id
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
        if row is not None and not self._was_refused(self.do(RemovePartner(key))):
            self._close_side()
            self.desk.say(
                _("{partner} is out, with its seats. Undo brings it back.").format(partner=row.name)
            )

    def _take_agreement_out(self, key: str) -> None:
        if not self._was_refused(self.do(RemoveAgreement(key))):
            self._close_side()
            self.desk.say(_("The agreement is out. Undo brings it back."))

    def _remove_for_good(self) -> None:
        row = self._row_chosen()
        if row is None:
            return
        yes = self.desk.ask.confirm(
            _("Remove this for good?"),
            _("Its text goes from this workbook, its history and its backups. This cannot be undone."),
            _("Remove for good"),
            danger=True,
        )
        if yes:
            self.desk.workbook.remove_for_good(*row, self)
            self._close_side()
            self.desk.say(_("It is removed for good."))

    def _was_refused(self, refused: Refused | None) -> bool:
        if refused is not None:
            self.desk.say(refusal_text(refused))
        return refused is not None

    def _open_draft(self) -> None:
        """Open the partner or form whose text was left half typed, so that it can be put back."""
        for key in self.desk.drafts.left:
            page, _slash, row = key.rpartition("/")
            if page.startswith("partners/partner/") and self.reading.partner(row) is not None:
                self._open_partner(row)
                return

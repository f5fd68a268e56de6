# SPDX-License-Identifier: MIT
"""What can be done from this page to more than one field, each as one command with one sentence after it.

It must not know how anything looks.
"""

from __future__ import annotations

from walkthrough.model import Command, Refused
from walkthrough.model.commands.partner import RemoveAgreement, RemovePartner
from walkthrough.model.commands.plan import AddNextStep
from walkthrough.model.queries.partners import PartnerRow
from walkthrough.ui.screen import Desk
from walkthrough.ui.screens.partners.deeds import Do
from walkthrough.ui.screens.partners.phrases import invitation_words
from walkthrough.ui.screens.partners.reading import PartnersReading
from walkthrough.ui.wording_ui import refusal_text
from walkthrough.wording import _


class PartnerDeeds:
    """Does them at a desk."""

    def __init__(self, desk: Desk, do: Do) -> None:
        self._desk, self._do = desk, do

    def invite(self, key: str, reading: PartnersReading) -> None:
        """Put the invitation of somebody missing in the plan, or go to the one that is there."""
        missing = next((one for one in reading.missing if one.key == key), None)
        if missing is None:
            return
        text = invitation_words(reading, missing)
        if (step := reading.step_saying(text)) is not None:
            self._desk.go("plan", step_id=step.id)
            return
        command = AddNextStep(text, {"meeting_id": self._desk.workbook.live_meeting})
        if self._did(command):
            told = _("#{number} is in the plan. Say there who does it by when.")
            self._desk.say(told.format(number=command.facts()["number"]))

    def take_partner_out(self, row: PartnerRow) -> bool:
        """Take a partner out with its seats; Undo brings it back."""
        done = self._did(RemovePartner(row.id))
        if done:
            told = _("{partner} is out, with its seats. Undo brings it back.")
            self._desk.say(told.format(partner=row.name))
        return done

    def take_agreement_out(self, key: str) -> bool:
        """Take an agreement out; Undo brings it back."""
        done = self._did(RemoveAgreement(key))
        if done:
            self._desk.say(_("The agreement is out. Undo brings it back."))
        return done

    def remove_for_good(self, table: str, key: str, initiator: object) -> bool:
        """Ask, and take a row's text out of everything."""
        yes = self._desk.ask.confirm(
            _("Remove this for good?"),
            _("Its text goes from this workbook, its history and its backups. This cannot be undone."),
            _("Remove for good"),
            danger=True,
        )
        if yes:
            self._desk.workbook.remove_for_good(table, key, initiator)
            self._desk.say(_("It is removed for good."))
        return yes

    def _did(self, command: Command) -> bool:
        refused: Refused | None = self._do(command)
        if refused is not None:
            self._desk.say(refusal_text(refused))
        return refused is None

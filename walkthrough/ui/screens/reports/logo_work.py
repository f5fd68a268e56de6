# SPDX-License-Identifier: MIT
"""Does what the logo's buttons ask: reads a file, writes the logo into the workbook, says what is wrong.

It must not know the page around the card.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from walkthrough.model import Command, Refused
from walkthrough.model.commands.logo import DescribeLogo, RemoveLogo, SetLogo
from walkthrough.model.queries.logo import logo
from walkthrough.model.queries.overview import head
from walkthrough.ui.screen import Desk
from walkthrough.ui.screens.reports.logo_card import LogoCard
from walkthrough.ui.screens.reports.logo_picture import logo_bytes
from walkthrough.ui.wording_ui import refusal_text
from walkthrough.wording import _


class LogoWork(QObject):
    """Every step of it can be undone."""

    def __init__(self, desk: Desk, card: LogoCard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._card = desk, card
        card.choose_asked.connect(self._choose)
        card.described.connect(self._describe)
        card.remove_asked.connect(self._remove)

    def _choose(self) -> None:
        path = self._desk.ask.open_file(_("Choose a logo"), _("Pictures (*.png *.jpg *.jpeg)"))
        if path is None:
            return
        try:
            content = logo_bytes(path)
        except OSError:
            self._desk.say(
                _("{file} cannot be opened. You may lack the right to read it.").format(file=path.name)
            )
            return
        if content is None:
            self._desk.say(_("{file} is no PNG or JPEG picture.").format(file=path.name))
            return
        self._do(SetLogo(content, self._words_now()))
        self._card.alt.setFocus()
        self._card.alt.control.selectAll()

    def _words_now(self) -> str:
        """What stands for it until somebody writes better words."""
        found, told = self._desk.workbook.read(logo), self._desk.workbook.read(head)
        if found is not None:
            return found.alt
        return _("Logo of {name}").format(name=told.name if told and told.name else _("the collaborative"))

    def _describe(self, words: str) -> None:
        if problem := self._do(DescribeLogo(words)):
            self._card.alt.set_error(problem)

    def _remove(self) -> None:
        self._do(RemoveLogo())
        self._card.choose.setFocus()

    def _do(self, command: Command) -> str:
        """Do it; the words for a refusal are said, and returned."""
        try:
            self._desk.workbook.do(command, initiator=self)
        except Refused as refused:
            problem = refusal_text(refused)
            self._desk.say(problem)
            return problem
        return ""

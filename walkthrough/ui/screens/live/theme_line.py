# SPDX-License-Identifier: MIT
"""The line under the themes: a new one by its name and the numbers of its findings, or another name for one.

It must not know the lists above it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from walkthrough.model import Command
from walkthrough.model.commands.finding import MakeTheme, RenameTheme
from walkthrough.model.queries.choosing import ThemeRow
from walkthrough.model.queries.entries import entry_by_number
from walkthrough.model.rules.theming import read_theme
from walkthrough.model.words import FINDING_KINDS
from walkthrough.ui.screens.live.part_hands import PartHands
from walkthrough.ui.widgets.field import line_field
from walkthrough.ui.widgets.places import Column
from walkthrough.ui.widgets.spoken import plain
from walkthrough.ui.wording_ui import refusal_text
from walkthrough.wording import N_, _

_NEW = N_("New theme: its name, then the numbers of its findings")
_HINT = N_("Like: Waiting lists 12 15 #3. Ctrl+G comes here; Enter makes it.")
_DRAFT = "live/theme"


class ThemeLine(Column):
    """Enter makes a theme, or names one anew; Esc leaves it."""

    made = Signal(str)
    """The key of a new theme."""
    left = Signal()
    """A theme was named anew, or the line was left."""

    def __init__(self, hands: PartHands, parent: QWidget | None = None) -> None:
        super().__init__(gap="half", parent=parent)
        self._hands = hands
        self._renamed: ThemeRow | None = None
        self.walk_id: str | None = None
        self.field = line_field(_NEW, hint=_HINT, name="theme_line")
        self.add(self.field)
        self.field.control.returnPressed.connect(self._on_enter)
        hands.drafts.watch(_DRAFT, self.field.control)

    def begin_new(self, numbers: str) -> None:
        """Take the keys for a new theme; the numbers of findings come along, as "#3 #7"."""
        self._stop_renaming()
        if numbers and not self.field.value():
            self.field.control.setText(f" {numbers}")
        self.field.control.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.control.setCursorPosition(0)

    def begin_rename(self, row: ThemeRow) -> None:
        """Take the keys for another name of this theme."""
        self._renamed = row
        self.field.set_label(lambda: _("Another name for theme #{number}").format(number=row.number), "")
        self.field.set_value(row.name)
        self.field.control.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.control.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._stop_renaming()
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _on_enter(self) -> None:
        if self._renamed is not None:
            if self._did(RenameTheme(self._renamed.id, self.field.value())):
                self._hands.say(_("Named anew."))
                self.left.emit()
            return
        name, numbers = read_theme(self.field.control.text())
        findings = self._findings_of(numbers)
        if findings is None or self.walk_id is None:
            return
        command = MakeTheme(self.walk_id, name, findings)
        if self._did(command):
            self._hands.say(_("The theme is on the wall. Type the next one, or Esc."))
            self.made.emit(command.theme_id)

    def _findings_of(self, numbers: tuple[int, ...]) -> tuple[str, ...] | None:
        keys = []
        for number in numbers:
            row = self._hands.read(entry_by_number, number)
            if row is None or row.kind not in FINDING_KINDS:
                told = _("#{n} is no barrier and no effective practice.").format(n=number)
                self.field.set_error(plain(told))
                return None
            keys.append(row.id)
        return tuple(keys)

    def _did(self, command: Command) -> bool:
        refused = self._hands.do(command)
        if refused is not None:
            self.field.set_error(lambda: refusal_text(refused))
            return False
        self._stop_renaming()
        self.field.set_value("")
        self._hands.drafts.saved(_DRAFT)
        return True

    def _stop_renaming(self) -> None:
        if self._renamed is not None:
            self._renamed = None
            self.field.set_value("")
            self.field.set_label(_NEW, _HINT)

# SPDX-License-Identifier: MIT
"""Who does it: an agency is taken by its first letters, any other words are a person's name, for paper.

Said back in words before Enter, so that nobody is surprised later. It must not know a step.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from walkthrough.model.queries.partners import PartnerRow
from walkthrough.ui.step_words import owner_values
from walkthrough.ui.walking.capture_input import SideInput
from walkthrough.ui.widgets.inputs import SuggestInput
from walkthrough.ui.widgets.spoken import Words, plain
from walkthrough.wording import N_, _

_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class WhoInput(SuggestInput, SideInput):
    """Tab and Enter take the marked offer, or the only one that begins with what was typed."""

    entered = Signal()  # said again here: of two bases, the second one's are registered too late
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._agencies: tuple[PartnerRow, ...] = ()
        self._people: tuple[str, ...] = ()
        self._is_typed = False
        self.textEdited.connect(self._note_typing)

    def offer(self, agencies: Sequence[PartnerRow], people: Sequence[str] = ()) -> None:
        """Offer these agencies, and these people where nobody else can see."""
        self._agencies = tuple(row for row in agencies if not row.has_left)
        names = [row.name for row in self._agencies]
        self._people = tuple(name for name in people if name not in names)
        self.set_suggestions([*names, *self._people])

    def meant(self) -> str:
        """Return who is meant: the marked offer, the one offer that begins so, or the words as they are."""
        text = self.text().strip()
        # Only after a key: to ask for the list of offers makes it, a window for each line that nobody uses.
        if self._is_typed and (marked := self._marked()):
            return marked
        typed = text.casefold()
        if not typed:
            return ""
        called = {row.name: (row.name, row.short) for row in self._agencies}
        called |= {name: (name, "") for name in self._people}
        folded = {name: [one.casefold() for one in ones if one] for name, ones in called.items()}
        same = [name for name, ones in folded.items() if typed in ones]
        begun = [name for name, ones in folded.items() if any(one.startswith(typed) for one in ones)]
        fits = same or begun
        return fits[0] if len(fits) == 1 else text

    def take(self) -> None:
        """Put who is meant in the place of what was typed."""
        name = self.meant()
        if not self._is_typed:
            return
        self._popup().hide()
        self._is_typed = False
        if name:
            self.setText(name)
            self.edited.emit(name)

    def echo(self) -> Words:
        """Return who is meant, and that a name is for paper."""
        name = self.meant()
        if not name:
            return N_("Agency, or a name")
        owner = owner_values(name, self._agencies)
        agency = next((row.name for row in self._agencies if row.id == owner.get("owner_partner_id")), "")
        if not agency:
            return N_("A name: shown on paper only")
        if owner["owner"]:
            return lambda: _("{agency}; the name on paper only").format(agency=agency)
        return plain(agency)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _TABS:
            self.take()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
        elif event.key() == Qt.Key.Key_Escape and self._is_typed and self._popup().isVisible():
            self._popup().hide()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in _STAYS:
            self.take()
        super().focusOutEvent(event)

    def _popup(self) -> QAbstractItemView:
        return cast(QAbstractItemView, self.completer().popup())

    def _marked(self) -> str:
        popup = self._popup()
        index = popup.currentIndex()
        return str(index.data()) if popup.isVisible() and index.isValid() else ""

    def _note_typing(self) -> None:
        self._is_typed = True

# SPDX-License-Identifier: MIT
"""Who is speaking, for the presenter alone: a short list of the agencies here, over the foot of the part.

It is no dialog: the line keeps what is on it. It must not know a workbook.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from walkthrough.model.queries.live_walk import Agency
from walkthrough.ui.theme import look_of
from walkthrough.ui.walking.capture_line import CaptureLine
from walkthrough.ui.walking.deeds import Deeds
from walkthrough.ui.widgets.spoken import announce
from walkthrough.wording import _

NOBODY = Agency("", "")
_MOST_SHOWN = 10


class SpeakerList(QListWidget):
    """Agencies with a digit each; 0 is nobody."""

    chosen = Signal(object)
    """An Agency; NOBODY to note nobody any more."""
    left = Signal()
    """Esc, or the focus went elsewhere."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self._agencies: tuple[Agency, ...] = ()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setObjectName("speakers")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(lambda item: self._take(self.row(item)))
        self.hide()

    def offer(self, agencies: Sequence[Agency], now: Agency) -> None:
        """Show them at the foot of the page, with the one marked who is noted now."""
        self._agencies = (*agencies, NOBODY)
        self.setAccessibleName(_("Who is speaking? Only you see this."))
        self.clear()
        for number, agency in enumerate(self._agencies, 1):
            text = _("{n}  {agency}").format(n=number, agency=agency.name)
            QListWidgetItem(text if agency.id else _("0  Note nobody"), self)
        self.setCurrentRow(self._agencies.index(now) if now in self._agencies else 0)
        self._place()
        self.show()
        self.raise_()
        self.setFocus()
        announce(self, self.accessibleName())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.text()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.currentRow())
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        elif len(digit) == 1 and digit.isdecimal():
            self._take(int(digit) - 1 if int(digit) else len(self._agencies) - 1)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hide()

    def _take(self, row: int) -> None:
        if 0 <= row < len(self._agencies):
            self.hide()
            self.chosen.emit(self._agencies[row])

    def _place(self) -> None:
        look, around = look_of(self), look_of(self).space("gap")
        rows = min(self.count(), _MOST_SHOWN)
        high = rows * self.sizeHintForRow(0) + 2 * self.frameWidth() + look.px(10)
        self.resize(look.px(320), min(high, self._page.height() - 2 * around))
        self.move(around, self._page.height() - self.height() - around)


class Speaking:
    """Who is noted as speaking: kept for one entry after the other, and only while the presenter sees it."""

    def __init__(self, page: QWidget, line: CaptureLine, deeds: Deeds) -> None:
        self._line, self._deeds = line, deeds
        self._now, self._safe = NOBODY, True
        self.list = SpeakerList(page)
        self.list.chosen.connect(self._on_chosen)
        self.list.left.connect(line.text.control.setFocus)

    def offer(self, agencies: Sequence[Agency]) -> None:
        """Let the presenter choose among the agencies here, or say why not."""
        if self._safe:
            self._deeds.complain(_("Who is speaking is for you alone. The room may see this window."))
        elif not agencies:
            self._deeds.complain(_("No agency is on the roll yet. Ctrl+Shift+A opens it."))
        else:
            self.list.offer(agencies, self._now)

    def set_safe(self, safe: bool) -> None:
        """While the room may look nobody is shown, and so nobody is noted either."""
        self._safe = safe
        if safe:
            self.list.hide()
        self._tell()

    def _on_chosen(self, agency: Agency) -> None:
        self._now = agency
        self._tell()
        self._line.text.control.setFocus()

    def _tell(self) -> None:
        shown = NOBODY if self._safe else self._now
        self._deeds.speaker = shown.id
        self._line.show_heard(shown.name)

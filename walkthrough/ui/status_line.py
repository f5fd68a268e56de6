# SPDX-License-Identifier: MIT
"""The line at the foot of the window: what was just done, whether all is saved, the room, the size of the
text.

It must not know a workbook; it is told finished sentences.
"""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QEvent, QLocale, QSize, QTimer, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QStatusBar, QWidget

from walkthrough.ui.room import RoomState
from walkthrough.ui.theme import look_of
from walkthrough.ui.widgets.soon import Soon
from walkthrough.ui.widgets.spoken import Words, announce, worded
from walkthrough.wording import _

_STAYS_MS = 12_000


class StatusLine(QStatusBar):
    """What was said last at the left; saved, room and zoom at the right, always with words."""

    room_asked = Signal()
    """The room's chip was pressed."""

    def __init__(self, room: RoomState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._page = self._sentence = ""
        self._unread: list[str] = []
        self._saved_at: QDateTime | None = None
        self._unsaved: Words = ""
        self._saved_words: Words = ""
        self._zoom_percent = 100
        self._said, self._saved, self._zoom, self._chip = QLabel(), QLabel(), QLabel(), QPushButton()
        self.setSizeGripEnabled(False)
        self.setContentsMargins(12, 0, 12, 0)
        self._said.setObjectName("said")
        self._saved.setObjectName("saved")
        self._chip.setObjectName("room")
        self._chip.setAccessibleIdentifier("room")
        self._chip.setProperty("kind", "quiet")
        self._chip.clicked.connect(self.room_asked)
        self.addWidget(self._said, 1)
        for part in (self._saved, self._chip, self._zoom):
            self.addPermanentWidget(part)
        self._tell_soon = Soon(self._tell, self)
        self._hush = QTimer(self, singleShot=True, interval=_STAYS_MS)
        self._hush.timeout.connect(self._clear)
        room.changed.connect(self.retranslate)
        self.retranslate()

    def say(self, sentence: str) -> None:
        """Show a finished sentence for a while, and have it read aloud: what it tells of is painted first."""
        self._sentence = sentence
        if sentence:
            self._unread.append(sentence)
        self._tell_soon.ask()
        self._hush.start()

    def follow_page(self, name: str) -> None:
        """Another page is shown: what was said on the one before it holds no longer."""
        if name != self._page:
            self._page = name
            self._clear()

    def said(self) -> str:
        """Return the sentence shown now."""
        return self._sentence

    def set_saved(self, at: QDateTime | None) -> None:
        """Say since when everything is on disk; None while no workbook is open."""
        self._saved_at, self._unsaved, self._saved_words = at, "", ""
        self._show_saved()

    def set_saved_words(self, words: Words) -> None:
        """Say in these words, without a time, that all is on disk, until `set_saved`; trouble stays first."""
        self._saved_words = words
        self._show_saved()

    def set_unsaved(self, words: Words) -> None:
        """Say that something is not on disk; it stands there until `set_saved`."""
        self._unsaved = words
        self._show_saved()

    def is_unsaved(self) -> bool:
        """Tell whether something could not be written and nothing was since."""
        return bool(self._unsaved)

    def saved_text(self) -> str:
        """Return what stands about saving: "All saved 10:42"."""
        return self._saved.text()

    def set_zoom(self, percent: int) -> None:
        """Show the size of the text."""
        self._zoom_percent = percent
        self.retranslate()

    def first_focus(self) -> QWidget:
        """Return what F6 comes to."""
        return self._chip

    def retranslate(self) -> None:
        """Set every word again."""
        self._show_saved()
        self._zoom.setText(_("{percent} %").format(percent=self._zoom_percent))
        self._zoom.setAccessibleName(_("Text size {percent} %").format(percent=self._zoom_percent))
        safe = self._room.safe
        self._chip.setText(_("Fit for the wall") if safe else _("Private fields are shown"))
        self._chip.setAccessibleName(self._chip.text())
        self._chip.setToolTip(self._why())
        self._chip.setAccessibleDescription(self._why())
        self._paint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        match event.type():
            case QEvent.Type.LanguageChange:
                self.retranslate()
            case QEvent.Type.StyleChange | QEvent.Type.PaletteChange:
                self._paint()

    def _tell(self) -> None:
        self._said.setText(self._sentence)
        for sentence in self._unread:
            announce(self, sentence)
        self._unread.clear()

    def _clear(self) -> None:
        self._sentence = ""
        self._tell_soon.ask()

    def _show_saved(self) -> None:
        at = (
            QLocale().toString(self._saved_at.time(), QLocale.FormatType.ShortFormat)
            if self._saved_at
            else ""
        )
        saved = _("All saved {time}").format(time=at) if at else ""
        words = self._unsaved or self._saved_words
        self._saved.setText(worded(words) if words else saved)
        look = "error" if self._unsaved else "body"
        if self._saved.property("look") != look:
            self._saved.setProperty("look", look)
            self._saved.style().unpolish(self._saved)
            self._saved.style().polish(self._saved)

    def _why(self) -> str:
        if not self._room.safe:
            return _("Press to hide them again.")
        if self._room.can_confirm:
            return _("Private fields are hidden. Press if this window is not on the wall.")
        return _("Private fields are hidden: the room may see this screen. Hold Ctrl+Shift+P to look.")

    def _paint(self) -> None:
        look = look_of(self)
        self._chip.setIcon(look.icon("good" if self._room.safe else "warn", "accent", size=16))
        self._chip.setIconSize(QSize(look.px(16), look.px(16)))

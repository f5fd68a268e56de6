# SPDX-License-Identifier: MIT
"""How the capture line looks: its chips, its fields and where they stand. It must not know the keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from walkthrough.model.rules.capture import Line, as_draft
from walkthrough.model.rules.dates import means_next_meeting
from walkthrough.model.rules.lane_tags import LaneTag
from walkthrough.model.words import Kind
from walkthrough.ui.theme import look_of
from walkthrough.ui.walking.capture_input import CaptureInput, SideInput
from walkthrough.ui.walking.line_chips import LineChips
from walkthrough.ui.walking.who_input import WhoInput
from walkthrough.ui.widgets.field import Field
from walkthrough.ui.widgets.inputs import LONGEST
from walkthrough.ui.widgets.signs import Chip
from walkthrough.ui.widgets.spoken import Words, plain
from walkthrough.wording import N_, _

LABELS = {
    Kind.BARRIER: N_("What gets in the way?"),
    Kind.PRACTICE: N_("What works well?"),
    Kind.INDICATOR: N_("What could we measure?"),
    Kind.NEXT_STEP: N_("What will be done?"),
    Kind.PARKED: N_("What do we come back to?"),
    Kind.DECISION: N_("What did we decide?"),
}
ReadDay = Callable[[str], date | None]
_ANY = 16777215  # Qt's word for no limit
NARROW = 480
"""Below this width at 100 % chips, words, who and by when stand under each other."""


class WhenInput(SideInput):
    """By when: said back as a day in words; words that are no day are kept as they are."""

    def __init__(self, read_day: ReadDay, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.read_day = read_day

    def echo(self) -> Words:
        """Return the day in words, or what happens instead."""
        text = self.text().strip()
        if not text:
            return N_("2w, 3/1, next meeting")
        day = self.read_day(text)
        if day is None and means_next_meeting(text):
            return N_("At the next meeting. Its day is not set yet.")
        return plain(short_day(day)) if day else N_("No day. Kept as typed.")


class CaptureFields(QFrame):
    """Chips at the left, then the words; for a next step also who and by when; a second line if wanted."""

    def __init__(self, read_day: ReadDay, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind, self._gathers = Kind.PRACTICE, 0
        self.setProperty("look", "card")
        self.setObjectName("capture_line")
        self.text = Field(CaptureInput(), label=self._label_words, name="capture")
        self.detail = Field(SideInput(), label=N_("Second line"), name="capture_detail")
        self.who = Field(WhoInput(), label=N_("Who"), name="capture_who")
        self.when = Field(WhenInput(read_day), label=N_("By when"), name="capture_when")
        self.draft = QLineEdit(self)  # holds the whole line for the drafts; nobody sees it
        self.draft.setMaxLength(2 * LONGEST)
        self.draft.setFocusProxy(self.text.control)
        self.draft.hide()
        self.setFocusProxy(self.text.control)  # so that F6 knows all its fields as one part of the window
        self.chips = LineChips()
        self.heard = Chip("note", plain(""))
        self.heard.setObjectName("heard_chip")
        self.heard.hide()
        self.who.hide()
        self.when.hide()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._build()
        self.retranslate()

    def show_words(self, line: Line) -> None:
        """Show what is typed on a line, and nothing of what stands around it."""
        for field, text in (
            (self.text, line.text), (self.who, line.who), (self.when, line.when), (self.detail, line.detail),
        ):  # fmt: skip
            _show_text(field, text)
        self.draft.setText(as_draft(line))

    def show_around(self, line: Line, lanes: Sequence[LaneTag], name_of: Callable[[str], str]) -> None:
        """Show a line's chips, its fields and what is asked; `name_of` names the station it is bound to."""
        station = name_of(line.bound or "") if line.is_elsewhere else ""
        if line.detail:
            self.detail.show()
        elif line.is_empty:
            self.detail.hide()
        is_step = line.kind is Kind.NEXT_STEP
        if self.who.isHidden() is is_step:
            self.who.setVisible(is_step)
            self.when.setVisible(is_step)
            self._space_out()
        self.chips.show_line(line, lanes, station)
        gathers = line.gathers.number if line.gathers else 0
        if line.kind is not self._kind or gathers != self._gathers:
            self._kind, self._gathers = line.kind, gathers
            self.text.retranslate()

    def open_detail(self) -> None:
        """Go to the second line."""
        self.detail.show()
        self.detail.control.setFocus()

    def show_heard(self, name: str) -> None:
        """Show who is speaking, for the presenter alone; empty for nobody."""
        self.heard.setVisible(bool(name))
        if name:
            self.heard.set_chip("note", lambda: _("Heard: {agency}").format(agency=name))

    def retranslate(self) -> None:
        """Say the keys again where nothing is typed."""
        self.text.control.set_hints(
            _("Enter saves.   - barrier   + works   > next step   = ? * more (F1)   @ lane   \u2191 last"),
            _("Enter saves.   - barrier   + works   > next step   = ? * more (F1)"),
            _("Enter saves.   - barrier   + works   F1: more"),
            _("- barrier   + works   F1: more"),
            _("Enter saves."),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._space_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._space_out()
        elif event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _label_words(self) -> str:
        if self._gathers:
            return _("Which theme for #{n}? Type a name, or the number of one").format(n=self._gathers)
        return _(LABELS[self._kind])

    def _build(self) -> None:
        self._fields, words = QGridLayout(), QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.chips.station, 0, Qt.AlignmentFlag.AlignLeft)
        words.addLayout(self._fields)
        words.addWidget(self.detail)
        self.detail.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._row.addWidget(self.chips, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.heard, 0, Qt.AlignmentFlag.AlignVCenter)
        self._space_out()

    def _space_out(self) -> None:
        look = look_of(self)
        side, high = look.space("gap"), look.space("unit")
        narrow = self.width() < look.px(NARROW)
        way = QBoxLayout.Direction
        self._row.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        self._row.setContentsMargins(side, high, side, high)
        self._row.setSpacing(high if narrow else side)
        self.chips.lie(narrow)
        # as wide as the list of stations, so that the words begin where the station's do
        self.chips.setMinimumWidth(0 if narrow else look.px(160))
        self.chips.setMaximumWidth(_ANY if narrow else look.px(160))
        self._place_fields(narrow)
        self.text.control.setFont(look.font("h3", bold=False))

    def _place_fields(self, narrow: bool) -> None:
        top = Qt.AlignmentFlag.AlignTop
        self._fields.addWidget(self.text, 0, 0, 1, 2 if narrow else 1, top)
        self._fields.addWidget(self.who, 1 if narrow else 0, 0 if narrow else 1, top)
        self._fields.addWidget(self.when, 1 if narrow else 0, 1 if narrow else 2, top)
        for column, share in enumerate((1, 1, 0) if narrow else (6, 2, 2)):
            self._fields.setColumnStretch(column, share if column == 0 or not self.who.isHidden() else 0)


def short_day(day: date) -> str:
    """Return a day in a few words, the weekday among them, so that a wrong reading shows."""
    # Translators: the order of weekday, month, day and year; ddd, MMM, d, yyyy stand for them.
    return QLocale().toString(QDate(day.year, day.month, day.day), _("ddd, MMM d, yyyy"))


def _show_text(field: Field, text: str) -> None:
    """Show a text without moving the cursor away from the words it stands between."""
    control = field.control
    shown = control.text()
    if shown == text:
        return
    behind = len(shown) - control.cursorPosition()
    control.setText(text)
    control.setCursorPosition(max(0, len(text) - behind))
    field.retranslate()

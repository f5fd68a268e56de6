# SPDX-License-Identifier: MIT
"""Typing paper ballots, sheet by sheet: digits only, and they jump on by themselves.

The last digit of a sheet counts it, on the disk, and the next sheet opens. What is in shows that it is in,
never how it was answered. It must not know what is asked, nor who may see this window.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from walkthrough.model import FileTrouble, Refused
from walkthrough.model.ballots import BallotBox
from walkthrough.ui.ballots.plain_keys import digit_of, is_plain
from walkthrough.ui.ballots.sheet_cells import SheetCells
from walkthrough.ui.ballots.sheet_line import SheetLine
from walkthrough.ui.widgets.places import Column
from walkthrough.ui.widgets.spoken import Words, announce, plain, worded
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.ui.wording_ui import refusal_text, trouble_text
from walkthrough.wording import N_, _

_KEYS = N_("Digits jump on. Backspace goes back, Ctrl+Z takes the last sheet back, X is a spoilt sheet.")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SHOWN = 3
"""So many of the sheets that are in stand in a line under the one being typed."""


class SheetEntry(Column):
    """One sheet at a time into an open box. Ballots that name a part have it as their last digit."""

    counted = Signal()
    """A sheet came in, was taken back, or was spoilt."""
    refused = Signal(str)
    """The box takes nothing any more, in a sentence: it was closed or thrown away in another place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap="unit", parent=parent)
        self._box: BallotBox | None = None
        self._names: tuple[str, ...] = ()
        self._note: Words = ""
        self.line = SheetLine(())
        self.title, self.asked = Heading(2), Prose(look="soft")
        self.cells = SheetCells()
        self.note, self.sheets = Prose(look="label"), Prose(look="soft")
        self.add(self.title, self.asked, self.cells, self.note, self.sheets, Prose(_KEYS, look="small"))
        self.cells.pressed.connect(self._on_pressed)

    def show_box(self, box: BallotBox, names: Sequence[str] = ()) -> None:
        """Type into this box; `names` are short ones for its questions. The same box keeps what is typed."""
        if self._box is not box:
            parts = (min(len(box.head.parts), 9),) if box.head.parts else ()
            self.line = SheetLine((*(one.answers for one in box.head.questions), *parts))
            found = box.many_in and not box.can_take_back
            self._note = self._found_words if found else ""
        self._box, self._names = box, tuple(names)
        self._say()

    def let_go(self) -> None:
        """Know no box any more: it is closed, or it was thrown away."""
        self._box, self._note = None, ""
        self.line = SheetLine(())

    def clear_line(self) -> None:
        """Forget the digits of the sheet that is not finished."""
        self.line.clear()
        self._tell("")

    def take_key(self, event: QKeyEvent) -> bool:
        """Answer a key of the sheet; False for one that means nothing here."""
        if self._box is None:
            return False
        if not self._box.is_open:
            self._refuse(Refused("gone", table="ballot_box"))
            return False
        if event.matches(QKeySequence.StandardKey.Undo):
            _once(event, self._take_back, self._box)
            return True
        if not is_plain(event):
            return False
        digit = digit_of(event)
        if digit is not None:
            if not event.isAutoRepeat():
                self._type(self._box, digit)
        elif event.key() == Qt.Key.Key_Backspace:
            self.line.back()
            self._tell("")
        elif event.key() in _ENTER:
            self._tell(self._missing_words)
        elif event.text().lower() == "x":
            _once(event, self._spoil, self._box)
        else:
            return False
        return True

    def _on_pressed(self, event: QKeyEvent) -> None:
        if self.take_key(event):
            event.accept()

    def _type(self, box: BallotBox, digit: int) -> None:
        if not self.line.type(digit):
            QApplication.beep()
            most = self.line.most[self.line.at]
            self._tell(lambda: _("Here it goes from 1 to {most}; 0 is not sure.").format(most=most))
            return
        if not self.line.is_full:
            self._tell("")
            return
        many = len(box.head.questions)
        named = self.line.digits[many] if box.head.parts else 0
        try:
            box.cast(self.line.digits[:many], box.head.parts[named - 1] if named else "")
        except FileTrouble as trouble:
            QApplication.beep()
            self.line.back()
            told = trouble_text(trouble)
            self._tell(lambda: _("This sheet is not counted yet. {trouble}").format(trouble=told))
            return
        except Refused as refused:
            self._refuse(refused)
            return
        self.line.clear()
        self._tell("")
        self.counted.emit()

    def _take_back(self, box: BallotBox) -> None:
        if self.line.is_begun:
            self.clear_line()
            return
        try:
            was = box.take_back()
        except FileTrouble as trouble:
            self._tell(plain(trouble_text(trouble)))
            return
        except Refused as refused:
            self._refuse(refused)
            return
        if was:
            self._tell(lambda: _("Sheet {n} is out again: type it anew.").format(n=self._number()))
            self.counted.emit()
        else:
            self._tell(N_("No sheet to take back: only the one typed last can be."))

    def _spoil(self, box: BallotBox) -> None:
        number = self._number()
        try:
            box.count_sheets(spoilt=box.spoilt + 1)
        except FileTrouble as trouble:
            self._tell(plain(trouble_text(trouble)))
            return
        except Refused as refused:
            self._refuse(refused)
            return
        self.line.clear()
        self._tell(lambda: _("Sheet {n}: spoilt, not counted.").format(n=number))
        self.counted.emit()

    def _refuse(self, refused: Refused) -> None:
        QApplication.beep()
        self.line.clear()
        self._say()
        self.refused.emit(refusal_text(refused))

    def _number(self) -> int:
        """The sheet being typed, counted from 1; spoilt ones have a number too."""
        return self._box.many_in + self._box.spoilt + 1 if self._box is not None else 1

    def _tell(self, words: Words) -> None:
        self._note = words
        self._say()
        announce(self.cells, " ".join(part for part in (worded(words), self._asked_words()) if part))

    def _say(self) -> None:
        if self._box is None:
            return
        self.title.set_words(lambda: _("Sheet {n}").format(n=self._number()))
        self.asked.set_words(self._asked_words)
        self.note.set_words(self._note)
        self.sheets.set_words(self._sheets_words)
        self.cells.show_line(self.line)
        # What was typed is not said again by whoever looks here later.
        self.cells.setAccessibleName(f"{self.title.text()}. {self._asked_words()}")

    def _asked_words(self) -> str:
        at, most = self.line.at, self.line.most
        if at >= len(most):
            return ""
        is_part = self._box is not None and at >= len(self._box.head.questions)
        named = _("which group") if is_part else (self._names[at] if at < len(self._names) else "")
        told = _("Question {n} of {many}").format(n=at + 1, many=len(most))
        keys = _("1 to {most}, 0 is not sure or blank").format(most=most[at])
        return " · ".join(part for part in (told, named, keys) if part)

    def _missing_words(self) -> str:
        if not self.line.is_begun:
            return _("Sheet {n} is still blank. Type its first digit.").format(n=self._number())
        return _("Question {n} is still missing. Type its digit; 0 is blank.").format(n=self.line.at + 1)

    def _found_words(self) -> str:
        last = self._number()
        told = _("Sheets in: {n}.").format(n=last - 1)
        return f"{told} " + _("Sheet {n} was not finished: type it again.").format(n=last)

    def _sheets_words(self) -> str:
        many = self._box.many_in if self._box is not None else 0
        if self._box is None or not many:
            return ""
        if self._box.spoilt:  # which of the sheets were spoilt is not kept
            return _("Sheets in: {n}.").format(n=many)
        shown = range(many, max(many - _SHOWN, 0), -1)
        told = " · ".join(_("Sheet {n}: in").format(n=number) for number in shown)
        return f"{told} …" if many > _SHOWN else told


def _once(event: QKeyEvent, work: Callable[[BallotBox], None], box: BallotBox) -> None:
    """Do it for the key that is pressed, not for the same key held down."""
    if not event.isAutoRepeat():
        work(box)

# SPDX-License-Identifier: MIT
"""What the facilitator sees of an open box: how many are in, the sheets counted, and the ways to end it.

Closing and throwing away are asked about in place, never by a dialog. It must not know any answer.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from walkthrough.model import FileTrouble, Refused
from walkthrough.model.ballots import BallotBox
from walkthrough.model.rules.ballots import may_show
from walkthrough.model.words import RatingMethod
from walkthrough.ui.ballots.words import (
    box_words,
    closing_words,
    dropping_words,
    is_as_expected,
    sheets_words,
)
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import number_field
from walkthrough.ui.widgets.messages import InfoBar
from walkthrough.ui.widgets.places import Card, FlowRow, Row
from walkthrough.ui.widgets.spoken import plain
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.ui.wording_ui import refusal_text, trouble_text
from walkthrough.wording import N_, _

_MOST_SHEETS = 999
_OPEN = N_("The box stays open until you close it, also when the program ends.")


class BoxSide(Card):
    """The card beside the ballots."""

    close_asked = Signal()
    drop_asked = Signal()
    counted = Signal()
    """The number of sheets handed out or spoilt is another."""
    left_open = Signal()
    """A question was answered with no: the ballots may have the keys again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._box: BallotBox | None = None
        self._is_dropping = False
        self.many, self.told = Heading(2), Prose(_OPEN, look="small")
        self.handed_out = number_field(N_("Handed out"), least=0, most=_MOST_SHEETS, name="box_handed_out")
        self.spoilt = number_field(N_("Spoilt"), least=0, most=_MOST_SHEETS, name="box_spoilt")
        self.sheets, self.hint = Row(gap="gap"), InfoBar()
        self.close_box = Button(N_("C&lose the box"), "primary", sign="live", name="box_close")
        self.throw_away = Button(N_("Throw the ballots away"), "quiet", name="box_drop")
        self.question = Prose()
        self.yes, self.no = Button("", name="box_yes"), Button("", name="box_no")
        self._ways, self._answers = FlowRow(), FlowRow()
        self._build()

    def show_box(self, box: BallotBox) -> None:
        """Show how this box stands."""
        is_other, self._box = self._box is not box, box
        self.many.set_words(lambda: box_words(box))
        self.sheets.setVisible(box.head.method is RatingMethod.PAPER)
        for field, value in ((self.handed_out, box.handed_out), (self.spoilt, box.spoilt)):
            if is_other or (not field.control.hasFocus() and field.value() != value):
                field.set_value(value)
        self._hint()
        self.close_box.setEnabled(box.many_in > 0)
        if is_other:
            self._ask(False)
        elif self.is_asking():
            self._say_question()

    def is_asking(self) -> bool:
        """Tell whether closing or throwing away is being asked about."""
        return not self._answers.isHidden()

    def ask_close(self) -> None:
        """Say what closing does, and ask."""
        self._is_dropping = False
        self._ask(True)

    def ask_drop(self) -> None:
        """Say what is lost, and ask."""
        self._is_dropping = True
        self._ask(True)

    def tell(self, text: str) -> None:
        """Say what is in the way."""
        self.hint.show_words(plain(text), "bad")

    def _build(self) -> None:
        for field in (self.handed_out, self.spoilt):
            self.sheets.box.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
            field.committed.connect(self._count_sheets)
        self._ways.add(self.close_box, self.throw_away)
        self._answers.add(self.yes, self.no)
        self.add(self.many, self.sheets, self.hint, self.question, self._answers, self._ways, self.told)
        self.close_box.clicked.connect(self.ask_close)
        self.throw_away.clicked.connect(self.ask_drop)
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(self._on_no)
        self._answers.hide()
        self.question.hide()

    def _ask(self, on: bool) -> None:
        had_focus = self.yes.hasFocus() or self.no.hasFocus()
        for widget in (self.question, self._answers):
            widget.setVisible(on)
        for widget in (self._ways, self.told):
            widget.setVisible(not on)
        self._hint()
        if on:
            self._say_question()
        elif had_focus:
            self.close_box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_question(self) -> None:
        box = self._box
        if box is None:
            return
        is_dropping = self._is_dropping
        self.question.set_words(lambda: dropping_words(box) if is_dropping else closing_words(box))
        if is_dropping:
            self.yes.set_words(N_("Throw away"))
            self.no.set_words(N_("Keep the box"))
        else:
            self.yes.set_words(N_("Close and show") if may_show(box.many_in) else N_("Close it"))
            self.no.set_words(N_("Leave it open"))
        safe = self.yes if not is_dropping and is_as_expected(box) else self.no
        self.yes.setAccessibleDescription(self.question.text())
        self.no.setAccessibleDescription(self.question.text())
        safe.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_yes(self) -> None:
        (self.drop_asked if self._is_dropping else self.close_asked).emit()

    def _on_no(self) -> None:
        self._ask(False)
        self.left_open.emit()

    def _count_sheets(self, _value: Any) -> None:
        if self._box is None:
            return
        try:
            if self.handed_out.value() is None:
                self._box.forget_handed_out()
            self._box.count_sheets(handed_out=self.handed_out.value(), spoilt=self.spoilt.value() or 0)
        except Refused as refused:
            self.tell(refusal_text(refused))
        except FileTrouble as trouble:
            self.tell(trouble_text(trouble))
        else:
            self._hint()
            self.counted.emit()

    def _hint(self) -> None:
        told = sheets_words(self._box) if self._box is not None else ""
        note = _("{told} Look once more, or go on.").format(told=told)
        if told and note != self.hint.text():
            self.hint.show_words(plain(note), "note")
        self.hint.setVisible(bool(told) and not self.is_asking())  # the question says it itself

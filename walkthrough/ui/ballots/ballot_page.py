# SPDX-License-Identifier: MIT
"""One ballot on the laptop: a question at a time, a digit chooses, Enter sends.

What is chosen lives in these widgets alone until it is sent. It must not know the box.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from walkthrough.ui.ballots.asked import QuestionText
from walkthrough.ui.ballots.ballot_rows import BallotRows
from walkthrough.ui.ballots.plain_keys import digit_of, is_plain, writes
from walkthrough.ui.ballots.tongues import in_each
from walkthrough.ui.ballots.words import UNSEEN
from walkthrough.ui.theme import look_of
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.places import Column, Row, ScrollPage
from walkthrough.ui.widgets.spoken import announce, plain
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import N_, _

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CHOOSE = N_("Choose a number first. 0 is not sure.")
_NOT_HERE = N_("There is no {n} here.")
_HOW = N_("Press a number to choose, then Enter to send.")
_ROOMY, _WIDEST, _LOW, _NARROW = 720, 1240, 560, 620
"""At 100 % zoom: from this height on the words are larger, so wide a ballot becomes; under this height all
but the buttons scrolls, and under this width the languages stand one below the other.
"""
_MOVES = (
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right),
    *(Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Backtab),
)
"""Keys that radio buttons and the focus know themselves."""


class BallotPage(Column):
    """The ballot of one person."""

    sent = Signal(tuple)
    """An answer to each question, in order."""

    def __init__(
        self, questions: Sequence[QuestionText], languages: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(gap="unit", margin="gap", parent=parent)
        self._questions, self._languages = tuple(questions), tuple(languages)
        self._answers: list[int] = []
        self._aside = -1
        self.rows = BallotRows()
        self._titles = [Heading(2) for _language in languages]
        self.note = Prose(look="label")
        self.back = Button(N_("Take back"), "quiet", keys="Esc", name="ballot_back")
        self.send = Button(N_("Send"), "primary", keys="Return", name="ballot_send")
        self._where, self._body = Prose(look="soft"), ScrollPage(gap="unit", margin="")
        self._asked, self._told = QWidget(), Row(gap="gap")
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._asked)
        self._foot = Row(gap="gap")
        self._is_low = False
        # Not while Qt lays the page out: words that come to another place then would be in its way.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._make_room)
        self._build()
        self.back.clicked.connect(self.take_back)
        self.send.clicked.connect(self.go_on)
        self.rows.chosen.connect(self._on_chosen)

    def open_new(self) -> None:
        """Begin a new ballot, nothing chosen."""
        self.forget()
        self._show_question()

    def begin(self) -> None:
        """Take the keys, with the question in view."""
        self.first().setFocus(Qt.FocusReason.OtherFocusReason)
        self._body.verticalScrollBar().setValue(0)

    def forget(self) -> None:
        """Leave nothing behind of what was chosen."""
        self._answers, self._aside = [], -1
        self.rows.unchoose()
        self._say("")

    def put_aside(self) -> None:
        """Keep what is chosen out of the widgets, where a screen reader finds it though nobody sees it."""
        self._aside = self.rows.value()
        self.rows.unchoose()

    def bring_back(self) -> None:
        """Choose again what was put aside."""
        self.rows.choose(self._aside)
        self._aside = -1

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rows.set_roomy(self.height() >= look_of(self).px(_ROOMY))
        self._later.start()
        self._space_out()

    def first(self) -> QWidget:
        """Return where the keys begin."""
        return self.rows.first()

    def stops(self) -> tuple[QWidget, ...]:
        """Return what Tab comes to, in order."""
        return (self.rows.first(), self.send, self.back)

    def take_key(self, event: QKeyEvent) -> bool:
        """Answer a key; False for one that the widget with the focus answers. Every other is dead here."""
        if not is_plain(event):
            return True
        digit = digit_of(event)
        if event.key() in _MOVES:
            return False
        if event.key() in ENTER:
            if self.back.hasFocus():
                return False
            if not event.isAutoRepeat():  # a key held down must not send what comes next
                self.go_on()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Backspace):
            self.take_back()
        elif digit is not None and not self.rows.choose(digit):
            QApplication.beep()
            self.tell(self._in_each(_NOT_HERE).format(n=digit))
        elif digit is None and writes(event):
            self.tell(self._in_each(_HOW))
        return True

    def take_back(self) -> None:
        """Choose nothing; where nothing is chosen, go back to the question before."""
        if self.rows.value() < 0 and self._answers:
            before = self._answers.pop()
            self._show_question()
            self.rows.choose(before)
            return
        self.rows.unchoose()
        self.rows.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self) -> None:
        """Send the ballot, or come to its next question."""
        number = self.rows.value()
        if number < 0:
            self.tell(self._in_each(_CHOOSE))
            return
        self._answers.append(number)
        if len(self._answers) < len(self._questions):
            self._show_question()
            self.begin()
            return
        answers = tuple(self._answers)
        self._answers.pop()  # until it is in the box the last question stays as it is
        self.sent.emit(answers)

    def tell(self, text: str) -> None:
        """Say what is in the way."""
        self._say(text)
        announce(self, text, urgent=True)

    def _in_each(self, marked: str) -> str:
        return "  ".join(in_each(self._languages, marked))

    def _space_out(self) -> None:
        """Stay a sheet in the middle of a wide screen, and do not hang at the top of a high one."""
        super()._space_out()
        look = look_of(self)
        side = max(look.space("gap"), (self.width() - look.px(_WIDEST)) // 2)
        above = max(look.space("gap"), (self.height() - look.px(_ROOMY)) // 4)
        self.box.setContentsMargins(side, above, side, above)

    def _make_room(self) -> None:
        """Let the words scroll with the answers on a low page: nothing may be cut off at a high zoom."""
        look = look_of(self)
        is_narrow = self.width() < look.px(_NARROW)
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        for words in (self._across, self._told.box):
            words.setDirection(way)
        self._across.setContentsMargins(0 if is_narrow else look.px(100), 0, look.px(16), 0)
        self._across.setSpacing(look.px(20))
        is_low = self.height() < look.px(_LOW)
        if is_low is self._is_low:
            return
        self._is_low = is_low
        if is_low:
            self._body.page.box.insertWidget(0, self._asked)
            self._body.page.box.insertWidget(2, self._told)
        else:
            self.box.insertWidget(1, self._asked)
            self._foot.box.insertWidget(0, self._told, 1)

    def _show_question(self) -> None:
        at, many = len(self._answers), len(self._questions)
        question = self._questions[at]
        self.rows.show_question(question, self._languages)
        for title, asked in zip(self._titles, question.asked, strict=True):
            title.set_plain(asked)
        self._where.set_words(lambda: _("Question {n} of {many}").format(n=at + 1, many=many))
        self._where.setVisible(many > 1)
        self._say("")
        self.send.set_words(N_("Send") if at + 1 == many else N_("Next question"))

    def _on_chosen(self, number: int) -> None:
        self._say("")
        for row in self.rows.rows:
            if row.number == number:
                self._body.ensureWidgetVisible(row, 0, 0)

    def _say(self, text: str) -> None:
        self.note.set_plain(text)
        self.note.setVisible(bool(text))

    def _build(self) -> None:
        for title in self._titles:
            self._across.addWidget(title, 1, Qt.AlignmentFlag.AlignBottom)
        self.add(self._where, self._asked)
        self._body.add(self.rows)
        self._body.add_stretch()
        self.add(self._body, stretch=1)
        hows, unseen = in_each(self._languages, _HOW), in_each(self._languages, UNSEEN)
        for how, promise in zip(hows, unseen, strict=True):
            told = Column(gap="")
            told.add(Prose(plain(how), look="label"), Prose(plain(promise), look="small"))
            self._told.box.addWidget(told, 1, Qt.AlignmentFlag.AlignTop)
        self._foot.add(self._told, stretch=1)
        self._foot.box.addStretch(0)  # holds the buttons at the right where the words are not beside them
        self._foot.box.addWidget(self.back, 0, Qt.AlignmentFlag.AlignBottom)
        self._foot.box.addWidget(self.send, 0, Qt.AlignmentFlag.AlignBottom)
        self.add(self.note, self._foot)

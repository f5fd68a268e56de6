# SPDX-License-Identifier: MIT
"""One next step, large, and the seven ways to answer it; each is a key and a button.

It must not know how an answer is stored.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walkthrough.model.queries.plan import StepRow
from walkthrough.ui.screens.live.read_back_words import answer_mark, lack_words, more_words, promise_words
from walkthrough.ui.step_words import wording_of
from walkthrough.ui.widgets.buttons import Button, ButtonKind
from walkthrough.ui.widgets.places import Card, FlowRow, Row
from walkthrough.ui.widgets.short_text import ShortHeading
from walkthrough.ui.widgets.signs import Chip
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import N_, _

YES, CHANGE, ASK, NO, RAISE, DROP, BACK = "yes", "change", "ask", "no", "raise", "drop", "back"
_BUTTONS: tuple[tuple[str, str, ButtonKind], ...] = (
    (YES, N_("Enter  Yes"), "primary"),
    (CHANGE, N_("F2  Change"), "plain"),
    (ASK, N_("N  Not here"), "plain"),
    (NO, N_("D  Said no"), "plain"),
    (RAISE, N_("R  Raise to a tier"), "plain"),
    (DROP, N_("Del  Take out"), "quiet"),
    (BACK, N_("↑  One back"), "quiet"),
)  # fmt: skip


class ReadBackCard(Card):
    """The step that is read aloud now."""

    asked = Signal(str)
    """One of YES, CHANGE, ASK, NO, RAISE, DROP, BACK."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._step: StepRow | None = None
        self._more = ""
        self._lack = ""
        self._answer: tuple[str, str] = ("quiet", "")
        self.place, self.answer = Heading(3), Chip("quiet", self._answer_words)
        self.lack = Chip("warn", self._lack_words)
        self.what, self.who = Heading(1), ShortHeading(3)
        self.more = Prose(look="soft")
        self.buttons = {key: Button(words, kind, name=f"read_back_{key}") for key, words, kind in _BUTTONS}
        self._row = FlowRow()
        for key, button in self.buttons.items():
            button.clicked.connect(self._asks(key))
            self._row.add(button)
        head = Row()
        head.add(self.place, stretch=1)
        head.add(self.lack)
        head.add(self.answer)
        self.add(head, self.what, self.who, self.more, self._row)

    def show_step(
        self, step: StepRow, place: tuple[int, int], *, is_raised: bool, is_done: bool, safe: bool
    ) -> None:
        """Show a step; `place` is its own number among so many."""
        self._step = step
        self.place.set_words(lambda: _("{n} of {many}: read it out loud").format(n=place[0], many=place[1]))
        tone, words = answer_mark(step, is_raised=is_raised, is_done=is_done, safe=safe)
        self._answer = tone, words
        self.answer.set_chip(tone, self._answer_words)
        self._lack = lack_words(step, safe)
        self.lack.set_chip("warn", self._lack_words)
        self.lack.setVisible(bool(self._lack))
        self.what.set_plain(wording_of(step.what, step.held, safe))
        self.who.set_plain(promise_words(step, safe))
        self._more = more_words(step, safe)
        self.more.set_plain(self._more)
        self.set_asking(self._row.isHidden())

    def set_asking(self, asking: bool) -> None:
        """Make room while something is asked below: no answer can be given meanwhile."""
        self._row.setVisible(not asking)
        self.more.setVisible(bool(self._more) and not asking)

    def _answer_words(self) -> str:
        return self._answer[1]

    def _lack_words(self) -> str:
        return self._lack

    def _asks(self, key: str) -> Callable[[], None]:
        return lambda: self.asked.emit(key)

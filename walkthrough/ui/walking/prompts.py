# SPDX-License-Identifier: MIT
"""The questions of a station: three that must be asked, the others one key away. A tick says: asked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from walkthrough.model.queries.walk import PromptRow
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.choices import CheckInput
from walkthrough.ui.widgets.field import Field
from walkthrough.ui.widgets.places import Column, Row
from walkthrough.ui.widgets.signs import Chip
from walkthrough.ui.widgets.text import Prose
from walkthrough.wording import N_, _, ngettext

LINES = 16
"""As many as a shipped station has, and one."""


class _Question(Prose):
    """A question that ticks its box when it is clicked."""

    clicked = Signal()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()


class PromptLine(Row):
    """A tick and its question, which wraps."""

    asked = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap="half", parent=parent)
        self.id, self.words = "", _Question()
        self.on_wall = Chip("note", N_("on the wall"))
        self.on_wall.hide()
        self.tick = Field(CheckInput(""), label=lambda: self.words.text(), name="prompt_asked")
        self.tick.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.add(self.tick)
        self.add(self.words, stretch=1)
        self.add(self.on_wall)
        self.box.setAlignment(self.tick, Qt.AlignmentFlag.AlignTop)
        self.box.setAlignment(self.on_wall, Qt.AlignmentFlag.AlignTop)
        self.tick.committed.connect(lambda on: self.asked.emit(self.id, bool(on)))
        self.words.clicked.connect(self.tick.control.click)

    def show_prompt(self, prompt: PromptRow) -> None:
        """Show a question and whether it was asked."""
        self.id = prompt.id
        self.words.set_plain(prompt.text)
        self.tick.set_value(prompt.asked)
        self.tick.retranslate()


class PromptPanel(Column):
    """The must-ask questions, and the others if asked for.

    The lines are made once and used again, so that Tab meets them before what stands below.
    """

    asked = Signal(str, bool)
    put_up = Signal(str)
    """Enter on a question: it is to stand on the wall."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap="half", parent=parent)
        self._on_wall = ""
        self._prompts: tuple[PromptRow, ...] = ()
        self._shows_all = False
        self._lines: list[PromptLine] = []
        self._box = Column(gap="half")
        self._more_of(LINES)
        self._more = Button(self._more_words, "quiet", keys="F3", name="more_questions")
        self._more.clicked.connect(self.toggle)
        self.add(self._box, self._more)
        self.box.setAlignment(self._more, Qt.AlignmentFlag.AlignLeft)

    def lines(self) -> list[PromptLine]:
        """Return the lines in view."""
        return [line for line in self._lines if not line.isHidden()]

    def set_prompts(self, prompts: Sequence[PromptRow]) -> None:
        """Show a station's questions."""
        if tuple(prompts) != self._prompts:
            self._prompts = tuple(prompts)
            self._fill()

    def toggle(self) -> None:
        """Show all questions, or only those that must be asked."""
        self._shows_all = not self._shows_all
        self._fill()

    def shows_all(self) -> bool:
        """Tell whether the other questions are in view too."""
        return self._shows_all

    def mark_on_wall(self, prompt_id: str) -> None:
        """Say beside a question that it is the one on the wall; none for an empty key."""
        self._on_wall = prompt_id
        for line in self._lines:
            line.on_wall.setVisible(bool(prompt_id) and line.id == prompt_id)

    def first_focus(self) -> QWidget:
        """Return the tick of the first question."""
        return next((line.tick.control for line in self.lines()), self._more)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows walk the questions; Enter puts one on the wall."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            shown = self.lines()
            at = next((n for n, line in enumerate(shown) if line.tick.control is watched), -1)
            if at >= 0 and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                by = 1 if event.key() == Qt.Key.Key_Down else -1
                shown[min(max(at + by, 0), len(shown) - 1)].tick.control.setFocus()
                return True
            if at >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.put_up.emit(shown[at].id)
                return True
        return super().eventFilter(watched, event)

    def fewer(self) -> None:
        """Show only those that must be asked: for the next station."""
        self._shows_all = False

    def _fill(self) -> None:
        shown = [prompt for prompt in self._prompts if prompt.must_ask or self._shows_all]
        self._more_of(len(shown) - len(self._lines))
        for number, line in enumerate(self._lines):
            line.setVisible(number < len(shown))
            if number < len(shown):
                line.show_prompt(shown[number])
        self.mark_on_wall(self._on_wall)
        self._more.retranslate()
        self._more.setVisible(any(not prompt.must_ask for prompt in self._prompts))

    def _more_of(self, many: int) -> None:
        for _number in range(many):
            line = PromptLine()
            line.hide()
            line.asked.connect(self.asked)
            line.tick.control.installEventFilter(self)
            self._lines.append(line)
            self._box.add(line)

    def _more_words(self) -> str:
        rest = sum(1 for prompt in self._prompts if not prompt.must_ask)
        if self._shows_all:
            return _("Fewer questions")
        return ngettext("{n} more question", "{n} more questions", rest).format(n=rest)

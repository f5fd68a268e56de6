# SPDX-License-Identifier: MIT
"""Words beside something that must keep its room: a few lines at most, then an ellipsis; said in full.

Must not know where it stands.
"""

from __future__ import annotations

import itertools

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel

from walkthrough.ui.widgets.spoken import Words, worded
from walkthrough.ui.widgets.text import Heading, Prose, ProseLook, SpokenLabel


class _Short(SpokenLabel):
    """At most so many lines; the tool tip and screen readers have all of a longer text."""

    most_lines = 2

    def text(self) -> str:
        """Return all of it."""
        return worded(self._words)

    def retranslate(self) -> None:
        super().retranslate()
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def minimumSizeHint(self) -> QSize:
        return self._capped(super().minimumSizeHint())

    def sizeHint(self) -> QSize:
        return self._capped(super().sizeHint())

    def heightForWidth(self, width: int) -> int:
        return min(super().heightForWidth(width), self._most())

    def shown_lines(self) -> list[str]:
        """Return the lines as they are drawn, the last one cut where there is more."""
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        text, metrics = self.text(), self.fontMetrics()
        layout = QTextLayout(text, self.font())
        layout.setTextOption(option)
        layout.beginLayout()
        starts: list[int] = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self.width())
            starts.append(line.textStart())
        layout.endLayout()
        if len(starts) <= self.most_lines:
            return [text]
        ends = starts[1 : self.most_lines]
        found = [text[a:b].strip() for a, b in itertools.pairwise((0, *ends))] if ends else []
        last = metrics.elidedText(
            text[starts[self.most_lines - 1] :], Qt.TextElideMode.ElideRight, self.width()
        )
        return [*found, last]

    def _cut(self) -> None:
        shown = "\n".join(self.shown_lines())
        is_cut = shown != self.text()
        if shown != QLabel.text(self):
            self.setText(shown)
        self.setToolTip(self.text() if is_cut else "")
        self.setAccessibleName(self.text() if is_cut else "")

    def _most(self) -> int:
        return self.most_lines * self.fontMetrics().lineSpacing()

    def _capped(self, size: QSize) -> QSize:
        return QSize(size.width(), min(size.height(), self._most()))


class ShortHeading(_Short, Heading):
    """A heading of at most so many lines."""

    def __init__(self, level: int, words: Words = "", *, lines: int = 2) -> None:
        super().__init__(level, words)
        self.most_lines = lines


class ShortProse(_Short, Prose):
    """Running text of at most so many lines."""

    def __init__(self, words: Words = "", *, look: ProseLook = "body", lines: int = 2) -> None:
        super().__init__(words, look=look)
        self.most_lines = lines

# SPDX-License-Identifier: MIT
"""A ladder that stays as it is, to be read: the ladder, one stage, or one part with its statements.

It must not know why it may not be changed.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from walkthrough.model.queries.ladders import DimensionOfLadder, LadderPage, StageOfLadder
from walkthrough.ui.screens.stage_check.ladder_words import holds_words, stage_words
from walkthrough.ui.widgets.places import Column, ScrollPage
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import _


class LadderReading(ScrollPage):
    """Words alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap="gap", margin="", parent=parent)
        self._title, self._about = Heading(2), Prose(look="soft")
        self._lines = Column(gap="gap")
        self.add(self._title, self._about, self._lines)
        self.add_stretch()

    def show_row(self, page: LadderPage, row: StageOfLadder | DimensionOfLadder | None) -> None:
        """Show a stage or a part; None for the ladder itself."""
        self._lines.clear()
        self.verticalScrollBar().setValue(0)
        if isinstance(row, DimensionOfLadder):
            self._say(row.name, row.about)
            for stage in page.stages:
                here = [one for one in row.criteria if one.stage == stage.number]
                lines = Column(gap="half")
                lines.add(_prose(stage_words(stage), "label"))
                for one in here:
                    lines.add(_prose(one.text, "body"))
                    if one.example:
                        lines.add(_prose(_("For example: {example}").format(example=one.example), "small"))
                self._lines.add(lines)
        elif row is not None:
            self._say(stage_words(row), row.meaning)
        else:
            self._say(page.head.name, holds_words(page.head))

    def _say(self, title: str, about: str) -> None:
        self._title.set_plain(title)
        self._about.set_plain(about)
        self._about.setVisible(bool(about))


def _prose(text: str, look: str) -> Prose:
    line = Prose(look=look)  # type: ignore[arg-type]  # one of its looks
    line.set_plain(text)
    return line

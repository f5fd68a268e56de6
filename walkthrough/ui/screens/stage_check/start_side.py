# SPDX-License-Identifier: MIT
"""The side of the page before the first check: what it is about, the way to begin, and the ladder it asks by.

It must not know how a check begins.
"""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from walkthrough.model.rules.ladder_versions import LadderHead
from walkthrough.ui.screens.stage_check.ladder_choice import LadderChoice
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.messages import EmptyState
from walkthrough.ui.widgets.places import Row
from walkthrough.wording import N_, _, ngettext


class StartSide(QWidget):
    """Four questions, one button; below it the ladder."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stages = self._parts = 0
        self.begin = Button(N_("Begin the first stage check"), "primary", sign="stage-check", name="begin")
        self.ladders = LadderChoice()
        self._start = EmptyState(
            "stage-check", N_("Where does our collaboration stand?"), self._words, self.begin
        )
        below = Row(margin="wide")
        below.add_stretch()
        below.add(self.ladders)
        below.add_stretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._start, 1)
        column.addWidget(below)

    def show_ladder(self, stages: int, parts: int) -> None:
        """Say what the first check will ask."""
        self._stages, self._parts = stages, parts
        self._start.prose.retranslate()

    def _words(self) -> str:
        asked = _(
            "Four questions: Which stage are we in? How do we know? Which counts show it? What moves us on?"
        )
        low = _("A low stage is not a failure. Ask which stage your purpose needs.")
        return " ".join((asked, self._by_words(), low))

    def _by_words(self) -> str:
        if not self._parts:
            told = _("The ladder has {n} stages and no parts: you are asked for the stage as a whole.")
            return told.format(n=self._stages)
        told = ngettext(
            "You go through {n} part, with statements for {stages} stages, and say how you know.",
            "You go through {n} parts, each with statements for {stages} stages, and say how you know.",
            self._parts,
        )
        return told.format(n=self._parts, stages=self._stages)


def counted(heads: tuple[LadderHead, ...], key: str, otherwise: tuple[int, int]) -> tuple[int, int]:
    """Return how many stages and parts a ladder has; `otherwise` for the shipped one."""
    found = next((one for one in heads if one.id == key), None)
    return (found.stages, found.dimensions) if found is not None else otherwise

# SPDX-License-Identifier: MIT
"""Question 1, how the room rated: the sealed rounds of a check, one question at a time.

It shows what the wall may show. It must not know how a rating is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from walkthrough.export.pictures.ratings import asked_words, question_words, ratings_scene
from walkthrough.export.scene import Scene
from walkthrough.model.queries.rounds import AskedRow
from walkthrough.ui.widgets.group_list import GroupCells, GroupList
from walkthrough.ui.widgets.places import Card
from walkthrough.ui.widgets.scene_fitted import FittedScene
from walkthrough.ui.widgets.text import Prose
from walkthrough.wording import N_, current


class RoundsCard(Card):
    """What was asked, the widest spread first, and the picture of the question that is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(N_("How we rated"), parent=parent)
        self._asked: tuple[AskedRow, ...] = ()
        self.list = GroupList(N_("What was asked, seen most differently first"), lines=2)
        self.list.setMinimumHeight(150)
        self.said = Prose()
        self.picture = FittedScene(N_("Ratings"), 300.0, 560.0)
        self.add(self.list, self.said, self.picture)
        self.list.chosen.connect(self._on_chosen)
        self.hide()  # never shown by hand here: without a parent it would flash up as a window

    def show_rounds(self, asked: Sequence[AskedRow]) -> None:
        """Show the questions of a check; nothing where none is sealed."""
        self._asked = tuple(asked)
        self.setVisible(bool(self._asked))
        self.list.setVisible(len(self._asked) > 1)
        self.said.setVisible(len(self._asked) == 1)  # else the rows say it
        self.list.set_rows([_cells(n, one) for n, one in enumerate(self._asked)])
        if self._asked:
            self.list.choose(self.list.chosen_id() or "0")
            self._show(self._chosen())

    def _chosen(self) -> AskedRow:
        at = self.list.chosen_id()
        return self._asked[int(at) if at.isdecimal() and int(at) < len(self._asked) else 0]

    def _on_chosen(self, _at: str) -> None:
        if self._asked:
            self._show(self._chosen())

    def _show(self, asked: AskedRow) -> None:
        self.said.set_words(lambda: asked_words(current(), asked))
        self.picture.setVisible(asked.newest.told is not None)
        if asked.newest.told is not None:
            self.picture.show_drawn(partial(_scene, asked))


def _scene(asked: AskedRow, width: float) -> Scene:
    return ratings_scene(current(), asked, width)


def _cells(at: int, asked: AskedRow) -> GroupCells:
    said = asked_words(current(), asked)
    return GroupCells(id=str(at), text=question_words(current(), asked), detail=said)

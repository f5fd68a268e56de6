# SPDX-License-Identifier: MIT
"""Question 1, what was: how the room rated in this check, and all checks over time with what moved and why.

Going back is told like going up. It must not know how a stage is worked out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeAlias

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from walkthrough.export.calendar import day_words
from walkthrough.export.check_days import check_days
from walkthrough.export.pictures.history import (
    agreed_line,
    history_scene,
    move_line,
    move_reasons,
    unmoved_line,
)
from walkthrough.export.pictures.stage import closed
from walkthrough.export.scene import Scene
from walkthrough.model.queries.rounds import rounds_of_check
from walkthrough.model.queries.stage_history import HistoryCheck, stage_history
from walkthrough.ui.screens.stage_check.rounds_card import RoundsCard
from walkthrough.ui.widgets.places import Card, Column
from walkthrough.ui.widgets.scene_fitted import FittedScene
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import N_, _, current

Read: TypeAlias = Callable[..., Any]
"""Runs a query of the workbook; it returns frozen rows."""
_FIRST = N_("This is the first check. From the second one on you see here what moved, and why.")
_OTHER = N_("Another ladder begins with this check, so it cannot be compared with the one before.")
_NOTHING_BEFORE = N_("The first check: there is none to compare it with.")


class HistoryPart(Column):
    """The rounds of a check, and all checks over time.

    All checks together take longer to read than one: an answer given further down does not wait for them,
    they are read again when they come into view.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap="gap", parent=parent)
        self.rounds, self.over_time = RoundsCard(), OverTimeCard()
        self._read: Read | None = None
        self._check_id = ""
        self._is_old = False
        self.add(self.rounds, self.over_time)

    def show_check(self, read: Read, check_id: str) -> None:
        """Read and show what there is up to now, a check of it in words."""
        self.rounds.show_rounds(read(rounds_of_check, check_id))
        is_other, self._read, self._check_id = check_id != self._check_id, read, check_id
        if is_other or not self.over_time.visibleRegion().isEmpty():
            self._read_all()
        else:
            self._is_old = True

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._is_old and not self.over_time.visibleRegion().isEmpty():
            self._is_old = False
            QTimer.singleShot(0, self, self._read_all)

    def _read_all(self) -> None:
        self._is_old = False
        if self._read is not None:
            self.over_time.show_checks(self._read(stage_history), self._check_id)


class OverTimeCard(Card):
    """The picture of all checks; below it one of them in words. Arrows or a click pick another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(N_("Over time"), parent=parent)
        self._checks: tuple[HistoryCheck, ...] = ()
        self._at = ""
        self.first = Prose(_FIRST, look="soft")
        self.picture = FittedScene(N_("Stage checks over time"), 320.0, 720.0)
        self.day, self.agreed, self.moved = Heading(3), Prose(), Prose()
        self.add(self.first, self.picture, self.day, self.agreed, self.moved)
        self.picture.picked.connect(self._pick)
        self.picture.reached.connect(self._pick)

    def show_checks(self, checks: Sequence[HistoryCheck], check_id: str) -> None:
        """Show all checks, and in words the one with this key."""
        self._checks, self._at = tuple(checks), check_id
        several = len(self._checks) > 1
        self.first.setVisible(not several)
        for widget in (self.picture, self.day, self.agreed, self.moved):
            widget.setVisible(several)
        if several:
            self.picture.show_drawn(partial(_scene, self._checks))
            self._tell()

    def _pick(self, check_id: str) -> None:
        if check_id:
            self._at = check_id
            self._tell()

    def _tell(self) -> None:
        check = next((one for one in self._checks if one.id == self._at), None)
        if check is None:
            return
        self.day.set_plain(check_days(current(), self._checks)[check.id])
        self.agreed.set_plain(agreed_line(current(), check))
        at = self._checks.index(check)
        before = day_words(current(), self._checks[at - 1].as_of) if at else ""
        self.moved.set_plain("\n".join(_moved_lines(check, before, is_first=not at)))


def _scene(checks: tuple[HistoryCheck, ...], width: float) -> Scene:
    return history_scene(current(), checks, width)


def _moved_lines(check: HistoryCheck, day: str, *, is_first: bool) -> list[str]:
    if is_first or check.is_other_ladder:
        return [_(_NOTHING_BEFORE if is_first else _OTHER)]
    if not check.moves:
        return [unmoved_line(current(), check, day)]
    return [
        " ".join((closed(move_line(current(), moved, check.stages)), move_reasons(moved))).strip()
        for moved in check.moves
    ]

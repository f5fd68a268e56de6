# SPDX-License-Identifier: MIT
"""The lanes that a tag being typed may mean, above the line. It never takes the focus from the line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from walkthrough.model.rules.lane_tags import LaneTag
from walkthrough.ui.theme import look_of
from walkthrough.ui.widgets.spoken import announce
from walkthrough.wording import _


class LanePicker(QListWidget):
    """A short list with one marked lane; the line tells it where to go."""

    picked = Signal(object)
    """A LaneTag, by the mouse."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self._lanes: tuple[LaneTag, ...] = ()
        self.of_themes = False
        """Whether themes are offered now, as if they were lanes."""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setObjectName("lane_picker")
        self.setAccessibleName(_("Lanes"))
        self.itemClicked.connect(lambda item: self.picked.emit(self._lanes[self.row(item)]))
        self.hide()

    def offer(self, lanes: Sequence[LaneTag], over: QWidget, *, marked: bool = True) -> None:
        """Show these above a widget, the first one marked if wanted; none hides the list."""
        if not lanes:
            self.hide()
            return
        if tuple(lanes) != self._lanes or self.isHidden():
            self._lanes = tuple(lanes)
            self.clear()
            for lane in self._lanes:
                QListWidgetItem(_("{n}  {lane}").format(n=lane.pos, lane=lane.name), self)
            self.setCurrentRow(0 if marked else -1)
            self._announce()
        look = look_of(self)
        rows = min(len(self._lanes), 8)
        self.resize(look.px(320), rows * self.sizeHintForRow(0) + 2 * self.frameWidth() + look.px(10))
        corner = over.mapTo(self._page, QPoint(0, 0))
        self.move(corner.x(), corner.y() - self.height() - look.space("half"))
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """Mark the next lane or the one before."""
        at = self.currentRow() if self.currentRow() >= 0 else (-1 if by > 0 else 0)
        self.setCurrentRow((at + by) % max(self.count(), 1))
        self._announce()

    def lane(self) -> LaneTag | None:
        """Return the marked lane."""
        row = self.currentRow()
        return self._lanes[row] if 0 <= row < len(self._lanes) else None

    def _announce(self) -> None:
        lane = self.lane()
        if lane is not None:
            sentence = (
                _("Theme {lane}. Enter takes it.")
                if self.of_themes
                else _("Lane {lane}. Tab or Enter takes it.")
            )
            announce(self._page, sentence.format(lane=lane.name))

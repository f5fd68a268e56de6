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
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setObjectName("lane_picker")
        self.setAccessibleName(_("Lanes"))
        self.itemClicked.connect(lambda item: self.picked.emit(self._lanes[self.row(item)]))
        self.hide()

    def offer(self, lanes: Sequence[LaneTag], over: QWidget) -> None:
        """Show these lanes above a widget, the first one marked; none hides the list."""
        if not lanes:
            self.hide()
            return
        if tuple(lanes) != self._lanes or self.isHidden():
            self._lanes = tuple(lanes)
            self.clear()
            for lane in self._lanes:
                QListWidgetItem(_("{n}  {lane}").format(n=lane.pos, lane=lane.name), self)
            self.setCurrentRow(0)
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
        self.setCurrentRow((self.currentRow() + by) % max(self.count(), 1))
        self._announce()

    def lane(self) -> LaneTag | None:
        """Return the marked lane."""
        row = self.currentRow()
        return self._lanes[row] if 0 <= row < len(self._lanes) else None

    def _announce(self) -> None:
        lane = self.lane()
        if lane is not None:
            announce(self._page, _("Lane {lane}. Tab or Enter takes it.").format(lane=lane.name))

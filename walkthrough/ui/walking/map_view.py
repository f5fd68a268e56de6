# SPDX-License-Identifier: MIT
"""The map of the walk: stations across, lanes down. Enter on a cell goes there.

It must not know a workbook.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walkthrough.export.charts.map import build_map
from walkthrough.model.queries.walk import WalkMap
from walkthrough.ui.theme import look_of
from walkthrough.ui.walking.row_words import ROW, gather_words, map_input
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.places import Row, ScrollPage
from walkthrough.ui.widgets.scene_view import SceneView
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import N_

_LEAST_WIDTH = 520.0
_COLUMN = 56.0
"""Points that a station needs at least, so that two counts stand beside each other's glyphs."""
_LEAST_SCALE = 1.15
"""Pixels per point at 100 %: smaller than this the picture does not get."""
_LOW_ROW = 22.0
"""Points of a lane where the window is low: more of the map, and its words as large."""


class MapView(QWidget):
    """The map, drawn so that all of it fits."""

    cell_chosen = Signal(str, str)
    """Station and lane of the cell that was entered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: WalkMap | None = None
        self._current: tuple[str, str] | None = None
        self.title = Heading(2)
        self.turn = Button(N_("Picture or table"), "quiet", keys="Ctrl+Shift+T", name="map_table")
        self.to_station = Button(N_("Station"), "plain", sign="walk", keys="F4", name="to_station")
        self.scene = SceneView(N_("Map of the walk"), table_button=False)
        for button in (self.turn, self.to_station):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        head = Row()
        head.add(self.title, stretch=1)
        head.add(self.turn, self.to_station)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(head)
        self.gather = Prose(look="small")
        column.addWidget(self.gather)
        self._page = ScrollPage(gap="", margin="")
        self._page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._page.add(self.scene)
        column.addWidget(self._page, 1)
        self.turn.clicked.connect(self.scene.toggle_table)
        self.scene.picked.connect(self._on_picked)

    def show_map(self, found: WalkMap, current: tuple[str, str] | None) -> None:
        """Show a walk's map with the present place marked."""
        self._found, self._current = found, current
        self.title.set_plain(found.name)
        self.gather.set_words(lambda: gather_words(found))
        self.gather.setVisible(bool(self.gather.text()))
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    def _draw(self) -> None:
        """Draw it as wide as its height asks for: a map half in view is no map. Large type scrolls."""
        if self._found is None or self._page.height() < 4:
            return
        # The room beside a scroll bar, there or not: else one bar takes the room that calls for another.
        wide = self._page.width() - self._page.verticalScrollBar().sizeHint().width() - 4
        least = max(
            _LEAST_WIDTH, _COLUMN * sum(0.62 if one.is_handoff else 1.0 for one in self._found.stations)
        )
        readable = wide / (_LEAST_SCALE * look_of(self).zoom / 100)
        row = ROW
        if self._whole(wide, least, row) > readable:
            row = _LOW_ROW
        width = max(least, min(self._whole(wide, least, row), readable))
        self.scene.set_scene(build_map(map_input(self._found, self._current, width, row)))
        QTimer.singleShot(0, self, self._keep_here_in_view)

    def _whole(self, wide: float, least: float, row: float) -> float:
        """How wide the map must be, in points, for all of its height to be in view."""
        assert self._found is not None
        high = build_map(map_input(self._found, self._current, least, row)).h
        return high * wide / (self._page.height() - 4)

    def _keep_here_in_view(self) -> None:
        """A long route scrolls: the station where the room is stands in the middle, under its head."""
        at = self._current[0] if self._current else ""
        picture = self.scene.picture
        places = (n for n, shape in enumerate(picture.shapes()) if shape.key.startswith(f"{at}|"))
        number = next(places, None) if at else None
        if number is not None:
            box = picture.box_of(number)
            middle = picture.mapTo(self._page.page, box.center())
            self._page.ensureVisible(middle.x(), 0, self._page.viewport().width() // 2 - 4, 0)

    def _on_picked(self, key: str) -> None:
        station, bar, lane = key.partition("|")
        if bar:
            self.cell_chosen.emit(station, lane)

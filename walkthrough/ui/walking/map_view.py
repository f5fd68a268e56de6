# SPDX-License-Identifier: MIT
"""The map of the walk: stations across, lanes down. Enter on a cell goes there.

It must not know a workbook.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walkthrough.export.charts.map import build_map
from walkthrough.model.queries.walk import WalkMap
from walkthrough.ui.theme import look_of
from walkthrough.ui.walking.row_words import map_input
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.places import Row, ScrollPage
from walkthrough.ui.widgets.scene_view import SceneView
from walkthrough.ui.widgets.text import Heading
from walkthrough.wording import N_

_LEAST_WIDTH = 520.0
_LEAST_SCALE = 0.94
"""Pixels per point at 100 %: smaller than this the picture does not get."""


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
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    def _draw(self) -> None:
        """Draw it as wide as its height asks for: a map half in view is no map. Large type scrolls."""
        room = self._page.viewport().size()
        if self._found is None or room.height() < 1:
            return
        high = build_map(map_input(self._found, self._current, _LEAST_WIDTH)).h
        whole = high * room.width() / (room.height() - 2)
        readable = room.width() / (_LEAST_SCALE * look_of(self).zoom / 100)
        width = max(_LEAST_WIDTH, min(whole, readable))
        self.scene.set_scene(build_map(map_input(self._found, self._current, width)))

    def _on_picked(self, key: str) -> None:
        station, bar, lane = key.partition("|")
        if bar:
            self.cell_chosen.emit(station, lane)

# SPDX-License-Identifier: MIT
"""The picture of all dimensions, drawn for the room there is: less room, a narrower picture.

It must not know what a bar means; it hands out which one was picked.
"""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from walkthrough.export.pictures.stage import profile_scene
from walkthrough.model.queries.stage_rows import CheckPage
from walkthrough.ui.theme import look_of
from walkthrough.ui.widgets.scene_view import SceneView
from walkthrough.wording import N_, current

_PER_POINT = 96 / 72
_NARROWEST, _WIDEST = 320.0, 520.0  # points


class Profile(SceneView):
    """Ten bars, solid where shown and hatched where claimed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(N_("Stage profile"), parent=parent)
        self._page: CheckPage | None = None
        self._wanted: int | None = None
        self._drawn = 0.0

    def show_page(self, page: CheckPage, wanted: int | None = None) -> None:
        """Draw a check; `wanted` is the stage wanted in an earlier one."""
        self._page, self._wanted = page, wanted
        self._draw()

    def retranslate(self) -> None:
        """Draw it again in the language of the windows."""
        super().retranslate()
        if getattr(self, "_page", None) is not None:
            self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._page is not None and abs(self._points() - self._drawn) > 15:
            self._draw()

    def _points(self) -> float:
        room = self.width() / (_PER_POINT * look_of(self).zoom / 100)
        return min(max(room, _NARROWEST), _WIDEST)

    def _draw(self) -> None:
        assert self._page is not None
        self._drawn = self._points()
        self.set_scene(profile_scene(current(), self._page, self._drawn, wanted=self._wanted))

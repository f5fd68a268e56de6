# SPDX-License-Identifier: MIT
"""A Scene that is laid out anew for the width there is: less room, a narrower picture, never smaller words.

Must not know what the picture shows: whoever shows it hands over how to draw it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from walkthrough.export.scene import Scene
from walkthrough.ui.theme import look_of
from walkthrough.ui.widgets.scene_view import SceneView
from walkthrough.ui.widgets.spoken import Words

Draw: TypeAlias = Callable[[float], Scene]
"""Lays the picture out for a width in points."""

_PER_POINT = 96 / 72
_STEP = 15.0
"""Points. Laid out for whole steps, so that the same width always gives the same picture."""


class FittedScene(SceneView):
    """A picture with its table, between two widths.

    Args:
        name: what the picture is called.
        narrowest, widest: limits of the width it is laid out for, in points.
    """

    def __init__(
        self, name: Words, narrowest: float = 300.0, widest: float = 620.0, parent: QWidget | None = None
    ) -> None:
        self._draw: Draw | None = None
        self._drawn = 0.0
        self._limits = narrowest, widest
        super().__init__(name, parent=parent)

    def show_drawn(self, draw: Draw) -> None:
        """Show what `draw` lays out, now and whenever the width changes."""
        self._draw = draw
        self._lay_out()

    def retranslate(self) -> None:
        """Lay it out again in the language of the windows."""
        super().retranslate()
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._points() != self._drawn:
            self._lay_out()

    def _points(self) -> float:
        narrowest, widest = self._limits
        room = self.width() / (_PER_POINT * look_of(self).zoom / 100)
        return min(max(room // _STEP * _STEP, narrowest), widest)

    def _lay_out(self) -> None:
        if self._draw is not None:
            self._drawn = self._points()
            self.set_scene(self._draw(self._drawn))

# SPDX-License-Identifier: MIT
"""What the wall shows, small, in the presenter's window: the same scene, scaled.

It must not know where a view comes from.
"""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from walkthrough.model.queries.wall.shapes import WallView
from walkthrough.ui.wall.frame import WallFrame
from walkthrough.ui.wall.pages import wall_scene
from walkthrough.ui.widgets.places import Column
from walkthrough.ui.widgets.scene_view import SceneView
from walkthrough.ui.widgets.spoken import Words

_SMALL = WallFrame(800, 600, 28)


class WallPicture(Column):
    """The picture, without its table: the list beside it holds the figures."""

    def __init__(self, name: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap="", parent=parent)
        self.scene = SceneView(name, table_button=False)
        self.add(self.scene, stretch=1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.scene.picture.setMinimumWidth(1)

    def show_view(self, view: WallView) -> None:
        """Draw what the wall draws."""
        self.scene.set_scene(wall_scene(view, _SMALL))

    def first(self) -> QWidget:
        """Return the picture, which has keys of its own."""
        return self.scene.picture

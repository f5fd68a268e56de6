# SPDX-License-Identifier: MIT
"""What a screen reader meets in a scene: a chart, and in it every shape that has something to say.

Must not know how a scene is painted.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import isValid

from walkthrough.ui.widgets.faces import speaks_as
from walkthrough.ui.widgets.scene_picture import ScenePicture


class _ShapeFace(QAccessibleInterface):
    """One shape: a graphic that says its sentence. Asks the picture each time, so a scene may change."""

    def __init__(self, picture: ScenePicture, number: int) -> None:
        super().__init__()
        self._picture, self._number = picture, number

    def isValid(self) -> bool:
        return isValid(self._picture) and self._number < len(self._picture.shapes())

    def object(self) -> QObject | None:  # type: ignore[override]  # Qt takes None
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]  # Qt takes None
        return None

    def parent(self) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self._picture)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt takes None
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt takes None
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def text(self, part: QAccessible.Text) -> str:
        return self._picture.shapes()[self._number].say if self.isValid() and part == _NAME else ""

    def setText(self, part: QAccessible.Text, text: str) -> None:
        """A picture's words are not the reader's to change."""

    def rect(self) -> QRect:
        if not self.isValid():
            return QRect()
        box = self._picture.box_of(self._number)
        return QRect(self._picture.mapToGlobal(QPoint(box.x(), box.y())), box.size())

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Graphic

    def state(self) -> QAccessible.State:
        return QAccessible.State()


class _PictureFace(QAccessibleWidget):
    """The chart. Faces of shapes are made once each and kept: Qt's cache knows them by address."""

    def __init__(self, picture: ScenePicture) -> None:
        super().__init__(picture, QAccessible.Role.Chart)
        self._picture = picture
        self._shapes: list[_ShapeFace] = []

    def childCount(self) -> int:
        return len(self._picture.shapes()) if isValid(self._picture) else 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt takes None
        if not 0 <= index < self.childCount():
            return None
        while len(self._shapes) <= index:
            face = _ShapeFace(self._picture, len(self._shapes))
            QAccessible.registerAccessibleInterface(face)
            self._shapes.append(face)
        return self._shapes[index]

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt takes None
        for index in range(self.childCount() - 1, -1, -1):
            face = self.child(index)
            if face is not None and face.rect().contains(x, y):
                return face
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return next((n for n, face in enumerate(self._shapes) if face is child), -1)


_NAME = QAccessible.Text.Name

speaks_as(ScenePicture, _PictureFace)

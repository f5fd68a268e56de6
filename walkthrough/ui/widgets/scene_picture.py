# SPDX-License-Identifier: MIT
"""A Scene as a picture that mouse, keyboard and screen reader can walk through, shape by shape.

Must not know what the shapes stand for: it hands their keys on.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from walkthrough.export.scene import Scene, Shape, bounds, hit, spoken
from walkthrough.ui.theme import look_of
from walkthrough.ui.widgets.scene_paint import ScenePainter, scene_palette

_SCREEN_PER_POINT = 96 / 72
_LEAST = 0.7  # of the natural size; smaller than this nobody can read
_MOST = 1.6
_BLANK = Scene(w=1, h=1, shapes=())


class ScenePicture(QWidget):
    """Shows one scene as large as it fits; arrows walk its shapes, Enter or a click picks one."""

    picked = Signal(str)
    """The key of a shape that was clicked or entered."""
    reached = Signal(str)
    """The key of the shape that the keyboard has come to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = _BLANK
        self._says: list[Shape] = []
        self._at = -1
        self._pixmap: QPixmap | None = None
        self._drawn_for: tuple[object, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_scene(self, scene: Scene) -> None:
        """Show a scene; the keyboard stays at the same key if that is still there."""
        key = self.key()
        self._scene, self._says = scene, list(spoken(scene))
        self._at = next((n for n, shape in enumerate(self._says) if key and shape.key == key), -1)
        self._pixmap = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self._says else Qt.FocusPolicy.NoFocus)
        self.setAccessibleDescription(scene.summary)
        self.updateGeometry()
        self.update()

    def scene(self) -> Scene:
        """Return the scene shown."""
        return self._scene

    def shapes(self) -> list[Shape]:
        """Return the shapes that have something to say, in drawing order."""
        return self._says

    def key(self) -> str:
        """Return the key of the shape that the keyboard is at, or empty."""
        return self._says[self._at].key if 0 <= self._at < len(self._says) else ""

    def box_of(self, number: int) -> QRect:
        """Return where a speaking shape is, in pixels of this widget."""
        x, y, w, h = bounds(self._says[number])
        factor, left, top = self._fit()
        return QRectF(left + x * factor, top + y * factor, w * factor, h * factor).toAlignedRect()

    def sizeHint(self) -> QSize:
        factor = _SCREEN_PER_POINT * look_of(self).zoom / 100
        return QSize(round(self._scene.w * factor), round(self._scene.h * factor))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() * _LEAST

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        natural = self.sizeHint()
        if natural.width() < 1:
            return 0
        return round(natural.height() * min(max(width / natural.width(), _LEAST), _MOST))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture())
        if self.hasFocus() and 0 <= self._at < len(self._says):
            look = look_of(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.box_of(self._at)).adjusted(-3, -3, 3, 3)
            for token, width in (("focus_halo", 5), ("focus", 2)):
                painter.setPen(QPen(look.color(token), look.px(width)))
                painter.drawRoundedRect(box, 5, 5)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self._number_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._says[number].say if number >= 0 else "", self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self.updateGeometry()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        number = self._number_at(event.position())
        if number >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._go(number)
        key = hit(self._scene, *self._to_points(event.position()))
        if key and event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._says) - 1
        match event.key():
            case Qt.Key.Key_Right:
                self._go(min(self._at + 1, last))
            case Qt.Key.Key_Left:
                self._go(max(self._at - 1, 0))
            case Qt.Key.Key_Down:
                self._go(_beyond(self._says, self._at, 1))
            case Qt.Key.Key_Up:
                self._go(_beyond(self._says, self._at, -1))
            case Qt.Key.Key_Home:
                self._go(0)
            case Qt.Key.Key_End:
                self._go(last)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space if self.key():
                self.picked.emit(self.key())
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._says and self._at < 0:
            self._at = 0
        self._tell()
        self.update()

    def _go(self, number: int) -> None:
        if number < 0 or number == self._at:
            return
        self._at = number
        self._tell()
        self.reached.emit(self.key())
        self.update()

    def _tell(self) -> None:
        if self.hasFocus() and self._at >= 0:
            event = QAccessibleEvent(self, QAccessible.Event.Focus)
            event.setChild(self._at)
            QAccessible.updateAccessibility(event)

    def _picture(self) -> QPixmap:
        look, ratio = look_of(self), self.devicePixelRatioF()
        wanted = (self.size(), ratio, look.name, look.zoom)
        if self._pixmap is None or self._drawn_for != wanted:
            pixmap = QPixmap(self.size() * ratio)
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            factor, left, top = self._fit()
            painter = QPainter(pixmap)
            painter.translate(left, top)
            painter.scale(factor, factor)
            ScenePainter(scene_palette(look), look.families).paint(self._scene, painter)
            painter.end()
            self._pixmap, self._drawn_for = pixmap, wanted
        return self._pixmap

    def _fit(self) -> tuple[float, float, float]:
        """Return pixels for a point, and the picture's left and top edge."""
        factor = min(self.width() / self._scene.w, self.height() / self._scene.h)
        return factor, (self.width() - self._scene.w * factor) / 2, 0.0

    def _to_points(self, place: QPointF | QPoint) -> tuple[float, float]:
        factor, left, top = self._fit()
        return (place.x() - left) / factor, (place.y() - top) / factor

    def _number_at(self, place: QPointF) -> int:
        x, y = self._to_points(place)
        for number in range(len(self._says) - 1, -1, -1):
            left, top, width, height = bounds(self._says[number])
            if left <= x <= left + width and top <= y <= top + height:
                return number
        return -1


def _beyond(shapes: list[Shape], at: int, way: int) -> int:
    """Return the nearest shape below (way 1) or above (-1) in the same column; else the next or last one."""
    if at < 0:
        return 0 if shapes else -1
    x, y, w, _h = bounds(shapes[at])
    near: list[tuple[float, int]] = []
    for number, shape in enumerate(shapes):
        left, top, width, _height = bounds(shape)
        if left < x + w and x < left + width and (top - y) * way > 0:
            near.append((abs(top - y), number))
    return min(near)[1] if near else min(max(at + way, 0), len(shapes) - 1)

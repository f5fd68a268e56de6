# SPDX-License-Identifier: MIT
"""The ring around whatever has the focus, one for each window, whichever style draws below it.

No style sheet can lose it. Must not know which controls there are.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap, QRegion
from PySide6.QtWidgets import QApplication, QCheckBox, QRadioButton, QWidget
from shiboken6 import isValid

from walkthrough.ui.theme import look_of
from walkthrough.ui.theme_look import Look

_MOVING = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
    QEvent.Type.ZOrderChange,
}


class FocusRing(QWidget):
    """Lies over its window and follows the focus, scrolling, moving and hiding. Make one for each window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._watched: list[QWidget] = []
        self._kept: tuple[Look, QSize, float] | None = None
        self._picture = QPixmap()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        program = QApplication.instance()
        if isinstance(program, QApplication):
            program.focusChanged.connect(self._on_focus_changed)
        self._on_focus_changed(None, QApplication.focusWidget())

    def target(self) -> QWidget | None:
        """Return the widget that the ring is around."""
        return self._watched[0] if self._watched else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVING and watched is not self:
            self._follow()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        look, ratio = look_of(self.parentWidget()), self.devicePixelRatioF()
        wanted = look, self.size(), ratio
        if wanted != self._kept:  # it is asked for with every letter typed below it
            self._kept, self._picture = wanted, _ring(look, self.size(), ratio)
        QPainter(self).drawPixmap(QPoint(), self._picture)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._watched:
            if isValid(widget):  # a page may be taken away with the focus in it
                widget.removeEventFilter(self)
        self._watched = []
        window = self.parentWidget()
        at = new if new is not None and new.window() is window else None
        while at is not None and at is not window:
            self._watched.append(at)
            at.installEventFilter(self)
            at = at.parentWidget()
        self._follow()

    def _follow(self) -> None:
        box = self._box()
        if box.isEmpty():
            self.hide()
            return
        self.setGeometry(box)
        inside = 3 * look_of(self.parentWidget()).space("ring")
        whole = self.rect()
        self.setMask(QRegion(whole) - QRegion(whole.adjusted(inside, inside, -inside, -inside)))
        self.raise_()
        self.show()

    def _box(self) -> QRect:
        """Return the ring's place in the window: around what can be seen of the target."""
        target, window = self.target(), self.parentWidget()
        if target is None or window is None or not target.isVisible():
            return QRect()
        box = target.rect()
        if isinstance(target, QCheckBox | QRadioButton):
            box.setWidth(min(box.width(), target.sizeHint().width()))
        box = QRect(target.mapTo(window, box.topLeft()), box.size())
        for parent in self._watched[1:]:
            box &= QRect(parent.mapTo(window, QPoint(0, 0)), parent.size())
        if box.isEmpty():
            return QRect()
        out = 2 * look_of(window).space("ring")
        return box.adjusted(-out, -out, out, out) & window.rect()


def _ring(look: Look, size: QSize, ratio: float) -> QPixmap:
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = look.space("ring")
    radius = look.space("radius") + width
    middle = QRectF(QPoint(), size).adjusted(width, width, -width, -width)
    # The halo makes the ring stand out on the rail and on accent buttons too.
    painter.setPen(QPen(look.color("focus_halo"), width * 2))
    painter.drawRoundedRect(middle, radius, radius)
    painter.setPen(QPen(look.color("focus"), width))
    painter.drawRoundedRect(middle, radius, radius)
    painter.end()
    return picture

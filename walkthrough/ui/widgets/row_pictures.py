# SPDX-License-Identifier: MIT
"""Painted rows, kept: a new entry moves all others down a place, and painting those anew takes the longest.

It must not know what a row shows; it is handed the painting.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap, QTransform

from walkthrough.ui.theme_look import Look

KEPT = 40
"""Rows: more than a window shows, a few megabytes."""
Paint = Callable[[QPainter, QRectF], None]


class RowPictures:
    """The rows of one list as they were painted last."""

    def __init__(self) -> None:
        self._look: Look | None = None
        self._kept: OrderedDict[Hashable, QPixmap] = OrderedDict()

    def draw(
        self, painter: QPainter, box: QRect, look: Look, what: Hashable, paint: Paint, *, bare: int = 0
    ) -> None:
        """Show the picture of `what` in the box, painted if it is not kept.

        So many pixels at its left and right are `bare`: they hold nothing and what is below stays as it is.

        A row that does not begin and end on whole pixels of the screen, or that is painted larger or smaller
        (a print, a screenshot), is painted where it stands: its edges belong to two rows.
        """
        if look is not self._look:
            self._look = look
            self._kept.clear()
        ratio = painter.device().devicePixelRatioF()
        if not _on_whole_pixels(painter.deviceTransform(), box, ratio):
            paint(painter, QRectF(box))
            return
        wanted = what, box.width(), box.height(), ratio
        picture = self._kept.get(wanted)
        if picture is None:
            picture = self._kept[wanted] = _painted(box, ratio, look.color("paper"), painter, paint)
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(wanted)
        seen = box.adjusted(bare, 0, -bare, 0)
        painter.drawPixmap(QRectF(seen), picture, _part(seen.translated(-box.topLeft()), ratio))


def _painted(box: QRect, ratio: float, ground: QColor, like: QPainter, paint: Paint) -> QPixmap:
    picture = QPixmap(round(box.width() * ratio), round(box.height() * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(ground)  # whole, so that letters are smoothed as on the list itself
    painter = QPainter(picture)
    painter.setFont(like.font())
    paint(painter, QRectF(0, 0, box.width(), box.height()))
    painter.end()
    return picture


def _part(seen: QRect, ratio: float) -> QRectF:
    """A part of a row in the pixels of its picture."""
    return QRectF(seen.x() * ratio, seen.y() * ratio, seen.width() * ratio, seen.height() * ratio)


def _on_whole_pixels(to_screen: QTransform, box: QRect, ratio: float) -> bool:
    if to_screen.m11() != ratio or to_screen.m22() != ratio or to_screen.m12() or to_screen.m21():
        return False
    place = to_screen.map(QPointF(box.topLeft()))
    return not any(part % 1 for part in (place.x(), place.y(), box.width() * ratio, box.height() * ratio))

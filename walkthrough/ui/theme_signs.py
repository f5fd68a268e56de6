# SPDX-License-Identifier: MIT
"""Draw the little pictures of signs.toml in any colour and size.

Knows the path language of that file; must not know which theme is on or what a picture means.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

GRID = 24.0
"""Signs are drawn on a square of this many units."""

Sign = Mapping[str, str]
"""How one picture is drawn: any of "line", "fill" and "dash", each a path."""

_BESIDE_WORDS = 2.2  # a line as heavy as the letters beside it
_STEP = re.compile(r"([MLCZOR])([^MLCZOR]*)")


@lru_cache(maxsize=256)
def path_of(drawing: str) -> QPainterPath:
    """Turn a path in the language of signs.toml into a painter path; raises ValueError naming a bad step."""
    path = QPainterPath()
    for letter, rest in _STEP.findall(drawing):
        at = [float(part) for part in rest.replace(",", " ").split()]
        match letter, len(at):
            case "M", 2:
                path.moveTo(*at)
            case "L", 2:
                path.lineTo(*at)
            case "C", 6:
                path.cubicTo(*at)
            case "O", 3:
                path.addEllipse(QPointF(at[0], at[1]), at[2], at[2])
            case "R", 5:
                path.addRoundedRect(QRectF(*at[:4]), at[4], at[4])
            case "Z", 0:
                path.closeSubpath()
            case _:
                raise ValueError(f"bad step in a sign: {letter}{rest}")
    return path


def paint_sign(
    painter: QPainter,
    sign: Sign,
    box: QRectF,
    color: QColor,
    *,
    weight: float = 1.8,
    edge: QColor | None = None,
) -> None:
    """Paint a sign into the box; weight is the line width in grid units, edge outlines filled shapes."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / GRID, box.height() / GRID)
    if "fill" in sign:
        painter.fillPath(path_of(sign["fill"]), color)
        if edge is not None:
            painter.strokePath(path_of(sign["fill"]), QPen(edge, weight))
    for key in ("line", "dash"):
        if key in sign:
            pen = QPen(color, weight if key == "line" else weight * 1.5)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap if key == "line" else Qt.PenCapStyle.FlatCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            if key == "dash":
                pen.setDashPattern([1.5, 1.0])
            painter.strokePath(path_of(sign[key]), pen)
    painter.restore()


def sign_pixmap(sign: Sign, color: QColor, size: int, *, room: int = 0, ratio: float = 2.0) -> QPixmap:
    """Return the sign as a picture of size x size logical pixels, with room for nothing at its right.

    Drawn at `ratio` device pixels each.
    """
    pixmap = QPixmap(round((size + room) * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_sign(painter, sign, QRectF(0, 0, size, size), color, weight=_BESIDE_WORDS)
    painter.end()
    return pixmap


def sign_icon(
    sign: Sign,
    color: QColor,
    size: int,
    *,
    on: QColor | None = None,
    off: QColor | None = None,
    room: int = 0,
) -> QIcon:
    """Return an icon of the sign; `on` is its colour while its button is checked, `off` while disabled.

    `room` is the gap kept to the words at its right: the icon is size + room wide.
    """
    icon = QIcon(sign_pixmap(sign, color, size, room=room))
    icon.addPixmap(sign_pixmap(sign, color, size, room=room), QIcon.Mode.Selected)  # else Qt tints it
    if on is not None:
        picture = sign_pixmap(sign, on, size, room=room)
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Active, QIcon.Mode.Selected):
            icon.addPixmap(picture, mode, QIcon.State.On)
    if off is not None:
        icon.addPixmap(sign_pixmap(sign, off, size, room=room), QIcon.Mode.Disabled)
    return icon

# SPDX-License-Identifier: MIT
"""Paint the pictures that the style sheet shows inside controls: arrows, ticks, boxes, radio dots.

Style sheets take pictures from files only, so they go into a folder the theme owns. Must not know controls.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from walkthrough.ui.theme_look import Look
from walkthrough.ui.theme_signs import paint_sign

_SIDE = 24.0
_SHARP = 3  # device pixels per unit: sharp at 200 % zoom on a 150 % screen
_UNPACKED = 100  # "quality" of a PNG: not compressed, which is half the time at start

_ARROWS = {
    "down": ("down", "ink"), "down_soft": ("down", "ink_soft"),
    "up": ("up", "ink"), "up_soft": ("up", "ink_soft"),
    "left": ("left", "ink"), "right": ("right", "ink"), "right_on": ("right", "on_accent"),
    "tick": ("tick", "ink"), "tick_on": ("tick", "on_accent"),
}  # fmt: skip
# edge token, fill token, mark
_BOXES = {
    "box": ("edge", "paper", ""), "box_hover": ("accent", "hover", ""),
    "box_on": ("accent", "accent", "tick"), "box_part": ("accent", "accent", "part"),
    "box_off": ("line", "ground", ""), "box_on_off": ("edge", "edge", "tick"),
    "radio": ("edge", "paper", ""), "radio_hover": ("accent", "hover", ""),
    "radio_on": ("accent", "paper", "dot"),
    "radio_off": ("line", "ground", ""), "radio_on_off": ("edge", "ground", "dot"),
}  # fmt: skip


def glyph_pictures(look: Look, folder: Path) -> dict[str, str]:
    """Paint every picture of a look once; return sheet name -> path with forward slashes."""
    paths: dict[str, str] = {}
    for name in (*_ARROWS, *_BOXES):
        path = folder / f"{look.name}_{name}.png"
        if not path.exists():
            _picture(look, name).save(str(path), "PNG", _UNPACKED)
        paths[f"glyph_{name}"] = path.as_posix()
    return paths


def _picture(look: Look, name: str) -> QPixmap:
    pixmap = QPixmap(int(_SIDE) * _SHARP, int(_SIDE) * _SHARP)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(_SHARP, _SHARP)
    whole = QRectF(0, 0, _SIDE, _SIDE)
    if name in _ARROWS:
        sign, token = _ARROWS[name]
        paint_sign(painter, look.signs[sign], whole, look.color(token), weight=3)
    else:
        edge, fill, mark = _BOXES[name]
        _paint_box(painter, name.startswith("radio"), look.color(edge), look.color(fill))
        _paint_mark(painter, look, mark, look.color(edge))
    painter.end()
    return pixmap


def _paint_box(painter: QPainter, round_one: bool, edge: QColor, fill: QColor) -> None:
    painter.setPen(QPen(edge, 1.8))
    painter.setBrush(fill)
    box = QRectF(1.5, 1.5, _SIDE - 3, _SIDE - 3)
    radius = box.width() / 2 if round_one else 5.0
    painter.drawRoundedRect(box, radius, radius)


def _paint_mark(painter: QPainter, look: Look, mark: str, dot: QColor) -> None:
    on_accent = look.color("on_accent")
    match mark:
        case "tick":
            paint_sign(painter, look.signs["tick"], QRectF(3.5, 3.5, 17, 17), on_accent, weight=3.4)
        case "part":
            painter.fillRect(QRectF(6, 10.5, 12, 3), on_accent)
        case "dot":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(dot)
            painter.drawEllipse(QRectF(6, 6, 12, 12))

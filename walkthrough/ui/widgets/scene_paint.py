# SPDX-License-Identifier: MIT
"""Paint a Scene on a screen, letter for letter where the paper has it.

Knows the shapes of export.scene; must not know what any picture shows.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPen, QRawFont

from walkthrough.export.fonts import FILES, FOLDER, measure
from walkthrough.export.scene import Circle, Fill, Palette, Pen, Poly, Rect, Scene, Shape, Words
from walkthrough.ui.theme_look import Look

_EM = 64.0  # letters are laid out large and scaled down, so that no hinting moves them
_START = {"start": 0.0, "middle": -0.5, "end": -1.0}
_TWINS = {"surface": "ground", "muted": "ink_soft"}
"""Scene tokens that the themes know by another name."""


def scene_palette(look: Look) -> Palette:
    """Return a theme's colours under the names that scenes use."""
    return {**look.tokens, **{scene: look.tokens[ours] for scene, ours in _TWINS.items()}}


class ScenePainter:
    """Paints scenes in one palette and typeface; one painter for many pictures."""

    def __init__(self, palette: Mapping[str, str], families: tuple[str, ...]) -> None:
        self._palette = palette
        self._families = families

    def paint(self, scene: Scene, painter: QPainter) -> None:
        """Paint a scene with its corner at the painter's origin, one unit for a point."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for shape in scene.shapes:
            self._paint_shape(shape, painter)

    def _paint_shape(self, shape: Shape, painter: QPainter) -> None:
        painter.setPen(self._pen(shape.pen))
        painter.setBrush(self._brush(shape.fill))
        match shape:
            case Rect():
                box = QRectF(shape.x, shape.y, shape.w, shape.h)
                if shape.r:
                    painter.drawRoundedRect(box, shape.r, shape.r)
                else:
                    painter.drawRect(box)
            case Circle():
                painter.drawEllipse(QPointF(shape.x, shape.y), shape.r, shape.r)
            case Poly():
                points = [QPointF(x, y) for x, y in shape.points]
                if shape.closed:
                    painter.drawPolygon(points)
                else:
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.drawPolyline(points)
            case Words():
                self._paint_words(shape, painter)

    def _paint_words(self, words: Words, painter: QPainter) -> None:
        start = _START[words.anchor] * measure(words.text, _EM, words.bold)
        painter.save()
        painter.translate(words.x, words.y)
        painter.rotate(-words.turn)
        painter.scale(words.size / _EM, words.size / _EM)
        painter.translate(start, 0)
        outline = _outline(self._families, words.bold, words.text)
        painter.fillPath(outline, self._brush(words.fill or Fill("ink")))
        painter.restore()

    def _pen(self, pen: Pen | None) -> QPen:
        if pen is None:
            return QPen(Qt.PenStyle.NoPen)
        drawn = QPen(self._color(pen.color, pen.alpha), pen.width)
        drawn.setCapStyle(Qt.PenCapStyle.RoundCap if pen.round else Qt.PenCapStyle.FlatCap)
        drawn.setJoinStyle(Qt.PenJoinStyle.RoundJoin if pen.round else Qt.PenJoinStyle.SvgMiterJoin)
        if pen.dash:
            drawn.setDashPattern([length / pen.width for length in pen.dash])  # Qt counts in pen widths
        return drawn

    def _brush(self, fill: Fill | None) -> QBrush:
        return QBrush(self._color(fill.color, fill.alpha)) if fill else QBrush(Qt.BrushStyle.NoBrush)

    def _color(self, token: str, alpha: float) -> QColor:
        color = QColor(self._palette[token])
        color.setAlphaF(alpha)
        return color


@lru_cache(maxsize=8192)
def _outline(families: tuple[str, ...], bold: bool, text: str) -> QPainterPath:
    """Return the outline of a text, made once: Qt lays it out a hair differently from one time to the next,
    and two pictures of one scene are to be equal to the byte.
    """
    path = QPainterPath()
    if text.isascii():
        path.addText(0, 0, _paper_font(families, bold), text)
        return path
    from walkthrough.export.set_line import glyphs_of, set_line

    for part in set_line(text, bold):
        for number, x, y in glyphs_of(part):
            glyph = _raw_font(part.face).pathForGlyph(number)
            path.addPath(glyph.translated((part.x + x) * _EM / 1000, -y * _EM / 1000))
    path.setFillRule(Qt.FillRule.WindingFill)  # letters that join overlap
    return path


@cache
def _raw_font(name: str) -> QRawFont:
    """Return a bundled face by itself, so that the screen draws the very glyphs of the paper."""
    return QRawFont(str(FOLDER / FILES[name]), _EM, QFont.HintingPreference.PreferNoHinting)


@cache
def _paper_font(families: tuple[str, ...], bold: bool) -> QFont:
    """Return a font that sets text as the PDF does: no kerning, no ligatures, no hinting."""
    font = QFont(list(families))
    font.setPixelSize(int(_EM))
    font.setBold(bold)
    font.setKerning(False)
    for feature in ("liga", "clig", "calt"):
        font.setFeature(QFont.Tag(feature), 0)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font

# SPDX-License-Identifier: MIT
"""Draws a scene on a ReportLab canvas as vectors. It knows no layout and no tags."""

from __future__ import annotations

from typing import Any

from walkthrough.export.fonts import measure
from walkthrough.export.pdf.canvas import colour
from walkthrough.export.pdf.faces import needed
from walkthrough.export.pdf.text import draw_placed
from walkthrough.export.scene import INK, PAPER, Circle, Palette, Poly, Rect, Scene, Shape, Words
from walkthrough.export.set_line import set_line


def draw_scene(
    scene: Scene, canvas: Any, x: float, top: float, scale: float = 1.0, palette: Palette = PAPER
) -> None:
    """Draw with the top left corner at (x, top), each point of the scene `scale` points long."""
    canvas.saveState()
    canvas.translate(x, top)
    canvas.scale(scale, scale)
    for shape in scene.shapes:
        if isinstance(shape, Words):
            _words(shape, canvas, palette)
        else:
            _area(shape, canvas, palette)
    canvas.restoreState()


def _area(shape: Shape, canvas: Any, palette: Palette) -> None:
    canvas.saveState()
    _colours(shape, canvas, palette)
    paint = {"stroke": int(shape.pen is not None), "fill": int(shape.fill is not None)}
    match shape:
        case Rect(x=x, y=y, w=w, h=h, r=r):
            if r:
                canvas.roundRect(x, -y - h, w, h, r, **paint)
            else:
                canvas.rect(x, -y - h, w, h, **paint)
        case Circle(x=x, y=y, r=r):
            canvas.circle(x, -y, r, **paint)
        case Poly(points=points, closed=closed):
            path = canvas.beginPath()
            path.moveTo(points[0][0], -points[0][1])
            for x, y in points[1:]:
                path.lineTo(x, -y)
            if closed:
                path.close()
            canvas.drawPath(path, **paint)
    canvas.restoreState()


def _colours(shape: Shape, canvas: Any, palette: Palette) -> None:
    if shape.pen is not None:
        pen = shape.pen
        canvas.setStrokeColor(colour(palette[pen.color]))
        if pen.alpha != 1.0:
            canvas.setStrokeAlpha(pen.alpha)
        canvas.setLineWidth(pen.width)
        if pen.dash:
            canvas.setDash(list(pen.dash))
        if pen.round:
            canvas.setLineCap(1)
            canvas.setLineJoin(1)
    if shape.fill is not None:
        canvas.setFillColor(colour(palette[shape.fill.color]))
        if shape.fill.alpha != 1.0:
            canvas.setFillAlpha(shape.fill.alpha)


def _words(words: Words, canvas: Any, palette: Palette) -> None:
    fill = words.fill or INK
    width = measure(words.text, words.size, words.bold)
    start = {"start": 0.0, "middle": -width / 2, "end": -width}[words.anchor]
    canvas.saveState()
    canvas.translate(words.x, -words.y)
    if words.turn:
        canvas.rotate(words.turn)
    if fill.alpha != 1.0:
        canvas.setFillAlpha(fill.alpha)
    pen = canvas.beginText(start, 0)
    pen.setFillColor(colour(palette[fill.color]))
    for part in set_line(words.text, words.bold):
        at = start + part.x * words.size / 1000
        pen.setFont(needed(part.face), words.size)
        if part.is_placed():
            draw_placed(pen, part, part.face, words.size, (at, 0.0))
        else:
            pen.setTextOrigin(at, 0.0)
            pen.textOut(part.text)
    canvas.drawText(pen)
    canvas.restoreState()

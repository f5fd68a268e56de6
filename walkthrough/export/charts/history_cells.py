# SPDX-License-Identifier: MIT
"""The cells of the history: a stage as a number on a shade, a chevron where it moved; and the legend.

A number or a sign always stands there: the shade only repeats it. It works out nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from walkthrough.export.fonts import fit, measure
from walkthrough.export.scene import Circle, Fill, Pen, Poly, Rect, Shape, Words

CELL_HIGH = 17.0
_HALF = CELL_HIGH / 2
_SIZE = 8.6
_DARK = 4  # from this step of the ramp on, words on it are light


class HistoryCell(msgspec.Struct, frozen=True, gc=False):
    """Where one part stood in one check.

    Args:
        stage: the stage shown with evidence; 0 where `mark` says why there is no number.
        stages: how many the ladder has.
        way: "up" or "back" since the check before, else "".
        mark: "not_shown" (stage 1), "nobody_knows", "not_looked_at" or "does_not_apply"; "" with a number.
    """

    stage: int = 0
    stages: int = 4
    way: str = ""
    mark: str = ""


def cell_shapes(cell: HistoryCell, x: float, top: float, wide: float) -> list[Shape]:
    """One cell about x."""
    y = top + _HALF
    box = Rect(x=x - wide / 2 + 1.5, y=top + 1.5, w=wide - 3.0, h=CELL_HIGH - 3.0, r=2.0)
    if cell.mark == "not_looked_at":
        return [msgspec.structs.replace(box, pen=Pen("line", 0.8, (2.0, 2.0)))]
    if cell.mark == "does_not_apply":
        return [Circle(x=x, y=y, r=3.4, fill=Fill("paper"), pen=Pen("edge", 1.2))]
    if cell.mark:
        sign = "?" if cell.mark == "nobody_knows" else "–"
        frame = msgspec.structs.replace(box, fill=Fill("paper"), pen=Pen("line", 0.8))
        moved = [chevron(x + 4.6, y, cell.way)] if cell.way else []
        return [frame, _number(x - (4.0 if moved else 0.0), y, sign, "ink"), *moved]
    step = max(1, round(cell.stage * 5 / max(cell.stages, 1)))
    ink = "on_ramp_high" if step >= _DARK else "on_ramp_low"
    found: list[Shape] = [msgspec.structs.replace(box, fill=Fill(f"ramp{step}"))]
    shift = 4.0 if cell.way else 0.0
    found.append(_number(x - shift, y, str(cell.stage), ink))
    if cell.way:
        found.append(chevron(x + 4.6, y, cell.way, ink))
    return found


def chevron(x: float, y: float, way: str, ink: str = "ink") -> Poly:
    """A small arrow head about (x, y), up or back down; both look alike."""
    tip = -2.2 if way == "up" else 2.2
    return Poly(points=((x - 3.2, y - tip), (x, y + tip), (x + 3.2, y - tip)), pen=Pen(ink, 1.4, round=True))


def legend(
    signs: Mapping[str, Sequence[Shape]], words: Mapping[str, str], width: float, top: float
) -> tuple[list[Shape], float]:
    """Signs with what they mean, in as many rows as they need; and where they end."""
    x, y, found = 0.0, top + 8.0, []
    for code, shapes in signs.items():
        text = words[code]
        wide = 26.0 + measure(text, _SIZE) + 14.0
        if x and x + wide - 14.0 > width:
            x, y = 0.0, y + CELL_HIGH
        found += [_moved(shape, x, y) for shape in shapes]
        found.append(Words(x=x + 26.0, y=y + 3.0, text=fit(text, width - x - 26.0, _SIZE), size=_SIZE))
        x += wide
    return found, (y + 12.0 if signs else top)


def _number(x: float, y: float, text: str, ink: str) -> Words:
    return Words(x=x, y=y + 3.1, text=text, size=9.0, bold=True, anchor="middle", fill=Fill(ink))


def _moved(shape: Shape, right: float, down: float) -> Shape:
    match shape:
        case Poly(points=points):
            return msgspec.structs.replace(shape, points=tuple((x + right, y + down) for x, y in points))
        case Circle(x=x, y=y) | Rect(x=x, y=y) | Words(x=x, y=y):
            return msgspec.structs.replace(shape, x=x + right, y=y + down)
    raise TypeError(type(shape).__name__)

# SPDX-License-Identifier: MIT
"""The heads of a ladder's columns: each number with its name, or, where names have no room, a list beneath.

Also the flags on two of the stages. It knows no bar.
"""

from __future__ import annotations

import msgspec

from walkthrough.export.charts.marks import flag, paragraph, tall
from walkthrough.export.fonts import fit, measure, wrap
from walkthrough.export.scene import Fill, Rect, Shape, Words

SMALLEST = 0.72
"""To this share of its size a name may shrink before one of its words would break."""
_FLAG = 8.5
_LIST = 8.8


def names_fit(stages: tuple[str, ...], room: float, size: float) -> bool:
    """Whether every name has room in its column, `room` points wide, without a broken word."""
    words = (word for name in stages for word in name.split())
    return all(measure(word, size * SMALLEST) <= room for word in words)


def names_beneath(stages: tuple[str, ...], top: float, width: float) -> tuple[list[Shape], float]:
    """The names under each other with their numbers, in two columns; also where they end."""
    rows = -(-len(stages) // 2)
    each, y, shapes = width / 2, top, []
    for row in range(rows):
        high = 0.0
        for column, index in enumerate((row, row + rows)):
            if index < len(stages):
                lines = wrap(stages[index], each - 30.0, _LIST, False, 2)
                x = column * each + 2.0
                shapes += paragraph([str(index + 1)], x, y, _LIST, bold=True, colour="accent")
                shapes += paragraph(lines, x + 16.0, y, _LIST)
                high = max(high, tall(len(lines), _LIST))
        y += high + 3.0
    return shapes, y


def number(index: int, x: float, y: float, each: float, size: float, *, has_name: bool) -> Words:
    """A column's number: at its left above a name, in its middle where it stands alone."""
    text, fill = str(index + 1), Fill("accent")
    if has_name:
        return Words(x=x, y=y, text=text, size=size, bold=True, fill=fill)
    middle = x - 8.0 + each / 2
    return Words(x=middle, y=y, text=text, size=size, bold=True, anchor="middle", fill=fill)


def stage_flags(
    agreed: tuple[int | None, str],
    wanted: tuple[int | None, str],
    left: float,
    each: float,
    foot: float,
    end: float,
) -> list[Shape]:
    """The flags of the stage agreed on and the one wanted; over one stage they share a pole.

    Where the columns are narrow a flag flies over the next ones, at the right end over those before it, and
    the one wanted below the other.

    Args:
        agreed: the stage, from 1, and the label; no stage, no flag.
        wanted: the same for the stage wanted.
        left: where the first column begins.
        each: how wide a column is.
        foot: where the poles end.
        end: where the last column ends.
    """
    is_narrow = any(measure(label, _FLAG, bold=True) > each - 22.0 for _stage, label in (agreed, wanted))
    is_close = agreed[0] is not None and wanted[0] is not None and abs(agreed[0] - wanted[0]) * each < 90.0
    shapes: list[Shape] = []
    for (stage, label), solid in ((agreed, True), (wanted, False)):
        if stage is None or stage < 1:
            continue
        is_under = not solid and (stage == agreed[0] or (is_narrow and is_close))
        high = 19.0 if is_under else 2.0
        x = left + (stage - 1) * each + 8.0
        room = end - x - 14.0 if is_narrow else each - 22.0
        text = fit(label, room, _FLAG, bold=True)
        flown = flag(x, high, foot - high, text, solid=solid)
        if is_narrow and text != label:
            flown = _to_the_left(flag(x, high, foot - high, label, solid=solid))
        shapes += flown
    return shapes


def _to_the_left(shapes: list[Shape]) -> list[Shape]:
    """The same flag with its cloth on the other side of the pole."""
    by = next((shape.w for shape in shapes if isinstance(shape, Rect)), 0.0)
    return [
        msgspec.structs.replace(shape, x=shape.x - by) if isinstance(shape, Rect | Words) else shape
        for shape in shapes
    ]

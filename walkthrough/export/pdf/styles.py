# SPDX-License-Identifier: MIT
"""How a report looks on paper: sizes, spaces and colours, in one place.

Lengths are points; colours are tokens, of which the page's palette has the values. It draws nothing.
"""

from __future__ import annotations

from typing import Final, Literal

import msgspec

from walkthrough.export.document import SIDE_MARGIN

INK: Final = "ink"
MUTED: Final = "muted"
ACCENT: Final = "accent"
TINT: Final = "accent_soft"
ZEBRA: Final = "surface"
RULE: Final = "line"
EDGE: Final = "edge"

MARGIN_SIDE: Final = SIDE_MARGIN
MARGIN_TOP: Final = 60.0
MARGIN_FOOT: Final = 70.0


class TextStyle(msgspec.Struct, frozen=True, gc=False):
    """How a piece of text is set.

    `before` and `after` are the space round it; the larger of two neighbours' counts.
    """

    size: float = 10.5
    leading: float = 15.0
    colour: str = INK
    bold: bool = False
    italic: bool = False
    align: Literal["start", "centre", "end"] = "start"
    before: float = 0.0
    after: float = 8.0
    keep_next: bool = False


BODY: Final = TextStyle()
LEAD: Final = TextStyle(size=13, leading=19, after=12)
SMALL: Final = TextStyle(size=8.8, leading=12.4, colour=MUTED, after=6)
CALLOUT: Final = TextStyle(size=11, leading=16, before=10, after=16)
ABOVE: Final = TextStyle(size=9.5, leading=13, colour=ACCENT, bold=True, after=4, keep_next=True)
TITLE: Final = TextStyle(size=27, leading=32, bold=True, after=6, keep_next=True)
BELOW: Final = TextStyle(size=11, leading=15.5, colour=MUTED, after=16)
HEADINGS: Final = {
    1: TextStyle(size=16.5, leading=21, colour=ACCENT, bold=True, before=24, after=8, keep_next=True),
    2: TextStyle(size=13, leading=17, bold=True, before=18, after=6, keep_next=True),
    3: TextStyle(size=10.8, leading=15, bold=True, before=12, after=4, keep_next=True),
}
ITEM: Final = TextStyle(after=4)
CAPTION: Final = TextStyle(size=9.4, leading=13, bold=True, before=8, after=6, keep_next=True)
UNDER_FIGURE: Final = TextStyle(size=9.2, leading=12.8, colour=MUTED, before=2, after=10)
HEAD_CELL: Final = TextStyle(size=9.2, leading=12.4, bold=True, colour=ACCENT, after=0)
CELL: Final = TextStyle(size=9.4, leading=13.2, after=0)
ROW_HEAD: Final = TextStyle(size=9.4, leading=13.2, bold=True, after=0)
CELLS: Final = {False: CELL, True: ROW_HEAD}
"""By whether the cell names its row."""
LARGE_CELLS: Final = {
    False: TextStyle(size=10.5, leading=14.5, after=0),
    True: TextStyle(size=10.5, leading=14.5, bold=True, after=0),
}
LABEL: Final = TextStyle(size=9.6, leading=14, colour=MUTED, after=0)
VALUE: Final = TextStyle(size=10.5, leading=14, after=0)
FURNITURE: Final = TextStyle(size=8.2, leading=11, colour=MUTED, after=0)
FURNITURE_END: Final = TextStyle(size=8.2, leading=11, colour=MUTED, align="end", after=0)
STAMP: Final = TextStyle(size=100, leading=100, colour="stamp", bold=True, after=0)
ITEM_LABEL: Final = TextStyle(align="end", after=0)
ITEM_LABEL_TURNED: Final = TextStyle(after=0)

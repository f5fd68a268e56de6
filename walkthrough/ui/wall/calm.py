# SPDX-License-Identifier: MIT
"""The calm page: what the room sees while the wall is blank, or before there is anything to show.

A quiet sign tells that the projector works. No word stands on it, and no name of the program; must not know a
widget.
"""

from __future__ import annotations

from walkthrough.export.scene import Fill, Rect, Scene
from walkthrough.ui.wall.frame import WallFrame
from walkthrough.wording import _

_BAR = 0.07
"""Height of the sign over the height of the page."""


def calm_scene(frame: WallFrame) -> Scene:
    """Lay the calm page out: two short bars, as on a key that says pause, in the colour of light rules."""
    height = frame.height * _BAR
    width = height * 0.3
    middle, top = frame.width / 2, (frame.height - height) / 2
    bars = (
        Rect(x=x, y=top, w=width, h=height, r=width / 2, fill=Fill("line"))
        for x in (middle - width * 1.5, middle + width * 0.5)
    )
    ground = Rect(x=0, y=0, w=frame.width, h=frame.height, fill=Fill("paper"))
    return Scene(
        w=frame.width, h=frame.height, shapes=(ground, *bars), summary=_("A calm page. Nothing is shown.")
    )

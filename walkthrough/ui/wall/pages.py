# SPDX-License-Identifier: MIT
"""Which picture shows which view: the one door between what the room may see and its drawing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from walkthrough.export.scene import Scene
from walkthrough.model.queries.wall import shapes
from walkthrough.ui.wall.frame import Picture, WallFrame
from walkthrough.ui.wall.page_cards import card_picture
from walkthrough.ui.wall.page_choosing import across_picture, choosing_picture
from walkthrough.ui.wall.page_criterion import criterion_picture
from walkthrough.ui.wall.page_fist import fist_picture
from walkthrough.ui.wall.page_map import map_picture
from walkthrough.ui.wall.page_plain import plain_picture
from walkthrough.ui.wall.page_promises import (
    closing_picture,
    promises_picture,
    read_back_picture,
    steps_picture,
)
from walkthrough.ui.wall.page_rating import rating_picture
from walkthrough.ui.wall.page_walking import walking_picture

_PICTURES: Final[dict[type, Callable[[Any, WallFrame], Picture]]] = {
    shapes.OpenCard: card_picture,
    shapes.Promises: promises_picture,
    shapes.Walking: walking_picture,
    shapes.Mapped: map_picture,
    shapes.Across: across_picture,
    shapes.Choosing: choosing_picture,
    shapes.Fist: fist_picture,
    shapes.Rating: rating_picture,
    shapes.OneCriterion: criterion_picture,
    shapes.Steps: steps_picture,
    shapes.ReadBack: read_back_picture,
    shapes.Closing: closing_picture,
    shapes.Plain: plain_picture,
}


def wall_picture(view: shapes.WallView, frame: WallFrame) -> Picture:
    """Lay a view out as a picture of exactly `frame.width` x `frame.height`, in the language of the windows.

    Nothing is cut through or drawn over something else; what does not fit is counted in words, and
    `frame.skip` leads to it.
    """
    draw = _PICTURES[type(view)]
    picture = draw(view, frame)
    if frame.skip and not picture.skip:  # there is nothing to pass over any more: the head is to say so
        return draw(view, replace(frame, skip=0))
    return picture


def wall_scene(view: shapes.WallView, frame: WallFrame) -> Scene:
    """The shapes of `wall_picture` alone, for who never turns it."""
    return wall_picture(view, frame).scene

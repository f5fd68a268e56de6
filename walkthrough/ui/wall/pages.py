# SPDX-License-Identifier: MIT
"""Which picture shows which view: the one door between what the room may see and its drawing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from walkthrough.export.scene import Scene
from walkthrough.model.queries.wall import shapes
from walkthrough.ui.wall.frame import WallFrame
from walkthrough.ui.wall.page_cards import card_scene
from walkthrough.ui.wall.page_choosing import across_scene, choosing_scene
from walkthrough.ui.wall.page_criterion import criterion_scene
from walkthrough.ui.wall.page_map import map_scene
from walkthrough.ui.wall.page_plain import plain_scene
from walkthrough.ui.wall.page_promises import closing_scene, promises_scene, read_back_scene, steps_scene
from walkthrough.ui.wall.page_rating import fist_scene, rating_scene
from walkthrough.ui.wall.page_walking import walking_scene

_PICTURES: Final[dict[type, Callable[[Any, WallFrame], Scene]]] = {
    shapes.OpenCard: card_scene,
    shapes.Promises: promises_scene,
    shapes.Walking: walking_scene,
    shapes.Mapped: map_scene,
    shapes.Across: across_scene,
    shapes.Choosing: choosing_scene,
    shapes.Fist: fist_scene,
    shapes.Rating: rating_scene,
    shapes.OneCriterion: criterion_scene,
    shapes.Steps: steps_scene,
    shapes.ReadBack: read_back_scene,
    shapes.Closing: closing_scene,
    shapes.Plain: plain_scene,
}


def wall_scene(view: shapes.WallView, frame: WallFrame) -> Scene:
    """Lay a view out as a picture of exactly `frame.width` x `frame.height`, in the language of the windows.

    Nothing is cut through or drawn over something else; what does not fit is counted in words.
    """
    return _PICTURES[type(view)](view, frame)

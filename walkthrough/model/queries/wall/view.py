# SPDX-License-Identifier: MIT
"""Which query answers which showing."""

from __future__ import annotations

from sqlalchemy import Connection

from walkthrough.model.queries.wall.shapes import Plain, WallHead, WallView
from walkthrough.model.showing import Showing


def wall_view(connection: Connection, showing: Showing) -> WallView:
    """What the room sees at this place; a part without a picture of its own shows its name.

    A key in `showing` that is not there any more shows the part without it.
    """
    return Plain(WallHead(showing.part, ""))

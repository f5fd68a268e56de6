# SPDX-License-Identifier: MIT
"""Words for what the room sees now. They name a part or a station, never what anybody typed."""

from __future__ import annotations

from walkthrough.model.queries.wall.shapes import WallHead
from walkthrough.ui.room import RoomState
from walkthrough.ui.wall.frame import Picture
from walkthrough.ui.wall.projection import Projection, WallState
from walkthrough.ui.wording_ui import word
from walkthrough.wording import _


def place_words(head: WallHead) -> str:
    """Return where a picture of the wall is: the station, or the part."""
    return head.station or head.title or word(head.part)


def turned_words(picture: Picture | None) -> str:
    """Return what the room sees of a list since the wall was turned."""
    if picture is None or not picture.shown:
        return ""
    first, last = picture.skip + 1, picture.skip + picture.shown
    many = last + picture.left
    if picture.shown == 1:
        return _("The wall was turned: row {n} of {many}.").format(n=first, many=many)
    words = _("The wall was turned: rows {first} to {last} of {many}.")
    return words.format(first=first, last=last, many=many)


def wall_words(projection: Projection, room: RoomState, seen: WallHead | None) -> tuple[str, str]:
    """Return the tone of the chip and its words; `seen` is what was on the wall when it was frozen."""
    if projection.status.is_waiting:
        return "warn", _("No screen for the wall")
    match projection.state:
        case WallState.FROZEN if projection.status.is_covered:
            return "warn", _("FROZEN – the room sees a calm page")
        case WallState.FROZEN:
            place = place_words(seen) if seen is not None else ""
            return "warn", _("FROZEN – the room sees {place}").format(place=place)
        case WallState.BLANK:
            return "warn", _("BLANK")
        case WallState.LIVE if projection.is_small:
            return "note", _("Dry run in a small window")
        case WallState.LIVE:
            return "good", _("On the wall: screen {n}").format(n=projection.screen_number)
    if room.safe and not room.can_confirm:
        return "quiet", _("Room-safe: one screen")
    return "quiet", _("Not on the wall")
